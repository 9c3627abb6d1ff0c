"""Finds axes that run in an order nobody chose.

## What it does

Without a stated `order` it wants the price first, factors of one `theme` side by side, and factors no rival offers
last; with `order: theme` the price first and themes together; with `order: errc` created factors last; with
`order: importance` the most important first, wherever the price stands. The hint is the better order. It is silent with
`order: given` and `order: journey`: that order is the author's.

## Why it matters

The shape of a curve is half its reading, and the shape comes from the order of the factors: a zigzag may be nothing
but a badly sorted axis. In one order everywhere, canvases compare at a glance, and what we alone offer stands
together at the right.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Meals, 1, 6]
  - [Frequent departures, 9, 0]  # ! BC110
  - [Speed, 9, 4]
  - [Price, 2, 6]
factors:
  Price: {kind: price}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
  - [Frequent departures, 9, 0]
factors:
  Price: {kind: price}
```

## Fix

Puts the rows of the table, or the entries of `factors`, in the better order. Safe: the picture changes, no level does.

## Options

None.

## References

Price leftmost, created factors at the right: the figures of Kim & Mauborgne, Blue Ocean Strategy, chapter 2. Themes
side by side is bluecanvas' own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Factor, Role
from bluecanvas.canvas.once import levels_of
from bluecanvas.finding import Finding, Fix, Level, reorder
from bluecanvas.maths.comparing import at_most
from bluecanvas.rules._moves import caveated
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE

_ABSENT = 0.05  # share of the axis
_MOST_NAMED = 20
_RIVAL, _INDUSTRY = Role.RIVAL, Role.INDUSTRY


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield one finding, at the first factor out of place."""
    if canvas.order in ("given", "journey"):
        return
    by_importance = canvas.order == "importance"
    created = frozenset[str]()
    if canvas.order not in ("importance", "theme"):
        created = _created(canvas)
    slip = _unsorted(canvas.factors, voice) if by_importance else _misplaced(canvas, created, voice)
    if slip is None:
        return
    factor, said = slip
    better = _by_importance(canvas.factors) if by_importance else _by_kind(canvas, created)
    named = [quoted(other.name)[1:-1] for other in better[:_MOST_NAMED]] + ["…"] * (len(better) > _MOST_NAMED)
    hint = voice.phrase("better: {factors}; where the order has a reason, say `order: given`", factors=voice.row(named))
    yield Finding("BC110", factor.path, said, hint, fix=_fix(canvas, better, voice))


def _fix(canvas: Canvas, better: list[Factor], voice: Voice) -> Fix | None:
    """The rows of the table in the better order, else the entries of `factors`; none where the axis comes from both."""
    rows: dict[str, int] = {}
    for curve in canvas.curves:
        for id, score in curve.scores.items():
            if len(score.path) == 3 and score.path[0] == "scores" and isinstance(score.path[1], int):
                rows[id] = score.path[1]
    if not rows and all(factor.path[:-1] == ("factors",) for factor in better):
        change = reorder(("factors",), tuple(factor.path[-1] for factor in better))
    elif all(factor.id in rows for factor in better):
        change = reorder(("scores",), tuple(rows[factor.id] for factor in better))
    else:
        return None
    return Fix(voice.phrase("put the axis in the better order"), (change,))


def _created(canvas: Canvas) -> frozenset[str]:
    """The factors that we offer and no rival does, as `frameworks._reference` has it, asked of all of them at once."""
    every, scale = levels_of(canvas), canvas.scale
    theirs = [every[curve.id] for curve in canvas.curves if curve.role is _RIVAL or curve.role is _INDUSTRY]
    unlikely = scale.min + 2 * _ABSENT * (scale.max - scale.min)
    new: list[int] = []
    for at, column in enumerate(zip(*theirs, strict=True)):
        known = column if None not in column else [level for level in column if level is not None]
        if known and (highest := max(known)) <= unlikely and at_most(scale.share(highest), _ABSENT):
            new.append(at)
    ours = (
        [every[curve.id] for curve in canvas.curves if curve.role is Role.TO_BE or curve.id == canvas.us] if new else []
    )
    offered = {at: [level for row in ours if (level := row[at]) is not None] for at in new}
    return frozenset(
        [
            canvas.factors[at].id
            for at, given in offered.items()
            if given and not at_most(scale.share(max(given)), _ABSENT)
        ]
    )


def _unsorted(factors: tuple[Factor, ...], voice: Voice) -> tuple[Factor, str] | None:
    """The first factor more important than the one before it, and why; the price may stand anywhere."""
    before: Factor | None = None
    for factor in factors:
        if factor.price or factor.importance is None:
            continue
        if before is not None and before.importance is not None and factor.importance > before.importance:
            return factor, voice.phrase(
                "{factor} (importance {n}) stands behind {other} ({less})",
                factor=quoted(factor.name), n=voice.digits(f"{factor.importance:g}"),
                other=quoted(before.name), less=voice.digits(f"{before.importance:g}"),
            )  # fmt: skip
        before = factor
    return None


def _by_importance(factors: tuple[Factor, ...]) -> list[Factor]:
    return sorted(factors, key=lambda factor: (not factor.price, factor.importance is None, -(factor.importance or 0)))


def _misplaced(canvas: Canvas, created: frozenset[str], voice: Voice) -> tuple[Factor, str] | None:
    """The first factor out of place by kind, and why."""
    factors = canvas.factors
    shared = [at for at, factor in enumerate(factors) if not factor.price and factor.id not in created]
    last_shared = shared[-1] if shared else -1
    themed = canvas.order != "errc" and any([factor.theme for factor in factors])  # noqa: C419 - quicker so
    open_theme: dict[bool, str | None] = {}
    closed: set[tuple[bool, str | None]] = set()
    for at, factor in enumerate(factors):
        if factor.price:
            if at and canvas.order != "errc":
                return factor, voice.phrase("{factor} is the price and belongs first", factor=quoted(factor.name))
            continue
        new = factor.id in created
        if new and at < last_shared:
            said = voice.phrase(
                "{factor} is offered by no rival and belongs behind {other}",
                factor=quoted(factor.name), other=quoted(factors[last_shared].name),
            )  # fmt: skip
            return factor, caveated(canvas, said, voice)
        if not themed or open_theme.get(new) == factor.theme:
            continue
        if factor.theme and (new, factor.theme) in closed:
            return factor, voice.phrase(
                "{factor} stands apart from the other factors of its theme {theme}",
                factor=quoted(factor.name), theme=quoted(factor.theme),
            )  # fmt: skip
        closed.add((new, open_theme.get(new)))
        open_theme[new] = factor.theme
    return None


def _by_kind(canvas: Canvas, created: frozenset[str]) -> list[Factor]:
    """Price, then what others offer too, then what no rival offers; themes together, else as it was."""
    rank: dict[tuple[bool, str], int] = {}
    keys: dict[str, tuple[bool, bool, int]] = {}
    for at, factor in enumerate(canvas.factors):
        new = factor.id in created
        themed = factor.theme is not None and canvas.order != "errc"
        place = rank.setdefault((new, factor.theme), at) if themed and factor.theme else at
        keys[factor.id] = (not factor.price and canvas.order != "errc", new, place)
    return sorted(canvas.factors, key=lambda factor: keys[factor.id])
