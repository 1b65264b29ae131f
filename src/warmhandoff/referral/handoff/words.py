"""The person's own words that carry risk: cut from the reasons, widened to their sentence, verbatim."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from warmhandoff.conversation import Conversation
from warmhandoff.referral.decision import Reason
from warmhandoff.referral.note import Quote
from warmhandoff.risk import Domain, RiskLevel

__all__ = ["quotes"]

_ROOM = 300
"""How far, in characters, a passage is widened on each side for the sentence; chosen by the course."""

_ENDS = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s)|[\u3002\uff01\uff1f]|[\n\r\v\f\x85\u2028\u2029]")
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
_LEVELS = {level.name.lower(): level for level in RiskLevel}


@frozen
class _Passage:
    """A stretch of one turn, and how grave its rule says it is."""

    turn: int
    begin: int
    end: int
    level: RiskLevel
    domain: Domain | None
    cut_before: bool
    cut_after: bool


def quotes(reasons: Iterable[Reason], conversation: Conversation) -> tuple[Quote, ...]:
    """Every passage that a reason points at in what the person wrote; the most severe and latest first.

    A span is widened to its sentence or line, at most `_ROOM` characters each way, and never shortened. A
    reason with a turn but no span stands for the first sentence or line of it. Passages that overlap become
    one. Reasons that point outside the conversation, or at another speaker, have no words of the person.
    """
    passages = _merged(
        sorted(_passages(reasons, conversation), key=lambda each: (each.turn, each.begin, each.end))
    )
    gravest = sorted(passages, key=lambda each: (-each.level, -each.turn, -each.begin))
    return tuple(_quote(each, conversation) for each in gravest)


def _passages(reasons: Iterable[Reason], conversation: Conversation) -> Iterator[_Passage]:
    for reason in reasons:
        turn = reason.turn
        if turn is None or not 0 <= turn < len(conversation.turns) or conversation.turns[turn].role != "user":
            continue
        content = conversation.turns[turn].content
        start, end = reason.start, reason.end
        if start is None or end is None or start >= len(content):
            start = end = len(content) - len(content.lstrip())
        begin, finish, cut_before, cut_after = _widened(content, start, min(end, len(content)))
        if begin < finish:
            yield _Passage(turn, begin, finish, _level(reason), reason.domain, cut_before, cut_after)


def _level(reason: Reason) -> RiskLevel:
    """What the rule's name says, as in ``suicide.high.plan``; NONE where it says nothing."""
    named = [_LEVELS[part] for part in reason.rule.lower().split(".") if part in _LEVELS]
    return max(named, default=RiskLevel.NONE)


def _widened(content: str, start: int, end: int) -> tuple[int, int, bool, bool]:
    """The sentence or line around a span, and whether it goes on before or after what there is room for."""
    low, high = max(0, start - _ROOM), min(len(content), end + _ROOM)
    before = [found.end() for found in _ENDS.finditer(content, low, start)]
    after = _ENDS.search(content, end, high)
    cut_before, cut_after = not before and low > 0, after is None and high < len(content)
    begin = before[-1] if before else _at_a_word(content, low, start) if cut_before else low
    while begin < start and content[begin].isspace():
        begin += 1
    if after is not None:
        finish = after.start() if after[0] in _BREAKS else after.end()
    else:
        finish = max(end, content.rfind(" ", end, high)) if cut_after else high
    while finish > end and content[finish - 1].isspace():
        finish -= 1
    return begin, finish, cut_before, cut_after


def _at_a_word(content: str, low: int, start: int) -> int:
    space = content.find(" ", low, start)
    return start if space < 0 else space + 1


def _merged(passages: list[_Passage]) -> list[_Passage]:
    merged: list[_Passage] = []
    for each in passages:
        last = merged[-1] if merged else None
        if last is not None and each.turn == last.turn and each.begin < last.end:
            graver = max(last, each, key=lambda passage: passage.level)
            later = max(last, each, key=lambda passage: passage.end)
            merged[-1] = evolve(
                graver,
                begin=last.begin,
                cut_before=last.cut_before,
                end=later.end,
                cut_after=later.cut_after,
            )
        else:
            merged.append(each)
    return merged


def _quote(passage: _Passage, conversation: Conversation) -> Quote:
    turn = conversation.turns[passage.turn]
    return Quote(
        words=turn.content[passage.begin : passage.end],
        turn=passage.turn,
        at=turn.at,
        domain=passage.domain,
        cut_before=passage.cut_before,
        cut_after=passage.cut_after,
    )
