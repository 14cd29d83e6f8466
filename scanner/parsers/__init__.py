"""Parsers: from files to resources, one module or folder for each kind of artefact.

Only a scan imports them, and only those for which it has something to read. Nor is anything else that takes long
imported here: the process that reads source code passes through this module.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from scanner.parsers.safety import is_safety_document

if TYPE_CHECKING:
    from scanner.cache import Cache
    from scanner.domain.artifact import Artifact, ArtifactKind
    from scanner.domain.configuration import Configuration
    from scanner.interfaces import Parser
    from scanner.parsers.code.isolation import IsolatedReader

DRAWIO_ENDINGS = (".drawio", ".dio", ".drawio.xml", ".drawio.svg", ".drawio.png")
"""Names of draw.io's files."""
DIAGRAM_ENDINGS = (
    *(".md", ".mmd", ".mermaid", ".puml", ".plantuml", ".dsl", *DRAWIO_ENDINGS),
    *(".svg", ".png", ".jpg", ".jpeg", ".gif", ".pdf", ".vsd", ".vsdx"),
)
"""Names of files in which diagrams are written as text, drawn, or kept as pictures."""
OFFICE_ENDINGS = (".docx", ".xlsx", ".odt", ".ods")
"""Names of documents and sheets of office programs that are read."""
_WITHOUT_ENDING = "Kustomization"
"""Name of a file that Kustomize reads, and by which its kind cannot be told."""


def default_parsers(
    configuration: Configuration | None = None,
    cache: Cache | None = None,
    artifacts: Sequence[Artifact] | None = None,
    *,
    renders: bool = True,
    source_reader: IsolatedReader | None = None,
) -> tuple[Parser, ...]:
    """The parsers of a scan, in the order in which they run.

    Args:
        configuration: What the supplier declares.
        cache: Results of earlier scans.
        artifacts: What there is to read; parsers that would read nothing of it are left out. All without it.
        renders: Whether other programs that are installed here may render templates.
        source_reader: Reads source files for several scans in turn, so that its process is started once.
    """
    from scanner.domain.artifact import ArtifactKind

    kinds = set(ArtifactKind) if artifacts is None else {artifact.kind for artifact in artifacts}
    return (
        *_of_infrastructure(configuration, kinds, artifacts or (), renders=renders),
        *_of_descriptions(kinds, artifacts),
        *_of_code(cache, kinds, source_reader),
    )


def _of_infrastructure(
    configuration: Configuration | None, kinds: set[ArtifactKind], artifacts: Sequence[Artifact], *, renders: bool
) -> Iterator[Parser]:
    from scanner.domain.artifact import ArtifactKind

    if ArtifactKind.TERRAFORM in kinds:
        from scanner.parsers.terraform import TerraformParser

        yield TerraformParser(configuration=configuration.terraform if configuration else None)
    written = {ArtifactKind.YAML, ArtifactKind.JSON}
    if kinds & written or any(artifact.path.endswith(_WITHOUT_ENDING) for artifact in artifacts):
        from scanner.parsers.kubernetes import KubernetesParser

        yield KubernetesParser(renders=renders)


def _of_descriptions(kinds: set[ArtifactKind], artifacts: Sequence[Artifact] | None) -> Iterator[Parser]:
    from scanner.domain.artifact import ArtifactKind

    if ArtifactKind.YAML in kinds:
        from scanner.parsers.compose import ComposeParser
        from scanner.parsers.workflow import WorkflowParser

        yield ComposeParser()
        yield WorkflowParser()
    if kinds & {ArtifactKind.YAML, ArtifactKind.JSON}:
        from scanner.parsers.openapi import OpenApiParser

        yield OpenApiParser()
    if artifacts is None or any(artifact.path.lower().endswith(DIAGRAM_ENDINGS) for artifact in artifacts):
        from scanner.parsers.diagrams import DiagramParser

        yield DiagramParser()
    if artifacts is None or any(is_safety_document(artifact.path) for artifact in artifacts):
        from scanner.parsers.safety.parser import SafetyParser

        yield SafetyParser()
    if ArtifactKind.CONTAINER in kinds:
        from scanner.parsers.container import ContainerParser

        yield ContainerParser()


def _of_code(cache: Cache | None, kinds: set[ArtifactKind], source_reader: IsolatedReader | None) -> Iterator[Parser]:
    from scanner.domain.artifact import ArtifactKind

    if ArtifactKind.MANIFEST in kinds:
        from scanner.parsers.dependencies import DependenciesParser

        yield DependenciesParser()
    if ArtifactKind.SOURCE in kinds:
        from scanner.parsers.code.parser import CodeParser

        yield CodeParser(cache, source_reader)
    if ArtifactKind.MARKUP in kinds:
        from scanner.parsers.markup import MarkupParser

        yield MarkupParser()
