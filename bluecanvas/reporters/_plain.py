"""Findings as plain data, with their level in a person's language: what templates see of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bluecanvas.finding import Verdict
from bluecanvas.words import label


def of_verdicts(verdicts: Iterable[Verdict], language: str) -> list[dict[str, Any]]:
    """The findings that stand, with their level in the report's language too."""
    return [
        {
            "level": verdict.level.value,
            "level_word": label(verdict.level.value, language),
            "code": verdict.code,
            "name": verdict.name,
            "line": verdict.place.line,
            "message": verdict.message,
            "hint": verdict.hint,
        }
        for verdict in verdicts
        if verdict.stands
    ]
