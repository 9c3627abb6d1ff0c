"""The format `github`: annotations as the runner of GitHub Actions takes them."""

from __future__ import annotations

from sample_verdicts import ADVICE, ALL, SPREAD, SUMMARY, WARNING, obeyed_by_github, verdict

from bluecanvas.reporters import report


def test_a_command_a_finding_the_heaviest_first():
    assert report("github", ALL, SUMMARY) == (
        "::error file=canvases/air.canvas.yaml,line=8,endLine=8,col=17,endColumn=19,title=BC001 out-of-scale::"
        "17 is outside 0 to 10%0Ahint: levels run from 0 to 10\n"
        "::warning file=canvases/air.canvas.yaml,line=3,endLine=3,col=1,endColumn=4,title=BC305 not-well-above::"
        "`Us` at 4 is not well above\n"
        "::notice file=canvases/b.canvas.yaml,line=2,endLine=2,col=1,endColumn=6,title=BC008 undated::"
        "the canvas has no date%0Ahint: levels run from 0 to 10\n"
    )


def test_among_equals_the_order_stays():
    many = [ADVICE, WARNING, WARNING._replace(file="z"), verdict(file="y"), verdict(file="x")]
    found = [obeyed_by_github(line)[1]["file"] for line in report("github", many, SUMMARY).splitlines()]
    assert found == ["y", "x", "canvases/air.canvas.yaml", "z", "canvases/b.canvas.yaml"]


def test_no_columns_across_lines():
    _, properties, _ = obeyed_by_github(report("github", [SPREAD], SUMMARY).rstrip("\n"))
    assert properties == {
        "file": "canvases/air.canvas.yaml",
        "line": "8",
        "endLine": "10",
        "title": "BC001 out-of-scale",
    }


def test_escapes_are_the_documented_ones():
    said = report("github", [verdict(file="a,b:c%.yaml", message="100 % of: a, b", hint="")], SUMMARY)
    assert said.startswith("::error file=a%2Cb%3Ac%25.yaml,line=")
    assert said.endswith("::100 %25 of: a, b\n")
    _, properties, message = obeyed_by_github(said.rstrip("\n"))
    assert (properties["file"], message) == ("a,b:c%.yaml", "100 % of: a, b")
