"""What is hidden in a text becomes visible; what people write stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.visible import escaped, isolated, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a[U+0000]b"),
        ("\u202eevil", "[U+202E]evil"),
        ("\u2066x\u2069", "[U+2066]x[U+2069]"),
        ("\ud800", "[U+D800]"),
        ("\ufeffx", "[U+FEFF]x"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\tnaïve שלום 👩\u200d💻 می\u200cرود", "\tnaïve שלום 👩\u200d💻 می\u200cرود"),
    ],
)
def test_hidden_characters_are_named_and_letters_stay(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_markup_does_not_act() -> None:
    assert escaped('<b title="x">\'&') == "&lt;b title=&quot;x&quot;&gt;&#x27;&amp;"
    assert isolated("<") == '<bdi dir="auto">&lt;</bdi>'


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_can_be_saved_and_shown_again(text: str) -> None:
    once = visible(text)
    once.encode()
    assert visible(once) == once
