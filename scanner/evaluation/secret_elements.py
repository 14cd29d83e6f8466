"""Elements of XML whose text is a secret: by their own name, by an attribute, or by a name before them."""

from __future__ import annotations

from collections.abc import Sequence

from scanner import lazy_re

_STEM = r"(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|cred(?:ential)?|key|salt)"
_NAME = (
    rf"(?:[\w:.-]{{0,60}}{_STEM}|(?:[\w:.-]{{0,60}}[_:.-])?(?:pw|pin|auth)|[\w:.-]{{0,60}}connection-?_?string)"
    r"s?(?:[_-]?(?:value|data|text|string|b64|base64|hash|plain))?[\d_-]*"
)
_ELEMENT = lazy_re.compile(rf"(?i)<({_NAME})(?=[\s>]|\Z)")
_ATTRIBUTE = lazy_re.compile(rf"(?i)(?<![\w:.-])(?:key|name)\s*=\s*([\"']){_NAME}\1")
_TAG = lazy_re.compile(r"<([\w:.-]{1,60})(?=\s|\Z)[^<>]*\Z")
"""The begin of a tag that goes on."""
_FORMS = frozenset(
    ("button", "details", "fieldset", "form", "iframe", "input", "map", "meta", "object", "select", "slot")
)
"""Elements of pages whose name is no name of what stands in them."""
_NAME_ELEMENT = rf"<(?P<tag>(?:[\w.-]{{1,40}}:)?(?:key|name|[\w.-]{{0,40}}-name))>\s*{_NAME}\s*</(?P=tag)>"
_VALUE_ELEMENT = r"[\w:.-]{0,40}(?:value|string|data|dict|array)(?=[\s>])"
_NAMED = lazy_re.compile(rf"(?i){_NAME_ELEMENT}\s*\Z")
_ITS_VALUE = lazy_re.compile(rf"(?i)\s*<({_VALUE_ELEMENT})")
_TEXT = r"[^\s<][^<]*"
_WITHIN = r"[^<>]*(?<!/)>\s*"
_TEXT_BESIDE = lazy_re.compile(
    rf"(?i)(<[^<>]*?(?<![\w:.-])(?:key|name)\s*=\s*([\"']){_NAME}\2{_WITHIN}(?:<(?![/!]){_WITHIN}){{0,2}}){_TEXT}"
)
_VALUE_BESIDE = lazy_re.compile(rf"(?i)({_NAME_ELEMENT}\s*<{_VALUE_ELEMENT}{_WITHIN}){_TEXT}")
_ABOVE = 5
_BELOW = 10
"""Lines over which a tag may go."""
_READ_AT_MOST = 2_000
"""Characters of a line that are looked at."""


def element(lines: Sequence[str], number: int) -> str:
    """The name of an element that is called like a secret and not closed on its line; empty if there is none.

    Args:
        lines: Of the whole file.
        number: Of the line, counted from 0.
    """
    return _by_own_name(lines[number]) or _by_attribute(lines, number) or _by_name_before(lines, number)


def without_texts(text: str, mask: str) -> str:
    """Without the texts of elements that are named like a secret beside them.

    Args:
        text: A line, or several.
        mask: What is put in their place.
    """
    if "<" not in text:
        return text
    return _VALUE_BESIDE.sub(rf"\g<1>{mask}", _TEXT_BESIDE.sub(rf"\g<1>{mask}", text))


def _by_own_name(line: str) -> str:
    last = None
    for match in _ELEMENT.finditer(line) if "<" in line else ():
        last = match
    if last is None or f"</{last[1]}" in line[last.end() :]:
        return ""
    return "" if line.rstrip().endswith("/>") and line.rfind("<") == last.start() else str(last[1])


def _by_attribute(lines: Sequence[str], number: int) -> str:
    """``<add key="Password">``, whose tag may go over several lines."""
    line, last = lines[number][-_READ_AT_MOST:], None
    for match in _ATTRIBUTE.finditer(line):
        last = match
    if last is None:
        return ""
    above = (one[-_READ_AT_MOST:] for one in lines[max(number - _ABOVE, 0) : number])
    tag = _TAG.search("\n".join([*above, line[: last.start()]]))
    if tag is None or tag[1].lower() in _FORMS:
        return ""
    below = (one[:_READ_AT_MOST] for one in lines[number + 1 : number + _BELOW])
    within, bracket, _ = "\n".join([line[last.end() :], *below]).partition(">")
    closed = within.endswith("/") or not bracket or f"</{tag[1]}" in line[last.end() :]
    return "" if closed else tag[1]


def _by_name_before(lines: Sequence[str], number: int) -> str:
    """``<key>password</key>`` with a ``<string>`` below, or ``<name>`` with a ``<value>``."""
    if _NAMED.search(lines[number][-_READ_AT_MOST:]) is None:
        return ""
    below = next((one for one in lines[number + 1 : number + _BELOW] if one.strip()), "")
    value = _ITS_VALUE.match(below)
    closed = value is None or f"</{value[1]}" in below or below.rstrip().endswith("/>")
    return "" if value is None or closed else value[1]
