"""Limits: what no canvas needs is refused at once, at the place where it goes over."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from reading_bytes import found

from bluecanvas.source import LIMITS, Limits, read

MIB = 1024 * 1024


def filled(piece: str, size: int = MIB, head: str = "", tail: str = "") -> bytes:
    room = size - len(head.encode()) - len(tail.encode())
    return (head + piece * (room // len(piece.encode())) + tail).encode()


OVER = {
    "deep lists": ("[" * 65, [(1, 65, "BC017")]),
    "deep mappings": ("{a: " * 65, [(1, 257, "BC017")]),
    "deep block lists": ("- " * 65, [(1, 129, "BC017")]),
    "deep indentation": ("".join(f"{' ' * depth}a:\n" for depth in range(70)), [(65, 65, "BC017")]),
    "deep through aliases": (
        f"a: &a {'[' * 40}1{']' * 40}\nb: &b {'[' * 20}*a{']' * 20}\nc: {'[' * 10}*b{']' * 10}",
        [(3, 14, "BC017")],
    ),
    "many values": ("[" + "1, " * 50_000 + "]", [(1, 149_999, "BC017")]),
    "many keys": ("{" + ", ".join(f"k{at}: 1" for at in range(25_000)) + "}", [(1, 263_889, "BC017")]),
    "laughs": (
        "a0: &a0 ha\n" + "".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]\n" for at in range(1, 9)),
        [(6, 35, "BC017")],
    ),
    "merge keys upon merge keys": (
        "a0: &a0 {b: 1}\n" + "".join(f"a{at}: &a{at} {{<<: [*a{at - 1}, *a{at - 1}]}}\n" for at in range(1, 30)),
        [(14, 17, "BC017")],
    ),
    "one long text, many times": (f"a: &a {'x' * 100_000}\nb: [{'*a, ' * 11}]", [(2, 45, "BC017")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OVER.values(), ids=OVER)
def test_what_is_over_a_limit_is_refused_there(text: str, expected: list[tuple[int, int, str]]):
    assert found(text) == expected
    assert read(text.encode()).root is None


def test_what_is_within_the_limits_is_read():
    assert found("[" * 64 + "]" * 64) == []
    assert found("[" + "1, " * 49_998 + "]") == []
    assert found(f"a: &a {'x' * 100_000}\nb: [{'*a, ' * 10}]") == []


def test_a_file_over_the_limit_is_not_looked_into():
    assert found(b"\xff" * (MIB + 1)) == [(1, 1, "BC017")]
    assert read(b"a: 1\n" * 10, LIMITS._replace(bytes=49)).root is None
    assert read(b"a: 1\nb: 2\n", LIMITS._replace(bytes=10)).root is not None


def test_after_too_many_findings_reading_stops():
    source = read(b"a: *x\n" * 100, Limits(findings=10))
    assert [finding.code for finding in source.findings] == ["BC015", *["BC015", "BC011"] * 4, "BC015", "BC017"]
    assert source.root is None


def test_the_directive_that_costs_the_square_of_its_number_is_not_parsed():
    assert found("".join(f"%TAG !a{at}! x\n" for at in range(60_000)) + "---\na: 1\n") == [(1, 1, "BC010")]
    assert found("a: 1\n...\n%TAG !a! x\n---\nb: 1\n") == [(3, 1, "BC010")]
    assert found("a: 100 %TAG\n") == []


HOSTILE = {
    "one text": filled("a"),
    "one text in quotes": filled("a", head='"', tail='"'),
    "one text of emoji": filled("😀"),
    "escapes": filled("\\n", head='"', tail='"'),
    "pairs of escapes": filled("\\ud83d\\ude00", head='"', tail='"'),
    "halves of pairs": filled("\\ud83d ", head='"', tail='"'),
    "list": filled("1,", head="[", tail="]"),
    "block list": filled("- a\n"),
    "keys": "".join(f"k{at}: 1\n" for at in range(90_000)).encode(),
    "one key over and over": filled("a: 1\n"),
    "anchors": "".join(f"- &a{at} x\n" for at in range(70_000)).encode(),
    "aliases without anchors": filled("- *a\n"),
    "aliases": filled("- *a\n", head="- &a x\n"),
    "brackets": filled("["),
    "braces": filled("{a: "),
    "dashes": filled("- "),
    "question marks": filled("? "),
    "colons": filled(": "),
    "keys that are mappings": filled("? {a: b}\n: c\n"),
    "quotes": filled("'"),
    "hashes": filled(" #"),
    "comments": filled("#\n"),
    "comments behind values": filled("- a #1 b\n"),
    "comments behind values in flow": filled("a # b]\n,", head="[\n", tail="]"),
    "blank lines": filled("\n"),
    "carriage returns": filled("\r"),
    "tabs": filled("\t"),
    "documents": filled("---\n"),
    "directives": filled("%x\n"),
    "tags": filled("- !foo x\n"),
    "hidden characters": filled("- \u200b\n"),
    "hidden escapes": filled('- "\\u200b"\n'),
    "control characters": filled("\x01"),
    "no breaks": filled("a\u0085"),
    "full-width colons": filled("：\n"),
    "no UTF-8": b"\xff" * MIB,
    "GBK": ("价值曲线" * (MIB // 8)).encode("gbk"),
    "UTF-16": ("a: 1\n" * (MIB // 10)).encode("utf-16")[:MIB],
    "block scalars": filled("- |\n  x\n"),
    "multi-line keys": filled("a\n b\n"),
    "bare keys": ("{t: text, " + ", ".join(f"k{at}" for at in range(90_000)) + "}").encode(),
}  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_mebibyte_of_anything_is_answered_in_time(data: bytes):
    assert len(data) <= MIB
    begun = time.process_time()
    source = read(data)
    for finding in source.findings:
        source.place(finding.span or source.locate(finding.path))
    assert time.process_time() - begun < 2
    assert len(source.findings) <= LIMITS.findings + 1


MEASURE = """
import sys
from pathlib import Path
from bluecanvas.canvas import read
for path in sorted(Path(sys.argv[1]).iterdir()):
    read(path.read_bytes())
# not ru_maxrss, in which a child begins with the peak of whoever started it
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak of memory is not told in /proc")
def test_a_mebibyte_of_anything_is_answered_in_little_memory(tmp_path: Path):
    for number, data in enumerate(HOSTILE.values()):
        (tmp_path / f"{number}.yaml").write_bytes(data)
    done = subprocess.run([sys.executable, "-c", MEASURE, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 200 * 1024
