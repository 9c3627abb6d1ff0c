"""Dates: a year, a month or a day, kept as typed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bluecanvas.finding import Path
from bluecanvas.parsing.reader import Reader
from bluecanvas.source import SCALAR, Node

_DATE = r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z"
_LONGEST = len("2026-10-03")
_DATE_HINT = "write it as 2026, 2026-10 or 2026-10-03"
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Date:
    """A year, a month or a day: 2026, 2026-10, 2026-10-03; kept as typed."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The date as typed, once it is one."""
        found = re.match(_DATE, node.text) if node.kind is SCALAR else None
        if found is None:
            return reader.expected("a date", node, path, _DATE_HINT)
        if not _is_date(node.text):
            return reader.report("BC013", path, f"{node.text} is no day of the calendar", _DATE_HINT)
        return node.text

    def at_once(self, text: str) -> Any:
        """The date as typed."""
        return text if len(text) <= _LONGEST and _is_date(text) else None

    def schema(self) -> dict[str, Any]:
        """A text of that form, or a bare year."""
        pattern = {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$"}
        return {"anyOf": [pattern, {"type": "integer", "minimum": 1000, "maximum": 9999}]}


@lru_cache(maxsize=1024)
def _is_date(text: str) -> bool:
    """Whether the calendar has the day; datetime would say as much, and its import costs more than all of this file."""
    found = re.match(_DATE, text)
    if found is None:
        return False
    year, month, day = int(found.group(1)), int(found.group(2) or 1), int(found.group(3) or 1)
    if not (year >= 1 and 1 <= month <= 12):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (29 if leap and month == 2 else _DAYS[month - 1])


DATE = Date()
