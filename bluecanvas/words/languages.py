"""Language tags: which of the given languages serves a reader who asks for another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*\Z")
_CHINESE = {"tw": "zh-Hant", "hk": "zh-Hant", "mo": "zh-Hant", "hant": "zh-Hant"}


def is_tag(text: str) -> bool:
    """Whether a text has the form of a language tag (BCP 47): en, zh-Hant, pt-BR."""
    return _TAG.match(text) is not None


@lru_cache(maxsize=256)
def canonical(tag: str) -> str:
    """One spelling for a language: zh-TW, zh_HK and zh-hant are zh-Hant; zh and zh-CN are zh-Hans; EN-us is en-US."""
    parts = tag.replace("_", "-").split(".")[0].split("-")
    language = parts[0].lower()
    if language in ("zh", "cmn", "yue"):
        written = (_CHINESE.get(part.lower()) for part in parts[1:])
        return next((script for script in written if script), "zh-Hant" if language == "yue" else "zh-Hans")
    rest = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in parts[1:]]
    return "-".join([language, *rest])


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
