"""`--theme` with a logo: on every picture of the team, and refused with its place where it can be none."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from pptx import Presentation


@pytest.fixture
def house(tmp_path):
    """A theme with a logo, in a folder of its own."""
    Path(tmp_path, "brand").mkdir()
    Image.new("RGBA", (300, 100), (200, 30, 60, 255)).save("brand/logo.png")
    Image.new("RGB", (300, 100), (200, 30, 60)).save("brand/logo.jpg")
    Path("brand/house.yaml").write_text("logo: logo.png\n")
    return "brand/house.yaml"


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_every_picture_has_it(call, air, house, name):
    Path(house).write_text(f"logo: {name}\n")
    names = [f"x.{ending}" for ending in ("png", "svg", "pdf", "html", "pptx", "docx", "xlsx", "csv", "md")]
    assert call("plot", air, "--theme", house, *(word for one in names for word in ("-o", one))).status == 0
    picture = Image.open("x.png").convert("RGB")
    assert any(abs(red - 200) < 6 and abs(green - 30) < 6 for _, (red, green, _) in picture.getcolors(10**6))
    kind = "png" if name.endswith("png") else "jpeg"
    assert f'xlink:href="data:image/{kind};base64,' in Path("x.svg").read_text(encoding="utf-8")
    assert f'<img src="data:image/{kind};base64,' in Path("x.html").read_text(encoding="utf-8")
    assert b"/Subtype /Image" in Path("x.pdf").read_bytes()
    (slide,) = Presentation("x.pptx").slides
    (logo,) = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert logo.image.blob == Path("brand", name).read_bytes()
    for other in slide.shapes:
        if other is not logo and other.shape_id != logo.shape_id:
            apart = other.left >= logo.left + logo.width or logo.left >= other.left + other.width
            assert apart or other.top >= logo.top + logo.height or logo.top >= other.top + other.height
    assert len(Document("x.docx").inline_shapes) == 1


def test_the_same_bytes_each_time(call, air, house):
    for ending in ("png", "svg", "pdf", "pptx"):
        for name in ("a", "b"):
            assert call("plot", air, "--theme", house, "-o", f"{name}.{ending}").status == 0
        assert Path(f"a.{ending}").read_bytes() == Path(f"b.{ending}").read_bytes()


def test_a_report_has_it_on_its_pages_and_not_on_each_picture(call, air, house):
    assert call("report", air, "--theme", house, "-o", "r.docx").status == 0
    document = Document("r.docx")
    head = document.sections[0].header.part
    assert any("image" in link.reltype for link in head.rels.values())


def test_a_model_keeps_its_own(call, air, house):
    assert call("plot", air, "-o", "model.pptx").status == 0
    assert call("plot", air, "--theme", house, "--like", "model.pptx", "-o", "x.pptx").status == 0
    (slide,) = Presentation("x.pptx").slides
    assert [shape for shape in slide.shapes if shape.shape_type == 13] == []


def huge(width: int, height: int) -> bytes:
    """The head of a PNG that says it is so large."""
    data = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunk = struct.pack(">I", len(data)) + b"IHDR" + data + struct.pack(">I", zlib.crc32(b"IHDR" + data))
    return b"\x89PNG\r\n\x1a\n" + chunk


FILES = {
    "big.png": b"\x89PNG\r\n\x1a\n" + bytes(1 << 20),
    "text.png": b"no picture at all",
    "cut.png": None,
    "empty.png": b"",
    "drawing.svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "bomb.png": huge(60_000, 60_000),
    "moving.gif": b"GIF89a" + bytes(50),
}


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("none.png", "there is no logo none.png", "name a .png or .jpg file, from the theme's folder"),
        ("big.png", "the logo big.png has 1.0 MiB", "at most 1 MiB"),
        ("text.png", "the logo text.png is no picture that can be read", "name a .png or .jpg"),
        ("cut.png", "the logo cut.png is no picture that can be read", "name a .png or .jpg"),
        ("empty.png", "the logo empty.png is no picture", "name a .png or .jpg"),
        ("moving.gif", "the logo moving.gif is no picture", "name a .png or .jpg"),
        ("drawing.svg", "the logo drawing.svg is an SVG, which not every medium can hold", "save it as a .png"),
        ("bomb.png", "the logo bomb.png ", ""),
        ("wide.png", "the logo wide.png has 9,000 × 10 pixels", "at most 8,000 a side"),
        ("../outside.png", "the logo ../outside.png leads out of the theme's folder", "put it beside the theme"),
        ("/dev/zero", "the logo /dev/zero leads out of the theme's folder", "put it beside the theme"),
        ("link.png", "the logo link.png leads out of the theme's folder", "put it beside the theme"),
        ("pipe.png", "the logo pipe.png is no regular file", "name a .png or .jpg"),
        (".", "the logo . is no regular file", "name a .png or .jpg"),
        ('"a\\0b.png"', "", ""),
    ],
)
def test_what_can_be_no_logo_is_said_with_its_place(call, air, house, name, message, hint):
    for file, data in FILES.items():
        Path("brand", file).write_bytes(Path("brand/logo.png").read_bytes()[:60] if data is None else data)
    Image.new("L", (9_000, 10)).save("brand/wide.png")
    Path("outside.png").write_bytes(Path("brand/logo.png").read_bytes())
    Path("brand/link.png").symlink_to("../outside.png")
    os.mkfifo("brand/pipe.png")
    Path(house).write_text(f"based-on: dark\nlogo: {name}\n")
    done = call("plot", air, "--theme", house, "-o", "x.png")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: brand/house.yaml:2:7: {message}")
    assert hint in done.err
    assert not Path("x.png").exists()


@pytest.mark.parametrize("text", ["logo: [a.png]", "logo: {file: a.png}", "logo:"])
def test_a_logo_is_one_name(call, air, house, text):
    Path(house).write_text(text)
    done = call("plot", air, "--theme", house, "-o", "x.png")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: brand/house.yaml:1:1: expected a text")
