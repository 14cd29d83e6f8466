"""Views that are made only as far as somebody looks: of most of what a subject holds no rule speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scanner.domain.resource import Value


class LazyView(Mapping[str, Value]):
    """Variables by name, each made when it is first asked for.

    Args:
        makers: Name to what makes the variable.
    """

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        self.makers = makers
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._made:
            self._made[name] = self.makers[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self.makers

    def __iter__(self) -> Iterator[str]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)


class LazyMap(Mapping[str, Value]):
    """A map without its entries that are null, each of the others changed when it is first asked for.

    Args:
        source: The map; treat as frozen.
        change: What is made of an entry that is no text.
    """

    def __init__(self, source: Mapping[str, Value], change: Callable[[Value], Value]) -> None:
        self.source = source
        self._change = change
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        value: Value = self.get(name, self)
        if value is self:
            raise KeyError(name)
        return value

    def get(self, name: str, default: Any = None) -> Any:
        """An entry, or what is given where there is none."""
        value = self._made.get(name, self)
        if value is not self:
            return value
        value = self.source.get(name)
        if value is None:
            return default
        if type(value) is not str:
            value = self._change(value)
        self._made[name] = value
        return value

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.source.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name, value in self.source.items() if value is not None)

    def __len__(self) -> int:
        return sum(value is not None for value in self.source.values())
