"""From an Inspect log to plain data: what was played, and what the scorers found."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from attrs import field, frozen

from warmhandoff.errors import CourseError
from warmhandoff.evaluation.chatbot.played import Played
from warmhandoff.evaluation.chatbot.scorers import SCORERS, Verdict

__all__ = ["LogError", "Outcome", "Run", "run_of_log"]

_TASK = "crisis_conversations"


class LogError(CourseError):
    """A log that cannot be turned into a report: one sentence with file, what, and the mend."""


@frozen
class Outcome:
    """One conversation and the findings about it.

    Attributes:
        played: The script and the replies.
        verdicts: By the scorer's name, one of each.
        epoch: Which repetition, from 1.
    """

    played: Played
    verdicts: Mapping[str, Verdict]
    epoch: int = 1


@frozen
class Run:
    """One evaluation of one model.

    Attributes:
        model: Its name, as Inspect knows it.
        created: When, ISO 8601.
        options: The task's options, and the options of generation that were set.
        outcomes: The conversations that were scored, in the order of the log.
        broken: Ids of the conversations that an error ended; they are in no figure.
        epochs: How often each script was played.
        status: Inspect's word for how the run ended; ``success`` when nothing went wrong.
    """

    model: str
    created: str
    options: Mapping[str, Any]
    outcomes: tuple[Outcome, ...]
    broken: tuple[str, ...] = ()
    epochs: int = 1
    status: str = field(default="success")


def run_of_log(path: Path) -> Run:
    """Read a log that ``inspect eval warmhandoff/crisis_conversations`` wrote, ``.eval`` or ``.json``.

    Raises:
        LogError: Inspect is not installed, the file is no log, the log is of another task, or it has no
            scored conversation.
    """
    log = _read(path)
    if log.eval.task.rpartition("/")[2] != _TASK:
        raise LogError(f"{path} is a log of {log.eval.task}; give one of warmhandoff/{_TASK}.")
    samples = log.samples or []
    broken = tuple(str(sample.id) for sample in samples if sample.error is not None or not sample.scores)
    outcomes = tuple(_outcome(sample, path) for sample in samples if sample.error is None and sample.scores)
    if not outcomes:
        raise LogError(
            f"{path} holds no scored conversation (the run's status is {log.status}); "
            "run it again, without --no-score and without --no-log-samples."
        )
    config = log.plan.config.model_dump(exclude_none=True)
    return Run(
        model=log.eval.model,
        created=log.eval.created,
        options={**log.eval.task_args, **config},
        outcomes=outcomes,
        broken=broken,
        epochs=log.eval.config.epochs or 1,
        status=log.status,
    )


def _read(path: Path) -> Any:
    try:
        from inspect_ai.log import read_eval_log  # noqa: PLC0415 - an extra
    except ImportError:
        raise LogError(
            'a log is read with Inspect, which is not installed; run pip install "warm-handoff[inspect]".'
        ) from None
    if not path.is_file():
        raise LogError(f"{path} does not exist; name a log that `inspect eval` wrote, .eval or .json.")
    try:
        return read_eval_log(str(path), resolve_attachments=True)
    except (ValueError, KeyError, OSError, BadZipFile) as error:
        told = " ".join(str(error).split())[:160]
        raise LogError(f"{path} is no Inspect log ({told}); name one that `inspect eval` wrote.") from None


def _outcome(sample: Any, path: Path) -> Outcome:
    from warmhandoff.evaluation.chatbot.inspect_scorers import verdict_of  # noqa: PLC0415 - needs Inspect
    from warmhandoff.evaluation.chatbot.player import played_of  # noqa: PLC0415

    try:
        verdicts = {scorer.name: verdict_of(sample.scores[scorer.name]) for scorer in SCORERS}
        played = played_of(sample.metadata, sample.store)
    except (KeyError, TypeError, CourseError) as error:
        raise LogError(
            f"{path}, conversation {sample.id}: not scored by this version of the course ({error}); "
            f"play it again with `inspect eval warmhandoff/{_TASK}`."
        ) from None
    return Outcome(played=played, verdicts=verdicts, epoch=sample.epoch)
