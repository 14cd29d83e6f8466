"""Views that are made only as far as somebody looks: of most of what a subject holds no rule speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scanner.domain.resource import Value


class LazyView(Mapping[str, Value]):
    """Variables by name, each made when it is first asked for.

    Args:
        makers: Name to what makes the variable.
    """

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        self._makers = makers
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class LazyMap(Mapping[str, Value]):
    """A map without its entries that are null, each of the others changed when it is first asked for.

    Args:
        source: The map; treat as frozen.
        change: What is made of an entry.
    """

    def __init__(self, source: Mapping[str, Value], change: Callable[[Value], Value]) -> None:
        self._source = source
        self._change = change
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name in self._made:
            return self._made[name]
        value = self._source[name]
        if value is None:
            raise KeyError(name)
        made = self._made[name] = self._change(value)
        return made

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._source.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name, value in self._source.items() if value is not None)

    def __len__(self) -> int:
        return sum(value is not None for value in self._source.values())
