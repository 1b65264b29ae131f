"""The report of a guard: in plain words, with the numbers that were found."""

import json
from collections.abc import Iterable

import pytest
from evaluated import CallsEveryRiskAnEmergency, Oracle, RaisesOnHardCases
from labelled import answered, labelled

from warmhandoff.datasets import conversations, root
from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.evidence import Evidence, gather
from warmhandoff.evaluation.gate import load_gate
from warmhandoff.evaluation.guard_report import guard_report
from warmhandoff.evaluation.guard_report.worst import worst_cases
from warmhandoff.evaluation.perturb import suite
from warmhandoff.evaluation.report.model import Report
from warmhandoff.evaluation.report.render import json_text, page
from warmhandoff.referral.guard import KeywordGuard
from warmhandoff.risk import Disposition, Domain, RiskLevel
from warmhandoff.scenarios import generate

GATE = load_gate(root() / "gates" / "example.toml")


@pytest.fixture(scope="module")
def report() -> Report:
    evidence = gather(conversations(), KeywordGuard(), families=suite(0, 12))
    return guard_report(evidence, guard="a word list", cases="the course's", gate=GATE, prevalence=0.02)


def some(*answers: Answer, copies: int = 1) -> Report:
    evidence = Evidence(answers * copies)
    return guard_report(evidence, guard="g", cases="c", prevalence=0.1, summary_only=True)


def test_the_summary_has_no_word_of_the_trade(report: Report) -> None:
    words = " ".join(report.summary).lower()
    for term in (
        "sensitivity",
        "specificity",
        "confusion",
        "predictive",
        "wilson",
        "precision",
        "recall",
        "triage",
    ):
        assert term not in words


def test_the_summary_counts_people() -> None:
    found = answered(labelled(RiskLevel.HIGH), Disposition.WARM_HANDOFF)
    missed = answered(labelled(RiskLevel.IMMINENT), Disposition.CONTINUE)
    calm = answered(labelled(deciding_turn=None, domain=None), Disposition.CONTINUE)
    alarm = answered(labelled(deciding_turn=None, domain=None), Disposition.WARM_HANDOFF)
    words = "\n".join(some(found, found, found, missed, calm, calm, calm, alarm, copies=10).summary)
    assert (
        "Of 40 conversations in which a person should be brought in, it brought one in for 30 (75 in 100;"
        in words
    )
    assert "It missed 10." in words
    assert "Of 10 emergencies, where help must come now, it answered all with less than that." in words
    assert (
        "Of 40 conversations in which nobody needs to be brought in, it brought somebody in for 10" in words
    )
    assert "Picture 1,000 conversations of which 100 need a person (10 in 100," in words
    assert "bring one in for 75 of those and miss 25." in words
    assert "So of 300 people handed on, 75 needed it." in words
    assert "not cleared" in words


def test_a_gate_is_told_first_and_passing_is_no_clearance(report: Report) -> None:
    assert report.summary[0].startswith("It does not pass the gate “Example gate”: of ")
    assert not report.passed
    families = suite(0, 40)
    cases = generate(7, 1200)
    evidence = gather(cases, Oracle(cases, families), families=families)
    passed = guard_report(evidence, guard="o", cases="c", gate=GATE, summary_only=True)
    assert passed.passed
    assert "That is no clearance to deploy." in passed.summary[0]


def test_no_cases_claim_nothing() -> None:
    report = guard_report(Evidence(()), guard="g", cases="none", gate=GATE)
    assert not report.passed
    assert "nothing is shown" in " ".join(report.summary)
    assert page(report)
    assert json.loads(json_text(report))["data"]["screen"]["sensitivity"]["value"] is None


def test_the_parts_stand_in_order(report: Report) -> None:
    assert [section.title for section in report.sections] == [
        "Found and missed",
        "What was right, and what was answered",
        "Whom it hears, and whom it does not",
        "The same said in other words",
        "Over the conversation",
        "Worst cases, to read",
        "The limits of these cases",
        "How to read this",
    ]
    for section in report.sections:
        for table in section.tables:
            assert all(len(row) == len(table.head) for row in table.rows)
        for figure in section.figures:
            assert figure.alt


def test_every_answer_stands_in_the_data_and_the_data_are_the_same_again(report: Report) -> None:
    plain = json.loads(json_text(report))["data"]
    assert [answer["id"] for answer in plain["answers"]] == [case.conversation.id for case in conversations()]
    found = plain["screen"]["sensitivity"]
    assert found["low"] < found["value"] < found["high"]
    again = gather(conversations(), KeywordGuard(), families=suite(0, 12))
    assert json_text(
        guard_report(again, guard="a word list", cases="the course's", gate=GATE, prevalence=0.02)
    ) == json_text(report)


def titles(answers: Iterable[Answer]) -> list[str]:
    return [transcript.title for transcript in worst_cases(tuple(answers)).transcripts]


def test_worst_cases_are_the_gravest_first_and_of_more_than_one_kind() -> None:
    grave = [
        labelled(RiskLevel.IMMINENT, domain=domain) for domain in (Domain.ABUSE, Domain.ABUSE, Domain.SUICIDE)
    ]
    answers = [
        answered(labelled(RiskLevel.MODERATE), Disposition.OFFER_SUPPORT),
        *(answered(case, Disposition.CONTINUE) for case in grave),
        answered(labelled(RiskLevel.IMMINENT), Disposition.WARM_HANDOFF, failure="broke"),
        answered(labelled(deciding_turn=None, domain=None), Disposition.WARM_HANDOFF),
        answered(labelled(deciding_turn=None, domain=None), Disposition.EMERGENCY),
        answered(labelled(RiskLevel.HIGH), Disposition.WARM_HANDOFF),
    ]
    shown = worst_cases(tuple(answers)).transcripts
    assert [transcript.title for transcript in shown] == [
        *["x: missed"] * 4,
        "x: failed",
        "x: false emergency",
        "x: false alarm",
    ]
    assert "imminent risk, emergency" in shown[0].why
    assert "moderate risk" in shown[3].why
    assert "the call failed: broke" in shown[4].why


def test_no_more_than_ten_are_shown() -> None:
    evidence = gather(conversations(), RaisesOnHardCases(conversations()))
    missed = gather(conversations(), KeywordGuard())
    assert len(titles((*evidence.answers, *missed.answers))) == 10


def test_a_transcript_marks_the_turn_that_decides_and_what_the_guard_said() -> None:
    case = next(c for c in conversations() if c.label.deciding_turn == 2)
    (answer,) = gather([case], CallsEveryRiskAnEmergency([case])).answers
    (shown,) = worst_cases((answered(case, Disposition.CONTINUE),)).transcripts
    assert shown.turns[2].note == "(the turn that decides)"
    assert shown.turns[-1].role == "guard"
    assert case.label.rationale in shown.why
    assert answer.decision.disposition is Disposition.EMERGENCY


def test_an_emergency_answered_with_a_handoff_is_shown_as_what_it_is() -> None:
    answer = answered(labelled(RiskLevel.IMMINENT), Disposition.WARM_HANDOFF)
    assert titles([answer]) == ["x: a person, but no emergency call"]


def test_perfect_answers_have_nothing_to_show() -> None:
    section = worst_cases((answered(labelled(RiskLevel.HIGH), Disposition.WARM_HANDOFF),))
    assert section.transcripts == ()
    assert section.text == ("There is nothing to show: no misses, no failures and no false alarms in all.",)


def test_failures_are_told_with_what_failed() -> None:
    evidence = gather(conversations(), RaisesOnHardCases(conversations()))
    report = guard_report(evidence, guard="g", cases="c")
    assert "RuntimeError: too hard" in page(report)
    assert "calls failed" in " ".join(report.summary)
