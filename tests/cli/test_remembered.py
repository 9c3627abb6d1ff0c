"""What is remembered of files that have not changed: it saves the work, and no answer ever differs by it."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from running import SCRIPT
from samples import TABLE

from bluecanvas.canvas import read
from bluecanvas.checking import EVERYTHING, examine, examine_all
from bluecanvas.cli import _checks, _remembered
from bluecanvas.cli._remembered import Memory, memory_of
from bluecanvas.finding import Typed, Verdict
from bluecanvas.reporters import REPORTERS
from bluecanvas.rules import every

MANY = 60
UNMARKED = TABLE.replace("{Price: {kind: price}}", "{Price: {name: Price}}")
SUPPRESSED = UNMARKED.replace(
    "  - [Price", "  # bluecanvas: ignore[BC103] the price is not the point: 票價\n  - [Price"
)
SLIPPED = TABLE.replace("title:", "Title:")
BROKEN = TABLE.replace("9, ", "99, ")
UNREAD = "bluecanvas: 1\ntitle: Short-haul\nscores: ["


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path_factory):
    """The folder where verdicts are kept, empty at first."""
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home / "bluecanvas" / "checks"


@pytest.fixture
def judged(monkeypatch):
    """The files that were judged in earnest, in this process."""
    files = []

    def counted(several):
        files.extend(held.file for held in several)
        return examine_all(several)

    monkeypatch.setattr(_checks, "examine_all", counted)
    return files


@pytest.fixture
def many():
    """Canvases with and without findings, fixes, suppressions and errors, and some that cannot be read."""
    kinds = (TABLE, UNMARKED, SUPPRESSED, BROKEN, UNREAD, SLIPPED)
    for number in range(MANY):
        text = kinds[number % len(kinds)].replace("Short-haul", f"Short-haul {number}")
        Path(f"{number:02}.canvas.yaml").write_text(text, encoding="utf-8")


def kept(cache):
    """The files in which something is remembered."""
    return sorted(cache.glob("*")) if cache.exists() else []


def test_unchanged_files_are_not_judged_again(call, many, judged, cache):
    first = call("check")
    assert (len(judged), len(kept(cache))) == (MANY, 1)
    assert call("check") == first
    assert len(judged) == MANY


@pytest.mark.parametrize("format", REPORTERS.names)
@pytest.mark.parametrize("words", [(), ("--baseline", "before.json"), ("--as-of", "2026-10-03", "--fail-on", "advice")])
def test_every_format_says_the_same(call, many, judged, format, words):
    Path("missing.canvas.yaml").symlink_to("nowhere")
    call("check", "--baseline", "before.json", "--write-baseline", "--select", "BC1", "--no-cache", "-q")
    told = [call("check", "--format", format, *words, *more) for more in (["--no-cache"], [], [])]
    assert told[1:] == [told[0]] * 2
    assert len(judged) == 3 * MANY


@pytest.mark.parametrize(
    ("words", "configuration", "again"),
    [
        (["--ignore", "BC103"], "", MANY),
        (["--select", "BC103"], "", MANY),
        (["--as-of", "2026-10-03"], "", MANY),
        ([], "[rules.BC101]\nleast = 9\n", MANY),
        ([], '[rules.BC103]\nlevel = "error"\n', MANY),
        ([], '[per-file-ignores]\n"0*" = ["BC103"]\n', MANY),
        (["--statistics"], "", 0),
        (["--exit-zero", "-q"], 'fail-on = "advice"\n', 0),
        ([], 'exclude = ["0*"]\n', 0),
    ],
)
def test_what_is_asked_decides_what_is_judged_again(call, many, judged, words, configuration, again):
    call("check")
    del judged[:]
    Path("bluecanvas.toml").write_text(configuration)
    now = call("check", *words)
    assert len(judged) == again
    assert now == call("check", *words, "--no-cache")


def test_per_file_ignores_hold_for_each_file_by_its_name(call, many, judged):
    Path("bluecanvas.toml").write_text('[per-file-ignores]\n"old/" = ["BC103"]\n')
    call("check")
    del judged[:]
    Path("old").mkdir()
    Path("01.canvas.yaml").rename("old/01.canvas.yaml")
    Path("02.canvas.yaml").rename("2.canvas.yaml")
    now = call("check")
    assert judged == ["old/01.canvas.yaml"]
    assert now == call("check", "--no-cache")


def test_one_changed_file_is_judged_again(call, many, judged):
    call("check")
    del judged[:]
    Path("03.canvas.yaml").write_text(TABLE)
    now = call("check")
    assert judged == ["03.canvas.yaml"]
    assert now == call("check", "--no-cache")


def test_another_version_or_another_state_of_the_code_begins_anew(call, many, judged, monkeypatch):
    call("check")
    monkeypatch.setattr(_remembered, "_code", lambda: "0.2.0")
    call("check")
    assert len(judged) == 2 * MANY


def test_the_state_of_the_code_is_that_of_every_file_of_it(tmp_path):
    Path("rules").mkdir()
    Path("rules/bc999.py").write_text("LEVEL = 1")
    before = list(_remembered._states(str(tmp_path)))
    Path("rules/bc999.py").write_text("LEVEL = 2")
    os.utime("rules/bc999.py", (1, 1))
    assert [path for path, _, _ in before] == [str(tmp_path / "rules/bc999.py")]
    assert list(_remembered._states(str(tmp_path))) != before


CORRUPT = {
    "empty": lambda data: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "one byte other": lambda data: data.replace(b"BC103", b"BC104", 1),
    "other JSON": lambda data: b"[1, 2]",
    "no entries as expected": lambda data: re.sub(rb'"[0-9a-f]{32}":\[', b'"x":[7,', data),
    "nested": lambda data: b"[" * 100_000,
    "not text": lambda data: bytes(range(256)) * 100,
}


@pytest.mark.parametrize("spoilt", CORRUPT.values(), ids=CORRUPT)
def test_a_spoilt_file_is_no_file(call, many, judged, cache, spoilt):
    first = call("check")
    [file] = kept(cache)
    whole = file.read_bytes()
    file.write_bytes(spoilt(whole))
    assert spoilt(whole) != whole
    assert call("check") == first
    assert len(judged) == 2 * MANY
    assert file.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda file: os.symlink("/dev/zero", file)])
def test_what_is_no_file_is_not_read(call, many, judged, cache, make):
    first = call("check")
    [file] = kept(cache)
    file.unlink()
    make(file)
    assert call("check") == first
    assert len(judged) == 2 * MANY


def test_without_a_place_to_write_the_answer_is_the_same(call, many, judged, cache, monkeypatch):
    first = call("check", "--no-cache")
    cache.parent.parent.joinpath("bluecanvas").write_text("in the way")
    assert call("check") == first
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert call("check") == first
    assert len(judged) == 3 * MANY


def test_the_folder_checked_is_no_place_to_write(call, many, cache, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "relative")
    before = sorted(os.listdir())
    call("check")
    assert (sorted(os.listdir()), kept(cache)) == (before, [])


def test_a_full_disk_is_nobody_s_loss(call, many, judged, cache, monkeypatch):
    first = call("check", "--no-cache")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert call("check") == first
    assert kept(cache) == []


def test_few_files_are_not_remembered(call, cache):
    for number in range(49):
        Path(f"{number}.canvas.yaml").write_text(TABLE)
    call("check")
    assert not cache.exists()
    Path("49.canvas.yaml").write_text(TABLE)
    call("check")
    assert len(kept(cache)) == 1


def test_no_cache_neither_reads_nor_writes(call, many, judged, cache):
    call("check", "--no-cache")
    assert not cache.exists()
    call("check")
    [file] = kept(cache)
    before = file.stat()
    del judged[:]
    Path("00.canvas.yaml").write_text(BROKEN)
    call("check", "--no-cache")
    assert len(judged) == MANY
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_nobody_asked_for_is_swept(call, many, cache):
    cache.mkdir(parents=True)
    for number in range(20):
        old = cache / f"{number:02}.json"
        old.write_text("{}")
        os.utime(old, (number, number))
    call("check")
    names = {file.name for file in kept(cache)}
    assert len(names) == 16
    assert names > {f"{number:02}.json" for number in range(5, 20)}


def test_a_file_that_is_gone_is_remembered_until_there_is_no_room(call, many, judged, monkeypatch):
    call("check")
    away = Path("00.canvas.yaml").read_text()
    Path("00.canvas.yaml").write_text(BROKEN)
    call("check")
    Path("00.canvas.yaml").write_text(away)
    del judged[:]
    call("check")
    assert judged == []
    monkeypatch.setattr(_remembered, "_MOST_ENTRIES", MANY)
    Path("00.canvas.yaml").write_text(UNMARKED)
    call("check")
    Path("00.canvas.yaml").write_text(away)
    del judged[:]
    call("check")
    assert judged == ["00.canvas.yaml"]


def test_a_rule_that_failed_is_asked_again(call, many, judged, monkeypatch):
    def failing(several):
        judged.extend(held.file for held in several)
        return [
            [one._replace(fault="Traceback") if one.code == "BC103" else one for one in found]
            for found in examine_all(several)
        ]

    monkeypatch.setattr(_checks, "examine_all", failing)
    assert call("check").status == 3
    unmarked = sum(b"name: Price" in Path(file).read_bytes() for file in judged)
    assert 0 < unmarked < MANY
    del judged[:]
    assert call("check").status == 3
    assert len(judged) == unmarked


def test_remembered_findings_are_fixed(call, many, judged):
    call("check")
    slipped = [str(file) for file in sorted(Path().iterdir()) if b"Title:" in file.read_bytes()]
    del judged[:]
    assert "fixed 10 (10 BC012 unknown-key)" in call("check", "--fix").out
    assert judged == []
    again = call("check")
    assert judged == slipped
    assert again == call("check", "--no-cache")


def pages():
    """The examples of every rule: verdicts of all kinds, with fixes, suppressions and what cannot be read."""
    texts = [UNMARKED, SUPPRESSED, BROKEN, UNREAD, "\udce9", "bluecanvas: 1\ntitle: \udce9\n"]
    for rule in every():
        texts += re.findall(r"```yaml\n(.*?)```", rule.page, re.DOTALL)
    return [text.encode("utf-8", "surrogateescape") for text in texts]


def test_every_verdict_comes_back_as_it_was(cache):
    told, fixes = Memory(EVERYTHING, cache), 0
    found = {}
    for number, data in enumerate(pages()):
        verdicts = examine(read(data), f"{number}.yaml")
        key = told.key(data, EVERYTHING)
        told.keep([f"{number}.yaml"], [key], verdicts)
        found[key] = verdicts
        fixes += sum(one.fix is not None for one in verdicts)
    told.save()
    again = Memory(EVERYTHING, cache)
    for key, verdicts in found.items():
        back = again.recall(key, "other.yaml")
        assert back == [one._replace(file="other.yaml") for one in verdicts]
        assert repr(back) == repr([one._replace(file="other.yaml") for one in verdicts])  # 1, 1.0 and True are equal
        assert [typed(one) for one in back] == [typed(one) for one in verdicts]
    assert fixes > 10
    assert again.recall("0" * 32, "other.yaml") is None


def typed(verdict: Verdict) -> list[bool]:
    """Which values of a verdict's fix stand in the file as they are."""
    return [isinstance(change.value, Typed) for change in verdict.fix.changes] if verdict.fix else []


def test_runs_at_once_leave_one_whole_file(spawn, many, cache):
    alone = spawn("check", "--no-cache").out.encode()
    runs = [Popen([SCRIPT, "check"], stdout=PIPE) for _ in range(4)]
    assert [run.communicate(timeout=60)[0] for run in runs] == [alone] * 4
    assert [file.suffix for file in kept(cache)] == [".json"]
    assert len(memory_of(EVERYTHING)._known) == MANY


def test_a_run_without_news_writes_nothing(call, many, cache):
    call("check")
    [file] = kept(cache)
    old = time.time() - 1000
    os.utime(file, (old, old))
    call("check")
    assert file.stat().st_mtime == pytest.approx(old)
