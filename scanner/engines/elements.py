"""The elements to which a rule with ``each`` is put: of a list, of lists inside a list, or the entries of a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.resource import Unknown, Value
from scanner.engines.subjects import Subject, container_path
from scanner.rules.templates import steps

_VIEW_NAMES = {"resource", "object", "dockerfile", "service", "workflow", "source", "manifest", "api"}
"""Variables of a view that stand for the attributes themselves."""
_STATEMENTS = "statements"
_IN_DOCUMENT = ".Statement["


class Element(NamedTuple):
    """One of them."""

    path: str
    """Where it stands in the resource's attributes, for its place in the file."""
    item: Value
    whole: bool = False
    """The item is no element: it is the unknown value in which the elements would be."""


def without_view_name(path: str) -> str:
    """A path into a view as a path into the attributes: ``resource.ingress`` is ``ingress``."""
    head, _, rest = path.partition(".")
    return rest if head in _VIEW_NAMES and rest else path


def document_of(path: str) -> str:
    """Attribute path of the policy in which a statement stands; empty for the path of anything else."""
    return path.partition(_IN_DOCUMENT)[0] if _IN_DOCUMENT in path else ""


def elements(subject: Subject, view: Mapping[str, Value], path: str) -> Iterator[Element]:
    """The elements at a path.

    Args:
        subject: What is judged.
        view: Its view.
        path: Names and indices; where a list is met on the way, the path goes on in each of its elements
            (``containers.env``). A map at its end gives its entries as ``{key, value}``.
    """
    root, *further = steps(path)
    yield from _below(subject, str(root), view.get(str(root)), further)


def _below(subject: Subject, path: str, value: Value, further: Sequence[str | int]) -> Iterator[Element]:
    if isinstance(value, Unknown):
        yield Element(without_view_name(path), value, whole=True)
    elif isinstance(value, Mapping):
        yield from _in_map(subject, path, value, further)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        wanted = further[0] if further and isinstance(further[0], int) else None
        rest = further if wanted is None else further[1:]
        for index, item in enumerate(value):
            place = _place(subject, path, index, item)
            if wanted is not None and index != wanted:
                continue
            if further:
                yield from _below(subject, place, item, rest)
            else:
                yield Element(without_view_name(place), item)


def _place(subject: Subject, path: str, index: int, item: Value) -> str:
    """Attribute path of a list's element: some lists of a view are gathered from several attributes."""
    if path == "containers":
        return container_path(subject, index)
    if path == _STATEMENTS:
        attribute = item.get("attribute") if isinstance(item, Mapping) else None
        return f"{attribute}{_IN_DOCUMENT}{index}]" if isinstance(attribute, str) else f"{path}[{index}]"
    return f"{path}[{index}]"


def _in_map(subject: Subject, path: str, value: Mapping[str, Value], further: Sequence[str | int]) -> Iterator[Element]:
    if further:
        yield from _below(subject, f"{path}.{further[0]}", value.get(str(further[0])), further[1:])
        return
    for key, entry in value.items():
        yield Element(f"{without_view_name(path)}.{key}", {"key": key, "value": entry})
