"""A real Voila with the course's template, on a folder of notebooks."""

import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lab import printed_address

import warmhandoff.course

__all__ = ["voila"]

_RUNNING = re.compile(r"(http://127\.0\.0\.1:\d+/)")
_SETTINGS = Path(warmhandoff.course.__file__).parent / "jupyter"


@contextmanager
def voila(notebook: Path) -> Iterator[str]:
    """Serve one notebook; yields its address."""
    log = Path(tempfile.mkdtemp()) / "voila.log"
    # Voila asked for port 0 prints 0.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "voila", *options, str(notebook)],
            env={**os.environ, "JUPYTER_PATH": str(_SETTINGS), "JUPYTER_CONFIG_PATH": str(_SETTINGS)},
            stdout=out,
            stderr=out,
        )
    try:
        yield printed_address(server, log, _RUNNING)
    finally:
        server.terminate()
        server.wait(20)
