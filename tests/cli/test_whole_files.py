"""Files out: the old one or the complete new one, whatever goes wrong, and nothing else beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import begin
from samples import TABLE

from bluecanvas.cli._writing import check_writable, write
from bluecanvas.errors import CallError

posix = pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX files")
as_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")


def beside(*names: str) -> bool:
    """Whether exactly these files are in the folder."""
    return {path.name for path in Path().iterdir()} == set(names)


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode():
    write("a", b"old", quiet=True)
    old = Path("a").stat()
    Path("a").chmod(0o640)
    write("a", b"new", quiet=True)
    new = Path("a").stat()
    assert (Path("a").read_bytes(), new.st_mode & 0o777) == (b"new", 0o640)
    assert new.st_ino != old.st_ino
    assert beside("a")


@posix
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_new_files_have(mask, mode):
    before = os.umask(mask)
    try:
        write("a", b"x", quiet=True)
    finally:
        os.umask(before)
    assert Path("a").stat().st_mode & 0o777 == mode


def test_without_replacing():
    write("a", b"old", quiet=True, replace=False)
    with pytest.raises(CallError, match="a is there already"):
        write("a", b"new", quiet=True, replace=False)
    assert Path("a").read_bytes() == b"old"
    assert beside("a")


def test_without_replacing_where_there_are_no_links(monkeypatch):
    def no_links(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("pathlib.Path.hardlink_to", no_links)
    write("a", b"old", quiet=True, replace=False)
    with pytest.raises(CallError, match="a is there already"):
        write("a", b"new", quiet=True, replace=False)
    assert Path("a").read_bytes() == b"old"
    assert beside("a")


def test_a_link_is_replaced_and_what_it_points_to_stays():
    Path("outside").write_text("precious")
    Path("a.svg").symlink_to("outside")
    write("a.svg", b"new", quiet=True)
    assert Path("outside").read_text() == "precious"
    assert not Path("a.svg").is_symlink()


@pytest.mark.parametrize("step", ["os.fsync", "os.fdopen", "pathlib.Path.replace", "pathlib.Path.chmod"])
@pytest.mark.parametrize(
    "fault",
    [OSError(28, "No space left on device"), OSError(5, "Input/output error"), KeyboardInterrupt(), SystemExit(143)],
)
def test_a_fault_at_any_step_leaves_the_old_file_and_nothing_else(monkeypatch, step, fault):
    Path("a").write_text("old")

    def fail(*_, **__):
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(step, fail)
        with pytest.raises((CallError, KeyboardInterrupt, SystemExit)) as raised:
            write("a", b"new", quiet=True)
    assert Path("a").read_text() == "old"
    assert beside("a")
    if isinstance(fault, OSError):
        said = fault.strerror[0].lower() + fault.strerror[1:]
        assert str(raised.value) == f"a cannot be written: {said}"


@posix
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("folder", "folder is a folder"),
        ("no/a.svg", "there is no folder no"),
        ("file/a.svg", "there is no folder file"),
        ("fifo", "fifo is no regular file"),
        ("/dev/null", "/dev/null is no regular file"),
        ("x" * 256, "cannot be written: file name too long"),
        ("loop/a.svg", "there is no folder loop"),
    ],
)
def test_where_nothing_can_be_written(target, said):
    Path("folder").mkdir()
    Path("file").write_text("x")
    Path("loop").symlink_to("loop")
    os.mkfifo("fifo")
    with pytest.raises(CallError) as raised:
        check_writable(target)
    assert said in str(raised.value)


def test_a_name_of_255_bytes(call, air):
    name = "價" * 83 + "aa.svg"
    assert len(name.encode()) == 255
    assert call("plot", air, "-o", name).status == 0
    assert Path(name).stat().st_size > 1000


@posix
@as_root
def test_a_folder_that_may_not_be_written_to(call, tmp_path):
    call("plot", "-", "-o", "first.json", stdin=TABLE.encode())  # what is imported now need not be readable later
    Path("shut").mkdir(mode=0o555)
    Path("shut/a.json").write_text("old")
    tmp_path.chmod(0o755)
    os.setresgid(65534, 65534, 0)
    os.setresuid(65534, 65534, 0)
    try:
        done = call("plot", "-", "-o", "shut/a.json", stdin=TABLE.encode())
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
    assert (done.status, done.err) == (2, "error: the folder shut cannot be written to\n")
    assert [(path.name, path.read_text()) for path in Path("shut").iterdir()] == [("a.json", "old")]


@posix
def test_a_place_where_no_file_can_be_made(call, air):
    done = call("plot", air, "-o", "/proc/a.svg")
    assert done.status == 2
    assert done.err.startswith("error: /proc/a.svg cannot be written: ") or "there is no folder" in done.err


@posix
def test_a_file_size_limit_leaves_the_old_file(shell, air):
    Path("a.png").write_text("old")
    done = shell(f"ulimit -f 8; bluecanvas plot {air} -o a.png")
    assert (done.status, done.err) == (2, "error: a.png cannot be written: file too large\n")
    assert Path("a.png").read_text() == "old"
    assert beside(air, "a.png")


@posix
@as_root
def test_a_full_disk_leaves_the_old_file(call, air):
    Path("disk").mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", "disk"], capture_output=True, check=False
    ).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        Path("disk/a.png").write_text("old")
        done = call("plot", air, "-o", "disk/a.png")
        assert (done.status, done.err) == (2, "error: disk/a.png cannot be written: no space left on device\n")
        assert [(path.name, path.read_text()) for path in Path("disk").iterdir()] == [("a.png", "old")]
    finally:
        subprocess.run(["umount", "disk"], check=True)


@posix
@as_root
def test_a_disk_that_is_read_only(call, air):
    Path("disk").mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "ro", "none", "disk"], capture_output=True, check=False
    ).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        done = call("plot", air, "-o", "disk/a.svg")
        assert (done.status, done.err) == (2, "error: the folder disk cannot be written to\n")
    finally:
        subprocess.run(["umount", "disk"], check=True)


def test_outputs_are_refused_before_any_is_written(call, air):
    done = call("plot", air, "-o", "a.svg", "-o", "no/b.svg")
    assert done.status == 2
    assert beside(air)


def test_an_output_never_replaces_the_canvas(call):
    Path("a.svg").write_text(TABLE)
    Path("b.svg").hardlink_to("a.svg")
    Path("c.svg").symlink_to("a.svg")
    for output in ("a.svg", "./a.svg", "b.svg", "c.svg"):
        done = call("plot", "a.svg", "-o", output)
        assert (done.status, done.err.splitlines()[0]) == (2, f"error: {output} is the canvas itself")
    assert Path("a.svg").read_text() == TABLE


def test_what_killed_runs_left_is_swept_after_an_hour(call, air):
    names = [".bc-0123456789abcdef.tmp", ".bc-00000000000000aa.tmp", ".bc-mine.tmp", ".bc-0123456789abcdef.tmp.old"]
    for name in names:
        Path(name).write_text("x")
    past = time.time() - 3700
    for name in (names[0], *names[2:]):
        os.utime(name, (past, past))
    Path(".bc-ffffffffffffffff.tmp").symlink_to(air)
    assert call("plot", air, "-o", "a.svg").status == 0
    assert beside(air, "a.svg", *names[1:], ".bc-ffffffffffffffff.tmp")


@posix
def test_concurrent_writers_leave_one_whole_file(tmp_path):
    writer = "import sys; from bluecanvas.cli._writing import write\nfor _ in range(200): write('a', sys.argv[1].encode() * 100000, quiet=True)"
    running = [subprocess.Popen([sys.executable, "-c", writer, letter]) for letter in "abc"]
    seen = set()
    while any(process.poll() is None for process in running):
        if Path("a").exists():
            data = Path("a").read_bytes()
            assert data in (b"a" * 100000, b"b" * 100000, b"c" * 100000)
            seen.add(data[:1])
    assert [process.returncode for process in running] == [0, 0, 0]
    assert seen
    assert beside("a")


@posix
def test_a_killed_writer_leaves_the_old_file_or_the_new(tmp_path):
    writer = (
        "from bluecanvas.cli._writing import write\nprint('ready', flush=True)\n"
        "while True:\n    for letter in (b'a', b'b'): write('a', letter * 300000, quiet=True)"
    )
    for attempt in range(12):
        with subprocess.Popen([sys.executable, "-c", writer], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.013 * attempt)
            process.kill()
        if Path("a").exists():
            assert Path("a").read_bytes() in (b"a" * 300000, b"b" * 300000)
        left = {path.name for path in Path().iterdir()} - {"a"}
        assert all(name.startswith(".bc-") for name in left)
    assert Path("a").exists()


@posix
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str
)
def test_a_signal_at_any_time_leaves_whole_files_alone(air, number, status):
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("whoever began the tests had this signal ignored, and so do their children")
    Path("a.png").write_text("old")
    seen = set()
    for attempt in range(8):
        with begin("plot", air, "-o", "a.png") as process:
            time.sleep(0.07 * attempt)
            process.send_signal(number)
            out, err = process.communicate()
        seen.add(process.returncode)
        assert process.returncode in (0, status, -number), err  # the last before and after our own code
        assert out == b""
        assert err in (b"", b"wrote a.png\n")
        assert Path("a.png").read_bytes() == b"old" or Path("a.png").read_bytes().endswith(b"IEND\xaeB`\x82")
        assert beside(air, "a.png")
    assert seen & {status, -number}  # some of them met the run while it was at work
