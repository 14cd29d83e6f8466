"""Copies of just the files that a foreign engine may read, in a folder of ours.

An engine that ran inside the scanned folder would obey the settings that it finds there, and some of those
execute code (``external-checks-dir`` of checkov), hide files (``.semgrepignore``) or follow links.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Problem
from scanner.engines.scratch import make_scratch
from scanner.errors import ReadError
from scanner.interfaces import Contents

SETTINGS = frozenset(
    {
        ".checkov.yaml",
        ".checkov.yml",
        ".checkov.baseline",
        ".semgrepignore",
        ".semgrep.yml",
        ".semgrep.yaml",
        ".gitignore",
        ".gitmodules",
        ".gitattributes",
    }
)
"""Names by which an engine finds settings of its own; never staged."""
_SETTINGS_FOLDERS = frozenset({".git", ".semgrep"})
MAX_TOTAL = 1024**3
"""Bytes of all copies together."""


def staged_path(path: str) -> str:
    """Where a file's copy lies: OpenTofu's files get the ending by which engines know Terraform."""
    return f"{path}.tf" if path.endswith(".tofu") else path


def original_path(path: str) -> str:
    """The scanned file whose copy this is; undoes :func:`staged_path`."""
    return path.removesuffix(".tf") if path.endswith(".tofu.tf") else path


class Staging:
    """A temporary folder: ``tree`` holds the copies, ``scratch`` is for the engine's own files.

    ``tree`` lies one level below ``root``, so that an engine which looks for settings in the folder it is given
    can be given one in which no scanned file lies.
    """

    def __init__(self, contents: Contents, engine: str, place: Callable[[str], str] = staged_path) -> None:
        """Prepare to copy.

        Args:
            contents: Gives the bytes of files.
            engine: Name of the engine, for problems.
            place: Where the copy of a file lies, below ``tree``.
        """
        self._contents = contents
        self._engine = engine
        self._place = place
        self._total = 0
        self._problems: list[Problem] = []
        self._folder = Path()
        self.paths: set[str] = set()
        """Paths of the copies, relative to ``tree`` as to the scanned root."""

    def __enter__(self) -> Self:
        self._folder = make_scratch()
        for folder in (self.tree, self.scratch):
            folder.mkdir(parents=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def root(self) -> Path:
        """Holds nothing but ``tree``."""
        return self._folder / "staged"

    @property
    def tree(self) -> Path:
        """Stands for the scanned root."""
        return self.root / "tree"

    @property
    def scratch(self) -> Path:
        """Home, settings, logs and output of the engine."""
        return self._folder / "scratch"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Files that the engine will not see though it should."""
        return tuple(self._problems)

    def add(self, artifact: Artifact, data: bytes | None = None) -> bool:
        """Copy a file.

        Args:
            artifact: One that the reader listed.
            data: Its content, where that has been read already.

        Returns:
            Whether the engine will see it; if not, there is a problem that says why.
        """
        if artifact.path in self.paths:
            return True
        refusal = _refusal(artifact.path)
        if refusal is None:
            try:
                content = self._contents.read(artifact) if data is None else data
                refusal = self._copy(self._place(artifact.path), content)
            except ReadError as error:
                refusal = error.message
        if refusal is None:
            self.paths.add(artifact.path)
            return True
        self._problems.append(unseen(self._engine, artifact, refusal))
        return False

    def _copy(self, path: str, data: bytes) -> str | None:
        """Write one copy; the reason why not, if so."""
        if self._total + len(data) > MAX_TOTAL:
            return f"all files together are larger than {MAX_TOTAL // 1024**2} MB"
        target = self.tree.joinpath(*PurePosixPath(path).parts)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(target, flags, 0o600), "wb") as stream:
                stream.write(data)
        except (OSError, ValueError) as error:
            return f"it could not be copied ({getattr(error, 'strerror', None) or 'its name is not usable'})"
        self._total += len(data)
        return None


def unseen(engine: str, artifact: Artifact, reason: str, *, whole: bool = True) -> Problem:
    """That an engine is not given a file though it should be, or not the whole of it."""
    message = f"{engine} does not see {'this file' if whole else 'all of this file'}: {reason}"
    return Problem(stage="engines", engine=engine, message=message, location=Location(path=artifact.path))


def _refusal(path: str) -> str | None:
    """Why a path is not staged, if so."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\\" in path:
        return "its path may lead out of the folder"
    if pure.name.lower() in SETTINGS or _SETTINGS_FOLDERS & {part.lower() for part in pure.parts}:
        return "its name is one that the engine takes for its own settings"
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return "its name is not UTF-8"
    return None
