"""Baselines: what was there is marked wherever its line has moved to, what is new is not, what is gone is told."""

from __future__ import annotations

import json

import pytest

from bluecanvas.checking import EVERYTHING, Settings, check
from bluecanvas.checking.baseline import Baseline, mark, parse, print_of, renewed, stale, written
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict

TEXT = """\
bluecanvas: 1
title: Air
scores:
  - [Factor, us, them]
  - [Price, 2, 6]
  - [Meals, 0, 6]
  - [Speed, 9, 4]
errc: {eliminate: [Meals]}
"""
"""BC308 at lines 5 and 7, and some advice."""
NOTHING = Baseline({})
CODES = EVERYTHING.codes
MENDED = TEXT.replace("[Price, 2, 6]", "[Price, 6, 6]")
"""One BC308 less, and other advice on the same line."""


def checked(text: str, settings: Settings = EVERYTHING) -> list[Verdict]:
    return check(text.encode(), "a.yaml", settings)


def taken(text: str) -> Baseline:
    """The baseline of a text, through its file."""
    made = written(renewed(checked(text), NOTHING, str, ["a.yaml"], CODES))
    return parse(made, "baseline.json")


def standing(text: str, baseline: Baseline) -> list[tuple[int, str]]:
    return [(it.place.line, it.code) for it in mark(checked(text), baseline, str) if it.stands]


def test_what_was_there_is_marked_and_still_there():
    marked = mark(checked(TEXT), taken(TEXT), str)
    assert [it.baselined for it in marked] == [True] * len(marked)
    assert [it._replace(baselined=False) for it in marked] == checked(TEXT)
    assert len(marked) > 4


def test_lines_may_move():
    assert standing("# a remark\n\n" + TEXT.replace("title: Air", "title: Air\n\n"), taken(TEXT)) == []


def test_a_line_that_changed_is_looked_at_anew():
    assert (7, "BC308") in standing(TEXT.replace("[Speed, 9, 4]", "[Speed, 8, 4]"), taken(TEXT))


def test_findings_of_one_line_are_counted():
    twice = TEXT.replace("[Price, 2, 6]", "[Price, 2, 6]\n  - [Pace, 2, 6]")
    assert standing(twice, taken(TEXT)) == [(6, "BC308")]
    slips = TEXT + "# bluecanvas: ignore[x] a\n# bluecanvas: ignore[x] b\n# bluecanvas: ignore[x] b\n"
    counts = written(renewed(checked(slips, Settings.of(["BC021"])), NOTHING, str, ["a.yaml"], CODES))
    assert sorted(json.loads(counts)["findings"]["a.yaml"]["BC021"].values()) == [1, 2]


def test_the_file_is_small_sorted_and_ascii():
    verdicts = [it._replace(file=file) for file in ("價.yaml", "b.yaml", "caf\udce9.yaml") for it in checked(TEXT)]
    text = written(renewed(verdicts, NOTHING, str, ["價.yaml", "b.yaml"], CODES))
    assert text.isascii()
    data = json.loads(text)
    assert (list(data), data["version"]) == (["version", "findings"], 1)
    assert list(data["findings"]) == sorted(data["findings"])
    assert all(list(codes) == sorted(codes) for codes in data["findings"].values())
    assert parse(text, "x") == renewed(verdicts, NOTHING, str, [], CODES)


def test_what_is_suppressed_or_could_not_be_read_has_no_entry():
    excused = TEXT.replace("2, 6]", "2, 6]  # bluecanvas: ignore[BC308] why")
    assert {code for _, code, _ in taken("a: [").counts} == set()
    assert sum(count for (_, code, _), count in taken(excused).counts.items() if code == "BC308") == 1
    unread = checked("a: [")
    [(code, print_)] = {(it.code, it.source_line) for it in unread}
    assert mark(unread, Baseline({("a.yaml", code, print_): 1}), str) == unread


def test_what_keeps_rules_from_being_asked_always_stands():
    unread = TEXT.replace("[Speed, 9,", "[Speed, 99,")
    [error] = [it for it in checked(unread) if it.code == "BC001"]
    assert "BC001" not in {code for _, code, _ in taken(unread).counts}
    old = Baseline({("a.yaml", "BC001", print_of(error)): 1, **taken(TEXT).counts})
    assert error in mark(checked(unread), old, str)
    assert stale(checked(unread), old, str, ["a.yaml"], CODES) == 1
    assert renewed(checked(unread), old, str, ["a.yaml"], CODES).counts == taken(TEXT).counts


def test_what_is_suppressed_keeps_nothing_from_being_settled():
    excused = TEXT.replace("[Speed, 9, 4]", "[Speed, 99, 4]  # bluecanvas: ignore[BC001] as printed")
    assert {(line, code) for line, code in standing(excused, NOTHING) if code == "BC308"} == {(5, "BC308")}
    assert stale(mark(checked(excused), taken(TEXT), str), taken(TEXT), str, ["a.yaml"], {"BC308"}) == 1
    assert ("a.yaml", "BC001") not in {entry[:2] for entry in taken(excused).counts}


@pytest.mark.parametrize(
    ("text", "codes", "files", "gone", "count"),
    [
        (TEXT, CODES, ["a.yaml"], [], 0),
        (MENDED, {"BC308"}, ["a.yaml"], [], 1),
        (MENDED, {"BC309"}, ["a.yaml"], [], 0),  # not asked
        (MENDED, {"BC308"}, [], [], 0),  # not checked
        (TEXT + "titel: x\n", {"BC308", "BC012"}, ["a.yaml"], [], 0),  # held back by an error
    ],
)
def test_what_is_found_no_more_is_counted(text, codes, files, gone, count):
    baseline = taken(TEXT)
    verdicts = mark(checked(text, Settings(frozenset(codes))) if files else [], baseline, str)
    assert stale(verdicts, baseline, str, files, codes, gone) == count


def test_a_file_that_is_gone_is_stale_as_a_whole():
    baseline = taken(TEXT)
    assert stale([], baseline, str, [], CODES, {"a.yaml"}) == sum(baseline.counts.values())
    assert renewed([], baseline, str, [], CODES, {"a.yaml"}) == NOTHING


def test_writing_anew_prunes_what_was_asked_and_keeps_the_rest():
    baseline = taken(TEXT)
    mended = TEXT.replace("[Meals]", "[Meals], reduce: [Price], raise: [Speed]")
    assert {code for _, code, _ in renewed(checked(mended), baseline, str, ["a.yaml"], CODES).counts}.isdisjoint(
        {"BC308"}
    )
    assert renewed([], baseline, str, ["b.yaml"], CODES) == baseline
    only = Settings.of(["BC1"])
    assert renewed(checked(mended, only), baseline, str, ["a.yaml"], only.codes) == baseline
    held_back = renewed(checked(TEXT + "titel: x\n"), baseline, str, ["a.yaml"], CODES)
    assert baseline.counts.items() <= held_back.counts.items()


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "3", "{}", '{"version": 2, "findings": {}}', '{"version": 1}', '{"version": 1, "findings": []}',
        '{"version": 1, "findings": {"a": []}}', '{"version": 1, "findings": {"a": {"BC001": 1}}}',
        '{"version": 1, "findings": {"a": {"BC001": {"x": "1"}}}}', '{"version": 1, "findings": {"a": {"BC001": {"x": true}}}}',
        '{"version": 1, "findings": {"a": {"BC001": {"x": -1}}}}', "[" * 100_000, '{"version": 1, "findings": {"a": NaN}}',
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(text: str):
    with pytest.raises(CallError, match=r"^b\.json is no baseline") as refused:
        parse(text, "b.json")
    assert "--write-baseline" in refused.value.hint
