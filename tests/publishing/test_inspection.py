"""`templates check`: slips, and names that nothing answers to, are found before anything is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from bluecanvas.errors import CallError
from bluecanvas.publishing.inspection import inspect, inspect_all, known, sample
from bluecanvas.publishing.templates import find, find_all, templates


def problems(folder: Path, text: str) -> list[tuple[int, str]]:
    path = folder / "mine.md.j2"
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.message) for problem in inspect(find(str(path)), sample(), known())]


@pytest.mark.parametrize("name", [template.name for template in templates()])
def test_nothing_is_wrong_with_a_shipped_template(name: str) -> None:
    assert inspect(find(name), sample(), known()) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ tittle }}", "`tittle` is not defined"),
        ("{{ canvas.tittle }}", "there is no `tittle` here"),
        ("{{ canvas['tittle'] }}", "there is no `tittle` here"),
        ("{% for curve in canvas.curves %}{{ curve.nam }}{% endfor %}", "there is no `nam` here"),
        ("{% for c in canvas.curves if c.rol %}x{% endfor %}", "there is no `rol` here"),
        (
            "{% for c in canvas.curves %}{% for l in c.levels %}{{ l.levl }}{% endfor %}{% endfor %}",
            "there is no `levl` here",
        ),
        ("{{ canvas.moves[0].ower }}", "there is no `ower` here"),
        ("{{ (canvas.factors | sort(attribute='name'))[0].nam }}", "there is no `nam` here"),
        ("{% set first = canvas.factors[0] %}{{ first.nam }}", "there is no `nam` here"),
        ("{% with first = canvas.factors[0] %}{{ first.nam }}{% endwith %}", "there is no `nam` here"),
        ("{% macro say(x) %}{{ canvas.zzz }}{% endmacro %}{{ say(1) }}", "there is no `zzz` here"),
        ("{% if findings %}{{ findings[0].cod }}{% endif %}", "there is no `cod` here"),
        ("{{ canvas.title | uper }}", "there is no filter 'uper'"),
        ("{% if canvas is defned %}x{% endif %}", "there is no test 'defned'"),
        ("{{ label('marke') }}", "there is no label 'marke'"),
        ("{{ block('curvs') }}", "there is no block 'curvs'"),
        ("{{ figure('er') }}", "there is no figure 'er'"),
        ("{{ canvas.title.uper() }}", "there is no `uper` here"),
    ],
)
def test_a_name_that_nothing_answers_to_is_found(tmp_path: Path, text: str, message: str) -> None:
    assert problems(tmp_path, f"\n{text}\n") == [(2, message)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ settings.anything }}",
        "{{ canvas.claims.anything }}",
        "{{ nothing | default('x') }}{% if nothing is defined %}x{% endif %}",
        "{% for c in canvas.curves %}{{ loop.index }}{% for l in c.levels %}{{ loop.last }}{% endfor %}{% endfor %}",
        "{% macro say(x, y=1) %}{{ x.anything }}{{ y }}{% endmacro %}{{ say(canvas) }}",
        "{% for key, value in canvas.claims.items() %}{{ key }}{{ value }}{% endfor %}",
        "{% macro say() %}{{ caller(1) }}{% endmacro %}{% call(x) say() %}{{ x }}{% endcall %}",
        "{{ canvas.curves | selectattr('ours') | map(attribute='name') | join(', ') }}",
        "{% set words %}x{% endset %}{{ words }}",
        "{{ block('errc') or figure('curves', 'A picture') }}",
        "{{ range(3) | list }}{% set ns = namespace(n=0) %}{{ ns.n }}",
    ],
)
def test_what_can_be_is_left_alone(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == []


def test_what_a_template_includes_is_looked_through_too(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("{{ canvas.tittle }}\n", encoding="utf-8")
    path = tmp_path / "whole.md.j2"
    path.write_text("\n{% include 'part.md.j2' %}\n{{ tittle }}\n", encoding="utf-8")
    found = [(Path(one.place).name, one.line) for one in inspect(find(str(path)), sample(), known())]
    assert found == [("part.md.j2", 1), ("whole.md.j2", 3)]


def test_a_template_that_includes_itself_has_no_end(tmp_path: Path) -> None:
    assert problems(tmp_path, "\n{% include 'mine.md.j2' %}") == [(2, "'mine.md.j2' takes itself in")]


def test_two_that_include_one_another_have_no_end(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("{% include 'mine.md.j2' %}")
    assert problems(tmp_path, "\n{% include 'part.md.j2' %}") == [(1, "'mine.md.j2' takes itself in")]
    assert [one.message for one in inspect_all(find_all(str(tmp_path)), sample(), known())] == [
        "'part.md.j2' takes itself in",
        "'mine.md.j2' takes itself in",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% include '../x' %}", "'../x' leads out of the template's folder"),
        ("{% include 'link.md.j2' %}", "'link.md.j2' leads out of the template's folder"),
        ("{% include 'none.md.j2' %}", "there is no template 'none.md.j2' in its folder"),
        ("{% from 'none.md.j2' import x %}", "there is no template 'none.md.j2' in its folder"),
    ],
)
def test_what_cannot_be_taken_in_is_said_where_it_is_named(tmp_path: Path, text: str, message: str) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (tmp_path / "secret").write_text("{{ nothing }}")
    (folder / "link.md.j2").symlink_to(tmp_path / "secret")
    assert problems(folder, f"\n\n{text}") == [(3, message)]


@pytest.mark.parametrize(
    "text", ["{% include 'none.md.j2' ignore missing %}", "{% include ['none.md.j2', 'part.md.j2'] %}"]
)
def test_what_may_be_missing_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "part.md.j2").write_text("x")
    assert problems(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ '' | attr('__class__') }}",
        "{{ canvas.curves | map(attribute='__class__') | list }}",
        "{{ self._TemplateReference__context }}",
        "{{ settings.__class__ }}",
        "{{ label.__globals__ }}",
    ],
)
def test_what_is_pythons_own_is_found(tmp_path: Path, text: str) -> None:
    found = problems(tmp_path, f"\n{text}")
    assert [line for line, _ in found] == [2]
    assert found[0][1].endswith("is no template's to touch")


def test_what_the_caller_set_may_begin_with_an_underscore(tmp_path: Path) -> None:
    assert problems(tmp_path, "{{ settings._draft | default('no') }}") == []


def test_front_matter_is_looked_through_too(tmp_path: Path) -> None:
    text = "{# For\n the board. #}\n---\naudience: everyone\nconfidentialty: Strict\n---\n{{ tittle }}\n"
    assert problems(tmp_path, text) == [
        (4, "there is no audience 'everyone'"),
        (5, "`confidentialty: Strict` is not read"),
        (7, "`tittle` is not defined"),
    ]


def test_every_template_of_a_folder_and_its_parts_with_what_they_find(tmp_path: Path) -> None:
    (tmp_path / "a.md.j2").write_text(
        "{% for one in canvas.curves %}{% include 'part.md.j2' %}{% endfor %}\n{{ tittle }}"
    )
    (tmp_path / "b.j2").write_text("{{ titel }}")
    (tmp_path / "part.md.j2").write_text("{{ one.nam }}")
    (tmp_path / "page.html.j2").write_text("{{ ours }}")
    found = inspect_all(find_all(str(tmp_path)), sample(), known())
    assert [(Path(one.place).name, one.line, one.message) for one in found] == [
        ("a.md.j2", 2, "`tittle` is not defined"),
        ("b.j2", 1, "`titel` is not defined"),
        ("part.md.j2", 1, "there is no `nam` here"),
    ]


def test_a_folder_without_a_template_is_said(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="there is no template in "):
        find_all(str(tmp_path))


@pytest.mark.parametrize("text", ["{% for %}", "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}"])
def test_what_is_no_template_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(CallError, match=r"mine\.md\.j2"):
        problems(tmp_path, text)


def test_one_that_cannot_be_read_does_not_keep_the_others_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (tmp_path / "secret").write_text("x")
    (folder / "a.md.j2").write_text("x\n{% for %}")
    (folder / "b.md.j2").symlink_to(tmp_path / "secret")
    (folder / "c.md.j2").write_text("{{ tittle }}")
    found = inspect_all(find_all(str(folder)), sample(), known())
    assert [(Path(one.place).name, one.line, one.message) for one in found] == [
        ("a.md.j2", 2, "expected an expression, got 'end of statement block'"),
        ("b.md.j2", 1, "'b.md.j2' leads out of the template's folder"),
        ("c.md.j2", 1, "`tittle` is not defined"),
    ]
