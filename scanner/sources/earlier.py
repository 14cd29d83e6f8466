"""An earlier commit of a repository, laid out in a folder of its own.

Git itself is not run, and nothing is checked out: a hostile repository's configuration can make git execute programs.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scanner.errors import UsageError

if TYPE_CHECKING:
    from dulwich.objects import Commit, ObjectID
    from dulwich.repo import Repo

_MOST_FILES = 500_000
_LARGEST = 64 * 1024 * 1024
"""Bytes of a file; of a larger one only its name is kept, as nothing reads so large a one."""
_GITLINK = 0o160000
"""Mode of a submodule."""
_MOST_SUBMODULES = 5
"""Submodules within submodules."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES})
_FETCH = "fetch it first: `git fetch origin REVISION`, or `fetch-depth: 0` of actions/checkout"
_NOT_UNDERSTOOD = (KeyError, ValueError, AttributeError, NotImplementedError)
"""What dulwich raises for a name that is none, or of a form that it does not read, such as ``main@{yesterday}``."""


class _Submodule(NamedTuple):
    """A commit of another repository that belongs here."""

    path: str
    commit: ObjectID


class Earlier(NamedTuple):
    """A commit, and where its files lie."""

    commit: str
    folder: Path
    notes: tuple[str, ...] = ()
    """What makes it less than what was there then."""


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
        asked = _commit(repository, revision)
        parted = _common(repository, asked)
        commit = parted or asked
        prefix = root.resolve().relative_to(Path(repository.path).resolve()).as_posix()
        folder = target / (root.resolve().name or "root")
        folder.mkdir(parents=True)
        within = _write(repository, commit, "" if prefix == "." else f"{prefix}/", folder)
        notes = [] if parted else [f"the history is cut off here, so that {revision} itself is compared with"]
        notes += _lay_out_submodules(within, root, folder)
        return Earlier(commit.id.decode("ascii"), folder, tuple(notes))
    except KeyError as error:
        hint = f"a part of the history is missing here; {_FETCH}"
        raise UsageError(f"{revision}: {error} is not in this repository", hint=hint) from error
    finally:
        repository.close()


def _commit(repository: Repo, revision: str) -> Commit:
    from dulwich.objects import Commit, Tag  # noqa: PLC0415
    from dulwich.objectspec import AmbiguousShortId, parse_commit, parse_object  # noqa: PLC0415

    for name in (revision, f"refs/remotes/origin/{revision}"):
        for parse in (parse_object, parse_commit):  # the second knows shortened names of commits
            try:
                found = parse(repository, name)
                while isinstance(found, Tag):
                    found = repository[found.object[1]]
            except AmbiguousShortId:
                raise UsageError(f"{revision} is the beginning of several commits", hint="write more of it") from None
            except _NOT_UNDERSTOOD:
                continue
            if isinstance(found, Commit):
                return found
    raise UsageError(f"there is no commit {revision!r} in this repository", hint=_FETCH)


def _common(repository: Repo, commit: Commit) -> Commit | None:
    """The last commit that the present one and another have in common; none is known where the history is cut off."""
    from dulwich.graph import find_merge_base  # noqa: PLC0415
    from dulwich.objects import Commit  # noqa: PLC0415

    try:
        bases = [repository[name] for name in find_merge_base(repository, [repository.head(), commit.id])]
    except KeyError:  # a shallow clone: what is left is the commit that was asked for
        return None
    # Where two branches were merged into each other there are several, in no order.
    return max(
        (one for one in bases if isinstance(one, Commit)), key=lambda one: (one.commit_time, one.id), default=None
    )


def _lay_out_submodules(within: Sequence[_Submodule], root: Path, folder: Path, depth: int = 0) -> Iterator[str]:
    """Lay out those that are checked out now: else all that fails in them would be told as new.

    Yields:
        What could not be laid out.
    """
    from dulwich.errors import NotGitRepository  # noqa: PLC0415
    from dulwich.objects import Commit  # noqa: PLC0415
    from dulwich.repo import Repo  # noqa: PLC0415

    for path, name in within:
        place = root / path
        if depth > _MOST_SUBMODULES:
            continue
        try:
            if place.is_symlink() or not (place / ".git").exists():
                continue
            repository = Repo(str(place))
        except (NotGitRepository, OSError, ValueError):
            continue
        try:
            if name in repository and isinstance(commit := repository[name], Commit):
                inner = _write(repository, commit, "", folder / path)
                yield from _lay_out_submodules(inner, place, folder / path, depth + 1)
            else:
                yield f"the commit of then of the submodule {path} is not here: what fails in it counts as new"
        finally:
            repository.close()


def _write(repository: Repo, commit: Commit, prefix: str, folder: Path) -> list[_Submodule]:
    """Write files first and links last, so that no file can be written through a link; give back the submodules."""
    links, within = [], []
    for number, (path, mode, name) in enumerate(_entries(repository, commit, prefix)):
        if number >= _MOST_FILES:
            raise UsageError(f"the commit holds more than {_MOST_FILES} files")
        if stat.S_IFMT(mode) == _GITLINK:
            within.append(_Submodule(path, name))
            continue
        blob = repository.object_store[name]
        if stat.S_ISLNK(mode):
            links.append((path, blob.as_raw_string()))
            continue
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as stream:
                stream.write(blob.as_raw_string() if blob.raw_length() <= _LARGEST else b"")
        except OSError as error:
            if error.errno in _FULL:
                raise UsageError(f"the commit could not be laid out: {error.strerror}") from error
            continue  # no work tree of this system can hold it: two of its names are one, or one is too long
    for path, target in links:
        with suppress(OSError, ValueError):  # as above
            _link(folder, path, os.fsdecode(target))
    return within


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
        if stat.S_ISREG(entry.mode) or stat.S_ISLNK(entry.mode) or stat.S_IFMT(entry.mode) == _GITLINK:
            yield path[len(prefix) :], entry.mode, entry.sha


def _is_plain(path: str) -> bool:
    """Whether a path stays below the folder: a tree of git can hold any name."""
    parts = path.split("/")
    return (
        "\0" not in path
        and "\\" not in path
        and not any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts)
    )
