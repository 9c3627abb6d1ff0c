"""Fixing a canvas: its findings' fixes made in the text, checked again, and left out where they would do harm."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from test_mutated_canvases import slips

from bluecanvas.checking import Settings, check
from bluecanvas.checking.fixing import Mended, fixable, mend
from bluecanvas.finding import Fix, Level, Verdict, put
from bluecanvas.rules import Rule, every
from bluecanvas.source import read
from bluecanvas.source.editing_places import comments

CASES = sorted((Path(__file__).parents[1] / "rules" / "cases").glob("*.yaml"))
CANVASES = sorted((Path(__file__).parents[2] / "canvases").glob("*.yaml"))


def mended(text: str | bytes, unsafe: bool = False, select: tuple[str, ...] = ()) -> Mended:
    settings = Settings.of(select)
    data = text.encode() if isinstance(text, str) else text
    return mend(data, lambda new: check(new, "canvas.yaml", settings), unsafe)


def told(done: Mended) -> list[str]:
    return [verdict.code for verdict in done.fixed]


TABLE = """\
bluecanvas: 1
title: 短途航空   # the headline
scores:
  - [Factor, Southwest, Airlines]
  - [Price,      2,  6]
  - [Meals,      1,  6]  # trays
  - [Seats,      1,  7]
  - [Speed,      9,  4]
  - [Departures, 9,  0]
factors:
  Price: {kind: price}
errc:
  eliminate: [Seats]
  reduce: [Price, Meals]
  raise: [Speed]
  create: [Departures]
"""


ROW = "  - [Speed,      9,  4]"
REDUCED = "  reduce: [Price, Meals]"
PRICE = "  Price: {kind: price}"
END = "  create: [Departures]\n"


@pytest.mark.parametrize(
    ("place", "right", "wrong", "code"),
    [
        ("title:", "title:", "Title:", "BC012"),
        (PRICE, PRICE, "  Price: {kind: pricee}", "BC013"),
        (ROW, ROW, '  - [Speed,      "9",  4]', "BC013"),
        (ROW, ROW, "  - [Speed,      ９,  4]", "BC013"),
        (ROW, "  - [Speed,      8.5,  4]", "  - [Speed,      8,5,  4]", "BC020"),
        (ROW, "  - [Speed,      9,  4.25]", "  - [Speed,      9,  4,25]", "BC020"),
        (REDUCED, REDUCED, "  reduce: [Price，Meals]", "BC020"),
        (REDUCED, REDUCED, "  reduce: Price、 Meals", "BC020"),
        (REDUCED, REDUCED, "  reduce: ［Price，Meals］", "BC020"),
        (PRICE, '  Price: {kind: price, buyer_words: "cheap, and fast", importance: 2}',
         "  Price: {kind: price, buyer_words: cheap, and fast, importance: 2}", "BC020"),
        (REDUCED, REDUCED, "  reduce: [Price, Meal]", "BC313"),
        (REDUCED, "  reduce: {Price: 2, Meals: 1}", "  reduce: {Price: 2, meals: 1}", "BC313"),
        (END, "  create: Departures\n", "  create: Depratures\n", "BC313"),
        (PRICE, f"{PRICE}\n  Speed: {{supports: [Departures]}}", f"{PRICE}\n  Speed: {{supports: [Departure]}}", "BC015"),
        (PRICE, f"{PRICE}\n  Speed: {{supports: Departures}}", f"{PRICE}\n  Speed: {{supports: departures}}", "BC015"),
        (END, END + "texts: {zh-Hant: {factors: {Departures: 航班}}}\n", END + "texts: {zh-Hant: {factors: {Departure: 航班}}}\n",
         "BC015"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_mended(place, right, wrong, code):
    assert TABLE.count(place) == 1
    done = mended(TABLE.replace(place, wrong), select=("BC0", "BC3"))
    assert (done.data.decode(), set(told(done))) == (TABLE.replace(place, right), {code})


@pytest.mark.parametrize(
    ("old", "new", "wished", "code"),
    [
        ("  - [Price,      2,  6]\n", "", "", "BC110"),
        (", Meals]\n", "]\n", None, "BC308"),
        ("  reduce: [Price, Meals]\n", "  reduce: {Price: 2}  # less\n", "  reduce: {Price: 2, Meals: 1}  # less\n", "BC308"),
        ("  create: [Departures]\n", "", "  create: [Departures]\n", "BC308"),
        ("[Seats,      1,", "[Seats,      0,", None, ""),
    ],
)  # fmt: skip
def test_what_can_be_derived_is_added(old, new, wished, code):
    if code == "BC110":
        text = TABLE.replace(old, "").replace("factors:\n", old + "factors:\n")
        wished = TABLE
    else:
        text = TABLE.replace(old, new)
        wished = TABLE if wished is None and code else text if wished is None else TABLE.replace(old, wished)
    done = mended(text, select=("BC1", "BC308"))
    assert (done.data.decode(), told(done)) == (wished, [code] * bool(code))


def test_a_move_to_nothing_goes_where_it_belongs():
    text = TABLE.replace("[Meals,      1,", "[Meals,      0,")
    done = mended(text, select=("BC304",))
    assert done.data.decode() == text.replace("[Seats]", "[Seats, Meals]").replace("[Price, Meals]", "[Price]")
    alone = text.replace("  eliminate: [Seats]\n", "").replace(
        "[Price, Meals]", "{Meals: {to: 0, why: 'a, b'}}  # trays"
    )
    assert mended(alone, select=("BC304",)).data.decode() == alone.replace("reduce", "eliminate")


def test_only_what_is_certain_is_done_unasked():
    text = TABLE.replace("raise: [Speed]", "raise: {Speed: 8}").replace("title:", "titel:")
    assert mended(text).fixed == ()
    done = mended(text, unsafe=True, select=("BC012", "BC321"))
    assert (done.data.decode(), told(done)) == (
        TABLE.replace("raise: [Speed]", "raise: {Speed: 9}"),
        ["BC012", "BC321"],
    )


@pytest.mark.parametrize(
    ("name", "known"),
    [("survey-2025", "survey-2026"), ("餐飲", "餐食"), ("lead", "leads, load"), ("speed", "spend"), ("air", "fair")],
)
def test_what_may_be_another_name_is_no_slip_of_the_pen(name, known):
    rows = "".join(f"  - [{each}, 1, 2]\n" for each in known.split(", "))
    text = f"bluecanvas: 1\nscores:\n  - [F, us, them]\n{rows}  - [Z, 1, 2]\nfactors: {{Z: {{supports: {name}}}}}\n"
    assert [verdict.code for verdict in check(text.encode(), settings=Settings.of(("BC015",)))] == ["BC015"]
    assert mended(text).fixed == ()


def test_a_name_in_the_other_chinese_script_is_the_same_name():
    text = "bluecanvas: 1\nscores:\n  - [F, 我們, 他們]\n  - [票價, 1, 2]\n  - [餐食, 1, 2]\nfactors: {餐食: {supports: 票价}}\n"
    assert mended(text).data.decode() == text.replace("票价", "票價")


@pytest.mark.parametrize("comment", ["# bluecanvas: ignore[BC012] ours", "# bluecanvas: ignore-file[BC012] ours"])
def test_what_is_suppressed_is_left_alone(comment):
    text = TABLE.replace("title:", "Title:").replace("# the headline", comment)
    assert mended(text, select=("BC012",)).fixed == ()


def test_a_fix_that_brings_an_error_is_dropped_and_the_others_are_made():
    text = TABLE.replace("date", "date").replace("title:", "Title:") + "title: Again\nScale: 5\n"
    done = mended(text, select=("BC0",))
    assert done.data.decode() == text  # a second title, and a scale that is no mapping
    assert mended(text.replace("Scale", "Market"), select=("BC0",)).data.decode() == text.replace("Scale", "market")


SILENT = TABLE.partition("errc:")[0] + "errc: {reduce: [Prce]}\n"
"""A grid without any move: BC308 says nothing of the curve until the misspelt factor is one."""


def test_rules_that_first_speak_when_a_finding_is_mended_are_no_harm():
    done = mended(SILENT, select=("BC313", "BC308"))
    assert done.data.decode() == SILENT.replace(
        "{reduce: [Prce]}", "{reduce: [Price, Meals, Seats], raise: [Speed], create: [Departures]}"
    )
    assert told(done) == ["BC313", *["BC308"] * 4]
    assert [it.code for it in check(SILENT.encode()) if it.code in ("BC308", "BC313")] == ["BC313"]


def test_what_a_dropped_fix_would_bring_is_told():
    text = SILENT.replace("[Price,      2,  6]", "[Price,      5,  6]")
    done = mended(text, select=("BC3",))
    assert (done.fixed, [(it.verdict.code, it.why) for it in done.dropped]) == (
        (), [("BC313", "it would bring BC303 not-well-below")],
    )  # fmt: skip
    twice = TABLE.replace("title:", "Title:") + "title: Again\n"
    [(_, why)] = mended(twice, select=("BC0",)).dropped
    assert why == "it cannot be made in the text: what would come out could not be read as meant"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[Speed，9，4]", "[Speed, 9, 4]"),
        ("[Speed、9、4]", "[Speed, 9, 4]"),
        ("[Speed, 9，~]", "[Speed, 9, ~]"),
        ("[快速、準時，9.5，4]", "[快速、準時, 9.5, 4]"),
        ("[Speed，9，4，5]", None),
        ("[Speed，9，x]", None),
        ('["Speed，9，4"]', None),
        ("[Speed，９，4]", None),
    ],
)
def test_the_cells_of_a_row_are_separated(wrong: str, right: str | None):
    text = re.sub(r"\[Speed, .*\]", lambda _: wrong, TABLE)
    wished = text if right is None else text.replace(wrong, right)
    assert mended(text, select=("BC0",)).data.decode() == wished


def test_a_table_typed_with_full_width_commas_is_mended_as_a_whole():
    text = re.sub(r"  - \[.*\]", lambda row: re.sub(", *", "，", row[0]), TABLE)
    found = [it for it in check(text.encode()) if it.code == "BC020"]
    assert [(it.place.line, it.fix is not None and it.fix.safe) for it in found] == [
        (4, False), *((line, True) for line in range(5, 10)),
    ]  # fmt: skip
    assert mended(text, unsafe=True, select=("BC0",)).data.decode() == re.sub(r", +(?=[^]\n]*\])", ", ", TABLE)


def test_figures_of_a_row_that_was_taken_for_the_header_stay_figures():
    rows = ["【要素，我們，對手】", "［價格，2，6］", "[速度，9，4]"]
    text = "".join(["bluecanvas: 1\ntitle: 短程\nscores:\n", *[f"  - {row}\n" for row in rows]])
    assert "\n  - [速度, 9, 4]\n" in mended(text, unsafe=True, select=("BC0",)).data.decode()


def test_a_fix_that_mends_nothing_is_dropped():
    verdict = check(b"bluecanvas: 1\n")[0]

    def found(data: bytes) -> list[Verdict]:
        return [verdict._replace(fix=Fix("write 2", (put(("bluecanvas",), 2 if data[-2:] == b"1\n" else 1),)))]

    assert mend(b"bluecanvas: 1\n", found).data == b"bluecanvas: 1\n"


@pytest.mark.parametrize("rule", [rule for rule in every() if "\n## Fix\n" in rule.page], ids=lambda rule: rule.code)
def test_a_rule_that_tells_of_a_fix_has_one(rule: Rule):
    example = re.sub(r" +# ! BC\d+", "", re.findall(r"```yaml\n(.*?)```", rule.page, re.DOTALL)[0])
    found = [verdict for verdict in check(example.encode()) if verdict.code == rule.code]
    assert any(verdict.fix is not None for verdict in found)
    done = mended(example, unsafe=True, select=(rule.code,))
    assert {verdict.code for verdict in done.fixed} == {rule.code}
    assert [verdict for verdict in done.left if verdict.code == rule.code and verdict.fix] == []


@pytest.mark.parametrize(
    "rule", [rule for rule in every() if "\n## Fix\n" not in rule.page], ids=lambda rule: rule.code
)
def test_a_rule_that_has_a_fix_tells_of_it(rule: Rule):
    examples = re.findall(r"```yaml\n(.*?)```", rule.page, re.DOTALL)[:1]
    found = [it for text in examples for it in check(text.encode()) if it.code == rule.code]
    assert [verdict.fix for verdict in found if verdict.fix] == []


@pytest.mark.parametrize("path", [*CASES, *CANVASES], ids=lambda path: path.name.partition(".canvas")[0])
def test_fixing_is_whole_and_does_no_harm(path):
    harmless(path.read_bytes(), unsafe=False)
    harmless(path.read_bytes(), unsafe=True)


@given(slips())
def test_a_canvas_with_slips_is_mended_or_left(text: str):
    harmless(text.encode(), unsafe=False)


def harmless(data: bytes, unsafe: bool) -> None:
    """What comes out has no new error, every comment, no fix left that could be made, and is not changed again."""
    before = check(data)
    done = mended(data, unsafe)
    assert list(done.left) == check(done.data)
    assert errors(done.left) - errors(before) == Counter()
    if not unsafe:
        assert said(data) == said(done.data)
    if not done.fixed:
        assert done.data == data
    again = mended(done.data, unsafe)
    assert (again.data, again.fixed) == (done.data, ())
    assert len(done.fixed) >= len(fixable(before)) - len(fixable(done.left))


def errors(verdicts: list[Verdict] | tuple[Verdict, ...]) -> Counter[str]:
    return Counter(verdict.code for verdict in verdicts if verdict.level is Level.ERROR)


def said(data: bytes) -> Counter[str]:
    source = read(data)
    if source.root is None:
        return Counter()
    return Counter(source.text[span.start : span.end].strip() for span in comments(source))
