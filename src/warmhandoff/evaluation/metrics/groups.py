"""Does the guard hear everybody alike? Each group against everybody else, with intervals."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from attrs import frozen

from warmhandoff.conversation import AGE_BANDS
from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics.intervals import Estimate, difference
from warmhandoff.evaluation.metrics.rates import Screen, screen
from warmhandoff.evaluation.metrics.style import STYLES, writing_style
from warmhandoff.labels import LabelledConversation, Phenomenon

__all__ = ["GROUPINGS", "NOT_STATED", "GroupGap", "Grouping", "group_gaps"]

Grouping = Callable[[LabelledConversation], Iterable[str]]
"""The groups that a case belongs to: one, several, or none."""

NOT_STATED = "not stated"
"""The group of those who did not say. They count: most people never say."""


def _phenomena(case: LabelledConversation) -> Iterable[str]:
    return case.label.phenomena


def _age_band(case: LabelledConversation) -> Iterable[str]:
    return (case.conversation.context.age_band or NOT_STATED,)


def _country(case: LabelledConversation) -> Iterable[str]:
    # Regions hold too few cases to tell anything.
    return ((case.conversation.place or NOT_STATED).partition("-")[0],)


def _style(case: LabelledConversation) -> Iterable[str]:
    return (writing_style(case.conversation),)


GROUPINGS: Mapping[str, Grouping] = MappingProxyType(
    {"phenomenon": _phenomena, "age band": _age_band, "place": _country, "writing style": _style}
)
"""The ways to group that a report shows, by name. A conversation can have several phenomena."""

_ORDER = {name: number for number, name in enumerate((*Phenomenon, *AGE_BANDS, *STYLES))}


@frozen
class GroupGap:
    """A group, and everybody else.

    Attributes:
        group: Its name.
        screen: What the guard did for the group.
        others: What it did for all cases outside it.
    """

    group: str
    screen: Screen
    others: Screen

    @property
    def sensitivity_gap(self) -> Estimate:
        """Sensitivity here minus elsewhere, -1 to 1: below 0, this group is missed more often."""
        return difference(self.screen.sensitivity, self.others.sensitivity)

    @property
    def false_alarm_gap(self) -> Estimate:
        """False-alarm rate here minus elsewhere, -1 to 1: above 0, it is alarmed about more often."""
        return difference(self.screen.false_alarm_rate, self.others.false_alarm_rate)


def group_gaps(answers: Iterable[Answer], by: Grouping) -> tuple[GroupGap, ...]:
    """Each group against everybody else, phenomena, ages and styles in their own order, others by name.

    Judge by the interval. Where it holds 0, the data cannot tell the group from the others, which
    is no proof that they are alike: a small group has a wide one. A group of fewer than five can
    stand out by one unlucky case, and of many groups about one in twenty does by chance.

    Args:
        answers: What the guard did.
        by: The groups of a case, such as ``GROUPINGS["writing style"]``.

    Returns:
        One for each group that occurs; none for no answers.

    Source of the gaps' intervals: Newcombe (1998), see `difference`.
    """
    seen = tuple(answers)
    members = [frozenset(str(group) for group in by(answer.case)) for answer in seen]
    names = sorted(frozenset().union(*members), key=lambda name: (_ORDER.get(name, len(_ORDER)), name))
    return tuple(
        GroupGap(
            name,
            screen(answer for answer, groups in zip(seen, members, strict=True) if name in groups),
            screen(answer for answer, groups in zip(seen, members, strict=True) if name not in groups),
        )
        for name in names
    )
