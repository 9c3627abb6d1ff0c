"""What the levels of a canvas rest on: sources of others, the author's own reading or guess, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bluecanvas.canvas.model import Canvas
from bluecanvas.named import NamedTuple
from bluecanvas.words import label
from bluecanvas.words.labels import KEYS

_OWN = ("reading", "illustrative", "guess")
"""Kinds of evidence that are the author's own: they say where a level comes from, and prove nothing."""


class Known(NamedTuple):
    """How many levels are known, and what they rest on."""

    levels: int
    proven: int
    """Those that name a source of any kind."""
    sourced: int
    """Of these, those that name a source that is not the author's own."""
    own: Mapping[str, int]
    """The others of these by the kind of source, the first that a level names."""


def counted(canvas: Canvas, whole: Canvas) -> Known:
    """The known levels of all curves, counted, with what they rest on in the `whole`, whoever may see that."""
    ids = frozenset(factor.id for factor in canvas.factors)
    named = [
        whole.curve(curve.id).scores[id].evidence
        for curve in canvas.curves
        for id, score in curve.scores.items()
        if score.value is not None and id in ids
    ]
    kinds = {source.id: source.kind for source in whole.evidence if source.kind in _OWN}
    proven = [sources for sources in named if sources]
    own = [kinds[sources[0]] or "" for sources in proven if all(id in kinds for id in sources)]
    return Known(len(named), len(proven), len(proven) - len(own), Counter(own))


def sure(known: Known, language: str) -> str:
    """What the levels rest on in one sentence."""
    if not known.levels:
        return label("sure-nothing", language)
    said = label("sure-levels", language, proven=str(known.sourced), levels=str(known.levels))
    others = [(kind_word(kind, language), known.own[kind]) for kind in _OWN if known.own.get(kind)]
    if known.proven < known.levels:
        others.append((label("unproven", language), known.levels - known.proven))
    colon = label("colon", language)
    return " · ".join((said, *(f"{what}{colon}{count}" for what, count in others)))


def kind_word(kind: str, language: str) -> str:
    """What a kind of source is called; the kind itself where there is no word for it."""
    return label(f"kind.{kind}", language) if f"kind.{kind}" in KEYS else kind
