"""Bundler's Gemfile and its lock, and gem specifications; read as text, never run."""

from __future__ import annotations

import re

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import Manifest, lines_of
from scanner.parsers.dependencies.ranges import minor_range

_STRING = r"(?:\"([^\"\n]*)\"|'([^'\n]*)')"
_STRINGS = lazy_re.compile(_STRING)
_GEM = lazy_re.compile(r"^\s*gem[\s(]+(.*)$")
_NAME = lazy_re.compile(r"^" + _STRING)
_RUBY = lazy_re.compile(r"^\s*ruby[\s(]+(.*)$")
_GROUP = lazy_re.compile(r"^\s*group[\s(]+(.*?)\)?\s*do\b")
_OPENS = lazy_re.compile(r"^\s*(if|unless|case|begin|while|until|for|def|class|module)\b|\bdo\s*(\|[^|]*\|)?\s*$")
_CLOSES = lazy_re.compile(r"^\s*end\b")
_SYMBOLS = lazy_re.compile(r":(\w+)|['\"](\w+)['\"]")
_GROUP_OPTION = lazy_re.compile(r"(?:\bgroups?:|:groups?\s*=>)\s*(\[[^\]]*\]|:\w+|['\"]\w+['\"])")
_OPTION = lazy_re.compile(r"^\s*(?:\w+:|:\w+\s*=>)")
_LONGEST = 2_000
_DEVELOPMENT = {"development", "test", "tests", "ci", "lint", "doc", "docs", "rubocop"}
_ADD = lazy_re.compile(r"\.add_(development_|runtime_)?dependency[\s(]+(.*)$")
_REQUIRED_RUBY = lazy_re.compile(r"\.required_ruby_version\s*=\s*(.*)$")
_LOCKED_RUBY = lazy_re.compile(r"^RUBY VERSION\r?\n\s+ruby (\d+(?:\.\d+)*)", re.MULTILINE)


def read_gemfile(text: str, found: Manifest) -> None:
    """Read a Gemfile: gems with their groups, and the version of Ruby."""
    blocks: list[list[str]] = []
    for number, line in _statements(text):
        gem, ruby, group = _GEM.match(line), _RUBY.match(line), _GROUP.match(line)
        if gem:
            groups = [name for block in blocks for name in block]
            _add_gem(found, gem[1], groups, number)
        elif ruby:
            versions = _leading_strings(ruby[1])
            if versions:
                found.run_on("ruby", _ruby(", ".join(versions)), number)
            elif "file:" not in ruby[1]:
                found.doubt("a version of Ruby that is not written out", number)
        elif group:
            blocks.append(_names(group[1]))
        elif _CLOSES.match(line):
            if blocks:
                blocks.pop()
        elif _OPENS.search(line):
            blocks.append([])


def read_gemfile_lock(text: str, found: Manifest) -> None:
    """Read the version of Ruby that a lock holds."""
    match = _LOCKED_RUBY.search(text)
    if match:
        found.run_on("ruby", match[1], len(lines_of(text[: match.start(1)])))


def read_gemspec(text: str, found: Manifest) -> None:
    """Read the dependencies of a gem specification, and the versions of Ruby that it is made for."""
    for number, line in _statements(text):
        added, required = _ADD.search(line), _REQUIRED_RUBY.search(line)
        if added:
            scope = "development" if added[1] == "development_" else "runtime"
            _add_named(found, added[2], scope, number)
        elif required:
            versions = [_text(match) for match in _STRINGS.finditer(required[1])]
            if versions:
                found.run_on("ruby", _ruby(", ".join(versions)), number)
            else:
                found.doubt("a version of Ruby that is not written out", number)


def _add_gem(found: Manifest, arguments: str, groups: list[str], line: int) -> None:
    option = _GROUP_OPTION.search(arguments)
    every = groups + (_names(option[1]) if option else [])
    _add_named(found, arguments, _scope(every), line)


def _add_named(found: Manifest, arguments: str, scope: str, line: int) -> None:
    if not _NAME.match(arguments):
        found.doubt("a gem whose name is not written out", line)
        return
    name, *versions = _leading_strings(arguments)
    found.depend(name, ", ".join(versions), scope, line)


def _leading_strings(arguments: str) -> list[str]:
    """The string arguments before the first option; lists of strings count as their elements."""
    strings: list[str] = []
    for part in re.split(r",(?=\s*(?:[\"'\[:]|\w+:|\w+\s*=>))", arguments):
        if _OPTION.match(part):
            break
        strings.extend(_text(match) for match in _STRINGS.finditer(part))
    return strings


def _scope(groups: list[str]) -> str:
    if not groups or "default" in groups:
        return "runtime"
    others = [name for name in groups if name not in _DEVELOPMENT]
    return others[0] if others else "development"


def _names(written: str) -> list[str]:
    return [match[1] or match[2] for match in _SYMBOLS.finditer(written)]


def _text(match: re.Match[str]) -> str:
    return match[1] if match[1] is not None else match[2]


def _ruby(written: str) -> str:
    return minor_range(written.removeprefix("ruby-"))


def _statements(text: str) -> list[tuple[int, str]]:
    """Lines without comments; one that ends with a comma goes on in the next."""
    statements: list[tuple[int, str]] = []
    first, parts = 0, ""
    for number, raw in enumerate(lines_of(text), 1):
        # One space between words keeps the patterns above from going over long gaps again and again.
        line = " ".join(_without_comment(raw[:_LONGEST]).split()) + " "
        if not line.strip():
            continue
        first = first if parts else number
        parts += line if len(parts) < _LONGEST else ""
        if line.rstrip().endswith((",", "\\")):
            continue
        statements.append((first, parts))
        parts = ""
    return [*statements, (first, parts)] if parts else statements


def _without_comment(line: str) -> str:
    quote = ""
    for index, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == "#":
            return line[:index]
    return line
