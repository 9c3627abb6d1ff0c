"""Reports: a canvas in, a document out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from bluecanvas.blocks import Prose
from bluecanvas.canvas import read
from bluecanvas.finding import Confidence, Level, Place, Verdict
from bluecanvas.publishing import reports
from bluecanvas.publishing.reports import report
from bluecanvas.publishing.shipped import examples

GOLDEN = Path(__file__).parent / "golden"
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

SMALL = """\
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Us, Them]
  - [Price, 2, 6]
  - [Speed, 9, 4]
"""

# Kept here, so that the report's own test does not change with the gallery.
SOUTHWEST = (GOLDEN / "southwest.canvas.yaml").read_text(encoding="utf-8")


def verdict(message, hint="", level=Level.WARNING, suppressed=False):
    return Verdict(
        "x.canvas.yaml", Place(7, 3, 7, 9), "BC201", "me-too-curve", level, Confidence.HIGH, message, hint, suppressed
    )


def written(text, verdicts=(), template="report", figure=lambda name, alt: f"southwest-{name}.png", **rest):
    canvas = read(text.encode()).canvas
    assert canvas
    return report(canvas, verdicts, template, figure=figure, name="southwest", **rest)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_golden(language):
    golden = GOLDEN / f"southwest.{language}.md"
    found = verdict("the curve is close to Other airlines (0.12, below 0.15)", "raise what only you can")
    text = written(SOUTHWEST, [found], language=language)
    if os.environ.get("BLUECANVAS_REWRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_twice_the_same():
    assert written(SOUTHWEST) == written(SOUTHWEST)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
@pytest.mark.parametrize("language", [None, "en", "zh-Hant", "ja"])
def test_every_example_has_a_report(example, language):
    text = written(example.path.read_text(encoding="utf-8"), language=language)
    assert text.startswith("# ")
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    lines = text.split("\n")
    for at, line in enumerate(lines):
        assert line == line.rstrip()
        if line.startswith("## "):  # never an empty heading
            assert lines[at + 1] == ""
            assert not lines[at + 2].startswith("#")
    kinds = {token.type for token in PARSER.parse(text)}
    assert {"heading_open", "table_open", "blockquote_open", "bullet_list_open"} >= kinds & {"html_block", "code_block"}
    assert not kinds & {"html_block", "code_block", "fence", "hr"}


def test_empty_sections_are_skipped():
    headings = [line for line in written(SMALL).split("\n") if line.startswith("#")]
    assert headings == [
        "# Short-haul air travel",
        "## Strategy canvas",
        "## The reading",
        "## Evidence",
        "## Findings",
        "## Next steps",
    ]


def test_without_findings_or_evidence_it_says_so():
    text = written(SMALL)
    assert "No findings." in text
    assert "No evidence is given." in text


def test_suppressed_findings_are_left_out():
    text = written(SMALL, [verdict("seen"), verdict("hushed", suppressed=True)])
    assert "seen" in text
    assert "hushed" not in text


def test_figures_are_asked_for_by_name_and_in_order():
    asked = []

    def figure(name, alt):
        asked.append((name, alt.split(".")[0]))
        return f"{name} (1).png"

    text = written(SOUTHWEST, figure=figure)
    assert asked == [
        ("curves", "Southwest"),
        ("reading", "The reading: Southwest"),
        ("errc", "Eliminate–reduce–raise–create: Southwest"),
    ]
    assert "](curves%20%281%29.png)" in text


def test_no_picture_where_there_is_no_path():
    text = written(SOUTHWEST, figure=lambda name, alt: "")
    assert "![" not in text
    assert "\n\n\n" not in text
    assert "\0" not in text


def test_evidence_says_what_rests_on_it_and_what_rests_on_nothing():
    text = written(
        """\
bluecanvas: 1
title: t
factors: {a: Price, b: Speed, c: Meals}
curves:
  us: {name: Us, scores: {a: {value: 1, evidence: [s], actual: USD 9}, b: 2, c: null}}
  them: {name: Them, role: rival, evidence: [s], scores: {a: 5, b: 6, c: 7}}
errc: {reduce: {a: {to: 1, evidence: [s]}}}
evidence:
  s: {source: Survey, kind: survey, date: 2026-09, n: 212, url: "https://example.org/s"}
  idle: {source: Idle}
"""
    )
    assert text.partition("rest on it.\n\n")[2].partition("\n## ")[0] == (
        "- **[Survey](<https://example.org/s>)** · survey · September 2026 · n = 212\n"
        "  - Us: Price (USD 9)\n"
        "  - Them: all factors\n"
        "  - Reduce: Price\n"
        "- **Idle** · nothing rests on it\n"
        "- **Without evidence**\n"
        "  - Us: Speed\n"
        "\n"
        "Levels that nobody knows yet:\n"
        "\n"
        "- Us: Meals\n"
    )


HOSTILE = """\
bluecanvas: 1
title: "**T** @octocat #12 <script>alert(1)</script> | `x` [a](http://example.org) www.example.org"
question: "- item\\n\\n# heading\\n::error file=x::boo {{ 7*7 }} {% if %}"
later: "![p](https://example.org/p.png) \\u202e \\e[31m"
market: "1. one"
buyers: "> quote"
scores:
  - ["F|a", "1. Us", "<b>Rivals</b>"]
  - ["Pr|ice", 1, 2]
  - ["# He\\\\", 3, null]
  - ["![x](https://example.org/x.png)", 3, 4]
curves:
  "1. Us": {evidence: [e]}
errc:
  raise: {"Pr|ice": {to: 1, why: "because *it* & that\\nline two | <img src=x onerror=y>"}}
evidence:
  e: {source: "src](x) | * **", url: "javascript:alert(1)"}
"""


def test_what_a_canvas_says_stays_text():
    text = written(HOSTILE, [verdict("said <i>x</i> | @octocat", "`do` *it*")], figure=lambda name, alt: "")
    tokens = PARSER.parse(text)
    assert not {token.type for token in tokens} & {"html_block", "code_block", "fence", "hr", "ordered_list_open"}
    inner = [child for token in tokens for child in token.children or []]
    allowed = {"text", "text_special", "softbreak", "strong_open", "strong_close", "code_inline"}
    assert {child.type for child in inner} <= allowed
    said = "".join(child.content for child in inner).replace("\u200b", "")
    for text in ("<script>alert(1)</script>", "{{ 7*7 }}", "<U+202E> \\x1b[31m", "src](x) | * **", "# He\\", "Pr|ice"):
        assert text in said
    rows = [0]
    for token in tokens:
        if token.type == "tr_open":
            rows.append(0)
        if token.type in ("td_open", "th_open"):
            rows[-1] += 1
    assert rows[1:] == [3] * 4 + [6] * 5 + [5] * 2  # levels, moves, findings
    assert not any(line.lstrip().startswith(("::", "##vso[")) for line in text.split("\n"))


def test_hostile_headings_stay_one():
    text = written(HOSTILE, figure=lambda name, alt: "")
    headings = [token for token in PARSER.parse(text) if token.type == "heading_open"]
    assert [token.tag for token in headings] == ["h1"] + ["h2"] * 8


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("It is high on speed. " * 120, "It is high on speed. …"),
        ("上菜很快。" * 500, "上菜很快。 …"),
        ("point-to-point " * 200, "point-to-point …"),
        ("字" * 3000, "字字…"),
    ],
)
def test_a_picture_s_words_end_where_a_sentence_does_or_at_least_a_word(text: str, end: str) -> None:
    said = reports._in_words([Prose("", (text,))])
    assert said.endswith(end)
    assert 1000 < len(said) <= 2002
