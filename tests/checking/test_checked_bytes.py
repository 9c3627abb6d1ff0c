"""Checking bytes: verdicts with places, levels and source lines, in the order of the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bluecanvas
from bluecanvas.checking import EVERYTHING, Settings, check
from bluecanvas.finding import Confidence, Level, Place, Verdict
from bluecanvas.rules import modules, rule

WRONG = "bluecanvas: 1\r\ntitel: Air\r\nscores:\r\n  - [Factor, 短程, them]\r\n  - [Price, 2, 17]\r\n"

JUDGED = """\
bluecanvas: 1
scores:
  - [Factor, us, them]
  - [Price, 2, 6]
  - [Meals, 0, 6]
  - [Speed, 9, 4]
errc:
  eliminate: [Meals]
  raise: [Speed]
"""
"""Price moves in the curve and not in the grid: BC308 at line 4."""


def codes(text: str, settings: Settings = EVERYTHING) -> list[tuple[int, str]]:
    return [(it.place.line, it.code) for it in check(text.encode(), "x.canvas.yaml", settings) if not it.suppressed]


def test_a_verdict_says_where_what_and_how_heavy():
    verdicts = check(WRONG.encode(), "air.canvas.yaml")
    assert verdicts[1] == Verdict(
        file="air.canvas.yaml",
        place=Place(5, 16, 5, 18),
        code="BC001",
        name="out-of-scale",
        level=Level.ERROR,
        confidence=Confidence.HIGH,
        message="17 is outside 0 to 10",
        hint="levels run from 0 to 10; another scale is declared with scale: {min: …, max: …}",
        suppressed=False,
        source_line="  - [Price, 2, 17]",
    )
    assert [(it.place, it.code) for it in verdicts[:1]] == [(Place(2, 1, 2, 6), "BC012")]


def test_verdicts_come_in_the_order_of_the_file_each_once():
    verdicts = check(b"bluecanvas: 1\nus: a\nmarkt: b\nscale: {min: x, max: y}\nscores: [[F, a], [p, 99], [q, 99]]\n")
    assert [it.order for it in verdicts] == sorted({it.order for it in verdicts})


def test_a_canvas_that_cannot_be_read_as_meant_is_not_judged():
    assert (4, "BC308") in codes(JUDGED)
    assert codes(JUDGED + "titel: Air\n") == [(10, "BC012")]


@pytest.mark.parametrize("data", [b"", b"\xff", b"[", b"\0", "：".encode(), b"a: 1\n---\nb: 2", b"x" * 2_000_000])
def test_what_is_no_canvas_is_said_to_be_none(data: bytes):
    verdicts = check(data)
    assert verdicts
    assert all(it.level is Level.ERROR for it in verdicts)
    assert all(it.place.line >= 1 and it.place.column >= 1 for it in verdicts)


def test_every_code_the_reader_reports_is_a_rule():
    package = Path(bluecanvas.__file__).parent
    told = {
        code
        for folder in ("source", "parsing", "canvas")
        for path in (package / folder).glob("*.py")
        for code in re.findall(r'"(BC\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert len(told) >= 13
    assert told <= set(modules())
    assert all(rule(code).level is Level.ERROR for code in told)
    assert all(rule(code).check is None for code in told)


def test_what_is_not_selected_is_not_reported():
    assert codes(WRONG, Settings.of(ignore=["unknown-key"])) == [(5, "BC001")]
    assert codes(WRONG, Settings.of(select=["BC012"])) == [(2, "BC012")]
    assert (10, "BC012") not in codes(JUDGED + "titel: Air\n", Settings.of(ignore=["BC012"]))
