"""Standard streams that are full, closed or gone, and encodings that cannot say everything."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from running import SCRIPT, on_a_terminal
from samples import TABLE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX streams")

COMMANDS = [
    "--version",
    "--help",
    "check {file}",
    "check {file} --format json",
    "plot {file}",
    "schema",
    "rule",
    "rule BC308",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_standard_output(shell, air, command):
    done = shell(f"bluecanvas {command.format(file=air)} > /dev/full")
    assert done.status == 2
    assert re.fullmatch(r"error: (the answer could not be written: )?no space left on device\n", done.err)


@pytest.mark.parametrize("command", ["--version", "check {file}"])
def test_a_closed_standard_output(shell, air, command):
    done = shell(f"bluecanvas {command.format(file=air)} >&-")
    assert (done.status, done.err) == (2, "error: standard output is closed, so there is nowhere to answer\n")


@pytest.mark.parametrize("command", [*COMMANDS, "schema"])
def test_a_reader_who_has_gone(shell, air, command):
    env = {"PYTHONUNBUFFERED": "1"} if command == "schema" else {}
    done = shell(f"bluecanvas {command.format(file=air)} | true; exit ${{PIPESTATUS[0]}}", env)
    assert done.status in (0, 141)
    assert (done.out, done.err) == ("", "")


@pytest.mark.parametrize("command", ["schema", "check . --format concise"])
def test_a_reader_who_wants_one_line(shell, command):
    for number in range(40):
        Path(f"{number}.canvas.yaml").write_text(TABLE.replace("9, ", "99, "))
    done = shell(f"bluecanvas {command} | head -1; exit ${{PIPESTATUS[0]}}")
    assert done.status in (0, 1, 141)
    assert done.err == ""
    assert done.out.count("\n") == 1


@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(("command", "status"), [("check nope", 2), ("plto", 2), ("plot air.canvas.yaml -o a.svg", 0)])
def test_a_standard_error_nobody_reads(shell, air, command, status, stream):
    done = shell(f"bluecanvas {command} {stream}")
    assert (done.status, done.out) == (status, "")


def test_no_stream_at_all(shell, air):
    assert shell(f"bluecanvas check {air} <&- >&- 2>&-").status == 2
    assert shell(f"bluecanvas plot {air} -o a.svg <&- 2>&-").status == 0
    assert Path("a.svg").read_bytes().startswith(b"<")


def test_a_closed_standard_input(shell, air):
    done = shell("bluecanvas check - <&-")
    assert (done.status, done.out, done.err) == (2, "", "error: standard input is closed\n")
    assert shell(f"bluecanvas check {air} <&-").status == 0


HOSTILE = TABLE.replace("Short-haul", "短程 🚀 é").replace("Meals", "餐食")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk", "shift_jis", "utf-16", "koi8-r"])
def test_an_encoding_that_cannot_say_everything(call, encoding):
    Path("a.canvas.yaml").write_text(HOSTILE, encoding="utf-8")
    for words, status in (
        (["plot", "a.canvas.yaml"], 0),
        (["check", "."], 0),
        (["check", "nöpe"], 2),
        (["--help"], 0),
        (["rule"], 0),
        (["report", "a.canvas.yaml"], 0),
    ):
        done = call(*words, encoding=encoding)
        assert done.status == status
    assert "短程 🚀 é" in Path("a-report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "xx_XX.nothing"},
    ],
    ids=str,
)
def test_a_locale_that_cannot_say_everything(spawn, env):
    Path("價.canvas.yaml").write_text(HOSTILE, encoding="utf-8")
    done = spawn("check", "價.canvas.yaml", "--format", "concise", env=env)
    assert (done.status, done.err) == (0, "")
    assert spawn("plot", "價.canvas.yaml", env=env).status == 0


def test_ascii_draws_in_ascii(spawn, air):
    done = spawn("plot", air, env={"PYTHONIOENCODING": "ascii"})
    assert done.out.isascii()
    assert "\\u" not in done.out


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "3", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"GITHUB_ACTIONS": "true"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": ""}, False),
    ],
    ids=str,
)
def test_a_pipe_gets_plain_text_unless_colour_is_forced(call, monkeypatch, broken, air, env, coloured):
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    for words in (["plot", air], ["check", broken]):
        assert ("\x1b[" in call(*words).out) is coloured
    for words in (["plto"], ["plot"], ["--help"], ["check", "nope"]):
        done = call(*words)
        assert "\x1b[" not in done.out + done.err


@pytest.mark.parametrize(
    ("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)], ids=str
)
def test_a_terminal_gets_colour_and_its_own_width(air, env, coloured):
    done = on_a_terminal(["plot", air], {"COLUMNS": "", **env}, columns=50)
    assert ("\x1b[" in done) is coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", done)
    assert 40 < max(len(line) for line in plain.splitlines()) <= 50


def test_tests_run_where_a_build_server_would(spawn, air):
    """What typer prints changes with GITHUB_ACTIONS; what we print does not."""
    for words in (["plto"], ["plot", "--help"]):
        assert spawn(*words) == spawn(*words, env={"GITHUB_ACTIONS": "true", "CI": "true"})


def test_standard_output_may_be_a_file(air):
    with Path("out.txt").open("wb") as out:
        assert subprocess.run([SCRIPT, "plot", air], stdout=out, check=False).returncode == 0
    assert "Kindness" in Path("out.txt").read_text(encoding="utf-8")
