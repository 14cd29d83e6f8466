"""Lines of source as they may be shown: never a secret, nor what could be one."""

from __future__ import annotations

import re

from scanner import lazy_re
from scanner.evaluation.redaction import MASK, redact
from scanner.evaluation.secret_elements import without_texts
from scanner.evaluation.secret_marks import TELLING, Region
from scanner.evaluation.secret_regions import secrets_of

LONGEST = 160
"""Characters of a line that are shown."""
_DEEPEST = 40
_READ_AT_MOST = 2_000
"""Characters of a line that are looked at."""
_KEY_BLOCK = lazy_re.compile(r"-----\s*BEGIN [A-Z0-9 ]{0,40}-----.*?(?:-----\s*END [A-Z0-9 ]{0,40}-----|\Z)", re.DOTALL)
_SECRET_OBJECT = lazy_re.compile(
    r"(?mi)^[ \t{\"'-]*kind[\"']?\s*:\s*[\"']?(?:Sealed)?Secret\b"
    r"|\"kind\"\s*:\s*\"Secret\"|resource\s+\"kubernetes_secret"
)
_OPEN = lazy_re.compile(
    r"[\s\"'-]*(?:(?:apiVersion|kind|name|namespace|type)[\"']?\s*[:=]\s*[\"']?[\w./-]+[\"']?,?"
    r"|(?:metadata|data|stringData|labels|annotations)[\"']?\s*[:=]?\s*\{?"
    r"|(?:resource|data|module)\s+\"[\w-]+\"(?:\s+\"[\w-]+\")?\s*\{|---|[{}\]\[],?)\s*"
)
_VALUE = lazy_re.compile(r"([:=]\s*)(?=\S).*")
_LOOSE_WORD = lazy_re.compile(r"[A-Za-z0-9+/_=-]{20,}")
_LITERAL = lazy_re.compile(
    r"((?:[:=(,\[?]|\breturn|\b(?:by|password|echo(?:\s+-\w)?)\s|^[\s#/;*-]*)\s*[bfrunl@$]{0,2})([\"'`])(?!\$\{[^}]*\}\2)"
    r"(?:\\.|(?!\2)[^\\])+(?:\2(?!\s*[:=])|\\?$)",
    re.IGNORECASE,
)
_NAMED = r"[\w.-]{0,60}(?:pass|pwd|(?:\b|_)pw\b|(?:\b|_)pin\b|salt|secret|token|cred)[\w.-]{0,60}"
_SETTING = lazy_re.compile(
    rf"(?i)({_NAMED}[\"']?\s*[:=]\s*)(?![\"'`\[{{(<|>&*$\s=*])(?!(?:true|false|null|none|\d+)\b)([^\s,;&\"'`]+)"
)
_OPTION = lazy_re.compile(rf"(?i)((?<![\w-])--?{_NAMED}[\"']?[\s=,]+[\"']?)(?![-$*])([^\s\"']+)")
_WORDS = lazy_re.compile(rf"(?i)({_NAMED}\s+)(?=[^\s\"'=:]*\d)(?![$*])([^\s\"'=:(){{}}\[\],;]{{4,}})(?!\S)")
_VARIABLE = lazy_re.compile(rf"(?i)(^\s*(?:ENV|machine\s.*?)\s+{_NAMED}\s+)(?![$*])\S.*")
_REFERENCE = lazy_re.compile(r"(?:[A-Za-z_]\w*(?:\.|\[)[\w.\[\]\"'*-]*)|[A-Za-z_][\w.]*\(.*")
_COMMANDS = lazy_re.compile(
    r"(?i)(\b(?:mysql|mariadb)\w*\s.*?\s-p|\bsshpass\s+-p\s*|(?<!\S)(?:-u|--user|--proxy-user)[\s=]+[\"']?[^\s:\"'$]+:"
    r"|\$(?:apr1|1|2[aby]?|5|6|y)\$|\bpass:)[^\s\"'$*][^\s\"']*"
)
_ARGUMENT = lazy_re.compile(rf"(?i)\s*(?:-\s+)?[\"']?--?{_NAMED}[\"']?,?\s*")
_ITEM = lazy_re.compile(r"^(\s*(?:-\s+)?[\"']?)[^\s\"'-][^\"']*")
_PLAIN_VALUE = lazy_re.compile(r"(?i)^(\s*-?\s*value\s*[:=]\s*)(?![\"'$&*{|>]).+")
_LIST = lazy_re.compile(rf"(?i)({_NAMED}[\"']?\s*[:=]\s*\[)(.*)")
_ENTRY = lazy_re.compile(
    r"((?:^|[\[,])\s*(?:-\s+)?)(?!(?:true|false|null|none)\b)([^\s,\"'`\[\](){}:=;#]+)(?=\s*(?:[,\]}]|$))"
)
_FLOW_VALUE = lazy_re.compile(
    r"(:\s+)(?!(?:true|false|null|none|\d{1,4})\s*(?:[,\]}]|$))(?![\"'`\[{(|>&*$\s])"
    r"([^\s,\"'`\[\](){}][^,\"'`\[\]{}()]*+)(?!\()"
)
_BRACKETS = lazy_re.compile(r"[\s\[\]{}(),;]*")
"""Where a list or an object begins or ends."""
_HARMLESS = lazy_re.compile(
    r"[\s-]*(?:(?:name|uses|kind|id)\s*:\s*[\w./-]+(?:@[\w.-]+)?|[\w.-]+\s*[:=]\s*(?:true|false|null|\d{1,4}|\$\{\{[^}]*\}\})"
    r"|valueFrom\s*:.*)\s*(?:#.*)?"
)
"""What names a thing or switches one."""
_GOES_ON = lazy_re.compile(r"(?:[:=(]|[|>][-+]?|<<-?~?\w+)\s*$")


class Quotable:
    """A file whose lines may be shown.

    Args:
        text: The whole of it: whether a line is secret may stand in another one.
        context: What else is said of it; where it speaks of patients, their numbers are masked.
    """

    def __init__(self, text: str, context: str = "") -> None:
        self._context = context
        masked = _KEY_BLOCK.sub(lambda match: "\n".join([MASK] * (match[0].count("\n") + 1)), text)
        self._lines = masked.split("\n")
        self._regions, self._telling = secrets_of(masked)
        self._shown: dict[int, str] = {}
        self._secret = _SECRET_OBJECT.search(text) is not None

    def line(self, number: int) -> str:
        """A line as it may be shown; empty where there is none.

        Args:
            number: Counted from 1.
        """
        if not 1 <= number <= len(self._lines):
            return ""
        if number not in self._shown:
            self._shown[number] = self._masked(number)
        return self._shown[number]

    def _masked(self, number: int) -> str:
        line, before = self._lines[number - 1], self._lines[number - 2] if number > 1 else ""
        line, region = line[:_READ_AT_MOST], self._regions[number - 1]
        if region is Region.WHOLE:
            return MASK
        if number in self._telling:
            line = without_texts(line, MASK)
        hidden = region is Region.VALUES or (self._secret and not _OPEN.fullmatch(line))
        hidden = hidden or (number - 1 in self._telling and _GOES_ON.search(before) is not None)
        if hidden and not _BRACKETS.fullmatch(line):
            line = _VALUE.sub(rf"\g<1>{MASK}", line) if _VALUE.search(line) else MASK
        elif region is Region.ITEMS:
            line = _without_items(line)
        if _ARGUMENT.fullmatch(before):
            line = _ITEM.sub(rf"\g<1>{MASK}", line)
        if region or self._is_telling(number - 2, number + 1):
            # The name of a password and the password: on one line, or on two that follow each other.
            line = _PLAIN_VALUE.sub(rf"\g<1>{MASK}", _LITERAL.sub(rf"\g<1>\g<2>{MASK}\g<2>", line))
        line = _named(line)
        shown = redact(_LOOSE_WORD.sub(_by_chance, line), context=self._context)
        return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"

    def beside(self, number: int) -> str:
        """A line that only stands near what is told: without its values where a secret may be near.

        Args:
            number: Counted from 1.
        """
        shown = self.line(number)
        if not self._is_telling(number - 2, number + 2) or _HARMLESS.fullmatch(shown):
            return shown
        return _VALUE.sub(rf"\g<1>{MASK}", shown)

    def _is_telling(self, first: int, last: int) -> bool:
        return any(number in self._telling for number in range(first, last + 1))

    def indent(self, number: int) -> str:
        """The blanks before a line; a tab counts as four."""
        line = self._lines[number - 1] if 1 <= number <= len(self._lines) else ""
        return " " * min(len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" ")), _DEEPEST)

    def __len__(self) -> int:
        """Lines of the file."""
        return len(self._lines)


def _named(line: str) -> str:
    """Masks what follows the name of a secret, or the option of a command that takes one."""
    line = _COMMANDS.sub(rf"\g<1>{MASK}", line)
    if not TELLING.search(line):
        return line
    line = _LIST.sub(lambda match: match[1] + _without_items(match[2]), line)
    line = _VARIABLE.sub(rf"\g<1>{MASK}", line)
    line = _SETTING.sub(_unless_a_reference, _OPTION.sub(_unless_a_reference, line))
    return _WORDS.sub(rf"\g<1>{MASK}", line)


def _without_items(line: str) -> str:
    """Masks bare words that are items of a list or values of an object; code that refers to a value stays."""
    return _ENTRY.sub(_unless_a_reference, _FLOW_VALUE.sub(_unless_a_reference, line))


def _unless_a_reference(match: re.Match[str]) -> str:
    return match[0] if _REFERENCE.fullmatch(match[2]) else f"{match[1]}{MASK}"


def _by_chance(match: re.Match[str]) -> str:
    """Masks what mixes digits with letters of both cases: keys do, names and numbers of versions do not."""
    word = match[0]
    mixed = any(c.isdigit() for c in word) and any(c.isupper() for c in word) and any(c.islower() for c in word)
    return MASK if mixed else word
