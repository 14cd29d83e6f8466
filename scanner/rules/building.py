"""Makes new nodes for a checked expression, each with an id and a resolved reference of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scanner.rules import checked

Name = Callable[[], Any]
"""Gives a fresh node that stands for a bound value."""

UNUSED, NOTHING = "#unused", "@nothing"
"""By the first name as its variable the library knows a fold that only binds a value, and then evaluates it when it is
first asked for, in a slot that an earlier fold may have left filled: where that one ended early, the bound value is one
of its elements. By any other name, such as the second, the value is put into the slot at once.
"""
_INDEX_OVERLOADS = (
    "optional_list_optindex_optional_int",
    "list_optindex_optional_int",
    "map_optindex_optional_value",
    "optional_map_optindex_optional_value",
)


class NodeBuilder:
    """Makes nodes that belong to one tree."""

    def __init__(self, tree: Any, first_id: int) -> None:
        self._tree = tree
        self._last_id = first_id

    def call(self, function: str, overloads: tuple[str, ...], *arguments: Any) -> Any:
        """``function(arguments…)``, resolved to the given overloads."""
        node = self._node()
        node.call_expr.function = function
        for argument in arguments:
            node.call_expr.args.add().CopyFrom(argument)
        self._refer(node.id, function, overloads)
        return node

    def own(self, function: str, *arguments: Any) -> Any:
        """A call of one of our functions, whose overload has the function's name."""
        return self.call(function, (function,), *arguments)

    def method(self, function: str, overload: str, target: Any) -> Any:
        """``target.function()``."""
        node = self._node()
        node.call_expr.function = function
        node.call_expr.target.CopyFrom(target)
        self._refer(node.id, function, (overload,))
        return node

    def negation(self, operand: Any) -> Any:
        """``!operand``."""
        return self.call("!_", ("logical_not",), operand)

    def ternary(self, condition: Any, then: Any, otherwise: Any) -> Any:
        """``condition ? then : otherwise``."""
        return self.call("_?_:_", ("conditional",), condition, then, otherwise)

    def is_null(self, operand: Any) -> Any:
        """``operand == null``."""
        null = self._node()
        null.const_expr.null_value = 0
        return self.call("_==_", ("equals",), operand, null)

    def optional_field(self, operand: Any, field: str) -> Any:
        """``operand.?field``."""
        name = self._node()
        name.const_expr.string_value = field
        return self.call("_?._", ("select_optional_field",), operand, name)

    def optional_index(self, operand: Any, key: Any) -> Any:
        """``operand[?key]``."""
        return self.call("_[?_]", _INDEX_OVERLOADS, operand, key)

    def none(self) -> Any:
        """``optional.none()``."""
        return self.call("optional.none", ("optional_none",))

    def has_value(self, optional: Any) -> Any:
        """``optional.hasValue()``."""
        return self.method("hasValue", "optional_hasValue", optional)

    def value(self, optional: Any) -> Any:
        """``optional.value()``."""
        return self.method("value", "optional_value", optional)

    def bind(self, value: Any, body: Callable[[Name], Any]) -> Any:
        """``body`` with a name for ``value``, which is evaluated once: a fold over nothing that starts with it.

        Not in the form of the library's own ``cel.bind`` (:data:`UNUSED`).
        """
        node = self._node()
        name = f"@bound{node.id}"

        def named() -> Any:
            ident = self._node()
            ident.ident_expr.name = name
            self._refer(ident.id, name, ())
            return ident

        fold = node.comprehension_expr
        fold.iter_var = f"{NOTHING}{node.id}"
        fold.iter_range.CopyFrom(self._node())
        fold.iter_range.list_expr.SetInParent()
        fold.accu_var = name
        fold.accu_init.CopyFrom(value)
        fold.loop_condition.CopyFrom(self._node())
        fold.loop_condition.const_expr.bool_value = False
        fold.loop_step.CopyFrom(named())
        fold.result.CopyFrom(body(named))
        return node

    def _node(self) -> Any:
        self._last_id += 1
        node = checked.expr()
        node.id = self._last_id
        return node

    def _refer(self, node_id: int, name: str, overloads: tuple[str, ...]) -> None:
        entry = self._tree.references.add(key=node_id)
        entry.value.name = name
        entry.value.overload_id.extend(overloads)
