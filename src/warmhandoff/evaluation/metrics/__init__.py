"""Measures of a guard, in pure Python."""
