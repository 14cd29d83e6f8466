"""The files that Terraform's functions may read: those of the repository, seen from a folder, and no others."""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.errors import ReadError
from scanner.parsers.terraform.functions.registry import FileNotHereError
from scanner.parsers.terraform.modules.links import Links

if TYPE_CHECKING:
    from scanner.interfaces import Contents

MAX_BYTES = 1024 * 1024
"""Of a file that a function reads; templates and policies are far below."""
_MAX_KEPT = 32 * MAX_BYTES
"""All content that is kept for the next call."""
_MAX_PATH = 4096
_ELSEWHERE = lazy_re.compile(r"[/~\\]|[A-Za-z]:")
"""How a path begins that does not start from the working directory on every machine."""


class RepositoryFiles:
    """The files below the scanned root, by their paths.

    What lies outside never gets in: the reader lists plain files only, and a link means one of these or nothing.

    Args:
        artifacts: What the reader listed.
        contents: Gives their bytes.
        links: Links among them.
    """

    def __init__(self, artifacts: Sequence[Artifact], contents: Contents, links: Links | None = None) -> None:
        self._links = links or Links()
        self._artifacts: Mapping[str, Artifact] = {artifact.path: artifact for artifact in artifacts}
        self._sorted = sorted(self._artifacts)
        self._contents = contents
        self._kept: dict[str, bytes] = {}
        self._room = _MAX_KEPT

    def read(self, path: str) -> bytes:
        """The content of a file.

        Args:
            path: From the scanned root, normalised.

        Raises:
            FileNotHereError: It was not listed, is too large or cannot be read.
        """
        path = self._links.resolve(path)
        if path in self._kept:
            return self._kept[path]
        artifact = self._artifacts.get(path)
        if artifact is None or artifact.kind is ArtifactKind.LINK or artifact.size > MAX_BYTES:
            raise FileNotHereError(path)
        try:
            content = self._contents.read(artifact)
        except ReadError as error:
            raise FileNotHereError(path) from error
        if len(content) > MAX_BYTES:
            raise FileNotHereError(path)
        if len(content) <= self._room:
            self._room -= len(content)
            self._kept[path] = content
        return content

    def below(self, folder: str) -> Iterator[str]:
        """The files below a folder, at any depth and in order, as paths from it.

        Args:
            folder: From the scanned root, normalised; empty for the root itself.
        """
        start = f"{folder}/" if folder else ""
        index = bisect_left(self._sorted, start)
        while index < len(self._sorted) and self._sorted[index].startswith(start):
            yield self._sorted[index][len(start) :]
            index += 1


class WorkingFolder:
    """The files as a Terraform that runs in one folder sees them; what functions are given.

    Args:
        repository_files: All files.
        folder: Folder of the root module, from the scanned root; empty or ``.`` for the root itself.
    """

    def __init__(self, repository_files: RepositoryFiles, folder: str) -> None:
        self._files = repository_files
        self._folder = "" if folder == "." else folder

    def read(self, path: str) -> bytes:
        """The content of a file.

        Args:
            path: From the folder.

        Raises:
            FileNotHereError: It lies elsewhere, was not listed, is too large or cannot be read.
        """
        return self._files.read(self._place(path))

    def paths(self, folder: str) -> Iterator[str]:
        """The files below a folder, at any depth and in order, as paths from it; none where it lies elsewhere."""
        try:
            place = self._place(folder)
        except FileNotHereError:
            return
        yield from self._files.below(place)

    def _place(self, path: str) -> str:
        """The path from the scanned root."""
        if "\0" in path or len(path) > _MAX_PATH or _ELSEWHERE.match(path):
            raise FileNotHereError(path)
        place = posixpath.normpath(posixpath.join(self._folder, path))
        if place == ".." or place.startswith(("../", "/")):
            raise FileNotHereError(path)
        return "" if place == "." else place
