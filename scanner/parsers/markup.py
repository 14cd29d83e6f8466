"""Reads pages and templates: which elements they hold, with attributes and lines, and how much they say."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Problem, Resource, ResourceKind, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.faults import problem
from scanner.parsers.redaction import redact
from scanner.parsers.text import decode

_MAXIMUM_ELEMENTS = 3_000
_MAXIMUM_BYTES = 1_000_000
_LONGEST_LINE = 20_000
_LONGEST_ATTRIBUTE = 300
_PIECE = 8_192
_SECONDS = 4.0
_SKIPPED = {Role.VENDORED, Role.GENERATED}
_FILL_IN_ANYTHING = frozenset({"erb", "nunjucks", "jinja", "handlebars", "ejs", "twig"})
_OF_NO_PAGE = lazy_re.compile(
    r"\.(bash|cfg|cnf|conf|config|env|hcl|ini|json|manifest|mount|network|properties|ps1|py|repo|rules|service|sh|socket|sql"
    r"|tf|timer|toml|ya?ml)\.\w+$",
    re.IGNORECASE,
)
_COMMENTS = {
    "aspx": ("<%--", "--%>"),
    "jsp": ("<%--", "--%>"),
    "erb": ("<%#", "%>"),
    "ejs": ("<%#", "%>"),
    "razor": ("@*", "*@"),
    "nunjucks": ("{#", "#}"),
    "jinja": ("{#", "#}"),
    "twig": ("{#", "#}"),
    "handlebars": ("{{!--", "--}}"),
    "html": ("{#", "#}"),  # Django, whose pages are named as any other
}
_ON_ONE_LINE = {"html"}
_NOT_SHOWN = frozenset({"script", "style", "title", "noscript", "template", "svg"})
_FILLED_IN = lazy_re.compile(r"\{[{%#].{0,2000}?[}%#]\}", re.DOTALL)
_LABEL = lazy_re.compile(r"\{\{[^{}]{1,200}\.(?:label|legend)_tag\b[^{}]{0,200}\}\}")
"""What Django puts in the place of this is an element for the label of a field."""
_WORD = lazy_re.compile(r"[^\W\d_]{2,}")


class MarkupParser:
    """Reads HTML and the template languages that are made of it."""

    name = "markup"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every page on its own."""
        for artifact in artifacts:
            if artifact.kind is ArtifactKind.MARKUP and artifact.role not in _SKIPPED and not _gives_settings(artifact):
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one file; faults become Problems. Markup is never wrong: what is no element is text."""
        (artifact,) = unit
        try:
            text = decode(contents.read(artifact))
        except ReadError as error:
            return Parsed(problems=(problem(self.name, artifact, error.message),))
        lines = text.splitlines()
        if len(text) > _MAXIMUM_BYTES or any(len(line) > _LONGEST_LINE for line in lines):
            # Pages of this size are made by a machine, and the reader's time grows with the length of a line.
            return Parsed(counts={"minified_files": 1})
        reader = _Elements()
        problems: tuple[Problem, ...] = ()
        if not _feed(reader, _without_comments(text, artifact.language or "html")):
            problems = (
                problem(self.name, artifact, "a tag that never ends; the rest was not read", reader.getpos()[0]),
            )
        if reader.full:
            message = f"only the first {_MAXIMUM_ELEMENTS} distinct elements are read"
            problems = (*problems, problem(self.name, artifact, message))
        return Parsed(
            resources=(_resource(artifact, reader, len(lines)),), problems=problems, counts={"markup_files": 1}
        )


class _Elements(HTMLParser):
    """Gathers each distinct element at its first line, and counts the words that are shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}
        self.full = False
        self.words = 0
        self._not_shown = ""
        """The open element whose text nobody sees where scripts run, or never."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        if not self._not_shown and tag in _NOT_SHOWN:
            self._not_shown = tag
        if len(self.found) >= _MAXIMUM_ELEMENTS:
            self.full = True
            return
        attributes = tuple((name, redact((value or "")[:_LONGEST_ATTRIBUTE])) for name, value in attrs)
        self.found.setdefault((tag, attributes), self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        """Note that what is not shown is over."""
        if tag == self._not_shown:
            self._not_shown = ""

    def handle_data(self, data: str) -> None:
        """Count words, and note a label that the template language makes."""
        if not self._not_shown:
            if not self.full and _LABEL.search(data):
                self.found.setdefault(("label", ()), self.getpos()[0])
            self.words += len(_WORD.findall(_FILLED_IN.sub(" ", data)))


def _without_comments(text: str, language: str) -> str:
    """Without the comments of the template language, which no browser gets; lines stay where they are."""
    begin, end = _COMMENTS.get(language, ("", ""))
    kept: list[str] = []
    at = done = 0
    while begin and (start := text.find(begin, at)) >= 0:
        line_end = text.find("\n", start) if language in _ON_ONE_LINE else -1
        limit = line_end if line_end >= 0 else len(text)
        stop = text.find(end, start + len(begin), limit)
        if stop < 0:
            at = limit
            continue
        at = stop + len(end)
        kept += (text[done:start], "\n" * text.count("\n", start, at))
        done = at
    return "".join((*kept, text[done:]))


def _feed(reader: HTMLParser, text: str) -> bool:
    """Reads piece by piece; false where the time is up or the file ends inside a long unfinished tag.

    The reader looks at an unfinished tag again with every piece, and at the end once for each ``<`` in it.
    """
    deadline = time.process_time() + _SECONDS
    for start in range(0, len(text), _PIECE):
        if time.process_time() > deadline:
            return False
        reader.feed(text[start : start + _PIECE])
    if len(reader.rawdata) > _PIECE:
        return False
    reader.close()
    return True


def _gives_settings(artifact: Artifact) -> bool:
    """Whether a template makes settings or a script (``rules.yaml.j2``) and no page."""
    return artifact.language in _FILL_IN_ANYTHING and _OF_NO_PAGE.search(artifact.path) is not None


def _resource(artifact: Artifact, reader: _Elements, lines: int) -> Resource:
    elements: list[Value] = [
        {"name": tag, "attributes": dict(attributes), "line": line} for (tag, attributes), line in reader.found.items()
    ]
    return Resource(
        address=artifact.path,
        kind=ResourceKind.CODE,
        type="markup",
        name=artifact.path.rpartition("/")[2],
        attributes={
            "language": artifact.language or "html",
            "elements": elements,
            "words": reader.words,
            "lines": lines,
        },
        location=Location(path=artifact.path),
        role=artifact.role,
    )
