"""What a policy is: ordered rules of when and then, a default, and an answer for its own failure."""

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, instance_of, min_len, optional

from warmhandoff.conversation import AGE_BANDS, Conversation, ConversationError
from warmhandoff.labels import Phenomenon
from warmhandoff.referral.policy.hours import Hours
from warmhandoff.referral.policy.template import check
from warmhandoff.referral.signals.model import SEEN, Signal
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

__all__ = ["Policy", "Rule", "Then", "When", "is_place"]

_TEXT: Any = [instance_of(str), min_len(1)]


def _sorted(values: Iterable[Any]) -> tuple[Any, ...]:
    """Each once and in one order, so that the same conditions are equal however they were written."""
    return tuple(sorted(set(values)))


def _tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


def _tuple_of(*allowed: Any) -> Any:
    return deep_iterable(in_(allowed), instance_of(tuple))


def is_place(code: object) -> bool:
    """Whether a conversation could name that place: ISO 3166, ``GB`` or ``GB-SCT``."""
    try:
        Conversation((), place=str(code))
    except ConversationError:
        return False
    return isinstance(code, str)


def _places(_owner: object, _attribute: Any, value: tuple[str, ...]) -> None:
    for code in value:
        if not is_place(code):
            raise ValueError(f"{str(code)[:40]!r} is no place; write an ISO 3166 code, GB or GB-SCT.")


@frozen
class When:
    """The conditions of a rule. All that are given must hold; one that is left out asks nothing.

    ``domains``, ``level``, ``present`` and ``absent`` are about one and the same signal.

    Attributes:
        domains: The signal is about one of these.
        level: The signal reaches this level, LOW to IMMINENT.
        present: The signal's words show all of these phenomena, of `SEEN` (``with`` in a file).
        absent: The signal's words show none of these (``without`` in a file).
        turns: At least so many of the person's turns have such a signal, 1 or more.
        places: The person is in one of these; a country holds its regions. An unknown place is in none.
        age_bands: The person is of one of these; an unknown age is of none.
        staffed: False: outside the policy's staffed hours, an unknown time included. True: within.
        visit: This visit of the person, from 1, or a later one; an unknown one is none.

    Raises:
        ValueError, TypeError: a value is out of range or of another type, or ``present``, ``absent`` or
            ``turns`` is given without ``domains`` and ``level``, so that no signal is named.
    """

    domains: tuple[Domain, ...] = field(default=(), converter=_sorted, validator=_tuple_of(*Domain))
    level: RiskLevel | None = field(
        default=None, validator=optional(in_([level for level in RiskLevel if level > RiskLevel.NONE]))
    )
    present: tuple[Phenomenon, ...] = field(default=(), converter=_sorted, validator=_tuple_of(*SEEN))
    absent: tuple[Phenomenon, ...] = field(default=(), converter=_sorted, validator=_tuple_of(*SEEN))
    turns: int = field(default=1, validator=[instance_of(int), ge(1)])
    places: tuple[str, ...] = field(default=(), converter=_sorted, validator=_places)
    age_bands: tuple[str, ...] = field(default=(), converter=_sorted, validator=_tuple_of(*AGE_BANDS))
    staffed: bool | None = field(default=None, validator=optional(instance_of(bool)))
    visit: int | None = field(default=None, validator=optional([instance_of(int), ge(1)]))

    def __attrs_post_init__(self) -> None:
        """What is asked of a signal needs one that is named."""
        if not self.reads_signals and (self.present or self.absent or self.turns > 1):
            raise ValueError("'with', 'without' and 'turns' are about a signal; name 'domains' or 'level'.")

    @property
    def reads_signals(self) -> bool:
        """Whether there is a condition on signals."""
        return bool(self.domains) or self.level is not None

    def meets(self, signal: Signal) -> bool:
        """Whether one signal is of the kind that is asked for."""
        return (
            (not self.domains or signal.domain in self.domains)
            and signal.level >= (self.level or RiskLevel.LOW)
            and all(signal.shows(phenomenon) for phenomenon in self.present)
            and not any(signal.shows(phenomenon) for phenomenon in self.absent)
        )

    def fits(self, setting: Conversation) -> bool:
        """Whether place, age band and visit are those asked for; turns and time are not looked at."""
        place, context = setting.place, setting.context
        return (
            (not self.places or (place is not None and not {place, place[:2]}.isdisjoint(self.places)))
            and (not self.age_bands or context.age_band in self.age_bands)
            and (self.visit is None or (context.visit is not None and context.visit >= self.visit))
        )


@frozen
class Then:
    """The answer of a rule.

    Attributes:
        disposition: What to do.
        urgency: How soon a person must reply; an EMERGENCY has NOW.
        ask: Of `warmhandoff.risk.UNASKED`, what is to be asked, in that order.
        reply: What to say next, a template; see `warmhandoff.referral.policy.template`. None leaves it
            to the caller.
        to: Whom to hand to, in the service's own words; None when nobody is named.

    Raises:
        ValueError, TypeError: a value is out of range or of another type, an emergency could wait, or the
            template has a placeholder that nothing fills.
    """

    disposition: Disposition = field(validator=instance_of(Disposition))
    urgency: Urgency = field(validator=instance_of(Urgency))
    ask: tuple[str, ...] = field(default=(), converter=_tuple, validator=_tuple_of(*UNASKED))
    reply: str | None = field(default=None, validator=optional(_TEXT))
    to: str | None = field(default=None, validator=optional(_TEXT))

    def __attrs_post_init__(self) -> None:
        """An emergency cannot wait, and a template must be one that can be filled."""
        if self.disposition is Disposition.EMERGENCY and self.urgency is not Urgency.NOW:
            raise ValueError('an emergency cannot wait; write urgency = "now".')
        for complaint in check(self.reply, asks=bool(self.ask)):
            raise ValueError(complaint)

    @property
    def rank(self) -> tuple[Disposition, Urgency]:
        """By which the answer of one rule is higher than that of another."""
        return self.disposition, self.urgency


@frozen
class Rule:
    """When something holds, then answer so.

    Attributes:
        name: Stands in the decision's reasons, and is no other rule's.
        when: The conditions.
        then: The answer.
    """

    name: str = field(validator=_TEXT)
    when: When = field(validator=instance_of(When))
    then: Then = field(validator=instance_of(Then))


@frozen
class Policy:
    """A service's written answer to what may stand on a page. Not clinically reviewed, unless it says so.

    Every rule that holds is read. The one with the highest (disposition, urgency) answers, and among
    equals the first. So more risk in a conversation never lowers the answer, whatever the author wrote.

    Attributes:
        name: One word or a few, joined by hyphens.
        title: For a reader.
        rules: In the author's order.
        default: Holds always, and so answers where no rule is higher.
        fail_safe: The answer when reading fails; WARM_HANDOFF or EMERGENCY.
        hours: Staffed hours; needed where a rule asks about them.
        summary: What it does and for whom, in a few sentences.

    Raises:
        ValueError, TypeError: a value is of another type, ``fail_safe`` would leave the person with a
            program, or a rule asks about hours that are not given.
    """

    name: str = field(validator=_TEXT)
    title: str = field(validator=_TEXT)
    rules: tuple[Rule, ...] = field(converter=_tuple, validator=deep_iterable(instance_of(Rule)))
    default: Then = field(validator=instance_of(Then))
    fail_safe: Then = field(validator=instance_of(Then))
    hours: Hours | None = field(default=None, validator=optional(instance_of(Hours)))
    summary: str = field(default="", validator=instance_of(str))

    def __attrs_post_init__(self) -> None:
        """A failure asks for a person, and hours that are asked about are known."""
        if self.fail_safe.disposition < Disposition.WARM_HANDOFF:
            raise ValueError("a failure must bring in a person; let fail_safe be warm_handoff or emergency.")
        for rule in self.rules:
            if rule.when.staffed is not None and self.hours is None:
                raise ValueError(f"rule {rule.name!r} asks about staffed hours; give the policy its hours.")
