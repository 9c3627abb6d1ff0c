"""Writing a presentation: `bluecanvas plot -o x.pptx` against a minimal python-pptx script with one native chart.

Ours also writes the speaker's notes, for which it reads the canvas, and the workbook in a table; the other does not.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from _pairs import GALLERY, PEERS, PYTHON, Job, byte_compile, compare, installed, options


def main() -> None:
    pairs: int = options(__doc__, pairs=9).pairs
    byte_compile("bluecanvas", "typer", "yaml", "pptx", "lxml", "xlsxwriter", "PIL")
    canvas = GALLERY / "southwest-2005.canvas.yaml"
    with TemporaryDirectory() as folder:
        peer = (PYTHON, str(PEERS / "python_pptx.py"), str(canvas), str(Path(folder, "peer.pptx")))
        ours = (installed("bluecanvas"), "plot", str(canvas), "-o", str(Path(folder, "ours.pptx")))
        compare(
            f"plot {canvas.name} as a presentation",
            [Job("python-pptx alone", peer), Job("bluecanvas plot -o x.pptx", ours, 1.2)],
            pairs,
        )


if __name__ == "__main__":
    main()
