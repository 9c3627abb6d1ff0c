"""Names in messages: as they read in the file, whichever rule speaks of them."""

from __future__ import annotations

import pytest
from findings_of import told

CANVAS = r"""
bluecanvas: 1
scores:
  - [Factor, us, them]
  - [Price, 2, 6]
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (r'"a\nb": 1', r"unknown key 'a\nb'"),
        (r'factors: {Price: {supports: "a\nb"}}', r"there is no factor 'a\nb'"),
        ('factors: {Price: {supports: "it\'s"}}', 'there is no factor "it\'s"'),
        (r"factors: {Price: {supports: 'a\b'}}", r"there is no factor 'a\b'"),
        (r'texts: {"x\ny": {title: a}}', r"'x\ny' is no language tag"),
    ],
)
def test_what_is_written_out_is_written_out_once(text: str, message: str):
    assert message in [said for *_, said, _ in told(CANVAS.lstrip() + text)]
