"""The words of the interactive page itself, by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from bluecanvas.words.catalogues import spoken
from bluecanvas.words.labels import KEYS, label

_SECTIONS = ("page", "verdict")
_READINGS = ("divergence", "focus", "convergence")
"""Those the page works out anew when a level is moved."""
_VERDICTS = (
    "not-judged", "me-too", "flat", "divergent", "partial", "no-emphasis", "unfocused", "focused", "apart", "converged", "tiers",
)  # fmt: skip
"""What it may find of them."""
_UNSAID = ("table", "moved", "facets")


def page_words(language: str) -> Mapping[str, str]:
    """Every word of the page in a language, by the name its script knows it by; English where one is missing."""
    return _words(spoken(language))


@lru_cache(maxsize=16)
def _words(language: str) -> Mapping[str, str]:
    found = {name: label(f"reading.{name}", language) for name in _READINGS}
    for key in KEYS:
        section, _, name = key.partition(".")
        if section in _SECTIONS and name not in _UNSAID and (section == "page" or name in _VERDICTS):
            found[name] = label(key, language)
    if label("decimal", language) != ".":
        found["decimal"] = label("decimal", language)
    return MappingProxyType(found)
