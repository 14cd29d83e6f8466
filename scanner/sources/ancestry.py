"""Finds the commit that a change is to be merged into, in what there is of a clone. No program is run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.objects import Commit, ObjectID
from dulwich.repo import Repo

from scanner import lazy_re

_COMMIT = lazy_re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def merged_into(folder: Path, base: str, head: str = "") -> str | None:
    """The commit with which a change is compared, so that only what it did itself is new.

    What GitHub checks out for a pull request is its merge into the base as that is now, which may be later than the
    base that the event names: the first parent of such a merge is what counts.

    Args:
        folder: In a work tree.
        base: Commit that the event names as the base.
        head: Last commit of the change, where it is known.

    Returns:
        A commit of this clone; None where the clone does not go back so far, or is none.
    """
    try:
        with Repo.discover(str(folder)) as repository:
            return _merged_into(repository, base, head)
    except (NotGitRepository, KeyError, OSError, ValueError):  # no clone, a damaged one, or one without what was asked
        return None


def _merged_into(repository: Repo, base: str, head: str) -> str | None:
    parents = _parents(repository, repository.head())
    if len(parents) == 2 and head and parents[1] == head.encode():
        return parents[0].decode() if parents[0] in repository.object_store else None
    known = _COMMIT.fullmatch(base) and ObjectID(base.encode()) in repository.object_store
    return base if known else None


def _parents(repository: Repo, commit: ObjectID) -> Sequence[ObjectID]:
    found = repository[commit]
    return found.parents if isinstance(found, Commit) else ()
