"""The gallery under every rule: what fires on a published case is listed here with the reason why it is right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rule_marks import judged

from bluecanvas.finding import Level
from bluecanvas.publishing.shipped import examples

RIGHT = {
    "BC005": (
        "one curve stands for the whole industry, as the sources draw it",
        ("curves", "haidilao", "netflix-streaming", "qb-house", "southwest-2005", "southwest-2025", "wii", "xiaomi"),
    ),
    "BC007": (
        "a case shows the strategy that was taken, and no curve of the company before it",
        (
            "cirque-du-soleil", "citizenm", "curves", "haidilao", "netflix-streaming", "qb-house", "southwest-2005", "wii",
            "xiaomi", "yellow-tail",
        ),
    ),
    "BC109": (
        "our reading gives both restaurants the same surroundings: the case turns on the service",
        ("haidilao",),
    ),
    "BC204": (
        "these canvases promise nothing in words, for the sources give no line",
        ("cirque-du-soleil", "citizenm", "curves", "haidilao", "netflix-streaming", "qb-house", "wii", "xiaomi"),
    ),
}  # fmt: skip
"""By code: why its findings are right, and the canvases they are on, one name a finding."""


@pytest.fixture(scope="module")
def fired() -> Counter[tuple[str, str]]:
    """Every finding that is not suppressed, by code and canvas."""
    return Counter(
        (verdict.code, example.name)
        for example in examples()
        for verdict in judged(Path(example.path).read_text(encoding="utf-8"))
        if not verdict.suppressed
    )


def test_what_fires_on_the_gallery_is_what_is_known_to_be_right(fired: Counter[tuple[str, str]]):
    assert fired == Counter((code, name) for code, (_, names) in RIGHT.items() for name in names)


def test_no_canvas_of_the_gallery_has_an_error():
    for example in examples():
        verdicts = judged(Path(example.path).read_text(encoding="utf-8"))
        assert [verdict.message for verdict in verdicts if verdict.level is Level.ERROR] == []
