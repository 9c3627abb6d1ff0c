"""Markdown: every text comes back as the text it was, and tables keep their shape."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bluecanvas.blocks import Axis, Band, Cell, Curves, Grid, Line, Move, Point, Prose, Style, Table
from bluecanvas.renderers import render
from bluecanvas.renderers.markdown import body
from bluecanvas.words import cells, visible
from bluecanvas.words.markdown import escape, image, link, message, table

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
GAP = "\u200b"

HOSTILE = [
    "a | b",
    "a \\| b \\",
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "<https://example.org>",
    "&lt;b&gt; &amp; &#65; &copy AT&T & Co &",
    "**bold** __bold__ *i* _i_ ~~gone~~ snake_case",
    "`code` ``` fence",
    "[text](javascript:alert(1)) [ref][1] [1]: x [^1] [x]",
    "![image](https://example.org/pixel.png)",
    "great!",
    "# heading #",
    "###### six",
    "- item",
    "-",
    "+ item",
    "* item",
    "1. one",
    "12) twelve",
    "> quote",
    "---",
    "- - -",
    "===",
    "***",
    "~~~",
    ": definition",
    "    code by indentation",
    "line one\nline two\r\n\r\nnew paragraph",
    "ends with spaces   ",
    "hard break\\\nhere",
    "@octocat and a@example.org",
    "see #123 and GH-7 and owner/repo#9",
    ":warning: 12:30:45",
    "https://example.org www.example.org WWW.example.org ftp://x",
    "::error file=x::boo",
    "##vso[task.setvariable]x",
    "{{ 7 * 7 }} {% raw %} {#id .class}",
    "$x$ and $5",
    "\x1b[31mred\x07\x00\u202egnp.exe\u200b\ufeff",
    "價格｜餐食 「引號」 ＊星＊",
    "+++",
    "?? $$ %% ^^",
]


def plain(text: str) -> str:
    return visible(re.sub("[ \t\n\r\f\v\x85\u2028\u2029]+", " ", text).strip())


def texts(tokens: list[Token]) -> str:
    """What is left when only text may be: any other inline token is a failure."""
    for token in tokens:
        assert token.type in ("text", "text_special", "softbreak"), token
    return "".join(token.content for token in tokens).replace(GAP, "")


def inlines(source: str) -> list[Token]:
    return [token for token in PARSER.parse(source) if token.type == "inline"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("around", ["{}", "# {}", "- {}", "> {}", "1. {}", "before {} after", "word\n{}"])
def test_comes_back(text, around):
    (inline,) = inlines(around.format(escape(text)))
    assert plain(text) in texts(inline.children or [])


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_comes_back(text):
    found = inlines(escape(text))
    assert texts([child for inline in found for child in inline.children or []]) == plain(text).strip()


@given(st.text(alphabet="*_`[]()!<>&#|\\~-+=:@.1 \nab/w{}$", max_size=30))
def test_any_markup_comes_back_in_a_cell(text):
    source = table(["head", escape(text)], [[escape(text), "x"]])
    found = inlines(source)
    assert [texts(inline.children or []) for inline in found] == ["head", plain(text), plain(text), "x"]


def test_what_sites_make_links_of_is_broken_up():
    """Neither a backslash nor an entity stops a site that links mentions in finished text."""
    assert escape("@octocat #12 GH-3") == "@&#8203;octocat \\#&#8203;12 GH-&#8203;3"
    assert escape("https://x.org www.x.org") == "https&#58;//x.org www&#46;x.org"
    assert escape("::error::x") == "&#58;:&#8203;error::x"


@pytest.mark.parametrize(
    "text", ["Kim & Mauborgne (2005), p. 3", "Price: high", "−5", "-5", "AT 9.5", "C-3", "2005", "café"]
)
def test_ordinary_text_stays_as_it_is(text):
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("say `price` or `role: as-is`, not *this*", "say `price` or `role: as-is`, not \\*this\\*"),
        ("`<b>` @octocat", "`<b>` @&#8203;octocat"),
        ("`a|b` is", "\\`a&#124;b\\` is"),
        ("`a``b`", "```a``b```"),
        ("`p | q` is at `5`, `r` not", "\\`p &#124; q\\` is at `5`, `r` not"),
        ("one ` alone", "one \\` alone"),
        ("`x\n\u202ey`", "`x <U+202E>y`"),
        ("", ""),
    ],
)
def test_messages_set_names_as_code(text, expected):
    assert message(text) == expected


@given(st.text(alphabet="`a |\\*<\n", max_size=20))
def test_a_message_stays_in_its_cell(text):
    found = inlines(table(["head", "x"], [[message(text), "x"]]))
    assert len(found) == 4
    kinds = {child.type for inline in found for child in inline.children or []}
    assert kinds <= {"text", "text_special", "code_inline"}


def test_alt_text_and_path_of_an_image():
    (inline,) = inlines(image("a ] b ![x](y) | c", "out dir/圖 (1)?#%.png"))
    (found,) = inline.children or []
    assert found.type == "image"
    assert found.content.replace(GAP, "") == "a \\] b \\!\\[x\\](y) &#124; c"
    assert found.attrs["src"] == "out%20dir/%E5%9C%96%20%281%29%3F%23%25.png"


@pytest.mark.parametrize("path", ["javascript:alert(1).png", "http://x.org/a.png"])
def test_a_path_is_never_an_address(path):
    (inline,) = inlines(image("x", path))
    assert ":" not in (inline.children or [])[0].attrs["src"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.org",
        "/etc/passwd",
        "",
        None,
        "https://x.org/a b",
        "https://",
        "x",
    ],
)
def test_no_link_but_to_the_web(address):
    assert link("a *b*", address) == "a \\*b\\*"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/s", "https://example.org/s"),
        ("https://example.org/?a=1&copy=2", "https://example.org/?a=1&copy=2"),
        ("https://example.org/>)[x](y)", "https://example.org/%3E)%5Bx%5D(y)"),
        ("https://example.org/價", "https://example.org/%E5%83%B9"),
        ("HTTPS://example.org/a|b", "HTTPS://example.org/a%7Cb"),
    ],
)
def test_link(address, target):
    (inline,) = inlines(link("a ] b", address))
    opening, *_ = inline.children or []
    assert opening.attrs == {"href": target}


def test_columns_are_aligned_in_cells():
    lines = table(["競爭要素", "x"], [["價格", "10"], ["Speed", "1"]], {1}).split("\n")
    assert lines == ["| 競爭要素 |   x |", "| -------- | --: |", "| 價格     |  10 |", "| Speed    |   1 |"]
    assert len({cells(line) for line in lines}) == 1


def test_a_long_cell_does_not_widen_all_rows():
    first, *_ = table(["h"], [["x" * 500], ["y"]]).split("\n")
    assert len(first) < 80


CURVES = Curves(
    title="Air | travel",
    axes=(Axis("price", "Price", price=True), Axis("x", "Departures", created=True)),
    lines=(
        Line("us", "Us", Style.OURS, (Point(3), Point(9, 8.5, 9.5))),
        Line("them", "Them", Style.RIVAL, (Point(7), Point(None))),
    ),
    subtitle="Fast & cheap",
    note="Source: survey",
)


def test_curves():
    assert render("markdown", [CURVES]).decode() == (
        "## Air &#124; travel\n"
        "\n"
        "*Fast & cheap*\n"
        "\n"
        "| Factor     |             Us | Them |\n"
        "| ---------- | -------------: | ---: |\n"
        "| Price      |              3 |    7 |\n"
        "| Departures | 9 \\[8.5, 9.5\\] |    – |\n"
        "\n"
        "0 = low · 10 = high · price: high = expensive · created: Departures\n"
        "\n"
        "*Source: survey*\n"
    )


def test_burdens_groups_and_the_date_are_said():
    block = CURVES
    axes = (Axis("price", "Price", price=True, burden=True), Axis("wait", "Waiting time", burden=True))
    said = render(
        "markdown",
        [block._replace(axes=axes, date="2026-10-03", bands=(Band("Low cost", ("them",)),), note="")],
    ).decode()
    assert "0 = low · 10 = high · price: high = expensive · less is better: Waiting time · Low cost: Them\n" in said
    assert said.endswith("\n*3 October 2026*\n")


def test_a_scale_with_words_is_explained_by_them():
    words = Curves("t", CURVES.axes[1:], CURVES.lines[1:], words=((1, "none"), (5, "best")), language="zh-Hant")
    assert "1 = none · 5 = best · created：Departures" in body(words)


GRID = Grid(
    title="Moves",
    cells=(
        Cell("eliminate", "Eliminate", (), "nothing | to drop"),
        Cell("reduce", "Reduce", (Move("Price", None, 2, 6, "rivals", "near *driving*", "COO, 2027"),)),
        Cell("raise", "Raise", ()),
        Cell("create", "Create", (Move("New", None, 9, 0, "rivals"),)),
    ),
)


def test_grid_tells_of_empty_cells_and_leaves_out_what_nobody_knows():
    assert body(GRID) == (
        "| Action    | Factor |  To | Against  | Gap | Why                         |\n"
        "| --------- | ------ | --: | -------- | --: | --------------------------- |\n"
        "| Eliminate | –      |     |          |     | nothing &#124; to drop      |\n"
        "| Reduce    | Price  |   2 | rivals 6 |  −4 | near \\*driving\\*; COO, 2027 |\n"
        "| Raise     | –      |     |          |     |                             |\n"
        "| Create    | New    |   9 | rivals 0 |  +9 |                             |"
    )


def test_prose_and_table():
    blocks = [Prose("Said", ("one\ntwo", "- three")), Table("Empty", ("a",), ())]
    assert render("markdown", blocks) == b"## Said\n\none two\n\n\\- three\n\n## Empty\n\n| a   |\n| --- |\n"
