"""A client's presentation: its masters and colours are taken, its slides are not, and no file does harm."""

from __future__ import annotations

import colorsys
import contextlib
import io
import re
import zipfile
from collections.abc import Callable

import pptx
import pytest
from hard_cases import curves
from hypothesis import given
from hypothesis import strategies as st
from office_files import faults, parts
from pptx.oxml.ns import qn
from test_every_block import BLOCKS

from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, Model, render
from bluecanvas.renderers._palette import contrast

MASTER = "ppt/slideMasters/slideMaster1.xml"
MAIN = "ppt/presentation.xml"


def client_bytes() -> bytes:
    deck = pptx.Presentation()
    for layout in (0, 1, 5):
        deck.slides.add_slide(deck.slide_layouts[layout]).shapes.title.text = "secret"
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


CLIENT = client_bytes()


def liked(data: bytes, *names: str) -> bytes:
    return render("pptx", [BLOCKS[name] for name in names or ("table",)], Look(like=Model("client.pptx", data)))


def changed(change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The client's file with its parts changed, and more of them."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(CLIENT)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, data in more.items():
            target.writestr(name, data)
    return file.getvalue()


def test_its_masters_layouts_and_size_are_taken_and_its_slides_are_not():
    data = liked(CLIENT, *BLOCKS)
    assert faults(data) == []
    deck, own = pptx.Presentation(io.BytesIO(data)), pptx.Presentation(io.BytesIO(CLIENT))
    assert (deck.slide_width, deck.slide_height) == (own.slide_width, own.slide_height)
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in own.slide_layouts]
    assert {slide.slide_layout.name for slide in deck.slides} == {"Title Only"}
    assert b"secret" not in b"".join(parts(data).values())
    assert parts(data)["ppt/theme/theme1.xml"] == parts(CLIENT)["ppt/theme/theme1.xml"]


def test_series_take_the_colours_of_its_theme():
    (slide,) = pptx.Presentation(io.BytesIO(liked(CLIENT, "curves in words, in Chinese"))).slides
    chart = next(shape for shape in slide.shapes if shape.has_chart).chart
    colours = chart._chartSpace.findall(f".//{qn('a:schemeClr')}")
    assert {"accent1", "tx1"} <= {colour.get("val") for colour in colours}
    assert chart._chartSpace.findall(f".//{qn('a:srgbClr')}") == []


@pytest.mark.parametrize("name", BLOCKS)
def test_everything_lies_below_the_title_and_within_the_slide(name):
    deck = pptx.Presentation(io.BytesIO(liked(CLIENT, name)))
    for slide in deck.slides:
        title = slide.shapes.title
        for shape in slide.shapes:
            if not shape.is_placeholder:
                assert shape.top >= title.top + title.height
                assert shape.top + shape.height <= deck.slide_height
                assert shape.left + shape.width <= deck.slide_width


def test_a_template_serves_as_well_as_a_presentation():
    template = changed(
        lambda _, data: data.replace(b"presentationml.presentation.main", b"presentationml.template.main")
    )
    assert liked(template) == liked(CLIENT)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cannot be opened"),
        (b"no zip at all" * 100, "cannot be opened"),
        (CLIENT[: len(CLIENT) // 2], "cannot be opened"),
        (b"\xd0\xcf\x11\xe0" + bytes(512), "locked with a password"),
        (render("docx", [BLOCKS["table"]], Look()), "it holds something else"),
        (render("xlsx", [BLOCKS["table"]], Look()), "it holds something else"),
        (changed(lambda _, data: data, bomb=bytes(150_000_000)), "unpacks to 150 MB"),
        (changed(lambda _, data: data, **{f"x{k}": b"" for k in range(5_000)}), "parts, which is not opened"),
        (changed(lambda name, data: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' if name == MAIN else data), "document type"),
        (changed(lambda name, data: b"<a>" * 99 if name == MAIN else data), "is no XML"),
        (changed(lambda name, data: b"<a>" * 999 + b"</a>" * 999 if name == MASTER else data), "is no XML"),
        (changed(lambda name, data: data.replace(b"theme1", b"theme9")), "theme9.xml is missing"),
        (changed(lambda name, data: data.replace(b'type="title"', b'type="dt"')), "no layout with a title"),
    ],
    ids=["empty", "text", "truncated", "locked", "document", "workbook", "bomb", "crowd", "doctype", "torn", "deep", "gap", "untitled"],
)  # fmt: skip
def test_a_file_that_is_none_is_said_to_be_none(data, why):
    with pytest.raises(CallError, match=r"client\.pptx") as told:
        liked(data)
    assert why in told.value.message
    assert told.value.hint


@given(st.data())
def test_a_damaged_file_is_taken_or_refused(data):
    name = data.draw(st.sampled_from(sorted(zipfile.ZipFile(io.BytesIO(CLIENT)).namelist())))
    at, length = data.draw(st.floats(0, 1)), data.draw(st.integers(0, 30))
    put = data.draw(st.binary(max_size=8))

    def damage(part: str, content: bytes) -> bytes:
        begin = int(at * len(content))
        return content[:begin] + put + content[begin + length :] if part == name else content

    with contextlib.suppress(CallError):
        assert liked(changed(damage)).startswith(b"PK")


def letters_like(like: bytes) -> list[tuple[str, str]]:
    """The letters in a chart with one of every style of curve, as the theme resolves their colours, and the ground."""
    block = curves(("a", "b"), [[k, k] for k in range(7)])
    made = parts(render("pptx", [block], Look(like=Model("client.pptx", like))))
    xml = made["ppt/charts/bluecanvas1.xml"].decode()
    return re.findall(r'<c:dLbl>.*?schemeClr val="(\w+)"(.*?)</a:solidFill>', xml)


def _colour(said: tuple[str, str], theme: dict[str, str]) -> str:
    """A scheme colour with its changes of lightness worked out."""
    hexed = theme[said[0]]
    hue, light, full = colorsys.rgb_to_hls(*(int(hexed[k : k + 2], 16) / 255 for k in (1, 3, 5)))
    for kind, value in re.findall(r'lum(Mod|Off) val="(\d+)"', said[1]):
        light = light * int(value) / 100_000 if kind == "Mod" else light + int(value) / 100_000
    return "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue, light, full))


@pytest.mark.parametrize("dark", [False, True])
def test_letters_in_a_clients_pale_accents_can_be_read_and_lines_keep_them(dark):
    def repainted(name: str, data: bytes) -> bytes:
        if dark and name == MASTER:
            return data.replace(b'bg1="lt1" tx1="dk1"', b'bg1="dk1" tx1="lt1"')
        return data

    like = changed(repainted)
    theme = {
        "accent1": "#4f81bd", "accent2": "#c0504d", "accent3": "#9bbb59", "accent4": "#8064a2", "accent5": "#4bacc6",
        "accent6": "#f79646", "tx1": "#ffffff" if dark else "#000000",
    }  # fmt: skip
    ground = "#000000" if dark else "#ffffff"
    letters = [_colour(said, theme) for said in letters_like(like)]
    assert len(letters) == 7
    assert all(contrast(colour, ground) >= 4.5 for colour in letters)
    chart = parts(render("pptx", [curves(("a", "b"), [[1, 2], [3, 4]])], Look(like=Model("c.pptx", like))))
    assert (
        '<a:ln w="45720" cap="rnd"><a:solidFill><a:schemeClr val="accent1"/>'
        in chart["ppt/charts/bluecanvas1.xml"].decode()
    )
