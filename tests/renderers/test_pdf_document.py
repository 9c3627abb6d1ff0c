"""PDF documents: opened again: their text, their tags, their figures, and nothing that a text could do to them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hard_cases import HARD, curves, drawn_levels
from test_every_block import BLOCKS
from test_html_document import PNG, runs

import bluecanvas
from bluecanvas.blocks import Prose, Table
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
from bluecanvas.errors import CallError, MissingExtra, NoPicture
from bluecanvas.fonts import latin_faces
from bluecanvas.publishing.shipped import examples
from bluecanvas.renderers import RENDERERS, Look, Theme, publish

pytest.importorskip("typst", reason="the extra pdf is not installed")
read_back = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="no pdftotext here: apt-get install poppler-utils"
)
ALL = {**BLOCKS, **HARD}


def para(text: str) -> Paragraph:
    return Paragraph(runs(text))


def made(*pieces: Piece, title: str = "Title", language: str = "en", look: Look | None = None, **more: object) -> bytes:
    data = publish("pdf", Document(title, language, pieces, **more), look)  # type: ignore[arg-type]
    assert data.startswith(b"%PDF-")
    return data


def sheets(data: bytes, *options: str) -> list[str]:
    """The text of each page."""
    ran = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
    return ran.stdout.decode().split("\f")[:-1]


def spoken(data: bytes) -> str:
    """All text in the order it is read, the ends of its lines forgotten."""
    return "".join("".join(sheets(data, "-raw")).split())


def inside(data: bytes) -> str:
    """What is in the file besides its pages: every stream unpacked."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    unpacked = []
    for stream in found:
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return b"\n".join((data, *unpacked)).decode("latin-1")


def tags(data: bytes) -> dict[str, int]:
    """How often each kind of element stands in the structure tree."""
    found = re.findall(r"/Type\s*/StructElem\s*/S\s*/(\w+)", inside(data))
    return {tag: found.count(tag) for tag in found}


WHOLE = (
    Heading(1, runs("A report")),
    Heading(2, runs("Why")),
    Paragraph((Run("Plain, "), Run("bold", bold=True), Run(" and "), Run("a site", link="https://example.org/a?b=1"))),
    Listing(((para("one"), Listing(((para("inner"),),), ordered=True, start=4)), (para("two"),))),
    Quote((para("said"),)),
    Code("if a < b:\n    pass"),
    Rows((runs("Name"), runs("Level")), ((runs("a"), runs("1")), (runs("b"),)), frozenset({1})),
    Rule(),
    Shown(BLOCKS["curves"], True, "what it shows"),
    Notes((para("for the speaker"),)),
)


def test_a_document_is_tagged_and_says_what_it_is():
    data = made(*WHOLE, author="A Person", date="1 October 2026")
    assert {
        "H1": 1,
        "H2": 1,
        "L": 2,
        "LI": 3,
        "Table": 1,
        "TH": 2,
        "TD": 4,
        "Figure": 1,
        "Link": 1,
        "BlockQuote": 1,
    }.items() <= tags(data).items()
    text = inside(data)
    assert "/Marked true" in text
    assert "/DisplayDocTitle true" in text
    assert re.search(r"/Lang\s*\(en\)", text)
    assert "<pdfuaid:part>1</pdfuaid:part>" in text
    assert "/Title(Title)" in text.replace("/Title (", "/Title(")
    assert "CreationDate" not in text
    assert "what it shows" in text
    assert "https://example.org/a?b=1" in text


@read_back
def test_its_text_stands_in_the_order_it_is_read():
    text = " ".join("".join(sheets(made(*WHOLE, author="A Person", date="1 October 2026"), "-raw")).split())
    assert re.match(
        r"A report A Person · 1 October 2026 Why Plain, bold and a site • one 4. inner • two said if a < b: pass Name Level a 1 b ",
        text,
    )
    assert "for the speaker" not in text


@read_back
def test_every_page_says_the_footer_and_its_number():
    data = made(*[para("words " * 300)] * 12, footer="For the board", logo=Logo("acme.png", PNG))
    pages = sheets(data, "-layout")
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert re.search(rf"For the board +{number} ?/ ?{len(pages)}\s*\Z", page)
    assert inside(data).count("/Subtype/Image") + inside(data).count("/Subtype /Image") == 1


@read_back
@pytest.mark.parametrize(("language", "tag", "text"), [
    ("zh-Hant", "zh-TW", "除了菜色與價格，火鍋店還能憑什麼讓顧客願意等？"),
    ("zh-HK", "zh-HK", "除了菜色與價格，火鍋店還能憑什麼讓顧客願意等？"),
    ("zh-Hans", "zh-CN", "除了菜品与价格，火锅店还能凭什么让顾客愿意等？"),
    ("ja", "ja", "料理と価格のほかに、何で待ってもらえるか。"),
    ("ko", "ko", "요리와 가격 말고 무엇으로 기다리게 할까"),
])  # fmt: skip
def test_east_asian_text_is_found_whole_however_it_is_set(language, tag, text):
    pytest.importorskip("noto_cjk_sans_otc")
    data = made(
        Heading(1, runs(text)), Paragraph((Run(text, bold=True), Run(text, italic=True))), Code(text),
        Listing(((para(text),),)), Rows((runs(text),), ((runs(text),),)), Shown(Prose("", (text,), language), False),
        title=text, language=language, footer=text,
    )  # fmt: skip
    assert spoken(data).count("".join(text.split())) == 9
    assert re.search(rf"/Lang\s*\({tag}\)", inside(data))
    assert "NotoSansCJK" in inside(data)


def test_there_is_one_first_heading_and_no_level_is_left_out():
    data = made(*(Heading(level, runs(f"{level}")) for level in (3, 6, 1, 4, 2, 1)))
    assert {tag: count for tag, count in tags(data).items() if re.fullmatch(r"H\d", tag)} == {"H1": 1, "H2": 3, "H3": 3}


HOSTILE = '#import "x": y #panic() $a^2$ \\ " *b* _c_ ] [ { } @ref <label> // c /* */ `r` ~ -- \' = h\n- l + e / t'
HIDDEN = "a\x00b\x07c\x1b[31md\u202ee\u2028f\ue000g\ufffeh\ud800i"


@read_back
def test_no_text_is_code():
    data = made(
        Heading(1, runs(HOSTILE)), Paragraph(runs(HOSTILE)), Code(HOSTILE), Listing(((para(HOSTILE),),)),
        Quote((para(HOSTILE),)), Rows((runs(HOSTILE),), ((runs(HOSTILE),),)), Paragraph(runs("x", link=HOSTILE)),
        title=HOSTILE, author=HOSTILE, date=HOSTILE, logo=Logo(HOSTILE, PNG),
    )  # fmt: skip
    typed = "".join(HOSTILE.split())
    assert spoken(data).count(typed) >= 7


@read_back
def test_what_cannot_be_seen_is_written_out():
    text = spoken(made(para(HIDDEN), Code(HIDDEN), title=HIDDEN, footer=HIDDEN))
    assert text.count("a\\x00b\\x07c\\x1b[31md<U+202E>e<U+2028>f<U+E000>g<U+FFFE>h<U+D800>i") == 4


@read_back
def test_what_no_font_has_is_named():
    text = " ".join(sheets(made(para("fast 🚀 and 👍🏽"), Code("🚀")))[0].split())
    assert text.startswith("Title fast [rocket] and [thumbs up sign] [rocket]")


@pytest.mark.parametrize("picture", [False, True], ids=["text", "picture"])
@pytest.mark.parametrize("name", ALL)
@read_back
def test_no_block_loses_its_text(name, picture):
    block = ALL[name]
    if name == "ten thousand letters" and picture:
        pytest.skip("a figure clips its names")
    data = made(Heading(2, runs("Above")), Shown(block, picture))
    text = spoken(data)
    assert text.startswith("TitleAbove")
    if picture:
        return
    texts = block.paragraphs if isinstance(block, Prose) else [cell for row in block.as_table().rows for cell in row]
    for cell in texts:
        if cell.isascii() and cell.isprintable() and len(cell) < 1000:
            assert "".join(cell.split()) in text


@pytest.mark.parametrize("name", ["curves", "grid", "scorecard", "intervals", "minus five to five"])
def test_a_picture_is_a_figure_with_its_words_and_no_image(name):
    data = made(Shown(ALL[name], True, "Words for it"))
    assert tags(data)["Figure"] == 1
    assert "Words for it" in inside(data)
    assert "/Subtype/Image" not in inside(data).replace("/Subtype /Image", "/Subtype/Image")


@read_back
def test_a_picture_s_names_are_text():
    text = spoken(made(Shown(BLOCKS["curves in words, in Chinese"], True), language="zh-Hant"))
    assert all(word in text for word in ("票價", "速度", "西南航空", "最佳"))


@read_back
def test_a_table_goes_on_over_pages_under_its_head():
    rows = tuple((runs(f"row{k}"), *(runs("national") for _ in range(11))) for k in range(120))
    data = made(Heading(2, runs("Wide")), Rows(tuple(runs(f"Head{k}") for k in range(12)), rows))
    pages = sheets(data)
    assert len(pages) > 2
    assert all("Head0" in page.replace("\n", "") for page in pages)
    text = spoken(data)
    assert all(f"row{k}" in text for k in range(120))
    assert tags(data)["Table"] == 1


def boxes(data: bytes, folder: Path) -> list[tuple[float, float, float, float]]:
    """How far every word stands from the four edges of its page: left, top, right, bottom."""
    (folder / "a.pdf").write_bytes(data)
    subprocess.run(["pdftotext", "-bbox", "a.pdf", "a.html"], cwd=folder, check=True)
    found = []
    for page in (folder / "a.html").read_text().split("<page ")[1:]:
        width, height = map(float, re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        for word in re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', page):
            left, top, right, bottom = map(float, word)
            found.append((left, top, width - right, height - bottom))
    return found


def nested(depth: int) -> Piece:
    inner: Piece = para("the lowest " + "x" * 400)
    for level in range(depth):
        inner = Listing(((para(f"level {level}"), inner),), ordered=bool(level % 2))
    return inner


LARGE: dict[str, tuple[Piece, ...]] = {
    "long words": (
        Heading(2, runs("H" * 300)),
        para("x" * 10_000),
        Paragraph(runs("W" * 3000, bold=True)),
        Code("y" * 500),
    ),
    "a long heading": (Heading(2, runs("word " * 2000)), para("x")),
    "ten levels": (nested(10),),
    "sixty columns": (Rows(tuple(runs(f"Column{k}") for k in range(60)), (tuple(runs("value") for _ in range(60)),)),),
    "a cell larger than a page": (Rows((runs("a"), runs("b")), ((runs("word " * 4000), runs("x" * 4000)),)),),
    "a head larger than a page": (Rows((runs("word " * 3000), runs("b")), ((runs("1"), runs("2")),)),),
    "many factors": (Shown(HARD["twenty factors, ten curves"], True),),
    "many curves": (Shown(HARD["thirty curves"], True),),
    "long names": (Shown(HARD["sixty letters"], True), Shown(HARD["grid"], True)),
    "a long table of levels": (Shown(HARD["twenty factors, ten curves"], False),),
}


@read_back
@pytest.mark.parametrize("name", LARGE)
def test_nothing_runs_off_the_page(name, tmp_path):
    placed = boxes(made(*LARGE[name], footer="f" * 400), tmp_path)
    assert placed
    assert min(box[0] for box in placed) >= 40
    assert min(box[1] for box in placed) >= 20
    assert min(box[2] for box in placed) >= 40
    assert min(box[3] for box in placed) >= 8


WIDE = HARD["twenty factors, ten curves"]._replace(
    title="Wide",
    lines=tuple(
        line._replace(name=f"{line.name} with a long long long name of the company")
        for line in HARD["twenty factors, ten curves"].lines
    ),
    axes=tuple(
        axis._replace(name=f"A long name that a committee wrote {k}")
        for k, axis in enumerate(HARD["twenty factors, ten curves"].axes)
    ),
)


@read_back
def test_a_picture_too_broad_for_a_page_has_a_broader_one_with_its_headings():
    data = made(
        Heading(1, runs("Title")),
        para("before"),
        Heading(2, runs("Below")),
        Shown(WIDE, True),
        para("after"),
        author="Ann",
    )
    pages = sheets(data)
    assert tags(data)["Figure"] == 1
    assert [("before" in page, "Below" in page, "after" in page) for page in pages] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


@read_back
def test_a_picture_that_no_page_can_hold_is_told_and_stands_as_a_table():
    crowd = WIDE._replace(axes=tuple(axis._replace(name="Wort" * 12 + str(k)) for k, axis in enumerate(WIDE.axes)))
    with pytest.warns(NoPicture, match="Wide: a table in the PDF, for the letters of its picture would be too small"):
        data = made(Shown(crowd, True))
    assert tags(data).get("Figure", 0) == 0
    assert tags(data)["Table"] > 1  # ten curves with such names do not stand beside each other


@read_back
def test_no_heading_stands_alone_at_the_end_of_a_page():
    for lines in range(30, 48):
        block = BLOCKS["curves"] if lines % 2 else Table("t", ("Head", "b"), (("1", "2"),) * 40)
        pages = sheets(made(*[para("a line")] * lines, Heading(2, runs("Below")), Shown(block, bool(lines % 2))))
        page = next(page for page in pages if "Below" in page)
        assert re.search(r"Below\s+(Head|existing|0|high)", page), page


@read_back
def test_empty_documents_and_long_titles():
    assert spoken(made()) == "Title1/1"
    assert spoken(made(Notes((para("secret"),)), title="")) == "1/1"
    assert "averylongtitle" * 20 in spoken(made(title="a very long title " * 20))


def test_a_theme_s_font_and_colours_are_taken():
    theme = Theme("own", "light", {"background": "#fffdf7"}, tuple(face.path for face in latin_faces()))
    data = inside(made(para("Price"), Paragraph(runs("bold", bold=True)), look=Look(theme=theme)))
    assert "DejaVuSans-Bold" in data
    plain = inside(made(para("Price"), Paragraph(runs("leaning", italic=True))))
    assert ("DejaVuSans-Oblique" in plain, "DejaVuSans-Bold" in plain, "Libertinus" in plain) == (True, True, False)


@pytest.mark.parametrize("data", [b"no picture", PNG[:40], b"\xff\xd8\xff\xe0"])
def test_a_logo_that_is_no_picture_is_named(data):
    with pytest.raises(CallError, match=r"the logo acme\.png cannot be read"):
        made(logo=Logo("acme.png", data))


def test_a_missing_extra_is_said(monkeypatch):
    for name in ("typst", "bluecanvas.renderers._typst", "bluecanvas.renderers._typst_document"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.delattr("bluecanvas.renderers._typst", raising=False)
    with pytest.raises(MissingExtra) as raised:
        RENDERERS.load("pdf").document(Document("t", "en", ()), Look())
    assert raised.value.hint == 'install it with: pip install "bluecanvas[pdf]", in a checkout: pip install ".[pdf]"'


def parted(above: int, rows: int) -> list[list[str]]:
    """What stands on each page: lines of text, then a heading, a line that leads to a table, and a row a number."""
    table = Rows((runs("head"), runs("level")), tuple((runs(f"row{k}"), runs("1")) for k in range(rows)))
    pieces = (*(para(f"line{k}") for k in range(above)), Heading(2, runs("Heading")), para("leads"), table, para("end"))
    return [re.findall(r"line\d+|Heading|leads|head|row\d+|end", page) for page in sheets(made(*pieces), "-layout")]


@read_back
@pytest.mark.parametrize("above", range(14, 40, 2))
def test_a_short_table_stays_whole_with_its_heading_and_the_line_before_it(above):
    table = ["Heading", "leads", "head", *(f"row{k}" for k in range(8))]
    assert any([said for said in page if said in table] == table for page in parted(above, 8))


@read_back
@pytest.mark.parametrize(
    ("above", "rows"), [*((above, 40) for above in range(12, 30, 3)), *((above, 90) for above in range(28, 42))]
)
def test_a_long_table_has_its_head_and_two_rows_or_more_on_every_page(above, rows):
    pages = parted(above, rows)
    held = [[said for said in page if said.startswith("row")] for page in pages]
    assert [row for page in held for row in page] == [f"row{k}" for k in range(rows)]
    assert all(len(on) >= 2 and page.count("head") == 1 for page, on in zip(pages, held, strict=True) if on)
    (first,) = [page for page in pages if "Heading" in page]
    assert first[first.index("Heading") :][:5] == ["Heading", "leads", "head", "row0", "row1"]


@read_back
@pytest.mark.parametrize("rows", range(28, 50))
def test_the_last_rows_of_a_long_table_are_never_one_alone(rows):
    held = [sum(said.startswith("row") for said in page) for page in parted(0, rows)]
    assert sum(held) == rows
    assert min(filter(None, held)) >= 2


def high(words: int, count: int, short: int) -> Rows:
    """A table of rows with that many words, then of short ones; each ends with its number."""
    lines = [*(f"{'word ' * words}end{k}" for k in range(count)), *(f"end{count + k}" for k in range(short))]
    return Rows((runs("name"), runs("head")), tuple((runs(f"row{k}"), runs(line)) for k, line in enumerate(lines)))


def filled(data: bytes, folder: Path) -> list[float]:
    """The part of each page, of what lies within its margins, down to its last word above the foot."""
    (folder / "a.pdf").write_bytes(data)
    subprocess.run(["pdftotext", "-bbox", "a.pdf", "a.html"], cwd=folder, check=True)
    pages = (folder / "a.html").read_text().split("<page ")[1:]
    return [max([low for low in map(float, re.findall(r'yMax="([\d.]+)"', page)) if low < 778], default=66.0) / 776 for page in pages]  # fmt: skip


@read_back
@pytest.mark.parametrize("words", [150, 240, 300, 600])
@pytest.mark.parametrize(("count", "short"), [(2, 0), (5, 0), (3, 6), (1, 30)])
@pytest.mark.parametrize("above", [10, 24, 33])
def test_high_rows_leave_no_page_half_empty(words, count, short, above, tmp_path):
    """Rows of a seventh to more than half of a page, below some lines."""
    pieces = (*(para(f"line{k}") for k in range(above)), Heading(2, runs("Heading")), high(words, count, short))
    data = made(*pieces)
    *full, _ = filled(data, tmp_path)
    assert all(part > 0.68 for part in full)
    text = spoken(data)
    assert all(text.count(f"end{k}") for k in range(count + short))
    pages = [re.findall(r"Heading|row\d+|end\d+", page) for page in sheets(data, "-raw")]
    (first,) = [page for page in pages if "Heading" in page]
    assert first[1] == "row0"
    if short:
        ends = [said for said in pages[-1] if said.startswith("end")]
        assert len(ends) >= 2


@read_back
@pytest.mark.parametrize("above", range(28, 40))
def test_a_line_with_a_colon_stays_with_what_it_quotes(above):
    quoted = (para("They said:"), Quote((para("quoted " * 60),)))
    pages = sheets(made(*(para(f"line{k}") for k in range(above)), Heading(2, runs("Heading")), *quoted))
    (page,) = [page for page in pages if "They said:" in page]
    assert "Heading" in page
    assert "quoted" in page


CARRIERS = (
    "Southwest", "Ryanair", "easyJet", "JetBlue", "Lufthansa", "Emirates", "Qantas", "Delta", "American", "United",
    "Alaska", "Vueling", "Transavia", "Norwegian", "Spirit", "Frontier", "Allegiant", "Volaris", "Singapore", "Finnair",
)  # fmt: skip


@read_back
@pytest.mark.parametrize(("count", "parts"), [(4, 1), (10, 1), (14, 2), (20, 2)])
def test_columns_that_no_page_holds_beside_each_other_stand_below_each_other(count, parts, tmp_path):
    """Under the first column each time, with no word torn and none of two columns run together."""
    names = CARRIERS[:count]
    rows = tuple((runs(f"Factor{k}"), *(runs(f"{k}.5") for _ in names)) for k in range(6))
    data = made(Rows((runs("Factor"), *map(runs, names)), rows, frozenset(range(1, count + 1))))
    assert tags(data)["Table"] == parts
    words = " ".join(sheets(data, "-layout")).split()
    assert [words.count(name) for name in names] == [1] * count
    assert words.count("Factor") == words.count("Factor3") == parts
    assert words.count("3.5") == count


@read_back
def test_a_word_of_a_heading_that_fits_its_column_is_not_torn_to_fill_the_line_before_it():
    names = [f"R{k} speed installation warranty delivery installation" for k in range(12)]
    rows = tuple((runs(f"U{k} installation of service lounges"), *(runs("5") for _ in names)) for k in range(6))
    data = made(Rows((runs("Factor"), *map(runs, names)), rows, frozenset(range(1, 13))))
    words = " ".join(sheets(data, "-layout")).split()
    said = {word for word in words if word.isalpha()}
    assert said == {"Title", "Factor", *["speed", "installation", "warranty", "delivery", "of", "service", "lounges"]}


@read_back
def test_a_text_that_is_written_out_has_its_column():
    """Hidden characters and symbols that no font has take more room than what is typed."""
    plain = "plain text " * 12
    rows = tuple((runs("\u202e\u2066ab"), runs("🚀🚀"), runs(plain)) for _ in range(3))
    words = "".join(sheets(made(Rows((runs("a"), runs("b"), runs("c")), rows)), "-layout")).split()
    assert words.count("<U+202E><U+2066>ab") == 3
    assert words.count("[rocket][rocket]") == 3


@read_back
@pytest.mark.parametrize("above", range(30, 40))
def test_a_heading_has_two_items_of_the_list_below_it_on_its_page(above):
    items = Listing(tuple((para(f"item{k}"),) for k in range(5)))
    pages = sheets(made(*(para(f"line{k}") for k in range(above)), Heading(2, runs("Heading")), items))
    (page,) = [page for page in pages if "Heading" in page]
    assert "item0" in page
    assert "item1" in page


def test_a_table_that_stays_whole_has_no_foot():
    assert "TFoot" not in tags(made(Rows((runs("a"),), ((runs("1"),),) * 8)))


SET = """
import hashlib
from bluecanvas.documents import *
from bluecanvas.blocks import Axis, Curves, Line, Point, Style
from bluecanvas.renderers import publish
block = Curves("T", (Axis("a", "Price"), Axis("b", "速度")), (Line("u", "Us", Style.OURS, (Point(1), Point(9))),))
pieces = (Heading(2, (Run("a"),)), Paragraph((Run("價", bold=True),)), Shown(block, True))
print(hashlib.sha256(publish("pdf", Document("T", "en", pieces))).hexdigest())
"""


def test_the_same_bytes_anywhere(tmp_path):
    pytest.importorskip("noto_cjk_sans_otc")
    (tmp_path / "tmp").mkdir()
    ran = [
        subprocess.run(
            [sys.executable, "-c", SET], cwd=tmp_path, capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | more,
        ).stdout
        for more in ({}, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "TMPDIR": str(tmp_path / "tmp"), "SOURCE_DATE_EPOCH": "1"})
    ]  # fmt: skip
    assert ran[0] == ran[1]
    assert list((tmp_path / "tmp").iterdir()) == []


@read_back
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_the_brief_of_every_example_is_one_page(example, tmp_path):
    bluecanvas.load(example.path).report(tmp_path / "brief.pdf", template="brief")
    assert len(sheets((tmp_path / "brief.pdf").read_bytes())) == 1


@read_back
def test_a_table_that_stands_there_is_not_said_again_in_place_of_a_picture():
    block = curves([f"Factor {k}" for k in range(60)], drawn_levels(3, 60), title="Wide")
    with pytest.warns(NoPicture):
        data = made(Shown(block, True), Shown(block, False))
    assert spoken(data).count("Factor59") == 1
