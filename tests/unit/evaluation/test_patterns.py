"""Patterns of waivers: what they name, and that none takes for ever."""

from __future__ import annotations

import time

import pytest

from scanner.evaluation.patterns import matches, matches_path


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("main.tf", "main.tf", True),
        ("./main.tf", "main.tf", True),
        ("*.tf", "main.tf", True),
        ("*.tf", "a/main.tf", False),
        ("a/*/main.tf", "a/b/main.tf", True),
        ("a/*/main.tf", "a/b/c/main.tf", False),
        ("a/**/main.tf", "a/main.tf", True),
        ("a/**/main.tf", "a/b/c/main.tf", True),
        ("a/**/main.tf", "a/xmain.tf", False),
        ("**/*.tf", "main.tf", True),
        ("a/", "a/b/c", True),
        ("a/", "ab", False),
        ("a/**", "a/b", True),
        ("src/[id].tsx", "src/[id].tsx", True),
        ("src/[id].tsx", "src/i.tsx", False),
        ("a?.tf", "ab.tf", False),
        ("a*b*c.tf", "aXbXbXc.tf", True),
        ("a*b*c.tf", "aXbX/c.tf", False),
    ],
)
def test_paths(pattern: str, path: str, fits: bool) -> None:
    assert matches_path(pattern, path) is fits


def test_a_star_in_a_subject_is_any_text() -> None:
    assert matches('module.a["*"].aws_s3_bucket.*', 'module.a["x/y"].aws_s3_bucket.logs\nmore')
    assert not matches("aws_s3_bucket.log[s]", "aws_s3_bucket.logs")


def test_no_pattern_takes_for_ever() -> None:
    before = time.process_time()
    assert not matches("*a" * 200 + "*b", "a" * 2_000)
    assert not matches_path("**/" * 200 + "b", "a/" * 500)
    assert not matches_path("*a" * 200 + "*b", "a" * 2_000)
    assert time.process_time() - before < 3
