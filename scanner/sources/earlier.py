"""An earlier commit of a repository, laid out in a folder of its own.

Git itself is not run, and nothing is checked out: a hostile repository's configuration can make git execute programs.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scanner.errors import UsageError

if TYPE_CHECKING:
    from dulwich.objects import Commit, ObjectID
    from dulwich.repo import Repo

_MOST_FILES = 500_000
_LARGEST = 64 * 1024 * 1024
"""Bytes of a file; of a larger one only its name is kept, as nothing reads so large a one."""
_FETCH = "fetch it first: `git fetch origin REVISION`, or `fetch-depth: 0` of actions/checkout"


class Earlier(NamedTuple):
    """A commit, and where its files lie."""

    commit: str
    folder: Path


def lay_out(root: Path, revision: str, target: Path) -> Earlier:
    """Lay out what a folder held where the present commit and a revision parted.

    Args:
        root: Folder of a work tree, or one below it.
        revision: Branch, tag or commit, as git understands it; also ``HEAD~2``.
        target: Empty folder; the files come into one below it that is called like ``root``.

    Returns:
        The commit: the last one that both have in common, so that what others did meanwhile counts for nothing.

    Raises:
        UsageError: It is no work tree of git, or there is no such commit in it.
    """
    from dulwich.errors import NotGitRepository  # noqa: PLC0415  # 0.1 s, and only who compares pays
    from dulwich.repo import Repo  # noqa: PLC0415

    try:
        repository = Repo.discover(str(root))
    except NotGitRepository:
        raise UsageError(f"{root} is not in a work tree of git", hint="compare with a --baseline file") from None
    try:
        commit = _common(repository, _commit(repository, revision))
        prefix = root.resolve().relative_to(Path(repository.path).resolve()).as_posix()
        folder = target / (root.resolve().name or "root")
        folder.mkdir(parents=True)
        _write(repository, commit, "" if prefix == "." else f"{prefix}/", folder)
        return Earlier(commit.id.decode("ascii"), folder)
    except KeyError as error:
        hint = f"a part of the history is missing here; {_FETCH}"
        raise UsageError(f"{revision}: {error} is not in this repository", hint=hint) from error
    finally:
        repository.close()


def _commit(repository: Repo, revision: str) -> Commit:
    from dulwich.objects import Commit, Tag  # noqa: PLC0415
    from dulwich.objectspec import parse_object  # noqa: PLC0415

    for name in (revision, f"refs/remotes/origin/{revision}"):
        try:
            found = parse_object(repository, name)
            while isinstance(found, Tag):
                found = repository[found.object[1]]
        except (KeyError, ValueError, AttributeError, NotImplementedError):
            continue
        if isinstance(found, Commit):
            return found
    raise UsageError(f"there is no commit {revision!r} in this repository", hint=_FETCH)


def _common(repository: Repo, commit: Commit) -> Commit:
    """The last commit that the present one and another have in common; that other where the history is cut off."""
    from dulwich.graph import find_merge_base  # noqa: PLC0415
    from dulwich.objects import Commit  # noqa: PLC0415

    try:
        bases = find_merge_base(repository, [repository.head(), commit.id])
    except KeyError:  # a shallow clone: what is left is the commit that was asked for
        return commit
    found = repository[bases[0]] if bases else commit
    return found if isinstance(found, Commit) else commit


def _write(repository: Repo, commit: Commit, prefix: str, folder: Path) -> None:
    """Write files first and links last, so that no file can be written through a link."""
    links = []
    for number, (path, mode, name) in enumerate(_entries(repository, commit, prefix)):
        if number >= _MOST_FILES:
            raise UsageError(f"the commit holds more than {_MOST_FILES} files")
        blob = repository.object_store[name]
        if stat.S_ISLNK(mode):
            links.append((path, blob.as_raw_string()))
            continue
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as stream:
                stream.write(blob.as_raw_string() if blob.raw_length() <= _LARGEST else b"")
        except (FileExistsError, NotADirectoryError):
            continue  # on a system where two of its names are one, the first stands, as in a work tree
    for path, target in links:
        _link(folder, path, os.fsdecode(target))


def _link(folder: Path, path: str, target: str) -> None:
    """Make a link, which nobody will follow; not below another one, where it would lie outside the folder."""
    link = folder / path
    above = folder
    for part in path.split("/")[:-1]:
        above /= part
        if above.is_symlink() or above.is_file():
            return
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.is_symlink() and not link.exists():
        link.symlink_to(target)


def _entries(repository: Repo, commit: Commit, prefix: str) -> Iterator[tuple[str, int, ObjectID]]:
    for entry in repository.object_store.iter_tree_contents(commit.tree):
        path = os.fsdecode(entry.path)
        if not path.startswith(prefix) or not _is_plain(path):
            continue
        if stat.S_ISREG(entry.mode) or stat.S_ISLNK(entry.mode):
            yield path[len(prefix) :], entry.mode, entry.sha


def _is_plain(path: str) -> bool:
    """Whether a path stays below the folder: a tree of git can hold any name."""
    parts = path.split("/")
    return (
        "\0" not in path
        and "\\" not in path
        and not any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts)
    )
