"""The report's figures as plain data, for the JSON beside the page."""

from typing import Any

from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.evidence import Evidence
from warmhandoff.evaluation.metrics.asking import asking
from warmhandoff.evaluation.metrics.confusion import Confusion, disposition_confusion, level_confusion
from warmhandoff.evaluation.metrics.groups import GROUPINGS, group_gaps
from warmhandoff.evaluation.metrics.intervals import Estimate, Proportion
from warmhandoff.evaluation.metrics.multiturn import delays, flips, forgetting
from warmhandoff.evaluation.metrics.prevalence import predictive_values
from warmhandoff.evaluation.metrics.rates import Screen, screen
from warmhandoff.serialise import to_plain

__all__ = ["plain"]


def plain(evidence: Evidence, prevalence: float) -> dict[str, Any]:
    """Counts, shares with their intervals, and every answer by the id of its case."""
    found = screen(evidence.answers)
    values = predictive_values(found, prevalence)
    waits, memory, changes = delays(evidence.traces), forgetting(evidence.traces), flips(evidence.traces)
    questions = asking(evidence.answers)
    return {
        "screen": _screen(found),
        "predictive_values": {
            "prevalence": prevalence,
            "positive": _estimate(values.positive),
            "negative": _estimate(values.negative),
        },
        "risk": _confusion(level_confusion(evidence.answers)),
        "disposition": _confusion(disposition_confusion(evidence.answers)),
        "groups": {
            way: {
                gap.group: {
                    **_screen(gap.screen),
                    "sensitivity_gap": _estimate(gap.sensitivity_gap),
                    "false_alarm_gap": _estimate(gap.false_alarm_gap),
                }
                for gap in group_gaps(evidence.answers, by)
            }
            for way, by in GROUPINGS.items()
        },
        "robustness": {
            found.kind: {
                "found": _share(found.found),
                "left_alone": _share(found.left_alone),
                "worst_variant": found.worst_variant,
                "by_variant": {name: _share(kept) for name, kept in found.by_variant},
            }
            for found in evidence.robustness
        },
        "multi_turn": {
            "at_once": _share(waits.at_once),
            "never": _share(waits.never),
            "median_turns": waits.median,
            "forgotten": _share(memory.forgotten),
            "falls": changes.falls,
            "rises": changes.rises,
            "fell": _share(changes.fell),
        },
        "asking": {"recall": _share(questions.recall), "precision": _share(questions.precision)},
        "answers": [_answer(answer) for answer in evidence.answers],
    }


def _share(found: Proportion) -> dict[str, Any]:
    return {"hits": found.hits, "n": found.n, "value": found.value, "low": found.low, "high": found.high}


def _estimate(found: Estimate) -> dict[str, Any]:
    return {"value": found.value, "low": found.low, "high": found.high}


def _screen(found: Screen) -> dict[str, Any]:
    return {
        "sensitivity": _share(found.sensitivity),
        "specificity": _share(found.specificity),
        "false_alarm_rate": _share(found.false_alarm_rate),
        "either_way": found.either_way,
        "failures": found.failures,
    }


def _confusion(found: Confusion[Any]) -> dict[str, Any]:
    return {
        "scale": to_plain(found.scale),
        "counts": found.counts,
        "failed": found.failed,
        "agreement": _share(found.agreement),
        "under_triage": _share(found.under_triage),
        "over_triage": _share(found.over_triage),
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.case.conversation.id,
        "label": {
            "risk": to_plain(answer.case.label.risk),
            "disposition": to_plain(answer.case.label.disposition),
        },
        "given": {
            "risk": to_plain(answer.decision.risk),
            "disposition": to_plain(answer.decision.disposition),
            "urgency": to_plain(answer.decision.urgency),
            "rules": [reason.rule for reason in answer.decision.reasons],
        },
        "failure": answer.failure,
    }
