"""Which files hardly ship, by their names: tools of developers, what was tried or replaced, settings of one computer.

This is weaker than a role (:mod:`scanner.sources.roles`): such a file is read and judged as the product's, since a
release may well be made by a script; but what is found there alone accuses nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scanner import lazy_re

_TOOLS = frozenset(
    {
        *("scripts", "script", "tools", "tool", "tooling", "hack", "benchmarks", "benchmark"),
        *("devtools", "dev-tools", "dev_tools", "devsupport", "dev-support", "dev_support"),
    }
)
_PARTS = frozenset({"tools", "tool", "tooling", "benchmark", "benchmarks", "hack"})
"""Such as lie in the root: further down a part of the program is called so."""
_TOOLS_OF = lazy_re.compile(r".+[-_]tools", re.IGNORECASE)
"""Named after the product, in the root: its tools, unless a program's source folder lies below."""
_TASKS = frozenset({"grunt", "gulp"})
"""Tasks of such a program, in the root: run where it is built, and by nobody who uses it."""
_DEEPEST = 3
"""Folders from the root in which the others lie."""
_SHIPS = lazy_re.compile(
    r"(src|app|lib|main|static|public|wwwroot|assets|content|webapp|web|www|site|client|frontend|ui)", re.IGNORECASE
)
"""What lies below these goes to users, whatever its folder is called."""
_PAGE_SCRIPT = lazy_re.compile(r"\.(jsx?|css|html?)$", re.IGNORECASE)
_REPLACED = lazy_re.compile(
    r".+[-_.](outdated|deprecated|obsolete|unused)|(outdated|deprecated|obsolete|unused)[-_.].+|dev[-_]?tools?[-_.].+"
    r"|(outdated|obsolete|unused|scratch|experiments?)|.+[-_]archived?"
    r"|(src|source|app|code)[-_](backup|bak|old)|(.+[-_.])?backup[-_.]\d{6,}",
    re.IGNORECASE,
)
_LOCAL = lazy_re.compile(
    r"[-_.]local(host)?\.(ya?ml|json|properties|env|toml|conf|config|ini|xml|tfvars)$", re.IGNORECASE
)
_NO_PAGES = lazy_re.compile(
    r"(^|/)(e-?mails?|e?-?mail[-_]?templates?|mailers?|style[-_]?guides?|pattern[-_]library|\.?storybook)/"
    r"(.*/)?[^/]+\.(html?|cshtml|erb|hbs|ejs|jsp|twig|njk|blade\.php|html\.php)$",
    re.IGNORECASE,
)
"""Markup that no browser opens, or that shows how pages are made."""


@lru_cache(maxsize=4096)  # a group of findings is put in order by it
def lies_aside(path: str) -> bool:
    """Whether a file hardly ships.

    Args:
        path: Relative path with ``/``.
    """
    folders = path.split("/")
    name = folders.pop()
    if _LOCAL.search(name) or _NO_PAGES.search(path):
        return True
    for place, folder in enumerate(folders[:_DEEPEST]):
        if _REPLACED.fullmatch(folder):
            return True
        if _is_of_tools(folder, place):
            return place == 0 or not _PAGE_SCRIPT.search(name)
        if _SHIPS.fullmatch(folder):
            return False
    return bool(folders) and _is_kept_for_developers(folders)


def _is_kept_for_developers(folders: list[str]) -> bool:
    if folders[0] in _TASKS:
        return True
    return bool(_TOOLS_OF.fullmatch(folders[0])) and not any(_SHIPS.fullmatch(folder) for folder in folders)


def _is_of_tools(folder: str, place: int) -> bool:
    small = folder.lower()
    if small not in _TOOLS or (place and small in _PARTS):
        return False
    return folder == small or small not in {"scripts", "script"}  # Scripts/ is what ASP.NET hands out
