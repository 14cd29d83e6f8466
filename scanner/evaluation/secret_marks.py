"""What one line leaves open for those after it: a text in quotes, brackets, a block, a heredoc."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from scanner import lazy_re

WORDS = (
    r"pass|pwd|secret|key|token|cred|connection|connect\(|salt|(?:\b|_)pw\b|(?:\b|_)pin\b|\bauth\b"
    r"|\b(?:sign|verify)\(|identified\s+by"
)
TELLING = lazy_re.compile(f"(?i){WORDS}")
"""Words beside which a text may be a secret."""
_TOKEN = lazy_re.compile(r"\[\^?[\"'`\\]{2,4}\]|\\.|\"\"\"|'''|\"\"|''|`{3,}|[\"'`]|(?<!\S)#(?=\s)|[\[\](){}]")
_QUOTES = "\"'`"
_TRIPLES = ('"""', "'''")
_PREFIX = lazy_re.compile(r"(?i)(?<!\w)[bfrunl]{1,2}\Z")
_BEFORE_A_VALUE = lazy_re.compile(r"(?i)(?:[:=(,\[{?|+>.]|\b(?:return|by|password)|^\s*-)\s*[bfrunl@$]{0,2}\Z")
_LIFETIME = lazy_re.compile(r"[a-z_]\w*\s*>")
_SYMBOL = lazy_re.compile(r"[\w-]+\s*[)>+,&{;]|\s|$")
_AT_THE_END = lazy_re.compile(r"\s*[,;)\]}]*\s*\Z")
_NEAR = 40
_FAR = 200

_REST = r"\s*(?:(?<=\s)#.*)?\Z"
_MARKS = r"(?:[&!]\S{0,80}\s+){0,3}"
"""An anchor and a tag of YAML."""
_SCALAR = lazy_re.compile(rf"(?:[:=]|^\s*-\s|^---\s)\s*{_MARKS}[|>][-+0-9]{{0,2}}{_REST}")
_MAP = lazy_re.compile(rf"\s*(?:-\s+)?[\"']?[\w.-]+[\"']?\s*:(?:\s+[&!]\S{{0,80}}){{0,3}}{_REST}")
_OPEN = lazy_re.compile(r"(?:[\[({,]|(?<![=!<>])=)\s*\Z")
_VALUE_BELOW = lazy_re.compile(r"(?<![=!<>])=\s*\Z")
_PLAIN = lazy_re.compile(r"\s*([\"']?[\w.-]+[\"']?)\s*:\s+[^\s\"'`\[{(|>&!*#].*[^\[({,;:\s]\s*")
"""A plain text of YAML, which goes on in lines that stand further in."""
_KEY = lazy_re.compile(r"(?:(?:\s*(?:#|//))?\s*(?:-\s+)*|(?:.*:\s+)?\{\s*)\?(?:\s.*)?")
"""A key of YAML with a mark of its own, which is a condition in code."""
_KEY_ABOVE = lazy_re.compile(rf"(?:\s*(?:#|//))?\s*(?:-\s+)*\?\s*(?:{_MARKS}[|>][-+0-9]{{0,2}})?{_REST}")
_BEFORE_A_KEY = lazy_re.compile(rf"(?:[:{{|]|-|^---.*){_REST}")
_ENTRY = lazy_re.compile(r"[\"']?[\w.$/-]+[\"']?\s*:(?:\s|\Z)|(?:-|\?|---|\.\.\.)(?:\s|\Z)|\{[{%]|[\s\])}\"'`;,]*\Z")
"""What cannot go on a text of YAML whose lines stand too far out: an entry, a document, an action of a template."""
_ARRAY = lazy_re.compile(r"\s*(?:(?:export|local|readonly|declare|typeset)\s+(?:-\w+\s+)?)?\w+\+?=\(")
_HEREDOC = lazy_re.compile(r"<<[-~]?\s*(?:\\?([A-Za-z_]\w*)|\"([^\"\n]{1,80})\"|'([^'\n]{1,80})')")
_AT_ITS_END = lazy_re.compile(r"<<[-~]?\s*[\"']?(\w+)[\"']?\s*\Z")
_OPTION = lazy_re.compile(r"(?<!\S)--?[\w.-]+\s+\Z")
_SETTING = lazy_re.compile(r"\s*(?:export\s+)?([\w.-]+)\s*[?+:]?[:=](?![=:]|\s*(?:\$\(|`))")


class Region(IntEnum):
    """How much of a line may be shown."""

    FREE = 0
    LITERALS = 1
    """Its texts in quotes are hidden."""
    ITEMS = 2
    """Bare words that stand for a value are hidden as well."""
    VALUES = 3
    """What follows its keys is hidden."""
    WHOLE = 4


class Below(IntEnum):
    """What may belong to what a line heads although it stands no further in."""

    NOTHING = 0
    LIST = 1
    """A list of YAML, or a bracket on a line of its own."""
    VALUE = 2
    """The value of an explicit key."""
    TEXT = 3
    """A text in a document that is broken: all up to the next entry."""
    PARAGRAPH = 4
    """A text of which the first line stands where it should: up to the next entry or blank line."""


class Carried(NamedTuple):
    """What a backslash at the end of a line says of the next one."""

    region: Region
    lasting: bool
    """Whether it says so of all that go on."""
    goes_on: bool = True


NOTHING = Carried(Region.FREE, lasting=False, goes_on=False)


class Scan(NamedTuple):
    """What a line leaves open."""

    quote: str
    """What ends the text in quotes that goes on after it; empty where none does."""
    depth: int
    """How many more brackets it opens than it closes."""
    lowest: int
    """The least of that, within the line; never above nought."""
    brackets: tuple[int, ...]
    """Where those stand that it opens and does not close."""


def scan(line: str, quote: str = "") -> Scan:
    """What a line leaves open.

    Args:
        line: Without the mark of a comment before it.
        quote: What ends the text in quotes in which it begins.
    """
    begun, opened, lowest = -1, list[int](), 0
    closed = 0
    for match in _TOKEN.finditer(line):
        sign = match[0]
        if quote:
            if _ends(sign, quote, line, match.end()):
                quote, begun = "", -1
        elif sign == "#":
            break
        elif sign in ("[", "(", "{"):
            opened.append(match.start())
        elif sign in ("]", ")", "}"):
            if opened:
                opened.pop()
            else:
                closed, lowest = closed + 1, lowest - 1
        elif (
            sign[0] in _QUOTES
            and (len(sign) == 1 or sign in _TRIPLES)
            and not _is_apostrophe(line, match.start(), sign)
        ):
            quote, begun = sign, match.start()
    if begun >= 0 and not _goes_on(line, quote, begun):
        quote = ""
    return Scan(quote, len(opened) - closed, lowest, tuple(opened))


def _ends(sign: str, quote: str, line: str, after: int) -> bool:
    if sign == "\\'" == f"\\{quote}":
        # 'C:\keys\' is whole wherever a backslash is a letter like others.
        return _AT_THE_END.match(line, after) is not None
    if sign[0] == "[":  # quotation marks of which a regular expression takes any
        return sign.replace(f"\\{quote}", "").count(quote) % 2 == 1
    return sign == quote or (len(quote) == 1 and len(sign) >= len(_TRIPLES[0]) and sign[0] == quote)


def _is_apostrophe(line: str, place: int, sign: str) -> bool:
    if sign == "'" and line[place - 1 : place] in ("<", "&"):
        return True  # of a lifetime
    if sign != "'" or not place or not (line[place - 1].isalnum() or line[place - 1] == "_"):
        return False
    return _PREFIX.search(line[max(place - _NEAR, 0) : place]) is None


def _goes_on(line: str, quote: str, place: int) -> bool:
    """Whether a quotation mark without its twin begins a text, and is no comment, lifetime or symbol."""
    if quote == '"':
        # Alone before a blank it begins a comment of an editor's script.
        return bool(line[:place].strip()) or line[place + 1 : place + 2] not in (" ", "\t")
    if quote != "'":
        return True
    if _BEFORE_A_VALUE.search(line[max(place - _NEAR, 0) : place]):
        return _LIFETIME.match(line, place + 1) is None
    return line[place - 1 : place].isspace() and bool(line[:place].strip()) and not _SYMBOL.match(line, place + 1)


def opened(line: str, scanned: Scan) -> Region:
    """How much may be shown of what a telling line opens.

    Args:
        line: The line.
        scanned: What it leaves open.
    """
    if _SCALAR.search(line):
        return Region.WHOLE
    if _MAP.fullmatch(line):
        return Region.VALUES
    if scanned.brackets:
        return _within(line, scanned.brackets[-1])
    if _OPEN.search(line):
        return Region.LITERALS
    plain = _PLAIN.fullmatch(line)
    return Region.VALUES if plain and TELLING.search(plain[1]) else Region.FREE


def _within(line: str, place: int) -> Region:
    if _ARRAY.fullmatch(line, 0, place + 1):
        return Region.VALUES
    before = line[max(place - _NEAR, 0) : place].rstrip("[{( \t")[-1:]
    if before == ":" and line[place] != "(":
        return Region.VALUES if line[place] == "[" else Region.ITEMS
    return Region.ITEMS if before == "=" and line[place] == "[" else Region.LITERALS


def explicit_key(line: str, above: str) -> str | None:
    """The line at which an explicit key of YAML begins (``? password`` with ``: value`` below), if one does.

    Args:
        line: A telling line.
        above: The last line above that is not blank; empty if there is none.
    """
    if _KEY_ABOVE.fullmatch(above):
        return above
    if not _KEY.fullmatch(line):
        return None
    # A condition in code stands further in than what it asks.
    within = not above or indent_of(above) >= indent_of(line) or _BEFORE_A_KEY.search(above) is not None
    return line if within or line.lstrip()[0] != "?" else None


def below(line: str) -> Below:
    """What may belong to what a line heads although it stands no further in.

    Args:
        line: The line.
    """
    if _SCALAR.search(line):
        return Below.TEXT
    heads = _MAP.fullmatch(line) is not None or _VALUE_BELOW.search(line) is not None
    return Below.LIST if heads and line.lstrip()[:2] != "- " else Below.NOTHING


def reaches(kind: Below, line: str, *, deeper: bool, level: bool) -> bool:
    """Whether what a line headed goes on with another.

    Args:
        kind: What may belong to it.
        line: The other line, without blanks before it.
        deeper: Whether it stands further in.
        level: Whether it stands as far in.
    """
    if deeper:
        return True
    first = line.partition(" ")[0].rstrip()
    if kind is Below.LIST:
        return level and (first == "-" or first[:1] in ("[", "{", "("))
    if kind is Below.VALUE:
        return level and first in (":", "-")
    return kind in (Below.TEXT, Below.PARAGRAPH) and _ENTRY.match(line) is None


def indent_of(line: str) -> int:
    """Blanks before a line."""
    return len(line) - len(line.lstrip())


def heredocs(line: str) -> tuple[list[str], bool]:
    """What may end a heredoc that begins here, and whether it is one even where nothing ends it.

    Args:
        line: The line.
    """
    last = _AT_ITS_END.search(line)
    if last:
        return [last[1]], True
    return [match[1] or match[2] or match[3] for match in _HEREDOC.finditer(line)], False


def continued(line: str, telling: bool, before: Carried) -> Carried:
    """What is known of the line after one that ends with a backslash.

    Args:
        line: The line.
        telling: Whether a telling word stands in it.
        before: What this gave for the line before it.
    """
    kept = line.rstrip()
    head = kept.rstrip("\\")
    if (len(kept) - len(head)) % 2 == 0:
        return NOTHING
    if before.lasting:
        return before
    is_cut = head[-1:] not in ("", *" \t;&|(){}")
    if not telling:
        return before if is_cut else NOTHING
    setting = _SETTING.match(head)
    if setting and TELLING.search(setting[1]):
        # A setting that begins within a command that goes on is one of several.
        whole = is_cut or head.rstrip()[-1:] in (":", "=")
        return Carried(Region.WHOLE if whole else Region.VALUES, not before.goes_on)
    option = _OPTION.search(head[-_FAR:])
    if is_cut or head.rstrip()[-1:] in (":", "=") or (option and TELLING.search(option[0])):
        return Carried(Region.WHOLE, False)
    return NOTHING._replace(goes_on=True)
