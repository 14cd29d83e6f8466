"""Changes one file of a copy of a repository, as a developer does between two scans, and puts it back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.sources.repository import RepositoryReader

_SLASHES = frozenset({"csharp", "java", "javascript", "typescript", "kotlin", "go", "php"})
_HASHES = frozenset({"python", "ruby"})
_MAX = 1_000_000
"""Bytes; semgrep leaves larger files out unless it is told otherwise."""


def copied(repository: Path, scratch: Path) -> Path:
    """A copy of a repository under the same name; links stay links.

    Args:
        repository: Its folder.
        scratch: Where the copy goes.
    """
    copy = scratch / repository.name
    shutil.copytree(repository, copy, symlinks=True)
    return copy


def file_to_change(repository: Path) -> Artifact:
    """The largest file of the product that holds Terraform; where there is none, source code.

    Args:
        repository: Its folder.

    Raises:
        LookupError: There is neither.
    """
    files = [one for one in RepositoryReader(repository).walk().artifacts if one.size <= _MAX]
    product = [one for one in files if one.role is Role.PRODUCT and not one.path.endswith(".json")]
    for kind in (ArtifactKind.TERRAFORM, ArtifactKind.SOURCE):
        found = [one for one in product if one.kind is kind and _mark(one)]
        if found:
            return max(found, key=lambda one: (one.size, one.path))
    raise LookupError(f"{repository} holds neither Terraform nor source code to change")


def _mark(artifact: Artifact) -> str:
    """What begins a comment in a file; nothing where that is not known."""
    if artifact.kind is ArtifactKind.TERRAFORM or artifact.language in _HASHES:
        return "#"
    return "//" if artifact.language in _SLASHES else ""


@contextmanager
def changed(repository: Path, artifact: Artifact, text: str) -> Iterator[None]:
    """Append a comment while the block lasts.

    Args:
        repository: Folder of a copy.
        artifact: The file, from :func:`file_to_change`.
        text: Another one for each change, so that no change was ever seen before.
    """
    path = repository / artifact.path
    before = path.read_bytes()
    end = b"" if before.endswith(b"\n") else b"\n"
    path.write_bytes(before + end + f"{_mark(artifact)} {text}\n".encode())
    try:
        yield
    finally:
        path.write_bytes(before)
