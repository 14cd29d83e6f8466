"""What repositories say of themselves: that they are no longer in use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.domain.frozen import Frozen


class Retirement(Frozen):
    """A repository says of itself that it is no longer in use."""

    folder: str = ""
    """Folder below which its files are found in the result; empty for the first repository."""
    location: Location
    """Where it says so."""
    says: str
    """What it says that it is, such as ``no longer in use`` or ``archived``."""

    def __str__(self) -> str:
        """``README.md:3 says that the repository is no longer in use``."""
        return f"{self.location.path}:{self.location.start_line} says that the repository is {self.says}"


class Retired(NamedTuple):
    """Which of the repositories of a product are no longer in use."""

    statements: tuple[Retirement, ...] = ()
    """At most one of each repository."""
    others: frozenset[str] = frozenset()
    """Names of all repositories besides the first: folders below which their files are found."""

    def statement_on(self, paths: Iterable[str]) -> Retirement | None:
        """The statement that concerns all of these places; none where one of them lies in what is in use.

        Args:
            paths: Relative paths with ``/``; ``.`` means all repositories.
        """
        if not self.statements:
            return None
        said = {one.folder: one for one in self.statements}
        folders = [folder for path in paths for folder in self._folders(path)]
        return said[folders[0]] if folders and all(folder in said for folder in folders) else None

    def _folders(self, path: str) -> Iterable[str]:
        """Folders of the repositories in which something lies."""
        if path == ".":
            return ("", *sorted(self.others))
        first = path.partition("/")[0]
        return (first if first in self.others else "",)
