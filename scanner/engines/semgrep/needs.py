"""Tells what a file must hold for an entry of a semgrep rule file to match in it.

Of patterns over syntax only identifiers count. Strings do not: semgrep follows constants, so that ``"a" + "b"``
matches ``"ab"``. Identifiers stand in the file even where an import gives them another name, since the import names
them; semgrep itself leaves out files on these grounds, and tests hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scanner import lazy_re
from scanner.engines.semgrep.conditions import ANYTHING, Condition, every, literal, some
from scanner.engines.semgrep.regex import needs_of_regex

_LANGUAGES = frozenset({"python", "javascript", "typescript", "java", "csharp", "go"})
"""Those whose identifiers are written in one way only, and compared with regard to case."""
_STRING = lazy_re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_METAVARIABLE = lazy_re.compile(r"\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*(?![A-Za-z0-9_$])")
_WORD = lazy_re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NUMBER = lazy_re.compile(r"(?<![A-Za-z0-9_])\.?[0-9][A-Za-z0-9_.]*")
_UNCERTAIN = lazy_re.compile(r"[\"'`$#/\\@]|</|[^\x00-\x7f]")
"""What is left of strings, comments, expressions and markup that were not understood."""
_SHORTEST = 2
_WORDS = """
False None True abstract and any arguments as assert async await base bool boolean break byte case catch chan char
checked class cls const constructor continue debugger decimal def default defer del delegate delete do double dynamic
elif else enum eval event except exec explicit export exports extends extern fallthrough false final finally fixed
float for foreach from func function global go goto if implements implicit import in init instanceof int interface
internal is lambda let lock long map module namespace native new nil nonlocal not null object operator or out override
package params pass print private protected public raise range readonly record ref require return sbyte sealed select
self short signed sizeof stackalloc static strictfp string struct super switch synchronized this throw throws
transient true try type typeof uint ulong unchecked undefined unsafe ushort using var virtual void volatile when
where while with yield Boolean Byte Char Decimal Double Int Int16 Int32 Int64 Integer Long Object Short Single String
UInt16 UInt32 UInt64 Void number symbol unknown never
"""
"""Words of the languages, names of types that have several, and of what is imported in several ways."""
_WITHOUT_MEANING = frozenset(_WORDS.split())


def needs_of_entry(body: Mapping[str, Any], languages: frozenset[str]) -> Condition:
    """What a file must hold for an entry to match in it.

    Args:
        body: The entry as it stands in the rule file.
        languages: Its languages, by their plain names.
    """
    plain = languages <= _LANGUAGES and not body.get("options")
    mode = body.get("mode", "search")
    if mode == "taint":
        sides = [body.get("pattern-sources"), body.get("pattern-sinks")]
        return every(_any_of(side, plain=plain) for side in sides)
    return _formula(body, plain=plain) if mode == "search" else ANYTHING


def _formula(written: object, *, plain: bool) -> Condition:
    """What one mapping of patterns asks: all of its keys count. Keys that only take away matches ask nothing."""
    if not isinstance(written, Mapping):
        return ANYTHING
    needs = []
    for key, value in written.items():
        if key in ("pattern", "pattern-inside"):
            needs.append(_names(value) if plain and isinstance(value, str) else _formula(value, plain=plain))
        elif key == "pattern-regex" and isinstance(value, str):
            needs.append(needs_of_regex(value))
        elif key == "patterns" and isinstance(value, list):
            needs.extend(_formula(one, plain=plain) for one in value)
        elif key == "pattern-either":
            needs.append(_any_of(value, plain=plain))
    return every(needs)


def _any_of(written: object, *, plain: bool) -> Condition:
    if not isinstance(written, list) or not written:
        return ANYTHING
    return some(_formula(one, plain=plain) for one in written)


def _names(pattern: str) -> Condition:
    """That the file holds all identifiers of a pattern, each as a word of its own."""
    if '"""' in pattern or "'''" in pattern:
        return ANYTHING
    rest = _NUMBER.sub(" ", _METAVARIABLE.sub(" ", _STRING.sub(" ", pattern)))
    if _UNCERTAIN.search(rest):
        return ANYTHING
    words = sorted(set(_WORD.findall(rest)) - _WITHOUT_MEANING, key=lambda word: (-len(word), word))
    return every(literal(word, whole=True) for word in words if len(word) >= _SHORTEST)
