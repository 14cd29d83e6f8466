"""Reads which HTTP routes a source file offers, and which of its own origin it calls.

A route is kept where a framework's own way of declaring it stands around a literal path; a path that is put together
elsewhere is not seen, so what is missing here is no proof that a route is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scanner import lazy_re
from scanner.domain.route_paths import route_shape
from scanner.parsers.code.guards import Guards

MOST = 500
"""Entries of each list."""

_LONGEST_PATH = 300
_VERBS = "get|post|put|patch|delete|options|head"
_QUOTED = r"(?P<q>['\"`])(?P<path>[^'\"`\n]{0,300})(?P=q)"
_TEXT = r"\"(?P<path>[^\"\n]{0,300})\""
_ROUTER = r"\b(?:app|server|fastify|api|\w*[rR]outer|\w*[rR]outes)"
_ECMASCRIPT = (
    rf"{_ROUTER}\.(?P<verb>{_VERBS}|all|route)\(\s*(?=['\"`]/){_QUOTED}\s*[,)]",
    rf"@(?P<verb>Get|Post|Put|Patch|Delete|All)\(\s*(?:{_QUOTED})?\s*\)",
)
_PYTHON = (
    rf"@\w+(?:\.\w+)?\.(?P<verb>{_VERBS}|route|api_route)\(\s*(?:rule\s*=\s*|path\s*=\s*)?{_QUOTED}",
    rf"\.add_(?:url_rule|api_route|route)\(\s*(?P<verb>){_QUOTED}",
)
_DJANGO = (rf"\b(?P<verb>)(?:re_)?path\(\s*r?{_QUOTED}\s*,",)
_JAVA = (
    rf"@(?P<verb>Get|Post|Put|Patch|Delete|Request)Mapping\b(?:\s*\((?:[^)\"]{{0,200}}?(?:value|path)\s*=)?\s*\{{?\s*{_TEXT})?",
    rf"@(?P<verb>)Path\s*\(\s*{_TEXT}",
)
_CSHARP = (
    rf"\[Http(?P<verb>Get|Post|Put|Patch|Delete)\b(?:\s*\(\s*{_TEXT})?",
    rf"\[(?P<verb>)Route\(\s*{_TEXT}",
    rf"\.Map(?P<verb>Get|Post|Put|Patch|Delete)\(\s*{_TEXT}",
    rf"\[HttpTrigger\([^\]]{{0,300}}?\"(?P<verb>{_VERBS})\"[^\]]{{0,300}}?\bRoute\s*=\s*{_TEXT}",
)
_GO = (
    (
        rf"\.(?P<verb>(?i:{_VERBS})|HandleFunc|Handle)\(\s*\"(?:(?P<method>[A-Z]{{3,7}}) )?"
        r"(?=/)(?P<path>[^\"\n]{0,300})\"\s*,"
    ),
)
_RUBY = (
    rf"^[ \t]*(?P<verb>{_VERBS})[ (]+{_QUOTED}",
    r"^[ \t]*(?P<verb>)resources?[ (]+:(?P<path>\w+)(?![^\n]*\bpath:)",
    r"^[ \t]*(?P<verb>)resources?[ (]+:\w+[^\n]*?\bpath:\s*[:\"']+(?P<path>[\w/-]+)",
)
_PHP = (rf"Route::(?P<verb>{_VERBS}|any|match)\([^'\"\n]{{0,200}}{_QUOTED}",)
_KOTLIN = (*_JAVA, rf"^[ \t]*(?P<verb>{_VERBS}|route)\(\s*\"(?=/)(?P<path>[^\"\n]{{0,300}})\"\s*\)\s*\{{")
_ROUTES = {
    "javascript": _ECMASCRIPT,
    "typescript": _ECMASCRIPT,
    "python": _PYTHON,
    "java": _JAVA,
    "kotlin": _KOTLIN,
    "csharp": _CSHARP,
    "go": _GO,
    "ruby": _RUBY,
    "php": _PHP,
}
_NOT_LITERAL = r"(?!['\"`]/)(?=[A-Za-z_$`\[(])(?!(?:async|function|req|request|ctx|c)\b)"
_COMPUTED = {
    "javascript": (
        rf"\b(?:app|server|fastify|\w*[rR]outer)(?:\.(?:{_VERBS}|all|route)|\[\w+\])\("
        rf"\s*{_NOT_LITERAL}[^()\n]{{1,200}},"
    ),
    "python": (
        rf"(?:@\w+(?:\.\w+)?\.(?:{_VERBS}|route|api_route)|\.add_(?:url_rule|api_route))\("
        r"\s*(?:rule\s*=\s*|path\s*=\s*)?(?:f['\"]|[A-Za-z_])"
    ),
    "java": (
        r"@(?:Get|Post|Put|Patch|Delete|Request)Mapping\s*\(\s*(?:(?:value|path)\s*=\s*)?"
        r"\{?\s*(?:\w+\.)*[A-Z_]{3,}\b(?!\s*=)"
    ),
    "csharp": r"\.Map(?:Get|Post|Put|Patch|Delete)\(\s*(?:\$\"|[A-Za-z_])",
    "go": (
        r"\b\w*(?:[rR]outer|[mM]ux)\.(?:HandleFunc|Handle|Get|Post|Put|Patch|Delete|GET|POST|PUT|PATCH|DELETE)\("
        r"\s*[A-Za-z_]"
    ),
}
"""A route whose path is put together when the program runs."""
_REQUESTS = (
    rf"\b(?P<verb>)fetch\(\s*{_QUOTED}",
    (
        rf"\b(?:axios|\w*[hH]ttp|\w*[hH]ttpClient|apiClient|\$http|\$|ky|superagent)\.(?P<verb>{_VERBS})"
        rf"(?:<[^()\n]{{0,100}}>)?\(\s*{_QUOTED}"
    ),
)
_COMPUTED["typescript"], _COMPUTED["kotlin"] = _COMPUTED["javascript"], _COMPUTED["java"]
_COMPUTED_COMPILED = {name: lazy_re.compile(one) for name, one in _COMPUTED.items()}
_COMPILED = {name: tuple(lazy_re.compile(one, re.MULTILINE) for one in found) for name, found in _ROUTES.items()}
_DJANGO_COMPILED = tuple(lazy_re.compile(one) for one in _DJANGO)
_REQUESTS_COMPILED = tuple(lazy_re.compile(one) for one in _REQUESTS)
_PREFIXED = lazy_re.compile(
    r"(?:@RequestMapping\s*\((?:[^)\"]{0,200}?(?:value|path)\s*=)?\s*\{?\s*|@Path\s*\(\s*|\[Route\(\s*|@Controller\(\s*)"
    r"['\"](?P<path>[^'\"\n]{0,300})['\"]"
    r"(?=(?:(?!\b(?:class|void|Mapping|HttpGet|HttpPost)\b)[^{};]){0,2000}\bclass\s+(?P<class>\w+))"
)
_INCLUDES = lazy_re.compile(
    r"\s*(?:view\s*=\s*)?(?:include\(|\(?[\w.]*\burls\b|http\.StripPrefix\(|\w*(?:[rR]outer|[mM]ux)(?:\(\))?\s*\))"
)
"""What stands after the path where other routes are put below it, and none is offered at it."""
_COMMENT = lazy_re.compile(r"\s*(?://|#|\*|/\*|--)")
_ORIGIN = lazy_re.compile(r"\$\{[^{}]*\}(?=/)")
_ANY = frozenset({"all", "any", "route", "match", "request", "handlefunc", "handle", "api_route", ""})


def routes_and_requests(source: bytes, language: str, path: str) -> dict[str, list[dict[str, Any]]]:
    """Routes that a file offers and requests that it sends, each ``{method, path, shape, line}``.

    A route has a ``guard`` besides (:meth:`scanner.parsers.code.guards.Guards.of`).

    Args:
        source: The file as UTF-8.
        language: Its language.
        path: Where it lies: only some files of Django and Rails declare routes.

    Returns:
        ``routes``, ``requests`` to a path without a host, and ``guards`` that stand before several routes; besides, the
        places of ``computed`` routes, whose paths are not known. A method that is not named is empty.
    """
    text = source.decode("utf-8", errors="replace")
    if len(text) > 1_000_000:
        return {"routes": [], "requests": [], "guards": [], "computed": []}
    patterns = _COMPILED.get(language, ())
    if language == "python" and path.endswith("urls.py"):
        patterns = (*patterns, *_DJANGO_COMPILED)
    if language == "ruby" and "routes" not in path:
        patterns = ()
    requests = _REQUESTS_COMPILED if language in {"javascript", "typescript"} else ()
    prefix = _prefix(text) if language in {"java", "kotlin", "csharp", "typescript"} else None
    guards = Guards(text, language)
    return {
        "routes": list(_found(text, patterns, prefix, guards)),
        "guards": guards.entries(),
        "computed": list(_computed(text, language)),
        "requests": [one for one in _found(text, requests, None) if one["shape"]],
    }


def _prefix(text: str) -> re.Match[str] | None:
    """What stands before every route of a file: that of its class, if it has just one such class."""
    found = list(_PREFIXED.finditer(text))
    return found[0] if len(found) == 1 else None


def _found(
    text: str, patterns: tuple[re.Pattern[str], ...], prefix: re.Match[str] | None, guards: Guards | None = None
) -> Iterator[dict[str, Any]]:
    start = ""
    if prefix is not None:
        start = re.sub(r"(?i)\[controller\]", prefix["class"].removesuffix("Controller"), prefix["path"])
    count = 0
    for pattern in patterns:
        for match in pattern.finditer(text):
            line_start = text.rfind("\n", 0, match.start()) + 1
            inside_prefix = prefix is not None and match.start() <= prefix.start("path") <= match.end()
            if inside_prefix or _COMMENT.match(text[line_start : match.end()]) or count >= MOST:
                continue
            written = (match["path"] or "")[:_LONGEST_PATH]
            if guards is None:
                written = _ORIGIN.sub("", written, count=1) if written.startswith("${") else written
                if not written.startswith("/") or written.startswith("//"):
                    continue
            whole = written if not start or written.startswith(("~", start)) else _joined(start, written)
            count += 1
            named = match.groupdict().get("method") or match["verb"] or ""
            yield {
                "method": "" if named.lower() in _ANY else named.lower(),
                "path": whole.lstrip("~"),
                "shape": route_shape(whole.lstrip("~")),
                "line": text.count("\n", 0, match.start("verb")) + 1,
                **({"includes": True} if guards and _includes(text, match) else {}),
                **({"guard": guards.of(match.start(), match.end(), whole)} if guards else {}),
            }


def _includes(text: str, match: re.Match[str]) -> bool:
    """Whether a path is only the beginning of those of other routes."""
    if match["verb"] == "route" and match.group().endswith("{"):  # a group of Ktor's
        return True
    return match.group().endswith(",") and _INCLUDES.match(text, match.end(), match.end() + 200) is not None


def _computed(text: str, language: str) -> Iterator[dict[str, Any]]:
    pattern = _COMPUTED_COMPILED.get(language)
    count = 0
    for match in pattern.finditer(text) if pattern else ():
        line_start = text.rfind("\n", 0, match.start()) + 1
        if _COMMENT.match(text[line_start : match.end()]):
            continue
        count += 1
        if count > MOST:
            return
        name = match.group().partition("(")[0].lstrip("@.")
        yield {"name": name, "line": text.count("\n", 0, match.start()) + 1}


def _joined(start: str, rest: str) -> str:
    return f"{start.rstrip('/')}/{rest.lstrip('/')}".rstrip("/") if rest else start
