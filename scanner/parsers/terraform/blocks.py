"""A block as rules see it: values, places, and the expressions in which it names others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scanner.domain.resource import Position, Unknown, UnknownReason, Value
from scanner.parsers.terraform.evaluate import Evaluator, is_sensitive
from scanner.parsers.terraform.expressions import Names
from scanner.parsers.terraform.tree import (
    Attribute,
    Block,
    Body,
    Expression,
    Literal,
    Object,
    Paren,
    Traversal,
    Tuple,
)
from scanner.parsers.terraform.values import SetValue, first_unknown

_MAX_ELEMENTS = 1000
_AS_WRITTEN = frozenset(("depends_on", "ignore_changes", "provider", "providers", "replace_triggered_by"))
"""Arguments that name things rather than take values."""
_SECRET = {"variable": "default", "output": "value"}


@dataclass(frozen=True, slots=True)
class Use:
    """An expression of a block, for the names in it."""

    path: str
    expression: Expression
    bound: frozenset[str]
    position: Position


@dataclass(slots=True)
class View:
    """What a block holds. Filled by :func:`view`, then only read."""

    attributes: Mapping[str, Value] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)


def view(block: Block, evaluator: Evaluator, secret: frozenset[str] = frozenset()) -> View:
    """Evaluate a block.

    Args:
        block: A block of a file's top level.
        evaluator: Of its folder.
        secret: Arguments whose values must not be given away.
    """
    builder = _Builder(evaluator, keep_null=block.type == "variable", types=block.type == "variable")
    if block.type in _SECRET and is_sensitive(block):
        secret = secret | {_SECRET[block.type]}
    attributes = builder.body(block.body, "", {})
    for name in secret & attributes.keys():
        attributes[name] = Unknown(reason=UnknownReason.SENSITIVE, text=name)
    builder.view.attributes = attributes
    return builder.view


class _Builder:
    def __init__(self, evaluator: Evaluator, *, keep_null: bool, types: bool) -> None:
        self.view = View()
        self._evaluator = evaluator
        self._keep_null = keep_null
        self._types = types

    def body(self, body: Body, prefix: str, names: Names) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for attribute in body.attributes:
            self._attribute(attribute, prefix, names, found)
        blocks: dict[str, list[Value]] = {}
        for block in body.blocks:
            if block.type == "dynamic" and len(block.labels) == 1:
                self._dynamic(block, prefix, names, blocks.setdefault(block.labels[0], []))
            else:
                self._block(block, prefix, names, blocks.setdefault(block.type, []))
        found.update({name: elements for name, elements in blocks.items() if elements})
        return found

    def _attribute(self, attribute: Attribute, prefix: str, names: Names, found: dict[str, Value]) -> None:
        path = prefix + attribute.name
        self.view.positions[path] = attribute.position
        if attribute.name != "ignore_changes":
            use = Use(path, attribute.expression, frozenset(names), attribute.position)
            self.view.uses.append(use)
        if attribute.name in _AS_WRITTEN or (self._types and not prefix and attribute.name == "type"):
            found[attribute.name] = as_written(attribute.expression)
            return
        value = self._evaluator.evaluate(attribute.expression, names)
        if value is not None or self._keep_null:  # null means: as if it were not written
            found[attribute.name] = value

    def _block(self, block: Block, prefix: str, names: Names, elements: list[Value]) -> None:
        path = self._place(prefix + block.type, len(elements), block.position)
        element = self.body(block.body, f"{path}.", names)
        if block.labels:
            element.setdefault("label", block.labels[0])
        elements.append(element)

    def _place(self, name: str, index: int, position: Position) -> str:
        path = f"{name}[{index}]"
        self.view.positions[path] = position
        self.view.positions.setdefault(name, position)
        return path

    def _dynamic(self, block: Block, prefix: str, names: Names, elements: list[Value]) -> None:
        kind = block.labels[0]
        path = f"{prefix}{kind}[{len(elements)}]"
        source = block.body.attribute("for_each")
        iterator = _iterator(block)
        content = next((inner for inner in block.body.blocks if inner.type == "content"), None)
        pairs = None
        if source is not None:
            self.view.uses.append(Use(path, source.expression, frozenset(names), source.position))
            pairs = _pairs(self._evaluator.evaluate(source.expression, names))
        labelled = block.body.attribute("labels") is not None
        if content is None or pairs is None or labelled or len(pairs) > _MAX_ELEMENTS:
            self._unknown_element(block, prefix, names, elements)
            return
        for key, value in pairs:
            inner = {**names, iterator: {"key": key, "value": value}}
            below = self._place(prefix + kind, len(elements), block.position)
            elements.append(self.body(content.body, f"{below}.", inner))

    def _unknown_element(self, block: Block, prefix: str, names: Names, elements: list[Value]) -> None:
        """One element stands for all; its content is gone through for places and names."""
        below = self._place(prefix + block.labels[0], len(elements), block.position)
        each = Unknown(reason=UnknownReason.PER_INSTANCE, text=f"{_iterator(block)}.value")
        for content in block.body.blocks:
            self.body(content.body, f"{below}.", {**names, _iterator(block): {"key": each, "value": each}})
        elements.append(Unknown(reason=UnknownReason.PER_INSTANCE, text=f'dynamic "{block.labels[0]}"'))


def _iterator(block: Block) -> str:
    written = block.body.attribute("iterator")
    if written is not None and isinstance(written.expression, Traversal):
        return written.expression.root
    return block.labels[0]


def _pairs(value: Value) -> list[tuple[Value, Value]] | None:
    """Keys and values in Terraform's order; None where their number is not known."""
    if isinstance(value, dict):
        return [(key, value[key]) for key in sorted(value)]
    if isinstance(value, SetValue):
        return [(item, item) for item in value]
    if isinstance(value, list):
        return list(enumerate(value))
    return None


def is_absent(attributes: Mapping[str, Value]) -> bool:
    """Whether ``count`` or ``for_each`` is known to make no instance at all."""
    count, each = attributes.get("count"), attributes.get("for_each")
    none = count is not None and first_unknown(count) is None and count in (0, "0") and not isinstance(count, bool)
    return none or (isinstance(each, dict | list) and not each)


def as_written(expression: Expression) -> Value:
    """Names as text, in the lists and maps in which they stand."""
    match expression:
        case Literal():
            return expression.value
        case Tuple():
            return [as_written(item) for item in expression.items]
        case Object():
            return {str(as_written(key)): as_written(item) for key, item in expression.items}
        case Paren():
            return as_written(expression.inner)
        case _:
            return expression.text
