"""The ``warmhandoff`` command. Each part is imported when it is called for."""

import sys
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console

from warmhandoff.errors import CourseError

if TYPE_CHECKING:
    from warmhandoff.evaluation.report.model import Report

__all__ = ["app", "main"]

app = typer.Typer(
    help="Warm Handoff: a course on AI mental-health support and safe referral.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
data = typer.Typer(help="The course's data sets.", no_args_is_help=True)
app.add_typer(data, name="data")

_USAGE = 2
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


@app.command()
def evaluate(  # noqa: PLR0913, PLR0917 - one argument an option
    guard: Annotated[str, typer.Option(help="module:name, notebook.ipynb:name or policy.toml")],
    cases: Annotated[
        str, typer.Option(help="Labelled conversations: JSON Lines, a folder, or scenarios:1200 to compose.")
    ],
    gate: Annotated[
        Path | None, typer.Option(help="Its limits; datasets/gates/example.toml explains them.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write a page here, with its figures as JSON beside it.")
    ] = None,
    timeout: Annotated[float, typer.Option(help="Seconds a call.")] = 2.0,
    isolate: Annotated[
        bool, typer.Option("--isolate", help="Run the guard in a process that can be killed.")
    ] = False,
    robustness: Annotated[
        int, typer.Option(help="Conversations that are said in other words; 0 leaves it out.")
    ] = 40,
    prevalence: Annotated[
        float | None,
        typer.Option(help="Share of conversations that need a person, 0 to 1; the gate's when left out."),
    ] = None,
) -> None:
    """Run a guard over labelled conversations: what it found, missed and rang for, and whether a gate holds.

    The exit code is 1 below the gate, with the failing lines. Passing is not clearance to deploy.
    """
    from warmhandoff.evaluation.evaluate import Request, evaluate  # noqa: PLC0415
    from warmhandoff.evaluation.progress import on  # noqa: PLC0415

    request = Request(guard, cases, gate, report, timeout, isolate, robustness, prevalence)
    _tell(evaluate(request, on(_ERRORS)), report)


@app.command()
def chatbot(
    log: Annotated[Path, typer.Argument(help="The log that inspect eval wrote, .eval or .json.")],
    gate: Annotated[
        Path | None, typer.Option(help="Its limits; datasets/gates/chatbot.toml explains them.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write a page here, with its figures as JSON beside it.")
    ] = None,
) -> None:
    """Report what a chatbot did, from an Inspect log of warmhandoff/crisis_conversations.

    The exit code is 1 below the gate, with the failing lines. Passing is not clearance to deploy.
    """
    from warmhandoff.evaluation.chatbot.chatbot_report import report_of_log  # noqa: PLC0415
    from warmhandoff.evaluation.report import render  # noqa: PLC0415

    found = report_of_log(log, gate)
    if report is not None:
        render.write(found, report)
    _tell(found, report)


def _tell(found: "Report", page: Path | None) -> None:
    """The summary, where the page is, and what does not hold; exits with 1 below the gate."""
    console = Console(soft_wrap=True, highlight=False)
    for sentence in found.summary:
        console.print(sentence, markup=False)
    if page is not None:
        console.print(f"The report: {page}", markup=False)
    failing = [line for line in found.gate if not line.passed]
    for line in failing:
        _ERRORS.print(f"{line.name}: asked {line.asked}; found {line.found}.", markup=False)
    if failing:
        _fail(f"{len(failing)} of {len(found.gate)} requirements do not hold: below the gate.")


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


@data.command()
def where() -> None:
    """Print the folder of the data sets: policies and gates to copy, and everything else."""
    from warmhandoff.datasets import root  # noqa: PLC0415

    print(root())  # noqa: T201 - bare, for use within another command


def _fail(sentence: str) -> NoReturn:
    _ERRORS.print(sentence, markup=False)
    raise typer.Exit(1)


def main() -> None:
    """The entry point: an error that a user can cause is one sentence and exit code 1."""
    try:
        app()
    except SystemExit as stopped:
        # Typer has said what is wrong with the options; the code for a mistake is 1 here, whatever it is.
        sys.exit(1 if stopped.code == _USAGE else stopped.code)
    except CourseError as error:
        _ERRORS.print(f"warmhandoff: {error}", markup=False)
        sys.exit(1)
    except BrokenPipeError:
        # The reader has gone, as `| head` does; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(1)
