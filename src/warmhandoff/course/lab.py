"""Start JupyterLab on the course page, so that nothing a learner types leaves the machine."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from warmhandoff.course.workspace import INDEX
from warmhandoff.errors import CourseError

__all__ = ["open_lab"]

LOG = ".warmhandoff/jupyterlab.log"
"""What JupyterLab says goes here, so that the terminal shows one address and no noise."""

LAYOUT = ".warmhandoff/layout"
"""What JupyterLab remembers of open tabs."""

_START_UP = 90.0  # seconds for the server to come up on a slow laptop
_SETTINGS = Path(__file__).parent / "jupyter"
_OPTIONS = (
    "--no-browser",
    # Neither news nor update checks nor an extension catalogue: no request leaves the machine.
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


def open_lab(workspace: Path, *, port: int, open_browser: bool, say: Callable[[str], object]) -> int:
    """Run JupyterLab until it is stopped.

    Args:
        workspace: The learner's folder, the server's root.
        port: First port to try; the server takes the next free one.
        open_browser: Whether to open the course page.
        say: Told the address once the server answers.

    Returns:
        The server's exit code; 0 when it was stopped from the keyboard.

    Raises:
        CourseError: JupyterLab is not installed, or did not start.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise CourseError("JupyterLab is not installed; run: pip install 'warm-handoff[learn]'")
    options = [
        *_OPTIONS,
        f"--port={port}",
        f"--ServerApp.root_dir={workspace}",
        # Which tabs were open is the course's own, and leaves the learner's other JupyterLab alone.
        f"--LabApp.workspaces_dir={workspace / LAYOUT}",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")  # as in a container; the server listens on this machine only
    # Being ended is being stopped: the server must not outlive this command.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    log = workspace / LOG
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=workspace,
            env=_environment(),
            stdout=out,
            stderr=out,
        )
    try:
        address = _address(server, log)
        say(f"The course page is at {address}")
        say("Stop with Ctrl+C. Everything stays on this machine.")
        if open_browser:
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(server)


def _environment() -> dict[str, str]:
    path = os.environ.get("JUPYTER_CONFIG_PATH")
    return {
        **os.environ,
        # nbgrader calls `alembic` by name, so this environment's commands must be found first.
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        # The Markdown preview as the course page's viewer, and no offer to fetch news.
        "JUPYTER_CONFIG_PATH": os.pathsep.join([str(_SETTINGS), *([path] if path else [])]),
    }


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    from jupyter_core.paths import jupyter_runtime_dir  # noqa: PLC0415 - only where JupyterLab is

    notice = Path(jupyter_runtime_dir()) / f"jpserver-{server.pid}.json"
    end = time.monotonic() + _START_UP
    while time.monotonic() < end:
        if server.poll() is not None:
            raise CourseError(f"JupyterLab stopped while starting; the end of {log} says why.")
        try:
            facts = json.loads(notice.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            time.sleep(0.1)
            continue
        query = urlencode({"token": facts["token"]}) if facts.get("token") else ""
        return f"{facts['url']}lab/tree/{INDEX}{'?' + query if query else ''}"
    raise CourseError(f"JupyterLab did not start within {_START_UP:g} s; the end of {log} may say why.")


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
