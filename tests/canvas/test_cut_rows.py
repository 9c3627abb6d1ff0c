"""Rows with a cell too many: what a comma cut is named, and joined only where nothing else can be meant."""

from __future__ import annotations

import pytest
from findings_of import reading, told

from bluecanvas.checking import Settings, check
from bluecanvas.checking.fixing import mend

TWO, THREE = "[Factor, us, them]", "[Factor, us, them, others]"


def canvas(row: str, header: str = TWO, more: str = "") -> str:
    return f"bluecanvas: 1\nscores:\n  - {header}\n  - {row}\n{more}"


def fixes(text: str) -> list[bool]:
    """Of every fix, whether it is safe."""
    return [finding.fix.safe for finding in reading(text).findings if finding.fix is not None]


def mended(text: str) -> str:
    settings = Settings.of(("BC0",))
    return mend(text.encode(), lambda new: check(new, "canvas.yaml", settings)).data.decode()


NO_NAMES = [
    "n/a", "N/A", "n.a.", "NA", "unknown", "Unknown", "not known", "-?", "--", "yes", "No", "on", "OFF", "true", "~", "null",
    "tbd", "1_0", "1e3x", "12%", ".5x", "about 5", "x", "low", "five", "k.A.", "未知", "無", "なし", "없음", "高", "五", "５", ".nan",
]  # fmt: skip


@pytest.mark.parametrize("cell", NO_NAMES)
def test_what_stands_for_a_level_is_no_piece_of_a_name(cell: str):
    """Joined to the name, every level behind it would move to another company."""
    text = canvas(f"[Meals, {cell}, 6, 5]")
    too_many, *rest = told(text)
    assert too_many[:4] == (4, 5, "BC014", "the row has 4 cells, the header 3")
    unknown = cell in ("~", "null")
    assert [(line, column, code) for line, column, code, *_ in rest] == [(4, 13, "BC013")] * (not unknown)
    assert mended(text) == text.replace("５", "5")  # which is mended where it stands


@pytest.mark.parametrize(
    "name",
    [
        "Fast, friendly service",
        "Fast, friendly, cheap",
        "快速, 便宜",
        "速い, 安い",
        "빠른, 저렴한",
        "Café, bar & terrace",
    ],
)
def test_a_name_that_a_comma_cut_is_joined(name: str):
    cells = 3 + name.count(",")
    [finding] = told(canvas(f"[{name}, 2, ~]"))
    message = f"the row has {cells} cells, the header 3: a comma cut the name in two"
    assert finding == (4, 5, "BC020", message, f'quote the whole name: "{name}"')
    assert mended(canvas(f"[{name}, 2, ~]")) == canvas(f'["{name}", 2, ~]')


def test_a_name_is_joined_without_asking_only_where_all_else_is_a_level():
    assert fixes(canvas("[Fast, friendly, 2, {value: 6}]")) == [True]
    text = canvas("[Fast, friendly, 2, n/a]")
    assert [(column, code) for _, column, code, *_ in told(text)] == [(5, "BC020"), (25, "BC013")]
    assert fixes(text) == [False]


def test_a_name_is_not_joined_without_asking_where_a_piece_names_a_factor():
    assert fixes(canvas("[Meals, free, 6, 5]", more="factors: {Meals: Meals on board}\n")) == [False]
    assert fixes(canvas("[Meals, free, 6, 5]", more="factors: {m: Meals}\n")) == [False]
    assert fixes(canvas("[Meals, free, 6, 5]", more='factors: {Meals: Food, "Meals, free": Gifts}\n')) == [True]


def test_where_a_name_or_a_number_may_be_cut_both_are_named_and_neither_is_joined():
    text = canvas("[Fast, friendly, 2,5]")
    assert told(text) == [
        (
            4,
            5,
            "BC020",
            "the row has 4 cells, the header 3: a comma cut a number or the name in two",
            'if 2,5 is one number, write 2.5; else quote the whole name: "Fast, friendly"',
        )
    ]
    assert fixes(text) == []


NUMBERS = {
    "two of them": ("[Speed, 8,5, 4,25]", TWO, [(13, "BC020", "write 8.5"), (18, "BC020", "write 4.25")], [True, True]),
    "beside what is no level": (
        "[Speed, yes, 4, 3,5]", THREE, [(13, "BC013", "write a number, or null where it is unknown"), (21, "BC020", "write 3.5")], [False],
    ),
    "with a zero behind it": ("[Speed, 8,05, 4]", TWO, [(13, "BC020", "write 8.05")], [True]),
    "of thousands": ("[Seats, 1,000, 6]", TWO, [(13, "BC020", "write 1.000 or 1000")], [False]),
    "among cells without a space": ("[Price,2,5]", "[Factor, us]", [(12, "BC020", "write 2.5")], [False]),
    "one of several": (
        "[Price,1,5,6]", TWO,
        [(5, "BC014", "if 1,5 or 5,6 is one number, write 1.5 or 5.6; each curve has one level in a row")], [],
    ),
    "two that overlap": (
        "[Price, 1,5,6]", "[Factor, us]",
        [(5, "BC014", "if 1,5 or 5,6 is one number, write 1.5 or 5.6; each curve has one level in a row")], [],
    ),
    "too many to name": (
        "[Price, 1,2,3,4,5]", TWO, [(5, "BC014", "write a decimal comma as a point; each curve has one level in a row")], [],
    ),
    "beside a name that is cut": (
        "[Fast, friendly, 2,5, 6]", TWO,
        [(5, "BC014", "if 2,5 is one number, write 2.5; each curve has one level in a row; a name that holds a comma stands in quotes"),
         (12, "BC013", "write a number, or null where it is unknown")], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("row", "header", "expected", "safe"), NUMBERS.values(), ids=NUMBERS)
def test_a_decimal_comma(row: str, header: str, expected: list[tuple[int, str, str]], safe: list[bool]):
    found = sorted((column, code, hint) for _, column, code, _, hint in told(canvas(row, header)))
    assert (found, fixes(canvas(row, header))) == (sorted(expected), safe)


def test_decimal_commas_are_mended_together():
    assert mended(canvas("[Speed, 8,5, 4,25]")) == canvas("[Speed, 8.5, 4.25]")


def test_a_level_too_many_is_no_cut():
    hint = "each curve has one level in a row"
    assert told(canvas("[Price, 2, 5, 6]")) == [(4, 5, "BC014", "the row has 4 cells, the header 3", hint)]
