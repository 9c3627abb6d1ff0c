"""What the tool says as Markdown: its own backticks make code, those of a name are shown."""

from __future__ import annotations

import pytest

from bluecanvas.words.markdown import message


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
