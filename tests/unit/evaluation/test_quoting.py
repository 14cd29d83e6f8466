"""Lines of source in a report: never a secret."""

from __future__ import annotations

import pytest

from scanner.evaluation.quoting import LONGEST, Quotable

KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nabcd\n-----END RSA PRIVATE KEY-----"
MANIFEST = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  dsn: aHVudGVyMg==\n  more: |\n    hunter2\n"
INLINE = "kind: Secret\nstringData: {dsn: hunter2}\n"
JSON = '{"apiVersion": "v1",\n "kind": "Secret", "data": {"dsn": "hunter2"}}\n'
HCL = 'resource "kubernetes_secret" "db" {\n  data = {\n    dsn = "hunter2"\n  }\n}\n'


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("a = 1\nb = 2", 2, "b = 2"),
        ("a", 0, ""),
        ("a", 2, ""),
        ("", 1, ""),
        ('  password = "hunter2"', 1, 'password = "***"'),
        ("password:\n  hunter2", 2, "***"),
        ("connectionStrings:\n  main: Server=x", 2, "main: ***"),
        ("db_secret: |\n  hunter2", 2, "***"),
        (f"x = <<EOF\n{KEY}\nEOF", 3, "***"),
        (f"x = <<EOF\n{KEY}\nEOF", 6, "EOF"),
        ("id: q8Zt71LmQ0vNcR5sXw2P", 1, "id: ***"),
        ("source: ./modules/database-of-patients-v2", 1, "source: ./modules/database-of-patients-v2"),
        (MANIFEST, 4, "name: db"),
        (MANIFEST, 5, "data:"),
        (MANIFEST, 6, "dsn: ***"),
        (MANIFEST, 8, "***"),
        (INLINE, 2, "stringData: ***"),
        (JSON, 2, '"kind": ***'),
        (HCL, 1, 'resource "kubernetes_secret" "db" {'),
        (HCL, 3, "dsn = ***"),
        ("\x1b[31mred\u202e", 1, "red"),
    ],
)
def test_a_line_is_shown_without_what_could_be_secret(text: str, number: int, shown: str) -> None:
    assert Quotable(text).line(number) == shown


def test_a_long_line_is_cut() -> None:
    assert len(Quotable("word " * 1000).line(1)) <= LONGEST


def test_no_secret_of_any_of_these_is_shown() -> None:
    for text in (MANIFEST, INLINE, JSON, HCL):
        shown = " ".join(Quotable(text).line(number) for number in range(1, 12))
        assert "hunter2" not in shown
        assert "aHVudGVyMg" not in shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("    uses: actions/checkout@v4", "uses: actions/checkout@v4"),
        ("  persist-credentials: false", "persist-credentials: false"),
        ("  - name: DB_PASSWORD", "- name: DB_PASSWORD"),
        (
            "  valueFrom: {secretKeyRef: {name: db, key: password}}",
            "valueFrom: {secretKeyRef: {name: db, key: password}}",
        ),
        ("  host: db.internal.example", "host: ***"),
        ("  value: hunter2", "value: ***"),
        ("  other: hunter2", "other: ***"),
    ],
)
def test_near_a_secret_only_what_names_a_thing_is_shown(line: str, shown: str) -> None:
    assert Quotable(f"{line}\n# the password\n").beside(1) == shown
    assert Quotable("  colour: blue\n").beside(1) == "colour: blue"
