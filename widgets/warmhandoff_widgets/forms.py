"""Forms as ``datasets/forms/`` describes them, and the TOML file in which a learner's answers are kept."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from warmhandoff.datasets import conversations, read_toml, root
from warmhandoff.datasets.schema import against
from warmhandoff.errors import CourseError
from warmhandoff.files import replace_file

__all__ = ["Answers", "FormError", "load_form", "read_answers", "refuse_foreign", "write_answers"]

Answers = dict[str, dict[str, str | list[str]]]
"""By item, by field: the key chosen, or for checkboxes the keys ticked."""

VERSION = 1


class FormError(CourseError):
    """A form or a file of answers that cannot be used: one sentence with file, place and mend."""


def load_form(name: str) -> dict[str, Any]:
    """The form called ``lesson/id``, as JavaScript receives it: every item with its own fields and messages.

    Raises:
        FormError: there is no such form, or its file is not as the schema describes it.
    """
    lesson, _slash, wanted = name.partition("/")
    path = root() / "forms" / f"{lesson}.toml"
    table = read_toml(path)
    if complaint := against(root() / "forms" / "schema.json", table):
        raise FormError(f"{path.name}: {complaint}")
    forms = {form["id"]: form for form in table["form"]}
    if wanted not in forms:
        raise FormError(f"{path.name} has no form {wanted!r}; it has {', '.join(forms)}.")
    form = forms[wanted]
    return {
        "title": form["title"],
        "intro": form.get("intro", ""),
        "items": [_item(item, form, path.name) for item in form["item"]],
    }


def _item(item: dict[str, Any], form: dict[str, Any], file: str) -> dict[str, Any]:
    fields = item.get("field") or form.get("field")
    if not fields:
        raise FormError(f"{file}: item {item['id']!r} has no fields; give it, or its form, [[field]].")
    return {
        "id": item["id"],
        "title": item["title"],
        "text": item.get("text", ""),
        "messages": _messages(item, file),
        "fields": fields,
    }


def _messages(item: dict[str, Any], file: str) -> list[dict[str, str]]:
    wanted = item.get("conversation")
    if wanted is None:
        return list(item.get("messages", ()))
    for labelled in conversations():
        if labelled.conversation.id == wanted:
            turns = labelled.conversation.turns
            return [{"role": turn.role, "content": turn.content} for turn in turns]
    raise FormError(f"{file}: item {item['id']!r} names no conversation {wanted!r}; mend its id.")


def refuse_foreign(answers: object, form: Mapping[str, Any]) -> Answers:
    """The answers, when each belongs to an item, a field and an option of the form.

    Raises:
        FormError: one does not, which no learner can bring about with the form alone.
    """
    known = {
        (item["id"], field["id"]): (field["kind"], {option["key"] for option in field["options"]})
        for item in form["items"]
        for field in item["fields"]
    }
    if not isinstance(answers, dict) or not all(isinstance(given, dict) for given in answers.values()):
        raise FormError("The answers are not by item and field; run the cell again and save once more.")
    for item, given in answers.items():
        for field, value in given.items():
            kind, keys = known.get((item, field), ("", set()))
            chosen = value if kind == "checkbox" and isinstance(value, list) else [value]
            if not all(isinstance(key, str) and key in keys for key in chosen):
                raise FormError(
                    f"{str(value)[:40]!r} is no answer to {item}.{field} of this form; "
                    "run the cell again and save once more."
                )
    return answers


def read_answers(path: Path, form: Mapping[str, Any], name: str) -> Answers:
    """What was saved before; empty when there is no file yet.

    Raises:
        FormError: the file is damaged, or of another form.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise FormError(f"{path.name} cannot be read ({error}).") from None
    if table.get("form") != name:
        raise FormError(f"{path.name} holds answers to {str(table.get('form'))[:60]!r} and not to {name!r}.")
    return refuse_foreign(table.get("answers", {}), form)


def write_answers(path: Path, answers: Answers, name: str) -> None:
    """Write the answers whole or not at all: a crash in between leaves the old file as it was.

    Raises:
        FormError: the place cannot be written to.
    """
    text = tomli_w.dumps({"version": VERSION, "form": name, "answers": answers})
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise FormError(
            f"{path} cannot be written ({error.strerror}); your answers are still on the page, "
            "make room or choose another path, and save again."
        ) from None
