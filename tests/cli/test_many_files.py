"""Many files: two processes say what one says, and end as one does."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest
from running import begin, on_a_terminal
from samples import TABLE

from bluecanvas.checking import EVERYTHING
from bluecanvas.cli import _checks

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="one process is all there is")


def many(count: int) -> list[str]:
    """Canvases of which some have findings, some errors, and some cannot be read."""
    files = []
    for number in range(count):
        file = f"{number:05}.canvas.yaml"
        text = TABLE.replace("Short-haul", f"Short-haul {number}")
        text = text.replace("9, ", "99, ") if number % 7 == 0 else text
        text = text.replace("date: 2026\n", "") if number % 5 == 0 else text
        if number % 50 == 3:
            os.mkfifo(file)
        else:
            Path(file).write_text(text)
        files.append(file)
    return files


@pytest.fixture
def two_processes(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(_checks, "_MANY", 300)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # a fork beside pytest's own threads
def test_two_processes_say_what_one_says(two_processes, monkeypatch):
    files = [*many(330), "missing"]
    forked = []
    fork = os.fork
    monkeypatch.setattr("os.fork", lambda: forked.append(1) or fork())
    both = _checks.check_files(files, EVERYTHING)
    assert forked == [1]
    monkeypatch.setattr(_checks, "_MANY", 1000)
    alone = _checks.check_files(files, EVERYTHING)
    assert forked == [1]
    assert (both.verdicts, both.files) == (alone.verdicts, alone.files)
    assert [(one.message, one.hint) for one in both.problems] == [(one.message, one.hint) for one in alone.problems]
    assert len(both.files) == 331 - 7 - 1


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_the_other_process_s_share_is_done_where_it_dies(two_processes, monkeypatch):
    files = many(310)
    alone = _checks._batch(files, EVERYTHING)
    ours = os.getpid()

    def only_here(*words):
        if os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        return batch(*words)

    batch = _checks._batch
    monkeypatch.setattr(_checks, "_batch", only_here)
    assert _checks.check_files(files, EVERYTHING).files == tuple(sorted(alone.files))


def test_a_few_are_checked_in_one_process(two_processes, monkeypatch):
    monkeypatch.setattr("os.fork", lambda: pytest.fail("forked"))
    assert _checks.check_files(many(20), EVERYTHING).problems[0].message == "00003.canvas.yaml is no regular file"


def test_where_no_process_can_be_had(two_processes, monkeypatch):
    def none_left():
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("os.fork", none_left)
    assert len(_checks.check_files(many(320), EVERYTHING).files) == 320 - 7


def test_progress_is_shown_on_a_terminal_and_taken_back():
    many(320)
    shown = on_a_terminal(
        ["check", "--format", "concise", "--select", "BC001", "--no-cache"], {"TERM": "xterm"}, columns=80
    )
    assert "\r\x1b[Kchecked 0 of 320\r\x1b[Kchecked " in shown
    assert "\r\x1b[K00000.canvas.yaml:" in shown or "\r\x1b[Kerror: " in shown
    assert "\r" not in on_a_terminal(["check"], {"TERM": "dumb"}, columns=80)


def test_the_command(spawn):
    many(320)
    done = spawn("check", "--format", "json")
    said = json.loads(done.out)
    assert done.status == 2
    assert said["checked"] == 320 - 7
    assert [one["path"] for one in said["findings"]] == sorted(one["path"] for one in said["findings"])
    assert done.err.count("error: ") == 7


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=str)
@pytest.mark.parametrize("whole_group", [True, False])
def test_an_interrupted_check_ends_at_once_and_takes_the_other_process_with_it(number, status, whole_group):
    files = many(1000)
    statuses = set()
    for delay in (0.05, 0.2, 0.35):
        with begin("check", *files * 4, start_new_session=True) as process:
            time.sleep(delay)
            os.killpg(process.pid, number) if whole_group else process.send_signal(number)
            _, err = process.communicate(timeout=20)
        statuses.add(process.returncode)
        assert b"Traceback" not in err
        with pytest.raises(ProcessLookupError):  # nobody of the group is left
            os.killpg(process.pid, 0)
    assert statuses <= {status, 2, -number}
    assert status in statuses
