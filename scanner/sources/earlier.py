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
from scanner.sources.repository import Limits

if TYPE_CHECKING:
    from dulwich.objects import Commit, ObjectID
    from dulwich.repo import Repo

_MOST_FILES = 500_000
"""As many folders at most, too."""
_MOST_NAMED = 3
_LONGEST_NAME = 100
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


class _Laid(NamedTuple):
    """What became of a commit."""

    within: list[_Submodule]
    missed: list[str]
    """Paths of what could not be laid out."""


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
    from dulwich.errors import NotGitRepository, ObjectFormatException  # noqa: PLC0415  # 0.1 s, only who compares pays
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
        laid = _write(repository, commit, "" if prefix == "." else f"{prefix}/", folder)
        notes = [] if parted else [f"the history is cut off here, so that {revision} itself is compared with"]
        notes += [*_told(laid.missed), *_lay_out_submodules(laid.within, root, folder)]
        return Earlier(commit.id.decode("ascii"), folder, tuple(notes))
    except KeyError as error:
        hint = f"a part of the history is missing here; {_FETCH}"
        raise UsageError(f"{revision}: {error} is not in this repository", hint=hint) from error
    except ObjectFormatException as error:
        raise UsageError(f"{revision}: a part of this repository is damaged", hint="`git fsck` names it") from error
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
            if place.is_symlink() or not (place / ".git").exists() or _is_taken(folder, f"{path}/."):
                continue
            repository = Repo(str(place))
        except (NotGitRepository, OSError, ValueError):
            continue
        try:
            if name in repository and isinstance(commit := repository[name], Commit):
                inner = _write(repository, commit, "", folder / path)
                yield from _told([f"{path}/{one}" for one in inner.missed])
                yield from _lay_out_submodules(inner.within, place, folder / path, depth + 1)
            else:
                yield f"the commit of then of the submodule {path} is not here: what fails in it counts as new"
        finally:
            repository.close()


def _write(repository: Repo, commit: Commit, prefix: str, folder: Path) -> _Laid:
    """Write files first and links last, so that no file can be written through a link."""
    links, within, missed = [], [], list[str]()
    for number, (path, mode, name) in enumerate(_entries(repository, commit, prefix)):
        if number >= _MOST_FILES:
            raise UsageError(f"the commit holds more than {_MOST_FILES} files")
        if stat.S_IFMT(mode) == _GITLINK:
            within.append(_Submodule(path, name))
            continue
        if stat.S_ISDIR(mode):
            missed.append(path)
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
            missed.append(path)  # no work tree of this system can hold it: two of its names are one, or one is too long
    for path, target in links:
        with suppress(OSError, ValueError):  # as above
            _link(folder, path, os.fsdecode(target))
    return _Laid(within, missed)


def _told(missed: Sequence[str]) -> list[str]:
    """What to say of that which could not be laid out; nothing where all was."""
    if not missed:
        return []
    named = ", ".join(_printable(path) for path in missed[:_MOST_NAMED])
    more = f" and {len(missed) - _MOST_NAMED} more" if len(missed) > _MOST_NAMED else ""
    return [f"{named}{more} of then could not be laid out: what fails there counts as new"]


def _printable(path: str) -> str:
    """A path as it can be told: its begin, where it is very long."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in path[:_LONGEST_NAME])
    return shown if len(path) <= _LONGEST_NAME else f"{shown}…"


def _link(folder: Path, path: str, target: str) -> None:
    """Make a link, which nobody will follow; not below another one, where it would lie outside the folder."""
    link = folder / path
    if _is_taken(folder, path):
        return
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.is_symlink() and not link.exists():
        link.symlink_to(target)


def _is_taken(folder: Path, path: str) -> bool:
    """Whether a link or a file lies where a path has a folder."""
    above = folder
    for part in path.split("/")[:-1]:
        above /= part
        if above.is_symlink() or above.is_file():
            return True
    return False


def _entries(repository: Repo, commit: Commit, prefix: str) -> Iterator[tuple[str, int, ObjectID]]:
    """Files, links and submodules in their order; of folders those that lie too deep for what they hold to be read."""
    waiting, folders = [("", stat.S_IFDIR, commit.tree)], 0
    while waiting:
        path, mode, name = waiting.pop()
        if stat.S_ISDIR(mode) and (not path or path.startswith(prefix) or prefix.startswith(f"{path}/")):
            if path[len(prefix) :].count("/") >= Limits.depth:
                yield path[len(prefix) :], mode, name
                continue
            folders += 1
            if folders > _MOST_FILES:
                raise UsageError(f"the commit holds more than {_MOST_FILES} folders")
            waiting.extend(reversed(list(_children(repository, path, name))))
        elif path.startswith(prefix) and (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_IFMT(mode) == _GITLINK):
            yield path[len(prefix) :], mode, name


def _children(repository: Repo, folder: str, name: ObjectID) -> Iterator[tuple[str, int, ObjectID]]:
    from dulwich.objects import Tree  # noqa: PLC0415

    tree = repository.object_store[name]
    for entry in tree.iteritems(name_order=True) if isinstance(tree, Tree) else ():
        path = f"{folder}/{os.fsdecode(entry.path)}" if folder else os.fsdecode(entry.path)
        if _is_plain(os.fsdecode(entry.path)):
            yield path, entry.mode, entry.sha


def _is_plain(name: str) -> bool:
    """Whether a name stays in its folder: a tree of git can hold any."""
    return not any(sign in name for sign in "\0\\/") and name not in {"", ".", ".."} and name.lower() != ".git"
