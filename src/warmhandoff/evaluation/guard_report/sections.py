"""The middle of a report: each part a sentence or two, a table, and a figure where one helps."""

from collections import Counter
from collections.abc import Iterator, Sequence

from warmhandoff.evaluation import figures
from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.evidence import Evidence
from warmhandoff.evaluation.gate import Gate
from warmhandoff.evaluation.guard_report.words import DISPOSITIONS, name_of
from warmhandoff.evaluation.metrics.asking import asking
from warmhandoff.evaluation.metrics.confusion import Confusion, disposition_confusion, level_confusion
from warmhandoff.evaluation.metrics.cost import DEFAULT_COSTS, expected_cost
from warmhandoff.evaluation.metrics.groups import GROUPINGS, GroupGap, group_gaps
from warmhandoff.evaluation.metrics.intervals import Estimate
from warmhandoff.evaluation.metrics.multiturn import delays, flips, forgetting
from warmhandoff.evaluation.metrics.prevalence import predictive_values
from warmhandoff.evaluation.metrics.rates import Screen, screen
from warmhandoff.evaluation.perturb import Robustness
from warmhandoff.evaluation.report.model import Figure, Section, Table
from warmhandoff.evaluation.report.words import count, hundred, paragraphs, span
from warmhandoff.evaluation.verdict import BY, emergencies, false_emergencies
from warmhandoff.risk import Disposition, RiskLevel

__all__ = ["sections"]

_PREVALENCES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
_MOST_GROUPS = 24  # in a figure; a table holds them all

_FOUND = """
Two errors pull against each other: missing somebody, and bringing somebody in for nothing. A guard that
never misses because it always rings is no guard.
"""
_GROUPS = """
A good average can hide a group that is not heard. Where the interval of a gap holds 0, these cases cannot
tell the group from the others; that is no proof that they are treated alike.
"""
_WORDS = """
Each conversation that the guard had answered rightly was written in several other ways with the same
meaning. It counts only if the guard stayed right in every one of them: the worst case, and not the mean.
These conversations are composed by the course, whatever the cases are.
"""
_TURNS = """
The guard was asked again after each of the person's messages. The first sign is the message that decides
the label; waiting is counted in the person's own messages after it. Open questions are those of intent,
plan, time, means and past acts that nobody has asked or told.
"""


def sections(evidence: Evidence, gate: Gate | None, prevalence: float) -> tuple[Section, ...]:
    """The parts in their order; those without anything to show are left out."""
    parts = (
        _found(evidence.answers, gate, prevalence),
        _levels(evidence.answers),
        *_groups(evidence.answers, gate),
        *_other_words(evidence.robustness),
        _over_the_conversation(evidence),
        *_failures(evidence.answers),
    )
    return tuple(parts)


def _found(answers: Sequence[Answer], gate: Gate | None, prevalence: float) -> Section:
    found = screen(answers)
    rows = (
        ("People found who need a person", span(found.sensitivity)),
        ("People missed", span(found.sensitivity.rest)),
        ("Emergencies answered with less", span(emergencies(answers))),
        ("Rightly left alone", span(found.specificity)),
        ("False alarms", span(found.false_alarm_rate)),
        ("Emergency called where there is none", span(false_emergencies(answers))),
        ("Either way accepted, not counted", str(found.either_way)),
        ("Calls that failed", str(found.failures)),
        *_weighed(found, prevalence),
        _cost(answers, gate, prevalence),
    )
    return Section(
        "Found and missed",
        paragraphs(_FOUND),
        (Table("What was found, with 95 % intervals.", ("measure", "found"), rows),),
        tuple(_curve(found, prevalence)),
    )


def _in_hundred(found: Estimate) -> str:
    if found.value is None:
        return "unknown"
    return f"{hundred(found.value)} (between {100 * found.low:.0f} and {100 * found.high:.0f})"


def _weighed(found: Screen, prevalence: float) -> Iterator[tuple[str, str]]:
    values = predictive_values(found, prevalence)
    where = f"where {100 * prevalence:g} in 100 need a person"
    yield f"Alarms that are right, {where}", _in_hundred(values.positive)
    yield f"Silences that are right, {where}", _in_hundred(values.negative)


def _cost(answers: Sequence[Answer], gate: Gate | None, prevalence: float) -> tuple[str, str]:
    asked = gate.expected_cost if gate else None
    table, share = (asked.table, asked.prevalence) if asked else (DEFAULT_COSTS, prevalence)
    whose = "the gate's table" if asked else "the course's table, chosen for teaching"
    cost = expected_cost(answers, table, prevalence=share)
    told = (
        "unknown" if cost.value is None else f"{cost.value:.2f} (between {cost.low:.2f} and {cost.high:.2f})"
    )
    return f"Mean cost of a conversation, where {100 * share:g} in 100 need a person ({whose})", told


def _curve(found: Screen, prevalence: float) -> Iterator[Figure]:
    shares = {p: predictive_values(found, p).positive.value for p in sorted({*_PREVALENCES, prevalence})}
    points = [(p, share) for p, share in shares.items() if share is not None]
    if len(points) == len(shares):
        yield figures.curve(
            points,
            prevalence,
            "The rarer the need, the fewer alarms are right, with the same guard.",
            ("of 100 conversations, so many need a person", "of 100 alarms, so many are right"),
        )


def _levels(answers: Sequence[Answer]) -> Section:
    done = disposition_confusion(answers)
    levels = level_confusion(answers)
    names = [DISPOSITIONS[step] for step in Disposition]
    return Section(
        "What was right, and what was answered",
        paragraphs(f"""
            Each row is what the label says, each column what the guard answered. Left of the diagonal it did
            too little, right of it too much.

            What to do: right or an accepted neighbour in {span(done.agreement)}; too little in
            {span(done.under_triage)}; too much in {span(done.over_triage)}. Failed calls are neither.
            """),
        (
            _matrix(done, "What should be done, and what the guard decided.", names),
            _matrix(
                levels,
                "The level of risk on the page, and the level that the guard gave.",
                [level.name.lower() for level in RiskLevel],
            ),
        ),
        (
            figures.counts(
                [(*row, failed) for row, failed in zip(done.counts, done.failed, strict=True)],
                names,
                "What should be done (rows), and what the guard decided (columns).",
                ("label", "answer"),
                ("failed",),
            ),
        ),
    )


def _matrix(
    found: Confusion[Disposition] | Confusion[RiskLevel], caption: str, names: Sequence[str]
) -> Table:
    body = [(name, *row[1:]) for name, row in zip((*names, "all"), found.rows, strict=True)]
    return Table(caption, ("label", *names, "failed", "all"), tuple(body))


def _groups(answers: Sequence[Answer], gate: Gate | None) -> Iterator[Section]:
    limits = {BY[asked.by]: asked.sensitivity_at_least for asked in gate.subgroups} if gate else {}
    tables, drawn = [], []
    for way, by in GROUPINGS.items():
        gaps = group_gaps(answers, by)
        if len(gaps) < 2:  # noqa: PLR2004 - one group has nobody to be compared with
            continue
        tables.append(_group_table(way, gaps))
        rows = [(name_of(gap.group), gap.screen.sensitivity) for gap in gaps if gap.screen.sensitivity.n]
        if 1 < len(rows) <= _MOST_GROUPS:
            caption = f"People found, by {way}; the line is the 95 % interval."
            axis = "of 100 who need a person, found"
            drawn.append(figures.intervals(rows, caption, axis, limits.get(way)))
    if tables:
        yield Section(
            "Whom it hears, and whom it does not",
            paragraphs(_GROUPS),
            tuple(tables),
            tuple(drawn),
        )


def _group_table(way: str, gaps: Sequence[GroupGap]) -> Table:
    return Table(
        f"Groups by {way}, each against all other cases.",
        (way, "found, of those who need a person", "gap to the others, in 100", "false alarms"),
        tuple(
            (
                name_of(gap.group),
                span(gap.screen.sensitivity),
                _points(gap.sensitivity_gap),
                span(gap.screen.false_alarm_rate),
            )
            for gap in gaps
        ),
    )


def _points(gap: Estimate) -> str:
    if gap.value is None:
        return "unknown"
    value, low, high = (f"{100 * end:+.0f}" for end in (gap.value, gap.low, gap.high))
    return f"{value} (between {low} and {high})"


def _other_words(measured: Sequence[Robustness]) -> Iterator[Section]:
    if not measured:
        return
    rows = [(name_of(found.kind), found.found) for found in measured]
    yield Section(
        "The same said in other words",
        paragraphs(_WORDS),
        (
            Table(
                "Of the conversations answered rightly, those still answered rightly in every other wording.",
                ("what was changed", "still found", "still left alone", "hardest wording", "such as"),
                tuple(
                    (
                        f"{name_of(found.kind)}: {found.title}",
                        span(found.found),
                        span(found.left_alone),
                        found.worst_variant or "none was lost",
                        "; ".join(
                            f"{example.base.case.conversation.id} ({example.name})"
                            for example in found.examples
                        )
                        or "none",
                    )
                    for found in measured
                ),
            ),
        ),
        (
            figures.intervals(
                rows,
                "People found who stay found in every other wording; the line is the 95 % interval.",
                "of 100 found as it was, still found in every wording",
            ),
        ),
    )


def _over_the_conversation(evidence: Evidence) -> Section:
    waits, memory, changes = delays(evidence.traces), forgetting(evidence.traces), flips(evidence.traces)
    questions = asking(evidence.answers)
    half = "not within the conversation" if waits.median is None else count(waits.median, "turn")
    rows = (
        ("Answered with enough at the first sign", span(waits.at_once)),
        ("Never answered with enough", span(waits.never)),
        ("Half of the people had waited, at most", half if waits.turns else "unknown"),
        ("Disclosures noticed and later forgotten", span(memory.forgotten)),
        ("Conversations in which something was taken back", span(changes.fell)),
        ("Changes upwards, changes downwards", f"{changes.rises}, {changes.falls}"),
        ("Open questions that the guard names", span(questions.recall)),
        ("Questions named that are open", span(questions.precision)),
    )
    return Section(
        "Over the conversation",
        paragraphs(_TURNS),
        (Table("What happened turn by turn, with 95 % intervals.", ("measure", "found"), rows),),
    )


def _failures(answers: Sequence[Answer]) -> Iterator[Section]:
    told = Counter(answer.failure for answer in answers if answer.failure is not None)
    if told:
        yield Section(
            "Calls that failed",
            ("For the people who run the guard. None of this is shown to a person who writes to it.",),
            (
                Table(
                    "What failed, most frequent first.",
                    ("failure", "calls"),
                    tuple((what, str(number)) for what, number in told.most_common(20)),
                ),
            ),
        )
