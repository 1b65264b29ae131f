"""Data against a JSON Schema, in a sentence that names the field."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema

from warmhandoff.datasets import DatasetError

__all__ = ["against"]

_LONGEST = 300  # characters of a message; a long pattern would bury the rest


@cache
def _schema(path: Path) -> Callable[[Any], object]:
    if not path.is_file():
        raise DatasetError(f"{path.parent.name} has no {path.name}; describe its records there.")

    def beside(name: str) -> Any:
        """A schema that this one refers to, ``{"$ref": "common.schema.json#/definitions/sentence"}``."""
        return json.loads((path.parent / name).read_text("utf-8"))

    schema = json.loads(path.read_text("utf-8"))
    compiled: Callable[[Any], object] = fastjsonschema.compile(schema, handlers={"": beside})
    return compiled


def against(schema: Path, data: object) -> str | None:
    """What is wrong with the data, and the mend; None when all is well.

    Args:
        schema: A JSON Schema file in a folder of ``datasets/``.
        data: Plain data.

    Raises:
        DatasetError: there is no such schema.
    """
    try:
        _schema(schema)(data)
    except fastjsonschema.JsonSchemaValueException as error:
        return f"{_told(error)}; mend it as datasets/{schema.parent.name}/{schema.name} describes it."
    return None


def _told(error: fastjsonschema.JsonSchemaValueException) -> str:
    place = str(error.name).removeprefix("data").removeprefix(".") or "the top"
    if error.rule == "required":
        return f"{place} lacks {', '.join(sorted(set(error.rule_definition) - set(error.value)))}"
    if error.rule == "additionalProperties":
        known = error.definition.get("properties", {})
        return f"{place} has {', '.join(sorted(set(error.value) - set(known)))}, which nothing reads"
    return str(error.message).removeprefix("data.").removeprefix("data ")[:_LONGEST]
