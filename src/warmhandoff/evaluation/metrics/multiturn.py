"""Measures that only a conversation has: how late, how long remembered, how steady.

Turns are counted in the person's own turns, since that is how long somebody waits. Each measure takes
`traces`; without any that can be judged its proportions have no value.
"""

from collections.abc import Iterable
from itertools import pairwise

from attrs import frozen

from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.metrics.trace import Trace

__all__ = ["Delays", "Flips", "Forgetting", "delays", "flips", "forgetting"]


@frozen
class Delays:
    """How long people waited for a person, from the first sign to the first decision that was enough.

    Attributes:
        turns: For each conversation that can be judged, the person's turns in between: 0 at once, None never.
    """

    turns: tuple[int | None, ...]

    def within(self, turns: int) -> Proportion:
        """The share that waited so many turns at most; 0 is at once.

        Raises:
            ValueError: ``turns`` is below 0.
        """
        if turns < 0:
            raise ValueError(f"nobody waits {turns} turns; give 0 for at once, or more.")
        return Proportion(sum(wait is not None and wait <= turns for wait in self.turns), len(self.turns))

    @property
    def at_once(self) -> Proportion:
        """The share that did not wait."""
        return self.within(0)

    @property
    def never(self) -> Proportion:
        """The share for whom it was not enough by the end."""
        return Proportion(self.turns.count(None), len(self.turns))

    @property
    def median(self) -> int | None:
        """The fewest turns within which half of the people were answered; None when half never were."""
        waits = sorted(wait for wait in self.turns if wait is not None)
        half = (len(self.turns) + 1) // 2
        return waits[half - 1] if 0 < half <= len(waits) else None


def delays(traces: Iterable[Trace]) -> Delays:
    """Turns from the first sign, the label's deciding turn, to the first decision that is enough.

    A decision that was enough before the first sign, and still is, counts as at once. A failed turn is not
    enough.
    """
    return Delays(tuple(_noticed(trace) for trace in traces if trace.since_first_sign))


def _noticed(trace: Trace) -> int | None:
    decided = enumerate(trace.since_first_sign)
    return next((turn for turn, given in decided if given is not None and given >= trace.enough), None)


@frozen
class Forgetting:
    """Whether what was disclosed stays known.

    Attributes:
        after: For each disclosure that the guard noticed and that a turn followed, the turns after which its
            decision first fell below enough; None when it held to the end.
        watched: How many turns followed, in the same order.
    """

    after: tuple[int | None, ...]
    watched: tuple[int, ...]

    @property
    def forgotten(self) -> Proportion:
        """The share forgotten by the end."""
        return Proportion(len(self.after) - self.after.count(None), len(self.after))

    def within(self, turns: int) -> Proportion:
        """The share forgotten within so many turns, of those watched for as long or forgotten before.

        Raises:
            ValueError: ``turns`` is below 1.
        """
        if turns < 1:
            raise ValueError(f"nothing is forgotten within {turns} turns; give 1 or more.")
        forgotten = sum(after is not None and after <= turns for after in self.after)
        kept = sum(
            watched >= turns and (after is None or after > turns)
            for after, watched in zip(self.after, self.watched, strict=True)
        )
        return Proportion(forgotten, forgotten + kept)


def forgetting(traces: Iterable[Trace]) -> Forgetting:
    """Noticed disclosures whose decision later falls below enough, while the label still stands.

    A failed turn does not forget: it is a failure and counted as one elsewhere.
    """
    after, watched = [], []
    for trace in traces:
        noticed = _noticed(trace)
        if noticed is None or not (rest := trace.since_first_sign[noticed + 1 :]):
            continue
        later = enumerate(rest, start=1)
        after.append(
            next((turn for turn, given in later if given is not None and given < trace.enough), None)
        )
        watched.append(len(rest))
    return Forgetting(tuple(after), tuple(watched))


@frozen
class Flips:
    """How often the disposition changes from one of the person's turns to the next, whatever the label.

    Attributes:
        rises: Changes upwards: more help.
        falls: Changes downwards. Each takes something back that the person was told.
        fell: Of all conversations, those with at least one fall.
    """

    rises: int
    falls: int
    fell: Proportion


def flips(traces: Iterable[Trace]) -> Flips:
    """Count the changes; a failed turn is passed over."""
    rises = falls = fell = n = 0
    for trace in traces:
        steps = list(pairwise(given for given in trace.given if given is not None))
        down = sum(later < earlier for earlier, later in steps)
        rises += sum(later > earlier for earlier, later in steps)
        falls, fell, n = falls + down, fell + (down > 0), n + 1
    return Flips(rises, falls, Proportion(fell, n))
