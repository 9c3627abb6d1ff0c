"""Configuration: what a project's file may say, every key of it checked when the file is read.

A command's own keys are added to `_KEYS`: a name, and how its value is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from bluecanvas.checking.globs import glob
from bluecanvas.checking.options import Value, options_of, shown, taken
from bluecanvas.checking.selection import Layer, codes_of
from bluecanvas.checking.settings import Options
from bluecanvas.cli._toml import Toml
from bluecanvas.errors import CallError
from bluecanvas.finding import Level
from bluecanvas.named import NamedTuple
from bluecanvas.rules import Rule, rule
from bluecanvas.words import listed, suggestion


class Configuration(NamedTuple):
    """What a file says; by itself, what holds without one."""

    file: str = ""
    """As messages call it; empty where there is none."""
    folder: str = ""
    """The folder it is in, absolute: its globs and paths begin there."""
    rules: Layer = Layer()
    options: Options = ()
    levels: tuple[tuple[str, Level], ...] = ()
    per_file: tuple[tuple[str, frozenset[str]], ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Level | None = None
    baseline: str | None = None
    """As the file has it, from its folder."""


class _Place(NamedTuple):
    """A key of the file, by the keys that lead there as they are typed."""

    toml: Toml
    path: tuple[str, ...]

    def of(self, key: str) -> _Place:
        return _Place(self.toml, (*self.path, key))

    def wrong(self, message: str, hint: str) -> CallError:
        return CallError(f"{self.toml.at(self.path)}: {message}", hint)

    def takes(self, value: object, wanted: str) -> CallError:
        return self.wrong(f"`{self.path[-1]}` is {shown(value)}", f"it takes {wanted}")


_Taker: TypeAlias = Callable[[object, _Place], Any]


def configuration(toml: Toml, within: tuple[str, ...], folder: str) -> Configuration:
    """The configuration in a file, or in a table of it; CallError for a key or a value that there is none of."""
    values: object = toml.values
    for key in within:
        values = values.get(key, {}) if isinstance(values, dict) else {}
    said = _table(_KEYS)(values, _Place(toml, within))
    ruled: dict[str, tuple[Level | None, tuple[tuple[str, Value], ...]]] = said.get("rules", {})
    return Configuration(
        file=toml.file,
        folder=folder,
        rules=Layer(*(said.get(key, ()) for key in ("select", "ignore", "extend-select", "extend-ignore"))),
        options=tuple((code, options) for code, (_, options) in sorted(ruled.items()) if options),
        levels=tuple((code, level) for code, (level, _) in sorted(ruled.items()) if level is not None),
        per_file=said.get("per-file-ignores", ()),
        exclude=said.get("exclude", ()),
        fail_on=said.get("fail-on"),
        baseline=said.get("baseline"),
    )


def _table(keys: Mapping[str, _Taker]) -> _Taker:
    """A table of known keys; `-` and `_` are alike."""

    def take(value: object, place: _Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, inside, at in _entries(value, place):
            known = key.replace("_", "-")
            if known not in keys:
                raise at.wrong(f"there is no key `{key}` here", suggestion(key, keys))
            if known in found:
                raise at.wrong(f"`{known}` is given twice", "`-` and `_` are alike")
            found[known] = keys[known](inside, at)
        return found

    return take


def _entries(value: object, place: _Place) -> Iterable[tuple[str, object, _Place]]:
    if not isinstance(value, dict):
        raise place.takes(value, "a table")
    return ((key, inside, place.of(key)) for key, inside in value.items())


def _words(value: object, place: _Place) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise place.takes(value, 'a list of texts, as in ["…", "…"]')
    return tuple(value)


def _rules(value: object, place: _Place) -> tuple[str, ...]:
    words = _words(value, place)
    _codes(words, place)
    return words


def _codes(words: tuple[str, ...], place: _Place) -> frozenset[str]:
    try:
        return codes_of(words)
    except CallError as unknown:
        raise place.wrong(unknown.message, unknown.hint) from None


def _globs(value: object, place: _Place) -> tuple[str, ...]:
    for pattern in (words := _words(value, place)):
        _glob(pattern, place)
    return words


def _glob(pattern: str, place: _Place) -> None:
    try:
        glob(pattern)
    except ValueError as reason:
        raise place.wrong(f"{shown(pattern)} is no glob: {reason}", 'as in "drafts/", "*.old.canvas.yaml"') from None


def _per_file(value: object, place: _Place) -> tuple[tuple[str, frozenset[str]], ...]:
    found: list[tuple[str, frozenset[str]]] = []
    for pattern, words, at in _entries(value, place):
        _glob(pattern, at)
        found.append((pattern, _codes(_words(words, at), at)))
    return tuple(found)


def _level(value: object, place: _Place) -> Level:
    if value not in list(Level):
        raise place.takes(value, listed(f'"{level}"' for level in Level))
    return Level(str(value))


def _path(value: object, place: _Place) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise place.takes(value, "a file's name")
    return value


def _by_rule(value: object, place: _Place) -> dict[str, tuple[Level | None, tuple[tuple[str, Value], ...]]]:
    found: dict[str, tuple[Level | None, tuple[tuple[str, Value], ...]]] = {}
    for word, inside, at in _entries(value, place):
        try:
            known = rule(word)
        except CallError as unknown:
            raise at.wrong(unknown.message, unknown.hint) from None
        if known.code in found:
            raise at.wrong(f"{known.code} {known.name} is given twice", "by its code or by its name, not by both")
        found[known.code] = _of_rule(known, inside, at)
    return found


def _of_rule(known: Rule, value: object, place: _Place) -> tuple[Level | None, tuple[tuple[str, Value], ...]]:
    """A rule's level and options, each option that is not as it is by itself."""
    level: Level | None = None
    options: dict[str, Value] = {}
    for key, inside, at in _entries(value, place):
        option = key.replace("-", "_")
        if option == "level":
            level = _level(inside, at)
            if known.check is None and known.level is Level.ERROR:
                raise at.wrong(f"{known.code} {known.name} is an error always", "leave it out with `ignore`")
            continue
        if option in options:
            raise at.wrong(f"`{option}` is given twice", "`-` and `_` are alike")
        try:
            options[option] = taken(known, option, inside)
        except CallError as wrong:
            raise at.wrong(wrong.message, wrong.hint) from None
    defaults = options_of(known)
    changed = {option: given for option, given in options.items() if given != defaults[option]}
    return (level if level is not known.level else None), tuple(sorted(changed.items()))


_KEYS: Mapping[str, _Taker] = {
    "select": _rules,
    "ignore": _rules,
    "extend-select": _rules,
    "extend-ignore": _rules,
    "per-file-ignores": _per_file,
    "exclude": _globs,
    "fail-on": _level,
    "baseline": _path,
    "rules": _by_rule,
}
"""The keys of a configuration, in the order they are documented in."""
