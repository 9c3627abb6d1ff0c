"""The index page of a folder of reports: each canvas with its report and what was found in it, or without where it has none."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote

from bluecanvas.canvas.model import Canvas
from bluecanvas.cli._outputs import NAME
from bluecanvas.documents import Document, Heading, Rows, Run
from bluecanvas.errors import CallError
from bluecanvas.finding import Level, Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Look, publish
from bluecanvas.words import label, show_date, visible
from bluecanvas.words.markdown import escape, table

_MARK = "<!-- made by bluecanvas report -->"
_HEAD = 4096
_LARGEST = 16 * 1024 * 1024
_LINKS = {
    ".md": re.compile(r"^\| \[.*?\]\(([^()\s]+)\) ", re.MULTILINE),
    ".html": re.compile(r'<t[dh][^>]*><a href="([^"]+)"'),
}
"""How an index names its reports."""


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
        date = show_date(canvas.date or "", language)
        return cls(out, canvas.title.say(language), date, tuple(map(standing.count, Level)), language)

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the line beside the title, dashes where nothing is known."""
        return (self.date, *(map(str, self.counts) if self.out else "–" * len(Level)))


def index_file(path: str, entries: Sequence[Entry], look: Look) -> bytes:
    """The index at a path: a page or Markdown; CallError where a file that is no index of ours stands there."""
    folder = str(Path(path).parent)
    pages = path.endswith(".html")
    _check_ours(path)
    spoken = {entry.language for entry in entries if entry.out}
    language = spoken.pop() if len(spoken) == 1 else "en"
    title = label("reports", language)
    header = [label("canvas", language), label("date", language), *(label(level.value, language) for level in Level)]
    numeric = frozenset(range(2, len(header)))
    links = [_link(entry.out, folder) for entry in entries]
    rows = [(called, *entry.cells) for called, entry in zip(_called(entries, folder), entries, strict=True)]
    if pages:
        cells = [(Run(row[0], link=link), *map(Run, row[1:])) for row, link in zip(rows, links, strict=True)]
        heads = tuple((Run(text),) for text in header)
        found = Rows(heads, tuple(tuple((run,) for run in row) for row in cells), numeric)
        made = Document(title, language, (Heading(1, (Run(title),)), found))
        return publish("html", made, look).replace(b"<head>\n", f"<head>\n{_MARK}\n".encode(), 1)
    lines = [
        [f"[{escape(row[0])}]({link})" if link else escape(row[0]), *map(escape, row[1:])]
        for row, link in zip(rows, links, strict=True)
    ]
    return f"{_MARK}\n\n# {escape(title)}\n\n{table(list(map(escape, header)), lines, numeric)}\n".encode()


def unmade(path: str, patterns: Collection[str], outs: Collection[str]) -> list[str]:
    """The reports that an index still names and that are made no more, though their names are of a pattern."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(_LARGEST)
    except OSError:
        return []
    if not _is_ours(data[:_HEAD]):
        return []
    made = {os.path.normpath(out) for out in outs}
    alike = [".*".join(map(re.escape, Path(pattern).name.split(NAME))) for pattern in patterns]
    like = re.compile("|".join(alike), re.DOTALL)
    found = []
    for link in dict.fromkeys(_LINKS[Path(path).suffix].findall(data.decode(errors="replace"))):
        inner = Path(unquote(unescape(link), errors="surrogateescape"))
        out = os.path.normpath(Path(path).parent / inner)
        if os.pardir not in inner.parts and not inner.is_absolute() and out not in made:
            found += [out] if like.fullmatch(Path(out).name) and os.path.lexists(out) else []
    return found


def _called(entries: Sequence[Entry], folder: str) -> Iterator[str]:
    """What each line is called: by its title, and by its report's name where titles are alike."""
    titles = Counter(entry.title for entry in entries)
    for entry in entries:
        name = Path(os.path.relpath(entry.out, folder)).as_posix() if entry.out else ""
        yield f"{entry.title} ({visible(name)})" if name and titles[entry.title] > 1 else entry.title


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
    if not _is_ours(begins):
        raise CallError(f"{path} is there already, and is no index of ours", "name another folder, or remove it")


def _is_ours(begins: bytes) -> bool:
    return _MARK.encode() in begins
