"""Data against the schema of its data set, in a sentence that names the field."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import fastjsonschema
from warmhandoff.datasets import root

__all__ = ["against"]

_LONGEST = 300


@cache
def _schema(dataset: str) -> Callable[[Any], object]:
    text = (root() / dataset / "schema.json").read_text("utf-8")
    compiled: Callable[[Any], object] = fastjsonschema.compile(json.loads(text))
    return compiled


def against(dataset: str, data: object) -> str | None:
    """What is wrong with the data, and the mend; None when all is well.

    Args:
        dataset: A folder of ``datasets/`` with a ``schema.json``.
        data: Plain data.
    """
    try:
        _schema(dataset)(data)
    except fastjsonschema.JsonSchemaValueException as error:
        return f"{_told(error)}; mend it as datasets/{dataset}/schema.json describes it."
    return None


def _told(error: fastjsonschema.JsonSchemaValueException) -> str:
    place = error.name.removeprefix("data").removeprefix(".") or "the top"
    if error.rule == "required":
        return f"{place} lacks {', '.join(sorted(set(error.rule_definition) - set(error.value)))}"
    if error.rule == "additionalProperties":
        known = error.definition.get("properties", {})
        return f"{place} has {', '.join(sorted(set(error.value) - set(known)))}, which nothing reads"
    return str(error.message).removeprefix("data.").removeprefix("data ")[:_LONGEST]
