"""Korean: vague words, words of praise, and words of the producer's world, as far as they are certain."""

from __future__ import annotations


def _spelt(words: str) -> frozenset[str]:
    return frozenset(words.split())


PRICE = _spelt("가격 요금 값 단가 운임 비용 판매가 판매가격")
"""Names under which the price stands on a canvas."""

VAGUE = _spelt(
    """품질 고품질 서비스 혁신 혁신성 가치 부가가치 고객가치 경험 고객경험 사용자경험 체험 만족 만족도 고객만족 고객만족도 기능
    기능성 솔루션 제품 상품 기타 서비스품질 제품품질 서비스수준 우수한서비스 장점 특징"""
)
"""Whole names that could mean anything, so that two people score them differently; without spaces."""

CLASSICS = _spelt("재미와모험 재미와유머 스릴과위험 음악과춤")
"""Names the published canvases of the field carry, as they are said in Korean; without spaces."""

SUPERLATIVES = _spelt(
    """최고 최고의 최상 최상의 최적 최적의 일류 세계적인 세계최고의 업계최고의 탁월한 우수한 완벽한 최첨단 혁신적인 고품질의
    프리미엄 궁극의 뛰어난 최선의"""
)
"""Words of praise that any offering could claim for itself."""

IMPROVING = _spelt("향상 개선 강화 제고 증대 향상시키다 개선하다 강화하다 높이다 더좋은 더나은 제공 실현")
"""Verbs that say only that something shall be better."""

FILLERS = _spelt("의 을 를 은 는 이 가 에 와 과 및 로 으로 더 우리 고객 사용자 위한")
"""Words between the others that add nothing to them."""

INSIDERS = _spelt(
    """영업 영업부 영업팀 마케팅 마케팅부 마케팅팀 경영진 대표 대표이사 임원 개발 개발팀 기획 기획팀 제품팀 내부 우리 우리팀 창업자
    직원"""
)
"""Who scores an offering and has an interest in it: its own people; without spaces."""

JARGON_PHRASES: tuple[str, ...] = (
    "공급망",
    "처리량",
    "백엔드",
    "미들웨어",
    "생산능력",
    "가동률",
    "수율",
    "원가율",
    "재고회전율",
    "인건비율",
    "객단가",
    "전환율",
)
"""Words of the producer's world, wherever they stand in a name."""
