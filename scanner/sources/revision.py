"""Name, commit and branch of a work tree, read from git's own files without running git."""

from __future__ import annotations

import configparser
import re
import stat
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from scanner import lazy_re
from scanner.domain.artifact import Source

_COMMIT = lazy_re.compile(r"^[0-9a-f]{40}([0-9a-f]{24})?$")
_SMALL = 1024 * 1024


def find_git(root: Path) -> tuple[Path, Path] | None:
    """The work tree's top and its ``.git`` folder, looking upwards from the scanned root.

    Args:
        root: Absolute path of the scanned folder.
    """
    for top in (root, *root.parents):
        git = top / ".git"
        try:
            found = stat.S_ISDIR(git.lstat().st_mode)
        except OSError:  # nobody can look into the folder, which is told when it is read
            continue
        if found:
            return top, git
    return None


def describe(root: Path, git: Path | None) -> Source:
    """Where the files come from.

    Args:
        root: The scanned folder.
        git: Its ``.git`` folder, if it has one.
    """
    name = root.name or "root"
    if git is None:
        return Source(uri=name)
    head = _text(git / "HEAD")
    branch = head.removeprefix("ref: refs/heads/") if head.startswith("ref: refs/heads/") else None
    revision = head if _COMMIT.match(head) else _resolve(git, head.removeprefix("ref: "))
    return Source(uri=_remote(git) or name, revision=revision, branch=branch)


def _resolve(git: Path, reference: str) -> str | None:
    if not re.fullmatch(r"refs/[\w./+@-]+", reference) or ".." in reference:
        return None
    direct = _text(git / reference)
    if _COMMIT.match(direct):
        return direct
    for line in _text(git / "packed-refs").splitlines():
        commit, _, name = line.partition(" ")
        if name.strip() == reference and _COMMIT.match(commit):
            return commit
    return None


def _remote(git: Path) -> str | None:
    config = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        config.read_string("\n".join(line.strip() for line in _text(git / "config").splitlines()))
        url = config.get('remote "origin"', "url", fallback=None)
    except configparser.Error:
        return None
    if not url or "://" not in url:
        # ``git@host:path`` keeps no secret; a path of this machine says nothing to anybody else.
        return url if url and re.match(r"^[\w.-]+@[\w.-]+:", url) else None
    parts = urlsplit(url)
    if parts.scheme == "file":
        return None
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _text(path: Path) -> str:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _SMALL:
            return ""
        return path.read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
