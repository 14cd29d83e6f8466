"""Looks through folders of other people's work: its files are counted, and its Terraform is listed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Problem
from scanner.sources.classification import kind_of

_MODULES = "modules.json"
"""The list that ``terraform init`` makes of the modules that it fetches."""


class _Unreadable(NamedTuple):
    what: str
    path: str
    error: OSError


def count_files(folder: Path, most: int) -> int:
    """How many files lie in a folder and below it.

    Args:
        folder: Not a link.
        most: More are not counted.
    """
    count = 0
    for found in _files_below(folder):
        count += not isinstance(found, _Unreadable)
        if count >= most:
            break
    return count


def terraform_of_others(root: Path, folder: str, most: int, largest: int) -> Iterator[Artifact | Problem]:
    """The Terraform files of others in a folder, which the supplier's code calls with its own values.

    Args:
        root: The scanned folder.
        folder: From there; it need not exist.
        most: Files that are looked at.
        largest: Bytes; larger files are left out.
    """
    if os.path.islink(root / folder):  # noqa: PTH114  # Path's raises where it cannot look; that is told below
        return
    for number, found in enumerate(_files_below(root / folder, without=".git")):
        if number >= most:
            message = f"more than {most} files of others; the rest is not read"
            yield Problem(stage="reading", message=message, location=Location(path=folder))
            return
        if isinstance(found, _Unreadable):
            if not isinstance(found.error, FileNotFoundError):
                yield _problem(found, root)
            continue
        path = _within(found.path, root)
        kind = kind_of(path)[0]
        if (kind is not ArtifactKind.TERRAFORM and found.name != _MODULES) or found.is_symlink():
            continue
        try:
            size = found.stat(follow_symlinks=False).st_size
        except OSError as error:
            yield _problem(_Unreadable("file", found.path, error), root)
            continue
        if size <= largest:
            yield Artifact(path=path, kind=kind, role=Role.VENDORED, size=size)


def _problem(found: _Unreadable, root: Path) -> Problem:
    message = f"{found.what} could not be read: {found.error.strerror}"
    return Problem(stage="reading", message=message, location=Location(path=_within(found.path, root)))


def _within(path: str, root: Path) -> str:
    return Path(path).relative_to(root).as_posix().encode("utf-8", "replace").decode()


def _files_below(folder: Path, without: str = "") -> Iterator[os.DirEntry[str] | _Unreadable]:
    """Files and links, a folder's own before those below it, and what could not be read.

    ``os.walk`` calls itself for each folder within a folder: there may be more of them than calls are allowed.
    """
    waiting = [os.fspath(folder)]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield _Unreadable("folder", place, error)
            continue
        folders: list[str] = []
        for entry in entries:
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
            except OSError as error:
                yield _Unreadable("file", entry.path, error)
                continue
            if not is_folder:
                yield entry
            elif entry.name != without:
                folders.append(entry.path)
        waiting.extend(reversed(folders))
