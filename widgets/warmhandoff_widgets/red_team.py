"""RedTeam: run a guard against the suites, foresee where it breaks, and write the hazard down."""

from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from warmhandoff.datasets import root
from warmhandoff.evaluation.metrics.rates import either_way
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard import Guard, KeywordGuard
from warmhandoff.referral.policy import PolicyGuard, load_policy
from warmhandoff_widgets.guarded import GuardedSimulation
from warmhandoff_widgets.scenario import Scenario
from warmhandoff_widgets.suites import UNMARKED, Case, suites
from warmhandoff_widgets.turn_by_turn import Run, run

__all__ = ["RedTeam"]


class RedTeam(GuardedSimulation):
    """The learner foresees a guard's decisions, opens them, names its failures, and drafts a hazard line.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        guard: The guard to attack: an object with ``assess``, a function, or a SPEC such as
            ``my_guard:guard``. It comes first, so that prediction and foresight are about it; a call that
            raises, overruns or gives no decision counts as failed. Default: the course's careful policy.
        seed: Of the order in which conversations are offered, any whole number. Default 35.
        rounds: Conversations to foresee before the debrief, 1 to 20. Default 5.
        names: Failures to name before the debrief, 0 to 20; fewer where there are fewer. Default 3.
        tolerance: How near a prediction must come, in conversations of 100, 0 to 50. Default 10.

    The outcome holds ``prediction``, ``guard`` (the key of the one attacked), ``too_little_percent`` (the
    right prediction; None before it) and ``correct``, ``counts`` (conversations by verdict: ``as_labelled``,
    ``late``, ``too_little``, ``too_much``, ``failed``), ``risky`` and ``severe`` (``n``, ``too_little``:
    conversations labelled moderate or above, and high or imminent, whose label asks for a person beyond
    dispute; a failed answer counts as too little), ``foreseen`` (``said``, ``right``), ``answers`` (``id``,
    ``said``, ``verdict``), ``named`` (``guard``, ``id``, ``mode``, ``fits``), ``opened`` (ids) and
    ``hazards`` (lines kept). ``counts``, ``risky`` and ``severe`` are None until enough was foreseen.
    """

    name = "red_team"
    lesson = "12-capstone"
    SETTINGS: ClassVar[tuple[str, ...]] = ("guard", "seed", "rounds", "names", "tolerance")
    UNIQUE = MappingProxyType(
        {"guards": "key", "suites": "key", "modes": "key", "phenomena": "key", "domains": "key"}
    )

    @classmethod
    def with_guard(cls, prepared: Scenario, own: Guard) -> Scenario:
        """A guard that is given stands before the course's own."""
        runs = [run(case, own) for _suite, _row, case in suites(prepared)]
        rules = _rules(runs)
        entry = {
            "key": "own",
            "label": "Your guard",
            "about": "The guard that was given, run over the conversations below.",
        }
        return {
            **prepared,
            "guards": [_with_rules(entry, runs, prepared), *prepared["guards"]],
            "cases": [
                {**case, **{key: [value, *case[key]] for key, value in _by_guard(each, rules).items()}}
                for case, each in zip(prepared["cases"], runs, strict=True)
            ],
        }

    @classmethod
    def prepare(cls, scenario: Scenario) -> Scenario:
        """Run the guards over the suites, message by message."""
        cases = list(suites(scenario))
        guards = scenario["guards"]
        runs = [
            [_built_in(entry["kind"], entry.get("policy", ""), case) for _suite, _row, case in cases]
            for entry in guards
        ]
        rules = [_rules(found) for found in runs]
        return {
            **scenario,
            "guards": [
                _with_rules(entry, found, scenario) for entry, found in zip(guards, runs, strict=True)
            ],
            "cases": [
                _plain(case, [(found[number], names) for found, names in zip(runs, rules, strict=True)])
                for number, case in enumerate(cases)
            ],
        }

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Names are told apart, and everything that was asked for is there."""
        if "own" in {entry["key"] for entry in scenario["guards"]}:
            return "guards holds the key 'own', which is the learner's; rename it."
        there = {case["id"] for case in scenario["cases"]}
        for number, base in enumerate(scenario["bases"]):
            if base not in there:
                return (
                    f"bases[{number}] is {base!r}, which datasets/conversations does not hold; mend the id."
                )
        return _unshown(scenario) or super().complaint(scenario)


def _unshown(scenario: Scenario) -> str | None:
    """What the page would have no words for, or nothing to show of."""
    cases = scenario["cases"]
    for case_field, field in (("suite", "suites"), ("phenomenon", "phenomena"), ("domain", "domains")):
        known = {entry["key"] for entry in scenario[field]}
        for case in cases:
            if case[case_field] not in known:
                return f"{field} has no entry {case[case_field]!r}, which {case['id']} needs; add it there."
    shown = {case["suite"] for case in cases}
    for number, asked in enumerate(scenario["rewordings"]):
        if scenario["bases"] and asked["kind"] not in shown:
            return f"rewordings[{number}] gives no conversation; choose another kind or variant."
    if not any(case["risky"] and not case["disputed"] for case in cases):
        return "the suites hold no risky conversation; there is nothing to miss."
    return None


@cache
def _course_guard(kind: str, policy: str) -> Guard:
    if kind == "policy":
        return PolicyGuard(load_policy(root() / "policies" / f"{policy}.toml"))
    return KeywordGuard()


@cache
def _built_in(kind: str, policy: str, case: LabelledConversation) -> Run:
    return run(case, _course_guard(kind, policy))


def _rules(runs: list[Run]) -> list[str]:
    return list(dict.fromkeys(reason.rule for each in runs for reason in _reasons(each)))


def _with_rules(entry: dict[str, Any], runs: list[Run], scenario: Scenario) -> dict[str, Any]:
    """A guard with the words for its rules, and its first failure where there is one."""
    words = {rule["key"]: rule["label"] for rule in scenario["rule_words"]}
    return {
        **entry,
        "rules": [words.get(rule, rule) for rule in _rules(runs)],
        "failure": next((each.failure for each in runs if each.failure), None),
    }


def _plain(case: Case, runs: list[tuple[Run, list[str]]]) -> dict[str, Any]:
    suite, row, item = case
    label, conversation = item.label, item.conversation
    entries = [_by_guard(each, rules) for each, rules in runs]
    return {
        "id": conversation.id,
        "suite": suite,
        "phenomenon": row,
        "phenomena": list(label.phenomena) or [UNMARKED],
        "domain": label.domain or "none",
        "messages": [{"role": turn.role, "content": turn.content} for turn in conversation.turns],
        "risk": int(label.risk),
        "disposition": int(label.disposition),
        "accepted": [int(each) for each in label.disposition_accepted],
        "deciding": label.deciding_turn,
        "risky": label.risky,
        "disputed": either_way(label),
        "rationale": label.rationale,
        **{key: [entry[key] for entry in entries] for key in ("verdicts", "decisions", "reasons")},
    }


def _by_guard(found: Run, rules: list[str]) -> dict[str, Any]:
    """What one guard made of one conversation, as small as it goes; the reasons stand once."""
    reasons = _reasons(found)
    return {
        "verdicts": found.verdict,
        "decisions": [_decision(each, reasons) for each in found.decisions],
        "reasons": [_reason(each, found.case, rules) for each in reasons],
    }


def _reasons(found: Run) -> list[Reason]:
    return list(dict.fromkeys(reason for each in found.decisions if each for reason in each.reasons))


def _decision(decision: ReferralDecision | None, reasons: list[Reason]) -> list[Any] | None:
    if decision is None:
        return None
    which = [reasons.index(reason) for reason in decision.reasons]
    return [int(decision.risk), int(decision.disposition), int(decision.urgency), which]


def _reason(reason: Reason, case: LabelledConversation, rules: list[str]) -> list[Any]:
    """Rule, domain, turn, start and end; the last two as JavaScript counts, in UTF-16 units."""
    turns, turn = case.conversation.turns, reason.turn
    span: list[int | None] = [None, None]
    if turn is not None and 0 <= turn < len(turns) and reason.start is not None and reason.end is not None:
        text = turns[turn].content
        span = [
            len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
            for place in (reason.start, reason.end)
        ]
    return [rules.index(reason.rule), reason.domain, turn, *span]
