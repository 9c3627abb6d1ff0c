"""Proposing fixes: what `--fix` would write for each finding, as stretches of the text, for a report that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluecanvas.canvas import read
from bluecanvas.checking import Settings, examine
from bluecanvas.checking.fixing import fixable, mend
from bluecanvas.cli._files import read_bytes
from bluecanvas.cli._loading import STDIN_NAME
from bluecanvas.cli._places import from_folder
from bluecanvas.errors import CallError
from bluecanvas.finding import Replacement, Span, Verdict
from bluecanvas.source import Source
from bluecanvas.source.editing import Refused, edits

_MOST_TEXT = 100_000
"""Bytes that are looked through in a run, about 0.4 seconds: each fix is proved by checking its whole file again."""
_LEAST_TEXT = 1_000
"""Bytes that every fix counts for, as a short file takes some time too."""
_LONE_RETURN = re.compile(rb"\r(?!\n)")


def proposed(verdicts: Sequence[Verdict], settings: Settings, folder: str = "") -> tuple[Verdict, ...]:
    """The verdicts, with what their fix comes to where `--fix` would make it by itself.

    These are the first ones of a run, until so much text has been looked through. Standard input is gone by now, and
    where a line may end in a return alone, programs do not agree which line is which: nothing is proposed there.
    """
    files: dict[str, list[Verdict]] = {}
    for one in fixable(verdicts):
        if one.file != STDIN_NAME:
            files.setdefault(one.file, []).append(one)
    on: dict[str, list[Verdict]] = {file: [] for file in files}
    for one in verdicts:
        if one.file in on:
            on[one.file].append(one)
    found: dict[Verdict, tuple[Replacement, ...]] = {}
    left = _MOST_TEXT
    for file, asked in files.items():
        try:
            data = read_bytes(file)
        except CallError:
            continue
        cost = max(len(data), _LEAST_TEXT)
        if cost > left or _LONE_RETURN.search(data):
            continue
        source = read(data).source
        at = settings.at(from_folder(file, folder or "."))
        for one in asked[: left // cost]:
            left -= cost
            if made := _replacements(one, data, source, on[file], at):
                found[one] = made
    return tuple(one._replace(replacements=found[one]) if one in found else one for one in verdicts)


def _replacements(
    one: Verdict, data: bytes, source: Source, before: Sequence[Verdict], settings: Settings
) -> tuple[Replacement, ...]:
    """What the fix of a verdict comes to, where it alone mends the file's finding and brings no other."""

    def check(text: bytes) -> list[Verdict]:
        if text is data:
            return [other if other == one else other._replace(fix=None) for other in before]
        return [other._replace(fix=None) for other in examine(read(text), one.file, settings)]

    changes = one.fix.changes if one.fix else ()
    try:
        made = edits(source, changes, keep_comments=True)
    except Refused:
        return ()
    if not made or not mend(data, check).fixed:
        return ()
    return tuple(Replacement(source.place(Span(edit.start, edit.end)), edit.text) for edit in made)
