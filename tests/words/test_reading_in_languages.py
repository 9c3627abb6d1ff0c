"""The reading is judged once and said in the language asked for."""

from __future__ import annotations

import json
import re

import pytest

import bluecanvas
from bluecanvas.canvas import read
from bluecanvas.frameworks import reading
from bluecanvas.frameworks.reading import judge, readings
from bluecanvas.publishing.shipped import examples
from bluecanvas.words.voice import Voice

AIR = """\
bluecanvas: 1
title: {en: Short-haul air travel, zh-Hant: 短程航空, zh-Hans: 短途航空}
tagline: {text: {en: Fast and cheap, zh-Hant: 又快又省}, claims: {Speed: high, Meals: high}}
factors:
  Speed: {name: {en: Speed, zh-Hant: 速度, zh-Hans: 速度}}
  Meals: {name: {en: Meals, zh-Hant: 餐點, zh-Hans: 餐食}}
  Price: {kind: price, name: {en: Price, zh-Hant: 票價, zh-Hans: 票价}}
curves: {Us: {name: {en: Us, zh-Hant: 我們, zh-Hans: 我们}}}
scores:
  - [Factor, Us, Rail, Airlines]
  - [Price, 3, 2, 7]
  - [Speed, 9, 3, 8]
  - [Meals, 1, 2, 6]
  - [Seats, 0, 3, 7]
"""
TIERS = """\
bluecanvas: 1
scores:
  - [Factor, Us, A, B, C, D, E]
  - [One, 9, 8, 7, 6, 5, 4]
  - [Two, 5, 5, 4, 3, 2, 1]
  - [Three, 7, 7, 6, 5, 4, 3]
"""


def why(text: str, name: str, language: str | None) -> str:
    canvas = read(text.encode()).canvas
    (found,) = judge(canvas, name)
    return found.why_in(language)


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        (
            "divergence", "en",
            "On your own scores, Us shares much of the shape of the rivals' mean and lies 3.2 points from there "
            "on average (2.8 points from Rail, the nearest), furthest on Seats (−5) and Speed (+3.5)",
        ),
        (
            "divergence", "zh-TW",
            "依自評分數，「我們」與競爭者平均的曲線形狀大致相近，差距平均為 3.2 分"
            "（與最接近的「Rail」相距 2.8 分），差距最大的是「Seats」（−5）與「速度」（+3.5）",
        ),
        (
            "divergence", "zh-CN",
            "按自评分数，“我们”与竞争者平均的曲线形状大致相近，差距平均为 3.2 分"
            "（与最接近的“Rail”相距 2.8 分），差距最大的是“Seats”（−5）和“速度”（+3.5）",
        ),
        ("tagline", "en", "On your own scores, Us says it in 3 words: “Fast and cheap”"),
        ("tagline", "zh-TW", "依自評分數，「我們」的標語言簡意賅：「又快又省」"),
        ("tagline", "zh-CN", "按自评分数，“我们”用 3 个词说清楚：“Fast and cheap”"),
        (
            "tagline_claims", "en",
            "On your own scores, Us does not keep what the tagline claims: high Meals (3 points below the rivals' mean)",
        ),
        ("tagline_claims", "zh-TW", "依自評分數，「我們」沒有做到標語的主張：「餐點」高（實比競爭者平均低 3 分）"),
        ("tagline_claims", "zh-CN", "按自评分数，“我们”没有做到主题句的主张：“餐食”高（实比竞争者平均低 3 分）"),
        ("price", "zh-TW", "依自評分數，「我們」的價格並非最高"),
        ("overkill", "zh-CN", "按自评分数，无法对照买方的重视程度检验“我们”：没有注明 `importance`"),
    ],
)  # fmt: skip
def test_a_sentence_in_each_language(name, language, said):
    assert why(AIR, name, language) == said


@pytest.mark.parametrize(
    ("language", "kept", "promised"),
    [
        ("en", ": low Price and high Speed", " what it raises or creates (Speed) and what it lowers for its buyers (Price)"),
        ("zh-TW", "：「票價」低、「速度」高", "的正是所提升或創造的要素（「速度」），以及為買方減輕的負擔（「票價」）"),
        ("zh-CN", "：“票价”低、“速度”高", "的正是所增加或创造的要素（“速度”），以及为买方减轻的负担（“票价”）"),
        ("ja", "：「Price」が低い、「Speed」が高い", "増やす・付け加える要因（「Speed」）と、買い手のために下げるもの（「Price」）を約束しています"),
        ("ko", ": ‘Price’ 낮음, ‘Speed’ 높음", "증가시키거나 창조한 요소(‘Speed’)와 구매자를 위해 낮춘 부담(‘Price’)을 약속함"),
    ],
)  # fmt: skip
def test_claims_are_statements_and_a_low_price_is_no_raised_factor(language, kept, promised):
    text = AIR.replace("{Speed: high, Meals: high}", "{Price: low, Speed: high}").replace("Price, 3, 2", "Price, 1, 2")
    text = text.replace("Speed, 9, 3, 8", "Speed, 9, 3, 6")
    assert why(text, "tagline_claims", language).endswith(kept)
    assert why(text, "tagline_mentions", language).endswith(promised)


def test_many_names_end_in_how_many_more_there_are():
    rest = "高在同樣的要素、低在同樣的要素，只是整體高度不同：是同一種策略的不同等級"
    assert why(TIERS, "convergence", "zh-TW") == f"依自評分數，「Us」、「A」、「B」及其他 3 項{rest}"
    assert why(TIERS, "convergence", "en").startswith("On your own scores, Us, A, B and 3 more are high and low")


def test_without_a_language_names_stay_as_the_canvas_has_them():
    """A rule's message is in English, and speaks of what was typed."""
    text = AIR.replace("bluecanvas: 1", "bluecanvas: 1\nlanguage: zh-Hant")
    assert "furthest on Seats (−5) and 速度 (+3.5)" in why(text, "divergence", None)
    assert "furthest on Seats (−5) and Speed (+3.5)" in why(text, "divergence", "en")


def test_a_sentence_is_made_when_somebody_asks(monkeypatch):
    canvas = read(AIR.encode()).canvas
    kinds = tuple(kind._replace(why=None) for kind in reading.kinds())
    monkeypatch.setattr(reading, "kinds", lambda: kinds)
    assert [one.judgement.verdict for one in readings(canvas)][:2] == ["partial", "focused"]


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_nothing_english_is_left_in_chinese(example, language):
    """Beside names in quotation marks, keys of the format and signs, every sentence is Chinese through and through."""
    for one in readings(bluecanvas.load(example.path).canvas):
        texts = [one.judgement.why_in(language), one.judgement.grounds.reason(language)]
        texts += [Voice(language).label(f"verdict.{one.judgement.verdict}")]
        texts += [gauge.called(Voice(language)) for gauge in one.judgement.gauges]
        plain = " ".join(re.sub(r"「[^」]*」|“[^”]*”|`[^`]*`", "", text) for text in texts)
        assert set(re.findall("[A-Za-z{}]+", plain)) <= {"r", "W"}


def test_the_scorecard_speaks_the_language_asked_for():
    canvas = read(AIR.encode()).canvas
    (card,) = reading.blocks(canvas, "zh-TW")
    first = card.marks[0]
    assert (card.title, card.columns) == ("解讀：短程航空", ("項目", "曲線", "判定", "指標", "理由"))
    assert (first.reading, first.about, first.verdict) == ("獨特性", "我們", "部分達成")
    assert [gauge.said for gauge in first.gauges] == ["差距 0.33 ≥ 0.20", "r 0.67 > 0.50"]
    (card,) = reading.blocks(canvas)
    assert (card.title, card.columns) == (
        "The reading: Short-haul air travel", ("Reading", "Curve", "Verdict", "Figures", "Why")
    )  # fmt: skip


def test_data_has_the_same_verdicts_in_every_language(tmp_path, capsys, monkeypatch):
    from bluecanvas.cli._ending import run

    monkeypatch.chdir(tmp_path)
    (tmp_path / "air.yaml").write_text(AIR, encoding="utf-8")

    def asked(*words: str) -> list[dict[str, object]]:
        assert run(["read", "air.yaml", "--format", "json", *words]) == 0
        return json.loads(capsys.readouterr().out)["readings"]

    plain, chinese = asked(), asked("--lang", "zh-HK")
    assert [one | {"why": ""} for one in plain] == [one | {"why": ""} for one in chinese]
    assert (plain[0]["why"][:19], chinese[0]["why"][:6]) == ("On your own scores,", "依自評分數，")


@pytest.mark.parametrize("columns", ["20", "40", "80"])
@pytest.mark.parametrize("language", ["zh-TW", "zh-CN", "ja", "ko"])
def test_no_line_is_wider_than_the_screen(language, columns, tmp_path, capsys, monkeypatch):
    from bluecanvas.cli._ending import run
    from bluecanvas.words import cells

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", columns)
    (tmp_path / "air.yaml").write_text(AIR, encoding="utf-8")
    assert run(["read", "air.yaml", "--lang", language]) == 0
    assert max(map(cells, capsys.readouterr().out.splitlines())) <= int(columns)
