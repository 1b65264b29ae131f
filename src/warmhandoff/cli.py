"""The ``warmhandoff`` command. Each part is imported when it is called for."""

import sys
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from warmhandoff.errors import CourseError

__all__ = ["app", "main"]

app = typer.Typer(
    help="Warm Handoff: a course on AI mental-health support and safe referral.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
data = typer.Typer(help="The course's data sets.", no_args_is_help=True)
app.add_typer(data, name="data")

_ERRORS = Console(stderr=True, soft_wrap=True, highlight=False)


@app.command()
def learn(
    workspace: Annotated[
        Path, typer.Option(help="Where your copies of the lessons and your work are kept.")
    ] = Path("~/warm-handoff"),
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the course page in the browser.")
    ] = True,
    port: Annotated[int, typer.Option(help="First port to try.", min=1, max=65535)] = 8888,
) -> None:
    """Copy the lessons into your workspace, never over your work, and open JupyterLab."""
    from warmhandoff.course.lab import open_lab  # noqa: PLC0415 - see the module's first line
    from warmhandoff.course.workspace import prepare  # noqa: PLC0415

    console = Console(soft_wrap=True, highlight=False)
    folder = workspace.expanduser().resolve()
    for sentence in prepare(folder):
        console.print(sentence, markup=False)
    raise typer.Exit(open_lab(folder, port=port, open_browser=open_browser, say=console.print))


@app.command()
def assess(
    guard: Annotated[str, typer.Option(help="module:name or notebook.ipynb:name")],
    file: Annotated[Path, typer.Argument(help="JSON Lines; - is standard input.")] = Path("-"),
    timeout: Annotated[float, typer.Option(help="Seconds a conversation.", min=0.001)] = 2.0,
    isolate: Annotated[
        bool, typer.Option("--isolate", help="Run the guard in a process that can be killed.")
    ] = False,
) -> None:
    """Read conversations, one JSON object a line; write one decision a line.

    Guards are wrapped fail-safe. Bad lines and failed calls are reported by line number, the rest is
    answered all the same, and the exit code is then 1. An answer is no clearance to deploy.
    """
    from warmhandoff.assess import assess_lines  # noqa: PLC0415
    from warmhandoff.spec import load_guard  # noqa: PLC0415

    inner = load_guard(guard)
    try:
        with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as lines:
            tally = assess_lines(
                lines,
                guard if isolate else inner,
                sys.stdout,
                sys.stderr,
                timeout=timeout,
                isolate=isolate,
            )
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise CourseError(f"{file} cannot be opened ({error.strerror}); check the path.") from None
    if not tally.clean:
        failed = sum(tally.failures.values())
        bad = f"{tally.bad} bad line{'' if tally.bad == 1 else 's'}"
        _fail(f"{tally.answered} answered, {failed} of them fail-safe; {bad}.")


@data.command()
def validate(
    folder: Annotated[
        Path | None, typer.Argument(help="A datasets folder; the course's own when left out.")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(help="Warn of crisis lines read more than 90 days before.", formats=["%Y-%m-%d"]),
    ] = None,
) -> None:
    """Check every data set against its schema and rules; name file, line and the mend."""
    from rich.table import Table  # noqa: PLC0415

    from warmhandoff.datasets import root  # noqa: PLC0415
    from warmhandoff.datasets.validate import validate_all  # noqa: PLC0415

    reports = validate_all(folder or root(), as_of.date() if as_of else date.today())  # noqa: DTZ011
    table = Table("data set", "records", "errors", "warnings")
    for report in reports:
        for finding in report.findings:
            _ERRORS.print(str(finding), markup=False)
        table.add_row(report.name, str(report.records), str(report.errors), str(report.warnings))
    Console().print(table)
    if errors := sum(report.errors for report in reports):
        _fail(f"{errors} errors; each line above says where and how to mend it.")


def _fail(sentence: str) -> NoReturn:
    _ERRORS.print(sentence, markup=False)
    raise typer.Exit(1)


def main() -> None:
    """The entry point: an error that a user can cause is one sentence and exit code 1."""
    try:
        app()
    except CourseError as error:
        _ERRORS.print(f"warmhandoff: {error}", markup=False)
        sys.exit(1)
    except BrokenPipeError:
        # The reader has gone, as `| head` does; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(1)
