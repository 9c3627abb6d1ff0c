"""Comments that say why a finding stands: what they hold, what they do not, and what is wrong with them."""

from __future__ import annotations

import time

import pytest

from bluecanvas.checking import EVERYTHING, Settings, check
from bluecanvas.finding import Level, Verdict

JUDGED = """\
bluecanvas: 1
scores:
  - [Factor, us, them]
  - [Price, 2, 6]
  - [Meals, 0, 6]
  - [Speed, 9, 4]
errc:
  eliminate: [Meals]
  raise: [Speed]
"""
"""Price moves in the curve and not in the grid: BC308 at line 4."""

COMMENTS = ("BC021", "BC022", "BC023")


def only(code: str, text: str, settings: Settings = EVERYTHING) -> list[Verdict]:
    return [it for it in check(text.encode(), settings=settings) if it.code == code]


def about_comments(text: str, settings: Settings = EVERYTHING) -> list[tuple[int, str, str]]:
    found = check(text.encode(), settings=settings)
    return [(it.place.line, it.code, it.message) for it in found if it.code in COMMENTS and not it.suppressed]


SUPPRESSED = {
    "on the line": ("6]\n  - [Meals", "6]  # bluecanvas: ignore[BC308] as agreed\n  - [Meals"),
    "on the line above": ("  - [Price", "  # bluecanvas: ignore[BC308] as agreed\n  - [Price"),
    "in the file": ("bluecanvas: 1", "# bluecanvas: ignore-file[BC308] as agreed\nbluecanvas: 1"),
    "at the end of the file": ("[Speed]\n", "[Speed]\n# bluecanvas: ignore-file[BC308] as agreed"),
    "by its name": ("  - [Price", "  # bluecanvas: ignore[silent-move] as agreed\n  - [Price"),
    "without blanks": ("  - [Price", "  #bluecanvas:ignore[bc308]as agreed\n  - [Price"),
    "in capitals": ("  - [Price", "  # BlueCanvas: ignore[BC308] as agreed\n  - [Price"),
    "in full width": ("  - [Price", "  # bluecanvas： ignore［BC308］as agreed\n  - [Price"),
    "with another remark": ("  - [Price", "  # bluecanvas: ignore[BC308] as agreed # noqa\n  - [Price"),
    "behind another remark": ("  - [Price", "  # see below # bluecanvas: ignore[BC308] as agreed\n  - [Price"),
}

NOT_SUPPRESSED = {
    "another code": ("  - [Price", "  # bluecanvas: ignore[BC309] as agreed\n  - [Price"),
    "no code": ("  - [Price", "  # bluecanvas: ignore[] as agreed\n  - [Price"),
    "no brackets": ("  - [Price", "  # bluecanvas: ignore\n  - [Price"),
    "a hundred": ("  - [Price", "  # bluecanvas: ignore[BC3] as agreed\n  - [Price"),
    "everything": ("  - [Price", "  # bluecanvas: ignore[ALL] as agreed\n  - [Price"),
    "two lines above": ("scores:", "# bluecanvas: ignore[BC308] why\nscores:"),
    "on the line above, behind something": ("them]", "them]  # bluecanvas: ignore[BC308] why"),
    "in a text": ("bluecanvas: 1", 'bluecanvas: 1\ntitle: "# bluecanvas: ignore-file[BC308] why"'),
    "in a text without quotes": ("bluecanvas: 1", "bluecanvas: 1\ntitle: x#bluecanvas:ignore-file[BC308]"),
    "in a text of several lines": ("bluecanvas: 1", "bluecanvas: 1\ntitle: |\n  # bluecanvas: ignore-file[BC308] why"),
}


@pytest.mark.parametrize(("old", "new"), SUPPRESSED.values(), ids=SUPPRESSED)
def test_a_comment_says_why_a_finding_stands(old: str, new: str):
    [verdict] = only("BC308", JUDGED)
    assert (verdict.suppressed, verdict.stands, verdict.reason) == (False, True, "")
    [verdict] = only("BC308", JUDGED.replace(old, new, 1))
    assert (verdict.suppressed, verdict.stands, verdict.reason) == (True, False, "as agreed")
    assert about_comments(JUDGED.replace(old, new, 1)) == []


@pytest.mark.parametrize(("old", "new"), NOT_SUPPRESSED.values(), ids=NOT_SUPPRESSED)
def test_other_comments_suppress_nothing(old: str, new: str):
    [verdict] = only("BC308", JUDGED.replace(old, new, 1))
    assert not verdict.suppressed


def test_comments_one_below_the_other_speak_of_the_same_line():
    text = JUDGED.replace(
        "  - [Price",
        "  # bluecanvas: ignore[BC308] one\n  # bluecanvas: ignore[BC103, BC005] two\n  - [Price",
    )
    assert [it.reason for it in only("BC308", text) + only("BC103", text)] == ["one", "two"]
    assert about_comments(text) == [(5, "BC023", "there is no BC005 on line 6 to suppress")]


def test_the_nearest_comment_is_the_one_that_is_used():
    text = "# bluecanvas: ignore-file[BC308] far\n" + JUDGED.replace("2, 6]", "2, 6]  # bluecanvas: ignore[BC308] near")
    assert [it.reason for it in only("BC308", text)] == ["near"]
    assert about_comments(text) == [(1, "BC023", "there is no BC308 in this file to suppress")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore", "no rule is named, so nothing is suppressed"),
        ("ignore all of it", "no rule is named, so nothing is suppressed"),
        ("ignore-file", "no rule is named, so nothing is suppressed"),
        ("ignore[]", "no rule is named, so nothing is suppressed"),
        ("ignore[ , ，] why", "no rule is named, so nothing is suppressed"),
        ("ignore[BC308 why", "the bracket is not closed, so nothing is suppressed"),
        ("ignore[BC380] why", "there is no rule 'BC380'"),
        ("ignore[BC3] why", "there is no rule 'BC3'"),
        ("ingore[BC308] why", "`ingore` is no word of a suppressing comment"),
        ("file-ignore[BC308] why", "`file-ignore` is no word of a suppressing comment"),
        ("IGNORE[BC308] why", "`IGNORE` is no word of a suppressing comment"),
        ("忽略[BC308] why", "`忽略` is no word of a suppressing comment"),
        ("ignore[near duplicate] why", "there is no rule 'near duplicate'"),
        ("ignore[BC010] why", "BC010 cannot be suppressed"),
        ("ignore-file[encoding] why", "BC018 cannot be suppressed"),
    ],
)
def test_a_comment_that_cannot_be_followed_is_a_finding(comment: str, message: str):
    assert about_comments(f"{JUDGED}# bluecanvas: {comment}\n") == [(10, "BC021", message)]


@pytest.mark.parametrize(
    "comment",
    ["# bluecanvas: 1", "# bluecanvas: the strategy canvas as code", "# bluecanvas: see [the manual]", "#bluecanvas:"],
)
def test_prose_is_no_suppression(comment: str):
    assert about_comments(f"{comment}\n{JUDGED}") == []


def test_the_other_codes_of_a_comment_hold_beside_an_unknown_one():
    text = JUDGED.replace("2, 6]", "2, 6]  # bluecanvas: ignore[BC308, BC399] why")
    assert [it.suppressed for it in only("BC308", text)] == [True]
    [unknown] = only("BC021", text)
    assert unknown.source_line[unknown.place.column - 1 : unknown.place.end_column - 1] == "BC399"


@pytest.mark.parametrize(
    ("reason", "said"), [("", False), ("  ", False), (" # noqa", False), (" #12", True), ("因", True)]
)
def test_a_reason_is_asked_for(reason: str, said: bool):
    text = JUDGED.replace("2, 6]", f"2, 6]  # bluecanvas: ignore[BC308, BC103]{reason}")
    assert all(it.suppressed for it in only("BC308", text))
    assert about_comments(text) == ([] if said else [(4, "BC022", "it is not said why BC308, BC103 is suppressed")])


def test_an_unused_suppression_is_a_finding_at_its_code():
    [unused] = only("BC023", JUDGED.replace("2, 6]", "2, 6]  # bluecanvas: ignore[BC308, BC309] why"))
    assert unused.source_line[unused.place.column - 1 : unused.place.end_column - 1] == "BC309"
    assert unused.message == "there is no BC309 on line 4 to suppress"


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        (EVERYTHING, 1),
        (Settings.of(ignore=["BC309"]), 0),
        (Settings.of(ignore=["BC023"]), 0),
        (Settings.of(select=["BC023", "BC309"]), 1),
    ],
)
def test_a_suppression_of_a_rule_that_is_not_asked_is_not_unused(settings: Settings, count: int):
    text = JUDGED.replace("2, 6]", "2, 6]  # bluecanvas: ignore[BC309] why")
    assert len(only("BC023", text, settings)) == count


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        (JUDGED + "titel: Air\n", []),  # BC309 is held back by an error of reading
        (JUDGED.replace("[Factor", "[[[["), []),  # nothing could be read
        ("# bluecanvas: ignore-file[BC012] why\n" + JUDGED, ["BC012", "BC309"]),
    ],
)
def test_nor_is_one_whose_rule_could_not_be_asked(text: str, unused: list[str]):
    found = only("BC023", text.replace("2, 6]", "2, 6]  # bluecanvas: ignore[BC309] why"))
    assert [it.message.split()[3] for it in found] == unused


def test_a_finding_about_a_comment_can_be_suppressed_but_not_by_itself_alone():
    line = "2, 6]  # bluecanvas: ignore[BC309, BC023] kept for next week"
    assert [it.suppressed for it in only("BC023", JUDGED.replace("2, 6]", line))] == [True]
    assert about_comments(JUDGED.replace("2, 6]", "2, 6]  # bluecanvas: ignore[BC023] why")) == [
        (4, "BC023", "there is no BC023 on line 4 to suppress")
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("BC010", "a: [  # bluecanvas: ignore[BC010] why\n"),
        ("BC017", f"a: {'[' * 70}  # bluecanvas: ignore[BC017] why\n"),
        ("BC018", "a: b\u200bc  # bluecanvas: ignore[BC018] why\n"),
        ("BC013", "# bluecanvas: ignore-file[BC013] why\nbluecanvas: 1\n"),  # there is no canvas in it
    ],
)
def test_what_could_not_be_read_cannot_be_suppressed(code: str, text: str):
    verdicts = only(code, text)
    assert verdicts
    assert all(it.stands and it.final for it in verdicts)
    if code != "BC013":
        assert (1, "BC021", f"{code} cannot be suppressed") in about_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "# bluecanvas: ignore[BC308] why\n" * 20_000,
        "#bluecanvas:ignore[BC308]" * 30_000,
        "#bluecanvas:ignore[" + "BC308," * 100_000 + "]",
        "#bluecanvas:ignore[" + "x," * 400_000 + "]",
        "#bluecanvas:ignore[" * 50_000,
        "# " * 500_000,
    ],
    ids=["lines", "one line", "codes", "unknown codes", "open", "blanks"],
)
def test_many_comments_are_answered_soon(text: str):
    started = time.process_time()
    found = check(f"{JUDGED}{text}".encode())
    assert time.process_time() - started < 2
    assert len(found) <= 1100


UNREAD = JUDGED.replace("[Meals, 0, 6]", "[Meals, 70, 6]")
"""An error of reading at line 5, BC001; what it could not read is unknown."""
ON_THE_LINE = "[Meals, 70, 6]  # bluecanvas: ignore[BC001] as printed"
IN_THE_FILE = UNREAD + "# bluecanvas: ignore-file[out-of-scale] as printed\n"


@pytest.mark.parametrize("text", [UNREAD.replace("[Meals, 70, 6]", ON_THE_LINE), IN_THE_FILE])
def test_an_error_that_is_suppressed_keeps_no_rule_from_being_asked(text: str):
    found = [it._replace(source_line="") for it in check(text.encode())]
    ignored = [it._replace(source_line="") for it in check(UNREAD.encode(), settings=Settings.of((), ["BC001"]))]
    assert [it for it in found if not it.suppressed] == ignored
    assert "BC308" in {it.code for it in ignored}
    assert [(it.code, it.reason) for it in found if it.suppressed] == [("BC001", "as printed")]


@pytest.mark.parametrize(
    "text",
    [
        UNREAD,
        UNREAD.replace("[Meals, 70, 6]", ON_THE_LINE.replace("70, 6", "70, 60").replace("BC001", "BC002")),
        IN_THE_FILE.replace("bluecanvas: 1", "bluecanvas: 1\ntitel: x"),
        UNREAD.replace("[Meals, 70, 6]", ON_THE_LINE).replace("[Speed, 9,", "[Speed, 90,"),
    ],
)
def test_an_error_beside_those_that_are_suppressed_keeps_them_silent(text: str):
    found = check(text.replace("[Price", "# bluecanvas: ignore[BC308] as agreed\n    [Price").encode())
    assert {it.code for it in found if it.level is not Level.ERROR} <= {"BC023"}
    assert "BC308" not in str([it.message for it in found])  # not asked, so not known to be unused


def test_a_suppression_that_an_error_of_reading_uses_is_not_unused():
    excused = UNREAD.replace("[Meals, 70, 6]", ON_THE_LINE)
    assert about_comments(excused) == []
    assert about_comments(excused.replace("70, 6]", "7, 6]")) == [
        (5, "BC023", "there is no BC001 on line 5 to suppress")
    ]
    late = excused.replace("[Speed]", "[Speed]  # bluecanvas: ignore[BC305] why")
    assert about_comments(late) == [(9, "BC023", "there is no BC305 on line 9 to suppress")]


def test_a_name_in_a_comment_is_shown_as_it_stands():
    [told] = about_comments(JUDGED + r"# bluecanvas: ignore[a\nb] why")
    assert told[2] == r"there is no rule 'a\nb'"
