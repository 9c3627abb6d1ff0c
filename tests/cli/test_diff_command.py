"""`bluecanvas diff`: two files, two revisions, text for people, JSON for programs, Markdown for a pull request."""

from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from running import SCRIPT, on_a_terminal
from samples import TABLE

from bluecanvas.words import cells

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
CHANGED = TABLE.replace("Speed,      9,", "Speed,      4,").replace("Hubs,       1,", "Hubs,       6,")
CHANGED = CHANGED.replace("Meals,      1,", "Meals,      5,").replace("Kindness,   8,", "Kindness,   4,")


def put(name: str, text: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def git(*words: str, cwd: str = ".") -> str:
    who = ["-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *words], check=True, capture_output=True, cwd=cwd, text=True).stdout


@pytest.fixture
def pair(air):
    """Two canvases in the current folder."""
    return air, put("next.canvas.yaml", CHANGED)


@pytest.fixture
def history(air):
    """A repository with the canvas of old in its first revision, and a changed one in the folder."""
    git("init", "-q", ".")
    put("sub/air.canvas.yaml", TABLE)
    git("add", ".")
    git("commit", "-q", "-m", "first: of all")
    git("tag", "v1")
    put(air, CHANGED)
    return air


TOLD = """\
Short-haul air travel
air.canvas.yaml → next.canvas.yaml
4 changes: 2 levels raised and 2 levels lowered; ...

Levels
  Us
    ▲ Meals     1 → 5  +4
    ▲ Hubs      1 → 6  +5
    ▼ Kindness  8 → 4  −4
    ▼ Speed     9 → 4  −5
"""


def test_what_changed_for_people(call, pair):
    done = call("diff", *pair)
    assert (done.status, done.err) == (0, "")
    assert re.sub(r"lowered; [^L]*L", "lowered; ...\n\nL", done.out, count=1).startswith(TOLD)
    assert "  ~ Divergence of Us: divergent → partial\n" in done.out
    assert "\nNew findings\n  + BC" in done.out


def test_only_how_it_is_written(call, air):
    put("b.yaml", f"# a comment\n{TABLE}".replace("Speed", '"Speed"'))
    done = call("diff", air, "b.yaml")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("\nno change in the strategy: only how the file is written\n")


def test_one_file_twice(call, air):
    done = call("diff", air, air)
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("\nno change: the two files are the same, byte for byte\n")


def test_json(call, pair):
    done = call("diff", *pair, "--format", "json")
    assert (done.status, done.err) == (0, "")
    data = json.loads(done.out)
    assert data["version"] == 1
    assert [list(change) for change in data["changes"]] == [["kind", "curve", "factor", "from", "to", "text"]] * 4
    assert data["changes"][0] == {
        "kind": "raised", "curve": "Us", "factor": "Meals", "from": 1, "to": 5, "text": "Us: Meals raised from 1 to 5",
    }  # fmt: skip
    verdicts = {(one["reading"], one["curve"], one["from"], one["to"], one["fired"]) for one in data["verdicts"]}
    assert verdicts >= {
        ("divergence", "Us", "divergent", "partial", False),
        ("focus", "Us", "focused", "partial", False),
    }
    assert all(isinstance(one["fires"], bool) and one["why"] for one in data["verdicts"])
    assert {finding["change"] for finding in data["findings"]} == {"came"}
    assert {"code", "message", "level", "line"} <= set(data["findings"][0])
    assert (data["old"], data["new"]) == pair


def test_findings_are_those_of_the_projects_configuration(call, pair):
    def found(*words):
        return {one["code"] for one in json.loads(call("diff", *words, "--format", "json").out)["findings"]}

    every = found(*pair)
    assert every == found(*reversed(pair)) != set()
    first = min(every)
    put("bluecanvas.toml", f'ignore = ["{first}"]')
    assert found(*pair) == every - {first}
    put("bluecanvas.toml", '[per-file-ignores]\n"next*" = ["ALL"]')
    assert found(*pair) == set()  # both sides are judged as the new one is
    put("bluecanvas.toml", "ignroe = []")
    assert (done := call("diff", *pair)).status == 2
    assert "ignroe" in done.err


def test_no_change_as_json(call, air):
    data = json.loads(call("diff", air, air, "--format", "json").out)
    assert (data["changes"], data["verdicts"], data["findings"]) == ([], [], [])


def test_markdown_for_a_pull_request(call, pair):
    done = call("diff", *pair, "--format", "markdown", "-o", "over lay.png")
    assert (done.status, done.err) == (0, "wrote over lay.png\n")
    parts = done.out.split("\n\n")
    assert parts[0] == "## Short-haul air travel"
    assert parts[2].startswith("**4 changes: 2 levels raised and 2 levels lowered; ")
    assert parts[3] == "![Short-haul air travel: air.canvas.yaml → next.canvas.yaml](over%20lay.png)"
    assert parts[4:6] == [
        "### Levels",
        "| Curve | Factor   | From |    To | Change |\n"
        "| ----- | -------- | ---: | ----: | -----: |\n"
        "| Us    | Meals    |    1 | **5** |     +4 |\n"
        "| Us    | Hubs     |    1 | **6** |     +5 |\n"
        "| Us    | Kindness |    8 | **4** |     −4 |\n"
        "| Us    | Speed    |    9 | **4** |     −5 |",
    ]
    assert "### Verdicts" in parts
    assert "### New findings" in parts


def test_markdown_says_levels_of_different_scales_as_shares(call):
    put("old.yaml", "bluecanvas: 1\ntitle: T\nscores: [[F, Us, Them], [Speed, 1, 4], [Price, 4, 6], [Meals, 4, 6]]\n")
    new = "scale: {min: 1, max: 5}\nscores: [[F, Us, Them], [Speed, 1, 4], [Price, 4, null], [Meals, 2.6, 3.4]]\n"
    put("new.yaml", f"bluecanvas: 1\ntitle: T\n{new}")
    out = call("diff", "old.yaml", "new.yaml", "--format", "markdown").out
    assert (
        "| Us    | Speed  | 1 (10 %) |  **1 (0 %)** |          −10 % |\n"
        "| Us    | Price  | 4 (40 %) | **4 (75 %)** |          +35 % |\n"
        "| Them  | Speed  | 4 (40 %) | **4 (75 %)** |          +35 % |\n"
        "| Them  | Price  | 6 (60 %) |        **–** | became unknown |\n"
    ) in out


def test_what_a_reviewer_passes_over_is_folded(call, air):
    put("b.yaml", TABLE.replace("date: 2026", "date: 2027\nmarket: Europe"))
    out = call("diff", air, "b.yaml", "--format", "markdown").out
    assert "<details><summary>Texts and settings: 2</summary>\n\n- the date changed from 2026 to 2027\n" in out


def test_the_overlay_in_every_medium(call, pair):
    done = call("diff", *pair, "-o", "o.png", "-o", "o.svg", "-o", "o.pdf")
    assert (done.status, done.err) == (0, "wrote o.png\nwrote o.svg\nwrote o.pdf\n")
    assert done.out.startswith("Short-haul air travel\n")
    png = Path("o.png").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) > (600, 300)
    assert Path("o.pdf").read_bytes().startswith(b"%PDF-")
    svg = Path("o.svg").read_text(encoding="utf-8")
    assert "Us (before)" in svg
    assert "Rail" not in svg


def test_an_output_is_never_one_of_the_two(call, pair):
    for word in pair:
        shutil.copy(word, f"{word}.svg")
        done = call("diff", f"{pair[0]}.svg", f"{pair[1]}.svg", "-o", f"{word}.svg")
        assert (done.status, done.err) == (2, f"error: {word}.svg is the canvas itself\nhint: name another file\n")


def test_names_in_another_language(call, air):
    names = "texts: {zh-Hant: {factors: {Speed: 飛行速度, Meals: 餐食}, curves: {Us: 我們}}}\n"
    put("a.yaml", TABLE + names)
    put("b.yaml", CHANGED + names)
    out = call("diff", "a.yaml", "b.yaml", "--lang", "zh-TW").out
    assert (
        "  我們\n    ▲ 餐食      1 → 5  +4\n    ▲ Hubs      1 → 6  +5\n    ▼ Kindness  8 → 4  −4\n    ▼ 飛行速度  9 → 4  −5\n"
        in out
    )
    assert call("diff", "a.yaml", "b.yaml", "--lang", "?").status == 2


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_every_width(call, monkeypatch, pair, columns):
    put(
        "c.yaml",
        CHANGED.replace("Lounges,", "貴賓室與機場快速通關服務,")
        .replace("Hubs", "A" * 70)
        .replace("Rail", "鐵路 (高速)"),
    )
    put(
        "d.yaml",
        CHANGED.replace("Lounges,    0,", "貴賓室與機場快速通關服務,    9,").replace(
            "Hubs,       1,", f"{'A' * 70}, 9,"
        ),
    )
    monkeypatch.setenv("COLUMNS", columns)
    for words in (pair, ("c.yaml", "d.yaml")):
        out = call("diff", *words).out
        assert max(map(cells, out.splitlines())) <= int(columns)


def test_colours_only_where_there_are_some(pair):
    plain = on_a_terminal(["diff", *pair], {"NO_COLOR": "1"}, 80)
    shown = on_a_terminal(["diff", *pair], {"NO_COLOR": ""}, 80)
    assert "\x1b" not in plain
    assert "\x1b[36m▲\x1b[0m" in shown
    assert re.sub(r"\x1b\[\d+m", "", shown) == plain


def test_where_only_ascii_can_be_drawn(call, pair):
    out = call("diff", *pair, encoding="ascii").out
    assert out.isascii()
    assert "    ^ Meals     1 -> 5  +4\n    ^ Hubs      1 -> 6  +5\n" in out


def test_the_same_canvases_the_same_bytes(call, pair):
    for more in ([], ["--format", "json"], ["--format", "markdown"]):
        assert call("diff", *pair, *more).out == call("diff", *pair, *more).out
    pictures = []
    for name in ("one.svg", "two.svg"):
        call("diff", *pair, "-o", name)
        pictures.append(Path(name).read_bytes())
    assert pictures[0] == pictures[1]


def test_standard_input(call, pair):
    done = call("diff", pair[0], "-", stdin=CHANGED.encode())
    assert done.out == call("diff", *pair).out.replace("next.canvas.yaml", "<stdin>")
    assert call("diff", "-", "-").err == (
        "error: both canvases are to come from standard input\nhint: name a file for one of them\n"
    )


@needs_git
def test_a_revision(call, history):
    for old in ("HEAD", "v1", "HEAD^{/first: of}", ""):
        done = call("diff", f"{old}:{history}", history)
        assert (done.status, done.err) == (0, ""), done
        assert done.out.split("\n")[1] == f"{old}:{history} → {history}"
        assert TOLD.partition("\n\n")[2] in done.out
    assert "no change" in call("diff", f"HEAD:{history}", "v1:./air.canvas.yaml").out


@needs_git
def test_from_a_folder_within_the_repository(call, history, monkeypatch):
    monkeypatch.chdir("sub")
    Path("../air.canvas.yaml").rename("other.yaml")
    done = call("diff", "HEAD:./air.canvas.yaml", "other.yaml")
    assert (done.status, done.err) == (0, "")
    put("deep/x.canvas.yaml", TABLE)
    git("add", "deep")
    done = call("diff", ":deep/x.canvas.yaml", "other.yaml")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "error: there is no file deep/x.canvas.yaml in the index\n"
        "hint: paths begin at the top of the repository; from here it is :./deep/x.canvas.yaml\n"
    )


@needs_git
@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("haed:air.canvas.yaml", "error: there is no revision haed in this repository\nhint: did you mean `HEAD`? "),
        ("-x:air.canvas.yaml", "error: there is no revision -x in this repository"),
        ("--output=x:air.canvas.yaml", "error: there is no revision --output=x in this repository"),
        ("HEAD:aire.canvas.yaml", "error: there is no file aire.canvas.yaml in HEAD\nhint: did you mean `air.canvas.yaml`?"),
        ("HEAD:sub", "error: sub is a folder in HEAD\nhint: name a canvas in it"),
        ("HEAD:-x", "error: there is no file -x in HEAD"),
        ("HEAD:", "error: there is no file HEAD:"),
        ("HEAD:a\nb", "error: there is no file a\\nb in HEAD"),
        ("::error::x", "error: there is no file"),
    ],
)  # fmt: skip
def test_what_git_does_not_have(call, history, word, message):
    done = call("diff", "--", word, history)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(message)


@needs_git
def test_outside_a_repository(call, air):
    done = call("diff", f"HEAD:{air}", air)
    assert done.status == 2
    assert done.err.startswith(f"error: there is no file HEAD:{air}, and this folder is in no git repository\n")


def test_without_git(call, air, monkeypatch):
    monkeypatch.setenv("PATH", "")
    done = call("diff", f"HEAD:{air}", air)
    assert done.status == 2
    assert done.err == f"error: HEAD:{air} needs git, which is not installed\nhint: name a file instead\n"


@needs_git
def test_a_file_whose_name_has_a_colon_wins(call, history):
    put("HEAD:air.canvas.yaml", CHANGED)
    assert "no change" in call("diff", "HEAD:air.canvas.yaml", history).out


@needs_git
def test_nothing_of_a_repository_is_run(call, history):
    git("config", "core.fsmonitor", "touch ran #")
    git("config", "diff.x.textconv", "touch ran #")
    git("config", "filter.x.smudge", "touch ran #")
    put(".gitattributes", "*.yaml diff=x filter=x\n")
    assert call("diff", f"HEAD:{history}", history).status == 0
    assert not Path("ran").exists()


@needs_git
def test_a_huge_file_of_a_revision(call, history):
    put("huge.canvas.yaml", b"bluecanvas: 1\n" + b"#" * 3_000_000)
    git("add", "huge.canvas.yaml")
    done = call("diff", ":huge.canvas.yaml", history)
    assert (done.status, done.out) == (1, "")
    assert "error BC017" in done.err


HOSTILE = {
    "empty": b"",
    "no canvas": b"[1, 2]\n",
    "no text": b"\xff\xfe\x00\x00\x81",
    "nested": b"[" * 100_000,
    "an error": TABLE.replace("Price,      2", "Price,     17").encode(),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_as_a_canvas(call, air, data):
    put("bad.yaml", data)
    for words in (("bad.yaml", air), (air, "bad.yaml")):
        done = call("diff", *words)
        assert (done.status, done.out) == (1, "")
        assert done.err.endswith("error: bad.yaml cannot be compared before this is mended\n")


def test_what_is_no_file(call, air, tmp_path):
    assert call("diff", "nowhere.yaml", air).err.startswith("error: there is no file nowhere.yaml")
    assert call("diff", air, str(tmp_path)).status == 2
    assert call("diff", air).status == 2
    assert call("diff", air, air, "--format", "jason").err.endswith(
        "did you mean `json`? known here: text, json, markdown\n"
    )


def test_names_cannot_command_anything(call):
    name = '"\\n::error::##[group] <b>*x*</b> | [l](http://e.org)"'
    put("a.yaml", TABLE.replace("[Speed,", f"[{name},").replace("title: Short-haul air travel", f"title: {name}"))
    put(
        "b.yaml",
        CHANGED.replace("[Speed,", f"[{name},")
        .replace("Us,", '"::warning::",')
        .replace("title: Short-haul air travel", 'title: "::x"'),
    )
    for format in ("text", "json", "markdown"):
        done = call("diff", "a.yaml", "b.yaml", "--format", format)
        assert (done.status, done.err) == (0, "")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", done.out)
        assert "##[" not in done.out
        assert not any(line.lstrip().startswith("::") for line in done.out.splitlines())
    assert not re.search(r"(?<!\\)\*x|<b>|(?<!\\)\]\(http", done.out)


def test_many_factors_all_renamed_are_soon_compared(call):
    def big(word: str) -> str:
        rows = "".join(f"  - [{word} {i}, {', '.join(str((i * j) % 11) for j in range(1, 41))}]\n" for i in range(400))
        curves = ", ".join(f"c{j}" for j in range(1, 41))
        return f"bluecanvas: 1\ntitle: Big\nscores:\n  - [Factor, {curves}]\n{rows}"

    put("a.yaml", big("factor"))
    put("b.yaml", big("thing"))
    done = call("diff", "a.yaml", "b.yaml", "--format", "json")
    assert done.status == 0
    assert len(json.loads(done.out)["changes"]) == 800


@needs_git
def test_as_the_external_diff_of_git(history):
    """The commands of docs/diff.md."""
    page = (Path(__file__).parents[2] / "docs" / "diff.md").read_text(encoding="utf-8")
    command = re.search(r"git config diff\.bluecanvas\.command (.*)\n", page)
    tool = re.search(r"git config difftool\.bluecanvas\.cmd (.*)\n", page)
    assert command
    assert tool
    put(".gitattributes", "*.canvas.yaml diff=bluecanvas\n")
    put("new.canvas.yaml", TABLE)
    git("add", "-N", "new.canvas.yaml")
    folder = str(Path(SCRIPT).parent)
    for setting in (command, tool):
        line = f'export PATH="{folder}:$PATH"; {setting[0]}'
        subprocess.run(["bash", "-ec", line], check=True, capture_output=True)
    shown = subprocess.run(
        ["bash", "-ec", f'export PATH="{folder}:$PATH"; git diff; git difftool --no-prompt -t bluecanvas HEAD -- air.canvas.yaml'],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert shown.count("    ▼ Speed     9 → 4  −5\n") == 2
    assert "+bluecanvas: 1\n" in shown  # a new file has nothing to be compared with
