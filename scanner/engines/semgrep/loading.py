"""Whether what a matched line loads is there: pages that nobody opens any more load what was taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from scanner.domain.rule import SemgrepCheck
from scanner.interfaces import BoundRule
from scanner.modelling.projects import MANIFEST
from scanner.rules.patterns import captured

_RESTORERS = frozenset({"libman.json", "bower.json"})
"""Say which copies are fetched when the program is built: none of them need be in the repository."""


class Folders:
    """Which files there are, project by project.

    Args:
        paths: Of all files that were listed.
        exists: Whether there is a file of some path. Copies of other people's libraries, which are what is loaded,
            are not listed, nor is a folder that holds nothing else.
    """

    def __init__(self, paths: Iterable[str], exists: Callable[[str], bool]) -> None:
        self._paths = paths
        self._exists = exists
        self._listed: dict[str, frozenset[str]] = {}
        self._lacked: dict[tuple[str, str], bool] = {}

    def lack(self, page: str, end: str) -> bool:
        """Whether the project of a page has files of such a folder, and not this one.

        Args:
            page: Path of the page.
            end: Folder and name.
        """
        if "/" not in end or self._restored:
            return False
        key = self._project(page), end
        if key not in self._lacked:
            folders, last = self._folders_in(key[0]), end.partition("/")[0].lower()
            alike = any(folder.lower().rpartition("/")[2] == last for folder in folders)
            self._lacked[key] = alike and not any(self._exists(f"{folder}/{end}".lstrip("/")) for folder in folders)
        return self._lacked[key]

    @cached_property
    def _restored(self) -> bool:
        return any(path.lower().rpartition("/")[2] in _RESTORERS for path in self._paths)

    @cached_property
    def _projects(self) -> frozenset[str]:
        """Folders that hold a manifest."""
        split = (path.rpartition("/") for path in self._paths)
        return frozenset(folder for folder, _, name in split if MANIFEST.fullmatch(name))

    def _project(self, page: str) -> str:
        """The nearest folder above a page that holds a manifest, or the top."""
        folder = page.rpartition("/")[0]
        while folder and folder not in self._projects:
            folder = folder.rpartition("/")[0]
        return folder

    def _folders_in(self, project: str) -> frozenset[str]:
        """A project's folder, and all below it in which files lie at any depth."""
        if project not in self._listed:
            below = (path for path in self._paths if not project or path.startswith(f"{project}/"))
            folders = {project}
            for folder in {path.rpartition("/")[0] for path in below}:
                above = folder
                while above not in folders:
                    folders.add(above)
                    above = above.rpartition("/")[0]
            self._listed[project] = frozenset(folders)
        return self._listed[project]


def loads_nothing(bound: BoundRule, page: str, text: str, folders: Folders) -> bool:
    """Whether a match loads a file that is not where its neighbours are.

    Args:
        bound: The rule.
        page: Path of the file in which it matched.
        text: The line, from the match on.
        folders: What there is.
    """
    check = bound.rule.check
    if not isinstance(check, SemgrepCheck) or not check.loads:
        return False
    return folders.lack(page, captured(text, check.loads))
