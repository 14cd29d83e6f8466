"""Files that pin the version of a runtime: ``.nvmrc``, ``.python-version``, ``.tool-versions`` and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import Manifest, lines_of

_ASDF = {"nodejs": "node", "golang": "go", "dotnet-core": "dotnet", "dotnet-sdk": "dotnet"}
_NODE_NAMES = {
    "argon": "4", "boron": "6", "carbon": "8", "dubnium": "10", "erbium": "12", "fermium": "14", "gallium": "16",
    "hydrogen": "18", "iron": "20", "jod": "22", "krypton": "24",
}  # fmt: skip
_PREFIX = lazy_re.compile(r"^(?:c?python|ruby|node|go|v)-?(?=\d)", re.IGNORECASE)
_JAVA = lazy_re.compile(r"^(?:[a-z][\w]*-)*(?:jdk-?)?(\d[\w.+-]*)$", re.IGNORECASE)
_LONGEST = 100
_MAX_LINES = 200


def read_pin(text: str, found: Manifest, runtime: str) -> None:
    """Read a file that holds nothing but versions of one runtime, one on each line.

    Args:
        text: The file.
        found: What it adds to.
        runtime: ``python``, ``node``, ``ruby`` or ``java``.
    """
    lines = list(_words(text))
    for number, words in lines:
        found.run_on(*_named(runtime, words[0]), number)
    if not lines:
        found.doubt("no version", 1)


def read_tool_versions(text: str, found: Manifest) -> None:
    """Read a ``.tool-versions``: a tool and its versions, of which the first is used, on each line."""
    for number, words in _words(text):
        if len(words) < 2:
            found.doubt("a tool without a version", number)
            continue
        tool = words[0].lower()
        found.run_on(*_named(_ASDF.get(tool, tool), words[1]), number)


def _words(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines_of(text)[:_MAX_LINES], 1):
        words = [word[:_LONGEST] for word in line.partition("#")[0].split()]
        if words:
            yield number, words


def _named(runtime: str, written: str) -> tuple[str, str]:
    """Runtime and version; another implementation (``pypy3.9``, ``jruby-9.4``) goes by its own name."""
    if runtime == "node":
        name = written.lower().removeprefix("lts/").lstrip("v-")
        return runtime, _NODE_NAMES.get(name, written.removeprefix("v") if written[1:2].isdigit() else written)
    if runtime == "java":
        match = _JAVA.match(written)
        return runtime, match[1] if match else written
    other = re.match(r"^(pypy|jruby|truffleruby|anaconda|miniconda|miniforge|graalpy|mruby)-?(.*)$", written)
    if other:
        return other[1], other[2]
    return runtime, _PREFIX.sub("", written)
