"""What the tool says as Markdown: its own backticks make code, those of a name are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.words import markdown
from bluecanvas.words.markdown import escape, message, ticked
from bluecanvas.words.showing import clip, visible


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("add `kind: price`, or `a|b`", "add `kind: price`, or \\`a&#124;b\\`"),
        ("`u`x`s` is a to-be", "``u`x`s`` is a to-be"),
        ("`the`m`` is the only rival", "`` the`m` `` is the only rival"),
        ("`Me`a` at 2", "``Me`a`` at 2"),
        ("u`x`s is above the`m` on Speed", "u\\`x\\`s is above the\\`m\\` on Speed"),
        ("no factor `supports` another", "no factor `supports` another"),
        ("沒有因素寫明`theme`，", "沒有因素寫明`theme`，"),
        ("a ` b `` c", "a \\` b \\`\\` c"),
    ],
)
def test_a_message_in_markdown(said: str, shown: str):
    assert message(said) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("more of the `x` factor, no `theme`", "more of the \\`x\\` factor, no `theme`"),
        ("`x` speed leads, say `price`", "\\`x\\` speed leads, say `price`"),
        ("`the `x` factor` is at 2", "``the `x` factor`` is at 2"),
        ("``x` speed` is at 2", "`` `x` speed `` is at 2"),
        ("`Me`a` at 2, Me`a at 3 of `price`", "``Me`a`` at 2, Me\\`a at 3 of `price`"),
        ("our plain Speed, no `theme`", "our plain Speed, no `theme`"),
    ],
)
def test_a_name_that_holds_backticks_is_text(said: str, shown: str):
    assert message(said, ticked(["Speed", "the `x` factor", "`x`  speed", "Me`a"])) == shown


def test_a_long_name_with_backticks_is_text_where_it_is_cut():
    name = "`x` " + "word " * 20
    assert message(f"{clip(name.strip(), 60)} leads", ticked([name])).startswith("\\`x\\` word")


@given(
    st.lists(st.sampled_from([*"aWwhH19.-+=: ()\\`*_#@!&<|\t\n", "\u3000", "\u3164", "\u202e", "中", "www.", "gh-1"]))
)
def test_what_is_quickly_seen_to_be_plain_reads_as_if_looked_at_long(pieces):
    text = "".join(pieces)
    seen = visible(markdown._BREAKS.sub(" ", text).strip())
    assert escape(text) == markdown._SPECIAL.sub(markdown._escaped, seen)
    assert "`" in text or message(text, {"a`b"}) == escape(text)
