"""`bluecanvas rule` and `bluecanvas schema`: the catalogue, a page, and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bluecanvas.rules import every


def test_every_rule_is_listed_with_what_it_finds(call):
    done = call("rule")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.split()[:3] for line in lines] == [[rule.code, rule.level, rule.name] for rule in every()]
    assert all(line.endswith(rule.summary) for line, rule in zip(lines, every(), strict=True))


@pytest.mark.parametrize("word", ["BC308", "bc308", "silent-move", "Silent_Move", " BC308 "])
def test_a_rule_is_explained_by_code_or_name(call, word):
    done = call("rule", word)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("BC308 silent-move (warning, ")
    assert "## Example" in done.out
    assert "## Better" in done.out


@pytest.mark.parametrize("word", ["BC30", "bc30", " BC30 "])
def test_rules_are_listed_by_how_their_codes_begin(call, word):
    done = call("rule", word)
    assert (done.status, done.err) == (0, "")
    assert [line[:5] for line in done.out.splitlines()] == [f"BC30{number}" for number in range(1, 10)]


def test_a_rule_there_is_none_of(call):
    done = call("rule", "silent-moves")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: there is no rule 'silent-moves'\nhint: did you mean `silent-move`?")


@pytest.mark.parametrize("word", ["BC1O3", "bc1o3", "BCI03", "bcl03"])
def test_a_letter_typed_for_a_digit(call, word):
    assert call("rule", word).err == f"error: there is no rule {word!r}\nhint: did you mean `BC103`?\n"


def test_the_schema_is_json(call):
    done = call("schema")
    assert (done.status, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert done.out.endswith("}\n")


def test_the_schema_accepts_what_the_check_accepts(call):
    """The starters and the examples, as an editor would see them."""
    validator = pytest.importorskip("jsonschema").Draft7Validator
    import yaml

    from bluecanvas.publishing.shipped import examples

    call("new", "a")
    call("new", "b", "--minimal")
    schema = validator(json.loads(call("schema").out))
    texts = [Path(f"{name}.canvas.yaml").read_text(encoding="utf-8") for name in "ab"]
    for text in texts + [example.path.read_text(encoding="utf-8") for example in examples()]:
        data = yaml.load(text, Loader=yaml.BaseLoader)
        data["bluecanvas"] = 1
        problems = [
            error.message
            for error in schema.iter_errors(data)
            if error.validator in ("required", "additionalProperties")
        ]
        assert problems == []
