"""Says why a program could not render, without what it quotes: that can be a secret, as a literal of a generator is."""

from __future__ import annotations

import re
from pathlib import Path

from scanner import lazy_re

_LOGGED = lazy_re.compile(r'err=(?:<\n(?P<lines>.*?)\n\s*>|"(?P<text>(?:\\.|[^"\\])*)")', re.DOTALL)
"""An error in the form of Kubernetes' own logs."""
_MEANT = (
    (lazy_re.compile("literal source"), "a literal of a generator is not key=value"),
    (lazy_re.compile("env source"), "a file of settings of a generator cannot be read"),
    (lazy_re.compile("already registered id"), "two objects have one name"),
    (lazy_re.compile("missing metadata.name"), "an object has no name"),
    (lazy_re.compile("no such file or directory"), "what it names is not there"),
    (lazy_re.compile("is not in or below"), "it names a file outside its folder"),
    (lazy_re.compile("no resource matches|unable to find unique target|no matches for Id"), "a patch fits no object"),
    (lazy_re.compile("builtin Patch"), "a patch cannot be read"),
    (lazy_re.compile("file is not directory"), "a file that it names cannot be taken"),
    (lazy_re.compile("don't meet the specifications of the schema"), "its values do not fit its schema"),
)  # fmt: skip
"""What programs say, and that in words of our own, in the order in which it is looked for."""
_AT = lazy_re.compile(r"(?P<kind>execution|parse) error at \((?P<place>[\w./-]{1,300}:\d+(?::\d+)?)\): *(?P<said>.*)")
_QUOTES = lazy_re.compile(r"""\s*(?:["'`\[{(<&]|\S*\w=)""")
"""Where something that is quoted can begin."""
_ASIDE = lazy_re.compile(r"(?i)^#|^[EFIW]\d{4} |warning:")
"""Warnings, and the times of logs."""
_ERROR = lazy_re.compile(r"(?i)^error:\s*")
_LONGEST = 300
_MOST = 50_000
"""Letters of a complaint that are looked at."""


def told(text: str, folder: Path) -> str:
    """Why a program did not do its work; empty where it does not say so.

    Args:
        text: All that it complains of.
        folder: In which it ran; of what it quotes, only paths in it are told.
    """
    text = text[:_MOST]
    logged = _LOGGED.search(text)
    if logged is not None:
        text = logged["lines"] or (logged["text"] or "").replace('\\"', '"')
    line = _line(text)
    at = _AT.search(line)
    if at is not None:
        return f"{at['kind']} error at {at['place']}{_said(at['said'], folder)}"
    meant = next((words for pattern, words in _MEANT if pattern.search(text)), "")
    path = re.search(rf"'{re.escape(str(folder))}/([\w@+./-]{{1,200}})'", text)
    if meant:
        return f"{meant}: {path[1]}" if path else meant
    return _unquoted(_ERROR.sub("", line).replace(str(folder), "."))


def _line(text: str) -> str:
    """The line of the error, which warnings can stand before."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and (_ERROR.match(line) or not _ASIDE.search(line[:100]))]
    return next((line for line in lines if _ERROR.match(line)), lines[0] if lines else "")


def _said(message: str, folder: Path) -> str:
    """What a template complains of, if it stands there as it is: a value can be written into it."""
    written = f'"{message}"'.encode()
    if 0 < len(message) <= _LONGEST and any(written in path.read_bytes() for path in sorted(_templates(folder))):
        return f": {message}"
    return ""


def _templates(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if "templates" in path.relative_to(folder).parts and path.is_file()]


def _unquoted(line: str) -> str:
    line = line[:_LONGEST]
    mark = _QUOTES.search(line)
    return line[: mark.start() if mark else None].rstrip(" :,")
