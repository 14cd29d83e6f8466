"""TOML manifests of Python: pyproject.toml and Pipfile."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import MalformedError, Manifest, lines_of
from scanner.parsers.dependencies.ranges import exact, minor_range
from scanner.parsers.dependencies.requirements import add_requirement, scope_of_extra

_PLACE = lazy_re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = lazy_re.compile(r"^\s*\[\[?([^\[\]]+)\]")
_SETTING = lazy_re.compile(r"[\w.\"' \t-]+")
_QUOTED = lazy_re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_MAX_LENGTH = 1_000_000
_MAX_DOTS = 400
"""In keys of one line: the time that the library takes grows with the cube of it."""
_LONGEST_GAP = 500


class TomlText:
    """A TOML file's tables, and where in the file a key or an element stands."""

    def __init__(self, text: str) -> None:
        """Read the file.

        Raises:
            MalformedError: It is no valid TOML, or longer or deeper than any manifest is.
        """
        if len(text) > _MAX_LENGTH:
            raise MalformedError("larger than a manifest can be")
        self._lines = lines_of(text)
        for number, written in enumerate(self._lines, 1):
            if written.count(".") > _MAX_DOTS and _QUOTED.sub("", written).count(".") > _MAX_DOTS:
                raise MalformedError("a key that is longer than any can be", number)
        try:
            self.root: Mapping[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            line = int(place[1]) if place else len(lines_of(text))
            raise MalformedError(_PLACE.sub("", str(error)).strip() or "not valid TOML", line) from error
        except RecursionError as error:
            raise MalformedError("nested deeper than a manifest can be") from error
        self._places = _places(self._lines)

    def table(self, *path: str) -> Mapping[str, Any]:
        """The table at a path; empty where there is none."""
        value: Any = self.root
        for step in path:
            value = value.get(step) if isinstance(value, Mapping) else None
        return value if isinstance(value, Mapping) else {}

    def line_of(self, *path: str) -> int:
        """The line on which the key of a path stands; of ``a = {b = …}`` the line of ``a``."""
        for length in range(len(path), 0, -1):
            line = self._places.get(".".join(path[:length]))
            if line is not None:
                return line
        return 1

    def line_after(self, line: int, text: str) -> int:
        """The line, from one on, on which a string stands in quotes; that one where it is not found."""
        for number in range(line, min(line + _LONGEST_GAP, len(self._lines) + 1)):
            if f'"{text}"' in self._lines[number - 1] or f"'{text}'" in self._lines[number - 1]:
                return number
        return line


def read_pyproject(text: str, found: Manifest) -> None:
    """Read a pyproject.toml: PEP 621, dependency groups, and Poetry's tables.

    Raises:
        MalformedError: It is no valid TOML.
    """
    file = TomlText(text)
    project = file.table("project")
    name = project.get("name") or file.table("tool", "poetry").get("name")
    if isinstance(name, str):
        found.call(name)
    if isinstance(project.get("requires-python"), str):
        found.run_on("python", minor_range(project["requires-python"]), file.line_of("project", "requires-python"))
    _add_list(file, found, project.get("dependencies"), "runtime", ("project", "dependencies"))
    for extra in file.table("project", "optional-dependencies"):
        path = ("project", "optional-dependencies", extra)
        _add_list(file, found, file.table(*path[:-1])[extra], scope_of_extra(extra), path)
    for group, members in file.table("dependency-groups").items():
        _add_list(file, found, members, "development", ("dependency-groups", group))
    _add_list(file, found, file.table("build-system").get("requires"), "build", ("build-system", "requires"))
    _read_poetry(file, found)


def read_pipfile(text: str, found: Manifest) -> None:
    """Read a Pipfile.

    Raises:
        MalformedError: It is no valid TOML.
    """
    file = TomlText(text)
    for section, scope in (("packages", "runtime"), ("dev-packages", "development")):
        _add_table(file, found, (section,), scope)
    for key in ("python_full_version", "python_version"):
        version = file.table("requires").get(key)
        if isinstance(version, str):
            found.run_on("python", version, file.line_of("requires", key))
            break


def _read_poetry(file: TomlText, found: Manifest) -> None:
    poetry = ("tool", "poetry")
    _add_table(file, found, (*poetry, "dependencies"), "runtime")
    _add_table(file, found, (*poetry, "dev-dependencies"), "development")
    for group, settings in file.table(*poetry, "group").items():
        optional = isinstance(settings, Mapping) and settings.get("optional") is True
        _add_table(file, found, (*poetry, "group", group, "dependencies"), "optional" if optional else "development")


def _add_list(file: TomlText, found: Manifest, members: object, scope: str, path: tuple[str, ...]) -> None:
    if members is None:
        return
    line = file.line_of(*path)
    if not isinstance(members, list):
        found.doubt(f"{path[-1]} is not a list", line)
        return
    for member in members:
        if isinstance(member, str):
            line = file.line_after(line, member)
            add_requirement(found, member, scope, line)
        elif not (isinstance(member, Mapping) and "include-group" in member):
            found.doubt(f"an entry of {path[-1]} is not a requirement", line)


def _add_table(file: TomlText, found: Manifest, path: tuple[str, ...], scope: str) -> None:
    for name, written in file.table(*path).items():
        line = file.line_of(*path, name)
        for version, optional in _versions(written):
            if name.lower() == "python":
                found.run_on("python", minor_range(version), line)
            else:
                found.depend(name, exact(version), "optional" if optional else scope, line)


def _versions(written: object) -> Iterator[tuple[str, bool]]:
    """Version or place, and whether it is optional, of a Poetry or Pipenv entry; several where markers differ."""
    if isinstance(written, str):
        yield written, False
    elif isinstance(written, list):
        for one in written:
            yield from _versions(one)
    elif isinstance(written, Mapping):
        places = (written.get(key) for key in ("version", "git", "url", "path", "file"))
        yield next((place for place in places if isinstance(place, str)), ""), written.get("optional") is True
    else:
        yield "", False


def _places(lines: list[str]) -> dict[str, int]:
    """Path of each table and key, and of what a dotted one implies, to its first line."""
    places: dict[str, int] = {}
    table: list[str] = []
    for number, line in enumerate(lines, 1):
        header = _HEADER.match(line)
        key, equals, _ = line.partition("=")
        if header:
            table = _parts(header[1])
            path = table
        elif equals and _SETTING.fullmatch(key):
            path = table + _parts(key)
        else:
            continue
        for length in range(len(path), 0, -1):
            if ".".join(path[:length]) in places:
                break
            places[".".join(path[:length])] = number
    return places


def _parts(written: str) -> list[str]:
    return [part.strip().strip("\"'") for part in written.split(".")]
