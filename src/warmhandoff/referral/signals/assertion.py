"""How words are meant: one pass after NegEx and ConText, widened to chat.

NegEx (Chapman and others 2001) looks for trigger phrases before and after a finding, passes over
phrases that only look like triggers, and ends a trigger's scope at some words and after some distance.
ConText (Harkema and others 2009) does the same for who and when. Ours adds quotation and figures of
speech, and what in a chat begins a new clause. Nothing reaches over the end of a sentence or a line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from warmhandoff.referral.signals.detectors import Group, Kind
from warmhandoff.referral.signals.model import Assertion
from warmhandoff.referral.signals.phrases import LONGEST, Found
from warmhandoff.referral.signals.words import Span, Words

__all__ = ["Meaning"]

_PSEUDO = frozenset({Kind.PSEUDO})
_SAYS = frozenset({Kind.BEFORE, Kind.AFTER, Kind.WITHIN})


class _Marks:
    """Spans that tell by bisection which of them is nearest, and whether one lies between two places."""

    __slots__ = ("_by_end", "_by_start")

    def __init__(self, spans: list[Span]) -> None:
        self._by_start = spans  # in the order of the text, as they were found
        self._by_end: list[Span] | None = None

    def last_before(self, word: int) -> int | None:
        """The end of the last span that ends at that word or before it."""
        if self._by_end is None:
            self._by_end = sorted((end, start) for start, end in self._by_start)
        place = bisect_right(self._by_end, (word, word))
        return self._by_end[place - 1][0] if place else None

    def first_from(self, word: int) -> int | None:
        """The start of the first span that starts at that word or after it."""
        place = bisect_left(self._by_start, (word, word))
        return self._by_start[place][0] if place < len(self._by_start) else None

    def starts_between(self, first: int, end: int) -> bool:
        return (start := self.first_from(first)) is not None and start < end

    def meets(self, first: int, end: int) -> bool:
        """Whether a span shares a word; the spans are short, so those that start just before are enough."""
        place = bisect_left(self._by_start, (end, end)) - 1
        while place >= 0 and self._by_start[place][0] > first - LONGEST:
            if self._by_start[place][1] > first:
                return True
            place -= 1
        return False


class Meaning:
    """The ways of meaning that were found in a text, to be asked about one signal after another."""

    def __init__(self, words: Words, found: Iterable[Found]) -> None:
        self._words = words
        spans: dict[Group, list[Span]] = {}
        for start, end, owner in found:
            spans.setdefault(owner, []).append((start, end))
        self._groups: dict[Assertion, list[tuple[Group, _Marks]]] = {}
        pseudo = _covered(spans, _PSEUDO)
        said = _covered(spans, _PSEUDO | _SAYS)
        for group, places in spans.items():
            # What only looks like a trigger is none; and what a longer trigger holds does not end its reach.
            beyond = (pseudo if group.kind in _SAYS else said).get(group.assertion, set())
            kept = [place for place in places if not beyond.issuperset(range(*place))]
            if group.kind is not Kind.PSEUDO and kept:
                self._groups.setdefault(group.assertion, []).append((group, _Marks(kept)))

    def of(self, span: Span) -> frozenset[Assertion]:
        """How the words of a signal are meant."""
        if not self._groups and not self._words.quotes:
            return frozenset()
        return frozenset(self._assertions(span))

    def _assertions(self, span: Span) -> Iterator[Assertion]:
        for assertion, groups in self._groups.items():
            if any(self._holds(group, marks, span) for group, marks in groups) and not self._barred(
                groups, span
            ):
                yield assertion
        if self._quoted(span):
            yield Assertion.QUOTED

    def _holds(self, group: Group, marks: _Marks, span: Span) -> bool:
        first, end = span
        if group.kind is Kind.WITHIN:
            return marks.meets(first, end)
        if group.kind is Kind.BEFORE:
            trigger = marks.last_before(first)
            return trigger is not None and self._reaches(group, trigger, first)
        if group.kind is Kind.AFTER:
            trigger = marks.first_from(end)
            return trigger is not None and self._reaches(group, end, trigger)
        return False

    def _reaches(self, group: Group, start: int, end: int) -> bool:
        """Whether nothing between two places in the text keeps them apart."""
        return (
            end - start <= group.reach
            and not _any_in(self._words.stops, start, end)
            and (group.over_pauses or not _any_in(self._words.pauses, start, end + 1))
            and not any(
                marks.starts_between(start, end)
                for ending, marks in self._groups[group.assertion]
                if ending.kind is Kind.ENDS
            )
        )

    def _barred(self, groups: Iterable[tuple[Group, _Marks]], span: Span) -> bool:
        return any(
            marks.meets(self._back(span[0], group.reach), self._on(span[1], group.reach))
            for group, marks in groups
            if group.kind is Kind.BARS
        )

    def _back(self, word: int, reach: int) -> int:
        """So many words back, but not into the sentence before."""
        stops = self._words.stops
        place = bisect_left(stops, word)
        return max(word - reach, stops[place - 1] + 1 if place else 0)

    def _on(self, word: int, reach: int) -> int:
        return min(word + reach, self._words.sentence_end(word))

    def _quoted(self, span: Span) -> bool:
        quotes = self._words.quotes
        place = bisect_right(quotes, (span[0], len(self._words.words))) - 1
        if place < 0 or quotes[place][1] < span[1]:
            return False
        # What somebody says they said is said by them.
        says = self._groups.get(Assertion.QUOTED, ())
        return not any(self._barred(says, (edge, edge)) for edge in quotes[place])


def _covered(spans: Mapping[Group, Iterable[Span]], kinds: frozenset[Kind]) -> dict[Assertion, set[int]]:
    """The words that lie in a phrase of those kinds, by assertion."""
    covered: dict[Assertion, set[int]] = {}
    for group, places in spans.items():
        if group.kind in kinds:
            covered.setdefault(group.assertion, set()).update(
                word for place in places for word in range(*place)
            )
    return covered


def _any_in(sorted_places: list[int], start: int, end: int) -> bool:
    place = bisect_left(sorted_places, start)
    return place < len(sorted_places) and sorted_places[place] < end
