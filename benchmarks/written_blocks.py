"""Counts the blocks that are written in Terraform files, line by line: on purpose not with archscan's own readers."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEADER = re.compile(r"\s*(resource|data|module)((?:\s+(?:\"[^\"]*\"|[A-Za-z_][\w-]*)|\"[^\"]*\")+)\s*\{(.*)")
_LABEL = re.compile(r'"([^"]*)"|([A-Za-z_][\w-]*)')
_LABELS = {"resource": 2, "data": 2, "module": 1}
_STRING = re.compile(r'"(?:\\.|[^"\\])*"')
_HEREDOC = re.compile(r"<<[-~]?([A-Za-z_][\w-]*)\s*$")
_REPEATED = re.compile(r"\s*(count|for_each)\s*=\s*(.*)")
_SOURCE = re.compile(r'\s*source\s*=\s*"(\.{1,2}(?:/[^"]*)?)"')
_NAMES = (".tf", ".tofu", ".tf.json", ".tofu.json")


@dataclass
class Written:
    """A block as it stands in a file."""

    kind: str
    labels: tuple[str, ...]
    path: str
    line: int
    """Zero in JSON, where no line is looked for."""
    repeated: str = ""
    """``count`` or ``for_each`` as it is written."""
    source: str = ""
    """Path that a module is called by, if it is one of this repository."""


def written_files(folder: Path) -> Iterator[str]:
    """Paths of all Terraform files, but for those that ``terraform init`` or git put there."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in (".git", ".terraform"))
        for name in sorted(names):
            path = Path(root, name)
            if name.endswith(_NAMES) and not path.is_symlink():
                yield path.relative_to(folder).as_posix()


def written_blocks(folder: Path, path: str) -> list[Written]:
    """The resource, data and module blocks of one file."""
    text = (folder / path).read_bytes().decode("utf-8-sig", "replace")
    return _of_json(text, path) if path.endswith(".json") else _of_lines(text, path)


def _of_lines(text: str, path: str) -> list[Written]:
    found: list[Written] = []
    end = ""  # of the heredoc that the line stands in
    comment = False
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if end:
            if line.strip() == end:
                end = ""
            continue
        if comment:
            _, closed, line = line.partition("*/")  # noqa: PLW2901  # the rest is a line of its own
            comment = not closed
        plain, comment = _plain(line, inside=comment)
        header = _HEADER.match(_uncommented(line)) if plain.strip() else None
        if header:
            labels = tuple(first or second for first, second in _LABEL.findall(header[2]))
            if len(labels) == _LABELS[header[1]]:
                found.append(Written(header[1], labels, path, number))
                depth = 0
                _attribute(found[-1], header[3])
        elif found and depth == 1 and plain.strip():
            _attribute(found[-1], line)
        depth += plain.count("{") - plain.count("}")
        heredoc = _HEREDOC.search(plain.rstrip())
        end = heredoc[1] if heredoc else ""
    return found


def _attribute(block: Written, line: str) -> None:
    if repeated := _REPEATED.match(line):
        block.repeated = block.repeated or f"{repeated[1]} = {repeated[2].strip()}"
    if source := _SOURCE.match(line):
        block.source = source[1]


def _plain(line: str, *, inside: bool) -> tuple[str, bool]:
    """A line without strings and comments, and whether a comment goes on behind its end."""
    kept = []
    rest = _STRING.sub('""', line) if not inside else line
    while rest:
        if inside:
            _, closed, rest = rest.partition("*/")
            inside = not closed
            rest = _STRING.sub('""', rest)
            continue
        opened = re.search(r"/\*|#|//", rest)
        if opened is None:
            kept.append(rest)
            break
        kept.append(rest[: opened.start()])
        if opened.group() != "/*":
            break
        inside = True
        rest = rest[opened.end() :]
    return "".join(kept), inside


def _uncommented(line: str) -> str:
    return re.sub(r"/\*.*?\*/", " ", line)


def _of_json(text: str, path: str) -> list[Written]:
    try:
        content = json.loads(text)
    except ValueError:
        return []
    found: list[Written] = []
    for part in content if isinstance(content, list) else [content]:
        for kind, labels in _LABELS.items():
            for first, inner in _pairs(part.get(kind) if isinstance(part, dict) else None):
                if labels == 1:
                    found.append(Written(kind, (first,), path, 0))
                else:
                    found.extend(Written(kind, (first, second), path, 0) for second, _ in _pairs(inner))
    return found


def _pairs(content: object) -> Iterator[tuple[str, object]]:
    for part in content if isinstance(content, list) else [content]:
        if isinstance(part, dict):
            yield from ((name, value) for name, value in part.items() if name != "//")
