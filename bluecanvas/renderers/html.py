"""HTML: blocks or a document as one page that needs nothing else: no network, no fonts, no frame; it changes no other file.

What there is to see is there without the script. The script lets levels be moved as a what-if, computes the reading's
figures again, and gives the changed canvas as YAML; a document has none. A strict content policy names the style and the
script by hash.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from bluecanvas.blocks import Block, Curves, Facets, Grid, Prose
from bluecanvas.documents import Document
from bluecanvas.errors import CallError
from bluecanvas.fonts import readable
from bluecanvas.renderers import Look, Theme, _html_document
from bluecanvas.renderers._html_curves import curves
from bluecanvas.renderers._html_facets import facets, panels
from bluecanvas.renderers._html_fonts import font_face
from bluecanvas.renderers._html_lines import drawn
from bluecanvas.renderers._html_panel import SAID
from bluecanvas.renderers._html_style import asset, colours, places, sheets
from bluecanvas.renderers._html_tables import grid, prose, table
from bluecanvas.renderers._html_text import element, embedded, escaped
from bluecanvas.renderers._html_words import page_words
from bluecanvas.renderers._palette import quiet

_FACET = (
    ".facet{margin:0 0 2.2rem;break-inside:avoid}.facet figcaption{font-weight:700;margin-bottom:.4rem}"
    ".facet .plot{grid-template-rows:minmax(220px,auto) auto}"
)
_SIGNED = ".logo{text-align:end}.logo img{max-width:8rem;max-height:2rem}"
_SCRIPTS = ("figures.js", "yaml.js", "plot.js", "pointing.js")
_MANY = 12
"""More curves than these, and pairs of them are worth remembering."""


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks one after another, each under its heading."""
    if not blocks:
        raise CallError("there is nothing to draw", "a page needs at least one figure")
    language = blocks[0].language
    body = "".join(_section(block, f"b{at}", at, language) for at, block in enumerate(blocks))
    moving = [drawn(f"b{at}", block) for at, block in enumerate(blocks) if isinstance(block, Curves)]
    still = [one for at, block in enumerate(blocks) if isinstance(block, Facets) for one in panels(block, f"b{at}")]
    plots = [*moving, *still]
    script, data = "", ""
    if moving:
        words = embedded({name: word for name, word in page_words(language).items() if name not in SAID})
        data = f"<script type=application/json id=words>{words}</script>"
        script = _script([plot.block for plot in moving])
    style = "".join(
        (
            font_face(body + data, language, look.theme),
            colours(look.theme, plots),
            sheets(body),
            asset("live.css") if moving else "",
            _FACET if still else "",
            places(plots),
        )
    )
    title = "; ".join(filter(None, (block.title for block in blocks)))
    if isinstance(look.theme, Theme) and look.theme.logo is not None:
        style += _SIGNED
        body += f'<p class="logo"><img src="{look.theme.logo.address}" alt="{escaped(readable(look.theme.logo.name))}"></p>\n'
    return _page(language, title, style, f"<main>\n{body}</main>\n{data}", script)


def document(document: Document, look: Look) -> bytes:
    """A whole document as a page to read: no script, its figures drawn, its tables whole."""
    body, style = _html_document.page(document, look)
    return _page(document.language, document.title, style, body, "")


def _page(language: str, title: str, style: str, body: str, script: str) -> bytes:
    return "".join(
        (
            f'<!doctype html>\n<html lang="{escaped(language)}">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            f"<title>{escaped(title) or 'bluecanvas'}</title>\n",
            f"<style>{style}</style>\n</head>\n<body>\n{body}",
            f"<script>{script}</script>" if script else "",
            "\n</body>\n</html>\n",
        )
    ).encode("utf-8", "replace")


def _section(block: Block, prefix: str, at: int, language: str) -> str:
    """One block under its heading; the first heads the page."""
    tag = "h2" if at else "h1"
    spoken = f' lang="{escaped(block.language)}"' if block.language != language else ""
    headed = block.whole if isinstance(block, Facets) else block
    under = headed.subtitle if isinstance(headed, (Curves, Grid)) else ""
    date = headed.dated if isinstance(headed, Curves) else ""
    return "".join(
        (
            f'<section class="block" id="{prefix}"{spoken}><header><{tag} id="{prefix}h">{escaped(block.title)}</{tag}>',
            element("p", under, "tagline"),
            element("p", date, "date"),
            f"</header>{_body(block, prefix, 3 if at else 2)}</section>\n",
        )
    )


def _body(block: Block, prefix: str, level: int) -> str:
    """What stands under a block's heading; headings of its own have a level."""
    if isinstance(block, Curves):
        return curves(drawn(prefix, block), level)
    if isinstance(block, Facets):
        return facets(block, prefix)
    if isinstance(block, Grid):
        return grid(block, level)
    if isinstance(block, Prose):
        return prose(block)
    return table(block.as_table(), prefix)


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, sent or framed; one style and one script, known by what they are, may work."""
    runs = f"script-src '{_hash(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; {runs}img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _script(moving: Sequence[Curves]) -> str:
    """The page's script, shut in a function of its own; a crowd of curves takes more of it, and what follows them."""
    crowded = any(quiet(block.lines) for block in moving)
    followed = any(block.derived or block.bands or block.shifts for block in moving)
    many = any(len(block.lines) > _MANY for block in moving)
    names = (
        *_SCRIPTS,
        *(["duels.js"] if many else []),
        *(["quiet.js"] if crowded else []),
        *(["follow.js"] if followed else []),
        "page.js",
    )
    return "".join(('(() => {"use strict";\n', *map(asset, names), "})();"))
