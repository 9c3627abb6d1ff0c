"""The dossier's sections, as plain data: which came, which went, and what changed within one."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from itertools import islice
from typing import Any

from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.saying import Phrase, Saying
from bluecanvas.comparing.sides import Sides
from bluecanvas.named import NamedTuple

_MOST_TOLD = 3
_MOST_COUNTED = 1000


class _Leaf(NamedTuple):
    """A value that is another now, and the words that lead to it."""

    words: tuple[str, ...]
    before: Any
    after: Any


def section_changes(sides: Sides) -> Iterator[Change]:
    """A change a section; the order of keys is none."""
    old, new, say = sides.old.sections, sides.new.sections, sides.say
    for key in dict.fromkeys([*new, *old]):
        if key not in old:
            yield Change(Kind.SECTION_ADDED, say.phrase("the section {key} is new", key=key), field=key, after=new[key])
        elif key not in new:
            yield Change(
                Kind.SECTION_REMOVED, say.phrase("the section {key} is gone", key=key), field=key, before=old[key]
            )
        elif leaves := list(islice(_leaves(say, (), old[key], new[key]), _MOST_COUNTED)):
            shown = leaves if len(leaves) <= _MOST_TOLD + 1 else leaves[:_MOST_TOLD]
            whole = say.phrase("all of it")
            told = [say.turned(" ".join(leaf.words) or whole, leaf.before, leaf.after) for leaf in shown]
            if left := len(leaves) - len(shown):
                told.append(say.phrase_number("{n} more change", "{n} more changes", left, n=left))
            text = say.phrase("the section {key}: {changes}", key=key, changes=say.clauses(told))
            yield Change(Kind.SECTION_CHANGED, text, field=key, before=old[key], after=new[key])


def _leaves(say: Saying, words: tuple[str, ...], before: Any, after: Any) -> Iterator[_Leaf]:
    """The smallest parts of two values that are not the same, in the new one's order."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*after, *before]):
            yield from _leaves(say, (*words, _word(key)), before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _items(say, words, before, after)
    elif not _same(before, after):
        yield _Leaf(words, _short(say, before), _short(say, after))


def _items(say: Saying, words: tuple[str, ...], before: list[Any], after: list[Any]) -> Iterator[_Leaf]:
    """The items between those that both lists begin and end with; where their number is another, how many there are."""
    shared = min(len(before), len(after))
    first = next((at for at in range(shared) if not _same(before[at], after[at])), shared)
    tail = next((at for at in range(shared - first) if not _same(before[-1 - at], after[-1 - at])), shared - first)
    if len(before) == len(after):
        for at in range(first, len(after) - tail):
            yield from _leaves(say, (*words, str(at + 1)), before[at], after[at])
    else:
        yield _Leaf(words, _entries(say, before), _entries(say, after))


def _same(before: Any, after: Any) -> bool:
    """Whether two values are the same; yes is not 1, and the order of keys does not matter."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_same(before[key], after[key]) for key in after)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same, before, after))
    return before == after and isinstance(before, bool) == isinstance(after, bool)


def _word(key: object) -> str:
    return " ".join(str(key)[:60].split())


def _short(say: Saying, value: Any) -> Any:
    """A part of a section as a sentence can hold it."""
    if isinstance(value, (dict, list)) and value:
        return _entries(say, value)
    return value


def _entries(say: Saying, value: Sized) -> Phrase:
    return Phrase(say.phrase_number("{n} entry", "{n} entries", len(value), n=len(value)))
