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
    function = _enabled_function(text)
    bindings = list(_http(function.get("bindings")))
    if not bindings:
        return None
    name = posixpath.basename(posixpath.dirname(path))
    triggers: list[dict[str, Any]] = []
    routes: list[dict[str, Any]] = []
    for binding in bindings:
        trigger = _trigger(binding, text)
        triggers.append(trigger)
        routes.extend(_routes(binding, trigger, name, _line_of(text, "route")))
    return _language(function.get("scriptFile")), {"routes": routes[:MOST], "triggers": triggers[:MOST]}


def _enabled_function(text: str) -> Mapping[str, Any]:
    """What a ``function.json`` holds; nothing where it is no JSON, or says that the function is disabled."""
    try:
        written = json.loads(text)
        json.dumps(written, ensure_ascii=False).encode()  # half a letter is JSON, and no text
    except (ValueError, RecursionError):
        return {}
    return written if isinstance(written, dict) and written.get("disabled") is not True else {}


def _trigger(binding: Mapping[str, Any], text: str) -> dict[str, Any]:
    """By what a function is started; a ``function.json`` itself asks for nothing but the key."""
    level = str(binding.get("authLevel") or "function").lower()
    return {
        "level": level,
        "asks": False,
        "line": _line_of(text, "authLevel") or _line_of(text, "httpTrigger") or 1,
    }


def _routes(binding: Mapping[str, Any], trigger: Mapping[str, Any], name: str, line: int) -> Iterator[dict[str, Any]]:
    """The routes of a trigger, one for each method; without a method it takes any.

    Args:
        binding: As it is written.
        trigger: What it starts, for the key that is demanded.
        name: Of the function, which is its route where it names none.
        line: On which the route stands; 0 where none is written.
    """
    route = binding.get("route")
    whole = (route if isinstance(route, str) and route else name)[:_LONGEST_PATH]
    methods = binding.get("methods")
    for method in methods[:MOST] if isinstance(methods, list) and methods else [""]:
        yield {
            "method": str(method).lower()[:10],
            "path": whole,
            "shape": route_shape(whole),
            "line": line or trigger["line"],
            "guard": "" if trigger["level"] == "anonymous" else "handler",
        }


def _language(script: object) -> str:
    """Language of the program that a function names; JavaScript where it names none."""
    file = str(script or "")
    return "csharp" if file.endswith(".dll") else _LANGUAGES.get(posixpath.splitext(file)[1], "javascript")


def _http(bindings: object) -> Iterator[Mapping[str, Any]]:
    for one in bindings if isinstance(bindings, list) else ():
        if isinstance(one, dict) and str(one.get("type", "")).lower() == "httptrigger":
            yield one


def _line_of(text: str, word: str) -> int:
    place = text.find(f'"{word}"')
    return text.count("\n", 0, place) + 1 if place >= 0 else 0
