"""A check and its cases, as ``datasets/checks/`` describes them. Tests are data."""

from functools import cache
from typing import Any, Literal, Self

from attrs import Factory, field, frozen
from attrs.validators import and_, ge, gt, in_, lt

from warmhandoff.conversation import Conversation
from warmhandoff.datasets import DatasetError, read_jsonl, read_toml, root
from warmhandoff.labels import LabelledConversation, Phenomenon
from warmhandoff.risk import RiskLevel, needs_person
from warmhandoff.serialise import SerialiseError, from_plain, to_plain

__all__ = ["Case", "Check", "Hidden", "Misconception", "load", "load_all"]


@frozen
class Case:
    """One call: what goes in, what may come out.

    Attributes:
        id: Its name within the check.
        title: What it is, in a few words of the feedback.
        argument: A text, a conversation as plain data, or for a form ``item.field``.
        expected: Every answer that is right, as plain data: lower-case level names, true or false, text.
        why: A sentence: why that is right.
        risky: Whether a person must be brought in; the score ``balanced`` counts both kinds apart.
        phenomenon: What makes it hard; None for cases that are about no single one.
        hidden: Whether the learner may see it.
    """

    id: str
    title: str
    argument: Any
    expected: tuple[Any, ...]
    why: str
    risky: bool = False
    phenomenon: Phenomenon | None = None
    hidden: bool = False

    @classmethod
    def drawn(cls, scenario: LabelledConversation, phenomenon: Phenomenon) -> Self:
        """A hidden case out of a generated conversation.

        Levels are conventions; hidden cases are marked by the question behind them, whether a person is
        brought in.
        """
        label = scenario.label
        return cls(
            id=scenario.conversation.id or "",
            title=phenomenon.replace("_", " "),
            argument=to_plain(scenario.conversation),
            expected=tuple(to_plain(level) for level in RiskLevel if needs_person(level) is label.risky),
            why=label.rationale,
            risky=label.risky,
            phenomenon=phenomenon,
            hidden=True,
        )


@frozen
class Misconception:
    """A known wrong idea and what to say to it.

    Attributes:
        name: What it is called in the question bank.
        cases: It is named when every one of these cases fails.
        says: Two sentences: why one would think so, and why not.
    """

    name: str
    cases: tuple[str, ...]
    says: str


@frozen
class Hidden:
    """Cases that nobody sees, drawn with the course's secret.

    Attributes:
        n: How many are drawn; those at which raters could differ on bringing in a person are left out.
            They count for half of the points.
        tolerance: What may be missing from their full score at no cost, from 0 to below 1.
        phenomena: Of which phenomena, in turn.
        rules: By phenomenon, what the feedback says in place of the case.
    """

    n: int = field(validator=gt(0))
    tolerance: float = field(validator=and_(ge(0), lt(1)))
    phenomena: tuple[Phenomenon, ...]
    rules: dict[Phenomenon, str]


@frozen
class Check:
    """How a learner's work is called and what is expected of it.

    Attributes:
        lesson: Its folder.
        id: Its name within the lesson.
        title: What the learner proves.
        points: What it is worth.
        call: ``function``, ``guard`` (its ``assess``) or ``file`` (answers saved by a form).
        argument: ``text`` or ``conversation``; for a file ``answer``.
        returns: ``risk_level``, ``bool`` or ``text``.
        score: ``share`` of cases right; or ``balanced``, Youden's J of the right ones among risky and
            harmless cases, by which one answer to everything is worth nothing.
        timeout: Seconds a case.
        rule: The rule of safety.
        misconceptions: Known wrong ideas.
        hidden: Cases drawn with the course's secret; None for none.
    """

    lesson: str
    id: str
    title: str
    points: float = field(validator=gt(0))
    call: Literal["function", "guard", "file"]
    argument: Literal["text", "conversation", "answer"]
    returns: Literal["risk_level", "bool", "text"]
    rule: str
    score: Literal["share", "balanced"] = field(default="share", validator=in_(("share", "balanced")))
    timeout: float = field(default=2.0, validator=gt(0))
    misconceptions: tuple[Misconception, ...] = ()
    hidden: Hidden | None = None
    cases: tuple[Case, ...] = Factory(tuple)

    @property
    def name(self) -> str:
        """``lesson/id``, as a notebook writes it."""
        return f"{self.lesson}/{self.id}"


@cache
def load_all(lesson: str) -> tuple[Check, ...]:
    """The checks of a lesson, in the order of its file.

    Raises:
        DatasetError: there is no such lesson, or its file is not of the form above.
    """
    folder = root() / "checks"
    table = read_toml(folder / f"{lesson}.toml")
    try:
        return tuple(
            from_plain(
                {
                    **entry,
                    "lesson": lesson,
                    "cases": [
                        record for _line, record in read_jsonl(folder / lesson / f"{entry['id']}.jsonl")
                    ],
                },
                Check,
            )
            for entry in table["check"]
        )
    except (KeyError, SerialiseError) as error:
        raise DatasetError(f"{lesson}.toml: {error}; mend that entry.") from None


def load(name: str) -> Check:
    """The check called ``lesson/id``.

    Raises:
        DatasetError: there is none of that name.
    """
    lesson, _slash, wanted = name.partition("/")
    known = {entry.id: entry for entry in load_all(lesson)}
    if wanted not in known:
        raise DatasetError(f"{lesson} has no check {wanted!r}; it has {', '.join(known)}.")
    return known[wanted]


def argument_of(check: Check, case: Case) -> Any:
    """What the learner's function receives, made anew for each call."""
    if check.argument == "conversation":
        return from_plain(_whole(case.argument), Conversation)
    return case.argument


def _whole(plain: dict[str, Any]) -> dict[str, Any]:
    # Cases are written as chat messages; what the generator draws is already a conversation.
    if "turns" in plain:
        return plain
    written = {key: value for key, value in plain.items() if key != "messages"}
    return {**written, "turns": plain["messages"]}
