"""Reading a canvas: bytes in, the canvas and everything that is wrong with it out."""

from __future__ import annotations

from bluecanvas.canvas.building import build, language_of
from bluecanvas.canvas.format import CANVAS, CanvasFile
from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding
from bluecanvas.named import NamedTuple
from bluecanvas.parsing import WRONG, Reader
from bluecanvas.source import LIMITS, MAP, Enough, Node, Source, enough
from bluecanvas.source import read as read_source
from bluecanvas.words import guess


class Reading(NamedTuple):
    """A file as read: its source, the canvas where one could be made, and the findings of reading."""

    source: Source
    canvas: Canvas | None
    findings: tuple[Finding, ...]


def read(data: bytes) -> Reading:
    """A canvas from a file's bytes; whatever is wrong is a finding, never an exception."""
    source = read_source(data)
    root = source.root
    if root is None:
        return Reading(source, None, source.findings)
    said = _peek(root, "language")
    reader = Reader(language_of(said) if said else guess(_peek(root, "title") or "", source.text), root)
    canvas: Canvas | None = None
    try:
        entry = CANVAS.read(root, (), reader)
        canvas = build(entry, reader) if entry is not WRONG and isinstance(entry, CanvasFile) else None
    except Enough:
        last = reader.findings[-1]
        reader.findings.append(enough(LIMITS, source.locate(last.path, last.on_key)))
    findings = (*source.findings, *reader.findings)
    if canvas is not None and findings:
        canvas = canvas._replace(findings=findings)
    return Reading(source, canvas, findings)


def _peek(root: Node, key: str) -> str | None:
    found = root.values.get(key) if root.kind is MAP else None
    return found.text or None if isinstance(found, Node) else found
