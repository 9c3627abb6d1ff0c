"""Draws the contact sheet of the gallery: `python docs/gallery/draw.py`; `--check` says what is missing or left over.

Every canvas of `canvases/` is a picture here, and every way of showing value curves is one. A test holds the page and
the names of the pictures against what would be written; whether a picture is good is for eyes to say.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bluecanvas.cli._api import load
from bluecanvas.cli._app import call
from bluecanvas.words.markdown import escape

FOLDER = Path(__file__).parent
CANVASES = FOLDER.parent.parent / "canvases"
PAGE = "README.md"
DPI = "80"


class Shot(NamedTuple):
    """One picture: its file, the canvas it shows, the options that draw it, and what is said of it."""

    name: str
    canvas: str
    options: tuple[str, ...]
    said: str

    @property
    def command(self) -> str:
        """How a reader draws it."""
        return " ".join(("bluecanvas plot", f"canvases/{self.canvas}.canvas.yaml", *self.options, f"-o {self.name}"))


VIEWS = (
    Shot("moves.png", "southwest-2005", ("--order errc", "--moves"), "Factors by the moves, each move as an arrow"),
    Shot("mean.png", "citizenm", ("--mean",), "The rivals’ mean as a line of its own"),
    Shot(
        "highlight.png",
        "citizenm",
        ("--highlight five_star", "--order gap"),
        "One curve in front, factors by our gap to the rivals",
    ),
    Shot("facets.png", "southwest-2005", ("--facet curve",), "Ours against each other curve"),
    Shot("errc.png", "southwest-2005", ("--figure errc",), "The moves, held against the rivals"),
    Shot("reading.png", "southwest-2005", ("--figure reading",), "The reading, each figure against its threshold"),
    Shot("table.png", "southwest-2005", ("--figure table",), "The levels as a table"),
    Shot("dark.png", "wii", ("--theme dark",), "The dark theme"),
    Shot("print.png", "wii", ("--theme print",), "The theme for print"),
    Shot("mono.png", "wii", ("--theme mono",), "Without colours: markers and dashes tell curves apart"),
)
"""Every way of showing the curves, and every figure beside them."""


def gallery() -> list[Shot]:
    """A picture for every canvas."""
    found = []
    for path in sorted(CANVASES.glob("*.canvas.yaml")):
        stem = path.name.removesuffix(".canvas.yaml")
        canvas = load(path).canvas
        title = canvas.title.say(canvas.language)
        found.append(Shot(f"{stem}.png", stem, (), f"{title}, {canvas.date}" if canvas.date else title))
    return found


def page() -> str:
    """The page: two pictures a row, each with the command that draws it."""
    parts = [
        "# Gallery",
        "<!-- Made by `python docs/gallery/draw.py`; edit that. -->",
        "Every canvas of `canvases/`, drawn as it is. What each teaches, its sources and its later fate stand in the file.",
        *map(_shown, gallery()),
        "## Ways of showing",
        *map(_shown, VIEWS),
    ]
    return "\n\n".join(parts) + "\n"


def _shown(shot: Shot) -> str:
    return f"**{escape(shot.said)}**: `{shot.command}`\n\n![{escape(shot.said)}]({shot.name})"


def stale() -> list[str]:
    """The files that are missing, left over, or say something else."""
    made = {PAGE, Path(__file__).name, *(shot.name for shot in (*gallery(), *VIEWS))}
    there = {path.name for path in FOLDER.iterdir() if path.is_file()}
    old = set() if PAGE not in there or (FOLDER / PAGE).read_text(encoding="utf-8") == page() else {PAGE}
    return sorted((made ^ there) | old)


def draw() -> int:
    """Draw every picture, write the page, and take away what is left over; the first status that is not 0."""
    for shot in (*gallery(), *VIEWS):
        words = [word for option in shot.options for word in option.split()]
        canvas = str(CANVASES / f"{shot.canvas}.canvas.yaml")
        status = call(["plot", canvas, *words, "--dpi", DPI, "-o", str(FOLDER / shot.name)])
        if status:
            return status
    (FOLDER / PAGE).write_text(page(), encoding="utf-8")
    for name in stale():
        (FOLDER / name).unlink()
    return 0


def main(arguments: Sequence[str]) -> int:
    """Draw everything, or with `--check` name what is stale and write nothing."""
    if "--check" not in arguments:
        return draw()
    names = stale()
    sys.stdout.write("".join(f"docs/gallery/{name}\n" for name in names))
    return int(bool(names))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
