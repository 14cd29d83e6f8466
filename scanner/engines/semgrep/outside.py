"""Whether a document beside the code does what a matched line leaves out, such as a policy of the mesh it runs in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import re2

from scanner import lazy_re
from scanner.domain.artifact import Artifact
from scanner.domain.rule import SemgrepCheck
from scanner.engines.paths import Paths
from scanner.errors import EngineError, ReadError
from scanner.interfaces import BoundRule, Contents
from scanner.parsers.text import decode
from scanner.rules.patterns import compiled, occurs

_OF_DEPLOYMENT = lazy_re.compile(
    r"(k8s|kubernetes|kube|kustomize|manifests?|deploy(ment|ments)?|helm|charts?|templates|base|overlays?|polic(y|ies)"
    r"|network(-?polic(y|ies))?|mesh|istio|cilium|security|dev|test|staging|live|prod(uction)?)",
    re.IGNORECASE,
)
"""Folders that say how something is deployed: what they speak of lies beside the outermost of them."""


class Outside:
    """The documents that rules name.

    Args:
        artifacts: All files, by path.
        contents: Gives their bytes.
    """

    def __init__(self, artifacts: Mapping[str, Artifact], contents: Contents) -> None:
        self._artifacts = list(artifacts.values())
        self._contents = contents
        self._paths: Paths | None = None
        self._found: dict[str, dict[str, tuple[int, str]]] = {}
        """By rule and by what paths begin with: the first document that speaks of them, with its number."""

    def document(self, bound: BoundRule, path: str) -> str:
        """The document that may do for a file what a rule did not find in it; empty where there is none.

        Args:
            bound: The rule.
            path: Of the file.
        """
        check = bound.rule.check
        if not isinstance(check, SemgrepCheck) or not check.outside:
            return ""
        if bound.rule.name not in self._found:
            self._found[bound.rule.name] = self._search(check)
        found = self._found[bound.rule.name]
        if not found:
            return ""
        beginnings = ("", *(path[: at + 1] for at, letter in enumerate(path) if letter == "/"))
        return min((found[one] for one in beginnings if one in found), default=(0, ""))[1]

    def _search(self, check: SemgrepCheck) -> dict[str, tuple[int, str]]:
        reached: dict[str, tuple[int, str]] = {}
        for number, document in enumerate(self._named(check)):
            reached.setdefault(_reach(document), (number, document))
        return reached

    def _named(self, check: SemgrepCheck) -> list[str]:
        paths = self._paths = self._paths or Paths(one.path for one in self._artifacts)
        found: list[str] = []
        for other in check.outside:
            named = (self._artifacts[number] for number in paths.matching(other.documents))
            judged = (one for one in named if one.role in check.roles)
            found.extend(one.path for one in judged if self._says(one, other.contains))
        return found

    def _says(self, artifact: Artifact, patterns: tuple[str, ...]) -> bool:
        try:
            text = decode(self._contents.read(artifact))
        except ReadError:  # told where it is read for itself
            return False
        return all(occurs(text, pattern) for pattern in patterns)


def refuse_faults(bound: BoundRule) -> None:
    """Look at the patterns before anything is judged.

    Raises:
        EngineError: One is written wrongly.
    """
    check = bound.rule.check
    for other in check.outside if isinstance(check, SemgrepCheck) else ():
        for pattern in other.contains:
            try:
                compiled(pattern)
            except re2.error as error:
                raise EngineError(f"not a regular expression of RE2: {error}") from error


def _reach(document: str) -> str:
    """What the paths begin with of which a document speaks."""
    folders = document.split("/")[:-1]
    while folders and _OF_DEPLOYMENT.fullmatch(folders[-1]):
        folders.pop()
    return "".join(f"{folder}/" for folder in folders)
