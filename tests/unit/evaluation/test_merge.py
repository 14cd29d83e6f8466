"""Merging: one order, no duplicates, fingerprints that outlive edits and moves."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import Evidence, Finding, RelatedLocation
from scanner.evaluation.merge import merge

parts = st.tuples(
    st.sampled_from(["pass", "fail", "open", "review"]),
    st.sampled_from(["rule-a", "rule-b"]),
    st.sampled_from(["aws_s3_bucket.a", "aws_s3_bucket.b", "src/app.py", "src/x/app.py", "Deployment/shop/web"]),
    st.sampled_from(["main.tf", "prod/main.tf", "src/app.py", "src/x/app.py"]),
    st.integers(1, 3),
    st.sampled_from(["open", "password=hunter2", "src/app.py:3 calls eval", "patient 943 476 5919"]),
    st.sampled_from(list(Severity)),
    st.sampled_from([None, "waived: token=abcdef123"]),
)


def _make(build: Any, part: Any) -> Finding:
    outcome, rule, subject, path, line, message, severity, waiver = part
    finding: Finding = build.finding(
        outcome,
        rule,
        subject=subject,
        location=Location(path=path, start_line=line),
        message=message,
        severity=severity,
        waiver=waiver,
        evidence=(Evidence(description="found", value=message, location=Location(path=path)),),
        related=(RelatedLocation(path=path, start_line=1, note=message),),
    )
    return finding


@given(st.lists(parts, max_size=20), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_merging_again_changes_nothing(build: Any, given_parts: Any, random: Any) -> None:
    findings = [_make(build, part) for part in given_parts]
    merged = merge(findings)
    shuffled = findings + findings[:5]
    random.shuffle(shuffled)
    assert merge(shuffled) == merged
    assert merge(merged) == merged
    prints = [finding.fingerprint for finding in merged]
    assert len(set(prints)) == len(prints)
    assert all(len(text) == 32 and set(text) <= set("0123456789abcdef") for text in prints)
    assert len(merged) <= len(findings)
    everything = "".join(finding.model_dump_json() for finding in merged)
    assert "hunter2" not in everything
    assert "943 476" not in everything
    assert "abcdef123" not in everything


def _prints(*findings: Finding) -> set[str]:
    return {finding.fingerprint for finding in merge(findings)}


def test_a_fingerprint_has_no_line_numbers(build: Any) -> None:
    here, there = (build.finding(location=Location(path="main.tf", start_line=n, start_column=n)) for n in (3, 90))
    assert _prints(here) == _prints(there)


def test_a_file_that_moves_keeps_its_fingerprint(build: Any) -> None:
    def of(path: str, line: int) -> Finding:
        message = f"{path}:{line} opens a socket at line {line}"
        finding: Finding = build.finding(subject=path, message=message, location=Location(path=path, start_line=line))
        return finding

    assert _prints(of("src/app.py", 3)) == _prints(of("services/web/app.py", 44))
    assert _prints(of("src/app.py", 3)) != _prints(of("src/other.py", 3))


def test_the_same_address_in_several_folders_gets_an_ordinal(build: Any) -> None:
    dev, prod = (build.finding(location=Location(path=f"{folder}/main.tf")) for folder in ("dev", "prod"))
    both = merge([prod, dev])
    assert len({finding.fingerprint for finding in both}) == 2
    assert merge([dev])[0].fingerprint == both[0].fingerprint


def test_what_passes_beside_a_failure_does_not_change_its_fingerprint(build: Any) -> None:
    fails = build.finding("fail", message="container b runs as root", location=Location(path="a.yaml", start_line=9))
    passes = build.finding("pass", message="container a does not", location=Location(path="a.yaml", start_line=2))
    alone = merge([fails])[0].fingerprint
    assert next(f.fingerprint for f in merge([passes, fails]) if f.outcome == "fail") == alone


def test_what_matters_comes_first(build: Any) -> None:
    low = build.finding(severity=Severity.LOW, subject="a")
    passed = build.finding("pass", severity=Severity.CRITICAL, subject="b")
    critical = build.finding(severity=Severity.CRITICAL, subject="c", location=Location(path="z.tf"))
    opened = build.finding("open", severity=Severity.CRITICAL, subject="d")
    assert [f.subject for f in merge([low, passed, opened, critical])] == ["c", "d", "b", "a"]


def test_context_of_the_whole_finding_decides_on_nhs_numbers(build: Any) -> None:
    finding = build.finding(
        message="NHS number in code", evidence=(Evidence(description="literal", value="943 476 5919"),)
    )
    assert merge([finding])[0].evidence[0].value == "***919"


def test_a_hostile_path_can_be_encoded(build: Any) -> None:
    path = "a\udc80b\x1b[31m/x.tf"
    finding = merge([build.finding(subject=path, message=f"{path} is bad", location=Location(path=path))])[0]
    finding.model_dump_json().encode("utf-8")
    assert finding.subject == finding.location.path


def test_no_findings() -> None:
    assert merge([]) == ()


def test_fingerprints_do_not_depend_on_environments_and_names_of_theirs_are_redacted(build: Any) -> None:
    (plain,) = merge([build.finding()])
    where = {"environments": ("live/password=hunter2", "dev"), "other_environments": ("token=abcdef123",)}
    (told,) = merge([build.finding(**where)])
    assert told.fingerprint == plain.fingerprint
    assert told.environments[1] == "dev"
    assert "hunter2" not in told.model_dump_json()
    assert "abcdef123" not in told.model_dump_json()
