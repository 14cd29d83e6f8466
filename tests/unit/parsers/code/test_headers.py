"""Protective response headers that a file names."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.parsers.code.headers import protective_headers


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('res.setHeader("X-Frame-Options", "DENY");\n', [{"name": "x-frame-options", "line": 1}]),
        ('\nheaders["content-security-policy"] = value\n', [{"name": "content-security-policy", "line": 2}]),
        ("HttpHeaders.STRICT_TRANSPORT_SECURITY\n", [{"name": "strict-transport-security", "line": 1}]),
        (
            'h["Content-Security-Policy-Report-Only"] = v\n',
            [{"name": "content-security-policy-report-only", "line": 1}],
        ),
        (
            '"X-Content-Type-Options"\n"x-content-type-options"',
            [{"name": "x-content-type-options", "line": 1}],
        ),
        ('context.Response.Headers.XFrameOptions = "DENY";\n', [{"name": "x-frame-options", "line": 1}]),
        (
            "\nheaders[HeaderNames.ContentSecurityPolicyReportOnly] = policy;\n",
            [{"name": "content-security-policy-report-only", "line": 2}],
        ),
        ("options.XFrameOptions = false;\n", []),
        ("// X-Frame-Options\n# Referrer-Policy\n * Permissions-Policy\n", []),
        ('"My-X-Frame-Options" "X-Frame-Options-Other" "Retention-Policy"\n', []),
        ("x = 1\n", []),
    ],
)
def test_names_are_read_once_and_comments_are_not(source: str, expected: list[dict[str, Any]]) -> None:
    assert protective_headers(source.encode()) == expected


def test_what_is_too_large_is_left() -> None:
    assert protective_headers(b'"X-Frame-Options"' + b" " * 2_000_000) == []
