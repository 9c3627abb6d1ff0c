"""What pictures of value curves say of how they are drawn."""

from __future__ import annotations

from bluecanvas.words import label


def say(key: str, language: str, **names: str) -> str:
    """A remark in a language, in English where it has none there; the names are put in as they are."""
    return label(f"view.{key}", language, **names)
