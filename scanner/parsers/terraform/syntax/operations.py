"""Expressions of the first reader: from tree-sitter's nodes to ours, with the precedence of Terraform itself.

tree-sitter-hcl 1.2 reads ``a ? b : c ? d : e`` as ``(a ? b : c) ? d : e``. Conditionals are therefore turned, and
chains of operators put together anew, rather than taken as the grammar nests them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from tree_sitter import Node

from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.chains import PRECEDENCE, Operand, climb, rows
from scanner.parsers.terraform.syntax.template_reader import TemplateReader
from scanner.parsers.terraform.syntax.templates import UnreadableError, check_escapes
from scanner.parsers.terraform.syntax.tree import (
    MAX_DEPTH,
    MAX_TEXT,
    Access,
    AttributeStep,
    Call,
    Conditional,
    Expression,
    For,
    IndexStep,
    Literal,
    NestingError,
    Object,
    Opaque,
    Paren,
    SplatStep,
    Step,
    Traversal,
    Tuple,
    Unary,
)
from scanner.parsers.terraform.values.conversions import ConversionError, to_number

_CONSTANTS = {"true": True, "false": False, "null": None}
_STEPS = frozenset(("get_attr", "index", "splat"))


class ExpressionReader(TemplateReader):
    """Turns nodes of expressions into the syntax tree.

    Args:
        source: The whole file, UTF-8.
    """

    def __init__(self, source: bytes) -> None:
        super().__init__(source)
        self._ascii = source.isascii()
        self._readers: dict[str, Callable[[Node, int], Expression]] = {
            "literal_value": self._literal,
            "variable_expr": self._variable,
            "template_expr": self.template,
            "collection_value": self._collection,
            "function_call": self._call,
            "operation": self._operation,
            "conditional": self._conditional,
            "for_expr": self._for,
            "expression": self.expression,
        }

    def position(self, node: Node) -> Position:
        """Where a node begins, its column in characters."""
        row, column = node.start_point
        if not self._ascii:
            start = node.start_byte
            column = len(self.source[start - column : start].decode("utf-8", "replace"))
        return Position(row + 1, column + 1)

    def expression(self, node: Node, depth: int) -> Expression:
        """An expression node.

        Raises:
            NestingError: It is nested too deeply.
        """
        return self._term(node.children, depth + 1)

    def _term(self, nodes: Sequence[Node], depth: int) -> Expression:
        """An operand with the steps behind it; both are written as a row of siblings."""
        if depth > MAX_DEPTH:
            raise NestingError(f"expressions lie more than {MAX_DEPTH} deep in one another")
        nodes = [node for node in nodes if node.type != "comment"]
        first = nodes[0]
        rest = 1
        base: Expression
        if first.type == "(":
            base = Paren(self.expression(nodes[1], depth))
            rest = 3
        else:
            reader = self._readers.get(first.type)
            base = reader(first, depth) if reader else Opaque(self.text(first.start_byte, first.end_byte))
        if len(nodes) == rest:
            return base
        text = self.text(first.start_byte, nodes[-1].end_byte)
        steps = self._steps(nodes[rest:], depth)
        if isinstance(base, Traversal):
            return Traversal(base.root, steps, text)
        return Access(base, steps, text)

    def _steps(self, nodes: Sequence[Node], depth: int) -> tuple[Step, ...]:
        steps: list[Step] = []
        for at, node in enumerate(nodes):
            if node.type == "get_attr":
                steps.append(AttributeStep(self.exact(node.children[-1])))
            elif node.type == "index":
                if at and _is_legacy_index(node) and _is_legacy_index(nodes[at - 1]):
                    raise UnreadableError("two indexes without brackets behind one another")
                steps.append(self._index(node, depth))
            elif node.type == "splat":
                steps.extend(self._splat(node.children[0], nodes[at + 1 :], depth))
                break
        return tuple(steps)

    def _index(self, node: Node, depth: int) -> IndexStep:
        inner = node.children[0]
        if inner.type == "legacy_index":
            return IndexStep(_number(self.exact(inner).lstrip(". \t")))
        key = next(child for child in inner.children if child.type == "expression")
        return IndexStep(self.expression(key, depth))

    def _splat(self, node: Node, rest: Sequence[Node], depth: int) -> tuple[Step, ...]:
        """``[*]`` takes all that follows to each element, ``.*`` only the attributes directly behind it.

        Raises:
            NestingError: Too many of them follow one another.
        """
        if depth >= MAX_DEPTH:
            raise NestingError(f"more than {MAX_DEPTH} levels")
        taken = [*(child for child in node.children if child.type in _STEPS), *rest]
        split = len(taken)
        if node.type == "attr_splat":
            split = next((index for index, child in enumerate(taken) if not _is_dotted(child)), split)
        return SplatStep(self._steps(taken[:split], depth + 1)), *self._steps(taken[split:], depth + 1)

    def _literal(self, node: Node, _depth: int) -> Expression:
        inner = node.children[0]
        if inner.type == "string_lit":
            check_escapes(self.exact(inner))
            return Literal(self.string(inner))
        if inner.type == "numeric_lit":
            return _number(self.exact(inner))
        return Literal(_CONSTANTS[self.exact(inner)])

    def _variable(self, node: Node, _depth: int) -> Expression:
        name = self.exact(node)
        return Traversal(name, (), name[:MAX_TEXT])

    def _collection(self, node: Node, depth: int) -> Expression:
        inner = node.children[0]
        if inner.type == "tuple":
            return Tuple(tuple(self.expression(child, depth) for child in inner.children if child.type == "expression"))
        _check_separators(inner)
        items, positions = [], []
        for element in inner.children:
            if element.type == "object_elem":
                positions.append(self.position(element))
                key, value = (child for child in element.children if child.type == "expression")
                items.append((self._key(key, depth), self.expression(value, depth)))
        return Object(tuple(items), tuple(positions))

    def _key(self, node: Node, depth: int) -> Expression:
        key = self.expression(node, depth)
        if isinstance(key, Traversal) and not key.steps:
            return Literal(key.root)
        if isinstance(key, Literal) and (key.value is None or isinstance(key.value, bool)):
            return Literal(self.exact(node))
        return key

    def _call(self, node: Node, depth: int) -> Expression:
        arguments: list[Expression] = []
        expand = False
        name = self.exact(node.children[0])
        hides = name.removeprefix("core::") == "sensitive"
        self.secret += hides
        for child in node.children:
            if child.type == "function_arguments":
                arguments.extend(self.expression(part, depth) for part in child.children if part.type == "expression")
                expand = any(part.type == "ellipsis" for part in child.children)
        self.secret -= hides
        return Call(name, tuple(arguments), expand, self.text(node.start_byte, node.end_byte))

    def _conditional(self, node: Node, depth: int) -> Expression:
        links: list[tuple[Node, Node]] = []
        condition, yes, no = (child for child in node.children if child.type == "expression")
        tail = no
        while True:
            links.append((yes, tail))
            if len(links) + depth > MAX_DEPTH:
                raise NestingError(f"conditionals lie more than {MAX_DEPTH} deep in one another")
            inner = [child for child in condition.children if child.type != "comment"]
            if len(inner) != 1 or inner[0].type != "conditional":
                break
            condition, yes, tail = (child for child in inner[0].children if child.type == "expression")
        return self._turned(node, condition, links, depth)

    def _turned(self, node: Node, condition: Node, links: list[tuple[Node, Node]], depth: int) -> Expression:
        """``links`` run from the last link of the chain to the first; each one's end is the next one's condition."""
        result = self.expression(links[0][1], depth)
        for index, (yes, _) in enumerate(links):
            test = links[index + 1][1] if index + 1 < len(links) else condition
            text = self.text(test.start_byte, node.end_byte)
            result = Conditional(self.expression(test, depth), self.expression(yes, depth), result, text)
        return result

    def _operation(self, node: Node, depth: int) -> Expression:
        operands: list[Operand] = []
        operators: list[str] = []
        for row in rows(node):
            if len(row) == 1 and row[0].type in PRECEDENCE:
                operators.append(row[0].type)
            else:
                operands.append((self._operand(row, depth + 1), row[0], row[-1]))
        return climb(operands, operators, self.text)

    def _operand(self, row: Sequence[Node], depth: int) -> Expression:
        if row[0].type != "operation":
            return self._term(row, depth)
        inner = row[0].children[0]
        return self._unary(inner, depth) if inner.type == "unary_operation" else self._operation(row[0], depth)

    def _unary(self, node: Node, depth: int) -> Expression:
        if depth > MAX_DEPTH:
            raise NestingError(f"expressions lie more than {MAX_DEPTH} deep in one another")
        inner = [child for child in node.children[1:] if child.type != "comment"]
        text = self.text(node.start_byte, node.end_byte)
        return Unary(node.children[0].type, self._operand(inner, depth + 1), text)

    def _for(self, node: Node, depth: int) -> Expression:
        inner = node.children[0]
        intro = next(child for child in inner.children if child.type == "for_intro")
        names = tuple(self.exact(child) for child in intro.children if child.type == "identifier")
        source = next(child for child in intro.children if child.type == "expression")
        results = [self.expression(child, depth) for child in inner.children if child.type == "expression"]
        tests = [
            self.expression(part, depth)
            for child in inner.children
            if child.type == "for_cond"
            for part in child.children
            if part.type == "expression"
        ]
        return For(
            names,
            self.expression(source, depth),
            results[0] if len(results) > 1 else None,
            results[-1],
            tests[0] if tests else None,
            any(child.type == "ellipsis" for child in inner.children),
            self.text(node.start_byte, node.end_byte),
        )


def _check_separators(node: Node) -> None:
    """Attributes on one line are parted by commas, on which the grammar does not insist."""
    parts = [child for child in node.children if child.type in ("object_elem", ",")]
    for one, other in pairwise(parts):
        if one.type == other.type == "object_elem" and one.end_point[0] == other.start_point[0]:
            raise UnreadableError("attributes on one line without a comma between them")


def _is_dotted(node: Node) -> bool:
    """Whether a step is ``.name`` or ``.0``."""
    return node.type == "get_attr" or _is_legacy_index(node)


def _is_legacy_index(node: Node) -> bool:
    """Whether a step is ``.0``."""
    return node.type == "index" and node.children[0].type == "legacy_index"


def _number(text: str) -> Literal | Opaque:
    """A number; one that cannot be given exactly stays unread."""
    try:
        return Literal(to_number(text))
    except ConversionError as error:
        if text[:2] in ("0x", "0X"):
            raise UnreadableError("a number of base 16, which only the grammar knows") from error
        return Opaque(text[:MAX_TEXT])
