"""What holds for every command: help, wrong calls, statuses, and our own bugs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bluecanvas import __version__
from bluecanvas.cli._app import COMMANDS
from bluecanvas.cli._ending import run

EVERY = sorted(COMMANDS.names)


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], *([name] for name in EVERY)])
def test_help_is_everywhere(call, command, option):
    done = call(*command, option)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Usage: bluecanvas")
    assert done.out.isascii()  # typer writes UTF-8 even where the stream is not


def test_help_names_every_command_and_nothing_else(call):
    listed = re.findall(r"^  ([a-z]+)  ", call("--help").out.partition("Commands:")[2], re.M)
    assert listed == EVERY


@pytest.mark.parametrize("command", EVERY)
def test_every_option_says_what_it_is_for(call, command):
    options = call(command, "--help").out.partition("Options:")[2]
    lines = re.findall(r"^  (-[^\n]*(?:\n {10,}[^\n]*)*)", options, re.M)
    assert lines
    assert all(re.search(r"\s{2,}\S", line) for line in lines)


def test_the_version(call, spawn):
    assert call("--version").out == spawn("--version").out == f"bluecanvas {__version__}\n"


def test_a_call_without_words_shows_the_help_and_is_wrong(call):
    done = call()
    assert done.status == 2
    assert done.out == call("--help").out


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (["plto", "x"], "no such command 'plto'. Did you mean 'plot'?", "see: bluecanvas --help"),
        (["plot"], "missing argument 'files'", "see: bluecanvas plot --help"),
        (["plot", "x", "--foo"], "no such option: --foo", "see: bluecanvas plot --help"),
        (["errc", "a", "b"], "got unexpected extra argument(s) (b)", "see: bluecanvas errc --help"),
        (
            ["plot", "x", "--dpi", "5"],
            "invalid value for '--dpi': 5 is not in the range",
            "see: bluecanvas plot --help",
        ),
        (["check", "--format", "jsn"], "there is no format 'jsn'", "did you mean `json`?"),
        (["check", "--fail-on", "fatal"], "'fatal' is no level", "levels are error, warning or advice"),
        (["check", "--select", "BC99"], "there is no rule 'BC99'", "did you mean `BC"),
        (["rule", "BC1O3"], "there is no rule 'BC1O3'", "did you mean `BC"),
        (["new", "x", "--from", "wi"], "there is no example 'wi'", "did you mean `wii`?"),
        (["new", "x", "--from", "wii", "--minimal"], "--from and --minimal exclude each other", ""),
        (["templates", "copy"], "this is no call of templates", "write: bluecanvas templates"),
        (["templates", "copy", "reprot", "x"], "there is no template 'reprot'", "did you mean `report`?"),
    ],
)
def test_a_wrong_call_is_said_with_its_remedy(call, words, error, hint):
    done = call(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: {error}")
    assert hint in done.err
    assert not re.search(r"\.$", done.err.splitlines()[0])


def test_a_wrong_call_repeats_nothing_invisible(call):
    done = call("plot", "x", "--\x1b[31mred\n::error::")
    assert done.status == 2
    assert "\x1b" not in done.err
    assert not re.search("^::", done.err, re.M)


def test_a_bug_of_ours_is_one_sentence_and_a_file(call, monkeypatch, tmp_path, air):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("bluecanvas.cli._figures.by_key", lambda: 1 // 0)
    done = call("plot", air)
    assert (done.status, done.out) == (3, "")
    said = re.match(r"error: this is a bug in bluecanvas \(ZeroDivisionError\); what happened is in (.*)\n", done.err)
    assert said
    assert "Traceback" in Path(said.group(1)).read_text()
    assert "Traceback" not in done.err


def test_debug_shows_the_traceback_with_the_same_status(call, monkeypatch, tmp_path, air):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("bluecanvas.cli._figures.by_key", lambda: 1 // 0)
    for words in (["--debug", "plot", air], ["plot", air, "--debug"]):
        done = call(*words)
        assert done.status == 3
        assert "Traceback" in done.err
        assert "ZeroDivisionError" in done.err


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (MemoryError(), 2, "error: there is not enough memory for this\n"),
        (OSError(28, "No space left on device", "x\x1by"), 2, "error: x\\x1by: no space left on device\n"),
        (OSError("odd"), 2, "error: odd\n"),
    ],
)
def test_how_runs_end(call, monkeypatch, air, raised, status, said):
    def fail():
        raise raised

    monkeypatch.setattr("bluecanvas.cli._figures.by_key", fail)
    done = call("plot", air)
    assert (done.status, done.err) == (status, said)


@pytest.mark.parametrize(("inner", "status"), [(KeyboardInterrupt(), 130), (SystemExit(143), 143)])
def test_a_request_to_stop_inside_a_library(call, monkeypatch, air, inner, status):
    def fail():
        try:
            raise inner
        except BaseException as error:
            raise ImportError("initialization failed") from error

    monkeypatch.setattr("bluecanvas.cli._figures.by_key", fail)
    done = call("plot", air)
    assert (done.status, done.err) == (status, "")


def test_a_file_may_be_called_debug(call, tmp_path):
    assert "there is no file --debug" in call("check", "--", "--debug").err


def test_python_m_is_the_same_command_line_and_imports_nothing_from_the_folder(tmp_path):
    import subprocess
    import sys

    for name in ("yaml", "typer", "jinja2"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken from the working folder')")
    done = subprocess.run([sys.executable, "-m", "bluecanvas", "rule"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert run(["--version"]) == 0


@pytest.mark.parametrize(("typed", "offered"), [("bluecanvas pl", "plot"), ("bluecanvas check --sel", "--select")])
def test_a_shell_is_told_how_words_go_on(spawn, typed, offered):
    env = {"_BLUECANVAS_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = spawn(env=env)
    assert (done.status, done.out.split(), done.err) == (0, [offered], "")
