"""What a manifest says, as it is gathered while one is read. Shared by the readers of manifests."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from scanner import lazy_re
from scanner.domain.resource import Position, Unknown, UnknownReason, Value
from scanner.parsers.redaction import redact, redact_value

MAX_ENTRIES = 5_000
"""Dependencies that are kept of one manifest; real ones stay under a few hundred."""
_MAX_PROPERTIES = 500
_LONGEST = 300
_LINE_END = lazy_re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of a manifest that could not be understood; the rest was."""

    message: str
    line: int


class MalformedError(Exception):
    """A manifest that cannot be read any further; carries the place."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.fault = Fault(message, line)


@dataclass
class Manifest:
    """What has been read so far of one file."""

    ecosystem: str
    dependencies: list[dict[str, Value]] = field(default_factory=list)
    runtimes: list[dict[str, Value]] = field(default_factory=list)
    properties: dict[str, Value] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    lock: bool = False
    name: str = ""
    """What other manifests call the project; empty where none is written."""
    projects: list[dict[str, Value]] = field(default_factory=list)
    """Other projects of the same repository on which it builds, by path or name, with the line."""
    faults: list[Fault] = field(default_factory=list)

    def depend(self, name: str, version: str | Unknown, scope: str, line: int) -> None:
        """Add a dependency.

        Args:
            name: Name as the ecosystem writes it; for Maven and Gradle ``group:artifact``.
            version: As written, ``''`` where none is; unknown where it is set elsewhere.
            scope: ``runtime``, ``development``, ``optional``, or what else the ecosystem distinguishes.
            line: Where it stands.

        Raises:
            MalformedError: There are more of them than a manifest can have.
        """
        if not name.strip():
            self.faults.append(Fault("a dependency without a name", line))
            return
        if len(self.dependencies) >= MAX_ENTRIES:
            raise MalformedError(f"only the first {MAX_ENTRIES} dependencies are read", line)
        self.dependencies.append({"name": _clean(name), "version": _version(version), "scope": scope, "line": line})

    def build_on(self, project: str, line: int) -> None:
        """Add another project of the repository on which this one builds.

        Args:
            project: Its path from the folder of the manifest, or its name, as written.
            line: Where it stands.
        """
        if project.strip() and len(self.projects) < MAX_ENTRIES:
            self.projects.append({"project": _clean(project.replace("\\", "/")), "line": line})

    def call(self, name: str) -> None:
        """Set the project's own name."""
        self.name = _clean(name)

    def run_on(self, name: str, version: str | Unknown, line: int) -> None:
        """Add a runtime that the project is made for; one that is known already is not repeated."""
        entry: dict[str, Value] = {"name": _clean(name), "version": _version(version), "line": line}
        known = ((one["name"], one["version"]) for one in self.runtimes)
        if (entry["name"], entry["version"]) not in known and len(self.runtimes) < _MAX_PROPERTIES:
            self.runtimes.append(entry)

    def describe(self, name: str, value: str | Unknown, line: int) -> None:
        """Set a property of the project; a later value takes the place of an earlier one."""
        if len(self.properties) >= _MAX_PROPERTIES and name not in self.properties:
            return
        self.properties[name] = value if isinstance(value, Unknown) else redact_value(name, value.strip()[:_LONGEST])
        self.positions[f"properties.{name}"] = Position(line, 1)

    def doubt(self, message: str, line: int) -> None:
        """Note a part that could not be understood."""
        self.faults.append(Fault(message, line))

    def attributes(self) -> dict[str, Value]:
        """The view that rules see."""
        return {
            "ecosystem": self.ecosystem,
            "dependencies": self.dependencies,
            "runtimes": self.runtimes,
            "properties": self.properties,
            "lock": self.lock,
            "name": self.name,
            "projects": self.projects,
        }


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors count them: form feeds and other separators end none."""
    return _LINE_END.split(text)


class Places:
    """Tells lines of offsets in a text with plain line ends (:func:`plain_ends`)."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def line(self, offset: int) -> int:
        """The line in which an offset lies."""
        return bisect_left(self._ends, offset) + 1


def plain_ends(text: str) -> str:
    """The text with a line feed for every line end."""
    return _LINE_END.sub("\n", text)


def set_elsewhere(written: str) -> Unknown:
    """A value that another file or the command line gives."""
    return Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text=redact(written.strip()[:200]))


def _version(version: str | Unknown) -> str | Unknown:
    return version if isinstance(version, Unknown) else _clean(version)


def _clean(text: str) -> str:
    return redact(" ".join(text.split())[:_LONGEST])
