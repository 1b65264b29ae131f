"""Keys become links and lists; every reference can be cited and says how far it was checked."""

import json
import shutil
import warnings
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from citeproc import CitationStylesStyle
from nbformat import NotebookNode

from warmhandoff.course import references as module
from warmhandoff.course.citations import LIST, CitationError, Citations, keys
from warmhandoff.course.references import STATUS, address, label, listed, references
from warmhandoff.datasets.validate import validate_all


def cited(*texts: str, kind: str = "markdown") -> list[str]:
    """The sources of a notebook's cells after the preprocessor."""
    cells = [
        {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": text}
        for number, text in enumerate(texts, start=1)
    ]
    notebook = json.loads(json.dumps({"cells": cells, "metadata": {}}), object_hook=NotebookNode)
    resources = {"nbgrader": {"assignment": "08-recognising-risk"}, "metadata": {"name": "lesson"}}
    done, _resources = Citations().preprocess(notebook, resources)  # type: ignore[no-untyped-call]
    return [cell.source for cell in done.cells]


def test_a_key_becomes_a_link_with_author_and_year() -> None:
    (text,) = cited("Recall fell [@kalinich2026].")
    assert text == (
        'Recall fell ([Kalinich et al., 2026](https://doi.org/10.64898/2026.07.10.26357132 "kalinich2026")).'
    )


def test_several_keys_share_one_pair_of_brackets() -> None:
    (text,) = cited("Both say so [@horvath1989, @bordin1979].")
    assert text == (
        'Both say so ([Horvath & Greenberg, 1989](https://doi.org/10.1037/0022-0167.36.2.223 "horvath1989"); '
        '[Bordin, 1979](https://doi.org/10.1037/h0085885 "bordin1979")).'
    )


def test_without_a_doi_the_address_is_the_url() -> None:
    (text,) = cited("[@ahrqwarm]")
    assert text.startswith("([AHRQ, 2017](https://www.ahrq.gov/")


def test_a_reference_without_an_address_is_plain_text() -> None:
    assert cited("[@nevada2025]") == ["(State of Nevada, 2025)"]


def test_other_brackets_and_code_stay_as_they_are() -> None:
    assert cited("[a link](lesson.ipynb) and [x]") == ["[a link](lesson.ipynb) and [x]"]
    assert cited("index[@bordin1979]", kind="code") == ["index[@bordin1979]"]


@pytest.mark.parametrize("text", ["[@nobody1999]", "[@bordin1979, @nobody1999]", "[@bordin1979; @ahrqwarm]"])
def test_an_unknown_key_is_a_sentence_with_notebook_cell_and_key(text: str) -> None:
    with pytest.raises(CitationError) as error:
        cited("Nothing here.", text)
    sentence = str(error.value)
    assert sentence.startswith("08-recognising-risk/lesson.ipynb, cell cell-2: no reference has the key")
    assert repr(keys(text)[-1]) in sentence
    assert "\n" not in sentence


def test_the_list_holds_each_cited_work_once_and_by_author() -> None:
    *_, text = cited("[@moore2025] [@bordin1979]", "[@moore2025]", f"## References\n\n{LIST}")
    heading, _empty, first, second = text.split("\n")
    assert heading == "## References"
    assert first.startswith("- Bordin, E. S. (1979). The generalizability of")
    assert second.startswith("- Moore, J., Grabb, D., ")


def test_an_item_of_the_list_says_how_far_it_was_checked() -> None:
    item = listed(["bordin1979"])
    assert (
        "*Psychotherapy: Theory, Research and Practice*, *16*, 252\N{EN DASH}260. <https://doi.org/10.1037"
        in item
    )
    assert item.endswith(f"`bordin1979`, primary: {STATUS['primary']}. Still open: DOI from memory.")


def test_unnamed_authors_are_said_so() -> None:
    assert "- Gao, K., et al. (2015)." in listed(["gao2015"])
    assert "Trudeau, B. M., …, & Jacobson, N. C. (2025)." in listed(["heinz2025"])
    assert label(references()["gao2015"]) == "Gao et al., 2015"


def test_a_doi_with_brackets_does_not_end_the_link() -> None:
    assert (
        address({"DOI": "10.1016/S0140-6736(20)30001-X"})
        == "https://doi.org/10.1016/S0140-6736%2820%2930001-X"
    )


def test_every_reference_can_be_listed() -> None:
    items = listed(references()).split("\n")
    assert len(items) == len(references())
    for entry in references().values():
        (item,) = [item for item in items if f"`{entry['id']}`" in item]
        assert entry["title"].rstrip("?") in item
        assert str(entry["issued"]["date-parts"][0][0]) in item
        assert "others" not in item.partition("(")[0]


def test_the_validator_reports_a_twin_and_a_status_that_nobody_knows(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "references"
    shutil.copytree(root / "datasets" / "references", folder)
    entries = json.loads((folder / "references.json").read_text("utf-8"))
    assert validate_all(tmp_path, date(2026, 11, 23))[0].findings == []
    hearsay = {**entries[0], "id": "hearsay1999", "custom": {**entries[0]["custom"], "status": "hearsay"}}
    (folder / "references.json").write_text(json.dumps([*entries, entries[0], hearsay]), "utf-8")
    bad, twin = (finding.message for finding in validate_all(tmp_path, date(2026, 11, 23))[0].findings)
    assert "custom.status" in bad
    assert f"{entries[0]['id']!r} stands in references/references.json, line 1 too" in twin


def test_the_style_is_valid_csl() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        CitationStylesStyle(str(Path(module.__file__).with_name("references.csl")), validate=True)


def test_the_data_card_counts_and_explains_every_status(root: Path) -> None:
    card = (root / "datasets" / "references" / "README.md").read_text("utf-8")
    counts = Counter(entry["custom"]["status"] for entry in references().values())
    assert counts.keys() == STATUS.keys()
    for status, meaning in STATUS.items():
        assert f"| `{status}` | {counts[status]} | {meaning} |" in card
    assert f"array of {len(references())} works" in card
