"""Rewrites a checked expression so that an unknown value can never be taken for a known one.

CEL errs by itself on nearly every operation that meets a hole (:mod:`scanner.rules.holes`). The exceptions are put
right here, in the checked tree: equality, ``in``, ``size``, ``type``, ordering of two holes, ``format``, and optional
selection behind ``null``. ``matches`` is ours too, since the library compiles the pattern at each call. A second,
stricter form guards every operand; it is slower and is evaluated only to learn which unknown values stood in the way.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from scanner.rules import checked
from scanner.rules.building import NOTHING, UNUSED, NodeBuilder

EQUAL, MEMBER, SIZE, KNOWN, SETTLED = "@equal", "@member", "@size", "@known", "@settled"
MATCHES = "@matches"
"""Functions that only rewriting can call: ``@`` cannot be written in an expression."""
COUNT = "@count_"
"""How the name begins of what gives the size of a function's answer, and does not hand over the answer."""

_OWN = {MATCHES, EQUAL, MEMBER, SIZE, KNOWN, SETTLED}
FROM_OUTSIDE = "from_outside"
"""A function that is asked about what is not known."""
_UNGUARDED = _OWN | {FROM_OUTSIDE, "dyn", "or", "orValue", "hasValue", "value", "optional.of", "optional.none"}
_FREE_IDS = 100_000
"""Above every id that an expression of 4 KB can have."""


class Form(StrEnum):
    """How an expression is rewritten."""

    KNOWN = "known"
    """For subjects of which all that is read is known: nothing has to be watched for holes."""
    QUICK = "quick"
    """For all others."""
    PLAIN = "plain"
    """With the library's own ``matches``, whose complaints are for the reader."""
    GUARDED = "guarded"
    """Every operand is guarded, so that whatever errs because of a hole names the hole."""


def rewrite(tree: Any, form: Form, counted: frozenset[str] = frozenset()) -> None:
    """Rewrite a checked expression in place.

    Args:
        tree: A ``CheckedExpr``.
        form: What it is for.
        counted: Functions of which the size of an answer can be asked for (:data:`COUNT`).
    """
    _Rewriter(tree, form, counted).visit(tree.expr)


class _Rewriter:
    """One pass over one expression, from the leaves up."""

    def __init__(self, tree: Any, form: Form, counted: frozenset[str]) -> None:
        self._counted = counted
        self._guarded = form is Form.GUARDED
        self._watchful = form is not Form.KNOWN
        self._quick = form in (Form.KNOWN, Form.QUICK)
        self._types = checked.Types(tree)
        self._loose_names: set[str] = set()
        self._new = NodeBuilder(tree, _FREE_IDS)

    def visit(self, node: Any) -> None:
        """Rewrite the parts of a node, then the node."""
        for part in list(checked.parts(node)):
            self.visit(part)
            self._loosen_name(node)
        self._loosen(node)
        match checked.variant(node):
            case "select_expr":
                self._select(node)
            case "call_expr":
                self._call(node)
                if self._guarded and checked.variant(node) == "call_expr":
                    self._guard_operands(node.call_expr)
            case "comprehension_expr":
                if node.comprehension_expr.iter_var == UNUSED:  # what optMap and optFlatMap become
                    node.comprehension_expr.iter_var = f"{NOTHING}{node.id}"
                if self._guarded:
                    self._guard(node.comprehension_expr.iter_range)
            case _:
                pass

    def _loosen(self, node: Any) -> None:
        """Forget the types that follow from a default: ``x[?key].orValue('')`` is a text only where there is nothing.

        The checker does not see that ``x[?key]`` is optional, and takes what comes out of it for what is put in.
        """
        call = node.call_expr
        match checked.variant(node):
            case "call_expr" if call.function in ("orValue", "value", "or"):
                if self._types.is_guessed_optional(call.target):
                    self._types.forget(node)
                    if call.function == "or":
                        self._types.make_optional(node)
            case "call_expr" if call.function == "_?_:_":
                if any(map(self._types.is_forgotten, call.args)):
                    self._types.forget(node)
            case "list_expr":
                if any(map(self._types.is_forgotten, node.list_expr.elements)):
                    self._types.forget(node)
            case "ident_expr" if node.ident_expr.name in self._loose_names:
                self._types.forget(node)
            case _:
                pass

    def _loosen_name(self, node: Any) -> None:
        """What goes through a list is as little known as the list."""
        fold = node.comprehension_expr
        if checked.variant(node) == "comprehension_expr" and self._types.is_forgotten(fold.iter_range):
            self._loose_names.add(fold.iter_var)

    def _call(self, node: Any) -> None:
        match node.call_expr.function:
            case "_?._" | "_[?_]" | "_[_]":
                self._selection(node)
            case "matches" if self._quick:
                call = node.call_expr
                operands = (call.target, *call.args) if call.HasField("target") else tuple(call.args)
                self._replace(node, self._new.own(MATCHES, *operands))
            case "size" if self._quick and (asked := self._counted_call(node)) is not None:
                self._replace(node, self._new.own(f"{COUNT}{asked.function}", *asked.args))
            case _ if self._watchful:
                self._watched_call(node)
            case _:
                pass

    def _counted_call(self, node: Any) -> Any:
        """The call of which nothing but the size of its answer is wanted; None where there is none."""
        subject = node.call_expr.target if node.call_expr.HasField("target") else node.call_expr.args[0]
        is_counted = checked.variant(subject) == "call_expr" and subject.call_expr.function in self._counted
        return subject.call_expr if is_counted else None

    def _watched_call(self, node: Any) -> None:
        match node.call_expr.function:
            case "_==_" | "_!=_":
                self._equality(node)
            case "@in":
                self._membership(node)
            case "size":
                self._size(node)
            case "_<_" | "_<=_" | "_>_" | "_>=_":
                self._ordering(node.call_expr.args)
            case "type":
                self._wrap(node.call_expr.args[0], KNOWN)
            case "format" | "optional.ofNonZeroValue":
                self._wrap(node.call_expr.args[0], SETTLED)
            case "join":
                self._wrap(node.call_expr.target, SETTLED)
            case _:
                pass

    def _equality(self, node: Any) -> None:
        left, right = node.call_expr.args
        if self._types.may_contain_hole(left) or self._types.may_contain_hole(right):
            negated = node.call_expr.function == "_!=_"
            equality = self._new.own(EQUAL, left, right)
            self._replace(node, self._new.negation(equality) if negated else equality)

    def _membership(self, node: Any) -> None:
        if any(self._types.may_contain_hole(argument) for argument in node.call_expr.args):
            self._replace(node, self._new.own(MEMBER, *node.call_expr.args))

    def _size(self, node: Any) -> None:
        call = node.call_expr
        subject = call.target if call.HasField("target") else call.args[0]
        if self._types.may_be_hole(subject):
            self._replace(node, self._new.own(SIZE, subject))

    def _ordering(self, arguments: Any) -> None:
        """Two byte strings have an order for CEL; one of them guarded is enough."""
        if all(self._types.may_be_hole(argument) for argument in arguments):
            self._wrap(arguments[0], KNOWN)

    def _selection(self, node: Any) -> None:
        """``x.?field``, ``x[?key]``, and ``x[key]`` where ``x`` is optional.

        What is chosen is optional, and the checker leaves it out for some: to guard it would end the process.
        """
        subject, key = node.call_expr.args
        function = node.call_expr.function
        if function == "_?._":
            field = key.const_expr.string_value
            self._open(node, subject, lambda value: self._new.optional_field(value, field))
        elif function == "_[?_]" or self._types.is_optional(subject):
            self._types.make_optional(node)
            self._open(node, subject, lambda value: self._new.optional_index(value, key))

    def _select(self, node: Any) -> None:
        select = node.select_expr
        if self._types.is_optional(select.operand):
            field, is_test = select.field, select.test_only
            if not is_test:
                self._types.make_optional(node)
            self._open(
                node, select.operand, lambda value: self._new.optional_field(value, field), wrap_has_value=is_test
            )
        elif self._guarded:
            self._guard(select.operand)

    def _open(self, node: Any, subject: Any, choose: Callable[[Any], Any], *, wrap_has_value: bool = False) -> None:
        """Put in a node's place: none where the subject is none or null, else what ``choose`` makes of its value.

        CEL aborts the whole evaluation where it selects from an optional that holds no map; so that the other
        side of an ``||`` can still decide, the value is taken out first.
        """
        if self._types.is_map(subject):
            return
        if self._types.is_optional(subject):
            chosen = self._new.bind(
                subject,
                lambda optional: self._new.ternary(
                    self._new.has_value(optional()),
                    self._unless_null(self._new.value(optional()), choose),
                    self._new.none(),
                ),
            )
        else:
            chosen = self._unless_null(subject, choose)
        self._replace(node, self._new.has_value(chosen) if wrap_has_value else chosen)

    def _unless_null(self, content: Any, choose: Callable[[Any], Any]) -> Any:
        def chosen(value: Callable[[], Any]) -> Any:
            usable = self._new.own(KNOWN, value()) if self._guarded else value()
            return self._new.ternary(self._new.is_null(value()), self._new.none(), choose(usable))

        return self._new.bind(content, chosen)

    def _guard_operands(self, call: Any) -> None:
        if call.function in _UNGUARDED:
            return
        if call.HasField("target"):
            self._guard(call.target)
        for index, argument in enumerate(call.args):
            if call.function != "_?_:_" or index == 0:
                self._guard(argument)

    def _guard(self, node: Any) -> None:
        if not self._types.is_optional(node) and self._types.may_be_hole(node):
            self._wrap(node, KNOWN)

    def _wrap(self, node: Any, function: str) -> None:
        is_own = checked.variant(node) == "call_expr" and node.call_expr.function in _OWN
        if self._types.may_contain_hole(node) and not is_own:
            self._replace(node, self._new.own(function, node))

    def _replace(self, node: Any, new: Any) -> None:
        """Put a new node in a node's place; it keeps the old one's type."""
        kept = checked.expr()
        kept.CopyFrom(new)
        self._types.inherit(node, kept)
        node.CopyFrom(kept)
