"""The index page of a folder of reports: each canvas with its report and what was found in it, or without where it has none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from bluecanvas.canvas.model import Canvas
from bluecanvas.documents import Document, Heading, Rows, Run
from bluecanvas.errors import CallError
from bluecanvas.finding import Level, Verdict
from bluecanvas.renderers import Look, publish
from bluecanvas.words import label
from bluecanvas.words.markdown import escape, table

_MARK = "<!-- made by bluecanvas report -->"
_HEAD = 4096


class Entry(NamedTuple):
    """A line of the index."""

    out: str
    """The report's path; empty where none could be made."""
    title: str
    date: str
    counts: tuple[int, ...]
    """Findings by level, errors first; none where the canvas could not be read."""
    language: str

    @classmethod
    def of(cls, out: str, canvas: Canvas, verdicts: Sequence[Verdict], language: str) -> Entry:
        """The line of one report."""
        standing = [verdict.level for verdict in verdicts if verdict.stands]
        return cls(out, canvas.title.say(language), canvas.date or "", tuple(map(standing.count, Level)), language)

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the line, dashes where nothing is known."""
        return (self.title, self.date, *(map(str, self.counts) if self.out else "–" * len(Level)))


def index_files(folder: str, entries: Sequence[Entry], look: Look) -> Mapping[str, bytes]:
    """The index by its path: a page where the reports are pages, else Markdown.

    CallError where a file that is no index of ours stands there.
    """
    path = index_path(folder, [entry.out for entry in entries if entry.out])
    pages = path.endswith(".html")
    _check_ours(path)
    spoken = {entry.language for entry in entries if entry.out}
    language = spoken.pop() if len(spoken) == 1 else "en"
    title = label("canvas", language)
    header = [label("canvas", language), label("date", language), *(label(level.value, language) for level in Level)]
    numeric = frozenset(range(2, len(header)))
    links = [_link(entry.out, folder) for entry in entries]
    rows = [entry.cells for entry in entries]
    if pages:
        cells = [(Run(row[0], link=link), *map(Run, row[1:])) for row, link in zip(rows, links, strict=True)]
        heads = tuple((Run(text),) for text in header)
        found = Rows(heads, tuple(tuple((run,) for run in row) for row in cells), numeric)
        made = Document(title, language, (Heading(1, (Run(title),)), found))
        return {path: publish("html", made, look)}
    lines = [
        [f"[{escape(row[0])}]({link})" if link else escape(row[0]), *map(escape, row[1:])]
        for row, link in zip(rows, links, strict=True)
    ]
    return {path: f"{_MARK}\n\n# {escape(title)}\n\n{table(list(map(escape, header)), lines, numeric)}\n".encode()}


def index_path(folder: str, outs: Sequence[str]) -> str:
    """The index of some reports: a page where they all are pages, else Markdown."""
    pages = all(out.lower().endswith(".html") for out in outs)
    return str(Path(folder) / ("index.html" if pages else "index.md"))


def _link(out: str, folder: str) -> str:
    return quote(Path(os.path.relpath(out, folder)).as_posix(), errors="surrogateescape") if out else ""


def _check_ours(path: str) -> None:
    try:
        begins = Path(path).read_bytes()[:_HEAD]
    except OSError:
        return
    if _MARK.encode() not in begins and b'content="bluecanvas' not in begins:
        raise CallError(f"{path} is there already, and is no index of ours", "name another folder, or remove it")
