"""Reads a folder: a walk that respects ``.gitignore``, follows no link and knows its limits."""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role, Source
from scanner.domain.fingerprint import Fingerprint
from scanner.domain.resource import Problem, Reading
from scanner.errors import NothingToScanError, ReadError, UsageError
from scanner.sources.beginnings import is_test_project
from scanner.sources.classification import kind_of
from scanner.sources.contracts import roles_of_copies
from scanner.sources.fingerprint import NotPlainError, open_plain, still_holds, take_fingerprint
from scanner.sources.ignoring import IgnoreRules, tracked_files
from scanner.sources.of_others import count_files, terraform_of_others
from scanner.sources.revision import describe, find_git
from scanner.sources.roles import framework_marker, is_vendored_folder, role_of
from scanner.sources.surroundings import Surroundings

_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SNIFFED = 8192
_FETCHED = ".terraform"
"""Where ``terraform init`` puts the modules that it fetches."""
_JUDGED = frozenset({Role.PRODUCT, Role.DOCUMENTATION})
_WORTH_A_PROBLEM = {
    ArtifactKind.TERRAFORM,
    ArtifactKind.TERRAFORM_VARIABLES,
    ArtifactKind.CONTAINER,
    ArtifactKind.MANIFEST,
    ArtifactKind.SOURCE,
}


@dataclass(frozen=True)
class Limits:
    """How much of a repository is read at most; a hostile one costs a problem, not the run."""

    file_bytes: int = 4 * 1024 * 1024
    """Larger files are not parsed."""
    depth: int = 64
    """Folders within folders."""
    files: int = 500_000
    """Entries of the walk."""


@dataclass
class _Walk:
    """What has been gathered so far."""

    artifacts: list[Artifact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    test_projects: list[str] = field(default_factory=list)
    """Folders of .NET's projects that hold nothing but tests, each with ``/`` at its end."""
    full: bool = False

    def problem(self, message: str, path: str) -> None:
        path = path.encode("utf-8", errors="replace").decode("utf-8")
        self.problems.append(Problem(stage="reading", message=message, location=Location(path=path or ".")))


class RepositoryReader:
    """The files below one folder."""

    def __init__(self, root: Path, limits: Limits | None = None, earlier: Source | None = None) -> None:
        """Take the folder as it stands.

        Args:
            root: Folder to scan.
            limits: How much is read at most.
            earlier: Where its files came from, if it is an earlier commit that was laid out: all of it is tracked, so
                that nothing is ignored.

        Raises:
            UsageError: It does not exist or is not a folder.
        """
        if not root.exists():
            raise UsageError(f"{root} does not exist", hint="give the folder of a repository")
        if not root.is_dir():
            raise UsageError(f"{root} is not a folder", hint="give the folder that holds the file")
        self.root = root.resolve()
        self._limits = limits or Limits()
        self._earlier = earlier
        self._surroundings = Surroundings(self.root)

    def source(self) -> Source:
        """Where the files come from."""
        if self._earlier is not None:
            return self._earlier
        found = find_git(self.root)
        return describe(self.root, found[1] if found else None)

    def walk(self) -> Reading:
        """All artefacts in a stable order, with what could not be read.

        Raises:
            NothingToScanError: The folder holds no file at all, and all of it could be read.
        """
        found = None if self._earlier else find_git(self.root)
        top = found[0] if found else self.root
        rules = IgnoreRules(top, partial(tracked_files, found[1]) if found else frozenset, reads=not self._earlier)
        walk = _Walk()
        prefix = "" if top == self.root else self.root.relative_to(top).as_posix() + "/"
        self._enter("", 0, prefix, rules, walk)
        self._tell_copies(walk)
        if not walk.counts["files"] and not walk.problems:
            raise NothingToScanError(
                f"{self.root.name} holds no file to scan", hint="is everything in it ignored by .gitignore?"
            )
        return Reading(
            artifacts=tuple(walk.artifacts),
            problems=tuple(walk.problems),
            counts={"files": 0, **dict(sorted(walk.counts.items()))},
        )

    def read(self, artifact: Artifact) -> bytes:
        """The file's bytes.

        Raises:
            ReadError: It is gone, unreadable, binary, larger than the limit, or no longer a plain file.
        """
        try:
            descriptor, _ = open_plain(self.root / artifact.path)
            with os.fdopen(descriptor, "rb") as file:
                data = file.read(self._limits.file_bytes + 1)
        except NotPlainError as error:
            raise ReadError(f"{artifact.path} is not a plain file") from error
        except OSError as error:
            raise ReadError(f"{artifact.path} could not be read: {error.strerror}") from error
        if len(data) > self._limits.file_bytes:
            raise ReadError(f"{artifact.path} is larger than {self._limits.file_bytes // 1024 // 1024} MB")
        if artifact.kind is not ArtifactKind.DOCUMENT and _is_binary(data):
            promised = "" if artifact.kind is ArtifactKind.OTHER else ", although its name says otherwise"
            raise ReadError(f"{artifact.path} is binary{promised}")
        return data

    def fingerprint(self, artifacts: Sequence[Artifact]) -> Fingerprint:
        """What is there now, as one digest, and how to tell later whether it stayed so.

        What cannot be read enters as such, so that the digest changes when it can.

        Args:
            artifacts: What :meth:`walk` listed.
        """
        return take_fingerprint(self.root, artifacts, self._limits.file_bytes)

    def unchanged(self, fingerprint: Fingerprint) -> bool:
        """Whether all files stayed as they were since their fingerprint was taken, which no second digest can prove.

        To be asked when the last of them has been read, before a result is kept under the fingerprint.
        """
        return still_holds(fingerprint, self.root, self._limits.file_bytes)

    def _enter(self, folder: str, depth: int, prefix: str, rules: IgnoreRules, walk: _Walk) -> None:
        if depth > self._limits.depth:
            walk.problem(f"folders deeper than {self._limits.depth} are not read", folder)
            return
        entries = self._entries(folder, walk)
        projects = (f"{folder}/{entry.name}" for entry in entries if folder and entry.name.endswith(".csproj"))
        if any(is_test_project(self._surroundings.beginning(project)) for project in projects):
            walk.test_projects.append(f"{folder}/")
        for entry in entries:
            if walk.full:
                return
            path = f"{folder}/{entry.name}" if folder else entry.name
            try:
                self._take(entry, path, depth, prefix, rules, walk)
            except OSError as error:  # such as that the path to it is longer than the system takes
                walk.problem(f"it could not be read: {error.strerror}", path)

    def _take(
        self, entry: os.DirEntry[str], path: str, depth: int, prefix: str, rules: IgnoreRules, walk: _Walk
    ) -> None:
        if entry.is_symlink():
            self._link(path, walk)
        elif entry.is_dir():
            ignored = entry.name == ".git" or rules.ignored(prefix + path, folder=True)
            if is_vendored_folder(entry.name) or self._is_framework(path, entry.name):
                self._vendored(path, walk, ignored=ignored)
            elif not ignored:
                self._enter(path, depth + 1, prefix, rules, walk)
        elif entry.is_file() and not rules.ignored(prefix + path, folder=False):
            self._add(path, entry.stat(follow_symlinks=False).st_size, walk)

    def _is_framework(self, folder: str, name: str) -> bool:
        """Whether a framework was copied whole into this folder."""
        marker = framework_marker(name)
        return marker is not None and self._surroundings.holds(f"{folder}/{marker}")

    def _link(self, path: str, walk: _Walk) -> None:
        """Note where a link leads, without going there; one that leaves the scanned root leads nowhere."""
        walk.counts["links_not_followed"] += 1
        if walk.counts["links_not_followed"] > self._limits.files:
            return
        try:
            written = (self.root / path).readlink().as_posix()
        except OSError as error:
            walk.problem(f"link could not be read: {error.strerror}", path)
            return
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
        if posixpath.isabs(written) or target == ".." or target.startswith("../"):
            return
        path, target = (text.encode("utf-8", errors="replace").decode("utf-8") for text in (path, target))
        role = role_of(path)
        if role is not Role.VENDORED:
            walk.artifacts.append(Artifact(path=path, kind=ArtifactKind.LINK, role=role, target=target))

    def _entries(self, folder: str, walk: _Walk) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.root / folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            walk.problem(f"folder could not be read: {error.strerror}", folder)
            return []

    def _add(self, path: str, size: int, walk: _Walk) -> None:
        if walk.counts["files"] >= self._limits.files:
            walk.full = True
            walk.problem(f"more than {self._limits.files} files; the rest is not read", path)
            return
        walk.counts["files"] += 1
        # Names that are not text on this system cannot stand in a result.
        path = path.encode("utf-8", errors="replace").decode("utf-8")
        kind, language = kind_of(path)
        role = self._role(path, walk)
        if role not in _JUDGED:  # told, so that nobody takes silence about them for praise
            walk.counts[f"{role.value}_files"] += 1
        if role is Role.VENDORED:
            return
        if size > self._limits.file_bytes:
            walk.counts["oversized_files"] += 1
            if kind in _WORTH_A_PROBLEM and role is Role.PRODUCT:
                walk.problem(f"file of {size // 1024 // 1024} MB is larger than the limit and was not read", path)
            kind = ArtifactKind.OTHER
        walk.artifacts.append(Artifact(path=path, kind=kind, role=role, language=language, size=size))

    def _role(self, path: str, walk: _Walk) -> Role:
        """What a file is to the product, by its path, the project in which it lies, and what surrounds it."""
        role = role_of(path)
        if role is not Role.PRODUCT:
            return role
        if any(path.startswith(project) for project in walk.test_projects):
            return Role.TEST
        return self._surroundings.role(path)

    def _tell_copies(self, walk: _Walk) -> None:
        """Give descriptions of other services their roles, which only what else was found can tell."""
        roles = {one.path: role for one, role in roles_of_copies(walk.artifacts, self.read)}
        for place, one in enumerate(walk.artifacts if roles else ()):
            if one.path in roles:
                walk.artifacts[place] = one.model_copy(update={"role": roles[one.path]})
                walk.counts[f"{roles[one.path].value}_files"] += 1

    def _vendored(self, folder: str, walk: _Walk, *, ignored: bool) -> None:
        """Other people's work is counted; of it, the supplier's Terraform calls modules."""
        if Path(folder).name == _FETCHED:  # commonly ignored, and yet part of what is applied
            self._add_modules(f"{folder}/modules", walk)
        elif not ignored:
            self._add_modules(folder, walk)
        if not ignored:
            self._count_vendored(folder, walk)

    def _add_modules(self, folder: str, walk: _Walk) -> None:
        """List the Terraform files of others that lie here."""
        for found in terraform_of_others(self.root, folder, self._limits.files, self._limits.file_bytes):
            if isinstance(found, Problem):
                walk.problems.append(found)
            else:
                walk.artifacts.append(found)
                walk.counts["vendored_terraform_files"] += found.kind is ArtifactKind.TERRAFORM

    def _count_vendored(self, folder: str, walk: _Walk) -> None:
        walk.counts["vendored_folders"] += 1
        if count := count_files(self.root / folder, self._limits.files):
            walk.counts["vendored_files"] += count


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:_SNIFFED] and not data.startswith(_TEXT_MARKS)
