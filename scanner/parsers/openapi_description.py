"""One description of an API: its servers, operations and security schemes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from scanner import lazy_re
from scanner.domain.artifact import Artifact, Location, Role
from scanner.domain.resource import Position, Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.domain.route_paths import route_shape
from scanner.parsers.nodes import Node
from scanner.parsers.openapi_validity import TooComplexError, faults_of, pointed, references

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ADDRESS = lazy_re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/")
_MAX_HOPS = 10
_MAX_DOCUMENTS = 200


class Description:
    """One description, with the references within it resolved as they are met."""

    def __init__(self, root: Node) -> None:
        """Take a document that names the release of OpenAPI or Swagger by which it is written."""
        self._root = root
        self._unresolved: list[tuple[str, int]] = []
        self._positions: dict[str, Position] = {}
        self._unchecked = False

    def resource(self, artifact: Artifact) -> Resource:
        """What it says, as rules see it.

        Args:
            artifact: The file in which it stands.
        """
        root = self._root
        kind = "openapi" if root.text("openapi") else "swagger"
        info = root.get("info")
        title = info.text("title") if info else ""
        attributes: dict[str, Value] = {
            "version": root.text(kind),
            "title": title,
            "info_version": info.text("version") if info else "",
            "servers": list(self._servers(kind)),
            "operations": list(self._operations()),
            "references": list(self._elsewhere()),
            "security_schemes": self._schemes(),
            "documents": list(self._documents(artifact)),
            "faults": self._faults(artifact),
        }
        return Resource(
            address=artifact.path,
            kind=ResourceKind.API,
            type=kind,
            name=title or PurePosixPath(artifact.path).stem,
            attributes=attributes,
            location=Location(path=artifact.path, start_line=root.position.line),
            role=artifact.role,
            positions=self._positions,
        )

    def problems(self, artifact: Artifact) -> Iterator[tuple[str, Location]]:
        """What could not be read, and where: one entry for all references that were not followed."""
        if self._unresolved:
            first, line = self._unresolved[0]
            count = len(self._unresolved)
            yield (
                f"{count} reference{'' if count == 1 else 's'} not followed, the first to {first[:200]}",
                Location(path=artifact.path, start_line=line),
            )
        if self._unchecked:
            yield "too large or too deep to be checked", Location(path=artifact.path)

    def _faults(self, artifact: Artifact) -> Value:
        """What is wrong by the schema of the release; not looked at in what is no part of the product."""
        if artifact.role is not Role.PRODUCT:
            return Unknown(reason=UnknownReason.OUT_OF_SIGHT)
        try:
            found = faults_of(self._root)
        except TooComplexError:
            self._unchecked = True
            return Unknown(reason=UnknownReason.BROKEN)
        if found:
            self._positions["faults"] = found[0].position
        return [{"message": fault.message, "line": fault.position.line} for fault in found]

    def _documents(self, artifact: Artifact) -> Iterator[Value]:
        """Other files of the repository to which it refers, each once."""
        seen: set[str] = set()
        folder = PurePosixPath(artifact.path).parent
        for reference, position in references(self._root):
            file = reference.partition("#")[0]
            if not file or _ADDRESS.match(file) or file in seen or len(seen) == _MAX_DOCUMENTS:
                continue
            seen.add(file)
            path = normpath(str(folder / unquote(file)))
            self._positions[f"documents[{len(seen) - 1}]"] = position
            yield {"path": path, "reference": reference[:200], "line": position.line}

    def _servers(self, kind: str) -> Iterator[Value]:
        for server in _elements(self._root.get("servers")):
            yield self._server(self._filled(server), server.position)
        host = self._root.get("host")
        if kind == "swagger" and host is not None:
            base = self._root.text("basePath")
            schemes = [scheme.as_text() for scheme in _elements(self._root.get("schemes"))]
            for prefix in [f"{scheme}://" for scheme in schemes] or [""]:
                yield self._server(f"{prefix}{host.as_text()}{base}", self._root.keys["host"])

    @staticmethod
    def _filled(server: Node) -> str:
        """The address of a server, each of its variables by its default, if it has one."""
        url, variables = server.text("url"), server.get("variables")
        for name, variable, _ in variables.items() if variables else ():
            default = variable.text("default")
            url = url.replace(f"{{{name}}}", default) if default else url
        return url

    def _server(self, url: str, position: Position) -> dict[str, Value]:
        number = sum(path.startswith("servers[") for path in self._positions)
        self._positions[f"servers[{number}]"] = position
        return {"url": url, "line": position.line}

    def _operations(self) -> Iterator[Value]:
        paths = self._root.get("paths")
        by_default = self._root.get("security")
        number = 0
        for path, written, _ in paths.items() if paths else ():
            item = self._resolve(written)
            if item is None:
                continue
            for method in _METHODS:
                operation = item.get(method)
                if operation is None or not isinstance(operation.content, Mapping):
                    continue
                self._positions[f"operations[{number}]"] = item.keys[method]
                number += 1
                secured: Value = _is_secured(operation.get("security") or by_default)
                errors: Value = list(self._errors(operation))
                if operation.text("$ref"):  # the operation stands in another file
                    unseen = _out_of_sight(operation)
                    secured, errors = secured or unseen, unseen
                yield {
                    "method": method,
                    "path": path,
                    "shape": route_shape(path),
                    "secured": secured,
                    "deprecated": operation.text("deprecated") == "true",
                    "parameters": self._parameters(item, operation),
                    "errors": errors,
                    "line": item.keys[method].line,
                }

    def _elsewhere(self) -> Iterator[Value]:
        """Paths whose operations stand in another document; a path is empty where all paths do."""
        paths = self._root.get("paths")
        if paths is None:
            return
        for path, written in (("", paths), *((path, item) for path, item, _ in paths.items())):
            reference = written.text("$ref")
            if reference and (not reference.startswith("#/") or pointed(self._root, reference) is None):
                line = written.position.line
                yield {"path": path, "shape": route_shape(path), "reference": reference[:200], "line": line}

    def _parameters(self, item: Node, operation: Node) -> list[Value]:
        """Those of the path and the operation; the operation's own replace the path's of one name and place."""
        found: dict[tuple[str, str], Value] = {}
        for holder in (item, operation):
            for written in _elements(holder.get("parameters")):
                parameter = self._resolve(written)
                if parameter is not None:
                    name, place = parameter.text("name"), parameter.text("in")
                    found[name, place] = {"name": name, "in": place}
        return list(found.values())

    def _errors(self, operation: Node) -> Iterator[Value]:
        """Answers that say something went wrong; of those in other files their status only."""
        responses = operation.get("responses")
        by_default = operation.get("produces") or self._root.get("produces")
        for status, written, _ in responses.items() if responses else ():
            if status[:1] not in {"4", "5", "d"}:
                continue
            reference = written.text("$ref")
            answer = self._resolve(written) if not reference or reference.startswith("#/") else None
            content = answer.get("content") if answer else None
            types = (
                [kind for kind, _, _ in content.items()]
                if content
                else [one.as_text() for one in _elements(by_default)]
            )
            media = next((one for _, one, _ in content.items()), None) if content else answer
            schema = media.get("schema") if media else None
            name = schema.text("$ref").rpartition("/")[2] if schema else ""
            described = answer is None or schema is not None
            yield {"status": status, "types": types, "schema": name, "described": described}

    def _schemes(self) -> dict[str, Value]:
        components = self._root.get("components")
        written = components.get("securitySchemes") if components else self._root.get("securityDefinitions")
        if written is None:
            return {}
        together = self._resolve(written)
        if together is None:  # all of them stand in another document: there are some, and no more is known
            return {"$ref": _out_of_sight(written)}
        schemes: dict[str, Value] = {}
        for name, scheme, _ in together.items():
            resolved = self._resolve(scheme)
            if resolved is None:
                schemes[name] = _out_of_sight(scheme)
            elif isinstance(resolved.content, Mapping):
                schemes[name] = resolved.value()
        return schemes

    def _resolve(self, node: Node) -> Node | None:
        """What a ``$ref`` inside this file leads to; None where it leads elsewhere, nowhere or round."""
        start = node
        for _ in range(_MAX_HOPS):
            reference = node.text("$ref")
            if not reference:
                return node
            found = pointed(self._root, reference) if reference.startswith("#/") else None
            if found is None:
                break
            node = found
        self._unresolved.append((start.text("$ref"), start.position.line))
        return None


def _out_of_sight(node: Node) -> Unknown:
    """What a ``$ref`` leads to outside this file."""
    return Unknown(reason=UnknownReason.OUT_OF_SIGHT, text=node.text("$ref"))


def _is_secured(node: Node | None) -> bool:
    """Whether a caller must authenticate: there are requirements, and none of them is empty."""
    requirements = _elements(node)
    return bool(requirements) and all(requirement.content for requirement in requirements)


def _elements(node: Node | None) -> tuple[Node, ...]:
    return node.elements() if node else ()
