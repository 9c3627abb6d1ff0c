"""Documents in Word: opened again with python-docx; pieces, styles, lists, edges of pages, and a client's paper."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_files import parts
from test_every_block import BLOCKS, HOSTILE

from bluecanvas.blocks import Curves, Facets, Grid, Prose, Scorecard
from bluecanvas.documents import (
    Code,
    Document,
    Heading,
    Listing,
    Logo,
    Notes,
    Paragraph,
    Piece,
    Quote,
    Rows,
    Rule,
    Run,
    Shown,
)
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, Model, publish
from bluecanvas.words import visible

ORDER = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs strike color sz szCs u rtl lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblDescription",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW tcBorders",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg docGrid",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "settings": "compat themeFontLang",
}
"""The order in which a word processor takes what we write; it refuses any other."""


def text(words: str, **look: object) -> Paragraph:
    return Paragraph((Run(words, **look),))


def heading(level: int, words: str) -> Heading:
    return Heading(level, (Run(words),))


def item(words: str, *more: Piece) -> tuple[Piece, ...]:
    return (text(words), *more)


def made(*pieces: Piece, look: Look | None = None, **about: object) -> bytes:
    said = {"title": "The title", "language": "en", **about}
    return publish("docx", Document(pieces=pieces, **said), look or Look(dpi=50))


def opened(*pieces: Piece, **more: object):
    return docx.Document(io.BytesIO(made(*pieces, **more)))


def paragraphs(document) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text]


def everything(document) -> str:
    """All the text of the body in reading order, tables and alternative texts among it."""
    found = []
    for element in document.element.body.iter(qn("w:t"), qn("w:br"), qn("wp:docPr"), qn("w:p")):
        tag = element.tag.rpartition("}")[2]
        found.append({"t": element.text or "", "br": "\n", "p": "\n", "docPr": element.get("descr", "")}[tag])
    return "".join(found)


def png(width: int = 4, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff\0\0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def out_of_order(data: bytes) -> list[str]:
    found = []
    for name, content in parts(data).items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in docx.oxml.parse_xml(content).iter():
            wanted = ORDER.get(str(element.tag).rpartition("}")[2], "").split()
            has = [child.tag.rpartition("}")[2] for child in element]
            if wanted and (set(has) - set(wanted) or sorted(has, key=wanted.index) != has):
                found.append(f"{name}: {element.tag} {has}")
    return found


ALL: tuple[Piece, ...] = (
    heading(1, "The title"),
    Paragraph((Run("a "), Run("bold", bold=True), Run(" and "), Run("web", link="https://example.org/?a=1&b=2"))),
    heading(2, "Lists"),
    Listing((item("one", Listing((item("two"), item("three")), ordered=True)), item("four", Code("x = 1\n\ty")))),
    Quote((text("said"), Listing((item("in it"),)))),
    Code("if x:\n    pass"),
    Rows(((Run("a"),), (Run("b"),)), (((Run("1"),), (Run("2"),)),), frozenset({1})),
    Rule(),
    Shown(BLOCKS["curves"], True),
    Shown(BLOCKS["curves"], False),
    Shown(BLOCKS["grid"], True),
    Shown(BLOCKS["scorecard"], True),
    Notes((text("for the speaker"),)),
)


def test_the_title_is_a_title_and_chapters_are_headings_of_the_first_level():
    document = opened(*(heading(level, f"level {level}") for level in range(1, 7)), text("said"))
    assert paragraphs(document) == [
        ("Title", "level 1"),
        *((f"Heading {level - 1}", f"level {level}") for level in range(2, 7)),
        ("Normal", "said"),
    ]


def test_six_levels_of_headings_below_a_title_that_the_text_does_not_give():
    pieces = (*(heading(level, f"level {level}") for level in range(2, 7)), heading(1, "another"))
    assert [style for style, _ in paragraphs(opened(*pieces))] == [
        "Title", *(f"Heading {level}" for level in range(1, 6)), "Heading 1",
    ]  # fmt: skip


def test_who_wrote_it_and_when_stands_below_the_title_and_in_the_properties():
    document = opened(heading(1, "T"), text("x"), author="A. Writer", date="1 May 2027")
    assert paragraphs(document)[:2] == [("Title", "T"), ("Subtitle", "A. Writer · 1 May 2027")]
    about = document.core_properties
    assert (about.title, about.author, about.language) == ("The title", "A. Writer", "en-US")
    assert opened(text("x")).core_properties.author == "bluecanvas"


def test_runs_have_their_looks_and_blanks():
    runs = (
        Run("a "), Run("b", bold=True), Run(" c\n", italic=True), Run("d", struck=True), Run(" e  f", code=True),
    )  # fmt: skip
    (paragraph,) = opened(heading(1, "T"), Paragraph(runs)).paragraphs[1:]
    assert paragraph.text == "a b c\nd e f"
    assert [
        (run.text, run.bold, run.italic, run.font.strike, run.style and run.style.name) for run in paragraph.runs
    ] == [
        ("a ", None, None, None, None),
        ("b", True, None, None, None),
        (" c\n", None, True, None, None),
        ("d", None, None, True, None),
        (" e f", None, None, None, "HTML Code"),
    ]


def test_links_lead_to_the_web():
    document = opened(text("web", link="https://example.org/a(b)?c=價#d"), text("again", link="http://example.org"))
    links = [link for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert [(link.text, link.address, link.fragment) for link in links] == [
        ("web", "https://example.org/a(b)?c=%E5%83%B9#d", ""),
        ("again", "http://example.org", ""),
    ]
    assert {run.style.name for link in links for run in link.runs} == {"Hyperlink"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "//example.org", "mailto:a@b.c", "#top", "https://",
        "https://good.example@evil.example/", "https://a b/", "http://[::1/", "https://example.org:999999/", "ftp://a.b/",
        "https://example.org/" + "x" * 3000, "https:///etc", " https://a.b", "https://a.b\n",
    ],
)  # fmt: skip
def test_what_is_no_address_on_the_web_is_text_alone(address):
    data = made(text("word", link=address))
    assert b"TargetMode" not in b"".join(parts(data).values())
    assert "word" in everything(docx.Document(io.BytesIO(data)))


def numbered(document) -> list[str]:
    """The items as a reader sees them: how deep, the mark, and the text, counted as a word processor counts."""
    numbering = document.part.numbering_part.element
    nums = {num.numId: num for num in numbering.findall(qn("w:num"))}
    kinds = {kind.get(qn("w:abstractNumId")): kind for kind in numbering.findall(qn("w:abstractNum"))}
    count: dict[tuple[int, int], int] = {}
    shown = []
    for paragraph in document.paragraphs:
        place = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
        if place is None:
            continue
        num, level = nums[place.numId.val], place.ilvl.val
        kind = kinds[str(num.abstractNumId.val)].findall(qn("w:lvl"))[level]
        begin = next(
            (
                o.find(qn("w:startOverride")).get(qn("w:val"))
                for o in num.findall(qn("w:lvlOverride"))
                if o.ilvl == level
            ),
            "1",
        )
        at = count[num.numId, level] = count.get((num.numId, level), int(begin) - 1) + 1
        mark = kind.find(qn("w:lvlText")).get(qn("w:val")).replace(f"%{level + 1}", str(at))
        shown.append(f"{'  ' * level}{mark} {paragraph.text}")
    return shown


def test_lists_are_lists_each_counted_anew_at_any_depth():
    deep = Listing((item("five"), item("five again")), ordered=True, start=7)
    for words in ("four", "three", "two"):
        deep = Listing((item(words, deep), item(f"{words} again")), ordered=words == "three")
    document = opened(
        Listing((item("one", deep), item("one again"))),
        text("between"),
        Listing((item("first"), item("second")), ordered=True),
        Listing((item("third"),), ordered=True, start=3),
    )
    assert numbered(document) == [
        "• one",
        "  – two",
        "    1. three",
        "      • four",
        "        7. five",
        "        8. five again",
        "      • four again",
        "    2. three again",
        "  – two again",
        "• one again",
        "1. first",
        "2. second",
        "3. third",
    ]
    assert {style for style, _ in paragraphs(document)} == {"Title", "List Bullet", "List Number", "Normal"}


def test_what_an_item_holds_stands_below_its_text():
    rows = Rows(((Run("a"),),), (((Run("1"),),),))
    pieces = Listing((item("one", text("more"), Code("code"), rows), (), (Code("no text"),), (heading(3, "head"),)))
    document = opened(pieces)
    assert numbered(document) == ["• one", "• ", "• ", "• head"]
    indents = [(p.text, p.paragraph_format.left_indent) for p in document.paragraphs if p.text in ("more", "code")]
    step = docx.shared.Pt(18)
    assert indents == [("more", step), ("code", step)]
    (table,) = document.tables
    assert table._tbl.tblPr.find(qn("w:tblInd")).get(qn("w:w")) == "360"
    assert [run.bold for p in document.paragraphs if p.text == "head" for run in p.runs] == [True]


def test_lists_deeper_than_word_counts_are_lists_still():
    deep = Listing((item("12"),))
    for k in range(11, 0, -1):
        deep = Listing((item(str(k), deep),))
    assert [line.strip().partition(" ")[2] for line in numbered(opened(deep))] == [str(k) for k in range(1, 13)]


def test_quotes_and_code_have_their_styles_and_code_its_blanks():
    document = opened(Quote((text("said"), Quote((text("within"),)))), Code("if x:\n\treturn  '<&>'\n\nend"))
    assert paragraphs(document)[1:] == [
        ("Quote", "said"),
        ("Quote", "within"),
        ("HTML Preformatted", "if x:\n    return  '<&>'\n\nend"),
    ]
    outer, inner = (p.paragraph_format.left_indent for p in document.paragraphs if p.style.name == "Quote")
    assert inner == 2 * outer


def test_tables_repeat_their_heads_keep_rows_whole_and_stay_on_the_page():
    wide = Rows(
        tuple((Run(f"Column {k}"),) for k in range(12)),
        tuple(tuple((Run(f"word{k}", bold=k == 1),) for k in range(12)) for _ in range(300)),
        frozenset({11}),
    )
    document = opened(wide)
    (table,), page = document.tables, document.sections[0]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [False] * 300
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    width = sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid)
    assert width <= (page.page_width - page.left_margin - page.right_margin) / 635 + 12
    last = table.rows[300].cells
    assert [cell.text for cell in last] == [f"word{k}" for k in range(12)]
    assert last[1].paragraphs[0].runs[0].bold
    assert last[11].paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    assert last[0].paragraphs[0].runs[0].font.size.pt < 10.5


def test_a_column_to_be_filled_in_has_room_for_it():
    rows = Rows(((Run("path"),), (Run("who"),)), tuple(((Run(f"path {k}"),), ()) for k in range(3)))
    path, who = (int(column.get(qn("w:w"))) for column in opened(rows).tables[0]._tbl.tblGrid)
    assert who > path


def test_headings_lines_before_tables_and_pictures_stay_with_what_follows():
    rows = Rows(((Run("a"),),), (((Run("1"),),),))
    document = opened(heading(1, "T"), heading(2, "H"), text("said"), rows, text("free"), text("too"), *ALL[8:9])
    kept = {p.text for p in document.paragraphs if p._p.pPr.find(qn("w:keepNext")) is not None}
    assert kept == {"T", "H", "said", "too", ""}  # the last one holds the picture
    assert document.styles["Heading 1"].paragraph_format.keep_with_next


@pytest.mark.parametrize(
    ("count", "kept"), [(0, []), (1, [0]), (2, [0, 1]), (3, [0, 1, 2]), (10, range(10)), (30, [0, 1, 29])]
)
def test_a_low_table_stays_whole_and_neither_the_first_nor_the_last_row_of_a_table_stands_alone_on_a_page(count, kept):
    rows = Rows(((Run("a"),), (Run("b"),)), ((((Run("1"),)), ()),) * count)
    cells = [row.cells for row in opened(rows).tables[0].rows]
    together = [[cell.paragraphs[0]._p.pPr.find(qn("w:keepNext")) is not None for cell in row] for row in cells]
    assert together == [[at in kept] * 2 for at in range(count + 1)]


def test_a_table_of_few_but_high_rows_may_be_parted():
    rows = Rows(((Run("a"),),), ((((Run("a line of text " * 30),)),),) * 6)
    cells = [row.cells[0] for row in opened(rows).tables[0].rows]
    kept = [at for at, cell in enumerate(cells) if cell.paragraphs[0]._p.pPr.find(qn("w:keepNext")) is not None]
    assert kept == [0, 1, 5]


@pytest.mark.parametrize(("count", "kept"), [(1, []), (3, ["item 0"])])
def test_the_first_item_of_a_list_does_not_stay_behind_alone(count, kept):
    document = opened(Listing(tuple((text(f"item {k}"),) for k in range(count))))
    items = [p for p in document.paragraphs if p.text.startswith("item")]
    assert [p.text for p in items if p._p.pPr.find(qn("w:keepNext")) is not None] == kept


def test_an_item_stays_with_the_table_it_leads_to_and_a_line_with_what_it_quotes():
    rows = Rows(((Run("a"),),), (((Run("1"),),),))
    document = opened(
        heading(2, "H"),
        Listing((item("tabled", rows), item("plain", text("more")), (rows,), (heading(3, "head"), text("below")))),
        text("They said:"),
        Quote((text("quoted"),)),
        text("他們說："),
        Quote((text("quoted"),)),
        text("By itself."),
        Quote((text("quoted"),)),
    )
    kept = [p.text for p in document.paragraphs if p._p.pPr.find(qn("w:keepNext")) is not None]
    assert kept == ["The title", "H", "tabled", "", "head", "They said:", "他們說："]


def test_a_figure_is_a_picture_with_its_words_and_its_table_has_no_title():
    document = opened(Shown(BLOCKS["curves"], True, "In words"), Shown(BLOCKS["curves"], False))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "In words"
    caption = "Air travel · price: high = expensive · less is better: Waiting · created: New · 2026 · Source: survey"
    assert paragraphs(document) == [("Title", "The title"), ("Caption", caption)]
    (table,) = document.tables
    assert [cell.text for cell in table.columns[0].cells] == ["Factor", "Price", "Waiting", "New"]


def test_a_table_of_levels_alone_says_how_it_is_read():
    assert paragraphs(opened(Shown(BLOCKS["curves"], False)))[1:] == [
        ("Caption", "price: high = expensive · less is better: Waiting · created: New")
    ]


def test_a_grid_is_shown_in_its_quarters():
    (table,) = opened(Shown(BLOCKS["grid"], True)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Eliminate", "Raise"],
        ["Lounges 5 → 0\nno time for one\ngap −5 vs rivals 5 · COO, 2027", "Speed 8"],
        ["Reduce", "Create"],
        ["nothing here", "–"],
    ]
    assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == BLOCKS["grid"].alt()


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("picture", [True, False])
@pytest.mark.parametrize("name", BLOCKS)
def test_every_blocks_text_is_in_the_file(name, picture):
    block = BLOCKS[name]
    data = made(Shown(block, picture), look=Look(dpi=30))
    said = squeezed(everything(docx.Document(io.BytesIO(data))))
    assert out_of_order(data) == []
    drawn = picture and isinstance(block, Curves | Facets | Scorecard)
    if drawn:
        assert squeezed(" ".join(visible(block.alt()).split())) in said
    elif isinstance(block, Prose):
        assert all(squeezed(visible(line)) in said for line in block.paragraphs)
    else:
        texts = {cell for row in block.as_table().rows for cell in row} - {"", "–"}
        if picture and isinstance(block, Grid):
            texts = {line for cell in block.cells for move in cell.moves for line in (move.name, move.why, move.detail)}
        assert [cell for cell in texts if squeezed(visible(cell)) not in said] == []


def test_every_piece_keeps_the_order_of_elements():
    assert out_of_order(made(*ALL, footer="Confidential", logo=Logo("acme.png", png()), author="A")) == []


WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\f\v"), min_size=1, max_size=12)


def nested(pieces: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    some = st.lists(pieces, max_size=3).map(tuple)
    return st.one_of(
        some.map(Quote),
        st.builds(Listing, st.lists(some, max_size=3).map(tuple), st.booleans(), st.integers(0, 10**9)),
    )


PIECES = st.recursive(
    st.one_of(
        WORDS.map(text),
        st.builds(heading, st.integers(1, 6), WORDS),
        WORDS.map(lambda words: Rows(((Run(words),),), (((Run(words, code=True),), ()),))),
        st.just(Rule()),
        WORDS.map(Code),
    ),
    nested,
    max_leaves=8,
)


def texts_of(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Heading() | Paragraph():
                yield piece.runs[0].text
            case Rows():
                yield piece.header[0][0].text
            case Code():
                yield piece.text
            case Quote():
                yield from texts_of(piece.pieces)
            case Listing():
                for each in piece.items:
                    yield from texts_of(each)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=4).map(tuple))
def test_whatever_the_pieces_their_text_is_there_and_in_order(pieces):
    data = made(*pieces)
    said, at = squeezed(everything(docx.Document(io.BytesIO(data)))), 0
    headed = any(isinstance(piece, Heading) for piece in pieces)
    for words in texts_of(pieces):
        if headed and not words.strip():
            continue  # white space to Python, as some control characters are: such a heading says nothing
        wanted = "".join(squeezed(visible(line)) for line in re.sub(r"[ \t]+", " ", words).split("\n"))
        found = said.find(wanted, at)
        if found < 0 and headed:
            found = said.find(wanted)  # an empty heading is left out, and the title may stand for the first
        assert found >= 0, (wanted, said)
        at = max(at, found)
    assert out_of_order(data) == []


def test_notes_are_left_out_and_nothing_is_a_document_too():
    assert paragraphs(opened(Notes((text("for the speaker"),)))) == [("Title", "The title")]
    assert paragraphs(opened(title="")) == []


def test_the_foot_and_the_logo_stand_on_every_page():
    data = made(*ALL[:3], footer="Confidential & <secret>", logo=Logo("acme.png", png(400, 100)))
    section = docx.Document(io.BytesIO(data)).sections[0]
    (foot,), (head,) = section.footer.paragraphs, section.header.paragraphs
    assert foot.text.startswith("Confidential & <secret>\t")
    assert [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))] == [" PAGE ", " NUMPAGES "]
    (extent,) = head._p.iter(qn("wp:extent"))
    assert (int(extent.get("cx")) / 12_700, int(extent.get("cy")) / 12_700) == (120, 30)
    assert (foot.style.name, head.style.name) == ("Footer", "Header")


def test_a_long_line_in_the_foot_stands_above_the_number():
    (line, number) = opened(text("x"), footer="word " * 60).sections[0].footer.paragraphs
    assert line.text == " ".join(["word"] * 60) + " "
    assert number.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc2\x00\x0b\x08\x00\x32\x00\x64\x01\x01\x11\x00\xff\xd9"


def test_a_jpeg_is_a_logo_too():
    data = made(text("x"), logo=Logo("acme.jpg", JPEG))
    (extent,) = docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0]._p.iter(qn("wp:extent"))
    assert (int(extent.get("cx")) / 12_700, int(extent.get("cy")) / 12_700) == (60, 30)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", JPEG[:12], b"\xff\xd8\xff", png(0, 0), JPEG[:22]]
)
def test_what_is_no_picture_is_no_logo(data):
    with pytest.raises(CallError, match=r"acme\.gif is no picture that a page can hold"):
        made(text("x"), logo=Logo("acme.gif", data))


def test_east_asian_text_has_its_letters_its_marks_and_its_language():
    document = opened(heading(1, "海底撈"), text("他說“好”——and fine"), text("Latin"), language="zh-Hant")
    chinese, latin = (p.runs[0]._r.rPr for p in document.paragraphs[1:])
    assert chinese.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"
    assert latin.find(qn("w:rFonts")) is None
    assert {
        (r.find(qn("w:lang")).get(qn("w:val")), r.find(qn("w:lang")).get(qn("w:eastAsia"))) for r in (chinese, latin)
    } == {("en-US", "zh-TW")}
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == "Microsoft JhengHei"
    assert document.core_properties.language == "zh-TW"


def test_what_is_written_from_the_right_is_set_so():
    document = opened(heading(1, "T"), text("السعر العالي"), text("price السعر"))
    assert [p._p.pPr.find(qn("w:bidi")) is not None for p in document.paragraphs] == [False, True, False]
    assert document.paragraphs[1].runs[0].font.rtl


def test_hostile_text_is_text():
    data = made(text(HOSTILE), heading(2, HOSTILE), Rows(((Run(HOSTILE),),), ()), Code(HOSTILE), footer=HOSTILE)
    wanted = "<b>|*_`[x](y)\\</b> $x^2$ [/red] \\x1b[31m <U+202E> =1+1 價格 🚀"
    document = docx.Document(io.BytesIO(data))
    assert [words for _, words in paragraphs(document)] == ["The title", wanted, wanted, wanted]
    assert document.tables[0].rows[0].cells[0].text == wanted
    assert b"TargetMode" not in b"".join(parts(data).values())


def test_the_same_bytes_on_any_day(monkeypatch):
    first = made(*ALL, footer="f", logo=Logo("acme.png", png()))
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert made(*ALL, footer="f", logo=Logo("acme.png", png())) == first


def client(*, first: bool = False, foot: bool = True, without: tuple[str, ...] = ()) -> Model:
    """A client's document: a letterhead, lists and headings of its own, and text that must not be taken over."""
    document = docx.Document()
    document.add_paragraph("secret", style="List Bullet")
    section = document.sections[0]
    section.different_first_page_header_footer = first
    section.header.paragraphs[0].text = "Client & Sons"
    if foot:
        section.footer.paragraphs[0].text = "their foot"
    document.styles["Heading 3"].font.name = "Georgia"
    for name in without:
        document.styles[name].delete()
    file = io.BytesIO()
    document.save(file)
    return Model("client.docx", file.getvalue())


def test_a_clients_styles_and_lists_are_taken_and_not_its_text():
    pieces = (heading(1, "T"), Listing((item("a", Listing((item("b"),))),)), Listing((item("c"),), ordered=True))
    document = opened(*pieces, look=Look(like=client()))
    assert paragraphs(document) == [("Title", "T"), ("List Bullet", "a"), ("List Bullet 2", "b"), ("List Number", "c")]
    assert [p._p.pPr.numPr is not None for p in document.paragraphs] == [False, False, False, True]
    theirs = document.styles["List Number"].element.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    kinds = {num.numId: num.abstractNumId.val for num in numbering.findall(qn("w:num"))}
    own = document.paragraphs[3]._p.pPr.numPr.numId.val
    assert own != theirs
    assert kinds[own] == kinds[theirs]
    (override,) = next(num for num in numbering.findall(qn("w:num")) if num.numId == own).findall(qn("w:lvlOverride"))
    assert override.find(qn("w:startOverride")).get(qn("w:val")) == "1"


def test_styles_that_a_client_lacks_are_added_in_its_manner():
    lacking = ("Heading 4", "List Bullet", "Quote", "Caption", "Title")
    pieces = (heading(1, "T"), *(heading(k, f"h{k}") for k in range(2, 6)), Listing((item("a"),)), Quote((text("q"),)))
    document = opened(*pieces, look=Look(like=client(without=lacking)))
    assert [style for style, _ in paragraphs(document)] == [
        "Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "List Bullet", "Quote",
    ]  # fmt: skip
    added = document.styles["Heading 4"]
    assert (added.base_style.name, added.base_style.font.name) == ("Heading 3", "Georgia")
    assert numbered(document) == ["• a"]
    assert len({style.style_id for style in document.styles}) == len(document.styles)


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("foot", [False, True])
def test_a_clients_edges_stay_and_ours_are_added_on_every_page(first, foot):
    look = Look(like=client(first=first, foot=foot))
    document = opened(text("x"), look=look, footer="Confidential", logo=Logo("acme.png", png()))
    section = document.sections[0]
    assert [p.text for p in section.header.paragraphs] == ["Client & Sons", ""]
    assert len(list(section.header._element.iter(qn("wp:inline")))) == 1
    assert [p.text for p in section.footer.paragraphs][: 1 + foot] == ["their foot"] * foot + ["Confidential"]
    assert bool(list(section.footer._element.iter(qn("w:fldSimple")))) is not foot
    if first:
        assert len(list(section.first_page_header._element.iter(qn("wp:inline")))) == 1
        assert section.first_page_footer.paragraphs[0].text == "Confidential"


def test_the_same_document_looks_back_at_itself():
    own = Model("own.docx", made(*ALL, footer="Confidential", logo=Logo("acme.png", png())))
    again = opened(*ALL, look=Look(dpi=50, like=own), footer="Confidential", logo=Logo("acme.png", png()))
    before = docx.Document(io.BytesIO(own.data))
    assert paragraphs(again) == paragraphs(before)
    assert sorted(style.name for style in again.styles) == sorted(style.name for style in before.styles)


def rewritten(model: Model, name: str, old: bytes, new: bytes) -> Model:
    """A client's file with something changed in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(model.data)) as there, zipfile.ZipFile(file, "w") as here:
        for entry in there.namelist():
            data = there.read(entry)
            if entry == name:
                assert old in data
                data = data.replace(old, new)
            here.writestr(entry, data)
    return Model(model.name, file.getvalue())


def test_a_printers_settings_are_not_asked_for():
    model = rewritten(client(), "word/document.xml", b"<w:pgSz", b'<w:printerSettings r:id="rId99"/><w:pgSz')
    data = made(text("x"), look=Look(like=model))
    assert b"rId99" not in parts(data)["word/document.xml"]


def test_parts_in_other_encodings_are_refused():
    there = parts(client().data)["word/styles.xml"]
    model = rewritten(client(), "word/styles.xml", there, there.decode().replace("UTF-8", "UTF-16").encode("utf-16"))
    with pytest.raises(CallError, match=r"client\.docx is not .*: its part word/styles\.xml is not in UTF-8"):
        made(text("x"), look=Look(like=model))


def test_lists_of_a_client_that_hold_nothing_are_ours():
    there = parts(client().data)["word/numbering.xml"]
    model = rewritten(client(), "word/numbering.xml", there, b'<w:numbering xmlns:w="%s"/>' % qn("w:p")[1:-2].encode())
    document = opened(Listing((item("a"), item("b")), ordered=True), look=Look(like=model))
    assert numbered(document) == ["1. a", "2. b"]


def test_what_a_clients_edges_say_already_is_not_said_again():
    own = Model("own.docx", made(text("x"), footer="Confidential", logo=Logo("acme.png", png())))
    document = opened(text("x"), look=Look(like=own), footer="Confidential", logo=Logo("acme.jpg", JPEG))
    section = document.sections[0]
    assert "".join(p.text for p in section.footer.paragraphs).count("Confidential") == 1
    assert len(list(section.header._element.iter(qn("wp:inline")))) == 1
    (link,) = [link for link in section.header.part.rels.values() if link.reltype.endswith("image")]
    assert link.target_part.blob == JPEG


def test_numbers_beyond_what_word_counts_are_written():
    document = opened(heading(1, "T"), Listing((item("a"), item("b")), ordered=True, start=2_027_001))
    assert [p.text for p in document.paragraphs] == ["T", "2027001. a", "2027002. b"]
