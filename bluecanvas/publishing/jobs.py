"""A report to write as plain data, so that another process can do it, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """A template, what messages call its folder, and everything the template may see."""

    folder: str
    name: str
    shown: str
    language: str
    facts: dict[str, Any]
    """`canvas`, `findings`, `settings` and `name`."""
    blocks: dict[str, tuple[str, str]]
    """By name, what there is to show: as Markdown, and in words; both empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report's text, and the figures it asks for: name and alternative text, in the order of their marks."""

    text: str
    figures: tuple[tuple[str, str], ...]


def display(shown: str, name: str) -> str:
    """What messages call a template: its name under what they call its folder."""
    return name if shown in ("", ".") else f"{shown}/{name}"


def mark(number: int) -> str:
    """What stands in the text for a figure until its picture's path is known; no text of a canvas can hold it."""
    return f"\0figure {number}\0"
