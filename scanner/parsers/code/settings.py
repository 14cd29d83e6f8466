"""Environment variables and configuration keys that a source file reads by a literal name."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from scanner import lazy_re

_MOST = 500
_LARGEST = 2_000_000
_NAME = rb"[\"'`](?P<name>[A-Za-z_][\w.:-]{1,99})[\"'`]"
_ENVIRON = rb"\b(?:environ(?:\.get|\.setdefault|\.pop)?|getenv)\s*[\[(]\s*" + _NAME
_PATTERNS = {
    "python": _ENVIRON,
    "javascript": rb"\bprocess\.env(?:\.(?P<bare>[A-Za-z_]\w{1,99})|(?:\?\.)?\[\s*" + _NAME + rb")"
    rb"|\bDeno\.env\.get\(\s*[\"'](?P<deno>\w{2,100})[\"']|\bimport\.meta\.env\.(?P<meta>\w{2,100})",
    "java": rb"\bgetenv\(\s*" + _NAME
    + rb"|@(?:field:|param:)?Value\(\s*[\"']\\?\$\{(?P<bare>[\w.:-]{2,100}?)(?::[^}]*)?\}",
    "csharp": rb"\bGetEnvironmentVariable\(\s*" + _NAME
    + rb"|\b[cC]onfig(?:uration)?(?:\.GetValue(?:<[^<>\n]{1,60}>)?\(|\.GetConnectionString\(|\.GetSection\(|\[)\s*"
    rb"[\"'](?P<bare>[A-Za-z_][\w.:-]{1,99})[\"']",
    "go": rb"\b(?:Getenv|LookupEnv)\(\s*" + _NAME,
    "ruby": rb"\bENV(?:\.fetch\(|\[)\s*" + _NAME,
    "php": rb"\b(?:getenv|env)\(\s*" + _NAME + rb"|\$_(?:ENV|SERVER)\[\s*[\"'](?P<bare>\w{2,100})[\"']",
}  # fmt: skip
_COMPILED = {language: lazy_re.compile(pattern) for language, pattern in _PATTERNS.items()}
_COMPILED["typescript"], _COMPILED["kotlin"] = _COMPILED["javascript"], _COMPILED["java"]
_HINTS = {
    "python": (b"env",), "javascript": (b"env",), "typescript": (b"env",), "java": (b"getenv", b"@Value"),
    "kotlin": (b"getenv", b"Value("), "csharp": (b"GetEnvironmentVariable", b"onfig"), "go": (b"env", b"Env"),
    "ruby": (b"ENV",), "php": (b"env", b"ENV", b"SERVER"),
}  # fmt: skip
_SOME = rb"(?![\"'])(?P<name>[A-Za-z_$`][^\n;]{0,60})"
_COMPUTED = {
    "python": rb"\b(?:environ(?:\.get|\.pop)?|getenv)\s*[\[(]\s*" + _SOME + rb"|\benviron\.(?:items|keys)\(",
    "javascript": rb"\b(?:process\.env|import\.meta\.env)(?:\?\.)?\[\s*" + _SOME
    + rb"|\bObject\.(?:entries|keys)\(process\.env\b|\bDeno\.env\.get\(\s*" + _SOME.replace(b"<name>", b"<deno>"),
    "java": rb"\bgetenv\(\s*(?:\)|" + _SOME + rb")",
    "csharp": rb"\bGetEnvironmentVariables\(|\bGetEnvironmentVariable\(\s*" + _SOME,
    "go": rb"\bos\.Environ\(|\b(?:Getenv|LookupEnv)\(\s*" + _SOME,
    "ruby": rb"\bENV(?:\.fetch\(|\[)\s*" + _SOME + rb"|\bENV\.(?:each|to_h|select)\b",
    "php": rb"\bgetenv\(\s*(?:\)|" + _SOME + rb")|\$_ENV\[\s*" + _SOME.replace(b"<name>", b"<bare>"),
}  # fmt: skip
_COMPUTED_COMPILED = {language: lazy_re.compile(pattern) for language, pattern in _COMPUTED.items()}
_COMPUTED_COMPILED["typescript"], _COMPUTED_COMPILED["kotlin"] = (
    _COMPUTED_COMPILED[one] for one in ("javascript", "java")
)
_PLAIN_TEMPLATE = lazy_re.compile(rb"`[^`$]*`")
_MOST_COMPUTED = 20
_PARTS = lazy_re.compile(rb"\{(?P<names>[^{}]{1,2000})\}\s*=\s*process\.env\b")
_PART = lazy_re.compile(rb"(?:^|,)\s*(?P<name>[A-Za-z_]\w{1,99})\s*(?=[,:=]|$)")
_COMMENT = lazy_re.compile(rb"\s*(?://|#|\*|/\*)")


def settings_read(source: bytes, language: str) -> list[dict[str, Any]]:
    """The names of settings that a file reads, each with its first line.

    Args:
        source: The file as UTF-8.
        language: Its language.
    """
    pattern = _COMPILED.get(language)
    if pattern is None or len(source) > _LARGEST or not any(hint in source for hint in _HINTS[language]):
        return []
    ends = _ends(source)
    found = _taken_apart(source, ends) if pattern is _COMPILED["javascript"] else {}
    for match in pattern.finditer(source):
        begin = source.rfind(b"\n", 0, match.start()) + 1
        if _COMMENT.match(source, begin, match.start()):
            continue
        name = next(text for text in match.groups() if text)
        found.setdefault(name.decode("ascii", errors="replace"), bisect_left(ends, match.start()) + 1)
        if len(found) >= _MOST:
            break
    return [{"name": name, "line": line} for name, line in found.items()]


def computed_names(source: bytes, language: str) -> list[tuple[str, int]]:
    """Where a file reads settings whose names are made at run time, with how that is written.

    Args:
        source: The file as UTF-8.
        language: Its language.
    """
    pattern = _COMPUTED_COMPILED.get(language)
    if pattern is None or len(source) > _LARGEST or not any(hint in source for hint in _HINTS[language]):
        return []
    ends = _ends(source)
    found: list[tuple[str, int]] = []
    for match in pattern.finditer(source):
        begin = source.rfind(b"\n", 0, match.start()) + 1
        expression = next((text for text in match.groups() if text), b"")
        if _COMMENT.match(source, begin, match.start()) or _PLAIN_TEMPLATE.match(expression):
            continue
        written = match[0][: len(match[0]) - len(expression)] + re.split(rb"[\]),]", expression)[0]
        found.append((written.decode(errors="replace"), bisect_left(ends, match.start()) + 1))
        if len(found) >= _MOST_COMPUTED:
            break
    return found


def _ends(source: bytes) -> list[int]:
    return [match.start() for match in re.finditer(rb"\n", source)]


def _taken_apart(source: bytes, ends: list[int]) -> dict[str, int]:
    """The names in ``const { A, B: b } = process.env``."""
    found: dict[str, int] = {}
    for match in _PARTS.finditer(source):
        for part in _PART.finditer(match["names"]):
            at = match.start("names") + part.start("name")
            found.setdefault(part["name"].decode("ascii", errors="replace"), bisect_left(ends, at) + 1)
            if len(found) >= _MOST:
                return found
    return found
