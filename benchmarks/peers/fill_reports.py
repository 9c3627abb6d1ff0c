"""Fill the template `report` with every canvas of a folder until it was filled 1,000 times; print the CPU ms of one.

`ours` is what a report does with a template, `bare` is Jinja alone, which escapes nothing, and `sandbox` Jinja's immutable
sandbox with its own escaping. The facts, and the functions a template calls, are the same and are made before the clock
starts; each canvas is filled once before it too.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bluecanvas.canvas import read
from bluecanvas.checking import examine
from bluecanvas.frameworks import by_key
from bluecanvas.publishing.jobs import Job
from bluecanvas.publishing.rendering import perform
from bluecanvas.publishing.reports import facts_of
from bluecanvas.publishing.templates import find
from bluecanvas.words import label

TIMES = 1000


def main(folder: str, side: str) -> None:
    """Time one side."""
    source = find("report")
    jobs = [_job(path, str(source.folder), source.name) for path in sorted(Path(folder).iterdir())]
    kind = {"bare": Environment, "sandbox": ImmutableSandboxedEnvironment}.get(side)
    environment = kind and kind(
        loader=FileSystemLoader(source.folder), autoescape=side == "sandbox", trim_blocks=True, lstrip_blocks=True
    )

    def fill(job: Job) -> None:
        if environment is None:
            perform(job)
        else:
            environment.get_template(job.name).render(_context(job))

    for job in jobs:
        fill(job)
    began = time.process_time()
    for number in range(TIMES):
        fill(jobs[number % len(jobs)])
    print(1000 * (time.process_time() - began) / TIMES)


def _job(path: Path, folder: str, name: str) -> Job:
    reading = read(path.read_bytes())
    if reading.canvas is None:
        raise ValueError(path)
    verdicts = examine(reading, path.name)
    facts = facts_of(reading.canvas, verdicts, "en", {}, path.stem)
    blocks = {
        key.replace("-", "_"): " ".join(block.alt() for block in framework.blocks(reading.canvas, "en"))
        for key, framework in by_key().items()
    }
    return Job(folder, name, "", "en", facts, blocks)


def _context(job: Job) -> dict[str, Any]:
    return {
        **job.facts,
        "language": job.language,
        "label": lambda key, **values: label(key, job.language, **{name: str(value) for name, value in values.items()}),
        "block": lambda name: job.blocks[name.replace("-", "_")],
        "figure": lambda name: job.blocks[name.replace("-", "_")],
        "table": _table,
        "link": lambda said, address: f"[{said}]({address})" if address else said,
    }


def _table(rows: list[dict[str, Any]], columns: dict[str, str]) -> str:
    lines = [list(columns), ["---"] * len(columns), *([str(row[key]) for key in columns.values()] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) if rows else ""


if __name__ == "__main__":
    main(*sys.argv[1:])
