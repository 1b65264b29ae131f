"""Question: options, a confidence, and then the feedback for every option."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from warmhandoff_widgets.base import STATIC, CourseWidget
from warmhandoff_widgets.keywords import refuse_unknown

__all__ = ["Question"]

_FEWEST = 2


class Question(CourseWidget):
    """One question, answered once with a confidence, then explained option by option.

    Args:
        prompt: The question, text.
        options: The options, in the order shown: a mapping of key to text, or a list of texts, which get
            the keys ``a``, ``b``, ``c``.
        answer: The key of the best option; None where there is none, as in a question of opinion.
        feedback: For every option, by key or in the same order, why one would choose it and why or why not.
        explanation: A last paragraph after the feedback. Default: empty.

    Raises:
        TypeError: a keyword that there is not; the sentence names the nearest.
        ValueError: options, answer and feedback do not fit each other; the sentence says where.
    """

    _esm = STATIC / "question.js"
    _css = STATIC / "question.css"

    scenario = traitlets.Dict().tag(sync=True)
    """Prompt, options with feedback, answer, explanation: plain data. No default."""

    actions: "traitlets.List[dict[str, Any]]" = traitlets.List().tag(sync=True)
    """The commit, when it was made. Default: empty."""

    outcome = traitlets.Dict().tag(sync=True)
    """``choice`` (a key), ``confidence`` (per cent) and ``correct``, each None before the commit; ``correct``
    stays None where there is no best answer. Default: empty until the question is shown."""

    transcript = traitlets.Unicode().tag(sync=True)
    """The question and the choice in words. Default: empty until the question is shown."""

    def __init__(
        self,
        prompt: str,
        options: Mapping[str, str] | Sequence[str],
        answer: str | None = None,
        feedback: Mapping[str, str] | Sequence[str] = (),
        *,
        explanation: str = "",
        **unknown: Any,
    ) -> None:
        """Put the parts together."""
        known = ("prompt", "options", "answer", "feedback", "explanation")
        refuse_unknown(type(self).__name__, unknown, known)
        texts = _keyed(options)
        replies = _keyed(feedback)
        if len(texts) < _FEWEST:
            raise ValueError(f"Question: {len(texts)} option is no choice; give at least {_FEWEST}.")
        if answer is not None and answer not in texts:
            raise ValueError(f"Question: answer {answer!r} is no option; write one of {', '.join(texts)}.")
        if missing := [key for key in texts if not replies.get(key)]:
            raise ValueError(f"Question: no feedback for {', '.join(missing)}; every option needs one.")
        if extra := sorted(set(replies) - set(texts)):
            raise ValueError(f"Question: feedback for {', '.join(extra)}, which is no option; leave it out.")
        super().__init__(
            scenario={
                "prompt": prompt,
                "options": [
                    {"key": key, "label": text, "feedback": replies[key]} for key, text in texts.items()
                ],
                "answer": answer,
                "explanation": explanation,
            }
        )


def _keyed(texts: Mapping[str, str] | Sequence[str]) -> dict[str, str]:
    if isinstance(texts, Mapping):
        return dict(texts)
    return {chr(ord("a") + number): text for number, text in enumerate(texts)}
