"""The one file that knows the order, titles, objectives, tracks and minutes of the lessons."""

from functools import cache

from attrs import frozen

from warmhandoff.datasets import DatasetError, read_toml, root
from warmhandoff.serialise import SerialiseError, from_plain

__all__ = ["Catalogue", "Lesson", "Objective", "index_page", "load"]


@frozen
class Objective:
    """What a learner can do afterwards, and the items that test it."""

    does: str
    tested_by: tuple[str, ...]


@frozen
class Lesson:
    """One lesson.

    Attributes:
        folder: Its folder in ``lessons/`` and ``solutions/``.
        title: As the course page shows it.
        question: What the learner wants answered.
        tracks: Of clinician, developer and onboarding.
        lesson_minutes: For the part for everybody.
        exercise_minutes: For the developers' part.
        saves: The files its forms save, which autograding never overwrites.
        objectives: What it teaches.
    """

    folder: str
    title: str
    question: str
    tracks: tuple[str, ...]
    lesson_minutes: int
    exercise_minutes: int
    saves: tuple[str, ...]
    objectives: tuple[Objective, ...]


@frozen
class Catalogue:
    """The course."""

    title: str
    welcome: str
    care: str
    lesson: tuple[Lesson, ...]


@cache
def load() -> Catalogue:
    """The course's catalogue.

    Raises:
        DatasetError: the file is missing or not of the form above.
    """
    path = root() / "catalogue" / "catalogue.toml"
    try:
        return from_plain(read_toml(path), Catalogue)
    except SerialiseError as error:
        raise DatasetError(f"{path.name}: {error}; mend that entry.") from None


def index_page(catalogue: Catalogue) -> str:
    """The course page as Markdown: what a learner sees first."""
    rows = "\n".join(_row(lesson) for lesson in catalogue.lesson)
    return (
        f"# {catalogue.title}\n\n{catalogue.welcome.strip()}\n\n"
        "| Lesson | What you will be able to answer | For everybody | For developers |\n"
        "|---|---|---|---|\n"
        f"{rows}\n\n{catalogue.care.strip()}\n"
    )


def _row(lesson: Lesson) -> str:
    links = (
        f"[Open the lesson]({lesson.folder}/lesson.ipynb), {lesson.lesson_minutes} minutes",
        f"[Open the exercise]({lesson.folder}/exercise.ipynb), {lesson.exercise_minutes} minutes",
    )
    return f"| {lesson.title} | {lesson.question} | {links[0]} | {links[1]} |"
