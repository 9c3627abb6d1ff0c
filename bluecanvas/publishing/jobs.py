"""A report to write as plain data, so that another process can do it, and what comes back."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any, Protocol

from bluecanvas.named import NamedTuple


class Job(NamedTuple):
    """A template, what messages call its folder, and everything the template may see."""

    folder: str
    name: str
    shown: str
    language: str
    facts: dict[str, Any]
    """`canvas`, `findings`, `settings` and `name`."""
    blocks: dict[str, str]
    """By name, what a section has to show, in words; empty where it has nothing."""


class Kept(Hashable, Protocol):
    """What can be kept between runs and done without: bytes, by a text that says all that they depend on."""

    def recall(self, key: str) -> bytes | None:
        """What was kept, None where nothing was."""

    def keep(self, key: str, data: bytes) -> None:
        """Keep some bytes."""


class Placed(NamedTuple):
    """What a template asks to be shown at a place: a section's picture, or its table or text."""

    name: str
    picture: bool
    alt: str
    """What a picture shows in words."""


class Rendered(NamedTuple):
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
