"""A table gives out what is as it should be, and notes the rest."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.policy.table import Table

VALUES = {
    "text": "hello",
    "blank": " ",
    "yes": True,
    "two": 2,
    "list": ["a", "b"],
    "none": [],
    "table": {"text": "inside"},
}


def test_what_is_right_is_given_out_without_a_word() -> None:
    table = Table(VALUES)
    table.only(*VALUES)
    assert table.text("text") == "hello"
    assert table.truth("yes") is True
    assert table.whole("two") == 2
    assert table.one("text", ["hello", "bye"]) == "hello"
    assert table.some("list", ["a", "b", "c"]) == ("a", "b")
    assert table.listed("none", "a", needed=True) == ()
    inner = table.table("table", "[table]")
    assert inner is not None
    assert inner.text("text") == "inside"
    assert table.complaints == []


def test_what_may_be_missing_is_no_fault() -> None:
    table = Table({})
    assert (table.text("a"), table.truth("a"), table.whole("a"), table.one("a", ["b"])) == (None,) * 4
    assert (table.some("a", ["b"]), table.listed("a", "b")) == ((), ())
    assert table.complaints == []


@pytest.mark.parametrize(
    ("method", "given_", "complaint"),
    [
        ("text", ("name", "mine"), "'name' is missing; add name = \"mine\"."),
        ("text", ("two",), "'two' is 2; write text in quotation marks."),
        ("text", ("blank",), "'blank' is empty; write something there, or leave it out."),
        ("truth", ("text",), "'text' is 'hello'; write true or false, without quotation marks."),
        ("whole", ("yes",), "'yes' is true; write a whole number from 1."),
        ("one", ("text", ["a", "b"]), "'text' has 'hello', which is none; use one of a, b."),
        ("one", ("list", ["a", "b"]), "'list' is a list; write one of a, b."),
        ("some", ("list", ["a"]), "'list' has 'b', which is none; use one of a."),
        ("some", ("text", ["a"]), "'text' is 'hello'; write a list in brackets, such as [\"a\"]."),
        ("listed", ("none", "a"), "'none' is empty; name at least one, or leave it out."),
        ("table", ("gone", "[gone]"), "'gone' is missing; add [gone]."),
        (
            "table",
            ("list", "[list]"),
            "'list' is a list; write a table, [list], with a line for each of its keys.",
        ),
        ("only", tuple(key for key in VALUES if key != "two"), "nothing reads the key 'two'; use "),
    ],
)
def test_what_is_wrong_is_one_sentence_with_the_mend(method: str, given_: Any, complaint: str) -> None:
    table = Table(VALUES)
    getattr(table, method)(*given_)
    assert len(table.complaints) == 1
    assert table.complaints[0].startswith(complaint)


def test_a_near_miss_is_put_right() -> None:
    table = Table({"Dispositon": 1})
    table.only("disposition", "urgency")
    assert table.complaints == ["nothing reads the key 'Dispositon'; write 'disposition'."]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(anything)
def test_any_value_is_given_out_or_told_in_a_short_sentence(value: Any) -> None:
    for method, more in [
        ("text", ()),
        ("truth", ()),
        ("whole", ()),
        ("one", (["a"],)),
        ("some", (["a"],)),
        ("table", ("[key]",)),
    ]:
        table = Table({"key": value})
        getattr(table, method)("key", *more)
        assert all("\n" not in line and len(line) < 200 for line in table.complaints)
