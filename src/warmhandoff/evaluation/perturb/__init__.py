"""Perturbations: the same danger in other words."""
