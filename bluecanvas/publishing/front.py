"""The front matter of a template: what the lines between two `---` at its beginning say of the whole document."""

from __future__ import annotations

import re
from typing import NamedTuple

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"(\w[\w-]*)[ \t]*:[ \t]*(.*)\Z")
KEYS = ("title", "author", "date", "confidentiality", "logo", "audience")
"""What it may say; a call can set each of them too."""


class Front(NamedTuple):
    """What the front matter says, and the text without it."""

    entries: dict[str, str]
    """By our keys, values as Markdown."""
    text: str
    """The text that follows; entries that are not ours stay before it, for a site that reads them."""


def front(text: str) -> Front:
    """A template's text, or what it wrote, taken apart."""
    match = _FRONT.match(text)
    if not match:
        return Front({}, text)
    entries, others = {}, []
    for line in (match.group(1) or "").splitlines():
        entry = _ENTRY.match(line)
        if entry and entry.group(1) in KEYS:
            entries[entry.group(1)] = entry.group(2).strip().strip("\"'")
        elif line.strip():
            others.append(line)
    after = text[match.end() :].lstrip("\n")
    return Front(entries, "\n".join(("---", *others, "---", "", after)) if others else after)
