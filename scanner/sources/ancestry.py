"""Finds the commit that a change set out from, in what there is of a clone. No program is run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.graph import find_merge_base
from dulwich.objects import Commit, ObjectID
from dulwich.repo import Repo

from scanner.sources.revision import find_git

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def set_out_from(folder: Path, base: str, head: str = "") -> str | None:
    """The commit with which a change is compared, so that only what it did itself is new.

    A merge of the change into its base, which is what GitHub checks out for a pull request, is compared with the base
    that it merges; a commit of the change itself with the last one that it shares with its base.

    Args:
        folder: In a work tree.
        base: Commit that the change is to be merged into.
        head: Last commit of the change, where it is known.

    Returns:
        A commit of this clone; None where the clone does not go back so far, or is none.
    """
    try:
        found = find_git(folder.resolve())
        if found is None:
            return None
        with Repo(str(found[0])) as repository:
            return _set_out_from(repository, base, head)
    except (NotGitRepository, KeyError, OSError, ValueError):  # a clone that lacks what was asked for, or is damaged
        return None


def _set_out_from(repository: Repo, base: str, head: str) -> str | None:
    tip = repository.head()
    parents = _parents(repository, tip)
    if len(parents) == 2 and head and parents[1] == head.encode():
        return parents[0].decode() if parents[0] in repository.object_store else None
    wanted = ObjectID(base.encode())
    if not _COMMIT.fullmatch(base) or wanted not in repository.object_store:
        return None
    shared = find_merge_base(repository, [tip, wanted])
    return shared[0].decode() if shared else base


def _parents(repository: Repo, commit: ObjectID) -> Sequence[ObjectID]:
    found = repository[commit]
    return found.parents if isinstance(found, Commit) else ()
