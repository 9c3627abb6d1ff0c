"""Exchanges: files read for `convert`, what came of taking them, and every message of it on standard error."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bluecanvas.canvas import Reading, read
from bluecanvas.cli._files import STDIN, read_bytes, stem
from bluecanvas.cli._loading import load, load_bytes, name_of
from bluecanvas.cli._models import read_whole
from bluecanvas.cli._saying import say
from bluecanvas.cli._writing import write
from bluecanvas.errors import CallError, CanvasError
from bluecanvas.words import clip, visible

if TYPE_CHECKING:
    from bluecanvas.exchanging.founding import Founded
    from bluecanvas.exchanging.grids import Grid, Note, Problem
    from bluecanvas.exchanging.taking import Taken

MEDIA = (".xlsx", ".csv", ".json")
_ENDINGS = {
    "yaml": "canvas", "yml": "canvas", "xlsx": "xlsx", "xlsm": "xlsx", "csv": "csv", "tsv": "csv", "txt": "csv",
    "json": "json",
}  # fmt: skip
_OTHERS = {
    "xls": "an old workbook",
    "xlsb": "a binary workbook",
    "ods": "a workbook of another kind",
    "numbers": "a workbook of another kind",
}
_WRITTEN = ("canvas", "xlsx", "csv", "json")
_MOST = 50_000_000
_MOST_SAID = 100
"""Messages of a kind; nobody reads more."""
_WIDEST = 400


def medium(file: str) -> str:
    """What a file is by its ending: canvas, xlsx, csv or json; CallError for what is none of these."""
    if file == STDIN:
        return "canvas"
    ending = Path(file).suffix.lstrip(".").lower()
    if ending in _OTHERS:
        raise CallError(f"{file} is {_OTHERS[ending]}", "open it in a spreadsheet and save it as .xlsx")
    if ending not in _ENDINGS:
        raise CallError(f"{file} is neither a canvas nor a table", f"endings are .canvas.yaml, {', '.join(MEDIA)}")
    return _ENDINGS[ending]


def exported(file: str, kind: str) -> bytes:
    """A canvas as a workbook, CSV or JSON; what CSV leaves out is said."""
    canvas, reading = load(file, "converted")
    if kind == "json":
        from bluecanvas.exchanging.trees import as_json

        return as_json(reading)
    from bluecanvas.exchanging.writing import as_csv, as_workbook

    if kind == "xlsx":
        left = sorted(canvas.sections)
        reasons = (score.why for curve in canvas.curves for score in curve.scores.values())
        if any(why is not None and why.translations for why in reasons):
            left.append("translations of why a level is what it is")
        if left:
            say(f"note: the workbook leaves out {', '.join(left)}; JSON holds all of a canvas")
        return as_workbook(reading)
    say("note: CSV holds names and levels only; .xlsx and .json hold more")
    return as_csv(reading)


def founded(file: str, kind: str) -> bytes:
    """A new canvas of a workbook, CSV or JSON, which passes its own check; CanvasError where it would not."""
    from bluecanvas.exchanging.founding import found

    if kind == "json":
        from bluecanvas.exchanging.trees import found_tree, plain

        said, problems = plain(read_whole(file, _MOST))
        made: Founded = found_tree(said) if not problems else _nothing(problems)
    else:
        grids, problems = _grids(file, kind)
        made = found(grids, visible(stem_of(file))) if not problems else _nothing(problems)
    _tell(file, made.notes, made.problems)
    from bluecanvas.checking import examine
    from bluecanvas.finding import Level

    errors = [one for one in examine(read(made.data), file) if one.level is Level.ERROR and not one.suppressed]
    if errors:
        for one in errors[:_MOST_SAID]:
            say(f"error: {visible(file)}: {one.code} {clip(visible(one.message), _WIDEST)}")
        raise CanvasError(f"{file} makes no canvas that passes its check", "mend it, or write the canvas by hand")
    return made.data


def taken(file: str, kind: str, into: str, show: bool = False, wins: bool = False) -> str:
    """Take the edited cells of a file into a canvas; the diff of it, and nothing written, with `show`.

    Where both sides changed a value, the file `wins` or nothing is taken.
    """
    if into == STDIN:
        raise CallError("a canvas on standard input cannot be written to", "name its file")
    before = read_bytes(into)
    _, reading = load_bytes(before, name_of(into), "edited")
    result = _taken(file, kind, before, reading, wins)
    for one in result.edits:
        say(_line(file, one.place, one.message))
    for one in result.kept[:_MOST_SAID]:
        say("kept: " + _line(file, one.place, one.message))
    if len(result.kept) > _MOST_SAID:
        say(f"kept: and {len(result.kept) - _MOST_SAID} more")
    _tell(file, result.notes, result.problems)
    if show:
        from bluecanvas.cli._fixing import diff

        return diff(into, before, result.data) if result.data != before else ""
    if result.data == before:
        say(f"nothing changes in {visible(into)}")
        return ""
    path = os.path.realpath(into)
    if not os.access(path, os.W_OK):
        raise CallError(f"{into} is write-protected", "let it be written to")
    if read_bytes(into) != before:
        raise CallError(f"{into} was changed by someone else just now", "run it again")
    write(path, result.data, quiet=True)
    say(f"wrote {visible(into)}")
    return ""


def same_bytes(file: str, data: bytes) -> bool:
    """Whether a file is there and holds just that."""
    try:
        path = Path(file)
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def stem_of(file: str) -> str:
    """A table's name without its ending, and without that of the canvas it may have been made of."""
    return stem(f"{Path(file).stem}.yaml")


def _taken(file: str, kind: str, before: bytes, reading: Reading, wins: bool) -> Taken:
    from bluecanvas.exchanging.taking import Taken, take

    if kind == "json":
        from bluecanvas.exchanging.trees import plain, take_tree

        said, problems = plain(read_whole(file, _MOST))
        return take_tree(before, reading, said) if not problems else Taken(before, (), (), (), tuple(problems))
    grids, problems = _grids(file, kind)
    return take(before, reading, grids, wins) if not problems else Taken(before, (), (), (), tuple(problems))


def _grids(file: str, kind: str) -> tuple[Sequence[Grid], list[Problem]]:
    data = read_whole(file, _MOST)
    if kind == "csv":
        from bluecanvas.exchanging.csv_reading import table

        grid, problems = table(data)
        return [grid], problems
    from bluecanvas.exchanging.workbook_reading import sheets

    return sheets(file, data), []


def _nothing(problems: Sequence[Problem]) -> Founded:
    from bluecanvas.exchanging.founding import Founded

    return Founded(b"", (), tuple(problems))


def _tell(file: str, notes: Sequence[Note], problems: Sequence[Problem]) -> None:
    """Every note and every problem; CanvasError where there is a problem."""
    for note in notes[:_MOST_SAID]:
        say("note: " + _line(file, note.place, note.message))
    if len(notes) > _MOST_SAID:
        say(f"note: and {len(notes) - _MOST_SAID} more")
    for one in problems[:_MOST_SAID]:
        say("error: " + _line(file, one.place, one.message))
        if one.hint:
            say(f"  hint: {clip(visible(one.hint), _WIDEST)}")
    if problems:
        count = len(problems)
        more = f"; {count} problems, {_MOST_SAID} shown" if count > _MOST_SAID else ""
        raise CanvasError(
            f"{file} is not taken, and nothing was written{more}", "mend what is said above, and run it again"
        )


def _line(file: str, place: str, message: str) -> str:
    where = f"{visible(place)}: " if place else ""
    return f"{visible(file)}: {where}{clip(visible(message), _WIDEST)}"
