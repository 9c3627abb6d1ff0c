"""Which rules are asked: words of a configuration and of the command line, the more precise one deciding."""

from __future__ import annotations

import pytest

from bluecanvas.checking import Layer, Settings
from bluecanvas.checking.selection import chosen
from bluecanvas.errors import CallError
from bluecanvas.rules import modules

EVERY = set(modules())


def begun(*beginnings: str) -> set[str]:
    return {code for code in EVERY if code.startswith(beginnings)}


def test_nothing_said_is_everything():
    assert Settings.of().codes == chosen() == chosen(Layer()) == chosen(Layer(("",), (" , ",))) == EVERY


def named(value: object) -> str:
    """A name for a parameter that is the same in every process."""
    return str(sorted(value) if isinstance(value, set | frozenset) else value)


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["BC3"], [], begun("BC3")),
        (["bc308", "Out_Of_Scale"], [], {"BC308", "BC001"}),
        (["BC0,BC3", " BC101 "], [], begun("BC0", "BC3") | {"BC101"}),
        (["all"], ["BC0,BC3"], EVERY - begun("BC0", "BC3")),
        ([], ["ALL"], set()),
        (["BC308"], ["BC3"], {"BC308"}),
        (["BC3"], ["silent-move"], begun("BC3") - {"BC308"}),
        (["BC30"], ["BC3"], begun("BC30")),
        (["BC308"], ["silent-move"], set()),
        (["ALL", "BC308"], ["BC30"], EVERY - begun("BC30") | {"BC308"}),
    ],
    ids=named,
)
def test_the_more_precise_word_decides_and_among_equals_the_one_that_ignores(select, ignore, codes):
    assert Settings.of(select, ignore).codes == codes


@pytest.mark.parametrize(
    ("project", "call", "codes"),
    [
        (Layer(("BC3",)), Layer(), begun("BC3")),
        (Layer(("BC3",)), Layer(("BC1",)), begun("BC1")),
        (Layer(("BC3",)), Layer(extend_select=("BC101",)), begun("BC3") | {"BC101"}),
        (Layer(("BC3",), extend_select=("BC101",)), Layer(("BC102",)), {"BC102"}),
        (Layer((), ("BC3",)), Layer((), ("BC1",)), EVERY - begun("BC1")),
        (Layer((), ("BC3",)), Layer(extend_ignore=("BC1",)), EVERY - begun("BC1", "BC3")),
        (Layer((), ("BC308",)), Layer(("BC308",)), {"BC308"}),
        (Layer((), ("BC308",)), Layer(("BC3",)), begun("BC3") - {"BC308"}),
        (Layer((), ("BC3",)), Layer(extend_select=("BC308",)), EVERY - begun("BC3") | {"BC308"}),
        (Layer(("BC308",)), Layer((), ("BC308",)), set()),
    ],
    ids=named,
)
def test_the_command_line_stands_over_the_configuration(project, call, codes):
    assert chosen(project, call) == codes


@pytest.mark.parametrize("word", ["BC999", "nope", "ＢＣ３０８", "BC*"])
def test_a_word_that_fits_no_rule(word):
    for layer in (Layer((word,)), Layer((), (word,)), Layer(extend_select=(word,)), Layer(extend_ignore=(word,))):
        with pytest.raises(CallError, match="there is no rule"):
            chosen(layer)
