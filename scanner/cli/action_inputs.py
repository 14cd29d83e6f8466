"""The inputs of the GitHub Action, checked: text that a workflow put together, perhaps of a stranger's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from scanner import lazy_re
from scanner.cli.reporting import Target, targets_of
from scanner.domain.catalog import Severity
from scanner.errors import UsageError
from scanner.interfaces import Persona

MAX_LINES = 50
"""Lines of an input; no product has more repositories, and no run more reports."""
NEVER = "never"

_LONGEST = 4096
_POLICY_NAME = lazy_re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REPOSITORY_NAME = lazy_re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_REVISION = lazy_re.compile(r"(?!-)[\w./@^~+{}-]{1,255}", re.ASCII)
_NUMBER = lazy_re.compile(r"\d{1,3}(\.\d{1,6})?", re.ASCII)
_BLANKS_AND_COMMAS = lazy_re.compile(r"[\s,]+")


class NewOnly(StrEnum):
    """Whether only what a change made worse closes the gate."""

    AUTO = "auto"
    """In pull requests and merge queues."""
    TRUE = "true"
    FALSE = "false"


@dataclass(frozen=True)
class Folder:
    """A folder to scan."""

    place: str
    """From the workspace, with ``/``; ``.`` for the workspace itself."""
    name: str = ""
    """By which its files stand in the result; only of the second and later ones."""


@dataclass(frozen=True)
class Inputs:
    """All inputs that reach Python."""

    workspace: Path
    folders: tuple[Folder, ...]
    policy: str
    """Name of a policy, or its file."""
    baseline: Path | None
    base: str
    """Commit or branch as the workflow names it; empty where the event decides."""
    new_only: NewOnly
    reports: tuple[Target, ...]
    fail_on: str
    """``never``, severities with commas between them, or empty where the policy decides."""
    minimum_score: float | None
    minimum_coverage: float | None
    approvals: Path | None
    persona: Persona
    offline: bool
    cache: bool


def read_inputs(environment: Mapping[str, str]) -> Inputs:
    """Check the inputs that the runner hands over.

    Args:
        environment: ``GITHUB_WORKSPACE`` and, for each input of ``action.yml``, ``INPUT_`` and its name.

    Raises:
        UsageError: An input is not of its form, or leads out of the workspace.
    """
    workspace = Path(environment.get("GITHUB_WORKSPACE") or ".").resolve()

    def text(name: str) -> str:
        return _plain(environment.get(f"INPUT_{name.upper().replace('-', '_')}", ""), name)

    return Inputs(
        workspace=workspace,
        folders=_folders(workspace, text("path")),
        policy=_policy(workspace, text("policy")),
        baseline=_file(workspace, text("baseline"), "baseline"),
        base=_revision(text("base")),
        new_only=NewOnly(_one_of(text("new-only"), "new-only", list(NewOnly))),
        reports=_reports(workspace, text("reports")),
        fail_on=_fail_on(text("fail-on")),
        minimum_score=_number(text("minimum-score"), "minimum-score", 100),
        minimum_coverage=_number(text("minimum-coverage"), "minimum-coverage", 1),
        approvals=_file(workspace, text("approvals"), "approvals"),
        persona=Persona(_one_of(text("persona") or Persona.CI, "persona", list(Persona))),
        offline=_one_of(text("offline") or "false", "offline", ["true", "false"]) == "true",
        cache=_one_of(text("cache") or "true", "cache", ["true", "false"]) == "true",
    )


def _plain(text: str, name: str) -> str:
    """An input without what could steer a terminal or begin a line of a runner's file; several lines may stay lines."""
    if len(text) > _LONGEST:
        raise UsageError(f"input {name} is longer than {_LONGEST} characters")
    lines = [line.strip() for line in text.splitlines()]
    for line in lines:
        if not line.isprintable():
            raise UsageError(f"input {name}: {line!a} holds characters that are not allowed")
    return "\n".join(line for line in lines if line)


def _single(text: str, name: str) -> str:
    if "\n" in text:
        raise UsageError(f"input {name}: {text!a} is more than one line")
    return text


def _lines(text: str, name: str) -> list[str]:
    lines = text.split("\n") if text else []
    if len(lines) > MAX_LINES:
        raise UsageError(f"input {name} has more than {MAX_LINES} lines")
    return lines


def _inside(workspace: Path, text: str, name: str) -> Path:
    """A path of the workspace, with every link followed."""
    path = (workspace / text).resolve()
    if not path.is_relative_to(workspace):
        raise UsageError(f"input {name}: {text!a} leads out of the workspace")
    return path


def _folders(workspace: Path, text: str) -> tuple[Folder, ...]:
    found = []
    for number, line in enumerate(_lines(text, "path") or ["."]):
        name, separator, folder = line.partition("=")
        if not separator:
            name, folder = "", line
        elif not number:
            raise UsageError(f"input path: {line!a}: the first folder has no name")
        elif not _REPOSITORY_NAME.fullmatch(name):
            raise UsageError(f"input path: {name!a} is no name for a folder")
        found.append(Folder(_inside(workspace, folder, "path").relative_to(workspace).as_posix(), name))
    return tuple(found)


def _policy(workspace: Path, text: str) -> str:
    _single(text, "policy")
    if not text or _POLICY_NAME.fullmatch(text):
        return text or "default"
    return str(_file(workspace, text, "policy"))


def _file(workspace: Path, text: str, name: str) -> Path | None:
    """A file that is to be read."""
    if not _single(text, name):
        return None
    file = _inside(workspace, text, name)
    if not file.is_file():
        raise UsageError(f"input {name}: {text!a} is not a file")
    return file


def _reports(workspace: Path, text: str) -> tuple[Target, ...]:
    try:
        targets = targets_of(_lines(text, "reports"))
    except UsageError as error:
        raise UsageError(f"input reports: {error.message}", hint=error.hint) from error
    return tuple(Target(one.format, _written(workspace, one.file)) for one in targets)


def _written(workspace: Path, file: PurePath) -> Path:
    """A file that is to be written: not through a link, which may be a stranger's, and not among git's own."""
    path = _inside(workspace, str(file), "reports")
    straight = workspace.joinpath(*(part for part in file.parts if part != "."))
    if ".." in file.parts or path != straight:
        raise UsageError(f"input reports: {str(file)!a} leads through a link or a folder above")
    if any(part.lower() == ".git" for part in file.parts):
        raise UsageError(f"input reports: {str(file)!a} lies among git's own files")
    return path


def _revision(text: str) -> str:
    if text and not _REVISION.fullmatch(_single(text, "base")):
        raise UsageError(f"input base: {text!a} is no commit and no branch")
    return text


def _fail_on(text: str) -> str:
    words = [word for word in _BLANKS_AND_COMMAS.split(text.lower()) if word]
    known = [severity.value for severity in Severity]
    if unknown := next((word for word in words if word not in {*known, NEVER}), None):
        raise UsageError(f"input fail-on: {unknown!a} is none of {', '.join(known)} and {NEVER}")
    if NEVER in words and len(words) > 1:
        raise UsageError(f"input fail-on: {NEVER} stands alone")
    return ",".join(words)


def _number(text: str, name: str, most: int) -> float | None:
    if not _single(text, name):
        return None
    if not _NUMBER.fullmatch(text) or float(text) > most:
        raise UsageError(f"input {name}: {text!a} is no number from 0 to {most}")
    return float(text)


def _one_of(text: str, name: str, known: Sequence[str]) -> str:
    chosen = text.lower() or known[0]
    if chosen not in known:
        raise UsageError(f"input {name}: {text!a} is none of {', '.join(known)}")
    return chosen
