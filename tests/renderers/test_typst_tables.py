"""Tables of a page in parts: every column once, the first in each; letters that can be read; no wider than the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.renderers._typst_tables import parts

ROOM = 479.28
cells = st.sampled_from(
    ["", "1", "7.25", "a phrase of words", "W" * 80, "西南航空公司", "4.5 [3, 6; n = 12]", "a-b/c", "é"]
)
columns = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=40)


def cut(texts: list[list[str]], room: float = ROOM) -> list[tuple[int, float]]:
    """Of every part how many columns it has, and how large its letters are."""
    return [(len(part.columns), part.size) for part in parts(texts, room)]


@given(columns, st.sampled_from([60.0, 200.0, ROOM]))
def test_every_column_stands_once_beside_the_first(texts: list[list[str]], room: float):
    found = list(parts(texts, room))
    assert all(part.columns[0] == 0 for part in found)
    assert [at for part in found for at in part.columns[1:]] == list(range(1, len(texts)))
    for part in found:
        assert 7.0 <= part.size <= 9.0
        assert all(width > 2 * part.pad >= 0 for width in part.widths)
        assert sum(part.widths) <= room + 0.01


@given(columns)
def test_no_short_word_is_torn(texts: list[list[str]]):
    """A word of four letters has room in any column of a page."""
    for part in parts([["word", *column[1:]] for column in texts], ROOM):
        assert min(width - 2 * part.pad for width in part.widths) >= 2.5 * part.size


@pytest.mark.parametrize(
    ("count", "word", "shown"),
    [
        (2, "word", [(3, 9.0)]),
        (7, "word", [(8, 8.0)]),
        (12, "word", [(13, 7.0)]),
        (20, "word", [(11, 7.0), (11, 7.0)]),
        (5, "internationalisation", [(6, 8.0)]),
        (6, "internationalisation", [(4, 9.0), (4, 9.0)]),
        (3, "W" * 400, [(4, 9.0)]),
    ],
)
def test_letters_are_smaller_before_a_table_is_parted(count: int, word: str, shown: list[tuple[int, float]]):
    assert cut([["Factor", "a"], *([word, "1"] for _ in range(count))]) == shown


def test_a_column_to_be_filled_in_has_room_for_it():
    (part,) = parts([["path", "path 1"], ["who", ""]], ROOM)
    assert part.widths[1] > part.widths[0]


def test_texts_that_fit_are_not_broken_where_others_leave_room():
    """The column of the reasons takes what the short ones do not need."""
    reason = "for buyers who would not come for animals at all"
    (part,) = parts([["Action", "Create"], ["To", "9"], ["Gap", "+9"], ["Why", reason]], 330.0)
    action, to, _, why = part.widths
    assert why > 3 * action > 3 * to
