"""Requirements of Python packages: single ones (PEP 508) and files of pip."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from scanner import lazy_re
from scanner.parsers.dependencies.compiled_requirements import brought_by_tools
from scanner.parsers.dependencies.manifest import Manifest, lines_of
from scanner.parsers.dependencies.ranges import exact

_REQUIREMENT = lazy_re.compile(r"^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?\s*(.*)$", re.DOTALL)
_SPECIFIER = lazy_re.compile(r"^\(?\s*((?:===|==|~=|!=|<=|>=|<|>)[^;)]*)")
_LONGEST = 2_000
_EGG = lazy_re.compile(r"[#&]egg=([A-Za-z0-9][\w.-]*)")
_WHEEL = lazy_re.compile(r"([A-Za-z0-9][A-Za-z0-9_.]*)-(\d[^-/]*)-[^/]*\.whl(?:[#?].*)?$")
_REPOSITORY = lazy_re.compile(r"/([A-Za-z0-9][\w.-]*?)(?:\.git)?(?:@([^#/]+))?(?:#.*)?$")
_COMMENT = lazy_re.compile(r"(^|\s)#.*$")
_OPTIONS = lazy_re.compile(r"\s--?[A-Za-z][\w-]*[ =].*$|\s--hash=.*$")
_DEVELOPMENT = lazy_re.compile(r"(^|[-_./])(dev|develop|development|test|tests|testing|lint|docs?|ci)([-_./]|$)")


def scope_of_extra(name: str) -> str:
    """The scope of what an extra of a package brings: whoever runs it leaves out those for its developers."""
    return "development" if _DEVELOPMENT.search(name.lower()) else "optional"


def add_requirement(found: Manifest, written: str, scope: str, line: int) -> None:
    """Add one requirement as PEP 508 writes it; one that cannot be read is noted.

    Args:
        found: What it is added to.
        written: ``name[extras] (specifier) ; marker`` or ``name @ url``.
        scope: Of the dependency.
        line: Where it stands.
    """
    match = _REQUIREMENT.match(written) if len(written) <= _LONGEST else None
    if match is None:
        found.doubt("a requirement that cannot be read", line)
        return
    name, rest = match[1], match[3].strip()
    if rest.startswith("@"):
        found.depend(name, rest[1:].partition(" ;")[0].strip(), scope, line)
        return
    specifier = _SPECIFIER.match(rest)
    if specifier is None and rest and not rest.startswith(";"):
        found.doubt("a requirement that cannot be read", line)
        return
    found.depend(name, exact(specifier[1].strip()) if specifier else "", scope, line)


def read_requirements(text: str, found: Manifest, path: str) -> None:
    """Read a requirements or constraints file; other files that it names are read on their own.

    Args:
        text: The file.
        found: What it adds to.
        path: Its path, which says whether it is for development.
    """
    name = PurePosixPath(path).name.lower()
    scope = "development" if _DEVELOPMENT.search(name.rpartition(".")[0]) else "runtime"
    if name.startswith("constraints"):
        scope = "managed"
    brought = brought_by_tools(text)
    for number, written in _logical_lines(text):
        line = _OPTIONS.sub("", written).strip()
        if len(line) > _LONGEST:
            found.doubt("a requirement that cannot be read", number)
            continue
        if line.startswith(("-e ", "--editable ", "--editable=")):
            line = re.split(r"[ =]", line, maxsplit=1)[1].strip()
            _add_place(found, line, scope, number)
        elif line.startswith("-") or not line:
            continue
        elif "://" in line.partition("@")[0] or line.startswith((".", "/", "file:", "git+")) or _WHEEL.search(line):
            _add_place(found, line, scope, number)
        else:
            add_requirement(found, line, "indirect" if number in brought else scope, number)


def _add_place(found: Manifest, place: str, scope: str, line: int) -> None:
    """A package that is named by where it lies."""
    egg, wheel = _EGG.search(place), _WHEEL.search(place)
    if egg:
        found.depend(egg[1], place, scope, line)
    elif wheel:
        found.depend(wheel[1].replace("_", "-"), wheel[2], scope, line)
    elif "://" in place:
        repository = _REPOSITORY.search(place)
        found.depend(repository[1] if repository else place, place, scope, line)
    # A folder of the repository itself is no dependency on others.


def _logical_lines(text: str) -> list[tuple[int, str]]:
    """Lines without comments, continued ones joined, each with the number of its first."""
    joined: list[tuple[int, str]] = []
    parts: list[str] = []
    first = 0
    for number, raw in enumerate(lines_of(text), 1):
        first = first if parts else number
        line = raw if raw.lstrip().startswith("#") else raw.rstrip()
        if line.endswith("\\") and not line.lstrip().startswith("#"):
            parts.append(line[:-1])
            continue
        parts.append(_COMMENT.sub("", line))
        joined.append((first, " ".join(parts)))
        parts = []
    if parts:
        joined.append((first, " ".join(parts)))
    return joined
