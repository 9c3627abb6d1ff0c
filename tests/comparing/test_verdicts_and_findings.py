"""What changed with the canvas: verdicts that come out otherwise, findings that came or went."""

from __future__ import annotations

from comparing_canvases import MAPPED, TABLE, compared, replaced

CLOSER = replaced(
    {"[Speed,     9,": "[Speed,     5,", "to: 9": "to: 5", "[Kindness,  8,": "[Kindness,  3,",
     "[Hubs,      0,": "[Hubs,      5,", "[Meals,     1,": "[Meals,     5,"}
)  # fmt: skip


def told(old: str, new: str) -> list[tuple[bool, str, str]]:
    return [(one.came, one.verdict.code, one.verdict.message) for one in compared(old, new).findings]


def test_a_verdict_before_and_after():
    found = compared(TABLE, CLOSER).verdicts
    assert [(one.title, one.name, one.before, one.after) for one in found] == [
        ("Divergence", "Us", "divergent", "partial"),
        ("Focus", "Us", "focused", "no-emphasis"),
    ]
    assert all(one.why.startswith("On your own scores, Us ") for one in found)
    back = compared(CLOSER, TABLE).verdicts
    assert {(one.reading, one.after, one.before) for one in back} == {
        (one.reading, one.before, one.after) for one in found
    }


def test_a_verdict_on_the_tagline_says_so():
    found = compared(TABLE, TABLE + "tagline: {text: At high speed, claims: {Speed: high}}\n").verdicts
    assert {(one.title, one.after) for one in found} == {
        ("Tagline", "stated"),
        ("The tagline's claims", "true"),
        ("The tagline's point", "on-point"),
    }


def test_our_curve_is_held_against_our_curve_whatever_it_was():
    new = CLOSER.replace("Us,", "Plan nine,")
    assert [one.name for one in compared(TABLE, new).verdicts][:1] == ["Plan nine"]
    assert "curve added" in [change.kind.value for change in compared(TABLE, new).changes]


def test_every_option_has_verdicts_of_its_own():
    text = replaced({"  rail: {": "  club: {role: to-be, scores: {price: 2, meals: 1, hubs: 0, kind: 8, speed: 9}}\n  rail: {"}, MAPPED)  # fmt: skip
    new = replaced({"hubs: 0, kind: 8, speed: 9}}\n  rail": "hubs: 6, kind: 3, speed: 4}}\n  rail"}, text)
    assert {one.curve for one in compared(text, new).verdicts} == {"club"}


def test_findings_that_came_and_went():
    new = replaced({"  reduce: {Meals: 1}\n": "  reduce: [Kindness]\n"})
    found = told(TABLE, new)
    assert {code for came, code, _ in found if came} >= {"BC303"}
    assert {(came, *rest) for came, *rest in found} == {(not came, *rest) for came, *rest in told(new, TABLE)}


def test_a_finding_is_the_same_wherever_its_line_has_moved_to():
    text = TABLE.replace("title: Short trips\n", "").replace("  reduce: {Meals: 1}\n", "  reduce: [Kindness]\n")
    assert told(text, f"# first\n\n{text}") == []
    table_of_mappings = MAPPED.replace("title: Short trips\n", "").replace(
        "  reduce: {meals: 1}\n", "  reduce: [kind]\n"
    )
    assert told(text, table_of_mappings) == []


def test_a_finding_is_the_same_under_another_name():
    text = TABLE.replace("  reduce: {Meals: 1}\n", "  reduce: [Kindness]\n")
    assert "Kindness" in str(told(TABLE, text))
    assert told(text, text.replace("Kindness", "Warm welcome")) == []


def test_a_finding_with_another_number_is_the_same():
    text = TABLE.replace("  reduce: {Meals: 1}\n", "  reduce: [Kindness]\n")
    assert [code for _, code, _ in told(text, text.replace("[Kindness,  8,", "[Kindness,  7,"))] == []


def test_a_suppressed_finding_went_and_says_so():
    text = TABLE.replace("  reduce: {Meals: 1}\n", "  reduce: [Kindness]\n")
    code = next(code for came, code, message in told(TABLE, text) if came and "Kindness" in message)
    found = compared(text, text.replace("[Kindness]", f"[Kindness]  # bluecanvas: ignore[{code}] so be it")).findings
    assert [(one.came, one.verdict.code, one.suppressed) for one in found] == [(False, code, True)]
