"""Front matter: what it says is read as it is meant, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bluecanvas.canvas import read
from bluecanvas.errors import CallError
from bluecanvas.publishing.front import front_of_source, slips
from bluecanvas.publishing.reports import report
from bluecanvas.publishing.templates import audience_of, find

CANVAS = b"""\
bluecanvas: 1
title: Air
factors: {price: Price, speed: Speed}
curves: {us: {name: Us, scores: {price: 2, speed: 9}}, them: {name: Them, scores: {price: 6, speed: 4}}}
"""


@pytest.mark.parametrize(
    ("block", "line", "message"),
    [
        ("audiance: board", 2, "`audiance: board` is not read"),
        ("Audience: board", 2, "`Audience: board` is not read"),
        ("audience\uff1aboard", 2, "`audience\uff1aboard` is not read"),
        ("audience = board", 2, "`audience = board` is not read"),
        ("audience board", 2, "`audience board` is not read"),
        (" audience: board", 2, "`audience: board` is not read"),
        ("- audience: board", 2, "`- audience: board` is not read"),
        ('"audience": board', 2, '`"audience": board` is not read'),
        ("\uff41\uff55\uff44\uff49\uff45\uff4e\uff43\uff45: board", 2, "`\uff41\uff55\uff44\uff49\uff45\uff4e\uff43\uff45: board` is not read"),
        ("audienz: board", 2, "`audienz: board` is not read"),
        ("layout: page\nconfidentialty: Strict", 3, "`confidentialty: Strict` is not read"),
        ("audience: board\naudience: team", 3, "`audience` stands here a second time"),
        ("title: A\ntitle: B", 3, "`title` stands here a second time"),
        ("{% if settings.x %}\naudience: board\n{% else %}\naudience: team\n{% endif %}", 5, "`audience` stands here a second time"),
        ("audience: everyone", 2, "there is no audience 'everyone'"),
        ("audience: Board", 2, "there is no audience 'Board'"),
        ("audience:", 2, "there is no audience ''"),
        ("title: A\n  audience: board", 3, "`audience: board` is not read"),
        ("{audience: public}", 2, "`{audience: public}` is not read"),
        ("layout: page\n{audience: public, author: me}", 3, "`{audience: public, author: me}` is not read"),
        ("? audience", 2, "`? audience` is not read"),
        ("<<: {audience: team}", 2, "`<<: {audience: team}` is not read"),
        ("audience: public\n---\n---\naudience: team", 5, "`audience: team` stands outside front matter"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_line(block: str, line: int, message: str) -> None:
    assert [(slip.line, slip.message) for slip in slips(f"---\n{block}\n---\n# T\n")] == [(line, message)]


@pytest.mark.parametrize(
    "block",
    [
        "",
        "title: A\nauthor: B\ndate: C\nconfidentiality: D\nlogo: e.png\naudience: board",
        "audience: 'public'",
        "layout: page\ntags: [a, b]\nauthors:\n  - name: Ann\nsubtitle: S\ndescription: |\n  title: of another\nmarp: true",
        "params:\n  audience: whoever\n  title: X\n- title: x",
        "# audience: board",
        "{% if settings.x %}\ntitle: A\n{% else %}\ntitle: B\n{% endif %}",
        "受眾: 董事會\n作者: 王",
        "data: x\nupdated: 2026-10\nweight: 3\nscience: y\nlang: de",
    ],
)
def test_what_is_well_or_another_tools_is_left_alone(block: str) -> None:
    assert slips(f"---\n{block}\n---\n# T\n") == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\naudience: board\n# {{ canvas.title }}\n", 1, "the front matter has no end"),
        ("\n{# x #}\n---\nlayout: page\nAudiance: board\n\n# T\n", 3, "the front matter has no end"),
        ("---\naudience: board\n --- \n", 1, "the front matter has no end"),
        ("audience: board\n---\n# T", 1, "`audience: board` stands outside front matter"),
        ("----\naudience: board\n----\n# T", 2, "`audience: board` stands outside front matter"),
        ("+++\naudience = board\n+++\n# T", 2, "`audience = board` stands outside front matter"),
    ],
)
def test_a_block_without_beginning_or_end_is_told(text: str, line: int, message: str) -> None:
    assert [(slip.line, slip.message) for slip in slips(text)] == [(line, message)]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "{# x #}", "# T\n\naudience: board\n", "---\n\n# A slide\n", "Title: {{ name }}\n"]
)
def test_a_template_without_front_matter_needs_none(text: str) -> None:
    assert slips(text) == []


def test_comments_may_stand_before_it() -> None:
    assert front_of_source("{# a #}\n{# b\n c #}\n\n---\naudience: board\n---\nx").entries == {"audience": "board"}


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_it_is_read_whatever_ends_its_lines(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "t.md.j2"
    path.write_bytes("\ufeff---\naudience: board\n---\n# T\n".replace("\n", ending).encode())
    assert audience_of(find(str(path))) == "board"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\naudiance: board\n---\n# T\n", r"t\.md\.j2:2: `audiance: board` is not read"),
        ("{% include 'base.j2' %}", r"t\.md\.j2: its `audience: board` was not there before it was filled"),
        ("{% extends 'base.j2' %}", r"t\.md\.j2: its `audience: board` was not there before it was filled"),
        ("{% set x = 1 %}\n\n---\naudience: board\n---\n# T", r"t\.md\.j2: its `audience: board` was not there"),
        ("{% set x = 1 %}\n\n---\naudiance: board\n---\n# T", r"t\.md\.j2: `audiance: board` is not read"),
        ("---\n{{ 'audience' }}: board\n---\n# T", r"t\.md\.j2: its `audience: board` was not there"),
    ],
)
def test_no_report_is_made_where_it_may_be_for_somebody_else(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "base.j2").write_text("---\naudience: board\n---\n# {{ canvas.title }}\n")
    path = tmp_path / "t.md.j2"
    path.write_text(text)
    canvas = read(CANVAS).canvas
    assert canvas
    with pytest.raises(CallError, match=said):
        report(canvas, (), str(path), figure=lambda name, alt: "")
