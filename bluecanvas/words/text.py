"""Text that knows its translations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bluecanvas.words.languages import match

_NONE: Mapping[str, str] = MappingProxyType({})


class Text(str):
    """A string in the canvas's language that can also be said in others."""

    translations: Mapping[str, str] = _NONE
    """By language tag, the text as others have it."""

    @classmethod
    def translated(cls, text: str, translations: Mapping[str, str]) -> Text:
        """The text as the canvas's language has it, and by language tag as others have it."""
        self = cls(text)
        self.translations = translations
        return self

    def say(self, language: str) -> str:
        """The text in a language, or as the canvas's own language has it where no translation is given."""
        if not self.translations:
            return str(self)
        tag = match(language, self.translations)
        return str(self) if tag is None else self.translations[tag]
