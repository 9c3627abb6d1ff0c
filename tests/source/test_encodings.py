"""Encodings: UTF-8 is read, with and without a mark; everything else is one clear finding where it begins."""

from __future__ import annotations

import codecs

import pytest
from reading_bytes import at, found, plain

from bluecanvas.source import read

BREAKS = "\n\r"
TEXT = "bluecanvas: 1\ntitle: Air\n"
SIMPLIFIED = "bluecanvas: 1\ntitle: 短程航空旅行的价值曲线，市场与顾客的看法\n"
TRADITIONAL = "bluecanvas: 1\ntitle: 短程航空旅行的價值曲線，市場與顧客的看法\n"
JAPANESE = "bluecanvas: 1\ntitle: 短距離の航空旅行、お客さまの声を聞く\n"
KOREAN = "bluecanvas: 1\ntitle: 단거리 항공 여행, 시장과 고객의 의견\n"
WESTERN = "bluecanvas: 1\ntitle: Voilà, près de Köln\n"

FOREIGN = {
    "UTF-16": (TEXT.encode("utf-16"), (1, 1), "the file is UTF-16, not UTF-8"),
    "UTF-16 of the other order": (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), (1, 1), "the file is UTF-16, not UTF-8"),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), (1, 1), "the file is UTF-16, not UTF-8"),
    "UTF-16 of the other order without a mark": (TEXT.encode("utf-16-be"), (1, 1), "the file is UTF-16, not UTF-8"),
    "UTF-32": (TEXT.encode("utf-32"), (1, 1), "the file is UTF-32, not UTF-8"),
    "UTF-32 without a mark": (TEXT.encode("utf-32-le"), (1, 1), "the file is UTF-32, not UTF-8"),
    "UTF-32 of the other order without a mark": (TEXT.encode("utf-32-be"), (1, 1), "the file is UTF-32, not UTF-8"),
    "UTF-16 with half a character": (TEXT.encode("utf-16") + b"x", (3, 1), "byte 52 (0x78) is not UTF-16"),
    "GBK": (SIMPLIFIED.encode("gbk"), (2, 8), "byte 21 (0xb6) is not UTF-8; it looks like GBK"),
    "Big5": (TRADITIONAL.encode("big5"), (2, 8), "byte 21 (0xb5) is not UTF-8; it looks like Big5"),
    "Shift JIS": (JAPANESE.encode("shift_jis"), (2, 8), "byte 21 (0x92) is not UTF-8; it looks like Shift JIS"),
    "EUC-KR": (KOREAN.encode("euc_kr"), (2, 8), "byte 21 (0xb4) is not UTF-8; it looks like EUC-KR"),
    "Latin-1": (WESTERN.encode("latin-1"), (2, 12), "byte 25 (0xe0) is not UTF-8; it looks like Windows-1252 or Latin-1"),
    "little GBK": ("market: 短程航空\nus: 价格\n".encode("gbk"), (1, 9), "byte 8 (0xb6) is not UTF-8; it looks like EUC-KR, Big5 or GBK"),
    "little EUC-KR": ("title: 단거리 항공\n".encode("euc_kr"), (1, 8), "byte 7 (0xb4) is not UTF-8; it looks like EUC-KR or GBK"),
    "little Big5": ("title: 短程航空 價格\n".encode("big5"), (1, 8), "byte 7 (0xb5) is not UTF-8; it looks like Big5"),
    "little GBK with common characters of no other": ("title: 我们服务\n".encode("gbk"), (1, 8), "byte 7 (0xce) is not UTF-8; it looks like GBK"),
    "very little GBK": ("title: 我们们\n".encode("gbk"), (1, 8), "byte 7 (0xce) is not UTF-8; it looks like GBK"),
    "nothing known": (b"title: \xff\xfe\xfd\x81", (1, 8), "byte 7 (0xff) is not UTF-8"),
    "a character cut short": ("title: 短".encode()[:-1], (1, 8), "byte 7 (0xe7) is not UTF-8"),
    "half of a pair": (b"title: \xed\xa0\xbd", (1, 8), "byte 7 (0xed) is not UTF-8"),
    "a letter in more bytes than it needs": (b"title: \xc0\xaf", (1, 8), "byte 7 (0xc0) is not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "place", "message"), FOREIGN.values(), ids=FOREIGN)
def test_another_encoding_is_named_where_it_begins(data: bytes, place: tuple[int, int], message: str):
    [finding] = read(data).findings
    assert finding.message == message
    assert found(data) == [(*place, "BC018")]


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_a_file_in_another_unicode_form_is_read_all_the_same(codec: str):
    assert plain(read(SIMPLIFIED.encode(codec)).root) == plain(read(SIMPLIFIED.encode()).root)


def test_a_byte_order_mark_is_no_part_of_the_text():
    source = read(codecs.BOM_UTF8 + TEXT.encode())
    assert source.findings == ()
    assert source.marked
    assert source.text == TEXT
    assert source.place(source.locate(("bluecanvas",), on_key=True))[:2] == (1, 1)
    assert at(source, ("title",)) == "Air"


HIDDEN = {
    "a mark twice": ("\ufeff\ufeff" + TEXT, [(1, 1, "BC018")]),
    "a mark within": (f"{TEXT}\ufeffx: 1\n", [(3, 1, "BC018")]),
    "NUL": ("title: a\0b", [(1, 9, "BC018")]),
    "escape": ("title: \x1b[31mred", [(1, 8, "BC018")]),
    "delete": ("title: a\x7f", [(1, 9, "BC018")]),
    "a control beyond ASCII": ("title: a\x9b31m", [(1, 9, "BC018")]),
    "form feed": ("title: a\x0cb", [(1, 9, "BC018")]),
    "no characters": ("title: a\uffff\ufffe", [(1, 9, "BC018"), (1, 10, "BC018")]),
    "zero width": ("a\u200b: 1", [(1, 2, "BC018")]),
    "soft hyphen": ("a: b\xadc", [(1, 5, "BC018")]),
    "in a comment": ("a: 1 # b\u202e", [(1, 9, "BC018")]),
    "escaped": ('a: "\\u202E"\nb: "\\e"\nc: "\\0"\nd: "x\\x7F"', [(1, 4, "BC018"), (2, 4, "BC018"), (3, 4, "BC018"), (4, 4, "BC018")]),
    "written and escaped": ('a: "\u200b\\u202E"', [(1, 5, "BC018"), (1, 4, "BC018")]),
    "no escape in single quotes": ("a: '\\u202E'", []),
    "joiners, marks and directions that scripts need": ("a: نمی\u200cخواهم \u200fב 👩\u200d👧 葛\U000e0100 ❤\ufe0f", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HIDDEN.values(), ids=HIDDEN)
def test_a_character_that_cannot_be_seen_is_found(text: str, expected: list[tuple[int, int, str]]):
    assert found(text) == expected


def test_every_other_character_is_taken():
    """No character that we let through is one the parser stumbles over."""
    for block in range(0, 0x110000, 0x1000):
        chars = "".join(chr(code) for code in range(block, block + 0x1000) if not 0xD800 <= code < 0xE000)
        readable = "".join(char for char in chars if not found(f"a: 'b{char}c'")) if block < 0x3000 else chars
        source = read(f"a: |\n  b{readable.translate(dict.fromkeys(map(ord, BREAKS)))}c\n".encode())
        assert {finding.code for finding in source.findings} <= {"BC018"}


def test_of_many_hidden_characters_the_first_are_named():
    assert len(found("\0" * 1000)) == 20
