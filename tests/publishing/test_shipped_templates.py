"""What ships: found by name, listed with its summary, copied as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bluecanvas.errors import BluecanvasError, CallError
from bluecanvas.publishing import shipped
from bluecanvas.publishing.reports import report
from bluecanvas.publishing.templates import copy, find, templates

ROOT = Path(__file__).parents[2]


def test_templates_say_what_they_are():
    found = {template.name: template for template in templates()}
    assert found["report"].path.name == "report.md.j2"
    assert all(template.summary and "#" not in template.summary for template in found.values())


def test_examples_say_what_they_are():
    found = {example.name: example for example in shipped.examples()}
    assert "southwest-2005" in found
    assert all(example.summary for example in found.values())


def test_a_checkout_keeps_them_beside_the_package():
    assert shipped.folder("templates") == ROOT / "templates"


def test_a_wheel_keeps_them_inside(tmp_path, monkeypatch):
    inside = tmp_path / "bluecanvas" / "_shipped" / "templates"
    inside.mkdir(parents=True)
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / "bluecanvas" / "publishing" / "shipped.py"))
    assert shipped.folder("templates") == inside
    with pytest.raises(BluecanvasError, match="the shipped canvases are missing"):
        shipped.folder("canvases")


def test_a_copy_is_the_template_itself():
    ((path, text),) = copy("report", "mine")
    assert Path(path) == Path("mine/report.md.j2")
    assert text == (ROOT / "templates" / "report.md.j2").read_text(encoding="utf-8")


def test_a_copy_renders_like_the_original(tmp_path):
    from bluecanvas.canvas import read

    ((path, text),) = copy("report", str(tmp_path))
    Path(path).write_text(text, encoding="utf-8")
    for example in shipped.examples()[:2]:
        canvas = read(example.path.read_bytes()).canvas
        both = [report(canvas, (), name, figure=lambda name, alt: f"{name}.png") for name in ("report", path)]
        assert both[0] == both[1]


@pytest.mark.parametrize("lookup", [find, lambda name: copy(name, "x")])
def test_an_unknown_name_brings_the_nearest(lookup):
    with pytest.raises(CallError) as caught:
        lookup("reprot")
    assert caught.value.message == "there is no template 'reprot'"
    assert "did you mean `report`?" in caught.value.hint


@pytest.mark.parametrize("name", ["x.html.j2", "x.svg", "x.xhtml.jinja"])
def test_a_report_is_markdown(tmp_path, name):
    (tmp_path / name).write_text("x")
    with pytest.raises(CallError, match="but reports are Markdown"):
        find(str(tmp_path / name))


@pytest.mark.parametrize("name", ["x.md.j2", "x.j2", "x.md", "x.markdown.jinja2", "x", "v1.2.md.j2"])
def test_names_of_templates(tmp_path, name):
    (tmp_path / name).write_text("x")
    assert find(str(tmp_path / name)).name == name
