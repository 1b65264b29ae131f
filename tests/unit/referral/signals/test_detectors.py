"""The detectors as data: complete, documented, sourced, and bounded."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from warmhandoff.datasets import DatasetError, root
from warmhandoff.datasets.validate import validate_all
from warmhandoff.referral.signals import asked_in, detectors, rules, signals_in
from warmhandoff.referral.signals.phrases import LONGEST, Phrases
from warmhandoff.risk import UNASKED, Domain, RiskLevel

READ = date(2026, 11, 23)


def test_every_domain_has_a_detector_at_every_level() -> None:
    there = {(rule.domain, rule.level) for rule in rules()}
    assert there == {(domain, level) for domain in Domain for level in RiskLevel if level > RiskLevel.NONE}


def test_detectors_can_be_listed_in_the_order_of_domain_and_level() -> None:
    listed = [(list(Domain).index(rule.domain), rule.level) for rule in rules()]
    assert listed == sorted(listed)
    assert len({rule.id for rule in rules()}) == len(rules())
    for rule in rules():
        assert rule.id.startswith(f"{rule.domain}.{rule.level.name.lower()}.")
        assert rule.describes.endswith(".")
        assert rule.source
        assert len(rule.phrases) >= 3, rule.id
        assert set(rule.tells) <= set(UNASKED)


def test_each_of_the_five_things_is_asked_and_told_by_somebody() -> None:
    assert {found.owner.asks for found in detectors.questions().find(["x"])} == set()
    assert {topic for rule in rules() for topic in rule.tells} == set(UNASKED)


def longest(phrases: Phrases) -> int:
    """Words that a walk through the tree can take."""

    def depths() -> Iterator[int]:
        ahead = [(phrases._root, 0)]
        while ahead:
            node, depth = ahead.pop()
            yield depth
            ahead += [(child, depth + 1) for child in node.next.values()]
            ahead += [(child, depth + gap) for gap, child in node.gaps.items()]

    return max(depths())


@pytest.mark.parametrize("phrases", [detectors.dangers, detectors.meanings, detectors.questions])
def test_a_walk_through_the_phrases_is_short(phrases: Callable[[], Phrases]) -> None:
    # From each word of a text at most this many steps are taken, so that time grows with the text alone.
    assert longest(phrases()) <= LONGEST


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The data sets in a folder of their own."""
    shutil.copytree(root(), tmp_path / "datasets")
    return tmp_path / "datasets"


@pytest.fixture
def read(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """That folder, with the detectors reading it."""
    monkeypatch.setattr(detectors, "root", lambda: copy)
    cached = (detectors.rules, detectors.dangers, detectors.meanings, detectors.questions)
    for function in cached:
        function.cache_clear()
    yield copy
    for function in cached:
        function.cache_clear()


@pytest.mark.parametrize(
    "name", ["suicide.toml", "scope.toml", "assertion.toml", "words.toml", "spelling.toml"]
)
def test_a_missing_file_is_one_sentence(read: Path, name: str) -> None:
    (read / "signals" / name).unlink()
    with pytest.raises(DatasetError, match=f"{name} does not exist"):
        signals_in("I want to die")


def test_a_missing_file_of_questions_is_one_sentence(read: Path) -> None:
    (read / "signals" / "questions.toml").unlink()
    with pytest.raises(DatasetError, match=r"questions\.toml does not exist"):
        asked_in("Do you have a plan?")


BROKEN = [
    ("suicide.toml", 'id = "suicide.low.slang"', 'id = "suicide.dire.slang"', "suicide.toml"),
    ("suicide.toml", 'describes = "Slang', 'describe = "Slang', "suicide.toml"),
    ("suicide.toml", '"kms"', '"K.M.S."', "lower case"),
    ("suicide.toml", '"kms"', '"<nobody> knows"', "no list is called <nobody>"),
    ("suicide.toml", "[[rule]]", "[[rules]]", "no [[rule]]"),
    ("assertion.toml", 'kind = "before"', 'kind = "above"', "assertion.toml"),
    ("words.toml", "any = [", "words = [", "words.toml"),
    ("spelling.toml", "[slips]", "[typos]", "spelling.toml"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "told"), BROKEN)
def test_a_broken_file_is_one_sentence(read: Path, name: str, right: str, wrong: str, told: str) -> None:
    path = read / "signals" / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")
    with pytest.raises(DatasetError) as error:
        signals_in("I want to die")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


RULES = [
    ("suicide.toml", '"suicide.low.slang"', '"suicide.low.not_wake_up"', "stands there twice; rename one"),
    ("scope.toml", '"scope.imminent.now"', '"minor.imminent.now"', "should begin with 'scope.'"),
    ("scope.toml", '"scope.imminent.now"', '"scope.high.now"', "no rule for scope at the level imminent"),
    ("abuse.toml", 'source = "convention"', 'source = "nobody1999"', "is in no reference"),
    ("suicide.toml", '"kms"', '"<nobody> knows"', "no list is called <nobody>"),
    ("suicide.toml", 'tells = ["intent"]', 'tells = ["hope"]', "tells"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "told"), RULES)
def test_validation_names_what_is_wrong(copy: Path, name: str, right: str, wrong: str, told: str) -> None:
    path = copy / "signals" / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")
    found = [str(finding) for report in validate_all(copy, READ) for finding in report.findings]
    assert any(line.startswith(f"error: signals/{name}") and told in line for line in found), found


def test_validation_misses_a_domain(copy: Path) -> None:
    (copy / "signals" / "abuse.toml").unlink()
    found = [str(finding) for report in validate_all(copy, READ) for finding in report.findings]
    assert "error: signals/abuse.toml: no rule for abuse at the level low; write one." in found
