"""Objects whose attributes are evaluated when they are asked for: resources, data sources, outputs of a module."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.values.collections import first_unknown, is_partial

_REST = "(computed)"


class LazyObject(dict[str, Value]):
    """An object of which not all attributes are there yet.

    It always holds one unknown attribute, so that whoever needs the whole object finds that it is not wholly known.

    Args:
        resolve: Gives an attribute by its name; the second argument is the expression's text.
        reason: Why the rest is not known.
        text: The object's own expression.
        known: Attributes that are there already.
        names: All attributes that there can be, where this is known: then the whole is known as far as they are.
    """

    def __init__(
        self,
        resolve: Callable[[str, str], Value],
        reason: UnknownReason,
        text: str,
        known: Mapping[str, Value] | None = None,
        names: Collection[str] = (),
    ) -> None:
        super().__init__(known or {})
        self[_REST] = Unknown(reason=reason, text=text)
        self._resolve = resolve
        self._text = text
        self._names = names

    def whole(self) -> Value:
        """The object as it can be given away: with all attributes where they are known by name, else unknown."""
        if not self._names:
            return self[_REST]
        return {name: settled(self[name] if name in self else self.missing(name, self._text)) for name in self._names}

    def missing(self, key: str, text: str) -> Value:
        """The attribute, evaluated now."""
        value = self._resolve(key, text)
        rest = self.pop(_REST)
        self[key] = value
        self[_REST] = rest  # the last one is what is found of the whole
        return value

    def __reduce__(self) -> tuple[type[dict[str, Value]], tuple[dict[str, Value]]]:
        """Kept, it is a plain object of what was asked for."""
        return dict, (dict(self),)


def opened(value: Value) -> Value:
    """The value as one can go through it: with all its own attributes, which are as they are."""
    if isinstance(value, LazyObject):
        return value.whole()
    return first_unknown(value) if is_partial(value) else value


def settled(value: Value) -> Value:
    """The value as it can be given away: without lazy objects, everything else as it is."""
    if isinstance(value, LazyObject):
        return value.whole()
    if isinstance(value, dict) and _holds_lazy(value):
        return {key: settled(item) for key, item in value.items()}
    if isinstance(value, list) and _holds_lazy(value):
        return [settled(item) for item in value]
    return value


def _holds_lazy(value: Value) -> bool:
    waiting: list[Value] = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, LazyObject):
            return True
        if isinstance(current, dict):
            waiting.extend(item for item in current.values() if isinstance(item, dict | list))
        elif isinstance(current, list):
            waiting.extend(item for item in current if isinstance(item, dict | list))
    return False
