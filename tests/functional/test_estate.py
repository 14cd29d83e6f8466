"""An estate of modules, callers, var files and environments: every fault is told once, where it is to be mended."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from scanner.domain.assessment import Assessment
from scanner.domain.finding import Finding
from scanner.pipeline import Course, assess
from scanner.reports import REPORTERS
from scanner.sources.repository import RepositoryReader
from tests.own_rules import report_context, yardstick

from .conftest import write

DATABASE = """\
variable "encrypted" {
  type    = bool
  default = true
}

variable "days" {
  type = number
}

resource "aws_db_instance" "this" {
  engine                  = "postgres"
  storage_encrypted       = true
  backup_retention_period = var.days * 2
  publicly_accessible     = true
}

resource "aws_workspaces_workspace" "desk" {
  root_volume_encryption_enabled = var.encrypted
}
"""
ROOT = """\
module "records" {{
  source    = "../../modules/database"
  encrypted = {encrypted}
  days      = {days}
}}

module "letters" {{
  for_each = toset(["in", "out"])
  source   = "../../modules/database"
  days     = 7
}}
"""
INFRA = """\
variable "world" {
  type = list(string)
}

variable "admin" {
  type = map(number)
}

resource "aws_security_group_rule" "admin" {
  for_each    = var.admin
  type        = "ingress"
  protocol    = "tcp"
  from_port   = each.value
  to_port     = each.value
  cidr_blocks = ["0.0.0.0/0"]
}

resource "aws_db_instance" "reports" {
  storage_encrypted   = true
  publicly_accessible = length(var.world) > 0
}

resource "aws_workspaces_workspace" "notes" {
  root_volume_encryption_enabled = var.encrypted
}

variable "encrypted" {
  type = bool
}

resource "aws_iam_role_policy" "task" {
  for_each = toset(["a", "b"])
  role     = each.key
  policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::letters" }] })
}
"""
FILES: Mapping[str, str] = {
    "modules/database/main.tf": DATABASE,
    "environments/dev/main.tf": ROOT.format(encrypted="false", days="1"),
    "environments/prod/main.tf": ROOT.format(encrypted="true", days="14"),
    "infra/main.tf": INFRA,
    "infra/dev.tfvars": 'world     = ["0.0.0.0/0"]\nadmin     = { ssh = 22, web = 443 }\nencrypted = false\n',
    "infra/prod.tfvars": "# live\nworld     = []\nadmin     = { ssh = 22, web = 443 }\nencrypted = true\n",
}

Brief = tuple[str, str, str, int]


def scan(root: Path) -> Assessment:
    """Assess with the native rules alone."""
    whole = yardstick(date(2026, 11, 1))
    packs = tuple(
        pack.model_copy(update={"rules": tuple(rule for rule in pack.rules if rule.check.engine == "native")})
        for pack in whole.packs
    )
    return assess(RepositoryReader(root), dataclasses.replace(whole, packs=packs), lambda _: None, Course(offline=True))


@pytest.fixture(scope="module")
def estate(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    return scan(write(tmp_path_factory.mktemp("estate"), FILES))


def told(assessment: Assessment, rule: str, outcome: str = "fail") -> list[Finding]:
    return [one for one in assessment.findings if (one.rule, one.outcome.value) == (rule, outcome)]


def places(findings: list[Finding]) -> list[tuple[str, str, int]]:
    return [(one.subject, one.location.path, one.location.start_line) for one in findings]


def test_a_callers_bad_argument_is_told_at_the_argument(estate: Assessment) -> None:
    found = told(estate, "disk-encryption-switched-off")
    module = next(one for one in found if one.location.path.startswith("environments"))
    assert places([module]) == [("module.records.aws_workspaces_workspace.desk", "environments/dev/main.tf", 3)]
    assert module.message == "a disk of module.records.aws_workspaces_workspace.desk is not encrypted"
    assert (module.environments, module.other_environments) == (("environments/dev",), ("environments/prod",))
    assert [(place.path, place.start_line) for place in module.related] == [("modules/database/main.tf", 18)]


def test_a_fault_inside_a_module_is_told_once_with_its_users(estate: Assessment) -> None:
    inside = [one for one in told(estate, "store-with-public-address") if one.location.path.startswith("modules")]
    assert [one.subject for one in inside] == ["aws_db_instance.this"]
    assert inside[0].message == "aws_db_instance.this is given a public address"
    assert [(place.path, place.start_line, place.note) for place in inside[0].related] == [
        ("environments/dev/main.tf", 1, "used as module.records"),
        ("environments/dev/main.tf", 7, "used as module.letters"),
        ("environments/prod/main.tf", 1, "used as module.records"),
        ("environments/prod/main.tf", 7, "used as module.letters"),
    ]
    assert inside[0].other_environments == ()


def test_what_the_module_makes_of_a_callers_value_is_told_at_the_caller(estate: Assessment) -> None:
    found = told(estate, "database-backups-kept-too-briefly", "review")
    assert places(found) == [("module.records.aws_db_instance.this", "environments/dev/main.tf", 4)]


def test_a_var_file_that_is_safe_in_one_environment_and_not_in_another(estate: Assessment) -> None:
    found = [one for one in told(estate, "disk-encryption-switched-off") if one.location.path.startswith("infra")]
    assert places(found) == [("aws_workspaces_workspace.notes", "infra/dev.tfvars", 3)]
    assert (found[0].environments, found[0].other_environments) == (("infra (dev)",), ("infra (prod)",))
    decided = [one for one in told(estate, "store-with-public-address") if "reports" in one.subject]
    assert [(one.environments, one.other_environments) for one in decided] == [(("infra (dev)",), ("infra (prod)",))]


def test_keys_that_fail_are_named_and_the_others_are_not(estate: Assessment) -> None:
    (one,) = told(estate, "administration-port-open-to-the-world")
    assert one.subject == "aws_security_group_rule.admin"
    assert 'only of these instances: ["ssh"]' in [fact.description for fact in one.evidence]
    (policy,) = told(estate, "every-action-of-a-service")
    assert policy.message == (
        "aws_iam_role_policy.task allows every action of a service on the resources that it names"
    )
    assert (policy.location.path, policy.location.start_line) == ("infra/main.tf", 34)
    assert not any("only of these instances" in fact.description for fact in policy.evidence)


def test_a_reader_sees_at_a_glance_where_it_holds(estate: Assessment) -> None:
    text = REPORTERS["terminal"](dataclasses.replace(report_context(), width=120)).render(estate)
    lines = [line.strip() for line in text.splitlines()]
    at = next(number for number, line in enumerate(lines) if "  environments/dev/main.tf:3 " in line)
    assert lines[at + 1] == "in environments/dev; not in environments/prod"


def test_more_environments_change_no_fingerprint_of_what_was_found(estate: Assessment, tmp_path: Path) -> None:
    files = dict(FILES)
    files["environments/test/main.tf"] = FILES["environments/prod/main.tf"]
    files["infra/test.tfvars"] = FILES["infra/prod.tfvars"]
    more = scan(write(tmp_path, files))
    for outcome in ("fail", "review"):
        found = {one.fingerprint for one in estate.findings if one.outcome.value == outcome}
        assert {one.fingerprint for one in more.findings if one.outcome.value == outcome} == found
    assert scan(tmp_path) == more


def test_an_estate_without_modules_and_var_files_names_no_environment(tmp_path: Path) -> None:
    plain = 'resource "aws_workspaces_workspace" "a" {\n  root_volume_encryption_enabled = false\n}\n'
    result = scan(write(tmp_path, {"infra/main.tf": plain}))
    assert places(told(result, "disk-encryption-switched-off")) == [("aws_workspaces_workspace.a", "infra/main.tf", 1)]
    assert all(not one.environments and not one.other_environments for one in result.findings)
