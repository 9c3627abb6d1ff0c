"""Comparing two canvases: every change between them, and what changed with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.canvas.model import Canvas
from bluecanvas.comparing.changes import LEVEL_KINDS, Change, Comparison, Kind
from bluecanvas.comparing.curves import curve_changes
from bluecanvas.comparing.factors import factor_changes
from bluecanvas.comparing.levels import ground_changes, level_changes
from bluecanvas.comparing.moves import move_changes
from bluecanvas.comparing.particulars import canvas_changes, evidence_changes, scale_changes
from bluecanvas.comparing.saying import named
from bluecanvas.comparing.sections import section_changes
from bluecanvas.comparing.sides import Sides, Wholes, sides
from bluecanvas.comparing.verdicts import finding_changes, verdict_changes
from bluecanvas.finding import Verdict
from bluecanvas.words.markdown import ticked

_PLACES = {kind: 0 if kind in LEVEL_KINDS else place for place, kind in enumerate(Kind)}


def compare(
    old: Canvas,
    new: Canvas,
    before: Sequence[Verdict] = (),
    after: Sequence[Verdict] = (),
    language: str | None = None,
    wholes: Wholes | None = None,
) -> Comparison:
    """What changed from one canvas to another, said in a language; in English without one, with names as they are.

    `before` and `after` are the findings on each. How a file is written is no change: table or mappings, quoting,
    order of keys, ids, comments, a language more, `based_on` where the levels stay. `wholes` are both with what the
    reader may not see: what changed is told only where it did so in the wholes as well.
    """
    held = sides(old, new, language)
    changes = sorted(_changes(held), key=lambda change: _PLACES[change.kind])
    verdicts = tuple(verdict_changes(held, wholes)) if changes else ()  # the same canvas reads the same
    full = set()
    if wholes is not None:
        full = {(change.kind, change.text) for change in _changes(sides(wholes.old, wholes.new, language))}
        changes = [change for change in changes if (change.kind, change.text) in full]
    return Comparison(
        named(new.title, held.language),
        tuple(changes),
        verdicts,
        tuple(finding_changes(held, before, after, wholes)),
        held.same_scale,
        {curve.id: named(curve.name, held.language) for curve in (*held.curves.gone, *new.curves)},
        {factor.id: named(factor.name, held.language) for factor in (*held.factors.gone, *new.factors)},
        held.say.language,
        len(full) > len(changes),
        ticked(_names(held)),
    )


def _names(held: Sides) -> Iterator[str]:
    """What curves, factors and groups are called on either side: as written, and in the language they are said in."""
    for canvas in (held.old, held.new):
        for things in (canvas.curves, canvas.factors, canvas.groups):
            for thing in things:
                yield from (str(thing.name), thing.name.say(held.language))


def _changes(held: Sides) -> Iterator[Change]:
    """Every change; those of one kind come in the order of curves, ours first, and factors."""
    yield from level_changes(held)
    yield from factor_changes(held)
    yield from curve_changes(held)
    yield from move_changes(held)
    yield from scale_changes(held)
    yield from canvas_changes(held)
    yield from ground_changes(held)
    yield from evidence_changes(held)
    yield from section_changes(held)
