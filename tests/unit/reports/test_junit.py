"""JUnit, held against what the schemas of Jenkins and Surefire ask of a document."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from scanner.domain.assessment import ControlResult, PrincipleResult, Status
from scanner.domain.catalog import Severity
from scanner.reports.junit import PLACES_AT_MOST, JunitReport

# Element to the attributes that it must have, those that it may have, and the elements that may stand in it.
SCHEMA: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": (
        {"name"},
        {"time", "classname", "group"},
        {"skipped", "error", "failure", "system-out", "system-err"},
    ),
    "skipped": (set(), {"type", "message"}, set()),
    "failure": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
TIME = re.compile(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?")


def check(element: Any) -> None:
    needed, allowed, children = SCHEMA[element.tag]
    given = set(element.attrib)
    assert needed <= given <= needed | allowed, element.tag
    assert TIME.fullmatch(element.get("time", "0"))
    assert {child.tag for child in element} <= children
    if children:
        assert not (element.text or "").strip(), f"text in {element.tag}"
    if element.tag == "testsuite":
        cases = element.findall("testcase")
        assert int(element.get("tests")) == len(cases)
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(element.get(name)) == sum(case.find(tag) is not None for case in cases)
    for child in element:
        check(child)


def document(text: str) -> Any:
    root = ElementTree.fromstring(text)  # noqa: S314  # our own
    check(root)
    keys = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(keys)) == len(keys), "GitLab knows a case by class and name"
    return root


def case(root: Any, name: str) -> Any:
    return next(one for one in root.iter("testcase") if one.get("name").startswith(name))


def test_new_failures_fail_and_the_rest_is_skipped_with_its_reason(build: Any) -> None:
    root = document(JunitReport(build.context()).render(build.compared()))
    failed = case(root, "bucket-open-to-everyone")
    assert failed.get("classname") == "CYBER.CYBER-01"
    failure = failed.find("failure")
    assert failure.get("message") == "high: 1 place: aws_s3_bucket.new can be read by everyone"
    lines = failure.text.splitlines()
    assert lines[0] == failure.get("message"), "GitLab shows the text alone"
    assert "infra/new.tf:2: fails, high: aws_s3_bucket.new can be read by everyone" in lines
    assert any(line.startswith("infra/old.tf:90: waived, high:") and "9 days left" in line for line in lines)
    assert any(line.startswith("How to mend: ") for line in lines)
    known = case(root, "server-without-patches")
    assert known.find("failure") is None
    assert known.find("skipped").get("message") == "4 places known before"
    assert known.find("system-out").text.count("known before, critical") == 4


def test_the_gate_is_a_suite_of_its_own(build: Any) -> None:
    root = document(JunitReport(build.context()).render(build.compared()))
    gate = root.find("testsuite")
    assert gate.get("name") == "Gate"
    reason = "1 critical failure without a waiver: bucket-open-to-everyone"
    assert reason in case(root, "The policy lets the system pass").find("failure").text
    assert not list(case(root, "Enough could be assessed"))
    assert case(root, "engines (checkov)").find("skipped").text == "1 problem\ncheckov is not installed"


@pytest.mark.parametrize(
    ("findings", "tag", "message"),
    [
        ([("pass", {})], None, ""),
        ([("pass", {}), ("pass", {"subject": "b"})], None, ""),
        ([("open", {})], "skipped", "1 place that cannot be told"),
        ([("open", {}), ("pass", {"subject": "b"})], "skipped", "1 place that cannot be told; 1 place keeps the rule"),
        ([("review", {})], "skipped", "1 place for a person to judge"),
        ([("fail", {"waiver": "W-1"})], "skipped", "1 place waived"),
        ([("fail", {"baseline": True})], "skipped", "1 place known before"),
        ([("fail", {"role": "test"})], "skipped", "not assessed: nothing was found that this rule looks at"),
        ([("pass", {"role": "test"})], "skipped", "not assessed: nothing was found that this rule looks at"),
        ([("fail", {})], "failure", "high: 1 place: aws_s3_bucket.logs can be read by everyone"),
        ([], "skipped", "not assessed: nothing was found that this rule looks at"),
    ],
)
def test_what_a_case_becomes(build: Any, findings: Any, tag: str | None, message: str) -> None:
    made = [build.finding(outcome, **more) for outcome, more in findings]
    control = ControlResult(
        id="CYBER-01",
        title="t",
        status=Status.MET,
        score=None,
        severity=Severity.LOW,
        rules=("bucket-open-to-everyone",),
    )
    principle = PrincipleResult(id="CYBER", title="p", status=Status.MET, score=1, coverage=1, controls=(control,))
    root = document(JunitReport(build.context()).render(build.assessment(*made, principles=(principle,))))
    one = case(root, "bucket-open-to-everyone")
    said = next((child for child in one if child.tag != "system-out"), None)
    assert (said.tag if said is not None else None) == tag
    assert said is None or said.get("message") == message


def test_a_control_that_does_not_apply_is_skipped_with_the_answer(build: Any) -> None:
    control = ControlResult(
        id="CYBER-01", title="t", status=Status.NOT_APPLICABLE, score=None, severity=Severity.LOW,
        rules=("bucket-open-to-everyone",), reason="the supplier answers no",
    )  # fmt: skip
    principle = PrincipleResult(id="CYBER", title="p", status=Status.MET, score=1, coverage=1, controls=(control,))
    made = build.assessment(build.finding(), principles=(principle,))
    root = document(JunitReport(build.context()).render(made))
    assert case(root, "CYBER-01").find("skipped").text == "not applicable: the supplier answers no"
    assert "bucket-open-to-everyone" not in [one.get("name") for one in root.iter("testcase")]


@pytest.mark.parametrize("made", ["hostile", "hostile_change", "ordinary"])
def test_hostile_text_is_text(build: Any, made: str) -> None:
    text = JunitReport(build.context()).render(getattr(build, made)())
    text.encode("utf-8")
    document(text)
    assert "##" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert not re.search("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ufffe", "\uffff", "\ud800", "]]>", "&#0;", "<!--"])
def test_signs_that_xml_cannot_write(build: Any, sign: str) -> None:
    made = build.assessment(build.finding(message=f"a{sign}b", subject=sign))
    document(JunitReport(build.context()).render(made))


def test_many_places_are_counted(build: Any) -> None:
    many = [build.finding(subject=f"s{n}") for n in range(PLACES_AT_MOST + 7)]
    root = document(JunitReport(build.context()).render(build.assessment(*many)))
    assert "and 7 more: fails; see the json report" in case(root, "bucket-open-to-everyone").find("failure").text
