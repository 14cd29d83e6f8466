"""Reads checkov's output into records of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scanner import lazy_re
from scanner.domain.artifact import Location
from scanner.domain.resource import Problem
from scanner.engines.staging import original_path

_MODULE = lazy_re.compile(r"^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)+")
_CALL = lazy_re.compile(r"(?:^|\.)module\.([\w-]+)")
_INDEX = lazy_re.compile(r"\[[^\]]*\]$")


@dataclass(frozen=True)
class Record:
    """What checkov says of one resource under one check."""

    check: str
    title: str
    result: str
    """``PASSED``, ``FAILED``, ``SKIPPED`` or ``UNKNOWN``."""
    resource: str
    """Address as checkov writes it, with module path and index."""
    location: Location
    caller: Location | None
    """The module call by which it came to be."""
    keys: tuple[str, ...]
    """Attribute paths that checkov looked at."""
    comment: str
    """The supplier's reason, where it is skipped."""
    framework: str

    @property
    def module(self) -> str:
        """The module path, such as ``module.logs``, or an empty text."""
        found = _MODULE.match(self.resource)
        return found[0].rstrip(".") if found else ""

    @property
    def module_names(self) -> tuple[str, ...]:
        """Names of the module calls, outermost first."""
        return tuple(_CALL.findall(self.module))

    @property
    def address(self) -> str:
        """The address inside its module, without index."""
        return _INDEX.sub("", _MODULE.sub("", self.resource))


def read_records(
    output: object, unknown: Iterable[Mapping[str, Any]], root: Path
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Read the JSON that checkov printed.

    Args:
        output: One report, a list of them, or its summary when there was nothing to report.
        unknown: Records that the start program kept aside.
        root: Folder that checkov was given; the copies lie in its ``tree``.

    Returns:
        All records, and files that checkov could not parse.

    Raises:
        KeyError, TypeError, ValueError: It is not what this version of checkov promises.
    """
    reports: list[Any] = output if isinstance(output, list) else [output]
    records: list[Record] = []
    problems: list[Problem] = []
    for report in reports:
        if "results" not in report:  # the summary of an empty run
            continue
        framework = str(report["check_type"])
        for kind in ("passed_checks", "failed_checks", "skipped_checks"):
            records.extend(_record(raw, framework, root) for raw in report["results"][kind])
        problems.extend(_unparsed(path, root) for path in report["results"]["parsing_errors"])
    records.extend(_record(raw, str(raw["framework"]), root) for raw in unknown)
    return tuple(records), tuple(problems)


def _record(raw: Mapping[str, Any], framework: str, root: Path) -> Record:
    result = raw["check_result"]
    caller = raw.get("caller_file_path")
    return Record(
        check=str(raw["check_id"]),
        title=str(raw.get("check_name") or ""),
        result=str(result["result"]),
        resource=str(raw["resource"]),
        location=_location(str(raw.get("file_abs_path") or raw["file_path"]), raw["file_line_range"], root),
        caller=_location(str(caller), raw.get("caller_file_line_range") or (1, 1), root) if caller else None,
        keys=tuple(str(key) for key in result.get("evaluated_keys") or ()),
        comment=str(result.get("suppress_comment") or ""),
        framework=framework,
    )


def _location(path: str, lines: Sequence[int], root: Path) -> Location:
    start = max(int(lines[0]), 1)
    return Location(path=_relative(path, root), start_line=start, end_line=max(int(lines[1]), start))


def _relative(path: str, root: Path) -> str:
    """A path of checkov's, absolute or below its root, relative to the copies."""
    relative = path.replace("\\", "/").removeprefix(root.as_posix()).lstrip("/")
    if not relative.startswith("tree/"):
        raise ValueError("checkov named a file that it was not given")
    return original_path(relative.removeprefix("tree/"))


def _unparsed(path: str, root: Path) -> Problem:
    message = "checkov could not parse this file, so its rules say nothing of it"
    return Problem(stage="engines", engine="checkov", message=message, location=Location(path=_relative(path, root)))
