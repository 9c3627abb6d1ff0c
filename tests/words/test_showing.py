"""Widths, cutting and wrapping of text in terminal cells, and invisible characters made visible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bluecanvas.words import cells, clip, pad, visible, wrap

anything = st.text(st.characters(exclude_categories=()), max_size=80)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("價格 価格 가격 é ß", "價格 価格 가격 é ß"),
        ("a\x1b[31m", "a\\x1b[31m"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x00\x7f", "\\x00\\x7f"),
        ("\x9b", "<U+009B>"),
        ("\u202eabc\u2066", "<U+202E>abc<U+2066>"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\ufeffbom", "<U+FEFF>bom"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("\ud800", "<U+D800>"),
        ("\uffff\U0001ffff\ufdd0", "<U+FFFF><U+1FFFF><U+FDD0>"),
        ("\u3164", "<U+3164>"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("ab\u200dcd", "ab<U+200D>cd"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("non\u00a0breaking", "non\u00a0breaking"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(anything)
def test_visible_lets_nothing_through_that_a_terminal_obeys(text: str) -> None:
    shown = visible(text)
    assert not any(char < " " or "\x7f" <= char <= "\x9f" or "\u202a" <= char <= "\u202e" for char in shown)
    assert not any("\ud800" <= char <= "\udfff" for char in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("價格", 4),
        ("ｶﾅ", 2),
        ("ＡＢ", 4),
        ("e\u0301", 1),
        ("각", 2),
        ("👍", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("●○─│…–→", 7),
        ("葛\U000e0100", 2),
        ("\u0378", 1),
        ("\U0001faff", 2),
        ("한글 abc", 8),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    "text",
    [
        "Frequent departures",
        "密集的點對點航班",
        "待ち時間の見通し",
        "가족이 함께 즐기는 놀이",
        "Zuverlässigkeit",
        "สวัสดี",
        "🎮 👍",
    ],
)
def test_cells_agree_with_rich(text: str) -> None:
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("價格高", 4, "價…"),
        ("價格高", 5, "價格…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_clip(text: str, width: int, cut: str) -> None:
    assert clip(text, width) == cut


def test_pad() -> None:
    assert pad("價", 4) == "價  "
    assert pad("價", 4, right=True) == "  價"
    assert pad("價格", 3) == "價格"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("   ", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("Frequent point-to-point departures", 16, ["Frequent point-", "to-point", "departures"]),
        ("from -5 to 5", 6, ["from", "-5 to", "5"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("價格高低，不反轉", 10, ["價格高低，", "不反轉"]),
        ("價格高低呀，不反", 10, ["價格高低", "呀，不反"]),
        ("附加（美甲）服務", 6, ["附加", "（美", "甲）服", "務"]),
        ("가족이 함께 즐기는 놀이", 12, ["가족이 함께", "즐기는 놀이"]),
        ("👨\u200d👩 👨\u200d👩", 3, ["👨\u200d👩", "👨\u200d👩"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(anything.map(visible), st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(anything.map(visible), st.integers(1, 40))
def test_clipped_text_fits(text: str, width: int) -> None:
    assert cells(clip(text, width)) <= width


def test_long_texts_take_time_in_proportion() -> None:
    assert len(wrap("字" * 100_000, 40)) == 5_000
    assert len(wrap("x" * 100_000, 40)) == 2_500
