"""The one kind of error that a user can cause: a sentence with what, where, and the mend."""

__all__ = ["CourseError"]


class CourseError(ValueError):
    """Its message is shown as it is, without a traceback."""
