"""What a policy's rules do to each other: those that never answer, and those that contradict.

One function a finding. Each gives the position of the rule, from 0, and a sentence with the mend.
"""

from collections import Counter
from collections.abc import Iterator

from warmhandoff.referral.policy.model import Policy, Rule, When
from warmhandoff.referral.signals import rules
from warmhandoff.risk import Domain, RiskLevel

__all__ = ["REVIEWS", "covers", "review"]

Finding = tuple[int, str]


def covers(broad: When, narrow: When) -> bool:
    """Whether the broad conditions hold whenever the narrow ones do, by their form."""
    return _covers_signals(broad, narrow) and _covers_setting(broad, narrow)


def _covers_signals(broad: When, narrow: When) -> bool:
    if not broad.reads_signals:
        return True
    return (
        narrow.reads_signals
        and set(narrow.domains or Domain) <= set(broad.domains or Domain)
        and (broad.level or RiskLevel.LOW) <= (narrow.level or RiskLevel.LOW)
        and set(broad.present) <= set(narrow.present)
        and set(broad.absent) <= set(narrow.absent)
        and broad.turns <= narrow.turns
    )


def _covers_setting(broad: When, narrow: When) -> bool:
    return (
        _among(narrow.places, broad.places)
        and _among(narrow.age_bands, broad.age_bands)
        and (broad.staffed is None or broad.staffed == narrow.staffed)
        and (broad.visit is None or (narrow.visit is not None and broad.visit <= narrow.visit))
    )


def _among(narrow: tuple[str, ...], broad: tuple[str, ...]) -> bool:
    """Whether each of the narrow list is in the broad one; a place also by its country. None asks nothing."""
    if not broad:
        return True
    return bool(narrow) and all(name in broad or name.split("-")[0] in broad for name in narrow)


def repeated_names(policy: Policy) -> Iterator[Finding]:
    """A name stands for one rule, because a decision gives it as its reason."""
    count = Counter(rule.name for rule in policy.rules)
    for position, rule in enumerate(policy.rules):
        if count[rule.name] > 1:
            yield position, f"{count[rule.name]} rules have this name; give each its own."


def nothing_detects(policy: Policy) -> Iterator[Finding]:
    """A rule asks for signals that exist."""
    highest_of = {domain: _highest(domain) for domain in Domain}
    for position, rule in enumerate(policy.rules):
        wanted = rule.when.level or RiskLevel.LOW
        for domain in rule.when.domains:
            if (highest := highest_of[domain]) < wanted:
                known = f"ask for {highest.name.lower()} at most" if highest else "leave it out"
                yield position, f"no signal of {domain} reaches {wanted.name.lower()}; {known}."


def _highest(domain: Domain) -> RiskLevel:
    return max((rule.level for rule in rules() if rule.domain is domain), default=RiskLevel.NONE)


def with_and_without(policy: Policy) -> Iterator[Finding]:
    """No signal shows a phenomenon and does not."""
    for position, rule in enumerate(policy.rules):
        for phenomenon in rule.when.present:
            if phenomenon in rule.when.absent:
                yield position, f"it can never hold, with and without {phenomenon}; take one of them out."


def hours_that_never_change(policy: Policy) -> Iterator[Finding]:
    """A rule that asks about staffed hours can be met and can be missed."""
    hours = policy.hours
    if hours is None or not (hours.always or hours.never):
        return
    told = "every hour of the week is staffed" if hours.always else "no hour is ever staffed"
    effects = {
        (True, True): "holds at any time that is known",
        (True, False): "can hold only when the time is unknown",
        (False, True): "can never hold",
        (False, False): "always holds",
    }
    for position, rule in enumerate(policy.rules):
        if (staffed := rule.when.staffed) is not None:
            effect = effects[hours.always, staffed]
            wanted = f"staffed = {str(staffed).lower()}"
            yield position, f"{wanted} {effect}, because {told}; mend [hours], or take it out of the rule."


def same_conditions(policy: Policy) -> Iterator[Finding]:
    """Two rules with the same conditions give one answer, and then one of them is enough."""
    first: dict[When, Rule] = {}
    for position, rule in enumerate(policy.rules):
        other = first.setdefault(rule.when, rule)
        if other is rule:
            continue
        if other.then == rule.then:
            yield position, f"it says what rule {other.name!r} says; take one of them out."
        else:
            alike = f"it has the conditions of rule {other.name!r} and another answer"
            yield position, f"{alike}; keep one, or tell the two apart."


def never_answers(policy: Policy) -> Iterator[Finding]:
    """A rule answers somewhere: no other always holds with it and answers higher, or as high and first."""
    for position, rule in enumerate(policy.rules):
        if policy.default.rank > rule.then.rank:
            yield position, "it never answers: [default] always holds and answers higher; raise its answer."
            continue
        for place, other in enumerate(policy.rules):
            higher = other.then.rank > rule.then.rank
            first = other.then.rank == rule.then.rank and place < position
            if (higher or first) and other.when != rule.when and covers(other.when, rule.when):
                how = "answers higher" if higher else "answers as high and stands before it"
                mend = "raise this answer" if higher else "put this one first"
                masked = f"it never answers: rule {other.name!r} holds whenever it does and {how}"
                yield position, f"{masked}; narrow that one, {mend}, or take this one out."
                break


REVIEWS = (
    repeated_names,
    nothing_detects,
    with_and_without,
    hours_that_never_change,
    same_conditions,
    never_answers,
)


def review(policy: Policy) -> Iterator[Finding]:
    """Everything that is wrong between the rules of a policy, finding by finding."""
    for look in REVIEWS:
        yield from look(policy)
