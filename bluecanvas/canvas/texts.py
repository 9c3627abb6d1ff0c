"""Translations in one place: the `texts` of each language joined to the texts they translate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bluecanvas.canvas.format import CanvasFile, CurveEntry, EvidenceEntry, GroupEntry, ScaleEntry, TextsEntry
from bluecanvas.canvas.format_factor import FactorEntry
from bluecanvas.canvas.format_grid import GridEntry, MoveEntry
from bluecanvas.canvas.names import Names, composed
from bluecanvas.canvas.naming import plain_groups
from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.parsing.reader import said as shorten
from bluecanvas.parsing.scalars import number_of
from bluecanvas.words import Text, quoted

_SINGLE = ("title", "market", "buyers", "question", "later", "cost_per")


def add_translations(entry: CanvasFile, reader: Reader) -> CanvasFile:
    """The file with every text of `texts` joined to the text it translates."""
    for tag, texts in entry.texts.items():
        reader.languages.setdefault(tag)
        entry = _Joiner(tag, texts, reader).join(entry)
    return entry


class _Joiner:
    """Joins the texts of one language."""

    def __init__(self, tag: str, texts: TextsEntry, reader: Reader) -> None:
        self.tag = tag
        self.texts = texts
        self.reader = reader

    def join(self, entry: CanvasFile) -> CanvasFile:
        changes: dict[str, Any] = {}
        for name in _SINGLE:
            said = getattr(self.texts, name)
            if said is not None:
                changes[name] = self._text(getattr(entry, name), said, (*self.texts.path, name))
        if self.texts.tagline is not None and entry.tagline is not None:
            text = self._text(entry.tagline.text, self.texts.tagline, (*self.texts.path, "tagline"))
            changes["tagline"] = entry.tagline.having(text=text)
        elif self.texts.tagline is not None:
            self._nothing("tagline", (*self.texts.path, "tagline"))
        changes["factors"] = self._things(entry, "factor", "factors", "name")
        changes["curves"] = self._things(entry, "curve", "curves", "name")
        changes["groups"] = self._things(entry, "group", "groups", "name")
        changes["evidence"] = self._things(entry, "evidence", "evidence", "source")
        if self.texts.moves:
            changes["errc"] = self._moves(entry)
        if self.texts.words:
            changes["scale"] = self._words(entry.scale or ScaleEntry())
        return entry.having(**{name: value for name, value in changes.items() if value is not None})

    def _things(self, entry: CanvasFile, what: str, key: str, attribute: str) -> dict[str, Any]:
        things: dict[str, Any] = getattr(entry, key)
        texts: dict[str, str] = getattr(self.texts, key)
        if not texts:
            return things
        elsewhere = _named_elsewhere(entry, key)
        joined = dict(things)
        if not things and (key == "groups" or (key == "factors" and not entry.scores)):
            joined = {id: _EMPTY[key]() for id in elsewhere}  # what is declared for its name must not stand alone
        names = _names(what, things, attribute, elsewhere)
        for word, said in texts.items():
            path = (*self.texts.path, key, word)
            id = names.resolve(word, path, self.reader, on_key=True)
            if id is None:
                continue
            thing = joined.get(id) or _EMPTY[key]()
            text = self._text(getattr(thing, attribute) or self._named(id), said, path)
            joined[id] = thing.having(**{attribute: text})
        return joined

    def _moves(self, entry: CanvasFile) -> GridEntry | None:
        grid = entry.errc or GridEntry()
        names = _names("factor", entry.factors, "name", _named_elsewhere(entry, "factors"))
        left = {names.find(word) or (word,): (word, said) for word, said in self.texts.moves.items()}
        changes: dict[str, tuple[MoveEntry, ...]] = {}
        for cell in ("eliminate", "reduce", "raise_", "create"):
            moves: list[MoveEntry] = []
            for move in getattr(grid, cell):
                word, said = left.pop(names.find(move.factor) or (move.factor,), ("", None))
                path = (*self.texts.path, "moves", word)
                moves.append(move if said is None else move.having(why=self._text(move.why, said, path)))
            changes[cell] = tuple(moves)
        for word, _ in left.values():
            self._nothing(f"move of {quoted(shorten(word))}", (*self.texts.path, "moves", word))
        return None if entry.errc is None else grid.having(**changes)

    def _words(self, scale: ScaleEntry) -> ScaleEntry | None:
        words = dict(scale.words)
        for level, said in self.texts.words.items():
            path = (*self.texts.path, "words", level)
            at = number_of(level)
            if at in words:
                words[at] = self._text(words[at], said, path)
            else:
                self._nothing(f"word at {shorten(level)}", path)
        return scale.having(words=words) if words else None

    def _text(self, text: Text | None, said: str, path: Path) -> Text:
        if text is None:
            return Text.translated(said, {self.tag: said})  # so far the only language it is given in
        if self.tag in (text.translations or (self.reader.language,)):
            self.reader.report(
                "BC019", path, f"this text is given in {self.tag} twice", "keep the one here or the one beside the text"
            )
            return text
        own = text.translations or {self.reader.language: str(text)}
        return Text.translated(str(text), {**own, self.tag: said})

    def _named(self, id: str) -> Text | None:
        """An id as the name it stands for; none for its own language, which has one now."""
        return None if self.tag == self.reader.language else Text(id)

    def _nothing(self, what: str, path: Path) -> None:
        self.reader.report("BC015", path, f"there is no {what} to translate", "give the text itself first", on_key=True)


def _names(what: str, things: dict[str, Any], attribute: str, elsewhere: Iterable[str]) -> Names:
    """What a word in `texts` may mean: things that are declared, and those only named."""
    names = Names(what, ((id, getattr(thing, attribute)) for id, thing in things.items()))
    for id in elsewhere:
        if not names.find(id):
            names.add(id, None)
    return names


def _named_elsewhere(entry: CanvasFile, key: str) -> tuple[str, ...]:
    """The names that stand in the table; and of factors and groups that are not declared, those that curves use."""
    rows = entry.scores or ()
    if key == "curves":
        return tuple(composed(cell.text) for cell in rows[0][1][1:]) if rows else ()
    if key == "factors":
        in_rows = [composed(cells[0].text) for _, cells in rows[1:] if cells]
        return tuple(in_rows) or tuple(dict.fromkeys(name for curve in entry.curves.values() for name in curve.scores))
    return plain_groups(entry) if key == "groups" else ()


_EMPTY = {"factors": FactorEntry, "curves": CurveEntry, "groups": GroupEntry, "evidence": EvidenceEntry}
