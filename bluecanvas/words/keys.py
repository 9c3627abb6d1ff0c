"""The format's keys as people say them in their own language: what is typed there for a key is known again."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from bluecanvas.words.catalogues import languages
from bluecanvas.words.labels import KEYS, label
from bluecanvas.words.lexicons.variants import simplify
from bluecanvas.words.naming import fold

_SAID: dict[str, tuple[str, ...]] = {
    "title": ("標題", "題目", "タイトル", "題名", "제목"),
    "market": ("市場範圍",),
    "buyers": ("買家", "客戶", "顧客", "目標客群", "顧客層", "고객"),
    "date": ("時間", "日付け"),
    "language": ("語言", "言語", "언어"),
    "us": ("我們", "我方", "自社", "当社", "우리", "자사"),
    "scale": ("量表", "尺度", "評分範圍", "スケール", "척도"),
    "currency": ("貨幣", "幣別", "通貨", "통화"),
    "glossary": ("詞彙表", "術語", "用語集", "용어집"),
    "tagline": ("口號", "宣傳語", "廣告詞", "スローガン", "슬로건"),
    "scores": ("分數", "評分", "得分", "スコア", "点数", "점수"),
    "factors": ("因素", "要素", "競爭因素", "競爭要素", "競争要因", "要因", "요소", "경쟁 요소"),
    "groups": ("策略群組", "戰略群組", "群組", "戦略グループ", "전략 집단"),
    "curves": ("曲線", "曲線図", "곡선"),
    "errc": ("四步動作框架", "四步動作坐標格", "四項行動", "アクション・マトリクス"),
    "evidence": ("依據", "佐證", "エビデンス", "증거"),
    "eliminate": ("消除", "刪除", "取り除く", "제거하기"),
    "reduce": ("降低", "減らす", "줄이기"),
    "raise": ("提高", "增加", "増やす", "늘리기", "증가시키기"),
    "create": ("創新", "新增", "付け加える", "창조하기"),
    "name": ("名稱", "名字", "名前", "이름"),
    "kind": ("種類",),
    "role": ("角色", "役割", "역할"),
    "why": ("原因", "為什麼", "왜"),
    "importance": ("重要性", "權重", "重要度", "중요도"),
    "theme": ("主題", "テーマ", "주제"),
    "owner": ("負責人", "担当者", "담당자"),
}
"""By key, what it is called beside the word that `label` has for it."""


def key_meant(word: str, known: Collection[str]) -> str | None:
    """The key, among some, that a word of another language stands for; None where there is none, or several."""
    if word.isascii():
        return None
    wanted = _alike(word)
    found = [key for key in known if wanted in _names(key)]
    return found[0] if len(found) == 1 else None


@cache
def _names(key: str) -> frozenset[str]:
    labels = (label(key, language) for language in languages() if key in KEYS)
    return frozenset(_alike(name) for name in (*labels, *_SAID.get(key, ())))


def _alike(name: str) -> str:
    return simplify(fold(name))
