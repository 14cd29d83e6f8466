"""Things by Terraform address: addresses are unique within one root and environment only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")

Scope: TypeAlias = tuple[str, str]
"""Environment and, where there is none, folder: see :func:`scanner.domain.addresses.scope_of`."""


class Places(Generic[T]):
    """Things by Terraform address, and by its scope where somebody asks for the address.

    Args:
        things: Each has an address that is unique within its scope only.
        address: Gives the address of one.
        scope: Gives its scope.
    """

    def __init__(self, things: Iterable[T], address: Callable[[T], str], scope: Callable[[T], Scope]) -> None:
        self._scope = scope
        self._by_address: defaultdict[str, list[T]] = defaultdict(list)
        self._first: dict[str, tuple[Scope, list[T]]] = {}
        """What was asked for first of each address: of most addresses nobody asks in a second scope."""
        self._by_scope: dict[str, dict[Scope, list[T]]] = {}
        for thing in things:
            self._by_address[address(thing)].append(thing)

    def at(self, scope: Scope, address: str) -> Sequence[T]:
        """The things at an address, in order."""
        first = self._first.get(address)
        if first is None:
            things = [thing for thing in self._by_address.get(address, ()) if self._scope(thing) == scope]
            self._first[address] = (scope, things)
            return things
        if first[0] == scope:
            return first[1]
        if address not in self._by_scope:
            found: defaultdict[Scope, list[T]] = defaultdict(list)
            for thing in self._by_address.get(address, ()):
                found[self._scope(thing)].append(thing)
            self._by_scope[address] = found
        return self._by_scope[address].get(scope, ())
