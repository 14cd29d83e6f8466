"""Which of checkov's frameworks judge an id, and which files they read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import PurePosixPath

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.resource import ResourceKind
from scanner.domain.system import System


class Framework(StrEnum):
    """Frameworks of checkov that read what archscan reads, by checkov's names."""

    TERRAFORM = "terraform"
    KUBERNETES = "kubernetes"
    DOCKERFILE = "dockerfile"
    GITHUB_ACTIONS = "github_actions"
    OPENAPI = "openapi"


_ID = lazy_re.compile(r"CKV2?_([A-Z0-9]+)_\d+")
_OF_PREFIX: Mapping[str, tuple[Framework, ...]] = {
    "K8S": (Framework.KUBERNETES, Framework.TERRAFORM),
    "DOCKER": (Framework.DOCKERFILE,),
    "GHA": (Framework.GITHUB_ACTIONS,),
    "OPENAPI": (Framework.OPENAPI,),
}
_TERRAFORM_PREFIXES = frozenset(
    "AWS AZURE GCP TF GIT GLB OCI ALI AZUREAD ADO IBM DIO LIN NCP OPENSTACK PAN TC YC".split()  # noqa: SIM905
)
_KINDS = {
    Framework.TERRAFORM: {ArtifactKind.TERRAFORM, ArtifactKind.TERRAFORM_VARIABLES},
    Framework.KUBERNETES: {ArtifactKind.YAML, ArtifactKind.JSON},
    Framework.DOCKERFILE: {ArtifactKind.CONTAINER},
    Framework.GITHUB_ACTIONS: {ArtifactKind.YAML},
    Framework.OPENAPI: {ArtifactKind.YAML, ArtifactKind.JSON},
}
_PARSED = {
    Framework.KUBERNETES: ResourceKind.KUBERNETES,
    Framework.GITHUB_ACTIONS: ResourceKind.WORKFLOW,
    Framework.OPENAPI: ResourceKind.API,
}
_OF_WORKER = frozenset((Framework.TERRAFORM, Framework.KUBERNETES))
UNSUPPORTED: Mapping[str, str] = {}
"""Ids that only checkov's command line can answer, each with the reason."""
_DOCKERFILE = lazy_re.compile(r"(?:.+\.)?[Dd]ockerfile(?:\..+)?")


def frameworks_of(identifier: str) -> tuple[Framework, ...]:
    """The frameworks that judge an id; none when archscan does not run the one that does.

    Args:
        identifier: Such as ``CKV2_AWS_6``.
    """
    match = _ID.fullmatch(identifier)
    if match is None:
        return ()
    if match[1] in _TERRAFORM_PREFIXES:
        return (Framework.TERRAFORM,)
    return _OF_PREFIX.get(match[1], ())


def is_for_worker(identifier: str) -> bool:
    """Whether the worker answers an id; else the command line does."""
    frameworks = frameworks_of(identifier)
    return bool(frameworks) and _OF_WORKER.issuperset(frameworks) and identifier not in UNSUPPORTED


def files_of(framework: Framework, system: System) -> tuple[Artifact, ...]:
    """The files that a framework judges, by kind and, for YAML and JSON, by what the parsers found in them."""
    artifacts: Iterable[Artifact] = (one for one in system.artifacts if one.kind in _KINDS[framework])
    if framework in _PARSED:
        found = {one.location.path for one in system.resources if one.kind is _PARSED[framework]}
        artifacts = (one for one in artifacts if one.path in found)
    return tuple(artifacts)


def is_read(framework: Framework, artifact: Artifact) -> bool:
    """Whether checkov knows the file by its name; archscan knows some that it does not."""
    name = PurePosixPath(artifact.path).name
    if framework is Framework.DOCKERFILE:
        return _DOCKERFILE.fullmatch(name) is not None
    if framework is Framework.TERRAFORM:
        return not name.endswith((".tofu.json", ".tf.json"))
    return True
