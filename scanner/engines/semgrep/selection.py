"""Chooses the files that semgrep is given: those in which some rule can match, and of which nothing is known yet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import splitext
from typing import Any, NamedTuple

from scanner.cache import Cache, cache_key
from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.resource import Problem
from scanner.engines.semgrep.answers import Answer, Match
from scanner.engines.semgrep.conditions import Condition, Haystack, Index
from scanner.engines.semgrep.rules import Globs, Pattern, Reach, globs
from scanner.engines.staging import unseen
from scanner.errors import ReadError
from scanner.evaluation.redaction import redact
from scanner.interfaces import BoundRule, Contents

MAX_FILE = 2_000_000
"""Bytes of a source file; larger ones are data or made by a machine, and are named."""
_CODE_WIDTH = 160
_CODE_BEFORE = 40
_FORM = "1"
"""Of what is kept; another one makes all entries anew."""


@dataclass(frozen=True)
class Bundle:
    """The rules that can be put to semgrep."""

    rules: Mapping[str, BoundRule]
    patterns: Mapping[str, tuple[Pattern, ...]]

    def entries(self) -> Iterator[tuple[BoundRule, int, Pattern]]:
        """Each entry of each rule's file, with its number there."""
        for name, patterns in self.patterns.items():
            for number, pattern in enumerate(patterns):
                yield self.rules[name], number, pattern

    def digest(self) -> str:
        """Of all that is put to semgrep; texts of a rule that only archscan uses are no part of it."""
        bodies: list[Any] = [[pattern.id, pattern.body] for _, _, pattern in self.entries()]
        return hashlib.sha256(json.dumps(bodies, default=repr).encode()).hexdigest()


@dataclass(frozen=True)
class _Reaching:
    """What looks at files of one kind."""

    always: tuple[Condition, ...]
    by_path: tuple[Pattern, ...]
    """Patterns that look at some of them, by their path."""
    globs: Globs
    """Of all these patterns together."""

    def reads(self, path: str) -> bool:
        """Whether any rule looks at a file."""
        return bool(self.always) or self.globs.match(path)

    def matches(self, path: str, haystack: Haystack) -> bool:
        """Whether any rule can match in a file."""
        return any(condition.holds(haystack) for condition in self.always) or any(
            pattern.needs.holds(haystack) and pattern.includes(path) for pattern in self.by_path
        )


class _Reachable:
    """Tells which rules look at a file; what depends on its kind alone is found out once."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._known: dict[tuple[object, ...], _Reaching] = {}

    def of(self, artifact: Artifact) -> _Reaching:
        suffix = splitext(artifact.path)[1].lower()
        key = (artifact.role, artifact.kind, artifact.language, suffix)
        if key not in self._known:
            self._known[key] = self._of_kind(artifact)
        return self._known[key]

    def _of_kind(self, artifact: Artifact) -> _Reaching:
        reaching = [
            (pattern, pattern.reach(artifact))
            for bound, _, pattern in self._bundle.entries()
            if artifact.role in bound.rule.check.roles
        ]
        always = dict.fromkeys(pattern.needs for pattern, reach in reaching if reach is Reach.YES)
        by_path = tuple(pattern for pattern, reach in reaching if reach is Reach.BY_PATH)
        lines = dict.fromkeys(line for pattern in by_path for line in pattern.include)
        return _Reaching(tuple(always), by_path, globs(tuple(lines)))


class Code(NamedTuple):
    """What is written where a match begins."""

    shown: str
    """Without secrets."""
    digest: str
    """Of all that matched, with its secrets: tells copies, and is never shown."""


@dataclass
class Selection:
    """What was chosen, and what is known already."""

    answers: dict[str, Answer] = field(default_factory=dict)
    """By path: what was kept of an earlier scan."""
    codes: dict[str, dict[int, Code]] = field(default_factory=dict)
    """By path, the lines that matches of an earlier scan begin in."""
    problems: list[Problem] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """By path, the key of each candidate's entry in the cache."""


class Selector:
    """Goes through the artefacts once."""

    def __init__(self, bundle: Bundle, contents: Contents, cache: Cache, engine: str) -> None:
        """Prepare to choose.

        Args:
            bundle: The rules.
            contents: Gives the bytes of files.
            cache: What was said of a file in an earlier scan.
            engine: What tells the engine's version and way of use apart from others.
        """
        self._reachable = _Reachable(bundle)
        self._index = Index(pattern.needs for _, _, pattern in bundle.entries())
        self._contents = contents
        self._cache = cache
        self._stem = (_FORM, engine, bundle.digest())

    def select(self, artifacts: Iterable[Artifact], take: Callable[[Artifact, bytes], bool]) -> Selection:
        """Choose.

        Args:
            artifacts: All that were found.
            take: Is given each file that semgrep must look at, and says whether semgrep will.
        """
        selection = Selection()
        for artifact in artifacts:
            data = self._candidate(artifact, selection)
            if data is None:
                continue
            key = cache_key("semgrep", (*self._stem, artifact.path, hashlib.sha256(data).digest()))
            kept = self._cache.get(key)
            answer = Answer.from_bytes(kept) if kept is not None else None
            if answer is not None:
                selection.answers[artifact.path], selection.codes[artifact.path] = told(answer, data)
            elif take(artifact, data):
                selection.keys[artifact.path] = key
        return selection

    def _candidate(self, artifact: Artifact, selection: Selection) -> bytes | None:
        """A file's content if some rule can match in it."""
        if artifact.kind is ArtifactKind.LINK:
            return None
        reaching = self._reachable.of(artifact)
        if not reaching.reads(artifact.path):
            return None
        try:
            # Lines of Windows end as others do: to semgrep a carriage return is a letter like any, at which an
            # expression over several lines would stop.
            data = self._contents.read(artifact).replace(b"\r\n", b"\n")
        except ReadError as error:
            selection.problems.append(unseen("semgrep", artifact, error.message))
            return None
        if not reaching.matches(artifact.path, self._index.haystack(data)):
            return None
        if len(data) > MAX_FILE:
            reason = f"it is larger than {MAX_FILE // 1_000_000} MB"
            selection.problems.append(unseen("semgrep", artifact, reason))
            return None
        return data


def told(answer: Answer, data: bytes) -> tuple[Answer, dict[int, Code]]:
    """What is told of an answer: where its matches begin, each line once, and the code there.

    An expression that allows for room in front of what it looks for begins to match in the empty lines above.

    Args:
        answer: What semgrep said of the file.
        data: The file.
    """
    if not answer.matches:
        return answer, {}
    # Semgrep ends lines at \n only; splitlines() would count form feeds and such too.
    lines = data.decode("utf-8", "replace").split("\n")
    matches: dict[tuple[str, int], Match] = {}
    codes: dict[int, Code] = {}
    for match in (_begun(lines, one) for one in answer.matches):
        matches.setdefault((match.entry, match.line), match)
        codes.setdefault(match.line, Code(_code(lines, match), _digest(lines, match)))
    return answer.model_copy(update={"matches": tuple(matches.values())}), codes


def _begun(lines: Sequence[str], match: Match) -> Match:
    """The match without the empty lines with which it begins."""
    column = match.column
    for number in range(match.line, min(match.end_line, len(lines)) + 1):
        rest = lines[number - 1][column - 1 :]
        if rest.strip():
            return match if number == match.line else match.model_copy(update={"line": number, "column": column})
        column = 1
    return match


def _digest(lines: Sequence[str], match: Match) -> str:
    """Of the text from where the match begins to the end of its last line."""
    first, *others = lines[match.line - 1 : max(match.line, match.end_line)] or [""]
    text = "\n".join((first[match.column - 1 :], *others)).strip()
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _code(lines: Sequence[str], match: Match) -> str:
    line = lines[match.line - 1] if match.line <= len(lines) else ""
    if line.rstrip().endswith("(") and match.line < min(match.end_line, len(lines)):
        line = f"{line.rstrip()}{lines[match.line].strip()}"  # of a call, what it is given
    code = redact(line.strip())
    if len(code) <= _CODE_WIDTH:
        return code
    # In a line of a thousand letters the place counts, but where a secret was taken out it is not known any more.
    begin = match.column - 1 - len(line) + len(line.lstrip()) - _CODE_BEFORE if code == line.strip() else 0
    if begin <= _CODE_BEFORE:
        return f"{code[:_CODE_WIDTH]}…"
    return f"…{code[begin : begin + _CODE_WIDTH]}{'…' if begin + _CODE_WIDTH < len(code) else ''}"
