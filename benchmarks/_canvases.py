"""Canvases made up for measuring: whole and consistent, each different, the same on every run."""

from __future__ import annotations

from pathlib import Path
from random import Random


def _words(text: str, between: str | None = None) -> list[str]:
    return text.split(between)


_FIRST = _words(
    """Friendly Guided Frequent Quiet Generous Late Early Open Remote Shared Private Local Seasonal Printed Spoken
    Daily Weekly Mobile Paper Second Double Hidden Visible Heated Cooled Covered Paved Lit Signed Numbered Named
    Reserved Movable Fixed Partial Total Joint Single Extra Spare"""
)
_SECOND = _words(
    """booking refunds meals seats parking advice delivery returns lounges tickets repairs lessons tastings menus
    towels lockers invoices samples catalogues brochures warranties rewards deposits upgrades refills blankets desks
    cables chargers gardens stairs lifts counters receipts hangers mirrors shelves trolleys uniforms vouchers"""
)
_PLACES = _words("Aarhus Bergen Cork Delft Evora Fulda Ghent Hobart Izmir Jena Kyoto Lyon Malmo Nantes Oulu Porto Riga")
_TRADES = _words("bakeries hotels ferries clinics theatres gyms cafes banks schools laundries opticians museums")
_REASONS = _words(
    "Nobody we asked could say what it was for|Regulars named it before anything else|Two in three never used it|"
    "It costs a fifth of the day and earns nothing|Those who left us missed it most|Half of the calls were about it|"
    "What newcomers look for in the first minute|A rival stopped it and lost no one|The staff would do this first",
    "|",
)
_SIGNS = "價格服務座位餐飲速度品質便利舒適安靜開放停車退款預約課程"
_KINDS = ("eliminate", "raise", "keep", "reduce", "raise", "keep", "keep")


def write_one(folder: Path) -> Path:
    """One canvas of about 6 kB in a folder: 12 factors, 5 curves, a grid, reasons, evidence and a second language."""
    path = folder / "one.canvas.yaml"
    path.write_text(_canvas(1, factors=12, curves=5, rich=True), encoding="utf-8")
    return path


def write_many(folder: Path, count: int) -> None:
    """Canvases of two to three kB in a folder, each different; in every fourth a target disagrees with its curve."""
    for seed in range(count):
        text = _canvas(seed, factors=8 + seed % 2, curves=4, fault=seed % 4 == 1)
        (folder / f"made-{seed:05}.canvas.yaml").write_text(text, encoding="utf-8")


def _canvas(seed: int, factors: int, curves: int, rich: bool = False, fault: bool = False) -> str:
    """A canvas in lines of at most 80 columns; a rich one gives more reasons and a second language."""
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
        *(f"  {factor}: {name}" for factor, name in named.items() if factor != "price"),
        "curves:",
    ]
    reasons = 4 if rich else 1
    lines += _curve("ours", f"{place} plan", "to-be", {key: ours for key, (_, ours, _) in moves.items()}, reasons)
    lines += _curve("today", "Us today", "as-is", {key: others for key, (_, _, others) in moves.items()}, reasons)
    rivals = [f"rival-{number}" for number in range(1, curves - 1)]
    for number, rival in enumerate(rivals):
        levels = {key: max(others - number % 2, 0) for key, (_, _, others) in moves.items()}
        lines += _curve(rival, f"{chance.choice(_PLACES)} {number + 1}", "rival", levels, reasons)
    lines += [
        *_grid(moves, chance, fault),
        "evidence:",
        f"  survey: {{source: Survey {seed} of buyers, date: 2026-03, kind: survey, n: {seed + 40}}}",
        f"  visits: {{source: Visits to {chance.randrange(3, 30)} sites, date: 2025, kind: observation}}",
    ]
    if rich:
        moved = [key for key, (kind, _, _) in moves.items() if kind != "keep"]
        lines += _texts(list(named), ["ours", "today", *rivals], moved, chance)
    return "\n".join(lines) + "\n"


def _moves(factors: list[str], chance: Random) -> dict[str, tuple[str, int, int]]:
    """For each factor what is done to it, our level, and about where the others stand; what is created comes last."""
    moves = {"price": ("reduce", 3, 7)}
    for at, factor in enumerate(factors[1:]):
        kind = "create" if at >= len(factors) - 3 else _KINDS[at % len(_KINDS)]
        others = 0 if kind == "create" else chance.randrange(3, 5) if kind == "raise" else chance.randrange(6, 9)
        ours = {"eliminate": 0, "reduce": 2, "keep": others}.get(kind, chance.randrange(8, 10))
        moves[factor] = (kind, ours, others)
    return moves


def _curve(key: str, name: str, role: str, levels: dict[str, int], reasons: int) -> list[str]:
    lines = [f"  {key}:", f"    name: {name}", f"    role: {role}", "    evidence: [survey]", "    scores:"]
    for at, (factor, level) in enumerate(levels.items()):
        if 1 <= at <= reasons:
            why = _REASONS[(at + len(name)) % len(_REASONS)]
            lines += [f"      {factor}:", f"        value: {level}", f"        why: {why}"]
        else:
            lines.append(f"      {factor}: {level}")
    return lines


def _grid(moves: dict[str, tuple[str, int, int]], chance: Random, fault: bool) -> list[str]:
    lines = ["errc:"]
    for action in ("eliminate", "reduce", "raise", "create"):
        lines.append(f"  {action}:")
        for factor, (kind, ours, _) in moves.items():
            if kind == action:
                lines += [
                    f"    {factor}:",
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
        *("    factors:", *(f"      {key}: {said(4)}" for key in factors)),
        *("    curves:", *(f"      {key}: {said(5)}" for key in curves)),
        *("    moves:", *(f"      {key}: {said(10)}" for key in moved)),
        "    evidence: {survey: 買方調查, visits: 實地觀察}",
    ]
