"""Waivers in comments: ``archscan:waive RULE reason="…" expires=YYYY-MM-DD``, on the line or right above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.waiver import Form, InlineWaiver, Written
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.sources.declared import plain

_MARK = b"archscan:waive"
_COMMENT = re.compile(
    r"(?:\#|//|--|/\*|<!--|;|%|^\s*\*)[^\n]*?\barchscan:waive\b(?P<rest>[^\n]*?)(?:\s*(?:\*/|-->|#\}|%>|\*@))?\s*$"
)
_RULE = re.compile(r"\s+(?P<rule>[\w.-]+)(?P<rest>.*)")
_FIELD = re.compile(r"\s*(?P<name>\w+)\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+))")
_HELD = frozenset(
    {
        ArtifactKind.TERRAFORM,
        ArtifactKind.TERRAFORM_VARIABLES,
        ArtifactKind.YAML,
        ArtifactKind.SOURCE,
        ArtifactKind.MARKUP,
        ArtifactKind.CONTAINER,
        ArtifactKind.MANIFEST,
    }
)
"""Files that have comments."""
_OUTSIDE = frozenset({Role.TEST, Role.EXAMPLE, Role.VENDORED, Role.GENERATED})
"""What fails there counts for nothing, so nothing of it needs a waiver."""


def inline_waivers(artifacts: Iterable[Artifact], contents: Contents) -> Iterator[Written]:
    """Every waiver that stands in a comment of the product.

    Args:
        artifacts: Everything that was found.
        contents: Gives the files; one that cannot be read is told by its parser, and holds none.
    """
    for artifact in artifacts:
        if artifact.kind not in _HELD or artifact.role in _OUTSIDE:
            continue
        try:
            data = contents.read(artifact)
        except ReadError:
            continue
        if _MARK in data:
            yield from _in_text(artifact.path, data.decode("utf-8", "replace"))


def _in_text(path: str, text: str) -> Iterator[Written]:
    for number, line in enumerate(text.split("\n"), start=1):
        found = _COMMENT.search(line) if "archscan:waive" in line else None
        if found:
            yield _written(Location(path=path, start_line=number), found["rest"])


def _written(where: Location, rest: str) -> Written:
    named = _RULE.fullmatch(rest)
    if named is None:
        return Written(Form.INLINE, where, fault='it names no rule: archscan:waive RULE reason="…" expires=YYYY-MM-DD')
    fields: dict[str, str] = {}
    place, text = 0, named["rest"].rstrip()
    while place < len(text):
        field = _FIELD.match(text, place)
        if field is None:
            return Written(Form.INLINE, where, fault=f"{text[place:].strip()[:40]!r} is no field", rule=named["rule"])
        if field["name"] in fields:
            return Written(Form.INLINE, where, fault=f"{field['name']} stands twice", rule=named["rule"])
        fields[field["name"]] = next(v for v in (field["quoted"], field["single"], field["bare"]) if v is not None)
        place = field.end()
    try:
        return Written(Form.INLINE, where, waiver=InlineWaiver.model_validate({"rule": named["rule"], **fields}))
    except ValidationError as error:
        return Written(Form.INLINE, where, fault=plain(error, None), rule=named["rule"])
