"""How a conversation of the course is labelled, by its writers and not by clinicians."""

from enum import StrEnum, auto
from typing import Any, Self

from attrs import field, frozen
from attrs.validators import instance_of

from warmhandoff.conversation import Context, Conversation
from warmhandoff.risk import Disposition, Domain, RiskLevel, Urgency, needs_person
from warmhandoff.serialise import from_plain

__all__ = ["Label", "LabelledConversation", "Phenomenon"]


class Phenomenon(StrEnum):
    """What makes a conversation easy or hard to read."""

    PLAIN_STATEMENT = auto()
    NEGATION = auto()
    THIRD_PERSON = auto()
    PAST_RESOLVED = auto()
    IDIOM_HYPERBOLE = auto()
    OBLIQUE_FAREWELL = auto()
    AMBIVALENCE = auto()
    JOKING = auto()
    QUOTATION_LYRICS = auto()
    PROFESSIONAL_ACADEMIC = auto()
    SYMPTOMS_WITHOUT_SUICIDALITY = auto()
    EARLY_DISCLOSURE_THEN_SMALL_TALK = auto()
    ESCALATION = auto()
    BOT_SAYS_RISKY_WORDS = auto()
    MISSPELLING_SLANG = auto()
    REASSURANCE_AFTER_DISCLOSURE = auto()
    SELF_INJURY_WITHOUT_INTENT = auto()


@frozen
class Label:
    """What a careful reader finds on the page.

    Attributes:
        risk, disposition: The writers' own reading.
        risk_accepted, disposition_accepted: That, and the neighbour where raters could differ.
        urgency: How soon a person must reply.
        domain: What the danger is about; None when there is no concern.
        deciding_turn: Index of the user's turn that decides, from 0.
        unasked: Of intent, plan, time, means and past_acts, what nobody has asked or told.
        phenomena: What makes it easy or hard to read.
        rationale: One line: why.
    """

    risk: RiskLevel
    risk_accepted: tuple[RiskLevel, ...]
    disposition: Disposition
    disposition_accepted: tuple[Disposition, ...]
    urgency: Urgency
    domain: Domain | None
    deciding_turn: int | None
    unasked: tuple[str, ...]
    phenomena: tuple[Phenomenon, ...]
    rationale: str

    @property
    def risky(self) -> bool:
        """Whether a person must be brought in."""
        return needs_person(self.risk)

    @property
    def disputed(self) -> bool:
        """Whether raters could differ on bringing in a person."""
        return len({needs_person(level) for level in self.risk_accepted}) > 1


@frozen
class LabelledConversation:
    """A conversation of the course with its label."""

    conversation: Conversation = field(validator=instance_of(Conversation))
    label: Label = field(validator=instance_of(Label))

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Self:
        """Read one line of a data set, as its ``schema.json`` describes it."""
        return cls(
            conversation=Conversation.from_messages(
                record["messages"],
                id=record["id"],
                language=record.get("language", "en"),
                place=record.get("place"),
                context=Context(age_band=record.get("age_band")),
            ),
            label=from_plain(record["label"], Label),
        )
