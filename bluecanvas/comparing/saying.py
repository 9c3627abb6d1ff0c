"""Saying what changed: names, levels and values as parts of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bluecanvas.canvas.levels import figure
from bluecanvas.canvas.model import Action
from bluecanvas.words import Text, clip, listed, visible

_LONGEST_NAME = 60
_LONGEST_TEXT = 120
MOST_NAMES = 6


def named(name: str, language: str) -> str:
    """A name in a language, on one line and of a bearable length."""
    text = name.say(language) if isinstance(name, Text) else name
    return clip(visible(" ".join(text[:1000].split())), _LONGEST_NAME)


def level(value: float | None) -> str:
    """A level as typed."""
    return "unknown" if value is None else figure(value)


class Phrase(str):
    """Words of ours where a value of the user's would stand: they take no quotes."""

    __slots__ = ()


def value(given: Any) -> str:
    """Any value in a sentence: a number as typed, a list with commas, a text in quotes where it has several words."""
    if isinstance(given, Phrase):
        return given
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, int | float):
        return figure(given)
    if isinstance(given, (list, tuple)):
        return some([value(item) for item in given]) if given else "none"
    if isinstance(given, dict):
        return some([f"{value(key)} {value(item)}" for key, item in given.items()]) if given else "none"
    text = clip(visible(" ".join(str(given)[:2000].split())), _LONGEST_TEXT)
    return f"“{text}”" if " " in text or not text else text


def turned(what: str, before: Any, after: Any) -> str:
    """That a thing changed, came or went: "the date changed from 2005 to 2025"."""
    if before is None or before in ((), [], {}):
        return f"{what} is now {value(after)}"
    if after is None or after in ((), [], {}):
        return f"{what} is no longer given (was {value(before)})"
    old, new = value(before), value(after)
    return f"{what} changed" if old == new else f"{what} changed from {old} to {new}"


def renamed(shown: tuple[str, str], written: tuple[str, str]) -> str:
    """That a thing has another name: as it is shown, or as it is written where it is shown under one that stayed."""
    for was, name in (shown, (named(written[0], ""), named(written[1], ""))):
        if was != name:
            return f"{was} is now called {name}"
    return f"{shown[1]} is spelt otherwise"


def some(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """Names as a phrase that ends in how many more there are, where there are many."""
    return listed(names if len(names) <= most + 1 else [*names[:most], f"{len(names) - most} more"], "and")


_DOES = {
    Action.ELIMINATE: ("eliminates", "eliminating"),
    Action.REDUCE: ("reduces", "reducing"),
    Action.RAISE: ("raises", "raising"),
    Action.CREATE: ("creates", "creating"),
}


def does(action: Action) -> str:
    """What an option does: "raises"."""
    return _DOES[action][0]


def doing(action: Action) -> str:
    """What it did instead: "raising"."""
    return _DOES[action][1]
