"""Founding: a canvas that did not exist, from sheets or plain data, written as a person would have typed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bluecanvas.canvas import read
from bluecanvas.exchanging.differing import kind_of
from bluecanvas.exchanging.gathered import Gathered, Said
from bluecanvas.exchanging.gathering import gather
from bluecanvas.exchanging.grids import Grid, Note, Problem
from bluecanvas.exchanging.known import Known
from bluecanvas.exchanging.places import CLAIM, CLAIMS, SECTIONS, Slot
from bluecanvas.exchanging.proving import faults, place_of
from bluecanvas.exchanging.telling import Kind, split
from bluecanvas.finding import Path, Typed
from bluecanvas.named import NamedTuple
from bluecanvas.source.editing_text import fits, inline, key_text
from bluecanvas.words import cells, guess, pad

_FIRST = (
    "title", "market", "buyers", "question", "later", "date", "language", "us", "scale", "height", "order", "currency",
    "cost_per", "weights_from", "glossary", "audience", "tagline",
)  # fmt: skip
"""The keys that a canvas begins with, without blank lines between them."""
_SCALE = {"min": 0.0, "max": 10.0, "step": 1.0}
_ROLES_OF_OTHERS = ("rival", "alternative", "industry")


class Founded(NamedTuple):
    """What founding a canvas came to."""

    data: bytes
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


def found(grids: Sequence[Grid], title: str) -> Founded:
    """A canvas file of what the sheets of a workbook say, or a table; the title is for one that says none."""
    known = Known()
    gathered = gather(grids, known)
    founder = _Founder(gathered, known.language)
    data = founder.data(title)
    written = as_yaml(data).encode()
    problems = list(gathered.problems)
    if founder.factors and founder.curves:
        found_wrong = ((place_of(one.path, founder.where), one) for one in faults(read(written)))
        problems += [Problem(place, one.message, one.hint) for place, one in found_wrong]
    elif not problems:
        problems.append(
            Problem("", "there are no levels in it", "a row a factor, a column a curve, and a level in each cell")
        )
    return Founded(written, tuple(gathered.notes), tuple(dict.fromkeys(problems)))


class _Founder:
    """Lays what sheets say out as the data of a canvas file."""

    def __init__(self, gathered: Gathered, language: str) -> None:
        self.gathered, self.language = gathered, language
        seen = gathered.seen.get("Scores", {})
        self.factors = [thing[1] for thing in seen if thing[0] == "factor"]
        self.curves = [thing[1] for thing in seen if thing[0] == "curve"]
        self.where: dict[Path, str] = {}
        self._said = {slot: cells[-1] for slot, cells in gathered.values.items()}
        self._claims = any(slot.key == CLAIM for slot in self._said)
        self.us = self._ours()

    def data(self, title: str) -> dict[str, Any]:
        """The whole file as plain data."""
        data: dict[str, Any] = {"bluecanvas": 1}
        data |= dict.fromkeys(("title", "market", "buyers", "question"))
        declared: dict[str, Any] = {"factors": {}, "groups": {}, "curves": {}}
        data |= {"tagline": None, **declared}
        said_us = self._said.pop(Slot(("canvas",), "us"), None)
        if said_us is not None:
            self.where["us",] = said_us.place
        levels = {
            thing[1:]: said for (thing, key), said in self._said.items() if thing[0] == "score" and key == "value"
        }
        tabular = self._is_table()
        for factor in self.factors if not tabular else ():
            data["factors"][factor] = {}
        for curve in self.curves if not tabular else ():
            keys = ("name", "role", "group", "share", "based_on", "evidence", "scored_by", "audience")
            data["curves"][curve] = {**dict.fromkeys(keys), "scores": dict.fromkeys(self.factors)}
        for slot, said in self._said.items():
            if tabular and slot.thing[0] == "score":
                continue
            self._put(data, self._path(slot), self._value(slot, said), said.place)
        if tabular:
            data = self._with_table(data, levels)
        if isinstance(data["tagline"], dict):
            data["tagline"] = dict(sorted(data["tagline"].items(), reverse=True))  # its text before its claims
        data["title"] = data["title"] or title
        written = guess(" ".join([*self.factors, *self.curves]))
        if not data.get("language") and written != guess(data["title"]):
            data["language"] = written
        for curve in self.curves if not tabular else ():
            data["curves"][curve] = self._without_derived(data, curve)
        if self.us and self.us != self._first_ours():
            data["us"] = self.us
        if data.get("scale") == _SCALE:
            del data["scale"]
        return {key: brief for key in _ordered(data) if (brief := _brief(data[key], (key,))) not in (None, {}, ())}

    def _without_derived(self, data: dict[str, Any], curve: str) -> dict[str, Any]:
        """A curve's entry without the keys that nothing is said of, and the levels that it has from elsewhere."""
        entry = {key: value for key, value in data["curves"][curve].items() if value is not None}
        base = data["curves"].get(entry.get("based_on"), {}).get("scores", {})
        grid = (data.get("errc") if curve == self.us else entry.get("errc")) or {}
        moves = {factor: said.get("to") for cell in grid.values() for factor, said in cell.items()}
        if entry.get("based_on") is None:
            return entry
        level = {
            key: value["value"] if isinstance(value, dict) and "value" in value else value
            for key, value in base.items()
        }
        entry["scores"] = {
            factor: said
            for factor, said in entry["scores"].items()
            if not (
                isinstance(said, dict)
                and set(said) == {"value"}
                and said["value"] == moves.get(factor, level.get(factor))
            )
        }
        return entry

    def _ours(self) -> str:
        said = self._said.get(Slot(("canvas",), "us"))
        return str(said.value) if said is not None else self._first_ours()

    def _first_ours(self) -> str:
        """The curve that is ours where nothing else is said."""
        roles = {curve: self._said.get(Slot(("curve", curve), "role")) for curve in self.curves}
        return next((id for id, role in roles.items() if role is None or role.value not in _ROLES_OF_OTHERS), "")

    def _is_table(self) -> bool:
        """Whether ids are names throughout and nothing but levels is said of scores: a table says it best."""
        own = f"name@{self.language}"
        things = [("factor", id) for id in self.factors] + [("curve", id) for id in self.curves]
        names = ((thing, self._said.get(Slot(thing, own))) for thing in things)
        details = any(slot.thing[0] == "score" and slot.key != "value" for slot in self._said)
        derived = any(slot.key == "based_on" for slot in self._said)
        return not details and not derived and all(said is None or said.value == thing[1] for thing, said in names)

    def _with_table(self, data: dict[str, Any], levels: Mapping[tuple[str, ...], Said]) -> dict[str, Any]:
        rows: list[tuple[Any, ...]] = [(self.gathered.corner or "Factor", *self.curves)]
        for at, factor in enumerate(self.factors, 1):
            said = [levels.get((curve, factor)) for curve in self.curves]
            rows.append((factor, *(None if one is None else one.value for one in said)))
            self.where |= {("scores", at, k): one.place for k, one in enumerate(said, 1) if one is not None}
        for kind in ("factors", "curves"):
            for id, entry in data[kind].items():
                if entry.get("name") == id:
                    del entry["name"]
            data[kind] = {id: entry for id, entry in data[kind].items() if entry}
        return {**data, "scores": _Rows(rows)}

    def _path(self, slot: Slot) -> Path:
        """Where a value stands in a file that is written anew."""
        (kind, *ids), key = slot
        key, _, language = key.partition("@")
        own = not language or language == self.language
        top: Path = () if own else ("texts", language)
        if kind == "canvas":
            return (*top, key)
        if kind == "tagline":
            return ((CLAIMS[0], "text") if self._claims else ("tagline",)) if own else (*top, "tagline")
        if kind == "scale":
            return ("scale", key)
        if kind == "words":
            return ("scale", "words", ids[0]) if own else (*top, "words", ids[0])
        if kind == "move":
            grid: Path = ("errc",) if ids[0] == self.us else ("curves", ids[0], "errc")
            return (*grid, ids[2], ids[1], key) if own else (*top, "moves", ids[1])
        if kind == "score":
            return ("curves", ids[0], "scores", ids[1], key)
        if key == CLAIM:
            return (*CLAIMS, ids[0])
        return (SECTIONS[kind], ids[0], key) if own else (*top, SECTIONS[kind], ids[0])

    def _value(self, slot: Slot, said: Said) -> Any:
        kind = kind_of(slot)
        if kind is Kind.LIST:
            return split(str(said.value))
        if kind is Kind.DATE and str(said.value).replace("-", "").isdecimal():
            return Typed(said.value)
        return said.value

    def _put(self, data: dict[str, Any], path: Path, value: Any, place: str) -> None:
        if path[-1] == "action":  # it is where its move stands
            path, value = path[:-1], {}
        self.where[path] = place
        for step in path[:-1]:
            inner = data.get(str(step))
            if not isinstance(inner, dict):
                data[str(step)] = inner = {}
            data = inner
        if value != {} or path[-1] not in data:
            data[str(path[-1])] = value


class _Rows(list[tuple[Any, ...]]):
    """The rows of a table, its header first."""


def _ordered(data: Mapping[str, Any]) -> list[str]:
    first = [key for key in ("bluecanvas", *_FIRST) if key in data]
    rest = ("scores", "factors", "groups", "curves", "errc", "evidence", "texts")
    return [*first, *(key for key in rest if key in data), *(key for key in data if key not in {*first, *rest})]


def _brief(data: Any, path: Path) -> Any:
    """Entries that say one thing only, as that thing alone."""
    if not isinstance(data, dict):
        return data
    short = {
        "scores": "value", "factors": "name", "groups": "name", "evidence": "source",
        "eliminate": "to", "reduce": "to", "raise": "to", "create": "to",
    }.get(str(path[-2]) if len(path) > 1 else "", "")  # fmt: skip
    if short and list(data) == [short]:
        return data[short]
    if not data and len(path) > 1 and short:
        return None
    return {key: _brief(value, (*path, key)) for key, value in data.items()}


def as_yaml(data: Mapping[str, Any]) -> str:
    """Plain data as a canvas file: its first keys together, then a blank line before each section."""
    lines: list[str] = []
    for key, value in data.items():
        if key not in ("bluecanvas", *_FIRST):
            lines.append("")
        said = (
            _table(value)
            if isinstance(value, _Rows)
            else f"{key_text(key)}:{_said_at(value, '', len(key), key in _FIRST)}"
        )
        lines.append(said)
    return "\n".join(lines) + "\n"


def _said_at(value: Any, indent: str, before: int, beside: bool = True) -> str:
    """What stands behind a key: on its line where it is short and says one thing's details, else below."""
    on_one = f" {inline(value)}"
    if not isinstance(value, dict | list | tuple) or not value:
        return on_one
    inner = list(value.values() if isinstance(value, dict) else value)
    deep = any(
        isinstance(item, dict) or (isinstance(item, list | tuple) and any(isinstance(one, dict) for one in item))
        for item in inner
    )
    if beside and not deep and fits(f"{indent}{' ' * before}{on_one}"):
        return on_one
    deeper = indent + "  "
    if isinstance(value, dict):
        return "".join(
            f"\n{deeper}{key_text(str(key))}:{_said_at(item, deeper, len(str(key)))}" for key, item in value.items()
        )
    return "".join(f"\n{deeper}-{_said_at(item, deeper, 0)}" for item in value)


def _table(rows: _Rows) -> str:
    """The table with its columns one below the other."""
    said = [[inline(cell, True) for cell in row] for row in rows]
    across = [max(cells(row[k]) for row in said) for k in range(len(said[0]))]
    lines = []
    for row in said:
        first = pad(f"{row[0]},", across[0] + 1)
        rest = [f"{pad(cell, across[k], right=True)}" for k, cell in enumerate(row) if k]
        lines.append(f"  - [{first} {', '.join(rest)}]")
    return "scores:\n" + "\n".join(lines)
