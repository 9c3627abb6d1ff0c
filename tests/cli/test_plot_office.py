"""`bluecanvas plot -o x.pptx`, `.xlsx`, `.docx`, `.csv`, and `--like`: files for people who go on working with them."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest


def test_office_files_by_their_endings(call, air):
    outputs = ["a.pptx", "a.xlsx", "a.docx", "a.csv"]
    done = call("plot", air, "--figure", "all", *(word for output in outputs for word in ("-o", output)))
    assert (done.status, done.out) == (0, "")
    assert [Path(output).read_bytes()[:2] for output in outputs] == [b"PK", b"PK", b"PK", b"\xef\xbb"]


def test_the_speaker_has_the_reading(call, air):
    call("plot", air, "-o", "a.pptx")
    notes = zipfile.ZipFile("a.pptx").read("ppt/notesSlides/bluecanvas1.xml").decode()
    assert "The reading" in notes
    assert "Focus" in notes


def test_a_presentation_and_a_document_to_look_like(call, air):
    call("plot", air, "-o", "their.pptx", "-o", "their.docx", "--theme", "dark")
    done = call("plot", air, "-o", "a.pptx", "-o", "a.docx", "--like", "their.pptx", "--like", "their.docx")
    assert (done.status, done.err) == (0, "wrote a.pptx\nwrote a.docx\n")
    theme = "ppt/theme/theme1.xml"
    assert zipfile.ZipFile("a.pptx").read(theme) == zipfile.ZipFile("their.pptx").read(theme)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-o", "a.pptx", "--like", "x.potx"], "there is no file x.potx"),
        (["-o", "a.pptx", "--like", "x.odp"], "x.odp is no presentation or document to look like"),
        (["-o", "a.png", "--like", "x.pptx"], "nothing is written that could look like x.pptx"),
        (["--like", "x.docx"], "nothing is written that could look like x.docx"),
        (["-o", "a.pptx", "--like", "pipe.pptx"], "pipe.pptx is no regular file"),
        (["-o", "a.pptx", "--like", "air.pptx"], "air.pptx is not a PowerPoint presentation (.pptx)"),
        (
            ["-o", "a.pptx", "--like", "air.pptx", "--like", "air.potx"],
            "air.potx is the second file to look like for .pptx",
        ),
    ],
    ids=["missing", "other", "not written", "no output", "pipe", "canvas", "two"],
)
def test_what_cannot_be_looked_like_is_said_and_nothing_is_written(call, air, words, message):
    os.mkfifo("pipe.pptx")
    Path("air.pptx").write_bytes(Path(air).read_bytes())
    done = call("plot", air, *words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: {message}")
    assert not Path("a.pptx").exists()
