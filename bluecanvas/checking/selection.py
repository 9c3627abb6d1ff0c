"""Which rules are asked: codes, beginnings of codes, names and ALL; the more precise word decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bluecanvas.named import NamedTuple
from bluecanvas.rules import modules, rule

Words = tuple[str, ...]
_ALL, _EXACT = 0, 99


class Layer(NamedTuple):
    """What one place says of the rules: a configuration, or the command line over it."""

    select: Words = ()
    ignore: Words = ()
    extend_select: Words = ()
    extend_ignore: Words = ()


def chosen(*layers: Layer) -> frozenset[str]:
    """The codes that are asked; the later layers are the nearer ones. CallError for a word that fits no rule.

    `select` and `ignore` take the place of what earlier layers say with them and their extensions. A rule follows the
    word that names it most precisely, among equals the one of the nearer layer, then the one that ignores it. Where
    nothing is selected, everything is.
    """
    select: list[tuple[int, Words]] = []
    ignore: list[tuple[int, Words]] = []
    for nearness, layer in enumerate(layers):
        for said, more, words in (
            (layer.select, layer.extend_select, select),
            (layer.ignore, layer.extend_ignore, ignore),
        ):
            if any(_parts(said)):
                words.clear()
            words.extend(((nearness, said), (nearness, more)))
    if not any(_parts(layer.select) for layer in layers):
        select.append((0, ("ALL",)))
    last: dict[str, tuple[int, int, bool]] = {}
    for ignored, words in ((False, select), (True, ignore)):
        for nearness, said in words:
            for code, precision in _named(said):
                last[code] = max(last.get(code, (-1, 0, False)), (precision, nearness, ignored))
    return frozenset(code for code, (*_, ignored) in last.items() if not ignored)


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """The codes that some words name; CallError for one that fits no rule."""
    return frozenset(code for code, _ in _named(words))


def _named(words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The codes that words name, each with how precisely."""
    for word in _parts(words):
        if word.upper() == "ALL":
            yield from ((code, _ALL) for code in modules())
            continue
        begun = [code for code in modules() if code.startswith(word.upper()) and code != word.upper()]
        if begun:
            yield from ((code, len(word)) for code in begun)
        else:
            yield rule(word).code, _EXACT


def _parts(words: Iterable[str]) -> list[str]:
    return [part.strip() for word in words for part in word.split(",") if part.strip()]
