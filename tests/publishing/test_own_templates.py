"""Anyone's own templates: what they see, how errors are told, and what they cannot do."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from bluecanvas.canvas import read
from bluecanvas.errors import CallError
from bluecanvas.publishing import apart, rendering
from bluecanvas.publishing.jobs import Job
from bluecanvas.publishing.reports import report

CANVAS = """\
bluecanvas: 1
title: Air *travel*
language: en
factors: {price: {name: Price, kind: price}, speed: {name: Speed, importance: 30}}
curves:
  us: {name: "Us | we", scores: {price: 2, speed: {value: 9.5, low: 9, high: 10}}}
  them: {name: Them, role: rival, scores: {price: 6, speed: null}}
texts: {zh-Hant: {title: 航空}}
"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Render a template of these words, as `own/t.md.j2` beside whatever else the test puts there."""
    monkeypatch.chdir(tmp_path)
    Path("own").mkdir()

    def rendered(source, **rest):
        Path("own/t.md.j2").write_text(source, encoding="utf-8")
        canvas = read(CANVAS.encode()).canvas
        assert canvas
        return report(canvas, (), "own/t.md.j2", figure=lambda name, alt: f"{name}.png", name="air", **rest)

    return rendered


@pytest.fixture
def here(monkeypatch):
    """Spare a test the process of its own where nothing in it takes long."""
    monkeypatch.setattr(apart, "perform_apart", rendering.perform)


GOOD = [
    ("{{ canvas.title }} **{{ canvas.title }}**", "Air \\*travel\\* **Air \\*travel\\***\n"),
    ("{{ name }} {{ language }}", "air en\n"),
    ("{% for c in canvas.curves %}{{ c.name }}: {{ c.levels[1].level }} {% endfor %}", "Us &#124; we: 9.5 Them: – \n"),
    ("{{ label('factor') }}{{ label('colon') }}x", "Factor: x\n"),
    ("{{ 'a' ~ canvas.title }} {{ canvas.title + '!' }}", "aAir \\*travel\\* Air \\*travel\\*\\!\n"),
    ("{{ canvas.title | upper | replace('A', '_') }}", "\\_IR \\*TR\\_VEL\\*\n"),
    ("{{ 3 * 4 }} {{ 2 ** 10 }} {{ 7 % 4 }} {{ 1 + 1 }} {{ -5 }} {{ 1 / 4 }}", "12 1024 3 2 -5 0.25\n"),
    (
        "{% macro m(x) %}**{{ x }}** {{ caller() }}{% endmacro %}{% call m('*') %}_{{ 'x_' }}_{% endcall %}",
        "**\\*** _x\\__\n",
    ),
    ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('*') }}", "**\\***\n"),
    ("{% set x %}**{{ '*' }}**{% endset %}{{ x }}", "**\\***\n"),
    ("{% set x | upper %}**{{ 'a*' }}**{% endset %}{{ x }}", "**A\\***\n"),
    ("{% block b %}*{{ 'a*' }}*{% endblock %} {{ self.b() }}", "*a\\** *a\\**\n"),
    ("{% for x in [[1, [[2, []]]]] recursive %}*{{ x[0] }}*{{ loop(x[1]) }}{% endfor %}", "*1**2*\n"),
    ("{{ reading[0].why | truncate(12, true, '*') }}", "On your own\\*\n"),
    ("{{ figure('curves') }}", None),
    ("{{ figure('curves', 'a ] b') }}", "![a \\] b](curves.png)\n"),
    ("{{ figure('errc') }}{{ block('errc') }}|", "|\n"),
    (
        "{{ link('a*', 'https://example.org') }} {{ link('a*', 'javascript:x') }}",
        "[a\\*](<https://example.org>) a\\*\n",
    ),
    ("{{ table(canvas.factors, {'N': 'name', 'I|': 'importance'}) }}", None),
    ("{{ settings.client }} {{ settings.nobody | default('-') }}", "ACME \\*\n\n"),
    ("{% if false %}{{ 9**(9**9) }}{% endif %}.", ".\n"),
    ("a\n\n\n\n\nb\n\n", "a\n\nb\n"),
    ("{% include 'part.j2' %}", "part: Air \\*travel\\*\n"),
    ("{% extends 'base.j2' %}{% block b %}*{{ super() }}*{% endblock %}", "base *b\\**\n"),
    ("{% from 'lib.j2' import m %}{{ m('a*') }}", "_a\\*_\n"),
]


@pytest.mark.parametrize(("source", "expected"), GOOD)
def test_good(write, here, source, expected):
    Path("own/part.j2").write_text("part: {{ canvas.title }}")
    Path("own/base.j2").write_text("base {% block b %}{{ 'b*' }}{% endblock %}")
    Path("own/lib.j2").write_text("{% macro m(x) %}_{{ x }}_{% endmacro %}")
    text = write(source, settings={"client": "ACME *"})
    if expected is None:
        assert text.startswith(("![Air", "| N "))
    else:
        assert text == expected.replace("- \n", "-\n").replace("\\*\n\n", "\\* \\-\n")


def test_language(write):
    assert write("{{ canvas.title }} {{ label('factor') }} {{ language }}", language="zh-TW") == "航空 競爭要素 zh-TW\n"


def test_backticks_of_a_name_are_text_in_the_tools_sentences(write, here, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "CANVAS", CANVAS.replace("Them,", '"the `kind`",'))
    said = write("{% for one in reading %}{{ one.said }}\n{% endfor %}")
    assert "Us &#124; we has no rival" in said
    assert "above the \\`kind\\` on nothing" in said


def test_block_is_a_table(write):
    text = write("{{ block('curves') }}")
    assert text.split("\n")[0] == "| Factor |  Us &#124; we | Them |"
    assert [token.type for token in MarkdownIt().enable("table").parse(text)].count("table_open") == 1


BAD = [
    ("\n{{ canvs.title }}", ":2: `canvs` is not defined", "did you mean `canvas`?"),
    ("{{ canvas.titel }}", ":1: there is no `titel` here", "did you mean `title`?"),
    ("{{ canvas.factors[0].nam }}", ":1: there is no `nam` here", "did you mean `name`?"),
    ("{{ canvas.factors[9].name }}", ":1: there is no item 9 in a list of 2", ""),
    ("{{ canvas.title.x }}", ":1: a text has no `x`", ""),
    ("{{ settings.client }}", ":1: `settings` has no `client`", "give it with --set client=VALUE"),
    ("\n\n{{ block('curvs') }}", ":3: there is no block 'curvs'", "did you mean `curves`?"),
    ("{{ figure('curvs') }}", ":1: there is no block 'curvs'", "did you mean `curves`?"),
    ("{{ label('marked') }}", ":1: there is no label 'marked'", "did you mean `market`?"),
    ("{{ table(canvas.factors, {'N': 'nam'}) }}", ":1: a row has no `nam`", "did you mean `name`?"),
    ("{{ label }}", ":1: a function cannot be shown: call it, or name one of its fields", ""),
    ("a\n{% if %}", ":2: expected an expression, got 'end of statement block'", ""),
    ("{{ canvas.title | safe }}", ":1: no filter named 'safe'", ""),
    ("{% include 'nothing.j2' %}", ":1: there is no template 'nothing.j2' in its folder", ""),
    ("{% extends 1 %}", ":1: a template is named by a text, not by 1", ""),
    ("{{ 1 / 0 }}", ":1: division by zero", ""),
    ("{{ 'a' + 1 }}", ':1: can only concatenate str (not "int") to str', ""),
    ("{{ canvas.curves | sum }}", ":1: ", ""),
    ("{{ '\x1b[31m' / 2 }}", ":1: ", ""),
    ("{% for a in canvas.curves %}" * 30 + "{% endfor %}" * 30, ": too many statically nested blocks", ""),
]


@pytest.mark.parametrize(("source", "message", "hint"), BAD)
def test_error_names_the_line_and_the_nearest_name(write, here, source, message, hint):
    with pytest.raises(CallError) as caught:
        write(source)
    assert caught.value.message.startswith("own/t.md.j2" + message)
    assert caught.value.hint.startswith(hint)
    assert caught.value.status == 2
    assert "\x1b" not in caught.value.message
    assert str(Path.cwd()) not in caught.value.message


def test_error_in_a_part_names_the_part(write):
    Path("own/part.j2").write_text("one\n{{ nothing }}")
    with pytest.raises(CallError, match=r"^own/part\.j2:2: `nothing` is not defined"):
        write("{% include 'part.j2' %}")


ESCAPES = [
    "{{ lipsum.__globals__ }}",
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ '' | attr('__class__') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ label.__globals__ }}",
    "{{ label.__code__ }}",
    "{{ canvas.__init__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ ().__class__.__bases__ }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{0}'.format_map({'0': 1}) }}",
    "{{ ['{0.__class__}'] | map('format', 1) | list }}",
    "{{ canvas.curves.append(1) }}",
    "{{ canvas.update({'title': 'x'}) }}",
    "{{ canvas.clear() }}",
    "{{ '<b>' | safe }}",
    "{{ '<b>' | forceescape }}",
    "{{ {'a b': 1} | xmlattr }}",
    "{{ 'x' | urlize }}",
    "{{ [1, 2] | random }}",
    "{% call dict(x='*') %}{% endcall %}",
    "{% call namespace(x='*') %}{% endcall %}",
    "{% call label('market') %}{% endcall %}",
    "{% import os %}",
    "{{ range.__self__ }}",
    "{% set x %}a{% endset %}{{ x.format(canvas.title) }}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_no_way_out(write, here, source):
    with pytest.raises(CallError, match=r"^own/t\.md\.j2:1: (?!it takes)"):
        write(source)


@pytest.mark.parametrize("source", ["{{ '<b>' | upper }}", "{{ block('curves')[:1] ~ '<b>' }}", "{{ ['<b>'] | join }}"])
def test_no_markup_from_text(write, source):
    assert "<" not in write(source)


COSTLY = [
    "{{ 9**(9**9) }}",
    "{{ 99999999**99 * 99999999**99 }}",
    "{{ 2 ** -999999 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d' | format(1) }}",
    "{{ '{:1000000000d}'.format(1) }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 1000000000 * [1] }}",
    "{{ 'x' | center(100000000000) }}",
    "{{ 'x' | indent(100000000000, true) }}",
    "{{ 'x'.ljust(100000000000) }}",
    "{{ 'x'.zfill(1000000000000) }}",
    "{{ range(100001) }}",
    "{{ range(10**18) | list }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{{ 'x' * 9999 }}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% include 't.md.j2' %}",
    "{% extends 't.md.j2' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ " + "(" * 5000 + ")" * 5000 + " }}",
    "{{ " + "-" * 50000 + "1 }}",
    "{{ " + "[" * 500 + "]" * 500 + " }}",
    "{% if 1 %}" * 5000,
    "{{ ('x' * 99999).split('') }}",
    "{{ ('a,' * 49999).replace('a', 'a,' * 49999) | length }}",
]


@pytest.mark.parametrize("source", COSTLY)
def test_no_work_without_end(write, source):
    started = time.monotonic()
    with pytest.raises(CallError, match=r"^own/t\.md\.j2:") as caught:
        write(source)
    assert time.monotonic() - started < 30  # a limit of one second of work, on a machine that is very busy
    assert len(caught.value.message) < 1000


@pytest.mark.parametrize(
    "place", ["/etc/passwd", "../secret.txt", "own/../../secret.txt", "link.j2", "folder/secret.txt"]
)
def test_includes_stay_in_the_folder(write, here, place):
    Path("secret.txt").write_text("secret")
    Path("own/link.j2").symlink_to("../secret.txt")
    Path("own/folder").symlink_to("..")
    with pytest.raises(CallError, match=r"^own/t\.md\.j2:1: .* leads out of the template's folder$"):
        write(f"{{% include {place!r} %}}")


def test_a_link_within_the_folder_is_fine(write):
    Path("own/real.j2").write_text("real")
    Path("own/link.j2").symlink_to("real.j2")
    assert write("{% include 'link.j2' %}") == "real\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_only_files_are_read(write):
    os.mkfifo("own/pipe.j2")
    Path("own/loop.j2").symlink_to("loop.j2")
    Path("own/dir.j2").mkdir()
    for name in ("pipe.j2", "loop.j2", "dir.j2", "nul\\0.j2"):
        with pytest.raises(CallError, match=r"^own/t\.md\.j2"):
            write(f"{{% include '{name}' %}}")


def test_the_template_itself_is_no_way_out(write):
    write("x")
    Path("secret.txt").write_text("secret")
    Path("own/t.md.j2").unlink()
    Path("own/t.md.j2").symlink_to("../secret.txt")
    canvas = read(CANVAS.encode()).canvas
    with pytest.raises(CallError, match="leads out of the template's folder"):
        report(canvas, (), "own/t.md.j2", figure=lambda name, alt: "")


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\xff\xfe{", "it is not UTF-8 at byte 0"), (b"x" * 1_100_000, "'t.md.j2' is larger than 1048576 bytes")],
)
def test_odd_files(write, data, message):
    write("x")
    Path("own/t.md.j2").write_bytes(data)
    canvas = read(CANVAS.encode()).canvas
    with pytest.raises(CallError) as caught:
        report(canvas, (), "own/t.md.j2", figure=lambda name, alt: "")
    assert caught.value.message == f"own/t.md.j2: {message}"


def test_line_endings_and_mark(write):
    write("x")
    Path("own/t.md.j2").write_bytes("\ufeff{# a #}\r\nx\r\n{{ canvas.title }}\r\n".encode())
    canvas = read(CANVAS.encode()).canvas
    assert report(canvas, (), "own/t.md.j2", figure=lambda name, alt: "") == "x\nAir \\*travel\\*\n"


def test_a_process_that_cannot_start(monkeypatch):
    apart._there.end()
    monkeypatch.setattr(apart.sys, "executable", "/nowhere/python")
    with pytest.raises(CallError, match="no process can be started"):
        apart.perform_apart(Job("own", "t.md.j2", "own", "en", {}, {}))


def test_the_clock_stops_what_the_work_limit_cannot(monkeypatch):
    apart._there.end()
    monkeypatch.setattr(apart, "_WALL", 0.001)
    with pytest.raises(CallError, match=r"own/t\.md\.j2: it takes too long"):
        apart.perform_apart(Job("own", "t.md.j2", "own", "en", {}, {}))


def test_a_key_of_plain_data_is_no_way_to_what_python_has(write, here):
    assert write("{{ {'x': {'y': 2}}.x.y }} {{ {'title': '*'}.title }}") == "2 \\*\n"
    for name in ("__class__", "items", "pop"):
        with pytest.raises(CallError):
            write(f"{{{{ {{'{name}': 1}}.{name} }}}}")
