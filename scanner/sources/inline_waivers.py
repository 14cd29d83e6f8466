"""Waivers in comments: ``archscan:waive RULE reason="…" expires=YYYY-MM-DD``, on the line or right above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.waiver import Form, InlineWaiver, Written
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.sources.declared import plain

_MARK = b"archscan:waive"
_COMMENT = lazy_re.compile(
    r"(?:\#|//|--|/\*|<!--|;|%|@\*|\{\{!|^\s*\*)[^\n]*?\barchscan:waive\b(?P<rest>[^\n]*?)"
    r"(?:\s*(?:\*/\s*\}?|-->|#\}|(?:--)?%>|(?:--)?\}\}|\*@))?\s*$"
)
_RULE = lazy_re.compile(r"\s+(?P<rule>[\w.-]+)(?P<rest>.*)")
_FIELDS = frozenset({"reason", "owner", "created", "expires", "ticket"})
_OPENING = " \t\ufeff{<%"
"""What can stand before the mark of a comment that has its line to itself."""
_LONGEST = 2_000
"""Characters of a line with a waiver; in a longer one, such as of generated code, nobody reads it."""
_FIELD = lazy_re.compile(r"\s*(?P<name>\w+)\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+))")
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
_OTHERS = (".sql", ".ps1", ".psm1", ".sh", ".config", ".xaml", ".wxs", ".properties", ".ini", ".conf", ".cfg")
"""Ends of the names of files that no parser reads, that findings point at, and that have comments."""
_OUTSIDE = frozenset({Role.TEST, Role.EXAMPLE, Role.VENDORED, Role.GENERATED})
"""What fails there counts for nothing, so nothing of it needs a waiver."""


def inline_waivers(artifacts: Iterable[Artifact], contents: Contents) -> Iterator[Written]:
    """Every waiver that stands in a comment of the product.

    Args:
        artifacts: Everything that was found.
        contents: Gives the files; one that cannot be read is told by its parser, and holds none.
    """
    for artifact in artifacts:
        other = artifact.kind is ArtifactKind.OTHER and artifact.path.lower().endswith(_OTHERS)
        if not (other or artifact.kind in _HELD) or artifact.role in _OUTSIDE:
            continue
        try:
            data = contents.read(artifact)
        except ReadError:
            continue
        if _MARK in data:
            yield from _in_text(artifact.path, data.decode("utf-8", "replace"))


def _in_text(path: str, text: str) -> Iterator[Written]:
    lines = text.split("\n")
    waiting: list[tuple[Location, str]] = []
    for number, line in enumerate(lines, start=1):
        alone, rest = _comment(line)
        where = Location(path=path, start_line=number)
        if rest is not None and alone:
            waiting.append((where, rest))  # of several, one above the other, each speaks of the line below them all
            continue
        for above, said in waiting:
            yield _written(above, said, number, line)
        waiting = []
        if rest is not None:
            yield _written(where, rest, number, line)
    for above, said in waiting:
        yield _written(above, said, len(lines), "")


def _comment(line: str) -> tuple[bool, str | None]:
    """Whether a comment stands alone on its line, and what follows its mark; None where it holds no waiver."""
    if "archscan:waive" not in line:
        return False, None
    if len(line) > _LONGEST:
        return False, "" if _COMMENT.search(line[:_LONGEST]) else None
    found = _COMMENT.search(line)
    return (False, None) if found is None else (not line[: found.start()].strip(_OPENING), found["rest"])


def _written(where: Location, rest: str, until: int, beside: str) -> Written:
    named = _RULE.fullmatch(rest)
    if named is None:
        return Written(Form.INLINE, where, fault='it names no rule: archscan:waive RULE reason="…" expires=YYYY-MM-DD')
    fields: dict[str, str] = {}
    place, text = 0, named["rest"].rstrip()
    while place < len(text):
        field = _FIELD.match(text, place)
        if field is None or field["name"] not in _FIELDS:
            return Written(Form.INLINE, where, fault=f"{text[place:].strip()[:40]!r} is no field", rule=named["rule"])
        if field["name"] in fields:
            return Written(Form.INLINE, where, fault=f"{field['name']} stands twice", rule=named["rule"])
        fields[field["name"]] = next(v for v in (field["quoted"], field["single"], field["bare"]) if v is not None)
        place = field.end()
    said = {"rule": named["rule"], **fields, "until": until, "beside": beside.strip()}
    try:
        return Written(Form.INLINE, where, waiver=InlineWaiver.model_validate(said))
    except ValidationError as error:
        return Written(Form.INLINE, where, fault=plain(error, None), rule=named["rule"])
