"""Reads ``archscan-evidence.yaml``, and says of each document whether it is here and unchanged."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path, PurePath

import yaml

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.manifest import EvidenceDocument, EvidenceManifest
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.sources.configuration_places import mark_entries
from scanner.sources.declared import load_declared
from scanner.sources.fingerprint import open_plain

NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})
"""What a system says of a path at which nothing stands."""
MANIFEST = "archscan-evidence.yaml"
"""Name of the file, in the root of what is scanned."""


class Presence(StrEnum):
    """What can be said of a document without fetching it."""

    UNCHANGED = "unchanged"
    """It is here, and has the digest that the manifest gives."""
    CHANGED = "changed"
    """It is here, and is another one."""
    UNREADABLE = "unreadable"
    """It is here, and cannot be read."""
    ELSEWHERE = "elsewhere"
    """It is not here, so that its digest was not checked."""


def load_manifest(artifacts: Iterable[Artifact], contents: Contents) -> EvidenceManifest:
    """The documents that the supplier names; none where there is no such file.

    Args:
        artifacts: Everything that was found.
        contents: Gives the file.

    Raises:
        ConfigurationError: It cannot be read, or says something that is not understood.
    """
    return load_declared(MANIFEST, EvidenceManifest, artifacts, contents, marked) or EvidenceManifest()


def marked(content: object, top: yaml.Node | None) -> object:
    """The content of a manifest, each entry with its line."""
    return mark_entries(content, top, "documents")


def presences(
    manifest: EvidenceManifest, artifacts: Iterable[Artifact], contents: Contents
) -> Mapping[EvidenceDocument, Presence]:
    """Look for each document among what was scanned; nothing outside it is opened, and nothing is fetched.

    Args:
        manifest: Names the documents.
        artifacts: Everything that was found.
        contents: Gives the documents.
    """
    if not manifest.documents:
        return {}
    by_path = {artifact.path: artifact for artifact in artifacts}
    return {one: _presence(one, by_path, contents) for one in manifest.documents}


def _presence(document: EvidenceDocument, by_path: Mapping[str, Artifact], contents: Contents) -> Presence:
    artifact = by_path.get(document.path.removeprefix("./")) if document.path else None
    if artifact is None:
        return Presence.ELSEWHERE
    if artifact.kind is ArtifactKind.LINK:
        return Presence.UNREADABLE
    try:
        return compared(document, contents.read(artifact))
    except ReadError:
        return Presence.UNREADABLE


def compared(document: EvidenceDocument, content: bytes) -> Presence:
    """Whether what was found is the document that the manifest names."""
    return Presence.UNCHANGED if hashlib.sha256(content).hexdigest() == document.sha256 else Presence.CHANGED


def presence_at(document: EvidenceDocument, root: Path) -> Presence:
    """What can be said of a document by somebody who has asked for it, so that it is looked for outside too.

    Links in the repository are not followed, as a scan follows none; those outside are the caller's own.

    Args:
        document: As the manifest names it.
        root: Folder of the repository.
    """
    if document.url:
        return Presence.ELSEWHERE
    inside = PurePath(os.path.normpath(document.path))
    try:
        if inside.is_absolute() or inside.parts[:1] == ("..",):
            digest = digest_of(Path(os.path.realpath(root / document.path, strict=True)))
        elif any((root / folder).is_symlink() for folder in inside.parents):
            return Presence.ELSEWHERE
        elif (root / inside).is_symlink():
            return Presence.UNREADABLE
        else:
            digest = digest_of(root / inside)
    except ValueError:  # a name that no system has
        return Presence.ELSEWHERE
    except OSError as error:
        return Presence.ELSEWHERE if error.errno in NOT_THERE else Presence.UNREADABLE
    return Presence.UNCHANGED if digest == document.sha256 else Presence.CHANGED


def digest_of(file: Path) -> str:
    """The digest of a plain file, however large it is.

    Raises:
        OSError: It cannot be read, or is a link, a pipe or a folder.
    """
    descriptor, _ = open_plain(file)
    with os.fdopen(descriptor, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
