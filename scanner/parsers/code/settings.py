"""Environment variables and configuration keys that a source file reads by a literal name."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

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
_COMPILED = {language: re.compile(pattern) for language, pattern in _PATTERNS.items()}
_COMPILED["typescript"], _COMPILED["kotlin"] = _COMPILED["javascript"], _COMPILED["java"]
_HINTS = {
    "python": (b"env",), "javascript": (b"env",), "typescript": (b"env",), "java": (b"getenv", b"@Value"),
    "kotlin": (b"getenv", b"Value("), "csharp": (b"GetEnvironmentVariable", b"onfig"), "go": (b"env", b"Env"),
    "ruby": (b"ENV",), "php": (b"env", b"ENV", b"SERVER"),
}  # fmt: skip
_COMMENT = re.compile(rb"\s*(?://|#|\*|/\*)")


def settings_read(source: bytes, language: str) -> list[dict[str, Any]]:
    """The names of settings that a file reads, each with its first line.

    Args:
        source: The file as UTF-8.
        language: Its language.
    """
    pattern = _COMPILED.get(language)
    if pattern is None or len(source) > _LARGEST or not any(hint in source for hint in _HINTS[language]):
        return []
    ends = [match.start() for match in re.finditer(rb"\n", source)]
    found: dict[str, int] = {}
    for match in pattern.finditer(source):
        begin = source.rfind(b"\n", 0, match.start()) + 1
        if _COMMENT.match(source, begin, match.start()):
            continue
        name = next(text for text in match.groups() if text)
        found.setdefault(name.decode("ascii", errors="replace"), bisect_left(ends, match.start()) + 1)
        if len(found) >= _MOST:
            break
    return [{"name": name, "line": line} for name, line in found.items()]
