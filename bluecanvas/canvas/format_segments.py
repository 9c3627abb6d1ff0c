"""Buyer segments as they are typed: whom they are, what matters to them, and the levels they see otherwise."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.format_scores import AUDIENCE, POSITIVE, ScoreShape, Stated
from bluecanvas.finding import Path
from bluecanvas.named import NamedTuple
from bluecanvas.parsing import SHARE, TEXT, WRONG, Entry, Mapped, Reader, Record, data_of, key
from bluecanvas.source import SCALAR, Node
from bluecanvas.words import Text

_MARK = "audience"


class SegmentEntry(Entry):
    """A segment of the buyers."""

    name: Text | None = key(TEXT, "what it is called; the id where it is not given")
    share: float | None = key(SHARE, "how much of all buyers it is, as a fraction")
    importance: dict[str, float] = key(
        Mapped(POSITIVE, what="a mapping from factors to weights"),
        "the weight of factors for this segment, on any scale",
        {},
    )
    scores: dict[str, dict[str, Stated]] = key(
        Mapped(Mapped(ScoreShape(), what="a mapping from factors to levels"), what="a mapping from curves to levels"),
        "the levels that differ for this segment, by curve and factor",
        {},
    )
    audience: str | None = key(AUDIENCE, "who may see it")


class SegmentsTyped(NamedTuple):
    """The section as read, and as plain data for whoever passes it on."""

    entries: dict[str, SegmentEntry]
    data: Any


class SegmentsShape:
    """Segments by id; the section may say who may see it."""

    _entries = Mapped(Record(SegmentEntry, short="name", null=True), what="a mapping from ids to segments")

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The segments that could be read, in order, with the section as it stands."""
        entries = self._entries.read(node, path, reader)
        if entries is WRONG:
            return WRONG
        mark = node.get(_MARK)
        if mark is not None and mark.kind is SCALAR:
            entries.pop(_MARK, None)
            AUDIENCE.read(mark, (*path, _MARK), reader)
        return SegmentsTyped(entries, data_of(node))

    def schema(self) -> dict[str, Any]:
        """Any id but `audience`, which says for whom the section is."""
        return {**self._entries.schema(), "properties": {_MARK: {"description": "who may see it", **AUDIENCE.schema()}}}
