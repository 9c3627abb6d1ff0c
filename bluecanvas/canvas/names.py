"""References: an id, or a name in any of the canvas's languages, to the thing it means."""

from __future__ import annotations

from collections.abc import Iterable, KeysView
from unicodedata import normalize

from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.parsing.reader import said
from bluecanvas.words import Text, fold, listed, quoted

_LONGEST = 100


class Names:
    """The ids and names of one kind of thing: factors, curves, groups, evidence."""

    def __init__(self, what: str, things: Iterable[tuple[str, Text | None]] = (), whole: bool = True) -> None:
        self.what = what
        self._things: dict[str, list[Text]] = {id: [] if name is None else [name] for id, name in things}
        self._named: dict[str, dict[str, None]] | None = None
        self._known: list[str] | None = None
        self._whole = whole
        """Whether every thing could be read; where not, an unknown word may mean one that could not."""

    def add(self, id: str, name: Text | None) -> None:
        """One more thing."""
        names = self._things.setdefault(id, [])
        if name is not None:
            names.append(name)
            self._named = None
        self._known = None

    def ids(self) -> KeysView[str]:
        """The id of every thing."""
        return self._things.keys()

    def __contains__(self, id: str) -> bool:
        """Whether there is a thing of that id."""
        return id in self._things

    def find(self, word: str) -> tuple[str, ...]:
        """The ids a word may mean: an exact id alone, else all things of that name."""
        if word in self._things:
            return (word,)
        plain = composed(word)
        return (plain,) if plain in self._things else tuple(self._by_name().get(plain, ()))

    def resolve(self, word: str, path: Path, reader: Reader, on_key: bool = False) -> str | None:
        """The id a reference means; a dangling or ambiguous one is a finding, and None."""
        if word in self._things:
            return word
        found = self.find(word)
        if len(found) == 1:
            return found[0]
        if found:
            shown = listed([said(id) for id in found[:5]], "and")
            reader.report(
                "BC015", path, f"{quoted(said(word))} is the name of {len(found)} {self.what}s: {shown}",
                "write the id of the one you mean", on_key,
            )  # fmt: skip
        elif self._whole and not reader.trapped(word, path, on_key, self.find):
            hint = self._hint(word, reader)
            fix = reader.another_name(word, self._known or (), path, on_key)
            reader.report("BC015", path, f"there is no {self.what} {quoted(said(word))}", hint, on_key, fix)
        return None

    def one(self, word: str | None, path: Path, reader: Reader) -> str | None:
        """The id of a reference that may be left out."""
        return None if word is None else self.resolve(word, path, reader)

    def many(self, words: tuple[str, ...], path: Path, reader: Reader) -> tuple[str, ...]:
        """The ids of a list of references; each is reported where it stands in the list."""
        if len(words) < 2 and (not words or words[0] in self._things):
            return words
        once = dict.fromkeys(words)
        if once.keys() <= self._things.keys():  # by id throughout
            return tuple(once)
        found = [word if word in self._things else self.resolve(word, reader.item(path, word), reader) for word in once]
        return tuple(dict.fromkeys([id for id in found if id is not None]))

    def _by_name(self) -> dict[str, dict[str, None]]:
        """The ids of each name in any language; most canvases refer by id and never need it."""
        if self._named is None:
            self._named = {}
            for id, names in self._things.items():
                self._named.setdefault(composed(id), {}).setdefault(id)
                for name in names:
                    for spelling in (name, *name.translations.values()):
                        self._named.setdefault(composed(spelling), {}).setdefault(id)
        return self._named

    def _hint(self, word: str, reader: Reader) -> str:
        """What an unknown word may have meant."""
        if self._known is None:
            ids = {fold(id[:_LONGEST]) for id in self._things}
            self._known = [*self._things, *(name for name in self._by_name() if fold(name[:_LONGEST]) not in ids)]
        known = self._known
        return reader.suggest(word, known) if known else f"no {self.what} is declared here"


def composed(name: str) -> str:
    """A name in one spelling, however its accents were typed (NFC)."""
    return name if name.isascii() else normalize("NFC", name)
