"""Drawing in the terminal: `bluecanvas plot`, piped, against a script that prints the scores as a table with rich."""

from __future__ import annotations

from _pairs import GALLERY, PEERS, PYTHON, Job, byte_compile, compare, installed, options


def main() -> None:
    pairs: int = options(__doc__, pairs=15).pairs
    byte_compile("bluecanvas", "typer", "yaml", "rich")
    canvas = GALLERY / "southwest-2005.canvas.yaml"
    jobs = [
        Job("rich alone", (PYTHON, str(PEERS / "rich_table.py"), str(canvas))),
        Job("bluecanvas plot", (installed("bluecanvas"), "plot", str(canvas)), target=1.3),
    ]
    compare(f"plot {canvas.name} in the terminal", jobs, pairs)


if __name__ == "__main__":
    main()
