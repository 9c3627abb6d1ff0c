"""Translations in one place: the `texts` of each language joined to the texts they translate."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.format import CanvasFile, CurveEntry, EvidenceEntry, GroupEntry, TextsEntry
from bluecanvas.canvas.format_factor import FactorEntry
from bluecanvas.canvas.format_grid import GridEntry, MoveEntry
from bluecanvas.canvas.names import Names
from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.parsing.scalars import number_of
from bluecanvas.words import Text

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
        if self.texts.moves and entry.errc is not None:
            changes["errc"] = self._moves(entry.errc)
        if self.texts.words and entry.scale is not None:
            words = dict(entry.scale.words)
            for level, said in self.texts.words.items():
                at = number_of(level)
                if at in words:
                    words[at] = self._text(words[at], said, (*self.texts.path, "words", level))
                else:
                    self._nothing(f"word at {level}", (*self.texts.path, "words", level))
            changes["scale"] = entry.scale.having(words=words)
        return entry.having(**changes)

    def _things(self, entry: CanvasFile, what: str, key: str, attribute: str) -> dict[str, Any]:
        things: dict[str, Any] = getattr(entry, key)
        texts: dict[str, str] = getattr(self.texts, key)
        if not texts:
            return things
        joined = dict(things)
        in_table = _table_names(entry, key)
        if key == "factors" and not things and not entry.scores:  # what is declared for its name must not stand alone
            joined = {id: _EMPTY[key]() for id in in_table}
        names = Names(what, ((id, getattr(thing, attribute)) for id, thing in things.items()))
        for name in in_table:
            if not names.find(name):
                names.add(name, None)
        for word, said in texts.items():
            path = (*self.texts.path, key, word)
            id = names.resolve(word, path, self.reader, on_key=True)
            if id is None:
                continue
            thing = joined.get(id) or _EMPTY[key]()
            text = self._text(getattr(thing, attribute) or self._named(id), said, path)
            joined[id] = thing.having(**{attribute: text})
        return joined

    def _moves(self, grid: GridEntry) -> GridEntry:
        left = dict(self.texts.moves)
        changes: dict[str, tuple[MoveEntry, ...]] = {}
        for cell in ("eliminate", "reduce", "raise_", "create"):
            moves: list[MoveEntry] = []
            for move in getattr(grid, cell):
                said = left.pop(move.factor, None)
                path = (*self.texts.path, "moves", move.factor)
                moves.append(move if said is None else move.having(why=self._text(move.why, said, path)))
            changes[cell] = tuple(moves)
        for factor in left:
            self._nothing(f"move of {factor!r}", (*self.texts.path, "moves", factor))
        return grid.having(**changes)

    def _text(self, text: Text | None, said: str, path: Path) -> Text:
        if text is None:
            return Text(said, {self.tag: said})  # so far the only language it is given in
        if self.tag in (text.translations or (self.reader.language,)):
            self.reader.report(
                "BC019", path, f"this text is given in {self.tag} twice", "keep the one here or the one beside the text"
            )
            return text
        own = text.translations or {self.reader.language: str(text)}
        return Text(str(text), {**own, self.tag: said})

    def _named(self, id: str) -> Text | None:
        """An id as the name it stands for; none for its own language, which has one now."""
        return None if self.tag == self.reader.language else Text(id)

    def _nothing(self, what: str, path: Path) -> None:
        self.reader.report("BC015", path, f"there is no {what} to translate", "give the text itself first", on_key=True)


def _table_names(entry: CanvasFile, key: str) -> tuple[str, ...]:
    """The names that stand in the table, and for factors those in the curves' own scores."""
    rows = entry.scores or ()
    if key == "curves":
        return tuple(cell.text for cell in rows[0][1][1:]) if rows else ()
    if key == "factors":
        in_rows = [cells[0].text for _, cells in rows[1:] if cells]
        return tuple(in_rows) or tuple(name for curve in entry.curves.values() for name in curve.scores)
    return ()


_EMPTY = {"factors": FactorEntry, "curves": CurveEntry, "groups": GroupEntry, "evidence": EvidenceEntry}
