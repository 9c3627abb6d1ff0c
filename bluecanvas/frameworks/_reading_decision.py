"""Decisions: what a reading of a curve comes to, before its figures are worked out for whoever asks for them."""

from __future__ import annotations

from bluecanvas.frameworks._reading_basis import Basis, basis_of, involved, is_past_telling, is_undecided
from bluecanvas.frameworks._reading_fragility import Judged, flips_inside
from bluecanvas.frameworks._reading_grounds import Doubt
from bluecanvas.frameworks._reading_kinds import UNDECIDED
from bluecanvas.frameworks._reading_sheet import Sheet
from bluecanvas.named import NamedTuple


class Decision(NamedTuple):
    """A verdict about one curve, and what makes it doubtful."""

    sheet: Sheet
    judged: Judged
    verdict: str
    fires: bool
    basis: Basis
    doubts: tuple[Doubt, ...]


def decide(sheet: Sheet, one: Judged) -> Decision:
    """What a reading comes to once it is asked whether enough is known, and what intervals leave open."""
    kind, curve, bars, outcome = one
    basis = basis_of(sheet, involved(sheet, kind, curve))
    verdict, fires = outcome.verdict, outcome.fires
    doubts: tuple[Doubt, ...] = ()
    if fires and not kind.enough(sheet, curve):
        fires, doubts = False, (Doubt.LITTLE,)
    if basis is Basis.SURVEY:
        if is_past_telling(sheet, kind, curve):
            verdict, fires, doubts = UNDECIDED, False, (*doubts, Doubt.PAST_TELLING)
        elif flips_inside(sheet, one) or is_undecided(sheet, kind, curve, kind.figures(sheet, curve, None, bars), bars):
            verdict, fires, doubts = UNDECIDED, False, (*doubts, Doubt.SAMPLING)
    return Decision(sheet, one, verdict, fires, basis, doubts)
