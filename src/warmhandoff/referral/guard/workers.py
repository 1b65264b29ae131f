"""Where a wrapped guard runs: an abandoned thread, or a process that can be killed."""

import json
import multiprocessing
import pickle
import signal
import threading
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from attrs import fields

from warmhandoff.conversation import Conversation
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard.protocol import Guard, InvalidResultError, as_guard
from warmhandoff.serialise import SerialiseError, from_plain, to_plain

__all__ = ["Failed", "ProcessWorker", "ThreadWorkers", "Worker", "told"]

_START_UP = 60.0  # seconds in which an isolated process must have loaded its guard
_LONGEST = 100_000  # characters of a reply; far more than anybody reads
_MOST = 10_000  # reasons, or crisis lines
_UNSENDABLE = "the guard's decision cannot be sent from its process; use the course's own types in it"
_FIELDS = tuple(field.name for field in fields(ReferralDecision))
_LARGEST = 16 << 20  # bytes of an answer on its way from a process; the limits above come first


class Failed(Exception):  # noqa: N818 - not every failure is an error of the caller
    """A call without a valid decision."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail


class Worker(Protocol):
    """Runs one call within a time."""

    def call(self, conversation: Conversation, timeout: float) -> ReferralDecision:
        """The decision, or `Failed`."""
        ...

    def close(self) -> None:
        """Let go of what is held."""
        ...


def told(error: BaseException) -> str:
    """An exception in a sentence, even when its own text raises."""
    name = type(error).__name__
    try:
        text = " ".join(str(error).split())[:200]
    except Exception:  # noqa: BLE001 - a learner's exception may be as broken as the guard
        text = ""
    if isinstance(error, InvalidResultError):
        return text
    return f"{name}: {text}" if text else name


def _failed(error: BaseException) -> Failed:
    return Failed("invalid" if isinstance(error, InvalidResultError) else "exception", told(error))


def _decide(guard: Guard, conversation: Conversation) -> ReferralDecision:
    """The guard's decision, made anew.

    A subclass whose fields raise when read, a stand-in, or a decision that was changed after it was
    validated, would fail in the caller's hands; made anew it fails here, and within the time.
    """
    decision: object = guard.assess(conversation)
    if not isinstance(decision, ReferralDecision):
        raise InvalidResultError(
            f"the guard returned a {type(decision).__name__}; return a ReferralDecision."
        )
    try:
        plain = ReferralDecision(**{name: getattr(decision, name) for name in _FIELDS})
    except (TypeError, ValueError) as error:
        raise InvalidResultError(
            f"the guard returned a decision with a field that it cannot have ({told(error)}); "
            "build a new ReferralDecision instead of changing one."
        ) from None
    if len(plain.reply or "") > _LONGEST or max(len(plain.reasons), len(plain.resources)) > _MOST:
        raise InvalidResultError(
            f"the guard's reply is longer than {_LONGEST:,} characters, or it gives more than {_MOST:,} "
            "reasons or crisis lines; keep to what a person can read."
        )
    return plain


class _Thread:
    """One daemon thread that answers calls in turn until it is told to stop."""

    def __init__(self, inner: object) -> None:
        self._inner = inner
        self._calls: SimpleQueue[Conversation | None] = SimpleQueue()
        self._answers: SimpleQueue[ReferralDecision | BaseException] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="guard", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        guard: Guard | None = None
        while (conversation := self._calls.get()) is not None:
            try:
                guard = guard or as_guard(self._inner)
                self._answers.put(_decide(guard, conversation))
            except BaseException as error:  # noqa: BLE001 - a guard's exit is a failure too
                self._answers.put(error)

    def ask(self, conversation: Conversation, timeout: float) -> ReferralDecision | BaseException:
        self._calls.put(conversation)
        return self._answers.get(timeout=timeout)

    def stop(self) -> None:
        self._calls.put(None)

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()


class ThreadWorkers:
    """One thread at work and, at most ``max_abandoned``, those that overran."""

    def __init__(self, inner: object, max_abandoned: int) -> None:
        self._inner = inner
        self._max = max_abandoned
        self._lock = threading.Lock()
        self._current: _Thread | None = None
        self._abandoned: list[_Thread] = []

    def call(self, conversation: Conversation, timeout: float) -> ReferralDecision:
        """The decision of the guard; raises `Failed` when there is none in time."""
        with self._lock:
            self._abandoned = [thread for thread in self._abandoned if thread.alive]
            if len(self._abandoned) >= self._max:
                raise Failed("exhausted", f"{self._max} earlier calls have not come back")
            self._current = self._current or _Thread(self._inner)
            try:
                answer = self._current.ask(conversation, timeout)
            except BaseException as error:
                # Interrupted, too: an answer that comes later must not be taken for the next person's.
                self._current.stop()
                self._abandoned.append(self._current)
                self._current = None
                if isinstance(error, Empty):
                    raise Failed("timeout", f"no answer within {timeout:g} s") from None
                raise
        if isinstance(answer, BaseException):
            raise _failed(answer)
        return answer

    def close(self) -> None:
        """Let the idle thread end; a later call starts another."""
        with self._lock:
            if self._current is not None:
                self._current.stop()
                self._current = None


class ProcessWorker:
    """A process of its own: killed when it overruns, started again for the next call."""

    def __init__(self, inner: object, memory: int | None) -> None:
        self._inner: str | bytes
        if isinstance(inner, str):
            self._inner = inner
        else:
            try:
                self._inner = pickle.dumps(inner)
            except (pickle.PicklingError, AttributeError, TypeError):
                raise TypeError(
                    "isolate=True loads the guard in another process, and this one cannot be sent "
                    'there; define it in a module, or give "module:name" or "notebook.ipynb:name".'
                ) from None
        self._memory = memory
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def call(self, conversation: Conversation, timeout: float) -> ReferralDecision:
        """The decision of the guard; raises `Failed` when there is none in time."""
        with self._lock:
            try:
                answer = self._ask(conversation, timeout)
            except (EOFError, OSError):
                self._kill()
                raise Failed("exhausted", "its process died, perhaps out of memory") from None
            except BaseException:
                # Interrupted, too: an answer that comes later must not be taken for the next person's.
                self._kill()
                raise
        if "failed" in answer:
            raise Failed(**answer["failed"])
        try:
            return from_plain(answer["decision"], ReferralDecision)
        except SerialiseError as error:
            raise Failed("invalid", f"{_UNSENDABLE} ({error})") from None

    def _ask(self, conversation: Conversation, timeout: float) -> dict[str, Any]:
        pipe = self._pipe or self._start()
        pipe.send_bytes(json.dumps(to_plain(conversation)).encode())
        if not pipe.poll(timeout):
            raise Failed("timeout", f"no answer within {timeout:g} s; its process was ended")
        answer: dict[str, Any] = json.loads(pipe.recv_bytes())
        return answer

    def close(self) -> None:
        """End the process; a later call starts another."""
        with self._lock:
            self._kill()

    def _start(self) -> Connection:
        # A spawned process shares no locks with our threads; a forked one would.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._inner, self._memory), daemon=True)
        self._process.start()
        theirs.close()
        if not self._pipe.poll(_START_UP):
            raise Failed("timeout", f"its process did not start within {_START_UP:g} s")
        ready = json.loads(self._pipe.recv_bytes())
        if "failed" in ready:
            raise Failed(**ready["failed"])
        return self._pipe

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _encoded(answer: dict[str, Any]) -> bytes:
    try:
        data = json.dumps(answer).encode()
    except (TypeError, ValueError) as error:
        raise InvalidResultError(f"{_UNSENDABLE} ({error})") from None
    if len(data) > _LARGEST:
        raise InvalidResultError(f"{_UNSENDABLE} ({len(data):,} bytes)")
    return data


def _limit(memory: int | None) -> None:
    if memory is None:
        return
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _load(inner: str | bytes) -> Guard:
    if isinstance(inner, str):
        from warmhandoff.spec import load_guard  # noqa: PLC0415 - only where a SPEC is given

        return load_guard(inner)
    return as_guard(pickle.loads(inner))  # noqa: S301 - our own parent's bytes


def _serve(pipe: Connection, inner: str | bytes, memory: int | None) -> None:
    """The isolated process: says {} when the guard is loaded, then one answer a conversation."""

    def fail(error: BaseException) -> None:
        failed = _failed(error)
        pipe.send_bytes(_encoded({"failed": {"kind": failed.kind, "detail": failed.detail}}))

    # Ctrl-C in a terminal reaches every process of a group; the parent decides what becomes of this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _limit(memory)
        guard = _load(inner)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must hear of it
        fail(error)
        return
    pipe.send_bytes(_encoded({}))
    while True:
        try:
            data = pipe.recv_bytes()
        except EOFError:
            return
        try:
            conversation = from_plain(json.loads(data), Conversation)
            answer = _encoded({"decision": to_plain(_decide(guard, conversation))})
        except BaseException as error:  # noqa: BLE001 - a guard's exit is a failure too
            fail(error)
        else:
            pipe.send_bytes(answer)
