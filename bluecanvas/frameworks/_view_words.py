"""What pictures of value curves say of how they are drawn, by language."""

from __future__ import annotations

from bluecanvas.words import match

_WORDS = {
    "existing": {"en": "existing", "zh-Hant": "既有", "zh-Hans": "既有", "ja": "既存", "ko": "기존"},
    "kept": {"en": "kept", "zh-Hant": "維持", "zh-Hans": "维持", "ja": "維持", "ko": "유지"},
    "move": {"en": "Move", "zh-Hant": "行動", "zh-Hans": "行动", "ja": "アクション", "ko": "행동"},
    "mean": {
        "en": "Rivals’ mean",
        "zh-Hant": "競爭者平均",
        "zh-Hans": "竞争者平均",
        "ja": "競合の平均",
        "ko": "경쟁사 평균",
    },
    "the-mean": {
        "en": "the rivals’ mean",
        "zh-Hant": "競爭者平均",
        "zh-Hans": "竞争者平均",
        "ja": "競合の平均",
        "ko": "경쟁사 평균",
    },
    "importance": {
        "en": "factors by importance, the highest first",
        "zh-Hant": "要素依重要性排列，高者在前",
        "zh-Hans": "要素按重要性排列，高者在前",
        "ja": "要因は重要度の高い順",
        "ko": "요소는 중요도가 높은 순",
    },
    "gap": {
        "en": "factors by the gap of {curve} to {versus}, from below to above",
        "zh-Hant": "要素依「{curve}」與「{versus}」的差距排列，由低於至高於",
        "zh-Hans": "要素按“{curve}”与“{versus}”的差距排列，由低于至高于",
        "ja": "要因は「{curve}」と「{versus}」の差の順（下回るものから上回るものへ）",
        "ko": "요소는 {curve}와(과) {versus}의 차이 순, 낮은 것부터 높은 것으로",
    },
    "errc": {
        "en": "factors by the moves of {curve}",
        "zh-Hant": "要素依「{curve}」的行動排列",
        "zh-Hans": "要素按“{curve}”的行动排列",
        "ja": "要因は「{curve}」のアクションの順",
        "ko": "요소는 {curve}의 행동 순",
    },
    "moves": {
        "en": "moves: from {start} to {curve}",
        "zh-Hant": "行動：由「{start}」至「{curve}」",
        "zh-Hans": "行动：由“{start}”至“{curve}”",
        "ja": "アクション：「{start}」から「{curve}」へ",
        "ko": "행동: {start}에서 {curve}(으)로",
    },
    "groups": {
        "en": "groups: from the lowest to the highest of their levels",
        "zh-Hant": "群組：由其最低至最高水準",
        "zh-Hans": "群组：由其最低至最高水平",
        "ja": "グループ：最低から最高のレベルまで",
        "ko": "그룹: 최저에서 최고 수준까지",
    },
    "intervals": {
        "en": "ranges: the interval of each level",
        "zh-Hant": "範圍：各水準的區間",
        "zh-Hans": "范围：各水平的区间",
        "ja": "範囲：各レベルの区間",
        "ko": "범위: 각 수준의 구간",
    },
}

_LANGUAGES = ("en", "zh-Hant", "zh-Hans", "ja", "ko")


def say(key: str, language: str, **names: str) -> str:
    """A remark in a language, in English where it has none there; the names are put in as they are."""
    said = _WORDS[key][match(language, _LANGUAGES) or "en"]
    for name, value in names.items():
        said = said.replace(f"{{{name}}}", value)
    return said
