"""The pages: self-contained, closed to the network, with the notices, and safe whatever they hold."""

import base64
import hashlib
import html.parser
import json
import re
from pathlib import Path

import pytest
from hostile import hostile

from warmhandoff.errors import CourseError
from warmhandoff_widgets import SIMULATIONS, ForgottenDisclosure, Simulation, pages
from warmhandoff_widgets.pages import LARGEST_PAGE, main, page, write_pages


class _Page(html.parser.HTMLParser):
    """What a browser would find."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[int, str] = {}
        self.open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open = True

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag != self.tags[-1][0]

    def handle_data(self, data: str) -> None:
        if self.open:
            self.inside[len(self.tags) - 1] = self.inside.get(len(self.tags) - 1, "") + data

    def named(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [
            (attributes, self.inside.get(index, ""))
            for index, (name, attributes) in enumerate(self.tags)
            if name == tag
        ]


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_a_page_is_whole_and_closed(simulation: type[Simulation]) -> None:
    text = page(simulation)
    found = _Page(text)
    assert found.named("html")[0][0]["lang"] == "en-GB"
    assert found.named("title")[0][1].endswith("Warm Handoff")
    assert len(found.named("h1")) == len(found.named("main")) == 1
    policy = next(a["content"] for a, _ in found.named("meta") if a.get("http-equiv")) or ""
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    data, script = found.named("script")
    assert _hash(script[1]) in policy
    assert _hash(found.named("style")[0][1]) in policy
    assert json.loads(data[1]) == simulation.load()
    assert len(text.encode()) - len(json.dumps(simulation.load().get("sounds", ""))) <= LARGEST_PAGE


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_a_page_asks_the_network_for_nothing(simulation: type[Simulation]) -> None:
    for tag, attributes in _Page(page(simulation)).tags:
        assert "src" not in attributes
        if tag == "link":
            assert attributes["href"] == "data:,"


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_a_page_has_the_notices(simulation: type[Simulation]) -> None:
    text = page(simulation)
    for notice in (
        "Not clinically reviewed",
        "Written for this course",
        "If you are in distress",
        "https://findahelpline.com",
        "your local emergency number",
    ):
        assert notice in text


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_hostile_text_stays_text(simulation: type[Simulation]) -> None:
    scenario = hostile(simulation)
    found = _Page(page(simulation, scenario))
    assert len(found.named("script")) == 2
    assert not found.named("img")
    assert json.loads(found.named("script")[0][1])["title"] == scenario["title"]


def test_a_page_may_not_grow_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGEST_PAGE", 1000)
    with pytest.raises(CourseError, match=r"forgotten_disclosure.html takes \d+ bytes, more than 1000"):
        page(ForgottenDisclosure)


def test_the_gallery_leads_to_every_page(tmp_path: Path) -> None:
    written = write_pages(tmp_path / "deep" / "pages")
    gallery = (tmp_path / "deep" / "pages" / "index.html").read_text("utf-8")
    links = set(re.findall(r'href="(\w+\.html)"', gallery))
    assert links == {path.name for path in written} - {"index.html"}
    assert len(links) == len(SIMULATIONS)


def test_pages_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = (write_pages(tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_command_says_what_it_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Name the folder" in capsys.readouterr().err
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    assert main([str(blocked)]) == 1
    assert "cannot be written to" in capsys.readouterr().err
    assert main([str(tmp_path / "pages")]) == 0
    assert "index.html" in capsys.readouterr().out
