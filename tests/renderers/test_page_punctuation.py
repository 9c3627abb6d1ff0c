"""Punctuation beside an East Asian name: as wide as its letters where the language is one of those, else a Latin letter."""

from __future__ import annotations

import io
import re
from base64 import b64decode

import pytest
from fontTools.ttLib import TTFont

from bluecanvas.blocks import Axis, Curves, Line, Point, Style
from bluecanvas.fonts import is_written_wide
from bluecanvas.renderers import Look, render

MARKS = {"‘", "’", "“", "”", "…"}


def glyphs(language: str, name: str = "海底撈") -> set[str]:
    """The characters whose glyphs a page brings with it."""
    axes = (Axis("a", "‘a’ “b” …"), Axis("b", "b"))
    block = Curves(name, axes, (Line("x", "x", Style.OURS, (Point(1), Point(2))),), language=language)
    page = render("html", [block], Look()).decode()
    found = re.search(r"@font-face\{font-family:cjk;src:url\(data:font/woff;base64,([^)]+)\)\}", page)
    return {chr(code) for code in TTFont(io.BytesIO(b64decode(found[1]))).getBestCmap()} if found else set()


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans-CN", "ja", "ko"])
def test_it_is_wide_where_the_language_is(language):
    found = glyphs(language)
    assert found >= MARKS | {"海", "底", "撈"}
    assert not {char for char in found if char.isascii()} - {" "}


@pytest.mark.parametrize("language", ["en", "de", "fr-CA"])
def test_it_is_latin_in_another_language(language):
    assert glyphs(language) == {"海", "底", "撈"}


def test_a_page_without_such_a_name_brings_none():
    assert glyphs("en", "Airlines") == set()


@pytest.mark.parametrize(
    ("language", "wide"),
    [
        ("zh", True),
        ("zh-TW", True),
        ("zh-Hans", True),
        ("ZH_cn", True),
        ("ja-JP", True),
        ("ko", True),
        ("en", False),
        ("kok", False),
        ("jv", False),
        ("", False),
    ],
)
def test_languages_whose_punctuation_is_wide(language, wide):
    assert is_written_wide(language) is wide
