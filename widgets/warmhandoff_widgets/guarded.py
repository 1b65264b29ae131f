"""Simulations that look at guards: the course's own, and one that the learner brings."""

from abc import abstractmethod
from pathlib import Path
from typing import Any

from warmhandoff.referral.guard import Guard
from warmhandoff.referral.guard.protocol import as_guard
from warmhandoff.spec import load_guard
from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["GuardedSimulation"]


class GuardedSimulation(Simulation):
    """A simulation with the keyword ``guard``: an object with ``assess``, a function, or a SPEC."""

    @classmethod
    def load(
        cls,
        scenario: Scenario | str | Path | None = None,
        *,
        guard: Guard | str | Any | None = None,
        **settings: Any,
    ) -> Scenario:
        """The scenario as JavaScript receives it, with the guard that is given.

        Raises:
            ScenarioError: it is not as the schema describes it; the sentence names file and field.
            SpecError: the guard cannot be loaded.
            TypeError: what was given is no guard.
        """
        prepared = super().load(scenario, **settings)
        if guard is None:
            return prepared
        return cls.with_guard(prepared, load_guard(guard) if isinstance(guard, str) else as_guard(guard))

    @classmethod
    @abstractmethod
    def with_guard(cls, prepared: Scenario, own: Guard) -> Scenario:
        """The prepared scenario with one more guard."""
