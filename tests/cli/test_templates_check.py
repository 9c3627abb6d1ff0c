"""`templates check` of several templates: each is looked through, whatever is wrong with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

UNREAD, UNKNOWN, FINE = "# {{ canvas.title\n", "# {{ tittle }}\n", "# {{ canvas.title }}\n"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (UNKNOWN, UNKNOWN, ["a.md.j2:1: `tittle`", "b.md.j2:1: `tittle`"]),
        (UNREAD, UNREAD, ["a.md.j2:1: unexpected end", "b.md.j2:1: unexpected end"]),
        (UNREAD, UNKNOWN, ["a.md.j2:1: unexpected end", "b.md.j2:1: `tittle`"]),
        (UNKNOWN, UNREAD, ["a.md.j2:1: `tittle`", "b.md.j2:1: unexpected end"]),
        (FINE, UNREAD, ["b.md.j2:1: unexpected end"]),
    ],
)
def test_every_template_is_looked_through(call, first: str, second: str, found: list[str]) -> None:
    Path("a.md.j2").write_text(first)
    Path("b.md.j2").write_text(second)
    for words in (("a.md.j2", "b.md.j2"), (".",)):
        done = call("templates", "check", *words)
        assert (done.status, done.err) == (1, "")
        told = done.out.splitlines()
        assert len(told) == len(found)
        assert all(line.startswith(begin) for line, begin in zip(told, found, strict=True))


def test_one_that_is_missing_does_not_keep_the_others(call) -> None:
    Path("b.md.j2").write_text(UNKNOWN)
    Path("empty").mkdir()
    done = call("templates", "check", "a.md.j2", "b.md.j2", "empty", "brief")
    assert done.status == 2
    assert done.out.startswith("b.md.j2:1: `tittle` is not defined")
    assert [line for line in done.err.splitlines() if line.startswith("error: ")] == [
        "error: there is no template 'a.md.j2'",
        "error: there is no template in empty",
    ]


def test_nothing_wrong_is_said(call) -> None:
    Path("a.md.j2").write_text(FINE)
    done = call("templates", "check", "a.md.j2", "report")
    assert (done.status, done.out, done.err) == (0, "", "nothing is wrong with a.md.j2 and report\n")
