"""Canvases made up for measuring: whole and consistent, each different, the same on every run."""

from __future__ import annotations

from pathlib import Path
from random import Random

_FIRST = """Friendly Guided Frequent Quiet Generous Late Early Open Remote Shared Private Local Seasonal Printed Spoken Daily
Weekly Mobile Paper Second Double Hidden Visible Heated Cooled Covered Paved Lit Signed Numbered Named Reserved Movable
Fixed Partial Total Joint Single Extra Spare""".split()
_SECOND = """booking refunds meals seats parking advice delivery returns lounges tickets repairs lessons tastings menus towels
lockers invoices samples catalogues brochures warranties rewards deposits upgrades refills blankets desks cables chargers
gardens stairs lifts counters receipts hangers mirrors shelves trolleys uniforms vouchers""".split()
_REASONS = """Nobody we asked could say what it was for|Regulars named it before anything else|Two in three never used it
It costs a fifth of the day and earns nothing|Those who left us missed it most|Half of the calls to the desk were on it
What newcomers look for in the first minute|A rival stopped it and lost no one|It is what the price is held against
The staff would do this before anything else""".replace("\n", "|").split("|")
_PLACES = "Aarhus Bergen Cork Delft Evora Fulda Ghent Hobart Izmir Jena Kyoto Lyon Malmo Nantes Oulu Porto Quito Riga".split()
_TRADES = "bakeries hotels ferries clinics theatres gyms cafes banks schools laundries opticians libraries museums".split()
_SIGNS = "價格服務座位餐飲速度品質便利舒適安靜開放停車退款預約課程"
_KINDS = ("eliminate", "raise", "keep", "reduce", "raise", "keep", "keep")


def write_one(folder: Path) -> Path:
    """One canvas of about 6 kB in a folder: 12 factors, 5 curves, a grid, reasons, evidence and a second language."""
    path = folder / "one.canvas.yaml"
    path.write_text(_canvas(1, factors=12, curves=5, reasons=4, texts=True), encoding="utf-8")
    return path


def write_many(folder: Path, count: int) -> None:
    """Canvases of two to three kB in a folder, each different; in every fourth a target disagrees with its curve."""
    for seed in range(count):
        text = _canvas(seed, factors=8 + seed % 2, curves=4, reasons=1, texts=False, fault=seed % 4 == 1)
        (folder / f"made-{seed:05}.canvas.yaml").write_text(text, encoding="utf-8")


def _canvas(seed: int, factors: int, curves: int, reasons: int, texts: bool, fault: bool = False) -> str:
    """A canvas in lines of at most 80 columns; `reasons` of each curve's levels say why."""
    chance = Random(seed)
    pairs = zip(chance.sample(_FIRST, factors - 1), chance.sample(_SECOND, factors - 1), strict=True)
    named = {"price": "Price"} | {f"{first}-{second}".lower(): f"{first} {second}" for first, second in pairs}
    moves = _moves(list(named), chance)
    place = chance.choice(_PLACES)
    lines = [
        f"# Made up for measuring, number {seed}.",
        "---",
        "bluecanvas: 1",
        f"title: {place} {chance.choice(_TRADES)}, plan {seed}",
        f"market: {chance.choice(_TRADES).title()} within an hour of {place}",
        f"buyers: Households that had not been to {chance.choice(_TRADES)} for a year",
        f"date: 20{chance.randrange(10, 27)}-{chance.randrange(1, 13):02}",
        "language: en",
        "tagline:",
        f"  text: What you came for, at {chance.randrange(5, 90)} a visit",
        "  claims: {price: low}",
        "factors:",
        "  price: {name: Price, kind: price}",
        *(f"  {id}: {name}" for id, name in named.items() if id != "price"),
        "curves:",
        *_curve("ours", f"{place} plan", "to-be", {id: ours for id, (_, ours, _) in moves.items()}, reasons),
        *_curve("today", "Us today", "as-is", {id: others for id, (_, _, others) in moves.items()}, reasons),
    ]
    rivals = [f"rival-{number}" for number in range(1, curves - 1)]
    for number, rival in enumerate(rivals):
        levels = {id: max(others - number % 2, 0) for id, (_, _, others) in moves.items()}
        lines += _curve(rival, f"{chance.choice(_PLACES)} {number + 1}", "rival", levels, reasons)
    lines += _grid(moves, chance, fault)
    lines += [
        "evidence:",
        f"  survey: {{source: Survey {seed} of buyers, date: 2026-03, kind: survey, n: {seed + 40}}}",
        f"  visits: {{source: Visits to {chance.randrange(3, 30)} sites, date: 2025, kind: observation}}",
    ]
    if texts:
        lines += _texts(list(named), ["ours", "today", *rivals], [id for id in moves if moves[id][0] != "keep"], chance)
    return "\n".join(lines) + "\n"


def _moves(ids: list[str], chance: Random) -> dict[str, tuple[str, int, int]]:
    """For each factor what is done to it, our level, and about where the others stand; what is created comes last."""
    moves = {"price": ("reduce", 3, 7)}
    for at, id in enumerate(ids[1:]):
        kind = "create" if at >= len(ids) - 3 else _KINDS[at % len(_KINDS)]
        others = 0 if kind == "create" else chance.randrange(3, 5) if kind == "raise" else chance.randrange(6, 9)
        ours = {"eliminate": 0, "reduce": 2, "keep": others}.get(kind, chance.randrange(8, 10))
        moves[id] = (kind, ours, others)
    return moves


def _curve(id: str, name: str, role: str, levels: dict[str, int], reasons: int) -> list[str]:
    scores = [
        f"      {factor}: {{value: {level}, why: {_REASONS[(at + len(name)) % len(_REASONS)]}}}"
        if at <= reasons and at
        else f"      {factor}: {level}"
        for at, (factor, level) in enumerate(levels.items())
    ]
    return [f"  {id}:", f"    name: {name}", f"    role: {role}", "    evidence: [survey]", "    scores:", *scores]


def _grid(moves: dict[str, tuple[str, int, int]], chance: Random, fault: bool) -> list[str]:
    lines = ["errc:"]
    for action in ("eliminate", "reduce", "raise", "create"):
        lines.append(f"  {action}:")
        for id, (kind, ours, _) in moves.items():
            if kind == action:
                lines += [
                    f"    {id}:",
                    f"      to: {ours - 1 if fault and kind == 'raise' else ours}",
                    f"      why: {chance.choice(_REASONS)}",
                    f"      evidence: [{chance.choice(('survey', 'visits'))}]",
                ]
    return lines


def _texts(factors: list[str], curves: list[str], moved: list[str], chance: Random) -> list[str]:
    def said(length: int) -> str:
        return "".join(chance.sample(_SIGNS, length))

    return [
        "texts:",
        "  zh-Hant:",
        *(f"    {key}: {said(12)}" for key in ("title", "market", "buyers", "tagline")),
        *("    factors:", *(f"      {id}: {said(4)}" for id in factors)),
        *("    curves:", *(f"      {id}: {said(5)}" for id in curves)),
        *("    moves:", *(f"      {id}: {said(10)}" for id in moved)),
        "    evidence: {survey: 買方調查, visits: 實地觀察}",
    ]
