"""Policies without code: a TOML file of ordered rules, that a clinician writes and a guard follows.

A policy meets the same checks as a developer's function. Passing them is no clearance to deploy anything,
and nothing here is clinically reviewed.
"""

from warmhandoff.referral.policy.guard import PolicyGuard
from warmhandoff.referral.policy.hours import Hours
from warmhandoff.referral.policy.load import Fault, PolicyError, load_policy
from warmhandoff.referral.policy.model import Policy, Rule, Then, When

__all__ = ["Fault", "Hours", "Policy", "PolicyError", "PolicyGuard", "Rule", "Then", "When", "load_policy"]
