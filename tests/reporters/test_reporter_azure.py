"""The format `azure`: issues as the agent of Azure Pipelines takes them."""

from __future__ import annotations

from sample_verdicts import ALL, SUMMARY, obeyed_by_azure, verdict

from bluecanvas.reporters import report


def test_a_command_a_finding_the_heaviest_first():
    assert report("azure", ALL, SUMMARY) == (
        "##vso[task.logissue type=error;sourcepath=canvases/air.canvas.yaml;linenumber=8;columnnumber=17;code=BC001]"
        "17 is outside 0 to 10 (hint: levels run from 0 to 10)\n"
        "##vso[task.logissue type=warning;sourcepath=canvases/air.canvas.yaml;linenumber=3;columnnumber=1;code=BC305]"
        "`Us` at 4 is not well above\n"
        "##vso[task.logissue type=warning;sourcepath=canvases/b.canvas.yaml;linenumber=2;columnnumber=1;code=BC008]"
        "the canvas has no date (hint: levels run from 0 to 10)\n"
    )


def test_escapes_are_the_documented_ones():
    text = "a;b]c%3B%AZP25 100 %.yaml"
    said = report("azure", [verdict(file=text, message=text, hint="")], SUMMARY).rstrip("\n")
    assert "sourcepath=a%3Bb%5Dc%AZP253B%AZP25AZP25 100 %AZP25.yaml;" in said
    command, properties, message = obeyed_by_azure(said)
    assert command == "task.logissue"
    assert (properties["sourcepath"], message) == (text, text)
