"""Documents as evidence: there, filled in, readable; and what is said when they are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.artifact import Location
from scanner.domain.catalog import Catalog, Severity
from scanner.domain.finding import EngineResult
from scanner.domain.rule import Rule
from scanner.domain.system import System
from scanner.engines.evidence import EvidenceEngine
from scanner.interfaces import BoundRule, EngineContext
from scanner.packaging import packaged
from scanner.sources.repository import RepositoryReader

LOG = "# Hazard log\n\n| hazard | severity |\n|---|---|\n| wrong patient | 4 |\n"


def evaluate(root: Path, files: dict[str, str | bytes], **check: Any) -> EngineResult:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    body = {
        "name": "no-hazard-log", "title": "t", "control": "SAFETY-01", "severity": "critical", "description": "d",
        "rationale": "r", "remediation": "m", "clauses": ["DCB0129"],
        "check": {"engine": "evidence", "documents": ["*hazard*log*"], "message": "no hazard log was found",
                  "accepted": "hazard log: {paths}", **check},
    }  # fmt: skip
    bound = BoundRule(Rule.model_validate(body), root, "SAFETY")
    reader = RepositoryReader(root)
    system = System(source=reader.source(), artifacts=reader.walk().artifacts, resources=())
    catalog = Catalog(version="1", principles=(), controls=(), clauses=())
    context = EngineContext(catalog, date(2026, 11, 21), packaged("rules"), offline=True)
    return EvidenceEngine().evaluate([bound], system, reader, context, lambda _: None)


def told(result: EngineResult) -> tuple[str, str]:
    (finding,) = result.findings
    return finding.outcome.value, finding.message


@pytest.mark.parametrize("path", ["docs/hazard-log.md", "Safety/Hazard_Log.MD", "HAZARD LOG.txt"])
def test_a_document_that_is_there_is_evidence(tmp_path: Path, path: str) -> None:
    result = evaluate(tmp_path, {path: LOG}, contains=["(?i)severity"])
    assert told(result) == ("pass", f"hazard log: {path}")
    assert [evidence.location.path for evidence in result.findings[0].evidence if evidence.location] == [path]


def test_lines_of_windows_end_as_others_do(tmp_path: Path) -> None:
    log = {"hazard-log.md": "# Hazards\r\n\r\nSeverity: major\r\n"}
    assert told(evaluate(tmp_path, log, contains=[r"(?m)^# Hazards\n\nSeverity: \w+$"]))[0] == "pass"


@pytest.mark.parametrize("missing", ["open", "review", "fail"])
def test_silence_is_what_the_rule_says_it_is(tmp_path: Path, missing: str) -> None:
    readme = {"README.md": "We care about hazards and keep a hazard log elsewhere.\n"}
    assert told(evaluate(tmp_path, readme, missing=missing)) == (missing, "no hazard log was found")


def test_a_template_that_nobody_filled_in_needs_a_person(tmp_path: Path) -> None:
    text = LOG + "| {{ hazard name }} | 3 |\n\nOwner: TBC\n"
    result = evaluate(tmp_path, {"hazard-log.md": text})
    assert told(result) == ("review", "hazard-log.md: 2 places that nobody has filled in yet")
    assert result.findings[0].severity is Severity.MEDIUM  # that the log is there is shown


def test_a_failure_has_the_severity_of_its_rule(tmp_path: Path) -> None:
    (finding,) = evaluate(tmp_path, {"README.md": "no log here\n"}, missing="fail").findings
    assert finding.severity is Severity.CRITICAL


def test_one_finished_document_is_enough_beside_a_template(tmp_path: Path) -> None:
    files = {"a-hazard-log.md": LOG, "b-hazard-log.md": "{{ all of it }}\n"}
    assert told(evaluate(tmp_path, files)) == ("pass", "hazard log: a-hazard-log.md")
    assert told(evaluate(tmp_path, files, at_least=2))[0] == "review"


def test_a_document_without_what_it_must_say_does_not_count(tmp_path: Path) -> None:
    assert told(evaluate(tmp_path, {"hazard-log.md": "# to come\n"}, contains=["(?i)severity"]))[0] == "open"
    assert told(evaluate(tmp_path, {"hazard-log.md": " \n"}))[0] == "open"


def test_a_document_of_another_kind_may_say_the_same(tmp_path: Path) -> None:
    other = [{"documents": ["/README*"], "contains": ["(?m)^# Hazards"]}]
    readme: dict[str, str | bytes] = {"README.md": "# Portal\n\n# Hazards\nNone of them is severe.\n"}
    assert told(evaluate(tmp_path, readme, elsewhere=other)) == ("pass", "hazard log: README.md")
    result = evaluate(tmp_path, {"README.md": "# Portal\n"}, elsewhere=other, unfit="{paths} is empty")
    assert told(result) == ("open", "no hazard log was found")


def test_one_of_many_papers_is_no_record_of_the_product(tmp_path: Path) -> None:
    papers: dict[str, str | bytes] = {f"literature/paper-{n}.pdf": b"%PDF-1.7" for n in range(41)}
    named: dict[str, str | bytes] = {"literature/hazard-log-of-statins.pdf": b"%PDF-1.7"}
    assert told(evaluate(tmp_path / "a", {**papers, **named}))[1] == "no hazard log was found"
    assert told(evaluate(tmp_path / "b", named))[0] == "pass"


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("protocols/jones-et-al-2018-statin-safety.pdf", b"%PDF-1.7"),
        ("docs/Statin safety. A Scientific Statement.pdf", b"%PDF-1.7"),
        ("docs/10.1000_safety.0073.pdf", b"%PDF-1.7"),
        ("papers/statin-safety.pdf", b"%PDF-1.7"),
        ("docs/jones et al risk assessment of statin safety.pdf", b"%PDF-1.7"),
        ("docs/PMID 30000001 safety incidents.pdf", b"%PDF-1.7"),
        ("docs/statin-safety.pdf", b"%PDF-1.7\n<rdf:Description><prism:doi>10.1000/x.73</prism:doi></rdf:Description>"),
    ],
)
def test_an_article_of_a_journal_is_no_record_of_the_product(tmp_path: Path, path: str, content: bytes) -> None:
    told_of = told(evaluate(tmp_path, {path: content}, documents=["**/*safety*"], missing="open"))
    assert told_of == ("open", "no hazard log was found")


@pytest.mark.parametrize(
    "path",
    [
        "docs/clinical-safety.pdf",
        "guidelines/clinical-safety-case.pdf",
        "papers/safety.md",
        "docs/DCB0129 safety case - position statement.pdf",
    ],
)
def test_a_record_stays_one_wherever_it_lies(tmp_path: Path, path: str) -> None:
    assert told(evaluate(tmp_path, {path: b"%PDF-1.7"}, documents=["**/*safety*"]))[0] == "pass"


def test_what_is_handed_on_to_another_repository_cannot_be_told(tmp_path: Path) -> None:
    other = [{"documents": ["/README*"], "contains": ["(?m)^Hazards: https://"]}]
    handed: dict[str, str | bytes] = {"README.md": "# Portal\n\nHazards: https://records.example/hazards\n"}
    result = evaluate(tmp_path, handed, outside=other, missing="fail")
    message = "no hazard log was found; whether it is done by way of README.md cannot be seen"
    assert told(result) == ("open", message)
    (finding,) = result.findings
    assert finding.location == Location(path=".")  # not found here: the supplier's manifest may answer it
    assert [one.location.path for one in finding.evidence] == ["README.md"]
    assert told(evaluate(tmp_path, {"hazard-log.md": LOG}, outside=other, missing="fail"))[0] == "pass"
    assert told(evaluate(tmp_path / "b", {"README.md": "# Portal\n"}, outside=other, missing="fail"))[0] == "fail"


@pytest.mark.parametrize("path", ["hazard_check.py", "tests/test_hazard_check.py"])
def test_code_counts_where_it_is_asked_for(tmp_path: Path, path: str) -> None:
    other = {"documents": ["*hazard_check*"], "contains": ["every_hazard"]}
    script = {path: "every_hazard()\n", "vendor/lib/hazard_check.py": "every_hazard()\n"}
    seen = told(evaluate(tmp_path, script, outside=[{**other, "code": True}]))
    assert seen == ("open", f"no hazard log was found; whether it is done by way of {path} cannot be seen")
    assert told(evaluate(tmp_path, script, outside=[other]))[1] == "no hazard log was found"


def test_what_is_there_and_says_too_little_is_named(tmp_path: Path) -> None:
    said = {"contains": ["(?i)severity"], "unfit": "{paths} names no severity", "missing": "review"}
    result = evaluate(tmp_path, {"hazard-log.md": b"None.\n"}, **said)
    assert told(result) == ("review", "hazard-log.md names no severity")


def test_what_is_no_text_counts_by_its_name_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"hazard-log.xlsx": b"PK\x03\x04\x00\x00"}
    assert told(evaluate(tmp_path, files)) == ("pass", "hazard log: hazard-log.xlsx")
    outcome, message = told(evaluate(tmp_path, files, contains=["severity"]))
    assert (outcome, message) == ("review", "hazard-log.xlsx: found, but its content is not read")


def test_a_picture_is_no_document_where_the_rule_asks_what_is_said(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"docs/how-to-fill-in-the-hazard-log.PNG": b"\x89PNG\r\n\x1a\n\x00"}
    assert told(evaluate(tmp_path, files, contains=["severity"]))[0] == "open"
    assert told(evaluate(tmp_path, files))[0] == "review"


def test_code_and_other_peoples_work_are_no_documents(tmp_path: Path) -> None:
    files = {"src/hazard_log.py": "x = 1\n", "vendor/hazard-log.md": LOG, "tests/hazard-log.md": LOG}
    assert told(evaluate(tmp_path, files))[0] == "open"


def test_a_pattern_that_is_wrong_or_slow_is_a_problem_of_the_rule(tmp_path: Path) -> None:
    wrong = evaluate(tmp_path, {"hazard-log.md": LOG}, contains=["(unclosed"])
    assert wrong.findings == ()
    assert wrong.unavailable == ("no-hazard-log",)
    assert "no-hazard-log" in wrong.problems[0].message
    slow = evaluate(tmp_path, {"hazard-log.md": "a" * 50_000 + "!"}, contains=["(a+)+$"])
    assert told(slow)[0] == "open"


@pytest.mark.parametrize("written", ["## 1.4.0 (2026-10-02)", "2 October 2026", "Oct. 2nd, 2026", "2026/10/2"])
def test_a_record_that_is_kept_names_a_late_day(tmp_path: Path, written: str) -> None:
    changes = {"hazard-log.md": f"reviewed {written}, before that 2020-01-01\n"}
    assert told(evaluate(tmp_path, changes, within_days=92)) == ("pass", "hazard log: hazard-log.md")


@pytest.mark.parametrize("written", ["2024-03-01", "1 March 2024, next on 2027-01-01", "1st March 2024 (2026.14.40)"])
def test_a_record_that_is_no_longer_kept_needs_a_person(tmp_path: Path, written: str) -> None:
    outcome = told(evaluate(tmp_path, {"hazard-log.md": written, "old/hazard-log.md": "2023-01-01"}, within_days=92))
    assert outcome == ("review", "hazard-log.md, old/hazard-log.md: the latest day named is 2024-03-01")


@pytest.mark.parametrize(("written", "outcome"), [("2026-07-01", "open"), ("2026-01-01", "review")])
def test_a_short_lapse_is_no_failure_yet(tmp_path: Path, written: str, outcome: str) -> None:
    found = evaluate(tmp_path, {"hazard-log.md": written}, within_days=92, lapsed_days=183)
    assert told(found) == (outcome, f"hazard-log.md: the latest day named is {written}")


@pytest.mark.parametrize("written", ["reviewed often", "01/11/2026", "version 2026.11.1.4"])
def test_a_record_without_a_day_says_nothing_of_its_age(tmp_path: Path, written: str) -> None:
    assert told(evaluate(tmp_path, {"hazard-log.md": written}, within_days=92))[0] == "open"


_SCAN = "runs:\n  using: composite\n  steps:\n    - run: scan .\n"


@pytest.mark.parametrize(
    ("files", "outcome"),
    [
        ({".github/workflows/ci.yml": "      - uses: ./.github/actions/scan\n"}, "pass"),
        ({".github/workflows/ci.yml": "      - uses: wards/records/.github/actions/scan@main\n"}, "pass"),
        ({".github/workflows/ci.yml": "      # - uses: ./.github/actions/scan\n"}, "open"),
        ({".github/workflows/ci.yml": "      - uses: ./.github/actions/scan-licences\n"}, "open"),
        (
            {
                ".github/workflows/ci.yml": "      - uses: './.github/actions/checks'\n",
                ".github/actions/checks/action.yml": "    - uses: ./.github/actions/scan/\n",
            },
            "pass",
        ),
        ({".github/actions/checks/action.yml": "    - uses: ./.github/actions/scan\n"}, "open"),
        ({".github/workflows/ci.yml": b"\x00\xff"}, "review"),
    ],
)
def test_an_action_that_no_workflow_calls_is_no_evidence(
    tmp_path: Path, files: dict[str, str | bytes], outcome: str
) -> None:
    files = {".github/actions/scan/action.yml": _SCAN, **files}
    documents = ["**/.github/workflows/*.yml", "**/.github/actions/**/action.yml"]
    assert told(evaluate(tmp_path, files, documents=documents, contains=[r"\bscan \."]))[0] == outcome
