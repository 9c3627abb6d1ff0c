"""The format `markdown`: a summary for a build's page, read back with a Markdown parser."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from sample_verdicts import ADVICE, ALL, SUMMARY, SUPPRESSED, WARNING, cells_of, verdict

from bluecanvas.finding import Level, Place
from bluecanvas.reporters import Summary, report
from bluecanvas.reporters.markdown import MOST

MEBIBYTE = 1024 * 1024
"""What GitHub takes as the summary of a step."""


def test_the_heaviest_first_with_counts_above():
    assert report("markdown", ALL, SUMMARY) == (
        "## bluecanvas check: 1 error, 1 warning, 1 advice\n"
        "\n"
        "Checked 3 canvases (1 suppressed).\n"
        "\n"
        "| Level   | Where                         | What                        | How to mend it          | Rule                 |\n"
        "| ------- | ----------------------------- | --------------------------- | ----------------------- | -------------------- |\n"
        "| error   | canvases/air.canvas.yaml:8:17 | 17 is outside 0 to 10       | levels run from 0 to 10 | BC001 out-of-scale   |\n"
        "| warning | canvases/air.canvas.yaml:3:1  | `Us` at 4 is not well above |                         | BC305 not-well-above |\n"
        "| advice  | canvases/b.canvas.yaml:2:1    | the canvas has no date      | levels run from 0 to 10 | BC008 undated        |\n"
    )


def test_among_equals_the_order_stays():
    many = [ADVICE, WARNING, WARNING._replace(file="z"), verdict(file="y"), verdict(file="x")]
    found = [row[1] for row in cells_of(report("markdown", many, SUMMARY))[1:]]
    assert found == ["y:8:17", "x:8:17", "canvases/air.canvas.yaml:3:1", "z:3:1", "canvases/b.canvas.yaml:2:1"]


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ([], "no findings\n\nChecked 3 canvases.\n"),
        ([SUPPRESSED], "no findings\n\nChecked 3 canvases (1 suppressed).\n"),
    ],
)
def test_nothing_found_needs_no_table(verdicts, said):
    assert report("markdown", verdicts, SUMMARY) == f"## bluecanvas check: {said}"


def test_what_could_not_be_read_is_a_list_before_the_table():
    said = report("markdown", [verdict()], Summary(1, problems=("there is no file <a>", "`b` is a folder")))
    assert said.split("\n\n")[1:3] == [
        "Checked 1 canvas; not everything could be read:",
        "- there is no file &lt;a&gt;\n- `b` is a folder",
    ]


def test_a_table_of_any_size_fits_on_the_page():
    """The worst of texts: every character grows in escaping, and there are more findings and problems than fit."""
    text = "@#1<|" * 2000
    many = [verdict(file=text, message=text, hint=text, place=Place(n, 1, n, 2)) for n in range(1, 3 * MOST)]
    said = report("markdown", many, Summary(1, problems=(text,) * (MOST + 7)))
    assert len(said.encode()) < MEBIBYTE
    assert said.count("\n| error") == MOST
    assert f"… and {2 * MOST - 1} findings more." in said
    assert "… and 7 problems more." in said


def test_as_many_as_fit_are_all_there():
    said = report("markdown", [verdict(place=Place(n, 1, n, 2)) for n in range(1, MOST + 1)], Summary(1))
    assert len(cells_of(said)) == 1 + MOST
    assert "more" not in said


def test_the_cut_keeps_the_heaviest():
    many = [verdict(level=Level.ADVICE, place=Place(n, 1, n, 2)) for n in range(1, 2 * MOST)]
    said = report("markdown", [*many, verdict(file="heavy")], Summary(1))
    assert cells_of(said)[1][:2] == ["error", "heavy:8:17"]


def test_east_asian_names_keep_the_columns_of_the_source():
    from bluecanvas.words import cells

    table = report("markdown", [verdict(file="策略/價格.canvas.yaml", message="「速度」は9です")], SUMMARY).split(
        "\n\n"
    )[2]
    assert len({cells(row) for row in table.splitlines()}) == 1


def test_this_file_s_parser_sees_markup():
    assert {token.type for token in MarkdownIt().parseInline("<b> @x")[0].children} == {"html_inline", "text"}
    with pytest.raises(AssertionError):
        cells_of("| a |\n| - |\n| ![x](y) |\n")
