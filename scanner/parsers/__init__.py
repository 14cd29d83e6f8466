"""Parsers: from files to resources, one module or folder for each kind of artefact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scanner.cache import Cache
    from scanner.domain.configuration import Configuration
    from scanner.interfaces import Parser


def default_parsers(configuration: Configuration | None = None, cache: Cache | None = None) -> tuple[Parser, ...]:
    """The parsers of a scan, in the order in which they run.

    Args:
        configuration: What the supplier declares.
        cache: Results of earlier scans.
    """
    from scanner.parsers.code import CodeParser  # noqa: PLC0415  # only a scan pays for the imports
    from scanner.parsers.compose import ComposeParser  # noqa: PLC0415
    from scanner.parsers.container import ContainerParser  # noqa: PLC0415
    from scanner.parsers.dependencies import DependenciesParser  # noqa: PLC0415
    from scanner.parsers.kubernetes import KubernetesParser  # noqa: PLC0415
    from scanner.parsers.markup import MarkupParser  # noqa: PLC0415
    from scanner.parsers.openapi import OpenApiParser  # noqa: PLC0415
    from scanner.parsers.terraform import TerraformParser  # noqa: PLC0415
    from scanner.parsers.workflow import WorkflowParser  # noqa: PLC0415

    return (
        TerraformParser(configuration=configuration.terraform if configuration else None),
        KubernetesParser(),
        ComposeParser(),
        WorkflowParser(),
        OpenApiParser(),
        ContainerParser(),
        DependenciesParser(),
        CodeParser(cache),
        MarkupParser(),
    )
