"""Language tags: which of the given languages serves a reader who asks for another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*\Z")
_TRADITIONAL = (
    "這們個來對時會說國過無發開經關還應與業電機點車東長門間問題體實現學價場務產觀選擇線團專資質貴買賣餐樞紐轉"
)
_SIMPLIFIED = "这们个来对时会说国过无发开经关还应与业电机点车东长门间问题体实现学价场务产观选择线团专资质贵买卖枢纽转"
_CHINESE = {
    **dict.fromkeys(("hant", "tw", "hk", "mo"), "zh-Hant"),
    **dict.fromkeys(("hans", "cn", "sg", "my"), "zh-Hans"),
}
"""Which Chinese a script, or else a place, writes."""


def is_tag(text: str) -> bool:
    """Whether a text has the form of a language tag (BCP 47): en, zh-Hant, pt-BR."""
    return _TAG.match(text) is not None


@lru_cache(maxsize=256)
def canonical(tag: str) -> str:
    """One spelling for a language: zh-TW, zh_HK and zh-hant are zh-Hant; zh and zh-CN are zh-Hans; EN-us is en-US.

    A script goes before a place: zh-Hans-HK is zh-Hans. What a locale adds behind a dot or an @ is left out.
    """
    parts = tag.replace("_", "-").partition(".")[0].partition("@")[0].split("-")
    language = parts[0].lower()
    if language in ("zh", "cmn", "yue"):
        written = (_CHINESE.get(part.lower()) for part in sorted(parts[1:], key=len, reverse=True))
        return next((script for script in written if script), "zh-Hant" if language == "yue" else "zh-Hans")
    rest = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in parts[1:]]
    return "-".join([language, *rest])


def guess(text: str, around: str = "") -> str:
    """The language a text is written in, by its script alone; `around` is more text to tell the Chinese scripts by."""
    if text.isascii():
        return "en"
    if any("\u3040" <= char <= "\u30ff" for char in text):
        return "ja"
    if any("\uac00" <= char <= "\ud7a3" for char in text):
        return "ko"
    if not any("\u4e00" <= char <= "\u9fff" for char in text):
        return "en"
    whole = text + around
    return "zh-Hant" if sum(map(whole.count, _TRADITIONAL)) > sum(map(whole.count, _SIMPLIFIED)) else "zh-Hans"


def match(wanted: str, given: Iterable[str]) -> str | None:
    """The tag among `given` that serves a reader of `wanted`: the same language and script, else the same language."""
    tags = list(given)
    if wanted in tags:
        return wanted
    asked = canonical(wanted)
    for tag in tags:
        if canonical(tag) == asked:
            return tag
    if asked.startswith("zh-"):
        return None  # the other script is another text, not a dialect of it
    primary = asked.split("-")[0]
    return next((tag for tag in tags if canonical(tag).split("-")[0] == primary), None)
