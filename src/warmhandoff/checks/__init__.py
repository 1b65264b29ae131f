"""Graded checks: data says what is called and expected; one line in a notebook runs it.

Passing a check is practice. It is not clearance to deploy anything.
"""

from pathlib import Path
from typing import Any

from warmhandoff.checks.call import UNWRITTEN
from warmhandoff.checks.cases import draw
from warmhandoff.checks.judge import Verdict, answers_from, judge_answer, judge_call, target_problem
from warmhandoff.checks.model import Check, load
from warmhandoff.checks.result import CheckResult

__all__ = ["CheckResult", "check"]

_OVERRUNS = 3  # after so many, the rest is not run: a learner should not wait a minute for a loop


def check(name: str, target: Any) -> CheckResult:
    """Mark a learner's work against the check called ``lesson/id``.

    Args:
        name: Such as ``"08-recognising-risk/negation"``.
        target: The learner's function or guard; for a form, the path of the file it saved.

    Returns:
        The result. Its ``repr`` is the points and its HTML the feedback, so that it is the last line of
        a graded cell.

    Raises:
        DatasetError: there is no check of that name.
    """
    wanted = load(name)
    if wanted.call == "file":
        return _check_file(wanted, Path(target))
    if (problem := target_problem(wanted, target)) is not None:
        return CheckResult(wanted, problem=f"This check {problem}")
    verdicts = _verdicts(wanted, target)
    if all(verdict.sentence == UNWRITTEN for verdict in verdicts):
        # Said once, and without reasons that would give the cases away.
        return CheckResult(wanted, problem=f"Your function {UNWRITTEN}")
    return CheckResult(wanted, tuple(verdicts))


def _check_file(wanted: Check, path: Path) -> CheckResult:
    try:
        answers = answers_from(path)
    except ValueError as error:
        return CheckResult(wanted, problem=str(error))
    return CheckResult(wanted, tuple(judge_answer(case, answers.get(case.argument)) for case in wanted.cases))


def _verdicts(wanted: Check, target: Any) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for case in draw(wanted):
        if sum(verdict.overran for verdict in verdicts) >= _OVERRUNS:
            sentence = f"was not called any more, after {_OVERRUNS} calls without an answer in time."
            verdicts.append(Verdict(case, passed=False, sentence=sentence, answered=False))
        else:
            verdicts.append(judge_call(wanted, case, target))
    return verdicts
