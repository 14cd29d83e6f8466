"""The fixtures give each mapped check something to pass and something to fail, by checkov's own word."""

import re
from pathlib import Path

import pytest

from tests.checkov.command_line import FIXTURES, FRAMEWORKS, Judgement, judge, mapped_ids

NEVER = {
    ("terraform", "CKV_AWS_273", "PASSED"): "fails each user of IAM, whatever is said of it",
}
"""What no resource can bring about, with the reason."""

# Its policy is for all pods, which for checkov are those of all files: beside it no pod would be without a policy.
_ALONE = "kubernetes_default_policy"


@pytest.fixture(scope="module")
def judgements(tmp_path_factory: pytest.TempPathFactory) -> tuple[Judgement, ...]:
    scratch: Path = tmp_path_factory.mktemp("checkov")
    ids = [one for framework in FRAMEWORKS for one in mapped_ids()[framework]]
    return judge(FIXTURES, ids, scratch, skipped=[_ALONE])


def _order(identifier: str) -> tuple[str, int]:
    kind, number = identifier.rsplit("_", 1)
    return kind, int(number)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_list_is_sorted_and_says_nothing_twice(framework: str) -> None:
    listed = mapped_ids()[framework]
    assert all(re.fullmatch(r"CKV2?_[A-Z0-9]+_\d+", one) for one in listed)
    assert list(listed) == sorted(set(listed), key=_order)


@pytest.mark.engines
def test_each_mapped_check_passes_something_and_fails_something(judgements: tuple[Judgement, ...]) -> None:
    said = {(one.framework, one.check, one.result) for one in judgements}
    needed = {
        (framework, identifier, result)
        for framework, identifiers in mapped_ids().items()
        for identifier in identifiers
        for result in ("PASSED", "FAILED")
    }
    assert needed - said == set(NEVER)


@pytest.mark.engines
def test_nothing_but_mapped_checks_answers(judgements: tuple[Judgement, ...]) -> None:
    listed = {identifier for identifiers in mapped_ids().values() for identifier in identifiers}
    assert {one.check for one in judgements} == listed


@pytest.mark.engines
def test_skip_comments_and_annotations_are_heeded(judgements: tuple[Judgement, ...]) -> None:
    skipped = {(one.framework, one.check, one.resource) for one in judgements if one.result == "SKIPPED"}
    assert skipped == {
        ("kubernetes", "CKV_K8S_22", "Job.letters.migrate"),
        ("kubernetes", "CKV_K8S_43", "Job.letters.migrate"),
        ("terraform", "CKV_AWS_16", "aws_db_instance.excused"),
        ("terraform", "CKV_AWS_157", "aws_db_instance.excused"),
        ("terraform", "CKV_AWS_24", "aws_security_group.excused"),
        ("terraform", "CKV_AWS_42", "aws_efs_file_system.excused_here"),
        ("terraform", "CKV_AWS_166", 'module.teams["maternity"].aws_backup_vault.team'),
        ("terraform", "CKV_AWS_166", 'module.teams["pathology"].aws_backup_vault.team'),
    }


@pytest.mark.engines
def test_modules_called_twice_are_judged_by_their_arguments(judgements: tuple[Judgement, ...]) -> None:
    results = {(one.check, one.resource): one.result for one in judgements}
    block = "aws_s3_bucket_public_access_block.this"
    assert results["CKV_AWS_53", f"module.scans.{block}"] == "PASSED"
    assert results["CKV_AWS_53", f"module.exports.{block}"] == "FAILED"
    assert results["CKV_AZURE_229", "module.first_database.azurerm_mssql_database.this"] == "PASSED"
    assert results["CKV_AZURE_229", "module.second_database.azurerm_mssql_database.this"] == "FAILED"


@pytest.mark.engines
@pytest.mark.parametrize(
    ("check", "joined", "apart"),
    [
        ("CKV2_AWS_6", "aws_s3_bucket.letters", "aws_s3_bucket.leaflets"),
        ("CKV2_AWS_11", "aws_vpc.letters", "aws_vpc.pathology"),
        ("CKV2_AWS_28", "aws_lb.public", "aws_lb.clinician"),
        ("CKV2_AWS_57", "aws_secretsmanager_secret.database", "aws_secretsmanager_secret.partner"),
        ("CKV2_AZURE_45", "azurerm_mssql_server.by_module", "azurerm_mssql_server.trial"),
        ("CKV2_GCP_5", "google_project.letters", "google_project.trial"),
        ("CKV2_GIT_1", "github_repository.letters", "github_repository.notes"),
    ],
)
def test_connections_decide(judgements: tuple[Judgement, ...], check: str, joined: str, apart: str) -> None:
    results = {one.resource: one.result for one in judgements if one.check == check}
    assert (results[joined], results[apart]) == ("PASSED", "FAILED")


@pytest.mark.engines
def test_a_policy_for_all_pods_reaches_other_namespaces_too(tmp_path: Path) -> None:
    """Not what Kubernetes does, but what checkov says; whoever answers in its place must know."""
    said = judge(FIXTURES / _ALONE, ["CKV2_K8S_6"], tmp_path)
    assert [one.result for one in said] == ["PASSED", "PASSED"]
