"""Reports: one without pictures against `check`, a thousand fillings against Jinja alone, many against their pictures.

The first is of whole processes, with the templates compiled by an earlier run; the second of the two loops alone, without
what comes before them; the third of `bluecanvas report` on a folder against the `bluecanvas plot` calls that draw the same
pictures.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from subprocess import run as call
from tempfile import TemporaryDirectory

from _canvases import write_many
from _pairs import (
    GALLERY,
    PEERS,
    PYTHON,
    Job,
    byte_compile,
    compare,
    environment,
    in_turn,
    installed,
    met,
    options,
    print_table,
)

FILLED = 1.2
PICTURED = 1.2
FIGURES = ("curves", "reading", "errc")
"""The pictures of the template `report`."""


def main() -> None:
    chosen = options(__doc__, pairs=9, files=100)
    byte_compile("bluecanvas", "typer", "yaml", "jinja2", "markupsafe", "numpy", "matplotlib", "PIL")
    bluecanvas = installed("bluecanvas")
    canvas = str(GALLERY / "southwest-2005.canvas.yaml")
    compare(
        "one report without pictures",
        [
            Job("bluecanvas check", (bluecanvas, "check", canvas)),
            Job("bluecanvas report -o -", (bluecanvas, "report", canvas, "-o", "-"), 1.5),
            Job("bluecanvas report -t brief -o -", (bluecanvas, "report", canvas, "-t", "brief", "-o", "-"), 1.5),
        ],
        chosen.pairs,
    )
    with TemporaryDirectory() as folder:
        top = Path(folder, "canvases")
        top.mkdir()
        write_many(top, chosen.files)
        fill(str(top), max(1, chosen.pairs // 3))
        draw(bluecanvas, top, max(1, chosen.pairs // 4))


def fill(top: str, pairs: int) -> None:
    """A thousand fillings of one template: ours, Jinja alone, and Jinja with what it has itself of sandbox and escaping."""
    shown: dict[str, list[float]] = {"Jinja alone": [], "Jinja's sandbox, escaping HTML": [], "bluecanvas": []}
    for _ in range(pairs):
        for own, side in zip(shown.values(), ("bare", "sandbox", "ours"), strict=True):
            own.append(spent((PYTHON, str(PEERS / "fill_reports.py"), top, side)))
    print(f"filling the template `report` 1,000 times; CPU of the loops alone, medians of {pairs} runs\n")
    rows = [("", "CPU ms", "ratio", "target", "")]
    for name, own in shown.items():
        ratio = median(own) / median(shown["Jinja alone"])
        target = (f"≤ {FILLED:g}", met(ratio, FILLED)) if name == "bluecanvas" else ("", "")
        rows.append((name, f"{median(own):.2f}", f"{ratio:.2f}", *target))
    print_table(rows)


def spent(command: tuple[str, ...]) -> float:
    """The CPU milliseconds a filling that a script says it took."""
    done = call(command, env=environment(), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stderr}")
    return float(done.stdout)


def draw(bluecanvas: str, top: Path, pairs: int) -> None:
    """Reports of a folder in one call, with their pictures, against the pictures."""
    out = top.parent / "out"
    jobs = [Job("report", (bluecanvas, "report", str(top), "-o", f"{out}/"))]
    for figure in FIGURES:
        (top.parent / figure).mkdir()
        to = str(top.parent / figure / "{name}.png")
        jobs.append(Job(figure, (bluecanvas, "plot", str(top), "--figure", figure, "-o", to)))
    reports, *pictures = in_turn(jobs, pairs)
    count = sum(1 for _ in top.iterdir())
    whole = [one.cpu for one in reports]
    drawn = [sum(one.cpu for one in runs) for runs in zip(*pictures, strict=True)]
    ratio = median(ours / other for ours, other in zip(whole, drawn, strict=True))
    print(f"{count:,} reports with three pictures each; CPU of whole processes, medians of {pairs} pairs\n")
    print_table(
        [
            ("", "CPU ms each", "ratio", "target", ""),
            ("bluecanvas plot, three calls", f"{1000 * median(drawn) / count:.1f}", "1", "", ""),
            (
                "bluecanvas report",
                f"{1000 * median(whole) / count:.1f}",
                f"{ratio:.2f}",
                f"≤ {PICTURED:g}",
                met(ratio, PICTURED),
            ),
        ]
    )


if __name__ == "__main__":
    main()
