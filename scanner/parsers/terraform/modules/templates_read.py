"""Templates that functions render: read once, however often they are filled in."""

from __future__ import annotations

from scanner.parsers.terraform.syntax.first_reader import read_template
from scanner.parsers.terraform.syntax.tree import Expression, Fault

_MAX_KEPT = 1024 * 1024
"""Characters of all templates that are kept for the next call; what is read of one takes up to a hundred times that."""


class Templates:
    """Reads templates, and remembers what it read."""

    def __init__(self) -> None:
        self._read: dict[str, Expression | Fault] = {}
        self._room = _MAX_KEPT

    def read(self, text: str) -> Expression | Fault:
        """As :func:`scanner.parsers.terraform.syntax.first_reader.read_template`."""
        known = self._read.get(text)
        if known is not None:
            return known
        found = read_template(text)
        if len(text) <= self._room:
            self._room -= len(text)
            self._read[text] = found
        return found
