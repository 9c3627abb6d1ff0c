"""What of the dossier's sections an audience may see: plain data, of which marked parts are left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from bluecanvas.named import NamedTuple

_MARK = "audience"
_TEAMS = frozenset((("hurdles",), ("partners", "candidates", "*", "scores"), ("fair", "judges"), ("fair", "ballots")))
"""Where parts are the team's unless they say otherwise, by the keys that are the format's own."""
_BY_NAME = frozenset((("partners", "candidates"),))
"""Where the keys below, or the items of a list, are the author's own."""


class _Gone:
    """What takes the place of a part that is left out."""


_GONE: Final = _Gone()


class _Held(NamedTuple):
    """For whom a part is, as what stands around it says."""

    rank: int
    said: bool
    """Whether somebody said so; what the format presumes gives way to what a part inside says."""


class _Pruner:
    """Leaves out what is for a narrower circle than the one asked for, and names that are not to be seen."""

    def __init__(self, rank: int, ranks: Mapping[str, int], gone: Collection[str]) -> None:
        self.rank, self.ranks, self.gone = rank, ranks, gone
        self.parts = 0

    def kept(self, value: Any, held: _Held, place: tuple[str, ...]) -> Any:
        """A value without what is left out of it; `_GONE` where that is all."""
        if isinstance(value, Mapping):
            return self._mapping(value, held, place)
        if isinstance(value, (list, tuple)):
            inner = [self.kept(item, held, _below(place, "*")) for item in value]
            left = [item for item in inner if item is not _GONE]
            return left if left or not value else _GONE
        if held.rank < self.rank:
            self.parts += 1
            return _GONE
        return _GONE if isinstance(value, str) and value in self.gone else value

    def _mapping(self, value: Mapping[Any, Any], held: _Held, place: tuple[str, ...]) -> Any:
        if place in _TEAMS and not held.said:
            held = _Held(0, said=False)
        if _MARK in value:
            own = self.ranks.get(str(value[_MARK]).lower(), 0)  # a slip keeps it in the narrowest circle
            held = _Held(min(held.rank, own) if held.said else own, said=True)
        if held.said and held.rank < self.rank:
            self.parts += 1
            return _GONE
        left = {}
        for key, item in value.items():
            if key == _MARK or (isinstance(key, str) and key in self.gone):
                continue
            inner = self.kept(item, held, _below(place, str(key)))
            if inner is not _GONE:
                left[key] = inner
        return left if left or held.rank >= self.rank else _GONE


def _below(place: tuple[str, ...], key: str) -> tuple[str, ...]:
    return (*place, "*" if place in _BY_NAME else key)


def pruned(
    sections: Mapping[str, Any], rank: int, ranks: Mapping[str, int], gone: Collection[str]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The sections for one of `ranks`, without names that are `gone`, and a sentence for each with parts left out."""
    left: dict[str, Any] = {}
    said: list[str] = []
    for name, data in sections.items():
        pruner = _Pruner(rank, ranks, gone)
        kept = pruner.kept(data, _Held(len(ranks), said=False), (name,))
        if kept is not _GONE:
            left[name] = kept
        if pruner.parts:
            what = "the section" if kept is _GONE else "a part of the section"
            teams = any(place[0] == name for place in _TEAMS)
            whose = "the team's unless it says otherwise" if teams else "not for them"
            said.append(f"{what} {name} is {whose}")
    return left, tuple(said)
