"""Hazards are found in every shape in which people log them, with the tests that name them."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from scanner.domain.artifact import Artifact
from scanner.domain.resource import Parsed, Unknown
from scanner.parsers.safety import is_hazard_log, is_safety_case, is_safety_document
from scanner.parsers.safety.facts import gaps, names_owner
from scanner.parsers.safety.fields import Field
from scanner.parsers.safety.hazards import Hazard
from scanner.parsers.safety.parser import SafetyParser
from scanner.sources.repository import RepositoryReader
from tests.unit.parsers.test_office import packed

LOG = """# Hazard log

| ID | Hazard | Cause | Effect | Severity | Likelihood | Controls | Severity | Likelihood | Status |
|---|---|---|---|---|---|---|---|---|---|
| HAZ-001 | Wrong patient | Stale page | Wrong treatment | 5 | 3 | Banner | 5 | 1 | Closed |
| | | Shared screen | | | | Time limit | | | |
| HAZ-002 | Late result | Lost message | Late treatment | 4 | 3 | | 4 | 3 | TBC |

| ID | Owner |
|---|---|
| HAZ-001 | Nurse |
"""


def parse(folder: Path, files: dict[str, str | bytes]) -> Parsed:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reader = RepositoryReader(folder)
    parser = SafetyParser()
    units = list(parser.units(reader.walk().artifacts))
    return parser.parse(units[0], reader) if units else Parsed()


def facts(parsed: Parsed) -> list[Any]:
    return [one.attributes for one in parsed.resources if one.type == "hazard"]


def test_a_table_with_rows_that_go_on(tmp_path: Path) -> None:
    parsed = parse(tmp_path, {"docs/hazard-log.md": LOG})
    first, second = facts(parsed)
    assert [one.location.start_line for one in parsed.resources] == [5, 7]
    assert (first["id"], first["cause"], first["controls"]) == (
        "HAZ-001", "Stale page; Shared screen", "Banner; Time limit",
    )  # fmt: skip
    assert (first["residual_severity"], first["remaining"], first["missing"]) == ("5", "tolerable", ["owner"])
    assert second["missing"] == ["controls", "owner"]
    assert second["lacks"] == "controls and owner"
    assert (second["unfilled"], second["remaining"]) == (["the status of hazards"], "tolerable")
    assert parsed.counts == {"hazards": 2}


def test_tests_that_name_a_hazard(tmp_path: Path) -> None:
    tests = "import pytest\n\ndef test_haz_001(): ...\n\n\n\n@pytest.mark.skip\ndef test_other():\n    '''HAZ-002'''\n"
    first, second = facts(parse(tmp_path, {"docs/hazard-log.md": LOG, "tests/test_x.py": tests}))
    assert first["tests"] == [{"path": "tests/test_x.py", "line": 3, "skipped": False}]
    assert second["tests"] == [{"path": "tests/test_x.py", "line": 9, "skipped": True}]


def test_the_same_in_a_workbook_and_in_word(tmp_path: Path) -> None:
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in LOG.splitlines()[2:7] if "---" not in line
    ]
    sheet = "".join(
        f'<row r="{number}">' + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for number, row in enumerate(cells, start=4)
    )
    word = "".join("<tr>" + "".join(f"<tc><p><r><t>{cell}</t></r></p></tc>" for cell in row) + "</tr>" for row in cells)
    files: dict[str, str | bytes] = {
        "docs/Hazard Log.xlsx": packed(**{"xl__worksheets__sheet1.xml": f"<x><sheetData>{sheet}</sheetData></x>"}),
        "docs/hazard register.docx": packed(**{"word__document.xml": f"<x><body><tbl>{word}</tbl></body></x>"}),
    }
    found = parse(tmp_path, files)
    assert [(one.name, one.location.start_line) for one in found.resources] == [
        ("HAZ-001", 5), ("HAZ-002", 7), ("HAZ-001", 2), ("HAZ-002", 4),
    ]  # fmt: skip
    assert {one["cause"] for one in facts(found)} == {"Stale page; Shared screen", "Lost message"}


def test_parts_under_headings(tmp_path: Path) -> None:
    text = """# Log
## H-001: Wrong patient
| Field | Value |
|---|---|
| **Status** | Closed |
### Consequences
- **Severity:** 5
- **Impact:** wrong treatment
### Mitigations
#### 1. Banner
On each page.
### Residual risk assessment
- **Severity:** 5
- **Likelihood:** 1
### Testing evidence
- `tests/banner.test.ts` passes
## Glossary
- **Cause:** what comes before
"""
    (one,) = facts(parse(tmp_path, {"hazard_log.md": text}))
    assert (one["effect"], one["controls"]) == ("wrong treatment", "1. Banner; On each page.")
    assert (one["residual_severity"], one["residual_likelihood"], one["severity"]) == ("5", "1", "5")
    assert (one["files"], one["cause"], one["status"]) == (["tests/banner.test.ts"], "", "Closed")


def test_a_heading_that_says_the_rating_itself(tmp_path: Path) -> None:
    text = "## H-008: Shared computer\n### Mitigations\n#### 1. Time limit\n### Residual Risk: **3 (LOW)**\n"
    (one,) = facts(parse(tmp_path, {"hazard_log.md": text}))
    assert (one["residual_risk"], one["remaining"], one["controls"]) == ("3 (LOW)", "acceptable", "1. Time limit")


def test_what_was_left_from_the_making_of_a_log_is_none(tmp_path: Path) -> None:
    part = "## HAZ-001: wrong patient\n### Cause\nStale page\n### Effect\nWrong treatment\n"
    other = part.replace("001", "009")
    files: dict[str, str | bytes] = {"docs/hazard-log.md": LOG, "safety/stage-2-causes/haz-001.md": part}
    assert {one.location.path for one in parse(tmp_path / "a", files).resources} == {"docs/hazard-log.md"}
    files["safety/drafts/haz-009.md"] = other
    assert "safety/drafts/haz-009.md" in {one.location.path for one in parse(tmp_path / "b", files).resources}
    assert len(parse(tmp_path / "c", {"safety/outputs/haz-001.md": part}).resources) == 1


KEPT = """| ID | Hazard | Cause | Effect | Risk | Controls | Residual risk | Owner | Status |
|---|---|---|---|---|---|---|---|---|
| HAZ-001 | Wrong patient is shown | Stale page | Wrong treatment | 4 | Banner | 2 - acceptable | CSO | Closed |
"""


@pytest.mark.parametrize(
    ("path", "change", "left"),
    [
        ("drafts", ("", ""), True),
        ("stage1", ("Wrong patient is shown", "**Wrong patient** is shown."), True),
        ("outputs", ("Banner", "TBC"), True),
        ("outputs", ("| Wrong treatment |", "|  |"), True),
        ("phase-2", ("", ""), False),
        ("drafts", ("Wrong patient is shown", "Wrong dose is shown"), False),
        ("drafts", ("Wrong patient is shown", ""), False),
    ],
)
def test_a_log_left_from_the_making_says_the_same_of_the_same_hazard(
    tmp_path: Path, path: str, change: tuple[str, str], *, left: bool
) -> None:
    files: dict[str, str | bytes] = {
        "safety/hazard-log.md": KEPT,
        f"safety/{path}/hazard-log.md": KEPT.replace("Hazard |", "Hazard | Description |", 1)
        .replace("|---|", "|---|---|", 1)
        .replace("is shown |", "is shown | A page of another patient |")
        .replace(*change),
    }
    found = parse(tmp_path, files).resources
    assert len(found) == (1 if left else 2)


@pytest.mark.parametrize(("old", "new"), [("Banner", ""), ("Closed", "TBC"), ("CSO", ""), ("HAZ-001", "HAZ-002")])
def test_a_log_in_which_less_is_said_replaces_none(tmp_path: Path, old: str, new: str) -> None:
    files: dict[str, str | bytes] = {"a/hazard-log.md": KEPT.replace(old, new), "a/drafts/hazard-log.md": KEPT}
    assert len(parse(tmp_path, files).resources) == 2


@pytest.mark.parametrize(
    ("entry", "verified"),
    [
        ("Placeholder: controls to be agreed with the CSO", False),
        ("Placeholder - confirm with the CSO", False),
        ("Placeholder. Tests will be named here", False),
        ("**Placeholder** \u2013 later", False),
        ("- placeholder", False),
        ("Placeholder-text is seen in the box", True),
        ("placeholder.spec.ts", True),
        ("Placeholder text is seen in the box", True),
    ],
)
def test_an_entry_that_begins_as_a_placeholder(tmp_path: Path, entry: str, *, verified: bool) -> None:
    log = f"| ID | Hazard | Cause | Controls | Verification |\n|---|---|---|---|---|\n| HAZ-1 | a | b | c | {entry} |\n"
    (one,) = facts(parse(tmp_path, {"hazard-log.md": log}))
    assert one["verified"] is verified
    assert one["unfilled"] == ([] if verified else ["the verification of hazards"])


def test_a_test_that_is_named_as_control_too_is_looked_for(tmp_path: Path) -> None:
    log = LOG.replace("Status |", "Evidence |", 1).replace("Banner |", "tests/dose.test.ts, src/dose.ts |")
    first = facts(parse(tmp_path, {"hazard-log.md": log.replace("Closed", "src/dose.ts by tests/dose.test.ts")}))[0]
    assert first["files"] == ["tests/dose.test.ts"]


@pytest.mark.parametrize("text", [";" * 200_000, "; placeholder" * 15_000 + " x", ";" * 199_990 + "placeholder"])
def test_marks_without_words_end_soon(text: str) -> None:
    hazard = Hazard("HAZ-1", 1, {Field.CONTROLS: text, Field.TITLE: "a"})
    begun = perf_counter()
    gaps(hazard)
    assert not names_owner("Owner:" + " " * 200_000 + "[")
    assert perf_counter() - begun < 2


def test_a_placeholder_on_a_page_is_no_gap_and_what_is_a_control_is_no_test(tmp_path: Path) -> None:
    text = """## H-001: Age not shown
### Controls
- Show a placeholder; src/age.ts does
### Testing
- src/age.ts shows a placeholder, by tests/age.test.ts
### Owner
placeholder
"""
    (one,) = facts(parse(tmp_path, {"hazard_log.md": text}))
    assert (one["unfilled"], one["files"]) == (["the owner of hazards"], ["tests/age.test.ts"])
    assert one["verified"]


def test_what_only_speaks_of_hazards_gives_nothing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/hazard-log.md": "Kept elsewhere.\n\n| ID | Residual risk | Status |\n|---|---|---|\n| 1 | 2 | open |\n",
        "hazards/readme.md": "# Hazards\n\nOne file for each.\n",
        "README.md": LOG,
        "docs/templates/hazard-log.md": LOG,
        "tests/hazard-log.md": LOG,
    }
    assert parse(tmp_path, files).resources == ()


def test_the_summary_in_a_safety_case_counts_only_without_a_log(tmp_path: Path) -> None:
    case = LOG.replace("# Hazard log", "# Clinical safety case")
    alone = parse(tmp_path / "a", {"docs/safety-case.md": case})
    assert len(facts(alone)) == 2
    both = parse(
        tmp_path / "b", {"docs/safety-case.md": case, "docs/hazard-log.csv": "ID,Hazard,Cause,Controls\n1,a,b,c\n"}
    )
    assert [one["id"] for one in facts(both)] == ["1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Product version: 2.4.1", [("2.4.1", "same")]),
        ("| Release | CSO |\n|---|---|\n| 2.3 | A |", [("2.3", "older")]),
        ("For Bookings 3.0.", [("3.0", "newer")]),
        ("Document version: 2.4", [("2.4", "same")]),
        ("Approved on 3 May 2026.", []),
        ("**Version:** 0.1", None),
        ("Officer: {{ name }}. Product version: 2.4", None),
    ],
)
def test_versions_of_a_safety_case(tmp_path: Path, text: str, expected: list[tuple[str, str]] | None) -> None:
    long = "The hazards were found in workshops with clinicians and rated by the matrix of the plan. " * 6
    parsed = parse(tmp_path, {"docs/safety-case.md": f"# Case\n\n{text}\n\n{long}\n", "VERSION": "2.4.0\n"})
    (case,) = parsed.resources
    versions: Any = case.attributes["versions"]
    if expected is None:
        assert isinstance(versions, Unknown)
    else:
        assert [(one["text"], one["against"]) for one in versions] == expected
    assert case.attributes["released"] == [{"version": "2.4.0", "path": "VERSION"}]


def test_what_cannot_be_read_is_a_problem_and_stays_open(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"docs/hazard-log.xlsx": b"PK\x03\x04", "docs/safety-case.pdf": b"%PDF-1.7"}
    parsed = parse(tmp_path, files)
    assert [(one.engine, one.message) for one in parsed.problems] == [
        ("safety", "a document was not read: no document, although its name says so, or locked with a password"),
    ]
    (case,) = parsed.resources
    assert isinstance(case.attributes["versions"], Unknown)


def test_a_huge_log_ends_soon(tmp_path: Path) -> None:
    head, rows = LOG[: LOG.index("| HAZ-001")], "| HAZ-{0} | a | b | c | 5 | 3 | d | 5 | 1 | e |\n"
    text = head + "".join(rows.format(number) for number in range(5_000))
    assert len(facts(parse(tmp_path, {"docs/hazard-log.md": text}))) == 2_000


def test_names_of_documents() -> None:
    logs = ["docs/hazard-log.md", "Hazard Register.xlsx", "CS/hazards/a.md", "x/HAZ-12.md"]
    cases = ["docs/clinical-safety-case-report.docx", "cscr.pdf", "DCB0129.md"]
    others = ["biohazard.svg", "docs/hazards.md", "templates/hazard-log.md", "src/app/hazards/list.html", "a/safety.md"]
    assert [is_hazard_log(path) for path in (*logs, *cases, *others)] == [True] * 4 + [False] * 8
    assert [is_safety_case(path) for path in (*logs, *cases, *others)] == [False] * 4 + [True] * 3 + [False] * 5
    assert [is_safety_document(path) for path in (*logs, *cases, *others)] == [True] * 7 + [False] * 5


def test_secrets_and_numbers_of_patients_are_not_kept(tmp_path: Path) -> None:
    log = LOG.replace("Wrong patient", "Record of 943 476 5919 shown").replace("Stale page", "password=hunter22")
    first = facts(parse(tmp_path, {"docs/hazard-log.md": log}))[0]
    assert "5919" not in str(first)
    assert "hunter22" not in str(first)


def test_artifacts_of_other_roles_are_left_out() -> None:
    kind = Artifact.model_validate({"path": "vendor/hazard-log.md", "kind": "document", "role": "vendored"})
    assert list(SafetyParser().units([kind])) == []
