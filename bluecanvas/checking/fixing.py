"""Fixing: the fixes of findings made in a file's bytes, round by round, each checked again before it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Sequence
from typing import TypeAlias

from bluecanvas.finding import Level, Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.rules import rule
from bluecanvas.source.editing import Refused, rewritten

_MOST_ROUNDS = 20
_MOST_FAILED = 24
"""Each try is a whole check, and halving a group finds a fix that does harm among a thousand in ten."""
_MANY = 150
"""With so many findings a try takes long, and counts for more."""
_LONG = 4_000
"""Bytes: so does one on a file that is longer, once for each time."""
_NOTHING = "it would not mend the finding"
_NO_MORE = "too many were tried before it, run it again"

Check: TypeAlias = Callable[[bytes], Sequence[Verdict]]
"""Every finding on a file's bytes, as it is asked for: selected, with suppressions and baseline marked."""


class Dropped(NamedTuple):
    """A finding whose fix was not made, and why: "it would bring BC303 not-well-below"."""

    verdict: Verdict
    why: str


class Mended(NamedTuple):
    """What fixing a file came to."""

    data: bytes
    """The file's bytes, mended; the same as before where nothing could be."""
    fixed: tuple[Verdict, ...]
    """The findings that were mended, where they stood when they were."""
    left: tuple[Verdict, ...]
    """Every finding on the mended file."""
    dropped: tuple[Dropped, ...] = ()
    """The fixes that were asked for and not made, each with what kept it from being made."""


def mend(data: bytes, check: Check, unsafe: bool = False) -> Mended:
    """Make the fixes of a file's findings that stand, until none is left that can be made.

    A fix is dropped that cannot be made in the text, does not mend its finding, or brings another with it. A file
    that is mended once is not changed again.
    """
    fixed: list[Verdict] = []
    left = check(data)
    dropped: dict[tuple[str, str], str] = {}
    spent = 0
    for _ in range(_MOST_ROUNDS):
        groups = [_open(left, dropped) or (_open(left, dropped, unsafe) if unsafe else [])]  # what is certain first
        made = None
        while made is None and groups and groups[0] and spent < _MOST_FAILED:
            group = groups.pop(0)
            more = len(data) // _LONG + len(left) // _MANY
            tried = _made(data, left, group, check)
            if not isinstance(tried, str):
                made = tried
                data, left = made
                fixed += group
            elif len(group) > 1:
                groups += [group[: len(group) // 2], group[len(group) // 2 :]]
            else:
                dropped[_named(group[0])] = tried
            spent += more + (not made)
        if made is None:
            break
    return Mended(
        data, tuple(fixed), tuple(left),
        tuple(Dropped(one, dropped.get(_named(one), _NO_MORE)) for one in fixable(left, unsafe)),
    )  # fmt: skip


def fixable(verdicts: Sequence[Verdict], unsafe: bool = False) -> list[Verdict]:
    """The findings that stand and have a fix that is asked for."""
    return [one for one in verdicts if one.fix is not None and one.stands and (unsafe or one.fix.safe)]


def _open(verdicts: Sequence[Verdict], dropped: Container[tuple[str, str]], unsafe: bool = False) -> list[Verdict]:
    return [one for one in fixable(verdicts, unsafe) if _named(one) not in dropped]


def _made(
    data: bytes, before: Sequence[Verdict], group: Sequence[Verdict], check: Check
) -> tuple[bytes, Sequence[Verdict]] | str:
    """The bytes with the fixes of a group made, and the findings on them; where that cannot be or does harm, why."""
    changes = dict.fromkeys(change for one in group if one.fix is not None for change in one.fix.changes)
    try:
        after = rewritten(data, changes, keep_comments=all(one.fix.safe for one in group if one.fix))
    except Refused as refused:
        return f"it cannot be made in the text: {refused}"
    if after == data:
        return _NOTHING
    found = check(after)
    gone = Counter(map(_named, before)) - Counter(map(_named, found))
    if Counter(map(_named, group)) - gone:
        return _NOTHING
    if worse := _brought(before, found):
        return f"it would bring {' and '.join(f'{code} {rule(code).name}' for code in worse)}"
    return after, found


def _brought(before: Sequence[Verdict], after: Sequence[Verdict]) -> list[str]:
    """The codes of errors that come, and of warnings, but for rules that a finding which is gone had kept silent."""
    errors, left = _codes(before, Level.ERROR), _codes(after, Level.ERROR)
    if left - errors:
        return sorted(left - errors)
    if left != errors:
        return []  # errors keep all rules silent
    gone = Counter(one.code for one in before) - Counter(one.code for one in after)
    heard = frozenset[str]().union(*(rule(code).silences for code in gone))
    return sorted((_codes(after, Level.WARNING) - _codes(before, Level.WARNING)).keys() - heard)


def _named(verdict: Verdict) -> tuple[str, str]:
    return verdict.code, verdict.known_as


def _codes(verdicts: Sequence[Verdict], level: Level) -> Counter[str]:
    """How many findings of a level there are by code, the suppressed ones too."""
    return Counter(verdict.code for verdict in verdicts if verdict.level is level)
