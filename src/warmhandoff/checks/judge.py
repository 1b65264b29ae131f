"""One case, from its argument to a verdict."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import frozen

from warmhandoff.checks.call import Answer, Problem, call
from warmhandoff.checks.model import Case, Check, argument_of
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard import Guard
from warmhandoff.risk import RiskLevel
from warmhandoff.serialise import to_plain

__all__ = ["Verdict", "answers_from", "judge_answer", "judge_call", "target_problem"]


@frozen
class Verdict:
    """How a case went.

    Attributes:
        case: Which.
        passed: Whether the answer is one of the expected ones.
        sentence: What happened instead; empty when it passed.
        answered: Whether there was an answer to compare.
        overran: Whether time ran out.
        printed: What the learner's code printed.
    """

    case: Case
    passed: bool
    sentence: str = ""
    answered: bool = True
    overran: bool = False
    printed: str = ""


def target_problem(check: Check, target: object) -> str | None:
    """Why the thing to be checked cannot be called; None when it can."""
    if check.call == "guard" and not (isinstance(target, Guard) or callable(target)):
        return "needs a guard: an object with assess(conversation), or a function."
    if check.call == "function" and not callable(target):
        return f"needs your function; it was given a {type(target).__name__}."
    return None


def judge_call(check: Check, case: Case, target: Any) -> Verdict:
    """Call the learner's function or guard with a fresh argument and compare."""
    argument = argument_of(check, case)
    before = to_plain(argument)
    function: Callable[[Any], Any] = target.assess if isinstance(target, Guard) else target
    answer = call(function, argument, check.timeout)
    if isinstance(answer, Problem):
        return Verdict(
            case,
            passed=False,
            sentence=answer.sentence,
            answered=False,
            overran=answer.overran,
            printed=answer.printed,
        )
    if to_plain(argument) != before:
        sentence = "changed the conversation it was given; read it and leave it as it is."
        return Verdict(case, passed=False, sentence=sentence, printed=answer.printed)
    return _compare(check, case, answer)


def judge_answer(case: Case, given: Any) -> Verdict:
    """Compare what a form holds."""
    if given is None:
        return Verdict(case, passed=False, sentence="it has no answer yet.", answered=False)
    if given in case.expected:
        return Verdict(case, passed=True)
    return Verdict(case, passed=False, sentence=f"you chose {_said(given)}, and it is {_either(case)}.")


def answers_from(path: Path) -> dict[str, Any]:
    """The answers a form saved, as ``item.field`` to value.

    Raises:
        ValueError: there is no such file or it is no saved form; one sentence with the mend.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            f"{item}.{name}": value
            for item, fields in table["answers"].items()
            for name, value in fields.items()
        }
    except FileNotFoundError:
        raise ValueError(
            f"There is no {path.name} beside this notebook yet: fill in the form above and press Save."
        ) from None
    except (OSError, ValueError, KeyError, AttributeError):
        raise ValueError(
            f"{path.name} cannot be read as a saved form: press Save in the form above once more."
        ) from None


def _compare(check: Check, case: Case, answer: Answer) -> Verdict:
    value = answer.value
    if isinstance(value, ReferralDecision):
        value = value.risk
    kind = {"risk_level": RiskLevel, "bool": bool, "text": str}[check.returns]
    if type(value) is not kind:
        example = {"risk_level": "RiskLevel.HIGH", "bool": "True", "text": "'...'"}[check.returns]
        sentence = (
            f"returned {str(value)[:40]!r} ({type(value).__name__}); "
            f"return a {kind.__name__}, such as {example}."
        )
        return Verdict(case, passed=False, sentence=sentence, printed=answer.printed)
    plain = to_plain(value)
    if plain in case.expected:
        return Verdict(case, passed=True, printed=answer.printed)
    sentence = f"answered {_said(plain)} where {_either(case)} is expected."
    return Verdict(case, passed=False, sentence=sentence, printed=answer.printed)


def _said(plain: Any) -> str:
    if isinstance(plain, bool):
        return str(plain)
    return str(plain).replace("_", " ").upper()


def _either(case: Case) -> str:
    return " or ".join(_said(value) for value in case.expected)
