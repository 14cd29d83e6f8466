from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scanner.cli.event import Event, read_event
from scanner.errors import UsageError

A, B = "a" * 40, "b" * 64


def event(folder: Path, name: str, told: Any, ref: str = "refs/heads/main") -> Event:
    file = folder / "event.json"
    file.write_text(json.dumps(told))
    return read_event({"GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": str(file), "GITHUB_REF": ref})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pull_request", {"pull_request": {"base": {"sha": A}, "head": {"sha": B}}}),
        ("pull_request_target", {"pull_request": {"base": {"sha": A}, "head": {"sha": B}}}),
        ("merge_group", {"merge_group": {"base_sha": A, "head_sha": B}}),
        ("push", {"before": A, "after": B}),
    ],
)
def test_base_and_head(tmp_path: Path, name: str, told: Any) -> None:
    found = event(tmp_path, name, told)
    assert (found.base, found.head) == (A, B)
    assert found.is_change == (name != "push")


@pytest.mark.parametrize(
    "told",
    [
        None, [], "x", 1, {}, {"before": None}, {"before": 1}, {"before": {"sha": A}}, {"before": "main"},
        {"before": A + "\n::error::x"}, {"before": "0" * 40}, {"before": "--upload-pack=x"}, {"before": A.upper()},
    ],
)  # fmt: skip
def test_what_is_no_commit_is_none(tmp_path: Path, told: Any) -> None:
    assert event(tmp_path, "push", told).base == ""
    assert event(tmp_path, "pull_request", {"pull_request": told}).base == ""


def test_a_damaged_event_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="event"):
        read_event({"GITHUB_EVENT_PATH": str(tmp_path / "missing")})


@pytest.mark.parametrize(
    ("name", "ref", "restores", "saves"),
    [
        ("push", "refs/heads/main", True, True),
        ("schedule", "refs/heads/main", True, True),
        ("workflow_dispatch", "refs/heads/x", True, True),
        ("pull_request", "refs/pull/1/merge", True, False),
        ("merge_group", "refs/heads/gh-readonly-queue/main/pr-1", True, False),
        ("push", "refs/tags/v1", False, False),
        ("workflow_dispatch", "refs/tags/v1", False, False),
        ("release", "refs/tags/v1", False, False),
        ("pull_request_target", "refs/heads/main", False, False),
        ("workflow_run", "refs/heads/main", False, False),
        ("issue_comment", "refs/heads/main", False, False),
        ("something_new", "refs/heads/main", False, False),
        ("", "", False, False),
    ],
)
def test_whom_the_caches_serve(tmp_path: Path, name: str, ref: str, restores: bool, saves: bool) -> None:
    found = event(tmp_path, name, {}, ref)
    assert (found.may_restore, found.may_save) == (restores, saves)
