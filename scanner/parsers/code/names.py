"""Names as rules match them: dotted, without arguments, type arguments, literals or white space."""

from __future__ import annotations

import re

from scanner import lazy_re

LONGEST_NAME = 120
"""Characters of a name; of a longer one the end is kept."""

LONGEST_TEXT = 4000
"""Bytes of source text from which a whole name is made; of a longer one the last part is taken."""

_PLAIN = lazy_re.compile(r"[\w.]+\Z")
_LITERAL_OR_COMMENT = lazy_re.compile(
    r"""(?P<literal>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/|//[^\n]*|(?<!\S)\#[^\n]*""",
    re.DOTALL,
)
_BRACKET = lazy_re.compile(r"[()\[\]{}]")
_TYPE_ARGUMENTS = lazy_re.compile(r"<[^<>]*>")
_KEYWORD = lazy_re.compile(r"\b(?:new|await|yield|throw|return|typeof)\s+")
_NULL_SAFE = lazy_re.compile(r"(?:\?|!!?|&)\.|\?(?=->)")
_NAME = lazy_re.compile(r"""[\w$@.:\\>"?!~-]+\Z""")
_LAST_NAME = lazy_re.compile(r"[\w$]+[?!]?\Z")


def dotted(text: str) -> str:
    """Reduces the source text of a callee, base or decorator to its dotted name.

    ``services.AddAuth(o => …).AddJwt<T>`` becomes ``services.AddAuth.AddJwt``.

    Args:
        text: As it is written.

    Returns:
        The name, or an empty string when it has none, such as a function called in place.
    """
    if _PLAIN.match(text):
        return _shortened(text.strip("."))
    stripped = _outside_brackets(_LITERAL_OR_COMMENT.sub(lambda m: '""' if m["literal"] else " ", text))
    for _ in range(8):
        stripped, changed = _TYPE_ARGUMENTS.subn("", stripped)
        if not changed:
            break
    stripped = _NULL_SAFE.sub(lambda m: "." if m[0].endswith(".") else "", stripped)
    name = re.sub(r"\s+", "", _KEYWORD.sub("", stripped)).replace("!.", ".").lstrip(".?!").rstrip(".")
    if _NAME.match(name):
        return _shortened(name)
    last = _LAST_NAME.search(name)
    return _shortened(last[0]) if last else ""


def last_part(text: str) -> str:
    """The last identifier of a text that is too long to be reduced whole.

    Args:
        text: The end of a callee.

    Returns:
        The identifier, or an empty string.
    """
    last = _LAST_NAME.search(text)
    return _shortened(last[0]) if last else ""


def _outside_brackets(text: str) -> str:
    parts: list[str] = []
    depth = start = 0
    for match in _BRACKET.finditer(text):
        if match[0] in "([{":
            if depth == 0:
                parts.append(text[start : match.start()])
            depth += 1
        elif depth:
            depth -= 1
            start = match.end()
    if depth == 0:
        parts.append(text[start:])
    return "".join(parts)


def _shortened(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    tail = name[-LONGEST_NAME:]
    cut = tail.find(".")
    return tail[cut + 1 :] if 0 <= cut < LONGEST_NAME - 1 else tail
