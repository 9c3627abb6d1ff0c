"""Language tags: however people write one, and which of the given languages serves them."""

from __future__ import annotations

import pytest

from bluecanvas.words import canonical, match


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-mo", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh_TW@stroke", "zh-Hant"),
        ("yue", "zh-Hant"),
        ("cmn-TW", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("zh_CN", "zh-Hans"),
        ("ZH-sg", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-HK-Hans", "zh-Hans"),
        ("yue-Hans", "zh-Hans"),
        ("EN-us", "en-US"),
        ("ja_JP", "ja-JP"),
        ("pt-br", "pt-BR"),
        ("sr-latn-rs", "sr-Latn-RS"),
    ],
)
def test_one_spelling(tag, meant):
    assert canonical(tag) == meant
    assert canonical(meant) == meant


@pytest.mark.parametrize(
    ("wanted", "given", "serves"),
    [
        ("zh-TW", ("en", "zh-Hant", "zh-Hans"), "zh-Hant"),
        ("zh-Hant", ("en", "zh-TW"), "zh-TW"),
        ("zh-Hant", ("en", "zh-Hans"), None),
        ("en-GB", ("ja", "en"), "en"),
        ("en", ("en-GB", "ja"), "en-GB"),
        ("fr", ("en", "de"), None),
    ],
)
def test_which_serves_whom(wanted, given, serves):
    assert match(wanted, given) == serves
