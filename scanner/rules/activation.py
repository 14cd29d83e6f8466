"""The variables of one subject, encoded only as far as expressions read them, and once for all of them."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from scanner.domain.resource import Value
from scanner.rules.holes import PREFIX, Holes
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


_ABSENT = _Part(None, True, ())


class Variables:
    """Some variables by name.

    Args:
        holes: Of the environment whose expressions look at them.
        values: Name to value; any part of a value may be unknown. Asked only for what is read.
    """

    def __init__(self, holes: Holes, values: Mapping[str, Value]) -> None:
        self._holes = holes
        self.values = values
        self._whole: dict[str, _Part] = {}
        self._maps: dict[str, Mapping[str, Value] | None] = {}
        self._fields: dict[str, dict[str, _Part]] = {}

    def encoded(self, name: str, fields: tuple[str, ...] | None) -> Any:
        """A variable as the library takes it.

        Args:
            name: One of the variables.
            fields: Of a map only these are wanted; None for the whole.
        """
        if fields is None or self._map(name) is None:
            return self._all(name).encoded
        chosen = ((field, self._field(name, field)) for field in fields)
        return {field: part.encoded for field, part in chosen if part is not _ABSENT}

    def is_known(self, name: str, fields: tuple[str, ...] | None) -> bool:
        """Whether no part of what is read of a variable is unknown."""
        if fields is None or self._map(name) is None:
            return self._all(name).is_known
        return all(self._field(name, field).is_known for field in fields)

    def key(self, name: str, fields: tuple[str, ...] | None) -> Hashable:
        """Two variables with equal keys are the same to every expression that reads just this of them."""
        if fields is None:
            return self._all(name).key
        if self._map(name) is None:
            return None, self._all(name).key  # no field's key is None: what has no fields equals no map
        known = self._fields[name]
        if len(fields) == 1:
            return (known.get(fields[0]) or self._field(name, fields[0])).key
        return tuple([(known.get(field) or self._field(name, field)).key for field in fields])

    def _map(self, name: str) -> Mapping[str, Value] | None:
        """The variable, if its fields can be told apart before it is encoded."""
        if name not in self._maps:
            value = self.values[name]
            is_plain = isinstance(value, Mapping) and all(type(field) is str for field in value)
            self._maps[name] = value if is_plain and isinstance(value, Mapping) else None
            self._fields[name] = {}
        return self._maps[name]

    def _all(self, name: str) -> _Part:
        if name not in self._whole:
            self._whole[name] = _part(self._holes.encode(self.values[name]))
        return self._whole[name]

    def _field(self, name: str, field: str) -> _Part:
        known = self._fields[name]
        if field not in known:
            value = self._maps[name]
            there = value is not None and field in value
            known[field] = _part(self._holes.encode(value[field], 1)) if there and value is not None else _ABSENT
        return known[field]


class Activation:
    """The variables of one subject, ready for any number of expressions of one environment.

    Args:
        holes: Of the environment.
        layers: What is asked for a variable; the last one that has it answers.
        subject: What functions find while an expression is evaluated.
    """

    def __init__(self, holes: Holes, layers: tuple[Variables, ...], subject: object) -> None:
        self._holes = holes
        self._layers = layers
        self._parts: dict[int, tuple[Value, Variables]] = {}
        """Parts of the subject by identity; each is kept, so that no other can take its place."""
        self.subject = subject

    def extended(self, additions: Variables | Mapping[str, Value]) -> Activation:
        """The same variables and some more, without encoding the first again."""
        added = additions if isinstance(additions, Variables) else Variables(self._holes, additions)
        made = Activation(self._holes, (*self._layers, added), self.subject)
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
            for layer in reversed(self._layers):
                if name in layer.values:
                    found[name] = layer.encoded(name, fields)
                    break
        return found

    def is_known(self, reads: Reads) -> bool:
        """Whether no part of what an expression reads is unknown."""
        for name, fields in reads.variables.items():
            for layer in reversed(self._layers):
                if name in layer.values:
                    if not layer.is_known(name, fields):
                        return False
                    break
        return True

    def key(self, reads: Reads) -> Hashable:
        """Equal for two activations that are the same to an expression that asks for nothing else of its subject."""
        keys: list[Hashable] = []
        for name, fields in reads.variables.items():
            for layer in reversed(self._layers):
                if name in layer.values:
                    keys.append(layer.key(name, fields))
                    break
            else:
                keys.append(None)
        return tuple(keys)


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
