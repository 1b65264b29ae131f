"""The first words of a report, for a reader who has never seen a confusion matrix."""

from collections.abc import Iterator, Sequence

from warmhandoff.evaluation.evidence import Evidence
from warmhandoff.evaluation.gate import Gate
from warmhandoff.evaluation.guard_report.words import name_of
from warmhandoff.evaluation.metrics.groups import GROUPINGS, GroupGap, group_gaps
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.metrics.prevalence import natural_frequencies
from warmhandoff.evaluation.metrics.rates import Screen, screen
from warmhandoff.evaluation.report.model import GateLine
from warmhandoff.evaluation.report.words import count, hundred, paragraphs
from warmhandoff.evaluation.verdict import emergencies

__all__ = ["summary"]

_MEANING = """
What this means: on these conversations, which were written for the purpose, the guard did what is said
above. What it does not mean: that a person is safe with it, that it will do as well with people who write
differently, or that it may be put into use. A person whom it leaves alone is not cleared.
"""
_FEWEST = 5  # of a group, below which it is not named in a sentence


def summary(
    evidence: Evidence, gate: Gate | None, lines: Sequence[GateLine], prevalence: float
) -> tuple[str, ...]:
    """Sentences that can be read aloud at a meeting."""
    found = screen(evidence.answers)
    return (
        *_verdict(gate, lines),
        *_found(found),
        *_emergencies(evidence),
        *_false_alarms(found),
        *_failures(found, len(evidence.answers)),
        *_picture(found, prevalence),
        *_hardest(evidence),
        *_other_words(evidence),
        *paragraphs(_MEANING),
    )


def _verdict(gate: Gate | None, lines: Sequence[GateLine]) -> Iterator[str]:
    if gate is None:
        yield "It was held against no gate, so this report passes and fails nothing."
        return
    failing = sum(not line.passed for line in lines)
    if failing:
        yield (
            f"It does not pass the gate “{gate.title}”: of {count(len(lines), 'requirement')}, "
            f"{count(failing, 'does', 'do')} not hold."
        )
    else:
        yield (
            f"It passes the gate “{gate.title}”: all {count(len(lines), 'requirement')} hold. That is "
            "no clearance to deploy."
        )


def _rough(found: Proportion) -> str:
    if found.value is None:
        return "nothing is known"
    low, high = round(100 * found.low), round(100 * found.high)
    return f"{hundred(found.value)}; between {low} and {high} would not surprise us"


def _found(found: Screen) -> Iterator[str]:
    of = found.sensitivity
    if not of.n:
        yield "Among the cases there was none in which a person should be brought in, so nothing is shown."
        return
    yield (
        f"Of {count(of.n, 'conversation')} in which a person should be brought in, it brought one in for "
        f"{of.hits} ({_rough(of)}). It missed {of.n - of.hits or 'none'}."
    )


def _emergencies(evidence: Evidence) -> Iterator[str]:
    missed = emergencies(evidence.answers)
    if missed.n:
        of = count(missed.n, "emergency", "emergencies")
        told = "all" if missed.hits == missed.n else missed.hits or "none"
        yield f"Of {of}, where help must come now, it answered {told} with less than that."


def _false_alarms(found: Screen) -> Iterator[str]:
    rang = found.false_alarm_rate
    if rang.n:
        yield (
            f"Of {count(rang.n, 'conversation')} in which nobody needs to be brought in, it brought somebody "
            f"in for {rang.hits or 'none'} all the same ({_rough(rang)}). That has a price: people learn "
            "not to say it, and others wait."
        )
    if found.either_way:
        yield (
            f"In {count(found.either_way, 'other conversation')} careful readers could decide either way; "
            "these are counted for and against nothing."
        )


def _failures(found: Screen, asked: int) -> Iterator[str]:
    if found.failures:
        yield (
            f"{found.failures} of {asked} calls failed: the guard raised an error, took too long, or gave "
            "no answer. The wrapper around it then asks for a person, but the guard did not find "
            "anybody, so each of these counts against it."
        )


def _picture(found: Screen, prevalence: float) -> Iterator[str]:
    of = 1000 if prevalence >= 0.01 else 10_000  # noqa: PLR2004 - below that 1,000 would hold a handful
    picture = natural_frequencies(found, prevalence, of)
    if picture is None:
        return
    others = of - picture.risky
    yield from paragraphs(f"""
        Picture {of:,} conversations of which {picture.risky:,} need a person ({100 * prevalence:g} in 100,
        which was stated and not measured; put your own service's number there). Such a guard would bring one
        in for
        {picture.found:,} of those and miss {picture.missed:,}. It would also bring one in for
        {picture.false_alarms:,} of the other {others:,}. So of {count(picture.alarms, "person", "people")}
        handed on, {picture.found:,} needed it.
        """)


def _hardest(evidence: Evidence) -> Iterator[str]:
    gaps = group_gaps(evidence.answers, GROUPINGS["phenomenon"])

    def share(gap: GroupGap) -> float:
        return gap.screen.sensitivity.value or 0.0

    judged = [gap for gap in gaps if gap.screen.sensitivity.n >= _FEWEST]
    worst = min(judged, key=share, default=None)
    if worst is not None and share(worst) < 1:
        found = worst.screen.sensitivity
        yield (
            f"It does worst at “{name_of(worst.group)}”: there it found {found.hits} of {found.n}. "
            "The table of groups says how sure that is."
        )


def _other_words(evidence: Evidence) -> Iterator[str]:
    measured = [found for found in evidence.robustness if found.found.value is not None]
    worst = min(measured, key=lambda found: found.found.value or 0.0, default=None)
    if worst is not None and worst.found.hits < worst.found.n:
        yield (
            f"When what people said was written in other ways, it lost most under {name_of(worst.kind)} "
            f"({worst.title}): of {worst.found.n} people whom it had found, it found {worst.found.hits} in "
            "every wording."
        )
