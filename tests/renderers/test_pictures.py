"""PNG, SVG and PDF: opened again and read; the same bytes everywhere; deaf to what surrounds them."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path

import pytest
from hard_cases import HARD, curves
from PIL import Image

from bluecanvas.blocks import Block
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, render
from bluecanvas.renderers._palette import PALETTES

MEDIA = ("png", "svg", "pdf")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("medium", MEDIA)
def test_every_hard_case_is_drawn_without_a_word(medium: str, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    data = render(medium, [HARD[name]], Look(dpi=50))
    assert data.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[medium])
    assert capfd.readouterr() == ("", "")
    if medium == "png":
        Image.open(io.BytesIO(data)).load()
    elif medium == "svg":
        ET.fromstring(data)
    else:
        assert data.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("medium", MEDIA)
def test_twice_the_same_bytes(medium: str) -> None:
    blocks: list[Block] = [HARD["Chinese"], HARD["grid"]]
    assert render(medium, blocks, Look(dpi=50)) == render(medium, blocks, Look(dpi=50))


def test_png_says_its_resolution_title_and_what_it_shows() -> None:
    image = Image.open(io.BytesIO(render("png", [HARD["Chinese"]], Look(size=(8, 4.5), dpi=100))))
    assert image.size == (800, 450)
    assert image.info["dpi"] == pytest.approx((100, 100), abs=0.1)
    assert image.info["Title"] == "海底撈"
    assert "等位體驗" in image.info["Description"]


def test_png_is_drawn_in_our_colours() -> None:
    image = Image.open(io.BytesIO(render("png", [HARD["one curve"]], Look(dpi=72))))
    colours = {colour for _, colour in image.getcolors(1 << 24)}
    assert (0x0B, 0x57, 0xD0) in colours
    assert image.getpixel((0, 0)) == image.getpixel((image.width - 1, image.height - 1)) == (255, 255, 255)


@pytest.mark.parametrize("look", [Look(size=(200, 200), dpi=1200), Look(dpi=0), Look(dpi=10_000)])
def test_png_too_large_to_hold_is_refused(look: Look) -> None:
    with pytest.raises(CallError):
        render("png", [HARD["one curve"]], look)


def test_png_of_its_own_size_loses_resolution_before_it_grows_too_large() -> None:
    wide = curves([f"Factor {k}" for k in range(400)], [[5.0] * 400, [3.0] * 400])
    image = Image.open(io.BytesIO(render("png", [wide], Look(dpi=200))))
    assert image.width * image.height <= 41_000_000
    assert image.info["dpi"][0] < 200


def test_nothing_to_draw_is_said() -> None:
    for medium in MEDIA:
        with pytest.raises(CallError, match="nothing to draw"):
            render(medium, [], Look())


def test_svg_has_title_description_and_names_what_is_pointed_at() -> None:
    root = ET.fromstring(render("svg", [HARD["nine long names, eight curves"]], Look()))
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{SVG}title") == "A title"
    assert "Point to point: Total price of ownership over five years" in (root.findtext(f"{SVG}desc") or "")
    labels = {line.findtext(f"{SVG}title") for line in root.iter(f"{SVG}polyline")}
    assert {"Point to point", "Us today", "The family car"} <= labels
    assert any(
        "Point to point, Fun and adventure: " in (mark.findtext(f"{SVG}title") or "")
        for mark in root.iter(f"{SVG}circle")
    )


def test_svg_holds_no_live_text_script_or_address() -> None:
    svg = render("svg", [HARD["markup"], HARD["other scripts"]], Look()).decode()
    root = ET.fromstring(svg)
    assert not list(root.iter(f"{SVG}text"))
    assert not list(root.iter(f"{SVG}script"))
    assert "http" not in re.sub(r'xmlns(:xlink)?="[^"]*"', "", svg)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e]", svg)
    uses = [use.attrib["{http://www.w3.org/1999/xlink}href"][1:] for use in root.iter(f"{SVG}use")]
    assert set(uses) == {path.attrib["id"] for path in root.iter(f"{SVG}path")}


def test_svg_draws_markup_and_dollars_as_they_stand() -> None:
    """As many letters are placed as the names have; mathematics would set others."""
    root = ET.fromstring(
        render("svg", [curves(("a",), [[5]], ("_$x^2$_",), title="", low_word="", high_word="", price_word="")], Look())
    )
    lines = [len(list(group.iter(f"{SVG}use"))) for group in root.iter(f"{SVG}g")]
    assert sorted(lines) == [1, 7]


def test_pdf_has_a_page_a_block_and_its_title() -> None:
    data = render("pdf", [HARD["one curve"], HARD["grid"], HARD["table"]], Look(size=(10, 5)))
    assert len(re.findall(rb"/Type /Page\b", data)) == 3
    assert len(re.findall(rb"/MediaBox \[ 0 0 720 360 \]", data)) == 3
    assert b"/Title" in data
    assert b"/CreationDate" not in data


@pytest.mark.parametrize(("name", "kind"), [("one curve", b"/Type0"), ("Chinese", b"/Type3")])
def test_pdf_keeps_its_fonts_and_what_their_letters_mean(name: str, kind: bytes) -> None:
    data = render("pdf", [HARD[name]], Look())
    assert b"/Subtype " + kind in data
    assert b"/ToUnicode" in data
    inside = b"".join(_inflated(stream) for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL))
    assert b"beginbfchar" in inside or b"beginbfrange" in inside


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


DRAW = """
import hashlib, sys
from bluecanvas.blocks import Axis, Curves, Line, Point, Style
from bluecanvas.renderers import Look, render
block = Curves("價格 Price", (Axis("a", "Price", price=True), Axis("b", "速度")),
               (Line("u", "Us", Style.OURS, (Point(1), Point(9))), Line("r", "Them", Style.RIVAL, (Point(7), Point(None)))))
for medium in ("png", "svg", "pdf"):
    print(hashlib.sha256(render(medium, [block], Look(dpi=60))).hexdigest())
assert "matplotlib.pyplot" not in sys.modules
"""


def _drawn_in(folder: Path, **surroundings: str) -> tuple[str, str]:
    """What a new process prints that draws in a folder and an environment; its output and its complaints."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | surroundings
    ran = subprocess.run(
        [sys.executable, "-c", DRAW],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout, ran.stderr


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _drawn_in(tmp_path_factory.mktemp("plain"))[0]


@pytest.mark.parametrize(
    "surroundings",
    [
        {"MPLBACKEND": "nonsense"},
        {"MPLBACKEND": "module://evil"},
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
        {"HOME": "/nonexistent/home", "MPLCONFIGDIR": "/proc/nowhere", "XDG_CACHE_HOME": "/proc/nowhere"},
    ],
    ids=["backend", "foreign backend", "zone and seed", "no home"],
)
def test_the_environment_changes_nothing(surroundings: dict[str, str], expected: str, tmp_path: Path) -> None:
    assert _drawn_in(tmp_path, **surroundings) == (expected, "")


@pytest.mark.parametrize(
    "settings",
    [
        b"savefig.dpi: 10\nfont.size: 40\ntext.usetex: True\n",
        b"backend: module://evil\n",
        b"\xff\xfe\x00bad",
        b"font.size: $\n",
    ],
    ids=["other sizes", "code", "no text", "nonsense"],
)
def test_settings_in_the_working_directory_are_not_read(settings: bytes, expected: str, tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_bytes(settings)
    (tmp_path / "evil.py").write_text("raise SystemExit('read')")
    assert _drawn_in(tmp_path) == (expected, "")


def test_a_picture_leaves_matplotlib_and_the_environment_as_they_were() -> None:
    import matplotlib as mpl

    def state() -> tuple[object, ...]:
        chosen = {key: mpl.rcParams[key] for key in mpl.rcParams if key != "backend"}  # asking for it would choose one
        return chosen, dict(os.environ), Path.cwd()

    before = state()
    render("pdf", [HARD["one curve"]], Look())
    assert state() == before


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here: apt-get install poppler-utils")
def test_pdf_says_bold_text_without_a_bold_face_once(tmp_path: Path) -> None:
    """Chinese letters are drawn as outlines with a rim, over a line that is only there to be found."""
    pytest.importorskip("noto_cjk_sans_otc")
    block = curves(("價格", "速度"), [[1, 9], [7, 2]], ("海底撈", "快餐"), title="藍海", language="zh-Hant")
    data = render("pdf", [block], Look())
    assert data == render("pdf", [block], Look())
    (tmp_path / "a.pdf").write_bytes(data)
    said = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True).stdout.decode()
    assert [said.count(name) for name in ("藍海", "海底撈", "快餐")] == [1, 1, 1]


def test_pdf_and_svg_draw_our_name_in_chinese_with_a_rim() -> None:
    pytest.importorskip("noto_cjk_sans_otc")
    ours = PALETTES["light"].ours

    def rimmed(ours: str, theirs: str, factor: str) -> bool:
        """Whether a PDF sets the line of a rim around letters of a name's size."""
        data = render("pdf", [curves((factor,), [[1], [7]], (ours, theirs), title="", language="zh-Hant")], Look())
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
        return any(b"0.273 w" in _inflated(stream) for stream in streams)

    assert rimmed("海底撈", "快餐", "價格")
    assert not rimmed("Us", "Them", "Price")
    block = curves(("價格",), [[1], [7]], ("海底撈", "快餐"), title="", language="zh-Hant")
    assert f'<g fill="{ours}" stroke="{ours}"' in render("svg", [block], Look()).decode()
