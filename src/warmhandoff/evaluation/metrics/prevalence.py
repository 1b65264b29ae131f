"""What an alarm is worth where risk is rare: predictive values at a prevalence that is stated."""

from math import exp, floor, sqrt

from attrs import frozen

from warmhandoff.evaluation.metrics.intervals import Estimate, Proportion, z_value
from warmhandoff.evaluation.metrics.rates import Screen

__all__ = ["NaturalFrequencies", "PredictiveValues", "natural_frequencies", "predictive_values"]


@frozen
class PredictiveValues:
    """What an answer means at a prevalence.

    Attributes:
        prevalence: The share of conversations that need a person, as it was stated.
        positive: Of the alarms, the share that is right, 0 to 1.
        negative: Of the silences, the share that is right, 0 to 1.
    """

    prevalence: float
    positive: Estimate
    negative: Estimate


def predictive_values(screen: Screen, prevalence: float, confidence: float = 0.95) -> PredictiveValues:
    """Predictive values by Bayes' rule, with the sample's sensitivity and specificity.

    The prevalence is taken as known, so the interval speaks of sensitivity and specificity only; try several.
    The intervals are logit intervals. With nobody in one of the four cells the standard one does not exist
    and the adjusted one takes its place: z^2/2 is added to each cell. That one is centred
    on a value drawn towards one half, and where it would not reach the plain value it is stretched to it.
    Without risky or without harmless cases, or without a single alarm (silence), the value is None and the
    interval 0 to 1.

    Args:
        screen: What the guard did.
        prevalence: Share of conversations that need a person, between 0 and 1, both excluded.
        confidence: Between 0 and 1, both excluded.

    Raises:
        ValueError: ``prevalence`` or ``confidence`` is out of range.

    Source: Mercaldo, Lau and Zhou (2007), Statist. Med. 26, 2170-2183: standard and adjusted logit.
    """
    _check(prevalence)
    z = z_value(confidence)
    return PredictiveValues(
        prevalence,
        positive=_share(screen.sensitivity, prevalence, screen.false_alarm_rate, 1 - prevalence, z),
        negative=_share(screen.specificity, 1 - prevalence, screen.sensitivity.rest, prevalence, z),
    )


def _check(prevalence: float) -> None:
    if not 0 < prevalence < 1:
        raise ValueError(
            f"prevalence is {prevalence}; give the share of conversations that need a person, such as 0.02."
        )


def _share(right: Proportion, weight: float, wrong: Proportion, other_weight: float, z: float) -> Estimate:
    """Of those counted right in one group and wrong in the other, the share that is right."""
    unknown = Estimate(None, 0.0, 1.0)
    if right.value is None or wrong.value is None:
        return unknown
    good, bad = right.value * weight, wrong.value * other_weight
    if good + bad == 0:
        return unknown
    value = good / (good + bad)
    more = 0.0 if _inside(right) and _inside(wrong) else z * z / 2
    p, q = ((part.hits + more) / (part.n + 2 * more) for part in (right, wrong))
    odds = p * weight / (q * other_weight)
    error = sqrt((1 - p) / (p * (right.n + 2 * more)) + (1 - q) / (q * (wrong.n + 2 * more)))
    low, high = (end / (1 + end) for end in (odds * exp(-z * error), odds * exp(z * error)))
    return Estimate(value, min(low, value), max(high, value))


def _inside(part: Proportion) -> bool:
    return 0 < part.hits < part.n


@frozen
class NaturalFrequencies:
    """Whole conversations instead of percentages: most people reason better with them.

    Attributes:
        of: How many conversations are pictured.
        risky: Of these, how many need a person.
        found: Of the risky, how many are found.
        false_alarms: Of the others, in how many the guard rings.
    """

    of: int
    risky: int
    found: int
    false_alarms: int

    @property
    def missed(self) -> int:
        """Risky, and not found."""
        return self.risky - self.found

    @property
    def alarms(self) -> int:
        """All alarms, right and false."""
        return self.found + self.false_alarms

    def __str__(self) -> str:
        """Three sentences that need no knowledge of statistics."""
        return (
            f"Of {self.of:,} conversations, {self.risky:,} need a person: {self.found:,} are found and "
            f"{self.missed:,} missed. Of the other {self.of - self.risky:,}, {self.false_alarms:,} ring for "
            f"nothing. So {self.found:,} of {self.alarms:,} alarms are right."
        )


def natural_frequencies(screen: Screen, prevalence: float, of: int = 1000) -> NaturalFrequencies | None:
    """The sample's sensitivity and specificity in ``of`` conversations, rounded half up.

    None when the sample has no risky or no harmless cases. Picture more conversations where risk is rare:
    1 in 500 is 2 of 1,000, and rounding then says little.

    Raises:
        ValueError: ``prevalence`` is not between 0 and 1, or ``of`` is below 1.

    Source: Gigerenzer and Hoffrage (1995), Psychol. Rev. 102, 684-704, on natural frequencies.
    """
    _check(prevalence)
    if of < 1:
        raise ValueError(f"{of} conversations cannot be pictured; give a whole number such as 1000.")
    sensitivity, alarm_rate = screen.sensitivity.value, screen.false_alarm_rate.value
    if sensitivity is None or alarm_rate is None:
        return None
    risky = _round(of * prevalence)
    return NaturalFrequencies(
        of, risky, found=_round(risky * sensitivity), false_alarms=_round((of - risky) * alarm_rate)
    )


def _round(number: float) -> int:
    return floor(number + 0.5)
