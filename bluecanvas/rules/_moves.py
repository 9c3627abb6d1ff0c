"""What the rules about moves share: every move with the level it leads to, what it is held against, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bluecanvas.canvas.model import Action, Canvas, Curve, Factor, Grid, Move, Role
from bluecanvas.canvas.once import once
from bluecanvas.finding import Finding, Path
from bluecanvas.frameworks._reference import reference
from bluecanvas.maths.curves import mean_level
from bluecanvas.named import NamedTuple
from bluecanvas.rules._names import listed
from bluecanvas.words import show_level
from bluecanvas.words.voice import Voice


class Step(NamedTuple):
    """A move of an option's grid and the level the option's curve gives it, also as a share of the axis."""

    canvas: Canvas
    option: Curve
    grid: Grid
    move: Move
    level: float
    share: float

    def finding(self, code: str, said: str, hint: str, voice: Voice) -> Finding:
        """A finding at the move, headed by the action and the factor."""
        return finding_at(self.canvas, self.grid, self.move, code, said, hint, voice)


class Baseline(NamedTuple):
    """What a level is held against on one factor, also as a share of the axis."""

    name: str | None
    """None for the mean of the rivals."""
    level: float
    share: float

    def who(self, voice: Voice) -> str:
        """What it is called."""
        return voice.phrase("the rivals' mean") if self.name is None else f"`{self.name}`"

    def said(self, voice: Voice, level: str = "") -> str:
        """What it is called, and its level, where that is not given as written already."""
        return voice.phrase("{curve} at {level}", curve=self.who(voice), level=level or voice.level(self.level))


def finding_at(canvas: Canvas, grid: Grid, move: Move, code: str, said: str, hint: str, voice: Voice) -> Finding:
    """A finding at a move, headed by the action and the factor."""
    return Finding(code, move.path, headed(canvas, move, said, voice), hint, is_key(grid, move.path))


def headed(canvas: Canvas, move: Move, said: str, voice: Voice) -> str:
    """What is said of a move behind its action and its factor: "raise `Speed`: …"."""
    heading = move_name(move.action, factor_name(canvas, move.factor, voice), voice)
    return voice.phrase("{move}: {sentence}", move=heading, sentence=said)


def move_name(action: Action, factor: str, voice: Voice) -> str:
    """A move as a message names it, its factor as that shows it: "raise `Speed`"."""
    if action is Action.ELIMINATE:
        return voice.phrase("eliminate {factor}", factor=factor)
    if action is Action.REDUCE:
        return voice.phrase("reduce {factor}", factor=factor)
    if action is Action.RAISE:
        return voice.phrase("raise {factor}", factor=factor)
    return voice.phrase("create {factor}", factor=factor)


def grids(canvas: Canvas) -> tuple[tuple[Curve, Grid], ...]:
    """Every option that has a grid, with it; our own curve too where it is not a to-be."""
    return _shared(canvas).grids


def grids_only_in(canvas: Canvas, *cells: Action) -> Iterator[tuple[Curve, Grid, list[Action]]]:
    """Every option and its grid that has items in some of these cells and in no other, and in which of them."""
    for option, grid in grids(canvas):
        found = filled(canvas, option, grid)
        named = [cell for cell in cells if cell in found]
        if named and len(named) == len(found):
            yield option, grid, named


def steps(canvas: Canvas, action: Action) -> Sequence[Step]:
    """Every move of one action whose level is known; of several moves of one factor in a grid, the first."""
    return _shared(canvas).by_action.get(action, ())


def every_step(canvas: Canvas) -> tuple[Step, ...]:
    """Every move whose level is known; of several moves of one factor in a grid, the first."""
    return _shared(canvas).steps


def held_against(canvas: Canvas, factor: str, vs: str | None = None) -> Baseline | None:
    """The baseline of a factor: `vs`, else the industry curve, else the rivals' mean; None where it is unknown."""
    return _shared(canvas).baseline(factor, vs)


def factors_by_id(canvas: Canvas) -> dict[str, Factor]:
    """The factors, by id."""
    return _shared(canvas).factors


@once
def _shared(canvas: Canvas) -> _Shared:
    return _Shared(canvas)


def _firsts(grid: Grid) -> Iterable[Move]:
    found: dict[str, Move] = {}
    for move in grid.moves:
        found.setdefault(move.factor, move)
    return found.values()


class _Shared:
    """What several rules ask of one canvas, found out once."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.factors = {factor.id: factor for factor in canvas.factors}
        ours = canvas.ours
        options = canvas.options if ours is None or ours.role is Role.TO_BE else (ours, *canvas.options)
        self.grids = tuple((option, option.grid) for option in options if option.grid is not None)
        low, axis = canvas.scale.min, canvas.scale.max - canvas.scale.min
        self.steps = tuple(
            [
                Step(canvas, option, grid, move, level, (level - low) / axis)  # `Scale.share`, without a call
                for option, grid in self.grids
                for move in _firsts(grid)
                if (score := option.scores.get(move.factor)) is not None and (level := score.value) is not None
            ]
        )
        self.by_action: dict[Action, list[Step]] = {}
        for step in self.steps:
            self.by_action.setdefault(step.move.action, []).append(step)
        self.filled: dict[str, frozenset[str]] = {}
        self._references: dict[str | None, tuple[tuple[Curve, ...], list[float] | None, str | None]] = {}
        self._baselines: dict[tuple[str, str | None], Baseline | None] = {}

    def baseline(self, factor: str, vs: str | None) -> Baseline | None:
        """The baseline of a factor, None where it is unknown."""
        key = factor, vs
        if key not in self._baselines:
            curves, weights, name = self._references.get(vs) or self._reference(vs)
            scores = [curve.scores.get(factor) for curve in curves]
            level = mean_level([None if score is None else score.value for score in scores], weights)
            known = None if level is None else Baseline(name, level, self.canvas.scale.share(level))
            self._baselines[key] = known
        return self._baselines[key]

    def _reference(self, vs: str | None) -> tuple[tuple[Curve, ...], list[float] | None, str | None]:
        """The curves a level is held against, their weights where all have one, and what they are called."""
        against = reference(self.canvas, vs)
        lone = against.curves[0].name if len(against.curves) == 1 else None
        name = against.name or lone
        shares = [curve.share for curve in against.curves if curve.share is not None]
        weights = shares if len(shares) == len(against.curves) else None
        self._references[vs] = against.curves, weights, name
        return self._references[vs]


def level_at(canvas: Canvas, share: float) -> float:
    """The level on the user's scale at a share of the axis."""
    return canvas.scale.min + length_of(canvas, share)


def length_of(canvas: Canvas, share: float) -> float:
    """A share of the axis as a distance on the user's scale."""
    return share * (canvas.scale.max - canvas.scale.min)


def told_apart(level: float, bar: float, voice: Voice) -> tuple[str, str]:
    """Two levels as a person writes them, with as many decimals more as it takes to tell them apart."""
    said = show_level(level), show_level(bar)
    for decimals in range(3, 10):
        if said[0] != said[1]:
            break
        said = f"{round(level, decimals):.9g}", f"{round(bar, decimals):.9g}"
    return voice.digits(said[0]), voice.digits(said[1])


def factor_name(canvas: Canvas, factor: str, voice: Voice) -> str:
    """A factor's own name in a message; the price says which way it runs."""
    found = _shared(canvas).factors[factor]
    return voice.phrase("`{factor}` (high = expensive)", factor=found.name) if found.price else f"`{found.name}`"


def caveated(canvas: Canvas, said: str, voice: Voice) -> str:
    """A statement with what it has to add where the scale has no level for "not offered"."""
    if canvas.scale.says_absent:
        return said
    least = voice.level(canvas.scale.min)
    return voice.phrase("{sentence}; a scale from {level} cannot say “not offered”", sentence=said, level=least)


def absence(canvas: Canvas, level: str, voice: Voice) -> str:
    """Up to which level a factor counts as not offered."""
    return caveated(canvas, voice.phrase("{level} or less counts as not offered", level=level), voice)


def filled(canvas: Canvas, option: Curve, grid: Grid) -> frozenset[str]:
    """The cells of an option's grid with something in them, be it no factor of the canvas."""
    known = _shared(canvas).filled
    if option.id not in known:
        depth = len(grid.path)
        found = {str(path[depth]) for _, path in grid.unknown if len(path) > depth}
        known[option.id] = frozenset(found.union([move.action for move in grid.moves]))
    return known[option.id]


def cells_after(action: Action) -> tuple[str, ...]:
    """The cells of the grid that stand behind one, as keys of the file."""
    cells = tuple(cell.value for cell in Action)
    return cells[cells.index(action.value) + 1 :]


def cells_named(cells: list[Action], voice: Voice) -> str:
    """Cells of the grid as a phrase: "`eliminate` and `reduce`"."""
    return listed([f"`{cell}`" for cell in cells], voice)


def is_key(grid: Grid, path: Path) -> bool:
    """Whether a grid item is named by a key: in a mapping it is, in a list or alone in its cell it is the value."""
    return isinstance(path[-1], str) and len(path) > len(grid.path) + 1
