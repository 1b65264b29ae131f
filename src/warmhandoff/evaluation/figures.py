"""The report's figures: drawn with matplotlib, each with everything it shows in words.

Matplotlib is an extra and is imported when a figure is drawn.
"""

import hashlib
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from textwrap import fill
from typing import Any

from warmhandoff.errors import CourseError
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.report.model import Figure
from warmhandoff.evaluation.report.words import span

__all__ = ["counts", "curve", "intervals", "require"]

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_INK, _SOFT, _LINE, _ACCENT, _BAD = "#1d2327", "#51595f", "#d9d5ca", "#0d6660", "#8f2d12"
_WIDTH = 7.6  # inches
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text: it can be searched and grows without blur
    "svg.hashsalt": "warm-handoff",  # the same figure gives the same bytes
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # comes with matplotlib, and is wide: no reader's font overflows
    "font.size": 11,
    "text.color": _INK,
    "axes.edgecolor": _SOFT,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def require() -> None:
    """Make sure that figures can be drawn, before the work that they are to show.

    Raises:
        CourseError: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise CourseError(
            "a report's figures need matplotlib, which is not installed; "
            'run pip install "warm-handoff[evaluate]".'
        ) from None


@contextmanager
def _axes(height: float) -> Iterator[tuple[Any, Any]]:
    """A figure of our width, in inches, and its axes."""
    require()
    import matplotlib as mpl  # noqa: PLC0415
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: PLC0415
    from matplotlib.figure import Figure as Canvas  # noqa: PLC0415

    with mpl.rc_context(_STYLE):
        canvas = Canvas(figsize=(_WIDTH, height), layout="constrained")
        FigureCanvasSVG(canvas)
        yield canvas, canvas.add_subplot()


def _drawn(canvas: Any, caption: str, alt: str) -> Figure:
    out = io.BytesIO()
    canvas.savefig(out, format="svg", metadata={"Date": None})
    mark = hashlib.sha256(f"{caption}\n{alt}".encode("utf-8", "replace")).hexdigest()[:8]
    return Figure(svg=_inline(out.getvalue(), f"f{mark}-"), alt=alt, caption=caption)


def _inline(svg: bytes, prefix: str) -> str:
    """The drawing as one element to stand within a page: no rules for the whole page, ids of its own."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(svg)  # noqa: S314 - matplotlib's own output
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in {f"{{{_SVG}}}metadata", f"{{{_SVG}}}style"}:
                parent.remove(child)
    # What the removed rules said of every element, said once where elements inherit it.
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")
    for element in root.iter():
        # Attributes, because the page forbids styles other than its own.
        for rule in filter(None, element.attrib.pop("style", "").split(";")):
            name, _colon, value = rule.partition(":")
            element.set(name.strip(), value.strip())
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, prefix + value)
            elif name.endswith("href") and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
            elif "url(#" in value:
                element.set(name, value.replace("url(#", f"url(#{prefix}"))
    return ET.tostring(root, encoding="unicode")


def intervals(
    rows: Sequence[tuple[str, Proportion]], caption: str, axis: str, limit: float | None = None
) -> Figure:
    """A dot for each share, a line for its 95 % interval, one row a name, the first on top.

    Args:
        rows: Names and shares; a row without cases has a line over everything and no dot.
        caption: What the figure shows, one sentence.
        axis: What is counted, such as ``of 100 who need a person, brought in``.
        limit: The lower end that is asked, 0 to 1; drawn as a dashed line, and rows below it differ in
            shape as well as in colour.
    """
    alt = [f"{name}: {span(found)}." for name, found in rows]
    with _axes(1.1 + 0.36 * len(rows)) as (canvas, axes):
        for place, (_name, found) in enumerate(rows):
            below = limit is not None and found.low < limit
            colour = _BAD if below else _ACCENT
            axes.plot([100 * found.low, 100 * found.high], [place, place], color=colour, linewidth=2.5)
            if found.value is not None:
                axes.plot([100 * found.value], [place], "D" if below else "o", color=colour, markersize=8)
            axes.text(102, place, f"{found.hits} of {found.n}", va="center", color=_SOFT)
        if limit is not None:
            axes.axvline(100 * limit, color=_INK, linestyle=(0, (4, 3)), linewidth=1.2)
            alt.append(
                f"The dashed line stands at {100 * limit:g} in 100, which the whole of each line should "
                "reach; rows that begin below it have a diamond, the others a round dot."
            )
        axes.set_yticks(range(len(rows)), [name for name, _found in rows])
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(-1, 114)
        axes.set_xticks(range(0, 101, 20))
        axes.set_xlabel(axis)
        axes.grid(axis="x", color=_LINE, linewidth=0.8)
        axes.set_axisbelow(True)
        return _drawn(canvas, caption, " ".join(alt))


def counts(
    table: Sequence[Sequence[int]],
    names: Sequence[str],
    caption: str,
    axes_names: tuple[str, str],
    more: Sequence[str] = (),
) -> Figure:
    """A table of counts, darker where there are more; what agrees stands on the framed diagonal.

    Args:
        table: Rows are what was labelled, columns what was answered, both in the order of ``names``.
        names: The classes, lowest first.
        more: Columns after those, such as ``failed``.
        caption: What the figure shows, one sentence.
        axes_names: What the rows and what the columns are.
    """
    upward, across = axes_names
    columns = (*names, *more)
    alt = [
        f"{upward} {name}: "
        + ", ".join(f"{count} {answered}" for answered, count in zip(columns, line, strict=True) if count)
        + "."
        for name, line in zip(names, table, strict=True)
        if any(line)
    ]
    most = max((count for line in table for count in line), default=0) or 1
    with _axes(1.2 + 0.55 * len(names)) as (canvas, axes):
        for place, line in enumerate(table):
            for column, count in enumerate(line):
                share = count / most
                # The darkest tint still carries dark text at 8:1.
                colour = tuple(1 - share * (1 - part) for part in (0.42, 0.79, 0.75))
                axes.add_patch(_box(column, place, colour, framed=place == column))
                axes.text(column, place, str(count), ha="center", va="center")
        # Each in two lines at most, so that neighbours do not touch.
        axes.set_xticks(range(len(columns)), [fill(name, 12) for name in columns])
        axes.set_yticks(range(len(names)), names)
        axes.set_xlim(-0.55, len(columns) - 0.45)
        axes.set_ylim(len(names) - 0.45, -0.55)
        axes.set_xlabel(across)
        axes.set_ylabel(upward)
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        words = f"Rows: {upward}. Columns: {across}. The framed diagonal is where both agree. "
        return _drawn(canvas, caption, words + " ".join(alt))


def _box(column: int, place: int, colour: tuple[float, ...], *, framed: bool) -> Any:
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    edge, width = (_INK, 1.8) if framed else (_LINE, 0.8)
    size = 0.94
    return Rectangle(
        (column - size / 2, place - size / 2), size, size, facecolor=colour, edgecolor=edge, linewidth=width
    )


def curve(
    points: Sequence[tuple[float, float]], marked: float, caption: str, axes_names: tuple[str, str]
) -> Figure:
    """One line over a prevalence on a logarithmic axis, with the stated prevalence marked.

    Args:
        points: Prevalence (0 to 1, both excluded) and share (0 to 1), in rising order.
        marked: One of the prevalences.
        caption: What the figure shows, one sentence.
        axes_names: What goes across and what goes up, both counted in 100.
    """
    across, upward = axes_names
    here = dict(points)[marked]
    alt = [f"At {100 * prevalence:g} in 100: {100 * share:.0f} in 100." for prevalence, share in points]
    with _axes(3.4) as (canvas, axes):
        axes.plot([100 * x for x, _y in points], [100 * y for _x, y in points], color=_ACCENT, linewidth=2.5)
        axes.plot([100 * marked], [100 * here], "D", color=_BAD, markersize=9)
        axes.annotate(
            f"stated: {100 * here:.0f} in 100",
            (100 * marked, 100 * here),
            (8, -16),
            textcoords="offset points",
        )
        axes.set_xscale("log")
        ticks = [0.1, 1, 10, 50]
        axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
        axes.minorticks_off()
        axes.set_ylim(-3, 103)
        axes.set_xlabel(across)
        axes.set_ylabel(upward)
        axes.grid(color=_LINE, linewidth=0.8)
        return _drawn(
            canvas,
            caption,
            f"Across: {across}. Up: {upward}. " + " ".join(alt) + " The diamond marks the "
            f"stated prevalence, {100 * marked:g} in 100.",
        )
