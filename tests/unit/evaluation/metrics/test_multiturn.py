"""How late, how long remembered, how steady: by traces written down, and by small guards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import decided, labelled

from warmhandoff.conversation import Conversation
from warmhandoff.evaluation.metrics import (
    Delays,
    Flips,
    Forgetting,
    Proportion,
    Trace,
    delays,
    flips,
    forgetting,
    traces,
)
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.risk import Disposition, RiskLevel

C, S, W, E = Disposition
GIVEN = st.lists(st.sampled_from(Disposition) | st.none(), min_size=1, max_size=6)


def trace(*given: Disposition | None, risk: RiskLevel = RiskLevel.HIGH, first_sign: int = 0) -> Trace:
    """One in which the person alone speaks, so that turns and decisions have the same numbers."""
    case = labelled(risk, ["..."] * len(given), deciding_turn=first_sign)
    return Trace(case, tuple(range(len(given))), given)


@pytest.mark.parametrize(
    ("seen", "wait"),
    [
        (trace(W), 0),
        (trace(C, C, W), 2),
        (trace(C, C, W, first_sign=2), 0),
        (trace(W, C, W, first_sign=1), 1),
        (trace(C, C, S), None),
        (trace(C, E), 1),
        (trace(None, W), 1),
        (trace(W, risk=RiskLevel.IMMINENT), None),
    ],
)
def test_the_wait_is_counted_from_the_first_sign(seen: Trace, wait: int | None) -> None:
    assert delays([seen]) == Delays((wait,))


def test_turns_of_the_bot_are_no_wait() -> None:
    case = labelled(RiskLevel.HIGH, ["a", "bot: b", "c", "bot: d", "e"], deciding_turn=0)
    assert delays([Trace(case, (0, 2, 4), (C, C, W))]) == Delays((2,))


def test_waits_are_summed_up_in_shares() -> None:
    found = Delays((0, 0, 1, 3, None))
    assert (found.at_once, found.within(1), found.never) == (
        Proportion(2, 5), Proportion(3, 5), Proportion(1, 5),
    )  # fmt: skip
    assert found.median == 1
    assert Delays((0, 5)).median == 0
    assert Delays((0, None, None)).median is None


def test_only_what_has_a_label_for_it_is_judged() -> None:
    assert delays([trace(W, risk=RiskLevel.NONE), trace(C, risk=RiskLevel.LOW)]) == Delays(())


@pytest.mark.parametrize(
    ("seen", "after", "watched"),
    [
        (trace(W, W, C), (2,), (2,)),
        (trace(W, S, W), (1,), (2,)),
        (trace(C, W, E, W), (None,), (2,)),
        (trace(W, None, W), (None,), (2,)),
        (trace(C, W), (), ()),
        (trace(C, C), (), ()),
        (trace(W, C, first_sign=1), (), ()),
        (trace(E, W, risk=RiskLevel.IMMINENT), (1,), (1,)),
    ],
)
def test_a_disclosure_is_forgotten_when_less_than_enough_is_done(
    seen: Trace, after: tuple[int | None, ...], watched: tuple[int, ...]
) -> None:
    assert forgetting([seen]) == Forgetting(after, watched)


def test_within_n_turns_counts_those_watched_for_as_long() -> None:
    found = Forgetting(after=(1, 3, None, None), watched=(4, 3, 2, 5))
    assert found.forgotten == Proportion(2, 4)
    assert found.within(1) == Proportion(1, 4)
    assert found.within(3) == Proportion(2, 3)  # the third was not watched for three turns


def test_flips_are_counted_whatever_the_label() -> None:
    found = flips([trace(C, W, C, E), trace(W, W, risk=RiskLevel.NONE), trace(W, None, S)])
    assert found == Flips(rises=2, falls=2, fell=Proportion(2, 3))


@given(st.lists(GIVEN, max_size=8))
def test_the_measures_fit_together(runs: list[list[Disposition | None]]) -> None:
    seen = [trace(*run) for run in runs]
    waits, memory, changes = delays(seen), forgetting(seen), flips(seen)
    assert len(waits.turns) == changes.fell.n == len(runs)
    assert len(memory.after) <= len(runs) - waits.turns.count(None)
    assert memory.forgotten.hits <= changes.fell.hits
    assert waits.at_once.hits <= waits.within(3).hits <= len(runs) - waits.never.hits
    if memory.watched:
        assert memory.within(max(memory.watched)).hits == memory.forgotten.hits


class LastTurnOnly:
    """Forgets at once: the guard that a window of one turn makes."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return decided(W if "danger" in conversation.turns[-1].content else C)


class Remembers:
    def assess(self, conversation: Conversation) -> ReferralDecision:
        return decided(W if any("danger" in turn.content for turn in conversation.turns) else C)


class Late:
    """Needs to hear it twice."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return decided(W if sum("danger" in turn.content for turn in conversation.turns) > 1 else C)


CASES = [
    labelled(RiskLevel.HIGH, ["hi", "danger", "bot: oh", "weather"], deciding_turn=1),
    labelled(RiskLevel.HIGH, ["danger", "danger", "bye"], deciding_turn=0),
    labelled(RiskLevel.NONE, ["hi", "bye"], deciding_turn=None),
]


def test_three_guards_and_what_becomes_of_a_disclosure() -> None:
    forgets, remembers, late = (list(traces(CASES, guard())) for guard in (LastTurnOnly, Remembers, Late))
    assert delays(forgets).turns == delays(remembers).turns == (0, 0)
    assert delays(late).turns == (None, 1)
    assert forgetting(forgets) == Forgetting((1, 2), (1, 2))
    assert forgetting(remembers).forgotten == Proportion(0, 2)
    assert flips(forgets) == Flips(1, 2, Proportion(2, 3))
    assert flips(remembers) == Flips(1, 0, Proportion(0, 3))


def test_nothing_to_judge_has_no_shares() -> None:
    for share in (delays([]).at_once, delays([]).never, forgetting([]).within(1), flips([]).fell):
        assert share == Proportion(0, 0)
    assert delays([]).median is None


def test_mistakes_are_sentences() -> None:
    with pytest.raises(ValueError, match="give 0 for at once"):
        Delays(()).within(-1)
    with pytest.raises(ValueError, match="give 1 or more"):
        Forgetting((), ()).within(0)
