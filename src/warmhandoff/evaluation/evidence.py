"""All that is seen of a guard: its answers, its decisions along the way, and what other wordings change."""

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics.trace import Trace
from warmhandoff.evaluation.perturb import Family, Robustness, robustness
from warmhandoff.evaluation.run import answers
from warmhandoff.labels import LabelledConversation
from warmhandoff.risk import Disposition

__all__ = ["Evidence", "gather", "steps"]


@frozen
class Evidence:
    """What a guard did.

    Attributes:
        answers: One a case, on the whole conversation.
        traces: One a case, its decisions after each of the person's turns.
        robustness: One for each kind of perturbation; empty when it was left out.
    """

    answers: tuple[Answer, ...]
    traces: tuple[Trace, ...] = ()
    robustness: tuple[Robustness, ...] = ()


def steps(cases: Sequence[LabelledConversation], families: Sequence[Family] = ()) -> int:
    """How often `gather` will report progress."""
    return len(cases) + len(_beginnings(cases)) + len(families)


def gather(  # noqa: PLR0913 - what is asked, then how: all by name
    cases: Sequence[LabelledConversation],
    guard: object,
    *,
    timeout: float = 2.0,
    isolate: bool = False,
    families: Sequence[Family] = (),
    progress: Callable[[int], object] = lambda _steps: None,
) -> Evidence:
    """Ask a guard everything, always under the fail-safe wrapper.

    Args:
        cases: What it is judged on.
        guard: A guard or function, or with ``isolate`` its SPEC.
        timeout: Seconds a call, above 0.
        isolate: Whether the guard runs in a process of its own, which can be killed.
        families: The same conversations said in other ways; none leaves robustness out.
        progress: Called with the number of steps done since; see `steps`.
    """

    def ask(asked: Sequence[LabelledConversation]) -> tuple[Answer, ...]:
        return tuple(answers(asked, guard, timeout=timeout, isolate=isolate, progress=lambda: progress(1)))

    whole = ask(cases)
    early = iter(ask(_beginnings(cases)))
    found: list[Robustness] = []
    for kind in dict.fromkeys(family.kind for family in families):
        these = [family for family in families if family.kind == kind]
        found += robustness(guard, these, timeout=timeout, isolate=isolate)
        progress(len(these))
    return Evidence(whole, tuple(_trace(answer, early) for answer in whole), tuple(found))


def _cuts(case: LabelledConversation) -> list[int]:
    """Where the person has just spoken, other than at the end: there the whole conversation was judged."""
    turns = len(case.conversation.turns)
    return [index for index, _turn in case.conversation.said_by("user") if index + 1 < turns]


def _beginnings(cases: Sequence[LabelledConversation]) -> list[LabelledConversation]:
    return [
        evolve(case, conversation=evolve(case.conversation, turns=case.conversation.turns[: index + 1]))
        for case in cases
        for index in _cuts(case)
    ]


def _trace(whole: Answer, early: Iterator[Answer]) -> Trace:
    case = whole.case
    turns = tuple(index for index, _turn in case.conversation.said_by("user"))
    given = [_given(next(early)) for _cut in _cuts(case)]
    return Trace(case, turns, (*given, *([_given(whole)] if len(given) < len(turns) else ())))


def _given(answer: Answer) -> Disposition | None:
    return None if answer.failure is not None else answer.decision.disposition
