"""A comparison is made once and said in the language asked for, names too; data stays English unless one is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from comparing_canvases import compared

from bluecanvas.cli._diffs import told
from bluecanvas.cli._ending import run
from bluecanvas.comparing.facts import as_facts
from bluecanvas.comparing.markdown import as_markdown
from bluecanvas.renderers import Look

OLD = """\
bluecanvas: 1
title: 短程航空
date: 2005
market: 短程旅客
language: zh-Hant
factors: {票價: {kind: price}, 速度: {cost: {per_point: 2}}}
scores:
  - [要素, 我們, 鐵路, 航空公司, 渡輪]
  - [票價,  2,   3,   6,  7]
  - [餐點,  1,   4,   5,  5]
  - [樞紐,  0,   1,   7,  3]
  - [親切,  8,   2,   4,  2]
  - [速度,  9,   5,   3,  1]
  - [行李,  2,   3,   4,  5]
errc:
  eliminate: [樞紐]
  reduce: {餐點: 1, 行李: 1}
  raise: {速度: {to: 9, why: 時間就是金錢}, 親切: {by: 2006-01}}
tagline: {text: 又快又省, claims: {速度: high}}
evidence: {調查: {source: 旅客調查, n: 200}}
"""
NEW = """\
bluecanvas: 1
title: 短程航空二十年
date: 2025
market: 長程旅客
language: zh-Hant
factors: {票價: {kind: price, importance: 20}, 速度: {buyer_words: 馬上走}, 餐點: {direction: burden}}
curves: {高鐵: {role: rival, share: 0.2}, 鐵路: {role: alternative}}
scores:
  - [要素, 我們, 鐵路, 航空公司, 高鐵]
  - [票價,  5,   3,   6,  4]
  - [速度,  4,   5,   3,  9]
  - [餐點,  5,   4,   5,  3]
  - [親切,  5,   2, null, 2]
  - [座位, null, 2,   4,  5]
  - [行李,  2,   3,   4,  5]
errc:
  reduce: {餐點: {to: 5, owner: 王小明}, 速度: {to: 4}}
  raise: {行李: 3, 親切: {by: 2026-01, evidence: 報告}}
tagline: {text: 又穩又省, claims: {票價: low}}
evidence: {報告: {source: 年度報告}}
ideas: [{text: 一}]
"""
SCALES = NEW.replace("language:", "scale: {min: 0, max: 20}\nlanguage:")
LANGUAGES = ["zh-Hant", "zh-Hans", "ja", "ko"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, SCALES), (SCALES, NEW), (OLD, OLD)])
def test_nothing_english_is_left(old, new, language):
    """Beside findings, which rules say in English, and what stands in the file."""
    found = compared(old, new, language)._replace(findings=())
    texts = [told(found, "1", "2", Look()), told(found, "1", "2", Look(), same_file=True), as_markdown(found, "1", "2")]
    texts += [change.text for change in found.changes]
    texts += [
        f"{one['title']} {one['from']} {one['to']} {one['why']}" for one in as_facts(found, language)["verdict_changes"]
    ]
    plain = re.sub(r"</?(?:details|summary)>|per\\?_point|&\w+;|&#\d+;|\bideas\b|\bKano\b|`\w+`", "", " ".join(texts))
    assert set(re.findall("[A-Za-z{}]+", plain)) <= {"r", "W"}


@pytest.mark.parametrize(
    ("language", "first", "said"),
    [
        ("zh-Hant", "共 31 項變動：水準提高 2 項、", "「我們」對「速度」由提升改為減少，目標 4"),
        ("zh-Hans", "共 31 项变动：水平提高 2 项、", "“我們”对“速度”由增加改为减少，目标 4"),
        ("ja", "変更31件：レベル上昇2件、", "「我們」：「速度」を「増やす」から「減らす」へ変更、目標4"),
        ("ko", "변경 31건: 수준 상승 2건, ", "‘我們’: ‘速度’ 증가에서 감소(으)로 변경, 목표 4"),
        ("en", "31 changes: 2 levels raised, ", "我們 now reduces 速度 to 4 instead of raising it"),
    ],
)
def test_what_is_said(language, first, said):
    found = compared(OLD, NEW, language)
    assert told(found, "1", "2", Look()).splitlines()[2].startswith(first)
    assert said in [change.text for change in found.changes]


def test_a_few_more_sentences_in_chinese():
    texts = [change.text for change in compared(OLD, NEW, "zh-TW").changes]
    for said in (
        "「我們」：「票價」由 2 升至 5",
        "「航空公司」：「親切」改為未知（原為 4）",
        "新增要素「座位」：「我們」未知、「鐵路」2、「航空公司」4、「高鐵」5",
        "「鐵路」的角色從競爭者改為替代選擇",
        "「我們」不再剔除「樞紐」",
        "「我們」在「餐點」上的行動負責人現為「王小明」",
        "標語的主張從「速度」高改為「票價」低",
        "「速度」的成本不再註明（原為per_point 2）",
        "標題從「短程航空」改為「短程航空二十年」",
        "日期從2005改為2025",
    ):
        assert said in texts, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdicts_are_words_and_not_names(language):
    """Data has `me-too`; people read what the catalogue has for it."""
    found = compared(OLD, NEW, language)
    assert {"focused", "no-emphasis"} <= {name for one in found.verdicts for name in (one.before, one.after)}
    shown = told(found, "1", "2", Look()) + as_markdown(found, "1", "2")
    assert not any(one.before in shown or one.after in shown for one in found.verdicts)


def test_verdicts_in_english_have_no_hyphen_of_data():
    shown = told(compared(OLD, NEW, "en"), "1", "2", Look())
    assert "Focus of 我們: focused → no emphasis" in shown


def test_data_is_english_unless_a_language_is_asked_for(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.yaml", OLD), ("b.yaml", NEW)):
        Path(name).write_text(text, encoding="utf-8")

    def texts(*words: str) -> list[str]:
        assert run(["diff", "a.yaml", "b.yaml", "--format", "json", *words]) == 0
        return [one["text"] for one in json.loads(capsys.readouterr().out)["changes"]]

    assert texts()[0] == "我們: 票價 raised from 2 to 5"
    assert texts("--lang", "zh-TW")[0] == "「我們」：「票價」由 2 升至 5"
    assert run(["diff", "a.yaml", "b.yaml"]) == 0
    assert "\n判讀結論\n" in capsys.readouterr().out
