"""Lines of source as they may be shown: never a secret, nor what could be one."""

from __future__ import annotations

import re

from scanner.evaluation.redaction import MASK, redact

LONGEST = 160
"""Characters of a line that are shown."""
_DEEPEST = 40
_KEY_BLOCK = re.compile(r"-----\s*BEGIN [A-Z0-9 ]{0,40}-----.*?(?:-----\s*END [A-Z0-9 ]{0,40}-----|\Z)", re.DOTALL)
_SECRET_OBJECT = re.compile(
    r"(?mi)^[\s{\"'-]*kind[\"']?\s*:\s*[\"']?(?:Sealed)?Secret\b|\"kind\"\s*:\s*\"Secret\"|resource\s+\"kubernetes_secret"
)
_OPEN = re.compile(
    r"[\s\"'-]*(?:(?:apiVersion|kind|name|namespace|type)[\"']?\s*[:=]\s*[\"']?[\w./-]+[\"']?,?"
    r"|(?:metadata|data|stringData|labels|annotations)[\"']?\s*[:=]?\s*\{?"
    r"|(?:resource|data|module)\s+\"[\w-]+\"(?:\s+\"[\w-]+\")?\s*\{|---|[{}\]\[],?)\s*"
)
_VALUE = re.compile(r"([:=]\s*)(?=\S).*")
_LOOSE_WORD = re.compile(r"[A-Za-z0-9+/_=-]{20,}")
_TELLING = re.compile(r"(?i)pass|pwd|secret|key|token|credential|connection|_pw\b|salt")
_LITERAL = re.compile(
    r"((?:[:=(,\[?]|\breturn)\s*[bfrul@$]{0,2})([\"'`])(?!\$\{[^}]*\}\2)(?:\\.|(?!\2).)+\2", re.IGNORECASE
)
_PLAIN_VALUE = re.compile(r"(?i)^(\s*-?\s*value\s*[:=]\s*)(?![\"'$&*{|>]).+")
_HARMLESS = re.compile(
    r"[\s-]*(?:(?:name|uses|kind|id)\s*:\s*[\w./-]+(?:@[\w.-]+)?|[\w.-]+\s*[:=]\s*(?:true|false|null|\d{1,4}|\$\{\{[^}]*\}\})"
    r"|valueFrom\s*:.*)\s*(?:#.*)?"
)
"""What names a thing or switches one."""
_GOES_ON = re.compile(r"(?:[:=(]|[|>][-+]?|<<-?~?\w+)\s*$")


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
        self._secret = _SECRET_OBJECT.search(text) is not None

    def line(self, number: int) -> str:
        """A line as it may be shown; empty where there is none.

        Args:
            number: Counted from 1.
        """
        if not 1 <= number <= len(self._lines):
            return ""
        line, before = self._lines[number - 1], self._lines[number - 2] if number > 1 else ""
        hidden = self._secret and not _OPEN.fullmatch(line)
        if hidden or (_TELLING.search(before) and _GOES_ON.search(before)):
            line = _VALUE.sub(rf"\g<1>{MASK}", line) if _VALUE.search(line) else MASK
        near = "\n".join(self._lines[max(number - 2, 0) : number + 1])
        if _TELLING.search(near):
            # The name of a password and the password: on one line, or on two that follow each other.
            line = _PLAIN_VALUE.sub(rf"\g<1>{MASK}", _LITERAL.sub(rf"\g<1>\g<2>{MASK}\g<2>", line))
        shown = redact(_LOOSE_WORD.sub(_by_chance, line), context=self._context)
        return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"

    def beside(self, number: int) -> str:
        """A line that only stands near what is told: without its values where a secret may be near.

        Args:
            number: Counted from 1.
        """
        shown = self.line(number)
        near = "\n".join(self._lines[max(number - 3, 0) : number + 2])
        if not _TELLING.search(near) or _HARMLESS.fullmatch(shown):
            return shown
        return _VALUE.sub(rf"\g<1>{MASK}", shown)

    def indent(self, number: int) -> str:
        """The blanks before a line; a tab counts as four."""
        line = self._lines[number - 1] if 1 <= number <= len(self._lines) else ""
        return " " * min(len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" ")), _DEEPEST)

    def __len__(self) -> int:
        """Lines of the file."""
        return len(self._lines)


def _by_chance(match: re.Match[str]) -> str:
    """Masks what mixes digits with letters of both cases: keys do, names and numbers of versions do not."""
    word = match[0]
    mixed = any(c.isdigit() for c in word) and any(c.isupper() for c in word) and any(c.islower() for c in word)
    return MASK if mixed else word
