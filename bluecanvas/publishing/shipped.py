"""What ships with the tool: report templates and example canvases, in a wheel and in a checkout alike."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bluecanvas.errors import BluecanvasError
from bluecanvas.named import NamedTuple


class Shipped(NamedTuple):
    """A shipped file: the name it is asked for by, its own summary in one line, and where it is."""

    name: str
    summary: str
    path: Path


def folder(name: str) -> Path:
    """Where `templates` or `canvases` are: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent.parent
    for place in (package / "_shipped" / name, package.parent / name):
        if place.is_dir():
            return place
    raise BluecanvasError(f"the shipped {name} are missing", "install bluecanvas again")


def examples() -> tuple[Shipped, ...]:
    """The example canvases by name, each summarised by its first comment."""
    return shipped("canvases", ".canvas.yaml", "# ", "")


@lru_cache(maxsize=8)
def shipped(name: str, suffix: str, opening: str, closing: str) -> tuple[Shipped, ...]:
    """The files of a shipped folder that end in `suffix`, summarised by the comment on their first line."""
    found = []
    for path in sorted(folder(name).glob(f"*{suffix}")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        summary = first.removeprefix(opening).removesuffix(closing) if first.startswith(opening) else ""
        found.append(Shipped(path.name.removesuffix(suffix), summary.strip(), path))
    return tuple(found)
