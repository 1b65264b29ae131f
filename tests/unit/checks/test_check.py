"""A check from its data file to points and feedback."""

from pathlib import Path
from typing import Any, ClassVar

import pytest
from attrs import evolve

from warmhandoff import checks
from warmhandoff.checks import CheckResult, check
from warmhandoff.checks.judge import Verdict
from warmhandoff.checks.model import Case, Check, Hidden, Misconception
from warmhandoff.conversation import Conversation
from warmhandoff.labels import Phenomenon
from warmhandoff.referral.guard import KeywordGuard
from warmhandoff.risk import RiskLevel

RULE = "A denial clears only what it denies."


def case(name: str, text: str, *expected: str, risky: bool = False) -> Case:
    messages = [{"role": "user", "content": text}]
    return Case(name, f"the one called {name}", {"messages": messages}, expected, "Because.", risky)


CASES = (
    case("plain", "it is bad", "high", risky=True),
    case("calm", "it is fine", "none"),
    case("either", "it is so so", "none", "low"),
    case("quiet", "nothing", "none"),
)


def made(**changes: Any) -> Check:
    fields: dict[str, Any] = {
        "lesson": "test",
        "id": "made",
        "title": "A made check",
        "points": 4.0,
        "call": "function",
        "argument": "conversation",
        "returns": "risk_level",
        "rule": RULE,
        "timeout": 0.2,
        "misconceptions": (Misconception("all clear", ("plain",), "Silence is not safety."),),
        "cases": CASES,
    }
    return Check(**{**fields, **changes})


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Any:
    def checked(target: Any, **changes: Any) -> CheckResult:
        monkeypatch.setattr(checks, "load", lambda _name: made(**changes))
        return check("test/made", target)

    return checked


def right(conversation: Conversation) -> RiskLevel:
    return RiskLevel.HIGH if "bad" in conversation.turns[0].content else RiskLevel.NONE


def always_none(_conversation: Conversation) -> RiskLevel:
    return RiskLevel.NONE


def test_all_right_is_full_points_as_repr(run: Any) -> None:
    result = run(right)
    assert repr(result) == "4.0"
    assert result.passed
    assert "not clearance to deploy" in result.text()


def test_a_miss_names_the_case_the_expectation_the_rule_and_the_misconception(run: Any) -> None:
    result = run(always_none)
    assert repr(result) == "3.0"
    told = result.text()
    for part in ("the one called plain", "it is bad", "NONE where HIGH", RULE, "Silence is not safety."):
        assert part in told


def test_balanced_scoring_gives_nothing_for_one_answer_to_everything(run: Any) -> None:
    assert run(always_none, score="balanced").points == 0
    assert run(lambda _c: RiskLevel.HIGH, score="balanced").points == 0
    assert run(right, score="balanced").points == 4


def test_a_blank_is_told_once_and_gives_no_case_away(run: Any) -> None:
    def blank(_conversation: Conversation) -> RiskLevel:
        raise NotImplementedError

    result = run(blank)
    assert result.points == 0
    assert "Your function is not written yet" in result.text()
    assert "the one called plain" not in result.text()


@pytest.mark.parametrize("answer", ["high", 3, None, True])
def test_a_wrong_type_is_told_with_an_example(run: Any, answer: object) -> None:
    result = run(lambda _conversation: answer)
    assert result.points == 0
    assert "return a RiskLevel, such as RiskLevel.HIGH" in result.text()


def test_a_changed_argument_is_no_answer(run: Any) -> None:
    def meddles(conversation: Conversation) -> RiskLevel:
        object.__setattr__(conversation, "turns", ())
        return RiskLevel.NONE

    result = run(meddles)
    assert result.points == 0
    assert "leave it as it is" in result.text()


def test_an_endless_loop_is_not_waited_for_again_and_again(run: Any) -> None:
    calls = []

    def loops(_conversation: Conversation) -> RiskLevel:
        calls.append(1)
        while True:
            pass

    result = run(loops)
    assert len(calls) == 3
    assert result.points == 0
    assert "not called any more" in result.text()


def test_something_that_cannot_be_called_is_a_sentence(run: Any) -> None:
    assert "needs your function" in run(3).text()


def test_html_shows_a_learner_s_text_as_text(run: Any) -> None:
    hostile = case("hostile", "<script>alert(1)</script>", "high")
    html = run(always_none, cases=(hostile,))._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert html.count("<ul>") == html.count("</ul>") == 1


def test_a_guard_is_called_by_its_method(run: Any) -> None:
    assert run(KeywordGuard(("bad",)), call="guard").points == 4


class TestHidden:
    """Cases drawn with the course's secret."""

    rules: ClassVar = {Phenomenon.JOKING: "A joke can be a door."}
    hidden = Hidden(20, 0.5, (Phenomenon.NEGATION, Phenomenon.JOKING), rules)

    def test_without_a_secret_there_are_none(self, run: Any) -> None:
        assert len(run(right, hidden=self.hidden).verdicts) == 4

    def test_with_a_secret_they_count_and_stay_unseen(
        self, run: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", "autumn")
        result = run(lambda _conversation: "?", hidden=self.hidden)
        assert 4 < len(result.verdicts) <= 24
        told = result.text()
        assert "A joke can be a door." in told
        for verdict in result.verdicts[4:]:
            for turn in verdict.case.argument["turns"]:
                assert turn["content"] not in told

    def test_the_same_secret_draws_the_same_cases(self, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        drawn = []
        for secret in ("autumn", "autumn", "winter"):
            monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", secret)
            drawn.append([verdict.case for verdict in run(right, hidden=self.hidden).verdicts])
        assert drawn[0] == drawn[1] != drawn[2]

    def test_the_secret_may_lie_in_a_file_above(
        self, run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / ".course-secret").write_text("autumn\n")
        (tmp_path / "autograded" / "kim").mkdir(parents=True)
        monkeypatch.chdir(tmp_path / "autograded" / "kim")
        assert len(run(right, hidden=self.hidden).verdicts) > 4

    def test_they_are_half_of_the_points_with_a_tolerance_of_their_own(self) -> None:
        def verdicts(hidden: bool, *passed: bool) -> tuple[Verdict, ...]:
            return tuple(Verdict(evolve(CASES[0], hidden=hidden), passed=each) for each in passed)

        check = made(hidden=self.hidden)
        right, wrong = verdicts(False, True), verdicts(True, False)
        assert CheckResult(check, right).points == 4
        assert CheckResult(check, right + wrong).points == 2
        assert CheckResult(check, right + verdicts(True, True, False)).points == 4
        assert CheckResult(check, right + verdicts(True, True, False, False, False)).points == 3

    def test_they_ask_whether_a_person_is_brought_in(self, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", "autumn")
        for verdict in run(right, hidden=self.hidden).verdicts[4:]:
            case = verdict.case
            assert case.expected == (("moderate", "high", "imminent") if case.risky else ("none", "low"))


class TestForm:
    """Answers that a form has saved."""

    cases = (
        Case("one", "Sam's message", "sam.level", ("high", "imminent"), "There is a plan."),
        Case("two", "Ada's message", "ada.level", ("none",), "She quotes a song."),
    )

    @pytest.fixture
    def marked(self, run: Any, tmp_path: Path) -> Any:
        def saved(content: str | None) -> CheckResult:
            path = tmp_path / "decisions.toml"
            if content is not None:
                path.write_text(content)
            result: CheckResult = run(
                str(path),
                call="file",
                argument="answer",
                returns="text",
                cases=self.cases,
                misconceptions=(),
            )
            return result

        return saved

    def test_right_answers_are_full_points(self, marked: Any) -> None:
        assert marked('[answers.sam]\nlevel = "high"\n[answers.ada]\nlevel = "none"\n').points == 4

    def test_wrong_and_missing_answers_are_told(self, marked: Any) -> None:
        result = marked('[answers.sam]\nlevel = "low"\n')
        assert result.points == 0
        assert "you chose LOW, and it is HIGH or IMMINENT. There is a plan." in result.text()
        assert "has no answer yet" in result.text()
        assert "your code" not in result.text()

    def test_an_open_question_gives_no_answer_away_and_shows_no_misconception(
        self, run: Any, tmp_path: Path
    ) -> None:
        path = tmp_path / "decisions.toml"
        path.write_text("answers = {}\n")
        idea = Misconception("words decide", ("one",), "A word is not a plan.")
        form = {"call": "file", "argument": "answer", "returns": "text", "cases": self.cases}
        told = run(str(path), **form, misconceptions=(idea,)).text()
        assert "There is a plan." not in told
        assert idea.says not in told
        path.write_text('[answers.sam]\nlevel = "low"\n')
        assert idea.says in run(str(path), **form, misconceptions=(idea,)).text()

    @pytest.mark.parametrize("content", [None, "not toml [", "answers = 3", "[other]\n"])
    def test_no_file_or_another_file_is_a_sentence(self, marked: Any, content: str | None) -> None:
        result = marked(content)
        assert repr(result) == "0.0"
        assert "press Save" in result.text()
