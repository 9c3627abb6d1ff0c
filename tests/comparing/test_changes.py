"""What changed, said in the words of the strategy: one sentence a change, and no other."""

from __future__ import annotations

import pytest
from comparing_canvases import MAPPED, TABLE, changed, changes, compared, replaced

from bluecanvas.comparing import Kind

LEVELS = {
    "raised": ({"[Speed,     9,": "[Speed,    10,"}, [("raised", "Us: Speed raised from 9 to 10")]),
    "lowered, by a part of a step": (
        {"Kindness,  8,    2,": "Kindness,  8,  1.5,"},
        [("lowered", "Rail: Kindness lowered from 2 to 1.5")],
    ),
    "became unknown": (
        {"[Hubs,      0,    1,        7]": "[Hubs,      0,    1,     null]"},
        [("became unknown", "Airlines: Hubs became unknown (was 7)")],
    ),
    "a level and its move's target": (
        {"[Speed,     9,": "[Speed,     8,", "to: 9,": "to: 8,"},
        [("lowered", "Us: Speed lowered from 9 to 8"), ("move retargeted", "Us raises Speed to 8 instead of 9")],
    ),
    "two levels, ours first": (
        {"[Price,     2,    3,        6]": "[Price,     3,    3,        5]"},
        [("raised", "Us: Price raised from 2 to 3"), ("lowered", "Airlines: Price lowered from 6 to 5")],
    ),
}
FACTORS = {
    "added": (
        {"errc:": "  - [Lounges, 0, 6, null]\nerrc:"},
        [("factor added", "Lounges is a new factor: Us 0, Rail 6, Airlines unknown")],
    ),
    "removed, its move with it": (
        {"  - [Hubs,      0,    1,        7]\n": "", "  eliminate: [Hubs]\n": ""},
        [
            ("factor removed", "Hubs is no factor any more: Us 0, Rail 1, Airlines 7"),
            ("move removed", "Us no longer eliminates Hubs"),
        ],
    ),
    "another price": (
        {"factors: {Price: {kind: price}}": "factors: {Price: {direction: burden}}"},
        [("factor changed", "Price is no longer the price")],
    ),
    "a burden": (
        {"factors: {": "factors: {Hubs: {direction: burden}, "},
        [
            ("factor changed", "Hubs is now a burden: less is better"),
        ],
    ),
    "importance, theme, what it supports": (
        {"{kind: price}": "{kind: price, importance: 18, theme: money, supports: [Speed], buyer_words: It adds up}"},
        [
            ("factor changed", "Price: its importance is now 18"),
            ("factor changed", "Price: its theme is now money"),
            ("factor changed", "Price: what it supports is now Speed"),
            ("text changed", "Price: the buyers' words is now “It adds up”"),
        ],
    ),
}
CURVES = {
    "role, group and share": (
        {"factors: {Price": "curves: {Rail: {role: alternative, share: 0.3, group: land}}\nfactors: {Price"},
        [
            ("curve changed", "Rail: its role changed from rival to alternative"),
            ("curve changed", "Rail: its group is now land"),
            ("curve changed", "Rail: its share is now 0.3"),
        ],
    ),
    "whose": ({"title:": "us: Rail\ntitle:", "errc:": "x-errc:"}, [
        ("curve changed", "Rail: its role changed from rival to to-be"),
        ("curve changed", "Us: its role changed from to-be to rival"),
        ("move removed", "Us no longer reduces Meals to 1"),
        ("move removed", "Us no longer eliminates Hubs"),
        ("move removed", "Us no longer raises Speed to 9"),
        ("canvas changed", "our curve changed from Us to Rail"),
    ]),
}  # fmt: skip
MOVES = {
    "added": ({"raise: {": "raise: {Kindness: 8, "}, [("move added", "Us now raises Kindness to 8")]),
    "another action": (
        {"raise: {Speed": "create: {Speed"},
        [("move changed action", "Us now creates Speed to 9 instead of raising it")],
    ),
    "owner, date, reason, whom against": (
        {"why: Time is money": "why: Time is all, owner: Ops, by: 2027-03, vs: Rail"},
        [
            ("move changed", "Us: Speed: what the move is held against is now Rail"),
            ("move changed", "Us: Speed: the move's owner is now Ops"),
            ("move changed", "Us: Speed: the move's date is now 2027-03"),
            ("text changed", "Us: Speed: why it moves changed from “Time is money” to “Time is all”"),
        ],
    ),
    "a text that could be taken for a word of ours": (
        {"why: Time is money": "why: none, owner: Nothing"},
        [
            ("move changed", "Us: Speed: the move's owner is now “Nothing”"),
            ("text changed", "Us: Speed: why it moves changed from “Time is money” to “none”"),
        ],
    ),
    "a reason for an empty cell": (
        {"errc:\n": "errc:\n  why: {create: Nothing new under the sun}\n"},
        [("text changed", "Us: why it creates nothing is now “Nothing new under the sun”")],
    ),
}
CANVAS = {
    "texts": (
        {"title: Short trips": "title: Short flights\nmarket: Europe\nquestion: Why?"},
        [
            ("text changed", "the title changed from “Short trips” to “Short flights”"),
            ("text changed", "the market is now Europe"),
            ("text changed", "the question is now Why?"),
        ],
    ),
    "settings": (
        {"title:": "date: 2026\nheight: perceived\ncurrency: EUR\nglossary: [API]\norder: journey\ntitle:"},
        [
            ("canvas changed", "the date is now 2026"),
            ("canvas changed", "what height means changed from offering to perceived"),
            ("canvas changed", "the reason for the axis order is now journey"),
            ("canvas changed", "the currency is now EUR"),
            ("canvas changed", "the glossary is now API"),
        ],
    ),
    "a tagline with claims": (
        {"title:": "tagline: {text: Fast and cheap, claims: {Speed: high}}\ntitle:"},
        [
            ("text changed", "the tagline is now “Fast and cheap”"),
            ("text changed", "the tagline: what it claims is now Speed high"),
        ],
    ),
    "evidence": (
        {
            "title:": "evidence: {poll: {source: A poll, date: 2026, n: 30}}\ntitle:",
            "factors: {P": "curves: {Rail: {evidence: poll}}\nfactors: {P",
        },
        [
            ("evidence added", "poll (A poll) is new evidence"),
            ("evidence changed", "Rail: its evidence is now poll"),
        ],
    ),
    "sections": (
        {"title:": "feasibility: {fixed_cost: 20}\ntitle:"},
        [("section added", "the section feasibility is new")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("replacements", "expected"),
    [case for cases in (LEVELS, FACTORS, CURVES, MOVES, CANVAS) for case in cases.values()],
    ids=[name for cases in (LEVELS, FACTORS, CURVES, MOVES, CANVAS) for name in cases],
)
def test_one_sentence_a_change(replacements, expected):
    assert changed(replacements) == expected


def test_and_back():
    """Whatever came the one way goes the other."""
    longer = replaced({"errc:": "  - [Lounges, 0, 6, null]\nerrc:", "raise: {": "raise: {Kindness: 8, "})
    assert changes(longer, TABLE) == [
        ("factor removed", "Lounges is no factor any more: Us 0, Rail 6, Airlines unknown"),
        ("move removed", "Us no longer raises Kindness to 8"),
    ]


def test_a_level_taken_from_another_curve_says_so():
    text = replaced({"  rail: {": "  plan_b: {role: to-be, based_on: rail}\n  rail: {"}, MAPPED)
    assert changed({"kind: 2, speed: 5": "kind: 3, speed: 5"}, text) == [
        ("raised", "plan_b: Kindness raised from 2 to 3, as Rail has it"),
        ("raised", "Rail: Kindness raised from 2 to 3"),
    ]


def test_what_levels_rest_on_is_said_once_for_all_alike():
    text = "evidence: {poll: {source: A poll}, book: {source: A book}}\n" + MAPPED
    new = text.replace("meals: 4, hubs: 1,", "meals: {value: 4, evidence: poll}, hubs: {value: 1, evidence: poll},")
    assert changes(text, new) == [("evidence changed", "Rail: the evidence of Meals and Hubs is now poll")]
    assert changes(new, new.replace("{value: 4, evidence: poll}", "{value: 4, evidence: book, why: Menus, n: 3}")) == [
        ("text changed", "Rail: the reason of Meals is now Menus"),
        ("evidence changed", "Rail: the evidence of Meals changed from poll to book"),
        ("evidence changed", "Rail: the number of answers of Meals is now 3"),
    ]


def test_intervals():
    text = replaced({"price: 6,": "price: {value: 6, low: 5.4, high: 6.6},"}, MAPPED)
    assert changed({"low: 5.4": "low: 5"}, text) == [
        ("evidence changed", "Airlines: the interval of Price changed from 5.4 and 6.6 to 5 and 6.6")
    ]


def test_within_a_section_the_smallest_parts_are_named():
    text = TABLE + "price: {strategic_price: 60, alternatives: [{name: Bus, price: 9}, {name: Car, price: 5}]}\n"
    assert changed({"strategic_price: 60": "strategic_price: 55", "price: 5}": "price: 6}"}, text) == [
        ("section changed", "the section price: strategic_price changed from 60 to 55; alternatives 2 price changed from 5 to 6")
    ]  # fmt: skip
    assert changed({", {name: Car, price: 5}": ""}, text) == [
        ("section changed", "the section price: alternatives changed from 2 entries to 1 entry")
    ]
    assert changes(text, TABLE) == [("section removed", "the section price is gone")]


def test_names_in_another_language():
    names = "texts: {zh-Hant: {factors: {Speed: 速度}, curves: {Us: 我們}}}\n"
    found = changes(TABLE + names, replaced({"[Speed,     9,": "[Speed,    10,"}) + names, "zh-TW")
    assert found == [("raised", "「我們」：「速度」由 9 升至 10")]


def test_a_translation_that_is_another_is_a_text_that_changed():
    names = "texts: {zh-Hant: {title: 短程, factors: {Speed: 速度}}}\n"
    assert changes(TABLE + names, TABLE + names.replace("速度", "飛行速度").replace("短程", "短途")) == [
        ("text changed", "the name of Speed in zh-Hant changed from 速度 to 飛行速度"),
        ("text changed", "the title in zh-Hant changed from 短程 to 短途"),
    ]


def test_another_scale_is_compared_in_shares():
    new = TABLE.replace("title:", "scale: {min: 0, max: 100, step: 10}\ntitle:")
    for row in (
        "2,    3,        6",
        "1,    4,        5",
        "0,    1,        7",
        "8,    2,        4",
        "9,    5,        3",
    ):
        new = new.replace(row, ", ".join(str(int(level) * 10) for level in row.split(",")))
    new = new.replace("Meals: 1", "Meals: 10").replace("to: 9", "to: 90")
    said = ("scale changed", "the scale changed from 0–10 in steps of 1 to 0–100 in steps of 10; levels are compared as shares of the scale")  # fmt: skip
    assert changes(TABLE, new) == [said]
    higher = compared(TABLE, new.replace("90, 50, 30", "95, 50, 30"))
    assert [(change.kind.value, change.text) for change in higher.changes] == [
        ("raised", "Us: Speed raised from 9 to 95 (90 % to 95 % of the scale)"),
        said,
    ]
    assert higher.changes[0].shares == (0.9, 0.95)
    assert not higher.same_scale


def test_changes_carry_ids_for_programs():
    change = compared(MAPPED, MAPPED.replace("speed: 9}}", "speed: 8}}")).changes[0]
    assert change[:2] == (Kind.LOWERED, "Us: Speed lowered from 9 to 8")
    assert change[2:] == ("us", "speed", None, 9, 8, None, (), {})


def test_an_item_of_the_grid_that_is_no_factor():
    assert changed({"eliminate: [Hubs]": "eliminate: [Hubs, Valets]"}) == [
        ("move added", "the grid of Us now names Valets, which is no factor")
    ]
