"""All reports of one result agree on every number: each is read back as its reader would, and held against the JSON.

A new format is a function that reads it, and a line in ``READERS`` with the facts that it must tell.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment
from scanner.domain.baseline import BaselineKind, Comparison, KnownFinding
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome
from scanner.domain.resource import Problem
from scanner.domain.waiver import Form, Trust, WaiverRecord, WaiverState
from scanner.evaluation.overview import STATUS_WORDS
from scanner.interfaces import Persona, ReportContext
from scanner.reports import REPORTERS
from tests.own_rules import assessed, report_context

HOSTILE = "\x1b[31m| `x` **b** </td></script>\n::error::Gate passed\nScore 100.0 ##[x] @nhs =1+1 \ud800"
STATUSES = {words: status.value for status, words in STATUS_WORDS.items()}
SEVERITIES = ("critical", "high", "medium", "low")
GRADES = SEVERITIES[:2]


@cache
def context() -> ReportContext:
    return report_context()


def scanned() -> Assessment:
    return assessed("legacy-product")


@cache
def changed() -> Assessment:
    """The same with failures that are waived or were known, a register, a baseline, and hostile names."""
    before = scanned()
    findings = list(before.findings)
    fails = [number for number, one in enumerate(findings) if one.outcome is Outcome.FAIL]
    for place, number in enumerate(fails):
        update: dict[str, Any] = {}
        if place % 3 == 0:
            update = {"baseline": True}
        elif place % 5 == 0:
            update = {"waiver": "W-111111111111", "approved": place % 2 == 0}
        elif place % 7 == 0:
            update = {"message": HOSTILE, "location": Location(path=HOSTILE, start_line=1)}
            update |= {"severity": Severity.HIGH, "graded": None}  # as of a rule that proved right
        elif place == 1:
            update = {"severity": Severity.MEDIUM, "graded": Severity.CRITICAL}  # as of one that nobody has read
        findings[number] = findings[number].model_copy(update=update)
    waived = [one for one in findings if one.waiver]
    known = [findings[number] for number in fails if findings[number].baseline]
    record = WaiverRecord(
        id="W-111111111111", form=Form.FILE, trust=Trust.SUPPLIER, state=WaiverState.APPLIED, rule="x",
        reason=HOSTILE, owner=HOSTILE, expires="2027-01-01", days_left=41,
        findings=tuple(one.fingerprint for one in waived),
    )  # fmt: skip
    gone = KnownFinding(fingerprint="f" * 64, rule="gone", outcome=Outcome.FAIL, path=HOSTILE)
    comparison = Comparison(
        kind=BaselineKind.REVISION, name=HOSTILE, revision="a" * 40,
        new=len(fails) - len(known) - len(waived), review=0, known=len(known), moved=1, mended=(gone,),
    )  # fmt: skip
    problems = tuple(
        Problem(stage="parsing", engine="terraform", message=HOSTILE, location=Location(path=f"{HOSTILE}{n}"))
        for n in range(7)
    )
    score = before.score.model_copy(
        update={"with_supplier_waivers": before.score.value, "with_approved_waivers": 30.0, "without_waivers": 29.0}
    )
    return before.model_copy(
        update={
            "findings": tuple(findings), "waivers": (record,), "comparison": comparison, "problems": problems,
            "score": score, "complete": False,
        }
    )  # fmt: skip


RESULTS: Mapping[str, Callable[[], Assessment]] = {"scanned": scanned, "changed": changed}


def truth(assessment: Assessment) -> dict[str, Any]:
    """Counted from the JSON alone, by the words of the guide."""
    told = json.loads(str(REPORTERS["json"](context()).render(assessment)))
    exempt = {c["id"] for p in told["principles"] for c in p["controls"] if c["status"] == "not_applicable"}
    product = [
        one for one in told["findings"] if one["role"] in {"product", "documentation"} and one["control"] not in exempt
    ]
    fails = [one for one in product if one["outcome"] == "fail"]
    counted = [one for one in fails if one["waiver"] is None]
    compared = told["comparison"] is not None
    return {
        "gate": told["gate"]["passed"],
        "complete": told["complete"],
        "coverage": told["score"]["coverage"],
        **{name: told["score"][name] for name in ("value", "low", "high", "without_waivers")},
        "statuses": {one["id"]: one["status"] for one in told["principles"]},
        "scores": {one["id"]: one["score"] for one in told["principles"]},
        "failures": len(counted),
        "severities": {name: sum(one["severity"] == name for one in counted) for name in SEVERITIES},
        "graded": {name: sum(one["graded"] == name for one in counted) for name in GRADES},
        "waived": len(fails) - len(counted),
        **questions((one["outcome"], one["confidence"]) for one in product),
        "open": sum(one["outcome"] == "open" for one in product),
        "problems": len(told["problems"]),
        **({
            "new": sum(not one["baseline"] for one in counted),
            "known": sum(one["baseline"] for one in counted),
            "mended": len(told["comparison"]["mended"]),
        } if compared else {}),
    }  # fmt: skip


def questions(told: Iterable[tuple[str, str]]) -> dict[str, int]:
    """What a person must judge, and leads, by outcome and confidence."""
    counted = Counter(confidence == "low" for outcome, confidence in told if outcome == "review")
    return {"review": counted[False], "leads": counted[True]}


def from_json(text: str) -> dict[str, Any]:
    """The numbers that stand in it; what has to be counted is the truth itself."""
    told = json.loads(text)
    return {
        "gate": told["gate"]["passed"],
        "complete": told["complete"],
        **{name: told["score"][name] for name in ("value", "low", "high", "coverage", "without_waivers")},
        **({name: told["comparison"][name] for name in ("new", "known")} if told["comparison"] else {}),
    }


def number_of(text: str) -> float | None:
    return None if text == "-" else float(text.replace(",", ""))


def pick(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in {text[:3_000]}"
    return found


def many(pattern: str, text: str) -> int:
    """A number of a report, 0 where the report says nothing of it."""
    found = re.search(pattern, text)
    return int(found[1].replace(",", "")) if found else 0


def score_in(text: str) -> dict[str, Any]:
    found = pick(r"[Ss]core ([\d.]+)(?:,| )? from ([\d.]+) to ([\d.]+) when the rest is judged; (.*?)(?:\.?\n|$)", text)
    without = pick(r"([\d.]+) without waivers", " ".join(found[4].split()))[1]
    return {
        "value": float(found[1]), "low": float(found[2]), "high": float(found[3]), "without_waivers": float(without)
    }  # fmt: skip


def change_in(text: str) -> dict[str, int]:
    found = re.search(r"([\d,]+) new failures?, ([\d,]+) mended, ([\d,]+) known before", text)
    return dict(zip(("new", "mended", "known"), map(int, found.groups()), strict=True)) if found else {}


def severities_in(text: str) -> dict[str, int]:
    return {name: many(rf"([\d,]+) {name}\b", text) for name in SEVERITIES}


def graded_in(text: str) -> dict[str, int]:
    return {name: many(rf"([\d,]+) graded {name}\b", text) for name in GRADES}


def rows_in(text: str) -> dict[str, Any]:
    """Principles of a table whose columns stand apart by two blanks or more."""
    rows = re.findall(r"(?m)^([A-Z]+) {2,}.*? {2,}([a-z ]+?) {2,}([\d.]+|-) {2,}\d+%$", text)
    return {
        "statuses": {id_: STATUSES[status] for id_, status, _ in rows},
        "scores": {id_: number_of(score) for id_, _, score in rows},
    }


def from_developer(text: str) -> dict[str, Any]:
    head = text[: text.index("\n\n")]
    found = many(r"(?m)^What was found: [\d,]+ rules?, ([\d,]+) place", text)
    new, known = (many(rf"(?m)^{word}: [\d,]+ rules?, ([\d,]+) place", text) for word in ("New", "Known before"))
    told = change_in(head)
    assert not told or (told["new"], told["known"]) == (new, known), "headings and head of one report"
    return {
        "gate": bool(re.search("(?m)^GATE PASSED", head)),
        "complete": "INCOMPLETE" not in head,
        "coverage": int(pick(r"Coverage (\d+)%", text)[1]) / 100,
        **score_in(re.sub(r"\n(?=\S)", " ", text)),
        **rows_in(text),
        "failures": found or new + known,
        "waived": many(r"(?m)^Waived: [\d,]+ rules?, ([\d,]+) place", text),
        "review": many(r"(?m)^Needs a person's judgement: [\d,]+ rules?, ([\d,]+) place", text),
        "leads": many(r"(?m)^Leads, of low confidence: [\d,]+ rules?, ([\d,]+) place", text),
        "open": many(r"(?m)^Cannot be told from what was read: [\d,]+ rules?, ([\d,]+) place", text),
        "problems": many(r"(?m)^What could not be read or run: ([\d,]+) problem", text),
        **told,
    }


def from_pipeline(text: str) -> dict[str, Any]:
    lines = text.splitlines()
    first = pick(r"^GATE (PASSED|FAILED)(, INCOMPLETE)?: ([\d,]+) failures?(.*)$", lines[0])
    counts = pick(
        r"(?m)^([\d,]+) waived, ([\d,]+) for a person to judge, ([\d,]+) leads?, ([\d,]+) open, ([\d,]+) problem", text
    )
    rows = re.findall(r"(?m)^([A-Z]+): ([a-z ]+), score ([\d.]+|-), coverage \d+%$", text)
    listed = re.findall(r"(?m)^.+?:\d+: (critical|high|medium|low)(?: \(graded [a-z]+\))? [a-z0-9-]+ ", text)
    told = change_in(text)
    assert len(listed) == told.get("new", int(first[3])), "a line for each"
    return {
        "gate": first[1] == "PASSED",
        "complete": not first[2],
        "coverage": int(pick(r"(?m)^coverage (\d+)%", text)[1]) / 100,
        **score_in(next(line for line in lines if line.startswith("coverage ")).replace("score ", "Score ")),
        "statuses": {id_: STATUSES[status] for id_, status, _ in rows},
        "scores": {id_: number_of(score) for id_, _, score in rows},
        "failures": int(first[3]),
        "severities": severities_in(first[4]),
        "graded": graded_in(first[4]),
        **dict(zip(("waived", "review", "leads", "open", "problems"), map(int, counts.groups()), strict=True)),
        **told,
    }


def from_assessor(text: str) -> dict[str, Any]:
    counts = pick(
        r"(?m)^([\d,]+) failures?(?: \((.*)\))?, ([\d,]+) waived; ([\d,]+) for a person to judge, ([\d,]+) leads?, "
        r"([\d,]+) open",
        text,
    )
    sections = re.findall(r"(?m)^([A-Z]+)  .*: ([a-z ]+), score ([\d.]+|-), coverage \d+%$", text)
    rows = rows_in(text)
    assert {id_: STATUSES[status] for id_, status, _ in sections} == rows["statuses"]
    head = text[: text.index("\n\n")]
    return {
        "gate": "GATE PASSED" in head,
        "complete": "INCOMPLETE" not in head,
        "coverage": int(pick(r"Coverage (\d+)%", text)[1]) / 100,
        **score_in(re.sub(r"\n(?=\S)", " ", text)),
        **rows,
        "failures": int(counts[1]),
        "severities": severities_in(counts[2] or ""),
        "graded": graded_in(counts[2] or ""),
        **dict(zip(("waived", "review", "leads", "open"), map(int, counts.groups()[2:]), strict=True)),
        "problems": many(r"(?m)^What could not be read or run: ([\d,]+) problem", text),
        **change_in(text),
    }


class Page(HTMLParser):
    """Blocks of text and rows of tables, as a browser would show them."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        del attrs
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag in {"h1", "h2", "h3", "p", "li", "summary", "td", "pre"}:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def page_of(text: str) -> tuple[str, dict[str, Any]]:
    page = Page()
    page.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    rows = [row for row in page.rows if len(row) == 4 and ":" in row[0]]
    principles = {
        "statuses": {row[0].split(":")[0]: STATUSES[row[1].strip()] for row in rows},
        "scores": {row[0].split(":")[0]: number_of(row[2].strip()) for row in rows},
    }
    return "\n".join(" ".join(block.replace("\u200b", "").split()) for block in page.blocks), principles


def from_markdown(text: str) -> dict[str, Any]:
    shown, principles = page_of(text)
    gate = pick(r"(?m)^Gate (passed|failed)(, incomplete)?$", shown)
    groups = {word: many(rf"(?m)^{word}: [\d,]+ rules?, ([\d,]+) place", shown) for word in (
        "What was found", "New", "Known before", "Waived", "Needs a person's judgement",
        "Leads, of low confidence", "Cannot be told from what was read",
    )}  # fmt: skip
    return {
        "gate": gate[1] == "passed",
        "complete": not gate[2],
        "coverage": int(pick(r"(?m)^Coverage (\d+)% of what", shown)[1]) / 100,
        **score_in(shown),
        **principles,
        "failures": groups["What was found"] or groups["New"] + groups["Known before"],
        "waived": groups["Waived"],
        "review": groups["Needs a person's judgement"],
        "leads": groups["Leads, of low confidence"],
        "open": groups["Cannot be told from what was read"],
        "problems": many(r"(?m)^What could not be read or run: ([\d,]+) problem", shown),
        **change_in(shown),
    }


def from_comment(text: str) -> dict[str, Any]:
    shown, principles = page_of(text)
    lines = [line for line in shown.splitlines() if line]
    gate = pick(r"^NHS principles: gate (passed|failed)(, incomplete)?$", lines[0])
    told: dict[str, Any] = {}
    if lines[1].startswith("This change"):
        found = pick(r"^This change adds (no|[\d,]+) failures?, mends ([\d,]+); ([\d,]+) known before", lines[1])
        told = {"new": int(found[1].replace("no", "0")), "mended": int(found[2]), "known": int(found[3])}
    else:
        told = {"severities": severities_in(lines[1]), "graded": graded_in(lines[1])}
    counts = pick(
        r"(?m)^([\d,]+) failures?, ([\d,]+) waived, ([\d,]+) for a person to judge, ([\d,]+) leads?, "
        r"([\d,]+) open, ([\d,]+) problem",
        shown,
    )
    names = ("failures", "waived", "review", "leads", "open", "problems")
    return {
        "gate": gate[1] == "passed",
        "complete": not gate[2],
        "coverage": int(pick(r"(?m)^Coverage (\d+)% of what", shown)[1]) / 100,
        **score_in(shown),
        **principles,
        **dict(zip(names, map(int, counts.groups()), strict=True)),
        **told,
    }


class WebPage(HTMLParser):
    """Headings, tables by caption, terms with what stands beside them, and all text in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.facts: dict[str, str] = {}
        self.paragraphs: list[str] = []
        self.items: list[str] = []
        self.folds: list[tuple[str, str]] = []
        self._caption, self._term, self._open = "", "", ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        del attrs
        if tag == "tr":
            self.tables.setdefault(self._caption, []).append([])
        lists = {"h2": self.headings, "h3": self.headings, "p": self.paragraphs, "li": self.items}
        if tag in lists:
            lists[tag].append("")
        if tag == "summary":
            self.folds.append((self.headings[-1] if self.headings else "", ""))
        if tag in {"td", "th"}:
            self.tables[self._caption][-1].append("")
        if tag in {"caption", "dt"}:
            self._caption, self._term = ("", self._term) if tag == "caption" else (self._caption, "")
        if tag in {"h2", "h3", "p", "li", "td", "th", "caption", "dt", "dd", "summary"}:
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        lists = {"h2": self.headings, "h3": self.headings, "p": self.paragraphs, "li": self.items}
        if self._open in lists:
            lists[self._open][-1] += data
        elif self._open in {"td", "th"}:
            self.tables[self._caption][-1][-1] += data
        elif self._open == "summary":
            self.folds[-1] = (self.folds[-1][0], self.folds[-1][1] + data)
        elif self._open == "caption":
            self._caption += data
        elif self._open == "dt":
            self._term += data
        elif self._open == "dd":
            self.facts[self._term] = self.facts.get(self._term, "") + data


def places_in(page: WebPage, caption: str) -> int:
    """The places of a table of rules, added up."""
    return sum(int(row[-1]) for row in page.tables.get(caption, ())[1:])


def from_html(text: str) -> dict[str, Any]:
    page = WebPage()
    page.feed(text)
    gate = pick(r"Gate (passed|failed)(, incomplete)?$", next(one for one in page.headings if "Gate" in one))
    part = next(one for one in page.paragraphs if "of what the policy asks could be judged" in one)
    score = pick(
        r"^([\d.]+) of 100, from ([\d.]+) to ([\d.]+):", next(one for one in page.paragraphs if "of 100" in one)
    )
    without = next(row[1] for row in page.tables["The score with waivers and without"] if row[0] == "Nothing set aside")
    verdicts = [[" ".join(cell.split()) for cell in row] for row in page.tables["The verdict on each principle"][1:]]
    compared = {"New failures": "new", "Known failures": "known", "Mended": "mended"}
    return {
        "gate": gate[1] == "passed",
        "complete": not gate[2],
        "coverage": int(pick(r"^(\d+)%", part)[1]) / 100,
        **{name: float(score[place]) for place, name in enumerate(("value", "low", "high"), 1)},
        "without_waivers": float(without),
        "statuses": {row[0].split()[0]: STATUSES[pick(r"[a-z ]+$", row[1])[0].strip()] for row in verdicts},
        "scores": {row[0].split()[0]: number_of(row[3].replace("\u2013", "-")) for row in verdicts},
        "failures": places_in(page, "What fails, the gravest first"),
        "waived": places_in(page, "What fails and is waived"),
        "review": places_in(page, "What a person must judge"),
        "leads": places_in(page, "What may be worth a look"),
        "open": places_in(page, "Rules that found what they could not judge"),
        "problems": sum(
            int(said.rpartition(":")[2]) for under, said in page.folds if under == "What could not be read or run"
        ),
        **({name: int(page.facts[term]) for term, name in compared.items()} if "What changed" in page.headings else {}),
    }


def from_sarif(text: str) -> dict[str, Any]:
    run = json.loads(text)["runs"][0]
    properties = run["properties"]
    results = [one for one in run["results"] if one["properties"]["role"] in {"product", "documentation"}]
    fails = [one for one in results if one["kind"] == "fail"]
    counted = [one for one in fails if not one.get("suppressions")]
    told = properties.get("comparison")
    if told:
        assert told["new"] == sum(one["baselineState"] == "new" for one in counted)
    return {
        "gate": properties["gatePassed"],
        "complete": properties["complete"],
        **{name: properties["score"][name] for name in ("value", "low", "high", "coverage", "without_waivers")},
        "statuses": properties["principles"],
        "failures": len(counted),
        "severities": {name: sum(one["properties"]["severity"] == name for one in counted) for name in SEVERITIES},
        "graded": {name: sum(one["properties"].get("graded") == name for one in counted) for name in GRADES},
        "waived": len(fails) - len(counted),
        **questions((one["kind"], one["properties"]["confidence"]) for one in results),
        "open": sum(one["kind"] == "open" for one in results),
        "problems": len(run["invocations"][0]["toolExecutionNotifications"]),
        **({name: told[name] for name in ("new", "known", "mended")} if told else {}),
    }


def properties_of(of: Mapping[str, Any]) -> dict[str, str]:
    """Properties of OSCAL by name, those of a principle by name and class."""
    return {f"{one['name']} {one.get('class', '')}".strip(): one["value"] for one in of["props"]}


def observed(observations: Any) -> dict[str, Any]:
    """What observations of the product count up to."""
    told = [one for one in map(properties_of, observations) if one["role"] in {"product", "documentation"}]
    fails = [one for one in told if one["outcome"] == "fail"]
    counted = [one for one in fails if "waiver" not in one]
    return {
        "failures": len(counted),
        "severities": {name: sum(one["severity"] == name for one in counted) for name in SEVERITIES},
        "graded": {name: sum(one.get("graded") == name for one in counted) for name in GRADES},
        "waived": len(fails) - len(counted),
        **questions((one["outcome"], one["confidence"]) for one in told),
        "open": sum(one["outcome"] == "open" for one in told),
    }


def from_oscal_results(text: str) -> dict[str, Any]:
    result = json.loads(text)["assessment-results"]["results"][0]
    told = properties_of(result)
    by_principle = {name.split()[1] for name in told if name.startswith("principle-status ")}
    problems = result.get("assessment-log", {}).get("entries", ())
    scores = {"value": "score", "low": "score-low", "high": "score-high", "without_waivers": "score-without-waivers"}
    compared = {"new": "baseline-new", "known": "baseline-known", "mended": "baseline-mended"}
    return {
        "gate": told["gate"] == "passed",
        "complete": told["complete"] == "yes",
        "coverage": float(told["coverage"]),
        **{name: float(told[key]) for name, key in scores.items()},
        "statuses": {id_: told[f"principle-status {id_}"] for id_ in by_principle},
        "scores": {id_: number_of(told.get(f"principle-score {id_}", "-")) for id_ in by_principle},
        **observed(result["observations"]),
        "problems": sum(one["title"].startswith("Could not be read or run: ") for one in problems),
        **({name: int(told[key]) for name, key in compared.items()} if "baseline-new" in told else {}),
    }


def from_plan_of_action(text: str) -> dict[str, Any]:
    plan = json.loads(text)["plan-of-action-and-milestones"]
    seen = observed(plan["observations"])
    places = sum(int(properties_of(item)["places"]) for item in plan["poam-items"])
    assert places == seen["failures"] + seen["waived"]
    return {name: seen[name] for name in ("failures", "waived", "severities", "graded")}


def controls_in(text: str) -> dict[str, Any]:
    """Of a catalog or profile: they hold no number of a result."""
    assert json.loads(text)
    return {}


def from_junit(text: str) -> dict[str, Any]:
    root = ElementTree.fromstring(text)  # noqa: S314  # our own
    gate, *suites = root.findall("testsuite")
    told = {one.get("name", ""): one.get("value", "") for one in gate.iter("property")}
    assert (gate.find("testcase/failure") is None) == told["gate"].startswith("passed")
    by_suite = {
        str(suite.get("name")).split(":")[0]: {one.get("name"): str(one.get("value")) for one in suite.iter("property")}
        for suite in suites
    }
    places = "\n".join(one.text or "" for one in root.iter() if one.tag in {"failure", "system-out"})
    for name, word in (("new", "fails"), ("known", "known before"), ("waived", "waived"), ("open", "cannot be told")):
        assert len(re.findall(rf"(?m)^.*?(?::\d+|as a whole): {word}, ", places)) == int(told[name]), name
    return {
        "gate": told["gate"].startswith("passed"),
        "complete": "incomplete" not in told["gate"],
        "coverage": float(told["coverage"]),
        "value": float(told["score"]),
        "low": float(told["scoreLow"]),
        "high": float(told["scoreHigh"]),
        "without_waivers": float(told["scoreWithoutWaivers"]),
        "statuses": {id_: of["status"] for id_, of in by_suite.items()},
        "scores": {id_: number_of(of["score"]) for id_, of in by_suite.items()},
        "severities": {name: int(told[f"failures.{name}"]) for name in SEVERITIES},
        "graded": {name: int(told[f"failures.graded.{name}"]) for name in GRADES},
        **{name: int(told[name]) for name in ("failures", "waived", "review", "leads", "open", "problems")},
        **({name: int(told[name]) for name in ("new", "known", "mended")} if "comparedWith" in told else {}),
    }


def from_xlsx(content: bytes) -> dict[str, Any]:
    book = load_workbook(BytesIO(content))
    rows = list(book["Overview"].iter_rows(values_only=True))
    told = {str(row[0]): row[1] for row in rows if row[0]}
    start = next(number for number, row in enumerate(rows) if row[0] == "Principle") + 1
    principles = [row for row in rows[start : start + 12] if row[0]]
    head, *findings = book["Findings"].iter_rows(values_only=True)
    counted = [row for row in (dict(zip(head, one, strict=True)) for one in findings) if row["Counted"] == "yes"]
    fails = [row for row in counted if row["Outcome"] == "fails" and not row["Waiver"]]
    assert len(fails) == told["Failures"], "overview and sheet of findings"
    labels = {"Failures, new": "new", "Failures, known before": "known", "Failures, mended": "mended"}
    return {
        "gate": str(told["Gate"]).startswith("passed"),
        "complete": "incomplete" not in str(told["Gate"]),
        "coverage": told["Coverage"],
        "value": told["Score"],
        "low": told["Score, if what was not assessed is not kept"],
        "high": told["Score, if what was not assessed is kept"],
        "without_waivers": told["Score without waivers"],
        "statuses": {row[0]: STATUSES[row[2]] for row in principles},
        "scores": {row[0]: row[3] for row in principles},
        "failures": told["Failures"],
        "severities": {name: sum(row["Severity"] == name for row in fails) for name in SEVERITIES},
        "graded": {name: sum(row["Graded"] == name for row in fails) for name in GRADES},
        "waived": told["Failures, waived"],
        **questions(("review" if row["Outcome"] == "for a person" else "", row["Confidence"]) for row in counted),
        "open": sum(row["Outcome"] == "cannot be told" for row in counted),
        "problems": told["Problems"],
        **{name: told[label] for label, name in labels.items() if label in told},
    }


def from_badge(text: str) -> dict[str, Any]:
    title = ElementTree.fromstring(text).find("{http://www.w3.org/2000/svg}title")  # noqa: S314  # our own
    assert title is not None
    assert title.text
    found = pick(r"^NHS principles: (passed|failed)(, incomplete)?, (\d+)% assessed, score ([\d.]+)$", title.text)
    return {
        "gate": found[1] == "passed",
        "complete": not found[2],
        "coverage": int(found[3]) / 100,
        "value": float(found[4]),
    }


DECISION = frozenset({"gate", "complete", "coverage", "value"})
SCORE = DECISION | {"low", "high", "without_waivers"}
PRINCIPLES = frozenset({"statuses", "scores"})
COUNTS = frozenset({"failures", "waived", "review", "leads", "open", "problems"})
CHANGE = frozenset({"new", "known", "mended"})
WHOLE = SCORE | PRINCIPLES | COUNTS | CHANGE


@dataclass(frozen=True)
class Format:
    """How a format is read back, and what it must tell."""

    reader: Callable[[Any], dict[str, Any]]
    tells: frozenset[str]
    """Of these, what changed is told only where something was compared."""
    persona: Persona = Persona.DEVELOPER


READERS: Mapping[str, Format] = {
    "json": Format(from_json, SCORE | {"new", "known"}),
    "terminal/developer": Format(from_developer, WHOLE),
    "terminal/ci": Format(from_pipeline, WHOLE | {"severities", "graded"}, Persona.CI),
    "terminal/assessor": Format(from_assessor, WHOLE | {"severities", "graded"}, Persona.ASSESSOR),
    "markdown": Format(from_markdown, WHOLE),
    "comment": Format(from_comment, WHOLE),
    "html": Format(from_html, WHOLE),
    "sarif": Format(from_sarif, SCORE | COUNTS | CHANGE | {"statuses", "severities", "graded"}),
    "junit": Format(from_junit, WHOLE | {"severities", "graded"}),
    "xlsx": Format(from_xlsx, WHOLE | {"severities", "graded"}),
    "badge": Format(from_badge, DECISION),
    "oscal-ar": Format(from_oscal_results, WHOLE | {"severities", "graded"}),
    "oscal-poam": Format(from_plan_of_action, frozenset({"failures", "waived", "severities", "graded"})),
    "oscal-catalog": Format(controls_in, frozenset()),
    "oscal-profile": Format(controls_in, frozenset()),
}


def differences(told: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[str]:
    for name, value in told.items():
        if name == "coverage":
            agrees = abs(value - wanted[name]) <= 0.01
        elif isinstance(value, dict):
            agrees = value == wanted[name]
        else:
            agrees = (
                value == pytest.approx(wanted[name], abs=0.05) if isinstance(value, float) else value == wanted[name]
            )
        if not agrees:
            yield f"{name}: {value} instead of {wanted[name]}"


@pytest.mark.parametrize("result", RESULTS)
@pytest.mark.parametrize("name", READERS)
def test_every_report_tells_the_same_numbers(name: str, result: str) -> None:
    assessment, one = RESULTS[result](), READERS[name]
    reporter = REPORTERS[name.partition("/")[0]](replace(context(), persona=one.persona, width=200))
    told = one.reader(reporter.render(assessment))
    wanted = truth(assessment)
    assert one.tells & set(wanted) <= set(told), "it does not tell all that it must"
    assert not list(differences(told, wanted))


def test_no_report_is_left_out() -> None:
    assert {name.partition("/")[0] for name in READERS} == set(REPORTERS)
    assert [READERS[f"terminal/{one.value}"].persona for one in Persona] == list(Persona)


def test_the_results_have_something_of_everything() -> None:
    wanted = truth(changed())
    assert all(wanted[name] > 0 for name in ("failures", "waived", "review", "leads", "open", "problems", *CHANGE))
    assert sum(number > 0 for number in wanted["severities"].values()) >= 2
    assert all(wanted["graded"].values())
    assert len(set(wanted["statuses"].values())) >= 2


def finding_of(outcome: Outcome) -> Finding:
    return next(one for one in scanned().findings if one.outcome is outcome)


@pytest.mark.parametrize("name", READERS)
def test_a_report_that_told_another_number_would_be_noticed(name: str) -> None:
    """The readers see a change of the result: they do not read the truth from somewhere else."""
    before, one = changed(), READERS[name]
    more = (
        finding_of(Outcome.FAIL).model_copy(update={"fingerprint": "0" * 64, "baseline": True}),
        finding_of(Outcome.REVIEW).model_copy(update={"fingerprint": "1" * 64, "confidence": Confidence.HIGH}),
        finding_of(Outcome.REVIEW).model_copy(update={"fingerprint": "2" * 64, "confidence": Confidence.LOW}),
    )
    score = before.score.model_copy(update={"value": 12.3, "coverage": 0.99})
    after = before.model_copy(update={"findings": (*before.findings, *more), "score": score})
    reporter = REPORTERS[name.partition("/")[0]](replace(context(), persona=one.persona, width=200))
    noticed = {line.split(":")[0] for line in differences(one.reader(reporter.render(after)), truth(before))}
    assert one.tells & {"value", "coverage"} <= noticed
    # The comparison is handed on as it is by some; what was known is then not counted again.
    assert one.tells & {"failures", "review", "leads"} <= noticed
