"""Reading workbooks: the sheets of an .xlsx file as grids, by its own XML, within limits.

A reader of our own: the fast ones give the value behind a formula as if it had been typed, and say nothing of merged
cells, hidden columns or numbers that a program has made dates of; here all of these are messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf, isfinite
from xml.etree import ElementTree as ET

from bluecanvas.errors import CallError
from bluecanvas.exchanging.dates import Clock, date_of, precision
from bluecanvas.exchanging.grids import Cell, Grid, Merged
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Model
from bluecanvas.renderers._office_archive import Archive, events

_WHAT = "an Excel workbook (.xlsx)"
_MOST_SHEETS, _MOST_CELLS, _MOST_COLUMNS = 100, 100_000, 16_384
_MOST_BYTES, _MOST_MARKS = 16_000_000, 450_000
"""Of all parts that are read; marks are `<` and `=`, which tell what elements and attributes cost before they are made."""
_DEEPEST, _MOST_INSIDE = 100, 70_000
_LONG = re.compile(rb"<[^<]{400000}")
"""A tag, or the text behind it, longer than any cell's."""
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DIGITS = 15
"""Digits that spreadsheets count with; what a formula leaves behind them is dust."""


def sheets(name: str, data: bytes) -> tuple[Grid, ...]:
    """The sheets of a workbook, hidden ones too; CallError for a file that is none, or that is made to do harm."""
    archive = Archive(Model(name, data), _WHAT)
    if not archive.type(archive.main).endswith("main+xml") or "sheet" not in archive.type(archive.main):
        raise archive.wrong("it holds something else, or is a binary workbook")
    book = archive.xml(archive.main)
    links = {link.id: link for link in archive.links(archive.main)}
    listed = [item for item in book.iter() if _local(item.tag) == "sheet"]
    if len(listed) > _MOST_SHEETS:
        raise CallError(f"{name} has {len(listed)} sheets", f"at most {_MOST_SHEETS} are read")
    parts = {link.kind: link.target for link in links.values() if not link.outside}
    inside = _Parts(archive)
    texts = _texts(inside, parts["sharedStrings"]) if "sharedStrings" in parts else []
    clock = Clock(any(item.get("date1904") in ("1", "true") for item in book.iter()))
    shown = _formats(inside, parts["styles"]) if "styles" in parts else []
    reader = _Reader(inside, texts, shown, clock)
    found = []
    for item in listed:
        id = next((value for key, value in item.attrib.items() if key.endswith("}id")), "")
        link = links.get(id)
        if link is None or link.outside:
            raise archive.wrong(f"its sheet {item.get('name', '')!r} is missing")
        if link.kind == "worksheet":  # the others are charts and macros of old
            found.append(reader.grid(item.get("name", ""), link.target))
    return tuple(found)


class _Reader:
    """Reads the sheets of one workbook."""

    def __init__(self, parts: _Parts, texts: list[str], formats: list[str], clock: Clock) -> None:
        self.archive, self.parts, self.texts, self.formats, self.clock = parts.archive, parts, texts, formats, clock
        self.left = _MOST_CELLS

    def grid(self, name: str, part: str) -> Grid:
        """One sheet."""
        rows: dict[int, dict[int, Cell]] = {}
        merged: list[Merged] = []
        hidden: set[int] = set()
        row = 0
        for item in self.parts.elements(part, ("row", "mergeCell", "col")):
            kind = _local(item.tag)
            if kind == "row":
                row = _whole(item.get("r"), row + 1)
                cells = self._cells(item)
                if cells:
                    rows.setdefault(row, {}).update(cells)
                    self.left -= len(cells)
                if self.left < 0:
                    most = f"a canvas never fills more than {_MOST_CELLS:,}"
                    raise CallError(f"{self.archive.name} has too many filled cells, up to {name}!A{row}", most)
            elif kind == "mergeCell":
                ends = [place for place in map(_place, (item.get("ref") or "").split(":")) if place]
                if ends:
                    merged.append(Merged(*ends[0], *ends[-1]))
            elif item.get("hidden") in ("1", "true"):
                first = _whole(item.get("min"), 1)
                hidden.update(range(first - 1, min(_whole(item.get("max"), first), _MOST_COLUMNS)))
        return Grid(name, rows, tuple(merged), frozenset(hidden))

    def _cells(self, row: ET.Element) -> dict[int, Cell]:
        found: dict[int, Cell] = {}
        at = -1
        for item in row:
            if _local(item.tag) != "c":
                continue
            place = _place(item.get("r") or "")
            at = place[1] if place else at + 1
            cell = self._cell(item)
            if cell is not None:
                found[at] = cell
        return found

    def _cell(self, item: ET.Element) -> Cell | None:
        """What a cell holds; None where it is empty."""
        parts = {_local(part.tag): part for part in item}
        computed = "f" in parts
        kind = item.get("t", "n")
        if kind == "inlineStr":
            text = _text(parts["is"]) if "is" in parts else ""
            return Cell(text) if text else None
        said = (parts["v"].text or "") if "v" in parts else ""
        if not said:
            return (
                Cell(computed=True, error="a formula that was never worked out") if computed and kind != "str" else None
            )
        if kind == "e":
            return Cell(computed=computed, error=said)
        if kind == "s":
            at = _whole(said, -1)
            if not 0 <= at < len(self.texts):
                raise self.archive.wrong("a cell names a text that is not there")
            return Cell(self.texts[at]) if self.texts[at] else None
        if kind in ("str", "d"):
            text = _unescaped(said)
            return Cell(text, date=text[:10] if kind == "d" else "", computed=computed) if text else None
        if kind == "b":
            return Cell(said in ("1", "true"), computed=computed)
        number = float(said) if _NUMBER.fullmatch(said) else inf
        if not isfinite(number):
            raise self.archive.wrong(f"a cell holds {said[:20]!r} as a number")
        style = _whole(item.get("s"), 0)
        code = self.formats[style] if style < len(self.formats) else ""
        value = float(f"{number:.{_DIGITS}g}")
        if code == "percent":
            return Cell(value, computed=computed, percent=True)
        return Cell(value, date_of(value, code, self.clock) if code else "", computed)


def _texts(parts: _Parts, part: str) -> list[str]:
    return [_text(item) for item in parts.elements(part, ("si",))]


def _text(item: ET.Element) -> str:
    """The text of all runs, without the readings that Japanese texts carry along."""
    said: list[str] = []
    for part in item:
        kind = _local(part.tag)
        if kind == "t":
            said.append(part.text or "")
        elif kind == "r":
            said += (inner.text or "" for inner in part if _local(inner.tag) == "t")
    return _unescaped("".join(said))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _formats(parts: _Parts, part: str) -> list[str]:
    """For every style what its numbers are shown as: "day", "month", "time", "percent", or plainly."""
    own: dict[int, str] = {}
    found: list[str] = []
    for item in parts.elements(part, ("numFmt", "cellXfs")):
        if _local(item.tag) == "numFmt":
            own[_whole(item.get("numFmtId"), -1)] = item.get("formatCode", "")
        else:
            ids = (_whole(style.get("numFmtId"), 0) for style in item if _local(style.tag) == "xf")
            found = [precision(id, own.get(id, "")) for id in ids]
    return found


class _Parts:
    """The parts of a workbook as XML; how much all of them hold is bounded before any of it is made."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._bytes, self._marks = _MOST_BYTES, _MOST_MARKS

    def elements(self, part: str, wanted: tuple[str, ...]) -> Iterator[ET.Element]:
        """The elements of some names as they are read, none of them kept."""
        inside: list[ET.Element] = []
        try:
            for event, item in events(self._read(part)):
                if event == "start":
                    if inside and len(inside[-1]) > _MOST_INSIDE:
                        raise self.archive.wrong(f"its part {part} has more in one place than a spreadsheet writes")
                    inside.append(item)
                    if len(inside) > _DEEPEST:
                        raise self.archive.wrong(f"its part {part} is nested too deep")
                    continue
                inside.pop()
                if _local(item.tag) in wanted:
                    yield item
                    item.clear()
                    if inside:
                        inside[-1].remove(item)
        except (ET.ParseError, ValueError, LookupError) as error:
            raise self.archive.wrong(f"its part {part} is no XML") from error

    def _read(self, part: str) -> bytes:
        data = self.archive.read(part)
        if any(mark in data for mark in _DOCTYPES):
            raise self.archive.wrong(f"its part {part} has a document type, which office files never have")
        if _LONG.search(data):
            raise self.archive.wrong(f"its part {part} holds more at a place than a cell can")
        self._bytes -= len(data)
        self._marks -= data.count(b"<") + data.count(b"=")
        if self._bytes < 0 or self._marks < 0:
            raise CallError(
                f"{self.archive.name} holds too much, up to its part {part}",
                "clear rows and columns that are only formatted, and take sheets of data out of it",
            )
        return data


class _Corner(NamedTuple):
    """A cell's row, counted from 1, and its column, counted from 0."""

    row: int
    column: int


def _place(said: str) -> _Corner | None:
    found = _PLACE.fullmatch(said)
    if found is None:
        return None
    at = 0
    for letter in found[1].upper():
        at = at * 26 + ord(letter) - ord("A") + 1
    return _Corner(int(found[2]), at - 1)


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said is not None and said.isascii() and said.isdecimal() and len(said) < 8 else otherwise


def _local(tag: str) -> str:
    """An element's name without its namespace: the strict form of the format has others."""
    return tag.rpartition("}")[2]
