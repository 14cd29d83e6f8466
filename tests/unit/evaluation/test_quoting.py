"""Lines of source in a report: never a secret."""

from __future__ import annotations

import time

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
    "text",
    [
        'password = "' + "\\" * 2_000,
        "\n" * 60_000 + "kind",
        "a\n" + " " * 60_000 + "kind",
        "password: '" + "\\'" * 3_000,
    ],
    ids=["backslashes", "empty lines", "blanks", "escapes"],
)
def test_no_line_takes_for_ever(text: str) -> None:
    before = time.process_time()
    shown = Quotable(text).line(1)
    assert time.process_time() - before < 1
    assert "\\\\" not in shown
