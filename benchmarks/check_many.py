"""Checking many canvases of two to three kB, each different: CPU and wall a file, and the peak memory.

CPU is measured with every process held on one processor, where bluecanvas too takes one process: two of them on what
may be two threads of one core wait for each other, and would be charged for it. Our wall is measured on all processors.
Start-up, measured on one file, is taken off; yamllint, and check-jsonschema where it is installed, check a tenth of the
files and are reckoned a file too. Other work on the machine can only lengthen a run, so the least of each is shown
beside the medians. Once every file is judged anew, once none has changed since the run before.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from _canvases import write_many
from _pairs import PYTHON, Job, Run, byte_compile, environment, in_turn, installed, met, options, print_table

MILLISECONDS_A_FILE = 1.0
PEERS = {"yamllint": 22.3, "check-jsonschema": 18.9}
"""Milliseconds a file of the peers where that target was set: from one machine to another, only ratios carry."""
RATIO = 0.05
WALL = 0.65
MEBIBYTES = 80.0
MICROSECONDS_UNCHANGED = 50.0

_HELD = "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); os.execv(sys.argv[1], sys.argv[1:])"


def main() -> None:
    chosen = options(__doc__, pairs=5, files=1000)
    byte_compile("bluecanvas", "typer", "yaml", "yamllint")
    counts = (1, max(2, chosen.files // 10), max(2, chosen.files))
    with TemporaryDirectory() as top:
        one, some, all_ = (Path(top, str(count)) for count in counts)
        for folder, count in zip((one, some, all_), counts, strict=True):
            folder.mkdir()
            write_many(folder, count)
        os.environ["XDG_CACHE_HOME"] = str(Path(top, "cache"))
        again = (installed("bluecanvas"), "check", "--format", "concise")
        ours = (*again, "--no-cache")
        theirs = (installed("yamllint"), "-d", "default")
        jobs = [
            Job("bluecanvas, 1, all processors", (*ours, str(one))),
            Job("bluecanvas, all, all processors", (*ours, str(all_))),
            Job("bluecanvas, 1", held(*ours, str(one))),
            Job("bluecanvas, all", held(*ours, str(all_))),
            Job("bluecanvas, unchanged", held(*again, str(all_))),
            Job("yamllint, 1", held(*theirs, str(one))),
            Job("yamllint, some", held(*theirs, str(some))),
            *schema_jobs(Path(top, "schema.json"), one, some),
        ]
        runs = in_turn(jobs, chosen.pairs)
        size = mean(path.stat().st_size for path in all_.iterdir())
        memory = peak_memory((*ours, str(all_)))

    print(f"check {counts[2]:,} canvases of {size:,.0f} bytes")
    print(f"CPU of whole processes on one processor, medians of {chosen.pairs} pairs, start-up taken off\n")
    own_wall = a_file(runs[0], runs[1], counts[2]).wall
    own = a_file(runs[2], runs[3], counts[2])
    kept = a_file(runs[2], runs[4], counts[2])
    peers = {"yamllint": a_file(runs[5], runs[6], counts[1])}
    if len(runs) > 7:
        peers["check-jsonschema"] = a_file(runs[7], runs[8], counts[1])
    measured = {**peers, "bluecanvas check": own._replace(wall=own_wall), "the same, unchanged": kept}
    print_table(
        [("a file", "CPU ms", "least", "greatest", "wall ms"), *[(name, *one.said) for name, one in measured.items()]]
    )
    # other work on the machine can only lengthen it
    wall = min(shared.wall / alone.cpu for shared, alone in zip(runs[1], runs[3], strict=True))
    figures = [
        *[
            (f"CPU a file, ms, {what}", f"{cost:.2f}", f"≤ {MILLISECONDS_A_FILE:g}", met(cost, MILLISECONDS_A_FILE))
            for what, cost in (("median", own.cpu), ("least", own.least))
        ],
        *[
            (
                f"the same where {name} takes {PEERS[name]}, {what}", f"{cost:.2f}", f"≤ {MILLISECONDS_A_FILE:g}",
                met(cost, MILLISECONDS_A_FILE),
            )
            for name, peer in peers.items()
            for what, cost in (
                ("median", PEERS[name] * own.cpu / peer.cpu),
                ("least", PEERS[name] * own.least / peer.least),
            )
        ],
        *[
            (f"ratio to {name}, {what}", f"{ratio:.3f}", f"≤ {RATIO:g}", met(ratio, RATIO))
            for name, peer in peers.items()
            for what, ratio in (("medians", own.cpu / peer.cpu), ("least", own.least / peer.least))
        ],
        ("wall on all processors to CPU on one, least", f"{wall:.2f}", f"≤ {WALL:g}", met(wall, WALL)),
        (
            "CPU an unchanged file, µs", f"{1000 * kept.cpu:.0f}", f"≤ {MICROSECONDS_UNCHANGED:g}",
            met(1000 * kept.cpu, MICROSECONDS_UNCHANGED),
        ),
    ]  # fmt: skip
    if memory is not None:
        figures.append(
            ("peak memory of all processes, MiB", f"{memory:.0f}", f"≤ {MEBIBYTES:g}", met(memory, MEBIBYTES))
        )
    print_table([("", "measured", "target", ""), *figures])


def schema_jobs(schema: Path, one: Path, some: Path) -> list[Job]:
    """check-jsonschema on the same files with the format's own schema; nothing where it is not installed."""
    command = Path(PYTHON).parent / "check-jsonschema"
    if not command.is_file():
        return []
    printed = subprocess.run((installed("bluecanvas"), "schema"), env=environment(), capture_output=True, check=True)
    schema.write_bytes(printed.stdout)
    call = (str(command), "--schemafile", str(schema))
    return [
        Job("check-jsonschema, 1", held(*call, *map(str, one.iterdir()))),
        Job("check-jsonschema, some", held(*call, *map(str, some.iterdir()))),
    ]


def held(*command: str) -> tuple[str, ...]:
    """A command held on one processor, which takes one more start of Python; as it is where the system cannot do that."""
    return (PYTHON, "-c", _HELD, *command) if hasattr(os, "sched_setaffinity") else command


class Cost(NamedTuple):
    """Milliseconds a file beyond the first."""

    cpu: float
    """The median of the pairs."""
    least: float
    """What the least run for one file and the least for many come to: other work on the machine can only lengthen both."""
    most: float
    wall: float

    @property
    def said(self) -> tuple[str, ...]:
        """As a row of a table."""
        return f"{self.cpu:.3f}", f"{self.least:.3f}", f"{self.most:.3f}", f"{self.wall:.3f}"


def a_file(few: list[Run], many: list[Run], count: int) -> Cost:
    """What a file costs."""
    costs = [1000 * (all_.cpu - one.cpu) / (count - 1) for one, all_ in zip(few, many, strict=True)]
    walls = [1000 * (all_.wall - one.wall) / (count - 1) for one, all_ in zip(few, many, strict=True)]
    least = 1000 * (min(run.cpu for run in many) - min(run.cpu for run in few)) / (count - 1)
    return Cost(median(costs), least, max(costs), median(walls))


def peak_memory(command: tuple[str, ...]) -> float | None:
    """The most memory a command and its children held at once, in MiB with shared pages counted once; Linux alone."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    most = 0
    with subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, sum(map(_proportional, _family(process.pid))))
            time.sleep(0.02)
    return most / 1024


def _family(parent: int) -> list[int]:
    found = [parent]
    for one in found:
        try:
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
        except OSError:
            continue  # ended meanwhile
    return found


def _proportional(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
