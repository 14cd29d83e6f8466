"""Secrets of a plan or state, wherever they come back: providers copy them into attributes that carry no mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import re2

from scanner.domain.resource import Resource, Unknown, UnknownReason, Value
from scanner.parsers.terraform.syntax.tree import MAX_TEXT

SHORTEST = 12
"""Characters of a secret that is looked for elsewhere; shorter ones are also words, such as ``postgres``."""
MAX_SECRETS = 2_000
"""Secrets that are looked for inside other texts; beyond that, only for the same text."""
_BEGINNING = 200
"""Characters by which a secret is known inside another text: whole certificates would make too large a pattern."""


class Secrets:
    """Texts that a document marks as sensitive; kept only while it is read."""

    def __init__(self) -> None:
        self._texts: set[str] = set()
        self._pattern: Any = None  # re2 has no types

    def add_marked(self, value: object, marks: Iterable[object]) -> None:
        """Take the parts of a value that are marked.

        Args:
            value: As it stands in the document.
            marks: Maps and lists of the same form, true where a part is sensitive.
        """
        waiting = [(value, mark) for mark in marks]
        while waiting:
            current, mark = waiting.pop()
            if isinstance(current, dict) and isinstance(mark, dict):
                waiting.extend((inner, mark[name]) for name, inner in current.items() if name in mark)
            elif isinstance(current, list) and isinstance(mark, list):
                waiting.extend(zip(current, mark, strict=False))
            elif mark:
                self.add(current)

    def add(self, value: object) -> None:
        """Take all texts of a value that is sensitive as a whole."""
        waiting = [value]
        while waiting:
            current = waiting.pop()
            if isinstance(current, dict):
                waiting.extend(current.values())
            elif isinstance(current, list):
                waiting.extend(current)
            elif isinstance(current, str) and len(current) >= SHORTEST:
                self._texts.add(current)
                self._pattern = None

    def hide(self, value: Value, path: str) -> Value:
        """A value without texts that hold a secret.

        Args:
            value: Of an attribute.
            path: The attribute.
        """
        if not self._texts:
            return value
        if isinstance(value, str):
            secret = value in self._texts or self._holds(value)
            return Unknown(reason=UnknownReason.SENSITIVE, text=path[:MAX_TEXT]) if secret else value
        if isinstance(value, dict):
            return {name: self.hide(inner, f"{path}.{name}") for name, inner in value.items()}
        if isinstance(value, list):
            return [self.hide(inner, f"{path}[{index}]") for index, inner in enumerate(value)]
        return value

    def hide_in(self, resource: Resource) -> Resource:
        """A block without texts that hold a secret."""
        attributes = {name: self.hide(value, name) for name, value in resource.attributes.items()}
        return resource.model_copy(update={"attributes": attributes}) if self._texts else resource

    def _holds(self, text: str) -> bool:
        if self._pattern is None:
            some = sorted(self._texts, key=lambda text: (len(text), text))[:MAX_SECRETS]
            self._pattern = re2.compile("|".join(re2.escape(secret[:_BEGINNING]) for secret in some), _options())
        found: bool = self._pattern.search(text) is not None
        return found


def _options() -> Any:
    options = re2.Options()
    options.max_mem = 256 * 1024 * 1024
    options.log_errors = False
    return options


def marked_outputs(outputs: Mapping[str, object]) -> Iterable[object]:
    """Values of outputs that are sensitive."""
    for output in outputs.values():
        if isinstance(output, dict) and output.get("sensitive"):
            yield output.get("value")
