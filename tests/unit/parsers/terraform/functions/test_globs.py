"""Patterns of ``fileset``; most of them are among the console vectors (tests/terraform/console/paths.yaml)."""

from __future__ import annotations

import pytest

from scanner.parsers.terraform.functions.globs import compiled, fixed_folder
from scanner.parsers.terraform.values.conversions import ConversionError


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("[b-a]*", "a", False),
        ("[^b-a]", "a", True),
        ("x[^a]y", "x/y", False),
        ("x[+-9]y", "x/y", False),
        ("x[+-9]y", "x.y", True),
        ("x[+-9]y", "x0y", True),
        ("x?y", "x/y", False),
        ("**/a", "a", True),
        ("**/a", "b/c/a", True),
        ("**/a", "b/ca", False),
        ("a/**", "a", False),
        ("a.b", "axb", False),
        ("a(b)|c", "a(b)|c", True),
        ("{a,b}{c,}", "b", True),
        ("{a\\,b,c}", "a,b", True),
        ("{a,{b,c}}", "{b}", False),
        ("日?", "日本", True),
    ],
)
def test_patterns_match_within_the_parts_of_a_path(pattern: str, path: str, matches: bool) -> None:
    assert (compiled(pattern).fullmatch(path) is not None) == matches


@pytest.mark.parametrize("pattern", ["[", "[a", "[]", "[a-]", "[-a]", "{a", "{a,b", "a\\", "a/[/b", "{a/b}", "[a\\"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ConversionError):
        compiled(pattern)


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("a/b/*.txt", "a/b"), ("a/b", "a"), ("*", ""), ("a", ""), ("a/{b,c}/d/e", "a"), ("/a/*", "/a"),
     ("/**", "/"), ("../x/?", "../x")],
)  # fmt: skip
def test_the_folder_before_the_first_special_part_is_fixed(pattern: str, folder: str) -> None:
    assert fixed_folder(pattern) == folder
