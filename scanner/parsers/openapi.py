"""Finds OpenAPI and Swagger descriptions among files of YAML and JSON, and reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Problem, Resource
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.openapi_broken import broken_description
from scanner.parsers.openapi_description import Description
from scanner.parsers.positioned import decode, read_documents, searchable

_YAML = lazy_re.compile(rb"""^["']?(openapi|swagger)["']?[ \t]*:[ \t]*["']?[0-9]""", re.MULTILINE)
_JSON = lazy_re.compile(rb'"(openapi|swagger)"\s*:\s*"[0-9]')


class OpenApiParser:
    """Reads descriptions of APIs in YAML or JSON."""

    name = "openapi"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every YAML and JSON file on its own; those that describe no API are told apart when read."""
        for artifact in artifacts:
            if artifact.kind in {ArtifactKind.YAML, ArtifactKind.JSON} and artifact.role is not Role.VENDORED:
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one file; faults become Problems."""
        resources: list[Resource] = []
        unread: list[Resource] = []
        problems: list[Problem] = []
        for artifact in unit:
            try:
                data = contents.read(artifact)
            except ReadError as error:
                problems.append(_problem(error.message, Location(path=artifact.path)))
                continue
            if not _may_describe(artifact, data):
                continue
            found = read_documents(decode(data))
            for fault in found.faults:
                place = Location(path=artifact.path, start_line=fault.line, start_column=fault.column)
                problems.append(_problem(fault.message, place))
            for document in found.documents[:1]:
                if document.text("openapi") or document.text("swagger"):
                    description = Description(document)
                    resources.append(description.resource(artifact))
                    problems.extend(_problem(message, place) for message, place in description.problems(artifact))
            if found.faults and not found.documents:
                unread.append(broken_description(artifact, decode(data), found.faults[0].line))
        counts = {"api_descriptions": len(resources)} if resources else {}
        return Parsed(resources=(*resources, *unread), problems=tuple(problems), counts=counts)


def _problem(message: str, location: Location) -> Problem:
    return Problem(stage="parsing", engine=OpenApiParser.name, message=message, location=location)


def _may_describe(artifact: Artifact, data: bytes) -> bool:
    data = searchable(data)
    if b"openapi" not in data and b"swagger" not in data:
        return False
    return bool(_JSON.search(data) or (artifact.kind is ArtifactKind.YAML and _YAML.search(data)))
