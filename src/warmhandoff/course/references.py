"""What the course cites: by key, as a label, an address, and a list that says how far each was checked."""

import html
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from warmhandoff.datasets import DatasetError, root

__all__ = ["STATUS", "address", "label", "listed", "references"]

STATUS = {
    "primary": "the abstract or the primary page was read",
    "recomputed": "the figures were recomputed from the authors' released data",
    "quoted": "a verbatim quotation was read in a third-party source; the work itself was not opened",
    "secondary": "it was read about in a secondary source that links the primary one",
    "partial": "the citation is confirmed; part of what we say of it is from memory",
    "unverified": "it is from memory; no figure of it is printed",
}
"""The status words of ``datasets/references``, in the words that a lesson prints."""

Reference = Mapping[str, Any]
"""An entry of ``references.json``: CSL JSON, with the course's own facts under ``custom``."""

_STYLE = Path(__file__).with_name("references.csl")


@cache
def references() -> dict[str, Reference]:
    """Every reference, by key.

    Raises:
        DatasetError: the file is missing or not of that form.
    """
    path = root() / "references" / "references.json"
    try:
        return {entry["id"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{path.name} cannot be read ({error}); run: warmhandoff data validate") from None


def label(entry: Reference) -> str:
    """Author and year, as a sentence cites it: ``Kalinich et al., 2026``."""
    names = [name.get("family") or name["literal"] for name in entry.get("author", ())]
    if not names:
        who = entry["title"].partition(":")[0]
    elif len(names) == 1:
        who = names[0]
    elif len(names) == 2 and "others" not in names:  # noqa: PLR2004 - the APA's rule: two are both named
        who = " & ".join(names)
    else:
        who = f"{names[0]} et al."
    return f"{who}, {entry['issued']['date-parts'][0][0]}"


def address(entry: Reference) -> str | None:
    """Where it can be read: its DOI, else its URL, else None."""
    if "DOI" in entry:
        return f"https://doi.org/{quote(entry['DOI'], safe='/')}"
    url: str | None = entry.get("URL")
    return url


def listed(keys: Iterable[str]) -> str:
    """A Markdown list of references by author, in the manner of the APA.

    Each entry ends with its key, its status and its caveat in words.

    Raises:
        KeyError: a key that is in no entry.
    """
    # citeproc and its parser are tools of those who make a release, not of learners.
    from citeproc import (  # noqa: PLC0415
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    entries = {key: references()[key] for key in keys}
    bare = [{name: value for name, value in entry.items() if name != "custom"} for entry in entries.values()]
    style = CitationStylesStyle(str(_STYLE), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(bare), formatter.html)
    for key in entries:
        bibliography.register(Citation([CitationItem(key)]))
    bibliography.sort()
    return "\n".join(
        _item(entries[key], str(text))
        for key, text in zip(bibliography.keys, bibliography.bibliography(), strict=True)
    )


def _item(entry: Reference, rendered: str) -> str:
    text = html.unescape(rendered.replace("<i>", "*").replace("</i>", "*"))
    # The literal "others" of CSL JSON stands for authors whom our source did not list.
    text = text.replace(", & others", ", et al.").replace(", others, &", ", …, &").replace("?.", "?")
    where = address(entry)
    facts = entry["custom"]
    checked = f"`{entry['id']}`, {facts['status']}: {STATUS[facts['status']]}."
    caveat = f" Still open: {facts['caveat']}." if facts["caveat"] else ""
    return " ".join(["-", text, *([f"<{where}>."] if where else []), f"{checked}{caveat}"])
