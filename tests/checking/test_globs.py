"""Globs as `.gitignore` has them."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.checking.globs import glob, names_of


@pytest.mark.parametrize(
    ("pattern", "means", "not_"),
    [
        ("a.yaml", ["a.yaml", "x/a.yaml", "x/y/a.yaml", "a.yaml/b"], ["a.yam", "ba.yaml"]),
        ("*.old.yaml", ["a.old.yaml", "x/.old.yaml"], ["a.old.yml", "old.yaml"]),
        ("drafts", ["drafts", "drafts/a.yaml", "x/drafts/y/a.yaml"], ["drafts.yaml", "x/draft"]),
        ("drafts/", ["drafts/a.yaml", "x/drafts/a.yaml"], ["drafts"]),
        ("/drafts", ["drafts", "drafts/a.yaml"], ["x/drafts/a.yaml"]),
        ("./drafts", ["drafts/a.yaml"], ["x/drafts/a.yaml"]),
        ("x/*.yaml", ["x/a.yaml"], ["x/y/a.yaml", "y/x/a.yaml", "a.yaml"]),
        ("x/**/a.yaml", ["x/a.yaml", "x/y/a.yaml", "x/y/z/a.yaml"], ["a.yaml", "y/a.yaml"]),
        ("**/a.yaml", ["a.yaml", "x/y/a.yaml"], ["b.yaml"]),
        ("x/**", ["x/a.yaml", "x/y/a.yaml"], ["x", "y/x/a.yaml"]),
        ("**", ["a.yaml", "x/y/a.yaml"], []),
        ("**/**/a.yaml", ["a.yaml", "x/a.yaml"], ["x/b.yaml"]),
        ("?.yaml", ["a.yaml", "價.yaml"], ["ab.yaml", ".yaml"]),
        ("[ab].yaml", ["a.yaml", "x/b.yaml"], ["c.yaml"]),
        ("[!ab].yaml", ["c.yaml"], ["a.yaml"]),
        ("價格/*", ["價格/a.yaml"], ["a.yaml"]),
        ("が.yaml", ["か\u3099.yaml"], ["か.yaml"]),  # a letter and its mark, as some systems name files
        ("../x", ["../x/a.yaml"], ["x/a.yaml"]),
        ("A.yaml", ["A.yaml"], ["a.yaml"]),
        (".[(a|b)+].yaml$", [], ["a.yaml"]),
    ],
)
def test_what_a_glob_means(pattern: str, means: list[str], not_: list[str]):
    assert [path for path in [*means, *not_] if glob(pattern).matches(names_of(path))] == means


def test_a_folder_can_be_asked_for_itself():
    assert glob("drafts/").matches(["x", "drafts"], folder=True)
    assert not glob("drafts/").matches(["x", "drafts"])


@pytest.mark.parametrize("pattern", ["", "/", ".", "./", "!a", "//"])
def test_a_glob_that_means_nothing(pattern: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the configuration's to tell
        glob(pattern)


@given(st.text(st.sampled_from("ab*?/[]!.")), st.text(st.sampled_from("ab/.")))
def test_every_pattern_is_answered(pattern: str, path: str):
    with suppress(ValueError):
        assert glob(pattern).matches(names_of(path)) in (True, False)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [("*a" * 100 + "b", "a" * 250), ("**/a/" * 200 + "b", "a/" * 2000), ("**/" * 500 + "x", "a/" * 2000)],
    ids=["stars", "depths", "depths alone"],
)
def test_no_pattern_takes_long(pattern: str, path: str):
    started = time.process_time()
    assert not glob(pattern).matches(names_of(path))
    assert time.process_time() - started < 2
