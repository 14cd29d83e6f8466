"""Terraform's JSON syntax (``*.tf.json``, ``*.tofu.json``, ``*.tfvars.json``) to the same syntax tree.

Strings are templates. Without a provider's schema an object may be a nested block or a map: it is a block unless its
name is one that holds a map in the providers that we know, or its keys are not names.
"""

from __future__ import annotations

import json
from collections import Counter

from scanner import lazy_re
from scanner.domain.resource import Position
from scanner.parsers.nodes import MAX_DEPTH as MAX_JSON_DEPTH
from scanner.parsers.nodes import Node
from scanner.parsers.positioned import read_documents
from scanner.parsers.terraform.syntax.first_reader import read_expression, read_template
from scanner.parsers.terraform.syntax.tree import (
    MAX_TEXT,
    Attribute,
    Block,
    Body,
    Expression,
    Fault,
    Literal,
    Object,
    Opaque,
    Syntax,
    Tuple,
)

_LABELS = {
    "resource": 2, "data": 2, "ephemeral": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "check": 1,
    "terraform": 0, "locals": 0, "moved": 0, "import": 0, "removed": 0,
}  # fmt: skip
_WITH_BLOCKS = frozenset(("resource", "data", "ephemeral", "provider", "terraform", "check", "provisioner"))
_REFERENCES = frozenset(("depends_on", "provider", "providers", "ignore_changes", "replace_triggered_by"))
_LABELLED = frozenset(("provisioner", "dynamic", "backend"))
_MAPS = lazy_re.compile(
    r"(tags|labels|annotations|variables|triggers\w*|keepers|parameters|metadata|settings|headers|selector|data|"
    r"required_providers|for_each|environment_variables)$"
)
_NAME = lazy_re.compile(r"[A-Za-z_][\w-]*$")


def read_json(text: str) -> Syntax:
    """Read a configuration in JSON.

    Args:
        text: The file, without a byte order mark.

    Returns:
        The tree, or an empty one with the fault.
    """
    root, faults = _root(text)
    if root is None:
        return Syntax(Body(), faults)
    blocks: list[Block] = []
    for name, node, _ in root.items():
        if name in _LABELS:
            blocks.extend(_labelled(name, (), node, _LABELS[name], root.keys[name]))
        elif name != "//":
            faults = (*faults, Fault(f"{name!r} is not a block of Terraform", root.keys[name]))
    return Syntax(Body((), tuple(blocks)), faults)


def read_json_variables(text: str) -> Syntax:
    """Read a file of variables in JSON, in which strings mean themselves."""
    root, faults = _root(text)
    if root is None:
        return Syntax(Body(), faults)
    found = tuple(Attribute(name, _constant(node), root.keys[name]) for name, node, _ in root.items())
    return Syntax(Body(found), faults)


def _root(text: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """YAML takes more than JSON does, so JSON's own reader looks first."""
    repeated: list[str] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(items)
        if len(found) != len(items):
            repeated.extend(sorted(key for key, times in Counter(key for key, _ in items).items() if times > 1))
        return found

    try:
        json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        return None, (Fault("not valid JSON at this place", Position(error.lineno, error.colno)),)
    except (ValueError, RecursionError):
        return None, (Fault(f"JSON that is nested more than {MAX_JSON_DEPTH} deep or holds too long a number"),)
    documents = read_documents(text)
    if not documents.documents:
        faults = tuple(Fault(fault.message, Position(fault.line, fault.column)) for fault in documents.faults)
        return None, faults or (Fault("an empty file"),)
    root = documents.documents[0]
    if not isinstance(root.content, dict):
        return None, (Fault("not an object of JSON", root.position),)
    return root, tuple(Fault("a key is written twice: only the last one counts") for _ in repeated[:1])


def _labelled(kind: str, labels: tuple[str, ...], node: Node, missing: int, position: Position) -> list[Block]:
    """Blocks under a type: objects for each label, then a body or a list of bodies."""
    if isinstance(node.content, tuple):
        return [block for child in node.content for block in _labelled(kind, labels, child, missing, child.position)]
    if missing:
        return [
            block
            for name, child, _ in node.items()
            if name != "//"
            for block in _labelled(kind, (*labels, name), child, missing - 1, node.keys[name])
        ]
    body = _dynamic(node) if kind == "dynamic" else _body(node, nested=kind in _WITH_BLOCKS, typed=kind == "variable")
    return [Block(kind, labels, body, position, _last_line(node, position.line))]


def _last_line(node: Node, line: int) -> int:
    """The last line on which something of a node begins; JSON nodes do not tell their end."""
    last = line
    waiting = [node]
    while waiting:
        current = waiting.pop()
        last = max(last, current.position.line, *(place.line for place in current.keys.values()))
        waiting.extend(child for _, child, _ in current.items())
        waiting.extend(current.elements())
    return last


def _body(node: Node, *, nested: bool, typed: bool = False) -> Body:
    attributes: list[Attribute] = []
    blocks: list[Block] = []
    for name, child, _ in node.items():
        if name == "//":
            continue
        place = node.keys[name]
        if nested and name in _LABELLED:
            blocks.extend(_labelled(name, (), child, 1, place))
        elif nested and _is_block(name, child):
            blocks.extend(_nested(name, child, place))
        else:
            reference = name in _REFERENCES or (typed and name == "type")  # elsewhere ``type`` is text like any other
            attributes.append(Attribute(name, _expression(child, reference=reference), place))
    return Body(tuple(attributes), tuple(blocks))


def _dynamic(node: Node) -> Body:
    """Of a dynamic block only the content is a block, whatever its ``for_each`` looks like."""
    blocks: list[Block] = []
    attributes: list[Attribute] = []
    for name, child, _ in node.items():
        if name == "content":
            blocks.extend(_nested(name, child, node.keys[name]))
        elif name != "//":
            attributes.append(Attribute(name, _expression(child, reference=name == "iterator"), node.keys[name]))
    return Body(tuple(attributes), tuple(blocks))


def _nested(name: str, node: Node, place: Position) -> list[Block]:
    bodies = node.elements() or (node,)
    single = len(bodies) == 1
    return [
        Block(name, (), _body(body, nested=True), place if single else body.position, _last_line(body, place.line))
        for body in bodies
    ]


def _is_block(name: str, node: Node) -> bool:
    """Whether an object, or a list of nothing but objects, is taken for nested blocks."""
    if _MAPS.search(name) or name in _REFERENCES:
        return False
    bodies = node.elements() or (node,)
    return all(isinstance(body.content, dict) and all(_NAME.match(key) for key in body.content) for body in bodies)


def _expression(node: Node, *, reference: bool = False) -> Expression:
    if isinstance(node.content, dict):
        return Object(tuple((_string(key), _expression(child, reference=reference)) for key, child, _ in node.items()))
    if isinstance(node.content, tuple):
        return Tuple(tuple(_expression(child, reference=reference) for child in node.content))
    if isinstance(node.content, str):
        if reference:
            return read_expression(node.content) or Literal(node.content)
        return _string(node.content)
    return Literal(_scalar(node))


def _constant(node: Node) -> Expression:
    if isinstance(node.content, dict):
        return Object(tuple((Literal(key), _constant(child)) for key, child, _ in node.items()))
    if isinstance(node.content, tuple):
        return Tuple(tuple(_constant(child) for child in node.content))
    return Literal(_scalar(node))


def _string(text: str) -> Expression:
    """A string of JSON is a template in which a backslash means itself, as in a heredoc."""
    found = read_template(text)
    return Opaque(text[:MAX_TEXT]) if isinstance(found, Fault) else found


def _scalar(node: Node) -> bool | int | float | str | None:
    return None if isinstance(node.content, dict | tuple) else node.content  # type: ignore[return-value]
