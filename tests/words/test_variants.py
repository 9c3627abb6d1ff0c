"""The fold between Chinese scripts."""

from __future__ import annotations

import pytest

from bluecanvas.words.lexicons.variants import SIMPLIFIED, TRADITIONAL, simplify


def test_the_two_strings_are_aligned_pairs():
    assert len(TRADITIONAL) == len(SIMPLIFIED) > 600
    assert len(set(TRADITIONAL)) == len(TRADITIONAL)
    assert all(one != two for one, two in zip(TRADITIONAL, SIMPLIFIED, strict=True))


def test_folding_twice_changes_nothing():
    assert not set(TRADITIONAL) & set(SIMPLIFIED)
    assert simplify(SIMPLIFIED) == SIMPLIFIED


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("價格", "价格"),
        ("餐飲服務", "餐饮服务"),
        ("樂趣與冒險", "乐趣与冒险"),
        ("頭髮與發展", "头发与发展"),
        ("麵條與表面", "面条与表面"),
        ("後台幾隻雞", "后台几只鸡"),
        ("關鍵績效指標", "关键绩效指标"),
        ("Wi-Fi 與 24 小時", "Wi-Fi 与 24 小时"),
    ],
)
def test_a_text_folds_to_its_simplified_form_and_keeps_its_length(traditional: str, simplified: str):
    assert simplify(traditional) == simplified
    assert simplify(simplified) == simplified
