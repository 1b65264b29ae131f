"""Release gates: what a guard must show, as a TOML file that a clinician can read and write.

``datasets/gates/example.toml`` explains every line. A gate that sets no limit to missed risk, or none to
over-referral, does not load, and neither does one that a coin could pass.
"""

import re
from pathlib import Path
from typing import Any

from attrs import field, frozen

from warmhandoff.datasets import DatasetError, read_toml, root
from warmhandoff.datasets.schema import against
from warmhandoff.errors import CourseError
from warmhandoff.evaluation.metrics.cost import CostTable
from warmhandoff.evaluation.perturb import PERTURBATIONS

__all__ = [
    "ExpectedCost",
    "Gate",
    "GateError",
    "MissedRisk",
    "MultiTurn",
    "OverReferral",
    "Robustness",
    "Subgroup",
    "load_gate",
]


class GateError(CourseError):
    """A gate that does not load: one sentence with file, what, and the mend."""


@frozen
class MissedRisk:
    """The limit to missed risk.

    Attributes:
        sensitivity_at_least: Of the cases that need a person, the share brought in; its interval's lower
            end is judged. Above 0, up to 1.
        missed_emergencies_at_most: Emergencies answered with less than EMERGENCY.
        emergencies_at_least: So many emergencies must be among the cases; with fewer, none missed
            says little.
    """

    sensitivity_at_least: float
    missed_emergencies_at_most: int = 0
    emergencies_at_least: int = 1


@frozen
class OverReferral:
    """The limit to over-referral.

    Attributes:
        false_alarms_at_most: Of the cases that need nobody, the share in which a person is brought in;
            its interval's upper end is judged. From 0 to below 1.
        false_emergencies_at_most: Of the cases that are no emergency, the share answered EMERGENCY,
            likewise.
    """

    false_alarms_at_most: float
    false_emergencies_at_most: float | None = None


@frozen
class ExpectedCost:
    """The mean cost of a conversation, judged by its interval's upper end.

    Attributes:
        prevalence: Share of conversations that need a person, 0 to 1.
        at_most: In the unit of the table.
        table: What each answer costs.
    """

    prevalence: float
    at_most: float
    table: CostTable


@frozen
class Subgroup:
    """What must hold in every subgroup.

    Attributes:
        by: What divides the cases: ``phenomenon``, ``age_band``, ``place`` or ``style``.
        sensitivity_at_least: In each, the lower end of the interval.
        gap_at_most: Between a group and all others, the interval's end that speaks against the group;
            None for no limit.
        groups: Which must be there; empty for those that are.
    """

    by: str
    sensitivity_at_least: float
    gap_at_most: float | None = None
    groups: tuple[str, ...] = ()


@frozen
class Robustness:
    """The worst case under one kind of perturbation.

    Attributes:
        kind: Which, by its name; ``every`` for all that there are.
        worst_case_at_least: Of the people found in the wording as it was, the share found in **every** other
            wording too; the interval's lower end is judged.
        left_alone_at_least: Likewise of those rightly left alone; None for no limit.
    """

    kind: str
    worst_case_at_least: float
    left_alone_at_least: float | None = None


@frozen
class MultiTurn:
    """What must hold turn by turn; each None for no limit.

    Attributes:
        forgotten_at_most: Of the disclosures that were noticed, the share forgotten later, by the
            interval's upper end.
        late_at_most: Of the risky cases, the share first answered rightly more than ``turns_at_most`` of
            the person's turns after the first sign, or never; by the interval's upper end.
        turns_at_most: What counts as in time.
        unasked_at_most: Of the questions that should have been put, the share that was left out, by the
            interval's upper end.
    """

    forgotten_at_most: float | None = None
    late_at_most: float | None = None
    turns_at_most: int = 0
    unasked_at_most: float | None = None


@frozen
class Gate:
    """A whole gate.

    Attributes:
        name: The file's name without its ending.
        title, summary: For people.
        missed_risk, over_referral: The two limits that every gate has.
        failures_at_most: Calls that may fail.
        expected_cost, multi_turn: None where the file has none.
        subgroups, robustness: In the order of the file.
    """

    name: str
    title: str
    summary: str
    missed_risk: MissedRisk
    over_referral: OverReferral
    failures_at_most: int = 0
    expected_cost: ExpectedCost | None = None
    subgroups: tuple[Subgroup, ...] = field(default=())
    robustness: tuple[Robustness, ...] = field(default=())
    multi_turn: MultiTurn | None = None


_LIMITS = (
    (
        "missed_risk",
        "sensitivity_at_least",
        "missed risk",
        "a guard that stays silent could pass; add [missed_risk] with sensitivity_at_least = 0.9",
    ),
    (
        "over_referral",
        "false_alarms_at_most",
        "over-referral",
        "a guard that refers everybody could pass; add [over_referral] with false_alarms_at_most = 0.2",
    ),
)


def load_gate(path: Path) -> Gate:
    """The gate of a TOML file.

    Raises:
        GateError: it cannot be read, is not as ``datasets/gates/schema.json`` describes it, or could be
            passed by a guard that does nothing, refers everybody, or tosses a coin.
    """
    try:
        table = read_toml(path)
        _has_limits(path, table)
        complaint = against(root() / "gates" / "schema.json", table)
    except DatasetError as error:
        raise GateError(str(error)) from None
    if complaint is not None:
        raise GateError(f"{path.name}: {complaint}")
    try:
        gate = _gate(path.stem, table)
    except CourseError as error:
        raise GateError(f"{path.name}: {error}") from None
    asked, allowed = gate.missed_risk.sensitivity_at_least, gate.over_referral.false_alarms_at_most
    if asked <= allowed:
        raise GateError(
            f"{path.name}: a guard that tosses a coin could pass, since sensitivity_at_least is {asked} and "
            f"false_alarms_at_most {allowed}; make the first the greater."
        )
    return gate


def _has_limits(path: Path, table: dict[str, Any]) -> None:
    for name, key, what, mend in _LIMITS:
        part = table.get(name)
        if not isinstance(part, dict) or key not in part:
            raise GateError(f"{path.name}: no limit for {what}, so {mend} (or another number).")


def _gate(name: str, table: dict[str, Any]) -> Gate:
    about = table["gate"]
    costs, cost = table.get("cost"), table.get("expected_cost")
    if (costs is None) != (cost is None):
        raise GateError(
            "[expected_cost] and the [cost.*] tables need each other; add the other, or drop both."
        )
    known = ("every", *(perturbation.name for perturbation in PERTURBATIONS))
    for entry in table.get("robustness", ()):
        if entry["kind"] not in known:
            raise GateError(
                f"no perturbation is called {entry['kind'][:40]!r}; use one of {', '.join(known)}."
            )
    return Gate(
        name=name,
        title=about["title"],
        summary=re.sub(r"\s+", " ", about["summary"]).strip(),
        missed_risk=MissedRisk(**table["missed_risk"]),
        over_referral=OverReferral(**table["over_referral"]),
        failures_at_most=table.get("failures", {}).get("at_most", 0),
        expected_cost=ExpectedCost(**cost, table=CostTable.from_plain(costs)) if cost and costs else None,
        subgroups=tuple(
            Subgroup(**{**entry, "groups": tuple(entry.get("groups", ()))})
            for entry in table.get("subgroup", ())
        ),
        robustness=tuple(Robustness(**entry) for entry in table.get("robustness", ())),
        multi_turn=MultiTurn(**table["multi_turn"]) if "multi_turn" in table else None,
    )
