"""Reads the semgrep rule files of bound rules, and tells which files such a rule can match."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

import yaml

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.rule import SemgrepCheck
from scanner.engines.semgrep.conditions import Condition
from scanner.engines.semgrep.needs import needs_of_entry
from scanner.engines.semgrep.rule_files import RuleFiles
from scanner.errors import EngineError
from scanner.interfaces import BoundRule

_KEYS = {
    "id", "languages", "severity", "message", "metadata", "options", "paths", "min-version", "max-version", "mode",
    "match", "taint", "pattern", "patterns", "pattern-either", "pattern-regex", "pattern-sources", "pattern-sinks",
    "pattern-sanitizers", "pattern-propagators",
}  # fmt: skip
"""Keys that only describe a match. Others (``validators``, ``fix``, ``join`` …) can reach a network or a host."""

_ALIASES = {
    "py": "python", "python2": "python", "python3": "python", "js": "javascript", "ts": "typescript",
    "c#": "csharp", "golang": "go", "kt": "kotlin", "tf": "terraform", "hcl": "terraform", "docker": "dockerfile",
    "none": "regex", "sh": "bash", "c++": "cpp",
}  # fmt: skip
_SOURCE = frozenset(
    {"python", "javascript", "typescript", "java", "kotlin", "csharp", "go", "ruby", "php", "html", "vue"}
)
_KINDS = {
    "terraform": {ArtifactKind.TERRAFORM, ArtifactKind.TERRAFORM_VARIABLES},
    "yaml": {ArtifactKind.YAML},
    "json": {ArtifactKind.JSON},
    "dockerfile": {ArtifactKind.CONTAINER},
}
_PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".ico", ".webp", ".bmp", ".tif", ".tiff", ".psd", ".woff", ".woff2", ".ttf"}
)
"""A glob of names, such as ``*clinical*``, means none of these."""
_SUFFIXES = {
    "json": {".json"},
    "yaml": {".yaml", ".yml"},
    "xml": {".xml", ".plist"},
    "bash": {".sh", ".bash"},
    "c": {".c", ".h"},
    "cpp": {".cc", ".cpp", ".cxx", ".h", ".hpp", ".hh"},
    "rust": {".rs"},
    "scala": {".scala", ".sc"},
    "swift": {".swift"},
    "dart": {".dart"},
}
_TEXTUAL = frozenset({"generic", "regex"})


@dataclass(frozen=True)
class Pattern:
    """One entry of a rule file."""

    id: str
    languages: frozenset[str]
    include: tuple[str, ...]
    """Globs of ``paths.include``."""
    body: Mapping[str, Any]

    def reach(self, artifact: Artifact) -> Reach:
        """Whether semgrep could look at a file for this pattern; yes rather than no where that is not sure.

        Depends on the file's language, kind and suffix alone.
        """
        suffix = _suffix(artifact.path)
        for language in self.languages - _TEXTUAL:
            if artifact.language == language or artifact.kind in _KINDS.get(language, ()):
                return Reach.YES
            if suffix in _SUFFIXES.get(language, ()):
                return Reach.YES
        if not self.languages & _TEXTUAL or suffix in _PICTURES:
            return Reach.NO
        if self.include:
            return Reach.BY_PATH
        return Reach.NO if artifact.kind is ArtifactKind.OTHER else Reach.YES

    @cached_property
    def needs(self) -> Condition:
        """What a file must hold for the pattern to match."""
        return needs_of_entry(self.body, self.languages)

    @property
    def textual(self) -> bool:
        """Whether it is an expression over text, and knows nothing of a language."""
        return self.languages <= _TEXTUAL

    def must_see(self, artifact: Artifact) -> bool:
        """Whether semgrep has no reason to leave a file out for this pattern."""
        return artifact.language in self.languages and "paths" not in self.body


class Reach(Enum):
    """Whether semgrep could look at a file for a pattern."""

    NO = "no"
    YES = "yes"
    BY_PATH = "by path"
    """If one of the globs of :attr:`Pattern.include` matches."""


@lru_cache(maxsize=16)  # asked for each pattern in turn
def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def file_of(bound: BoundRule) -> Path | None:
    """The file with a rule's patterns, if its name is one that may be used."""
    check = bound.rule.check
    if not isinstance(check, SemgrepCheck) or PurePath(check.config).name != check.config:
        return None
    return bound.folder / check.config


def read_patterns(bound: BoundRule, files: RuleFiles) -> tuple[Pattern, ...]:
    """The entries of a rule's file.

    Args:
        bound: The rule.
        files: Gives its content.

    Raises:
        EngineError: The file is missing or not a rule file that may be used.
    """
    check = bound.rule.check
    if not isinstance(check, SemgrepCheck):
        raise EngineError(f"{bound.rule.name} is not a rule of semgrep")
    if PurePath(check.config).name != check.config:
        raise EngineError(f"{check.config} does not lie beside rule.yaml")
    try:
        content = files.content(bound.folder / check.config)
    except OSError as error:
        raise EngineError(f"{check.config} could not be read: {error.strerror}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise EngineError(f"{check.config} is not YAML: {' '.join(str(error).split())}") from error
    entries = content.get("rules") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not entries:
        raise EngineError(f"{check.config} has no list of rules")
    return tuple(_pattern(entry, bound) for entry in entries)


def _pattern(entry: object, bound: BoundRule) -> Pattern:
    name = bound.rule.name
    if not isinstance(entry, dict):
        raise EngineError("an entry of the rule file is not a mapping")
    identifier = entry.get("id")
    if identifier not in (name, f"{name}.accepted"):
        raise EngineError(f"the id {identifier!r} is neither {name} nor {name}.accepted")
    foreign = sorted(str(key) for key in entry if key not in _KEYS)
    if foreign:
        raise EngineError(f"{identifier} uses {', '.join(foreign)}, which a rule may not")
    paths = entry.get("paths")
    include = paths.get("include", ()) if isinstance(paths, dict) else ()
    return Pattern(
        id=str(identifier),
        languages=_languages(str(identifier), entry.get("languages")),
        include=tuple(str(glob) for glob in include) if isinstance(include, list) else (),
        body={"severity": "WARNING", "message": bound.rule.title, **entry},
    )


def _languages(identifier: str, written: object) -> frozenset[str]:
    if not isinstance(written, list) or not written:
        raise EngineError(f"{identifier} names no languages")
    languages = frozenset(_ALIASES.get(str(one).lower(), str(one).lower()) for one in written)
    known = _SOURCE | _TEXTUAL | _KINDS.keys() | _SUFFIXES.keys()
    if unknown := sorted(languages - known):
        raise EngineError(f"{identifier} is for {', '.join(unknown)}, of which archscan lists no files")
    return languages
