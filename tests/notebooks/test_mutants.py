"""Wrong solutions that a bright person might write: each loses points and meets the sentence meant for it."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from warmhandoff import KeywordGuard, RiskLevel, check
from warmhandoff.checks import CheckResult
from warmhandoff.checks.model import load as load_check
from warmhandoff.checks.model import load_all
from warmhandoff.spec import load

_ROOT = Path(__file__).parents[2]
_LESSON = "08-recognising-risk"
_MUTANTS = sorted((Path(__file__).parent / "mutants" / _LESSON).glob("*.py"))
_FUNCTIONS = {
    "plain-words": "level_of_words",
    "negation": "stated_level",
    "time": "current_level",
    "obliqueness": "implied_level",
    "across-turns": "standing_level",
    "whole": "triage",
}


def solution() -> ModuleType:
    """The reference solution, loaded anew, so that a mutant changes its own copy."""
    triage = load(f"{_ROOT / 'solutions' / _LESSON / 'exercise.ipynb'}:triage")
    return sys.modules[triage.__module__]


@pytest.fixture(scope="module", params=_MUTANTS, ids=lambda path: path.stem)
def mutant(request: pytest.FixtureRequest) -> ModuleType:
    """A module that says what it gets wrong, and how a solution comes to do so."""
    spec = spec_from_file_location(request.param.stem, request.param)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def mutated(mutant: ModuleType) -> ModuleType:
    """The whole set of functions with this one idea in it."""
    functions = solution()
    mutant.mutate(functions)
    return functions


def checked(functions: ModuleType, name: str) -> CheckResult:
    return check(f"{_LESSON}/{name}", getattr(functions, _FUNCTIONS[name]))


def test_there_are_three() -> None:
    assert len(_MUTANTS) >= 3


def test_a_mutant_scores_below_60_per_cent_on_its_check(mutant: ModuleType, mutated: ModuleType) -> None:
    result = checked(mutated, mutant.CHECK)
    assert result.points < 0.6 * result.max_points, result.text()


def test_a_mutant_meets_the_sentence_meant_for_it(mutant: ModuleType, mutated: ModuleType) -> None:
    known = {idea.name: idea.says for idea in load_check(f"{_LESSON}/{mutant.CHECK}").misconceptions}
    assert mutant.SENTENCE in known[mutant.MISCONCEPTION]
    assert mutant.SENTENCE in checked(mutated, mutant.CHECK).text()


def test_the_solution_does_not_meet_it(mutant: ModuleType) -> None:
    result = checked(solution(), mutant.CHECK)
    assert result.passed
    assert mutant.SENTENCE not in result.text()


def test_a_mutant_is_wrong_in_one_idea_alone(mutant: ModuleType, mutated: ModuleType) -> None:
    # The steps before its own still earn full marks, so the check found that idea and nothing else.
    steps = [step.id for step in load_all(_LESSON) if step.id in _FUNCTIONS]
    before = steps[: steps.index(mutant.CHECK)]
    assert [name for name in before if not checked(mutated, name).passed] == []


@pytest.mark.parametrize("level", RiskLevel)
@pytest.mark.parametrize("secret", ["", "of this test"])
def test_one_answer_to_everything_earns_nothing(
    level: RiskLevel, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", secret)
    assert [check(f"{_LESSON}/{name}", lambda _case: level).points for name in _FUNCTIONS] == [0] * 6


@pytest.mark.parametrize("secret", ["", "of this test"])
def test_the_word_filter_stays_below_60_per_cent(secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", secret)
    result = check(f"{_LESSON}/whole", KeywordGuard())
    assert result.points < 0.6 * result.max_points
