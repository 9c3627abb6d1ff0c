"""`check --fix`: files mended in place, or shown as a diff; and what is said of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from bluecanvas.cli._fixing import diff

SLIPS = """\
bluecanvas: 1
Title: 短途航空   # the headline
date: 2026
scores:
  - [Factor, Southwest, Airlines]
  - [Speed,      9,  4]
  - [Price,      2,  6]
factors:
  Price: {kind: price}
errc:
  reduce: [Price]
  raise: [Sped]
"""
MENDED = """\
bluecanvas: 1
title: 短途航空   # the headline
date: 2026
scores:
  - [Factor, Southwest, Airlines]
  - [Price,      2,  6]
  - [Speed,      9,  4]
factors:
  Price: {kind: price}
errc:
  reduce: [Price]
  raise: [Speed]
"""
DIFF = """\
--- air.canvas.yaml
+++ air.canvas.yaml
@@ -1,12 +1,12 @@
 bluecanvas: 1
-Title: 短途航空   # the headline
+title: 短途航空   # the headline
 date: 2026
 scores:
   - [Factor, Southwest, Airlines]
+  - [Price,      2,  6]
   - [Speed,      9,  4]
-  - [Price,      2,  6]
 factors:
   Price: {kind: price}
 errc:
   reduce: [Price]
-  raise: [Sped]
+  raise: [Speed]
"""
FIXED = "3 (1 BC012 unknown-key, 1 BC110 axis-order, 1 BC313 not-a-factor)"


@pytest.fixture
def file() -> Path:
    path = Path("air.canvas.yaml")
    path.write_text(SLIPS, encoding="utf-8")
    return path


def test_what_is_certain_is_mended_in_place(call, file):
    done = call("check", str(file), "--fix")
    assert (done.status, done.err) == (0, "")
    assert f"\nfixed {FIXED}\nchecked 1 canvas: " in done.out
    assert "error" not in done.out
    assert file.read_bytes() == MENDED.encode()
    assert [path.name for path in Path().iterdir()] == [file.name]
    again = call("check", str(file), "--fix")
    assert "\nfixed nothing\n" in again.out
    assert file.read_bytes() == MENDED.encode()


def test_a_diff_is_shown_and_nothing_written(call, file):
    done = call("check", str(file), "--show-fixes")
    assert (done.status, done.out, done.err) == (1, DIFF, f"would fix {FIXED}\n")
    assert file.read_bytes() == SLIPS.encode()
    patched = subprocess.run(["patch", "-s", "-p0"], input=DIFF.encode(), capture_output=True, check=False)
    if patched.returncode != 127:
        assert (patched.returncode, file.read_bytes()) == (0, MENDED.encode())


def test_the_summary_says_what_could_be_fixed(call, file):
    file.write_text(SLIPS.replace("Title", "titel").replace("Factor,", "Factor, # x\n   "), encoding="utf-8")
    assert "(1 fixable with --fix, 1 more with --unsafe-fixes, " in call("check", str(file)).out
    found = json.loads(call("check", str(file), "--format", "json").out)["findings"]
    assert [(one["code"], one["fix"]) for one in found if "fix" in one] == [
        ("BC012", {"title": "write title", "safe": False}),
        ("BC313", {"title": "write Speed", "safe": True}),
    ]


def test_what_is_not_certain_is_mended_when_asked(call, file):
    file.write_text(SLIPS.replace("Title", "titel"), encoding="utf-8")
    assert call("check", str(file), "--fix").status == 1
    assert "titel" in file.read_text(encoding="utf-8")
    assert call("check", str(file), "--fix", "--unsafe-fixes").status == 0
    assert file.read_bytes() == MENDED.encode()


def test_only_what_is_selected_and_not_in_the_baseline_is_mended(call, file):
    call("check", str(file), "--select", "BC110", "--baseline", "known.json", "--write-baseline")
    call("check", str(file), "--fix", "--baseline", "known.json", "--ignore", "BC012")
    assert file.read_text(encoding="utf-8") == SLIPS.replace("[Sped]", "[Speed]")


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--fix"], "fixed"), (["--fix", "--format", "concise"], "fixed"), (["--show-fixes"], "would fix")],
)
def test_a_fix_that_cannot_be_made_says_why(call, file, words, said):
    text = MENDED.replace("[Price,      2,  6]", "[Price,      5.5,  6]").replace("reduce: [Price]", "reduce: [Prce]")
    file.write_text(text, encoding="utf-8")
    assert "(1 fixable with --fix, " in call("check", str(file)).out
    done = call("check", str(file), *words)
    left = "1 BC313 not-a-factor left: it would bring BC303 not-well-below"
    assert f"{said} nothing; {left}\n" in done.out + done.err
    rows = re.findall("  - .*\n", text)
    file.write_text(text.replace(rows[1] + rows[2], rows[2] + rows[1]), encoding="utf-8")
    done = call("check", str(file), *words)
    assert f"{said} 1 (1 BC110 axis-order); {left}\n" in done.out + done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fix", "--show-fixes"], "--fix writes and --show-fixes writes nothing"),
        (["--unsafe-fixes"], "--unsafe-fixes alone fixes nothing"),
        (["--show-fixes", "--format", "sarif"], "--show-fixes prints a diff"),
    ],
)
def test_options_that_do_not_fit_together(call, file, words, said):
    done = call("check", str(file), *words)
    assert (done.status, done.out) == (2, "")
    assert f"error: {said}\nhint: " in done.err
    assert file.read_bytes() == SLIPS.encode()


def test_standard_input_is_not_fixed(call):
    done = call("check", "-", "--fix", stdin=SLIPS.encode())
    assert (done.status, done.out) == (2, "")
    assert "error: standard input cannot be fixed\n" in done.err


@pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX files")
def test_a_link_and_a_mode_stay(call, file):
    file.chmod(0o640)
    Path("link.canvas.yaml").symlink_to(file)
    assert call("check", "link.canvas.yaml", "--fix").status == 0
    assert Path("link.canvas.yaml").is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (MENDED.encode(), 0o640)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a matter of rights, which root has")
def test_a_write_protected_file_is_left_and_the_others_are_fixed(call, file):
    Path("b.canvas.yaml").write_text(SLIPS, encoding="utf-8")
    file.chmod(0o440)
    done = call("check", ".", "--fix")
    assert done.status == 2
    assert "write-protected" in done.err
    assert (file.read_bytes(), Path("b.canvas.yaml").read_bytes()) == (SLIPS.encode(), MENDED.encode())


@pytest.mark.parametrize("form", ["CRLF", "marked", "no last line ending"])
def test_the_form_of_a_file_stays(call, file, form):
    was, wished = SLIPS.encode(), MENDED.encode()
    if form == "CRLF":
        was, wished = was.replace(b"\n", b"\r\n"), wished.replace(b"\n", b"\r\n")
    elif form == "marked":
        was, wished = b"\xef\xbb\xbf" + was, b"\xef\xbb\xbf" + wished
    else:
        was, wished = was.rstrip(b"\n"), wished.rstrip(b"\n")
    file.write_bytes(was)
    assert call("check", str(file), "--fix").status == 0
    assert file.read_bytes() == wished


def test_machines_get_their_format_and_people_the_rest(call, file):
    done = call("check", str(file), "--fix", "--format", "json")
    assert json.loads(done.out)["counts"]["error"] == 0
    assert done.err == f"fixed {FIXED}\n"


@pytest.mark.parametrize(
    ("before", "after", "hunk"),
    [
        ("a\nb", "a\nc", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
        ("".join(f"{at}\n" for at in range(9)), "".join(f"{at}\n" for at in range(8)),
         "@@ -6,4 +6,3 @@\n 5\n 6\n 7\n-8\n"),
        ("x: \x1b[31m\u202e\n", "y: 1\n", "@@ -1 +1 @@\n-x: \\x1b[31m<U+202E>\n+y: 1\n"),
        ("-- a\n", "++ b\n", "@@ -1 +1 @@\n--- a\n+++ b\n"),
    ],
)  # fmt: skip
def test_a_diff_is_one_that_patch_reads_and_a_screen_may_show(before, after, hunk):
    assert diff("a\nb", before.encode(), after.encode()) == f"--- a\\nb\n+++ a\\nb\n{hunk}"


def test_a_long_file_is_compared_in_time():
    before = "".join("same\n" * 3 + "x\n" for _ in range(20_000))
    shown = diff("a", b"first\n" + before.encode() + b"last\n", b"1\n" + before.encode() + b"2\n")
    assert shown.count("\n") == 2 * 80_002 + 3
