"""Reads the services of Compose files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Position, Problem, Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.nodes import Node
from scanner.parsers.positioned import decode, read_documents, searchable

_NAME = lazy_re.compile(r"^(docker-)?compose([-._].*)?\.ya?ml$", re.IGNORECASE)
_PRODUCTION = lazy_re.compile(r"(^|[-._])prod(uction)?([-._]|$)", re.IGNORECASE)
_SERVICES = lazy_re.compile(rb"^services[ \t]*:", re.MULTILINE)
_IMAGE = lazy_re.compile(rb"^[ \t]+(image|build)[ \t]*:", re.MULTILINE)


class ComposeParser:
    """Reads Compose files: by their name, or by services that have an image or a build."""

    name = "compose"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every YAML file on its own; those that are not Compose files are told apart when read."""
        for artifact in artifacts:
            if artifact.kind is ArtifactKind.YAML and artifact.role is not Role.VENDORED:
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one file; faults become Problems."""
        resources: list[Resource] = []
        problems: list[Problem] = []
        for artifact in unit:
            try:
                data = contents.read(artifact)
            except ReadError as error:
                if is_compose_name(artifact.path):
                    problems.append(_problem(error.message, Location(path=artifact.path)))
                continue
            if is_compose_name(artifact.path) or _may_hold_services(data):
                found = read_documents(decode(data))
                for document in found.documents:
                    resources.extend(_services(document, artifact))
                for fault in found.faults:
                    place = Location(path=artifact.path, start_line=fault.line, start_column=fault.column)
                    problems.append(_problem(fault.message, place))
        counts = {"compose_services": len(resources)} if resources else {}
        return Parsed(resources=tuple(resources), problems=tuple(problems), counts=counts)


def is_compose_name(path: str) -> bool:
    """Whether a file is a Compose file by its name alone."""
    return bool(_NAME.match(PurePosixPath(path).name))


def _may_hold_services(data: bytes) -> bool:
    data = searchable(data)
    return b"services" in data and bool(_SERVICES.search(data) and _IMAGE.search(data))


def _problem(message: str, location: Location) -> Problem:
    return Problem(stage="parsing", engine=ComposeParser.name, message=message, location=location)


def _services(document: Node, artifact: Artifact) -> Iterator[Resource]:
    services = document.get("services")
    if services is None or document.get("apiVersion") is not None:
        return
    entries = [(name, node, line) for name, node, line in services.items() if isinstance(node.content, Mapping)]
    made = any(node.get("image") or node.get("build") for _, node, _ in entries)
    if not made and not is_compose_name(artifact.path):
        return
    for name, node, line in entries:
        yield _service(name, node, line, artifact)


def _service(name: str, node: Node, line: int, artifact: Artifact) -> Resource:
    attributes = node.mapping()
    positions = node.positions()
    environment = node.get("environment")
    attributes["environment"] = _environment(environment, positions) if environment else {}
    files = node.get("env_file")
    if files is not None:
        attributes["environment_files"] = list(_files(files, f"{artifact.path}:{line}"))
    ports = node.get("ports")
    if ports is not None:
        attributes["ports"] = [_port(port) for port in ports.elements()]
    return Resource(
        address=f"{artifact.path}#service.{name}",
        kind=ResourceKind.COMPOSE,
        type="service",
        name=name,
        attributes=attributes,
        labels=_labels(node.get("labels")),
        location=Location(path=artifact.path, start_line=line),
        role=_role(artifact),
        positions=positions,
    )


def _role(artifact: Artifact) -> Role:
    """Compose is how developers run a product at home, unless the file's name says that it is production."""
    if artifact.role is Role.PRODUCT and not _PRODUCTION.search(PurePosixPath(artifact.path).name):
        return Role.DEVELOPMENT
    return artifact.role


def _environment(node: Node, positions: dict[str, Position]) -> dict[str, Value]:
    """Variables as a map of texts; one that is passed on from the shell has no value."""
    variables: dict[str, Value] = {}
    for element in node.elements():
        key, separator, text = element.as_text().partition("=")
        if key:
            variables[key] = text if separator else None
            positions[f"environment.{key}"] = element.position
    for key, value, _ in node.items():
        variables[key] = None if value.content is None else value.as_text()
    return variables


def _files(node: Node, place: str) -> Iterator[Value]:
    """Files of variables, which say which ones and are kept out of repositories for what they hold."""
    single = [] if isinstance(node.content, Mapping) or list(node.elements()) else [node]
    for element in (*node.elements(), *single):
        path = element.text("path") if isinstance(element.content, Mapping) else element.as_text()
        if path:
            yield Unknown(reason=UnknownReason.FILE_NOT_HERE, text=f"the variables in {path} ({place})")


def _labels(node: Node | None) -> dict[str, str]:
    if node is None:
        return {}
    pairs = [element.as_text().partition("=") for element in node.elements()]
    return {**{key: text for key, _, text in pairs if key}, **{key: value.as_text() for key, value, _ in node.items()}}


def _port(node: Node) -> str:
    """``host_ip:published:target/protocol``, with the parts that are written."""
    if not isinstance(node.content, Mapping):
        return node.as_text()
    parts = [part for part in (node.text("host_ip"), node.text("published"), node.text("target")) if part]
    protocol = node.text("protocol")
    return ":".join(parts) + (f"/{protocol}" if protocol else "")
