"""The dossier's sections, as plain data: which came, which went, and what changed within one."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from itertools import islice
from typing import Any, NamedTuple

from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.saying import Phrase, turned
from bluecanvas.comparing.sides import Sides

_MOST_TOLD = 3
_MOST_COUNTED = 1000


class _Leaf(NamedTuple):
    """A value that is another now, and the words that lead to it."""

    words: tuple[str, ...]
    before: Any
    after: Any


def section_changes(sides: Sides) -> Iterator[Change]:
    """A change a section; the order of keys is none."""
    old, new = sides.old.sections, sides.new.sections
    for key in dict.fromkeys([*new, *old]):
        if key not in old:
            yield Change(Kind.SECTION_ADDED, f"the section {key} is new", field=key, after=new[key])
        elif key not in new:
            yield Change(Kind.SECTION_REMOVED, f"the section {key} is gone", field=key, before=old[key])
        elif leaves := list(islice(_leaves((), old[key], new[key]), _MOST_COUNTED)):
            told = [turned(" ".join(leaf.words) or "all of it", leaf.before, leaf.after) for leaf in leaves]
            rest = [f"{len(told) - _MOST_TOLD} more changes"] if len(told) > _MOST_TOLD + 1 else []
            told = told[:_MOST_TOLD] if rest else told
            text = f"the section {key}: {'; '.join([*told, *rest])}"
            yield Change(Kind.SECTION_CHANGED, text, field=key, before=old[key], after=new[key])


def _leaves(words: tuple[str, ...], before: Any, after: Any) -> Iterator[_Leaf]:
    """The smallest parts of two values that are not the same, in the new one's order."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*after, *before]):
            yield from _leaves((*words, _word(key)), before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _items(words, before, after)
    elif not _same(before, after):
        yield _Leaf(words, _short(before), _short(after))


def _items(words: tuple[str, ...], before: list[Any], after: list[Any]) -> Iterator[_Leaf]:
    """The items between those that both lists begin and end with; where their number is another, how many there are."""
    shared = min(len(before), len(after))
    first = next((at for at in range(shared) if not _same(before[at], after[at])), shared)
    tail = next((at for at in range(shared - first) if not _same(before[-1 - at], after[-1 - at])), shared - first)
    if len(before) == len(after):
        for at in range(first, len(after) - tail):
            yield from _leaves((*words, str(at + 1)), before[at], after[at])
    else:
        yield _Leaf(words, _entries(before), _entries(after))


def _same(before: Any, after: Any) -> bool:
    """Whether two values are the same; yes is not 1, and the order of keys does not matter."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_same(before[key], after[key]) for key in after)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same, before, after))
    return before == after and isinstance(before, bool) == isinstance(after, bool)


def _word(key: object) -> str:
    return " ".join(str(key)[:60].split())


def _short(value: Any) -> Any:
    """A part of a section as a sentence can hold it."""
    if isinstance(value, (dict, list)) and value:
        return _entries(value)
    return value


def _entries(value: Sized) -> Phrase:
    return Phrase(f"{len(value)} entr{'y' if len(value) == 1 else 'ies'}")
