"""Whether a guard's answer survives other ways of saying it: the worst case, never the mean."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from attrs import field, frozen

from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.metrics.rates import either_way
from warmhandoff.evaluation.perturb.suite import PERTURBATIONS, Family
from warmhandoff.evaluation.run import answers
from warmhandoff.labels import LabelledConversation
from warmhandoff.risk import Disposition

__all__ = ["Example", "Robustness", "robustness"]

_MOST_EXAMPLES = 3
_TITLES = {perturbation.name: perturbation.title for perturbation in PERTURBATIONS}


@frozen
class Example:
    """A family that did not hold, for a report.

    Attributes:
        name: What the variant is called.
        base: The answer to the conversation as it was: right.
        variant: The answer to the variant: wrong.
    """

    name: str
    base: Answer
    variant: Answer


@frozen
class Robustness:
    """How a guard did under one kind of perturbation.

    Attributes:
        kind: The perturbation's name.
        title: What it does, in plain words.
        found: Of the families whose base needs a person and was found, those in which **every** variant
            was found too.
        left_alone: Of the families whose base needs nobody and was left alone, those in which **every**
            variant was left alone too.
        by_variant: For each variant's name, of both sorts of families together, those in which that
            variant kept the answer. A mean, to see where to look, and not to pass by.
        examples: At most three that did not hold; those that were missed come first.
    """

    kind: str
    title: str
    found: Proportion
    left_alone: Proportion
    by_variant: tuple[tuple[str, Proportion], ...] = ()
    examples: tuple[Example, ...] = field(default=())

    @property
    def worst_variant(self) -> str | None:
        """The variant that lost the answer most often; None when none ever did."""
        lost = {name: kept.n - kept.hits for name, kept in self.by_variant}
        worst = max(lost, key=lambda name: lost[name], default=None)
        return worst if worst is not None and lost[worst] else None


def robustness(
    guard: object,
    families: Sequence[Family],
    *,
    timeout: float = 2.0,
    isolate: bool = False,
    progress: Callable[[], object] | None = None,
) -> tuple[Robustness, ...]:
    """How a guard does under each kind, in the order in which the kinds first occur.

    A conversation counts as found when the guard itself brings a person in, and as left alone when it
    answers and does not; a guard that fails, and so answers fail-safe, did neither. Bases where raters
    accept both, and bases that the guard got wrong, count in no proportion: those are what the other
    measures are about.

    Args:
        guard: A guard or a function, or with ``isolate`` its SPEC.
        families: From `suite`.
        timeout: Seconds a conversation.
        isolate: Whether the guard runs in a process of its own.
        progress: Called after each conversation.
    """

    def asked(cases: Sequence[LabelledConversation]) -> Iterator[Answer]:
        return answers(cases, guard, timeout=timeout, isolate=isolate, progress=progress)

    # A base stands in several families, and is asked about once.
    bases = dict.fromkeys(family.base for family in families if not either_way(family.base.label))
    right = {answer.case: answer for answer in asked(tuple(bases)) if _right(answer)}
    judged = [family for family in families if family.base in right]
    said = iter(tuple(asked([variant for family in judged for variant in family.variants])))
    tried = [_Tried(family, right[family.base], tuple(islice(said, len(family.names)))) for family in judged]
    kinds = dict.fromkeys(family.kind for family in families)
    return tuple(_of(kind, [each for each in tried if each.family.kind == kind]) for kind in kinds)


@frozen
class _Tried:
    """A family whose base was answered rightly, and the answers to its variants."""

    family: Family
    base: Answer
    answers: tuple[Answer, ...]

    @property
    def risky(self) -> bool:
        return self.family.base.label.risky

    @property
    def held(self) -> bool:
        return all(map(_right, self.answers))

    @property
    def lost(self) -> tuple[Example, ...]:
        named = zip(self.family.names, self.answers, strict=True)
        return tuple(Example(name, self.base, answer) for name, answer in named if not _right(answer))


def _right(answer: Answer) -> bool:
    if answer.case.label.risky:
        return answer.brought_in
    return answer.failure is None and answer.decision.disposition < Disposition.WARM_HANDOFF


def _of(kind: str, tried: Sequence[_Tried]) -> Robustness:
    kept: dict[str, list[bool]] = {}
    for each in tried:
        for name, answer in zip(each.family.names, each.answers, strict=True):
            kept.setdefault(name, []).append(_right(answer))
    lost = sorted((each for each in tried if not each.held), key=lambda each: not each.risky)
    return Robustness(
        kind=kind,
        title=_TITLES.get(kind, kind),
        found=_share([each.held for each in tried if each.risky]),
        left_alone=_share([each.held for each in tried if not each.risky]),
        by_variant=tuple((name, _share(rights)) for name, rights in kept.items()),
        examples=tuple(each.lost[0] for each in lost[:_MOST_EXAMPLES]),
    )


def _share(held: Sequence[bool]) -> Proportion:
    return Proportion(sum(held), len(held))
