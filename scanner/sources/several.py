"""Several repositories as one product: the first as it stands, each other below a folder of its own name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from scanner import lazy_re
from scanner.domain.artifact import Artifact, Location, Source, SourcePart
from scanner.domain.configuration import Configuration
from scanner.domain.fingerprint import Fingerprint
from scanner.domain.resource import Problem, Reading
from scanner.errors import UsageError
from scanner.interfaces import Reader
from scanner.sources.configuration import FILE
from scanner.sources.manifest import MANIFEST
from scanner.sources.waivers import FILE as WAIVERS

_NAME = lazy_re.compile(r"[A-Za-z0-9][\w.-]{0,99}")
_OWN_FILES = (FILE, MANIFEST, WAIVERS)
"""What only the first repository can declare: it speaks for the product."""


class SeveralRepositories:
    """Reads several folders as if they were one.

    Args:
        first: The main repository of the product; what it declares holds for all.
        others: Name to repository; the name is the folder below which its files are found in the result.

    Raises:
        UsageError: A name is no plain name.
    """

    def __init__(self, first: Reader, others: Mapping[str, Reader]) -> None:
        for name in others:
            if not _NAME.fullmatch(name):
                raise UsageError(f"{name!r} is no name for a repository", hint="write NAME=FOLDER")
        self._first = first
        self._others = others

    def source(self) -> Source:
        """Where the files of the first come from, and those of the others."""
        parts = ((name, reader.source()) for name, reader in self._others.items())
        told = tuple(SourcePart(name=name, uri=one.uri, revision=one.revision) for name, one in parts)
        return self._first.source().model_copy(update={"parts": told})

    def walk(self) -> Reading:
        """All artefacts of all repositories.

        Raises:
            NothingToScanError: One of them holds no file.
            UsageError: The first has a folder or file that is called like another repository.
        """
        reading = self._first.walk()
        artifacts, problems, counts = list(reading.artifacts), list(reading.problems), Counter(reading.counts)
        top = {artifact.path.partition("/")[0] for artifact in artifacts}
        for name, reader in self._others.items():
            if name in top:
                hint = f"give it another name: other={name}"
                raise UsageError(f"the first repository has something called {name!r} itself", hint=hint)
            more = reader.walk()
            artifacts.extend(_below(name, artifact) for artifact in more.artifacts)
            problems.extend(_told_below(name, problem) for problem in more.problems)
            problems.extend(_not_heard(name, artifact) for artifact in more.artifacts if artifact.path in _OWN_FILES)
            counts.update(more.counts)
        return Reading(artifacts=tuple(artifacts), problems=tuple(problems), counts=dict(counts))

    def read(self, artifact: Artifact) -> bytes:
        """The file's bytes.

        Raises:
            ReadError: It cannot be read.
        """
        reader, own = self._owner(artifact)
        return reader.read(own)

    def fingerprint(self, artifacts: Sequence[Artifact]) -> Fingerprint:
        """What is there now in all of them, as one digest."""
        digest, files, taken = hashlib.sha256(), {}, []
        for name, reader in {"": self._first, **self._others}.items():
            mine = [own for owner, own in map(self._owner, artifacts) if owner is reader]
            part = reader.fingerprint(mine)
            digest.update(f"{name}\0{part.digest}\n".encode())
            files.update({f"{name}/{path}" if name else path: state for path, state in part.files.items()})
            taken.append(part.taken)
        return Fingerprint(digest=digest.hexdigest(), files=files, taken=min(taken))

    def unchanged(self, fingerprint: Fingerprint) -> bool:
        """Whether all files of all repositories stayed as they were since their fingerprint was taken."""
        for name, reader in {"": self._first, **self._others}.items():
            mine = {
                path.removeprefix(f"{name}/") if name else path: state
                for path, state in fingerprint.files.items()
                if self._name_of(path) == name
            }
            if not reader.unchanged(Fingerprint(fingerprint.digest, mine, fingerprint.taken)):
                return False
        return True

    def _name_of(self, path: str) -> str:
        """Name of the repository in which a file lies; empty for the first."""
        name = path.partition("/")[0]
        return name if name in self._others else ""

    def _owner(self, artifact: Artifact) -> tuple[Reader, Artifact]:
        """Who reads an artefact, and the artefact as that one knows it."""
        name = self._name_of(artifact.path)
        if not name:
            return self._first, artifact
        own = {"path": artifact.path.removeprefix(f"{name}/"), "target": artifact.target.removeprefix(f"{name}/")}
        return self._others[name], artifact.model_copy(update=own)


def _below(name: str, artifact: Artifact) -> Artifact:
    moved = {"path": f"{name}/{artifact.path}", "target": f"{name}/{artifact.target}" if artifact.target else ""}
    return artifact.model_copy(update=moved)


def _told_below(name: str, problem: Problem) -> Problem:
    if problem.location is None:
        return problem
    path = name if problem.location.path == "." else f"{name}/{problem.location.path}"
    return problem.model_copy(update={"location": problem.location.model_copy(update={"path": path})})


def _not_heard(name: str, artifact: Artifact) -> Problem:
    message = f"{artifact.path} of this repository is not read: what the first repository declares holds for all"
    return Problem(stage="judging", message=message, location=Location(path=f"{name}/{artifact.path}"))


def names_of(folders: Sequence[str]) -> dict[str, str]:
    """Name to folder of repositories that are given as ``FOLDER`` or ``NAME=FOLDER``.

    Raises:
        UsageError: Two have the same name.
    """
    found: dict[str, str] = {}
    for text in folders:
        name, equals, folder = text.partition("=")
        if not equals or "/" in name:
            name, folder = Path(text).resolve().name, text
        if name in found:
            raise UsageError(f"two repositories are called {name!r}", hint="write NAME=FOLDER")
        found[name] = folder
    return found


def with_related(configuration: Configuration, source: Source) -> Configuration:
    """Declarations by which modules of a related repository are read from it, where it was given to the scan.

    Args:
        configuration: What the first repository declares; a copy that it names itself comes first.
        source: Where the files come from.
    """
    given = {part.name for part in source.parts}
    modules = {one.url: one.name for one in configuration.related if one.url and one.name in given}
    if not modules:
        return configuration
    terraform = configuration.terraform.model_copy(update={"modules": {**modules, **configuration.terraform.modules}})
    return configuration.model_copy(update={"terraform": terraform})
