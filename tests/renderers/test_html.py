"""HTML: a page that needs nothing else, read back with a parser: its policy, its texts, its tables, its font."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hard_cases import HARD, curves
from test_every_block import BLOCKS

import bluecanvas
from bluecanvas.blocks import Band, Block, Curves, Facets, Grid, Line, Point, Prose, Shift, Style, Table
from bluecanvas.errors import CallError
from bluecanvas.publishing.shipped import examples
from bluecanvas.renderers import Look, render
from bluecanvas.renderers._html_style import _closed_up, _declared
from bluecanvas.renderers._html_tables import level_text
from bluecanvas.renderers._html_text import embedded, escaped
from bluecanvas.renderers._html_words import page_words
from bluecanvas.words.catalogues import languages

ALL: dict[str, Block] = {**BLOCKS, **HARD}
VOID = {"meta", "br"}
CELLS = {"td", "th"}
ENDED = {
    "td": CELLS,
    "th": CELLS,
    "tr": CELLS | {"tr"},
    "tbody": CELLS | {"tr", "thead"},
    "/table": CELLS | {"tr", "tbody"},
    "li": {"li"},
    "/ul": {"li"},
    "/ol": {"li"},
}
"""What ends where a part of a table or a list begins, and where those end: HTML asks for no end tags of theirs."""


class Page(HTMLParser):
    """A page taken apart; every element must be closed where it belongs."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.held: dict[str, list[str]] = {}
        self.tables: list[list[list[str]]] = []
        self.text = data.decode("utf-8")
        self.feed(self.text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), self.get_starttag_text()
        self.end_parts(tag)
        self.elements.append((tag, dict(attrs)))
        self.held.setdefault(tag, []).append("")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.end_parts("/" + tag)
        assert self.open.pop() == tag

    def end_parts(self, tag: str) -> None:
        while self.open and self.open[-1] in ENDED.get(tag, ()):
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.held[tag][-1] += data
        if self.open and self.open[-1] in ("td", "th"):
            self.tables[-1][-1][-1] += data

    def all(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]


def page(*blocks: Block, theme: str = "light") -> Page:
    return Page(render("html", blocks, Look(theme=theme)))


def policy_of(read: Page) -> str:
    return next(
        attributes["content"] or ""
        for _, attributes in read.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_loaded_and_only_the_named_style_and_script_work(name):
    read = page(ALL[name])
    tags = {tag for tag, _ in read.elements}
    assert tags & {"link", "img", "iframe", "object", "embed", "base", "form", "foreignobject", "a"} == set()
    assert [
        link
        for link in read.all("href")
        if not re.fullmatch(r"#(b0)?(p\d+)?(l|m\d+|eliminate|reduce|raise|create)", link)
    ] == []
    assert read.all("src") == read.all("style") == read.all("xlink:href") == []
    assert [key for _, attributes in read.elements for key in attributes if key.startswith("on")] == []
    scripts = [held for held, (_, attributes) in zip(
        read.held.get("script", []), [e for e in read.elements if e[0] == "script"], strict=True
    ) if "type" not in attributes]  # fmt: skip
    hashes = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*read.held["style"], *scripts)
    ]
    policy = policy_of(read)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("name", ALL)
def test_the_last_table_is_the_block_s(name):
    block = ALL[name]
    if not isinstance(block, (Curves, Table)) or not block.as_table().header:
        return
    rows = [[escaped(text) for text in row] for row in cells(block)]
    assert [[escaped(text) for text in row] for row in page(block).tables[-1]] == rows


def cells(block: Block) -> list[tuple[str, ...]]:
    """The rows of a block's table as a page has them: levels with a minus sign, and intervals in one piece."""
    table, leave = block.as_table(), str
    return [
        table.header,
        *((*row[:1], *map(level_text if isinstance(block, Curves) else leave, row[1:])) for row in table.rows),
    ]


def said(block: Block) -> Iterator[str]:
    """What a block says, text by text."""
    yield block.title
    if isinstance(block, Grid):
        for cell in block.cells:
            yield from (cell.heading, *([] if cell.moves else [cell.empty]))
            yield from (text for move in cell.moves for text in (move.name, move.why, move.detail, move.versus))
        return
    yield from (text for row in cells(block) for text in row)
    if isinstance(block, Curves):
        yield from (block.subtitle, block.dated, block.note, *(word for _, word in block.words))


@pytest.mark.parametrize("name", ALL)
def test_every_text_is_in_the_page_and_no_hidden_character(name):
    data = render("html", [ALL[name]])
    read = Page(data)
    for text in said(ALL[name]):
        assert Page(f"<p>{escaped(text)}</p>".encode()).held["p"][0] in read.held["body"][0]
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", data.decode())


@pytest.mark.parametrize("name", ALL)
def test_ids_are_there_once_and_what_is_named_by_id_exists(name):
    read = page(ALL[name])
    ids = read.all("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in read.all("href")} <= set(ids)
    assert set(read.all("aria-labelledby")) <= set(ids)


def test_several_blocks_are_one_page_with_one_first_heading():
    read = page(*BLOCKS.values())
    tags = [tag for tag, _ in read.elements]
    assert tags.count("h1") == tags.count("main") == 1
    panels = sum(isinstance(block, Curves) for block in BLOCKS.values())  # each with two headings
    assert tags.count("h2") == len(BLOCKS) - 1 + 2
    assert tags.count("h3") == 8 + 2 * (panels - 1)
    ids = read.all("id")
    assert len(ids) == len(set(ids))


def test_a_grid_says_each_move_under_its_cell():
    read = page(BLOCKS["grid"])
    assert [read.held[tag] for tag in ("h1", "h2", "b")] == [
        ["Moves"], ["Eliminate", "Reduce", "Raise", "Create"], ["Lounges", "Speed"]
    ]  # fmt: skip
    assert "nothing here" in read.held["p"]
    assert "5 → 0" in read.held["span"]


def test_prose_is_paragraphs_and_its_language_is_said():
    read = page(Prose("Said", ("One & two.", "", "三。"), "ja"), Prose("More", (), "en"))
    assert read.held["p"] == ["One & two.", "三。"]
    assert read.all("lang") == ["ja", "en"]


def test_no_script_where_nothing_moves():
    read = page(BLOCKS["table"], BLOCKS["grid"])
    assert "script" not in read.held
    assert "script-src" not in policy_of(read)


def test_embedded_data_ends_no_script_and_reads_back_as_typed():
    typed = "</script><!--<script>&\u2028\u202e\x1b\"'\\ 價格 🚀"
    text = embedded([typed])
    assert re.search("[<>&\u2028\u202e\x1b]", text) is None
    assert json.loads(text) == [typed]


def test_a_lone_half_of_a_pair_is_written_out():
    assert "<U+D800>" in page(Prose("a", ("\ud800",))).held["p"][0]
    assert render("html", [curves(("\udc9a\ud800",), [[1]])])


def drawn(block: Block) -> dict[str, list[tuple[float, float]]]:
    """Where the points stand, by curve: beside the places of their factors."""
    svg = re.search(r'<div class="area">.*?</div>', render("html", [block]).decode(), re.DOTALL)
    assert svg is not None
    found: dict[str, list[tuple[float, float]]] = {}
    for middle, marks in re.findall(r"<svg x=([\d.]+)%>(.*?)</svg>", svg[0]):
        for curve, aside, y in re.findall(r"<use href=#m(\d+)(?: x=([-\d.]+)%)? y=([\d.]+)% />", marks):
            found.setdefault(curve, []).append((round(float(middle) + float(aside or 0), 2), float(y)))
    return found


def test_points_stand_where_their_levels_are_and_equal_ones_side_by_side():
    places = drawn(curves(("a", "b"), [[0, 5], [10, 5], [None, 2.5]]))
    assert places["0"] == [(25, 96), (75, 50)]
    assert places["1"] == [(25, 4), (83, 50)]
    assert places["2"] == [(75, 73)]


def test_levels_that_are_equal_stay_on_their_level_and_left_of_a_move_s_arrow():
    block = curves(("a", "b"), [[0, 5], [0, 5], [0, 5.05]])
    assert drawn(block) == {"0": [(25, 96), (75, 50)], "1": [(33, 96), (83, 50)], "2": [(17, 96), (67, 49.5)]}
    moving = block._replace(shifts=(Shift("f1", "raise", "Raise", 2, 5),))
    assert [drawn(moving)[curve][1] for curve in "012"] == [(75, 50), (67, 50), (59, 49.5)]


def test_lines_that_run_flat_along_each_other_are_drawn_apart_and_their_markers_on_their_level():
    block = curves(("a", "b", "c"), [[5, 5, 9], [5, 5, 1], [5, 5.05, 5]])
    text = page(block).text
    paths = re.findall(r'<g class="curve c(\d)">(?:<path class=clear.*?/>)?<path class=line d="(.*?)"', text)
    assert dict(paths) == {
        "0": "M16.7 50l33.3 0l33.3-36.8", "1": "M22 50.9l33.3 0l28 35.9", "2": "M11.3 49.2l33.4 0l38.6 .8"
    }  # fmt: skip
    assert {y for row in drawn(block).values() for _, y in row[:2]} == {50, 49.5}


def viewed() -> Curves:
    """Ours and three others with all that a view adds: moves, a group and a mean."""
    block = curves(("a", "b", "c"), [[9, 1, 5], [2, 6, 0], [4, 8, None], [3, 7, 0]], ("Us", "Them", "Others", "Car"))
    return block._replace(shifts=(Shift("f0", "raise", "Raise", 2, 9), Shift("f1", "eliminate", "Eliminate", 6, 1), Shift("f2", "create", "Create", None, 5)),
        bands=(Band("Airlines", ("c1", "c2")), Band("Alone", ("c3",))),
        derived=(Line("m", "Mean", Style.INDUSTRY, (Point(3), Point(7), Point(0)), "mean"),),
        axes=tuple(axis._replace(created=axis.name == "c") for axis in block.axes),
    )  # fmt: skip


def test_moves_groups_means_and_parts_are_drawn_and_named():
    read = page(viewed())
    assert read.held["title"][1:] == ["a: Raise 2 → 9", "b: Eliminate 6 → 1", "c: Create 5"]
    ways = [(e["x1"], e["y1"], e["x2"], e["y2"]) for tag, e in read.elements if tag == "line" and e["class"] == "way"]
    assert ways[0] == ("24%", "77.6%", "24%", "13.2%")
    assert len(ways) == 2  # one has no way to go
    ranges = [e["d"] for _, e in read.elements if e.get("class") == "range"]
    assert ranges[1] == "M16.7 59.2 50 22.4 83.3 96 83.3 96 50 40.8 16.7 77.6Z"
    names = read.text.split('<ul class="names">')[1].split("</ul>")[0]
    assert re.findall(r"<span>(.*?)</span>", names) == ["Us", "Them", "Others", "Car", "Mean", "Airlines"]
    assert re.findall(r"</svg>(\w+)</li>", read.text) == ["Raise", "Eliminate", "Create"]
    assert re.findall(r"<li(?: class=\"zone\")?><span>(\w+)</span></li>", read.text.split('class="parts"')[1])[:2] == [
        "existing",
        "created",
    ]


def test_our_own_curve_is_drawn_beside_the_range_of_its_group():
    text = page(viewed()._replace(bands=(Band("Low cost", ("c0", "c1")),))).text
    names = text.split('<ul class="names">')[1].split("</ul>")[0]
    drawn = re.findall(r'<g class="curve c(\d)">', text)
    assert "0" in drawn
    assert "1" not in drawn
    assert re.findall(r"<span>(.*?)</span>", names)[0] == "Us"


def test_small_multiples_share_the_pens_of_the_whole_and_its_groups_stand_behind_their_members():
    whole = viewed()._replace(shifts=())
    text = page(Facets(whole, (("c0", "c1"), ("c0", "c2"), ("c0", "c3")))).text
    colours = [re.search(rf"#b0p{k} .c1,#p{k}m1{{--c:(#\w+)", text) for k in range(3)]
    assert len({colour[1] for colour in colours if colour}) == 3
    plots = text.split('<figure class="facet"')[1:]
    assert [len(re.findall("class=range", plot)) for plot in plots] == [2, 2, 0]  # the drawing and the key
    assert [">Airlines</span>" in plot for plot in plots] == [True, True, False]


def test_dates_are_said_as_pictures_say_them_and_names_with_their_answers():
    line = Line("u", "Us", Style.OURS, (Point(5, n=98), Point(7, n=212)))
    read = page(curves(("a", "b"), [])._replace(lines=(line,), date="2026-10-03"))
    assert "3 October 2026" in read.held["p"]
    assert "<span>Us<small> (n = 98–212)</small></span>" in read.text


def test_levels_beyond_the_scale_stay_on_the_plot():
    assert drawn(curves(("a", "b"), [[-3, 12]]))["0"] == [(25, 96), (75, 4)]


def test_an_interval_and_its_answers_are_drawn_and_said():
    line = Line("u", "Us", Style.OURS, (Point(5, 4, 6, 212, (0,)), Point(7)))
    read = page(Curves("t", curves(("a", "b"), []).axes, (line,), sources=("A survey",)))
    bars = [attributes["d"] for _, attributes in read.elements if attributes.get("class") == "bar"]
    assert bars == ["M25 59.2v-18.4"]
    assert read.held["span"][0] == "Us (n = 212)"
    assert read.tables[-1][1] == ["a", "5 [4,\u00a06; n\u00a0=\u00a0212]"]


@pytest.mark.parametrize(
    ("theme", "background", "dark"), [("light", "#ffffff", True), ("dark", "#ffffff", True), ("mono", "#ffffff", False)]
)
def test_themes(theme, background, dark):
    style = page(HARD["one curve"], theme=theme).held["style"][0]
    assert style.startswith(f":root{{--bg:{background}")
    assert ("@media screen" in style and "#101820" in style) is dark
    assert ("prefers-color-scheme" in style) is (theme == "light")


def test_an_unknown_theme_and_nothing_to_draw_are_said():
    with pytest.raises(CallError, match="no theme 'drak'"):
        page(HARD["one curve"], theme="drak")
    with pytest.raises(CallError, match="nothing to draw"):
        render("html", [])


def test_east_asian_text_brings_its_glyphs_and_no_others():
    pytest.importorskip("noto_cjk_sans_otc")
    from fontTools.ttLib import TTFont

    data = render("html", [curves(("價格", "Speed"), [[1, 2]], title="海底撈", language="zh-Hant")]).decode()
    found = re.search(r"@font-face\{font-family:cjk;src:url\(data:font/woff;base64,([^)]+)\)\}", data)
    assert found is not None
    with TTFont(io.BytesIO(base64.b64decode(found[1]))) as font:
        glyphs = {chr(code) for code in font.getBestCmap()}
    assert set("價格海底撈") | set(page_words("zh-Hant")["whatif"]) - {" "} <= glyphs
    assert not glyphs & set("abcXYZ0189")
    assert len(glyphs) < 250
    assert "font-face" not in render("html", [HARD["one curve"]]).decode()


def test_without_the_extra_the_reader_s_own_fonts_serve(monkeypatch):
    monkeypatch.setattr("bluecanvas.renderers._html_fonts.find_cjk", lambda chars, language: None)
    assert b"font-face" not in render("html", [HARD["Chinese"]])


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_every_language_whole(language):
    words = page_words(language)
    assert words.keys() == page_words("en").keys()
    assert all(words.values())
    assert page_words("xx") is page_words("en")


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_a_gallery_page_is_small(example):
    data = render("html", bluecanvas.load(example.path).blocks("curves"))
    assert len(re.sub(rb"@font-face\{[^}]*\}", b"", data)) < 55_000


FACTOR = "Factor {} as buyers name it when they are asked what counts for them"
PLAYER = "Player {} as it calls itself where it says whom it is meant to serve"
ZH_FACTOR = "第{}個因素買方被問到什麼最重要時所說的那一項每次說起來都是用同樣的說法從來不換一個字也不少一個字所以我們照樣寫在這裡給大家看"
ZH_PLAYER = "第{}家公司對外宣稱的全名連同它說明自己到底想要服務哪一群顧客的那一句話以及它為什麼認為那一群人會一直留下來而不去找別人"


def crowded(letters: int, factor: str = FACTOR, player: str = PLAYER, **more: object) -> Curves:
    """Ten curves over twenty factors, whose names have so many letters: as much as one picture holds."""
    factors, players = (
        [name.format(at)[:letters].strip() for at in range(count)] for name, count in ((factor, 20), (player, 10))
    )
    return curves(factors, [[(3 * c + 7 * k) % 11 for k in range(20)] for c in range(10)], players, **more)


def measured(block: Curves) -> Curves:
    """Every level with a fraction, an interval, a number of answers and what it rests on."""

    def point(c: int, k: int) -> Point:
        level = round((37 * c + 73 * k) % 91 / 10 + 0.5, 1)
        low, high = round(max(0, level - 0.4 - (c + k) % 5 / 10), 1), round(min(10, level + 0.3 + c * k % 5 / 10), 1)
        return Point(level, low, high, 40 + (17 * c + 31 * k) % 400, (c % 3,))

    lines = tuple(
        line._replace(points=tuple(point(c, k) for k in range(len(block.axes)))) for c, line in enumerate(block.lines)
    )
    return block._replace(lines=lines, sources=("Panel of buyers, 2026", "Survey of passengers", "Price lists"))


def averaged(block: Curves) -> Curves:
    """With the rivals' mean as a curve of its own."""
    points = (Point(sum(line.points[k].value or 0 for line in block.lines[1:]) / 9) for k in range(len(block.axes)))
    return block._replace(derived=(Line("mean", "Rivals’ mean", Style.INDUSTRY, tuple(points), "mean"),))


@pytest.mark.parametrize(
    ("block", "most"),
    [
        (crowded(20), 58_000),
        (crowded(60), 58_000),
        (measured(crowded(20)), 60_000),
        (averaged(crowded(60)), 60_000),
        (crowded(60, ZH_FACTOR, ZH_PLAYER, language="zh-Hant"), 60_000),
    ],
    ids=[
        "plain",
        "sixty letters",
        "intervals, answers and evidence",
        "sixty letters and a mean",
        "sixty Chinese letters",
    ],
)
def test_a_page_of_ten_curves_and_twenty_factors_is_small_too(block, most):
    page = re.sub(rb"@font-face\{[^}]*\}", b"", render("html", [block]))
    assert len(page) < most
    assert page.count(b"<use href=#m") == 210 + 21 * len(block.derived)


def test_the_script_is_closed_up_and_its_texts_and_patterns_are_as_they_were():
    assert _closed_up('const a = b + -1, c = "const x : y" ;\nif (a - -b) { d(`p ${ q; } = r`, / [)] = /g); }\n') == (
        'let a=b + -1,c="const x : y";if(a - -b){d(`p ${ q; } = r`,/ [)] = /g)}'
    )


def test_declarations_of_a_line_each_are_one_and_no_others():
    lines = [
        "const a = 1;",
        "const b = a;",
        "const c = () => {",
        "const d = 2;",
        'const e = ";";',
        "const f = g(",
        "1);",
        "const h = 3;",
    ]
    assert _declared(lines) == [
        "const a = 1, b = a, c = () => {",
        'const d = 2, e = ";";',
        "const f = g(",
        "1);",
        "const h = 3;",
    ]
    assert _declared(["const a = x => { b();", "const c = 1;"]) == ["const a = x => { b();", "const c = 1;"]


DRAW = """
import hashlib, sys
from bluecanvas.blocks import Axis, Curves, Line, Point, Style
from bluecanvas.renderers import render
block = Curves("{title}", (Axis("a", "Price", price=True), Axis("b", "Speed")),
               (Line("u", "Us", Style.OURS, (Point(1), Point(9))), Line("r", "Them", Style.RIVAL, (Point(7), Point(None)))))
print(hashlib.sha256(render("html", [block])).hexdigest())
print(sorted({{"matplotlib", "numpy", "jinja2", "fontTools", "rich", "typer"}} & set(sys.modules)))
"""


@pytest.mark.parametrize("title", ["Price", "價格"])
def test_the_same_bytes_anywhere_and_nothing_heavy_imported(title, tmp_path):
    ran = [
        subprocess.run(
            [sys.executable, "-c", DRAW.format(title=title)], cwd=tmp_path, capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | more,
        ).stdout.split("\n")
        for more in ({}, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "HOME": "/nonexistent"})
    ]  # fmt: skip
    assert ran[0] == ran[1]
    assert ran[0][1] == ("[]" if title.isascii() else "['fontTools']")


def test_small_multiples_are_drawn_each_with_its_words_and_all_in_one_table():
    whole = curves(("Price", "Speed"), [[1, 9], [4, 4], [7, 3]], ("Us", "Them", "Others"))
    read = page(Facets(whole, (("c0", "c1"), ("c0", "c2"))))
    drawn = [a for tag, a in read.elements if tag == "svg" and "data-rules" in a]
    assert [(a["role"], a["aria-labelledby"], a["aria-describedby"]) for a in drawn] == [
        ("img", f"b0p{k}h", f"b0p{k}t") for k in (0, 1)
    ]
    assert read.held["figcaption"] == ["Us – Them", "Us – Others"]
    assert sum("%" in (a.get("y") or "") for tag, a in read.elements if tag == "use") == 2 * 4
    assert "Others, Speed: 3" in read.held["title"]
    assert [tag for tag, _ in read.elements].count("table") == 1
    assert "script" not in {tag for tag, _ in read.elements}
