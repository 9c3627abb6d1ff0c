"""`bluecanvas plot` of several canvases in one call: where each picture comes to stand, and what one bad canvas costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import TABLE


@pytest.fixture
def house(tmp_path):
    """Two canvases, one in a folder below, and a third that cannot be read as meant."""
    for name in ("air", "sub/rail"):
        path = Path(tmp_path, "house", f"{name}.canvas.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TABLE.replace("Short-haul air travel", f"All about {name}"), encoding="utf-8")
    return "house"


def pictures(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*.*"))


def test_each_canvas_of_a_folder_is_drawn_below_the_output(call, house):
    done = call("plot", house, "-o", "out/{name}.svg", "-o", "tables/{name}.csv")
    assert (done.status, done.out) == (0, "")
    assert done.err == "wrote out/air.svg\nwrote tables/air.csv\nwrote out/sub/rail.svg\nwrote tables/sub/rail.csv\n"
    assert pictures("out") == ["air.svg", "sub/rail.svg"]
    assert "All about sub/rail" in Path("out/sub/rail.svg").read_text(encoding="utf-8")


def test_the_same_picture_as_in_a_call_of_its_own(call, house):
    assert call("plot", house, "-o", "out/{name}.png", "--size", "6x4", "--dpi", "40").status == 0
    assert call("plot", f"{house}/air.canvas.yaml", "-o", "one.png", "--size", "6x4", "--dpi", "40").status == 0
    assert Path("out/air.png").read_bytes() == Path("one.png").read_bytes()


def test_a_pattern_serves_one_canvas_too(call, house):
    assert call("plot", f"{house}/air.canvas.yaml", "-o", "new/{name}-{name}.svg").err == "wrote new/air-air.svg\n"


def test_figures_of_each(call, house):
    assert call("plot", house, "--figure", "all", "-o", "{name}.svg").status == 0
    assert sorted(path.name for path in Path().glob("air*")) == [
        "air-1-curves.svg",
        "air-2-reading.svg",
        "air-3-table.svg",
    ]


def test_in_the_terminal_one_below_the_other(call, house):
    done = call("plot", house)
    assert (done.status, done.err) == (0, "")
    one, other = done.out.split("\n\nAll about sub/rail\n")
    assert one.startswith("All about air\n")
    assert "Kindness" in one
    assert "Kindness" in other


def test_one_that_cannot_be_drawn_does_not_keep_the_others(call, house):
    Path(house, "broken.canvas.yaml").write_text(TABLE.replace("6]", "66]"), encoding="utf-8")
    done = call("plot", house, "nope.yaml", "-o", "out/{name}.svg")
    assert done.status == 2
    assert "BC001 66 is outside 0 to 10" in done.err
    assert "error: house/broken.canvas.yaml cannot be drawn before this is mended\n" in done.err
    assert "error: there is no file nope.yaml\n" in done.err
    assert pictures("out") == ["air.svg", "sub/rail.svg"]


def test_what_one_canvas_lacks_is_said_with_its_name(call, house):
    done = call("plot", house, "--facet", "segment", "-o", "{name}.svg")
    assert done.status == 1
    for name in ("air", "sub/rail"):
        assert f"error: house/{name}.canvas.yaml: the canvas has no segments to take the picture apart by\n" in done.err


def test_many_are_counted(call, tmp_path):
    Path(tmp_path, "many").mkdir()
    for number in range(12):
        Path(tmp_path, "many", f"c{number}.canvas.yaml").write_text(TABLE, encoding="utf-8")
    assert call("plot", "many", "-o", "out/{name}.csv").err == "drew 12 of 12 canvases\n"
    assert len(pictures("out")) == 12


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("house", "-o", "out/"), "out/ is a folder, which does not say what to draw", "write -o 'out/{name}.png'"),
        (("house/air.canvas.yaml", "-o", "house"), "house is a folder, which does not say", "'house/{name}.png'"),
        (("house", "-o", "out.svg"), "out.svg is one file, but there are several canvases", "-o 'out/{name}.svg'"),
        (("house", "-o", "{name}"), "{name} has no ending that can be drawn", "endings are .md"),
        (("house", "-o", "{name}.pgn"), "{name}.pgn has no ending that can be drawn", "endings are .md"),
        (("house/air.canvas.yaml", "house/../air.canvas.yaml", "-o", "{name}.svg"), "house/air.canvas.yaml and house/../air",
         ""),
        (("house", "-o", "house/air.canvas.yaml/{name}.svg"), "the folder house/air.canvas.yaml cannot be made", ""),
        (("house", "-o", "out/{name}.svg", "--like", "x.pptx"), "nothing is written that could look like x.pptx", "-o OUT"),
        (("empty", "-o", "{name}.svg"), "there is no canvas in empty", "NAME.canvas.yaml"),
        (("house", "-o", "\0{name}.svg"), "", ""),
    ],
)  # fmt: skip
def test_where_no_picture_can_go(call, house, words, message, hint):
    Path("empty").mkdir()
    Path("air.canvas.yaml").write_text(TABLE, encoding="utf-8")
    done = call("plot", *words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: {message}")
    assert hint in done.err
    assert not list(Path().rglob("*.svg"))


def test_a_canvas_that_another_picture_would_replace(call, house):
    Path("air.md").write_text(TABLE, encoding="utf-8")
    Path("rail.yaml").write_text(TABLE, encoding="utf-8")
    done = call("plot", f"{house}/air.canvas.yaml", "air.md", "-o", "{name}")
    assert done.status == 2
    done = call("plot", f"{house}/air.canvas.yaml", "air.md", "-o", "{name}.md")
    assert (done.status, done.err.splitlines()[0]) == (2, "error: air.md is a canvas itself")
    assert Path("air.md").read_text(encoding="utf-8") == TABLE
