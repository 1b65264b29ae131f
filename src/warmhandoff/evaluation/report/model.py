"""What stands in a report: the same parts for a guard and for a chatbot."""

from typing import Any

from attrs import field, frozen

__all__ = ["Figure", "GateLine", "Report", "Said", "Section", "Table", "Transcript"]


@frozen
class Table:
    """Rows of text.

    Attributes:
        caption: What it shows, one sentence.
        head: Column names; the first column names the rows.
        rows: Cells as text, each row as long as ``head``.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Figure:
    """A drawing with its words.

    Attributes:
        svg: One ``<svg>`` element, without a prologue or outside references.
        alt: Everything the picture says, in words.
        caption: What it shows, one sentence.
    """

    svg: str
    alt: str
    caption: str


@frozen
class Said:
    """One turn of a transcript.

    Attributes:
        role: ``user``, ``assistant`` or ``system``.
        content: The words.
        note: Why to look here; None for most turns.
    """

    role: str
    content: str
    note: str | None = None


@frozen
class Transcript:
    """A conversation to read.

    Attributes:
        title: Its name and what went wrong, such as ``ambivalence-03: missed``.
        why: What a careful reader sees there, and what was answered instead.
        turns: The turns, oldest first.
    """

    title: str
    why: str
    turns: tuple[Said, ...]


@frozen
class Section:
    """A part of the report under a heading; text first."""

    title: str
    text: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    transcripts: tuple[Transcript, ...] = ()


@frozen
class GateLine:
    """One requirement of a gate.

    Attributes:
        name: The measure's name.
        asked: What is required, in words.
        found: What was found, in words, with the interval that was judged.
        passed: Whether it holds.
    """

    name: str
    asked: str
    found: str
    passed: bool


@frozen
class Report:
    """A whole report.

    Attributes:
        title: Its heading.
        subject: What was evaluated, and on what: (name, value) pairs.
        summary: Plain-language sentences, first on the page, for a reader who has never seen a confusion
            matrix.
        gate: The gate's lines; empty when there was no gate.
        sections: The rest.
        data: The figures as plain data: the JSON beside the page.
    """

    title: str
    subject: tuple[tuple[str, str], ...]
    summary: tuple[str, ...]
    gate: tuple[GateLine, ...] = ()
    sections: tuple[Section, ...] = ()
    data: dict[str, Any] = field(factory=dict)

    @property
    def passed(self) -> bool:
        """Whether no line of the gate failed."""
        return all(line.passed for line in self.gate)
