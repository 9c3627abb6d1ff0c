"""A report to write as plain data, so that another process can do it, and what comes back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Job:
    """A template, what messages call its folder, and everything the template may see."""

    folder: str
    name: str
    shown: str
    language: str
    facts: dict[str, Any]
    """`canvas`, `findings`, `settings` and `name`."""
    blocks: dict[str, str]
    """By name, what a section has to show, in words; empty where it has nothing."""


class Placed(NamedTuple):
    """What a template asks to be shown at a place: a section's picture, or its table or text."""

    name: str
    picture: bool
    alt: str
    """What a picture shows in words."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report's text, and what is to be shown at its marks."""

    text: str
    placed: tuple[Placed, ...]


MARK = re.compile("\0(\\d+)\0")
"""What stands in the text until something is shown there; no text of a canvas can hold it."""


def display(shown: str, name: str) -> str:
    """What messages call a template: its name under what they call its folder."""
    return name if shown in ("", ".") else f"{shown}/{name}"


def mark(number: int) -> str:
    """The mark of the thing placed by that number."""
    return f"\0{number}\0"
