"""Pairing: which factor, curve, group and source of the new canvas is which of the old one, by what they are called.

First by name, then by id, by a translation, and by a name that differs in spelling alone; each pair must be the only
one possible. What is left may have been renamed, see `renames`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from bluecanvas.canvas.model import Curve, Evidence, Factor, Group
from bluecanvas.canvas.names import composed
from bluecanvas.words import Text, fold

_Thing = TypeVar("_Thing", Factor, Curve, Group, Evidence)

_LONGEST = 100


class Pairs(NamedTuple, Generic[_Thing]):
    """The things of one kind in two canvases: those in both, in the new order, those gone, and those that came."""

    both: tuple[tuple[_Thing, _Thing], ...]
    gone: tuple[_Thing, ...]
    come: tuple[_Thing, ...]

    @property
    def ids(self) -> dict[str, str]:
        """The new id of every old one that is still there."""
        return {old.id: new.id for old, new in self.both}


def pair_named(old: Sequence[_Thing], new: Sequence[_Thing]) -> Pairs[_Thing]:
    """The things that are the same by name or id."""
    keys: tuple[Callable[[_Thing], set[str]], ...] = (
        lambda thing: {composed(_name(thing))},
        lambda thing: {thing.id},
        lambda thing: {composed(thing.id), *map(composed, _spellings(thing))},
        lambda thing: {fold(name[:_LONGEST]) for name in (thing.id, *_spellings(thing))} - {""},
    )
    found: dict[str, str] = {}
    for key in keys:
        left = [thing for thing in old if thing.id not in found]
        right = [thing for thing in new if thing.id not in found.values()] if left else []
        found |= _only(left, right, key) if right else {}
    return pair_with(old, new, found)


def pair_with(old: Sequence[_Thing], new: Sequence[_Thing], found: Mapping[str, str]) -> Pairs[_Thing]:
    """The pairs, by the new id of every old thing that is still there."""
    before = {found[thing.id]: thing for thing in old if thing.id in found}
    return Pairs(
        tuple((before[thing.id], thing) for thing in new if thing.id in before),
        tuple(thing for thing in old if thing.id not in found),
        tuple(thing for thing in new if thing.id not in before),
    )


def _only(left: Sequence[_Thing], right: Sequence[_Thing], key: Callable[[_Thing], set[str]]) -> dict[str, str]:
    """The pairs that share a key, where each is the only one for the other."""
    holders: dict[str, list[str]] = {}
    for thing in right:
        for word in key(thing):
            holders.setdefault(word, []).append(thing.id)
    meant = {thing.id: {id for word in key(thing) for id in holders.get(word, ())} for thing in left}
    claims: dict[str, int] = {}
    for ids in meant.values():
        for id in ids:
            claims[id] = claims.get(id, 0) + 1
    one = {id: next(iter(ids)) for id, ids in meant.items() if len(ids) == 1}
    return {id: other for id, other in one.items() if claims[other] == 1}


def _name(thing: Factor | Curve | Group | Evidence) -> Text:
    return thing.source if isinstance(thing, Evidence) else thing.name


def _spellings(thing: Factor | Curve | Group | Evidence) -> tuple[str, ...]:
    name = _name(thing)
    return (name, *name.translations.values())
