"""Gathering texts in every language, and what a canvas says of itself."""

from __future__ import annotations

from bluecanvas.canvas.levels import figure
from bluecanvas.exchanging.gathered import Gathered
from bluecanvas.exchanging.grids import Grid
from bluecanvas.exchanging.headings import Heading, heading, layout_faults, text_of
from bluecanvas.exchanging.places import TITLES, Slot
from bluecanvas.exchanging.tables import CANVAS, SETTINGS, TEXTS
from bluecanvas.exchanging.telling import Kind
from bluecanvas.parsing.scalars import number_of
from bluecanvas.words import canonical, fold, is_tag, listed, nearest


def gather_texts(found: Gathered, grid: Grid) -> None:
    """The texts in every language."""
    head = heading(grid, ("what",), ("what", "id"), found.problems)
    if head is None:
        return
    languages: dict[int, str] = {}
    for at, text in head.others.items():
        if not is_tag(text):
            found.wrong(grid.place(head.row, at), f"{text!r} is no language tag", "write tags such as en, zh-Hant, ja")
        elif canonical(text) in languages.values():
            found.wrong(grid.place(head.row, at), f"the language {text} has a second column", "keep one of the two")
        else:
            languages[at] = canonical(text)
    layout_faults(grid, head, {*head.columns.values(), *languages}, found.problems, found.notes)
    found.seen.setdefault(TEXTS, {})
    for row in sorted(grid.rows):
        if found.enough:
            return
        if row <= head.row or {*head.columns.values(), *languages}.isdisjoint(grid.rows[row]):
            continue
        slot = _text(found, grid, head, row)
        if slot is None or not found.see(TEXTS, (*slot.thing, slot.key), grid.place(row, head.columns["what"])):
            continue
        for at, language in languages.items():
            found.take(grid, row, at, Slot(slot.thing, f"{slot.key}@{language}"), Kind.TEXT)


def _text(found: Gathered, grid: Grid, head: Heading, row: int) -> Slot | None:
    """Which text stands in a row, in whatever language; None, and a problem, where that is not clear."""
    said = {key: text_of(grid.rows[row].get(at)) for key, at in head.columns.items()}
    what, id = fold(said["what"]).replace("costper", "cost_per"), said.get("id", "")
    place = grid.place(row, head.columns["what"])
    if what in TITLES:
        return Slot(("canvas",), what)
    if what == "tagline":
        return Slot(("tagline",), "text")
    there = grid.place(row, head.columns.get("id", head.columns["what"]))
    if what == "word":
        level = number_of(id) if len(id) < 40 else None
        if level is not None:
            return Slot(("words", figure(level)), "word")
        found.wrong(there, f"{id!r} is no level", "write the level that the word stands for")
        return None
    if what == "move":
        factor = found.meant("factor", id, there)
        move = found.known.move(found.known.ours, factor) if factor else None
        if factor and move is None:
            found.wrong(there, f"our grid has no move of {id!r}", "write the move into the sheet Moves first")
        return Slot(move, "why") if move else None
    if what in ("factor", "curve", "group", "evidence"):
        meant = found.meant(what, id, there, may_be_new=what == "group" and not found.known.is_canvas)
        return Slot((what, meant), "source" if what == "evidence" else "name") if meant else None
    words = (*TITLES, "tagline", "factor", "curve", "group", "evidence", "move", "word")
    near = nearest(said["what"], words)
    hint = f"did you mean `{near}`?" if near else f"texts are {listed(words, 'and')}"
    found.wrong(place, f"{said['what']!r} is no text of a canvas", hint)
    return None


def gather_settings(found: Gathered, grid: Grid) -> None:
    """What is said of the canvas itself."""
    head = heading(grid, ("key",), ("key", "value"), found.problems)
    if head is None:
        return
    known = {fold(word): (slot, kind) for word, slot, kind in SETTINGS}
    layout_faults(grid, head, set(head.columns.values()), found.problems, found.notes)
    for row in sorted(grid.rows):
        if found.enough:
            return
        word = text_of(grid.rows[row].get(head.columns["key"]))
        if row <= head.row or not word:
            continue
        place = grid.place(row, head.columns["key"])
        setting = known.get(fold(word))
        if setting is None:
            words = [one for one, *_ in SETTINGS]
            near = nearest(word, words)
            hint = f"did you mean `{near}`?" if near else f"keys are {listed(words, 'and')}"
            found.wrong(place, f"{word!r} is nothing a canvas says of itself here", hint)
        elif "value" in head.columns and found.see(CANVAS, ("canvas", word), place):
            found.take(grid, row, head.columns["value"], *setting)
    if not found.known.is_canvas:
        _learn(found)


def _learn(found: Gathered) -> None:
    """Take over what a canvas to be says of itself: its language, and whose curve is ours."""
    us = found.values.get(Slot(("canvas",), "us"))
    if us:
        found.known.ours = str(us[0].value)
    said = found.values.get(Slot(("canvas",), "language"))
    if said and isinstance(said[0].value, str) and is_tag(said[0].value):
        found.known.language = canonical(said[0].value)
