"""Grammars and queries by language; each is loaded and compiled once a process, on first use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import tree_sitter_c_sharp
import tree_sitter_go
import tree_sitter_java
import tree_sitter_javascript
import tree_sitter_kotlin
import tree_sitter_php
import tree_sitter_python
import tree_sitter_ruby
import tree_sitter_typescript
from tree_sitter import Language, Parser, Query

from scanner.parsers.code import queries_compiled, queries_scripting


class Grammar(NamedTuple):
    """What is needed to read one language."""

    parser: Parser
    facts: Query
    """Everything that the view ``source`` offers."""
    declarations: Query
    """Imports and classes only."""


_GRAMMARS: dict[str, tuple[Callable[[], object], str]] = {
    "python": (tree_sitter_python.language, queries_scripting.PYTHON),
    "javascript": (tree_sitter_javascript.language, queries_scripting.JAVASCRIPT),
    "typescript": (tree_sitter_typescript.language_typescript, queries_scripting.TYPESCRIPT),
    "tsx": (tree_sitter_typescript.language_tsx, queries_scripting.TYPESCRIPT),
    "java": (tree_sitter_java.language, queries_compiled.JAVA),
    "kotlin": (tree_sitter_kotlin.language, queries_compiled.KOTLIN),
    "csharp": (tree_sitter_c_sharp.language, queries_compiled.CSHARP),
    "go": (tree_sitter_go.language, queries_compiled.GO),
    "ruby": (tree_sitter_ruby.language, queries_scripting.RUBY),
    "php": (tree_sitter_php.language_php, queries_scripting.PHP),
}


@cache
def grammar_of(dialect: str) -> Grammar:
    """Loads a grammar and compiles its queries.

    Args:
        dialect: A key as :func:`scanner.parsers.code.dialects.dialect_of` gives it.

    Returns:
        Parser and queries, kept for the life of the process.
    """
    pointer, source = _GRAMMARS[dialect]
    language = Language(pointer())
    declarations = Query(language, source)
    for unwanted in ("call", "call.from", "string", "decorator"):
        if f"@{unwanted}" in source:
            declarations.disable_capture(unwanted)
    return Grammar(Parser(language), Query(language, source), declarations)
