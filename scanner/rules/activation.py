"""The variables of one subject, encoded only as far as expressions read them, and once for all of them."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Container, Hashable, Mapping
from typing import Any, NamedTuple

from scanner.domain.resource import Value
from scanner.rules.holes import PREFIX, Holes
from scanner.rules.lazy import LazyMap, LazyView
from scanner.rules.reads import Reads

_SHORT = 128
"""Bytes up to which an encoded value is its own key; of longer ones it is their digest."""
_FORMAT = 2
"""Of ``marshal``: the newest one in which equal values always give equal bytes."""


class _Part(NamedTuple):
    """A variable, or a field of one, ready for the library."""

    encoded: Any
    is_known: bool
    """No part of it is unknown."""
    key: Hashable
    """Equal for two parts if, and only if, they are the same to every expression."""


_NOTHING = object()
_PLAIN = {str}
_ABSENT = _Part(None, True, ())


class _Fields(dict[str, _Part]):
    """The fields of one variable, each made ready when it is first asked for."""

    def __init__(self, holes: Holes, source: Mapping[str, Value]) -> None:
        super().__init__()
        self._holes = holes
        self._source = source

    def __missing__(self, field: str) -> _Part:
        value = self._source.get(field, _NOTHING)
        made = self[field] = _ABSENT if value is _NOTHING else _part(self._holes.encode(value, 1))
        return made


class Variables:
    """Some variables by name.

    Args:
        holes: Of the environment whose expressions look at them.
        values: Name to value; any part of a value may be unknown. Asked only for what is read.
    """

    def __init__(self, holes: Holes, values: Mapping[str, Value]) -> None:
        self.names: Container[str] = values.makers if isinstance(values, LazyView) else values
        self._holes = holes
        self._values = values
        self._whole: dict[str, _Part] = {}
        self._fields: dict[str, _Fields | None] = {}

    def encoded(self, name: str, fields: tuple[str, ...] | None) -> Any:
        """A variable as the library takes it.

        Args:
            name: One of the variables.
            fields: Of a map only these are wanted; None for the whole.
        """
        known = self._told_apart(name) if fields else None
        if known is None or fields is None:
            return self._all(name).encoded
        chosen = ((field, known[field]) for field in fields)
        return {field: part.encoded for field, part in chosen if part is not _ABSENT}

    def is_known(self, name: str, fields: tuple[str, ...] | None) -> bool:
        """Whether no part of what is read of a variable is unknown."""
        known = self._told_apart(name) if fields else None
        if known is None or fields is None:
            return self._all(name).is_known
        return all(known[field].is_known for field in fields)

    def key(self, name: str, fields: tuple[str, ...] | None) -> Hashable:
        """Two variables with equal keys are the same to every expression that reads just this of them."""
        if fields is None:
            return self._all(name).key
        known = self._told_apart(name)
        if known is None:
            return None, self._all(name).key  # no field's key is None: what has no fields equals no map
        if len(fields) == 1:
            return known[fields[0]].key
        return tuple([known[field].key for field in fields])

    def _told_apart(self, name: str) -> _Fields | None:
        """The variable's fields, if it is a map whose fields can be told apart before it is encoded."""
        if name not in self._fields:
            value = self._values[name]
            written = value.source if isinstance(value, LazyMap) else value
            is_plain = isinstance(written, Mapping) and {*map(type, written)} <= _PLAIN
            self._fields[name] = _Fields(self._holes, value) if is_plain and isinstance(value, Mapping) else None
        return self._fields[name]

    def _all(self, name: str) -> _Part:
        part = self._whole.get(name)
        if part is None:
            part = self._whole[name] = _part(self._holes.encode(self._values[name]))
        return part


class Activation:
    """The variables of one subject, ready for any number of expressions of one environment.

    Args:
        holes: Of the environment.
        layers: What is asked for a variable; the first one that has it answers.
        subject: What functions find while an expression is evaluated.
    """

    def __init__(self, holes: Holes, layers: tuple[Variables, ...], subject: object) -> None:
        self._holes = holes
        self._layers = layers
        self._parts: dict[int, tuple[Value, Variables]] = {}
        """Parts of the subject by identity; each is kept, so that no other can take its place."""
        self.subject = subject

    def extended(self, additions: Variables | Mapping[str, Value], subject: object = None) -> Activation:
        """The same variables and some more, without encoding the first again.

        Args:
            additions: Stand before what has their names already.
            subject: What functions find instead of the subject; None for the same.
        """
        added = additions if isinstance(additions, Variables) else Variables(self._holes, additions)
        made = Activation(self._holes, (added, *self._layers), self.subject if subject is None else subject)
        made._parts = self._parts
        return made

    def with_part(self, name: str, part: Value) -> Activation:
        """The same variables and, under a name, a part of the subject, which is encoded once for all who ask for it."""
        known = self._parts.get(id(part))
        if known is None:
            known = self._parts[id(part)] = (part, Variables(self._holes, {name: part}))
        return self.extended(known[1])

    def encoded(self, reads: Reads) -> dict[str, Any]:
        """Those of the variables that an expression reads, as far as it does."""
        found = {}
        for name, fields in reads.variables.items():
            layer = self._holder(name)
            if layer is not None:
                found[name] = layer.encoded(name, fields)
        return found

    def is_known(self, reads: Reads) -> bool:
        """Whether no part of what an expression reads is unknown."""
        for name, fields in reads.variables.items():
            layer = self._holder(name)
            if layer is not None and not layer.is_known(name, fields):
                return False
        return True

    def key(self, reads: Reads) -> Hashable:
        """Equal for two activations that are the same to an expression that asks for nothing else of its subject."""
        keys: list[Hashable] = []
        for name, fields in reads.variables.items():
            for layer in self._layers:  # as _holder, which would cost as much again
                if name in layer.names:
                    keys.append(layer.key(name, fields))
                    break
            else:
                keys.append(None)
        return tuple(keys)

    def _holder(self, name: str) -> Variables | None:
        """Who answers for a variable."""
        return next((layer for layer in self._layers if name in layer.names), None)


def _part(encoded: Any) -> _Part:
    if type(encoded) is str:
        return _Part(encoded, True, encoded)
    try:
        written = marshal.dumps(encoded, _FORMAT)
    except ValueError:  # a value of a type of its own: equal to nothing but itself
        return _Part(encoded, False, (_Unlike(),))
    is_known = PREFIX not in written
    if len(written) <= _SHORT:
        return _Part(encoded, is_known, written)
    return _Part(encoded, is_known, (len(written), hashlib.sha256(written).digest()))


class _Unlike:
    """A key that equals no other."""
