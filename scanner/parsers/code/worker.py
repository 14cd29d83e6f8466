"""Reads source files in a process of its own, which may die of what they hold.

Answers requests on its standard input until that ends: a line of JSON (``dialect``, ``language``, ``declarations``,
``size``), then the file as UTF-8. Each answer is a line of JSON: ``facts`` and ``faults``, or ``refused``.
"""

from __future__ import annotations

import json
import sys
import time
from typing import IO, Any

from tree_sitter import Node, Query, QueryCursor, Tree

from scanner.parsers.code.extraction import MOST, Facts
from scanner.parsers.code.grammar import Grammar, grammar_of
from scanner.parsers.code.soundness import soundness_of

MEMORY = 2 << 30
"""Bytes of address space that the process may take."""

_CHUNK = 1 << 16
_STEPS = 20_000
_SECONDS = 2.0
_BYTES_A_SECOND = 1_000_000  # an eighth of what one core reads
_MATCHES_IN_PROGRESS = 4096


class TooHardError(Exception):
    """The file takes more work than any honest file of its size."""


def read_facts(source: bytes, dialect: str, language: str, *, declarations: bool) -> tuple[dict[str, Any], list[str]]:
    """What one file imports, calls, declares and reaches out to.

    Args:
        source: The file as UTF-8.
        dialect: Which grammar reads it.
        language: Its language.
        declarations: Whether imports and classes are enough.

    Returns:
        The lists of the view ``source``, and what could not be understood, in words.

    Raises:
        TooHardError: It takes too much work.
    """
    grammar = grammar_of(dialect)
    tree = _parse(source, grammar)
    root = tree.root_node
    sound = soundness_of(root, source)
    if not sound.can_be_queried:
        raise TooHardError
    faults: list[str] = []
    if sound.broken_bytes * 2 > len(source):
        faults.append(f"{100 * sound.broken_bytes // len(source)} % of the file is not valid {language}")
    facts = Facts(source, language)
    matches, dropped = _matches(grammar.declarations if declarations else grammar.facts, root)
    facts.collect(matches)
    if dropped:
        faults.append("nested too deeply to look at everything")
    faults.extend(f"more than {MOST} {what}; the rest is not looked at" for what in sorted(facts.cut))
    return facts.attributes(), faults


def _parse(source: bytes, grammar: Grammar) -> Tree:
    """Parses under a limit of steps, and of processor time where recovering from errors makes each step dear."""
    most_steps = _STEPS + len(source) // 8
    deadline = time.process_time() + _SECONDS + len(source) / _BYTES_A_SECOND
    steps = 0

    def stop(_offset: int, _error: bool) -> bool:  # tree-sitter's own signature
        nonlocal steps
        steps += 1
        return steps > most_steps or time.process_time() > deadline

    try:
        return grammar.parser.parse(lambda offset, _: source[offset : offset + _CHUNK], progress_callback=stop)
    except ValueError as error:
        grammar.parser.reset()
        raise TooHardError from error


def _matches(query: Query, root: Node) -> tuple[list[tuple[int, dict[str, list[Node]]]], bool]:
    """All matches, and whether there were so many at once that tree-sitter dropped some.

    No progress callback here: the binding of tree-sitter 0.26 crashes the process with one.
    """
    cursor = QueryCursor(query, match_limit=_MATCHES_IN_PROGRESS)
    return cursor.matches(root), cursor.did_exceed_match_limit


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answers requests until there are no more.

    Args:
        requests: Where they come from.
        answers: Where the answers go.
    """
    for line in requests:
        request = json.loads(line)
        source = requests.read(request["size"])
        try:
            facts, faults = read_facts(
                source, request["dialect"], request["language"], declarations=request["declarations"]
            )
            answer: dict[str, Any] = {"facts": facts, "faults": faults}
        except TooHardError:
            answer = {"refused": True}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def limit_resources() -> None:
    """Bounds the memory of this process and forbids core dumps, where the system can do that."""
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    limit_resources()
    serve(sys.stdin.buffer, sys.stdout.buffer)
