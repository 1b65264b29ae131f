"""A class that writes no code: lessons alone are released, marked and answered, out of ten points."""

from pathlib import Path

from nbgrader_course import LESSON, ROOT, new_course, notebook

from warmhandoff.course.release import answers_of


def test_a_class_without_code_is_marked_out_of_ten(tmp_path: Path) -> None:
    course = new_course(tmp_path, '\nc.CourseDirectory.notebook_id = "lesson"\n')
    assert [path.name for path in (tmp_path / "lessons" / LESSON).iterdir()] == ["lesson.ipynb"]
    form = (answers_of(ROOT, LESSON) / "decisions.toml").read_text("utf-8")
    course.submit("clinician", form, lesson=notebook(tmp_path / "lessons", "lesson"))
    course.nbgrader("autograde")
    course.nbgrader("generate_feedback")
    assert course.score("clinician") == (10, 10)
    assert "10 of 10 points" in course.feedback("clinician", "lesson")
