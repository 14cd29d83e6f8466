"""Waivers as a supplier and an assessor use them: add, list, lint, approve, and the three scores."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.functional.conftest import Archscan, write

RULE = "administration-port-open-to-the-world"
GROUP = """
resource "aws_security_group" "{name}" {{
  vpc_id = "vpc-1"

  ingress {{
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["{who}"]
  }}
}}
"""
TODAY = datetime.now(UTC).date()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    groups = GROUP.format(name="support", who="0.0.0.0/0") + GROUP.format(name="office", who="10.0.0.0/8")
    return write(tmp_path / "service", {"main.tf": 'provider "aws" {\n  region = "eu-west-2"\n}\n' + groups})


def scan(archscan: Archscan, root: Path, *options: str | Path) -> dict[str, Any]:
    return archscan("scan", root, "--offline", "--format", "json", *options).json


def failure(result: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in result["findings"] if one["rule"] == RULE and one["outcome"] == "fail")
    return found


def add(archscan: Archscan, root: Path, fingerprint: str, *more: str) -> Any:
    said = ("--reason", "Closes with the move in March", "--owner", "A. Khan, lead engineer", "--in", str(root))
    return archscan("waivers", "add", fingerprint, *said, "--offline", *(more or ("--days", "90")))


def test_a_supplier_waives_and_an_assessor_approves(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    before = scan(archscan, repository)
    added = add(archscan, repository, failure(before)["fingerprint"][:10])
    assert added.code == 0, added.err
    assert f"{RULE} at main.tf:5 is waived until" in added.out
    entry = yaml.safe_load((repository / "archscan-waivers.yaml").read_text())["waivers"][0]
    assert (entry["rule"], entry["subject"]) == (RULE, "aws_security_group.support")
    after = scan(archscan, repository)
    record = after["waivers"][0]
    assert failure(after)["waiver"] == record["id"]
    assert after["score"]["with_supplier_waivers"] == after["score"]["value"] > before["score"]["value"]
    assert after["score"]["with_approved_waivers"] == after["score"]["without_waivers"] == before["score"]["value"]
    bought = scan(archscan, repository, "--policy", "procurement")
    assert failure(bought)["waiver"] is None
    assert bought["waivers"][0]["state"] == "not_counted"
    approvals = write(
        tmp_path / "assessor", {"a.yaml": f'approver: "B. Jones"\nwaivers:\n  - approves: {record["id"]}\n'}
    )
    approved = scan(archscan, repository, "--policy", "procurement", "--approvals", approvals / "a.yaml")
    assert failure(approved)["approved"]
    assert approved["score"]["value"] == approved["score"]["with_approved_waivers"] > bought["score"]["value"]
    audit = scan(archscan, repository, "--no-waivers")
    assert failure(audit)["waiver"] is None
    assert audit["score"]["value"] == before["score"]["value"]
    assert audit["waivers"][0]["state"] == "ignored"


def test_the_assessors_file_lies_outside_what_is_judged(archscan: Archscan, repository: Path) -> None:
    (repository / "approvals.yaml").write_text('approver: "me"\nwaivers: []\n')
    run = archscan("scan", repository, "--offline", "--approvals", repository / "approvals.yaml")
    assert run.code == 2
    assert "outside the supplier's repository" in run.err


def test_what_cannot_be_waived_is_refused(archscan: Archscan, repository: Path) -> None:
    found = failure(scan(archscan, repository))["fingerprint"]
    assert "180 days at most" in add(archscan, repository, found, "--days", "181").err
    assert "say until when" in add(archscan, repository, found, "--ticket", "X-1").err
    assert "both say until when" in add(archscan, repository, found, "--days", "9", "--expires", "2999-01-01").err
    assert "--expires 31/01/2027: not a date" in add(archscan, repository, found, "--expires", "31/01/2027").err
    assert "no finding has a fingerprint" in add(archscan, repository, "ffffffffffff").err
    assert not (repository / "archscan-waivers.yaml").exists()
    assert add(archscan, repository, found, "--days", "180").code == 0
    assert "waived already" in add(archscan, repository, found).err


def test_what_was_written_by_hand_stays(archscan: Archscan, repository: Path) -> None:
    file = repository / "archscan-waivers.yaml"
    file.write_text("# ours\nwaivers:\n  - rule: some-rule   # an old one\n    path: x.tf\n")
    assert add(archscan, repository, failure(scan(archscan, repository))["fingerprint"]).code == 2, (
        "one entry is broken"
    )
    file.write_text("# ours\nwaivers: []\n")
    broken = add(archscan, repository, failure(scan(archscan, repository))["fingerprint"])
    assert broken.code == 2
    assert file.read_text() == "# ours\nwaivers: []\n", "what would not be understood is not written"


def test_list_and_lint_tell_what_is_wrong(archscan: Archscan, repository: Path) -> None:
    soon, gone = TODAY + timedelta(days=3), TODAY - timedelta(days=1)
    begin = TODAY - timedelta(days=30)
    entry = "  - {{rule: {0}, subject: aws_security_group.support, reason: r, owner: o, created: {1}, expires: {2}}}\n"
    (repository / "archscan-waivers.yaml").write_text(
        "waivers:\n"
        + entry.format(RULE, begin, soon)
        + entry.format("administration-port-open-to-the-wold", begin, soon)
        + entry.format(RULE, begin, gone)
        + "  - {rule: x}\n"
    )
    day = ("--as-of", TODAY.isoformat())  # midnight may pass while tests run
    linted = archscan("waivers", "lint", repository, *day)
    assert linted.code == 1
    lines = linted.out.splitlines()
    assert lines[0] == f"archscan-waivers.yaml:2: note: {RULE}: it ends in 3 days, on {soon}"
    assert f"did you mean {RULE}?" in lines[1]
    assert "it ended on" in linted.out
    assert "archscan-waivers.yaml:5: x: it cannot be understood" in linted.out
    assert lines[-1] == "4 waivers, 3 faults"
    listed = archscan("waivers", "list", repository, "--offline", *day)
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines() if not line.startswith(" ")] == [
        "applied",
        "unmatched",
        "expired",
        "malformed",
    ]
    assert f"there is no such rule: did you mean {RULE}?" in listed.out
    assert "  x (archscan-waivers.yaml:5)" in listed.out
    problems = [one["message"] for one in scan(archscan, repository, *day)["problems"] if one["stage"] == "waivers"]
    assert len(problems) == 4


def test_a_comment_waives_its_line(archscan: Archscan, repository: Path) -> None:
    file = repository / "main.tf"
    last = TODAY + timedelta(days=60)
    mark = f'# archscan:waive {RULE} reason="closes in March" expires={last}\n'
    file.write_text(
        file.read_text().replace(
            'resource "aws_security_group" "support"', mark + 'resource "aws_security_group" "support"'
        )
    )
    result = scan(archscan, repository)
    (record,) = result["waivers"]
    assert (record["state"], record["form"], record["trust"]) == ("applied", "inline", "supplier")
    assert failure(result)["waiver"] == record["id"]


def test_a_waiver_names_this_finding_and_none_of_another_folder(archscan: Archscan, tmp_path: Path) -> None:
    text = 'provider "aws" {\n  region = "eu-west-2"\n}\n' + GROUP.format(name="support", who="0.0.0.0/0")
    root = write(tmp_path / "service", {"dev/main.tf": text, "prod/main.tf": text})

    def fails() -> dict[str, dict[str, Any]]:
        found = scan(archscan, root)["findings"]
        return {one["location"]["path"]: one for one in found if one["rule"] == RULE and one["outcome"] == "fail"}

    before = fails()
    assert set(before) == {"dev/main.tf", "prod/main.tf"}
    assert add(archscan, root, before["dev/main.tf"]["fingerprint"]).code == 0
    after = fails()
    assert after["dev/main.tf"]["waiver"]
    assert after["prod/main.tf"]["waiver"] is None
