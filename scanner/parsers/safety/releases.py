"""Which version a safety case speaks of, and which version the product has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from scanner import lazy_re
from scanner.domain.artifact import Artifact
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.blocks import Block, Table, plain_text
from scanner.parsers.positioned import decode

_NUMBER = r"v?(\d{1,4}\.\d{1,4}(?:\.\d{1,6}){0,2})"
_SOURCES = {
    "version": lazy_re.compile(rf"^\s*{_NUMBER}\s*$"),
    "version.txt": lazy_re.compile(rf"^\s*{_NUMBER}\s*$"),
    "changelog.md": lazy_re.compile(rf"(?m)^#{{1,3}}\s*\[?(?:version\s+|release\s+)?{_NUMBER}\b", re.IGNORECASE),
    "package.json": lazy_re.compile(r"^"),
    "pyproject.toml": lazy_re.compile(rf"(?m)^version\s*=\s*\"{_NUMBER}[\w.+-]*\""),
    "directory.build.props": lazy_re.compile(rf"<Version(?:Prefix)?>\s*{_NUMBER}"),
}
_UNTENDED = frozenset({"package.json", "pyproject.toml", "directory.build.props"})
"""Files in which a version is written once, by what made them, and often left."""
_AS_MADE = frozenset({(0, 1), (1, 0)})
_OF_PRODUCT = lazy_re.compile(
    r"\b(?i:product|software|system|application|app|solution|release|build|released|deployed)"
    r"\s*(?i:version|no\.?|number)?(?:\s+(?:is|of|under assessment))?"
    rf"[\s:*_|\u2013\u2014-]{{1,12}}(?:[Vv]ersion\s*)?{_NUMBER}\b"
    rf"|\b(?i:for|of|to|covers|covering)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){{1,4}}(?:version\s+|release\s+)?{_NUMBER}\b"
    rf"|\u00b7\s*version\s+{_NUMBER}\b"
)
_ANY = lazy_re.compile(rf"(?i)\b(?:version|release|rev(?:ision)?)\W{{1,8}}{_NUMBER}\b|(?<![\w.]){_NUMBER}(?!\w|\.\d)")
_COLUMN = lazy_re.compile(r"(?i)^\W*(release|(product|software|system|app(lication)?|release)\s+(version|release))\W*$")
_MOST = 50


class Version(NamedTuple):
    """A version as far as releases are told apart by it: what follows the second number are repairs."""

    text: str
    major: int
    minor: int

    @property
    def pair(self) -> tuple[int, int]:
        """To compare by."""
        return self.major, self.minor


class Release(NamedTuple):
    """The version that the product says it has."""

    version: Version
    path: str


def is_release_note(artifact: Artifact) -> bool:
    """Whether a file of the repository's root tells the product's version."""
    return artifact.path.lower() in _SOURCES


def releases(artifacts: Sequence[Artifact], contents: Contents) -> list[Release]:
    """What the product says of its version; one that nobody tends is left out.

    Args:
        artifacts: Files for which :func:`is_release_note` is true.
        contents: Gives them.
    """
    found: list[Release] = []
    for artifact in artifacts:
        try:
            text = decode(contents.read(artifact))
        except ReadError:  # whoever parses the file tells of it
            continue
        name = artifact.path.lower()
        written = _of_npm(text) if name == "package.json" else _first(_SOURCES[name], text)
        version = _version(written)
        if version and version.pair != (0, 0) and not (name in _UNTENDED and version.pair in _AS_MADE):
            found.append(Release(version, artifact.path))
    return found


def _of_npm(text: str) -> str:
    try:
        held: Any = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    version = held.get("version") if isinstance(held, dict) else None
    return version if isinstance(version, str) else ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def named_versions(blocks: Sequence[Block]) -> list[Version]:
    """Versions of which a safety case says that they are the product's.

    Args:
        blocks: Of the document.
    """
    text = plain_text(list(blocks))
    labelled = (next(filter(None, match.groups())) for match in _OF_PRODUCT.finditer(text))
    return _distinct([*labelled, *_in_columns(blocks)])


def other_versions(blocks: Sequence[Block]) -> list[Version]:
    """All numbers in a document that could be versions; many are those of the document itself."""
    return _distinct(next(filter(None, match.groups())) for match in _ANY.finditer(plain_text(list(blocks))))


def _in_columns(blocks: Iterable[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            columns = [at for at, cell in enumerate(block.rows[0].cells) if _COLUMN.match(cell)] if block.rows else []
            found.extend(row.cells[at] for row in block.rows[1:] for at in columns if at < len(row.cells))
            found.extend(row.cells[1] for row in block.rows if len(row.cells) == 2 and _COLUMN.match(row.cells[0]))
    return found


def _distinct(texts: Iterable[str]) -> list[Version]:
    versions = (_version(text) for text in texts)
    return list({one.text: one for one in versions if one}.values())[:_MOST]


def _version(text: str) -> Version | None:
    found = re.search(_NUMBER, text)
    if not found:
        return None
    major, minor = found[1].split(".")[:2]
    return Version(found[1], int(major), int(minor))
