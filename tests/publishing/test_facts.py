"""What a template finds: exactly what docs/templates.md says, in the report's language, and only what it asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bluecanvas.canvas import read
from bluecanvas.checking import examine
from bluecanvas.comparing import compare
from bluecanvas.comparing.facts import as_facts
from bluecanvas.publishing import facts_reading, reports
from bluecanvas.publishing.documenting import document
from bluecanvas.publishing.facts import of_canvas
from bluecanvas.publishing.reports import as_markdown, draft, facts_of
from bluecanvas.publishing.sample import SAMPLE
from bluecanvas.publishing.sandbox import NAMES
from bluecanvas.publishing.templates import audience_of, find, named_in

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
AIR = """\
bluecanvas: 1
title: Short trips
factors: {price: {name: {en: Price, zh-Hant: 票價}, kind: price}, meals: Meals, speed: Speed}
curves:
  now: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5}}
  plan: {name: Plan, role: to-be, scores: {price: 2, meals: 0, speed: {value: 9, evidence: [survey]}}}
  rail: {name: "Rail, Inc", scores: {price: 5, meals: 4, speed: null}}
  air: {name: Air, scores: {price: 7, meals: 6, speed: 4}}
us: plan
errc: {eliminate: [meals], raise: {speed: {to: 9, why: Time, owner: Ann, by: 2027-01}}, why: {reduce: Nothing to cut}}
evidence: {survey: {source: A survey, n: 12}}
"""

ONE = "bluecanvas: 1\ntitle: One\nscores: [[Factor, Us], [Speed, 9]]\n"


def facts(text=AIR, language="en", **rest):
    reading = read(text.encode() if isinstance(text, str) else text)
    return facts_of(reading.canvas, examine(reading, "x"), language, {}, "x", **rest)


def documented(heading):
    """The names in the first column of the table below a heading of the page."""
    table = PAGE.partition(f"\n### {heading}\n")[2].partition("\n#")[0]
    rows = [line.split("|")[1] for line in table.split("\n") if line.startswith("| `")]
    return sorted(name for row in rows for name in re.findall(r"`(\w+)`", row))


def test_the_page_has_every_name_and_no_other():
    found = facts(SAMPLE)
    before = AIR.replace("price: 2, meals: 0, speed: {value: 9", "price: 7, meals: 6, speed: {value: 4")
    compared = facts(against=as_facts(compare(read(before.encode()).canvas, read(AIR.encode()).canvas), "en"))
    canvas = found["canvas"]
    for heading, item in {
        "`canvas`": canvas,
        "`canvas.factors`": canvas["factors"][0],
        "`canvas.curves`": canvas["curves"][0],
        "`canvas.curves[0].levels`": canvas["curves"][0]["levels"][0],
        "`canvas.moves`": canvas["moves"][0],
        "`canvas.actions`": canvas["actions"][0],
        "`canvas.evidence`": canvas["evidence"][0],
        "`reading`": found["reading"][0],
        "`findings`": facts(ONE)["findings"][0],
        "`next_steps`": found["next_steps"][0],
    }.items():
        assert documented(heading) == sorted(item), heading
    callable_ = re.findall(r"^\| `(\w+)\(", PAGE, re.MULTILINE)
    listed = {"canvas", "reading", "findings", "next_steps", *documented("`against`"), *documented("The rest")}
    assert {*listed, *callable_} == set(NAMES) == {*compared, "language", *callable_}
    row = PAGE.partition("| `verdict_changes` | list | ")[2].partition(" |")[0]
    assert re.findall(r"`(\w+)`", row) == list(compared["verdict_changes"][0])
    row = PAGE.partition("| `changes` | list | ")[2].partition(" |")[0]
    assert set(re.findall(r"`(\w+)`", row)) == set(compared["changes"][0])


def test_a_level_has_others_beside_it():
    plan = facts(language="zh-Hant")["canvas"]["ours"]
    shown = [(one["factor"], one["level"], one["today"], one["against"]) for one in plan["levels"]]
    assert shown == [("票價", 2, 6, 6), ("Meals", 0, 5, 5), ("Speed", 9, 5, 4)]


def test_curves_by_what_they_are():
    canvas = facts()["canvas"]
    assert (canvas["ours"]["id"], canvas["as_is"]["id"]) == ("plan", "now")
    assert [curve["id"] for curve in canvas["options"]] == ["plan"]
    assert [curve["id"] for curve in canvas["rivals"]] == ["rail", "air"]
    assert canvas["ours"] is canvas["options"][0]


def test_gaps_and_counts():
    canvas = facts()["canvas"]
    assert canvas["unknown"] == [{"what": "Rail, Inc", "factors": "Speed"}]
    assert canvas["unproven"][0] == {"what": "Us today", "factors": "all factors"}
    assert canvas["counts"] == {
        "factors": 3, "curves": 4, "options": 1, "rivals": 2, "moves": 2, "sources": 1, "levels": 11, "proven": 1,
        "sourced": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rests", "sure"),
    [
        (("book", "survey", "read, book"), "Levels with a source: 3 of 3"),
        (("book", "book", "read"), "Levels with a source: 2 of 3 · our reading: 1"),
        (("made, read", "read", "guess"), "Levels with a source: 0 of 3 · our reading: 1 · illustrative: 1 · guess: 1"),
        (("book", "book", ""), "Levels with a source: 2 of 3 · Without evidence: 1"),
    ],
)
def test_what_is_the_authors_own_is_no_source(rests, sure):
    levels = ", ".join(f"f{at}: {{value: 5, evidence: [{ids}]}}" for at, ids in enumerate(rests))
    canvas = read(
        f"""\
bluecanvas: 1
title: T
us: u
factors: {{f0: A, f1: B, f2: C}}
curves: {{u: {{name: U, scores: {{{levels}}}}}}}
evidence:
  book: {{source: A book, kind: published}}
  survey: {{source: A survey, kind: survey}}
  read: {{source: Ours, kind: reading}}
  made: {{source: Made up, kind: illustrative}}
  guess: {{source: A guess, kind: guess}}
""".encode()
    ).canvas
    assert canvas
    assert of_canvas(canvas, "en")["sure"] == sure


def test_the_four_actions():
    shown = [(one["word"], one["factors"], one["why_empty"]) for one in facts()["canvas"]["actions"]]
    assert shown == [
        ("Eliminate", "Meals", ""),
        ("Reduce", "", "Nothing to cut"),
        ("Raise", "Speed", ""),
        ("Create", "", ""),
    ]


def test_what_is_next():
    steps = facts()["next_steps"]
    assert [(step["what"], step["owner"], step["by"]) for step in steps if step["kind"] == "move"] == [
        ("Raise: Speed → 9", "Ann", "January 2027"),
        ("Eliminate: Meals", "", ""),
    ]
    given = facts(AIR.replace("speed: {to: 9", "speed: {to: 7"))["next_steps"]
    assert given[0]["what"] == "Raise: Speed → 9"  # the level that is given holds
    assert [step["what"] for step in steps if step["kind"] == "evidence"][-1] == "Find out the level: Rail, Inc · Speed"
    kinds = [step["kind"] for step in steps]
    assert kinds == sorted(kinds, key=["move", "finding", "evidence"].index)


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_reading(language):
    found = facts(language=language)["reading"]
    assert [one["curve_id"] for one in found] == sorted((one["curve_id"] for one in found), reverse=True)  # plan, now
    assert not [one for one in found if one["verdict"] == "not-judged"]
    first = found[0]
    assert (first["name"], first["verdict"], first["ours"], first["basis"]) == (
        "divergence",
        "divergent",
        True,
        "guess",
    )
    assert first["why"].lower().endswith(first["said"].lower())
    assert first["why"] != first["said"]
    assert first["said"].startswith(first["headline"])


def test_a_headline_ends_at_a_pause_but_not_within_a_name_or_between_names():
    text = """\
bluecanvas: 1
title: t
scores: [[F, "Us, here", "Rail, Inc", Air], ["a, b", 2, 6, 7], [c, 0, 8, 8], [d, 9, 4, 5], [e, 8, 1, 2]]
"""
    by_name = {one["name"]: one["headline"] for one in facts(text)["reading"]}
    assert by_name["divergence"] == "Us, here goes its own way with the opposite shape"
    assert by_name["convergence"].startswith("Us, here, Rail, Inc and Air ")


@pytest.mark.parametrize(("language", "said"), [("en", "Us has no tagline"), ("zh-Hant", "「Us」沒有標語")])
def test_the_headline_of_a_missing_tagline_is_that_it_is_missing(language, said):
    text = "bluecanvas: 1\ntitle: t\nscores: [[F, Us, Them], [a, 9, 1], [b, 8, 2], [c, 9, 3]]\n"
    (tagline,) = [one for one in facts(text, language)["reading"] if one["name"] == "tagline"]
    assert (tagline["verdict"], tagline["headline"]) == ("missing", said)


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [
        ("published", "en", "published"),
        ("reading", "en", "our reading"),
        ("reading", "zh-Hans", "我方判读"),
        ("rumour", "ja", "rumour"),
    ],
)
def test_the_kind_of_a_source_is_said_in_the_language(kind, language, said):
    text = (
        f"bluecanvas: 1\ntitle: t\nscores: [[F, Us, Them], [a, 9, 1]]\nevidence: {{e: {{source: s, kind: {kind}}}}}\n"
    )
    (source,) = facts(text, language)["canvas"]["evidence"]
    assert (source["kind"], source["kind_word"]) == (kind, said)


def test_what_would_flip_a_verdict():
    found = facts("bluecanvas: 1\ntitle: t\nscores: [[F, Us, Them], [a, 2, 6], [b, 6, 6], [c, 6, 2], [d, 5, 6]]\n")
    assert "Us at " in " ".join(one["fragile"] for one in found["reading"])
    without = facts(asked=("reading",))
    assert {one["fragile"] for one in without["reading"]} == {""}
    assert facts(asked=())["reading"] == []


def test_only_what_a_template_names_is_worked_out(tmp_path, monkeypatch):
    (tmp_path / "plain.md.j2").write_text("{{ canvas.title }}")
    (tmp_path / "own.md.j2").write_text("{% for one in reading %}{{ one.said }}{% endfor %}")
    (tmp_path / "takes.md.j2").write_text("{% include 'own.md.j2' %}")
    words = ("reading", "fragile")
    assert [named_in(find(str(tmp_path / f"{name}.md.j2")), words) for name in ("plain", "own", "takes")] == [
        (),
        ("reading",),
        words,
    ]
    monkeypatch.setattr(facts_reading, "fragilities", lambda sheet, judged: 1 / 0)
    monkeypatch.setattr(reports, "_performed", lambda job, *_: reports.Rendered(job.facts["canvas"]["title"], ()))
    canvas = read(AIR.encode()).canvas
    assert as_markdown(draft(canvas, (), str(tmp_path / "own.md.j2")), lambda name, alt: "") == "Short trips\n"


@pytest.mark.parametrize("text", ["{{ table(canvas.factors, {'N': 'name', 'W': 'importance', 'T': 'theme'}) }}"])
def test_columns_in_which_nothing_stands_are_left_out(tmp_path, text):
    (tmp_path / "t.md.j2").write_text(text)
    canvas = read(AIR.encode()).canvas
    shown = as_markdown(draft(canvas, (), str(tmp_path / "t.md.j2")), lambda name, alt: "")
    assert shown == "| N     |\n| ----- |\n| Price |\n| Meals |\n| Speed |\n"


def test_values_in_a_label_are_text(tmp_path):
    (tmp_path / "t.md.j2").write_text("{{ label('and-more', count='*3*') }}")
    canvas = read(AIR.encode()).canvas
    assert as_markdown(draft(canvas, (), str(tmp_path / "t.md.j2")), lambda name, alt: "") == "and \\*3\\* more\n"


def test_the_example_of_the_page_works_as_it_stands(tmp_path):
    own = tmp_path / "own.md.j2"
    own.write_text(PAGE.partition("```jinja\n")[2].partition("```")[0], encoding="utf-8")
    canvas = read(AIR.encode()).canvas
    written = draft(canvas, (), str(own), settings={"client": "ACME"})
    text = as_markdown(written, lambda name, alt: f"{name}.png")
    assert text.startswith("# Short trips\n\n![Short trips.")
    assert "- **Divergence: divergent** · Plan goes its own way" in text
    assert text.endswith("Prepared for ACME.\n")
    assert audience_of(find(str(own))) == "board"
    assert document(written).footer == "Strictly confidential"
