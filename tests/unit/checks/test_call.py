"""A learner's code may do anything; the check gets an answer or a sentence, and soon."""

import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from warmhandoff.checks.call import Answer, Problem, call


def endless(_argument: object) -> None:
    while True:
        pass


def endless_and_swallowing(_argument: object) -> None:
    while True:
        try:  # noqa: SIM105 - as a learner would write it
            time.sleep(0.01)
        except BaseException:  # noqa: BLE001, S110 - likewise
            pass


def sleeping(_argument: object) -> None:
    time.sleep(60)


def recursing(argument: object) -> object:
    return recursing(argument)


def on_a_thread(function: Callable[[Any], Any]) -> Answer | Problem:
    answers: list[Answer | Problem] = []
    thread = threading.Thread(target=lambda: answers.append(call(function, None, 0.2)), daemon=True)
    thread.start()
    thread.join(10)
    assert answers, "the call hangs"
    return answers[0]


@pytest.mark.parametrize("function", [endless, endless_and_swallowing, sleeping])
def test_time_runs_out(function: Callable[[Any], Any]) -> None:
    started = time.monotonic()
    answer = call(function, None, 0.2)
    assert isinstance(answer, Problem)
    assert answer.overran
    assert "a loop that never ends" in answer.sentence
    assert time.monotonic() - started < 5


def test_time_runs_out_off_the_main_thread_too() -> None:
    answer = on_a_thread(endless)
    assert isinstance(answer, Problem)
    assert answer.overran


def test_nothing_is_left_behind_after_an_overrun() -> None:
    before = sys.gettrace()
    call(endless, None, 0.05)
    assert sys.gettrace() is before
    time.sleep(0.15)  # a timer left ringing would end the test here
    assert call(lambda argument: argument, 3, 1.0) == Answer(3)


def test_an_exception_names_its_kind_and_line() -> None:
    def divides(_argument: object) -> float:
        return 1 / 0

    answer = call(divides, None, 1.0)
    assert isinstance(answer, Problem)
    line = divides.__code__.co_firstlineno + 1
    assert answer.sentence == f"stopped with ZeroDivisionError at line {line} of its cell: division by zero."


@pytest.mark.parametrize("error", [SystemExit, GeneratorExit, MemoryError])
def test_whatever_is_raised_is_a_sentence(error: type[BaseException]) -> None:
    def raises(_argument: object) -> None:
        raise error

    answer = call(raises, None, 1.0)
    assert isinstance(answer, Problem)
    assert error.__name__ in answer.sentence


def test_recursion_is_a_sentence() -> None:
    answer = call(recursing, None, 5.0)
    assert isinstance(answer, Problem)
    assert "RecursionError" in answer.sentence


def test_a_blank_is_not_written_yet() -> None:
    def blank(_argument: object) -> None:
        raise NotImplementedError

    answer = call(blank, None, 1.0)
    assert isinstance(answer, Problem)
    assert "not written yet" in answer.sentence


def test_the_learner_s_own_stop_goes_through() -> None:
    def stops(_argument: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call(stops, None, 1.0)


def test_prints_on_either_stream_are_caught_and_capped(capfd: pytest.CaptureFixture[str]) -> None:
    def chatters(_argument: object) -> int:
        print("out")  # noqa: T201
        print("err", file=sys.stderr)  # noqa: T201
        print("x" * 100_000)  # noqa: T201
        return 1

    answer = call(chatters, None, 1.0)
    assert isinstance(answer, Answer)
    assert answer.printed.startswith("out\nerr\n")
    assert len(answer.printed) == 2_000
    assert capfd.readouterr() == ("", "")
