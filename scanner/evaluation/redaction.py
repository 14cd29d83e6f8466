"""Takes secrets, NHS numbers and control characters out of any text that goes into a result.

The last guard: parsers redact what they know to be secret, this module what looks like it in any text. Masking a
harmless word costs a reader little; a secret in a report that is filed and forwarded cannot be called back.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from scanner import lazy_re
from scanner.evaluation.secret_elements import without_texts

MASK = "***"
"""What stands in the place of a secret; the same as in the parsers."""
CREDENTIALS = "CYBER-08"
"""The control of which a rule finds passwords that were written down, in forms that only the rule knows."""

LIMIT = 2_000
"""Longest text of a result, in characters."""

_READ_AT_MOST = 10 * LIMIT
_ROUNDS = 6
_LONG_VALUE = 16
_BITS_OF_CHANCE = 3.0

_TERMINAL_SEQUENCE = lazy_re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)|[@-Z\\-_])|\x9b[0-?]*[ -/]*[@-~]"
)
_SPACES = lazy_re.compile(r" {2,}")

_PRIVATE_KEY = lazy_re.compile(
    r"-----\s*BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?\s*-----"
    r".*?(?:-----\s*END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?\s*-----|$)"
)
_WORD_OF_A_NAME = r"(?:[A-Za-z]{1,20}\d{0,4}|\d{1,8})"
_NAMES = lazy_re.compile(rf"{_WORD_OF_A_NAME}(?:[/._-]{_WORD_OF_A_NAME})+")
_GITLAB = (
    r"gl(?:pat|ptt|dt|rtr?|cbt|ft|soat|imt|agent|oas|ffct|wt)-[A-Za-z0-9_-]{20,}"
    rf"|(?<![A-Za-z])gl[a-z]{{1,6}}-(?!{_WORD_OF_A_NAME}(?:[_-]{_WORD_OF_A_NAME})+(?![A-Za-z0-9_-]))[A-Za-z0-9_-]{{20,}}"
)
"""Tokens of GitLab, by the beginnings that are known, and others that look so: not ``single-region-of-a-cloud-v2``, nor
``glossary-of-clinical-terms``."""
_TOKENS = lazy_re.compile(
    r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"
    r"|eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)*"
    r"|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}"
    rf"|{_GITLAB}"
    r"|xox[a-z]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{35}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,}"
    r"|npm_[A-Za-z0-9]{36}|hv[sb]\.[A-Za-z0-9_-]{20,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}"
)
_KEY_PARTS = ("d", "p", "q", "dp", "dq", "qi", "k")
_KEY_PART = lazy_re.compile(
    rf"(?i)(\"(?:{'|'.join(_KEY_PARTS)})\"\s{{0,9}}:\s{{0,9}}\")[A-Za-z0-9_+/=-]{{{_LONG_VALUE},}}"
)
"""The private parts of a JSON Web Key."""
_BEARER = lazy_re.compile(
    r"(?i)(bearer\s+|authorization[\"']?\s*[:=]\s*[\"']?(?:basic|digest|token|apikey)\s+)([^\s\"',;<>]{6,})"
)
_USER_INFO = lazy_re.compile(
    r"(?i)([a-z][a-z0-9+.-]{0,20}://)(?!\*\*\*@)(?:[^\s/@:\"'<>]*:(?!\d{1,5}/)[^\s\"'<>]*|[^\s/@:\"'<>]{16,})@"
)

_WORDS = (
    r"(?:passw(?:or)?d|passwd|pwd|passphrase|passcode|secret(?:[_-]?(?:access)?[_-]?key(?:[_-]?base)?)?|"
    r"(?:account|shared[_-]?access|access|api|auth|private|signing|encryption|master|storage|subscription)[_-]?key|"
    r"token|credentials?|connection[_-]?string)"
)
_NAME = rf"{_WORDS}(?:[_-]?(?:value|b64|base64|plain|text|\d{{1,3}}))?"
_QUOTE = r"\\{0,2}[\"'`]?"
_VALUE = (
    r"(?:\$?\{\{[^}]{0,200}\}\}|\"(?:\\.|[^\"\\])*(?:\"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)"
    r"|(?:(?![;,&]\s{0,3}[\w.-]{1,40}(?: [\w.-]{1,20})?\s{0,3}[=:])[^\s\"'`<>\\])+)"
)
_MEMBER = r"(?:\.[a-z_]\w{0,30}(?:\(\))?)?"
"""``password.Text``, ``password.getText()``."""
_ASKED = r"(?:=>|:=|={1,3}|!={1,2}|:|>|\.(?:equals(?:ignorecase)?|compareto|eql\?)\()"
_SETTING = lazy_re.compile(
    rf"(?i)(?P<name>{_NAME}{_QUOTE}{_MEMBER}\s{{0,9}}{_ASKED}\s{{0,9}}\\{{0,2}})(?P<value>{_VALUE})"
)
_OPTION = lazy_re.compile(rf"(?i)(?P<name>(?<![\w-])--?[\w-]{{0,60}}?{_NAME}\s{{1,9}})(?P<value>(?!-){_VALUE})")
_NAMED_VALUE = lazy_re.compile(
    rf"(?i)(?P<name>{_NAME}{_QUOTE}[,;\s]{{1,9}}{_QUOTE}value{_QUOTE}\s{{0,9}}[=:]\s{{0,9}}\\{{0,2}})(?P<value>{_VALUE})"
)
_BLOCK = lazy_re.compile(
    rf"(?i)(?P<name>{_NAME}{_QUOTE}\s{{0,9}}:\s{{1,9}})"
    r"(?:\|[-+\d]{0,2}\s{1,9}|>(?:[-+]\d?\s{1,9}|\d?[ \t]{0,9}\r?\n))(?:(?!\s[\w./-]{1,40}[\"']?:(?:\s|$))[\s\S])+"
)
"""A text of YAML, up to the next key."""
_LOOSE = lazy_re.compile(
    r"(?i)(?P<name>(?:key|auth|cert|signature|sig|salt|pin|hash|session|cookie|webhook|sas)"
    rf"[\w.-]{{0,40}}{_QUOTE}\s{{0,9}}(?:=>|:=|=|:|>|\s)\s{{0,9}}\\{{0,2}})(?P<value>(?=[\"'`]?[^\s\"'`<>]{{{_LONG_VALUE}}}){_VALUE})"
)
_PLACE = lazy_re.compile(
    r"(?i)\.(?:ya?ml|json|toml|xml|ini|cfg|conf|config|properties|env|tf|tfvars|tpl|py|js|jsx|ts|tsx|vue|java|kt|cs|go|rb|php|sh|ps1|sql|md):"
)
"""The end of the name of a file before the number of a line: ``external-secret.yaml:36``."""
_LINE = lazy_re.compile(r"\d{1,6}[:,.;)]*")
_LITERAL = lazy_re.compile(r"([\"'`])(?:(?!\1)[^\n])+\1")
_MASKED = lazy_re.compile(r"\*{3,}\d{0,3}")
_REFERENCE = lazy_re.compile(
    r"(?i)\$\{[\w.\[\]*-]+\}|\$[A-Z_][A-Z0-9_]*|\$\{\{[^}]{1,200}\}\}|\{\{[^}]{1,200}\}\}|%[A-Z_]+%"
    r"|(?:var|local|data|module|each|self|path|random_password|secrets|env|process\.env|os\.environ)(?:\.[A-Za-z_][\w-]*)+"
    r"|true|false|null|none|nil|undefined|unknown|string|bool|sensitive"
)
_TOKEN_BEGINNINGS = (
    *("AKIA", "ASIA", "ABIA", "ACCA", "eyJ", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "gl"),
    *("xox", "AIza", "k_live_", "k_test_", "npm_", "hvs.", "hvb.", "SG."),
)
_QUOTED_KEY_PARTS = tuple(f'"{part}"' for part in _KEY_PARTS)
_STEMS = ("pass", "pwd", "secret", "key", "token", "credential", "connection")
_LOOSE_STEMS = ("key", "auth", "cert", "sig", "salt", "pin", "hash", "session", "cookie", "webhook", "sas")
_NAME_OF_A_THING = lazy_re.compile(r"(?i)arn:|sha\d+:|[a-z][a-z0-9+.-]*://|\.{0,2}/")
_TEN_DIGITS = lazy_re.compile(r"(?<!\d)\d{3}[ \-]?\d{3}[ \-]?\d{4}(?!\d)")


def clean(text: str) -> str:
    """Takes out what could steer a terminal, hide text or break an encoder.

    Args:
        text: Any text, also with unpaired surrogates.

    Returns:
        One line: white space is a single blank, terminal sequences, control and formatting characters are gone, and
        an unpaired surrogate is U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    text = _TERMINAL_SEQUENCE.sub("", text)
    return _SPACES.sub(" ", "".join(_visible(character) for character in text)).strip()


def redact(text: str, *, context: str = "") -> str:
    """Masks secrets and NHS numbers, and cleans the text.

    Args:
        text: Any text from a repository or an engine.
        context: Other text of the same finding: where it or the text speaks of the NHS or of patients, ten digits
            with a valid check digit are masked but for the last three.

    Returns:
        At most ``LIMIT`` characters. Redacting the result again changes nothing.
    """
    return _redact(text, speaks_of_patients(text) or speaks_of_patients(context))


def speaks_of_patients(text: str) -> bool:
    """Whether ten digits beside this text may be an NHS number."""
    text = text[:_READ_AT_MOST]
    lower = (text if text.isprintable() else f"{text}\n{clean(text)}").lower()
    return "nhs" in lower or "patient" in lower


def redact_path(path: str, *, context: str = "") -> str:
    """Masks secrets and NHS numbers in the path of a file; blanks and control characters stay, so that it is found.

    Args:
        path: Path relative to the scanned root, also with unpaired surrogates.
        context: Other text of the same finding.

    Returns:
        A path that can be encoded. Redacting the result again changes nothing.
    """
    path = path.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not path.isascii() else path
    of_a_patient = speaks_of_patients(path) or speaks_of_patients(context)
    for _ in range(_ROUNDS):
        before, path = path, _mask(path, of_a_patient, _loose_in_path)
        if path == before:
            return path
    return MASK


@lru_cache(maxsize=8192)
def _redact(text: str, of_a_patient: bool) -> str:
    masked = _beginning(text)
    if not masked.isprintable():
        # What is taken for a terminal sequence could be the beginning of a telling name.
        masked = _mask(masked, of_a_patient)
    masked = clean(masked)
    for _ in range(_ROUNDS):
        before, masked = masked, _mask(masked, of_a_patient)
        if masked == before:
            return masked if len(masked) <= LIMIT else _shortened(masked, of_a_patient)
    return MASK


def _shortened(masked: str, of_a_patient: bool) -> str:
    short = masked[: LIMIT - 1].rstrip(" \\\"'`") + "…"
    return short if _mask(short, of_a_patient) == short else MASK


def _beginning(text: str) -> str:
    """What is looked at of a very long text; a word that is cut in two could hide a secret, so it goes."""
    if len(text) <= _READ_AT_MOST:
        return text
    return text[:_READ_AT_MOST].rpartition(" ")[0] or text[:LIMIT]


def _mask(text: str, of_a_patient: bool, loose: Callable[[re.Match[str]], str] | None = None) -> str:
    if "PRIVATE KEY" in text:
        text = _PRIVATE_KEY.sub(MASK, text)
    if "://" in text and "@" in text:
        text = _USER_INFO.sub(rf"\1{MASK}@", text)
    if _any_of(_TOKEN_BEGINNINGS, text):
        text = _TOKENS.sub(MASK, text)
    lower = text.lower()
    if '"' in text and _any_of(_QUOTED_KEY_PARTS, lower):
        text = _KEY_PART.sub(rf"\1{MASK}", text)
    if _any_of(("bearer", "authorization"), lower):
        text = _BEARER.sub(_bearer, text)
    if _any_of(_STEMS, lower):
        text = without_texts(_BLOCK.sub(rf"\g<name>{MASK}", text), MASK)
        if "value" in lower:
            text = _NAMED_VALUE.sub(_setting, text)
        text = _OPTION.sub(_setting, _SETTING.sub(_setting, text))
    if _any_of(_LOOSE_STEMS, lower):
        text = _LOOSE.sub(loose or _loose, text)
    return _TEN_DIGITS.sub(_nhs_number, text) if of_a_patient else text


def _any_of(words: tuple[str, ...], text: str) -> bool:
    """Whether a pattern is worth trying; in text beyond ASCII, where letters have odd twins, it always is."""
    return not text.isascii() or any(word in text for word in words)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category in {"Cc", "Cf"} else " " if category in {"Zl", "Zp", "Zs"} else character


def _bearer(match: re.Match[str]) -> str:
    words = match[2].rstrip(".)")
    if words.isalpha() and words.islower() and len(words) < _LONG_VALUE and match[1].lower().startswith("bearer"):
        return match[0]  # prose: "bearer authentication"
    return match[1] + MASK


def _setting(match: re.Match[str]) -> str:
    value, quote = _unquoted(match["value"])
    if not quote and _PLACE.search(match["name"]) and _LINE.fullmatch(value):
        return match[0]
    if not value or _MASKED.fullmatch(value.rstrip(".,;)]}…")) or _REFERENCE.fullmatch(value.rstrip(".,;)")):
        return match[0]
    return f"{match['name']}{quote}{MASK}{quote}"


def _loose(match: re.Match[str]) -> str:
    value, quote = _unquoted(match["value"])
    if len(value) < _LONG_VALUE or " " in value or not _by_chance(value) or _REFERENCE.fullmatch(value):
        return match[0]
    return f"{match['name']}{quote}{MASK}{quote}"


def _loose_in_path(match: re.Match[str]) -> str:
    """``Key Vault/Single-Region-Lab-v2/main.tf``: after a blank in the name of a folder stand more names."""
    return match[0] if _NAMES.fullmatch(match["value"]) else _loose(match)


def _unquoted(value: str) -> tuple[str, str]:
    quote = value[0] if value[0] in "\"'`" else ""
    return (value.strip(quote) if quote else value), quote


def _by_chance(value: str) -> bool:
    """Whether a value looks drawn by lot rather than written: digits and letters mixed, and many different ones."""
    if not (any(c.isdigit() for c in value) and any(c.isalpha() for c in value)) or _NAME_OF_A_THING.match(value):
        return False
    length = len(value)
    shares = [value.count(character) / length for character in set(value)]
    return -sum(share * math.log2(share) for share in shares) >= _BITS_OF_CHANCE


def _nhs_number(match: re.Match[str]) -> str:
    digits = [int(character) for character in match[0] if character.isdigit()]
    check = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return f"{MASK}{match[0][-3:]}" if check % 11 == digits[9] else match[0]


def without_literals(code: str) -> str:
    """Code without what stands between quotation marks: for places where a rule found a password in its own way."""
    return _LITERAL.sub(rf"\1{MASK}\1", code)
