"""Settings: all that a check's answer on a canvas depends on beside the canvas itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from bluecanvas.checking.globs import glob, names_of
from bluecanvas.checking.options import Value
from bluecanvas.checking.selection import Layer, chosen
from bluecanvas.finding import Level
from bluecanvas.named import NamedTuple
from bluecanvas.rules import modules
from bluecanvas.words.catalogues import ENGLISH, spoken

Options: TypeAlias = tuple[tuple[str, tuple[tuple[str, Value], ...]], ...]
"""By code, the options that are not as the rule has them by itself; sorted."""


class Settings(NamedTuple):
    """Which rules are asked, and how; one value for a whole run, which can be hashed and compared."""

    codes: frozenset[str]
    options: Options = ()
    levels: tuple[tuple[str, Level], ...] = ()
    """By code, the levels that are not as the rule has them by itself; sorted."""
    as_of: date | None = None
    """The day that rules about age compare with; without it they are silent."""
    per_file: tuple[tuple[str, frozenset[str]], ...] = ()
    """By glob, the codes that are not asked of some files."""
    language: str = ENGLISH
    """The language that findings are said in."""

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Settings:
        """The rules selected (all where none is named) but for those ignored; CallError for a word that fits none."""
        return cls(chosen(Layer(tuple(select), tuple(ignore))))

    def saying(self, language: str | None) -> Settings:
        """The same, with findings said in a language; in English without one, and where there are no words of it."""
        said = language if language is not None and spoken(language) != ENGLISH else ENGLISH
        return self if said == self.language else self._replace(language=said)

    def at(self, file: str) -> Settings:
        """What holds for one file, named from where the globs are: equal wherever the same is asked, and globs no more."""
        if not self.per_file:
            return self
        names = names_of(file)
        left_out = [codes for pattern, codes in self.per_file if glob(pattern).matches(names)]
        return _without(self, frozenset().union(*left_out))

    @property
    def key(self) -> str:
        """The settings as a text, the same on every machine and in every run."""
        levels = [(code, level.value) for code, level in self.levels]
        per_file = [(pattern, sorted(codes)) for pattern, codes in self.per_file]
        asked = repr((sorted(self.codes), self.options, levels, str(self.as_of or ""), per_file))
        return asked if self.language == ENGLISH else f"{asked} {self.language}"


@lru_cache(maxsize=256)
def _without(settings: Settings, codes: frozenset[str]) -> Settings:
    return settings._replace(codes=settings.codes - codes, per_file=())


EVERYTHING = Settings(frozenset(modules()))
"""Every rule as it is by itself."""
