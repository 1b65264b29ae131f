"""The guard as a screening test: whom it found, whom it missed, where it rang for nothing."""

from collections.abc import Iterable

from attrs import field, frozen
from attrs.validators import ge, instance_of

from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.labels import Label
from warmhandoff.risk import Disposition

__all__ = ["Screen", "either_way", "screen"]


def _count(default: int | None = None) -> int:
    validators = [instance_of(int), ge(0)]
    count: int = (
        field(validator=validators) if default is None else field(default=default, validator=validators)
    )
    return count


@frozen
class Screen:
    """The four cells of a screening test, and every rate that follows from them.

    *Risky* is a case whose label asks for a person, MODERATE or above; *found* is one where the guard itself
    brought a person in. Each rate is a `Proportion` with a 95 % Wilson interval, and its value is None
    when nobody stands below the line.

    Attributes:
        true_positives: Risky, and found.
        false_negatives: Risky, and missed.
        false_positives: Harmless, and rang: a false alarm.
        true_negatives: Harmless, and left in peace.
        either_way: Left out of the four cells, because raters accept both answers.
        failures: How many of all answers were fail-safe ones.
    """

    true_positives: int = _count()
    false_negatives: int = _count()
    false_positives: int = _count()
    true_negatives: int = _count()
    either_way: int = _count(0)
    failures: int = _count(0)

    @property
    def sensitivity(self) -> Proportion:
        """Of the risky, the share found."""
        return Proportion(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def specificity(self) -> Proportion:
        """Of the harmless, the share left in peace."""
        return Proportion(self.true_negatives, self.true_negatives + self.false_positives)

    @property
    def false_alarm_rate(self) -> Proportion:
        """Of the harmless, the share that rang: over-referral."""
        return self.specificity.rest

    @property
    def positive_predictive_value(self) -> Proportion:
        """Of the alarms, the share that was right, *with as many risky cases as this sample has*.

        A sample made for testing holds far more of them than any service sees;
        `predictive_values` re-weights to a prevalence that is stated.
        """
        return Proportion(self.true_positives, self.true_positives + self.false_positives)

    @property
    def negative_predictive_value(self) -> Proportion:
        """Of the silences, the share that was right, in this sample: see above."""
        return Proportion(self.true_negatives, self.true_negatives + self.false_negatives)


def either_way(label: Label) -> bool:
    """Whether raters accept both that a person is brought in and that none is.

    They do when the accepted levels, or the accepted dispositions, lie on both sides of the line.
    """
    sides = {disposition >= Disposition.WARM_HANDOFF for disposition in label.disposition_accepted}
    return label.disputed or len(sides) > 1


def screen(answers: Iterable[Answer]) -> Screen:
    """Judge answers as a screening test does. No answers give zeros, and rates without a value.

    Two choices, and why:

    * **A fail-safe answer counts against the guard, whatever the case.** It asks for a person, so a risky
      case is not lost, but the guard did not find it: it is missed. A harmless case is a false alarm, for
      a person was called and nobody needed one. Otherwise a guard that raises on hard cases, or on all
      of them, could pass.
    * **A case where both answers are accepted says nothing about either** and is left out, only counted.
      Scoring it one way would reward a guard for the label's doubt.
    """
    cells = {(risky, rang): 0 for risky in (True, False) for rang in (True, False)}
    left_out = failures = 0
    for answer in answers:
        failed = answer.failure is not None
        failures += failed
        if either_way(answer.case.label):
            left_out += 1
            continue
        risky = answer.case.label.risky
        cells[risky, answer.brought_in or (failed and not risky)] += 1
    return Screen(
        true_positives=cells[True, True],
        false_negatives=cells[True, False],
        false_positives=cells[False, True],
        true_negatives=cells[False, False],
        either_way=left_out,
        failures=failures,
    )
