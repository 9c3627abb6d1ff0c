"""What changed with the canvas: verdicts of the reading that come out otherwise, findings that came or went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bluecanvas.canvas.model import Canvas
from bluecanvas.comparing.changes import FindingChange, VerdictChange
from bluecanvas.comparing.saying import named
from bluecanvas.comparing.sides import Sides
from bluecanvas.finding import Verdict
from bluecanvas.frameworks._reading_decision import Decision
from bluecanvas.frameworks.reading import decisions, judged_curves, judgement_on, kinds
from bluecanvas.reporters._fingerprints import fingerprints


def verdict_changes(sides: Sides) -> Iterator[VerdictChange]:
    """The readings of every curve that both canvases read and that come out otherwise, ours first.

    Our curve is held against our curve, whatever it was.
    """
    before, after = _judged(sides.old), _judged(sides.new)
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


def _judged(canvas: Canvas) -> dict[tuple[str, str], Decision]:
    """Every verdict of a canvas by reading and curve; one canvas after the other, for its numbers are made once."""
    return {(one.judged.kind.name, one.judged.curve): one for one in decisions(canvas)}


def finding_changes(sides: Sides, before: Sequence[Verdict], after: Sequence[Verdict]) -> Iterator[FindingChange]:
    """The findings that came, then those that went; one is the same where it says the same, or where its line does.

    So a finding stays the same wherever its line has moved to, when a table is written as mappings, when what it
    names is renamed, and when only a number in it is another.
    """
    standing = [one for one in before if not one.suppressed], [one for one in after if not one.suppressed]
    renamed = _renamed(sides)
    went, came = _unmatched(
        standing,
        [(one.code, _as_new(one.known_as, renamed)) for one in standing[0]],
        [(one.code, one.known_as) for one in standing[1]],
    )
    same_name = [[one._replace(file="") for one in side] for side in (went, came)]
    went, came = _unmatched((went, came), fingerprints(same_name[0]), fingerprints(same_name[1]))
    hidden = {(one.code, one.known_as) for one in after if one.suppressed}
    for one in came:
        yield FindingChange(True, one)
    for one in went:
        yield FindingChange(False, one, (one.code, _as_new(one.known_as, renamed)) in hidden)


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
