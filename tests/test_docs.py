"""README's commands run and print what it shows, and the links of every page lead somewhere.

A fenced `console` block is a session: each line that begins with `$ ` is run, in one folder for the whole page, and
what stands below it must be what it prints: a line `...` stands for any lines, `...` within a line for any text.
A `yaml` block after the words "Save this as `NAME`" is saved. Some blocks are left out by the comment above them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [page for page in ("README.md", "CONTRIBUTING.md") if (ROOT / page).is_file()]
LINKED = sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
NOT_RUN = {"not run", "first command", "second command"}
"""Comments that leave a block out; the two commands are what the build itself runs, in a clean checkout."""
_BLOCK = re.compile(
    r"(?P<before>(?:[^\n]+\n)*)\n*(?P<fence>```+|~~~+)(?P<kind>console|yaml)[^\n]*\n(?P<text>.*?\n)(?P=fence)[ \t]*(?=\n|\Z)",
    re.S,
)
_SAVE = re.compile(r"Save\s+this\s+as\s+`([^`]+)`")


@dataclass(frozen=True)
class Step:
    """A command of a page and what the page shows below it, empty where it shows nothing; or a file to save."""

    line: int
    command: str
    shown: str
    save: str = ""


def steps(page: str) -> Iterator[Step]:
    """The commands and the files of a page, in order."""
    for block in _BLOCK.finditer(page):
        line = page.count("\n", 0, block.start("text")) + 1
        save = _SAVE.search(block["before"])
        if block["kind"] == "yaml":
            if save:
                yield Step(line, "", block["text"], save[1])
            continue
        comment = re.search(r"<!-- (.*?) -->\s*\Z", block["before"])
        if comment and comment[1] in NOT_RUN:
            continue
        for part in re.split(r"(?m)^(?=\$ )", block["text"]):
            if part.startswith("$ "):
                command, _, shown = re.sub(r"\\\n(?:> ?)?", "", part[2:]).partition("\n")
                yield Step(line, command, shown.strip("\n"))
            line += part.count("\n")


def matches(shown: str, printed: str) -> bool:
    """Whether a command printed what a page shows."""
    lines = [
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n" for line in _lines(shown)
    ]
    return re.fullmatch("".join(lines), "".join(f"{line}\n" for line in _lines(printed))) is not None


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")] if text.strip() else []


def run(step: Step, folder: Path) -> tuple[str, str]:
    """What a command prints, on standard output and standard error."""
    if step.save:
        (folder / step.save).write_text(step.shown, encoding="utf-8")
        return "", ""
    scripts = sysconfig.get_path("scripts")
    surroundings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    more = {"SOURCE_DATE_EPOCH": "1790000000", "COLUMNS": "80", "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", step.command],
        cwd=folder,
        env={**surroundings, **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode in (0, 1), f"line {step.line}: {step.command}\n{out}{err}"
    return out, err


@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_the_page_shows(page, tmp_path):
    for name in ("canvases", "templates"):
        (tmp_path / name).mkdir()
        for file in (ROOT / name).iterdir():
            (tmp_path / name / file.name).write_bytes(file.read_bytes())
    wrong = []
    for step in steps((ROOT / page).read_text(encoding="utf-8")):
        out, err = run(step, tmp_path)
        if step.command and step.shown and not any(matches(step.shown, said) for said in (out, err + out, out + err)):
            wrong.append(f"{page}:{step.line}: {step.command}\n{out}{err}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", LINKED)
def test_pages_link_to_what_is_there(page):
    assert [link for link in links((ROOT / page).read_text(encoding="utf-8")) if not leads(link, ROOT / page)] == []


def links(page: str) -> list[str]:
    """Where a page's links lead, but for those into the web."""
    prose = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", page)
    return re.findall(r"\]\(<?(?!https?:|mailto:)([^)>\s]+)", prose) + re.findall(
        r'(?:src|href)="(?!https?:)([^"]+)"', prose
    )


def leads(link: str, page: Path) -> bool:
    """Whether a page's link leads to a file, and where it names one, to a heading in it."""
    name, _, heading = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not heading or heading in anchors(target.read_text(encoding="utf-8")))


def anchors(page: str) -> set[str]:
    """What a page's headings are called in links, as sites make it of them."""
    headings = re.findall(r"(?m)^#+ +(.+?) *$", re.sub(r"(?s)```.*?```", "", page))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("README.md", True),
        ("README.md#in-ci", True),
        ("README.md#nowhere", False),
        ("docs/", True),
        ("docs/nothing.md", False),
        ("#to-add-", True),
        ("#nowhere", False),
    ],
)
def test_this_harness_follows_links(link, there):
    assert links(f"See [it]({link}), not `[this](one)`.") == [link]
    assert leads(link, ROOT / "CONTRIBUTING.md") is there


PAGE = """\
# Page

Text.

```console
$ echo one
one
$ printf '1\\n2\\n3\\n'
1
...
$ echo quiet
```

<!-- not run -->
```console
$ false
```

```bash
$ neither
```

Some words. Save this
as `a.yaml`, or else:

```yaml
a: b
```

```yaml
c: d
```

<!-- any other comment -->
```console
$ cat a.yaml; echo a \\
> b
a: b
a b
```
"""


def test_this_harness_finds_the_commands():
    assert [(step.line, step.command, step.shown, step.save) for step in steps(PAGE)] == [
        (6, "echo one", "one", ""),
        (8, "printf '1\\n2\\n3\\n'", "1\n...", ""),
        (11, "echo quiet", "", ""),
        (27, "", "a: b\n", "a.yaml"),
        (36, "cat a.yaml; echo a b", "a: b\na b", ""),
    ]


def test_this_harness_runs_them(tmp_path):
    printed = [run(step, tmp_path)[0] for step in steps(PAGE)]
    assert printed == ["one\n", "1\n2\n3\n", "quiet\n", "", "a: b\na b\n"]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a", "a\n", True),
        ("a", "a  \n\n", True),
        ("a", "b\n", False),
        ("a", "a\nb\n", False),
        ("a\n...", "a\nb\nc\n", True),
        ("a\n...", "a\n", True),
        ("...\nc", "a\nb\nc\n", True),
        ("a\n...\nc", "a\nb\nb\nc\n", True),
        ("a\n...\nd", "a\nb\nc\n", False),
        ("a.c", "abc\n", False),
        ("a...c ... e", "abc d e\n", True),
        ("a...c", "a\nc\n", False),
        ("...\n", "x" * 50 + "\n", True),
        ("...", "", True),
    ],
)
def test_this_harness_compares(shown, printed, same):
    assert matches(shown, printed) is same
