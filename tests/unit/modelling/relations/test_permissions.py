"""Who may read what: policies, assignments, bindings and trust, read by the real parsers."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.artifact import Source
from scanner.domain.system import System
from scanner.modelling.model import build_model
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import parse
from scanner.sources.repository import RepositoryReader


def made(root: Path, text: str, **more: str) -> tuple[dict[tuple[str, str, str], Relation], tuple[LooseEnd, ...]]:
    for name, content in {"main.tf": text, **{f"{key}.yaml": value for key, value in more.items()}}.items():
        (root / name).write_text(content)
    reader = RepositoryReader(root)
    reading = read(reader)
    parsed = parse(default_parsers(), reading, reader, lambda _: None)
    system = System(
        source=Source(uri="x"),
        artifacts=reading.artifacts,
        resources=parsed.resources,
        references=parsed.references,
    )
    model = build_model(system)
    return {(one.source, one.kind.value, one.target): one for one in model.relations}, model.loose_ends


ROLE = 'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = "{}"\n}\n'
TABLES = (
    'resource "aws_dynamodb_table" "a" {\n  name = "a"\n}\nresource "aws_dynamodb_table" "b" {\n  name = "b"\n}\n'
    'resource "aws_s3_bucket" "s" {\n  bucket = "s"\n}\n'
)


def inline(actions: str, resources: str, effect: str = "Allow") -> str:
    return f"""\
resource "aws_iam_role_policy" "p" {{
  role = aws_iam_role.r.id
  policy = jsonencode({{ Statement = [{{
    Effect = "{effect}", Action = {actions}, Resource = {resources} }}] }})
}}
"""


def test_a_policy_document_names_exactly_what_each_statement_reads(tmp_path: Path) -> None:
    found, _ = made(tmp_path, ROLE + TABLES + """\
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = [aws_dynamodb_table.a.arn]
  }
  statement {
    actions   = ["dynamodb:PutItem"]
    resources = [aws_dynamodb_table.b.arn]
  }
}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.d.json
}
resource "aws_iam_role_policy_attachment" "x" {
  role       = aws_iam_role.r.name
  policy_arn = aws_iam_policy.p.arn
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = aws_iam_role.r.arn
}
""")  # fmt: skip
    data = {key for key in found if key[1] in ("reads", "writes", "runs-as")}
    assert data == {
        ("aws_iam_role.r", "reads", "aws_dynamodb_table.a"),
        ("aws_iam_role.r", "writes", "aws_dynamodb_table.b"),
        ("aws_lambda_function.f", "runs-as", "aws_iam_role.r"),
    }
    reads = found["aws_iam_role.r", "reads", "aws_dynamodb_table.a"]
    assert reads.confidence is Confidence.HIGH
    assert reads.location.start_line in (15, 16, 17)
    assert [place.location.start_line for place in reads.proof] == [27]
    assert ("aws_lambda_function.f", "refers-to", "aws_iam_role.r") not in found


def test_statements_of_encoded_policies_bind_to_what_they_name(tmp_path: Path) -> None:
    two = """\
resource "aws_iam_role_policy" "p" {
  role = aws_iam_role.r.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "dynamodb:Query", Resource = aws_dynamodb_table.a.arn },
    { Effect = "Allow", Action = "dynamodb:PutItem", Resource = "${aws_dynamodb_table.b.arn}/index/*" },
    { Effect = "Deny", Action = "s3:*", Resource = "*" },
    { Effect = "Allow", Action = "kms:Decrypt", Resource = "*" },
  ] })
}
"""
    found, loose = made(tmp_path, ROLE + TABLES + two)
    assert {key[1:] for key in found if key[0] == "aws_iam_role.r"} == {
        ("reads", "aws_dynamodb_table.a"),
        ("writes", "aws_dynamodb_table.b"),
    }
    assert not loose


@pytest.mark.parametrize(
    ("actions", "resources", "expected", "sure"),
    [
        ('"dynamodb:Get*"', '"*"', {"reads aws_dynamodb_table.a", "reads aws_dynamodb_table.b"}, Confidence.MEDIUM),
        ('["s3:GetObject"]', '["arn:aws:s3:::s/*"]', {"reads aws_s3_bucket.s"}, Confidence.MEDIUM),
        ('"s3:GetObject"', '"arn:aws:s3:::s*"', {"reads aws_s3_bucket.s"}, Confidence.LOW),
        (
            '"dynamodb:Scan"',
            '"arn:aws:dynamodb:eu-west-2:1:table/a"',
            {"reads aws_dynamodb_table.a"},
            Confidence.MEDIUM,
        ),
        ('"dynamodb:DescribeTable"', '"*"', set(), None),
        ('"s3:ListBucket"', '"*"', set(), None),
        ('"kms:*"', '"*"', set(), None),
        ("7", "true", set(), None),
        ("[[], {}]", "[[], {}]", set(), None),
    ],
)
def test_written_names_and_wildcards(
    tmp_path: Path, actions: str, resources: str, expected: set[str], sure: Confidence | None
) -> None:
    found, _ = made(tmp_path, ROLE + TABLES + inline(actions, resources))
    assert {f"{kind} {target}" for _, kind, target in found} == expected
    assert {one.confidence for one in found.values()} == ({sure} if sure else set())


def test_what_is_denied_or_of_another_service_is_no_relation(tmp_path: Path) -> None:
    found, loose = made(tmp_path, ROLE + TABLES + inline('"dynamodb:*"', '"*"', "Deny"))
    assert (found, loose) == ({}, ())


def test_a_name_that_nobody_makes_is_a_loose_end(tmp_path: Path) -> None:
    found, loose = made(tmp_path, ROLE + TABLES + inline('"s3:GetObject"', '"arn:aws:s3:::other/*"'))
    assert not found
    assert [(one.source, one.kind, one.wanted) for one in loose] == [
        ("aws_iam_role.r", RelationKind.READS, "arn:aws:s3:::other/*")
    ]


def test_an_unknown_resource_is_a_loose_end_with_the_reason(tmp_path: Path) -> None:
    variable = 'variable "arn" {}\n'
    found, loose = made(tmp_path, variable + ROLE + TABLES + inline('"s3:GetObject"', "var.arn"))
    assert not found
    assert len(loose) == 1
    assert "variable without a value" in loose[0].reason


def test_managed_policies_open_every_store_of_their_service(tmp_path: Path) -> None:
    attach = 'resource "aws_iam_role_policy_attachment" "x" {\n  role = aws_iam_role.r.name\n'
    arn = '  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"\n}\n'
    found, _ = made(tmp_path, ROLE + TABLES + attach + arn)
    assert set(found) == {("aws_iam_role.r", "reads", "aws_s3_bucket.s")}


def test_a_bucket_policy_lets_a_role_and_a_content_network_read(tmp_path: Path) -> None:
    text = """\
resource "aws_cloudfront_distribution" "c" {
}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.s.id
  policy = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.s.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.r.arn]
    }
  }
}
"""
    found, _ = made(tmp_path, ROLE + TABLES + text)
    assert [key for key in found if key[1] == "reads"] == [("aws_iam_role.r", "reads", "aws_s3_bucket.s")]


def test_the_profile_of_a_machine_leads_to_its_role(tmp_path: Path) -> None:
    text = """\
resource "aws_iam_instance_profile" "i" {
  role = aws_iam_role.r.name
}
resource "aws_instance" "m" {
  iam_instance_profile = aws_iam_instance_profile.i.name
}
"""
    found, _ = made(tmp_path, ROLE + text)
    (relation,) = found.values()
    assert (relation.kind, relation.source) == (RelationKind.RUNS_AS, "aws_instance.m")
    assert len(relation.proof) == 1


AZURE = """\
resource "azurerm_user_assigned_identity" "i" {
  name = "i"
}
resource "azurerm_storage_account" "s" {
  name = "s"
}
resource "azurerm_key_vault" "v" {
  name = "v"
}
resource "azurerm_key_vault_secret" "p" {
  name         = "p"
  key_vault_id = azurerm_key_vault.v.id
}
resource "azurerm_linux_web_app" "w" {
  name = "w"
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.i.id]
  }
}
"""


def assignment(role: str, scope: str) -> str:
    return (
        f'resource "azurerm_role_assignment" "a" {{\n  scope = {scope}\n  role_definition_name = {role}\n'
        "  principal_id = azurerm_user_assigned_identity.i.principal_id\n}\n"
    )


@pytest.mark.parametrize(
    ("role", "scope", "expected"),
    [
        ('"Storage Blob Data Reader"', "azurerm_storage_account.s.id", {"reads azurerm_storage_account.s"}),
        ('"Reader"', "azurerm_storage_account.s.id", set()),
        ('"AcrPull"', "azurerm_storage_account.s.id", set()),
        ('"Key Vault Secrets User"', "azurerm_key_vault.v.id",
         {"reads azurerm_key_vault.v", "reads azurerm_key_vault_secret.p"}),
    ],
)  # fmt: skip
def test_azure_roles_read_what_they_are_assigned_on(tmp_path: Path, role: str, scope: str, expected: set[str]) -> None:
    found, _ = made(tmp_path, AZURE + assignment(role, scope))
    identity = "azurerm_user_assigned_identity.i"
    assert {f"{kind} {target}" for source, kind, target in found if source == identity} == expected
    assert ("azurerm_linux_web_app.w", "runs-as", identity) in found


def test_an_unknown_azure_role_is_a_loose_end(tmp_path: Path) -> None:
    text = AZURE + 'variable "role" {}\n' + assignment("var.role", "azurerm_storage_account.s.id")
    found, loose = made(tmp_path, text)
    assert not [key for key in found if key[1] in ("reads", "writes")]
    assert [one.reason for one in loose] == ["which role is assigned is not known"]


def test_a_member_of_a_google_role_reads_the_bucket(tmp_path: Path) -> None:
    found, _ = made(tmp_path, """\
resource "google_service_account" "a" {
  account_id = "a"
}
resource "google_storage_bucket" "b" {
  name = "b"
}
resource "google_storage_bucket_iam_member" "m" {
  bucket = google_storage_bucket.b.name
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:${google_service_account.a.email}"
}
""")  # fmt: skip
    assert set(found) == {("google_service_account.a", "reads", "google_storage_bucket.b")}


def test_trust_leads_to_providers_and_says_what_is_outside(tmp_path: Path) -> None:
    found, loose = made(tmp_path, """\
resource "aws_iam_openid_connect_provider" "g" {
  url = "https://token.actions.githubusercontent.com"
}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Statement = [{
    Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = aws_iam_openid_connect_provider.g.arn, AWS = "arn:aws:iam::123456789012:root" }
    Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = [
      "repo:org/repo:*", "system:serviceaccount:shop:api"] } }
  }] })
}
""")  # fmt: skip
    trusted = ("aws_iam_role.r", "trusts", "aws_iam_openid_connect_provider.g")
    assert trusted in found
    assert {one.wanted for one in loose} == {
        "repo:org/repo:*", "ServiceAccount shop/api", "arn:aws:iam::123456789012:root",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("resource", "expected", "sure"),
    [
        ('"arn:aws:dynamodb:${var.x}:${var.x}:table/*"', {"aws_dynamodb_table.a", "aws_dynamodb_table.b"},
         Confidence.MEDIUM),
        ('"arn:aws:dynamodb:${var.x}:1:table/a"', {"aws_dynamodb_table.a"}, Confidence.MEDIUM),
        ('"arn:aws:dynamodb:eu-west-2:1:table/${var.x}"', set(), None),
    ],
)  # fmt: skip
def test_unknown_regions_leave_the_name_of_an_arn_known(
    tmp_path: Path, resource: str, expected: set[str], sure: Confidence | None
) -> None:
    found, loose = made(tmp_path, 'variable "x" {}\n' + ROLE + TABLES + inline('"dynamodb:GetItem"', resource))
    assert {target for _, _, target in found} == expected
    assert {one.confidence for one in found.values()} == ({sure} if sure else set())
    assert bool(loose) == (not expected)


def test_a_policy_of_which_nothing_is_known_is_a_loose_end(tmp_path: Path) -> None:
    text = 'variable "x" {}\nresource "aws_iam_role_policy" "p" {\n  role = aws_iam_role.r.id\n  policy = var.x\n}\n'
    found, loose = made(tmp_path, ROLE + TABLES + text)
    assert not found
    assert [one.source for one in loose] == ["aws_iam_role.r"]


def test_everything_but_something_is_a_loose_end(tmp_path: Path) -> None:
    text = inline('"iam:*"', '"*"').replace("Action =", "NotAction =")
    found, loose = made(tmp_path, ROLE + TABLES + text)
    assert not found
    assert "everything but" in loose[0].reason


def test_more_than_can_be_told_one_by_one_is_one_loose_end(tmp_path: Path) -> None:
    many = "".join(f'resource "aws_s3_bucket" "b{n}" {{\n}}\n' for n in range(101))
    found, loose = made(tmp_path, ROLE + many + inline('"s3:GetObject"', '"*"'))
    assert not found
    assert len(loose) == 1
    assert "101" in loose[0].reason


def test_a_table_of_another_root_is_found_by_a_name_that_only_it_has(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "main.tf").write_text('resource "aws_dynamodb_table" "far" {\n  name = "far"\n}\n')
    written = '"arn:aws:dynamodb:eu-west-2:1:table/far"'
    found, loose = made(tmp_path, ROLE + inline('"dynamodb:GetItem"', written))
    (relation,) = found.values()
    assert (relation.target, relation.confidence) == ("aws_dynamodb_table.far", Confidence.MEDIUM)
    assert not loose


def test_an_unknown_key_is_no_loose_end_of_a_bucket(tmp_path: Path) -> None:
    both = '[aws_s3_bucket.s.arn, "arn:aws:kms:eu-west-2:${var.x}:key/*"]'
    text = 'variable "x" {}\n' + ROLE + TABLES + inline('"s3:GetObject"', both)
    found, loose = made(tmp_path, text)
    assert set(found) == {("aws_iam_role.r", "reads", "aws_s3_bucket.s")}
    assert not loose


@pytest.mark.parametrize(
    ("arn", "targets"),
    [
        ("arn:aws:secretsmanager:eu-west-2:1:secret:shop/db-??????", {"aws_secretsmanager_secret.s"}),
        ("arn:aws:secretsmanager:eu-west-2:1:secret:shop/db-*", {"aws_secretsmanager_secret.s"}),
        ("arn:aws:secretsmanager:eu-west-2:1:secret:*", {"aws_secretsmanager_secret.s"}),
        ("arn:aws:secretsmanager:eu-west-2:1:secret:other-*", set()),
        ("arn:aws:ssm:eu-west-2:1:parameter/shop/key", {"aws_ssm_parameter.k"}),
        ("arn:aws:ssm:eu-west-2:1:parameter/shop/*", {"aws_ssm_parameter.k"}),
    ],
)
def test_secrets_and_parameters_are_found_by_the_names_in_arns(tmp_path: Path, arn: str, targets: set[str]) -> None:
    kept = (
        'resource "aws_secretsmanager_secret" "s" {\n  name = "shop/db"\n}\n'
        'resource "aws_ssm_parameter" "k" {\n  name = "/shop/key"\n  type = "SecureString"\n}\n'
    )
    actions = '["secretsmanager:GetSecretValue", "ssm:GetParameter"]'
    found, _ = made(tmp_path, ROLE + kept + inline(actions, f'"{arn}"'))
    assert {target for _, _, target in found} == targets


@pytest.mark.parametrize(
    ("principal", "wanted"),
    [
        ("{ AWS = var.who }", "var.who"),
        ("{ AWS = [aws_iam_role.other.arn, var.who] }", "var.who"),
        ("{ AWS = aws_iam_role.other.arn }", ""),
        ("var.who", "var.who"),
        ('{ Service = "lambda.amazonaws.com" }', ""),
    ],
)
def test_whom_a_role_trusts_is_a_loose_end_where_it_is_not_known(tmp_path: Path, principal: str, wanted: str) -> None:
    text = """
resource "aws_iam_role" "r" {
  name = "r"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = PRINCIPAL }]
  })
}
resource "aws_iam_role" "other" {
  name               = "other"
  assume_role_policy = "{}"
}
variable "who" {}
"""
    _, ends = made(tmp_path, text.replace("PRINCIPAL", principal))
    assert [(one.source, one.kind.value, one.wanted) for one in ends] == (
        [("aws_iam_role.r", "trusts", wanted)] if wanted else []
    )
