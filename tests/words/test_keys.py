"""The format's keys as people say them in their own language."""

from __future__ import annotations

import pytest

from bluecanvas.words.keys import key_meant

GRID = ("eliminate", "reduce", "raise", "create", "why", "audience")
TOP = ("title", "market", "buyers", "question", "date", "tagline", "scores", "factors", "groups", "curves", "errc")


@pytest.mark.parametrize(
    ("word", "known", "key"),
    [
        ("剔除", GRID, "eliminate"),
        ("减少", GRID, "reduce"),
        ("減少", GRID, "reduce"),
        ("提升", GRID, "raise"),
        ("创造", GRID, "create"),
        ("減らす", GRID, "reduce"),
        ("제거", GRID, "eliminate"),
        ("標題", TOP, "title"),
        ("标题", TOP, "title"),
        ("曲线", TOP, "curves"),
        ("竞争要素", TOP, "factors"),
        ("問題", TOP, "question"),
        ("剔除", TOP, None),
        ("座位", GRID, None),
        ("create", GRID, None),
    ],
)
def test_a_key_is_known_by_its_word(word, known, key):
    assert key_meant(word, known) == key


def test_no_word_stands_for_two_keys_of_one_mapping():
    from bluecanvas.words import keys
    from bluecanvas.words.keys import _names

    for mapping in (GRID, TOP, ("name", "kind", "importance", "theme", "cost"), ("name", "role", "group", "scores")):
        assert all(key_meant(name, mapping) == key for key in mapping for name in _names(key) if not name.isascii())
    assert keys._SAID.keys() >= {"title", "factors"}
