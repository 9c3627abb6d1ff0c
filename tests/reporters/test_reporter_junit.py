"""The format `junit`: a test case for every canvas, as Jenkins reads it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from sample_verdicts import ADVICE, ALL, FILES, SUMMARY, SUPPRESSED, WARNING, verdict

from bluecanvas.finding import Level
from bluecanvas.reporters import Summary, report


def suite(verdicts, summary=SUMMARY):
    root = ElementTree.fromstring(report("junit", verdicts, summary).encode())
    assert [child.tag for child in root] == ["testsuite"]
    for name in ("tests", "failures", "errors"):
        assert root.get(name) == root[0].get(name)
    assert int(root[0].get("tests")) == len(root[0])
    assert int(root[0].get("failures")) == len(root[0].findall("testcase/failure"))
    assert int(root[0].get("errors")) == len(root[0].findall("testcase/error"))
    return root[0]


def test_a_case_for_every_canvas_those_without_findings_too():
    cases = suite(ALL)
    assert [case.get("name") for case in cases] == list(FILES)
    assert [[inside.tag for inside in case] for case in cases] == [["failure", "system-out"], ["system-out"], []]


def test_a_failure_says_what_fails_the_run_and_the_rest_is_output():
    failure, output = suite(ALL)[0]
    assert failure.attrib == {"type": "BC001", "message": "line 8: BC001 17 is outside 0 to 10"}
    assert failure.text == (
        "canvases/air.canvas.yaml:8:17: error BC001 17 is outside 0 to 10 [out-of-scale]\n"
        "  hint: levels run from 0 to 10"
    )
    assert output.text == "canvases/air.canvas.yaml:3:1: warning BC305 `Us` at 4 is not well above [not-well-above]"


@pytest.mark.parametrize(("bar", "failures"), [(Level.ERROR, 1), (Level.WARNING, 1), (Level.ADVICE, 2)])
def test_the_bar_is_that_of_the_run(bar, failures):
    assert suite(ALL, SUMMARY._replace(fail_on=bar)).get("failures") == str(failures)


def test_several_failures_of_a_canvas_are_one():
    found = suite([WARNING, verdict(), ADVICE], SUMMARY._replace(fail_on=Level.WARNING))
    failure = found[0][0]
    assert failure.get("message") == "line 3: BC305 `Us` at 4 is not well above (and 1 more)"
    assert failure.text.count("\n") == 2


def test_suppressed_findings_are_left_out():
    assert len(suite([SUPPRESSED])[0]) == 0


def test_what_could_not_be_read_is_an_error():
    case = suite([], Summary(0, problems=("there is no file <a>", "b is a folder")))[0]
    assert case[0].tag == "error"
    assert case[0].get("message") == "there is no file <a>"
    assert case[0].text == "there is no file <a>\nb is a folder"


def test_nothing_checked():
    assert suite([], Summary(0)).get("tests") == "0"


def test_characters_that_xml_cannot_hold_are_written_out():
    bad = "".join(map(chr, [*range(32), 0x7F, 0x85, 0xFFFE, 0xFFFF, 0xD800, 0x1FFFE]))
    said = report("junit", [verdict(message=f"<&\">'{bad}價🚀", hint=f"]]>{bad}")], SUMMARY)
    assert said.isascii()
    failure = ElementTree.fromstring(said)[0][0][0]
    assert failure.get("message").startswith("line 8: BC001 <&\">'\\x00\\x01")
    assert failure.get("message").endswith("<U+FFFE><U+FFFF><U+D800><U+1FFFE>價🚀")
    assert "  hint: ]]>\\x00" in failure.text


@pytest.mark.parametrize(
    ("verdicts", "summary"),
    [
        (ALL, SUMMARY),
        ([], SUMMARY),
        ([], Summary(0)),
        ([verdict(file="價\n<&>\udce9.yaml", message="\x00\ufffe]]>")], SUMMARY),
        (ALL, SUMMARY._replace(problems=("there is no file x",))),
    ],
    ids=["all", "clean", "none", "hostile", "unread"],
)
def test_jenkins_schema_holds(jenkins, verdicts, summary):
    jenkins(report("junit", verdicts, summary).encode())


def test_jenkins_schema_would_not_hold(jenkins):
    with pytest.raises(Exception, match="nonsense"):
        jenkins(report("junit", ALL, SUMMARY).replace("<failure type", "<failure nonsense").encode())
