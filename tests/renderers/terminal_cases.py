"""Blocks to draw in a terminal: plain, grown, in many scripts, at the edges, hostile, and made up by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from bluecanvas.blocks import Axis, Cell, Curves, Grid, Line, Move, Point, Prose, Style, Table


def levels(*values: float | tuple[float, float, float] | None) -> tuple[Point, ...]:
    return tuple(Point(*value) if isinstance(value, tuple) else Point(value) for value in values)


def axes(*names: str, created: int = 0) -> tuple[Axis, ...]:
    return tuple(Axis(str(i), name, price=i == 0, created=i >= len(names) - created) for i, name in enumerate(names))


SOUTHWEST = Curves(
    "Southwest",
    axes(
        "Price",
        "Meals",
        "Lounges",
        "Seating choices",
        "Hub connectivity",
        "Friendly service",
        "Speed",
        "Frequent point-to-point departures",
    ),
    (
        Line("southwest", "Southwest", Style.OURS, levels(3, 1, 0, 0, 0, 8, 8, 9)),
        Line("airlines", "Other airlines", Style.RIVAL, levels(7, 6, 5, 6, 8, 4, 4, 1)),
        Line("car", "The car", Style.ALTERNATIVE, levels(2, 0, 0, 0, 0, 0, 2, 10)),
    ),
    subtitle="The speed of a plane at the price of a car, whenever you need it",
    date="2005",
)
GROWN = Curves(
    "Short-haul air travel",
    axes(
        "Price",
        "Meals",
        "Speed",
        "Frequent departures",
        "Waiting time",
        "Book by text message",
        "Two-minute boarding",
        created=2,
    ),
    (
        Line("today", "Us today", Style.AS_IS, levels(6, 5, 5, 3, 6, 0, 0)),
        Line("plan", "Point to point", Style.OURS, levels(2, 0, 9, 9, 3, (7, 5.5, 8.5), 8)),
        Line("club", "Club class", Style.OPTION, levels(8, 2, 8, 6, 2, 5, 0)),
        Line("full", "Full-service airlines", Style.RIVAL, levels((6, 5.4, 6.6), 6, 4, None, 7, 0, 0)),
        Line("low", "Budget airlines", Style.RIVAL, levels(3, 1, 4, 4, 7, 0, 0)),
        Line("mean", "Industry mean", Style.INDUSTRY, levels(5, 4.25, 4, 3.5, 7, 0, 0)),
    ),
    date="2026-10-03",
    note="Levels: passenger survey (n = 212)",
    words=((0, "none"), (5, "par"), (10, "best")),
)
HAIDILAO = Curves(
    "海底撈",
    axes("價格", "菜品種類", "等位體驗", "服務熱情", "員工授權", "增值服務（美甲、擦鞋、跳棋、水果與飲料）", created=2),
    (
        Line("haidilao", "海底撈", Style.OURS, levels(6, 4, 9, 9, 6, 6)),
        Line("hotpot", "傳統火鍋店", Style.RIVAL, levels(5, 5, 2, 4, 0, 0)),
        Line("fast", "快餐", Style.ALTERNATIVE, levels(2, 2, 0, 2, None, 0)),
    ),
    low_word="低",
    high_word="高",
    price_word="價格：高＝貴",
    created_word="創造",
    language="zh-Hant",
)
MIXED = Curves(
    "QBハウス / 닌텐도",
    axes("価格", "付加サービス（蒸しタオル・マッサージ）", "가족이 함께 즐기는 놀이", "モーション control 🎮", "מחיר"),
    (
        Line("q", "QBハウス", Style.OURS, levels(2, 0, 9, 9, 8)),
        Line("b", "플레이스테이션 3", Style.RIVAL, levels(8, 8, 3, 0, 0)),
    ),
    low_word="낮음",
    high_word="높음",
    language="ja",
)
MANY = Curves(
    "Many",
    axes(*(f"Factor number {j}" for j in range(20))),
    tuple(
        Line(
            str(i),
            f"Curve {i}",
            Style.OURS if i == 0 else Style.RIVAL,
            levels(*((i * 7 + j * 3) % 11 or None for j in range(20))),
        )
        for i in range(10)
    ),
)
HOSTILE_NAMES = (
    "a\x1b[31mred\x07",
    "\u202egnp.exe",
    "two\nlines\r\n",
    "",
    "[/red] :warning:",
    "W" * 10_000,
    "字" * 10_000,
    "👨\u200d👩\u200d👧 ❤\ufe0f 👍\U0001f3fd",
    "e" + "\u0301" * 500,
    "שלום עולם",
    "\ud800",
)
HOSTILE = Curves(
    "\x1b]0;title\x07\n" + "T" * 10_000,
    axes(*HOSTILE_NAMES),
    tuple(
        Line(str(i), name, Style.OURS if i == 0 else Style.OTHER, levels(*(5 for _ in HOSTILE_NAMES)))
        for i, name in enumerate(HOSTILE_NAMES[:4])
    ),
    low_word="\x1b[2J",
    high_word="H" * 300,
    created_word="\u202e",
    price_word="P" * 3_000,
    subtitle="\x9b31m",
    note="\x1b[0m",
    words=((0, "\x1b"), (10, "w" * 500)),
)
EDGES = {
    "one curve, one factor": Curves("One", axes("Price"), (Line("a", "A", Style.OURS, levels(4)),)),
    "no curve": Curves("None", axes("Price"), ()),
    "no factor": Curves("None", (), (Line("a", "A", Style.OURS, ()),)),
    "all unknown": Curves("Unknown", axes("P", "Q"), (Line("a", "A", Style.OURS, levels(None, None)),)),
    "all equal": Curves(
        "Equal", axes("P", "Q", "R"), tuple(Line(str(i), f"C{i}", Style.RIVAL, levels(5, 0, 10)) for i in range(10))
    ),
    "-5 to 5": Curves(
        "Signed", axes("P", "Q"), (Line("a", "A", Style.OURS, levels(-5, (0, -1.5, 1.5))),), low=-5, high=5
    ),
    "1 to 5": Curves("Five", axes("P", "Q"), (Line("a", "A", Style.OURS, levels(1, 5)),), low=1, high=5),
    "no span": Curves("Flat", axes("P"), (Line("a", "A", Style.OURS, levels(1)),), low=1, high=1),
    "huge": Curves("Huge", axes("P"), (Line("a", "A", Style.OURS, levels(1e300)),), low=-1.5e308, high=1.5e308),
    "all created": Curves("New", axes("P", "Q", created=2), (Line("a", "A", Style.OURS, levels(1, 2)),)),
    "more curves than cells": Curves(
        "Crowd", axes("P", "Q"), tuple(Line(str(i), f"C{i}", Style.RIVAL, levels(5, 5)) for i in range(90))
    ),
}
GRID = Grid(
    "Eliminate–reduce–raise–create",
    (
        Cell(
            "eliminate", "Eliminate", (Move("Lounges", 5, 0, 5, "Other airlines", "A short trip has no time for one"),)
        ),
        Cell("reduce", "Reduce", (Move("Price", 7, 3, 7, "rivals", "Near the cost of driving", "Pricing, 2027-03"),)),
        Cell("raise", "Raise", (), "nothing here: the car is no airline"),
        Cell("create", "Create", (Move("Frequent point-to-point departures", None, 9, 1, "rivals", "間" * 60),)),
    ),
    subtitle="Southwest",
)
PLAIN_GRID = Grid(
    "Plain",
    (
        Cell("eliminate", "Eliminate", (Move("Lounges", 5, 0, 5, "Other airlines"),)),
        Cell("reduce", "Reduce", (Move("Price", 7, None, None, ""),)),
        Cell("raise", "Raise", ()),
        Cell("create", "Create", (Move("Departures", None, 9, 1, "rivals", "Only the car had it"),)),
    ),
)
HOSTILE_GRID = Grid(
    "\x1b",
    tuple(
        Cell(
            action, "H\x1b" * 90, tuple(Move(name, 1e300, None, 2, name, name, name) for name in HOSTILE_NAMES), "\x9b"
        )
        for action in ("eliminate", "reduce", "raise", "create")
    ),
    gap_word="\u202e",
)
HOSTILE_TABLE = Table("\x1b", ("a\x1b", "", "c"), tuple((name, name, "1") for name in HOSTILE_NAMES), frozenset({2}))
BLOCKS = [
    SOUTHWEST,
    GROWN,
    HAIDILAO,
    MIXED,
    MANY,
    HOSTILE,
    *EDGES.values(),
    GRID,
    HOSTILE_GRID,
    *(block.as_table() for block in (SOUTHWEST, GROWN, HAIDILAO, MANY, GRID, HOSTILE)),
    HOSTILE_TABLE,
    Table("Empty", (), ()),
    Table("Ragged", ("a", "b"), (("1",), ("1", "2", "3"))),
    Prose(
        "Words", ("How can an airline win the trips that people would drive?", "如何讓顧客願意等？" * 20, "", "x" * 999)
    ),
    Prose("Hostile", HOSTILE_NAMES),
]

texts = st.text(st.characters(exclude_categories=()), max_size=60)
some_level = st.one_of(st.none(), st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 10).map(float))
some_point = st.tuples(some_level, some_level, some_level).map(lambda three: Point(*three))


@st.composite
def some_curves(draw: st.DrawFn) -> Curves:
    count = draw(st.integers(0, 14))
    return Curves(
        draw(texts),
        tuple(draw(st.builds(Axis, texts, texts, st.booleans(), st.booleans(), st.booleans())) for _ in range(count)),
        tuple(
            Line(draw(texts), draw(texts), draw(st.sampled_from(Style)), tuple(draw(some_point) for _ in range(count)))
            for _ in range(draw(st.integers(0, 11)))
        ),
        low=draw(st.sampled_from([0.0, 1.0, -5.0, -1e6])),
        high=draw(st.sampled_from([5.0, 10.0, 1e6])),
        low_word=draw(texts),
        high_word=draw(texts),
        words=tuple(draw(st.lists(st.tuples(st.floats(-5, 10), texts), max_size=4))),
        subtitle=draw(texts),
        date=draw(texts),
        note=draw(texts),
        price_word=draw(texts),
        created_word=draw(texts),
    )


some_move = st.builds(Move, texts, some_level, some_level, some_level, texts, texts, texts)
some_grid = st.builds(
    Grid,
    texts,
    st.tuples(
        *(
            st.builds(Cell, st.just(action), texts, st.lists(some_move, max_size=3).map(tuple), texts)
            for action in ("eliminate", "reduce", "raise", "create")
        )
    ),
    gap_word=texts,
    versus_word=texts,
    subtitle=texts,
)
some_table = st.builds(
    Table,
    texts,
    st.lists(texts, max_size=6).map(tuple),
    st.lists(st.lists(texts, max_size=6).map(tuple), max_size=5).map(tuple),
    st.frozensets(st.integers(0, 6)),
)
some_prose = st.builds(Prose, texts, st.lists(texts, max_size=4).map(tuple))
