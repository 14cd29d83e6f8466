"""Tells from a compiled file of requirements which packages only tools brought in."""

from __future__ import annotations

import re

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import lines_of

_VIA = lazy_re.compile(r"^(?P<package>[^#]*?)\s*# via\b[ \t]*(?P<whom>.*)$")
_NAMED = lazy_re.compile(r"^([A-Za-z0-9][\w.-]*)")
_ASKED_FOR = lazy_re.compile(r"(^|\s)-r\s|\.(in|toml|cfg|py)\b|[(/]")
"""What a compiled file names as the reason of a package that the project itself asks for."""
_TOOLS = lazy_re.compile(
    r"^(locust|pytest(-.+)?|moto|behave|tox|nox|testcontainers|selenium|playwright|checkov|ansible(-.+)?|awscli|localstack"
    r"|pre-commit|mkdocs(-.+)?|sphinx|jupyter(lab)?|notebook|ipykernel)$"
)
"""By which a product is tried, deployed or described: what they bring runs in no part of it."""


def brought_by_tools(text: str) -> frozenset[int]:
    """Lines of packages that only tools ask for, by the reasons that pip-compile and uv write below or beside each.

    Args:
        text: Of a file of requirements; one that was not compiled gives no reasons, and so no lines.
    """
    places: dict[str, int] = {}
    reasons: dict[str, list[str]] = {}
    package, listing = "", False
    for number, line in enumerate(lines_of(text), 1):
        named, match = _NAMED.match(line), _VIA.match(line) if "# via" in line else None
        if named:
            package = _plain(named[1])
            places[package] = number
        if match:
            reasons.setdefault(package, []).append(match["whom"].strip())
        elif listing and line.lstrip().startswith("#   "):
            reasons[package].append(line.lstrip("# \t"))
        listing = match is not None or (listing and not named)
    return frozenset(places[one] for one in reasons if one in places and _only_tools_ask(one, reasons))


def _only_tools_ask(package: str, reasons: dict[str, list[str]]) -> bool:
    """Whether every way from a package to what the project asks for ends at a tool, and none at the package itself."""
    left, seen, tool = [package], {package}, False
    while left:
        one = left.pop()
        if one != package and _TOOLS.match(one):
            tool = True
            continue
        whom = [reason for reason in reasons.get(one, ()) if reason and not reason.startswith("-c ")]
        if not whom or any(_ASKED_FOR.search(reason) for reason in whom):
            return False
        new = {_plain(name) for reason in whom for name in reason.split(",")} - seen
        left.extend(new)
        seen |= new
    return tool


def _plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()
