"""Documents as presentations: opened again with python-pptx; every piece at its place, nothing beyond or on anything."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import pptx
import pytest
from hard_cases import HARD, curves, drawn_levels
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import faults, parts
from pptx.oxml.ns import qn
from test_every_block import BLOCKS

from bluecanvas.blocks import Block
from bluecanvas.canvas import read
from bluecanvas.checking import examine
from bluecanvas.documents import Document, Listing, Logo, Paragraph, Run, Shown
from bluecanvas.errors import CallError
from bluecanvas.fonts import readable
from bluecanvas.publishing.documenting import document
from bluecanvas.publishing.jobs import Placed, mark
from bluecanvas.publishing.reports import Draft, draft
from bluecanvas.renderers import Look, Model, publish

ROOT = Path(__file__).parents[2]
GALLERY = sorted((ROOT / "canvases").glob("*.canvas.yaml"))
SENTENCE = "We looked at what buyers get and at what they pay. "
CHINESE = "我們看了顧客得到什麼，又付出什麼，於是重新畫出價值曲線。"


def written(text: str, *blocks: Block, language: str = "en", **more: str) -> Document:
    """A template's Markdown as a document: `<0>` is the first block's picture, `[0]` its table."""
    placed = []
    for at, block in enumerate(blocks):
        for sign, picture in ((f"<{at}>", True), (f"[{at}]", False)):
            text = text.replace(sign, mark(len(placed)))
            placed.append(Placed(f"b{at}", picture, block.alt()))
    named = {f"b{at}": (block,) for at, block in enumerate(blocks)}
    return document(Draft(text, tuple(placed), named, "The canvas", language), more)


def opened(made: Document, look: Look | None = None):
    return pptx.Presentation(io.BytesIO(publish("pptx", made, look or Look())))


def slides(text: str, *blocks: Block, **more: str) -> Sequence:
    return list(opened(written(text, *blocks, **more)).slides)


def titles(deck: Sequence) -> list[str]:
    return [slide.shapes.title.text for slide in deck]


def body(slide) -> str:
    """What the slide's text placeholder says."""
    return next(place.text_frame.text for place in slide.placeholders if place.placeholder_format.idx == 1)


def rows(slide) -> list[list[str]]:
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def kinds(slide) -> list[str]:
    """What stands on a slide, in the order it is read."""
    return [
        "chart" if shape.has_chart else "table" if shape.has_table else "text"
        for shape in slide.shapes
        if shape.shape_id >= 10
    ]


def everything_said(deck: Sequence) -> str:
    """All text of the slides, without white space."""
    said = []
    for slide in deck:
        for shape in slide.shapes:
            if shape.has_text_frame:
                said.append(shape.text_frame.text)
            elif shape.has_table:
                said += [cell.text for row in shape.table.rows for cell in row.cells]
            elif shape.has_chart:
                said += [series.name for series in shape.chart.plots[0].series]
    return "".join("".join(said).split())


def unsound(data: bytes) -> list[str]:
    """What no file of ours may hold, but for links to the web."""
    return [fault for fault in faults(data) if not fault.endswith((": a link outside", "https:/example.com"))]


def misplaced(deck) -> list[str]:
    """What lies beyond the edge of a slide or on something else, shapes of one number, and slides without a title."""
    found = []
    for at, slide in enumerate(deck.slides, 1):
        boxes = []
        for shape in slide.shapes:
            bottom = shape.top + shape.height
            if shape.has_table:
                bottom = max(bottom, shape.top + sum(row.height for row in shape.table.rows))
            boxes.append((shape.left, shape.top, shape.left + shape.width, bottom, shape.name))
        for left, top, right, bottom, name in boxes:
            if left < 0 or top < 0 or right > deck.slide_width + 99 or bottom > deck.slide_height + 99:
                found.append(f"{at}: {name} is beyond the edge")
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] + 99 or other[2] <= one[0] + 99
            if not (apart or one[3] <= other[1] + 99 or other[3] <= one[1] + 99):
                found.append(f"{at}: {one[4]} on {other[4]}")
        ids = [shape.shape_id for shape in slide.shapes]
        if len(set(ids)) < len(ids):
            found.append(f"{at}: a number twice")
        if not slide.shapes.title.text.strip():
            found.append(f"{at}: no title")
    return found


def picture(across: int, down: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", across, down, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part)
        for part in ((b"IHDR", head), (b"IDAT", zlib.compress((b"\0" + b"\x40" * across) * down)), (b"IEND", b""))
    )


def client() -> Model:
    """A client's presentation, 4:3, in the commonest program's own look."""
    file = io.BytesIO()
    pptx.Presentation().save(file)
    return Model("client.pptx", file.getvalue())


CLIENT = client()
LOGO = Logo("acme.png", picture(120, 40))


def test_a_heading_with_a_tagline_is_a_title_slide_one_alone_a_section_the_others_content():
    deck = slides(
        "# Air\n\n> Fast and cheap\n\n## Why\n\nText.\n\n# Part\n\n## What\n\n<0>",
        BLOCKS["curves"],
        author="Anna",
        date="2026-10-02",
    )
    assert [(slide.slide_layout.name, slide.shapes.title.text) for slide in deck] == [
        ("Title Slide", "Air"),
        ("Title and Content", "Why"),
        ("Section Header", "Part"),
        ("Title and Content", "What"),
    ]
    assert body(deck[0]) == "Fast and cheap\nAnna · 2 October 2026"
    assert kinds(deck[3]) == ["text", "chart", "text"]  # the tagline, the chart, how to read it


def test_a_slide_without_a_heading_takes_the_title_of_what_it_shows_else_goes_on_under_the_one_before():
    deck = slides("before\n\n## One\n\nx\n\n---\n\nmore\n\n---\n\n[0]", BLOCKS["table"])
    assert titles(deck) == ["The canvas", "One", "One", "Table"]


def test_text_is_bulleted_by_levels_and_keeps_its_looks():
    (slide,) = slides(
        "## Text\n\nplain **bold** *italic* ~~struck~~ `code` [link](https://example.com/a?b=1&c=2)\n\n- one\n  - two\n    - three\n"
    )
    first, *items = next(p for p in slide.placeholders if p.placeholder_format.idx == 1).text_frame.paragraphs
    assert [(run.text.strip(), run.font.bold, run.font.italic, run.font.name) for run in first.runs if run.text.strip()] == [
        ("plain", None, None, None),
        ("bold", True, None, None),
        ("italic", None, True, None),
        ("struck", None, None, None),
        ("code", None, None, "Consolas"),
        ("link", None, None, None),
    ]  # fmt: skip
    assert first.text == "plain bold italic struck code link"
    assert [run.text for run in first.runs if run._r.rPr.get("strike")] == ["struck"]
    assert [run.hyperlink.address for run in first.runs if run.hyperlink.address] == ["https://example.com/a?b=1&c=2"]
    assert first._p.pPr.find(qn("a:buNone")) is not None
    assert [(p.text, p.level, p._p.pPr is None or p._p.pPr.find(qn("a:buNone")) is None) for p in items] == [
        ("one", 0, True),
        ("two", 1, True),
        ("three", 2, True),
    ]


def test_numbers_go_on_where_something_stands_between_them():
    (slide,) = slides("## N\n\n7. a\n8. b\n   1. x\n   2. y\n\n   more\n9. c\n")
    marks = [
        (p.text, mark.get("startAt") if (mark := p._p.pPr.find(qn("a:buAutoNum"))) is not None else None)
        for p in next(p for p in slide.placeholders if p.placeholder_format.idx == 1).text_frame.paragraphs
    ]
    assert marks == [("a", "7"), ("b", "7"), ("x", "1"), ("y", "1"), ("more", None), ("c", "9")]


def test_lines_end_where_the_template_ends_them_and_code_keeps_its_spaces():
    (slide,) = slides("## L\n\none  \ntwo\n\n```\nif x:\n    return  y\n```\n")
    assert body(slide) == "one\vtwo\nif x:\n\u00a0\u00a0\u00a0\u00a0return\u00a0\u00a0y"


def test_only_addresses_on_the_web_become_links():
    bad = ("javascript:alert(1)", "file:///etc/passwd", "https://", "https://a b/", "http://[x", "x" * 3_000)
    made = Document("t", "en", (Paragraph(tuple(Run("go", link=address) for address in bad)),))
    data = publish("pptx", made, Look())
    assert faults(data) == []
    (slide,) = pptx.Presentation(io.BytesIO(data)).slides
    assert body(slide) == "go" * len(bad)


def test_a_short_text_stands_over_the_figure_a_longer_one_beside_it():
    short, long = slides(f"## Short\n\nOne line.\n\n<0>\n\n## Long\n\n{SENTENCE * 8}\n\n<0>", BLOCKS["one factor"])
    for slide, above in ((short, True), (long, False)):
        text, chart = (shape for shape in slide.shapes if shape.shape_id >= 10)
        assert (text.top + text.height <= chart.top) is above
        assert (text.left + text.width <= chart.left) is not above
        assert chart.height * chart.width > 0.45 * 960 * 416 * 12_700**2


def test_two_figures_stand_side_by_side_each_under_its_name():
    (slide,) = slides("## Two\n\nBoth.\n\n<0>\n\n<1>", BLOCKS["one factor"], BLOCKS["one factor"]._replace(title="u"))
    assert kinds(slide) == ["text", "text", "chart", "text", "chart"]
    assert [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame][1:4] == ["Both.", "t", "u"]
    one, other = (shape for shape in slide.shapes if shape.has_chart)
    assert (one.top, one.height, one.width) == (other.top, other.height, other.width)
    assert one.left + one.width < other.left
    assert len({part for part in parts(publish("pptx", written("<0><0>", BLOCKS["curves"]), Look())) if "charts/b" in part and "rels" not in part}) == 2  # fmt: skip


def test_a_chart_has_its_workbook_and_says_in_words_what_it_shows():
    (slide,) = slides("## C\n\n<0>", BLOCKS["one factor"])
    (chart,) = (shape for shape in slide.shapes if shape.has_chart)
    assert chart._element.nvGraphicFramePr.cNvPr.get("descr") == BLOCKS["one factor"].alt()
    assert chart.chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")


def test_a_grid_is_its_quarters_and_a_block_its_table():
    grid, table, card = slides("## G\n\n<0>\n\n## T\n\n[0]\n\n## S\n\n<1>", BLOCKS["grid"], BLOCKS["scorecard"])
    assert [row[::2] for row in rows(grid)][::2] == [["Eliminate", "Raise"], ["Reduce", "Create"]]
    assert [row[:2] for row in rows(table)] == [["Action", "Factor"], ["Eliminate", "Lounges"], ["Reduce", "–"], ["Raise", "Speed"], ["Create", "–"]]  # fmt: skip
    assert rows(card)[0] == ["Reading", "Curve", "Verdict", "Figures", "Why"]


def test_rows_of_one_line_stand_level_whatever_their_script():
    (slide,) = slides("## T\n\n| 因素 | Score |\n| --- | ---: |\n| 價格 | 3 |\n| " + "長" * 200 + " | 4 |")
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    anchors = [[cell._tc.tcPr.get("anchor") for cell in row.cells] for row in table.rows]
    assert anchors == [["ctr", "ctr"], ["ctr", "ctr"], [None, None]]


def test_a_long_table_goes_on_under_its_headings_in_letters_that_are_read():
    deck = slides(
        "## L\n\nIntro.\n\n| n | m |\n|---|--:|\n" + "".join(f"| {k} | {k} |\n" for k in range(90)) + "\nEnd.\n"
    )
    assert titles(deck) == [f"L ({at}/{len(deck)})" for at in range(1, len(deck) + 1)]
    shown = [rows(slide) for slide in deck]
    assert {tuple(page[0]) for page in shown} == {("n", "m")}
    assert [row[0] for page in shown for row in page[1:]] == [str(k) for k in range(90)]
    assert body(deck[0]) == "Intro."
    assert body(deck[-1]) == "End."
    sizes = {
        run.font.size.pt
        for slide in deck
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
        for run in cell.text_frame.paragraphs[0].runs
    }
    assert sizes == {12.0}


@pytest.mark.parametrize("text", [SENTENCE * 200, CHINESE * 350, "x" * 10_000], ids=["words", "Chinese", "one word"])
@pytest.mark.parametrize("like", [None, CLIENT], ids=["own", "client"])
def test_a_text_of_10_000_characters_loses_none_and_stays_readable(text, like):
    deck = opened(written(f"## T\n\n{text}\n\n- {text}"), Look(like=like))
    said = "".join("".join(body(slide).split()) for slide in deck.slides)
    assert said == "".join((text * 2).split())
    sizes = [
        run.font.size for slide in deck.slides for p in slide.placeholders[1].text_frame.paragraphs for run in p.runs
    ]
    assert {size.pt for size in sizes if size} <= {16.0}
    assert misplaced(deck) == []


def test_a_heading_within_a_slide_never_stands_last():
    for count in range(2, 14):
        deck = slides(
            "## H\n\n" + f"{SENTENCE * 2}\n\n" * count + f"### Head\n\n<0>\n\n### Other\n\n{SENTENCE * 9}",
            BLOCKS["grid"],
        )
        for slide in deck:
            *_, last = (shape for shape in slide.shapes if shape.shape_id >= 10)
            assert not last.has_text_frame or last.text_frame.paragraphs[-1].text not in ("Head", "Other")


def test_notes_are_the_templates_else_what_the_figures_show():
    reading = BLOCKS["table"]
    made = written("## A\n\n<0>\n\nNote: say this\n\n- and that\n\n## B\n\n<0>\n\n## C\n\ntext", BLOCKS["one factor"])
    said = [
        slide.notes_slide.notes_text_frame.text.split("\n") if slide.has_notes_slide else []
        for slide in opened(made, Look(notes=(reading,))).slides
    ]
    assert said == [
        ["say this", "• and that"],
        [BLOCKS["one factor"].alt(), "Table", "a · 1", "b · –"],
        [],
    ]


def test_a_title_too_long_for_its_place_is_whole_in_the_notes():
    title = (CHINESE * 20).rstrip("。")
    (slide,) = slides(f"## {title}\n\ntext", language="zh-Hant")
    assert slide.shapes.title.text.endswith("…")
    assert slide.notes_slide.notes_text_frame.text == title


@pytest.mark.parametrize("like", [None, CLIENT], ids=["own", "client"])
def test_footer_date_number_and_logo_stand_on_every_slide_where_nothing_else_does(like):
    made = written(
        f"# T\n\n> sub\n\n## A\n\n{SENTENCE * 90}\n\n## B\n\n<0>",
        BLOCKS["curves"],
        date="2026-10-02",
        confidentiality="Confidential",
    )
    deck = opened(made._replace(logo=LOGO), Look(like=like))
    assert misplaced(deck) == []
    for at, slide in enumerate(deck.slides):
        (logo,) = (shape for shape in slide.shapes if shape.name == "Logo")
        assert logo._element.nvPicPr.cNvPr.get("descr") == "acme"
        assert abs(logo.width / logo.height - 3) < 0.01
        said = {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
        assert said["Footer"] == "Confidential"
        assert (said.get("Date"), "Slide Number" in said) == (("2 October 2026", True) if at else (None, False))
    media = [name for name in parts(publish("pptx", made._replace(logo=LOGO), Look(like=like))) if "logo" in name]
    assert media == ["ppt/media/logo.png"]


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", LOGO.data[:12], b"\xff\xd8\xff\xe0\x00\x10", b"\xff\xd8" + b"\xff" * 99]
)
def test_a_logo_that_is_no_picture_is_said_to_be_none(data):
    with pytest.raises(CallError, match=r"x\.png is no picture"):
        publish("pptx", written("# T")._replace(logo=Logo("x.png", data)), Look())


def test_a_client_has_its_layouts_and_its_bullets():
    deck = opened(
        written("# T\n\n> sub\n\n## A\n\n- one\n\n## B\n\n<0>\n\n# P", BLOCKS["one factor"]), Look(like=CLIENT)
    )
    assert [slide.slide_layout.name for slide in deck.slides] == [
        "Title Slide",
        "Title and Content",
        "Title Only",
        "Section Header",
    ]
    (paragraph,) = deck.slides[1].placeholders[1].text_frame.paragraphs
    assert paragraph._p.pPr is None or list(paragraph._p.pPr) == []
    assert paragraph.runs[0].font.size is None


def test_what_it_is_called_and_who_wrote_it():
    about = opened(written("# Air\n\n## x\n\ny", author="Anna", language="zh-Hant")).core_properties
    assert (about.title, about.author, about.language) == ("Air", "Anna", "zh-TW")


def test_nothing_to_say_is_a_title():
    assert titles(slides("")) == ["The canvas"]
    (slide,) = slides("Note: only this")
    assert (slide.shapes.title.text, slide.notes_slide.notes_text_frame.text) == ("The canvas", "only this")


def test_a_grid_too_long_for_a_slide_begins_below_its_text():
    deck = slides("## G\n\nA line.\n\n<0>", HARD["grid"])
    assert kinds(deck[0]) == ["text", "text", "table"]
    assert body(deck[0]) == "A line."
    said = everything_said(deck)
    assert all(move.name[:30].replace(" ", "") in said for cell in HARD["grid"].cells for move in cell.moves)


WIDE = (
    "| "
    + " | ".join(f"Head {k}" for k in range(12))
    + " |\n"
    + "|---" * 12
    + "|\n"
    + ("| divergence" * 12 + " |\n") * 12
)
LAYOUTS, MASTERS = "ppt/slideLayouts/", "ppt/slideMasters/"
ODD: dict[str, Callable[[str, bytes], bytes]] = {
    "no place for a footer": lambda _, data: re.sub(rb'type="(ftr|dt|sldNum)"', b'type="media"', data),
    "no layout with a text": lambda _, data: data.replace(b'type="obj"', b"").replace(b"<p:ph idx", b'<p:ph type="pic" idx'),
    "no title slide": lambda _, data: data.replace(b'type="ctrTitle"', b'type="pic"'),
    "everything beyond the slide": lambda _, data: re.sub(rb'<a:off x="\d+"', b'<a:off x="99999999"', data),
    "no room in any place": lambda _, data: re.sub(rb'<a:ext cx="\d+" cy="\d+"', b'<a:ext cx="5" cy="5"', data),
    "letters of 96 points": lambda name, data: re.sub(rb'sz="\d{4}"', b'sz="9600"', data) if MASTERS in name else data,
    "no bullets": lambda _, data: re.sub(rb'<a:buChar char="[^"]*"/>', b"<a:buNone/>", data),
    "low and wide": lambda _, data: re.sub(rb"<p:sldSz[^>]*/>", b'<p:sldSz cx="24384000" cy="3429000"/>', data),
    "tall": lambda _, data: re.sub(rb"<p:sldSz[^>]*/>", b'<p:sldSz cx="6858000" cy="9144000"/>', data),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_a_client_whose_layouts_are_odd_has_everything_within_the_slide(name):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(CLIENT.data)) as source, zipfile.ZipFile(file, "w") as target:
        for part in source.namelist():
            changes = LAYOUTS in part or MASTERS in part or part == "ppt/presentation.xml"
            target.writestr(part, ODD[name](part, source.read(part)) if changes else source.read(part))
    text = f"# T\n\n> sub\n\n## A\n\n- one\n  - two\n\n{SENTENCE * 40}\n\n<0>\n\n# P\n\n## B\n\n{WIDE}"
    made = written(text, BLOCKS["curves"], date="2026", confidentiality="Confidential")._replace(logo=LOGO)
    assert misplaced(opened(made, Look(like=Model("odd.pptx", file.getvalue())))) == []


NESTED = "".join(f"{'  ' * k}- level {k} **b** `c` [l](https://example.com)\n" for k in range(8))
HOSTILE = {
    "lists": f"## L\n\n{NESTED}\n" + "".join(f"{k}. item\n" for k in range(995, 1_030)),
    "headings": "# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n\n# \n\n## \n\n### ",
    "quotes": "## Q\n\n> said\n>\n> - list\n>   1. more\n>\n> > deeper\n>\n> ```\n> code\n> ```\n",
    "a wide table": f"## W\n\n{WIDE}",
    "long words": f"# {'x' * 300}\n\n> {'y' * 300}\n\n## {'z' * 300}\n\n- {'w' * 900}\n\n| a | b |\n|---|---|\n| {'v' * 900} | 1 |\n",
    "a long title": f"# {SENTENCE * 6}\n\n## {CHINESE * 12}\n\ntext\n\n# {CHINESE * 12}",
    "Arabic": "# استراتيجية\n\n> شعار\n\n## القائمة\n\n- واحد\n  1. اثنان\n\n| أ | ب |\n|---|---|\n| مرحبا | 1 |\n",
    "emoji": "# 🚀\n\n## 👩‍👩‍👧‍👦\n\n- 🎉 party\n" * 3,
    "signs": "# <b>&\"' ]]>\n\n## \x07\u202e\n\n`</a:t>` \\*\n",
    "mixed": f"## M\n\n{SENTENCE * 30}\n\n<0>\n\n### and\n\n<1>\n\n{NESTED}\n{WIDE}\n<0><1><0>\n\n{CHINESE * 40}\n\n[1]\n\n[0]",
}


@pytest.mark.parametrize("like", [None, CLIENT], ids=["own", "client"])
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_lies_beyond_the_edge_or_on_anything_whatever_the_template(name, like):
    made = written(HOSTILE[name], BLOCKS["curves"], BLOCKS["grid"], confidentiality="Confidential " * 9)
    made = made._replace(logo=LOGO)
    data = publish("pptx", made, Look(like=like))
    assert unsound(data) == []
    assert misplaced(pptx.Presentation(io.BytesIO(data))) == []
    assert publish("pptx", made, Look(like=like)) == data


SHAPES = {**BLOCKS, **{f"hard: {name}": block for name, block in HARD.items() if name != "long table"}}


@pytest.mark.parametrize("name", SHAPES)
def test_every_block_as_picture_and_as_table_in_a_document(name):
    made = written("## P\n\nA line.\n\n<0>\n\n## T\n\n[0]", SHAPES[name])
    data = publish("pptx", made, Look())
    assert faults(data) == []
    assert misplaced(pptx.Presentation(io.BytesIO(data))) == []


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.name.split(".")[0])
def test_the_gallery_in_three_languages(path):
    canvas = read(path.read_bytes()).canvas
    verdicts = examine(read(path.read_bytes()), path.name)
    for language in ("en", "zh-Hant", "zh-Hans"):
        for template in ("deck", "report"):
            made = document(draft(canvas, verdicts, template, language=language))
            for like in (None, CLIENT) if template == "deck" else (None,):
                assert misplaced(opened(made, Look(like=like))) == []


def test_many_figures_one_after_the_other_take_two_a_slide():
    block = curves("abc", drawn_levels(3, 3))
    deck = slides("## F\n\n" + "<0>\n\n" * 5, block)
    assert [sum(shape.has_chart for shape in slide.shapes) for slide in deck] == [2, 2, 1]


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=60)
PIECES = st.recursive(
    TEXTS.map(lambda text: Paragraph((Run(text),))),
    lambda inner: st.lists(st.lists(inner, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(
        lambda items: Listing(tuple(items))
    ),
    max_leaves=12,
)


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(PIECES, st.just(Shown(BLOCKS["grid"], True)), st.just(Shown(BLOCKS["curves"], True))), max_size=8
    )
)
def test_whatever_follows_what_no_text_is_lost_and_nothing_overlaps(pieces):
    deck = opened(Document("t", "en", tuple(pieces)))
    assert misplaced(deck) == []

    def texts(piece) -> list[str]:
        if isinstance(piece, Listing):
            return [text for item in piece.items for inner in item for text in texts(inner)]
        return [run.text for run in piece.runs] if isinstance(piece, Paragraph) else []

    said = everything_said(list(deck.slides))
    for piece in pieces:
        for text in texts(piece):
            assert "".join(readable(text).split()) in said
