"""Which files of a work tree are ignored: ``.gitignore`` files, and the index for files tracked all the same.

Git itself is not run: the configuration of a hostile repository can make git execute programs
(``core.fsmonitor``, hooks).
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pathspec

_IGNORE_FILE_LIMIT = 1024 * 1024


class IgnoreRules:
    """The ``.gitignore`` files from the work tree's top down to a folder."""

    def __init__(self, top: Path, tracked: Callable[[], frozenset[str]], *, reads: bool = True) -> None:
        """Start with nothing ignored.

        Args:
            top: Folder that holds ``.git``, or the scanned root when there is none.
            tracked: Gives the paths relative to ``top`` that git tracks, ignored or not; asked when one is ignored.
            reads: Whether ``.gitignore`` files count; not so where all files are tracked.
        """
        self._top = top
        self._ask = tracked
        self._reads = reads
        self._specs: dict[str, tuple[tuple[int, pathspec.GitIgnoreSpec], ...]] = {}

    def ignored(self, path: str, *, folder: bool) -> bool:
        """Whether git would ignore the path.

        Args:
            path: Relative to the work tree's top, with ``/``.
            folder: Whether it is a folder.
        """
        verdict: bool | None = None
        for start, spec in self._above(path.rpartition("/")[0]):
            # A deeper file overrides a shallower one, also with a negation.
            result = spec.check_file(path[start:] + "/" if folder else path[start:]).include
            verdict = result if result is not None else verdict
        return bool(verdict) and path not in (self._tracked_folders if folder else self._tracked)

    @cached_property
    def _tracked(self) -> frozenset[str]:
        return self._ask()

    @cached_property
    def _tracked_folders(self) -> frozenset[str]:
        return _folders(self._tracked)

    def _above(self, folder: str) -> tuple[tuple[int, pathspec.GitIgnoreSpec], ...]:
        """The rules that hold in a folder, outermost first, each with where its paths begin."""
        if folder not in self._specs:
            above = self._above(folder.rpartition("/")[0]) if folder else ()
            own = self._load(self._top / folder / ".gitignore") if self._reads else None
            start = len(folder) + 1 if folder else 0
            self._specs[folder] = above if own is None else (*above, (start, own))
        return self._specs[folder]

    @staticmethod
    def _load(path: Path) -> pathspec.GitIgnoreSpec | None:
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > _IGNORE_FILE_LIMIT:
                return None
            lines = path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            # An ignore file that cannot be read ignores nothing: more is scanned, never less.
            return None
        from pathspec import GitIgnoreSpec  # noqa: PLC0415  # where nothing is ignored, nobody asks

        try:
            return GitIgnoreSpec.from_lines(lines)
        except ValueError:
            return None


def _folders(tracked: frozenset[str]) -> frozenset[str]:
    """All folders in which tracked files lie."""
    found: set[str] = set()
    for path in tracked:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def tracked_files(git_folder: Path) -> frozenset[str]:
    """Paths in git's index, or nothing when it cannot be read.

    Args:
        git_folder: The ``.git`` folder.
    """
    from dulwich.index import Index, UnsupportedIndexFormat  # noqa: PLC0415  # 0.1 s, and only for ignored files

    index = git_folder / "index"
    try:
        if not stat.S_ISREG(index.lstat().st_mode):
            return frozenset()
        return frozenset(path.decode("utf-8", errors="replace") for path in Index(str(index)))
    except (OSError, ValueError, AssertionError, KeyError, struct.error, UnsupportedIndexFormat):
        return frozenset()
