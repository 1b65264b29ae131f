"""nbgrader for this course: run it in this folder, as ``nbgrader generate_assignment LESSON``.

nbgrader calls ``alembic`` by name, so activate the environment first or put its ``bin`` on PATH.
"""

from nbconvert.preprocessors import TagRemovePreprocessor
from nbgrader.converters import GenerateAssignment

from warmhandoff.course import catalogue
from warmhandoff.course.citations import Citations

c = get_config()  # type: ignore[name-defined]  # noqa: F821 - traitlets defines it

c.CourseDirectory.course_id = "warm-handoff"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "lessons"
# submitted/, autograded/, feedback/ and gradebook.db keep nbgrader's names; git ignores them.

# A class without code sets CourseDirectory.notebook_id to "lesson" here, before it generates, and marks
# lessons out of 10; exercises are then neither released nor missed.

# Cells with the tag "solution" are for instructors: an explanation, or a model answer that nobody marks.
# nbgrader itself takes a text out only where it can mark what a learner writes in its place.
c.TagRemovePreprocessor.enabled = True
c.TagRemovePreprocessor.remove_cell_tags = {"solution"}

# Ours come first, so that checksums and the database hold what a learner reads.
c.GenerateAssignment.preprocessors = [
    TagRemovePreprocessor,
    Citations,
    *GenerateAssignment.preprocessors.default(),
]

# What a learner's form saved is theirs, should a lesson ever ship a file of that name.
c.Autograde.exclude_overwriting = {lesson.folder: list(lesson.saves) for lesson in catalogue.load().lesson}

# Seconds. A check ends endless loops itself, three of them at its own time-out, 2 s by default;
# these limits are for code that is no check, and for a machine that grades a whole cohort.
c.Execute.timeout = 60
c.Execute.startup_timeout = 120
c.Execute.iopub_timeout = 30
