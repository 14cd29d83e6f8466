"""Reads a Helm template without rendering it: what an action would write becomes an unknown value.

Conditions are taken as true and loops as run once; of ``if … else`` the first branch is read. Line numbers are kept.
What an action on a line of its own would write (``{{ toYaml .Values.x | nindent 8 }}``) becomes the whole value where
nothing else stands beside it, else an entry whose key and value are unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scanner import lazy_re
from scanner.domain.resource import Unknown, UnknownReason, Value

_OPEN, _FILL = "\ue000", "\ue001"
_MARK = lazy_re.compile(f"{_OPEN}([0-9]{{1,7}}){_FILL}+")
_LONE_MARKS = lazy_re.compile(f"[ \t]*(?:{_OPEN}[0-9]+{_FILL}+[ \t]*)+")
_ACTION = lazy_re.compile(
    r"\{\{(?:-?\s*/\*(?:(?!\*/).)*+\*/\s*-?\}\}"
    r'|(?>"(?:\\.|[^"\\\n]){0,300}+"|`[^`]*`|(?!\}\}).)*+\}\})',
    re.DOTALL,
)
_KEYWORD = lazy_re.compile(
    r"\{\{-?\s*(?:(if|with|range|else|end|define|block)\b|(/\*|\$\w*(?:\s*,\s*\$\w+)?\s*:?=(?!=)))"
)
_INDENT = lazy_re.compile(r"\bn?indent\s+([0-9]{1,2})\b")
_LONGEST_TEXT = 200
_MAX_ACTIONS = 20_000


@dataclass(frozen=True, slots=True)
class _Action:
    start: int
    end: int
    keyword: str
    """``if``, ``else``, …; ``silent`` for comments and assignments; empty for what writes something."""


@dataclass(slots=True)
class _Block:
    opening: _Action
    branches: list[_Action] = field(default_factory=list)


class Template:
    """A template whose actions are masked, and the way back from marks to what was written."""

    def __init__(self, source: str) -> None:
        self._source = source.replace(_OPEN, "\ufffd").replace(_FILL, "\ufffd")
        self._texts: list[str] = []

    def masked(self) -> str | None:
        """The text as plain YAML with marks; None where the actions do not pair up, or are too many."""
        joined = self._joined()
        return None if joined is None else _settle(joined.replace("\r\n", "\n").split("\n"), self._texts)

    def writes(self) -> bool:
        """Whether it writes anything, as far as can be told: definitions alone do not."""
        joined = self._joined()
        return joined is None or bool(joined.strip())

    def _joined(self) -> str | None:
        actions = _actions(self._source)
        spans = None if actions is None else self._spans(actions)
        if spans is None:
            return None
        parts: list[str] = []
        at = 0
        for start, end, text in spans:
            if start < at:
                continue
            parts += (self._source[at:start], text)
            at = end
        parts.append(self._source[at:])
        return "".join(parts)

    def unmasked(self, value: Value) -> Value:
        """The value with every text that holds a mark made unknown."""
        if isinstance(value, str):
            if _OPEN not in value:
                return value
            return Unknown(reason=UnknownReason.NOT_RENDERED, text=self._restored(value)[:_LONGEST_TEXT])
        if isinstance(value, Mapping):
            return {self._restored(key): self.unmasked(child) for key, child in value.items()}
        if isinstance(value, Sequence):
            return [self.unmasked(child) for child in value]
        return value

    def _restored(self, text: str) -> str:
        return _MARK.sub(self._text_of, text) if _OPEN in text else text

    def _text_of(self, mark: re.Match[str]) -> str:
        number = int(mark[1])
        return self._texts[number] if number < len(self._texts) else ""

    def _spans(self, actions: Sequence[_Action]) -> list[tuple[int, int, str]] | None:
        """What to put in place of which part of the source, in order; later ones inside earlier ones do not count."""
        spans: list[tuple[int, int, str]] = []
        blocks: list[_Block] = []
        for action in actions:
            if action.keyword in {"if", "with", "range", "define", "block"}:
                blocks.append(_Block(action))
            elif action.keyword == "else" and blocks:
                blocks[-1].branches.append(action)
            elif action.keyword == "end" and blocks:
                spans += self._block(blocks.pop(), action)
            elif action.keyword in {"else", "end"}:
                return None
            else:
                spans.append(self._replace(action.start, action.end, silent=action.keyword == "silent"))
        if blocks:
            return None
        return sorted(spans, key=lambda span: (span[0], -span[1]))

    def _block(self, block: _Block, end: _Action) -> list[tuple[int, int, str]]:
        start = block.opening.start
        if "\n" not in self._source[start : end.end]:
            return [self._replace(start, end.end, silent=block.opening.keyword == "define")]
        if block.opening.keyword == "define":
            return [self._replace(start, end.end, silent=True)]
        second = block.branches[0] if block.branches else end
        return [
            self._replace(start, block.opening.end, silent=True),
            self._replace(second.start, end.end, silent=True),
        ]

    def _replace(self, start: int, end: int, *, silent: bool) -> tuple[int, int, str]:
        source = self._source[start:end]
        breaks = "\n" * source.count("\n")
        if silent:
            return start, end, breaks
        self._texts.append(" ".join(source.split()))
        mark = f"{_OPEN}{len(self._texts) - 1}{_FILL}"
        return start, end, mark.ljust(len(source) if not breaks else 0, _FILL) + breaks


def _actions(source: str) -> list[_Action] | None:
    found: list[_Action] = []
    at = source.find("{{")
    while at >= 0:
        action = _ACTION.match(source, at)
        if action is None or len(found) == _MAX_ACTIONS:
            return None
        word = _KEYWORD.match(action[0])
        keyword = "" if word is None else word[1] or "silent"
        found.append(_Action(at, action.end(), keyword))
        at = source.find("{{", action.end())
    return found


def _settle(lines: list[str], texts: Sequence[str]) -> str:
    """Give every action on a line of its own the place that its output would have."""
    lone = {index for index, line in enumerate(lines) if _OPEN in line and _LONE_MARKS.fullmatch(line)}
    written = [(index, _indent(line), line) for index, line in enumerate(lines) if line.strip() and index not in lone]
    following = 0
    for index in sorted(lone):
        while following < len(written) and written[following][0] < index:
            following += 1
        lines[index] = _placed(lines[index], written, following, texts)
    return "\n".join(lines)


def _placed(line: str, written: Sequence[tuple[int, int, str]], following: int, texts: Sequence[str]) -> str:
    mark = line.strip().split(" ")[0]
    hints = _INDENT.findall(" ".join(texts[int(number)] for number in _MARK.findall(line)))
    indent = int(hints[-1]) if hints else _indent(line)
    parent, sibling = _above(written, following, indent)
    if following < len(written):
        _, depth, text = written[following]
        if depth == indent and (not sibling or sibling.endswith(":")):
            sibling = text.strip()
    if sibling.startswith("- "):
        return " " * indent + f"- {mark}"
    if sibling:
        return " " * indent + f"{mark}: {mark}"
    if parent is None or not re.search(r"(:|[|>][-+0-9]*|:\s+[&!]\S+)\s*$", parent):
        return ""
    return " " * max(indent, _indent(parent) + 1) + mark


def _above(written: Sequence[tuple[int, int, str]], following: int, indent: int) -> tuple[str | None, str]:
    """The line that an output of that indentation belongs under, and the nearest line beside it."""
    for _, depth, text in reversed(written[max(0, following - 400) : following]):
        stripped = text.strip()
        if stripped.startswith("#"):
            continue
        if depth == indent:
            return None, stripped
        if stripped.startswith("- ") and depth < indent <= depth + len(stripped) - len(stripped[2:].lstrip()):
            return None, stripped[2:].lstrip()
        if depth < indent:
            return text, ""
    return None, ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
