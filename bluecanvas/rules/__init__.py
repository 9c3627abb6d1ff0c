"""Rules: one file each, named after its code and name; the module's docstring is the rule's page.

A rule module has `LEVEL`, optionally `CONFIDENCE` and `AS_TYPED`, and a function `check(canvas, **options)` that yields findings;
it has none where the reader itself finds it while reading. Options are keywords with defaults; two keywords are given by
whoever asks: `voice`, in which a rule says what it finds, and `as_of`, for rules about age. `SILENCES` names the rules that
say nothing of a canvas for as long as this one's finding is there to be mended.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from bluecanvas.errors import BluecanvasError, CallError
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.named import NamedTuple
from bluecanvas.registry import Folder
from bluecanvas.words import quoted, suggestion, visible

RULES = Folder(__name__, list(__path__))

_DIGITS = str.maketrans("OIL", "011")
"""Letters that are typed for digits."""
_FILE = re.compile(r"(bc\d{3})_([a-z0-9_]+)\Z")


class Rule(NamedTuple):
    """A rule: what it is called, how much it weighs, its page, and the function that looks."""

    code: str
    name: str
    level: Level
    confidence: Confidence
    page: str
    check: Callable[..., Iterable[Finding]] | None
    """None where the reader finds it while reading."""
    as_typed: bool = False
    """Whether it asks what is typed rather than how high anything stands, so that errors elsewhere change nothing."""
    silences: frozenset[str] = frozenset()
    """The codes of rules that may first speak once its finding is mended: they had nothing to go by."""

    @property
    def blocks(self) -> bool:
        """Whether its finding keeps other rules from being asked: the canvas could not be read as meant."""
        return self.check is None and self.level is Level.ERROR

    @property
    def summary(self) -> str:
        """The page's first sentence."""
        return self.page.strip().splitlines()[0].strip()


@lru_cache(maxsize=1)
def modules() -> dict[str, str]:
    """Every rule's code and the module it is in; two files with one code or name fail at once."""
    found: dict[str, str] = {}
    names: set[str] = set()
    for module in RULES.names:
        match = _FILE.match(module)
        if match is None:
            raise BluecanvasError(f"rules/{module}.py is no rule", "name it like bc201_me_too_curve.py")
        code, name = match.group(1).upper(), match.group(2)
        if code in found or name in names:
            raise BluecanvasError(f"rules/{module}.py has the code or name of another rule")
        found[code] = module
        names.add(name)
    return found


@cache
def rule(code: str) -> Rule:
    """The rule of a code or a name, whichever case; CallError with the nearest where there is none."""
    wanted = code.strip()
    by_code = modules()
    module = by_code.get(wanted.upper())
    if module is None:
        named = {_name(file): file for file in by_code.values()}
        module = named.get(wanted.lower().replace("_", "-"))
        if module is None:
            meant = wanted.upper().translate(_DIGITS)
            near = f"did you mean `{meant}`?" if meant in by_code else suggestion(wanted, [*by_code, *named], most=0)
            raise CallError(f"there is no rule {quoted(visible(code))}", near or "see: bluecanvas rule")
    found = RULES.load(module)
    return Rule(
        code=module[:5].upper(),
        name=_name(module),
        level=found.LEVEL,
        confidence=getattr(found, "CONFIDENCE", Confidence.HIGH),
        page=found.__doc__ or "",
        check=getattr(found, "check", None),
        as_typed=getattr(found, "AS_TYPED", False),
        silences=getattr(found, "SILENCES", frozenset()),
    )


def every() -> tuple[Rule, ...]:
    """All rules, by code."""
    return tuple(rule(code) for code in modules())


def _name(module: str) -> str:
    return module[6:].replace("_", "-")
