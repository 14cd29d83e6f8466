"""Which lines of a file are comments of several lines: code that somebody took out, which expressions over text match.

Patterns over syntax trees never match there, and comments of one line the expressions leave out themselves.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

_SLASHES = ("/*", "*/")
_OF_SCREENS = ("{/*", "*/")
"""Among the tags of JSX."""
_TAGS = ("<!--", "-->")
_RAZOR = ("@*", "*@")
_OF_SLASHES = frozenset(
    (
        *(".c", ".cc", ".cjs", ".cpp", ".cs", ".css", ".cts", ".dart", ".go", ".gradle", ".groovy", ".h", ".hpp"),
        *(".java", ".js", ".jsx", ".kt", ".kts", ".less", ".mjs", ".mts", ".php", ".scala", ".scss", ".swift"),
        *(".tf", ".ts", ".tsx"),
    )
)
_OF_TAGS = frozenset((".aspx", ".config", ".csproj", ".htm", ".html", ".jsp", ".xhtml", ".xml"))
_MARKS: dict[str, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(_OF_SLASHES, (_SLASHES,)),
    **dict.fromkeys((".js", ".jsx", ".tsx"), (_SLASHES, _OF_SCREENS)),
    **dict.fromkeys(_OF_TAGS, (_TAGS,)),
    **dict.fromkeys((".cshtml", ".razor"), (_RAZOR, _TAGS, _SLASHES)),
    **dict.fromkeys((".svelte", ".vue"), (_TAGS, _SLASHES)),
}


class Place(NamedTuple):
    """A place in a file."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""


class Comments:
    """The comments of one file that begin a line, or right after another one, and that end.

    Whatever begins elsewhere may stand in a text, and what never ends is none.

    Args:
        path: Of the file; its ending says how comments are written.
        lines: Of the file.
    """

    def __init__(self, path: str, lines: list[str]) -> None:
        marks = _MARKS.get(PurePosixPath(path).suffix.lower(), ())
        self._found = list(_comments(lines, marks)) if marks else []

    def hold(self, first: Place, last: int) -> bool:
        """Whether a match lies in a comment.

        Args:
            first: Where it begins. What begins with the file looks at all of it, and not at the comment at its head.
            last: Its last line.
        """
        if first == Place(1, 1):
            return False
        return any(begin <= first < end and last <= end.line for begin, end in self._found)


def _comments(lines: list[str], marks: tuple[tuple[str, str], ...]) -> list[tuple[Place, Place]]:
    found: list[tuple[Place, Place]] = []
    begin, closing = None, ""
    for number, line in enumerate(lines, start=1):
        at = 0
        while True:
            if begin is None:
                blanks = len(line[at:]) - len(line[at:].lstrip())
                closing = next((end for start, end in marks if line.startswith(start, at + blanks)), "")
                if not closing:
                    break
                begin, at = Place(number, at + blanks + 1), at + blanks + 2
            ending = line.find(closing, at)
            if ending < 0:
                break
            at = ending + len(closing)
            found.append((begin, Place(number, at + 1)))
            begin = None
    return found
