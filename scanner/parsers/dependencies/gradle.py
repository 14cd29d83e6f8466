"""Gradle build files, Groovy and Kotlin: dependencies, plugins and the Java release; read as text, never run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.resource import Unknown
from scanner.parsers.dependencies.manifest import (
    MAX_ENTRIES,
    MalformedError,
    Manifest,
    Places,
    plain_ends,
    set_elsewhere,
)

_HIDDEN = lazy_re.compile(
    r"//[^\n]*|/\*(?:.*?\*/|.*\Z)|\"\"\"(?:.*?\"\"\"|.*\Z)|'''(?:.*?'''|.*\Z)"
    r"|\"(?:\\[^\n]|[^\"\\\n])*\"?|'(?:\\[^\n]|[^'\\\n])*'?",
    re.DOTALL,
)
_BLOCK = lazy_re.compile(r"\b(dependencies|constraints|plugins|dependencyManagement|buildscript|imports)\s*\{")
_STRING = lazy_re.compile(r"\"((?:\\.|[^\"\\\n])*)\"|'((?:\\.|[^'\\\n])*)'")
_COORDINATE = lazy_re.compile(r"^([\w.${}-]+):([\w.${}-]+)(?::([^:@\s]+))?(?::[^:@\s]+)?(?:@\w+)?$")
_MAX_LENGTH = 1_000_000
_STATEMENT = lazy_re.compile(r"(?<![^\n{;])[ \t]*\"?(\w+)\"?(?=[ \t(])[ \t]*", re.MULTILINE)
_NAMED = lazy_re.compile(r"\b(group|name|version)\s*[:=]\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([A-Za-z_][\w.]*))")
_CATALOG = lazy_re.compile(r"\b(libs(?:\.\w+)+)")
_PROJECT = lazy_re.compile(r"\bproject\(\s*(?:path\s*[:=]\s*)?[\"'](:[\w.:-]+)[\"']")
_KOTLIN = lazy_re.compile(r"\bkotlin\(\s*[\"']([\w.-]+)[\"'](?:\s*,\s*[\"']([^\"']*)[\"'])?\s*\)")
_PLUGIN = lazy_re.compile(
    r"(?<![^\n{;])[ \t]*(?:id|alias|kotlin)\b[ \t(]*[\"']?([\w.-]+)[\"']?[ \t)]*(?:version[ \t(]*(\S+))?", re.MULTILINE
)
_ASSIGNED = lazy_re.compile(
    r"^[ \t]*(?:ext\.|val |def |final |String |set\()?[\"']?(\w+)[\"']?(?:[ \t]*[=,][ \t]*)[\"']([^\"'\n]+)[\"']",
    re.MULTILINE,
)
_HOLE = lazy_re.compile(r"\$\{?([\w.]+)\}?")
_NOT_CONFIGURATIONS = {
    "because", "exclude", "group", "module", "version", "strictly", "prefer", "require", "name", "if", "for", "id",
    "println", "apply", "set", "def", "val", "project", "transitive", "changing", "branch", "srcDir", "artifact",
}  # fmt: skip
_DEVELOPMENT = lazy_re.compile(
    r"^(annotationProcessor|kapt|ksp|developmentOnly|testAndDevelopmentOnly|errorprone)$|[tT]est"
)
_PROVIDED = lazy_re.compile(r"(compileOnly|CompileOnly|CompileOnlyApi|provided\w*)$")
_VERSION = r"(?:JavaVersion\.(?:VERSION_)?|JvmTarget\.JVM_)?[\"']?(?P<version>\d[\w.]*)"
_JAVA = (
    lazy_re.compile(rf"\bJavaLanguageVersion\.of\(\s*{_VERSION}"),
    lazy_re.compile(rf"\bjvmToolchain\(\s*{_VERSION}"),
    lazy_re.compile(rf"\boptions\.release(?:\.set\(|\s*=)\s*{_VERSION}"),
    lazy_re.compile(rf"\btargetCompatibility\s*(?:=|\s|\.set\()\s*{_VERSION}"),
    lazy_re.compile(rf"\bsourceCompatibility\s*(?:=|\s|\.set\()\s*{_VERSION}"),
    lazy_re.compile(rf"\bjvmTarget(?:\.set\(|\s*=)\s*{_VERSION}"),
)
"""In the order in which they decide: what a toolchain runs goes before what a source level promises."""
_JAVA_LEVELS = _JAVA[2:5]
"""What speaks to the compiler of Java alone: Kotlin does not heed it, and every later Java runs what it makes."""
_JAVA_NAMED = lazy_re.compile(
    r"\b(?:JavaLanguageVersion\.of\(|jvmToolchain\(|(?:source|target)Compatibility[ \t]*=)[ \t]*"
    r"(?!JavaVersion)([A-Za-z_]\w*)"
)


class _Blocks(NamedTuple):
    """Where blocks of each name begin and end."""

    spans: Mapping[str, list[tuple[int, int]]]

    def within(self, name: str, offset: int) -> bool:
        """Whether an offset lies in a block of that name."""
        spans = self.spans.get(name, [])
        before = bisect_right(spans, (offset, offset)) - 1
        return before >= 0 and offset < spans[before][1]


@dataclass(frozen=True)
class _Script:
    """A build file without its comments, and what is known of it."""

    text: str
    blocks: _Blocks
    values: Mapping[str, str]
    """Names that are given a literal text."""
    places: Places


def read_build(text: str, found: Manifest) -> None:
    """Read a build.gradle or build.gradle.kts.

    Raises:
        MalformedError: It is larger than a build file can be.
    """
    if len(text) > _MAX_LENGTH:
        raise MalformedError("larger than a manifest can be")
    text = _without_comments(plain_ends(text))
    values = {match[1]: match[2] for match in _ASSIGNED.finditer(text)}
    script = _Script(text, _blocks(text), values, Places(text))
    _read_plugins(script, found)
    for number, (match, end) in enumerate(_statements(script)):
        if number == MAX_ENTRIES:
            raise MalformedError(f"only the first {MAX_ENTRIES} statements are read", script.places.line(match.start()))
        _read_statement(script, match, end, found)
    _read_java(script, found)


def _statements(script: _Script) -> Iterator[tuple[re.Match[str], int]]:
    """What could declare a dependency, and where its block ends."""
    for start, end in script.blocks.spans.get("dependencies", ()):
        for match in _STATEMENT.finditer(script.text, start, end):
            if match[1] not in _NOT_CONFIGURATIONS:
                yield match, end
    for start, end in script.blocks.spans.get("imports", ()):
        for match in _STATEMENT.finditer(script.text, start, end):
            if match[1] == "mavenBom":
                yield match, end


def _read_statement(script: _Script, match: re.Match[str], end: int, found: Manifest) -> None:
    """One ``configuration …`` of a dependencies block, up to the end of its line or of its parentheses."""
    statement = script.text[match.end() : _end_of(script.text, match.end(), end)]
    line, scope = script.places.line(match.start(1)), _scope(match, script.blocks)
    named = {part[1]: part[2] or part[3] or f"${part[4]}" for part in _NAMED.finditer(statement)}
    if "group" in named and "name" in named:
        name = f"{named['group']}:{named['name']}"
        version = _version(named.get("version", ""), script.values)
        found.depend(_plain(name, script.values), version, scope, line)
        return
    for project in _PROJECT.finditer(statement):
        found.build_on(project[1], line)
    for string in _STRING.finditer(statement):
        coordinate = _COORDINATE.match(string[1] or string[2] or "")
        if coordinate:
            name = _plain(f"{coordinate[1]}:{coordinate[2]}", script.values)
            place = script.places.line(match.end() + string.start())
            found.depend(name, _version(coordinate[3] or "", script.values), scope, place)
    for kotlin in _KOTLIN.finditer(statement):
        found.depend(f"org.jetbrains.kotlin:kotlin-{kotlin[1]}", kotlin[2] or "", scope, line)
    for catalog in _CATALOG.finditer(_STRING.sub("", statement)):
        # The alias stands for what gradle/libs.versions.toml says.
        found.depend(catalog[1], set_elsewhere(catalog[1]), scope, line)


def _end_of(text: str, start: int, end: int) -> int:
    """End of a statement: its closing parenthesis, or the end of a line that does not end with a comma."""
    if text[start : start + 1] == "(":
        depth = 0
        for index in range(start, min(end, start + 2_000)):
            depth += {"(": 1, ")": -1}.get(text[index], 0)
            if depth == 0:
                return index
    stop = start
    while True:
        stop = text.find("\n", stop)
        if stop < 0 or stop >= end or stop - start > 2_000:
            return min(end, start + 2_000)
        if not text[start:stop].rstrip().endswith(","):
            return stop
        stop += 1


def _scope(match: re.Match[str], blocks: _Blocks) -> str:
    if match[1] == "mavenBom":
        return "import"
    if match[1] == "classpath" or blocks.within("buildscript", match.start()):
        return "plugin"
    if blocks.within("constraints", match.start()) or blocks.within("dependencyManagement", match.start()):
        return "managed"
    if _DEVELOPMENT.search(match[1]):
        return "development"
    return "provided" if _PROVIDED.search(match[1]) else "runtime"


def _read_plugins(script: _Script, found: Manifest) -> None:
    for start, end in script.blocks.spans.get("plugins", ()):
        for match in _PLUGIN.finditer(script.text, start, end):
            version = (match[2] or "").strip("\"')")
            name = f"org.jetbrains.kotlin.{match[1]}" if match[0].lstrip().startswith("kotlin") else match[1]
            written = version if version[:1].isdigit() or not version else f"${version.lstrip('${').rstrip('}')}"
            found.depend(name, _version(written, script.values), "plugin", script.places.line(match.start(1)))


def _read_java(script: _Script, found: Manifest) -> None:
    for pattern in _JAVA:
        matches = list(islice(pattern.finditer(script.text), 20))
        for match in matches:
            version = match["version"].replace("_", ".").rstrip(".")
            found.run_on("java", version, script.places.line(match.start()))
            if pattern in _JAVA_LEVELS:
                found.describe("compatibility", version, script.places.line(match.start()))
        if matches:
            return
    named = _JAVA_NAMED.search(script.text)
    if named:
        version_written = _version(f"${named[1]}", script.values)
        found.run_on("java", version_written, script.places.line(named.start()))


def _version(written: str, values: Mapping[str, str]) -> str | Unknown:
    if "$" not in written:
        return written
    for _ in range(5):
        names = _HOLE.findall(written)
        if not all(_last(name) in values for name in names):
            return set_elsewhere(written)
        written = _HOLE.sub(lambda match: values[_last(match[1])], written)
        if "$" not in written:
            return written
        if len(written) > 500:
            break
    return set_elsewhere(written)


def _plain(name: str, values: Mapping[str, str]) -> str:
    resolved = _version(name, values)
    return name if isinstance(resolved, Unknown) else resolved


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _without_comments(text: str) -> str:
    """The text with spaces in the place of comments, so that offsets stay."""
    return _HIDDEN.sub(lambda match: _blank(match[0]) if match[0][:2] in {"//", "/*"} else match[0], text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _blocks(text: str) -> _Blocks:
    """Finds named blocks by their braces; braces in strings count for nothing."""
    bare = _HIDDEN.sub(lambda match: _blank(match[0]), text)
    names = {match.end() - 1: match[1] for match in _BLOCK.finditer(bare)}
    spans: dict[str, list[tuple[int, int]]] = {}
    for start, end in _pairs(bare):
        if start in names:
            spans.setdefault(names[start], []).append((start + 1, end))
    # A block inside one of its own name would be read twice.
    return _Blocks({name: _outermost(sorted(found)) for name, found in spans.items()})


def _pairs(bare: str) -> Iterator[tuple[int, int]]:
    stack: list[int] = []
    for match in re.finditer(r"[{}]", bare):
        if match[0] == "{":
            stack.append(match.start())
        elif stack:
            yield stack.pop(), match.start()
    # A block that is never closed goes on to the end of the file.
    for start in stack:
        yield start, len(bare)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
