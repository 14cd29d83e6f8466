"""What is wrong with a description of an API, by the published schema of its release of OpenAPI or Swagger.

The schemas come with openapi-spec-validator and are applied by jsonschema. Its further checks are not used: they follow
references into files and the network, and a scanned repository is hostile. References inside the file, parameters of
paths and names of operations are checked here instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from scanner import lazy_re
from scanner.domain.resource import Position
from scanner.parsers.nodes import Node

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from openapi_spec_validator.validation.validators import SpecValidator

MAX_SIZE = 100_000
"""Values in a description that is checked; the largest of national services hold a third of that."""
MAX_FAULTS = 20
"""Faults that are told of one description."""
_MAX_NAME = 60
_PARAMETER = lazy_re.compile(r"\{([^{}]+)\}")
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_DATA = {"example", "examples", "default", "enum", "const"}
"""Keys under which a ``$ref`` is a value like any other."""


class Fault(NamedTuple):
    """One thing that is wrong."""

    message: str
    position: Position


class TooComplexError(Exception):
    """The description is too large or too deep to be checked."""


def faults_of(root: Node) -> tuple[Fault, ...]:
    """What is wrong with a description, in the order of its lines; of a release without a schema, its references only.

    Raises:
        TooComplexError: It is too large or too deep.
    """
    if root.size > MAX_SIZE:
        raise TooComplexError
    try:
        found = {*_by_schema(root), *_loose_references(root, root), *_undeclared(root), *_named_twice(root)}
    except RecursionError as error:
        raise TooComplexError from error
    return tuple(sorted(found, key=lambda fault: (fault.position, fault.message))[:MAX_FAULTS])


def pointed(root: Node, reference: str) -> Node | None:
    """What a ``#/…`` inside the file leads to."""
    node: Node | None = root
    for step in unquote(reference[2:]).split("/"):
        if node is None:
            return None
        key = step.replace("~1", "/").replace("~0", "~")
        elements = node.elements()
        node = elements[int(key)] if re.fullmatch("[0-9]{1,6}", key) and int(key) < len(elements) else node.get(key)
    return node


def references(node: Node) -> Iterator[tuple[str, Position]]:
    """Every ``$ref`` in it, with its place."""
    if isinstance(node.content, Mapping):
        for key, child in node.content.items():
            if key == "$ref" and isinstance(child.content, str):
                yield child.content, node.keys[key]
            elif child.height > 1 and key not in _DATA and not key.startswith("x-"):
                yield from references(child)
    for child in node.elements():
        if child.height > 1:
            yield from references(child)


def _by_schema(root: Node) -> Iterator[Fault]:
    release = _release(root)
    if release is None:
        return
    document: Any = root.value()
    for error in (*release.schema_validator.iter_errors(document), *_by_dialect(root)):
        for cause in _causes(error):
            if cause.validator != "format" and cause.instance is not None and not _is_elsewhere(cause):
                yield Fault(_said(cause), _place(root, cause.absolute_path))


def _is_elsewhere(error: ValidationError) -> bool:
    """Whether a part stands in another file, which is put in its place where the description is put together."""
    instance: Any = error.instance
    if isinstance(instance, Mapping):
        instance = instance.get("$ref")
    elif not error.absolute_path or error.absolute_path[-1] != "$ref":
        return False
    return isinstance(instance, str) and not instance.startswith("#")


def _by_dialect(root: Node) -> Iterator[ValidationError]:
    """The first fault of each named schema of a release since 3.1, where schemas are JSON Schema of their own."""
    schemas = (root.get("components") or root).get("schemas")
    if schemas is None or root.text("openapi")[:3] not in {"3.1", "3.2"}:
        return
    from jsonschema import FormatChecker  # noqa: PLC0415
    from jsonschema.exceptions import SchemaError  # noqa: PLC0415
    from openapi_schema_validator import OAS31Validator  # noqa: PLC0415

    for name, schema, _ in schemas.items():
        written: Any = schema.value()
        try:
            OAS31Validator.check_schema(written, format_checker=FormatChecker(formats=()))
        except SchemaError as error:
            error.relative_path.extendleft((name, "schemas", "components"))
            yield error  # type: ignore[misc]


def _release(root: Node) -> type[SpecValidator] | None:
    # Only here: it takes a tenth of a second, which scans without a description need not spend.
    import openapi_spec_validator as library  # noqa: PLC0415

    releases = {
        "2.0": library.OpenAPIV2SpecValidator,
        "3.0": library.OpenAPIV30SpecValidator,
        "3.1": library.OpenAPIV31SpecValidator,
        "3.2": library.OpenAPIV32SpecValidator,
    }
    return releases.get((root.text("openapi") or root.text("swagger"))[:3])


def _causes(error: ValidationError) -> tuple[ValidationError, ...]:
    """What is meant where several forms are allowed and none fits: the faults of the form that comes nearest."""
    if not error.context:
        return (error,)
    forms: dict[object, list[ValidationError]] = {}
    for cause in error.context:
        forms.setdefault(cause.relative_schema_path[0], []).append(cause)
    meant = [form for form in forms.values() if not any(_speaks_of_another(cause) for cause in form)]
    if len(meant) != 1:  # a person has to say which form was meant
        return (error,)
    return tuple(deepest for cause in meant[0] for deepest in _causes(cause))


def _speaks_of_another(error: ValidationError) -> bool:
    """Whether the fault only says that another form was meant: a reference, a parameter of another place."""
    if error.validator == "enum" and error.relative_path:
        return error.relative_path[-1] == "in"
    return "$ref" in _missing(error)


def _missing(error: ValidationError) -> tuple[str, ...]:
    if error.validator != "required" or not isinstance(error.instance, Mapping):
        return ()
    wanted: Any = error.validator_value
    return tuple(name for name in wanted if name not in error.instance)


def _said(error: ValidationError) -> str:
    """The fault in words, without the value: examples hold tokens and names."""
    where = _where(error.absolute_path)
    wanted: Any = error.validator_value
    if missing := _missing(error):
        return f"{where} has no {_listed(missing)}"
    if error.validator in {"additionalProperties", "unevaluatedProperties"} and isinstance(error.instance, Mapping):
        known = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
        extra = [name for name in error.instance if name not in known and not str(name).startswith("x-")]
        shown = [name for name in extra if f"'{name}'" in error.message] or extra
        return f"{where} holds {_listed(shown)}, which this release does not know there"
    if error.validator == "type":
        return f"{where} should be {' or '.join(wanted) if isinstance(wanted, list) else _article(str(wanted))}"
    if error.validator == "enum":
        return f"{where} should be one of {_listed(str(value) for value in wanted)}"
    if error.validator in {"oneOf", "anyOf"}:
        return f"{where} has none of the forms that this release allows there"
    return f"{where} is not as this release wants it ({error.validator})"


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aio" else f"a {kind}"


def _listed(names: Iterable[str]) -> str:
    shown = [str(name)[:_MAX_NAME] for name in names]
    return ", ".join(shown[:5]) + (f" and {len(shown) - 5} more" if len(shown) > 5 else "")


def _where(path: Iterable[str | int]) -> str:
    steps = [str(step)[:_MAX_NAME] for step in path]
    return " > ".join(steps[-4:]) if steps else "the document"


def _place(root: Node, path: Iterable[str | int]) -> Position:
    node, position = root, root.position
    for step in path:
        if isinstance(step, int):
            node = node.elements()[step]
            position = node.position
        else:
            position = node.keys[step]
            found = node.get(step)
            if found is None:
                break
            node = found
    return position


def _loose_references(root: Node, node: Node) -> Iterator[Fault]:
    for reference, position in references(node):
        if reference.startswith("#/") and pointed(root, reference) is None:
            yield Fault(f"the reference {reference[:120]} leads nowhere", position)


def _operations(root: Node) -> Iterator[tuple[str, Node, Node, Position]]:
    """Those that are written here; one that stands in another file may say there what is missing here."""
    paths = root.get("paths")
    for path, item, _ in paths.items() if paths else ():
        for method in _METHODS:
            operation = item.get(method)
            if operation is not None and isinstance(operation.content, Mapping) and not operation.text("$ref"):
                yield path, item, operation, item.keys[method]


def _undeclared(root: Node) -> Iterator[Fault]:
    """Parameters in a path that neither the path nor the operation describes."""
    for path, item, operation, position in _operations(root):
        declared: set[str] = set()
        for holder in (item, operation):
            parameters = holder.get("parameters")
            for written in parameters.elements() if parameters else ():
                reference = written.text("$ref")
                found = pointed(root, reference) if reference.startswith("#/") else written
                if found is None or found.text("$ref"):
                    break  # what stands elsewhere may declare any of them
                if found.text("in") == "path":
                    declared.add(found.text("name"))
            else:
                continue
            break
        else:
            for name in _PARAMETER.findall(path):
                if name.rstrip("+*") not in {one.rstrip("+*") for one in declared}:
                    yield Fault(f"the parameter {name[:_MAX_NAME]} of the path {path[:120]} is not described", position)


def _named_twice(root: Node) -> Iterator[Fault]:
    """Operations that have one operationId, from which clients make the names of their methods."""
    named = [(operation.text("operationId"), position) for _, _, operation, position in _operations(root)]
    counts = Counter(name for name, _ in named if name)
    seen: set[str] = set()
    for name, position in named:
        if counts[name] > 1 and name in seen:
            yield Fault(f"the operationId {name[:_MAX_NAME]} is given to {counts[name]} operations", position)
        seen.add(name)
