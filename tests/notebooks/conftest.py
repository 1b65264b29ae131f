"""What the tests of notebooks share: the course's root, and each lesson of the catalogue in turn."""

from pathlib import Path

import pytest

from warmhandoff.course import catalogue


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return Path(__file__).parents[2]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a ``lesson`` gets every folder of the catalogue."""
    if "lesson" in metafunc.fixturenames:
        folders = [lesson.folder for lesson in catalogue.load().lesson]
        metafunc.parametrize("lesson", folders, scope="module")
