"""Drawing a PNG: `bluecanvas plot -o x.png` against a minimal matplotlib script at the same size in pixels.

The first run after an installation also lists the machine's fonts, for both sides; that is measured apart, with
cache folders that are new for each run.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from _pairs import GALLERY, PEERS, PYTHON, Job, byte_compile, compare, installed, options, print_table, run, warm_up

COLD_RUNS = 3


def main() -> None:
    pairs: int = options(__doc__, pairs=9).pairs
    byte_compile("bluecanvas", "typer", "yaml", "numpy", "matplotlib", "PIL")
    canvas = GALLERY / "southwest-2005.canvas.yaml"
    with TemporaryDirectory() as folder:
        ours = Job(
            "bluecanvas plot -o x.png",
            (installed("bluecanvas"), "plot", str(canvas), "-o", str(Path(folder, "ours.png"))),
            target=1,
        )
        warm_up(ours)
        width, height = pixels(Path(folder, "ours.png"))
        script = (PYTHON, str(PEERS / "matplotlib_png.py"), str(canvas), str(Path(folder, "peer.png")))
        peer = Job("matplotlib alone", (*script, str(width), str(height)))
        warm_up(peer)
        if pixels(Path(folder, "peer.png")) != (width, height):
            raise SystemExit("the two pictures differ in size")
        compare(f"plot {canvas.name} as a PNG of {width} × {height} pixels", [peer, ours], pairs)
        cold([peer, ours], Path(folder))


def cold(jobs: list[Job], folder: Path) -> None:
    """Print what a first run takes, with no font cache of anyone's to build on."""
    rows = [("with no font cache yet", "CPU ms, least of 3")]
    for job in jobs:
        taken: list[float] = []
        for number in range(COLD_RUNS):
            empty = folder / f"{job.label.split()[0]}-{number}"
            empty.mkdir()
            homes = {"XDG_CACHE_HOME": str(empty), "XDG_CONFIG_HOME": str(empty), "MPLCONFIGDIR": str(empty)}
            taken.append(run(job, homes).cpu)
        rows.append((job.label, f"{1000 * min(taken):.0f}"))
    print_table(rows)


def pixels(path: Path) -> tuple[int, int]:
    """The width and height a PNG states in its first chunk."""
    head = path.read_bytes()[16:24]
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")


if __name__ == "__main__":
    main()
