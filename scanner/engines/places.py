"""Where a judgement stands in the file: at the attribute or element that it is about, else at its subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scanner.domain.artifact import Location
from scanner.domain.resource import Value
from scanner.engines.elements import document_of, without_view_name
from scanner.engines.subjects import Subject
from scanner.rules.templates import settled


def judged_path(at: str, element: str = "") -> str:
    """Attribute path that a judgement is about; empty where it is about its subject as a whole.

    Args:
        at: Attribute path whose line is wanted, relative to the subject or the element; may be empty.
        element: Attribute path of the element; empty where the subject itself is judged.
    """
    return f"{element}.{at}" if element and at else element or without_view_name(at)


def chosen(subject: Subject, paths: Sequence[str], element: str = "") -> str:
    """Of the attribute paths whose line is wanted the first that is written; the first of all where none is.

    Args:
        subject: What is judged.
        paths: Relative to the subject or the element; may be empty.
        element: Attribute path of the element; empty where the subject itself is judged.
    """
    if subject.resource is not None and not element:
        paths = [settled(subject.resource.attributes, path) for path in paths]
    written = (path for path in paths if judged_path(path, element) in subject.positions)
    return next(written, paths[0] if paths else "")


def place_of(subject: Subject, at: str, *, element: str = "", item: Value = None) -> Location:
    """The place of a judgement.

    Args:
        subject: What is judged.
        at: Attribute path whose line is wanted, relative to the subject or the element; may be empty.
        element: Attribute path of the element; empty where the subject itself is judged.
        item: The element; one that carries its own ``line`` needs no further search.
    """
    for path in (judged_path(at, element), element, document_of(element)):
        if path and (given := _given(subject, path)) is not None:
            return given
        if path and path in subject.positions:
            position = subject.positions[path]
            return Location(path=subject.location.path, start_line=position.line, start_column=position.column)
    line = item.get("line") if isinstance(item, Mapping) else None
    if isinstance(line, int) and line > 0:
        return Location(path=subject.location.path, start_line=line)
    return subject.location


def _given(subject: Subject, path: str) -> Location | None:
    """Where a patch wrote a value of an object that is no block: that of a block is told with all of its instances."""
    if subject.resource is None or subject.resource.declaration:
        return None
    origin = subject.resource.origins.get(path)
    return origin.location if origin else None
