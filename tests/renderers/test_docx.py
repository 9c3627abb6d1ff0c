"""Word: opened again with python-docx; the picture with its words, native tables, styles, and a client's paper."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from hard_cases import HARD, LONG
from office_files import faults, parts
from PIL import Image
from test_every_block import BLOCKS

from bluecanvas.blocks import Block, Prose, Table
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, Model, render


def opened(*blocks: Block, look: Look | None = None):
    return docx.Document(io.BytesIO(render("docx", blocks, look or Look(dpi=50))))


def client() -> Model:
    """A client's document with a header, a style of its own and text that must not be taken over."""
    document = docx.Document()
    document.add_paragraph("secret")
    document.sections[0].header.paragraphs[0].text = "Client & Sons"
    document.sections[0].page_width = docx.shared.Mm(200)
    document.styles["Heading 1"].font.name = "Georgia"
    file = io.BytesIO()
    document.save(file)
    return Model("client.docx", file.getvalue())


@pytest.mark.parametrize("name", [*BLOCKS, *HARD])
def test_every_block_is_well_formed_without_links(name):
    block = {**BLOCKS, **HARD}[name]
    assert faults(render("docx", [block], Look(dpi=30))) == []


def test_curves_are_a_picture_with_heading_alt_text_and_caption():
    document = opened(HARD["Chinese"])
    (shape,) = document.inline_shapes
    assert "海底撈：價格 8" in shape._inline.docPr.get("descr")
    assert shape.width <= document.sections[0].page_width - 2 * document.sections[0].left_margin
    said = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text]
    assert said == [("Heading 1", "海底撈"), ("Caption", "海底撈 · price: high = expensive · created：上菜速度")]
    (picture,) = [
        data for name, data in parts(render("docx", [HARD["Chinese"]], Look(dpi=50))).items() if name.endswith("png")
    ]
    assert Image.open(io.BytesIO(picture)).width > 200


@pytest.mark.parametrize(
    "name", ["twenty factors, ten curves", "thirty curves", "ten thousand letters", "sixty letters"]
)
def test_a_large_picture_stays_on_its_page(name):
    document = opened(HARD[name])
    page, (shape,) = document.sections[0], document.inline_shapes
    assert shape.width <= page.page_width - page.left_margin - page.right_margin
    assert shape.height <= 0.75 * page.page_height


def test_a_picture_too_wide_to_be_read_upright_stands_on_a_turned_page_with_its_heading():
    wide, table = HARD["twenty factors, ten curves"], BLOCKS["table"]
    document = opened(table, wide, table)
    sizes = [(section.page_width, section.page_height) for section in document.sections]
    upright = (min(sizes[0]), max(sizes[0]))
    assert sizes == [upright, upright[::-1], upright]
    assert [section.orientation for section in document.sections] == [0, 1, 0]
    (shape,) = document.inline_shapes
    assert shape.width > 0.8 * upright[1]
    assert shape.height < 0.75 * upright[0]
    told = [
        [part.text for part in section.iter_inner_content() if hasattr(part, "text")] for section in document.sections
    ]
    assert told[1][0] == wide.title


def test_a_document_of_one_wide_picture_has_one_section():
    document = opened(HARD["twenty factors, ten curves"])
    (section,) = document.sections
    assert section.page_width > section.page_height


def test_a_clients_page_is_turned_with_its_margins_and_its_edges():
    data = client().data
    source = docx.Document(io.BytesIO(data))
    source.sections[0].top_margin, source.sections[0].left_margin = docx.shared.Cm(4), docx.shared.Cm(2)
    source.sections[0].different_first_page_header_footer = True
    source.sections[0].first_page_header.paragraphs[0].text = "First"
    file = io.BytesIO()
    source.save(file)
    look = Look(like=Model("client.docx", file.getvalue()))
    document = opened(BLOCKS["table"], HARD["twenty factors, ten curves"], look=look)
    first, second = document.sections
    assert [round(first.top_margin.cm), round(first.left_margin.cm)] == [4, 2]
    assert [second.top_margin, second.right_margin] == [first.left_margin, first.top_margin]
    assert [second.bottom_margin, second.left_margin] == [first.right_margin, first.bottom_margin]
    assert (second.page_width, second.page_height) == (first.page_height, first.page_width)
    assert [section.different_first_page_header_footer for section in (first, second)] == [True, False]
    header = [[paragraph.text for paragraph in section.header.paragraphs] for section in (first, second)]
    assert header[0] == header[1]


def test_the_column_with_the_most_text_is_the_widest():
    why = "a reason that goes on for some lines, for it says all there is to say " * 3
    rows = (
        ("Divergence", "gap 0.35", why),
        ("Focus", "", why),
        ("Tagline", "words 5 of 8, and a long remark to it", why),
    )
    (table,) = opened(Table("T", ("Reading", "Figures", "Why"), rows)).tables
    reading, figures, reason = (column.width for column in table.columns)
    assert reason > 2.5 * figures
    assert figures > 0.5 * reading


def test_letters_and_language_are_east_asian_where_the_text_is():
    document = opened(HARD["Chinese"])
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert default.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "Microsoft JhengHei"
    (run,) = document.paragraphs[0].runs
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-TW"


def test_tables_are_native_repeat_their_header_and_tear_no_row():
    block = Table("Levels", ("Factor", "Us"), tuple((name, "1") for name in LONG), frozenset({1}))
    (table,) = opened(block).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Factor", "Us"],
        *([name, "1"] for name in LONG),
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [False] * len(LONG)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [row.cells[1].paragraphs[0].alignment for row in table.rows] == [
        docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    ] * 10
    assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == block.alt()


def test_a_grid_is_its_table_and_prose_its_paragraphs():
    document = opened(BLOCKS["grid"], Prose("Said", ("One.", "", "Two.")))
    assert [row.cells[1].text for row in document.tables[0].rows] == ["Factor", "Lounges", "–", "Speed", "–"]
    assert [p.text for p in document.paragraphs if p.text] == ["Moves", "Said", "One.", "Two."]


def test_a_clients_paper_is_taken_and_not_its_text():
    document = opened(HARD["Chinese"], BLOCKS["table"], look=Look(dpi=50, like=client()))
    assert document.sections[0].header.paragraphs[0].text == "Client & Sons"
    assert document.sections[0].page_width.mm == pytest.approx(200, abs=0.1)
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert "secret" not in "".join(p.text for p in document.paragraphs)
    assert document.paragraphs[0].style.name == "Heading 1"
    assert faults(render("docx", [HARD["Chinese"]], Look(dpi=50, like=client()))) == []


def test_a_presentation_is_no_document_to_look_like():
    deck = render("pptx", [BLOCKS["table"]], Look())
    with pytest.raises(CallError, match=r"deck.pptx is not a Word document \(.docx\): it holds something else"):
        render("docx", [BLOCKS["table"]], Look(like=Model("deck.pptx", deck)))


def test_the_same_bytes_on_any_day(monkeypatch):
    first = render("docx", [HARD["Chinese"], BLOCKS["grid"]], Look(dpi=50))
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert render("docx", [HARD["Chinese"], BLOCKS["grid"]], Look(dpi=50)) == first


def test_nothing_to_show_is_said():
    with pytest.raises(CallError, match="nothing to show"):
        render("docx", [], Look())
