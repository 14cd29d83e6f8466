"""Reads ``archscan-evidence.yaml``, and says of each document whether it is here and unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

import yaml

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.manifest import EvidenceDocument, EvidenceManifest
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.sources.configuration_places import mark_entries
from scanner.sources.declared import load_declared

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
