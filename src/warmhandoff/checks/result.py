"""What a learner reads after a check. Its ``repr`` is the points, which is what nbgrader reads."""

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from warmhandoff.checks.judge import Verdict
from warmhandoff.checks.model import Check

__all__ = ["CheckResult"]

_SHOWN = 5  # failed cases that are spelled out; more would not be read
_EXCERPT = 240  # characters of a conversation that the feedback repeats


@frozen(repr=False)
class CheckResult:
    """Points and feedback.

    Attributes:
        check: What was checked.
        verdicts: How each case went; empty when nothing could be called.
        problem: Why nothing could be called, if so.
    """

    check: Check
    verdicts: tuple[Verdict, ...] = ()
    problem: str | None = None

    @property
    def max_points(self) -> float:
        """What a full score is worth."""
        return self.check.points

    @property
    def points(self) -> float:
        """From 0 to `max_points`, to two decimals; hidden cases, where there are any, count for half."""
        public = [verdict for verdict in self.verdicts if not verdict.case.hidden]
        hidden = [verdict for verdict in self.verdicts if verdict.case.hidden]
        reached = self._score(public)
        if hidden and self.check.hidden:
            reached = (reached + min(1.0, self._score(hidden) / (1 - self.check.hidden.tolerance))) / 2
        return round(self.max_points * reached, 2)

    @property
    def passed(self) -> bool:
        """Whether the score is full."""
        return self.points == self.max_points

    def _score(self, verdicts: Sequence[Verdict]) -> float:
        if not verdicts:
            return 0.0
        if self.check.score == "share":
            return _share(verdicts)
        risky = [verdict for verdict in verdicts if verdict.case.risky]
        harmless = [verdict for verdict in verdicts if not verdict.case.risky]
        return max(0.0, _share(risky) + _share(harmless) - 1)

    def __repr__(self) -> str:
        """The points alone, because the last value of a graded cell is its mark."""
        return str(float(self.points))

    def text(self) -> str:
        """The feedback as plain lines."""
        return "\n".join(line for _kind, line in self._lines())

    def _repr_html_(self) -> str:
        body = "".join(
            f"<{kind}>{html.escape(line)}</{kind}>" if kind != "li" else f"<li>{html.escape(line)}</li>"
            for kind, line in self._lines()
        )
        return f'<section class="warmhandoff-check">{_listed(body)}</section>'

    def _lines(self) -> Iterator[tuple[str, str]]:
        check = self.check
        worth = f"{self.points:g} of {self.max_points:g} points"
        if self.problem is not None:
            yield "p", f"{check.title}: {worth}. {self.problem}"
            return
        right = sum(verdict.passed for verdict in self.verdicts)
        what = "answers" if check.call == "file" else "cases"
        yield "p", f"{check.title}: {worth}. {right} of {len(self.verdicts)} {what} are right."
        failed = [verdict for verdict in self.verdicts if not verdict.passed]
        shown = [verdict for verdict in failed if not verdict.case.hidden]
        for verdict in shown[:_SHOWN]:
            yield "li", _told(check, verdict)
        if len(shown) > _SHOWN:
            again = "save" if check.call == "file" else "run"
            yield "p", f"And {len(shown) - _SHOWN} more like these; mend the first ones and {again} again."
        yield from (("p", line) for line in self._hidden(failed))
        yield from (("p", says) for says in self._misconceptions(failed))
        if failed:
            yield "p", f"The rule of safety: {check.rule}"
        elif self.verdicts:
            yield "p", "Every case is right. That is practice passed, not clearance to deploy."
        if printed := next((verdict.printed for verdict in self.verdicts if verdict.printed), ""):
            yield "p", f"Your code printed: {_short(printed)}"

    def _hidden(self, failed: Iterable[Verdict]) -> Iterator[str]:
        rules = self.check.hidden.rules if self.check.hidden else {}
        missed = Counter(verdict.case.phenomenon for verdict in failed if verdict.case.hidden)
        for phenomenon, count in missed.items():
            rule = rules.get(phenomenon, self.check.rule) if phenomenon else self.check.rule
            noun = "case" if count == 1 else "cases"
            yield f"{count} hidden {noun} missed. What they are about: {rule}"

    def _misconceptions(self, failed: Iterable[Verdict]) -> Iterator[str]:
        # What was not answered says nothing about what somebody believes.
        ids = {verdict.case.id for verdict in failed if verdict.answered}
        for idea in self.check.misconceptions:
            if ids.issuperset(idea.cases):
                yield idea.says


def _share(verdicts: Iterable[Verdict]) -> float:
    marks = [verdict.passed for verdict in verdicts]
    return sum(marks) / len(marks) if marks else 1.0


def _listed(body: str) -> str:
    # A run of items is one list.
    opened = body.replace("</p><li>", "</p><ul><li>").replace("</li><p>", "</li></ul><p>")
    return f"{opened}</ul>" if opened.endswith("</li>") else opened


def _told(check: Check, verdict: Verdict) -> str:
    case = verdict.case
    if check.call == "file":
        # The argument is only a place in the file; without an answer the reason would give it away.
        return f"“{case.title}”: {verdict.sentence} {case.why if verdict.answered else ''}".strip()
    return f"“{case.title}”{_quoted(case.argument)}: your code {verdict.sentence} {case.why}"


def _quoted(argument: object) -> str:
    if isinstance(argument, dict):
        turns = argument.get("messages") or argument.get("turns") or ()
        said = [turn["content"] for turn in turns if turn["role"] == "user"]
        return f" ({_short(' / '.join(said))})" if said else ""
    return f" ({_short(argument)})" if isinstance(argument, str) else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
