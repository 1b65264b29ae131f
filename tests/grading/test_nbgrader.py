"""Submissions of every kind through nbgrader's own commands, with the marks read from its gradebook."""

import html
import tomllib

import pytest
import tomli_w
from nbgrader_course import LESSON, ROOT, SECRET, Course, new_course, notebook, written

from warmhandoff.checks.cases import draw
from warmhandoff.checks.model import load_all
from warmhandoff.course.release import answers_of

CHECKS = {check.id: check for check in load_all(LESSON)}
POINTS = {name: check.points for name, check in CHECKS.items()}
HIDDEN = [check for check in CHECKS.values() if check.hidden]
STEPS = [name for name, check in CHECKS.items() if check.call != "file"]
DONE = STEPS[:3]  # by the student who is half through

ANSWERS = answers_of(ROOT, LESSON)
RIGHT = (ANSWERS / "decisions.toml").read_text("utf-8")
HALF = (ANSWERS / "half.toml").read_text("utf-8")
WRONG = tomli_w.dumps(
    {
        **tomllib.loads(RIGHT),
        "answers": {
            item: dict.fromkeys(fields, "none of these")
            for item, fields in tomllib.loads(RIGHT)["answers"].items()
        },
    }
)


def right(_target: str, source: str) -> str:
    """The solution's answer."""
    return source


def noisy(target: str, source: str) -> str:
    """The same by somebody who logs to stderr."""
    return (
        f"{source}\n\n\nimport sys\n\nquiet_{target} = {target}\n\n\n"
        f"def {target}(given):\n    print('assessing', file=sys.stderr)\n    return quiet_{target}(given)\n"
    )


def broken(_target: str, source: str) -> str:
    """The same with a bracket too many."""
    return f"{source}\n    print((len([])))))\n"


def constant(target: str, _source: str) -> str:
    """One answer to everything."""
    return f"from warmhandoff import RiskLevel\n\n\ndef {target}(given):\n    return RiskLevel.HIGH\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course whose students have all been marked and answered."""
    course = new_course(tmp_path_factory.mktemp("course"))
    lesson = notebook(course.root / "lessons", "lesson")
    done, last = dict.fromkeys(STEPS, right), STEPS[-1]
    course.submit("perfect", RIGHT, lesson=lesson, exercise=written(course, done))
    course.submit("noisy", RIGHT, lesson=lesson, exercise=written(course, dict.fromkeys(STEPS, noisy)))
    course.submit("half", HALF, lesson=lesson, exercise=written(course, dict.fromkeys(DONE, right)))
    course.submit("broken", None, lesson=lesson, exercise=written(course, {**done, last: broken}))
    course.submit("wrong", WRONG, lesson=lesson, exercise=written(course, {last: constant}))
    course.submit("absent", RIGHT, lesson=lesson)
    # A form that an instructor saved beside the solution must not land on the students' own.
    (course.root / "solutions" / LESSON / "decisions.toml").write_text("[answers]\n", encoding="utf-8")
    course.nbgrader("autograde")
    course.nbgrader("generate_feedback")
    return course


def test_perfect_work_has_all_points(course: Course) -> None:
    assert course.score("perfect") == (30, 30)
    assert course.marks("perfect") == POINTS
    assert "That is practice passed, not clearance to deploy." in course.feedback("perfect", "exercise")


def test_what_a_learner_logs_costs_nothing(course: Course) -> None:
    assert course.marks("noisy") == POINTS
    assert "Your code printed: assessing" in course.feedback("noisy", "exercise")


def test_half_the_work_has_its_own_points(course: Course) -> None:
    unwritten = dict.fromkeys(STEPS, 0) | {name: POINTS[name] for name in DONE}
    assert course.marks("half") == {**unwritten, "decisions": 4.78}  # 11 of 23 answers
    assert "is not written yet: replace the raise with your code." in course.feedback("half", "exercise")


def test_a_broken_cell_costs_its_own_points(course: Course) -> None:
    assert course.marks("broken") == {**POINTS, STEPS[-1]: 0, "decisions": 0}
    assert "SyntaxError" in course.feedback("broken", "exercise")


def test_a_missing_form_is_told_how_to_save_it(course: Course) -> None:
    assert "There is no decisions.toml beside this notebook yet" in course.feedback("broken", "lesson")


def test_a_wrong_form_has_no_points_and_is_told_why(course: Course) -> None:
    assert course.marks("wrong")["decisions"] == 0
    page = course.feedback("wrong", "lesson")
    assert "you chose NONE OF THESE, and it is" in page
    assert "The rule of safety:" in page


def test_a_missing_notebook_has_no_points_and_the_other_one_has_its_own(course: Course) -> None:
    assert course.score("absent") == (10, 30)
    assert course.marks("absent") == dict.fromkeys(STEPS, 0) | {"decisions": 10}
    assert "10 of 10 points" in course.feedback("absent", "lesson")


def test_the_courses_secret_reaches_hidden_cases(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    page = course.feedback("perfect", "exercise")
    monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", SECRET)
    for check in HIDDEN:
        cases = draw(check)
        assert len(cases) > len(check.cases)
        assert f" of {len(cases)} cases are right" in page


def test_hidden_cases_are_told_by_their_rule_alone(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    page = html.unescape(course.feedback("wrong", "exercise"))
    assert "What they are about:" in page
    monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", SECRET)
    said = [
        turn["content"]
        for check in HIDDEN
        for case in draw(check)
        if case.hidden
        for turn in case.argument["turns"]
        if turn["role"] == "user"  # a bot's "I'm listening." stands in many places
    ]
    assert said
    assert [text for text in said if text in page] == []


def test_a_learners_form_is_not_overwritten(course: Course) -> None:
    submitted = (course.root / "submitted" / "half" / LESSON / "decisions.toml").read_bytes()
    assert (course.root / "autograded" / "half" / LESSON / "decisions.toml").read_bytes() == submitted
