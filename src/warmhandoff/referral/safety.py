"""What is said where contact itself is a danger: partner violence, a watched phone or computer.

In our own words, after what coalitions against domestic violence advise: a safer device, no sudden
wiping of a history, calls rather than messages [@nyscadv_digital], the list of calls and the bill
[@dvrp_phone]. That a service must not ring or write back unasked is the course's convention.
Not clinically reviewed.
"""

from warmhandoff.referral.decision import Resource, ResourceKind

__all__ = ["SAFETY_ADVICE", "SAFETY_SENTENCE", "traces"]

SAFETY_SENTENCE = (
    "If somebody may look at this phone or computer, a safer one is better for this, such as a friend's or "
    "one in a library; you can close this page at any moment."
)
"""One sentence, for a reply."""

SAFETY_ADVICE = (
    "In danger now, the emergency number comes first.",
    SAFETY_SENTENCE,
    "Closing the page does not take it out of the history.",
    "Wiping a whole history at once can raise suspicion, and something always stays.",
    "Messages and mail are easier to watch than calls.",
    "A call can stand in the list of calls and on the bill.",
    "Tell whoever answers when and how it is safe to reach you, or that they must not ring or write back.",
)
"""Beside the resources, most urgent first."""


def traces(resource: Resource) -> tuple[str, ...]:
    """What using each way of a resource leaves behind; nothing to keep anybody from an emergency number."""
    if resource.kind is ResourceKind.EMERGENCY:
        return ()
    left = {
        "The call stays in the list of calls, and can stand on the bill.": resource.phone,
        "The messages stay on the phone, and the answer arrives on it.": resource.text,
        "The page stays in the history.": resource.web,
    }
    return tuple(sentence for sentence, way in left.items() if way)
