"""The format `full`: source line, carets, hint, and what the run comes to."""

from __future__ import annotations

import pytest
from sample_verdicts import ADVICE, ALL, SPREAD, verdict

from bluecanvas.finding import Place
from bluecanvas.reporters import Summary, report


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
