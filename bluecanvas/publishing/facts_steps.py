"""What is to be done next, as plain data: moves first, then findings to mend, then evidence to get."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from bluecanvas.words import label, show_level

Facts: TypeAlias = dict[str, Any]

_ORDER = ("error", "warning", "advice")


def next_steps(canvas: Facts, findings: Sequence[Facts], language: str) -> list[Facts]:
    """The steps of a canvas and its findings as facts: what, of which kind, who sees to it and by when.

    Moves with an owner and a date come first, by date; then the others as the grid has them.
    """
    moves = sorted(canvas["moves"], key=lambda move: (not (move["owner"] and move["by"]), move["by_date"] or "~"))
    return [
        *(_step("move", _move(move, language), language, move) for move in moves),
        *(
            {
                **_step("finding", "", language),
                "message": found["message"],
                "hint": found["hint"],
                "code": found["code"],
            }
            for found in sorted(findings, key=lambda found: _ORDER.index(found["level"]))
        ),
        *(_step("evidence", what, language) for what in _wanted(canvas, language)),
    ]


def _step(kind: str, what: str, language: str, move: Facts | None = None) -> Facts:
    given = move or {"owner": "", "by": "", "why": ""}
    return {
        "kind": kind,
        "kind_word": label(f"step-{kind}", language),
        "what": what,
        "owner": given["owner"],
        "by": given["by"],
        "why": given["why"],
        "message": "",
        "hint": "",
        "code": "",
    }


def _move(move: Facts, language: str) -> str:
    target = "" if move["to"] is None else f" → {show_level(move['to'], language)}"
    whose = "" if move["ours"] else f"{move['curve']} · "
    return f"{whose}{label(move['action'], language)}{label('colon', language)}{move['factor']}{target}"


def _wanted(canvas: Facts, language: str) -> Iterator[str]:
    """The levels that rest on nothing, and those that nobody knows."""
    for key, items in (("get-evidence", canvas["unproven"]), ("get-level", canvas["unknown"])):
        for item in items:
            yield f"{label(key, language)}{label('colon', language)}{item['what']} · {item['factors']}"
