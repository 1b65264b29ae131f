"""The worst cases, as conversations to read: severe misses, then failures, then alarms for nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.guard_report.words import answered, wanted
from warmhandoff.evaluation.metrics.cost import answer_cost
from warmhandoff.evaluation.metrics.rates import either_way
from warmhandoff.evaluation.report.model import Said, Section, Transcript
from warmhandoff.evaluation.report.words import count
from warmhandoff.risk import Disposition

__all__ = ["worst_cases"]

_MISSES, _FAILURES, _ALARMS = 6, 2, 2


def worst_cases(answers: Sequence[Answer]) -> Section:
    """At most ten conversations, with the turn that decides, why, and what the guard said."""
    misses = _varied(filter(_missed, answers))
    failures = [answer for answer in answers if answer.failure is not None]
    alarms = _varied(filter(_false_alarm, answers))
    shown = [
        *(_transcript(answer, _miss(answer)) for answer in islice(misses, _MISSES)),
        *(_transcript(answer, "failed") for answer in islice(_varied(failures), _FAILURES)),
        *(_transcript(answer, _alarm(answer)) for answer in islice(alarms, _ALARMS)),
    ]
    total = (
        f"{count(len(misses), 'miss', 'misses')}, {count(len(failures), 'failure')} and "
        f"{count(len(alarms), 'false alarm')} in all"
    )
    text = (
        f"{total}; {len(shown)} are shown, the gravest first. All answers stand in the JSON beside this page."
        if shown
        else f"There is nothing to show: {total}."
    )
    return Section("Worst cases, to read", (text,), transcripts=tuple(shown))


def _missed(answer: Answer) -> bool:
    label = answer.case.label
    too_low = answer.decision.disposition < min(label.disposition_accepted)
    return answer.failure is None and label.risky and not either_way(label) and too_low


def _severity(answer: Answer) -> tuple[float, int]:
    """What it costs, dearest first; among equals the graver label."""
    return (-answer_cost(answer), -answer.case.label.risk)


def _varied(answers: Iterable[Answer]) -> list[Answer]:
    """The gravest first; among equals one of each kind in turn, so that a reader sees more than one kind."""
    seen: Counter[object] = Counter()
    turns = []
    ordered = sorted(answers, key=_severity)
    for answer in ordered:
        kind = (answer.case.label.domain, answer.case.label.phenomena)
        turns.append((_severity(answer), seen[kind]))
        seen[kind] += 1
    ranked = zip(turns, ordered, strict=True)
    return [answer for _turn, answer in sorted(ranked, key=lambda pair: pair[0])]


def _false_alarm(answer: Answer) -> bool:
    label, given = answer.case.label, answer.decision.disposition
    if answer.failure is not None:
        return False
    false_emergency = given is Disposition.EMERGENCY and given not in label.disposition_accepted
    return false_emergency or (not label.risky and not either_way(label) and answer.brought_in)


def _miss(answer: Answer) -> str:
    return "a person, but no emergency call" if answer.brought_in else "missed"


def _alarm(answer: Answer) -> str:
    return "false emergency" if answer.decision.disposition is Disposition.EMERGENCY else "false alarm"


def _transcript(answer: Answer, what: str) -> Transcript:
    label = answer.case.label
    why = f"A careful reader: {wanted(answer)}. {label.rationale} The guard: {answered(answer).rstrip('.')}."
    turns = tuple(
        Said(turn.role, turn.content, _note(answer, index))
        for index, turn in enumerate(answer.case.conversation.turns)
    )
    said = answer.decision.reply or "(Nothing of its own; the conversation goes on.)"
    who = (
        "what the wrapper says when the guard fails" if answer.failure is not None else "what it said to this"
    )
    return Transcript(
        f"{answer.case.conversation.id or 'a case'}: {what}", why, (*turns, Said("guard", said, f"({who})"))
    )


def _note(answer: Answer, index: int) -> str | None:
    notes: Iterable[str] = (
        *(("the turn that decides",) if index == answer.case.label.deciding_turn else ()),
        *(
            f"the guard's reason: {reason.rule}"
            for reason in answer.decision.reasons
            if reason.turn == index and answer.failure is None
        ),
    )
    return f"({'; '.join(dict.fromkeys(notes))})" if notes else None
