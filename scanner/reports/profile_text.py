"""The supplier's answers as they stand in ``archscan.yaml``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import yaml

from scanner.domain.profile import Answer, Question

_HEAD = """\
# What the product is. A "no" leaves out the controls that do not concern it; the result cites the answer and who gave
# it. An answer that the repository contradicts leaves nothing out. `archscan init --ask` asks what is not answered.
profile:
  answers:
"""
_KEY = "profile"


def profile_text(answers: Mapping[str, Answer], questions: Sequence[Question]) -> str:
    """The section ``profile`` of the file.

    Args:
        answers: Question to answer.
        questions: Those of the catalogue, in whose order the answers are written.

    Returns:
        Lines that end with a line break; nothing where there is no answer.
    """
    written = [line for question in questions for line in _answer(question, answers.get(question.id))]
    return _HEAD + "".join(written) if written else ""


def _answer(question: Question, answer: Answer | None) -> Iterator[str]:
    if answer is None:
        return
    yield f"    # {question.question}\n"
    yield f"    {question.id}:\n"
    yield f'      answer: "{"yes" if answer.answer else "no"}"\n'
    yield f"      version: {answer.version}\n"
    yield f"      answered: {answer.answered.isoformat()}\n"
    yield f"      by: {json.dumps(answer.by, ensure_ascii=False)}\n"  # what JSON quotes, YAML reads
    if answer.reason:
        yield f"      reason: {json.dumps(answer.reason, ensure_ascii=False)}\n"


def with_profile(text: str, section: str) -> str:
    """A file with another section ``profile``; everything else in it stays as it is, comments too.

    Args:
        text: Of a valid ``archscan.yaml``.
        section: From :func:`profile_text`.
    """
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    lines = text.splitlines(keepends=True)
    pairs = top.value if isinstance(top, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == _KEY:
            begin = _begin(lines, key.start_mark.line)
            return "".join((*lines[:begin], section, *lines[_last_line(value) + 1 :]))
    if top is not None and not pairs:  # `{}` and the like: a second document would be no part of it
        return section
    gap = "" if not lines or lines[-1].endswith("\n") else "\n"
    return text + gap + ("\n" if lines else "") + section


def _begin(lines: Sequence[str], line: int) -> int:
    """Where the section begins: with the comment of ours above it, if it is there."""
    head = _HEAD.splitlines(keepends=True)
    own = head.index(f"{_KEY}:\n")
    return line - own if list(lines[max(0, line - own) : line]) == head[:own] else line


def _last_line(node: yaml.Node) -> int:
    """The last line on which something of a node stands: its own end may be that of the blank lines below."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return max(_last_line(part) for pair in node.value for part in pair)
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return max(_last_line(part) for part in node.value)
    at_start = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line  # a block of text
    return int(node.end_mark.line) - at_start
