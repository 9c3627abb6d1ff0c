"""Inputs that are no plain files, names nobody would choose, and folders that mean harm."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from samples import TABLE

from bluecanvas.reporters import REPORTERS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX files")

NAMES = [
    "-rf.canvas.yaml",
    "--debug.canvas.yaml",
    "[/red].canvas.yaml",
    "::error::x.canvas.yaml",
    "a,line=99::x.canvas.yaml",
    "x\n::error file=a::boo.canvas.yaml",
    "##vso[task.setvariable]x.canvas.yaml",
    "##[error]x.canvas.yaml",
    "\x1b[31mred\x07.canvas.yaml",
    "\x9b31m.canvas.yaml",
    "\u202egpj.canvas.yaml",
    "a\rb.canvas.yaml",
    "{title}%s$HOME`id`.canvas.yaml",
    "價格 🚀.canvas.yaml",
    " .canvas.yaml",
    "~.canvas.yaml",
    "\\.canvas.yaml",
    "'\".canvas.yaml",
    "x" * 243 + ".canvas.yaml",
]


def decent(text: str) -> bool:
    """Whether text shows only what can be seen, and commands no build server."""
    hidden = re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    return not hidden and not re.search(r"(?m)^\s*::", text) and "##[" not in text and "##vso[" not in text


@pytest.mark.parametrize("name", NAMES)
def test_any_name(call, name):
    for folder, text in ((".", TABLE), ("broken", TABLE.replace("9, ", "99, "))):
        Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, name).write_text(text)
    for words, status in (
        (["check", "--", name], 0),
        (["check", "."], 1),
        (["check", ".", "--format", "concise"], 1),
        (["plot", "--", name], 0),
        (["plot", "broken/" + name], 1),
        (["check", "--", name + "x"], 2),
        (["plot", "--", "none/" + name], 2),
        (["plot", "broken/" + name, "-o", name], 2),
        (["report", "--", name], 0 if len(name) < 200 else 2),
    ):
        done = call(*words)
        assert done.status == status, done.err
        assert decent(done.out)
        assert decent(done.err)


@pytest.mark.parametrize("format", sorted(set(REPORTERS.names) - {"github", "azure"}))
def test_any_name_in_any_format(call, format):
    for number, name in enumerate(NAMES):
        file = Path(str(number), name)
        file.parent.mkdir(parents=True)
        file.write_text(TABLE.replace("9, ", "99, "))
    done = call("check", "--format", format)
    assert (done.status, done.err) == (1, "")
    assert decent(done.out)
    if "json" in format or format in ("sarif", "gitlab"):
        lines = done.out.splitlines() if format == "jsonl" else [done.out]
        assert all(json.loads(line) for line in lines)


@pytest.mark.parametrize("name", [b"caf\xe9.canvas.yaml", b"\xff\xfe.canvas.yaml", b"\xed\xa0\x80.canvas.yaml"])
def test_names_that_are_no_utf_8(spawn, call, name):
    Path(os.fsdecode(name)).write_text(TABLE.replace("9, ", "99, "))
    done = spawn("check", name, "--format", "json")
    assert (done.status, done.err) == (1, "")
    assert json.loads(done.out)["findings"][0]["path"]
    for words, status in (
        (["check"], 1),
        (["plot", os.fsdecode(name)], 1),
        (["new", "--force", os.fsdecode(name)], 0),
        (["plot", os.fsdecode(name), "-o", os.fsdecode(name) + ".svg"], 0),
        (["report", os.fsdecode(name)], 0),
        (["check", os.fsdecode(name) + "x"], 2),
    ):
        done = call(*words)
        assert done.status == status, done.err
        assert decent(done.out + done.err)
        (done.out + done.err).encode("utf-8")


@pytest.mark.parametrize("command", ["check", "plot", "errc", "report"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder.canvas.yaml", "is a folder"),
        ("fifo.canvas.yaml", "is no regular file"),
        ("zero.canvas.yaml", "is no regular file"),
        ("loop.canvas.yaml", "cannot be read: too many levels of symbolic links"),
        ("gone.canvas.yaml", "there is no file gone.canvas.yaml"),
        ("environ.canvas.yaml", "is no regular file"),
        ("sub/../none.canvas.yaml", "there is no file"),
        ("air.canvas.yaml/x", "cannot be read: not a directory"),
        ("x" * 300, "cannot be read: file name too long"),
        ("", "there is no file"),
    ],
)
def test_what_is_no_file(call, air, command, name, said):
    if (command, said) == ("plot", "is a folder"):
        said = "there is no canvas in folder.canvas.yaml"  # of a folder, plot draws the canvases in it
    Path("folder.canvas.yaml").mkdir()
    os.mkfifo("fifo.canvas.yaml")
    for link, target in (
        ("zero", "/dev/zero"),
        ("loop", "loop.canvas.yaml"),
        ("gone", "none"),
        ("environ", "/proc/self/environ"),
    ):
        Path(f"{link}.canvas.yaml").symlink_to(target)
    done = call(command, name)
    if command == "report" and len(name) == 300:
        said = "cannot be written: file name too long"
    if command == "check" and name == "folder.canvas.yaml":
        said = "there is no canvas in folder.canvas.yaml"
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_what_is_no_file_among_canvases(call, air):
    os.mkfifo("fifo.canvas.yaml")
    os.mkfifo("other.yaml")
    Path("loop.canvas.yaml").symlink_to("loop.canvas.yaml")
    done = call("check")
    assert done.status == 2
    assert "checked 1 canvas" in done.out
    assert done.err.count("error: ") == 2


def test_a_process_s_secrets_are_not_shown(spawn, monkeypatch):
    monkeypatch.setenv("SECRET", "hunter2")
    Path("a.canvas.yaml").symlink_to("/proc/self/environ")
    done = spawn("check")
    assert done.status == 2
    assert "hunter2" not in done.out + done.err


def test_a_file_of_a_gigabyte(call):
    with Path("big.canvas.yaml").open("wb") as stream:
        stream.truncate(1 << 30)
    for command, status in (("check", 1), ("plot", 1)):
        done = call(command, "big.canvas.yaml")
        assert done.status == status
        assert "BC017" in done.out + done.err


def test_nothing_in_the_working_folder_is_run_or_obeyed(spawn, air):
    evil = "open('ran', 'w').close(); raise SystemExit(9)"
    for name in (
        "yaml",
        "jinja2",
        "matplotlib",
        "numpy",
        "typer",
        "bluecanvas",
        "sitecustomize",
        "evil",
        "json",
        "signal",
    ):
        Path(f"{name}.py").write_text(evil)
    Path("matplotlibrc").write_text("backend: module://evil\nfigure.dpi: 7\ntext.usetex: True\n")
    Path("b.svg").write_bytes(b"")
    plain = Path("plain")
    plain.mkdir()
    Path("plain/air.canvas.yaml").write_text(TABLE)
    for words in (
        ["check", "."],
        ["plot", air],
        ["plot", air, "-o", "a.png", "-o", "a.svg"],
        ["report", air],
    ):
        done = spawn(*words)
        assert done.status == 0, done.err
    assert not Path("ran").exists()
    assert spawn("plot", air, "-o", "a.png", "-o", "a.svg", cwd="plain").status == 0
    for ending in ("png", "svg"):
        assert Path(f"a.{ending}").read_bytes() == Path(f"plain/a.{ending}").read_bytes()


def test_a_matplotlibrc_that_cannot_be_read(spawn, air):
    Path("matplotlibrc").write_bytes(b"\xff\xfe\n")
    assert spawn("plot", air, "-o", "a.png").status == 0


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": None},
        {"HOME": "/proc"},
        {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/proc/x", "XDG_CONFIG_HOME": "/dev/null"},
        {"MPLBACKEND": "TkAgg"},
        {"MPLBACKEND": "module://evil"},
        {"MPLCONFIGDIR": "/proc"},
    ],
    ids=str,
)
def test_a_home_that_cannot_be_written_to(spawn, air, env):
    Path("temporary").mkdir()
    done = spawn("plot", air, "-o", "a.svg", env={**env, "TMPDIR": str(Path("temporary").resolve())})
    assert (done.status, done.err) == (0, "wrote a.svg\n")
    assert sorted(path.name for path in Path().iterdir()) == ["a.svg", air, "temporary"]
    assert list(Path("temporary").iterdir()) == []


def test_a_working_folder_that_is_gone(shell, air, tmp_path):
    begin = "mkdir gone; cd gone; rmdir ../gone; bluecanvas"
    for line, status in (
        ("check", 2),
        (f"check {tmp_path}/{air}", 0),
        (f"plot {tmp_path}/{air} -o {tmp_path}/a.json", 0),
        (f"plot {tmp_path}/{air} -o a.svg", 2),
        ("new x", 2),
        (f"report {tmp_path}/{air}", 2),
    ):
        done = shell(f"{begin} {line}")
        assert done.status == status, done.err
        assert "Traceback" not in done.err
        assert status == 0 or done.err.startswith("error: ")
