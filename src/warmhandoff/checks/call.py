"""Call a learner's function once: within a time, with its prints caught, whatever it does."""

import io
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from types import FrameType, TracebackType
from typing import Any

from attrs import frozen

__all__ = ["UNWRITTEN", "Answer", "Problem", "call"]

UNWRITTEN = "is not written yet: replace the raise with your code."

_AGAIN = 0.05  # seconds until the timer rings once more, should the first ring have been swallowed
_PRINTED = 2_000  # characters of a learner's prints that the feedback keeps


class _Overran(BaseException):
    """Not an Exception, so that a learner's `except Exception` lets it pass."""


@frozen
class Answer:
    """What the function returned, and what it printed."""

    value: Any
    printed: str = ""


@frozen
class Problem:
    """Why there is no answer: one sentence to the learner.

    Attributes:
        sentence: What happened.
        overran: Whether time ran out, which is dear and stops the run after a few.
        printed: What the function printed before.
    """

    sentence: str
    overran: bool = False
    printed: str = ""


class _Capped(io.StringIO):
    """Keeps the first characters, so that a print in an endless loop fills no memory."""

    def write(self, text: str) -> int:
        room = _PRINTED - self.tell()
        if room > 0:
            super().write(text[:room])
        return len(text)


def call(function: Callable[[Any], Any], argument: object, timeout: float) -> Answer | Problem:
    """Call ``function(argument)``. Raises nothing but the learner's own keyboard interrupt.

    Args:
        function: The learner's.
        argument: What it receives.
        timeout: Seconds. On the main thread of a POSIX system a timer ends the call, even one that
            waits; elsewhere a trace function does, between two lines of Python.
    """
    on_main = threading.current_thread() is threading.main_thread()
    within = _timed if on_main and hasattr(signal, "setitimer") else _traced
    prints = _Capped()
    try:
        with redirect_stdout(prints), redirect_stderr(prints):
            value = within(function, argument, timeout)
    except _Overran:
        sentence = f"gave no answer within {timeout:g} s: is there a loop that never ends?"
        return Problem(sentence, overran=True, printed=prints.getvalue())
    except NotImplementedError:
        return Problem(UNWRITTEN, printed=prints.getvalue())
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a learner's exit or recursion is feedback too
        return Problem(_told(error, function), printed=prints.getvalue())
    return Answer(value, prints.getvalue())


def _told(error: BaseException, function: Callable[[Any], Any]) -> str:
    text = " ".join(str(error).split())[:200]
    theirs = getattr(getattr(function, "__code__", None), "co_filename", None)
    lines = [
        frame.tb_lineno
        for frame in _frames(error.__traceback__)
        if frame.tb_frame.f_code.co_filename == theirs
    ]
    where = f" at line {lines[-1]} of its cell" if lines else ""
    return f"stopped with {type(error).__name__}{where}{': ' + text if text else ''}."


def _frames(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _timed(function: Callable[[Any], Any], argument: object, seconds: float) -> Any:
    before = sys.gettrace()

    def ring(_signal: int, frame: FrameType | None) -> None:
        # Should the learner's code swallow this one, the next line of it raises again.
        sys.settrace(_untraced)
        while frame is not None and frame.f_code is not _timed.__code__:
            frame.f_trace = _raise
            frame = frame.f_back
        raise _Overran

    handler = signal.signal(signal.SIGALRM, ring)
    others = signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    started = time.monotonic()
    try:
        try:
            return function(argument)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        # Once more, in case the timer rang between the answer and its end; then whoever's it was before.
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.settrace(before)
        signal.signal(signal.SIGALRM, handler)
        if others[0]:
            left = max(others[0] - (time.monotonic() - started), _AGAIN)
            signal.setitimer(signal.ITIMER_REAL, left, others[1])


def _traced(function: Callable[[Any], Any], argument: object, seconds: float) -> Any:
    before, end = sys.gettrace(), time.monotonic() + seconds

    def watch(_frame: FrameType, _event: str, _argument: object) -> Any:
        if time.monotonic() > end:
            raise _Overran
        return watch

    sys.settrace(watch)
    try:
        return function(argument)
    finally:
        sys.settrace(before)


def _raise(_frame: FrameType, event: str, _argument: object) -> Any:
    # Python drops a trace function that raises; at the exception itself it would be spent in vain.
    if event == "line":
        raise _Overran
    return _raise


def _untraced(_frame: FrameType, _event: str, _argument: object) -> Any:
    """New frames go free; only those marked by the ring raise."""
