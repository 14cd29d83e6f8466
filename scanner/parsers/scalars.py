"""Types of plain YAML scalars, as the readers of manifests take them: JSON types and nothing else.

Shared by the YAML parsers. Dates stay text, and so do sexagesimal numbers (``22:22`` is a pair of ports) and numbers
that JSON cannot hold.
"""

from __future__ import annotations

import math

from scanner import lazy_re

_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLEANS = {
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), False),
}
_INTEGER = lazy_re.compile(r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|0[0-7_]*|[1-9][0-9_]*)")
_FLOAT = lazy_re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*|[0-9][0-9_]*(?=[eE]))(?:[eE][-+]?[0-9]+)?")
_LONGEST_NUMBER = 400
_PREFIX = "tag:yaml.org,2002:"

Scalar = bool | int | float | str | None


def scalar(text: str, tag: str | None, *, plain: bool) -> Scalar:
    """The value of a scalar.

    Args:
        text: As the YAML reader gives it, without quotes.
        tag: Its explicit tag, if it has one; tags that are not YAML's own leave text.
        plain: Whether it stands without quotes.
    """
    if tag is None:
        return _plain(text) if plain else text
    if tag in {_PREFIX + "int", _PREFIX + "float", _PREFIX + "bool", _PREFIX + "null"}:
        return _plain(text)
    return text


def _plain(text: str) -> Scalar:
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if text[0] in "+-.0123456789" and len(text) <= _LONGEST_NUMBER:
        return _number(text)
    return text


def _number(text: str) -> Scalar:
    digits = text.replace("_", "")
    if _INTEGER.fullmatch(text):
        return _integer(digits)
    if _FLOAT.fullmatch(text):
        number = float(digits)
        return number if math.isfinite(number) else text
    return text


def _integer(digits: str) -> int | str:
    unsigned = digits.lstrip("+-")
    if unsigned[:2] in {"0b", "0x", "0o"}:
        return int(digits, 0) if len(unsigned) > 2 else digits
    return int(digits, 8) if unsigned[0] == "0" and len(unsigned) > 1 else int(digits)
