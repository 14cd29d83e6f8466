"""Which checks of checkov there are and what they look at; made once in checkov's environment, and kept there."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

from scanner.engines.checkov.process import PROTOCOL, command, run_worker
from scanner.engines.isolation import EngineEnvironment
from scanner.engines.scratch import make_scratch
from scanner.errors import EngineError

_NAME = f"archscan-checks-{PROTOCOL}.json"


@dataclass(frozen=True)
class CheckIndex:
    """What there is.

    Args:
        checks: Id to entries, as the worker's ``index`` module writes them.
    """

    checks: Mapping[str, list[dict[str, Any]]]

    def __contains__(self, identifier: str) -> bool:
        """Whether this version of checkov has such a check of Terraform or Kubernetes."""
        return identifier in self.checks

    def title(self, identifier: str, *, kubernetes: bool) -> str:
        """What checkov calls it, where it looks at objects or where it looks at blocks."""
        entries = self.checks[identifier]
        mine = (one for one in entries if kubernetes == ("kubernetes" in (one["kind"], one.get("framework"))))
        return str(next(mine, entries[0])["name"])

    def only(self, identifiers: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """The entries of some ids."""
        return {identifier: self.checks[identifier] for identifier in identifiers if identifier in self.checks}

    def graphs(self, framework: str, identifiers: Iterable[str]) -> dict[str, frozenset[str]]:
        """Those of some ids that look at connections, with the types of which they speak."""
        return {
            identifier: frozenset(entry["types"])
            for identifier in identifiers
            for entry in self.checks.get(identifier, ())
            if entry["kind"] == "graph" and entry["framework"] == framework
        }

    def around(self, identifier: str) -> frozenset[str]:
        """Types at which the classes of an id look besides the block that they judge."""
        return frozenset(one for entry in self.checks[identifier] for one in entry.get("around", ()))

    def concerned(self, kind: str, type_: str) -> tuple[tuple[str, bool], ...]:
        """Ids of classes that look at a type, in a stable order, and whether they look around too.

        Args:
            kind: ``resource``, ``data``, ``provider``, ``module`` or ``kubernetes``.
            type_: Such as ``aws_s3_bucket``.
        """
        exact = self._by_type.get((kind, type_), ())
        globs = (found for glob, found in self._globs.get(kind, ()) if fnmatchcase(type_, glob))
        return tuple(sorted({*exact, *globs}))

    @cached_property
    def _by_type(self) -> Mapping[tuple[str, str], list[tuple[str, bool]]]:
        found: dict[tuple[str, str], list[tuple[str, bool]]] = {}
        for identifier, entry in self._classes():
            for type_ in entry["types"]:
                found.setdefault((entry["kind"], type_), []).append((identifier, "around" in entry))
        return found

    @cached_property
    def _globs(self) -> Mapping[str, list[tuple[str, tuple[str, bool]]]]:
        found: dict[str, list[tuple[str, tuple[str, bool]]]] = {}
        for identifier, entry in self._classes():
            for type_ in entry["types"]:
                if any(mark in type_ for mark in "*?["):
                    found.setdefault(entry["kind"], []).append((type_, (identifier, "around" in entry)))
        return found

    def _classes(self) -> Iterable[tuple[str, dict[str, Any]]]:
        for identifier, entries in self.checks.items():
            for entry in entries:
                if entry["kind"] != "graph":
                    yield identifier, entry


def load_index(environment: EngineEnvironment) -> CheckIndex:
    """The index of an environment, made now if it was not.

    Args:
        environment: Of checkov; ready.

    Raises:
        EngineError: It cannot be made.
    """
    path = environment.path / _NAME
    try:
        return _read(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        data = _make(environment)
    try:
        found = _read(data)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError("checkov's checks could not be listed: the worker printed something else") from error
    _keep(path, data)
    return found


def _read(data: bytes) -> CheckIndex:
    content = json.loads(data)
    if content["version"] != PROTOCOL:
        raise ValueError("an index of another form")
    checks = content["checks"]
    for entries in checks.values():
        for entry in entries:
            entry["kind"], entry["types"], entry["name"]  # that they are there
    return CheckIndex(checks)


def _make(environment: EngineEnvironment) -> bytes:
    scratch = make_scratch()
    try:
        done = run_worker(environment, command("index"), scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return done.stdout


def _keep(path: Path, data: bytes) -> None:
    """Write it whole or not at all; where nobody may write, it is made again next time."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
