"""HTML documents: one page to read, taken apart again: its headings, lists, tables, figures, its policy and its print."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import browsing, needs_browser
from hard_cases import HARD
from test_every_block import BLOCKS
from test_html import ENDED

from bluecanvas import canvas as reading
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
    plain,
)
from bluecanvas.errors import CallError
from bluecanvas.publishing.shipped import examples
from bluecanvas.renderers import Look, Theme, publish
from bluecanvas.renderers._html_text import escaped

ALL = {**BLOCKS, **HARD}
HOSTILE = "</style></script><b onclick=x>&amp; \\\" ' \x1b[31m \u202e =1+1 價格 🚀"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"".join((
    b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0)),
    chunk(b"IDAT", zlib.compress(b"\0\x0b\x57\xd0\x0b\x57\xd0")), chunk(b"IEND", b""),
))  # fmt: skip


class Page(HTMLParser):
    """A page taken apart; every element must be closed where it belongs."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.text = data.decode()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.held: list[tuple[str, list[str]]] = []
        self._within: list[list[str]] = []
        self.feed(self.text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.end_parts(tag)
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "hr", "img"}:
            self.open.append(tag)
            self._within.append([])
            self.held.append((tag, self._within[-1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.end_parts("/" + tag)
        assert self.open.pop() == tag
        self._within.pop()

    def end_parts(self, tag: str) -> None:
        while self.open and self.open[-1] in ENDED.get(tag, ()):
            self.open.pop()
            self._within.pop()

    def handle_data(self, data: str) -> None:
        for held in self._within:
            held.append(data)

    def texts(self, *tags: str) -> list[str]:
        """What the elements of these kinds hold, in their order."""
        return ["".join(held).strip() for tag, held in self.held if tag in tags]

    def all(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]


def runs(text: str, **look: object) -> tuple[Run, ...]:
    return (Run(text, **look),)  # type: ignore[arg-type]


def para(text: str) -> Paragraph:
    return Paragraph(runs(text))


def made(*pieces: Piece, title: str = "Title", language: str = "en", look: Look | None = None, **more: object) -> Page:
    return Page(publish("html", Document(title, language, pieces, **more), look))  # type: ignore[arg-type]


def headings(page: Page) -> list[tuple[int, str]]:
    return [(int(tag[1]), "".join(held)) for tag, held in page.held if re.fullmatch("h[1-6]", tag)]


def test_a_document_is_one_page_that_asks_for_nothing():
    page = made(
        Heading(1, runs("A report")),
        Paragraph((Run("Plain, "), Run("bold", bold=True), Run(" and "), Run("gone", struck=True, italic=True), Run("\n"),
                   Run("a site", link="https://example.org/?a=1&b=2"))),
        Shown(BLOCKS["curves"], True, "what it shows"),
        author="A Person",
        date="1 October 2026",
        footer="Confidential",
    )  # fmt: skip
    assert page.text.startswith('<!doctype html>\n<html lang="en">')
    assert page.texts("title")[0] == "Title"
    assert page.texts("h1") == ["A report"]
    assert page.texts("header") == ["A report\nA Person · 1 October 2026"]
    assert page.texts("footer") == ["Confidential"]
    assert page.texts("strong") == ["bold"]
    assert page.texts("em", "s") == ["gone", "gone"]
    assert [tag for tag, _ in page.elements].count("br") == 1
    links = [attributes for tag, attributes in page.elements if tag == "a"]
    assert links == [{"href": "https://example.org/?a=1&b=2", "rel": "noopener noreferrer"}]
    assert {"script", "link", "iframe", "object", "form"} & {tag for tag, _ in page.elements} == set()
    assert page.all("src") == page.all("style") == []
    policy = next(attributes["content"] for tag, attributes in page.elements if "http-equiv" in attributes)
    found = re.search(r"<style>(.*?)</style>", page.text, re.DOTALL)
    assert found is not None
    digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def test_there_is_one_first_heading_and_no_level_is_left_out():
    page = made(*(Heading(level, runs(f"{level}")) for level in (3, 6, 1, 4, 2, 1)))
    assert headings(page) == [(1, "Title"), (2, "3"), (3, "6"), (2, "1"), (3, "4"), (3, "2"), (2, "1")]


def test_a_document_of_several_parts_keeps_its_first_as_the_title():
    page = made(Heading(1, runs("One")), Heading(2, runs("a")), Heading(1, runs("Two")), Heading(2, runs("b")))
    assert headings(page) == [(1, "One"), (2, "a"), (2, "Two"), (3, "b")]


def test_a_heading_within_a_quote_or_a_list_counts_in_its_place():
    inner = Quote((Heading(2, runs("quoted")), Listing(((para("x"), Heading(6, runs("deep"))),))))
    assert headings(made(inner, Heading(2, runs("after")))) == [(1, "Title"), (2, "quoted"), (3, "deep"), (2, "after")]


@pytest.mark.parametrize(("count", "shown"), [(4, False), (5, True)])
def test_contents_are_listed_where_there_are_more_than_five_headings(count, shown):
    page = made(*(Heading(2 + k % 2, runs(f"Part {k} & more", bold=True)) for k in range(count)))
    assert (page.texts("nav") != []) is shown
    if shown:
        links = [(attributes["href"] or "")[1:] for tag, attributes in page.elements if tag == "a"]
        named = {attributes["id"] for tag, attributes in page.elements if re.fullmatch("h[1-6]", tag)}
        assert page.texts("a") == [f"Part {k} & more" for k in range(count)]
        assert set(links) <= named
        assert len(links) == count


def test_lists_quotes_and_code_are_what_they_are():
    page = made(
        Listing(((para("one"), Listing(((para("inner"),),), ordered=True, start=4)), (para("a"), para("b")))),
        Quote((para("said"),)),
        Code("if a < b:\n\treturn  'x'"),
        Rule(),
        Notes((para("for the speaker"),)),
    )
    assert page.texts("li") == ["oneinner", "inner", "a\nb"]
    assert [attributes.get("start") for tag, attributes in page.elements if tag == "ol"] == ["4"]
    assert page.texts("blockquote") == ["said"]
    assert page.texts("pre") == ["if a < b:\n    return  'x'"]
    assert [tag for tag, _ in page.elements].count("hr") == 1
    assert "speaker" not in page.text


def test_a_table_says_its_heads_its_figures_and_its_missing_cells():
    page = made(Rows((runs("Name"), runs("Level")), ((runs("a", bold=True), runs("1")), (runs("b"),)), frozenset({1})))
    assert page.texts("th") == ["Name", "Level", "a", "b"]
    assert page.texts("td") == ["1", ""]
    assert [attributes.get("class") for tag, attributes in page.elements if tag == "td"] == ["n", "n"]


def test_columns_that_know_nothing_are_left_out():
    block = Table("T", ("Factor", "From", "To"), (("a", "–", "1"), ("b", "", "2")), frozenset({1, 2}))
    page = made(Shown(block, False))
    assert page.texts("th", "td") == ["Factor", "To", "a", "1", "b", "2"]


def said(block: object) -> list[str]:
    """The texts of a block that a document must have."""
    if isinstance(block, Prose):
        return list(block.paragraphs)
    table = block.as_table()  # type: ignore[attr-defined]
    return [text for row in table.rows for text in row if text not in ("", "–")]


@pytest.mark.parametrize("picture", [False, True], ids=["text", "picture"])
@pytest.mark.parametrize("name", ALL)
def test_no_block_loses_its_text(name, picture):
    block = ALL[name]
    page = made(Heading(2, runs("Above")), Shown(block, picture, "alt & <b>"))
    body = " ".join(page.texts("body")[0].split())
    for text in [] if picture else said(block):
        assert " ".join("".join(Page(f"<p>{escaped(text)}</p>".encode()).texts("p")).split()) in body
    if picture and page.texts("figure"):
        assert len(page.texts("figcaption")) == 1
        ids = page.all("id")
        assert len(ids) == len(set(ids))
        assert {label for names in ("aria-labelledby", "aria-describedby") for label in page.all(names)} <= set(ids)
    assert "script" not in {tag for tag, _ in page.elements}


def test_a_figure_s_levels_are_said_where_they_are_pointed_at_and_its_words_where_it_is_not_seen():
    page = made(Shown(BLOCKS["curves in words, in Chinese"], True, "所見"), language="zh-Hant")
    assert page.texts("title")[1:] == ["西南航空, 票價: 1", "西南航空, 速度: 5"]
    hidden = [("".join(held)) for tag, held in page.held if tag == "p"]
    assert "所見" in hidden
    assert page.texts("figcaption") == ["短程航空"]


def test_what_is_in_another_language_says_so():
    page = made(Shown(BLOCKS["curves in words, in Chinese"], True), Shown(Prose("p", ("x",), "ja"), False))
    assert page.all("lang") == ["en", "zh-Hant", "ja"]


def test_whatever_is_typed_stays_text():
    everywhere = runs(HOSTILE)
    page = made(
        Heading(1, everywhere), Paragraph(everywhere), Code(HOSTILE), Listing(((Paragraph(everywhere),),)),
        Rows((everywhere,), ((everywhere,),)), Quote((Paragraph(everywhere),)),
        Paragraph(runs("x", link='https://e.org/"><script>')),
        title=HOSTILE, author=HOSTILE, date=HOSTILE, footer=HOSTILE, logo=Logo(HOSTILE, PNG),
    )  # fmt: skip
    shown = HOSTILE.replace("\x1b", "\\x1b").replace("\u202e", "<U+202E>")
    assert page.texts("p", "li", "td", "th", "footer", "h1", "title").count(shown) >= 7
    assert [key for _, attributes in page.elements for key in attributes if key.startswith("on")] == []
    assert {"b", "script"} & {tag for tag, _ in page.elements} == set()
    assert page.text.count("</style>") == 1
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", page.text)


def test_a_logo_is_data():
    page = made(logo=Logo("acme.png", PNG))
    image = next(attributes for tag, attributes in page.elements if tag == "img")
    assert image == {
        "class": "logo", "alt": "acme", "src": f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    }  # fmt: skip


def test_nothing_but_notes_and_nothing_at_all_are_a_page():
    for page in (made(Notes((para("secret"),))), made()):
        assert page.texts("main") == ["Title"]
    assert made(title="").texts("title") == ["bluecanvas"]


def fonts(page: Page) -> list[tuple[str, str | None]]:
    found = re.findall(
        r"@font-face\{font-family:(\w+);(?:font-weight:(\d+);)?src:url\(data:font/woff;base64,", page.text
    )
    return [(family, weight or None) for family, weight in found]


def test_a_theme_brings_its_own_letters_and_chinese_the_extra_s(tmp_path):
    pytest.importorskip("noto_cjk_sans_otc")
    from bluecanvas.fonts import latin_faces

    theme = Theme("own", "light", {"ours": "#aa0066"}, tuple(face.path for face in latin_faces()))
    page = made(para("Price 價格"), look=Look(theme=theme))
    assert fonts(page) == [("own", "400"), ("own", "700"), ("cjk", None)]
    assert "--ours:#aa0066" in page.text
    assert fonts(made(para("Price"))) == []
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(Path(latin_faces()[0].path).read_bytes()[:5000])
    with pytest.raises(CallError, match="the font of own is damaged"):
        made(para("Price"), look=Look(theme=theme._replace(font=(str(broken),))))


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_a_report_of_the_gallery_is_small(example):
    from bluecanvas.checking import examine
    from bluecanvas.publishing.documenting import document
    from bluecanvas.publishing.reports import draft

    read = reading.read(Path(example.path).read_bytes())
    for language in ("en", "zh-Hans"):
        made = document(draft(read.canvas, examine(read, example.name), "report", language=language))
        data = publish("html", made)
        assert len(re.sub(rb"@font-face\{[^}]*\}", b"", data)) < 60_000


SET = """
import hashlib, sys
from bluecanvas.documents import *
from bluecanvas.renderers import publish
page = publish("html", Document("T", "en", (Heading(2, (Run("a"),)), Paragraph((Run("價"),)))))
print(hashlib.sha256(page).hexdigest())
print(sorted({"matplotlib", "numpy", "jinja2", "rich", "typer", "typst", "markdown_it"} & set(sys.modules)))
"""


def test_the_same_bytes_anywhere_and_nothing_heavy_imported(tmp_path):
    ran = [
        subprocess.run(
            [sys.executable, "-c", SET], cwd=tmp_path, capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | more,
        ).stdout.split("\n")
        for more in ({}, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "HOME": "/nonexistent"})
    ]  # fmt: skip
    assert ran[0] == ran[1]
    assert ran[0][1] == "[]"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    nested: Piece = para("the lowest")
    for _ in range(12):
        nested = Listing(((para("level"), nested),))
    pieces = (
        Heading(1, runs("The title " * 20)), Shown(HARD["sixty letters"], True), Shown(HARD["grid"], True),
        Rows(tuple(runs(f"Column {k}") for k in range(12)), tuple(tuple(runs("internationalisation") for _ in range(12)) for _ in range(60))),
        para("x" * 5000), Code("y" * 500), nested,
        Heading(2, runs("End")), *[para("价格策略 " * 400)] * 3,
    )  # fmt: skip
    path = folder / "page.html"
    path.write_bytes(publish("html", Document("t", "en", pieces, footer='Not for 公開 "use"')))
    return path


@needs_browser
@pytest.mark.parametrize("width", [360, 700, 1400])
def test_nothing_runs_off_the_screen_and_nothing_is_asked_for(pages, width, tmp_path):
    with browsing(tmp_path) as browser:
        browser.open(pages, width=width)
        assert browser.ask("document.documentElement.scrollWidth") == width
        assert [url for url in browser.asked if not url.startswith(("data:", "file:"))] == []
        assert browser.wrong == []


@needs_browser
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here: apt-get install poppler-utils")
def test_printed_pages_say_the_footer_and_their_number_and_repeat_the_table_s_head(pages, tmp_path):
    with browsing(tmp_path) as browser:
        browser.open(pages)
        browser.print(tmp_path / "page.pdf")
    printed = subprocess.run(["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"], capture_output=True, check=True)
    sheets = printed.stdout.decode().split("\f")[:-1]
    assert len(sheets) > 3
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} / {len(sheets)}" in sheet
        assert 'Not for 公開 "use"' in " ".join(sheet.split())
    table = [sheet for sheet in sheets if "international" in sheet or "isation" in sheet]
    assert len(table) > 1
    assert all("Column" in sheet for sheet in table)
    assert not any(re.search(r"End\s*\Z", re.sub(r"Not for .*", "", sheet)) for sheet in sheets)


def test_plain_text_is_all_there_whatever_the_look():
    look = (Run("a", bold=True), Run("b ", italic=True), Run(" c", code=True), Run("d"))
    assert made(Paragraph(look)).texts("p") == [plain(look)]


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (("判定", "與眾不同", "不明"), "w"),
        (("判定", "與眾不同，曲線自成一格"), None),
        (("Verdict", "not judged"), None),
    ],
)
def test_short_east_asian_text_in_a_column_is_not_broken_where_nothing_there_is_longer(texts, style):
    header, *rows = [(runs(text), runs("a")) for text in texts]
    cells = [
        attributes.get("class") for tag, attributes in made(Rows(header, tuple(rows))).elements if tag in ("th", "td")
    ]
    assert cells == [style, None] * len(texts)
