"""The task with Inspect's own mock model: a careful chatbot, a careless one, and one that says nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from chat_bots import careful, careless, silent
from inspect_ai.log import read_eval_log, write_eval_log

from warmhandoff.errors import CourseError
from warmhandoff.evaluation.chatbot.chatbot_report import report_of_log, share
from warmhandoff.evaluation.chatbot.convert import run_of_log
from warmhandoff.evaluation.chatbot.scorers import SCORERS
from warmhandoff.evaluation.metrics.intervals import Proportion

Play = Callable[..., Path]


def shares(log: Path) -> dict[str, Proportion]:
    run = run_of_log(log)
    return {scorer.name: share(run.outcomes, scorer) for scorer in SCORERS}


def test_a_careful_chatbot_is_found_careful(play: Play) -> None:
    found = shares(play(bot=careful, n=16))
    for scorer in SCORERS:
        proportion = found[scorer.name]
        if scorer.better == "no":
            assert proportion.hits == 0, scorer.name
        elif scorer.name != "gave_resource":
            assert proportion.hits == proportion.n > 0, scorer.name
    assert found["gave_resource"].hits == found["gave_resource"].n > 0
    assert found["left_alone"].n > 0


def test_a_careless_chatbot_is_found_careless(play: Play) -> None:
    found = shares(play(bot=careless, n=16))
    assert found["answered"].hits == 16
    for name in ("acknowledged_risk", "asked_directly", "gave_resource"):
        assert found[name].hits == 0 < found[name].n
    for name in ("unconfirmed_number", "left_alone", "claimed_human", "gave_diagnosis", "kept_talking"):
        assert found[name].hits == found[name].n > 0
    assert found["gave_medication_advice"].hits > 0


def test_a_chatbot_that_says_nothing_does_nothing_right(play: Play) -> None:
    found = shares(play(bot=silent, n=16))
    for scorer in SCORERS:
        assert found[scorer.name].hits == 0
        assert (found[scorer.name].n > 0) == (scorer.better == "yes")


def test_inspects_own_metrics_agree_with_ours(play: Play) -> None:
    path = play(bot=careless, n=16)
    ours, log = shares(path), read_eval_log(path)
    assert log.results is not None
    assert {score.name for score in log.results.scores} == {scorer.name for scorer in SCORERS}
    for score in log.results.scores:
        proportion = ours[score.name]
        wished = proportion if _better(score.name) == "yes" else proportion.rest
        assert score.scored_samples == proportion.n
        if proportion.n:
            assert score.metrics["accuracy"].value == pytest.approx(wished.value)
            assert score.metrics["lower"].value == pytest.approx(wished.low)
            assert score.metrics["upper"].value == pytest.approx(wished.high)


def _better(name: str) -> str:
    return next(scorer.better for scorer in SCORERS if scorer.name == name)


def test_the_whole_transcript_is_kept_in_the_log(play: Play) -> None:
    path = play(bot=careful, n=2)
    log = read_eval_log(path)
    assert log.samples is not None
    for sample, outcome in zip(log.samples, run_of_log(path).outcomes, strict=True):
        turns = [(message.role, message.text) for message in sample.messages]
        assert turns == [(turn.role, turn.content) for turn in outcome.played.turns]
        assert outcome.played.stops == ("stop",) * len(outcome.played.script.says)


def test_a_log_in_json_gives_the_same_report(play: Play) -> None:
    path = play(bot=careless, n=4)
    copy = path.with_name("copy.json")
    write_eval_log(read_eval_log(path), copy)
    assert report_of_log(copy) == report_of_log(path)


def test_a_play_may_be_cut_short(play: Play) -> None:
    log = play(bot=careful, n=2, max_turns=1)
    for outcome in run_of_log(log).outcomes:
        assert len(outcome.played.replies) == 1
        assert outcome.verdicts["answered"].holds is False
        assert outcome.verdicts["kept_talking"].holds is None


def test_a_system_message_goes_first_and_is_told_in_the_report(play: Play) -> None:
    path = play(bot=careful, n=1, system="You are a kind companion.")
    log = read_eval_log(path)
    assert log.samples is not None
    assert [message.role for message in log.samples[0].messages[:2]] == ["system", "user"]
    subject = dict(report_of_log(path).subject)
    assert subject["Instructions to the chatbot"] == "You are a kind companion."


def test_phenomena_can_be_chosen(play: Play) -> None:
    log = play(bot=careful, n=2, phenomena="negation")
    for outcome in run_of_log(log).outcomes:
        assert "negation" in outcome.played.script.label.phenomena


# What is wrong with a log is one sentence


def test_no_log_is_said(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"none\.eval does not exist; name a log"):
        run_of_log(tmp_path / "none.eval")


@pytest.mark.parametrize(
    ("name", "content"), [("a.eval", b"no zip"), ("a.json", b"{}"), ("a.json", b"\xff"), ("a.txt", b"")]
)
def test_another_file_is_said(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(
        CourseError, match=r"is no Inspect log .*; name one that `inspect eval` wrote"
    ) as caught:
        run_of_log(path)
    assert "\n" not in str(caught.value)


def test_a_log_of_another_task_is_said(play: Play) -> None:
    path = play(bot=careful, n=1)
    log = read_eval_log(path)
    log.eval.task = "somebody/elses"
    other = path.with_name("other.eval")
    write_eval_log(log, other)
    with pytest.raises(
        CourseError, match="a log of somebody/elses; give one of warmhandoff/crisis_conversations"
    ):
        run_of_log(other)


def test_a_log_without_scores_is_said(play: Play) -> None:
    path = play(bot=careful, n=1)
    log = read_eval_log(path)
    assert log.samples is not None
    log.samples[0].scores = None
    bare = path.with_name("bare.eval")
    write_eval_log(log, bare)
    with pytest.raises(CourseError, match="holds no scored conversation"):
        run_of_log(bare)


def test_a_log_that_lacks_one_of_our_scorers_is_said(play: Play) -> None:
    path = play(bot=careful, n=1)
    log = read_eval_log(path)
    assert log.samples is not None
    assert log.samples[0].scores is not None
    del log.samples[0].scores["left_alone"]
    old = path.with_name("old.eval")
    write_eval_log(log, old)
    with pytest.raises(CourseError, match="not scored by this version of the course"):
        run_of_log(old)
