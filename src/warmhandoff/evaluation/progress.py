"""A progress bar, for people only: a log or a pipe gets none."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["on"]


def on(console: Console) -> Callable[[int], AbstractContextManager[Callable[[int], object]]]:
    """A bar on that console: given the number of steps, a context in which steps done are reported."""

    @contextmanager
    def shown(total: int) -> Iterator[Callable[[int], object]]:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        with bar:
            task = bar.add_task("asking the guard", total=total)
            yield lambda steps: bar.advance(task, steps)

    return shown
