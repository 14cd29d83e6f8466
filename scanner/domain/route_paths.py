"""Paths of HTTP routes in one form, however a framework or a description writes their parameters."""

from __future__ import annotations

import re

from scanner import lazy_re

_PARAMETER = lazy_re.compile(r"\$\{[^{}]*\}|\{[^{}]*\}|<[^<>]*>|\[[^\[\]]*\]|\(\?[^()]*\)|:[A-Za-z_]\w*\??|\*+")
_HOST = lazy_re.compile(r"[a-z][a-z0-9+.-]*://[^/]*", re.IGNORECASE)


def route_shape(path: str) -> str:
    """A path without host, query and trailing slash, in lower case, each parameter written as ``{}``.

    Args:
        path: ``/patients/{id}``, ``/patients/:id``, ``/patients/<int:id>`` or ``patients/[id]``.

    Returns:
        ``/patients/{}``; an empty string for the root.
    """
    plain = _PARAMETER.sub("{}", _HOST.sub("", path.strip(), count=1)).partition("?")[0].partition("#")[0]
    segments = [segment for segment in plain.split("/") if segment]
    return "".join(f"/{'{}' if '{}' in segment else segment.lower()}" for segment in segments)
