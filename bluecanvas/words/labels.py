"""The few words the tool itself writes on pictures and reports, by language; English where one is missing."""

from __future__ import annotations

from bluecanvas.words.languages import match

# Native terms of the field: 藍海策略 with 剔除–減少–提升–創造 and their mainland forms.
_LABELS: dict[str, dict[str, str]] = {
    "eliminate": {"en": "Eliminate", "zh-Hant": "剔除", "zh-Hans": "剔除", "ja": "取り除く", "ko": "제거"},
    "reduce": {"en": "Reduce", "zh-Hant": "減少", "zh-Hans": "减少", "ja": "減らす", "ko": "감소"},
    "raise": {"en": "Raise", "zh-Hant": "提升", "zh-Hans": "提升", "ja": "増やす", "ko": "증가"},
    "create": {"en": "Create", "zh-Hant": "創造", "zh-Hans": "创造", "ja": "付け加える", "ko": "창조"},
    "low": {"en": "low", "zh-Hant": "低", "zh-Hans": "低", "ja": "低", "ko": "낮음"},
    "high": {"en": "high", "zh-Hant": "高", "zh-Hans": "高", "ja": "高", "ko": "높음"},
    "factor": {"en": "Factor", "zh-Hant": "競爭要素", "zh-Hans": "竞争要素", "ja": "競争要因", "ko": "경쟁 요소"},
    "action": {"en": "Action", "zh-Hant": "動作", "zh-Hans": "动作", "ja": "アクション", "ko": "행동"},
    "from": {"en": "From", "zh-Hant": "現況", "zh-Hans": "现状", "ja": "現状", "ko": "현재"},
    "to": {"en": "To", "zh-Hant": "目標", "zh-Hans": "目标", "ja": "目標", "ko": "목표"},
    "against": {"en": "Against", "zh-Hant": "對照", "zh-Hans": "对照", "ja": "比較対象", "ko": "비교 대상"},
    "gap": {"en": "Gap", "zh-Hant": "差距", "zh-Hans": "差距", "ja": "差", "ko": "차이"},
    "why": {"en": "Why", "zh-Hant": "理由", "zh-Hans": "理由", "ja": "理由", "ko": "이유"},
    "versus": {"en": "vs", "zh-Hant": "對", "zh-Hans": "对", "ja": "対", "ko": "대"},
    "rivals": {"en": "rivals", "zh-Hant": "競爭者", "zh-Hans": "竞争者", "ja": "競合", "ko": "경쟁사"},
    "industry": {"en": "industry", "zh-Hant": "產業平均", "zh-Hans": "行业平均", "ja": "業界平均", "ko": "업계 평균"},
    "errc": {
        "en": "Eliminate–reduce–raise–create",
        "zh-Hant": "四項行動架構",
        "zh-Hans": "四步动作框架",
        "ja": "4つのアクション",
        "ko": "ERRC 그리드",
    },
    "unknown": {"en": "unknown", "zh-Hant": "未知", "zh-Hans": "未知", "ja": "不明", "ko": "알 수 없음"},
    "price-note": {
        "en": "price: high = expensive",
        "zh-Hant": "價格：高＝貴",
        "zh-Hans": "价格：高＝贵",
        "ja": "価格：高＝高価",
        "ko": "가격: 높음 = 비쌈",
    },
    "burden-note": {
        "en": "less is better",
        "zh-Hant": "越低越好",
        "zh-Hans": "越低越好",
        "ja": "低いほど良い",
        "ko": "낮을수록 좋음",
    },
    "created": {"en": "created", "zh-Hant": "創造", "zh-Hans": "创造", "ja": "創出", "ko": "창조"},
    "empty": {"en": "nothing here", "zh-Hant": "無", "zh-Hans": "无", "ja": "なし", "ko": "없음"},
    "curves": {"en": "Value curves", "zh-Hant": "價值曲線", "zh-Hans": "价值曲线", "ja": "価値曲線", "ko": "가치곡선"},
    "canvas": {
        "en": "Strategy canvas",
        "zh-Hant": "策略草圖",
        "zh-Hans": "战略布局图",
        "ja": "戦略キャンバス",
        "ko": "전략 캔버스",
    },
    "question": {"en": "The question", "zh-Hant": "問題", "zh-Hans": "问题", "ja": "問い", "ko": "질문"},
    "market": {"en": "Market", "zh-Hant": "市場", "zh-Hans": "市场", "ja": "市場", "ko": "시장"},
    "buyers": {"en": "Buyers", "zh-Hant": "買方", "zh-Hans": "买方", "ja": "買い手", "ko": "구매자"},
    "date": {"en": "Date", "zh-Hant": "日期", "zh-Hans": "日期", "ja": "日付", "ko": "날짜"},
    "tagline": {"en": "Tagline", "zh-Hant": "標語", "zh-Hans": "主题句", "ja": "キャッチフレーズ", "ko": "태그라인"},
    "later": {"en": "What became of it", "zh-Hant": "後續發展", "zh-Hans": "后续发展", "ja": "その後", "ko": "이후"},
    "findings": {"en": "Findings", "zh-Hant": "檢查結果", "zh-Hans": "检查结果", "ja": "指摘事項", "ko": "점검 결과"},
    "no-findings": {
        "en": "No findings.",
        "zh-Hant": "沒有發現問題。",
        "zh-Hans": "没有发现问题。",
        "ja": "指摘事項はありません。",
        "ko": "발견된 문제가 없습니다.",
    },
    "evidence": {"en": "Evidence", "zh-Hant": "證據", "zh-Hans": "证据", "ja": "根拠", "ko": "근거"},
    "no-evidence": {
        "en": "No evidence is given.",
        "zh-Hant": "未提供證據。",
        "zh-Hans": "未提供证据。",
        "ja": "根拠は示されていません。",
        "ko": "제시된 근거가 없습니다.",
    },
    "source": {"en": "Source", "zh-Hant": "來源", "zh-Hans": "来源", "ja": "出典", "ko": "출처"},
    "kind": {"en": "Kind", "zh-Hant": "類型", "zh-Hans": "类型", "ja": "種類", "ko": "종류"},
    "stands-behind": {
        "en": "Stands behind",
        "zh-Hant": "佐證項目",
        "zh-Hans": "支持项目",
        "ja": "裏付ける項目",
        "ko": "뒷받침 항목",
    },
    "level": {"en": "Level", "zh-Hant": "級別", "zh-Hans": "级别", "ja": "レベル", "ko": "수준"},
    "error": {"en": "error", "zh-Hant": "錯誤", "zh-Hans": "错误", "ja": "エラー", "ko": "오류"},
    "warning": {"en": "warning", "zh-Hant": "警告", "zh-Hans": "警告", "ja": "警告", "ko": "경고"},
    "advice": {"en": "advice", "zh-Hant": "建議", "zh-Hans": "建议", "ja": "助言", "ko": "조언"},
    "ours": {"en": "ours", "zh-Hant": "我方", "zh-Hans": "我方", "ja": "自社", "ko": "자사"},
    "as-is": {"en": "as-is", "zh-Hant": "現況", "zh-Hans": "现状", "ja": "現状", "ko": "현재"},
    "option": {"en": "option", "zh-Hant": "方案", "zh-Hans": "方案", "ja": "選択肢", "ko": "대안"},
    "rival": {"en": "rival", "zh-Hant": "競爭者", "zh-Hans": "竞争者", "ja": "競合", "ko": "경쟁사"},
    "alternative": {
        "en": "alternative",
        "zh-Hant": "替代選擇",
        "zh-Hans": "替代选择",
        "ja": "代替品",
        "ko": "대체재",
    },
    "other": {"en": "other", "zh-Hant": "其他", "zh-Hans": "其他", "ja": "その他", "ko": "기타"},
    "to-be": {"en": "to-be", "zh-Hant": "未來", "zh-Hans": "未来", "ja": "将来", "ko": "미래"},
    "finding": {"en": "Finding", "zh-Hant": "問題", "zh-Hans": "问题", "ja": "内容", "ko": "내용"},
    "remedy": {"en": "Remedy", "zh-Hant": "處理建議", "zh-Hans": "处理建议", "ja": "対処", "ko": "조치"},
    "line": {"en": "Line", "zh-Hant": "行", "zh-Hans": "行", "ja": "行", "ko": "줄"},
    "rule": {"en": "Rule", "zh-Hant": "規則", "zh-Hans": "规则", "ja": "ルール", "ko": "규칙"},
    "evidence-note": {
        "en": "Each source, and the levels and moves that rest on it.",
        "zh-Hant": "各項來源，以及以其為依據的水準與行動。",
        "zh-Hans": "各项来源，以及以其为依据的水平与行动。",
        "ja": "各出典と、それに基づくレベルとアクション。",
        "ko": "각 출처와 그에 근거한 수준과 행동.",
    },
    "unproven": {
        "en": "Without evidence",
        "zh-Hant": "尚無證據",
        "zh-Hans": "尚无证据",
        "ja": "根拠なし",
        "ko": "근거 없음",
    },
    "unused": {
        "en": "nothing rests on it",
        "zh-Hant": "沒有項目以此為依據",
        "zh-Hans": "没有项目以此为依据",
        "ja": "これに基づく項目なし",
        "ko": "이에 근거한 항목 없음",
    },
    "all-factors": {
        "en": "all factors",
        "zh-Hant": "所有要素",
        "zh-Hans": "所有要素",
        "ja": "すべての要因",
        "ko": "모든 요소",
    },
    "before": {"en": "before", "zh-Hant": "變更前", "zh-Hans": "变更前", "ja": "変更前", "ko": "변경 전"},
    "removed": {"en": "removed", "zh-Hant": "已移除", "zh-Hans": "已移除", "ja": "削除", "ko": "삭제"},
    "others-after": {
        "en": "the others as they are now",
        "zh-Hant": "其他曲線僅示變更後",
        "zh-Hans": "其他曲线仅示变更后",
        "ja": "他の曲線は変更後のみ",
        "ko": "나머지 곡선은 변경 후만 표시",
    },
    "colon": {"en": ": ", "zh-Hant": "：", "zh-Hans": "：", "ja": "：", "ko": ": "},
    "comma": {"en": ", ", "zh-Hant": "、", "zh-Hans": "、", "ja": "、", "ko": ", "},
}

KEYS = tuple(_LABELS)

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "ja", "ko")


def label(key: str, language: str) -> str:
    """The tool's own word in a language, in English where it has none there; KeyError for an unknown key."""
    words = _LABELS[key]
    return words[match(language, LANGUAGES) or "en"]
