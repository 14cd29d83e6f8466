"""Selectors of Kubernetes: whether labels match, as far as both are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from scanner.domain.resource import Unknown, Value

Match: TypeAlias = bool | None
"""Whether something matches; None where it cannot be told."""

NAMESPACE_NAME = "kubernetes.io/metadata.name"
"""Label that every namespace has by itself."""


def all_of(*matches: Match) -> Match:
    """Whether all match."""
    if False in matches:
        return False
    return None if None in matches else True


def any_of(*matches: Match) -> Match:
    """Whether one matches."""
    if True in matches:
        return True
    return None if None in matches else False


def matches(selector: Value, labels: Mapping[str, Value], *, complete: bool = True) -> Match:
    """Whether a selector takes something with labels.

    Args:
        selector: With ``matchLabels`` and ``matchExpressions``; empty takes everything.
        labels: Its labels.
        complete: Whether these are all of them.
    """
    if isinstance(selector, Unknown):
        return None
    if not isinstance(selector, Mapping):
        return False
    wanted = selector.get("matchLabels")
    expressions = selector.get("matchExpressions")
    found: list[Match] = []
    if isinstance(wanted, Unknown) or isinstance(expressions, Unknown):
        found.append(None)
    if isinstance(wanted, Mapping):
        found.extend(_is_one_of(labels, str(key), (value,), complete=complete) for key, value in wanted.items())
    if isinstance(expressions, Sequence) and not isinstance(expressions, str):
        found.extend(_meets(one, labels, complete=complete) for one in expressions)
    return all_of(*found)


def is_empty(selector: Value) -> bool:
    """Whether a selector takes everything because it names nothing."""
    return isinstance(selector, Mapping) and not selector.get("matchLabels") and not selector.get("matchExpressions")


def _meets(expression: Value, labels: Mapping[str, Value], *, complete: bool) -> Match:
    if not isinstance(expression, Mapping):
        return None
    key, operator, values = expression.get("key"), expression.get("operator"), expression.get("values")
    if not isinstance(key, str) or not isinstance(operator, str):
        return None
    there: Match = True if key in labels else False if complete else None
    if operator == "Exists":
        return there
    if operator == "DoesNotExist":
        return None if there is None else not there
    if operator not in {"In", "NotIn"} or not isinstance(values, Sequence) or isinstance(values, str):
        return None
    found = _is_one_of(labels, key, values, complete=complete)
    return found if operator == "In" or found is None else not found


def _is_one_of(labels: Mapping[str, Value], key: str, values: Sequence[Value], *, complete: bool) -> Match:
    if key not in labels:
        return False if complete else None
    own = labels[key]
    if isinstance(own, Unknown):
        return None
    if own in [one for one in values if not isinstance(one, Unknown)]:
        return True
    return None if any(isinstance(one, Unknown) for one in values) else False
