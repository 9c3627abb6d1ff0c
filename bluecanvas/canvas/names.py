"""References: an id, or a name in any of the canvas's languages, to the thing it means."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.words import Text, clip, listed, suggestion, visible


class Names:
    """The ids and names of one kind of thing: factors, curves, groups, evidence."""

    def __init__(self, what: str, things: Iterable[tuple[str, Text | None]] = ()) -> None:
        self.what = what
        self._ids: dict[str, None] = {}
        self._named: dict[str, dict[str, None]] = {}
        for id, name in things:
            self.add(id, name)

    def add(self, id: str, name: Text | None) -> None:
        """One more thing."""
        self._ids.setdefault(id)
        if name is not None:
            for said in (name, *name.translations.values()):
                self._named.setdefault(_plain(said), {}).setdefault(id)

    def __contains__(self, id: str) -> bool:
        """Whether there is a thing of that id."""
        return id in self._ids

    def find(self, word: str) -> tuple[str, ...]:
        """The ids a word may mean: an exact id alone, else all things of that name."""
        if word in self._ids:
            return (word,)
        plain = _plain(word)
        return (plain,) if plain in self._ids else tuple(self._named.get(plain, ()))

    def resolve(self, word: str, path: Path, reader: Reader, code: str = "BC015", on_key: bool = False) -> str | None:
        """The id a reference means; a dangling or ambiguous one is a finding, and None."""
        if word in self._ids:
            return word
        found = self.find(word)
        if len(found) == 1:
            return found[0]
        said = clip(visible(word), 60)
        if found:
            reader.report(
                code, path, f"{said!r} is the name of {len(found)} {self.what}s: {listed(found, 'and')}",
                "write the id of the one you mean", on_key,
            )  # fmt: skip
        else:
            reader.report(code, path, f"there is no {self.what} {said!r}", self.hint(word), on_key)
        return None

    def hint(self, word: str) -> str:
        """What an unknown word may have meant."""
        known = dict.fromkeys([*self._ids, *self._named])
        return suggestion(word, known) if known else f"no {self.what} is declared here"

    def many(self, words: Iterable[str], path: Path, reader: Reader) -> tuple[str, ...]:
        """The ids of a list of references."""
        found = (self.resolve(word, path, reader) for word in words)
        return tuple(dict.fromkeys(id for id in found if id is not None))


def _plain(name: str) -> str:
    return name if name.isascii() else normalize("NFC", name)
