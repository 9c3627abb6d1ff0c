"""The page in a browser: levels moved by key, mouse and finger, figures that follow, and YAML that reads back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Browser, browsing, needs_browser
from hard_cases import HARD, curves

from bluecanvas.blocks import Axis, Block, Curves, Line, Point, Style
from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas, Score
from bluecanvas.checking import examine
from bluecanvas.finding import Level
from bluecanvas.frameworks import errc, value_curve
from bluecanvas.frameworks._curve_views import View, viewed
from bluecanvas.frameworks._reading_sheet import Sheet
from bluecanvas.frameworks.reading import kinds
from bluecanvas.publishing.shipped import examples
from bluecanvas.renderers import render
from bluecanvas.renderers._html_tables import level_text

pytestmark = needs_browser
AIR = """\
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines, Rail]
  - [Price, 2, 6, 4]
  - [Meals, 1, 6, 5]
  - [Lounges, 0, {value: 5, low: 4, high: 6.5, n: 212}, 1]
  - [Speed, 9, 4, null]
  - [Fun, 8, 0, 0]
factors: {Price: {kind: price}}
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Any:
    """Opens blocks, or a canvas in YAML, as a page."""

    def shown(*what: Block | str, **window: Any) -> Browser:
        blocks = [
            one for part in what for one in (value_curve.blocks(canvas_of(part)) if isinstance(part, str) else [part])
        ]
        page = tmp_path / "page.html"
        page.write_bytes(render("html", blocks))
        browser.open(page, **window)
        return browser

    yield shown
    assert browser.wrong == []
    assert [url for url in browser.asked if not url.startswith(("file:", "data:font/", "blob:"))] == []


def canvas_of(text: str) -> Canvas:
    """What `check` accepts: a canvas without an error."""
    reading = read(text.encode())
    assert [one for one in examine(reading, "a.yaml") if one.level is Level.ERROR and not one.suppressed] == []
    assert reading.canvas is not None
    return reading.canvas


def moved(canvas: Canvas, curve: str, factor: str, level: float) -> Canvas:
    """The canvas with another level."""
    changed = tuple(
        one._replace(scores={**one.scores, factor: Score(level)}) if one.id == curve else one for one in canvas.curves
    )
    return canvas._replace(curves=changed)


def figures(canvas: Canvas, curve: str) -> dict[str, Any]:
    """What the package finds."""
    sheet, found = Sheet(canvas), {}
    for kind in kinds():
        if kind.name in ("divergence", "focus", "convergence"):
            found |= {**kind.figures(sheet, curve, None, kind.bars({})), kind.name: kind.judge(sheet, curve).verdict}
    return found


def figures_shown(page: Browser, column: int) -> dict[str, str]:
    """What the page shows, with every digit: column 1 before, 2 now."""
    rows = "[...document.querySelectorAll('.figures tbody tr')]"
    return dict(page.ask(f"{rows}.map(row => [row.dataset.figure, row.children[{column}].dataset.value])"))


def assert_figures(page: Browser, column: int, canvas: Canvas, curve: str = "Southwest") -> None:
    wanted = figures(canvas, curve)
    for name, value in figures_shown(page, column).items():
        found = value if name in ("divergence", "focus", "convergence") else None if value == "null" else float(value)
        assert found == pytest.approx(wanted[name], abs=1e-9), name


def point(c: int, k: int) -> str:
    return f"document.querySelector('.area .c{c} .point[data-k=\"{k}\"]')"


def centre(page: Browser, c: int, k: int) -> tuple[float, float]:
    page.ask(f"{point(c, k)}.scrollIntoView({{block: 'center'}})")
    box = page.ask(f"JSON.stringify({point(c, k)}.querySelector('circle').getBoundingClientRect())")
    held = json.loads(box)
    return held["x"] + held["width"] / 2, held["y"] + held["height"] / 2


def level(page: Browser, c: int, k: int) -> float:
    return float(page.ask(f"{point(c, k)}.getAttribute('aria-valuenow')"))


def cell(page: Browser, c: int, k: int) -> str:
    return page.ask(f"document.querySelectorAll('.scroll tbody tr')[{k}].querySelectorAll('td')[{c}].textContent")


def yaml(page: Browser) -> str:
    return page.ask("document.querySelector('textarea').value")


def test_it_opens_without_a_fault_or_a_request_and_shows_the_reading(show):
    page = show(AIR)
    canvas = canvas_of(AIR)
    for column in (1, 2):
        assert_figures(page, column, canvas)
    assert page.ask("document.querySelector('[data-figure=d_near] td').textContent") == "0.23 (Rail)"
    assert page.ask("document.querySelectorAll('.changed').length") == 0


def test_without_the_script_the_picture_names_and_table_are_there(show):
    page = show(AIR, script=False)
    page.call("Emulation.setScriptExecutionDisabled", value=False)
    assert page.ask("document.querySelectorAll('.area use').length") == 14
    assert page.ask("getComputedStyle(document.querySelector('.live')).display") == "none"
    assert page.ask("document.querySelector('.area > svg').getBoundingClientRect().height") > 250
    assert page.ask("document.querySelector('.area > svg').getAttribute('role')") == "img"


def test_keys_reach_every_point_and_move_it_by_a_step(show):
    page = show(AIR)
    page.ask("document.querySelector('.names li:last-child button').focus()")
    reached = []
    for _ in range(3):
        page.press("Tab")
        reached.append(page.ask("document.activeElement.getAttribute('aria-label')"))
    assert reached == ["Airlines, Price", "Rail, Price", "Southwest, Price"]
    for factor in ("Meals", "Lounges", "Speed", "Fun"):
        page.press("ArrowRight")
        assert page.ask("document.activeElement.getAttribute('aria-label')") == f"Southwest, {factor}"
    page.press("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowDown")
    assert level(page, 0, 3) == 7
    assert cell(page, 0, 3) == "7"
    changed = moved(canvas_of(AIR), "Southwest", "Speed", 7)
    assert_figures(page, 1, canvas_of(AIR))
    assert_figures(page, 2, changed)
    assert page.ask("document.querySelector('.moves').textContent") == "Southwest, Speed: 9 → 7"
    assert page.ask("document.activeElement.getAttribute('aria-valuetext')") == "7, was 9"
    page.press("End", "ArrowUp")
    assert level(page, 0, 3) == 10
    page.press("Home", "ArrowDown")
    assert level(page, 0, 3) == 0
    page.press("Delete")
    assert level(page, 0, 3) == 9
    assert page.ask("document.querySelectorAll('.changed, .was').length") == 0


def test_a_gap_is_passed_over(show):
    page = show(AIR)
    page.ask(f"{point(2, 2)}.focus()")
    page.press("ArrowRight")
    assert page.ask("document.activeElement.getAttribute('aria-label')") == "Rail, Fun"


def test_the_change_is_told_once_it_rests(show):
    page = show(AIR)
    page.ask(f"{point(1, 3)}.focus()")
    page.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp")
    deadline = time.monotonic() + 5
    while not (said := page.ask("document.querySelector('.said').textContent")) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "gap to what the industry offers: 0.39 → 0.26" in said
    assert page.ask("document.querySelector('.said').getAttribute('role')") == "status"


def test_a_level_between_two_steps_goes_to_the_next_one(show):
    page = show(AIR.replace("[Meals, 1,", "[Meals, 1.4,"))
    page.ask(f"{point(0, 1)}.focus()")
    page.press("ArrowUp")
    assert level(page, 0, 1) == 2
    page.press("Delete", "ArrowDown")
    assert level(page, 0, 1) == 1


def test_the_yaml_of_levels_that_look_like_shares_is_accepted(show):
    page = show(
        "bluecanvas: 1\ntitle: Half steps\nus: now\nfactors: {a: {}, b: {}, c: {}}\ncurves:\n"
        "  now: {role: as-is, scores: {a: 1, b: 5, c: 0}}\n  plan: {role: to-be, based_on: now, scores: {b: 0.5}}\n"
        "  rival: {scores: {a: 5, b: 6, c: 7}}\n"
    )
    written = yaml(page)
    assert [canvas_of(written).curve("plan").level(factor) for factor in "abc"] == [1, 0.5, 0]
    assert "BC023" not in {one.code for one in examine(read(written.encode()), "a.yaml")}
    page.ask(f"{point(1, 1)}.focus()")
    page.press("End")
    assert "BC003" not in yaml(page)


def test_levels_and_figures_have_the_sign_of_the_language_and_the_yaml_has_points(show, tmp_path, monkeypatch):
    (tmp_path / "de.po").write_text('msgctxt "decimal"\nmsgid "."\nmsgstr ","\n', encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    page = show(AIR.replace("title:", "language: de\nscale: {min: 0, max: 10, step: 0.5}\ntitle:"))
    page.ask(f"{point(0, 1)}.focus()")
    page.press("ArrowUp")
    assert page.ask("document.querySelector('.moves').textContent") == "Southwest, Meals: 1 → 1,5"
    assert cell(page, 0, 1) == "1,5"
    shown = page.ask("[...document.querySelectorAll('.figures td')].map(cell => cell.textContent)")
    assert [text for text in shown if re.search(r"\d\.\d", text)] == []
    assert canvas_of(yaml(page)).curve("Southwest").level("Meals") == 1.5


def test_the_mouse_drags_a_point_and_reset_puts_it_back(show):
    page = show(AIR)
    x, y = centre(page, 0, 1)
    top = centre(page, 0, 4)[1]  # 8
    x, y = centre(page, 0, 1)
    assert y > top
    per_level = page.ask("document.querySelector('.area > svg').getBoundingClientRect().height") * 0.92 / 10
    page.drag((x, y), (x + 3, y - 4 * per_level))
    assert level(page, 0, 1) == 5
    assert page.ask("document.querySelectorAll('.was').length") == 1
    assert_figures(page, 2, moved(canvas_of(AIR), "Southwest", "Meals", 5))
    page.ask("[...document.querySelectorAll('.buttons button')][0].click()")
    assert level(page, 0, 1) == 1
    assert_figures(page, 2, canvas_of(AIR))


PRESSED = """
[[...document.querySelectorAll('td.changed')].map(cell => [cell.cellIndex - 1, cell.parentNode.rowIndex - 1]),
 document.activeElement.getAttribute('aria-label')]
"""
CENTRES = """
[...[...document.querySelectorAll('.area > svg')].find(svg => svg.getClientRects().length).querySelectorAll('.point')].map(point => {
  const { x, y, width, height } = point.firstChild.getBoundingClientRect();
  return [+point.closest('.curve').classList[1].slice(1), +point.dataset.k, x + width / 2, y + height / 2];
})
"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["nine long names, eight curves", "equal scores", "all at the end of the scale"])
def test_a_press_on_a_point_moves_that_point_and_no_other(show, name, width):
    block = HARD[name]
    assert isinstance(block, Curves)
    page = show(block, width=width, height=2400)
    centres = page.ask(CENTRES)
    assert len(centres) == len(block.axes) * len(block.lines)
    middle = page.ask(
        "(box => [box.x + box.width / 2, box.y + box.height / 2])"
        "([...document.querySelectorAll('.area > svg')].find(svg => svg.getClientRects().length).getBoundingClientRect())"
    )
    alone = {(c, k): (x, y) for c, k, x, y in centres}
    for (c, k), (x, y) in alone.items():
        end = (x, y + (120 if y < middle[1] else -120)) if width > 600 else (x + (60 if x < middle[0] else -60), y)
        page.drag((x, y), end, touch=width < 600)
        (changed, label) = page.ask(PRESSED)
        assert len(changed) == 1
        moved_curve, moved_factor = changed[0]
        assert alone[moved_curve, moved_factor] == pytest.approx((x, y), abs=1)
        if [place for place in alone.values() if place == pytest.approx((x, y), abs=1)] == [(x, y)]:
            assert (moved_curve, moved_factor) == (c, k)
            assert label == f"{block.lines[c].name}, {block.axes[k].name}"
        page.press("Delete")
        assert page.ask(PRESSED)[0] == []


APART = """
((others, from, to) => {
  const svg = document.querySelector('.area > svg'), lines = [...svg.querySelectorAll('.line')].map(line => {
    const [length, found] = [line.getTotalLength(), []];
    for (let at = 0; at <= 1; at += 1 / 1200) {
      const { x, y } = line.getPointAtLength(at * length);
      if (x >= from && x <= to) found.push([x / 100 * svg.clientWidth, y / 100 * svg.clientHeight]);
    }
    return { curve: +line.closest('.curve').classList[1].slice(1), found };
  }).filter(({ curve }) => others.includes(curve));
  const nearest = ([x, y], other) => Math.min(...other.found.map(([x2, y2]) => Math.hypot(x - x2, y - y2)));
  return Math.min(...lines.flatMap((one, at) => lines.slice(at + 1).flatMap(
    other => one.found.map(place => nearest(place, other)))));
})
"""
"""How many pixels lie between the lines of some curves where they are nearest, from one place along the axis to another."""


@pytest.mark.parametrize("width", [1280, 390])
def test_lines_at_one_level_are_apart_before_and_after_a_move(show, width):
    levels = [[2, 5, 5, 5, 9], [8, 5, 5, 5, 1], [4, 5, 5, 5, 4], [9, 9, 8, 9, 7]]
    page = show(curves("abcde", levels, ("Us", "Them", "Others", "More")), width=width)
    first = page.ask(f"{APART}([0, 1, 2], 40, 65)")
    assert first > 3.5
    for k in (1, 2, 3):
        page.ask(f"{point(3, k)}.focus()")
        page.press(*["ArrowDown" if width > 600 else "ArrowLeft"] * (levels[3][k] - 5))
        assert level(page, 3, k) == 5
    assert page.ask(f"{APART}([0, 1, 2], 40, 65)") > 3.5
    assert page.ask(f"{APART}([0, 1, 2, 3], 40, 65)") > 1.7
    heights = "[...document.querySelectorAll('.point[data-k=\"2\"] use')].map(mark => mark.getAttribute('y'))"
    assert page.ask(heights) == ["50%"] * 4
    for k in (1, 2, 3):
        page.ask(f"{point(3, k)}.focus()")
        page.press("Delete")
    assert page.ask(f"{APART}([0, 1, 2], 40, 65)") == first


RIVALS = """\
bluecanvas: 1
title: Short-haul air travel
us: plan
groups: {full: Full-service airlines}
curves:
  plan: {name: Plan, role: to-be}
  today: {name: Today, role: as-is}
  one: {name: One, group: full, share: 0.5}
  two: {name: Two, group: full, share: 0.3}
  three: {name: Three, share: 0.2}
scores:
  - [Factor, plan, today, one, two, three]
  - [Price, 2, 6, {value: 6, low: 5, high: 7, n: 40}, 7, 4]
  - [Meals, 0, 4, 6, 6, 5]
  - [Speed, 9, 5, 5, null, 5]
  - [Fun, 8, 0, 0, 0, 0]
errc: {reduce: [Price], eliminate: [Meals], raise: [Speed], create: [Fun]}
"""


def with_all(canvas: Canvas) -> Curves:
    return viewed(canvas, value_curve.blocks(canvas)[0], View(mean=True, moves=True, groups=True))


def test_means_and_groups_follow_their_players_and_arrows_of_moved_curves_fade(show):
    canvas = canvas_of(RIVALS)
    page = show(with_all(canvas))
    name = "document.querySelectorAll('.names button')[3].click()"
    page.ask(name)
    page.ask(f"{point(3, 0)}.focus()")  # Two
    page.press("ArrowUp", "ArrowUp")
    page.ask(name)
    changed = with_all(moved(canvas, "two", "Price", 9))
    row = "[...document.querySelectorAll('.scroll tbody tr')[0].children].map(cell => cell.textContent)"
    assert page.ask(row)[:-1] == list(map(level_text, changed.as_table().rows[0]))[:-1]
    source = json.dumps(render("html", [changed]).decode())
    drawings = [
        page.ask(f"({PLACES})({where})")
        for where in ("document", f"new DOMParser().parseFromString({source}, 'text/html')")
    ]
    assert drawings[0] == drawings[1]
    faded = "[...document.querySelectorAll('.stale')].map(one => one.dataset.k ?? one.textContent)"
    assert page.ask(faded) == []
    page.ask(f"{point(1, 1)}.focus()")  # Today
    page.press("ArrowUp")
    assert page.ask(faded) == ["1", "Eliminate 4 → 0"]
    page.ask("[...document.querySelectorAll('.buttons button')][0].click()")
    assert page.ask("document.querySelectorAll('.stale, .changed').length") == 0
    assert page.ask(row) == list(map(level_text, with_all(canvas).as_table().rows[0]))


def test_a_range_stands_for_its_members_until_their_names_are_asked_for(show):
    block = with_all(canvas_of(RIVALS))
    page = show(block)
    pressed = "[...document.querySelectorAll('.names button')].map(one => one.getAttribute('aria-pressed'))"
    seen = "[0, 1, 2, 3, 4].map(c => document.querySelectorAll(`.area .c${c} use`)[0].getClientRects().length)"
    assert page.ask(pressed) == ["true", "true", "false", "false", "true", "true", "true"]
    assert page.ask(seen) == [1, 1, 0, 0, 1]
    page.ask("document.querySelectorAll('.names button')[2].click()")
    assert page.ask(pressed)[2:4] == ["true", "false"]
    assert page.ask(seen) == [1, 1, 1, 0, 1]
    page.ask(f"{point(2, 0)}.focus()")
    assert page.ask("document.activeElement.getAttribute('aria-label')") == "One, Price"
    page = show(block, script=False)
    page.call("Emulation.setScriptExecutionDisabled", value=False)
    assert page.ask("[...document.querySelectorAll('.area use')].filter(mark => mark.getClientRects().length && /m[23]$/"
                    ".test(mark.getAttribute('href'))).length") == 0  # fmt: skip
    assert page.ask("[...document.querySelectorAll('.names li')].map(one => one.getClientRects().length)") == [
        1, 1, 0, 0, 1, 1, 1
    ]  # fmt: skip


def test_a_group_of_one_is_its_own_line_and_its_column_follows_it(show):
    block = with_all(canvas_of(RIVALS.replace("groups: {full:", "groups: {last: Last, full:").replace(
        "name: Three,", "name: Three, group: last,")))  # fmt: skip
    page = show(block)
    page.ask(f"{point(4, 0)}.focus()")  # Three
    page.press("ArrowUp")
    row = "[...document.querySelectorAll('.scroll tbody tr')[0].children].map(cell => cell.textContent)"
    assert page.ask(row)[-3:-1] == ["5", "[6,\u00a07]"]
    page.ask("document.querySelectorAll('.names button')[3].click()")
    page.ask(f"{point(3, 0)}.focus()")  # Two
    page.press("ArrowUp")
    assert page.ask(row)[-3:-1] == ["5", "[6,\u00a08]"]


def test_a_mean_of_players_that_are_not_here_fades_once_one_that_is_has_moved(show):
    block = with_all(canvas_of(RIVALS))
    page = show(block._replace(lines=block.lines[:-1]))
    page.ask("document.querySelectorAll('.names button')[2].click()")
    page.ask(f"{point(2, 1)}.focus()")
    page.press("ArrowUp")
    stale = "[...document.querySelectorAll('td.stale, .area .stale')].map(one => one.textContent || one.classList[1])"
    assert page.ask(stale) == ["c4", "c4", "5.8"]
    page.press("Delete")
    assert page.ask(stale) == []


def test_a_hidden_curve_is_not_pressed_and_of_two_so_near_the_one_held_last_is(show):
    block = curves(("a", "b"), [[5, 5], [5.12, 5]], ("Us", "Them"))
    page = show(block._replace(lines=tuple(line._replace(highlighted=None) for line in block.lines)))
    places = {(c, k): (x, y) for c, k, x, y in page.ask(CENTRES)}
    label = "document.activeElement.getAttribute('aria-label')"
    x, y = places[0, 0]
    between = (x, (y + places[1, 0][1]) / 2)
    assert abs(y - places[1, 0][1]) < 6
    page.ask(f"{point(1, 0)}.focus()")
    page.drag(between, between)
    assert page.ask(label) == "Them, a"
    page.ask(f"{point(0, 0)}.focus()")
    page.drag(between, between)
    assert page.ask(label) == "Us, a"
    page.ask("document.querySelectorAll('.names button')[0].click()")
    page.drag(places[0, 0], places[0, 0])
    assert page.ask(label) == "Them, a"


def test_a_click_alone_moves_nothing(show):
    page = show(AIR)
    place = centre(page, 1, 0)
    page.drag(place, (place[0] + 1, place[1] - 1))
    assert level(page, 1, 0) == 6


def test_a_finger_drags_a_point_on_a_phone(show):
    page = show(AIR, width=360, height=740)
    x, y = centre(page, 0, 3)
    wide = page.ask("document.querySelector('.area > svg').getBoundingClientRect().width") * 0.92 / 10
    page.drag((x, y), (x - 3 * wide, y), touch=True)
    assert level(page, 0, 3) == 6
    assert_figures(page, 2, moved(canvas_of(AIR), "Southwest", "Speed", 6))
    page.ask(f"{point(0, 3)}.focus()")
    page.press("ArrowRight", "ArrowDown")
    assert level(page, 0, 3) == 7
    assert page.ask("document.activeElement.getAttribute('aria-label')") == "Southwest, Fun"
    turned = "document.activeElement.getAttribute('aria-orientation')"
    assert page.ask(turned) == "horizontal"
    page.resize(1200)
    assert page.ask(turned) == "vertical"


def test_pointing_at_a_point_says_what_it_rests_on(show):
    block = Curves(
        "t",
        (Axis("a", "Speed"), Axis("b", "Fun")),
        (
            Line("u", "Us", Style.OURS, (Point(5, 4, 6.25, 212, (0, 1)), Point(7))),
            Line("r", "Them", Style.RIVAL, (Point(1), Point(2))),
        ),
        words=((5.0, "par"),),
        sources=("A <b>survey</b>", "調查"),
    )
    page = show(block)
    x, y = centre(page, 0, 0)
    page.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    tip = "[...document.querySelector('.tip').children].map(line => line.textContent)"
    said = ["Us, Speed", "5 (par)", "interval 4 – 6.25", "n = 212", "Evidence: A <b>survey</b>; 調查"]
    assert page.ask(tip) == said
    assert page.ask("document.querySelector('.tip').hidden") is False
    page.press("Escape")
    assert page.ask("document.querySelector('.tip').hidden") is True
    assert page.ask(f"{point(0, 0)}.getAttribute('aria-valuetext')") == ", ".join(said[1:])


def test_a_name_hides_its_curve_and_nothing_else(show):
    page = show(AIR)
    before = figures_shown(page, 2)
    page.ask("document.querySelectorAll('.names button')[1].focus()")
    page.press("Enter")
    shown = "[0, 1, 2].map(c => getComputedStyle(document.querySelector(`.area .c${c}`)).display !== 'none')"
    assert page.ask(shown) == [True, False, True]
    assert page.ask("document.querySelectorAll('.names button')[1].getAttribute('aria-pressed')") == "false"
    assert figures_shown(page, 2) == before
    page.press("Enter")
    assert page.ask(shown) == [True, True, True]


TYPED = (
    "No",
    "012",
    "a: b",
    "- x",
    "#1",
    "[a]",
    "'q'",
    '"q"',
    "back\\slash",
    "價格：高",
    "no # not",
    "~",
    "{a}",
    "&a *b",
    "1e3",
    "🚀",
    "50 %",
)


def test_the_yaml_reads_back_as_it_was_typed(show):
    factors = [f"  {json.dumps(name)}: {{name: {json.dumps(name)}}}" for name in TYPED[1:]]
    rows = "\n".join(f"  - [{json.dumps(name)}, {at % 11}, {(3 * at) % 11}]" for at, name in enumerate(TYPED))
    text = (
        'bluecanvas: 1\ntitle: "Ends: # here"\ndate: 2026-10\nlanguage: en\ntagline: "yes, no"\nus: "012"\n'
        "scale: {min: 0, max: 10, step: 0.5, words: {0: none, 5: par}}\n"
        'factors:\n  "No": {kind: price, importance: 3}\n' + "\n".join(factors) + "\n"
        'curves:\n  "Yes": {name: "on", role: rival, share: 0.25}\n  "012": {name: "a: b", role: as-is}\n'
        f'scores:\n  - [x, "Yes", "012"]\n{rows}\n'
    ).replace('"#1": {name: "#1"}', '"#1": {name: "#1", direction: burden, importance: 1.5}')
    page = show(text)
    page.ask(f"{point(0, 5)}.focus()")
    page.press("ArrowRight", "ArrowRight", "ArrowRight")
    wanted, got = moved(canvas_of(text), "012", "[a]", 5.5), canvas_of(yaml(page))
    assert (got.title, got.date, got.language, got.us, got.tagline.text if got.tagline else "") == (
        wanted.title, wanted.date, wanted.language, wanted.us, "yes, no"
    )  # fmt: skip
    assert got.scale._replace(path=()) == wanted.scale._replace(path=())
    assert [factor._replace(path=()) for factor in got.factors] == [
        factor._replace(path=()) for factor in wanted.factors
    ]
    described = [
        {curve.id: (curve.name, curve.role, curve.share, [curve.level(factor.id) for factor in canvas.factors])
         for curve in canvas.curves}
        for canvas in (got, wanted)
    ]  # fmt: skip
    assert described[0] == described[1]


def test_the_yaml_keeps_intervals_of_what_was_not_moved_and_gaps(show):
    page = show(AIR)
    page.ask(f"{point(1, 0)}.focus()")
    page.press("ArrowUp")
    got = canvas_of(yaml(page))
    airlines = got.curve("Airlines").scores
    assert airlines["Price"].value == 7
    assert [getattr(airlines["Lounges"], name) for name in ("value", "low", "high", "n")] == [5, 4, 6.5, 212]
    assert got.curve("Rail").level("Speed") is None
    assert got.factor("Price").price


@pytest.mark.parametrize(
    "third", [Point(2.5, -3, 4.25, 7), Point(4 / 3), Point(1, None, None, 12), Point(0.125, -0.5, 1)]
)
def test_the_page_knows_every_level_to_its_last_digit_and_what_it_rests_on(show, third):
    rows = (
        (Point(-4.5, -5, -3.2, 120, (0,)), Point(None), third._replace(evidence=(1, 0))),
        (Point(5, evidence=(1,)), Point(-0.25, evidence=(1,)), Point(0, evidence=(1,))),
    )
    block = curves("abc", [[0] * 3] * 2, ("Us", "Them"), low=-5, high=5)._replace(sources=("A panel", "A survey"))
    lines = tuple(line._replace(id=f"k{c}", points=row, role="to-be" if c == 0 else "rival")
                  for c, (line, row) in enumerate(zip(block.lines, rows, strict=True)))  # fmt: skip
    page = show(block._replace(lines=lines))
    canvas = canvas_of(yaml(page))
    for curve, row in zip(canvas.curves, rows, strict=True):
        assert [tuple(score)[:4] for score in curve.scores.values()] == [point[:4] for point in row]
    said = "[...document.querySelectorAll('.point')].map(point => point.getAttribute('aria-valuetext'))"
    assert "−4.5, interval −5 – −3.2, n = 120, Evidence: A panel" in page.ask(said)
    assert [text.count("Evidence: A survey; A panel") for text in page.ask(said)].count(1) == 1
    assert "−0.25, Evidence: A survey" in page.ask(said)
    assert cell(page, 0, 0) == "−4.5 [−5,\u00a0−3.2; n\u00a0=\u00a0120]"
    page.ask(f"{point(0, 0)}.focus()")
    page.press("Home")
    assert cell(page, 0, 0) == "−5"
    page.press("Delete")
    assert cell(page, 0, 0) == "−4.5 [−5,\u00a0−3.2; n\u00a0=\u00a0120]"


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_a_gallery_page_agrees_with_the_package_and_its_yaml_says_the_same(show, example):
    canvas = read(example.path.read_bytes()).canvas
    assert canvas is not None
    page = show(*value_curve.blocks(canvas), *errc.blocks(canvas))
    assert_figures(page, 2, canvas, page_curve(canvas))
    got = canvas_of(yaml(page))
    assert_figures(page, 2, got, page_curve(got))
    assert [(curve.id, curve.role) for curve in got.curves] == [
        (line.id, line.role) for line in value_curve.blocks(canvas)[0].lines
    ]


def page_curve(canvas: Canvas) -> str:
    """The curve whose figures a page shows first."""
    assert canvas.us is not None
    return canvas.us


def test_the_saved_file_is_the_canvas(show, browser):
    page = show(AIR.replace("Short-haul air travel", "短程 / air-travel"))
    page.ask("[...document.querySelectorAll('.buttons button')][2].click()")
    deadline = time.monotonic() + 10
    saved = browser.downloads / "短程-air-travel.canvas.yaml"
    while not saved.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert saved.read_text(encoding="utf-8") == yaml(page)


def test_copying_says_whether_it_worked(show):
    page = show(AIR)
    page.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    page.ask("[...document.querySelectorAll('.buttons button')][1].click()")
    deadline = time.monotonic() + 5
    status = "document.querySelector('[role=status].quiet').textContent"
    while not page.ask(status) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert page.ask(status) == "Copied."


def test_two_plots_on_one_page_keep_to_themselves(show):
    page = show(AIR, HARD["minus five to five"])
    page.ask("document.querySelector('#b1 .area .c0 .point').focus()")
    page.press("ArrowDown", "ArrowDown")
    assert page.ask(
        "[...document.querySelectorAll('.block')].map(block => block.querySelectorAll('td.changed').length)"
    ) == [0, 1]


BOXES = """
(() => {
  const seen = [];
  for (const item of document.querySelectorAll('.names li, .words li, .factors li, .live p, h1, .tagline, .note')) {
    const box = item.getBoundingClientRect();
    if (box.width && box.height) seen.push([item.textContent.slice(0, 30), box.left, box.top, box.right, box.bottom]);
  }
  return [document.documentElement.scrollWidth - innerWidth, seen];
})()
"""


PLACES = """
page => JSON.stringify([...page.querySelectorAll('.area > svg')].map(svg => [
  [...svg.querySelectorAll('svg svg .curve')].map(curve => [...curve.querySelectorAll('path')].map(
    path => path.getAttribute('d').match(/-?[\\d.]+/g)?.map(Number))),
  [...svg.querySelectorAll('use')].map(mark => [mark.getAttribute('href'), ...['x', 'y'].map(side => +[mark, mark.parentNode]
    .reduce((total, one) => total + (parseFloat(one.getAttribute(side)) || 0), 0).toFixed(2))].join(' ')).sort(),
]))
"""
"""Of every curve its strokes, and where its markers stand: beside the place of their factor before the script has run."""


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here: apt-get install poppler-utils")
@pytest.mark.parametrize("count", [6, 12, 20, 40])
def test_no_column_of_a_table_is_cut_on_paper(show, count, tmp_path):
    levels = [*([k % 11 for k in range(6)] for _ in range(count - 1)), [7.75] * 6]
    page = show(curves([f"Factor {k}" for k in range(6)], levels, [f"The airline of number {k}" for k in range(count)]))
    page.print(tmp_path / "page.pdf")
    found = subprocess.run(["pdftotext", "-bbox", str(tmp_path / "page.pdf"), "-"], capture_output=True, check=True)
    last = 0
    for sheet in found.stdout.decode().split("<page ")[1:]:
        width = float(sheet.split('"')[1])
        words = re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(.*?)</word>', sheet)
        assert all(float(left) > 30 and float(right) < width - 30 for left, right, _ in words)
        last += sum(word == "7.75" for *_, word in words)
    assert last == 6


@pytest.mark.parametrize("name", HARD)
def test_no_text_covers_another_none_is_beside_the_page_and_points_stay_where_they_were_drawn(show, name):
    page = show(HARD[name])
    source = json.dumps(render("html", [HARD[name]]).decode())
    assert page.ask(f"({PLACES})(document)") == page.ask(
        f"({PLACES})(new DOMParser().parseFromString({source}, 'text/html'))"
    )  # the rules of the drawing are written twice, in Python and for the page: they agree
    for width in (1280, 800, 360):
        page.resize(width)
        wider, boxes = page.ask(BOXES)
        assert wider <= 0, width
        for at, (text, left, top, right, bottom) in enumerate(boxes):
            assert left >= -1, text
            assert right <= width + 1, text
            for other, x1, y1, x2, y2 in boxes[at + 1 :]:
                apart = left >= x2 - 1 or x1 >= right - 1 or top >= y2 - 1 or y1 >= bottom - 1
                assert apart, (width, text, other)


def test_dark_where_the_reader_prefers_it(show):
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    assert show(AIR).ask(colour) == "rgb(255, 255, 255)"
    assert show(AIR, dark=True).ask(colour) == "rgb(16, 24, 32)"


def test_it_prints_light_and_without_its_controls(show, tmp_path):
    page = show(AIR, dark=True)
    page.print(tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    page.call("Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    assert page.ask("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.ask("getComputedStyle(document.querySelector('.buttons')).display") == "none"


def test_no_script_of_a_text_runs(show):
    bad = "<img src=x onerror=window.hit=1><script>window.hit=1</script>\"'`"
    page = show(curves((bad, bad), [[1, 2], [3, 4]], (bad, bad), title=bad, subtitle=bad, note=bad))
    page.ask(f"{point(0, 0)}.focus()")
    page.press("ArrowUp")
    assert page.ask("window.hit === undefined") is True
    assert page.ask("document.images.length") == 0
