"""Findings in the reader's language on the command line: `check --lang`, reports, `diff`, and what is kept of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from bluecanvas.checking import EVERYTHING
from bluecanvas.words.catalogues import languages

AIR = """\
bluecanvas: 1
title: Air
date: 2026
scores:
  - [Factor, Us, Rail, Airlines]
  - [Price, 3, 6, 7]
  - [Speed, 8, 7, 8]
  - [Meals, 3, 3, 6]
  - [Quality, 5, 5, 5]
errc:
  eliminate: [Meals]
  raise: [Speed]
"""
STILL = "剔除 `Meals`：`Us` 仍提供 3 分（0.5 分以下視為未提供）"
STILL_IN_ENGLISH = "eliminate `Meals`: `Us` still offers 3 (0.5 or less counts as not offered)"
CHINESE = AIR.replace("title", "language: zh-Hant\ntitle")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with a canvas in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    put("air.canvas.yaml", AIR)


def put(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def findings(out: str) -> list[tuple[str, str]]:
    return [(one["code"], one["message"]) for one in json.loads(out)["findings"]]


@pytest.mark.parametrize("format", ["full", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown"])
def test_every_format_says_findings_in_the_language_asked_for(call, format):
    done = call("check", "air.canvas.yaml", "--lang", "zh-TW", "--format", format)
    assert (done.status, done.err) == (0, "")
    out = json.loads(done.out) if format in ("json", "gitlab", "sarif") else done.out
    said = unescape(str(out))
    assert "仍提供 3 分（0.5 分以下視為未提供）" in said
    assert "`Us` still offers" not in said


def test_without_one_it_is_english_whatever_the_canvas_and_the_machine_speak(call, monkeypatch):
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    put("air.canvas.yaml", CHINESE)
    plain = call("check", "air.canvas.yaml", "--format", "json").out
    assert ("BC301", STILL_IN_ENGLISH) in findings(plain)
    assert call("check", "air.canvas.yaml", "--format", "json", "--lang", "en").out == plain


def test_english_reads_no_catalogue():
    text = "import sys, bluecanvas as bc; bc.check('air.canvas.yaml'); print('bluecanvas.words.catalogues.po' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout == "False\n"


def test_the_same_is_found_at_the_same_places(call):
    plain, *others = (
        json.loads(call("check", "air.canvas.yaml", "--format", "json", "--lang", language).out)
        for language in languages()
    )
    for told in (plain, *others):
        for one in told["findings"]:
            assert one.pop("message")
            assert one.pop("hint")
            if one.get("fix"):
                assert one["fix"].pop("title")
    assert others == [plain] * len(others)


def test_a_language_that_nobody_speaks_here_is_refused(call):
    done = call("check", "air.canvas.yaml", "--lang", "fr")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "error: there is no language 'fr' here\n"
        "hint: write one of en, ja, ko, zh-Hans or zh-Hant, or a tag such as zh-TW\n"
    )


def test_errors_of_reading_stay_english(call):
    put("air.canvas.yaml", AIR.replace("title", "titel"))
    out = call("check", "air.canvas.yaml", "--lang", "zh-TW", "--format", "concise").out
    assert "BC012 " in out
    assert not re.search("[\u4e00-\u9fff]", out)


def test_a_baseline_holds_in_every_language(call):
    """It is written in one and read in another; what it holds back is marked."""
    words = ("check", "air.canvas.yaml", "--baseline", "known.json", "--fail-on", "advice")
    assert call(*words, "--lang", "ko", "--write-baseline").status == 0
    written = Path("known.json").read_bytes()
    for language in languages():
        assert call(*words, "--lang", language).status == 0
        call(*words, "--lang", language, "--write-baseline")
        assert Path("known.json").read_bytes() == written


def test_a_suppression_holds_in_every_language(call):
    put("air.canvas.yaml", AIR.replace("[Meals]\n", "[Meals] # bluecanvas: ignore[BC301] on the way out\n"))
    for language in languages():
        out = call("check", "air.canvas.yaml", "--lang", language, "--format", "concise").out
        assert "BC308" in out
        assert "BC301" not in out
        assert "BC023" not in out


def test_a_fix_is_the_same_whoever_reads_of_it(call):
    diffs = {call("check", "air.canvas.yaml", "--show-fixes", "--lang", language).out for language in languages()}
    assert len(diffs) == 1
    assert "\n+" in diffs.pop()


def test_what_is_remembered_in_one_language_is_not_said_in_another(call, monkeypatch, tmp_path):
    for number in range(60):
        put(f"{number}.canvas.yaml", AIR.replace("Air", f"Air {number}"))
    for _ in range(2):
        assert STILL_IN_ENGLISH in call("check", "--format", "concise").out
        chinese = call("check", "--format", "concise", "--lang", "zh-Hant").out
        assert chinese.count(STILL) == 61
        assert "still offers" not in chinese
    own = tmp_path / "words"
    own.mkdir()
    (own / "zh-Hant.po").write_text('msgid "eliminate {factor}"\nmsgstr "砍掉 {factor}"\n', encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(own))
    assert call("check", "--format", "concise", "--lang", "zh-Hant").out.count("砍掉 `Meals`") == 61


def test_english_is_remembered_under_the_key_it_always_had():
    assert EVERYTHING.saying("en").key == EVERYTHING.key
    assert "zh" not in EVERYTHING.key
    assert len({EVERYTHING.saying(language).key for language in languages()}) == len(languages())


@pytest.mark.parametrize("template", ["report", "deck"])
def test_a_report_says_findings_in_its_language(call, template):
    put("air.canvas.yaml", CHINESE)
    own = call("report", "air.canvas.yaml", "-t", template, "--audience", "team", "-o", "-").out
    assert "仍提供 3 分" in own
    assert "still offers" not in own
    english = call("report", "air.canvas.yaml", "-t", template, "--audience", "team", "--lang", "en", "-o", "-").out
    assert "仍提供" not in english
    assert "still offers 3" in english


def test_a_report_on_what_changed_says_findings_in_its_language_too(call):
    put("before.canvas.yaml", CHINESE.replace("Meals, 3, 3", "Meals, 0, 3"))
    put("air.canvas.yaml", CHINESE)
    out = call("report", "air.canvas.yaml", "-t", "pr-comment", "--against", "before.canvas.yaml", "-o", "-").out
    assert "仍提供 3 分" in out
    assert "still offers" not in out


def test_a_page_says_findings_in_its_language(call):
    put("air.canvas.yaml", CHINESE)
    assert call("report", "air.canvas.yaml", "-o", "air.html").status == 0
    page = Path("air.html").read_text(encoding="utf-8")
    assert "仍提供 3 分（0.5 分以下視為未提供）" in page
    assert "still offers" not in page


def test_findings_that_came_are_said_in_the_language_of_the_diff(call):
    before = put("before.canvas.yaml", AIR.replace("Meals, 3, 3", "Meals, 0, 3"))
    words = ("diff", before, "air.canvas.yaml")
    assert STILL in re.sub(r"\n {4}", "", call(*words, "--lang", "zh-TW").out)
    assert STILL.split("：")[1] in call(*words, "--lang", "zh-TW", "--format", "markdown").out
    told = json.loads(call(*words, "--lang", "zh-TW", "--format", "json").out)
    assert [one["message"] for one in told["findings"] if one["code"] == "BC301"] == [STILL]
    plain = json.loads(call(*words, "--format", "json").out)
    assert [one["message"] for one in plain["findings"] if one["code"] == "BC301"] == [STILL_IN_ENGLISH]


RENAMED = """\
bluecanvas: 1
title: Air
factors: {meals: {name: {en: Meals, zh-Hant: 餐點}}, price: {kind: price}, speed: {}}
curves:
  Us: {scores: {price: 3, meals: 9, speed: 2}}
  Rail: {scores: {price: 5, meals: 4, speed: 2}}
"""


def test_the_same_findings_come_and_go_in_every_language(call):
    """A finding stays the same where its line is another and only the name in its sentence changed, in each language."""
    before = put("before.canvas.yaml", RENAMED)
    after = put(
        "after.canvas.yaml", RENAMED.replace("Meals", "Lunch").replace("餐點", "午餐").replace("speed: 2", "speed: 1")
    )
    words = ("diff", before, after, "--format", "json", "--lang")
    plain, *others = (json.loads(call(*words, language).out)["findings"] for language in languages())
    assert "BC204" in [code for code, _ in findings(call("check", after, "--format", "json").out)]
    assert "BC204" not in [one["code"] for one in plain]
    assert [[(one["code"], one["change"]) for one in other] for other in others] == [
        [(one["code"], one["change"]) for one in plain]
    ] * len(others)
