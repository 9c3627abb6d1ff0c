"""Globs as `.gitignore` has them: which files and folders a pattern means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fnmatch import translate
from functools import lru_cache

from bluecanvas.named import NamedTuple

_ANY_DEPTH = None


class Glob(NamedTuple):
    """A pattern, taken apart: one expression for every name on the path, None for any number of names."""

    names: tuple[re.Pattern[str] | None, ...]
    folders_only: bool

    def matches(self, path: Sequence[str], folder: bool = False) -> bool:
        """Whether it means a file (or a folder), or a folder above it; the path is the names that lead there.

        Every name is held against every part of the pattern at most once, whatever the pattern.
        """
        end = len(self.names)
        states = self._skipping({0})
        for at, name in enumerate(path):
            after: set[int] = set()
            for state in states:
                expected = self.names[state]
                if expected is _ANY_DEPTH:
                    after.add(state)
                elif expected.match(_composed(name)):
                    after.add(state + 1)
            states = self._skipping(after)
            if end in states and not (self.folders_only and at == len(path) - 1 and not folder):
                return True
            states.discard(end)
        return False

    def _skipping(self, states: set[int]) -> set[int]:
        """The states, and those behind an any-depth that stands for no name at all."""
        found = set(states)
        for state in states:
            at = state
            while at < len(self.names) - 1 and self.names[at] is _ANY_DEPTH:
                at += 1
                found.add(at)
        return found


@lru_cache(maxsize=1024)
def glob(pattern: str) -> Glob:
    """A pattern taken apart; ValueError, with the reason, for one that means nothing.

    Without a slash within, it is a name at any depth; else a path from the folder it belongs to. `*` and `?` stay within
    a name, `**` is any number of folders, and a slash at the end wants a folder. What it means, it means with all below.
    """
    if pattern.startswith("!"):
        raise ValueError("`!` takes nothing back here")
    names = [name for name in _composed(pattern).split("/") if name not in ("", ".")]
    if not names:
        raise ValueError("it names nothing")
    if len(names) == 1 and not pattern.startswith(("/", "./")) and names[0] != "**":
        names.insert(0, "**")
    while len(names) > 1 and names[-1] == "**":  # all below a folder is what the folder means
        names.pop()
    if names == ["**"]:
        names = ["*"]
    names = [name for at, name in enumerate(names) if name != "**" or at + 1 == len(names) or names[at + 1] != "**"]
    folders_only = pattern.endswith(("/", "/**"))
    return Glob(tuple(_ANY_DEPTH if name == "**" else re.compile(translate(name)) for name in names), folders_only)


def names_of(path: str) -> list[str]:
    """The names on a path."""
    return [name for name in path.split("/") if name not in ("", ".")]


def _composed(text: str) -> str:
    """Text with its letters and marks as one: some systems name files otherwise than they are typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
