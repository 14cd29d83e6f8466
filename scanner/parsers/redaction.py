"""Takes secrets and NHS numbers out of text that becomes part of a result. Shared by the parsers."""

from __future__ import annotations

import re

from scanner import lazy_re

HIDDEN = "***"
"""What stands in place of a secret."""

_NAMES = (
    r"pass(?:word|wd|phrase)?|pwd|secret|client[-_ ]?secret|token|access[-_ ]?token|api[-_ ]?key|"
    r"account[-_ ]?key|shared[-_ ]?access[-_ ]?key|shared[-_ ]?access[-_ ]?signature|access[-_ ]?key|"
    r"secret[-_ ]?(?:access[-_ ]?)?key|private[-_ ]?key|credentials?|subscription[-_ ]?key"
)
_SECRET_NAME = lazy_re.compile(rf"(?i)(?:^|[-_. ])(?:{_NAMES})$")
_SETTING = rf"(?i)(?P<name>(?<![A-Za-z])(?:[\w-]{{0,40}}[-_])?(?:{_NAMES}|sig|signature)\s*=\s*)"
_QUOTED = r"'[^']*'?|\"[^\"]*\"?"
_FIELD = lazy_re.compile(_SETTING + rf"(?P<value>{_QUOTED}|\{{[^}}]*\}}[^;&]*|[^;&\s][^;&]*)")
"""A field of a connection string, whose value may hold spaces."""
_ASSIGNMENT = lazy_re.compile(_SETTING + rf"(?P<value>{_QUOTED}|[^;&\s]+)")
"""A setting in a line of words; what follows is not its value."""
_USER_INFO = lazy_re.compile(r"://[^/?#\s]*@")
_USER_PASSWORD = lazy_re.compile(r"(://)[^/:@\s]*:(?!\d{1,5}(?:[/?#]|$))[^\s]*@")
_AUTHORITY_AT_LAST = lazy_re.compile(r"(?i)^(?!https?:)([a-z][a-z0-9+.-]*://)[^\s]*@")
_ORACLE = lazy_re.compile(r"(?i)(jdbc:oracle:\w+:)[^@\s]+/[^@\s]*@")
_HOOK = lazy_re.compile(r"(?i)(hooks\.slack\.com/(?:services|workflows)/|\.webhook\.office\.com/webhookb2/)[^\s\"']+")
_KEY = lazy_re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{12,}|\bgh[pousr]_\w{20,}|\beyJ[\w-]{10,}\.[\w-]+(?:\.[\w-]*)?")
_TEN_DIGITS = lazy_re.compile(r"(?<!\d)\d{3}([ -]?)\d{3}\1\d{4}(?!\d)")
_REFERENCE = lazy_re.compile(r"\$|\{\{|%\w+%|<%|#\{|@\{")


def redact(text: str) -> str:
    """Hides credentials, keys and NHS numbers in a URL, a connection string or a line of text.

    Args:
        text: As it is written.

    Returns:
        The same text with ``***`` in the place of what is secret.
    """
    if "://" in text and "@" in text:
        text = _USER_INFO.sub(f"://{HIDDEN}@", text)
        text = _AUTHORITY_AT_LAST.sub(rf"\1{HIDDEN}@", text)
        text = _USER_PASSWORD.sub(rf"\1{HIDDEN}@", text)
    if "=" in text:
        text = (_FIELD if ";" in text else _ASSIGNMENT).sub(_hide_field, text)
    text = _ORACLE.sub(rf"\1{HIDDEN}@", text)
    text = _HOOK.sub(rf"\1{HIDDEN}", text)
    text = _KEY.sub(HIDDEN, text)
    return _TEN_DIGITS.sub(_hide_nhs_number, text)


def redact_value(name: str, value: str) -> str:
    """Hides the value of a setting whose name says that it is a secret.

    Args:
        name: Name of the variable or setting.
        value: Its value; a reference such as ``$TOKEN`` is no secret and stays.

    Returns:
        The value, or ``***``.
    """
    if _SECRET_NAME.search(name) and value.strip("'\" ") and not _REFERENCE.search(value):
        return HIDDEN
    return redact(value)


def _hide_field(match: re.Match[str]) -> str:
    if _REFERENCE.match(match["value"].lstrip("'\"")):
        return match[0]
    return match["name"] + HIDDEN


def _hide_nhs_number(match: re.Match[str]) -> str:
    digits = [int(character) for character in match[0] if character.isdigit()]
    check = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return HIDDEN if check % 11 == digits[9] else match[0]
