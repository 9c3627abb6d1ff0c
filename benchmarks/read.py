"""Reading and judging inside one process: milliseconds for each canvas of the gallery and for each rule.

To steer work by: CPU of this process, the least of several rounds, and no claim; `check_many.py` measures the whole.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from _canvases import write_one
from _pairs import GALLERY, options, print_table

from bluecanvas.canvas import Reading, read
from bluecanvas.checking import examine
from bluecanvas.rules import every
from bluecanvas.source import read as read_source

MOST_RULES = 12


def main() -> None:
    rounds: int = options(__doc__, pairs=31).pairs
    with TemporaryDirectory() as folder:
        paths = [*sorted(GALLERY.glob("*.canvas.yaml")), write_one(Path(folder))]
        files = {path.name.removesuffix(".canvas.yaml"): path.read_bytes() for path in paths}
    readings = {name: read(data) for name, data in files.items()}
    rows = [("milliseconds", "bytes", "YAML", "canvas", "rules")]
    for name, data in files.items():
        source = milliseconds(rounds, read_source, data)
        whole = milliseconds(rounds, read, data)
        rules = milliseconds(rounds, examine, readings[name], name)
        rows.append((name, f"{len(data):,}", f"{source:.2f}", f"{whole - source:.2f}", f"{rules:.2f}"))
    print_table(rows)
    print_table([("the slowest rules, over all of these", "milliseconds"), *slowest_rules(rounds, readings.values())])


def milliseconds(rounds: int, function: Callable[..., object], *values: object) -> float:
    """The least CPU time of a call; its first is not counted."""
    function(*values)
    taken: list[int] = []
    for _ in range(rounds):
        began = time.process_time_ns()
        function(*values)
        taken.append(time.process_time_ns() - began)
    return min(taken) / 1e6


def slowest_rules(rounds: int, readings: Iterable[Reading]) -> list[tuple[str, str]]:
    """The rules that take longest, each over every canvas."""
    canvases = [reading.canvas for reading in readings if reading.canvas is not None]
    costs: dict[str, float] = {}
    for rule in every():
        if (check := rule.check) is not None:
            costs[f"{rule.code} {rule.name}"] = sum(
                milliseconds(rounds, lambda canvas, check=check: list(check(canvas)), canvas) for canvas in canvases
            )
    ranked = sorted(costs.items(), key=lambda item: -item[1])
    return [(name, f"{cost:.2f}") for name, cost in ranked[:MOST_RULES]] + [("all rules", f"{sum(costs.values()):.2f}")]


if __name__ == "__main__":
    main()
