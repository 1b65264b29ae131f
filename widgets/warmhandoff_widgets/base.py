"""What all simulations share: a scenario goes in, actions and an outcome come out."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

import anywidget
import traitlets

from warmhandoff_widgets.keywords import refuse_unknown
from warmhandoff_widgets.scenario import Scenario, ScenarioError, read, validate

__all__ = ["STATIC", "CourseWidget", "Simulation"]

STATIC = Path(__file__).parent / "static"
"""Where ``npm run build`` writes: one script and one style sheet for each widget."""


class CourseWidget(anywidget.AnyWidget):
    """An anywidget whose text form is the same in every run, so that notebooks can be compared."""

    def __repr__(self) -> str:
        """Without an address."""
        return f"{type(self).__name__}()"


class Simulation(CourseWidget):
    """A simulation of the course, played in the browser.

    A subclass names its scenario file and its bundle in ``static/``, and may prepare the scenario further.

    Args:
        scenario: None for the course's own; else a path, the name of another file of
            ``datasets/simulations``, or the data itself.
        actions: Actions to begin with, such as those of an earlier run. Default none.
        settings: Fields of the scenario to change, of those in `SETTINGS`.

    Raises:
        TypeError: a keyword that there is not; the sentence names the nearest.
        ScenarioError: the scenario is not as the schema describes it; the sentence names file and field.
    """

    name: ClassVar[str]
    """Of the scenario file, of the bundle in ``static/``, and of the page."""

    lesson: ClassVar[str]
    """The folder of the lesson that it belongs to, such as ``08-recognising-risk``."""

    SETTINGS: ClassVar[tuple[str, ...]] = ()
    """Fields of the scenario that a keyword may change."""

    UNIQUE: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Lists of the scenario whose entries have a name of their own: which field holds it."""

    scenario = traitlets.Dict().tag(sync=True)
    """What is played, as ``<name>.schema.json`` in ``datasets/simulations`` describes it. Default: the
    course's own. Setting it anew starts the simulation anew."""

    actions: "traitlets.List[dict[str, Any]]" = traitlets.List().tag(sync=True)
    """What the learner did, in order: one dict with a ``type`` each. Default: empty. Setting it replays."""

    outcome = traitlets.Dict().tag(sync=True)
    """What came of it, as plain data: counts are conversations or messages, shares and confidence are
    per cent. Default: empty until the simulation is shown. The same actions give the same bytes."""

    transcript = traitlets.Unicode().tag(sync=True)
    """The run in words, to keep and to discuss. Default: empty until the simulation is shown."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """The bundle is named after the simulation."""
        # ipywidgets makes nameless subclasses of its own when a trait is added.
        if "name" in vars(cls):
            cls._esm = STATIC / f"{cls.name}.js"
            cls._css = STATIC / f"{cls.name}.css"
        super().__init_subclass__(**kwargs)

    def __init__(
        self,
        scenario: Scenario | str | Path | None = None,
        *,
        actions: list[dict[str, Any]] | None = None,
        **settings: Any,
    ) -> None:
        """Read, change, validate and prepare the scenario."""
        refuse_unknown(type(self).__name__, settings, {"scenario", "actions", *self.SETTINGS})
        super().__init__(scenario=self.load(scenario, **settings), actions=actions or [])

    @classmethod
    def load(cls, scenario: Scenario | str | Path | None = None, **settings: Any) -> Scenario:
        """The scenario as JavaScript receives it.

        Raises:
            ScenarioError: it is not as the schema describes it; the sentence names file and field.
        """
        written, where = read(cls.name if scenario is None else scenario)
        chosen = {key: value for key, value in settings.items() if value is not None}
        whole = {**written, **chosen}
        validate(whole, cls.name, where)
        prepared = cls.prepare(whole)
        if complaint := cls._named_twice(prepared) or cls.complaint(prepared):
            raise ScenarioError(f"{where}: {complaint}")
        return prepared

    @classmethod
    def _named_twice(cls, scenario: Scenario) -> str | None:
        for field, name in cls.UNIQUE.items():
            names = Counter(entry[name] for entry in scenario[field])
            if twice := [value for value, times in names.items() if times > 1]:
                return f"{field} holds the {name} {twice[0]!r} twice; rename one."
        return None

    @classmethod
    def prepare(cls, scenario: Scenario) -> Scenario:
        """What Python adds before JavaScript plays; nothing by default."""
        return scenario

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """What no schema can say about a scenario: field and mend; None when all is well."""
        text = scenario["prediction"]
        if not text["min"] <= text["start"] <= text["max"]:
            return "prediction.start lies outside min and max; mend one of the three."
        return None
