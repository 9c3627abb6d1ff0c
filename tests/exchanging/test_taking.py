"""Taking a workbook into a canvas: edited cells change their bytes and no others; what is unclear changes nothing."""

from __future__ import annotations

import pytest
from exchanging_files import AIR, GALLERY, TABLE, after, cells, csv_of, diff, opened, said, saved, taking, taking_csv


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_the_gallery_comes_back_unchanged(path):
    canvas = path.read_bytes().decode()
    for taken in (taking(canvas, saved(opened(canvas))), taking_csv(canvas, csv_of(canvas))):
        assert taken == (canvas.encode(), (), (), (), ())


@pytest.mark.parametrize("ids", [("u", "id"), ("id", "name"), ("name", "factor")])
def test_curves_with_the_ids_of_headings_come_back_unchanged(ids):
    canvas = (
        f"bluecanvas: 1\ntitle: T\nscores:\n  - [F, {', '.join(ids)}]\n  - [a, 1, 2]\n  - [b, 3, 4]\n  - [z, 3, 4]\n"
    )
    for taken in (taking(canvas, saved(opened(canvas))), taking_csv(canvas, csv_of(canvas))):
        assert taken == (canvas.encode(), (), (), (), ())


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_endings_and_a_mark_stay(ending):
    canvas = "\ufeff" + AIR.replace("\n", ending)
    assert taking(canvas, saved(opened(canvas))).data == canvas.encode()
    taken = cells(canvas, "Scores", D3=7)
    assert taken.data == canvas.replace("{price: 6, meals", "{price: 7, meals").encode()


def test_one_level_is_one_number():
    taken = cells(AIR, "Scores", D3=7)
    assert diff(AIR, taken) == [
        "-  today: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5}}",
        "+  today: {name: Us today, role: as-is, scores: {price: 7, meals: 5, speed: 5}}",
    ]
    assert said(taken.edits) == ["Scores!D3: price of today: 6 → 7"]


def test_a_level_with_its_interval_keeps_it():
    assert diff(AIR, cells(AIR, "Scores", E3=4)) == [
        "-      price: {value: 3, low: 2, high: 4, n: 12, evidence: [survey]}",
        "+      price: {value: 4, low: 2, high: 4, n: 12, evidence: [survey]}",
    ]


def test_the_cells_of_a_table_are_where_its_levels_stand():
    taken = cells(TABLE, "Scores", C3=3, D4=6.5)
    assert taken.data.decode() == TABLE.replace("[Price,    2,", "[Price,    3,").replace("{value: 6,", "{value: 6.5,")


def test_an_unknown_level_and_a_known_one():
    taken = cells(AIR, "Scores", E4=2, E5="?")
    assert diff(AIR, taken) == ["-      meals: null", "-      speed: 7", "+      meals: 2", "+      speed: null"]


def test_a_level_taken_from_another_curve_gets_one_of_its_own():
    canvas = AIR.replace("  reduce: {meals: 2}\n", "")
    assert diff(canvas, cells(canvas, "Scores", C4=4)) == [
        "-    scores: {price: 4}   # said here",
        "+    scores: {price: 4, meals: 4}   # said here",
    ]


def test_a_level_that_a_move_leads_to_is_the_moves_target():
    taken = cells(AIR, "Scores", C4=3, C5=9)
    assert diff(AIR, taken) == [
        "-  reduce: {meals: 2}",
        "-  raise: {speed: {to: 8, why: Door to door}}",
        "+  reduce: {meals: 3}",
        "+  raise: {speed: {to: 9, why: Door to door}}",
    ]


def test_a_level_that_follows_another_follows_it_and_that_is_said():
    canvas = AIR.replace("    scores: {price: 4}   # said here\n", "")
    taken = cells(canvas, "Scores", D3=7)
    assert said(taken.notes) == ["Scores!C3: price of plan follows from 6 to 7"]
    assert len(diff(canvas, taken)) == 2


def test_what_is_cleared_or_gone_is_said_and_stays():
    def edit(book):
        book["Scores"]["D3"] = None
        book["Evidence"].delete_rows(2)
        book["Scores"].delete_rows(5)

    taken = after(AIR, edit)
    assert taken.data == AIR.encode()
    assert said(taken.kept) == [
        "Scores!D3: price of today is empty here, and stays 6 in the canvas; ? says that a level is unknown",
        "Scores: the row of 'speed' is gone here, and stays in the canvas; delete it there",
        "Evidence: the row of 'survey' is gone here, and stays in the canvas; delete it there",
    ]
    assert taken.problems == ()


def test_a_name_is_one_text_wherever_it_is_shown():
    assert diff(AIR, cells(AIR, "Scores", B4="Meals aboard")) == ["-  meals: Meals", "+  meals: Meals aboard"]
    assert diff(AIR, cells(AIR, "Scores", C2="Plan")) == ["-    name: 'Point to point'", "+    name: 'Plan'"]

    def both(book):
        book["Scores"]["B4"] = "Meals aboard"
        book["Factors"]["B3"] = "Food"

    assert said(after(AIR, both).problems) == ["Scores!B4: “Meals aboard” here, but “Food” in Factors!B3"]


def test_more_is_said_of_what_was_a_name_alone():
    assert diff(AIR, cells(AIR, "Factors", E3=12.5)) == ["-  meals: Meals", "+  meals: {name: Meals, importance: 12.5}"]


def test_a_translation_is_added_where_the_others_stand():
    taken = cells(AIR, "Texts", D9="餐食", D2="短程")
    assert diff(AIR, taken) == [
        "-  zh-Hant: {title: 短程航空, factors: {price: 票價}}",
        "+  zh-Hant: {title: 短程, factors: {price: 票價, meals: 餐食}}",
    ]


def test_a_language_is_added_by_its_column():
    taken = cells(AIR, "Texts", E1="ja", E2="短距離", E8="価格")
    assert diff(AIR, taken) == ["+  ja: {title: 短距離, factors: {price: 価格}}"]


def test_moves_change_their_cell_their_target_and_their_reason():
    taken = cells(AIR, "Moves", D3="create", E3=9, G2="Nobody asks")
    assert diff(AIR, taken) == [
        "-  reduce: {meals: 2}",
        "-  raise: {speed: {to: 8, why: Door to door}}",
        "+  reduce: {meals: {to: 2, why: Nobody asks}}",
        "+  create: {speed: {to: 9, why: Door to door}}",
    ]


def test_a_move_of_a_list_gets_a_target():
    canvas = AIR.replace("  raise: {speed: {to: 8, why: Door to door}}", "  raise: [speed]").replace(
        "scores: {price: 4}", "scores: {price: 4, speed: 8}"
    )
    assert diff(canvas, cells(canvas, "Moves", E3=8)) == ["-  raise: [speed]", "+  raise: {speed: 8}"]


def test_a_new_move_stands_in_its_cell():
    def edit(book):
        book["Moves"].append(["plan", "price", None, "Reduce", 4])
        book["Moves"].append(["", "meals", None, "reduce", 3])

    taken = after(AIR, edit)
    assert said(taken.problems) == ["Moves!A5: 'plan meals reduce' stands here a second time; the first is Moves!A2"]
    taken = after(AIR, lambda book: book["Moves"].append(["", "price", None, "Reduce", 4]))
    assert diff(AIR, taken) == ["-  reduce: {meals: 2}", "+  reduce: {meals: 2, price: 4}"]


def test_a_new_factor_needs_a_level_everywhere_or_none_that_is_known():
    taken = after(AIR, lambda book: book["Scores"].append(["wifi", "無線網路", 6, None, 3]))
    assert diff(AIR, taken) == [
        "-  today: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5}}",
        "-    scores: {price: 4}   # said here",
        "+  wifi: 無線網路",
        "+  today: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5, wifi: null}}",
        "+    scores: {price: 4, wifi: 6}   # said here",
        "+      wifi: 3",
    ]
    assert said(taken.edits)[0] == "Scores!A6: new: factor wifi"


def test_a_new_row_and_a_new_column_of_a_table():
    taken = after(TABLE, lambda book: book["Scores"].append(["Speed", None, 9]))
    assert diff(TABLE, taken) == ["+  - [Speed, 9, null]"]
    taken = cells(TABLE, "Scores", E2="Car", E4=7)
    assert taken.data.decode() == TABLE.replace("Rail]", "Rail, Car]").replace("6]   #", "6, null]   #").replace(
        "high: 7}]", "high: 7}, 7]"
    )


def test_a_new_curve_beside_others():
    taken = cells(AIR, "Scores", F1="car", F2="The car", F3=2, F4=0)
    assert diff(AIR, taken) == ["+  car:", "+    name: The car", "+    scores: {price: 2, meals: 0, speed: null}"]


def test_new_evidence_and_more_of_a_score():
    def edit(book):
        book["Evidence"].append(["panel", "A panel", "panel", "2026", 9])
        book["Details"].append(["today", "price", None, 5, 7, 9, "USD 180", "low", "Asked", "panel; survey"])

    assert diff(AIR, after(AIR, edit)) == [
        "-  today: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5}}",
        "+  today: {name: Us today, role: as-is, scores: {price: {value: 6, low: 5, high: 7, n: 9, actual: USD 180, "
        "confidence: low, why: Asked, evidence: [panel, survey]}, meals: 5, speed: 5}}",
        "+  panel: {source: A panel, kind: panel, date: 2026, n: 9}",
    ]


def test_a_source_that_says_nothing_is_none():
    taken = after(AIR, lambda book: book["Evidence"].append(["panel"]))
    assert said(taken.problems) == ["Evidence!A3: the row says nothing but its id"]


def test_a_group_that_only_a_curve_names_goes_with_its_name():
    canvas = AIR.replace("  rail:\n", "  rail:\n    group: trains\n")
    assert diff(canvas, cells(canvas, "Curves", D4="tracks")) == ["-    group: trains", "+    group: tracks"]


def test_factors_that_only_the_scores_name_stay_all_there():
    canvas = "bluecanvas: 1\ntitle: T\ncurves:\n  a: {scores: {x: 1, y: 2}}\n  b: {scores: {x: 3, y: 4}}\n"
    taken = after(canvas, lambda book: book["Scores"].append(["z", None, 5, 6]))
    assert diff(canvas, taken)[2:] == [
        "+  a: {scores: {x: 1, y: 2, z: 5}}",
        "+  b: {scores: {x: 3, y: 4, z: 6}}",
        "+factors:",
        "+  x: null",
        "+  y: null",
        "+  z: null",
    ]
    assert diff(canvas, cells(canvas, "Scores", B3="Ex"))[-3:] == ["+factors:", "+  x: Ex", "+  y: null"]


def test_a_canvas_changed_since_keeps_its_change():
    book = opened(AIR)
    book["Scores"]["D4"] = 6
    since = AIR.replace("speed: 7", "speed: 6").replace("title: Short-haul air ", "title: Air travel ")
    taken = taking(since, saved(book))
    assert taken.data.decode() == since.replace("meals: 5, speed: 5", "meals: 6, speed: 5")


def test_a_level_changed_on_both_sides_is_a_question():
    book = opened(AIR)
    book["Scores"]["D3"] = 7
    taken = taking(AIR.replace("{price: 6", "{price: 8"), saved(book))
    assert said(taken.problems) == ["Scores!D3: 6 became 7 here, and 8 in the canvas"]
    assert taking(AIR.replace("{price: 6", "{price: 7"), saved(book)).edits == ()


def test_what_came_to_the_canvas_since_is_not_missed():
    book = opened(AIR)
    since = AIR.replace("  survey: {", "  other: Another source\n  survey: {")
    assert taking(since, saved(book)) == (since.encode(), (), (), (), ())


def test_without_the_memory_every_difference_is_an_edit():
    book = opened(AIR)
    del book["Exported"]
    taken = taking(AIR.replace("{price: 6", "{price: 8"), saved(book))
    assert said(taken.edits) == ["Scores!D3: price of today: 8 → 6"]


def test_without_the_memory_two_cells_of_one_value_must_agree():
    def edit(book):
        del book["Exported"]
        book["Moves"]["C2"] = "Meals aboard"

    assert said(after(AIR, edit).problems) == ["Scores!B4: “Meals” here, but “Meals aboard” in Moves!C2"]


def test_a_level_written_twice_changes_in_both_places():
    canvas = TABLE + "curves: {Us: {scores: {Price: {value: 2, n: 9}}}}\n"
    assert cells(canvas, "Scores", C3=4).data.decode() == canvas.replace("   2,", "   4,").replace(
        "value: 2", "value: 4"
    )


def test_what_stands_behind_an_alias_is_refused():
    canvas = (
        AIR.replace("scores: {price: 6, meals: 5, speed: 5}", "scores: &s {price: 6, meals: 5, speed: 5}")
        .replace("based_on: today\n    scores: {price: 4}   # said here", "scores: *s")
        .replace("  reduce: {meals: 2}\n", "")
        .replace("  raise: {speed: {to: 8, why: Door to door}}", "  raise: [speed]")
    )
    taken = cells(canvas, "Scores", C4=9)
    assert taken.data == canvas.encode()
    assert "alias" in said(taken.problems)[0]


def test_a_level_off_the_scale_is_at_its_cell_in_new_rows_and_columns_too():
    def edit(book):
        book["Scores"]["A6"], book["Scores"]["D6"] = "wifi", 11
        book["Scores"]["F1"], book["Scores"]["F2"], book["Scores"]["F4"] = "bus", "Coach", 12

    assert said(after(AIR, edit).problems) == [
        "Scores!D6: 11 is outside 0 to 10",
        "Scores!F4: 12 is outside 0 to 10",
    ]


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("B3", "zh-Hant", "Canvas!B3: `language` says in which language the texts are"),
        ("B4", "rail", "Canvas!B4: `us` says whose moves `errc` holds"),
    ],
)
def test_what_all_else_is_read_by_is_changed_in_the_canvas(cell, value, expected):
    taken = cells(AIR, "Canvas", **{cell: value})
    assert (said(taken.problems), taken.data) == ([expected], AIR.encode())


def test_settings_are_told_by_their_words():
    assert said(cells(AIR, "Canvas", B13=0.5).edits) == ["Canvas!B13: scale step: 1 → 0.5"]


def test_an_action_that_is_none_is_told_as_typed():
    assert said(cells(AIR, "Moves", D2="Reduced it").problems) == ["Moves!D2: 'Reduced it' is no action"]


def test_far_more_than_a_canvas_has_is_told_once():
    def edit(book):
        for row in range(10, 3000):
            book["Scores"].cell(row, 1).value = f"factor {row}"
            book["Scores"].cell(row, 3).value = 5

    assert said(after(AIR, edit).problems) == ["Scores!A210: this is one more than 200 new factors"]


def test_headings_sorted_among_the_rows_are_one_problem():
    def edit(book):
        sheet = book["Scores"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for at, row in enumerate([*rows[2:], rows[1], rows[0]], 1):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value

    (problem,) = after(AIR, edit).problems
    assert problem.message == "the headings stand below other rows"


CLAIMS = AIR.replace("us: plan\n", "us: plan\ntagline: {text: Fast, claims: {Speed: high}}   # ours\n")


def test_what_the_tagline_claims_stands_with_its_factors():
    sheet = opened(CLAIMS)["Factors"]
    assert [[row[0].value, row[9].value] for row in sheet.iter_rows()] == [
        ["id", "claim"],
        ["price", None],
        ["meals", None],
        ["speed", "high"],
    ]
    taken = cells(CLAIMS, "Factors", J2="low", J4="low")
    assert diff(CLAIMS, taken) == [
        "-tagline: {text: Fast, claims: {Speed: high}}   # ours",
        "+tagline: {text: Fast, claims: {Speed: low, price: low}}   # ours",
    ]
    assert said(cells(CLAIMS, "Factors", J4="fast").problems) == ["Factors!J4: `fast` is not one of high or low"]


def test_a_first_claim_is_written_beside_the_text():
    canvas = AIR.replace("us: plan\n", "us: plan\ntagline: Fast\n")
    assert diff(canvas, cells(canvas, "Factors", J4="high")) == [
        "-tagline: Fast",
        "+tagline:",
        "+  text: Fast",
        "+  claims: {speed: high}",
    ]
