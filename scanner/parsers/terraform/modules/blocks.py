"""A block's instance as rules see it: values, places, and the expressions in which it names others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from scanner.domain.resource import Position, Unknown, UnknownBlock, UnknownReason, Value
from scanner.parsers.terraform.expressions.evaluator import Names
from scanner.parsers.terraform.modules.folders import Placed
from scanner.parsers.terraform.modules.views import Earlier, Made, Use, View, is_dynamic, nested_name, part
from scanner.parsers.terraform.syntax.tree import (
    MAX_TEXT,
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
from scanner.parsers.terraform.values.collections import SetValue
from scanner.parsers.terraform.values.lazy import opened, settled

_MAX_ELEMENTS = 1000
"""Blocks that one dynamic block writes."""
_MAX_WRITTEN = 5000
"""Blocks that all dynamic blocks write in one instance: those inside one another multiply."""
_AS_WRITTEN = frozenset(("depends_on", "ignore_changes", "provider", "providers", "replace_triggered_by"))
"""Arguments that name things rather than take values."""
_AROUND = frozenset(("connection", "lifecycle", "provisioner"))
"""Blocks in which ``self`` means the resource."""
_CONDITIONS = frozenset(("postcondition", "precondition", "validation"))
"""Blocks that are judged by Terraform when values are there; they set nothing."""

_WITH_SCHEMA = frozenset(("data", "provider", "resource"))
"""Blocks whose arguments have the types of a provider's schema, whatever the quotes."""
_TRUTH = {"true": True, "false": False}
_TEXTS = frozenset(("content", "default", "default_value", "plaintext_value", "secret_string", "string_value", "value"))
"""Arguments in which ``"true"`` is a text: what a setting with a name is set to."""
_NUMBERS = frozenset(("from_port", "to_port"))
_DIGITS_OF_PORT = 5

_AROUND_NAMES: Names = {
    "self": Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="self"),
    **dict.fromkeys(("create", "destroy", "continue", "fail")),  # keywords of provisioners
}


class Scope(Protocol):
    """The module in which a block stands."""

    def evaluate(self, expression: Expression, names: Names, place: tuple[str, tuple[int, int] | None]) -> Value:
        """The value of an expression that stands at a place."""
        ...


def view(
    placed: Placed,
    scope: Scope,
    names: Names,
    given: Mapping[str, Value] | None = None,
    earlier: Earlier | None = None,
) -> View:
    """Evaluate an instance of a block.

    Args:
        placed: A block of a file's top level.
        scope: The module in which it stands.
        names: What ``each`` or ``count`` mean in it.
        given: Values of arguments that are not to be evaluated: they are secret, or were evaluated before.
        earlier: The same instance in another environment.
    """
    kind = placed.block.type
    builder = _Builder(placed.path, scope, declares=kind == "variable", verbatim=kind == "terraform", given=given)
    builder.typed = kind in _WITH_SCHEMA
    each = names.get("each")
    builder.earlier = earlier
    builder.told_apart = isinstance(each, Mapping) and isinstance(each.get("key"), str)
    builder.view.attributes = builder.body(placed.block.body, "", names, {})
    return builder.view


def blocks_of(placed: Placed, name: str, scope: Scope, names: Names) -> Value:
    """The nested blocks of one type, as an expression sees them: a list of objects."""
    body = Body(blocks=tuple(block for block in placed.block.body.blocks if name in (block.type, *block.labels)))
    found = _Builder(placed.path, scope).body(body, "", names, {})
    return found.get(name, [])


def attributes_of(placed: Placed, scope: Scope, names: Names) -> Mapping[str, Value]:
    """Everything that an instance of a block writes."""
    return _Builder(placed.path, scope).body(placed.block.body, "", names, {})


class _Builder:
    def __init__(
        self,
        path: str,
        scope: Scope,
        *,
        declares: bool = False,
        verbatim: bool = False,
        given: Mapping[str, Value] | None = None,
    ) -> None:
        self.view = View()
        self.told_apart = False
        """What the block goes through belongs to other instances, but for ``each``."""
        self.earlier: Earlier | None = None
        """The instance in another environment; of the parts that are the same, nothing is evaluated again."""
        self.typed = False
        """Arguments become what a provider makes of them."""
        self._path = path
        self._scope = scope
        self._written = 0
        self._declares = declares
        self._verbatim = verbatim
        self._given = given or {}

    def body(self, body: Body, prefix: str, names: Names, iterators: Mapping[str, Expression]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for attribute in body.attributes:
            self._attribute(attribute, prefix, (names, iterators), found)
        blocks: dict[str, list[Value]] = {}
        for block in body.blocks:
            name = nested_name(block)
            if self.earlier is not None and not prefix and name in self.earlier.same:
                blocks[name] = self._again(name, self.earlier.made) if name not in blocks else blocks[name]
            elif is_dynamic(block):
                self._dynamic(block, prefix, (names, iterators), blocks.setdefault(block.labels[0], []))
            else:
                self._block(block, prefix, (names, iterators), blocks.setdefault(block.type, []))
        found.update({name: elements for name, elements in blocks.items() if elements})
        return found

    def _again(self, name: str, made: Made) -> list[Value]:
        """The nested blocks of one type, as they are in another environment."""
        self.view.positions |= made.positions.get(name, {})
        self.view.uses += made.uses.get(name, ())
        self.view.written[name] = made.view.written[name]
        self._written += made.view.written[name]
        found = made.view.attributes.get(name)
        return found if isinstance(found, list) else []

    def _attribute(
        self,
        attribute: Attribute,
        prefix: str,
        bound: tuple[Names, Mapping[str, Expression]],
        found: dict[str, Value],
    ) -> None:
        path = prefix + attribute.name
        self.view.positions[path] = attribute.position
        file = attribute.path or self._path
        if attribute.name != "ignore_changes" and not isinstance(attribute.expression, Literal):
            use = Use(path, attribute.expression, bound[0], file, attribute.position, bound[1])
            self.view.uses.append(use)
        if path == "for_each" and self.told_apart:
            return
        if path in self._given:
            value = settled(self._given[path])
        elif self._verbatim or attribute.name in _AS_WRITTEN or (self._declares and path == "type"):
            found[attribute.name] = as_written(attribute.expression)
            return
        elif self.earlier is not None and not prefix and path in self.earlier.same:
            value = self.earlier.made.view.attributes.get(path)
        else:
            value = settled(self._scope.evaluate(attribute.expression, bound[0], (file, attribute.position)))
        if value is not None or self._declares:  # null means: as if it were not written
            found[attribute.name] = _as_provider(attribute.name, value) if self.typed else value

    def _block(
        self, block: Block, prefix: str, bound: tuple[Names, Mapping[str, Expression]], elements: list[Value]
    ) -> None:
        path = self._place(prefix + block.type, len(elements), block.position)
        names = bound[0]
        if block.type in _AROUND and not prefix:
            names = {**names, **_AROUND_NAMES}
        before = self._verbatim
        self._verbatim = before or block.type in _CONDITIONS
        element = self.body(block.body, f"{path}.", names, bound[1])
        self._verbatim = before
        if block.labels:
            element.setdefault("label", block.labels[0])
        elements.append(element)

    def _place(self, name: str, index: int, position: Position) -> str:
        path = f"{name}[{index}]"
        self.view.positions[path] = position
        self.view.positions.setdefault(name, position)
        return path

    def _dynamic(
        self, block: Block, prefix: str, bound: tuple[Names, Mapping[str, Expression]], elements: list[Value]
    ) -> None:
        kind, (names, iterators) = block.labels[0], bound
        source = block.body.attribute("for_each")
        content = next((inner for inner in block.body.blocks if inner.type == "content"), None)
        labelled = block.body.attribute("labels") is not None
        if source is None or content is None:
            self._unknown_element(block, prefix, bound, elements)
            return
        file = source.path or self._path
        path = f"{prefix}{kind}[{len(elements)}]"
        self.view.uses.append(Use(path, source.expression, names, file, source.position, iterators))
        pairs = _pairs(self._scope.evaluate(source.expression, names, (file, source.position)))
        within = {**iterators, _iterator(block): source.expression}
        self._written += len(pairs or ())
        self.view.written[part(path)] += len(pairs or ())
        if pairs is None or labelled or len(pairs) > _MAX_ELEMENTS or self._written > _MAX_WRITTEN:
            self._unknown_element(block, prefix, (names, within), elements)
            return
        for key, value in pairs:
            inner = {**names, _iterator(block): {"key": key, "value": value}}
            below = self._place(prefix + kind, len(elements), block.position)
            elements.append(self.body(content.body, f"{below}.", inner, within))

    def _unknown_element(
        self, block: Block, prefix: str, bound: tuple[Names, Mapping[str, Expression]], elements: list[Value]
    ) -> None:
        """One element stands for all; its content is gone through for places and names."""
        below = self._place(prefix + block.labels[0], len(elements), block.position)
        each = Unknown(reason=UnknownReason.PER_INSTANCE, text=f"{_iterator(block)}.value")
        names = {**bound[0], _iterator(block): {"key": each, "value": each}}
        said = [self.body(content.body, f"{below}.", names, bound[1]) for content in block.body.blocks]
        text = f'dynamic "{block.labels[0]}" for {_text(block.body.attribute("for_each"))}'
        content = said[0] if len(said) == 1 and not block.body.attribute("labels") else {}
        elements.append(UnknownBlock(reason=UnknownReason.PER_INSTANCE, text=text[:MAX_TEXT], content=content))


def _as_provider(name: str, value: Value) -> Value:
    """An argument's value as a provider takes it: ``encrypted = "true"`` is true, and a port in quotes a number."""
    if type(value) is not str or name in _TEXTS:
        return value
    if name in _NUMBERS and value.isascii() and value.isdigit() and len(value) <= _DIGITS_OF_PORT:
        return int(value)
    return _TRUTH.get(value, value)


def _text(attribute: Attribute | None) -> str:
    """An attribute's expression as it is written."""
    return " ".join(str(getattr(attribute.expression, "text", "")).split()) if attribute else ""


def _iterator(block: Block) -> str:
    written = block.body.attribute("iterator")
    if written is not None and isinstance(written.expression, Traversal):
        return written.expression.root
    return block.labels[0]


def _pairs(value: Value) -> list[tuple[Value, Value]] | None:
    """Keys and values in Terraform's order; None where their number is not known."""
    value = opened(value)
    if isinstance(value, dict):
        return [(key, value[key]) for key in sorted(value)]
    if isinstance(value, SetValue):
        return [(item, item) for item in value]
    if isinstance(value, list):
        return list(enumerate(value))
    return None


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
