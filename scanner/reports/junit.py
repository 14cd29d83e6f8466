"""The result as JUnit XML, which GitLab, Azure Pipelines and Jenkins show beside other tests.

A suite for each principle, and in it a case for each rule of a control: so that a pipeline which compares the cases of
two runs by class and name tells what a change broke or mended. The first suite is the gate itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scanner.domain.assessment import Assessment, ControlResult, PrincipleResult, Status
from scanner.domain.finding import Finding
from scanner.domain.resource import Problem
from scanner.domain.rule import Rule
from scanner.domain.waiver import WaiverRecord
from scanner.evaluation.escaping import xml
from scanner.evaluation.figures import Figures, figures
from scanner.evaluation.found import Found, found_by_rule
from scanner.evaluation.overview import STATUS_WORDS, Overview, brief, count, overview, sentence
from scanner.evaluation.ranking import told_severity
from scanner.evaluation.redaction import clean
from scanner.evaluation.wording import (
    change,
    compared_with,
    decision,
    gravest,
    place_of,
    score_text,
    share,
    waiver_of,
)
from scanner.evaluation.workflow_commands import disarm_xml
from scanner.interfaces import ReportContext

PLACES_AT_MOST = 200
"""Places of one rule that are listed."""

_GATE = "Gate"
_LONGEST = 500
_FAILS = "fail"
_COUNTED = ("failures", "new", "known", "waived", "review", "leads", "open", "outside", "exempt", "mended", "problems")


class JunitReport:
    """Failures are those that are new and not waived; what was not judged, waived or known is skipped, and says why."""

    name = "junit"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules

    def render(self, assessment: Assessment) -> str:
        """The document, with a line end at the end."""
        view = overview(assessment, self._rules)
        found = found_by_rule(assessment, view)
        waivers = {record.id: record for record in assessment.waivers}
        suites = [_gate(assessment, view)]
        suites += [_Suite(one, found, self._rules, waivers).element() for one in assessment.principles]
        root = Element("testsuites", name="archscan", time="0")
        root.extend(suites)
        for name in ("tests", "failures", "errors"):
            root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
        indent(root)
        return disarm_xml('<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n")


def _gate(assessment: Assessment, view: Overview) -> Element:
    """The decision as a suite, with every number of the result."""
    suite = _suite(_GATE)
    _properties(suite, _numbers(assessment, figures(assessment, view)))
    reasons = "\n".join(_text(reason, _LONGEST) for reason in assessment.gate.reasons)
    passed = _case(suite, _GATE, "The policy lets the system pass")
    if not assessment.gate.passed:
        _say(passed, "failure", f"gate {decision(assessment)}", reasons)
    complete = _case(suite, _GATE, "Enough could be assessed to say so")
    if not assessment.complete:
        _say(complete, "failure", f"coverage {share(assessment.score.coverage)}", reasons)
    for group in view.problems:
        name = f"{group.stage} ({group.engine})" if group.engine else group.stage
        case = _case(suite, f"{_GATE}.What could not be read or run", name)
        listed = "\n".join(_problems(group.problems))
        _say(case, "skipped", count(len(group.problems), "problem"), listed, kind="not-assessed")
    return _counted(suite)


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems[:PLACES_AT_MOST]:
        place = f"{place_of(problem.location)}: " if problem.location else ""
        yield place + brief(problem.message, _LONGEST)
    if len(problems) > PLACES_AT_MOST:
        yield f"and {len(problems) - PLACES_AT_MOST:,} more; see the json report"


def _numbers(assessment: Assessment, numbers: Figures) -> Iterator[tuple[str, str]]:
    score, policy, source = assessment.score, assessment.policy, assessment.source
    yield from (
        ("source", source.uri),
        ("revision", source.revision or ""),
        ("policy", f"{policy.id} {policy.version}"),
    )
    yield from (("asOf", policy.as_of), ("gate", decision(assessment)), ("coverage", f"{score.coverage:.4f}"))
    scores = {
        "score": score.value,
        "scoreLow": score.low,
        "scoreHigh": score.high,
        "scoreWithSupplierWaivers": score.with_supplier_waivers,
        "scoreWithApprovedWaivers": score.with_approved_waivers,
        "scoreWithoutWaivers": score.without_waivers,
    }
    yield from ((name, score_text(value)) for name, value in scores.items())
    yield from ((f"failures.{severity.value}", str(number)) for severity, number in numbers.by_severity.items())
    yield from ((f"failures.graded.{severity.value}", str(number)) for severity, number in numbers.graded.items())
    for name in _COUNTED:
        yield name, str(getattr(numbers, name))
    if comparison := assessment.comparison:
        yield "comparedWith", f"{compared_with(comparison)}: {change(numbers)}"


class _Suite:
    """The suite of a principle."""

    def __init__(
        self,
        principle: PrincipleResult,
        found: Mapping[tuple[str, str], Found],
        rules: Mapping[str, Rule],
        waivers: Mapping[str, WaiverRecord],
    ) -> None:
        self._principle, self._found, self._rules, self._waivers = principle, found, rules, waivers

    def element(self) -> Element:
        principle = self._principle
        suite = _suite(f"{principle.id}: {principle.title}")
        numbers = [("status", principle.status.value), ("score", score_text(principle.score))]
        _properties(suite, [*numbers, ("coverage", f"{principle.coverage:.4f}")])
        for control in principle.controls:
            self._control(suite, control)
        return _counted(suite)

    def _control(self, suite: Element, control: ControlResult) -> None:
        also = {rule for of, rule in self._found if of == control.id}
        names = [*control.rules, *sorted(also - set(control.rules))]
        group = f"{self._principle.id}.{control.id}"
        if not names or control.status is Status.NOT_APPLICABLE:
            case = _case(suite, group, f"{control.id}: {control.title}")
            _say(case, "skipped", f"{STATUS_WORDS[control.status]}: {control.reason}", kind="not-assessed")
            return
        for name in names:
            rule = self._rules.get(name)
            case = _case(suite, group, f"{name}: {rule.title}" if rule else name)
            self._rule(case, control, self._found.get((control.id, name), Found()), rule)

    def _rule(self, case: Element, control: ControlResult, found: Found, rule: Rule | None) -> None:
        if found.failures:
            first = gravest(found.failures)[0]
            message = f"{told_severity(first)}: {count(len(found.failures), 'place')}: {first.message}"
            failure = "\n".join(self._failure(control, found, rule))
            _say(case, "failure", message, failure, kind=first.severity.value)
            return
        if not found.passes or found.known or found.waived or found.review or found.leads or found.open:
            _say(case, "skipped", "; ".join(self._why_not_judged(control, found)), kind=_kind(found))
        listed = "\n".join(self._rest(found))
        if listed:
            _sub(case, "system-out").text = _text_of(listed)

    def _failure(self, control: ControlResult, found: Found, rule: Rule | None) -> Iterator[str]:
        yield f"Control {_text(control.id)}: {_text(control.title, _LONGEST)}"
        yield from self._places("fails", found.failures)
        if rule:
            yield f"Why: {sentence(rule.rationale, _LONGEST)}"
            yield f"How to mend: {sentence(rule.remediation, _LONGEST)}"
        yield from self._rest(found)

    def _rest(self, found: Found) -> Iterator[str]:
        yield from self._places("known before", found.known)
        yield from self._places("waived", found.waived)
        yield from self._places("a person must judge", found.review)
        yield from self._places("a lead", found.leads)
        yield from self._places("cannot be told", found.open)

    def _places(self, word: str, findings: Sequence[Finding]) -> Iterator[str]:
        for finding in gravest(findings)[:PLACES_AT_MOST]:
            why = f" ({waiver_of(finding, self._waivers)})" if finding.waiver else ""
            message = brief(finding.message, _LONGEST)
            yield f"{place_of(finding.location)}: {word}, {told_severity(finding)}: {message}{why}"
        if len(findings) > PLACES_AT_MOST:
            yield f"and {len(findings) - PLACES_AT_MOST:,} more: {word}; see the json report"

    @staticmethod
    def _why_not_judged(control: ControlResult, found: Found) -> Iterator[str]:
        told = (
            (found.known, "known before"),
            (found.waived, "waived"),
            (found.review, "for a person to judge"),
            (found.leads, "to look into"),
            (found.open, "that cannot be told"),
        )
        said = [f"{count(len(findings), 'place')} {word}" for findings, word in told if findings]
        yield from said
        if said and found.passes:
            yield f"{count(len(found.passes), 'place keeps', 'places keep')} the rule"
        if not said:
            yield f"not assessed: {control.reason or 'nothing was found that this rule looks at'}"


def _kind(found: Found) -> str:
    if found.known or found.waived:
        return "waived" if not found.known else "known"
    return "review" if found.review or found.leads else "open" if found.open else "not-assessed"


def _suite(name: str) -> Element:
    return Element("testsuite", name=_text(name), time="0")


def _case(suite: Element, group: str, name: str) -> Element:
    return _sub(suite, "testcase", classname=_text(group), name=_text(name, _LONGEST), time="0")


def _say(case: Element, tag: str, message: str, text: str = "", kind: str = _FAILS) -> None:
    """Why a case failed or was skipped; the text begins with the message, since GitLab shows the text alone."""
    said = _text(message, _LONGEST)
    element = _sub(case, tag, message=said, type=kind)
    element.text = _text_of(f"{said}\n{text}".rstrip("\n"))


def _properties(suite: Element, values: Iterable[tuple[str, str]]) -> None:
    properties = _sub(suite, "properties")
    for name, value in values:
        _sub(properties, "property", name=name, value=_text(value))


def _counted(suite: Element) -> Element:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    return suite


def _sub(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, tag, attributes)


def _text(text: str, limit: int = 2_000) -> str:
    """One line that XML can write."""
    return xml(brief(text, limit))


def _text_of(lines: str) -> str:
    return xml("\n".join(clean(line) for line in lines.split("\n")))
