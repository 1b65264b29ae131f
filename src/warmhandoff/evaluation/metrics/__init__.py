"""Measures of a guard, in pure Python: each with how sure one can be of it; without data, no value.

In the order of a report: what was found and missed, what that means where risk is rare, what it costs,
whom it fails, how it goes on over a conversation, how far to trust stated probabilities and the raters.
Good figures are not clearance to deploy.
"""

from warmhandoff.evaluation.metrics.agreement import Kappa, Weights, cohen_kappa, fleiss_kappa
from warmhandoff.evaluation.metrics.asking import Asking, asking
from warmhandoff.evaluation.metrics.bounded import Stratum, mean_within
from warmhandoff.evaluation.metrics.calibration import (
    BrierParts,
    ReliabilityBin,
    brier_parts,
    brier_score,
    expected_calibration_error,
    reliability_table,
)
from warmhandoff.evaluation.metrics.confusion import (
    Confusion,
    confusion,
    disposition_confusion,
    level_confusion,
)
from warmhandoff.evaluation.metrics.cost import (
    DEFAULT_COSTS,
    CostError,
    CostTable,
    answer_cost,
    expected_cost,
)
from warmhandoff.evaluation.metrics.groups import GROUPINGS, NOT_STATED, GroupGap, Grouping, group_gaps
from warmhandoff.evaluation.metrics.intervals import Estimate, Proportion, difference, wilson
from warmhandoff.evaluation.metrics.multiturn import Delays, Flips, Forgetting, delays, flips, forgetting
from warmhandoff.evaluation.metrics.prevalence import (
    NaturalFrequencies,
    PredictiveValues,
    natural_frequencies,
    predictive_values,
)
from warmhandoff.evaluation.metrics.rates import Screen, either_way, screen
from warmhandoff.evaluation.metrics.style import STYLES, writing_style
from warmhandoff.evaluation.metrics.trace import Trace, traces

__all__ = [  # noqa: RUF022 - in the order of a report
    "Estimate",
    "Proportion",
    "difference",
    "wilson",
    "Stratum",
    "mean_within",
    "Screen",
    "either_way",
    "screen",
    "Confusion",
    "confusion",
    "disposition_confusion",
    "level_confusion",
    "NaturalFrequencies",
    "PredictiveValues",
    "natural_frequencies",
    "predictive_values",
    "DEFAULT_COSTS",
    "CostError",
    "CostTable",
    "answer_cost",
    "expected_cost",
    "GROUPINGS",
    "NOT_STATED",
    "GroupGap",
    "Grouping",
    "group_gaps",
    "STYLES",
    "writing_style",
    "Trace",
    "traces",
    "Delays",
    "Flips",
    "Forgetting",
    "delays",
    "flips",
    "forgetting",
    "Asking",
    "asking",
    "BrierParts",
    "ReliabilityBin",
    "brier_parts",
    "brier_score",
    "expected_calibration_error",
    "reliability_table",
    "Kappa",
    "Weights",
    "cohen_kappa",
    "fleiss_kappa",
]
