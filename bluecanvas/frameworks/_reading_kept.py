"""What was computed from a sheet, kept by what it is: shared by all sheets in which what it depends on is the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")
_REFERENCE = None
"""The row of what a curve is held against, which moves with each rival."""


class Kept:
    """Keeps figures for a sheet and for those made from it by moving levels, or by leaving rivals out."""

    def __init__(self) -> None:
        self._moved: dict[str | None, Hashable] = {}
        """The rows that are others than in the sheet this one was made from, and how."""
        self.same_sets = True
        """Whether the sets are those of the sheet this one was made from."""
        self._shared: dict[Hashable, object] = {}
        """What was computed, by what it is; a sheet and those made from it by moving levels share it."""
        self._own: dict[Hashable, object] = self._shared
        self._of_rows: dict[Hashable, object] = {}
        """What depends on rows alone, whoever the rivals are: shared with the sheets against one group, too."""

    def keep(self, key: tuple[object, ...], found: object) -> None:
        """Keep what depends on rows alone and was worked out together with other things, unless it is kept already."""
        self._of_rows.setdefault(key, found)

    def is_moved(self, row: str | None) -> bool:
        """Whether a row is another than in the sheet as it was."""
        return row in self._moved

    def kept_of_rows(self, key: tuple[object, ...], compute: Callable[[], T], *rows: str | None) -> T:
        """As `kept`, for what depends on nothing but those rows and the sets of factors."""
        if not self.same_sets or (self._moved and any([row in self._moved for row in rows])):  # noqa: C419 - quicker so
            return self.kept(key, compute, *rows)
        keep = self._of_rows
        found = keep.get(key, keep)
        if found is keep:
            found = keep[key] = compute()
        return found  # type: ignore[return-value] # as below

    def kept(self, key: tuple[object, ...], compute: Callable[[], T], *rows: str | None) -> T:
        """What `compute` gives, computed once for the same levels of the rows that it depends on.

        Sheets with one level nudged share it where those rows, or all but the reference, are as they were, and so do
        two nudges that move the reference alike.
        """
        keep = self._own
        if self.same_sets and keep is not self._shared:
            moved = [row for row in rows if row in self._moved]
            if not moved:
                keep = self._shared
            elif moved == [_REFERENCE]:
                keep, key = self._shared, (*key, self._moved[_REFERENCE])
        found = keep.get(key, keep)
        if found is keep:
            found = keep[key] = compute()
        return found  # type: ignore[return-value] # a key is kept with what its own `compute` gives
