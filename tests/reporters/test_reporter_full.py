"""The format `full`: source line, carets, hint, and what the run comes to."""

from __future__ import annotations

import time

import pytest
from sample_verdicts import ADVICE, ALL, SPREAD, verdict

from bluecanvas.finding import Place
from bluecanvas.reporters import Summary, report
from bluecanvas.words import cells


def test_a_finding_where_it_stands():
    assert report("full", [verdict()], Summary(1)) == (
        "canvases/air.canvas.yaml:8:17: error BC001 17 is outside 0 to 10 [out-of-scale]\n"
        "  8 |   - [Price,     17,        4,    3,        6]\n"
        "    |                 ^^\n"
        "  hint: levels run from 0 to 10\n"
        "\n"
        "checked 1 canvas: 1 error\n"
    )


def test_the_closing_line_counts_and_the_notes_come_before_it():
    said = report("full", [*ALL, verdict(), ADVICE], Summary(3, ("ours: Us", "rivals: Rail"))).splitlines()
    assert said[-3:] == [
        "ours: Us",
        "rivals: Rail",
        "checked 3 canvases: 2 errors, 1 warning, 2 advice (1 suppressed)",
    ]


def test_nothing_found():
    assert report("full", [], Summary(2)) == "checked 2 canvases: no findings\n"


@pytest.mark.parametrize(
    ("line", "place", "before", "carets"),
    [
        ("  - [餐食,     17]", Place(1, 6, 1, 8), 5, "^^^^"),  # a wide character is two cells
        ("  - [餐食,     17]", Place(1, 14, 1, 16), 15, "^^"),
        ("a:\tb", Place(1, 4, 1, 5), 3, "^"),
        ("a: \x1b[31mb", Place(1, 4, 1, 9), 3, "^" * 8),  # as wide as what is shown of it
        ("a: b", Place(1, 5, 1, 5), 4, "^"),  # where the line ends
        ("a: b", Place(1, 4, 3, 1), 3, "^"),  # across lines: to the end of the first
        ("a: ##[b]", Place(1, 4, 1, 9), 3, "^" * 6),
        ("a: x##[b]", Place(1, 6, 1, 10), 5, "^" * 4),
    ],
)
def test_carets_stand_below_what_they_mean(line, place, before, carets):
    shown = report("full", [verdict(source_line=line, place=place)], Summary(1)).splitlines()[2]
    assert shown == "    | " + " " * before + carets


def test_a_long_line_is_cut_around_the_place():
    line = "x" * 5000 + "HERE" + "y" * 5000
    shown = report("full", [verdict(source_line=line, place=Place(1, 5001, 1, 5005))], Summary(1)).splitlines()
    source, carets = shown[1], shown[2]
    assert len(source) < 200
    assert source[carets.index("^") :].startswith("HERE")
    assert source[6] == source[-1] == "…"
    assert carets.count("^") == 4


def test_an_empty_line_shows_no_snippet():
    assert report("full", [verdict(source_line=" ", hint="")], Summary(1)).count("\n") == 3


def test_colour_marks_the_level_and_changes_nothing_else():
    import re

    for one in (verdict(), ADVICE, SPREAD):
        plain = report("full", [one], Summary(1))
        coloured = report("full", [one], Summary(1, colour=True))
        assert coloured != plain
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


NARROW = Summary(1, columns=40)


@pytest.mark.parametrize(
    ("line", "place", "shown", "carets"),
    [
        ("a: b", Place(1, 4, 1, 5), "a: b", "   ^"),
        ("x" * 100 + "HERE" + "y" * 100, Place(1, 101, 1, 105), "…" + "x" * 16 + "HERE" + "y" * 12 + "…", " " * 17 + "^^^^"),
        ("餐" * 100 + "HERE", Place(1, 101, 1, 105), "…" + "餐" * 8 + "HERE", " " * 17 + "^^^^"),
        ("HERE" + "餐" * 100, Place(1, 1, 1, 5), "HERE" + "餐" * 14 + "…", "^^^^"),
        ("x" * 28 + "HERE", Place(1, 29, 1, 33), "x" * 28 + "HERE", " " * 28 + "^^^^"),
        ("x" * 100, Place(1, 1, 1, 101), "x" * 33 + "…", "^" * 34),
    ],
)  # fmt: skip
def test_a_narrow_terminal_sees_the_place(line, place, shown, carets):
    said = report("full", [verdict(source_line=line, place=place, hint="")], NARROW).splitlines()
    assert said[1:3] == [f"  1 | {shown}", f"    | {carets}"]
    assert all(cells(one) <= 40 for one in said[1:3])


def test_a_narrow_terminal_gets_its_hints_in_lines():
    hint = "make two factors of it, or find the one word 買方用來稱呼兩者的說法"
    said = report("full", [verdict(hint=hint)], NARROW).splitlines()
    assert said[3:-2] == [
        "  hint: make two factors of it, or find",
        "        the one word 買方用來稱呼兩者的",
        "        說法",
    ]
    assert f"  hint: {hint}\n" in report("full", [verdict(hint=hint)], Summary(1))


def test_a_long_line_is_no_work_on_a_narrow_terminal():
    line = "餐" * 1_000_000
    some = [verdict(source_line=line, place=Place(1, at, 1, at + 1)) for at in range(900_000, 900_500)]
    started = time.process_time()
    report("full", some, NARROW)
    assert time.process_time() - started < 2
