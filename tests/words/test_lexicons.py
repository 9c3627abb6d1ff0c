"""The lexicons: how their words are spelt, which languages a text may be of, and what a hollow text is."""

from __future__ import annotations

import pytest

from bluecanvas.words.lexicons import Lexicon, accidents, capitals, en, folded, is_chinese, ja, ko, lexicons, zh
from bluecanvas.words.lexicons.hollow import is_hollow

LISTS = [name for name in Lexicon.__annotations__ if name.isupper()]


@pytest.mark.parametrize("lexicon", [en, zh, ja, ko], ids=lambda module: module.__name__[-2:])
@pytest.mark.parametrize("words", LISTS)
def test_the_words_of_every_language_are_spelt_as_texts_are_folded(lexicon: Lexicon, words: str):
    spelt = getattr(lexicon, words)
    assert spelt
    assert [word for word in spelt if folded(word) != word] == []


def test_what_one_language_needs_is_spelt_so_as_well():
    own = (*en.PRAISE, *en.JARGON, *en.PAIRS, *en.RELATING, *en.PER, *zh.WHOLE, *zh.RELATING)
    assert [word for word in own if folded(word) != word] == []
    assert [word for word in capitals.EVERYDAY | capitals.SHOUTED if not word.isupper()] == []


def test_what_stands_around_a_term_is_spelt_so_and_told_of_terms_alone():
    terms = {*zh.JARGON_PHRASES, *ja.JARGON_PHRASES, *ko.JARGON_PHRASES}
    assert set(accidents.WITHIN) | set(accidents.BESIDE) <= terms
    beside = [word for pair in accidents.BESIDE.values() for words in pair for word in words.split()]
    within = [word for words in accidents.WITHIN.values() for word in words.split()]
    assert [word for word in (*beside, *within) if folded(word) != word] == []


@pytest.mark.parametrize(
    ("term", "word"), [(term, word) for term, words in accidents.WITHIN.items() for word in words.split()]
)
def test_a_word_that_holds_a_term_by_accident_is_not_the_term(term: str, word: str):
    assert word.count(term) == 1
    assert not accidents.stands(term, word, word.find(term))
    assert not accidents.stands(term, f"好{word}好", word.find(term) + 1)


@pytest.mark.parametrize("term", accidents.BESIDE)
def test_a_short_term_stands_alone_and_beside_the_words_it_is_said_with(term: str):
    before, behind = (words.split() for words in accidents.BESIDE[term])
    assert accidents.stands(term, term, 0)
    assert accidents.stands(term, f"app {term} 2", 4)
    assert all(accidents.stands(term, f"{word}{term}", len(word)) for word in before)
    assert all(accidents.stands(term, f"{term}{word}", 0) for word in behind)
    assert not accidents.stands(term, f"某{term}", 1)


def test_a_text_is_folded_to_letters_of_one_width():
    assert [folded(text) for text in ("Ａｐｉ　２", "ｻｰﾋﾞｽ", "수율", "顧客　體驗")] == [
        "api 2",
        "サービス",
        "수율",
        "顾客 体验",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Price", (en,)),
        ("Qualité", (en,)),
        ("價格", (zh, ja)),
        ("价格", (zh, ja)),
        ("価格", (zh, ja)),
        ("サービス品質", (ja,)),
        ("서비스 品質", (ko,)),
        ("Wi-Fi 速度", (zh, ja)),
        ("", (en,)),
    ],
)
def test_a_text_is_looked_up_in_the_languages_of_its_script(text: str, expected: tuple[Lexicon, ...]):
    assert lexicons(text) == expected


def test_chinese_is_what_has_no_other_east_asian_script():
    assert [is_chinese(text) for text in ("價格", "Wi-Fi 速度", "樂趣・冒險", "価格は", "가격 價格", "Price", "Café")] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Improve service", "improve our customer service!", "Better", "Best quality solutions", "High quality",
        "Better service and quality", "Leading, innovative solutions for you", "World-class customer experience",
        "提升体验", "提升客戶體驗", "改善服务品质。", "領先業界的優質服務", "品質第一", "為您打造極致體驗",
        "サービスの向上", "お客様満足度の向上", "最高の品質とサービス", "서비스 품질을 향상", "고객 만족도 제고",
    ],
)  # fmt: skip
def test_a_hollow_text_could_stand_anywhere(text: str):
    assert is_hollow(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "。", "to", "for you", "的", "Faster service", "Fewer dishes, less waste", "A circuit explains itself",
        "It is what they walk here for", "The speed of a plane at the price of a car, whenever you need it",
        "A fun and simple wine to be enjoyed every day", "Kept, but lower", "Wi-Fi that works", "Press play",
        "顧客記得的是人", "聚餐的人不趕時間", "用户替产品说话", "同样的钱买到更多", "飛機的速度、開車的價錢，隨時出發",
        "待ち時間が短い", "대기 시간이 짧다", "improve service " * 5,
    ],
)  # fmt: skip
def test_a_text_that_says_something_is_not(text: str):
    assert not is_hollow(text)
