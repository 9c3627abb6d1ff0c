"""What changed with the canvas: verdicts of the reading that come out otherwise, findings that came or went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bluecanvas.canvas.model import Canvas
from bluecanvas.comparing.changes import FindingChange, VerdictChange
from bluecanvas.comparing.saying import named
from bluecanvas.comparing.sides import Sides, Wholes
from bluecanvas.finding import Verdict
from bluecanvas.frameworks._reading_decision import Decision
from bluecanvas.frameworks.reading import decisions, judged_curves, judgement_on, kinds
from bluecanvas.reporters._fingerprints import fingerprints

_Judged: TypeAlias = dict[tuple[str, str], Decision]
"""Verdicts by reading and curve."""


def verdict_changes(sides: Sides, wholes: Wholes | None = None) -> Iterator[VerdictChange]:
    """The readings of every curve that both canvases read and that come out otherwise, ours first.

    Our curve is held against our curve, whatever it was. Of two parts, only what comes out alike of the `wholes`.
    """
    before, after = _judged(sides.old), _judged(sides.new)
    if wholes is not None:
        before, after = _standing(before, wholes.old), _standing(after, wholes.new)
    was = {new: old for old, new in sides.curve_ids.items()}
    for curve in judged_curves(sides.new):
        old_id = was.get(curve.id) or (sides.old.us if curve.id == sides.new.us else None)
        if old_id is None:
            continue
        for kind in kinds():
            old, new = before.get((kind.name, old_id)), after.get((kind.name, curve.id))
            if old is not None and new is not None and old.verdict != new.verdict:
                name = named(curve.name, sides.language)
                title = kind.called(sides.say.language)
                title = title.replace("Its ", "The tagline's ", 1)  # there, the tagline's line is not above it
                yield VerdictChange(
                    kind.name,
                    title,
                    curve.id,
                    name,
                    old.verdict,
                    new.verdict,
                    old.fires,
                    new.fires,
                    judgement_on(new).why_in(sides.say.asked),
                )


def _standing(judged: _Judged, whole: Canvas) -> _Judged:
    """Those verdicts on a part that stand in the whole, resting on what they rest on there."""
    full = _judged(whole)
    return {
        key: one._replace(basis=full[key].basis, doubts=full[key].doubts)
        for key, one in judged.items()
        if key in full and (one.verdict, one.fires) == (full[key].verdict, full[key].fires)
    }


def _judged(canvas: Canvas) -> _Judged:
    """Every verdict of a canvas by reading and curve; one canvas after the other, for its numbers are made once."""
    return {(one.judged.kind.name, one.judged.curve): one for one in decisions(canvas)}


def finding_changes(
    sides: Sides, before: Sequence[Verdict], after: Sequence[Verdict], wholes: Wholes | None = None
) -> Iterator[FindingChange]:
    """The findings that came, then those that went; one is the same where it says the same, or where its line does.

    So a finding stays the same wherever its line has moved to, when a table is written as mappings, when what it
    names is renamed, and when only a number in it is another. Of two parts, none came that the old of the `wholes` had.
    """
    known = (wholes.before, wholes.after) if wholes else (before, after)
    renamed = _renamed(sides)
    for one in _apart(renamed, known[0], after)[1]:
        yield FindingChange(True, one)
    hidden = {(one.code, one.known_as) for one in known[1] if one.suppressed}
    for one in _apart(renamed, before, known[1])[0]:
        yield FindingChange(False, one, (one.code, _as_new(one.known_as, renamed)) in hidden)


def _apart(
    renamed: Sequence[tuple[str, str]], before: Sequence[Verdict], after: Sequence[Verdict]
) -> tuple[list[Verdict], list[Verdict]]:
    """The findings that only the one or only the other list has."""
    standing = [one for one in before if not one.suppressed], [one for one in after if not one.suppressed]
    went, came = _unmatched(
        standing,
        [(one.code, _as_new(one.known_as, renamed)) for one in standing[0]],
        [(one.code, one.known_as) for one in standing[1]],
    )
    same_name = [[one._replace(file="") for one in side] for side in (went, came)]
    return _unmatched((went, came), fingerprints(same_name[0]), fingerprints(same_name[1]))


def _unmatched(
    sides: tuple[list[Verdict], list[Verdict]], before: Sequence[object], after: Sequence[object]
) -> tuple[list[Verdict], list[Verdict]]:
    """The verdicts of either side whose key the other does not have, each key as often as it is there more."""
    return _more(sides[0], before, Counter(after)), _more(sides[1], after, Counter(before))


def _more(verdicts: list[Verdict], keys: Sequence[object], others: Counter[object]) -> list[Verdict]:
    left = others.copy()
    found = []
    for verdict, key in zip(verdicts, keys, strict=True):
        if left[key] > 0:
            left[key] -= 1
        else:
            found.append(verdict)
    return found


def _renamed(sides: Sides) -> list[tuple[str, str]]:
    """The names that are others now, the longest first, so that none is found within another."""
    pairs = [(str(old.name), str(new.name)) for old, new in sides.factors.both if old.name != new.name]
    pairs += [(str(old.name), str(new.name)) for old, new in sides.curves.both if old.name != new.name]
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))


def _as_new(message: str, renamed: Sequence[tuple[str, str]]) -> str:
    for old, new in renamed:
        message = message.replace(old, new)
    return message
