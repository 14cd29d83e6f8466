"""One file to one syntax tree: which reader, which limits, which faults. Nothing here looks at other files.

The result can be pickled and depends on the file's name and bytes alone, so that it can be kept by content.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace

from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.first_reader import read_syntax
from scanner.parsers.terraform.syntax.json_reader import read_json, read_json_variables
from scanner.parsers.terraform.syntax.second_reader import read_again, second_reader_is_ours
from scanner.parsers.terraform.syntax.tree import Body, Fault, Syntax

MAX_BYTES = 2 * 1024 * 1024
"""Terraform files that people write stay under a tenth of this; text of short lines takes up to 1.5 µs a byte."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read."""

    path: str
    syntax: Syntax
    link: str = ""
    """Where a link has it stand, if one does."""

    @property
    def seen(self) -> str:
        """The path at which Terraform finds it; findings stand at its own."""
        return self.link or self.path


class FileReader:
    """Reads files, and looks only once whether the second reader may be used.

    Args:
        second_reader: Tells whether python-hcl2 may be imported; asked when it is first needed.
    """

    def __init__(self, second_reader: Callable[[], bool] = second_reader_is_ours) -> None:
        self._ask = second_reader
        self._answer: bool | None = None

    def read(self, path: str, data: bytes) -> ReadFile:
        """Read one file.

        Args:
            path: Its path; the ending tells the syntax.
            data: Its bytes.
        """
        if len(data) > MAX_BYTES:
            return ReadFile(path, Syntax(Body(), (Fault(f"larger than {MAX_BYTES} bytes: not read"),)))
        if data.startswith(_WIDE):
            return ReadFile(path, Syntax(Body(), (Fault("UTF-16, which Terraform does not read: save it as UTF-8"),)))
        text, faults = _decode(data)
        found = self._read(path, text)
        return replace(found, syntax=replace(found.syntax, faults=(*found.syntax.faults, *faults)))

    def _read(self, path: str, text: str) -> ReadFile:
        if path.endswith(".json"):
            read = read_json_variables if path.endswith(".tfvars.json") else read_json
            return ReadFile(path, read(text))
        first = read_syntax(text.encode("utf-8"))
        if not first.broken:
            return ReadFile(path, first)
        if self._answer is None:
            self._answer = self._ask()
        if not self._answer:
            return ReadFile(path, first)
        second = read_again(text)
        if not second.broken:
            return ReadFile(path, second)
        better = second.faults[0] if second.faults[0].position else first.faults[0]
        return ReadFile(path, replace(first, faults=(better, *first.faults[1:])))


def _decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        fault = Fault("not UTF-8 from here: such characters are read as U+FFFD", Position(line, column))
        return data.decode("utf-8", "replace"), (fault,)
