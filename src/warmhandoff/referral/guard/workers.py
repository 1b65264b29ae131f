"""Where a wrapped guard runs: an abandoned thread, or a process that can be killed."""

import json
import multiprocessing
import pickle
import threading
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from warmhandoff.conversation import Conversation
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard.protocol import Guard, InvalidResultError, as_guard
from warmhandoff.serialise import from_plain, to_plain

__all__ = ["Failed", "ProcessWorker", "ThreadWorkers", "Worker"]

_START_UP = 60.0  # seconds in which an isolated process must have loaded its guard


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


def _failed(error: BaseException) -> Failed:
    text = " ".join(str(error).split())[:200]
    if isinstance(error, InvalidResultError):
        return Failed("invalid", text)
    return Failed("exception", f"{type(error).__name__}: {text}" if text else type(error).__name__)


def _decide(guard: Guard, conversation: Conversation) -> ReferralDecision:
    decision: object = guard.assess(conversation)
    if not isinstance(decision, ReferralDecision):
        raise InvalidResultError(
            f"the guard returned a {type(decision).__name__}; return a ReferralDecision."
        )
    return decision


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
            except Empty:
                self._current.stop()
                self._abandoned.append(self._current)
                self._current = None
                raise Failed("timeout", f"no answer within {timeout:g} s") from None
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
            except Failed:
                self._kill()
                raise
            except (EOFError, OSError):
                self._kill()
                raise Failed("exhausted", "its process died, perhaps out of memory") from None
        if "kind" in answer:
            raise Failed(answer["kind"], answer["detail"])
        return from_plain(answer, ReferralDecision)

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
        if ready:
            raise Failed(ready["kind"], ready["detail"])
        return self._pipe

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _plain(failed: Failed) -> dict[str, Any]:
    return {"kind": failed.kind, "detail": failed.detail}


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

    def send(answer: dict[str, Any]) -> None:
        pipe.send_bytes(json.dumps(answer).encode())

    try:
        _limit(memory)
        guard = _load(inner)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must hear of it
        send(_plain(_failed(error)))
        return
    send({})
    while True:
        try:
            conversation = from_plain(json.loads(pipe.recv_bytes()), Conversation)
        except EOFError:
            return
        try:
            answer = to_plain(_decide(guard, conversation))
        except BaseException as error:  # noqa: BLE001 - a guard's exit is a failure too
            answer = _plain(_failed(error))
        send(answer)
