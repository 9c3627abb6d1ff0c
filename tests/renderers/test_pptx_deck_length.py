"""The shipped deck of canvases small and large: eight to twelve slides, and what has no room on them is in their notes."""

from __future__ import annotations

import io

import pptx
import pytest

from bluecanvas.canvas import read
from bluecanvas.checking import examine
from bluecanvas.publishing.documenting import document
from bluecanvas.publishing.reports import draft
from bluecanvas.publishing.shipped import examples
from bluecanvas.renderers import Look, publish
from bluecanvas.words import label

ACTIONS = {"eliminate": (6, 0), "reduce": (7, 3), "raise": (4, 8), "create": (0, 7)}
"""From which level to which."""
WHY = {
    "en": "Buyers told us that they do not miss it at all, and it costs us much",
    "zh-Hant": "買家說這一點也不重要，而我們為它付出太多",
}


def canvas_of(count: int, language: str = "en", name: str = "Factor", actions: tuple[str, ...] = tuple(ACTIONS)) -> str:
    """A canvas of so many factors with a move on each, ours today beside ours, and four rivals."""
    names = [f"{name} {at + 1}" for at in range(count)]
    done = [actions[at % len(actions)] for at in range(count)]
    rows = [
        f'["{called}", {ACTIONS[act][1]}, {ACTIONS[act][0]}, '
        + ", ".join(str(0 if act == "create" else 3 + (at + rival) % 5) for rival in range(4))
        + "]"
        for at, (called, act) in enumerate(zip(names, done, strict=True))
    ]
    moves = {
        act: ", ".join(
            f'"{called}": {{why: "{WHY[language]} ({at})", owner: Ann, by: 2027-09-01}}'
            for at, (called, its) in enumerate(zip(names, done, strict=True))
            if its == act
        )
        for act in actions
    }
    return "\n".join(
        (
            f"bluecanvas: 1\ntitle: {count} factors\nlanguage: {language}\nmarket: here\ndate: 2026\nquestion: Why?",
            "tagline: Quick and simple",
            f"scores: [[Factor, Us, Us today, A, B, C, D], {', '.join(rows)}]",
            "curves: {Us today: {role: as-is}}",
            "errc:",
            *(f"  {act}: {{{said}}}" for act, said in moves.items()),
            "",
        )
    )


def deck(text: str, language: str | None = None):
    """The deck of a canvas, opened again."""
    reading = read(text.encode())
    assert reading.canvas is not None, reading.findings
    made = document(draft(reading.canvas, examine(reading, "x"), "deck", language=language, name="x"))
    return pptx.Presentation(io.BytesIO(publish("pptx", made, Look())))


def texts(slide) -> list[str]:
    """Every paragraph on a slide, those of its tables too."""
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    frames += [cell.text_frame for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
    return [paragraph.text for frame in frames for paragraph in frame.paragraphs]


def beyond(shown) -> list[str]:
    """What reaches over the edge of its slide; a table as high as its rows are said to be."""
    wide, high = shown.slide_width, shown.slide_height
    found = []
    for slide in shown.slides:
        for shape in slide.shapes:
            tall = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            if min(shape.left, shape.top) < 0 or shape.left + shape.width > wide or shape.top + tall > high:
                found.append(f"{slide.shapes.title.text_frame.text}: {shape.name}")
    return found


@pytest.mark.parametrize("language", [None, "zh-Hant"])
@pytest.mark.parametrize("example", [pytest.param(example, id=example.name) for example in examples()])
def test_the_deck_of_an_example(example, language):
    shown = deck(example.path.read_text(encoding="utf-8"), language)
    assert 8 <= len(shown.slides) <= 12
    assert beyond(shown) == []


LARGE = {
    "18": canvas_of(18),
    "20": canvas_of(20),
    "20, sixty letters": canvas_of(20, name="How quickly and how kindly buyers are served on the spot"),
    "20, zh-Hant": canvas_of(20, "zh-Hant", "顧客服務的速度與親切程度以及現場的整體體驗水準"),
    "20, two actions": canvas_of(20, actions=("reduce", "raise")),
    "20, one action": canvas_of(20, actions=("raise",)),
    "30": canvas_of(30),
    "40, sixty letters": canvas_of(40, name="How quickly and how kindly buyers are served on the spot"),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in LARGE.items()])
def test_the_deck_of_many_factors_with_a_move_each(text):
    shown = deck(text)
    language = "zh-Hant" if "zh-Hant" in text else "en"
    assert 8 <= len(shown.slides) <= 12
    assert beyond(shown) == []
    noted = "\n".join(slide.notes_slide.notes_text_frame.text for slide in shown.slides if slide.has_notes_slide)
    said = "\n".join(line for slide in shown.slides for line in texts(slide)) + "\n" + noted
    canvas = read(text.encode()).canvas
    for move in canvas.ours.grid.moves:
        assert move.why.say(language) in said
        assert canvas.factor(move.factor).name.say(language) in said
    empty = sum(not canvas.ours.grid.of(action) for action in type(canvas.ours.grid.moves[0].action))
    nothing = [label("empty", language) in texts(slide) for slide in shown.slides]
    assert sum(texts(slide).count(label("empty", language)) for slide in shown.slides) == empty
    assert sum(nothing) <= 1


@pytest.mark.parametrize("count", [60, 90])
def test_no_slide_says_only_that_nothing_is_there(count):
    shown = deck(canvas_of(count, name="How quickly and how kindly all buyers are served", actions=("eliminate",)))
    for slide in shown.slides:
        if "nothing here" in texts(slide):
            assert any("→" in line for line in texts(slide))
    assert sum(texts(slide).count("nothing here") for slide in shown.slides) == 3


def test_letters_are_large_enough_to_read():
    for name in ("20", "20, sixty letters", "20, zh-Hant"):
        for slide in deck(LARGE[name]).slides:
            sizes = [
                run.font.size.pt
                for shape in slide.shapes
                if shape.has_table
                for cell in shape.table.iter_cells()
                for paragraph in cell.text_frame.paragraphs
                for run in paragraph.runs
                if run.font.size
            ]
            assert min(sizes, default=10) >= 10


def test_verdicts_on_other_curves_are_for_the_speaker_where_all_do_not_fit():
    shown = deck(LARGE["20, sixty letters"])
    (slide,) = (slide for slide in shown.slides if "verdicts speaks" in slide.shapes.title.text_frame.text)
    lines = texts(slide)
    notes = slide.notes_slide.notes_text_frame.text
    assert "Us" in lines
    assert ("Us today" in lines) or ("Divergence · Us today" in notes and any("more" in line for line in lines))
