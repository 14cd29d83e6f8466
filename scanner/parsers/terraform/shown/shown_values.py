"""Values of plans and states as rules see them: nulls left out, what is sensitive or not yet known marked as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Final, TypeAlias

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.shown.secrets import Secrets
from scanner.parsers.terraform.syntax.tree import MAX_TEXT
from scanner.parsers.terraform.values.collections import MAX_LEVELS, bounded


class Told(Enum):
    """How much the configuration tells of what is written."""

    ALL = "written, with all that is in it"
    NOT_HERE = "not in the configuration: left to the provider, or made by a dynamic block"


Written: TypeAlias = "Told | Mapping[str, object] | list[object]"
"""An expression, a block's expressions, or those of several blocks, as ``configuration`` gives them."""
_SHOWN = 3
"""Names of one expression that are shown to the reader."""
_EXPRESSION_KEYS: Final = frozenset(("constant_value", "references"))


class _Absent(Enum):
    ABSENT = 0


_ABSENT: Final = _Absent.ABSENT


class ValueView:
    """Gives the attributes of one resource.

    Args:
        expressions: Of the configuration, or None where there is none: in a state.
        secrets: What is marked somewhere in the document.
    """

    def __init__(self, expressions: Mapping[str, object] | None, secrets: Secrets) -> None:
        self._expressions = expressions
        self._secrets = secrets
        self.left_out: set[str] = set()
        """Attributes that are unknown until apply and not in the configuration's expressions."""

    def attributes(
        self, values: Mapping[str, object], unknown: Mapping[str, object], sensitive: Iterable[object]
    ) -> dict[str, Value]:
        """The attributes.

        Args:
            values: As planned or in the state.
            unknown: ``after_unknown``.
            sensitive: All marks that say which values are sensitive.
        """
        marks = list(sensitive)
        found: dict[str, Value] = {}
        for name in dict.fromkeys((*values, *unknown)):
            written = self._written(name)
            if unknown.get(name) is True and written is Told.NOT_HERE:
                self.left_out.add(name)
                continue
            inner = [_at(mark, name) for mark in marks]
            value = _seen(values.get(name), unknown.get(name), inner, written, name, 0)
            if not isinstance(value, _Absent):
                found[name] = bounded(self._secrets.hide(_as_block(value, written), name), name)
        return found

    def _written(self, name: str) -> Written:
        if self._expressions is None:
            return Told.NOT_HERE
        return written_at(self._expressions, name)


def is_expression(value: object) -> bool:
    """Whether a part of the configuration is an expression and not a block; ``{}`` is one without references."""
    return isinstance(value, dict) and (not value or bool(value.keys() & _EXPRESSION_KEYS))


def written_at(block: Mapping[str, object], name: str) -> Written:
    """What the configuration tells of one attribute or kind of nested block."""
    if name not in block:
        return Told.NOT_HERE
    value = block[name]
    if is_expression(value) or not isinstance(value, dict | list):
        return value if isinstance(value, dict) and value else Told.ALL
    return value


def _as_block(value: Value, written: Written) -> Value:
    """A block of which there can be only one is a list of one, as in source."""
    is_block = isinstance(written, dict) and not is_expression(written)
    return [value] if is_block and isinstance(value, dict) else value


def _seen(  # a value with the three things that are said of it, at a place
    value: object, unknown: object, sensitive: list[object], written: Written, path: str, level: int
) -> Value | _Absent:
    if level > MAX_LEVELS:
        return Unknown(reason=UnknownReason.BROKEN, text=path[:MAX_TEXT])
    if value is None and not _holds(unknown):
        return _ABSENT
    if _is_marked(value, sensitive):
        return Unknown(reason=UnknownReason.SENSITIVE, text=path[:MAX_TEXT])
    if unknown is True:
        return Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text=(text_of(written) or path)[:MAX_TEXT])
    if isinstance(value, dict) or (value is None and isinstance(unknown, dict)):
        return _map(value or {}, unknown, sensitive, written, path, level)
    if isinstance(value, list) or (value is None and isinstance(unknown, list)):
        return _list(value or [], unknown, sensitive, written, path, level)
    if value == "" and written is Told.NOT_HERE:
        return _ABSENT
    return value if isinstance(value, bool | int | float | str) else _ABSENT


def _map(  # as above
    value: Mapping[str, object], unknown: object, sensitive: list[object], written: Written, path: str, level: int
) -> Value | _Absent:
    found: dict[str, Value] = {}
    is_attribute = written is Told.ALL or is_expression(written)
    for name in dict.fromkeys((*value, *(unknown if isinstance(unknown, dict) else ()))):
        inner_unknown = _at(unknown, name)
        inner_written = _inside(written, name)
        if inner_unknown is True and inner_written is Told.NOT_HERE and written is not Told.NOT_HERE:
            continue
        below = f"{path}.{name}"
        marks = [_at(mark, name) for mark in sensitive]
        inner = _seen(value.get(name), inner_unknown, marks, inner_written, below, level + 1)
        if not isinstance(inner, _Absent):
            found[name] = _as_block(inner, inner_written)
        elif is_attribute and name in value and value[name] is None:
            found[name] = None  # inside a map or object that is written, null is a value
    return found if found or written is not Told.NOT_HERE else _ABSENT


def _list(  # as above
    value: list[object], unknown: object, sensitive: list[object], written: Written, path: str, level: int
) -> Value | _Absent:
    found: list[Value] = []
    element = _element(value, written, level)
    for index in range(max(len(value), len(unknown) if isinstance(unknown, list) else 0)):
        item = value[index] if index < len(value) else None
        marks = [_at(mark, index) for mark in sensitive]
        inner = _seen(item, _at(unknown, index), marks, element, f"{path}[{index}]", level + 1)
        if not isinstance(inner, _Absent):
            found.append(inner)
        elif isinstance(item, dict | str):
            found.append({} if isinstance(item, dict) else "")
        elif item is None and is_expression(written):
            found.append(None)
    return found if found or written is not Told.NOT_HERE else _ABSENT


def _inside(written: Written, name: str) -> Written:
    """What is told of a part of a map or block."""
    if isinstance(written, Told):
        return written
    if is_expression(written):
        return written
    if isinstance(written, Mapping):
        return written_at(written, name)
    # Blocks of a set come in another order than they are written: what one of them has, any may have.
    parts = [written_at(block, name) for block in written if isinstance(block, dict)]
    told = [part for part in parts if part is not Told.NOT_HERE]
    if not told:
        return Told.NOT_HERE
    blocks: list[object] = []
    for part in told:
        if isinstance(part, list):
            blocks.extend(part)
    return blocks or (told[0] if len(told) == 1 or not is_expression(told[0]) else Told.ALL)


def _element(value: list[object], written: Written, level: int) -> Written:
    """What is told of the elements of a list.

    Blocks that a provider takes as a list of objects, such as ``ingress``, are one expression in the configuration:
    which of their arguments are written, it does not tell. Nor does it of a dynamic block beside others.
    """
    if isinstance(written, Told):
        return written
    if is_expression(written):
        objects = level == 0 and "constant_value" not in written and all(isinstance(item, dict) for item in value)
        return Told.NOT_HERE if objects else written
    return Told.NOT_HERE if len(value) > len(written) else written


def text_of(written: object) -> str:
    """What an expression names, for the reader; empty where it names nothing."""
    references = written.get("references") if isinstance(written, dict) else None
    if not isinstance(references, list):
        return ""
    return ", ".join([*longest(name for name in references if isinstance(name, str))][:_SHOWN])


def longest(references: Iterable[str]) -> Iterator[str]:
    """References without those that are only the beginning of the one before: ``a.b.arn``, ``a.b``."""
    before = ""
    for reference in references:
        if not before.startswith((f"{reference}.", f"{reference}[")):
            yield reference
        before = reference if not before.startswith((f"{reference}.", f"{reference}[")) else before


def _at(mark: object, key: str | int) -> object:
    """The mark of a part; a mark for the whole is one for each part."""
    if isinstance(mark, dict):
        return mark.get(key)
    if isinstance(mark, list):
        return mark[key] if isinstance(key, int) and key < len(mark) else None
    return mark


def _is_marked(value: object, marks: list[object]) -> bool:
    """Whether a value is sensitive. Marks that do not fit the value's form count for all of it."""
    for mark in marks:
        if isinstance(mark, dict) and isinstance(value, dict):
            if any(_holds(inner) for key, inner in mark.items() if key not in value):
                return True
        elif isinstance(mark, list) and isinstance(value, list):
            if any(_holds(inner) for inner in mark[len(value) :]):
                return True
        elif _holds(mark):
            return True
    return False


def _holds(mark: object) -> bool:
    """Whether something is marked at any depth."""
    waiting = [mark]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict):
            waiting.extend(current.values())
        elif isinstance(current, list):
            waiting.extend(current)
        elif current:
            return True
    return False


def as_value(value: object) -> Value:
    """A value of which nothing is said to be unknown or sensitive."""
    found = _seen(value, None, [], Told.ALL, "", 0)
    return None if isinstance(found, _Absent) else bounded(found, "")
