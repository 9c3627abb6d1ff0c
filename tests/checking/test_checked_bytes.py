"""Checking bytes: verdicts with places, levels and source lines, in the order of the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bluecanvas
from bluecanvas.checking import EVERYTHING, Selection, check
from bluecanvas.errors import CallError
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


def codes(text: str, selection: Selection = EVERYTHING) -> list[tuple[int, str]]:
    return [(it.place.line, it.code) for it in check(text.encode(), "x.canvas.yaml", selection) if not it.suppressed]


def only(code: str, text: str) -> list[Verdict]:
    return [it for it in check(text.encode()) if it.code == code]


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
    assert codes(WRONG, Selection.of(ignore=["unknown-key"])) == [(5, "BC001")]
    assert codes(WRONG, Selection.of(select=["BC012"])) == [(2, "BC012")]
    assert (10, "BC012") not in codes(JUDGED + "titel: Air\n", Selection.of(ignore=["BC012"]))


def test_a_selection_names_rules():
    assert Selection.of().codes == set(modules())
    assert Selection.of(["all"], ["BC0,BC3"]).codes == {code for code in modules() if code[:3] not in ("BC0", "BC3")}
    assert Selection.of(["bc308", "Out_Of_Scale"]).codes == {"BC308", "BC001"}
    with pytest.raises(CallError, match="there is no rule 'BC999'"):
        Selection.of(["BC999"])


def test_a_rule_that_fails_is_a_finding_and_hides_no_other(monkeypatch: pytest.MonkeyPatch):
    from bluecanvas.checking import judging

    def failing(code: str):
        known = rule(code)

        def look(canvas):
            raise ZeroDivisionError("by zero")
            yield

        return (
            type(known)(*[look if field == "check" else getattr(known, field) for field in known._fields])
            if code == "BC308"
            else known
        )

    monkeypatch.setattr(judging, "rule", failing)
    verdicts = check(JUDGED.encode())
    [fault] = [it for it in verdicts if it.code == "BC308"]
    assert fault.message == "this rule failed on the canvas (ZeroDivisionError: by zero)"
    assert {it.code for it in verdicts} > {"BC308"}


SUPPRESSED = {
    "on the line": ("6]\n  - [Meals", "6]  # bluecanvas: ignore[BC308] as agreed\n  - [Meals"),
    "on the line above": ("  - [Price", "  # bluecanvas: ignore[BC308] as agreed\n  - [Price"),
    "in the file": ("bluecanvas: 1", "# bluecanvas: ignore-file[BC308] as agreed\nbluecanvas: 1"),
    "one of several": ("  - [Price", "  # bluecanvas: ignore[BC001, bc308] as agreed\n  - [Price"),
    "without blanks": ("  - [Price", "  #bluecanvas:ignore[BC308]\n  - [Price"),
}

NOT_SUPPRESSED = {
    "another code": ("  - [Price", "  # bluecanvas: ignore[BC309] as agreed\n  - [Price"),
    "no code": ("  - [Price", "  # bluecanvas: ignore[] as agreed\n  - [Price"),
    "no brackets": ("  - [Price", "  # bluecanvas: ignore\n  - [Price"),
    "two lines above": ("scores:", "# bluecanvas: ignore[BC308]\nscores:"),
    "on the line above, behind something": ("them]", "them]  # bluecanvas: ignore[BC308]"),
    "in a text": ("bluecanvas: 1", 'bluecanvas: 1\ntitle: "# bluecanvas: ignore-file[BC308]"'),
    "in a text without quotes": ("bluecanvas: 1", "bluecanvas: 1\ntitle: x#bluecanvas:ignore-file[BC308]"),
}


@pytest.mark.parametrize(("old", "new"), SUPPRESSED.values(), ids=SUPPRESSED)
def test_a_comment_says_why_a_finding_stands(old: str, new: str):
    [verdict] = only("BC308", JUDGED)
    assert not verdict.suppressed
    [verdict] = only("BC308", JUDGED.replace(old, new, 1))
    assert verdict.suppressed


@pytest.mark.parametrize(("old", "new"), NOT_SUPPRESSED.values(), ids=NOT_SUPPRESSED)
def test_other_comments_suppress_nothing(old: str, new: str):
    [verdict] = only("BC308", JUDGED.replace(old, new, 1))
    assert not verdict.suppressed


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("BC010", "a: [  # bluecanvas: ignore[BC010] why\n"),
        ("BC017", f"a: {'[' * 70}  # bluecanvas: ignore[BC017] why\n"),
        ("BC018", "a: b\u200bc  # bluecanvas: ignore[BC018] why\n"),
    ],
)
def test_what_could_not_be_read_cannot_be_suppressed(code: str, text: str):
    verdicts = only(code, text)
    assert verdicts
    assert not any(it.suppressed for it in verdicts)
