"""What the red team is shown: a guard's own decisions, judged as the course's evaluation judges them."""

from collections import Counter
from typing import Any

import pytest
from attrs import evolve

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.datasets import conversations, root
from warmhandoff.evaluation.metrics.multiturn import delays
from warmhandoff.evaluation.metrics.rates import screen
from warmhandoff.evaluation.metrics.trace import traces
from warmhandoff.evaluation.run import answers
from warmhandoff.evaluation.verdict import emergencies
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard import Guard, KeywordGuard, StreamingGuard, decide
from warmhandoff.referral.policy import PolicyGuard, load_policy
from warmhandoff.risk import RiskLevel
from warmhandoff.spec import SpecError
from warmhandoff_widgets.red_team import RedTeam
from warmhandoff_widgets.scenario import Scenario, ScenarioError, read
from warmhandoff_widgets.suites import suites
from warmhandoff_widgets.turn_by_turn import Verdict, run

CAREFUL = PolicyGuard(load_policy(root() / "policies" / "careful.toml"))
GUARDS: tuple[Guard, ...] = (CAREFUL, KeywordGuard())


@pytest.fixture(scope="module")
def shown() -> Scenario:
    return RedTeam.load()


@pytest.fixture(scope="module")
def cases() -> dict[str, LabelledConversation]:
    return {case.conversation.id or "": case for _suite, _row, case in suites(read("red_team")[0])}


def _small(**changed: object) -> Scenario:
    """The course's scenario with hardly any conversations."""
    whole = read("red_team")[0]
    few = {**whole["selection"], "risky_each": 0, "other_each": 0, "domain_each": 0}
    bases = ["plain_statement-06", "professional_academic-02"]
    no_more: dict[str, Any] = {"seed": 1, "count": 0}
    return {**whole, "selection": few, "bases": bases, "rewordings": [], "scenarios": no_more, **changed}


def test_every_decision_is_the_one_that_the_guard_gives_to_all_that_was_said_until_then(
    shown: Scenario, cases: dict[str, LabelledConversation]
) -> None:
    for entry in shown["cases"]:
        conversation = cases[entry["id"]].conversation
        ends = [index + 1 for index, _turn in conversation.said_by("user")]
        for number, guard in enumerate(GUARDS):
            given = [guard.assess(evolve(conversation, turns=conversation.turns[:end])) for end in ends]
            assert [decision[:3] for decision in entry["decisions"][number]] == [
                [each.risk, each.disposition, each.urgency] for each in given
            ]
            rules = shown["guards"][number]["rules"]
            words = {entry["key"]: entry["label"] for entry in shown["rule_words"]}
            for decision, each in zip(entry["decisions"][number], given, strict=True):
                said = [rules[entry["reasons"][number][which][0]] for which in decision[3]]
                assert said == [words.get(reason.rule, reason.rule) for reason in each.reasons]


def test_verdicts_agree_with_the_evaluation() -> None:
    found: Counter[Verdict] = Counter()
    for guard in GUARDS:
        # Two whole files where much happens between the messages, and the rest in part.
        every = sorted(conversations(), key=lambda case: case.conversation.id or "")
        many = [
            case for case in every if (case.conversation.id or "").startswith(("reassurance", "substance"))
        ]
        for case in [*many, *every[::5]]:
            verdict = run(case, guard).verdict
            found[verdict] += 1
            _agrees(verdict, case, guard)
    assert set(found) == {"as_labelled", "late", "too_little", "too_much"}


def _agrees(verdict: Verdict, case: LabelledConversation, guard: Guard) -> None:
    [answer] = answers([case], guard)
    cells = screen([answer])
    if cells.false_negatives or emergencies([answer]).hits:
        assert verdict == "too_little"
    if cells.false_positives:
        assert verdict == "too_much"
    right = answer.decision.disposition in case.label.disposition_accepted
    assert (verdict in {"as_labelled", "late"}) is right
    waits = delays(traces([case], guard)).turns
    assert (verdict == "late") is (right and any(waits))


def test_about_forty_written_conversations_risky_and_harmless_over_all_domains(shown: Scenario) -> None:
    entries = shown["cases"]
    assert len({entry["id"] for entry in entries}) == len(entries)
    written = [entry for entry in entries if entry["suite"] == "written"]
    assert 40 <= len(written) <= 45
    assert sum(len(entry["messages"]) > 1 for entry in written) > len(written) // 2
    assert {entry["phenomenon"] for entry in written} == {entry["key"] for entry in shown["phenomena"]}
    assert {entry["domain"] for entry in written} == {entry["key"] for entry in shown["domains"]}
    assert {entry["risk"] for entry in entries} == {0, 1, 2, 3, 4}
    assert 10 <= sum(not entry["risky"] for entry in entries) < sum(entry["risky"] for entry in entries)


def test_scenarios_are_public_ones_and_other_words_keep_the_label(shown: Scenario) -> None:
    by_id = {entry["id"]: entry for entry in shown["cases"]}
    for name, entry in by_id.items():
        if entry["suite"] == "scenarios":
            assert name.startswith("public-")
        elif entry["suite"] != "written":
            base = by_id[name.split("~")[0]]
            assert entry["messages"] != base["messages"]
            assert [entry[key] for key in ("risk", "accepted")] == [base[key] for key in ("risk", "accepted")]


def test_spans_are_counted_as_javascript_counts() -> None:
    emoji = {"kind": "emoji", "variant": 2}  # two of them before the first word, each two units long
    suites = [*read("red_team")[0]["suites"], {"key": "emoji", "label": "Emoji"}]
    base, reworded = (
        next(
            each
            for each in RedTeam.load(_small(rewordings=[emoji], suites=suites))["cases"]
            if end in each["id"]
        )
        for end in ("plain_statement-06", "plain_statement-06~emoji")
    )
    assert _triggers(base)
    assert _triggers(base) == _triggers(reworded)
    assert base["reasons"] != reworded["reasons"]


def _triggers(entry: Scenario) -> list[str]:
    """The words of all reasons, cut out as JavaScript cuts."""
    return [
        entry["messages"][turn]["content"].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
        for reasons in entry["reasons"]
        for _rule, _domain, turn, start, end in reasons
        if start is not None
    ]


def test_a_function_may_stand_in_for_a_guard_and_comes_first() -> None:
    def triage(conversation: Conversation) -> RiskLevel:
        return RiskLevel.IMMINENT if conversation.turns else RiskLevel.NONE

    scenario = RedTeam(_small(), guard=triage).scenario
    assert [entry["key"] for entry in scenario["guards"]] == ["own", "careful", "keyword"]
    assert scenario["guards"][0]["failure"] is None
    assert scenario["guards"][0]["rules"] == ["triage"]
    verdicts = {entry["id"]: entry["verdicts"] for entry in scenario["cases"]}
    assert {name: found[0] for name, found in verdicts.items()} == dict.fromkeys(verdicts, "too_much")
    before = {entry["id"]: entry["verdicts"] for entry in RedTeam.load(_small())["cases"]}
    assert {name: found[1:] for name, found in verdicts.items()} == before


def test_a_spec_may_stand_in_for_a_guard() -> None:
    scenario = RedTeam.load(_small(), guard="warmhandoff.referral.guard.keyword:BASELINE")
    for entry in scenario["cases"]:
        own, _careful, keyword = entry["decisions"]
        assert own == keyword


def test_what_is_no_guard_is_refused() -> None:
    with pytest.raises(SpecError, match="names no guard"):
        RedTeam.load(_small(), guard="my guard")
    with pytest.raises(SpecError, match="defines no 'NOBODY'"):
        RedTeam.load(_small(), guard="warmhandoff.referral.guard.keyword:NOBODY")
    with pytest.raises(TypeError, match="is no guard"):
        RedTeam.load(_small(), guard=7)


def test_a_guard_that_raises_has_failed_and_the_page_says_with_what() -> None:
    def broken(_conversation: Conversation) -> RiskLevel:
        raise KeyError("place")

    scenario = RedTeam.load(_small(), guard=broken)
    assert "KeyError" in scenario["guards"][0]["failure"]
    for entry in scenario["cases"]:
        assert entry["verdicts"][0] == "failed"
        assert entry["decisions"][0] == [None] * len(entry["decisions"][1])


def test_a_stream_that_raised_is_not_gone_on_with() -> None:
    class Breaks(StreamingGuard[int]):
        def _begin(self, setting: Conversation) -> int:
            assert setting.id is None  # ids tell what a case is about
            return 0

        def observe(self, state: int, turn: Turn) -> int:
            if turn.role == "assistant":
                raise ValueError("nobody told me about bots")
            return state + 1

        def conclude(self, state: int) -> ReferralDecision:
            return decide(RiskLevel(state), Conversation(()))

    case = next(case for case in conversations() if len(list(case.conversation.said_by("user"))) > 1)
    found = run(case, Breaks())
    assert found.decisions[0] is not None
    assert set(found.decisions[1:]) == {None}
    assert found.verdict == "failed"
    assert "nobody told me about bots" in (found.failure or "")


def test_an_answer_that_the_guard_marks_as_fail_safe_is_a_failure() -> None:
    class Catches:
        def assess(self, conversation: Conversation) -> ReferralDecision:
            return decide(RiskLevel.HIGH, conversation, Reason("fail_safe:own"))

    found = run(next(iter(conversations())), Catches())
    assert found.verdict == "failed"
    assert found.failure == "the guard answered fail-safe"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"bases": ["plain_statement-06", "nobody-01"]}, r"bases\[1\] is 'nobody-01'"),
        ({"suites": [{"key": "scenarios", "label": "Composed"}]}, "suites has no entry 'written'"),
        ({"rewordings": [{"kind": "emoji", "variant": 9}]}, r"rewordings\[0\] gives no conversation"),
        ({"bases": ["professional_academic-02"]}, "nothing to miss"),
        ({"modes": [{"key": "a", "label": "A", "phenomena": []}] * 2}, "modes holds the key 'a' twice"),
        (
            {"guards": [{"key": "own", "label": "O", "about": "O.", "kind": "keyword"}]},
            "guards holds the key 'own'",
        ),
    ],
)
def test_what_no_schema_can_say_is_said(changed: Scenario, said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        RedTeam.load(_small(**changed))


def test_the_seed_moves_the_order_and_not_the_words() -> None:
    other = RedTeam.load(seed=4)
    assert other["seed"] == 4
    assert other["cases"] == RedTeam.load()["cases"]
