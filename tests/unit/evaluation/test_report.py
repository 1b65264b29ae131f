"""The page: one file, no network, everything escaped, and its figures beside it."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from warmhandoff.errors import CourseError
from warmhandoff.evaluation.report import model, render
from warmhandoff.evaluation.report.words import hundred, paragraphs

NASTY = "<script>alert(1)</script> & \"'\x00\ud800\u202e"
REPORT = model.Report(
    title="A report",
    subject=(("Guard", NASTY), ("Cases", "12")),
    summary=("Of 12 conversations ...",),
    gate=(
        model.GateLine("Failures", "none", "none", passed=True),
        model.GateLine("Found", "at least 90 in 100", NASTY, passed=False),
    ),
    sections=(
        model.Section(
            "Numbers",
            ("A sentence.",),
            (model.Table("A caption.", ("name", "number"), (("a", "1"), (NASTY, "2"))),),
            (model.Figure("<svg></svg>", "In words.", "A drawing."),),
        ),
        model.Section(
            "Worst",
            transcripts=(
                model.Transcript("x: missed", NASTY, (model.Said("user", NASTY, "(the turn that decides)"),)),
            ),
        ),
    ),
    data={"b": 1, "a": NASTY},
)


class Page(HTMLParser):
    """Tags with their attributes, in order, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(render.page(REPORT))


def test_everything_is_escaped_and_can_be_written(page: Page) -> None:
    assert page.all("script") == []
    assert page.text.count("alert(1)") == 5
    text = render.page(REPORT)
    assert "\x00" not in text
    text.encode()


def test_it_asks_no_network_for_anything_and_forbids_it(page: Page) -> None:
    (policy,) = [
        m["content"] or "" for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"
    ]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    style = re.search(r"<style>(.*?)</style>", render.page(REPORT), re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert all("src" not in attributes and "style" not in attributes for _tag, attributes in page.tags)
    assert [link["href"] for link in page.all("link")] == ["data:,"]


def test_headings_are_in_order_and_landmarks_are_there(page: Page) -> None:
    levels = [int(tag[1]) for tag, _attributes in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for landmark in ("header", "main", "footer", "nav"):
        assert page.all(landmark)
    assert page.all("html")[0]["lang"] == "en-GB"


def test_every_reference_within_the_page_holds(page: Page) -> None:
    ids = [attributes["id"] for _tag, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _tag, attributes in page.tags:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((attributes.get(name) or "").split()) <= set(ids)
        target = attributes.get("href") or ""
        assert not target.startswith("#") or target[1:] in ids


def test_tables_have_captions_and_scopes_and_scroll_by_keyboard(page: Page) -> None:
    assert len(page.all("caption")) == len(page.all("table")) == 2
    assert all(cell.get("scope") in {"col", "row"} for cell in page.all("th"))
    scrolled = [attributes for attributes in page.all("div") if attributes.get("class") == "scroll"]
    assert len(scrolled) == 3
    assert all(attributes["tabindex"] == "0" and attributes["role"] == "region" for attributes in scrolled)


def test_failing_lines_come_first_and_are_named_in_words(page: Page) -> None:
    assert "The gate: not passed" in page.text
    assert "1 of 2 requirements does not hold; it stands first." in page.text
    assert page.text.index("at least 90 in 100") < page.text.index("Failures")
    passing = Page(render.page(evolve(REPORT, gate=REPORT.gate[:1])))
    assert "The gate: passed" in passing.text
    assert "The gate" not in Page(render.page(evolve(REPORT, gate=()))).text


def test_it_says_what_it_is_not_and_where_people_answer(page: Page) -> None:
    words = " ".join(page.text.split())
    assert "Passing is not clearance to deploy." in words
    assert "Not clinically reviewed" in words
    assert "local emergency number" in words
    assert any("findahelpline.com" in (a.get("href") or "") for a in page.all("a"))


def test_conversations_come_after_a_warning_that_can_be_followed_past_them(page: Page) -> None:
    assert page.text.index("Before you read on.") < page.text.index("x: missed")
    assert "#after-2" in [a.get("href") for a in page.all("a")]
    assert "the turn that decides" in page.text


def test_a_report_without_conversations_warns_of_none() -> None:
    assert "Before you read on." not in render.page(evolve(REPORT, sections=REPORT.sections[:1]))


def test_both_files_are_written_and_the_same_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "out.html"
    beside = render.write(REPORT, path)
    first = path.read_bytes(), beside.read_bytes()
    assert render.write(REPORT, path) == beside == path.with_suffix(".json")
    assert (path.read_bytes(), beside.read_bytes()) == first
    plain = json.loads(beside.read_text("utf-8"))
    assert plain["passed"] is False
    assert plain["data"] == REPORT.data
    assert list(plain) == sorted(plain)


@pytest.mark.parametrize("name", ["out.json", ".", "file/out.html"])
def test_a_place_where_no_page_can_be_is_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="name a f"):
        render.write(REPORT, tmp_path / name)


@pytest.mark.parametrize(
    ("package", "module"),
    [("jinja2", "warmhandoff.evaluation.report.render"), ("matplotlib", "warmhandoff.evaluation.figures")],
)
def test_what_is_not_installed_is_one_sentence(package: str, module: str) -> None:
    code = f"import sys; sys.modules[{package!r}] = None; import {module} as m; m.require()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert 'pip install "warm-handoff[evaluate]"' in done.stderr.splitlines()[-1]


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    code = "import sys, warmhandoff.evaluation.evaluate; print({'matplotlib', 'jinja2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_shares_are_never_rounded_to_none_or_all() -> None:
    assert [hundred(share) for share in (0, 0.004, 0.25, 0.996, 1)] == [
        "0 in 100",
        "fewer than 1 in 100",
        "25 in 100",
        "more than 99 in 100",
        "100 in 100",
    ]


def test_paragraphs_lose_their_wrapping() -> None:
    assert paragraphs("\n  one\n  two\n\n  three\n") == ("one two", "three")
