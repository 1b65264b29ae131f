"""Figures: everything that is drawn is said, and the same figure gives the same bytes."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from warmhandoff.evaluation import figures
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.report.model import Figure

ROWS = [("plain statement", Proportion(29, 29)), ("negation", Proportion(10, 21)), ("none", Proportion(0, 0))]


def dots() -> Figure:
    return figures.intervals(ROWS, "People found.", "of 100, found", limit=0.6)


def boxes() -> Figure:
    table = [(10, 2, 1), (0, 20, 0)]
    return figures.counts(
        table, ["go on", "emergency"], "Label and answer.", ("label", "answer"), ("failed",)
    )


def line() -> Figure:
    points = [(0.01, 0.1), (0.05, 0.3), (0.5, 0.9)]
    return figures.curve(points, 0.05, "The rarer, the fewer.", ("of 100, so many need one", "of 100 alarms"))


ALL = pytest.mark.parametrize("draw", [dots, boxes, line])


@ALL
def test_the_same_figure_gives_the_same_bytes(draw: Callable[[], Figure]) -> None:
    assert draw() == draw()


@ALL
def test_a_figure_asks_no_network_for_anything_and_holds_no_rules_for_the_page(
    draw: Callable[[], Figure],
) -> None:
    root = ET.fromstring(draw().svg)  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in {"style", "script", "image", "metadata", "foreignObject"}
        assert "style" not in element.attrib
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name.endswith("href"):
                assert value.startswith("#")
            assert "url(" not in value or "url(#" in value


def test_ids_of_two_figures_differ_and_references_hold() -> None:
    ids = [set(re.findall(r'\bid="([^"]+)"', figure.svg)) for figure in (dots(), boxes(), line())]
    assert not ids[0] & ids[1]
    assert not ids[1] & ids[2]
    for figure, own in zip((dots(), boxes(), line()), ids, strict=True):
        used = set(re.findall(r'href="#([^"]+)"', figure.svg)) | set(
            re.findall(r"url\(#([^)]+)\)", figure.svg)
        )
        assert used
        assert used <= own


def test_everything_that_is_drawn_is_said() -> None:
    for name, found in ROWS:
        assert f"{name}: {found.hits} of {found.n}" in dots().alt
    assert "60 in 100" in dots().alt
    assert "negation" in dots().svg  # text stays text
    assert "label go on: 10 go on, 2 emergency, 1 failed." in boxes().alt
    assert "label emergency: 20 emergency." in boxes().alt
    for told in ("At 1 in 100: 10 in 100.", "At 50 in 100: 90 in 100.", "stated prevalence, 5 in 100"):
        assert told in line().alt


def test_a_row_below_the_limit_differs_in_shape_and_is_named_so() -> None:
    assert "diamond" in dots().alt
    assert "diamond" not in figures.intervals(ROWS, "People found.", "of 100, found").alt


def test_no_cases_can_be_drawn_too() -> None:
    assert figures.intervals([], "Nobody.", "of 100").svg
    assert figures.counts([(0, 0), (0, 0)], ["a", "b"], "Nothing.", ("label", "answer")).svg
