"""Which files of a work tree are ignored: ``.gitignore`` files, and the index for files tracked all the same.

Git itself is not run: the configuration of a hostile repository can make git execute programs
(``core.fsmonitor``, hooks).
"""

from __future__ import annotations

import struct
from pathlib import Path, PurePosixPath

import pathspec

_IGNORE_FILE_LIMIT = 1024 * 1024


class IgnoreRules:
    """The ``.gitignore`` files from the work tree's top down to a folder."""

    def __init__(self, top: Path, tracked: frozenset[str]) -> None:
        """Start with nothing ignored.

        Args:
            top: Folder that holds ``.git``, or the scanned root when there is none.
            tracked: Paths relative to ``top`` that git tracks, ignored or not.
        """
        self._top = top
        self._tracked = tracked
        self._tracked_folders = frozenset(str(parent) for path in tracked for parent in PurePosixPath(path).parents)
        self._specs: dict[str, pathspec.GitIgnoreSpec | None] = {}

    def ignored(self, path: str, *, folder: bool) -> bool:
        """Whether git would ignore the path.

        Args:
            path: Relative to the work tree's top, with ``/``.
            folder: Whether it is a folder.
        """
        if path in (self._tracked_folders if folder else self._tracked):
            return False
        verdict: bool | None = None
        for parent in reversed(PurePosixPath(path).parents):
            spec = self._spec(str(parent))
            if spec is None:
                continue
            inner = path if str(parent) == "." else path[len(str(parent)) + 1 :]
            # A deeper file overrides a shallower one, also with a negation.
            result = spec.check_file(inner + "/" if folder else inner).include
            verdict = result if result is not None else verdict
        return bool(verdict)

    def _spec(self, folder: str) -> pathspec.GitIgnoreSpec | None:
        if folder not in self._specs:
            self._specs[folder] = self._load(self._top / folder / ".gitignore")
        return self._specs[folder]

    @staticmethod
    def _load(path: Path) -> pathspec.GitIgnoreSpec | None:
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > _IGNORE_FILE_LIMIT:
                return None
            lines = path.read_text("utf-8", errors="replace").splitlines()
            return pathspec.GitIgnoreSpec.from_lines(lines)
        except (OSError, ValueError):
            # An ignore file that cannot be read ignores nothing: more is scanned, never less.
            return None


def tracked_files(git_folder: Path) -> frozenset[str]:
    """Paths in git's index, or nothing when it cannot be read.

    Args:
        git_folder: The ``.git`` folder.
    """
    from dulwich.index import Index, UnsupportedIndexFormat  # noqa: PLC0415  # 0.1 s that --help need not pay

    index = git_folder / "index"
    if not index.is_file() or index.is_symlink():
        return frozenset()
    try:
        return frozenset(path.decode("utf-8", errors="replace") for path in Index(str(index)))
    except (OSError, ValueError, AssertionError, KeyError, struct.error, UnsupportedIndexFormat):
        return frozenset()
