"""`templates check`: names that nothing answers to are found before anything is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from bluecanvas.errors import CallError
from bluecanvas.publishing.inspection import inspect, known, sample
from bluecanvas.publishing.templates import find, templates


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


def test_a_template_that_includes_itself_ends(tmp_path: Path) -> None:
    assert problems(tmp_path, "{% include 'mine.md.j2' %}") == []


def test_what_leads_out_of_the_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="leads out of the template's folder"):
        problems(tmp_path, "{% include '../x' %}")


@pytest.mark.parametrize("text", ["{% for %}", "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}"])
def test_what_is_no_template_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(CallError, match=r"mine\.md\.j2"):
        problems(tmp_path, text)
