"""Options of rules: the keyword-only parameters of their checks, and the values that these take."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import TypeAlias

from bluecanvas.errors import CallError
from bluecanvas.rules import Rule
from bluecanvas.words import suggestion

Value: TypeAlias = bool | int | float | str | tuple[str, ...]

AS_OF = "as_of"
"""The parameter of rules about age: a date of the run, and no option."""
VOICE = "voice"
"""The parameter of rules that speak in the reader's language, and no option."""
_GIVEN = frozenset((AS_OF, VOICE))


def options_of(known: Rule) -> Mapping[str, Value]:
    """A rule's options with their defaults."""
    defaults: Mapping[str, Value] = getattr(known.check, "__kwdefaults__", None) or {}
    return {name: default for name, default in defaults.items() if name not in _GIVEN}


def about_age(known: Rule) -> bool:
    """Whether a rule asks as of when it is asked."""
    return AS_OF in (getattr(known.check, "__kwdefaults__", None) or {})


def speaks(known: Rule) -> bool:
    """Whether a rule says what it finds in the reader's language."""
    return VOICE in (getattr(known.check, "__kwdefaults__", None) or {})


def taken(known: Rule, option: str, value: object) -> Value:
    """A value as an option takes it; CallError where there is no such option, or where it takes no such value."""
    options = options_of(known)
    if option not in options:
        hint = suggestion(option, options) if options else "`level` is all that can be set for it"
        raise CallError(f"{known.code} {known.name} has no option `{option}`", hint)
    wanted = _wanted(options[option])
    found = _fitting(options[option], value)
    if found is None:
        raise CallError(f"`{option}` is {shown(value)}", f"{known.code} {known.name} takes {wanted}")
    return found


def shown(value: object) -> str:
    """A value as a configuration has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return f"[{', '.join(shown(item) for item in value)}]"
    return "a table" if isinstance(value, dict) else str(value)


def _share(default: float) -> bool:
    return isinstance(default, float) and 0 <= default <= 1


def _wanted(default: Value) -> str:
    if isinstance(default, bool):
        return "true or false"
    if isinstance(default, tuple):
        return 'a list of texts, as in ["…", "…"]'
    if isinstance(default, str):
        return "a text"
    if isinstance(default, int):
        return "a whole number from 0 on"
    return "a number from 0 to 1" if _share(default) else "a number from 0 on" if default >= 0 else "a number"


def _fitting(default: Value, value: object) -> Value | None:
    """The value as one of the default's kind, None where it is none."""
    if isinstance(default, tuple):
        fits = isinstance(value, list | tuple) and all(isinstance(item, str) and item.strip() for item in value)
        return tuple(str(item) for item in value) if fits and isinstance(value, list | tuple) else None
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(default, bool) and isinstance(value, bool) else None
    if isinstance(default, str):
        return value if isinstance(value, str) and value.strip() else None
    if not isinstance(value, int if isinstance(default, int) else int | float):
        return None
    number = value if isinstance(default, int) else _as_float(value)
    if number is None or (default >= 0 > number) or (_share(default) and number > 1):
        return None
    return number


def _as_float(value: int | float) -> float | None:
    try:
        return float(value) if isfinite(value) else None
    except OverflowError:
        return None
