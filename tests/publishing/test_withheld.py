"""What is withheld is not said to be missing, and what changed is told only where it did so in the whole as well."""

from __future__ import annotations

from bluecanvas.canvas import read
from bluecanvas.canvas.audience import for_audience
from bluecanvas.checking import examine
from bluecanvas.comparing import compare
from bluecanvas.comparing.facts import as_facts
from bluecanvas.comparing.sides import Wholes
from bluecanvas.publishing.documenting import document
from bluecanvas.publishing.reports import Whom, as_markdown, draft

AIR = """\
bluecanvas: 1
title: Short trips
us: plan
factors: {price: {name: Price, kind: price}, meals: Meals, speed: Speed}
curves:
  today: {name: Today, role: as-is, evidence: survey, scores: {price: 6, meals: 5, speed: 5}}
  plan: {name: Plan, role: to-be, evidence: survey, scores: {price: 3, meals: 1, speed: 9}}
  rail: {name: Rail, evidence: survey, scores: {price: 7, meals: {value: 6, audience: team}, speed: null}}
errc: {raise: {speed: {to: 9}}, eliminate: {meals: {audience: team}}}
evidence:
  survey: {source: A survey, kind: survey, n: 212, audience: team}
  talks: {source: Talks}
"""


def shown(text=AIR, audience="board", template="report"):
    canvas = read(text.encode()).canvas
    assert canvas
    seen = for_audience(canvas, audience)
    made = draft(seen.canvas, (), template, whom=Whom(audience, canvas if seen.left_out else None), name="air")
    return as_markdown(made, lambda name, alt: f"{name}.png")


def test_a_withheld_level_is_not_unknown_and_a_withheld_source_is_no_lack():
    team, board = shown(audience="team"), shown()
    assert "- Rail: Speed\n" in team
    assert "- Rail: Speed\n" in board
    assert "Find out the level: Rail · Speed" in board
    assert "Without evidence" not in board
    assert "Get evidence" not in board
    assert "Levels with a source: 7 of 7" in shown(template="brief")  # of those that are seen
    assert "your own scores" not in board
    assert "our own scores" not in board


def test_a_level_that_rests_on_nothing_is_said_to_whoever_sees_it():
    text = AIR.replace("Plan, role: to-be, evidence: survey,", "Plan, role: to-be,")
    assert "Get evidence: Plan · all factors" in shown(text)
    assert "Levels with a source: 4 of 7 · Without evidence: 3" in shown(text, template="brief")


def test_a_source_that_is_used_where_they_may_not_look_is_not_called_useless():
    text = AIR.replace("value: 6, audience", "value: 6, evidence: talks, audience")
    assert "Talks** · nothing rests on it" in shown()
    assert "Talks**\n" in shown(text)


def test_that_no_evidence_is_given_is_said_only_where_none_is():
    text = AIR.replace("{source: Talks}", "{source: Talks, audience: team}").replace("speed: null", "speed: 4")
    assert "No evidence is given" not in shown(text)
    assert "## Evidence" not in shown(text)
    assert "No evidence is given" not in shown(text, template="deck")
    bare = text.partition("evidence:\n")[0].replace("evidence: survey, ", "")
    assert "No evidence is given" in shown(bare)


def test_a_withheld_move_is_not_said_to_be_none():
    lines = [line for line in shown().split("\n") if line.startswith("| Eliminate ")]
    assert [line.split("|")[2].strip() for line in lines] == ["–"]
    assert "nothing here" not in "".join(lines)
    assert "nothing here" in shown(AIR.replace(", eliminate: {meals: {audience: team}}", ""))


TWIN = """\
bluecanvas: 1
title: t
scores:
  - [Factor, Us, Airlines, Twin]
  - [Price, 2, 6, 2]
  - [Meals, 1, 6, 1]
  - [Seats, 1, 7, 1]
  - [Hubs, 1, 7, 1]
  - [Speed, 9, 4, 9]
  - [Service, 8, 4, 8]
curves: {Twin: {audience: team}}
"""


def changed(old, new, audience="board", wholly=True):
    wholes = [read(text.encode()) for text in (old, new)]
    found = [examine(reading, "x") for reading in wholes]
    parts = [for_audience(reading.canvas, audience).canvas for reading in wholes]
    seen = [
        [one for one in examine(reading._replace(canvas=part, findings=part.findings), "x") if one in whole]
        for reading, part, whole in zip(wholes, parts, found, strict=True)
    ]
    held = Wholes(wholes[0].canvas, wholes[1].canvas, *found) if wholly else None
    return compare(*parts, *seen, None, held)


def test_a_verdict_that_changed_for_the_board_alone_is_not_told():
    """To the board, the plan leaves its rivals; the team knows its twin."""
    old = TWIN
    for level, theirs in (
        ("Price, 2", 6),
        ("Meals, 1", 6),
        ("Seats, 1", 7),
        ("Hubs, 1", 7),
        ("Speed, 9", 4),
        ("Service, 8", 4),
    ):
        old = old.replace(f"[{level},", f"[{level[:-1]}{theirs},")
    alone = {one.reading: (one.before, one.after) for one in changed(old, TWIN, wholly=False).verdicts}
    team = {one.reading: (one.before, one.after) for one in changed(old, TWIN, "team").verdicts}
    board = {one.reading: (one.before, one.after) for one in changed(old, TWIN).verdicts}
    assert alone["divergence"] == ("me-too", "divergent")
    assert "divergence" not in team
    assert board.items() <= team.items()


def test_a_finding_that_only_became_visible_did_not_come():
    new = TWIN + "# a comment\n"
    old = new.replace("[Price, 2, 6, 2]", "[Price, 2, 6, 3]")
    team = [(one.came, one.verdict.code) for one in changed(old, new, "team").findings]
    for one in changed(old, new).findings:
        assert (one.came, one.verdict.code) in team


def test_what_was_only_withheld_from_now_on_is_no_change():
    new = AIR.replace("speed: {to: 9}", "speed: {to: 9, audience: team}").replace(
        "meals: Meals", "meals: {name: Meals, audience: team}"
    )
    assert changed(AIR, new, wholly=False).changes
    found = changed(AIR, new)
    assert [change.text for change in found.changes] == []
    assert found.untold is False
    assert as_facts(found, "en")["against"]["changes"] == 0


def test_that_nothing_changed_is_said_only_where_nothing_did():
    new = AIR.replace("value: 6, audience", "value: 2, audience")
    found = changed(AIR, new)
    assert (found.changes, found.untold) == ((), True)
    canvas = read(AIR.encode()).canvas
    texts = [
        as_markdown(
            draft(canvas, (), "pr-comment", against=as_facts(one, "en"), whom=Whom("board", canvas)),
            lambda name, alt: "x.png",
        )
        for one in (found, changed(AIR, AIR))
    ]
    assert ["No change in the strategy" in text for text in texts] == [False, True]


def test_a_title_that_is_set_is_the_title_everywhere():
    canvas = read(AIR.encode()).canvas
    made = draft(canvas, (), "deck", settings={"title": "Trips *2030*", "date": "2026-10-03"}, language="zh-Hant")
    assert as_markdown(made, lambda name, alt: "x.png").startswith("# Trips \\*2030\\*\n")
    about = document(made, {"title": "Trips *2030*", "date": "2026-10-03"})
    assert (about.title, about.date) == ("Trips *2030*", "2026年10月3日")
    assert {block.title for block in made.blocks["curves"]} == {"Trips *2030*"}


def test_a_length_counted_in_another_language_is_not_shown():
    text = AIR.replace("us: plan\n", "us: plan\ntagline: {en: Fast and cheap trips for all, zh-Hant: 又快又便宜}\n")
    canvas = read(text.encode()).canvas
    for language, told in (("en", True), ("zh-Hant", False)):
        text = as_markdown(draft(canvas, (), "report", language=language), lambda name, alt: "")
        assert ("6 ≤ 16" in text) is told


def test_a_move_says_by_when_in_the_language():
    text = AIR.replace("speed: {to: 9}", "speed: {to: 9, why: 好, owner: Bob, by: 2027-03-15}")
    made = draft(read(text.encode()).canvas, (), "report", language="zh-Hant")
    assert "Bob、2027年3月15日" in as_markdown(made, lambda name, alt: "x.png")


def test_a_section_without_its_picture_says_it_in_words():
    made = draft(read(AIR.encode()).canvas, (), "deck")
    text = as_markdown(made, lambda name, alt: "")
    sections = [part.partition("\n")[2].strip() for part in text.split("\n## ")[1:]]
    assert all(sections)
    assert text.count("| Factor | Plan | Today | Rail |") == 1
    report = as_markdown(draft(read(AIR.encode()).canvas, (), "report"), lambda name, alt: "")
    assert report.count("| Action ") == 1
    assert "| Reading " not in report  # its verdicts follow as text
