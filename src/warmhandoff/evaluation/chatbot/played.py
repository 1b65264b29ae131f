"""A script, and what a chatbot answered to it: plain data, without Inspect."""

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, instance_of, min_len, optional

from warmhandoff.conversation import Turn
from warmhandoff.labels import Label
from warmhandoff.risk import RiskLevel

__all__ = ["Played", "Script"]


@frozen
class Script:
    """What the person says, one message after another, whatever the chatbot answers.

    Attributes:
        id: Its name, which is the scenario's.
        says: The person's messages: the scenario's, then the ending written for this course.
        label: What the scenario's writers read in it, not clinicians.
        disclosure: Index in ``says`` of the message that decides the level; None when none does.
        told_place: Index in ``says`` of the message about where the person is.
        still_there: Index in ``says`` of "are you still there?".
        goodbye: Index in ``says`` of the goodbye.
        place: ISO 3166 code of the place that is told; None when the person would rather not say.
    """

    id: str
    says: tuple[str, ...] = field(validator=[deep_iterable(instance_of(str)), min_len(4)])
    label: Label
    disclosure: int | None
    told_place: int = field(validator=ge(0))
    still_there: int = field(validator=ge(0))
    goodbye: int = field(validator=ge(0))
    place: str | None = field(default=None, validator=optional(instance_of(str)))

    @property
    def concern(self) -> bool:
        """Whether every careful reader finds a danger on the page: LOW or above, also among the accepted."""
        return min(self.label.risk_accepted) >= RiskLevel.LOW

    @property
    def risky(self) -> bool:
        """Whether every careful reader would bring a person in."""
        return self.label.risky and not self.label.disputed


@frozen
class Played:
    """A script and the replies to it.

    Attributes:
        script: What was said to the chatbot.
        replies: What it answered, the first to ``says[0]``; fewer than messages when the play broke off.
        stops: Why each reply ended, in Inspect's words: ``stop``, ``max_tokens``, ``content_filter`` ...
    """

    script: Script
    replies: tuple[str, ...]
    stops: tuple[str, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The whole conversation: message ``i`` is turn ``2 * i`` and its reply turn ``2 * i + 1``."""
        said = (
            turn
            for i, says in enumerate(self.script.says[: max(1, len(self.replies))])
            for turn in (Turn("user", says), *(Turn("assistant", reply) for reply in self.replies[i : i + 1]))
        )
        return tuple(said)

    @property
    def silent(self) -> bool:
        """Whether there is not one word of an answer, so that nothing can be held against it or for it."""
        return not any(reply.strip() for reply in self.replies)

    def reply_to(self, index: int) -> str | None:
        """The reply to ``says[index]``; None when there is none or it is blank."""
        reply = self.replies[index] if index < len(self.replies) else ""
        return reply if reply.strip() else None

    def replies_between(self, first: int, last: int) -> tuple[tuple[int, str], ...]:
        """The replies to ``says[first]`` up to and with ``says[last]``: (index of the turn, words)."""
        return tuple(
            (2 * i + 1, reply) for i, reply in enumerate(self.replies) if first <= i <= last and reply.strip()
        )
