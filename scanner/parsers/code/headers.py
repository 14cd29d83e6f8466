"""Response headers that protect the reader of a page, where a source file names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from scanner import lazy_re

_LARGEST = 2_000_000
_HINTS = (
    b"-Policy", b"-policy", b"-Options", b"-options", b"-Security", b"-security", b"_POLICY", b"_OPTIONS", b"_SECURITY",
    b".XFrameOptions", b".XContentTypeOptions", b".ContentSecurityPolicy", b".StrictTransportSecurity",
)  # fmt: skip
"""One of them stands in whatever the expression matches, which is much slower to search for."""
_NAMES = lazy_re.compile(
    rb"(?i)(?<![A-Za-z0-9_-])(content[-_]security[-_]policy(?:[-_]report[-_]only)?|x[-_]frame[-_]options"
    rb"|x[-_]content[-_]type[-_]options|strict[-_]transport[-_]security|referrer[-_]policy|permissions[-_]policy)(?![A-Za-z0-9_-])"
)
_TYPED = lazy_re.compile(
    rb"\b(?:Headers|HeaderNames)\.(XFrameOptions|XContentTypeOptions|ContentSecurityPolicy(?:ReportOnly)?|StrictTransportSecurity)\b"
)
"""As ASP.NET Core names them: each known header is a property of the answer's headers, and a constant."""
_WORDS = lazy_re.compile(rb"(?<=[a-z])(?=[A-Z])|(?<=X)(?=[A-Z])")
_COMMENT = lazy_re.compile(rb"\s*(?://|#|\*|/\*|<!--)")


def protective_headers(source: bytes) -> list[dict[str, Any]]:
    """The protective headers that a file names, in small letters, each with its first line.

    Args:
        source: The file as UTF-8.
    """
    if len(source) > _LARGEST or not any(hint in source for hint in _HINTS):
        return []
    ends = [match.start() for match in re.finditer(rb"\n", source)]
    found: dict[str, int] = {}
    for match in (*_NAMES.finditer(source), *_TYPED.finditer(source)):
        begin = source.rfind(b"\n", 0, match.start()) + 1
        if _COMMENT.match(source, begin, match.start()):
            continue
        name = _WORDS.sub(b"-", match[1]).decode("ascii").lower().replace("_", "-")
        found.setdefault(name, bisect_left(ends, match.start()) + 1)
    return [{"name": name, "line": line} for name, line in found.items()]
