"""What stands under a page's plot once its script runs: the reading's figures, what has been moved, and the canvas as YAML."""

from __future__ import annotations

from bluecanvas.renderers._html_text import element, escaped
from bluecanvas.renderers._html_words import page_words

SAID = frozenset(
    (
        "hint",
        "hint_keys",
        "reading",
        "curve",
        "figure",
        "before",
        "now",
        "shares",
        "whatif",
        "reset",
        "copy",
        "save",
        "yaml",
    )
)
"""The words that stand in the panel itself; the script has the others."""


def panel(language: str, level: int) -> str:
    """The panel, empty and hidden, with headings of a level."""
    said = page_words(language)
    heads = "".join(f"<th scope=col>{escaped(said[name])}" for name in ("figure", "before", "now"))
    buttons = "".join(f"<button type=button>{escaped(said[name])}</button>" for name in ("reset", "copy", "save"))
    yaml = escaped(said["yaml"])
    return "".join(
        (
            f"<div class=live hidden>{element('p', said['hint'] + ' ' + said['hint_keys'], 'hint')}",
            f"<section>{element(f'h{level}', said['reading'])}<label>{escaped(said['curve'])}<select></select></label>",
            f"<table class=figures><thead><tr>{heads}<tbody></table>{element('p', said['shares'], 'quiet')}</section>",
            f"<section>{element(f'h{level}', said['whatif'])}<ul class=moves></ul><div class=buttons>{buttons}</div>",
            f'<p role=status class=quiet></p><details><summary>{yaml}</summary><textarea readonly aria-label="{yaml}" '
            "spellcheck=false></textarea></details></section><p role=status class=said></p></div>",
        )
    )
