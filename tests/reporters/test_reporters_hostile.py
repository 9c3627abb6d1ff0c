"""Every format against names and texts that mean harm: read back, they say what was said, and command nothing."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_verdicts import ALL, SUMMARY, cells_of, commands, hidden, obeyed_by_azure, obeyed_by_github, verdict

from bluecanvas.cli._ending import run
from bluecanvas.finding import Level, Place
from bluecanvas.reporters import REPORTERS, Summary, report
from bluecanvas.words import clip, visible

HOSTILE = [
    "a,line=99::x.yaml",
    "x\n::error file=a,line=1::boo",
    "x\r::set-output name=a::b",
    "x\r\n##vso[task.setvariable variable=a]b",
    "::error::x",
    ":",
    ":error::x",
    "  ::warning::x",
    "\u00a0::stop-commands::x",
    "##[error]x",
    "##vso[task.complete result=Failed]x",
    "a ##VSO[task.setvariable variable=PATH]b",
    "a ##[add-path]/evil",
    "###[error]x",
    "##teamcity[message text='x']",
    "\r\x1b[0Ksection_start:0:x\r\x1b[0K",
    "x]y;code=BC999;z]w",
    "%0A::error::x%0D%25%3A%2C%3B%5D%AZP25",
    "\x1b[31mred\x07\x00\x7f",
    "\x9b31m\x85x\u2028y\u2029z",
    "\u202egpj.exe\u2066\ufeff",
    "caf\udce9",
    "\ud83d",
    "</testcase><testcase name='x'/>]]><!--",
    "&amp;&#10;::error::x&quot;",
    '"}, {"path": "x',
    "\\u0023\\",
    "{0} {{1}} [a](http://evil.example) ![b](http://evil.example/x.png)",
    "<script>alert(1)</script>",
    "價格 🚀 é \ufffe \U0010ffff",
    "x" * 5000,
]
"""File names, messages, hints and lines that nobody would write who means well."""


def lines(text):
    """A text's lines as build servers split them."""
    return re.split(r"\r\n?|\n", text.removesuffix("\n")) if text else []


def github(said, count):
    """What the runner obeys: as many annotations as there are findings, and nothing else."""
    obeyed = [obeyed_by_github(line) for line in lines(said)]
    assert len(obeyed) == count
    assert {command for command, _, _ in obeyed} <= {"error", "warning", "notice"}
    for _, properties, _ in obeyed:
        assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert not [line for line in lines(said) if not line.startswith("::") or re.search(r"(?i)##(vso)?\[", line)]
    return [(fields["file"], fields["line"], message.partition("\nhint: ")) for _, fields, message in obeyed]


def azure(said, count):
    """What the agent obeys: as many issues as there are findings, and nothing else."""
    obeyed = [obeyed_by_azure(line) for line in lines(said)]
    assert len(obeyed) == count
    for command, properties, _ in obeyed:
        assert command == "task.logissue"
        assert set(properties) == {"type", "sourcepath", "linenumber", "columnnumber", "code"}
    assert not [line for line in lines(said) if not line.startswith("##vso[task.logissue ") or commands(line[5:])]
    return [(fields["sourcepath"], fields["linenumber"], message) for _, fields, message in obeyed]


def as_told(text):
    """A text as a line of a log shows it."""
    return re.sub(r"(?i)##(?=(vso)?\[)", "# #", visible(text))


def as_read(text, most, after=""):
    """A text, cut to a width, as a reader of Markdown gets it back."""
    return re.sub("[ \t\n\r\f\v\x85\u2028\u2029]+", " ", clip(as_told(text), most) + after).strip()


def as_kept(text):
    """A text as data: halves of characters written out, and nothing else changed."""
    return text.encode("utf-8", "backslashreplace").decode()


def check_one(format, text):
    """A format with one text in every place that a user's text can stand."""
    one = verdict(file=text, message=text, hint=text, source_line=text, place=Place(8, 1, 8, len(text) + 1))
    said = report(format, [one, *ALL], Summary(1, (f"ours: {text}",), files=(text,), problems=(text,), version="1"))
    said.encode("utf-8")
    assert not hidden(said)
    if format == "github":
        found = github(said, 4)
        assert found[0] == (as_told(text), "8", (as_told(text), "\nhint: ", as_told(text)))
        return
    if format == "azure":
        found = azure(said, 4)
        assert found[0] == (as_told(text), "8", f"{as_told(text)} (hint: {as_told(text)})")
        return
    assert commands(said) == []
    if format in ("json", "jsonl"):
        found = json.loads(said)["findings"] if format == "json" else [json.loads(line) for line in lines(said)]
        assert len(found) == 5
        assert {found[0][key] for key in ("path", "message", "hint")} == {as_kept(text)}
    elif format == "gitlab":
        found = json.loads(said)
        assert len(found) == 4
        assert found[0]["location"] == {"path": as_kept(text), "lines": {"begin": 8}}
        assert found[0]["description"] == f"BC001 {as_told(text)} (hint: {as_told(text)})"
    elif format == "rdjson":
        found = json.loads(said)["diagnostics"]
        assert len(found) == 4
        assert found[0]["location"]["path"] == as_kept(text)
        assert found[0]["message"] == f"{as_told(text)}\nhint: {as_told(text)}"
    elif format == "sarif":
        found = json.loads(said)["runs"][0]["results"]
        assert len(found) == 5
        message = found[0]["message"]["text"]
        assert not re.search(r"(?<!\{)\{(\{\{)*\d", message)
        assert not re.search(r"(?<!\\)\]\(", message)
    elif format == "junit":
        suite = ElementTree.fromstring(said)[0]
        assert len(suite) == 4
        assert as_told(text) in [case.get("name") for case in suite]
        assert [len(case) for case in suite if case.get("name") == as_told(text)] == [1]
    elif format == "markdown":
        rows = cells_of(said)
        assert [len(row) for row in rows] == [5] * 5
        place, message, hint = (cell.replace("\u200b", "") for cell in rows[1][1:4])
        assert place == as_read(text, 200, ":8:1")
        assert message.replace("`", "") == hint.replace("`", "") == as_read(text, 300).replace("`", "")
    elif format == "concise":
        assert len(lines(said)) == 4
        assert lines(said)[0].endswith(f"{as_told(text)}:8:1: error BC001 {as_told(text)} [out-of-scale]")
    else:
        assert format == "full"
        assert lines(said)[0].endswith(f"{as_told(text)}:8:1: error BC001 {as_told(text)} [out-of-scale]")
        assert lines(said)[3] == f"  hint: {as_told(text)}"
        assert len(lines(said)) == 21


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("format", REPORTERS.names)
def test_nothing_is_injected(format, text):
    check_one(format, text)


@pytest.mark.parametrize("format", REPORTERS.names)
@given(
    text=st.one_of(
        st.text(st.characters(), min_size=1),
        st.lists(st.sampled_from([*":#[]%;,={}()\\\n\r \"'<&>vso0A", "\x1b", "\ud800", "\u202e"])).map("".join),
    ).filter(str.strip)
)
@settings(max_examples=60)
def test_nothing_is_injected_whatever_the_text(format, text):
    check_one(format, text)


@pytest.mark.parametrize("mark", [{"suppressed": True}, {"baselined": True}], ids=lambda mark: next(iter(mark)))
@pytest.mark.parametrize("format", REPORTERS.names)
def test_nothing_is_injected_by_what_does_not_count(format, mark):
    """Findings that are marked or left out, and the reasons people gave."""
    for text in HOSTILE:
        one = verdict(file=text, message=text, hint=text, reason=text, source_line=text, **mark)
        said = report(format, [one], Summary(1, files=(text,)))
        assert not hidden(said)
        assert commands(said) == []
        if format in ("json", "jsonl"):
            found = json.loads(said)
            assert (found["findings"][0] if format == "json" else found)["reason"] == as_kept(text)
        if format == "sarif":
            (given,) = json.loads(said)["runs"][0]["results"][0]["suppressions"]
            assert given["kind"] == ("inSource" if "suppressed" in mark else "external")


@pytest.mark.parametrize("format", REPORTERS.names)
def test_the_same_findings_are_the_same_bytes(format):
    assert report(format, ALL, SUMMARY) == report(format, list(ALL), SUMMARY._replace())


@pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX file names")
@pytest.mark.parametrize("format", REPORTERS.names)
def test_nothing_is_injected_by_files_on_a_disk(format, tmp_path, monkeypatch, capfd):
    """Names, keys and values of real files, through the command itself."""
    monkeypatch.chdir(tmp_path)
    names = [name for name in HOSTILE if "/" not in name and "\x00" not in name and len(name) < 200]
    names = [name for name in names if name != "\ud83d"]  # no name on a disk that is kept in bytes
    for number, name in enumerate(names):
        value = json.dumps(as_kept(HOSTILE[number]))
        Path(f"{name}.canvas.yaml").write_text(
            f"bluecanvas: 1\n{value}: 1\ntitle: t\nscores:\n  - [F, Us, {value}]\n  - [{value}, 1, 99]\n",
            encoding="utf-8",
        )
    assert run(["check", ".", "--format", format]) == 1
    said = capfd.readouterr().out
    assert not hidden(said)
    count = len(json.loads(_said_as(capfd, "json"))["findings"])
    assert count >= 2 * len(names)
    if format == "github":
        github(said, count)
    elif format == "azure":
        azure(said, count)
    else:
        assert commands(said) == []
    if format == "junit":
        assert len(ElementTree.fromstring(said)[0]) == len(names)
    if format == "sarif":
        uris = {
            place["physicalLocation"]["artifactLocation"]["uri"]
            for result in json.loads(said)["runs"][0]["results"]
            for place in result["locations"]
        }
        assert uris == {quote(os.fsencode(f"{name}.canvas.yaml"), safe="/") for name in names}


def _said_as(capfd, format):
    run(["check", ".", "--format", format])
    return capfd.readouterr().out


def test_levels_of_a_finding_do_not_depend_on_its_text():
    heavy = [verdict(level=level, message="::error::x") for level in Level]
    assert [line.split()[0] for line in lines(report("github", heavy, SUMMARY))] == ["::error", "::warning", "::notice"]
