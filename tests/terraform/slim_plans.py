"""Makes of a plan's JSON what a test needs: what the configuration writes, with marks for what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

UNKNOWN, SENSITIVE = "$unknown", "$sensitive"
_INSTANCE = re.compile(r'\[(?:\d+|"(?:[^"\\]|\\.)*")\]')

Tree = Any
"""JSON as Terraform prints it."""


@dataclass(frozen=True)
class Names:
    """What is written anywhere in a project."""

    all: frozenset[str]
    """As the name of an argument or block."""
    dynamic: frozenset[str]
    """As the type of a dynamic block."""


@dataclass(frozen=True)
class Answer:
    """What Terraform said of one plan."""

    plan: Tree
    schemas: Tree
    names: Names
    secrets: Sequence[str]


def slim(answer: Answer, schemas: dict[str, Tree]) -> Tree:
    """What the configuration writes of each resource, and what Terraform knows of it."""
    configured = dict(_configured(answer.plan["configuration"]["root_module"], ""))
    resources = {}
    for change in answer.plan.get("resource_changes", ()):
        if change["mode"] != "managed" or change["change"]["after"] is None:
            continue
        address = change["address"]
        schema = _schema(answer.schemas, change["provider_name"], change["type"])
        written = configured[_INSTANCE.sub("", address)]
        after = change["change"]
        _forget_schema_marks(after["after_sensitive"], after["after"], schema, answer.secrets)
        whole = _marked(after["after"], after["after_unknown"], after["after_sensitive"])
        schemas[change["type"]] = joined(schemas.get(change["type"], {}), {})
        values = _pick(whole, written, schema, answer.names, schemas[change["type"]])
        resources[address] = {"type": change["type"], "values": values}
    outputs = {
        name: _marked(change.get("after"), change["after_unknown"], change["after_sensitive"])
        for name, change in answer.plan.get("output_changes", {}).items()
    }
    return {"resources": resources, "outputs": outputs}


def _configured(module: Tree, prefix: str) -> Iterable[tuple[str, Tree]]:
    """Address without instance keys to the expressions of the block."""
    for resource in module.get("resources", ()):
        if resource["mode"] == "managed":
            yield prefix + resource["address"], resource.get("expressions", {})
    for name, call in module.get("module_calls", {}).items():
        yield from _configured(call["module"], f"{prefix}module.{name}.")


def _schema(schemas: Tree, provider: str, kind: str) -> Tree:
    return schemas["provider_schemas"][provider]["resource_schemas"][kind]["block"]


def _marked(value: Tree, unknown: Tree, sensitive: Tree) -> Tree:
    """One tree of three; a sensitive value is never written down."""
    if sensitive is True:
        return {SENSITIVE: True}
    if unknown is True:
        return {UNKNOWN: True}
    if isinstance(value, list) or (value is None and isinstance(unknown, list)):
        size = max(len(value or ()), len(unknown or ()))
        return [_marked(_at(value, i), _at(unknown, i), _at(sensitive, i)) for i in range(size)]
    if isinstance(value, dict) or (value is None and isinstance(unknown, dict) and unknown):
        keys = {**(value or {}), **(unknown or {})}
        return {key: _marked(_in(value, key), _in(unknown, key), _in(sensitive, key)) for key in keys}
    return value


def _forget_schema_marks(marks: Tree, value: Tree, schema: Tree, secrets: Sequence[str]) -> None:
    """Leave the marks that the configuration makes; Terraform prints those of the schema among them.

    ``value`` of every ``aws_ssm_parameter`` is sensitive by its schema, and yet may be a plain name in the source.
    """
    if not isinstance(marks, dict) or not isinstance(value, dict):
        return
    for name, attribute in schema.get("attributes", {}).items():
        text = value.get(name)
        by_schema = attribute.get("sensitive") and marks.get(name) is True
        if by_schema and not any(secret in str(text) for secret in secrets):
            del marks[name]
    for name, block in schema.get("block_types", {}).items():
        if isinstance(marks.get(name), list) and isinstance(value.get(name), list):
            for mark, element in zip(marks[name], value[name], strict=False):
                _forget_schema_marks(mark, element, block["block"], secrets)


def _at(value: Tree, index: int) -> Tree:
    return value[index] if isinstance(value, list) and index < len(value) else None


def _in(value: Tree, key: str) -> Tree:
    return value.get(key) if isinstance(value, dict) else None


def _pick(whole: Tree, written: Tree, schema: Tree, names: Names, kept: dict[str, Tree]) -> Tree:
    """The arguments and blocks that the configuration writes; ``kept`` collects their schema.

    Terraform prints no expressions of dynamic blocks: of those, what has the name of something written.
    """
    if not isinstance(whole, dict) or UNKNOWN in whole or SENSITIVE in whole:
        return whole
    found: dict[str, Tree] = {}
    for name, attribute in schema.get("attributes", {}).items():
        if name in (names.all if written is None or _is_block_too(attribute) else written):
            kept[name] = {"type": _plain(attribute)} | ({"sensitive": True} if attribute.get("sensitive") else {})
            if whole.get(name) is not None:
                found[name] = whole[name]
    for name, block in schema.get("block_types", {}).items():
        elements = whole.get(name)
        anywhere = written is None or name in names.dynamic
        if not elements or name not in (names.all if anywhere else written):
            continue
        inner = kept.setdefault(name, {"nesting": block["nesting_mode"], "block": {}})["block"]
        below = None if anywhere else _merged(written[name])
        if isinstance(elements, list):
            found[name] = [_pick(element, below, block["block"], names, inner) for element in elements]
        else:
            found[name] = _pick(elements, below, block["block"], names, inner)
    return found


def _is_block_too(attribute: Tree) -> bool:
    """Whether it may be written as blocks: then Terraform prints no expression of it."""
    kind = attribute.get("type")
    return isinstance(kind, list) and isinstance(kind[1], list) and kind[1][0] == "object"


def _plain(attribute: Tree) -> Tree:
    if "type" in attribute:
        return attribute["type"]
    nested = attribute["nested_type"]
    inner = ["object", {name: _plain(inner) for name, inner in nested["attributes"].items()}]
    return inner if nested["nesting_mode"] == "single" else [nested["nesting_mode"], inner]


def _merged(written: Tree) -> Tree:
    """All names that the elements of a block type write."""
    elements = written if isinstance(written, list) else [written]
    found: dict[str, Tree] = {}
    for element in elements:
        for name, inner in element.items():
            found[name] = [*found.get(name, []), *inner] if isinstance(inner, list) else inner
    return found


def joined(first: Tree, second: Tree) -> Tree:
    """Two parts of one schema."""
    found = dict(first)
    for name, inner in second.items():
        if name in found and "block" in inner:
            found[name] = {**inner, "block": joined(found[name]["block"], inner["block"])}
        else:
            found[name] = inner
    return found
