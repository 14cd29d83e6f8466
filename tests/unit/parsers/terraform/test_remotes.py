"""Addresses of one repository are one, however they are written; what is no address is none."""

from __future__ import annotations

import pytest

from scanner.parsers.terraform.modules.remotes import Remote, read_remote


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/trust/modules",
        "https://example.org/trust/modules.git",
        "https://token:x@EXAMPLE.org:443/trust/modules.git/",
        "git::https://example.org/trust/modules.git",
        "git::ssh://git@example.org/trust/modules.git",
        "git@example.org:trust/modules.git",
        "git::git@example.org:/trust/modules",
        " git::https://example.org/trust/modules.git ",
    ],
)
def test_ways_to_write_one_address(written: str) -> None:
    assert read_remote(written) == Remote("example.org/trust/modules")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("github.com/trust/modules//a/b?ref=v1", Remote("github.com/trust/modules", "a/b", "v1")),
        ("git::https://h.example/m.git//a?depth=1&ref=0a1b", Remote("h.example/m", "a", "0a1b")),
        ("git@h.example:m.git//a/?ref=v%2F1", Remote("h.example/m", "a", "v/1")),
        ("git::https://h.example/m.git//a?ref=v1&ref=v2", Remote("h.example/m", "a", "v1")),
        ("git::https://h.example/m.git//../x", Remote("h.example/m", "../x")),
    ],
)
def test_folder_and_version(written: str, meant: Remote) -> None:
    assert read_remote(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "", "./modules/a", "../a", "/srv/a", "terraform-aws-modules/vpc/aws", "app.terraform.io/trust/vpc/aws",
        "s3::https://s3-eu-west-2.amazonaws.com/b/m.zip", "https://", "https:///a", "https://h.example",
        "git::https://[h.example/a", "file:///srv/a.git", "git::https://h.example/a?" + "x=1&" * 100, "C:/modules/a",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_repository(written: str) -> None:
    assert read_remote(written) is None


def test_a_very_long_source_is_read_at_once() -> None:
    assert read_remote("a." * 200_000) is None
    assert read_remote("git@" + "a" * 200_000 + ":x") is None
