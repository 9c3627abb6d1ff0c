"""Japanese: vague words, words of praise, and words of the producer's world, as far as they are certain."""

from __future__ import annotations

from bluecanvas.words.lexicons import folded


def _spelt(words: str) -> frozenset[str]:
    return frozenset(map(folded, words.split()))


PRICE = _spelt("価格 値段 料金 単価 運賃 費用 販売価格 プライス")
"""Names under which the price stands on a canvas."""

VAGUE = _spelt(
    """品質 高品質 質 サービス 良いサービス 革新 革新性 イノベーション 価値 付加価値 顧客価値 体験 顧客体験 ユーザー体験 経験
    満足 満足度 顧客満足 顧客満足度 機能 機能性 ソリューション 製品 商品 その他 サービス品質 サービスの質 サービスレベル
    製品品質 商品力 魅力 特徴 強み"""
)
"""Whole names that could mean anything, so that two people score them differently."""

CLASSICS = _spelt("楽しさと冒険 楽しさとユーモア スリルと危険 スリルと危険性 音楽とダンス 芸術的な音楽とダンス")
"""Names the published canvases of the field carry, as they are said in Japanese."""

SUPERLATIVES = _spelt(
    """最高 最高の 最良 最良の 最適 最適な 一流 一流の 業界最高 世界最高 世界最高の 究極 究極の 卓越した 優れた 完璧 完璧な
    最先端 最先端の 革新的 革新的な 高品質 高品質な 上質 上質な ナンバーワン トップクラスの プレミアム プレミアムな"""
)
"""Words of praise that any offering could claim for itself."""

IMPROVING = _spelt(
    "向上 改善 強化 向上させる 改善する 強化する 高める 良くする もっと良い より良い アップ 充実 提供 実現"
)
"""Verbs that say only that something shall be better."""

FILLERS = _spelt(
    "の を に は が で と な や も へ 及び および する した お客様 顧客 ユーザー 私たち より もっと さらに 、"
)
"""Words between the others that add nothing to them."""

INSIDERS = _spelt(
    """営業 営業部 マーケティング マーケティング部 経営陣 経営層 経営企画 社長 役員 取締役 開発 開発部 企画 企画部 商品企画 社内
    自社 私たち 創業者 チーム 製品チーム プロダクトマネージャー 社員"""
)
"""Who scores an offering and has an interest in it: its own people."""

JARGON_PHRASES = tuple(
    map(
        folded,
        [
            "サプライチェーン",
            "スループット",
            "バックエンド",
            "ミドルウェア",
            "稼働率",
            "歩留まり",
            "人件費率",
            "原価率",
            "在庫回転率",
            "設備投資額",
            "客単価",
        ],
    )
)
"""Words of the producer's world, wherever they stand in a name."""
