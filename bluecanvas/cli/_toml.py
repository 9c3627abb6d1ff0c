"""TOML in: a configuration's values, and the lines where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple
from bluecanvas.source import LIMITS

_NAMES = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*'))*"
_LINE = re.compile(rf"\s*(?:\[\[?\s*(?P<table>{_NAMES})\s*\]|(?P<key>{_NAMES})\s*=)")
_NAME = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_MOST_STEPS = 25_000_000
_AS_IN = 'keys and values are written as in: select = ["BC3"]'
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")


class Toml(NamedTuple):
    """A file's values, and its text."""

    file: str
    """As messages call it."""
    values: dict[str, Any]
    text: str

    def at(self, path: Sequence[str]) -> str:
        """Where a key stands, `file:line`; only the file where the line cannot be told."""
        wanted, near = tuple(path), 0
        for line, names in _keys(self.text):
            if names[: len(wanted)] == wanted:
                return f"{self.file}:{line}"
            if names == wanted[: len(names)]:
                near = line
        return f"{self.file}:{near}" if near else self.file


def parse_toml(data: bytes, shown: str) -> Toml:
    """A TOML file's bytes; CallError where they are none."""
    if len(data) > LIMITS.bytes:
        raise CallError(f"{shown} holds more than {LIMITS.bytes:,} bytes", "a configuration needs no more")
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        # a key stands on one line, and to read it takes the square of its parts
        if sum(line.count(".") ** 2 for line in text.split("\n")) > _MOST_STEPS:
            raise CallError(f"{shown} has a line of far too many dots", "keys have a few parts, as in rules.BC305.step")
        return Toml(shown, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        found = _PLACE.search(said)
        place = f"{shown}:{found[1]}:{found[2]}" if found and found[1] else shown
        reason = said[: found.start()] if found else said
        raise CallError(f"{place}: {reason[:1].lower()}{reason[1:]}", _AS_IN) from None
    except UnicodeDecodeError:
        raise CallError(f"{shown} is not UTF-8", "save it as UTF-8") from None
    except (RecursionError, ValueError) as error:
        raise CallError(
            f"{shown} cannot be read: {str(error).lower()}", "a configuration needs no such value"
        ) from None


def _keys(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lines that begin with a key or a table, as far as they can be told without reading TOML anew."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.match(line)
        if found is None:
            continue
        names = tuple("".join(parts) for parts in _NAME.findall(found["table"] or found["key"]))
        if found["table"]:
            table = names
            yield number, table
        else:
            yield number, (*table, *names)
