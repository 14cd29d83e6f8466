"""Where a judgement stands in the file: at the attribute or element that it is about, else at its subject."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.artifact import Location
from scanner.domain.resource import Value
from scanner.engines.subjects import Subject, container_path

_VIEW_NAMES = {"resource", "object", "dockerfile", "service", "workflow", "source", "manifest", "api"}
"""Variables of a view that stand for the attributes themselves."""


def place_of(subject: Subject, at: str, *, each: str = "", index: int = 0, item: Value = None) -> Location:
    """The place of a judgement.

    Args:
        subject: What is judged.
        at: Attribute path whose line is wanted, relative to the subject or the element; may be empty.
        each: Path of the list that the element stands in; empty where the subject itself is judged.
        index: Which element.
        item: The element; one that carries its own ``line`` needs no further search.
    """
    base = _element_path(subject, each, index) if each else ""
    wanted = f"{base}.{at}" if base and at else base or _without_view_name(at)
    for path in (wanted, base):
        if path and path in subject.positions:
            position = subject.positions[path]
            return Location(path=subject.location.path, start_line=position.line, start_column=position.column)
    line = item.get("line") if isinstance(item, Mapping) else None
    if isinstance(line, int) and line > 0:
        return Location(path=subject.location.path, start_line=line)
    return subject.location


def _element_path(subject: Subject, each: str, index: int) -> str:
    if each == "containers":
        return container_path(subject, index)
    return f"{_without_view_name(each)}[{index}]"


def _without_view_name(path: str) -> str:
    head, _, rest = path.partition(".")
    return rest if head in _VIEW_NAMES and rest else path
