"""The parser of source files: one file at a time; a copy of it works in any process."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from scanner.cache import Cache, NoCache, cache_key
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.packaging import build_id
from scanner.parsers.code.browsers import browsers_built_for
from scanner.parsers.code.dialects import LANGUAGES, dialect_of
from scanner.parsers.code.headers import protective_headers
from scanner.parsers.code.isolation import IsolatedReader
from scanner.parsers.code.recorded import recorded_models
from scanner.parsers.code.routes import routes_and_requests
from scanner.parsers.code.settings import computed_names, settings_read
from scanner.parsers.code.triggers import function_facts, is_function_file, triggers_in
from scanner.parsers.faults import problem
from scanner.parsers.text import as_utf8

_ROLES = frozenset({Role.PRODUCT, Role.TEST, Role.EXAMPLE, Role.DEVELOPMENT, Role.GENERATED})
_MINIFIABLE = frozenset({"javascript", "typescript"})
_LONG_LINE = 1000
_LISTS = (
    "imports", "calls", "decorators", "classes", "endpoints", "settings", "computed_settings", "headers", "browsers",
    "routes", "guards", "computed", "requests", "triggers", "recorded",
)  # fmt: skip
"""Lists of the view ``source``."""


class CodeParser:
    """Reads source files with tree-sitter grammars: what they import, call, declare and reach out to."""

    name = "code"
    beside = True

    def __init__(self, cache: Cache | None = None, reader: IsolatedReader | None = None) -> None:
        """A parser of source files.

        Args:
            cache: Results of earlier scans.
            reader: Reads the files, and is not ended with this parser; one of its own without it.
        """
        self._reader = reader or IsolatedReader()
        self._cache = cache or NoCache()

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Source files of a known language and ``function.json``, each for itself; vendored ones are left out."""
        for artifact in artifacts:
            known = artifact.kind is ArtifactKind.SOURCE and artifact.language in LANGUAGES
            declares = artifact.kind is ArtifactKind.JSON and is_function_file(artifact.path)
            if (known or declares) and artifact.role in _ROLES:
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """The facts of one file. Never raises for what the file holds."""
        (artifact,) = unit
        language = artifact.language or ""
        try:
            source = as_utf8(contents.read(artifact))
        except ReadError as error:
            return Parsed(problems=(problem(self.name, artifact, error.message),))
        if artifact.kind is ArtifactKind.JSON:
            return _declared(source, artifact)
        if language in _MINIFIABLE and _is_minified(source):
            return Parsed(counts={"minified_files": 1})
        lines = source.count(b"\n") + (0 if source.endswith(b"\n") or not source else 1)
        counts = {"source_files": 1, "source_lines": lines}
        try:
            answer = self._answer(source, dialect_of(language, artifact.path), artifact)
        except ReadError as error:  # of time or memory, which may be there another day
            return Parsed(problems=(problem(self.name, artifact, error.message),), counts=counts, lasting=False)
        resource = Resource(
            address=artifact.path,
            kind=ResourceKind.CODE,
            type=language,
            name=artifact.path.rpartition("/")[2],
            attributes=_attributes(answer["facts"], source, artifact) | {"lines": lines},
            location=Location(path=artifact.path),
            role=artifact.role,
        )
        faults = tuple(problem(self.name, artifact, fault) for fault in answer["faults"])
        return Parsed(resources=(resource,), problems=faults, counts=counts)

    def _answer(self, source: bytes, dialect: str, artifact: Artifact) -> dict[str, Any]:
        """Facts and faults of a file: those of an earlier scan, if it was the same."""
        language, declarations = artifact.language or "", artifact.role is Role.GENERATED
        key = cache_key("code", (build_id(), dialect, language, str(declarations), source))
        kept = _checked(self._cache.get(key))
        if kept is not None:
            return kept
        answer = self._reader.read(source, dialect=dialect, language=language, declarations=declarations)
        self._cache.put(key, json.dumps(answer).encode())
        return answer


def _attributes(facts: dict[str, Any], source: bytes, artifact: Artifact) -> dict[str, Any]:
    """What rules see of a file: the reader's facts, and what a search in its text finds."""
    language = artifact.language or ""
    return {
        "language": language,
        **_interned(facts),
        **routes_and_requests(source, language, artifact.path),
        "settings": settings_read(source, language),
        "computed_settings": _computed(source, language, artifact.path),
        "headers": protective_headers(source),
        "browsers": browsers_built_for(source, artifact.path),
        "recorded": recorded_models(source, language),
        "triggers": triggers_in(source, language),
    }


def _declared(source: bytes, artifact: Artifact) -> Parsed:
    """The function that a file of settings declares, as what its program offers."""
    found = function_facts(source, artifact.path)
    if found is None:
        return Parsed()
    language, facts = found
    resource = Resource(
        address=artifact.path,
        kind=ResourceKind.CODE,
        type=language,
        name=artifact.path.rpartition("/")[2],
        attributes={"language": language, **{name: [] for name in _LISTS}, **facts, "lines": 0},
        location=Location(path=artifact.path),
        role=artifact.role,
    )
    return Parsed(resources=(resource,))


def _computed(source: bytes, language: str, path: str) -> list[Value]:
    return [
        Unknown(reason=UnknownReason.COMPUTED_NAME, text=f"{written} ({path}:{line})")
        for written, line in computed_names(source, language)
    ]


def _checked(kept: bytes | None) -> dict[str, Any] | None:
    """What was kept, if it has the shape of an answer."""
    answer = json.loads(kept) if kept else None
    whole = isinstance(answer, dict) and isinstance(answer.get("facts"), dict) and "faults" in answer
    return answer if whole else None


def _interned(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts, each name held in memory once however many files hold it."""
    for entries in facts.values():
        for entry in entries:
            for key, value in entry.items():
                if isinstance(value, str):
                    entry[key] = sys.intern(value)
                elif isinstance(value, list):
                    entry[key] = [sys.intern(name) for name in value]
    return facts


def _is_minified(source: bytes) -> bool:
    """Whether most of a script stands in lines that nobody wrote by hand."""
    if len(source) < 2 * _LONG_LINE:
        return False
    long = sum(len(line) for line in source.split(b"\n") if len(line) > _LONG_LINE)
    return 2 * long > len(source)
