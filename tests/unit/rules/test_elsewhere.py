"""What is not known, and is yet known well enough: where it cannot be written, and what it cannot be."""

from __future__ import annotations

import pytest

from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason, UnknownText, Value
from scanner.rules.elsewhere import comes_from_outside
from scanner.rules.expression import Environment, Undecided, ValueType

VARIABLE, AFTER, DATA = (
    UnknownReason.VARIABLE_WITHOUT_VALUE,
    UnknownReason.KNOWN_AFTER_APPLY,
    UnknownReason.DATA_SOURCE,
)
ARN = UnknownText(reason=AFTER, text="aws_s3_bucket.b.arn", prefix="arn:")
SUBNET = UnknownText(reason=AFTER, text='"10.${var.x}"', prefix="10.")
EMPTY = UnknownText(reason=AFTER, text='"${var.x}-x"', prefix="")


@pytest.mark.parametrize(
    ("reason", "text", "outside"),
    [
        (AFTER, "random_password.db.result", True),
        (AFTER, 'random_password.db["gp"].result', True),
        (DATA, "jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)", True),
        (VARIABLE, "var.db_password", True),
        (VARIABLE, "var.create", None),
        (VARIABLE, 'var.db_password != ""', None),
        (AFTER, 'coalesce(random_password.db.result, "changeme")', None),
        (UnknownReason.SENSITIVE, "var.db_password", None),
        (UnknownReason.WORKSPACE, "terraform.workspace", None),
    ],
)
def test_a_credential_comes_from_outside_only_where_nothing_could_be_written(
    reason: UnknownReason, text: str, outside: bool | None
) -> None:
    assert comes_from_outside(Unknown(reason=reason, text=text)) is outside


GENERATED = Unknown(reason=AFTER, text="random_password.db.result")


@pytest.mark.parametrize(
    ("content", "outside"),
    [
        ({"username": "app", "password": GENERATED}, True),
        ({"username": GENERATED, "password": "written"}, None),
        ({"password": GENERATED, "api_key": "written"}, None),
        ({"username": GENERATED}, None),
        ([GENERATED], None),
    ],
)
def test_an_encoded_map_comes_from_outside_where_all_of_its_credentials_do(
    content: Value, outside: bool | None
) -> None:
    assert comes_from_outside(EncodedUnknown(reason=AFTER, text="jsonencode(…)", content=content)) is outside


@pytest.mark.parametrize(
    ("prefix", "outside"),
    [
        ("@Microsoft.KeyVault(SecretUri=", True),
        ("arn:aws:secretsmanager:eu-west-2:", True),
        ("projects/", True),
        ("Server=tcp:db;Password=", None),
        ("", None),
    ],
)
def test_a_reference_to_an_entry_of_a_secret_store_writes_its_name_only(prefix: str, outside: bool | None) -> None:
    value = UnknownText(reason=AFTER, text=f'"{prefix}${{azurerm_key_vault.kv.vault_uri}}"', prefix=prefix)
    assert comes_from_outside(value) is outside


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("x.arn == '*'", False),
        ("x.arn != '*'", True),
        ("x.arn == 'arn:aws:s3:::b'", None),
        ("'*' in [x.arn, x.subnet]", False),
        ("x.subnet in ['0.0.0.0/0', '::/0']", False),
        ("x.subnet in ['0.0.0.0/0', '10.0.0.0/8']", None),
        ("x.arn == x.subnet", None),
        ("[x.arn] == ['*']", False),
        ("{'a': x.arn} == {'a': 'arn:1'}", None),
        ("x.arn == 5", None),
        ("x.empty == ''", None),
        ("x.arn + x.subnet == '10.'", False),
        ("x.arn + x.subnet == 'arn:10.'", None),
        ("x.list.exists(one, one == '*')", False),
    ],
)
def test_the_beginning_of_a_text_says_what_it_is_not(text: str, verdict: bool | None) -> None:
    environment = Environment({"x": ValueType.MAP})
    values = {"arn": ARN, "subnet": SUBNET, "empty": EMPTY, "list": [ARN, SUBNET]}
    found = environment.compile(text, boolean=True).decide(environment.bind({"x": values}))
    assert found is verdict if verdict is not None else isinstance(found, Undecided)
