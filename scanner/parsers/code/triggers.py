"""Reads by what HTTP request an Azure Function is started, and which key it demands of the caller.

Functions say so beside their code (C#, Java, Python, JavaScript) or in a ``function.json`` of their own.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from scanner import lazy_re
from scanner.domain.route_paths import route_shape
from scanner.parsers.code.routes import MOST

FILE = "function.json"
"""Name of the file that says by what a function is started."""

_LONGEST = 100_000
_LONGEST_PATH = 300
_LEVEL = {
    "csharp": lazy_re.compile(r"\[HttpTrigger\(\s*(?:\w+\.)*AuthorizationLevel\.(?P<level>\w+)"),
    "java": lazy_re.compile(
        r"@HttpTrigger\([^()]{0,400}?\bauthLevel\s*=\s*(?:AuthorizationLevel\.)?(?P<level>[A-Z]+)\b"
    ),
    "python": lazy_re.compile(r"\b(?:http_)?auth_level\s*=\s*(?:\w+\.)?AuthLevel\.(?P<level>\w+)"),
    "javascript": lazy_re.compile(r"\bauthLevel\s*:\s*['\"](?P<level>\w+)['\"]"),
}
_LEVEL["typescript"], _LEVEL["kotlin"] = _LEVEL["javascript"], _LEVEL["java"]
_ASKS = lazy_re.compile(
    r"(?<!cancellation)token|authori[sz](?!ationLevel)|authenticat|(?<![a-z])auth(?!_?level|or)|bearer|principal|claims|signature"
    r"|hmac|api_?key|jwt|credential",
    re.IGNORECASE,
)
_COMMENT = lazy_re.compile(r"[ \t]*(?://|#|\*|/\*)")
_LANGUAGES = {".js": "javascript", ".cjs": "javascript", ".mjs": "javascript", ".ts": "typescript", ".py": "python"}


def triggers_in(source: bytes, language: str) -> list[dict[str, Any]]:
    """The HTTP triggers of a source file, each ``{level, asks, line}``.

    Args:
        source: The file as UTF-8.
        language: Its language.

    Returns:
        ``level``: what is demanded of the caller, in small letters; ``asks``: whether the file speaks of tokens,
        sign-in, signatures or keys at all.
    """
    pattern = _LEVEL.get(language)
    if pattern is None or b"uth" not in source or len(source) > 1_000_000:
        return []
    text = source.decode("utf-8", errors="replace")
    found = [one for one in pattern.finditer(text) if not _COMMENT.match(text, text.rfind("\n", 0, one.start()) + 1)]
    if not found:
        return []
    asks = _ASKS.search(text) is not None
    return [
        {"level": one["level"].lower(), "asks": asks, "line": text.count("\n", 0, one.start()) + 1}
        for one in found[:MOST]
    ]


def is_function_file(path: str) -> bool:
    """Whether a file may say by what a function is started.

    Args:
        path: Relative path with ``/``.
    """
    return posixpath.basename(path) == FILE


def function_facts(source: bytes, path: str) -> tuple[str, dict[str, list[dict[str, Any]]]] | None:
    """What a ``function.json`` says of HTTP requests; nothing where no such request starts the function.

    Args:
        source: The file as UTF-8.
        path: Where it lies: a function without a route has the name of its folder.

    Returns:
        Language of the program that is started, and its ``routes`` and ``triggers``.
    """
    if len(source) > _LONGEST or b"bindings" not in source:
        return None
    text = source.decode("utf-8-sig", errors="replace")
    try:
        written = json.loads(text)
        json.dumps(written, ensure_ascii=False).encode()  # half a letter is JSON, and no text
    except (ValueError, RecursionError):
        return None
    if not isinstance(written, dict) or written.get("disabled") is True:
        return None
    routes: list[dict[str, Any]] = []
    triggers: list[dict[str, Any]] = []
    for binding in _http(written.get("bindings")):
        level = str(binding.get("authLevel") or "function").lower()
        line = _line_of(text, "authLevel") or _line_of(text, "httpTrigger") or 1
        route = binding.get("route")
        whole = route if isinstance(route, str) and route else posixpath.basename(posixpath.dirname(path))
        whole = whole[:_LONGEST_PATH]
        triggers.append({"level": level, "asks": False, "line": line})
        methods = binding.get("methods")
        route_line = _line_of(text, "route") or line
        routes.extend(
            {
                "method": str(method).lower()[:10],
                "path": whole,
                "shape": route_shape(whole),
                "line": route_line,
                "guard": "" if level == "anonymous" else "handler",
            }
            for method in (methods[:MOST] if isinstance(methods, list) and methods else [""])
        )
    if not triggers:
        return None
    script = str(written.get("scriptFile") or "")
    language = "csharp" if script.endswith(".dll") else _LANGUAGES.get(posixpath.splitext(script)[1], "javascript")
    return language, {"routes": routes[:MOST], "triggers": triggers[:MOST]}


def _http(bindings: object) -> Iterator[Mapping[str, Any]]:
    for one in bindings if isinstance(bindings, list) else ():
        if isinstance(one, dict) and str(one.get("type", "")).lower() == "httptrigger":
            yield one


def _line_of(text: str, word: str) -> int:
    place = text.find(f'"{word}"')
    return text.count("\n", 0, place) + 1 if place >= 0 else 0
