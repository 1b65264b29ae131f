"""Inspect without a display, without a control server, and with its own files in the test's folder."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from inspect_runs import Bot, run_in_process

_SETTINGS = ("INSPECT_EVAL_MODEL", "INSPECT_LOG_DIR", "INSPECT_LOG_FORMAT", "INSPECT_EVAL_MAX_RETRIES")
_QUIET = {
    "INSPECT_DISPLAY": "none",
    "INSPECT_EVAL_CTL_SERVER": "false",
    "INSPECT_TELEMETRY": "",
    "INSPECT_EVAL_NOTIFICATION": "",
    "INSPECT_LOG_LEVEL": "warning",
}

Play = Callable[..., Path]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Inspect's own files lie in a temporary folder, and the machine's settings count for nothing."""
    own = str(tmp_path_factory.mktemp("own"))
    with pytest.MonkeyPatch.context() as patch:
        for name in _SETTINGS:
            patch.delenv(name, raising=False)
        for name, value in _QUIET.items():
            patch.setenv(name, value)
        for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, own)
        yield


@pytest.fixture(scope="session")
def process(environment: None) -> Iterator[ProcessPoolExecutor]:  # noqa: ARG001 - the process inherits it
    """A process that has Inspect loaded, for all tests of a worker."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.fixture
def play(process: ProcessPoolExecutor, tmp_path: Path) -> Play:
    """Play the task against a bot or a server's address; the options are the task's. Returns the log."""

    def run(*, bot: Bot | None = None, url: str | None = None, **options: Any) -> Path:
        return Path(process.submit(run_in_process, str(tmp_path / "logs"), options, bot, url).result())

    return run
