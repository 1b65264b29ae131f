"""What perturbations put around somebody's words must change nothing about what they say."""

import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.datasets import read_toml, root
from warmhandoff.datasets.validate import validate_all
from warmhandoff.referral.guard import KeywordGuard
from warmhandoff.referral.signals import asked_in, signals_in

FOLDER = root() / "perturbations"
FILES = {path.name: read_toml(path) for path in sorted(FOLDER.glob("*.toml"))}

TAKES_BACK = re.compile(
    r"\b(no|not|never|none|nothing|nobody|without|isn't|don't|won't|joke|joking|kidding|lol|haha|maybe|"
    r"perhaps|fine|okay now|better now|farewell|goodbye|bye|adieu|adiós|forget|ignore|client|patient)\b",
    re.IGNORECASE,
)
"""Words that deny, soften, joke, take leave or excuse, in English or to an English reader."""

FEELING = re.compile(r"FACE|HEART|HAND|PERSON|SKULL|KNIFE|PILL|GUN|BOMB|CANDLE|DOVE|CROSS|COFFIN")

RISKY = KeywordGuard(("die", "dead", "death", "kill", "life", "hurt", "harm", "pills", "tablet", "hopeless"))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


FRAMES = sorted({text for name in ("languages.toml", "personas.toml") for text in texts(FILES[name])})
SMALL_TALK = [(pair["user"], pair["assistant"]) for pair in FILES["small_talk.toml"]["exchange"]]
REPLIES = [*FILES["small_talk.toml"]["acknowledgements"], *(reply for _said, reply in SMALL_TALK)]


def test_a_frame_denies_nothing_and_takes_no_leave() -> None:
    assert [text for text in FRAMES if TAKES_BACK.search(text)] == []


def test_nothing_added_speaks_of_a_danger() -> None:
    added = FRAMES + [said for said, _reply in SMALL_TALK]
    assert [text for text in added if signals_in(text)] == []
    rings = [text for text in added if RISKY.assess(Conversation((Turn("user", text),))).risk]
    # German for: the thing is. The card says that this is on purpose.
    assert rings == ["Die Sache ist die:"]


def test_the_chatbot_asks_nothing_that_was_unasked() -> None:
    assert [reply for reply in REPLIES if asked_in(reply)] == []


def test_there_is_small_talk_enough_for_the_longest_distance() -> None:
    assert len(SMALL_TALK) >= 50
    assert len(dict(SMALL_TALK)) == len(SMALL_TALK)


def test_emoji_are_things_and_no_faces_hearts_or_hands() -> None:
    for emoji in FILES["emoji.toml"]["emoji"]:
        name = unicodedata.name(emoji[0])
        assert unicodedata.category(emoji[0]) == "So"
        assert not re.search(
            r"FACE|HEART|HAND|PERSON|SKULL|KNIFE|PILL|GUN|BOMB|CANDLE|DOVE|CROSS|COFFIN", name
        )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "perturbations")
    return tmp_path


BROKEN = [
    ("personas.toml", 'style = "capitals"', 'style = "shouting"', "style"),
    ("personas.toml", 'name = "capitals"', 'name = "teenager"', "'teenager' stands there twice"),
    ("languages.toml", 'name = "Polish"', 'name = "German"', "'German' stands there twice"),
    ("emoji.toml", '"🌿"', '"leaf"', "emoji"),
    ("small_talk.toml", "acknowledgements", "ack", "missing dependency acknowledgements"),
]


@pytest.mark.parametrize(("file", "before", "after", "told"), BROKEN)
def test_a_broken_file_is_named(copy: Path, file: str, before: str, after: str, told: str) -> None:
    path = copy / "perturbations" / file
    text = path.read_text("utf-8")
    assert before in text
    lines = [line if line.startswith("#") else line.replace(before, after) for line in text.split("\n")]
    path.write_text("\n".join(lines), "utf-8")
    (report,) = validate_all(copy, date(2026, 11, 23))
    assert any(file in str(found) and told in str(found) for found in report.findings), report.findings
