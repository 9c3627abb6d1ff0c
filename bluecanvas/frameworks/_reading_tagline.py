"""The tagline: is there one, are its claims true on the canvas, does it say what is new?"""

from __future__ import annotations

from bluecanvas.canvas.model import Action, Tagline
from bluecanvas.frameworks._reading_kinds import (
    NOT_JUDGED,
    Bars,
    Figures,
    Gauge,
    Kind,
    Outcome,
    Scope,
    at_least,
    at_most,
    by_size,
    called,
    factor_called,
    factors_called,
    far_above,
    points,
    whom,
)
from bluecanvas.frameworks._reading_sheet import REFERENCE, On, Sheet
from bluecanvas.words import clip, fold, listed

_LONGEST = 200


def tagline_of(sheet: Sheet, curve: str) -> Tagline | None:
    """A curve's own tagline, else the canvas's; today's curve has only its own, unless it is ours."""
    found = sheet.canvas.curve(curve)
    return found.tagline or (sheet.canvas.tagline if _may_borrow(sheet, curve) else None)


def judged(sheet: Sheet, curve: str) -> bool:
    """Whether a tagline is asked of a curve: of ours and of every option; of today's where it has one."""
    return _may_borrow(sheet, curve) or sheet.canvas.curve(curve).tagline is not None


def judge_text(
    sheet: Sheet, curve: str, _on: On | None = None, *, words: float = 16, characters: float = 24
) -> Outcome:
    """Missing; too long: more than `words` words, or `characters` characters in a script without spaces; else stated."""
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return Outcome("missing", fires=True)
    count, limit = _length(tagline.text, words, characters)
    return Outcome("stated") if at_most(count, limit) else Outcome("too-long", fires=True)


def text_figures(sheet: Sheet, curve: str, _on: On | None, _bars: Bars) -> Figures:
    """The length, in words or in characters."""
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return {"words": None, "characters": None}
    spaced = not _unspaced(tagline.text)
    count, _ = _length(tagline.text, 0, 0)
    return {"words": count if spaced else None, "characters": None if spaced else count}


def why_text(sheet: Sheet, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us, tagline = called(sheet, curve), tagline_of(sheet, curve)
    if tagline is None:
        everything = sheet.on(On.WITHOUT_BURDENS)
        stands_out = by_size(sheet, curve, [j for j in everything if far_above(sheet, curve, j, 0.20)])
        if not stands_out:
            return f"{us} stands well above {whom(sheet)} on nothing that a tagline could promise, and has none"
        return f"{us} stands well above {whom(sheet)} on {factors_called(sheet, stands_out)}, and no tagline says so"
    count = found["words"] if found["words"] is not None else found["characters"]
    what = "character" if found["words"] is None else "word"
    what += "" if count == 1 else "s"
    text = clip(" ".join(str(tagline.text)[:_LONGEST].split()), 90)
    if outcome.fires:
        return f"{us} needs {count:.0f} {what} to say what it stands for, more than anyone remembers"
    return f"{us} says it in {count:.0f} {what}: “{text}”"


def text_gauges(_outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The length against the most there should be."""
    for name in ("words", "characters"):
        count = found[name]
        if count is not None:
            return (Gauge(name, count, bars[name], at_least=False, high=2 * bars[name]),)
    return ()


def judge_claims(sheet: Sheet, curve: str, on: On | None = None, *, step: float = 0.20) -> Outcome:
    """False: a factor claimed high is not `step` above what we are held against, or one claimed low not below it."""
    tagline = tagline_of(sheet, curve)
    claims = dict(tagline.claims) if tagline else {}
    judged = [j for j in sheet.on(on or On.ALL) if sheet.factors[j].id in claims]
    margins = {j: _margin(sheet, curve, j) for j in judged}
    known = {j: margin for j, margin in margins.items() if margin is not None}
    wrong = tuple(
        j
        for j, margin in known.items()
        if not at_least(margin if claims[sheet.factors[j].id] == "high" else -margin, step)
    )
    if wrong:
        return Outcome("false", fires=True, factors=wrong)
    if not known:
        return Outcome(NOT_JUDGED)
    return Outcome("unproven" if len(known) < len(margins) else "true", factors=tuple(margins))


def claims_figures(sheet: Sheet, curve: str, on: On | None, _bars: Bars) -> Figures:
    """How far each claimed factor lies above (or below, negative) what we are held against."""
    tagline = tagline_of(sheet, curve)
    claims = tagline.claims if tagline else {}
    return {
        sheet.factors[j].id: _margin(sheet, curve, j) for j in sheet.on(on or On.ALL) if sheet.factors[j].id in claims
    }


def why_claims(sheet: Sheet, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us, tagline = called(sheet, curve), tagline_of(sheet, curve)
    if outcome.verdict == NOT_JUDGED or tagline is None:
        if found:
            return f"{us} claims what cannot be held against the levels: they are unknown"
        if tagline is None:
            return f"{us} cannot be held to its claims: there is no tagline"
        return f"{us} cannot be held to its claims: the tagline states no `claims`"
    if outcome.fires:
        said = [_unkept(sheet, tagline, j, found) for j in outcome.factors]
        more = f", and {len(said) - 3} more" if said[3:] else ""
        return f"{us} does not keep what the tagline claims: {listed(said[:3], 'and')}{more}"
    said = [
        f"{tagline.claims[sheet.factors[j].id]} {factor_called(sheet, j)}"
        for j in outcome.factors
        if found[sheet.factors[j].id] is not None
    ]
    rest = " as far as levels are known" if outcome.verdict == "unproven" else ""
    return f"{us} keeps what the tagline claims{rest}: {listed(said, 'and')}"


def claims_gauges(outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The narrowest claim."""
    known = [abs(margin) for margin in found.values() if margin is not None]
    return (Gauge("margin", min(known), bars["step"]),) if known and not outcome.fires else ()


def judge_mention(sheet: Sheet, curve: str, _on: On | None = None, *, step: float = 0.20) -> Outcome:
    """Off the point: the tagline claims or names some factors, but none that is raised or created.

    What is created exists nowhere else, so this is the same on every set of factors.
    """
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return Outcome(NOT_JUDGED)
    mentioned = [j for j in sheet.on(On.ALL) if _mentions(sheet, tagline, j)]
    new = _raised(sheet, curve, step)
    if not mentioned or not new:
        return Outcome(NOT_JUDGED)
    said = tuple(j for j in new if j in mentioned and tagline.claims.get(sheet.factors[j].id) != "low")
    return Outcome("on-point", factors=said) if said else Outcome("off-point", fires=True, factors=tuple(new))


def why_mention(sheet: Sheet, curve: str, outcome: Outcome, _found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us = called(sheet, curve)
    if outcome.verdict == NOT_JUDGED:
        if tagline_of(sheet, curve) is None:
            return f"{us} cannot be held to what it promises: there is no tagline"
        reason = "the tagline names no factor" if _raised(sheet, curve) else "nothing is raised or created"
        return f"{us} cannot be held to what it promises: {reason}"
    if outcome.fires:
        return f"{us} promises none of what it raises or creates: {factors_called(sheet, outcome.factors)}"
    return f"{us} promises what it raises or creates: {factors_called(sheet, outcome.factors)}"


def _claimed(sheet: Sheet, curve: str) -> list[int]:
    tagline = tagline_of(sheet, curve)
    return [j for j, factor in enumerate(sheet.factors) if tagline and factor.id in tagline.claims]


def _none_without_tagline(sheet: Sheet, curve: str) -> tuple[int, ...]:
    return sheet.on(On.WITHOUT_BURDENS) if tagline_of(sheet, curve) else ()


def _may_borrow(sheet: Sheet, curve: str) -> bool:
    return curve == sheet.canvas.us or sheet.canvas.curve(curve).role == "to-be"


def _raised(sheet: Sheet, curve: str, step: float = 0.20) -> list[int]:
    """The factors a curve raises or creates: well above what it is held against, or so by its grid; no burdens."""
    grid = sheet.canvas.curve(curve).grid
    moves = {move.factor for move in grid.moves if move.action in (Action.RAISE, Action.CREATE)} if grid else set()
    found = [
        j for j in sheet.on(On.WITHOUT_BURDENS) if sheet.factors[j].id in moves or far_above(sheet, curve, j, step)
    ]
    return by_size(sheet, curve, found)


def _unkept(sheet: Sheet, tagline: Tagline, factor: int, found: Figures) -> str:
    """A claim and where the curve stands instead: "high Speed (level with Rail)"."""
    margin = found[sheet.factors[factor].id] or 0.0
    apart = points(sheet, abs(margin))
    where = "level with" if apart.startswith("0 ") else f"{apart} {'above' if margin > 0 else 'below'}"
    return f"{tagline.claims[sheet.factors[factor].id]} {factor_called(sheet, factor)} ({where} {whom(sheet)})"


def _margin(sheet: Sheet, curve: str, factor: int) -> float | None:
    ours, theirs = sheet.rows[curve][factor], sheet.rows[REFERENCE][factor]
    return None if ours is None or theirs is None else ours - theirs


def _mentions(sheet: Sheet, tagline: Tagline, factor: int) -> bool:
    found = sheet.factors[factor]
    name = fold(str(found.name)[:_LONGEST])
    return found.id in tagline.claims or (len(name) > 1 and name in fold(str(tagline.text)[:_LONGEST]))


def _length(text: str, words: float, characters: float) -> tuple[float, float]:
    """A text's length and the limit that goes with its script; words of another script count one each."""
    plain = str(text)
    if not _unspaced(plain):
        return float(len(plain.split())), words
    ideographs = sum(map(_is_unspaced, plain))
    rest = "".join(" " if _is_unspaced(char) or not char.isalnum() else char for char in plain)
    return float(ideographs + len(rest.split())), characters


def _unspaced(text: str) -> bool:
    return any(map(_is_unspaced, text))


def _is_unspaced(char: str) -> bool:
    """Whether a character is of a script that puts no spaces between words: Chinese, Japanese."""
    return "\u3041" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


TAGLINE = Kind(
    "tagline", "Tagline", "BC204", Scope.NONE, judge_text, why_text, text_figures, text_gauges, applies=judged
)
CLAIMS = Kind(
    "tagline_claims",
    "Its claims",
    "BC205",
    Scope.ALL,
    judge_claims,
    why_claims,
    claims_figures,
    claims_gauges,
    applies=judged,
    factors=_claimed,
)
MENTION = Kind(
    "tagline_mentions",
    "Its point",
    "BC206",
    Scope.ALL,
    judge_mention,
    why_mention,
    applies=judged,
    factors=_none_without_tagline,
)
