"""Building the canvas from the file as typed: its factors, its scale, its curves with their levels."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.drafting import draft_curves, tagline_of
from bluecanvas.canvas.format import SECTIONS, CanvasFile
from bluecanvas.canvas.format_factor import FactorEntry
from bluecanvas.canvas.levels import figure, resolve_levels
from bluecanvas.canvas.model import Canvas, Evidence, Factor, Group, Scale, Segment
from bluecanvas.canvas.naming import Naming, plain_groups
from bluecanvas.canvas.table import TableScores, read_table
from bluecanvas.canvas.texts import add_translations
from bluecanvas.parsing import Reader
from bluecanvas.words import Text, canonical, is_tag, label

MOST_CURVES = 100
MOST_FACTORS = 500
MOST_LEVELS = 24_000
"""Factors times curves: what every command answers in two seconds."""
MOST_GROUPED = 150_000
"""Levels times strategic groups, for each option is read against each group."""
MOST_STEPS = 10_000

_SECTIONS = frozenset(SECTIONS)

WAYS_TO_WEIGHTS = ("equal", "stated", "derived", "maxdiff")
"""What `weights_from` may say where it names no source."""


def build(entry: CanvasFile, reader: Reader) -> Canvas | None:
    """The canvas, with every finding in `reader`; None where there is nothing to make one of."""
    entry = add_translations(entry, reader)
    table = read_table(entry, reader)
    factors = _factors(entry, table)
    curve_entries = dict.fromkeys([*table.curves, *entry.curves])
    if not factors or not curve_entries:
        if not reader.findings:
            missing = "factors" if not factors else "curves"
            reader.report(
                "BC013", (), f"the canvas has no {missing}",
                "write a `scores` table: a header row that names the curves, then a row a factor",
            )  # fmt: skip
        return None
    levels = len(factors) * len(curve_entries)
    for count, most, what in (
        (len(factors), MOST_FACTORS, "factors"),
        (len(curve_entries), MOST_CURVES, "curves"),
        (levels, MOST_LEVELS, "levels"),
        (levels * (len(entry.groups) + len(plain_groups(entry))), MOST_GROUPED, "levels times groups"),
    ):
        if count > most:
            message = f"the canvas has {count:,} {what}, more than {most:,}"
            reader.report("BC017", (), message, "a picture of so many says nothing; keep those that compete")
            return None

    names = Naming(entry, table, factors)
    scale = _scale(entry, reader)
    factors = _supports(factors, entry, names, reader)
    if sum([factor.price for factor in factors]) > 1:
        second = [factor for factor in factors if factor.price][1]
        reader.report(
            "BC019", (*second.path, "kind"), f"{second.name} is a second price; a canvas has at most one",
            "leave out `kind: price` here",
        )  # fmt: skip
    drafts, us = draft_curves(entry, table, curve_entries, names, reader)
    curves = resolve_levels(drafts, factors, scale, reader)
    return Canvas(
        title=entry.title or Text(label("canvas", reader.language)),
        factors=factors,
        curves=curves,
        scale=scale,
        language=reader.language,
        us=us,
        market=entry.market,
        buyers=entry.buyers,
        question=entry.question,
        later=entry.later,
        date=entry.date,
        height=entry.height,
        order=entry.order,
        currency=entry.currency,
        cost_per=entry.cost_per,
        weights_from=_weights_from(entry.weights_from, names, reader),
        glossary=entry.glossary,
        tagline=tagline_of(entry.tagline, names, reader),
        groups=(
            *[Group(id, group.name or Text(id), group.path) for id, group in entry.groups.items()],
            *[Group(id, Text(id)) for id in plain_groups(entry)],
        ),
        evidence=tuple(
            [
                Evidence(
                    id,
                    source.source or Text(id),
                    source.date,
                    source.kind,
                    source.n,
                    source.url,
                    source.note,
                    source.path,
                )
                for id, source in entry.evidence.items()
            ]
        ),
        segments=_segments(entry, factors, scale, names, reader) if entry.segments is not None else (),
        audience=entry.audience,
        audiences=reader.audiences,
        sections={} if _SECTIONS.isdisjoint(vars(entry)) else _sections(entry),
        languages=tuple(dict.fromkeys([reader.language, *reader.languages])),
    )


def _factors(entry: CanvasFile, table: TableScores) -> tuple[Factor, ...]:
    ids = dict.fromkeys([*table.factors, *entry.factors])
    if not ids:  # neither table nor mapping: the curves' own scores name the factors
        ids = dict.fromkeys(name for curve in entry.curves.values() for name in curve.scores)
    nothing = FactorEntry()
    made: list[Factor] = []
    for id in ids:
        typed = entry.factors.get(id, nothing)
        price = typed.kind == "price"
        made.append(
            Factor(
                id,
                typed.name or Text(id),
                price,
                price or typed.direction == "burden",
                typed.importance,
                typed.theme,
                typed.kano,
                typed.buyer_words,
                typed.cost if isinstance(typed.cost, dict) else {},
                (),
                typed.path or table.factors.get(id, ()),
            )
        )
    return tuple(made)


def _supports(factors: tuple[Factor, ...], entry: CanvasFile, names: Naming, reader: Reader) -> tuple[Factor, ...]:
    if not any([typed.supports for typed in entry.factors.values()]):  # noqa: C419 - quicker so, and so it is mostly
        return factors
    done: list[Factor] = []
    for factor in factors:
        typed = entry.factors.get(factor.id)
        if typed is None or not typed.supports:
            done.append(factor)
            continue
        path = (*typed.path, "supports")
        done.append(factor._replace(supports=names.factors.many(typed.supports, path, reader)))
    return tuple(done)


def _scale(entry: CanvasFile, reader: Reader) -> Scale:
    typed = entry.scale
    if typed is None:
        return Scale()
    low, high = typed.min, typed.max
    step = typed.step if "step" in vars(typed) else max(min(1, high - low), (high - low) / MOST_STEPS)
    ends = f"{figure(low)} to {figure(high)}"
    if low >= high:
        reader.report("BC013", typed.path, f"the scale runs from {ends}", "min must be below max", on_key=True)
        return Scale(path=typed.path)
    if step <= 0 or step > high - low or (high - low) / step > MOST_STEPS + 1:
        message = f"a step of {figure(step)} does not fit a scale from {ends}"
        hint = f"the step is above 0, at most {figure(high - low)}, and makes at most {MOST_STEPS:,} steps"
        reader.report("BC013", (*typed.path, "step"), message, hint)
        step = high - low
    for level in typed.words:
        if not low <= level <= high:
            at = (*typed.path, "words", figure(level))
            reader.report(
                "BC001", at, f"the word at {figure(level)} is outside {ends}", "words stand at levels", on_key=True
            )
    return Scale(low, high, step, typed.words, typed.path)


def _segments(
    entry: CanvasFile, factors: tuple[Factor, ...], scale: Scale, names: Naming, reader: Reader
) -> tuple[Segment, ...]:
    from bluecanvas.canvas.segments import resolve_segments  # only where a canvas has some

    return resolve_segments(entry.segments.entries, factors, scale, names, reader) if entry.segments else ()


def _sections(entry: CanvasFile) -> dict[str, Any]:
    """The dossier's sections as plain data, those that are read as well."""
    sections = {key: data for key in SECTIONS if (data := getattr(entry, key)) is not None}
    if entry.segments is not None:
        sections["segments"] = entry.segments.data
    return sections


def language_of(word: str | None) -> str:
    """The canvas's language by one spelling; English where none is said."""
    return canonical(word) if word is not None and is_tag(word) else "en"


def _weights_from(word: str | None, names: Naming, reader: Reader) -> str | None:
    """A source's id, or the word for a way to come by weights that needs none."""
    return word if word in WAYS_TO_WEIGHTS else names.evidence.one(word, ("weights_from",), reader)
