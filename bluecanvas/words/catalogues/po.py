"""Catalogues in gettext's PO form: entries read from a text, written as one, and made into what gettext looks up.

Only what a catalogue needs is known: comments, `msgctxt`, `msgid`, `msgid_plural`, `msgstr` and `msgstr[n]`, strings
over several lines, the flag `fuzzy`. Obsolete entries (`#~`) are passed over.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator

from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+)?"((?:[^"\\]|\\.)*)"\s*\Z')
_ESCAPE = re.compile(r"\\(.)")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r"}
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_PLACE = re.compile(r"\{\w+\}")
_MAGIC = 0x950412DE
_UTF_8 = b"Content-Type: text/plain; charset=UTF-8\n"
"""What every head says: a catalogue is UTF-8, whatever its own says."""


class Entry(NamedTuple):
    """A source text and how it is said in another language."""

    source: str
    said: tuple[str, ...] = ("",)
    """One text, or one for each plural form; empty where there is no translation yet."""
    context: str = ""
    plural: str = ""
    notes: tuple[str, ...] = ()
    """The lines of comment above it, as they stand."""
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others."""
        return self.context, self.source

    @property
    def is_fuzzy(self) -> bool:
        """Whether somebody has to look at the translation again before it is used."""
        return any(note.startswith("#,") and "fuzzy" in note for note in self.notes)


def places(text: str) -> frozenset[str]:
    """The places a text leaves open: {names} in braces."""
    return frozenset(_PLACE.findall(text))


def read(text: str, name: str) -> list[Entry]:
    """The entries of a catalogue, its head first; CallError, with `name` and the line, where it is none."""
    found: list[Entry] = []
    fields: dict[str, str] = {}
    notes: list[str] = []
    current, start = "", 0

    def close() -> None:
        if "msgid" in fields:
            said = tuple([value for key, value in fields.items() if key.startswith("msgstr")])
            if not said:
                raise CallError(f"{name}:{start}: this msgid has no msgstr", 'write msgstr "…" below it')
            source, context = fields["msgid"], fields.get("msgctxt", "")
            found.append(Entry(source, said, context, fields.get("msgid_plural", ""), tuple(notes), start))
        elif fields:
            raise CallError(f"{name}:{start}: this entry has no msgid", 'write msgid "…", then msgstr "…"')
        fields.clear()
        notes.clear()

    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#~"):
            continue
        if line.startswith("#"):
            if fields:
                close()
            notes.append(line)
            continue
        met = _LINE.match(line)
        if met is None or not (met[1] or fields):
            raise CallError(
                f"{name}:{number}: {line[:40]} is no line of a catalogue", 'lines are msgid "…", msgstr "…"'
            )
        if met[1]:
            if met[1] in fields or (met[1] == "msgctxt" and fields) or (met[1] == "msgid" and "msgid" in fields):
                close()
            if not fields:
                start = number
            current = met[1]
            fields[current] = ""
        said = met[2]
        fields[current] += _ESCAPE.sub(_unescaped, said) if "\\" in said else said
    close()
    return found


def _unescaped(escape: re.Match[str]) -> str:
    return _PLAIN.get(escape[1], escape[1])


def written(entries: Iterable[Entry]) -> str:
    """The entries as a catalogue: a text a line, a blank line between entries."""
    return "\n".join("".join(f"{line}\n" for line in _lines(entry)) for entry in entries)


def _lines(entry: Entry) -> Iterator[str]:
    yield from entry.notes
    if entry.context:
        yield f"msgctxt {_quoted(entry.context)}"
    yield f"msgid {_quoted(entry.source)}"
    if entry.plural:
        yield f"msgid_plural {_quoted(entry.plural)}"
        for at, said in enumerate(entry.said):
            yield f"msgstr[{at}] {_quoted(said)}"
    elif not entry.source:  # the head: a field a line
        yield 'msgstr ""'
        yield from (_quoted(f"{field}\n") for field in entry.said[0].splitlines())
    else:
        yield f"msgstr {_quoted(entry.said[0])}"


def _quoted(text: str) -> str:
    return f'"{text.translate(_WRITTEN)}"'


def misplaced(entry: Entry) -> str:
    """What is wrong with the places a translation leaves open, "" where nothing is: they are those of its source."""
    if "{" not in entry.source and not any("{" in said for said in entry.said):
        return ""
    asked = places(entry.source) | places(entry.plural)
    for said in entry.said:
        found = places(said)
        if said and found != asked:
            missing, added = sorted(asked - found), sorted(found - asked)
            lacks = f"lacks {', '.join(missing)}" if missing else ""
            has = f"has {', '.join(added)}, which its source has not" if added else ""
            return " and ".join(part for part in (lacks, has) if part)
    return ""


def compiled(entries: Iterable[Entry]) -> bytes:
    """The translations as gettext reads them (an MO file), without those that are missing or fuzzy."""
    pairs: dict[bytes, bytes] = {b"": _UTF_8}
    for entry in entries:
        if not entry.source:
            fields = (field for field in entry.said[0].splitlines() if not field.lower().startswith("content-type:"))
            pairs[b""] = _UTF_8 + "\n".join(fields).encode()
        elif all(entry.said) and not entry.is_fuzzy:
            source = f"{entry.source}\0{entry.plural}" if entry.plural else entry.source
            key = f"{entry.context}\4{source}" if entry.context else source
            pairs[key.encode()] = "\0".join(entry.said).encode()
    ordered = sorted(pairs.items())
    texts = [pair[column] + b"\0" for column in (0, 1) for pair in ordered]
    table = 28 + 8 * len(ordered)
    start = table + 8 * len(ordered)
    index: list[int] = []
    for text in texts:
        index += (len(text) - 1, start)
        start += len(text)
    head = (_MAGIC, 0, len(ordered), 28, table, 0, start)
    return struct.pack(f"<7I{len(index)}I", *head, *index) + b"".join(texts)
