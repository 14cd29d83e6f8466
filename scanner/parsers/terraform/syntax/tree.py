"""The syntax tree: what every reader of Terraform files gives, and all that the rest of this package knows of HCL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from scanner.domain.resource import Position

MAX_DEPTH = 60
"""Levels of expressions or blocks in one another; written code stays under 20."""
MAX_OPERATORS = 60
"""Operators in one chain without brackets."""
MAX_TEXT = 200
"""Characters of an expression's source text that are kept."""
HIDDEN = "sensitive(…)"
"""Stands for the text of an expression in which a secret may be written."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant."""

    value: bool | int | float | str | None


@dataclass(frozen=True, slots=True)
class Template:
    """A string with interpolations; strings in ``parts`` are unescaped and stripped already.

    One part that is neither a string nor a directive stands for its own value, which need not be a string.
    """

    parts: tuple[Part, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ConditionalDirective:
    """``%{ if condition } yes %{ else } no %{ endif }`` inside a template."""

    condition: Expression
    yes: tuple[Part, ...]
    no: tuple[Part, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ForDirective:
    """``%{ for key, value in collection } parts %{ endfor }`` inside a template."""

    names: tuple[str, ...]
    """One name for the value, or two for key and value."""
    collection: Expression
    parts: tuple[Part, ...]
    text: str


@dataclass(frozen=True, slots=True)
class AttributeStep:
    """``.name``."""

    name: str


@dataclass(frozen=True, slots=True)
class IndexStep:
    """``[key]``, or ``.0``."""

    key: Expression


@dataclass(frozen=True, slots=True)
class SplatStep:
    """``[*]`` or ``.*`` with the steps that are taken on each element."""

    steps: tuple[Step, ...]


Step: TypeAlias = AttributeStep | IndexStep | SplatStep


@dataclass(frozen=True, slots=True)
class Traversal:
    """A name and the way from it: ``aws_s3_bucket.logs.arn``."""

    root: str
    steps: tuple[Step, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Access:
    """Steps taken on an expression that is not a name: ``f(x)[0].y``."""

    base: Expression
    steps: tuple[Step, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    name: str
    arguments: tuple[Expression, ...]
    expand: bool
    """The last argument is followed by ``...``."""
    text: str


@dataclass(frozen=True, slots=True)
class Conditional:
    """``condition ? yes : no``."""

    condition: Expression
    yes: Expression
    no: Expression
    text: str


@dataclass(frozen=True, slots=True)
class Unary:
    """``-x`` or ``!x``."""

    operator: str
    operand: Expression
    text: str


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands with an operator."""

    operator: str
    left: Expression
    right: Expression
    text: str


@dataclass(frozen=True, slots=True)
class Tuple:
    """``[a, b]``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Object:
    """``{a = b}``; a bare name as key is a :class:`Literal`."""

    items: tuple[tuple[Expression, Expression], ...]
    positions: tuple[Position, ...] = field(default=(), compare=False)
    """Of the items, in their order, where they are known."""


@dataclass(frozen=True, slots=True)
class For:
    """``[for k, v in collection : value if condition]`` and its form for objects."""

    names: tuple[str, ...]
    collection: Expression
    key: Expression | None
    """None in the form for tuples."""
    value: Expression
    condition: Expression | None
    grouped: bool
    text: str


@dataclass(frozen=True, slots=True)
class Paren:
    """An expression in brackets."""

    inner: Expression


@dataclass(frozen=True, slots=True)
class Opaque:
    """An expression that could not be read; its value is unknown."""

    text: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What somebody puts in before Terraform reads the file; its value is that of a variable without one."""

    text: str


Expression: TypeAlias = (
    Literal
    | Template
    | ConditionalDirective
    | ForDirective
    | Traversal
    | Access
    | Call
    | Conditional
    | Unary
    | Binary
    | Tuple
    | Object
    | For
    | Paren
    | Opaque
    | Placeholder
)
Part: TypeAlias = str | Expression
"""A part of a template."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """``name = expression``."""

    name: str
    expression: Expression
    position: Position
    path: str = ""
    """File in which it is written, where that is not the file of its block: an override file."""


@dataclass(frozen=True, slots=True)
class Block:
    """``type "label" { … }``."""

    type: str
    labels: tuple[str, ...]
    body: Body
    position: Position
    end_line: int
    path: str = ""
    """File in which it is written, where that is not the file of the block around it: an override file."""


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between the brackets of a block, or in a file, in the order in which it is written."""

    attributes: tuple[Attribute, ...] = ()
    blocks: tuple[Block, ...] = ()
    _by_name: Mapping[str, Attribute] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Enter the attributes under their names; of two with one name the first is meant."""
        object.__setattr__(self, "_by_name", {one.name: one for one in reversed(self.attributes)})

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name, if it is written."""
        return self._by_name.get(name)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that could not be read, and where."""

    message: str
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Syntax:
    """A file as it was read."""

    body: Body
    faults: tuple[Fault, ...] = ()
    broken: bool = False
    """The first fault is one of syntax: parts of the file are left out."""


class NestingError(ValueError):
    """Expressions or blocks lie deeper in one another than we follow."""
