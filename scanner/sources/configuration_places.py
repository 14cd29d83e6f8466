"""Places in ``archscan.yaml``: which line a declaration stands in, and which a mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from scanner.domain.profile import LINE_KEY

_SECTIONS = ("layers", "components", "ignore")


def with_lines(content: object, top: yaml.Node | None) -> object:
    """Add to each declaration about the architecture, and to each answer of the profile, the line in which it stands.

    Args:
        content: What the file holds.
        top: The same with places.

    Raises:
        YAMLError: The key of the line is written in the file.
    """
    for section in _SECTIONS:
        entries = _below(_below(content, "architecture"), section)
        node = _node(_node(top, "architecture"), section)
        if not isinstance(entries, list) or not isinstance(node, yaml.SequenceNode):
            continue
        for entry, place in zip(entries, node.value, strict=True):
            _mark(entry, place)
    answers = _below(_below(content, "profile"), "answers")
    places = _node(_node(top, "profile"), "answers")
    if isinstance(answers, dict) and isinstance(places, yaml.MappingNode):
        for key, place in _pairs(places):
            _mark(answers.get(getattr(key, "value", None)), key, place)
    return content


def mark_entries(content: object, top: yaml.Node | None, section: str) -> object:
    """Add to each entry of a list at the top of a file the line in which it stands.

    Args:
        content: What the file holds.
        top: The same with places.
        section: Name of the list.

    Raises:
        YAMLError: The key of the line is written in the file.
    """
    entries, node = _below(content, section), _node(top, section)
    if isinstance(entries, list) and isinstance(node, yaml.SequenceNode):
        for entry, place in zip(entries, node.value, strict=True):
            _mark(entry, place)
    return content


def _mark(entry: object, place: yaml.Node, inner: yaml.Node | None = None) -> None:
    if not isinstance(entry, dict):
        return
    if LINE_KEY in entry:
        raise yaml.MarkedYAMLError(problem=f"{LINE_KEY!r} is not permitted", problem_mark=(inner or place).start_mark)
    entry[LINE_KEY] = place.start_mark.line + 1


def line_of(path: Sequence[str | int], top: yaml.Node | None) -> int | None:
    """The line of what stands at a path, or of the last part of it that is there.

    Args:
        path: Keys and indices from the top.
        top: The file with places.
    """
    found = None
    for part in path:
        top = _node(top, part)
        if top is None:
            break
        found = top.start_mark.line + 1
    return found


def _below(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _node(node: yaml.Node | None, part: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in _pairs(node) if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        found = node.value[part]
        return found if isinstance(found, yaml.Node) else None
    return None


def _pairs(node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    for key, value in node.value:
        if isinstance(key, yaml.Node) and isinstance(value, yaml.Node):
            yield key, value
