"""What changed as Markdown: names stay text, and numbers have the decimal sign of the language they are said in."""

from __future__ import annotations

import re

import pytest
from comparing_canvases import TABLE, compared, replaced

from bluecanvas.cli._diffs import told
from bluecanvas.comparing.facts import as_facts
from bluecanvas.comparing.markdown import as_markdown
from bluecanvas.renderers import Look

GERMAN = """\
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "decimal"
msgid "."
msgstr ","
"""
TAGLINE = "tagline: {text: At high speed, claims: {Speed: high}}\n"
TICKED = replaced({"[Factor,   Us,": '[Factor, "our `old` plan",', "[Kindness,": '["`warm` welcome",'})


@pytest.mark.parametrize(
    ("old", "new"),
    [(TICKED, TABLE + TAGLINE), (TICKED + TAGLINE, TABLE), (TABLE, TICKED + TAGLINE)],
    ids=["the earlier canvas alone, as is", "the earlier canvas, tagline gone", "the later canvas alone"],
)
def test_backticks_in_a_name_of_either_canvas_are_text(old: str, new: str):
    said = as_markdown(compared(old, new), "a", "b")
    assert "\\`old\\` plan" in said
    assert re.findall("(?<![\\\\`])`(?:old|warm)(?<!\\\\)`(?!`)", said) == []


def test_a_finding_that_went_names_the_curve_as_it_was_called():
    found = compared(TICKED, TABLE + TAGLINE)
    (line,) = (line for line in as_markdown(found, "a", "b").splitlines() if line.startswith("- `BC204`"))
    assert line == (
        "- `BC204` advice: on your own scores, our \\`old\\` plan stands well above the rivals' mean"
        " on Speed and \\`warm\\` welcome, and no tagline says so"
    )


def test_templates_are_told_which_names_hold_backticks():
    assert as_facts(compared(TICKED, TABLE), "en")["against"]["names"] == ["`warm` welcome", "our `old` plan"]
    assert as_facts(compared(TABLE, TABLE), "en")["against"]["names"] == []


def test_levels_have_the_decimal_sign_of_the_language(tmp_path, monkeypatch):
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    new = replaced({"[Speed,     9,    5,": "[Speed,   7.5, 5.25,", "to: 9": "to: 7.5", "Hubs,      0,    1,": "Hubs,      0, null,"})  # fmt: skip
    found = compared(TABLE, new, "de")._replace(findings=(), verdicts=())
    rows = [line for line in as_markdown(found, "a", "b").splitlines() if line.startswith("|")]
    assert [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]] == [
        ["Us", "Speed", "9", "**7,5**", "−1,5"],
        ["Rail", "Hubs", "1", "**–**", "became unknown"],
        ["Rail", "Speed", "5", "**5,25**", "+0,25"],
    ]
    text = told(found, "a", "b", Look(columns=80))
    assert re.search(r"9 → 7,5 +−1,5", text)
    assert re.findall(r"\d\.\d", text + "".join(rows)) == []
