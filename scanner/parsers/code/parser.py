"""The parser of source files: one file at a time, without state, so that any process can run it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tree_sitter import Node, Query, QueryCursor, Tree

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Problem, Resource, ResourceKind
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.code.extraction import MOST, Facts
from scanner.parsers.code.grammar import LANGUAGES, Grammar, dialect_of, grammar_of
from scanner.parsers.faults import problem
from scanner.parsers.text import as_utf8

_ROLES = frozenset({Role.PRODUCT, Role.TEST, Role.EXAMPLE, Role.DEVELOPMENT, Role.GENERATED})
_MINIFIABLE = frozenset({"javascript", "typescript"})
_LONG_LINE = 1000
_CHUNK = 1 << 16
_STEPS = 20_000
_MATCHES_IN_PROGRESS = 4096


class _StepsExceeded(Exception):
    """The file took more steps than any honest file of its size."""


class CodeParser:
    """Reads source files with tree-sitter grammars: what they import, call, declare and reach out to."""

    name = "code"

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Source files of a known language, each for itself; vendored ones and documentation are left out."""
        for artifact in artifacts:
            known = artifact.kind is ArtifactKind.SOURCE and artifact.language in LANGUAGES
            if known and artifact.role in _ROLES:
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """The facts of one file. Never raises for what the file holds."""
        (artifact,) = unit
        try:
            source = as_utf8(contents.read(artifact))
        except ReadError as error:
            return Parsed(problems=(problem(self.name, artifact, error.message),))
        language = artifact.language or ""
        if language in _MINIFIABLE and _is_minified(source):
            return Parsed(counts={"minified_files": 1})
        lines = source.count(b"\n") + (0 if source.endswith(b"\n") or not source else 1)
        counts = {"source_files": 1, "source_lines": lines}
        try:
            facts, faults = self._facts(source, artifact, grammar_of(dialect_of(language, artifact.path)))
        except _StepsExceeded:
            return Parsed(problems=(problem(self.name, artifact, "takes too long to parse; not read"),), counts=counts)
        attributes: dict[str, Any] = {"language": language, **facts.attributes(), "lines": lines}
        resource = Resource(
            address=artifact.path,
            kind=ResourceKind.CODE,
            type=language,
            name=artifact.path.rpartition("/")[2],
            attributes=attributes,
            location=Location(path=artifact.path),
            role=artifact.role,
        )
        return Parsed(resources=(resource,), problems=tuple(faults), counts=counts)

    def _facts(self, source: bytes, artifact: Artifact, grammar: Grammar) -> tuple[Facts, list[Problem]]:
        tree = _parse(source, grammar)
        root = tree.root_node
        faults: list[Problem] = []
        if root.has_error:
            broken = _broken_bytes(root, grammar)
            if broken * 2 > len(source):
                share = f"{100 * broken // len(source)} % of the file"
                faults.append(problem(self.name, artifact, f"{share} is not valid {artifact.language}"))
        facts = Facts(source, artifact.language or "")
        query = grammar.declarations if artifact.role is Role.GENERATED else grammar.facts
        matches, dropped = _matches(query, root)
        facts.collect(matches)
        if dropped:
            faults.append(problem(self.name, artifact, "nested too deeply to look at everything"))
        faults.extend(
            problem(self.name, artifact, f"more than {MOST} {what}; the rest is not looked at")
            for what in sorted(facts.cut)
        )
        return facts, faults


def _parse(source: bytes, grammar: Grammar) -> Tree:
    """Parses under a limit of steps, which unlike a time limit gives the same result on every machine."""
    budget = _STEPS + len(source) // 8
    steps = 0

    def stop(_offset: int, _error: bool) -> bool:  # noqa: FBT001  # tree-sitter's own signature
        nonlocal steps
        steps += 1
        return steps > budget

    try:
        return grammar.parser.parse(lambda offset, _: source[offset : offset + _CHUNK], progress_callback=stop)
    except ValueError as error:
        grammar.parser.reset()
        raise _StepsExceeded from error


def _matches(query: Query, root: Node) -> tuple[list[tuple[int, dict[str, list[Node]]]], bool]:
    """All matches, and whether the file has so many that tree-sitter dropped some.

    No progress callback here: the binding of tree-sitter 0.26 crashes the process with one.
    """
    cursor = QueryCursor(query, match_limit=_MATCHES_IN_PROGRESS)
    return cursor.matches(root), cursor.did_exceed_match_limit


def _broken_bytes(root: Node, grammar: Grammar) -> int:
    covered = broken = 0
    matches, _ = _matches(grammar.errors, root)
    for _, captures in matches:
        node = captures["error"][0]
        start, end = max(node.start_byte, covered), node.end_byte
        if end > start:
            broken += end - start
            covered = end
    return broken


def _is_minified(source: bytes) -> bool:
    """Whether most of a script stands in lines that nobody wrote by hand."""
    if len(source) < 2 * _LONG_LINE:
        return False
    long = sum(len(line) for line in source.split(b"\n") if len(line) > _LONG_LINE)
    return 2 * long > len(source)
