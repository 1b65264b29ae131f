"""Perturbations: the same conversation, said in other ways; a guard is judged by the worst of them.

One perturbation, one small class, one file; the ordered list `PERTURBATIONS` is the suite. Passing is not
clearance to deploy. Not clinically reviewed.
"""

from warmhandoff.evaluation.perturb.base import Perturbation
from warmhandoff.evaluation.perturb.robustness import Example, Robustness, robustness
from warmhandoff.evaluation.perturb.suite import PERTURBATIONS, Family, families, suite

__all__ = [
    "PERTURBATIONS",
    "Example",
    "Family",
    "Perturbation",
    "Robustness",
    "families",
    "robustness",
    "suite",
]
