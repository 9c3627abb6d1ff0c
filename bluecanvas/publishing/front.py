"""The front matter of a template: what the lines between two `---` at its beginning say of the whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluecanvas.canvas.audience import Audience
from bluecanvas.named import NamedTuple
from bluecanvas.words import clip, fold, slip, suggestion, visible

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENTS = re.compile(r"(?:\s*\{#.*?#\})*[ \t]*\n?", re.DOTALL)
_ENTRY = re.compile(r"(\w[\w-]*)[ \t]*:[ \t]*(.*)\Z")
_MEANT = re.compile(r"[\s\"'`*-]*(\w[\w-]*)[\s\"'`*]*(?:[:：=]|\s(?=(?:team|board|public)\b))(.*)\Z")
"""A line that means an entry, whatever stands around its key or in the place of the colon."""
KEYS = ("title", "author", "date", "confidentiality", "logo", "audience")
"""What it may say; a call can set each of them too."""
_OTHERS = frozenset(("authors",))
"""What comes near to ours, and is a key of its own to many a site."""
_NEAR = 0.75
"""How near a key must come to `audience` to be a slip: what it lets through is published."""
_LONGEST = 60
_OF_TEMPLATES = ("{%", "{#", "{{")
_CLOSES = re.compile(r"[\]}, \t]+")


class Front(NamedTuple):
    """What the front matter says, and the text without it."""

    entries: dict[str, str]
    """By our keys, values as Markdown."""
    text: str
    """The text that follows; entries that are not ours stay before it, for a site that reads them."""


class Slip(NamedTuple):
    """What is wrong with front matter, and how to mend it."""

    line: int
    message: str
    hint: str


def front(text: str) -> Front:
    """What a template wrote, taken apart."""
    match = _FRONT.match(text)
    if not match:
        return Front({}, text)
    entries, others = {}, []
    for line in (match.group(1) or "").split("\n"):
        entry = _ENTRY.match(line)
        if entry and entry.group(1) in KEYS:
            entries[entry.group(1)] = _value(entry.group(2))
        elif line.strip():
            others.append(line)
    after = text[match.end() :].lstrip("\n")
    return Front(entries, "\n".join(("---", *others, "---", "", after)) if others else after)


def front_of_source(text: str) -> Front:
    """The front matter of a template as it is written, before which comments may stand."""
    found = _COMMENTS.match(text)
    return front(text[found.end() :] if found else text)


def slips(text: str) -> list[Slip]:
    """What in a template's front matter is surely meant otherwise than it would be read, in order of line.

    A key that is not read is no small thing: without its `audience`, a report is for the team.
    """
    found = _COMMENTS.match(text)
    begins = found.end() if found else 0
    first = text.count("\n", 0, begins) + 1
    lines = text[begins:].split("\n")
    while lines and not lines[0].strip():
        first += 1
        del lines[0]
    if not lines:
        return []
    closes = next((at for at, line in enumerate(lines) if at and line.rstrip(" \t") == "---"), None)
    if lines[0].strip() == "---" and closes is not None:
        return [*_within(lines[1:closes], first + 1), *_second(lines[closes + 1 :], first + closes + 1)]
    return list(_around(lines, first))


def _second(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """What is wrong with a block straight after the first: it is text."""
    begins = next((at for at, line in enumerate(lines) if line.strip()), None)
    if begins is None or lines[begins].strip() != "---":
        return
    for at, line in enumerate(lines[begins + 1 :], begins + 1):
        if not line.strip() or line.strip() == "---":
            return
        key, value = _meant(line)
        if key == "audience" and fold(value) in tuple(Audience):
            yield Slip(first + at, f"`{_shown(line)}` stands outside front matter", "write it into the first block")
            return


def _around(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """What is wrong where no front matter is: a block that never ends, or that never began."""
    opened = lines[0].strip() == "---"
    for at, line in enumerate(lines):
        if not line.strip():
            return
        key, value = _meant(line)
        if opened and key:
            yield Slip(first, "the front matter has no end", "write a line of --- after its last key")
            return
        if key == "audience" and fold(value) in tuple(Audience):
            said = f"`{_shown(line)}` stands outside front matter"
            yield Slip(first + at, said, "write a line of --- before it, and one after it, at the very beginning")
            return


def _within(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """What is wrong with the lines of front matter."""
    decides = any("{%" in line for line in lines)
    seen: set[str] = set()
    theirs = False
    for number, line in enumerate(lines, first):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if theirs and line[0] in " \t-":  # what belongs to a key of their own
            continue
        entry = _ENTRY.match(line)
        key, value = _meant(line)
        if entry and entry.group(1) in KEYS:
            if key in seen and (key == "audience" or not decides):
                yield Slip(number, f"`{key}` stands here a second time", "leave one of them")
            seen.add(key)
            said = _value(entry.group(2))
            if key == "audience" and said not in tuple(Audience):
                yield Slip(number, f"there is no audience {visible(said)!r}", suggestion(said, list(Audience)))
        elif key:
            mend = f"write `{key}: {_shown(value)}` at the beginning of the line"
            yield Slip(number, f"`{_shown(line)}` is not read", f"{mend}; a key of your own needs another name")
        elif not (entry or line.lstrip().startswith(_OF_TEMPLATES) or (theirs and _CLOSES.fullmatch(line))):
            yield Slip(
                number, f"`{_shown(line)}` is not read", "write each as `key: value`, at the beginning of a line"
            )
        theirs = bool(entry) and not key


def _meant(line: str) -> tuple[str, str]:
    """Which of our keys a line means and what it says of it; none where it is another's."""
    found = _MEANT.match(line)
    if found is None:
        return "", ""
    word, value = found.group(1), _value(found.group(2))
    if word in _OTHERS:
        return "", value
    return _key(word), value


def _key(word: str) -> str:
    """Our key that a word is or comes near to; "" where there is none."""
    if word in KEYS:
        return word
    from difflib import SequenceMatcher  # only where a key is another's, or a slip

    folded = fold(word)[:_LONGEST]
    if SequenceMatcher(None, folded, "audience").ratio() >= _NEAR:
        return "audience"
    return slip(word, KEYS) or ""


def _value(text: str) -> str:
    return text.strip().strip("\"'")


def _shown(text: str) -> str:
    return clip(visible(text.strip()), _LONGEST)
