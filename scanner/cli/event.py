"""What set off a run on GitHub: with what a change is compared, and whom the caches may serve."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scanner import lazy_re
from scanner.errors import UsageError

_COMMIT = lazy_re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_NOTHING = lazy_re.compile(r"0+")
_MAX_BYTES = 64 * 1024**2
_OF_A_CHANGE = frozenset({"pull_request", "pull_request_target"})
_READS = frozenset({"pull_request", "merge_group", "push", "schedule", "workflow_dispatch"})
"""Events that may use what was kept. Those that run with the rights of the default branch on what a stranger sent, such
as ``pull_request_target``, ``workflow_run`` and ``issue_comment``, and releases are not among them."""
_WRITES = frozenset({"push", "schedule", "workflow_dispatch"})
"""Events that may keep something: what runs is what somebody with the right to write has put on a branch."""


@dataclass(frozen=True)
class Event:
    """An event as the runner tells it."""

    name: str = ""
    base: str = ""
    """Commit with which a change begins; empty where the event is none."""
    head: str = ""
    """Last commit of the change."""
    base_ref: str = ""
    """Branch that the change is to go to; of a stranger's making as little as its name says."""
    is_branch: bool = False
    """Whether what runs is a branch, and neither a tag nor a change."""

    @property
    def is_change(self) -> bool:
        """Whether it is about a change that is not in the branch yet."""
        return self.name in _OF_A_CHANGE or self.name == "merge_group"

    @property
    def may_restore(self) -> bool:
        """Whether what earlier runs kept may be used."""
        return self.name in _READS and (self.is_branch or self.is_change)

    @property
    def may_save(self) -> bool:
        """Whether something may be kept for later runs."""
        return self.name in _WRITES and self.is_branch


def read_event(environment: Mapping[str, str]) -> Event:
    """Read what the runner says of the event.

    Args:
        environment: ``GITHUB_EVENT_NAME``, ``GITHUB_EVENT_PATH``, ``GITHUB_BASE_REF`` and ``GITHUB_REF``.

    Raises:
        UsageError: The event's file is not what GitHub writes.
    """
    name = environment.get("GITHUB_EVENT_NAME", "")
    told = _told(environment.get("GITHUB_EVENT_PATH", ""))
    base, head = _range(name, told)
    return Event(
        name=name,
        base=base,
        head=head,
        base_ref=environment.get("GITHUB_BASE_REF", ""),
        is_branch=environment.get("GITHUB_REF", "").startswith("refs/heads/"),
    )


def _told(file: str) -> Mapping[str, Any]:
    if not file:
        return {}
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise UsageError("the file of the event is larger than any that GitHub writes")
        told = json.loads(data)
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"the file of the event could not be read: {type(error).__name__}") from error
    return told if isinstance(told, dict) else {}


def _range(name: str, told: Mapping[str, Any]) -> tuple[str, str]:
    """Base and head of a change or of a push; empty what is not said or no commit."""
    if name in _OF_A_CHANGE:
        return _at(told, "pull_request", "base", "sha"), _at(told, "pull_request", "head", "sha")
    if name == "merge_group":
        return _at(told, "merge_group", "base_sha"), _at(told, "merge_group", "head_sha")
    return (_at(told, "before"), _at(told, "after")) if name == "push" else ("", "")


def _at(told: object, *keys: str) -> str:
    for key in keys:
        told = told.get(key) if isinstance(told, dict) else None
    commit = told if isinstance(told, str) else ""
    return commit if _COMMIT.fullmatch(commit) and not _NOTHING.fullmatch(commit) else ""
