"""Blocks that are hard to draw, by name: for every test that asks whether a picture holds."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bluecanvas.blocks import Axis, Block, Cell, Curves, Grid, Line, Move, Point, Prose, Style, Table

_STYLES = (Style.OURS, Style.AS_IS, Style.OPTION, Style.RIVAL, Style.ALTERNATIVE, Style.INDUSTRY, Style.OTHER)

LONG = (
    "Total price of ownership over five years",
    "Speed of door-to-door delivery in large cities",
    "Range of hair treatments and extra services offered",
    "Friendliness and competence of the staff",
    "Availability of spare parts and maintenance",
    "Environmental friendliness of the packaging",
    "Frequent point-to-point departures every day",
    "Self-service check-in and check-out at any hour",
    "Fun and adventure",
)
CHINESE = ("價格", "菜品種類與食材的新鮮程度", "等位體驗", "服務熱情", "員工授權", "上菜速度")


def curves(
    factors: Sequence[str], levels: Sequence[Sequence[float | None]], names: Sequence[str] = (), **more: object
) -> Curves:
    """Value curves from bare names and levels: the first ours, then one of each style."""
    lines = tuple(
        Line(
            f"c{k}",
            names[k] if names else f"Curve {k}",
            _STYLES[k] if k < 7 else Style.RIVAL,
            tuple(Point(level) for level in row),
        )
        for k, row in enumerate(levels)
    )
    created = more.pop("created", ())
    axes = tuple(Axis(f"f{k}", name, price=k == 0, created=k in created) for k, name in enumerate(factors))
    return Curves(str(more.pop("title", "A title")), axes, lines, **more)  # type: ignore[arg-type]


def drawn_levels(
    count: int, factors: int, low: int = 0, high: int = 10, known: float = 1.0
) -> list[list[float | None]]:
    """Levels that look random and are the same in every run."""
    some = random.Random(count * 100 + factors)
    return [[some.randint(low, high) if some.random() < known else None for _ in range(factors)] for _ in range(count)]


HARD: dict[str, Block] = {
    "nine long names, eight curves": curves(
        LONG,
        drawn_levels(8, 9),
        ("Point to point", "Us today", "The bold option", "Full-service airlines", "The family car", "Average", "Charter", "Low cost"),
        created=(7, 8),
        subtitle="The speed of a plane at the price of a car, whenever you need it",
        date="2026-10-03",
        note="Source: a panel of six",
    ),
    "Chinese": curves(CHINESE, drawn_levels(3, 6), ("海底撈", "傳統火鍋店", "快餐"), title="海底撈", language="zh-Hant", created=(5,)),
    "equal scores": curves(("a", "b", "c", "d"), [[5, 5, 5, 5]] * 8),
    "all at the end of the scale": curves(("a", "b", "c"), [[0, 0, 10]] * 6),
    "missing scores": curves(("a", "b", "c", "d", "e"), drawn_levels(7, 5, known=0.5)),
    "ends early": curves(("a", "b", "c", "d"), [[5, 5, 5, 5], [1, 2, None, None], [3, None, None, None], [1, 2, None, None]]),
    "nothing known": curves(("a", "b"), [[None, None], [None, None]]),
    "one curve": curves(("Price", "Speed", "Fun"), [[1, 5, 9]]),
    "one factor": curves(("Price",), [[3], [7], [3]]),
    "no factors": curves((), [[], []]),
    "no curves": curves(("Price", "Speed"), []),
    "twenty factors, ten curves": curves([f"Factor number {k}" for k in range(20)], drawn_levels(10, 20)),
    "thirty curves": curves(("a", "b", "c"), drawn_levels(30, 3)),
    "sixty letters": curves(
        [f"A name of sixty characters is quite long for a factor, no? {k}" for k in range(6)],
        drawn_levels(4, 6),
        [f"This curve has a name of some sixty characters, which is {k}" for k in range(4)],
        title="A title that goes on " * 8,
        subtitle="and a tagline that does too " * 20,
        note="Sources: " + "many of them, " * 80,
    ),
    "ten thousand letters": curves(
        ("x" * 10_000, "word " * 2_000, "價格" * 5_000, "i" * 10_000),
        drawn_levels(3, 4),
        ("y" * 10_000, "W" * 10_000, "界" * 10_000),
        title="z" * 10_000,
        subtitle="w " * 5_000,
        date="d" * 10_000,
        note="n " * 5_000,
        low_word="l" * 10_000,
        created_word="c" * 10_000,
        created=(3,),
    ),
    "newlines and nothing": curves(("a\nb\r\nc", "", "\t", "\u2028"), drawn_levels(3, 4), ("", "one\ntwo", " ")),
    "other scripts": curves(
        ("😀 fun 🚀", "السعر العالي", "Цена", "ราคา", "\u202eevil\x1b[0m"), drawn_levels(2, 5), ("🚀👨‍👩‍👧🇫🇷", "الشركة المنافسة")
    ),
    "markup": curves(("$\\frac{1}$", "_x^2", "<b>&amp;"), drawn_levels(3, 3), ("_hidden", "$x$", "]]>--")),
    "minus five to five": curves(("a", "b", "c"), drawn_levels(3, 3, -5, 5), low=-5.0, high=5.0),
    "words on the scale": curves(
        ("a", "b", "c"), drawn_levels(3, 3, 1, 5), low=1.0, high=5.0,
        words=((1.0, "none at all, not even on request"), (3.0, "par"), (3.1, "a bit over par"), (5.0, "best in the world")),
    ),
    "no scale": curves(("a", "b"), [[5, 5]], low=5.0, high=5.0),
    "intervals": Curves(
        "Intervals",
        (Axis("a", "A", created=True), Axis("b", "B")),
        (
            Line("u", "Ours", Style.OURS, (Point(5, 4, 6), Point(7, 6.5, 9))),
            Line("r", "Rival", Style.RIVAL, (Point(5.5, 3, 8), Point(None))),
        ),
    ),
    "grid": Grid(
        "Eliminate–reduce–raise–create: " + "a long title " * 12,
        (
            Cell("eliminate", "Eliminate", (Move("Lounges", 5, 0, 5, "Other airlines", "No time for one " * 40, "Operations, 2027-03"),)),
            Cell("reduce", "Reduce", (), "nothing here"),
            Cell("raise", "Raise", tuple(Move(name, 4, 8.25, 4.5, "x" * 300) for name in LONG)),
            Cell("create", "Create", (Move("y" * 10_000, None, 9, None, ""), Move("z", None, None, None, ""))),
        ),
        subtitle="The speed of a plane at the price of a car",
    ),
    "empty grid": Grid("", tuple(Cell(word, word, ()) for word in ("eliminate", "reduce", "raise", "create"))),
    "table": Table("Levels", ("Factor", *"abc"), tuple((name, "1", "22", "–") for name in LONG), frozenset({1, 2, 3})),
    "wide table": Table("Wide", tuple(f"Column {k}" for k in range(30)), (tuple(map(str, range(30))), ("x" * 3_000, "y"))),
    "long table": Table("Long", ("a",), tuple((str(k),) for k in range(5_000))),
    "empty table": Table("", (), ()),
    "prose": Prose("The question", ("How can an airline win the trips people drive? " * 30, "價格" * 2_000, "", "Short.")),
}  # fmt: skip
"""What has broken pictures, here or elsewhere."""
