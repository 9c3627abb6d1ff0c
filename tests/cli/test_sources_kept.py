"""No output ever replaces a file that it is made of, whatever path leads there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from bluecanvas.fonts import latin_faces


@pytest.fixture
def made_of(call, air):
    """Files that a report or a picture may be made of, beside a theme in a folder of its own."""
    assert call("plot", air, "-o", "master.docx", "-o", "master.pptx").status == 0
    Path("house/art").mkdir(parents=True)
    picture = Path("house/art/logo.png")
    Image.new("RGB", (80, 40), "navy").save(picture)
    shutil.copy(latin_faces()[0].path, "house/own.ttf")
    Path("house/house.yaml").write_text("font: own.ttf\nlogo: art/logo.png\n")
    Path("before.canvas.yaml").write_bytes(Path(air).read_bytes())
    Path("own.md.j2").write_text("---\nlogo: mark.png\n---\n# {{ canvas.title }}\n\n{{ figure('curves') }}\n")
    shutil.copy(picture, "mark.png")
    return air


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
@pytest.mark.parametrize("command", ["plot", "report"])
@pytest.mark.parametrize("linked", [False, True])
def test_what_outputs_are_made_to_look_like_is_never_replaced(call, made_of, command, suffix, linked):
    master = Path(f"master{suffix}")
    held = master.read_bytes()
    if linked:
        Path(f"link{suffix}").symlink_to(master)
    out = f"link{suffix}" if linked else f"./{master}"
    done = call(command, made_of, "-o", out, "--like", str(master))
    assert (done.status, done.err) == (
        2,
        f"error: {out} is the file to look like itself\nhint: name another file\n",
    )
    assert master.read_bytes() == held


@pytest.mark.parametrize("command", ["plot", "report"])
@pytest.mark.parametrize(
    ("read", "what"),
    [("house.yaml", "the theme"), ("own.ttf", "the theme's font"), ("art/logo.png", "the theme's logo")],
)
def test_a_theme_and_what_it_brings_are_never_replaced(call, made_of, command, read, what):
    out = "out.pdf"
    Path(out).symlink_to(Path("house", read))
    done = call(command, made_of, "-o", out, "--theme", "house/house.yaml")
    assert (done.status, done.err.split("\n")[0]) == (2, f"error: {out} is {what} itself")
    assert Path(out).is_symlink()


@pytest.mark.parametrize(
    ("options", "file", "what"),
    [
        (["--against", "before.canvas.yaml"], "before.canvas.yaml", "the canvas before"),
        (["--set", "logo=house/art/logo.png"], "house/art/logo.png", "the logo"),
        (["-t", "own.md.j2"], "mark.png", "the logo"),
        (["-t", "own.md.j2"], "own.md.j2", "the template"),
    ],
)
def test_nothing_else_a_report_is_made_of_is_replaced(call, made_of, options, file, what):
    Path("out.docx").symlink_to(file)
    done = call("report", made_of, "-o", "out.docx", *options)
    assert (done.status, done.err.split("\n")[0]) == (2, f"error: out.docx is {what} itself")


def test_a_picture_beside_a_report_does_not_replace_the_logo(call, made_of):
    Path("own.md.j2").write_text("---\nlogo: r-curves.png\n---\n# T\n\n{{ figure('curves') }}\n")
    shutil.copy("mark.png", "r-curves.png")
    done = call("report", made_of, "-t", "own.md.j2", "-o", "r.md")
    assert (done.status, done.err.split("\n")[0]) == (2, "error: r-curves.png is the logo itself")
    assert not Path("r.md").exists()
