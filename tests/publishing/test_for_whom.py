"""Nothing of what is the team's is in any report for others, in any medium."""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile

import pytest

from bluecanvas.canvas import read
from bluecanvas.canvas.audience import reading_for
from bluecanvas.checking import examine
from bluecanvas.comparing import compare
from bluecanvas.comparing.facts import as_facts
from bluecanvas.publishing.documenting import document
from bluecanvas.publishing.reports import Whom, as_markdown, draft
from bluecanvas.publishing.templates import audience_of, find, templates
from bluecanvas.renderers import RENDERERS, publish

# Every text that begins with Zq is the team's, and so is every level with these decimals.
AIR = """\
bluecanvas: 1
title: Short trips
question: Who will fly?
us: plan
weights_from: Zq-panel
audience: public
groups: {full: {name: Full service}, Zq-group: {name: Zq group, audience: team}}
factors:
  price: {name: Price, kind: price}
  meals: {name: Meals, supports: [Zq-factor]}
  seats: Seats
  hubs: Hubs
  speed: {name: Speed, buyer_words: Door to door}
  Zq-factor: {name: {en: Zq factor, zh-Hant: Zq要素}, theme: Zq theme, buyer_words: Zq said, kano: attractive, audience: team}
tagline: {text: Zq tagline, claims: {speed: high}, audience: team}
curves:
  Zq-today:
    name: Zq today
    role: as-is
    audience: team
    scored_by: [Zq-Ann]
    scores: {price: 6.17, meals: 5.17, seats: {value: 5.17, why: Zq seats today, actual: Zq 12 rows}, hubs: 7.17, speed: 5.17, Zq-factor: 1}
  plan:
    name: Point to point
    role: to-be
    based_on: Zq-today
    evidence: [survey, Zq-panel]
    scores: {price: 2, speed: {value: 9, why: Zq because, evidence: [survey], audience: team}, meals: 1}
  club:
    name: Club
    role: to-be
    tagline: {text: Zq club tagline, audience: team}
    scores: {price: 8, meals: 9, seats: 9, hubs: 3, speed: 6, Zq-factor: 8.17}
    errc: {audience: team, raise: {meals: {why: Zq club meals, to: 9}}}
  airlines:
    name: Airlines
    group: Zq-group
    evidence: [survey]
    scores: {price: 6, meals: {value: 6, actual: Zq actual, audience: team}, seats: 6, hubs: 7, speed: 4, Zq-factor: 0}
  rail:
    name: Rail
    group: full
    scores: {price: 5, meals: 4, seats: 5, hubs: 2, speed: 5, Zq-factor: 0}
  Zq-rival:
    name: Zq rival
    scores: {price: 2.17, meals: 1.17, seats: 0.17, hubs: 0.17, speed: 8.17, Zq-factor: 7.17}
errc:
  eliminate: {hubs: {why: Point to point, owner: Operations, by: 2027-03}, seats: {why: Zq seats, owner: Zq-Bob, audience: team}}
  reduce: {price: {to: 2, vs: Zq-group, evidence: [Zq-panel]}}
  create: {Zq-factor: {to: 7.17, why: Zq create}}
evidence:
  survey: {source: Passenger survey, kind: survey, n: 212, date: 2026-09}
  Zq-panel: {source: Zq source, note: Zq note, url: "https://zq.example.org", audience: team}
hurdles: {political: [{what: Zq resists, owner: Zq-Eve}]}
partners: {candidates: {port: {name: Port, scores: {zqscore: 8}}}}
fair: {candidates: [plan, Zq-today], judges: {Zq-judge: {kind: customer}}, ballots: {Zq-judge: {plan: 5}}}
texts: {zh-Hant: {title: 短程, curves: {Zq-today: Zq現況}, factors: {speed: 速度}, moves: {seats: Zq座位}}}
"""
TELLS = re.compile(r"zq|\.17", re.IGNORECASE)
AIR = AIR.replace("  Zq-rival:\n    name: Zq rival\n", "  Zq-rival:\n    name: Zq rival\n    audience: team\n")
OLDER = (
    AIR.replace("Zq", "Zqo").replace("speed: 4,", "speed: 3,").replace("to: 2, vs", "to: 3, vs").replace("5.17", "4.17")
)
NAMES = [template.name for template in templates()]


def made(template, audience, language=None, text=AIR):
    """A report's draft, made as the command line makes it."""
    reading = read(text.encode())
    assert reading.canvas is not None
    shown, left_out = reading_for(reading, audience)
    verdicts = examine(reading, "air.canvas.yaml")
    if left_out:
        held = set(verdicts)
        verdicts = [one for one in examine(shown, "air.canvas.yaml") if one in held]
    whom = Whom(audience, reading.canvas if left_out else None)
    compared = None
    if template == "pr-comment":
        before, _ = reading_for(read(OLDER.encode()), audience)
        earlier = examine(before, "air.canvas.yaml")
        compared = as_facts(compare(before.canvas, shown.canvas, earlier, verdicts, language), language or "en")
    return draft(shown.canvas, verdicts, template, language=language, against=compared, whom=whom, name="air")


def test_the_canvas_is_read_as_meant_and_tells_the_team():
    assert [finding.message for finding in read(AIR.encode()).findings] == []
    assert TELLS.search(as_markdown(made("report", "team"), lambda name, alt: f"{name}.png"))


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("audience", ["board", "public"])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_no_word_of_the_teams_in_markdown(template, audience, language):
    asked = []
    text = as_markdown(made(template, audience, language), lambda name, alt: asked.append(alt) or f"{name}.png")
    assert not TELLS.search(text)
    assert not TELLS.search(" ".join(asked))


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("medium", ["html", "docx", "pptx", "pdf", "xlsx"])
def test_no_word_of_the_teams_in_any_medium(template, medium):
    if not hasattr(RENDERERS.load(medium), "document"):
        pytest.skip(f"{medium} holds no documents yet")
    data = publish(medium, document(made(template, "board")))
    assert not TELLS.search(_everything(data, medium))


def _everything(data, medium):
    """Every text in a file, notes, alternative texts and embedded workbooks among it."""
    if medium == "pdf":
        return _pdf_text(data)
    if not data.startswith(b"PK"):
        sums = r"'sha256-[^']*'"  # of the style: any letters may come in them
        return re.sub(rf'(?:src|href)="data:[^"]*"|url\(data:[^)]*\)|{sums}', "", data.decode())
    told = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            inner = archive.read(name)
            if inner.startswith(b"PK"):
                told.append(_everything(inner, "xlsx"))
            elif name.endswith((".xml", ".rels")):
                told += re.findall(r">([^<>]+)<|(?:descr|title|name|t)=\"([^\"]*)\"", inner.decode())
    return "\n".join("\n".join(one) if isinstance(one, tuple) else one for one in told)


def _pdf_text(data):
    import subprocess

    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def test_a_verdict_that_the_whole_overturns_is_not_shown():
    """Without the team's rival the plan looks divergent; with it, it draws that rival again."""
    text = """\
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
curves: {Twin: {audience: team, share: 1}, Airlines: {share: 0}}
"""
    verdicts = {
        audience: {one["name"]: one["verdict"] for one in _reading(text, audience)} for audience in ("team", "board")
    }
    assert verdicts["team"]["divergence"] == "me-too"
    assert "divergence" not in verdicts["board"]
    assert set(verdicts["board"].items()) < set(verdicts["team"].items())
    marks = [mark.reading for mark in made("report", "board", text=text).blocks["reading"][0].marks]
    assert "Divergence" not in marks
    assert len(marks) == len(verdicts["board"])


def _reading(text, audience):
    from bluecanvas.publishing.facts_reading import of_reading

    canvas = read(text.encode()).canvas
    shown, left_out = reading_for(read(text.encode()), audience)
    return of_reading(shown.canvas, "en", canvas if left_out else None)


@pytest.mark.parametrize(
    ("name", "audience"),
    [("brief", "board"), ("deck", "board"), ("one-slide", "board"), ("report", None), ("workshop", None)],
)
def test_for_whom_a_template_is_by_itself(name, audience):
    assert audience_of(find(name)) == audience


@pytest.mark.parametrize("template", ["brief", "deck", "report"])
def test_a_report_says_for_whom_it_is(template):
    assert "For the board" in as_markdown(made(template, "board"), lambda name, alt: "")


def _worded():
    """A canvas in which every text is a word of its own, and the paths of all entries that may carry a mark."""
    count = iter(range(1000, 10_000))

    def word():
        return f"w{next(count)}q"

    factors = [word() for _ in range(4)]
    curves = {role: word() for role in ("as-is", "to-be", "rival", "second")}
    sources, group = [word(), word()], word()

    def scores():
        return {
            factor: {"value": at, "why": word(), "actual": word(), "evidence": [sources[at % 2]]}
            for at, factor in enumerate(factors)
        }

    def grid():
        return {
            "eliminate": {factors[0]: {"to": 0, "why": word(), "owner": word(), "by": "2027-01"}},
            "raise": {factors[1]: {"to": 1, "why": word(), "vs": curves["rival"], "evidence": [sources[0]]}},
            "create": {factors[2]: {"to": 2, "why": word(), "vs": group}},
        }

    def tagline():
        return {"text": word(), "claims": {factors[1]: "high", factors[0]: "low"}}

    canvas = {
        "bluecanvas": 1,
        "title": word(),
        "us": curves["to-be"],
        "tagline": tagline(),
        "groups": {group: {"name": word()}},
        "factors": {
            factor: {"name": {"en": word(), "zh-Hant": word()}, "buyer_words": word(), "supports": [factors[at - 1]]}
            for at, factor in enumerate(factors)
        },
        "curves": {
            curves["as-is"]: {"name": word(), "role": "as-is", "scores": scores()},
            curves["to-be"]: {"name": word(), "role": "to-be", "based_on": curves["as-is"], "scores": scores()},
            curves["second"]: {
                "name": word(), "role": "to-be", "based_on": curves["as-is"], "errc": grid(), "tagline": tagline()
            },
            curves["rival"]: {"name": word(), "group": group, "scores": scores(), "evidence": sources},
        },
        "errc": grid(),
        "evidence": {source: {"source": word(), "note": word(), "kind": word()} for source in sources},
    }  # fmt: skip
    second = ("curves", curves["second"])
    paths = [
        ("tagline",), ("errc",), (*second, "errc"), (*second, "tagline"),
        *((kind, name) for kind in ("groups", "factors", "curves", "evidence") for name in canvas[kind]),
        *(("curves", curves[role], "scores", factor) for role in ("as-is", "to-be", "rival") for factor in factors),
        *((*place, cell, move) for place in (("errc",), (*second, "errc")) for cell, moves in canvas["errc"].items()
          for move in moves),
    ]  # fmt: skip
    return canvas, paths


CANVAS, PATHS = _worded()


def _at(data, path):
    for step in path:
        data = data[step]
    return data


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "-".join(re.sub(r"w\d+q", "x", step) for step in path))
def test_any_entry_marked_alone_is_gone_with_all_its_words(path):
    marked = copy.deepcopy(CANVAS)
    entry = _at(marked, path)
    thing = path[0] in ("groups", "factors", "curves", "evidence") and len(path) == 2
    own = set(re.findall(r"w\d+q", json.dumps(entry)))
    outside = copy.deepcopy(CANVAS)
    _at(outside, path[:-1]).pop(path[-1])
    own -= set(re.findall(r"w\d+q", json.dumps(outside)))
    own |= {path[-1]} if thing else set()
    assert own
    entry["audience"] = "team"
    text = json.dumps(marked)
    written = {audience: _written(text, audience) for audience in ("team", "board", "public")}
    assert any(word in written["team"] for word in own)
    assert [word for word in sorted(own) if word in written["board"] or word in written["public"]] == []


def _written(text, audience):
    told = []
    for template in ("report", "deck", "workshop"):
        for language in ("en", "zh-Hant"):
            draft_of = made(template, audience, language, text)
            told.append(as_markdown(draft_of, lambda name, alt: told.append(alt) or "x.png"))
            told.extend(str(block) for blocks in draft_of.blocks.values() for block in blocks)
    return "\n".join(told)
