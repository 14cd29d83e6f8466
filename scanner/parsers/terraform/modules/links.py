"""Links inside the scanned root, which Terraform follows and we only read: shared files and modules stand behind them.

Nothing is opened through a link. Where it leads is worked out from what links say, and counts only if the reader listed
a plain file there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.parsers.terraform.syntax.reading import ReadFile

_ENDINGS = (".tf", ".tofu", ".tf.json", ".tofu.json", ".tfvars", ".tfvars.json")
_MAX_HOPS = 20


class Links:
    """Where links lead.

    Args:
        artifacts: What the reader listed.
    """

    def __init__(self, artifacts: Iterable[Artifact] = ()) -> None:
        self._targets = {one.path: one.target for one in artifacts if one.kind is ArtifactKind.LINK}

    def resolve(self, path: str) -> str:
        """The path without links.

        Args:
            path: From the scanned root, normalised; of a file or a folder.

        Returns:
            The path itself where no link is on the way, or where links go round in a ring.
        """
        found = path
        for _ in range(_MAX_HOPS if self._targets else 0):
            further = self._once(found)
            if further is None:
                return found
            found = further
        return path

    def _once(self, path: str) -> str | None:
        """The path with its first link replaced; None if there is none on it."""
        end = 0
        while end < len(path):
            end = path.find("/", end + 1)
            end = len(path) if end < 0 else end
            target = self._targets.get(path[:end])
            if target is not None:
                found = posixpath.normpath(posixpath.join(target, path[end + 1 :]))
                return "" if found == "." else found
        return None

    def linked(self, files: Iterable[ReadFile]) -> Iterator[ReadFile]:
        """Files a second time for each link to them that has the ending of a Terraform file.

        Args:
            files: As they were read.
        """
        read = {file.path: file for file in files}
        for path in sorted(self._targets):
            target = read.get(self.resolve(path)) if path.endswith(_ENDINGS) else None
            if target is not None and _ending(target.path) == _ending(path):
                yield ReadFile(target.path, target.syntax, link=path)


def _ending(path: str) -> str:
    """What decides how a file is read."""
    return next((ending for ending in reversed(_ENDINGS) if path.endswith(ending)), "")
