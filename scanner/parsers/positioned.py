"""Reads YAML and JSON text into values that know where they stand. Shared by all parsers of such files.

Works on libyaml's events rather than on its composer: ten times faster, and nesting, aliases and size are bounded
before anything is built.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass

import yaml
from yaml.reader import ReaderError

from scanner import lazy_re
from scanner.parsers.events import Builder, LimitError
from scanner.parsers.nodes import Node, from_json

_MAX_FAULTS = 20
_DOCUMENT_START = lazy_re.compile(r"^---(?=\s|$)", re.MULTILINE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a document could not be read, and where."""

    message: str
    line: int
    column: int
    final: bool = False
    """Whether what follows in the file was not read either."""


@dataclass(frozen=True, slots=True)
class Documents:
    """What a file holds."""

    documents: tuple[Node, ...]
    """The documents that could be read, in order; empty ones are left out."""
    faults: tuple[Fault, ...] = ()
    """One for each document that could not."""


def decode(data: bytes) -> str:
    """Text of a file: by its byte order mark, else UTF-8, else the old Western encodings."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def searchable(data: bytes) -> bytes:
    """The bytes in an encoding in which a search for ASCII finds what is there, from the first line on."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :] if encoding == "utf-8" else decode(data).encode("utf-8", "replace")
    return data


def read_documents(text: str) -> Documents:
    """All documents of a YAML or JSON text.

    After a fault, reading goes on at the next ``---``, so that one broken document does not hide the others.
    """
    documents: list[Node] = []
    faults: list[Fault] = []
    skipped = 0
    rest = text
    while True:
        fault = _read_some(rest, skipped, documents)
        if fault is None:
            break
        faults.append(fault)
        following = _next_document(rest, fault.line - skipped)
        if fault.final or following is None or len(faults) == _MAX_FAULTS:
            break
        skipped += rest.count("\n", 0, following)
        rest = rest[following:]
    if faults and not documents and text.lstrip()[:1] in {"{", "["}:
        plain = _read_json(text)
        if plain is not None:
            return Documents((plain,))
    return Documents(tuple(documents), tuple(faults))


def _read_some(text: str, skipped: int, documents: list[Node]) -> Fault | None:
    builder = Builder(skipped)
    parser = None
    try:
        parser = yaml.CSafeLoader(text)
        while (event := parser.get_event()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                builder = Builder(skipped, builder.written)
            elif isinstance(event, yaml.DocumentEndEvent):
                if builder.root is not None and builder.root.content is not None:
                    documents.append(builder.root)
            else:
                builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = str(error.problem or error.context or "not valid YAML")
        return Fault(message, (mark.line if mark else 0) + skipped + 1, (mark.column if mark else 0) + 1)
    except ReaderError as error:
        line = text.encode("utf-8", "replace").count(b"\n", 0, error.position) + skipped + 1
        return Fault("a character that YAML does not allow", line, 1)
    except UnicodeEncodeError:
        return Fault("text that is not valid Unicode", skipped + 1, 1)
    except LimitError as error:
        return Fault(error.message, error.position.line, error.position.column, error.final)
    finally:
        if parser is not None:
            parser.dispose()
    return None


def _next_document(text: str, line: int) -> int | None:
    """Where the next document begins: at the line of the fault (an open list ends at ``---``) or after it."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return None
    found = _DOCUMENT_START.search(text, max(start, 1))
    return found.start() if found else None


def _read_json(text: str) -> Node | None:
    """JSON that YAML does not take (surrogate pairs, very long keys): the values, all at the file's first line."""
    try:
        return from_json(json.loads(text, parse_constant=str))
    except (ValueError, RecursionError):
        return None
