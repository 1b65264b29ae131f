"""A policy at work: reads one turn at a time, remembers a fixed amount, answers as the policy says."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import reduce

from attrs import evolve, field, frozen
from attrs.validators import instance_of

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.referral.decision import Reason, ReferralDecision, Resource
from warmhandoff.referral.guard.failsafe import Failure
from warmhandoff.referral.guard.streaming import StreamingGuard
from warmhandoff.referral.guard.workers import told
from warmhandoff.referral.policy.model import Policy, Then, When
from warmhandoff.referral.policy.template import fill
from warmhandoff.referral.replies import ASK_PLACE, FAILURE_REPLY, question
from warmhandoff.referral.resources import audience_of, general_resources, resources_for
from warmhandoff.referral.signals import Assertion, Signal, affirmed_by, asked_in, proposed_by, signals_in
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel

__all__ = ["AT_ONCE", "PolicyGuard"]

AT_ONCE = 2
"""Questions in one reply; more than two at once read like a form."""

FAILED = "fail_safe:exception"
"""The reason that a decision gives when something failed inside."""

_SUICIDAL = (Domain.SUICIDE, Domain.SELF_HARM)
_TELL_NOTHING = {Assertion.QUOTED, Assertion.FIGURATIVE}
"""Words that are meant so tell nothing of anybody's plan."""


@frozen
class _Seen:
    """What a rule has seen so far; of the same size after ten turns and after ten thousand.

    Attributes:
        turns: User turns with a signal of its kind, counted up to what the rule asks for.
        risk: The highest risk of these signals, as they are meant.
        level: The level of the one that is the reason.
        reason: The earliest of the highest, by risk and then by level.
        suicidal: Whether one of them was about suicide or self-harm.
    """

    turns: int = 0
    risk: RiskLevel = RiskLevel.NONE
    level: RiskLevel = RiskLevel.NONE
    reason: Reason | None = None
    suicidal: bool = False


_NOTHING = _Seen()


@frozen
class _State:
    """What is kept between turns.

    Attributes:
        setting: Place, context and language; no turns.
        rules: The rules whose place, age band and visit fit that setting.
        seen: For each rule of the policy, in order.
        now: The latest time known.
        turns: How many were read.
        settled: Of `UNASKED`, what was asked or told.
        proposed: What a yes would say to the assistant's last questions, one signal of each kind.
        failed: Whether reading a turn ever failed.
    """

    setting: Conversation
    rules: tuple[int, ...]
    seen: tuple[_Seen, ...]
    now: datetime | None
    turns: int = 0
    settled: frozenset[str] = frozenset()
    proposed: tuple[Signal, ...] = ()
    failed: bool = False


@frozen
class _Held:
    """An answer that holds, and why."""

    then: Then
    reason: Reason
    seen: _Seen = _NOTHING


def _ignore(_failure: Failure) -> None:
    pass


@frozen
class PolicyGuard(StreamingGuard[_State]):
    """Answers as a policy says.

    Every rule that holds is read. The answer is that of the highest (disposition, urgency), and among
    equals of the first in the file; ``[default]`` holds always and stands last. The reasons are the
    answering rule's, then those of the other rules that hold. ``risk`` is the highest level among the
    signals of the rules that hold, as the words stand: a rule about denied or past words gives their level.

    Only the person's turns are read for signals, and only the assistant's for what was asked. A plain yes
    says what the assistant's last questions said. The time is
    that of the context or of the latest turn, whichever is later, so that a long stream notices when the
    staff go home.

    A failure inside never raises. It gives at least the policy's ``fail_safe`` answer, with the reason
    ``fail_safe:exception``; a stream that has failed once remembers it. Its level is then MODERATE or
    above, the lowest that calls for a person, and no assessment.

    ``handoff`` stays None: `warmhandoff.referral.handoff` writes the note from the decision and the
    conversation, because what may be passed on depends on consent, and that is not a guard's to give.

    Attributes:
        policy: What a service has written down.
        on_failure: Called with each `Failure`, for an operator's log; what it raises is passed over.
    """

    policy: Policy = field(validator=instance_of(Policy))
    on_failure: Callable[[Failure], object] = field(default=_ignore, eq=False, repr=False)
    _about: dict[Domain, tuple[tuple[int, When], ...]] = field(init=False, eq=False, repr=False)

    @_about.default
    def _rules_by_domain(self) -> dict[Domain, tuple[tuple[int, When], ...]]:
        conditions = [(number, rule.when) for number, rule in enumerate(self.policy.rules)]
        reading = [(number, when) for number, when in conditions if when.reads_signals]
        return {
            domain: tuple((number, when) for number, when in reading if domain in (when.domains or Domain))
            for domain in Domain
        }

    def _begin(self, setting: Conversation) -> _State:
        rules = self.policy.rules
        return _State(
            setting=setting,
            rules=tuple(number for number, rule in enumerate(rules) if rule.when.fits(setting)),
            seen=(_NOTHING,) * len(rules),
            now=setting.context.now,
        )

    def observe(self, state: _State, turn: Turn) -> _State:
        """The state after one more turn. Does not raise: a turn that cannot be read is remembered."""
        try:
            return self._read(state, turn)
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer must ask for a person
            self._log(error)
            return evolve(state, turns=state.turns + 1, failed=True)

    def _read(self, state: _State, turn: Turn) -> _State:
        seen, settled, proposed = state.seen, state.settled, state.proposed
        if turn.role == "user":
            if signals := (*signals_in(turn.content), *affirmed_by(turn.content, proposed)):
                seen = self._counted(seen, state.turns, signals)
                settled = settled.union(*(signal.tells for signal in signals if _tells(signal)))
        elif turn.role == "assistant":
            settled |= asked_in(turn.content)
            proposed = tuple(_earliest_of_each_kind(proposed_by(turn.content)))
        now = max((time for time in (state.now, turn.at) if time is not None), default=None)
        return _State(state.setting, state.rules, seen, now, state.turns + 1, settled, proposed, state.failed)

    def _counted(self, seen: tuple[_Seen, ...], turn: int, signals: Iterable[Signal]) -> tuple[_Seen, ...]:
        """What each rule has seen after a turn; only rules that these signals concern get a new entry."""
        met: dict[int, list[Signal]] = {}
        for signal in _earliest_of_each_kind(signals):
            for number, when in self._about[signal.domain]:
                if when.meets(signal):
                    met.setdefault(number, []).append(signal)
        if not met:
            return seen
        after = list(seen)
        for number, found in met.items():
            rule, before, best = self.policy.rules[number], seen[number], reduce(_higher, found)
            rises = (best.risk, best.level) > (before.risk, before.level)
            after[number] = _Seen(
                turns=min(before.turns + 1, rule.when.turns),
                risk=max(before.risk, best.risk),
                level=best.level if rises else before.level,
                reason=Reason(rule.name, best.domain, turn, best.start, best.end) if rises else before.reason,
                suicidal=before.suicidal or any(signal.domain in _SUICIDAL for signal in found),
            )
        return tuple(after)

    def conclude(self, state: _State) -> ReferralDecision:
        """The decision for all turns seen. Does not raise."""
        try:
            return self._decision(state)
        except Exception as error:  # noqa: BLE001 - as in observe
            self._log(error)
            return self._last_resort()

    def _decision(self, state: _State) -> ReferralDecision:
        held = [*self._held(state), _Held(self.policy.default, Reason("default"))]
        if state.failed:
            held.insert(0, _Held(self.policy.fail_safe, Reason(FAILED)))
        answer = max(held, key=lambda each: each.then.rank)  # the first of equals
        others = [each.reason for each in held[:-1] if each is not answer]
        then, domain = answer.then, answer.reason.domain
        concern = state.failed or any(each.seen.suicidal for each in held)
        floor = RiskLevel.MODERATE if state.failed else RiskLevel.NONE
        return ReferralDecision(
            risk=max(floor, *(each.seen.risk for each in held)),
            disposition=then.disposition,
            urgency=then.urgency,
            reasons=(answer.reason, *others),
            unasked=tuple(topic for topic in UNASKED if topic not in state.settled) if concern else (),
            resources=_resources(state, domain) if then.disposition >= Disposition.OFFER_SUPPORT else (),
            reply=_reply(then, state, domain),
            hand_to=then.to,
        )

    def _held(self, state: _State) -> Iterator[_Held]:
        for number in state.rules:
            rule, seen = self.policy.rules[number], state.seen[number]
            when = rule.when
            if when.reads_signals and seen.turns < when.turns:
                continue
            if when.staffed is not None and when.staffed != self._staffed(state.now):
                continue
            yield _Held(rule.then, seen.reason or Reason(rule.name), seen)

    def _staffed(self, now: datetime | None) -> bool:
        return self.policy.hours is not None and self.policy.hours.staffed(now)

    def _log(self, error: Exception) -> None:
        with suppress(Exception):
            self.on_failure(Failure("exception", told(error)))

    def _last_resort(self) -> ReferralDecision:
        then = self.policy.fail_safe
        return ReferralDecision(
            risk=RiskLevel.MODERATE,
            disposition=then.disposition,
            urgency=then.urgency,
            reasons=(Reason(FAILED),),
            unasked=UNASKED,
            resources=general_resources(),
            reply=FAILURE_REPLY,
            hand_to=then.to,
        )


def _tells(signal: Signal) -> bool:
    return signal.domain in _SUICIDAL and signal.assertions.isdisjoint(_TELL_NOTHING)


def _earliest_of_each_kind(signals: Iterable[Signal]) -> Iterable[Signal]:
    """One signal for each domain, level and way of meaning: rules can tell no more apart."""
    kinds: dict[object, Signal] = {}
    for signal in signals:
        kind = (signal.domain, signal.level, signal.assertions)
        kinds[kind] = _higher(kinds.get(kind, signal), signal)
    return kinds.values()


def _higher(one: Signal, other: Signal) -> Signal:
    """The signal of the higher risk, then level; of equals the one that begins earlier."""
    return max(one, other, key=lambda signal: (signal.risk, signal.level, -signal.start, -signal.end))


def _resources(state: _State, domain: Domain | None) -> tuple[Resource, ...]:
    setting = state.setting
    audience = audience_of(setting.context.age_band)
    return resources_for(setting.place, audience, domain, state.now)


def _reply(then: Then, state: _State, domain: Domain | None) -> str | None:
    if then.reply is None:
        return None
    still_open = [topic for topic in UNASKED if topic in then.ask and topic not in state.settled]
    return fill(
        then.reply,
        questions=" ".join(question(topic, domain) for topic in still_open[:AT_ONCE]),
        ask_place=ASK_PLACE if state.setting.place is None else "",
    )
