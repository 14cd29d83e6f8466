"""Reads what asks who calls before a route answers: beside the route itself, on its class, or for a whole file.

A guard is taken by the names that frameworks and people give it, so its absence here is no proof that nobody asks: a
filter may stand in another file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from scanner import lazy_re

MOST = 200
"""Guards of one file that are kept."""

_REACH = 400
"""Characters after a route in which its own guards stand."""
_ABOVE = 40
"""Lines before a route, or before a class, in which its decorators stand."""
_ASKS = lazy_re.compile(
    r"auth(?!or(?!i[sz]))(?!\w*(?:rout|controller))|log_?in_?required|permission|secured\b|roles_?allowed|guards?\b|jwt"
    r"|(?:token|staff_member)_?required|(?:verify|check|require|valid)\w*_?(?:token|user|role|scope|session|sign_?in|log_?in)|protect"
    r"|ensure_?logged|current_?user|principal\b|api_?key|has_?(?:role|scope|authority)|passport\.(?!init|sess)",
    re.IGNORECASE,
)
_OPEN = lazy_re.compile(
    r"allow_?anonymous|permit_?all\b|allow_?any\b|skip_?auth|no_?auth\b|un_?protected|@public\b|@isPublic\b"
    r"|\bauth\w*\s*[=:]\s*(?:false|none|null)\b",
    re.IGNORECASE,
)
_NO_GUARD = lazy_re.compile(r"AuthorizationLevel\.Anonymous|rate_?limit\w*", re.IGNORECASE)
_STRING = lazy_re.compile(r"\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|`[^`\n]{0,300}`")
_CLASS = lazy_re.compile(
    r"[ \t]*(?:(?:public|export|default|abstract|sealed|final|internal|partial|open|static)\s+)*class\s+\w"
)
_DECORATED = lazy_re.compile(r"[ \t]*(?:@|#?\[)")
_BODY = lazy_re.compile(r"=>|\bfunction\b|\{|;|\n[ \t]*\n")
_PARENTHESIS = lazy_re.compile(r"[()]")
_MAPPED = lazy_re.compile(r"\.Map(?:Get|Post|Put|Patch|Delete|Group|Controllers)\(")
_CHAINED = lazy_re.compile(r"\)\s*\.((?:RequireAuthorization|AllowAnonymous)\()")
_LONGEST_LAMBDA = 2000
_WRAPPERS = lazy_re.compile(r"\b(?:login|permission|staff_member)_required(?=\()")
_LONGEST_DECLARATION = 3000
_ENDS_DECORATION = (";", "{", "}")
_OPENS_LIST = ("={", "= {", "({", ",{", ", {")
_USE = r"\b(?:app|server|fastify|api|\w*[rR]outer|\w*[rR]outes)\.(?:use|addHook|all)\("
_REFUSES = (
    r"(?:(?!\n[ \t]*app\.)[\s\S]){0,1000}?\bStatusCode\s*=\s*"
    r"(?:40[13]\b|StatusCodes\.Status40[13]|\(int\)\s*HttpStatusCode\.(?:Unauthorized|Forbidden))"
)
"""What a middleware of ASP.NET says, before the next one is added, that does not let everybody pass."""
_FOR_ALL = {
    "javascript": lazy_re.compile(_USE),
    "typescript": lazy_re.compile(rf"{_USE}|\buseGlobalGuards\(|\bAPP_GUARD\b"),
    "python": lazy_re.compile(
        r"\bdependencies\s*=\s*\[\s*(?=(?:\w+\.)?(?:Depends|Security)\()|\.before_request\b|\.add_middleware\(|\bDEFAULT_PERMISSION_CLASSES\b"
        r"|\b(?:\w*LoginRequired|RequireLogin)Middleware\b(?=[\"'])"
    ),
    "csharp": lazy_re.compile(
        r"\bMap(?:Group|Controllers)\((?=[^;]{0,300}\.RequireAuthorization\()"
        r"|\bFallbackPolicy\s*=|\bSetFallbackPolicy\(|\bnew\s+AuthorizeFilter\b|\bAdd<AuthorizeFilter>"
        r"|\bapp\.UseMiddleware<(?=\w{0,60}(?:ApiKey|Authenti|Authori[sz]|Jwt|Token))\w+>"
        rf"|\bapp\.Use\((?={_REFUSES})"
    ),
    "java": lazy_re.compile(r"\bauthorize(?:Http)?Requests\b|\bauthorizeExchange\b|\bContainerRequestFilter\b"),
    "kotlin": lazy_re.compile(
        r"\bauthorize(?:Http)?Requests\b|\bauthorizeExchange\b|\bauthenticate\((?=[^\n]{0,200}\{)"
    ),
    "go": lazy_re.compile(r"\.Use\("),
    "ruby": lazy_re.compile(r"\bauthenticated?\s+:|\bbefore_action\s+:(?=\w{0,40}auth)"),
    "php": lazy_re.compile(r"Route::middleware\("),
}
_CARRIES_STRINGS = frozenset({"php", "ruby"})
"""Languages in which a guard is named by a text."""
_PREFIX = lazy_re.compile(r"\s*(['\"`])(?P<path>/[^'\"`\n]{0,200})\1\s*,")


class Guard(NamedTuple):
    """Something that asks who calls, for all routes that are declared after it in a file."""

    name: str
    start: int
    prefix: str
    """Only paths that begin so are meant; empty for all."""


class Guards:
    """The guards of one file.

    Args:
        text: The file.
        language: Its language.
    """

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._for_all = list(_for_all(text, language))

    @cached_property
    def _classes(self) -> list[tuple[int, str]]:
        return list(_classes(self._text, "{" if self._language == "python" else "("))

    def entries(self) -> list[dict[str, Any]]:
        """What guards more than one route, each ``{name, line}``."""
        return [{"name": one.name, "line": self._text.count("\n", 0, one.start) + 1} for one in self._for_all]

    def of(self, start: int, end: int, path: str) -> str:
        """What asks who calls a route.

        Args:
            start: Where the route's declaration begins.
            end: Where it ends: after its path.
            path: Its path as it is called.

        Returns:
            ``handler``, ``class`` or ``file`` by where the guard stands; ``anonymous`` where the route is said to be
            open to everyone; empty where nothing of the kind was found.
        """
        own = self._own(start, end)
        said = _said(own, self._language)
        if said:
            return "handler" if said == "asks" else said
        place = bisect_right(self._classes, start, key=itemgetter(0)) - 1
        said = self._classes[place][1] if place >= 0 else ""
        if said:
            return "class" if said == "asks" else said
        ordered = self._language in {"javascript", "typescript", "go"}
        found = (one for one in self._for_all if path.startswith(one.prefix) and (one.start < start or not ordered))
        return "file" if next(found, None) else ""

    def _own(self, start: int, end: int) -> str:
        """The route's own decorators, and what stands between its path and its body."""
        text = self._text
        if text.startswith(".Map", start):
            following = _MAPPED.search(text, end, end + _LONGEST_LAMBDA)
            last = following.start() if following else end + _LONGEST_LAMBDA
            return " ".join(_CHAINED.findall(text, end, last))
        if text.startswith(("path(", "re_path("), start):  # the view's name says nothing
            return " ".join(_WRAPPERS.findall(text, end, _call_end(text, end, 1)))
        if text[start : start + 1] in "@[":
            return text[self._decorated_from(start) : start] + text[end : self._signature_end(end)]
        depth = text.count("(", start, end) - text.count(")", start, end)
        last = _call_end(text, end, 0 if self._language in _CARRIES_STRINGS else depth)
        return text[text.rfind("\n", 0, start) + 1 : start] + text[end:last]

    def _decorated_from(self, start: int) -> int:
        """Where the decorators begin that stand before a place; each may go over several lines."""
        first = line = self._text.rfind("\n", 0, start) + 1
        for _ in range(_ABOVE):
            if line == 0:
                break
            before = self._text.rfind("\n", 0, line - 1) + 1
            written = self._text[before : line - 1].strip()
            if not written or (written.endswith(_ENDS_DECORATION) and not written.endswith(_OPENS_LIST)):
                break
            line = before
            first = line if _DECORATED.match(self._text, before) else first
        return first

    def _signature_end(self, end: int) -> int:
        """Where the declaration ends to which decorators belong: at its body, or at an empty line."""
        reach = min(end + _LONGEST_DECLARATION, len(self._text))
        position = self._text.find("\n", end, reach)
        while 0 <= position < reach:
            line_end = self._text.find("\n", position + 1, reach)
            line_end = reach if line_end < 0 else line_end
            line = self._text[position + 1 : line_end].strip()
            ends = line.endswith((*_ENDS_DECORATION, ":", "=>", "...")) and not line.endswith(_OPENS_LIST)
            if not line or (ends and not _DECORATED.match(line)):
                return line_end
            position = line_end
        return reach


def _classes(text: str, head_end: str) -> Iterator[tuple[int, str]]:
    """Where each class begins, and what its decorators and its head, up to a mark, say."""
    pending: list[str] = []
    position = 0
    for line in text.split("\n"):
        if _CLASS.match(line):
            yield position, _said(" ".join([*pending, line.partition("{")[0].partition(head_end)[0]]), "")
            pending = []
        elif not line.strip() or line.rstrip().endswith(_ENDS_DECORATION):
            pending = []
        elif len(pending) < _ABOVE:
            pending.append(line[:_REACH])
        position += len(line) + 1


def _call_end(text: str, end: int, depth: int) -> int:
    """Where a call ends, or the body begins that it is given.

    Args:
        text: The file.
        end: Where to begin.
        depth: Parentheses that are open there; 0 where what is chained behind the call belongs to it.
    """
    body = _BODY.search(text, end, end + _REACH)
    last = body.start() if body else min(end + _REACH, len(text))
    for match in _PARENTHESIS.finditer(text, end, last) if depth else ():
        depth += 1 if match.group() == "(" else -1
        if depth <= 0:
            return match.start()
    return last


def _for_all(text: str, language: str) -> Iterator[Guard]:
    pattern = _FOR_ALL.get(language)
    found = 0
    for match in pattern.finditer(text) if pattern else ():
        rest = text[match.end() : _call_end(text, match.end(), int(match.group().endswith("(")))]
        line_start = text.rfind("\n", 0, match.start()) + 1
        if text[line_start : match.start()].lstrip().startswith(("//", "#", "*", "/*")):
            continue
        name = match.group().strip("(. ")
        if language != "csharp" and _said(f"{name} {rest}", language) != "asks":
            continue
        prefix = _PREFIX.match(rest) if language in {"javascript", "typescript"} else None
        found += 1
        if found > MOST:
            return
        yield Guard(name, match.start(), prefix["path"] if prefix else "")


def _said(text: str, language: str) -> str:
    """``asks``, ``anonymous`` or nothing, by the names in a piece of a file."""
    plain = _NO_GUARD.sub("", text if language in _CARRIES_STRINGS else _STRING.sub("''", text))
    opened = _OPEN.search(plain)
    rest = _OPEN.sub("", plain)
    if _ASKS.search(rest):
        return "asks"
    return "anonymous" if opened else ""
