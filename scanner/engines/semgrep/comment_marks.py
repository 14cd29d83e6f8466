"""How languages write comments and the texts that may hold what looks like one: what a scanner of them stops at.

Each expression takes in all that it looked at, also where what it reads never ends: nothing is read twice. Lines end
where the language ends them: in scripts and in C# also at separators that others, and the numbers of lines, pass over.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from scanner import lazy_re


class Language(NamedTuple):
    """What stands in code."""

    tokens: re.Pattern[str]
    """The name of the group says what it is."""
    tags: bool = False
    """Whether a page may stand among the code, as in JSX."""


_LINE = r"(?P<line>//[^\n\r]*+)"
_GO_LINE = r"(?P<line>//[^\n]*+)"
_SCRIPT_LINE = r"(?P<line>//[^\n\r\u2028\u2029]*+)"
_CS_LINE = r"(?P<line>//[^\n\r\u0085\u2028\u2029]*+)"
_CONTINUED = r"(?P<line>//(?:[^\n\\]|\\[\s\S])*+)"
_HASHED = r"(?P<line>(?://|\#)[^\n]*+)"
_UNTIL_PHP_ENDS = r"(?P<line>(?://|\#(?!\[))(?:[^\n\r?]|\?(?!>))*+)"
_BLOCK = r"(?P<block>/\*)"
_TEXT = r"(?P<text>(?P<quote>[\"'])(?:(?!(?P=quote))[^\\\n]|\\[\s\S])*+(?P<closed>(?P=quote)|))"
_DOUBLE = r"(?P<text>(?P<quote>\")(?:[^\"\\\n]|\\[\s\S])*+(?P<closed>\"|))"
_TRIPLE = r"\"\"\"(?:[^\"\\]|\\[\s\S]|\"(?!\"\"))*+(?:\"\"\"|\\?\Z)"
_TRIPLE_SINGLE = r"'''(?:[^'\\]|\\[\s\S]|'(?!''))*+(?:'''|\\?\Z)"
_RAW_TRIPLE = r"(?P<quotes>\"\"\")"
_DART_RAW = (
    r"\br\"\"\"(?:[^\"]|\"(?!\"\"))*+(?:\"\"\"|\Z)|\br'''(?:[^']|'(?!''))*+(?:'''|\Z)"
    r"|\br\"[^\"\n]*+\"?|\br'[^'\n]*+'?"
)
_DOLLARS = r"\$/(?:[^/]|/(?!\$))*+(?:/\$|\Z)"
_VERBATIM = r"(?:@\$?|\$@)\"(?:[^\"]|\"\")*+(?:\"|\Z)"
_TICKS = r"`[^`]*+(?:`|\Z)"
_HASHES = r"\#(?:\"[^\"\n](?:[^\"\n]|\"(?!\#))*+(?:\"\#|))"
_MANY_LINES = (
    r"'(?:[^'\\]|\\[\s\S])*+(?:'|\\?\Z)|\"(?:[^\"\\]|\\[\s\S])*+(?:\"|\\?\Z)|`(?:[^`\\]|\\[\s\S])*+(?:`|\\?\Z)"
)
_CPP_RAW = r"(?P<raw>(?<![A-Za-z0-9_])(?:u8|[uUL])?R\"(?P<name>[^()\\\s\"]{0,16})\()"
_NUMBER = r"\b[0-9][\w.']*+"
_HEREDOC = r"(?P<heredoc><<-?(?P<name>[^\W\d][\w-]*+))"
_PHP_HEREDOC = r"(?P<heredoc><<<[ \t]*+[\"']?(?P<name>[^\W\d]\w*+)[\"']?)"
_RAZOR = r"(?P<razor>@\*)"
_BRACES = r"(?P<brace>[{}])"


def _long(*texts: str) -> str:
    return f"(?P<long>{'|'.join(texts)})"


def _language(*tokens: str, tags: bool = False) -> Language:
    return Language(lazy_re.compile("|".join(tokens)), tags)


_SCRIPT_TOKENS = (_SCRIPT_LINE, _BLOCK, _TEXT, "(?P<tick>`)", "(?P<slash>/)", _BRACES)
TYPED = _language(*_SCRIPT_TOKENS)
SCRIPT = _language(*_SCRIPT_TOKENS, tags=True)
RAZOR_SCRIPT = _language(_RAZOR, *_SCRIPT_TOKENS)
STYLE = _language(r"(?P<line>(?<!:)//[^\n]*+)", _BLOCK, _TEXT)
RAZOR_STYLE = _language(_RAZOR, _BLOCK, _TEXT)
RAZOR_CODE = _language(_RAZOR, _CS_LINE, _BLOCK, _long(_VERBATIM), r"(?P<quotes>\"{3,})", _TEXT, _BRACES, tags=True)
PHP = _language(_UNTIL_PHP_ENDS, _BLOCK, _PHP_HEREDOC, _long(_MANY_LINES), r"(?P<close>\?>)")
_GROOVY = _language(_LINE, _BLOCK, _long(_TRIPLE, _TRIPLE_SINGLE, _DOLLARS), _TEXT, "(?P<slash>/)")
_CPP = _language(_CONTINUED, _BLOCK, _CPP_RAW, _NUMBER, _TEXT)
LANGUAGES: dict[str, Language] = {
    **dict.fromkeys((".cc", ".cpp", ".h", ".hpp"), _CPP),
    **dict.fromkeys((".groovy", ".gradle"), _GROOVY),
    **dict.fromkeys((".cjs", ".cts", ".mjs", ".mts", ".ts"), TYPED),
    **dict.fromkeys((".js", ".jsx", ".tsx"), SCRIPT),
    **dict.fromkeys((".kt", ".kts", ".scala"), _language(_LINE, _BLOCK, _RAW_TRIPLE, _TEXT)),
    **dict.fromkeys((".less", ".scss"), STYLE),
    ".c": _language(_CONTINUED, _BLOCK, _TEXT),
    ".cs": _language(_CS_LINE, _BLOCK, _long(_VERBATIM), r"(?P<quotes>\"{3,})", _TEXT),
    ".css": _language(_BLOCK, _TEXT),
    ".dart": _language(_LINE, _BLOCK, _long(_DART_RAW, _TRIPLE, _TRIPLE_SINGLE), _TEXT),
    ".go": _language(_GO_LINE, _BLOCK, _long(_TICKS), _TEXT),
    ".java": _language(_LINE, _BLOCK, _long(_TRIPLE), _TEXT),
    ".swift": _language(_LINE, _BLOCK, r"(?P<hashes>\#++\"\"\")", _long(_TRIPLE, _HASHES), _DOUBLE),
    ".tf": _language(_HASHED, _BLOCK, _HEREDOC, _DOUBLE),
}
"""By the ending of a file that holds one language from its begin to its end."""

PAGES = frozenset((".aspx", ".config", ".csproj", ".htm", ".html", ".jsp", ".xhtml", ".xml"))
MIXED = frozenset((".svelte", ".vue"))
"""Pages of which scripts and styles are a part of the program."""
RAZOR = frozenset((".cshtml", ".razor"))
RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript")
"""Elements in which a page has text alone: what looks like a comment is none."""
_OF_PAGES = (
    r"(?P<tag><!--)|(?P<data><!\[CDATA\[)|(?P<server><%(?:--)?|<\?)"
    rf"|(?P<raw><(?P<element>(?i:{'|'.join(RAW)}))(?![\w:-]))"
)
PAGE = lazy_re.compile(_OF_PAGES)
RAZOR_PAGE = lazy_re.compile(rf"{_RAZOR}|(?P<code>@(?:code|functions)?\s*+\{{)|{_OF_PAGES}")
ENDS = {"<![CDATA[": "]]>", "<%": "%>", "<%--": "--%>", "<?": "?>"}
END_OF_TAG = lazy_re.compile("--!?>")
RAW_ENDS = {element: lazy_re.compile(rf"(?i)</{element}(?![\w:-])") for element in RAW}

_LIVE = r"<%|<\?|[$#]\{|\{\{|<!--\s*#"
LIVE = lazy_re.compile(_LIVE)
"""What a server runs, or fills in, wherever it stands on a page."""
LIVE_TAGS = lazy_re.compile(rf"{_LIVE}|<\w+:\w")
"""As above, where tags with a prefix are such."""
RAZOR_LIVE = lazy_re.compile(rf"{_LIVE}|@[A-Za-z_({{]")

TEMPLATE = lazy_re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))*+(?P<end>`|\$\{|\\?\Z)")
"""A text in backticks, up to its end or to code in it."""
EXPRESSION = lazy_re.compile(r"/(?:[^/\\\n\[]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*+\]?+)*+(?P<closed>/|)")
DANGER = lazy_re.compile(r"`|/\*|\"\"\"|'''|@\"|R\"|<<|\$/|\\\n")
"""What begins something of several lines: nobody knows whether it does where a text before it never ends."""
