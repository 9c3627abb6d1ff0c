"""A client's office file opened with care: it may be none, torn, locked, or made to fill the memory of who opens it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree import ElementTree as ET

from bluecanvas.errors import CallError
from bluecanvas.renderers import Model
from bluecanvas.renderers._office_package import RELATIONS, Link, Part, links_of

_MOST_FILES, _MOST_BYTES = 5_000, 200_000_000
_MOST_XML = 20_000_000
"""Bytes of one part that is read."""
_MOST_PACKED, _SMALL = 200, 1_000_000
"""How many times its packed size a part may have; smaller ones may have any."""
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_LOCKED = b"\xd0\xcf\x11\xe0"
"""How the files of old office programs begin, and those locked with a password."""
_PACKED, _ENCRYPTED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED), 1
_PIECE = 1 << 18
_DEEPEST = 200
"""How far elements may lie within each other."""
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class Archive:
    """The parts of an office file by name; CallError, wherever it is read, for what is none."""

    def __init__(self, model: Model, what: str) -> None:
        self.name, self.what = model.name, what
        if model.data.startswith(_LOCKED):
            raise CallError(
                f"{model.name} is locked with a password or comes from an old program",
                f"save it as {what} without a password",
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(model.data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise self.wrong("it cannot be opened") from error
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        unpacked = sum(entry.file_size for entry in entries)
        steep = any(e.file_size > _SMALL and e.file_size > _MOST_PACKED * max(1, e.compress_size) for e in entries)
        if any(entry.compress_type not in _PACKED or entry.flag_bits & _ENCRYPTED for entry in entries):
            raise self.wrong("its parts are packed in a way that office programs do not use")
        if len(entries) > _MOST_FILES or unpacked > _MOST_BYTES or steep:
            raise CallError(
                f"{model.name} unpacks to {unpacked / 1e6:.0f} MB in {len(entries)} parts, which is not opened",
                f"at most {_MOST_BYTES // 10**6} MB in {_MOST_FILES} parts, none packed more than {_MOST_PACKED} times",
            )
        self._types, self._overrides = self._content_types()
        self.main = next((link.target for link in self.links("") if link.kind == "officeDocument"), "")
        if not self.main:
            raise self.wrong("it holds no document")

    def wrong(self, why: str) -> CallError:
        """What to say of a file that is not what it should be."""
        return CallError(f"{self.name} is not {self.what}: {why}", f"name {self.what} that opens in its program")

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._zip.read(self._entries[name])
        except KeyError:
            raise self.wrong(f"its part {name} is missing") from None
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            ValueError,
            NotImplementedError,
            OSError,
            EOFError,
        ) as error:
            raise self.wrong(f"its part {name} cannot be read") from error

    def xml(self, name: str) -> ET.Element:
        """A part that is XML, read."""
        data = self.read(name)
        if len(data) > _MOST_XML:
            raise self.wrong(f"its part {name} is too large")
        if any(mark in data for mark in _DOCTYPES):
            raise self.wrong(f"its part {name} has a document type, which office files never have")
        try:
            return _shallow(data)
        except (ET.ParseError, ValueError, LookupError) as error:
            raise self.wrong(f"its part {name} is no XML") from error

    def links(self, name: str) -> tuple[Link, ...]:
        """What a part refers to, the package itself for the empty name."""
        file = links_of(name) if name else "_rels/.rels"
        if file not in self._entries:
            return ()
        found = []
        for item in self.xml(file).iter(f"{_LINKS}Relationship"):
            kind = item.get("Type", "")
            for space in (RELATIONS, _STRICT):
                kind = kind.removeprefix(space)
            outside = item.get("TargetMode") == "External"
            target = item.get("Target", "")
            if not outside:
                target = normpath(join("/", dirname(name), target)).lstrip("/")
            found.append(Link(item.get("Id", ""), kind, target, outside))
        return tuple(found)

    def type(self, name: str) -> str:
        """The content type of a part."""
        return self._overrides.get(name.lower()) or self._types.get(name.rpartition(".")[2].lower(), "application/xml")

    def with_all_below(self, names: Iterable[str]) -> tuple[Part, ...]:
        """Those parts and all that they refer to."""
        waiting, parts = list(names), dict[str, Part]()
        while waiting:
            name = waiting.pop()
            if name in parts:
                continue
            links = self.links(name)
            parts[name] = Part(name, self.type(name), self.read(name), links)
            waiting += [link.target for link in links if not link.outside]
        return tuple(parts[name] for name in sorted(parts))

    def _content_types(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        root = self.xml("[Content_Types].xml")
        ends = {
            item.get("Extension", "").lower(): item.get("ContentType", "") for item in root.iter(f"{_TYPES}Default")
        }
        own = {
            item.get("PartName", "").lstrip("/").lower(): item.get("ContentType", "")
            for item in root.iter(f"{_TYPES}Override")
        }
        return ends, own


def events(data: bytes) -> Iterator[tuple[str, ET.Element]]:
    """Where elements start and end, read in large pieces: old parsers begin a long tag anew with each."""
    # without a document type there are no entities to fear
    parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("start", "end"))
    for at in range(0, len(data), _PIECE):
        parser.feed(data[at : at + _PIECE])
        for said in parser.read_events():
            if isinstance(item := said[-1], ET.Element):
                yield str(said[0]), item
    parser.close()


def _shallow(data: bytes) -> ET.Element:
    """XML read; ValueError where it is nested deeper than anyone would write it."""
    depth = 0
    first: ET.Element | None = None
    for event, element in events(data):
        first = element if first is None else first
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
    if first is None:
        raise ValueError("nothing in it")
    return first
