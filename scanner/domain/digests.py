"""Digests of what was read: equal for two systems, or two resources, of which everything can be said alike."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from scanner.domain.artifact import Location
from scanner.domain.resource import EncodedUnknown, Resource, Unknown, UnknownBlock, UnknownText
from scanner.domain.twins import Twins

if TYPE_CHECKING:
    from scanner.domain.system import System

SIZE = 16
"""Bytes of a digest."""
_ATOMS = frozenset({str, int, bool, float, type(None)})
_FORMAT = 2
"""Of ``marshal``: the newest one in which equal values always give equal bytes."""


class UntoldError(Exception):
    """There is a value of a kind that no digest can tell from others."""


class Digests:
    """The digests of one system, each made when it is first asked for.

    Args:
        system: What was read; its model is not looked at.
    """

    def __init__(self, system: System) -> None:
        self._system = system
        self._resources: dict[int, bytes] = {}
        self._twins: Twins[bytes] = Twins()

    def resource(self, number: int) -> bytes:
        """Of a resource, with its place and its environment.

        Args:
            number: Its place among those of the system.

        Raises:
            UntoldError: Something in it cannot be told from other values.
        """
        made = self._resources.get(number)
        if made is None:
            made = self._resources[number] = self._of_resource(self._system.resources[number])
        return made

    @cached_property
    def everything(self) -> bytes | None:
        """Of all that was parsed, of the files that there are, and of what the supplier answers; None if untold."""
        try:
            resources = [self.resource(number) for number in range(len(self._system.resources))]
            references = self._references()
        except UntoldError:
            return None
        files = (f"{one.path}\0{one.kind}\0{one.role}\0{one.language}" for one in self._system.artifacts)
        return digest(joined(resources), references, digest(*files), self.answers)

    def adopt(self, everything: bytes | None) -> None:
        """Take over :attr:`everything` from a copy of this process, which made it of the same."""
        self.__dict__["everything"] = everything

    @cached_property
    def files(self) -> bytes:
        """Of the paths of all files."""
        return digest(*(one.path for one in self._system.artifacts))

    @cached_property
    def answers(self) -> bytes:
        """Of what the supplier answers."""
        return digest(*(f"{name}={answer}" for name, answer in sorted(self._system.answers.items())))

    def _of_resource(self, resource: Resource) -> bytes:
        content = self._twins.find(resource)
        if content is None:
            content = _digest_of(_told(resource))
            self._twins.keep(resource, content)
        environment = resource.environment.encode("utf-8", "surrogatepass")
        return content + len(environment).to_bytes(4, "big") + environment

    def _references(self) -> bytes:
        if not self._system.references:
            return digest()
        # By columns: there are more references than anything else, and many stand at one place, which is one object.
        sources, targets, locations, attributes, environments = zip(*self._system.references, strict=True)
        marks = list(map(id, locations))
        places = dict(zip(marks, locations, strict=True))
        numbers = {mark: number for number, mark in enumerate(places)}
        where = list(map(numbers.__getitem__, marks)), list(map(_place, places.values()))
        return _digest_of((sources, targets, attributes, environments, *where))


def joined(resources: Iterable[bytes]) -> bytes:
    """Digests of resources as one part of a digest: each says where it ends."""
    return b"".join(resources)


def digest(*parts: str | bytes) -> bytes:
    """A digest in which it counts where one part ends and the next begins."""
    made = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


def _told(resource: Resource) -> tuple[Any, ...]:
    """All of it but its environment, in values that ``marshal`` takes.

    Raises:
        UntoldError: It lies too deep, or is of a type that is not known here.
    """
    try:
        said = _plain(resource.attributes), _plain(resource.documents)
    except RecursionError as error:
        raise UntoldError from error
    return (
        *(resource.address, resource.declaration, resource.kind.value, resource.type, resource.name),
        *(resource.namespace, resource.role.value, resource.doubt, resource.module_path, dict(resource.labels)),
        *(_place(resource.location), [_place(call) for call in resource.calls]),
        {path: (origin.address, _place(origin.location)) for path, origin in resource.origins.items()},
        {path: tuple(position) for path, position in resource.positions.items()},
        *said,
    )


def _place(one: Location) -> tuple[Any, ...]:
    return one.path, one.start_line, one.end_line, one.start_column


def _digest_of(content: tuple[Any, ...]) -> bytes:
    """A digest of values that ``marshal`` takes.

    Raises:
        UntoldError: It lies too deep.
    """
    try:
        return digest(marshal.dumps(content, _FORMAT))
    except ValueError as error:
        raise UntoldError from error


def _plain(value: Any) -> Any:
    """A value in types that ``marshal`` takes; what is of a type of our own as a tuple, which nothing else is."""
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is dict or kind is list:
        return _parts(value)
    if isinstance(value, Unknown):
        return (kind.__name__, value.reason.value, value.text, _beyond(value))
    if hasattr(value, "missing"):  # it finds its parts only when they are asked for
        raise UntoldError
    if isinstance(value, Mapping | Sequence) and not isinstance(value, str):
        return (kind.__name__, _parts(value))
    return (kind.__name__, str(value))


def _parts(value: Mapping[Any, Any] | Sequence[Any]) -> Any:
    if isinstance(value, Mapping):
        return {
            key if type(key) is str else (str(key),): part if type(part) in _ATOMS else _plain(part)
            for key, part in value.items()
        }
    return [part if type(part) in _ATOMS else _plain(part) for part in value]


def _beyond(value: Unknown) -> Any:
    """What is known of an unknown value."""
    if isinstance(value, EncodedUnknown | UnknownBlock):
        return _plain(value.content)
    return value.prefix if isinstance(value, UnknownText) else None
