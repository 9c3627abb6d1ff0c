"""What levels rest on, as the rules about evidence share it: surveys, levels with an answer count, who scored what."""

from __future__ import annotations

from collections.abc import Mapping

from bluecanvas.canvas.model import Canvas, Curve, Evidence, Factor, Origin, Score
from bluecanvas.canvas.once import once
from bluecanvas.named import NamedTuple


class Cell(NamedTuple):
    """A level that says how sure it is: one with a count of answers or with an interval."""

    curve: Curve
    factor: Factor
    score: Score


class Scorer(NamedTuple):
    """Somebody who gave levels: the first curve they scored, and the levels, in file order."""

    first: Curve
    levels: list[float]


class Grounds(NamedTuple):
    """What the levels of a canvas rest on."""

    surveys: Mapping[str, Evidence]
    """The evidence of kind survey, by id."""
    measured: tuple[Cell, ...]
    scorers: Mapping[str, Scorer]
    """Who gave levels, by name."""

    def surveyed(self, score: Score) -> bool:
        """Whether a level comes from a survey: it names one, or counts answers and names nothing at all."""
        if not score.evidence:
            return score.n is not None
        return any(id in self.surveys for id in score.evidence)


@once
def grounds(canvas: Canvas) -> Grounds:
    """What the levels given on a canvas rest on; those taken from another curve are that curve's."""
    measured: list[tuple[Curve, str, Score]] = []
    scorers: dict[str, Scorer] = {}
    for curve in canvas.curves:
        for id, score in curve.scores.items():
            if score.n is None and score.low is None and not score.scored_by:
                continue  # most say no more than the level
            if score.value is None or score.origin is not Origin.GIVEN:
                continue
            if score.n is not None or score.low is not None:
                measured.append((curve, id, score))
            for name in score.scored_by:
                scorers.setdefault(name, Scorer(curve, [])).levels.append(score.value)
    factors = {factor.id: factor for factor in canvas.factors} if measured else {}
    return Grounds(
        {source.id: source for source in canvas.evidence if source.kind == "survey"},
        tuple(Cell(curve, factors[id], score) for curve, id, score in measured),
        scorers,
    )


def by_curve(cells: list[Cell]) -> list[list[Cell]]:
    """The cells of each curve, in file order."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.curve.id, []).append(cell)
    return list(found.values())
