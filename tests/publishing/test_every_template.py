"""Every shipped template over every kind of canvas: nothing empty, nothing torn, and what each is meant to be."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from bluecanvas.canvas import read
from bluecanvas.checking import examine
from bluecanvas.comparing import compare
from bluecanvas.comparing.facts import as_facts
from bluecanvas.documents import Heading, Listing, Notes, Paragraph, Rows, Shown, plain, slides
from bluecanvas.publishing.documenting import document
from bluecanvas.publishing.reports import Whom, as_markdown, draft
from bluecanvas.publishing.sample import SAMPLE
from bluecanvas.publishing.shipped import examples
from bluecanvas.publishing.templates import templates

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SMALLEST = "bluecanvas: 1\ntitle: Two\nscores: [[Factor, Us, Them], [Price, 2, 6], [Speed, 9, 4]]\n"
NOTHING_KNOWN = "bluecanvas: 1\ntitle: '?'\nscores: [[Factor, Us, Them], [Price, null, null], [Speed, null, null]]\n"
ONE = "bluecanvas: 1\ntitle: One\nscores: [[Factor, Us], [Speed, 9]]\n"
THEIRS = (
    "bluecanvas: 1\ntitle: Theirs\nscores: [[Factor, Them], [Speed, 9], [Meals, 3]]\ncurves: {Them: {role: rival}}\n"
)
TODAY = "bluecanvas: 1\ntitle: 今天\nscores: [[要素, 我們, 他們], [價格, 2, 6], [速度, 9, 4]]\ncurves: {我們: {role: as-is}}\n"
LONG = """\
bluecanvas: 1
title: {title}
question: {title}
scores: [[Factor, Us, Them], {rows}]
errc: {{create: [{moves}]}}
""".format(
    title="long " * 60,
    rows=", ".join(f"[{'factor ' * 8}{number}, {number % 11}, 0]" for number in range(30)),
    moves=", ".join(f"{'factor ' * 8}{number}" for number in range(30)),
)
CANVASES = {
    "smallest": SMALLEST,
    "nothing known": NOTHING_KNOWN,
    "one": ONE,
    "theirs": THEIRS,
    "today": TODAY,
    "long": LONG,
    "everything": SAMPLE.decode(),
    **{example.name: example.path.read_text(encoding="utf-8") for example in examples()},
}
NAMES = [template.name for template in templates()]


def made(template, name, language=None, **rest):
    reading = read(CANVASES[name].encode())
    assert reading.canvas is not None
    return draft(reading.canvas, examine(reading, "x"), template, language=language, name="x", **rest)


def test_there_are_these():
    assert NAMES == ["brief", "deck", "one-slide", "pr-comment", "report", "workshop"]


@pytest.mark.parametrize("name", CANVASES)
@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("language", [None, "zh-Hant"])
def test_no_heading_is_empty_or_alone(template, name, language):
    made_of = made(template, name, language)
    text = as_markdown(made_of, lambda name, alt: f"{name}.png")
    assert "\n\n\n" not in text
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
    tokens = PARSER.parse(text)
    assert not {token.type for token in tokens} & {"html_block", "html_inline", "code_block", "fence", "hr"}
    pieces = [piece for piece in document(made_of).pieces if not isinstance(piece, Notes)]
    for piece, after in zip(pieces, [*pieces[1:], Heading(0, ())], strict=True):
        if isinstance(piece, Heading):
            assert plain(piece.runs).strip()
            assert not isinstance(after, Heading) or after.level > piece.level > 0
        if isinstance(piece, Paragraph):
            assert plain(piece.runs).strip()
        if isinstance(piece, Rows):
            assert piece.rows


@pytest.mark.parametrize("name", CANVASES)
def test_every_label_of_a_template_is_there_in_every_language(name):
    for language in ("en", "zh-Hant", "zh-Hans", "ja", "ko"):
        for template in NAMES:
            assert as_markdown(made(template, name, language), lambda name, alt: "")


@pytest.mark.parametrize("name", CANVASES)
@pytest.mark.parametrize("language", [None, "zh-Hans"])
def test_a_slide_holds_one_thing(name, language):
    shown = slides(document(made("deck", name, language)))
    assert 5 <= len(shown) <= 12
    for slide in shown:
        assert plain(slide.title)
        assert len(plain(slide.title)) < 400
        large = [piece for piece in slide.pieces if isinstance(piece, (Shown, Rows))]
        bullets = [item for piece in slide.pieces if isinstance(piece, Listing) for item in piece.items]
        assert len(large) + bool(bullets) <= 1 or slide is shown[0]
        assert len(bullets) <= 6
        assert all(len(piece.rows) <= 12 for piece in large if isinstance(piece, Rows))


def test_a_deck_with_something_of_everything():
    assert [plain(slide.title) for slide in slides(document(made("deck", "cafe")))] == [
        "Your café",
        "What would make neighbours pass the chain and the bakery to come to us?",
        "Our café today shares much of the shape of the rivals' mean and stays close",
        "Our café goes its own way with a shape of its own",
        "Our café spreads its effort over 3.6 of 5 factors",
        "Fresh coffee, a quiet seat, and how to brew it at home",
        "None of 10 verdicts speaks against the curve",
        "Eliminate: Table service; Create: Coffee lessons",
        "The reasons for our moves",
        "Levels with a source: 0 of 24 · illustrative: 24",
        "Moves without an owner or a date: 5",
    ]


def test_what_is_to_be_mended_is_no_slide_of_the_boards():
    decks = {
        audience: [plain(slide.title) for slide in slides(document(made("deck", "theirs", whom=Whom(audience))))]
        for audience in ("team", "board", "public")
    }
    assert decks["team"][-2:] == ["To mend: 4", "Next: add: date: 2026, 2026-10 or 2026-10-03"]
    assert decks["board"] == decks["public"] == [*decks["team"][:-2], "Next: Get evidence: Them · all factors"]


MANY = """\
bluecanvas: 1
title: t
scores: [[F, Us, Them], {rows}]
errc:
  eliminate: {{{moves}}}
""".format(
    rows=", ".join(f"[factor {number}, 0, {number % 9}]" for number in range(14)),
    moves=", ".join(f"factor {number}: {{why: dear}}" for number in range(14)),
)


def test_a_slide_says_how_much_it_leaves_out():
    reading = read(MANY.encode())
    shown = slides(document(draft(reading.canvas, (), "deck", language="en")))
    left_out = {
        plain(slide.title): plain(piece.runs)
        for slide in shown
        for piece in slide.pieces
        if isinstance(piece, Paragraph) and "more" in plain(piece.runs)
    }
    assert list(left_out.values()) == ["and 2 more", "and 6 more", "and 6 more"]
    assert "Eliminate: factor 0, factor 1, and 12 more" in [plain(slide.title) for slide in shown]


def test_the_notes_say_why():
    shown = slides(document(made("deck", "southwest-2005")))
    noted = [" ".join(plain(piece.runs) for piece in slide.notes if isinstance(piece, Paragraph)) for slide in shown]
    assert noted[2].startswith("Divergence: divergent · On your own scores, Southwest goes its own way")


@pytest.mark.parametrize("name", CANVASES)
def test_one_slide_is_one(name):
    (slide,) = slides(document(made("one-slide", name)))
    assert [type(piece) for piece in slide.pieces] == [Shown, Listing]
    assert len(slide.pieces[1].items) <= 3


def test_filled_sheets_are_read_back_by_their_ids():
    sheets = [piece for piece in document(made("workshop", "southwest-2005")).pieces if isinstance(piece, Rows)]
    (scores,) = [sheet for sheet in sheets if plain(sheet.header[0]) == "respondent"]
    canvas = read(CANVASES["southwest-2005"].encode()).canvas
    assert [plain(cell) for cell in scores.header[:4]] == ["respondent", "curve", "factor", "rating"]
    heads = [plain(cell).casefold().replace(" ", "").replace("_", "") for cell in scores.header]
    assert len(set(heads)) == len(heads)
    assert [(plain(row[1]), plain(row[2])) for row in scores.rows] == [
        (curve.id, factor.id) for curve in canvas.curves for factor in canvas.factors
    ]
    (ballots,) = [sheet for sheet in sheets if plain(sheet.header[0]) == "judge"]
    assert [plain(row[2]) for row in ballots.rows] == ["southwest"]


def test_ids_stand_in_a_sheet_as_they_are():
    name = "_a|b *c* <d> www.e.fi #1 @f"
    text = f"bluecanvas: 1\ntitle: t\nscores: [[Factor, '{name}', Them], ['- {name}', 2, 6], [Speed, 9, 4]]\n"
    canvas = read(text.encode()).canvas
    sheets = [piece for piece in document(draft(canvas, (), "workshop")).pieces if isinstance(piece, Rows)]
    assert [plain(cell) for cell in sheets[1].rows[0][1:3]] == [name, f"- {name}"]


def test_a_respondent_may_stand_there_already():
    text = as_markdown(made("workshop", "smallest", settings={"respondent": "ann", "notes": "3"}), lambda name, alt: "")
    assert "| ann | Us | Price |  | Us | Price |" in text
    assert "Each judge has 3 votes" in text


BEFORE = SMALLEST.replace("Speed, 9", "Speed, 5").replace("Price, 2", "Price, 6").replace("\n", "\n", 1)


def test_a_comment_says_what_changed():
    sides = [read(text.encode()) for text in (BEFORE, SMALLEST)]
    found = [examine(side, "x") for side in sides]
    compared = as_facts(compare(sides[0].canvas, sides[1].canvas, *found), "en")
    text = as_markdown(draft(sides[1].canvas, found[1], "pr-comment", against=compared), lambda name, alt: "c.png")
    lines = [line for line in text.split("\n") if line]
    assert lines[:3] == ["### Two", "- Us: Price lowered from 6 to 2", "- Us: Speed raised from 5 to 9"]
    assert lines[-1].startswith("![Two.")
    assert lines[-1].endswith("](c.png)")


def test_a_comment_without_another_side_says_what_it_is():
    text = as_markdown(made("pr-comment", "southwest-2005"), lambda name, alt: "")
    assert [line[:12] for line in text.split("\n") if line.startswith("-")] == [
        "- **The ques",
        "- **Value cu",
        "- **Divergen",
        "- **Evidence",
        "- **Findings",
    ]


def test_the_same_canvas_changes_nothing():
    canvas = read(SMALLEST.encode()).canvas
    text = as_markdown(
        draft(canvas, (), "pr-comment", against=as_facts(compare(canvas, canvas), "en")), lambda name, alt: ""
    )
    assert text.startswith("### Two\n\nNo change in the strategy.\n\n| Factor |")


OWNED = """\
bluecanvas: 1
title: t
scores: [[F, Us, Them], [a, 1, 5], [b, 9, 2], [c, 0, 4]]
errc:
  eliminate: [c]
  reduce: {a: {to: 1, owner: Ann, by: 2027-06}}
  raise: {b: {to: 9, owner: Bob, by: 2027-01}}
"""


def test_steps_with_an_owner_and_a_date_come_first_by_date():
    canvas = read(OWNED.encode()).canvas
    text = as_markdown(draft(canvas, (), "report"), lambda name, alt: "")
    assert text.partition("## Next steps\n\n")[2] == (
        "| Step          | Owner | By           |\n"
        "| ------------- | ----- | ------------ |\n"
        "| Raise: b → 9  | Bob   | January 2027 |\n"
        "| Reduce: a → 1 | Ann   | June 2027    |\n"
        "| Eliminate: c  |       |              |\n"
        "\n"
        "- **To find out**: Get evidence: Us · all factors\n"
        "- **To find out**: Get evidence: Them · all factors\n"
    )
