"""Turns the CEL compiler's complaints into faults that an author can act on: place, message and hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from scanner import lazy_re
from scanner.errors import CompileFault

STANDARD_FUNCTIONS = (
    "all", "exists", "exists_one", "filter", "map", "has", "size", "contains", "startsWith", "endsWith", "matches",
    "charAt", "format", "indexOf", "join", "lastIndexOf", "lowerAscii", "quote", "replace", "reverse", "split",
    "substring", "trim", "upperAscii", "orValue", "hasValue", "value", "or", "optMap", "optFlatMap",
    "bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "type", "uint",
    "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes",
)  # fmt: skip
"""Names that CEL and its strings and optional extensions offer, for hints."""

_FAULT = lazy_re.compile(r"ERROR: <input>:(-?\d+):(-?\d+): (.*)")
_UNDECLARED = lazy_re.compile(r"undeclared reference to '([^']*)'")
_OVERLOAD = lazy_re.compile(r"found no matching overload for '([^']*)' applied to '(.*)'")
_OPERATORS = {"_==_": "==", "_!=_": "!=", "_&&_": "&&", "_||_": "||", "_?_:_": "?:", "@in": "in", "!_": "!"}
_MACROS = {"all", "exists", "exists_one", "filter", "map"}
_FOREIGN_WORDS = {
    "and": "write && for 'and'",
    "or": "write || for 'or'",
    "not": "write ! for 'not'",
    "is": "write == for 'is'",
    "if": "write condition ? value : other",
    "True": "write true",
    "False": "write false",
    "None": "write null",
}


class Names:
    """What an expression may name: variables, and functions with their parameters.

    Args:
        variables: Names of the variables.
        functions: Function name to its signature as a reader would write it.
    """

    def __init__(self, variables: tuple[str, ...], functions: Mapping[str, str]) -> None:
        self.variables = variables
        self.functions = functions

    def similar(self, name: str, *, function: bool) -> str:
        """A hint for a name that is not declared."""
        known = (*self.functions, *STANDARD_FUNCTIONS) if function else self.variables
        close = get_close_matches(name, known, n=1, cutoff=0.6)
        if close:
            return f"did you mean '{close[0]}'?"
        kind = "functions" if function else "variables"
        return f"known {kind}: {', '.join(sorted(self.functions if function else known))}"


def compile_faults(complaint: str, text: str, names: Names) -> tuple[CompileFault, ...]:
    """The faults in a complaint of the compiler.

    Args:
        complaint: The text of its exception.
        text: The expression.
        names: What the expression may name.

    Returns:
        At least one fault, in reading order. Of several syntax errors only the first: the others follow from it.
    """
    faults: list[CompileFault] = []
    for line, column, found in _FAULT.findall(complaint):
        message = found.removesuffix(" [INVALID_ARGUMENT]")
        if "*error*" in message or int(line) < 1:
            continue
        if message.startswith("Syntax error"):
            return (_syntax_fault(int(line), int(column), message, text),)
        faults.append(_checker_fault(int(line), int(column), message, text, names))
    if faults:
        # A quantifier that is written wrongly also leaves its variable undeclared; the quantifier is the fault.
        macros = {macro for fault in faults for macro in _MACROS if fault.message.startswith(f"'{macro}'")}
        undeclared = "no such variable"
        return tuple(sorted(fault for fault in faults if not macros or not fault.message.startswith(undeclared)))
    first = complaint.splitlines()[0] if complaint else "not a valid expression"
    return (CompileFault(1, 1, re.sub(r"^[A-Z_]+: ", "", first)),)


def _syntax_fault(line: int, column: int, message: str, text: str) -> CompileFault:
    written = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
    return CompileFault(
        line,
        max(column, 1),
        re.sub(r" expecting .*", "", message.removeprefix("Syntax error: ")),
        _syntax_hint(written, column),
    )


def _syntax_hint(written: str, column: int) -> str | None:
    rest = written[max(column - 1, 0) :]
    before = written[: max(column - 1, 0)].rstrip()
    word = re.match(r"[A-Za-z]+", rest)
    previous = re.search(r"([A-Za-z]+)$", before)
    for found in (word, previous):
        if found and found.group(0) in _FOREIGN_WORDS:
            return _FOREIGN_WORDS[found.group(0)]
    if rest.startswith("="):
        return "write == to compare"
    if rest.startswith(("'", '"')):
        return "the string is not closed"
    if rest.startswith(("&", "|")):
        return "write && and ||"
    return "the expression ends too early" if not rest.strip() else None


def _checker_fault(line: int, column: int, message: str, text: str, names: Names) -> CompileFault:
    undeclared = _UNDECLARED.search(message)
    if undeclared:
        return _undeclared_fault(line, column, undeclared.group(1), text, names)
    overload = _OVERLOAD.search(message)
    if overload:
        function = overload.group(1)
        shown = _OPERATORS.get(function, function.strip("_"))
        signature = names.functions.get(function)
        hint = f"it is {signature}" if signature else None
        if "optional_type" in overload.group(2):
            hint = "open the optional value first, with .orValue(…) or .hasValue()"
        return CompileFault(line, column, f"'{shown}' does not take {overload.group(2)}", hint)
    return CompileFault(line, max(column, 1), message)


def _undeclared_fault(line: int, column: int, name: str, text: str, names: Names) -> CompileFault:
    """The compiler points at the dot or bracket behind the name; the author is shown its beginning."""
    lines = text.split("\n")
    written = lines[line - 1] if line <= len(lines) else ""
    start = written.rfind(name, 0, column - 1 + len(name))
    place = start + 1 if start >= 0 else max(column, 1)
    is_call = written[place - 1 + len(name) :].lstrip().startswith("(") if start >= 0 else False
    first = name.split(".", maxsplit=1)[0]
    if name in _MACROS:
        return CompileFault(line, place, f"'{name}' is written wrongly", f"write list.{name}(x, condition on x)")
    if is_call and name in names.functions:
        return CompileFault(line, place, f"wrong number of arguments for '{name}'", f"it is {names.functions[name]}")
    if first in _FOREIGN_WORDS:
        return CompileFault(line, place, f"'{first}' is not a word of CEL", _FOREIGN_WORDS[first])
    hint = names.similar(name if is_call else first, function=is_call)
    what = "function" if is_call else "variable"
    return CompileFault(line, place, f"no such {what}: '{name if is_call else first}'", hint)


def optional_faults(offsets: Iterator[int], text: str) -> tuple[CompileFault, ...]:
    """Faults for optional values that were not opened, by their offsets in the text."""
    faults = []
    for offset in offsets:
        before = text[:offset]
        line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
        message = "an optional value stands where a value is needed: it would never equal anything"
        faults.append(CompileFault(line, column, message, "open it with .orValue(…) or ask .hasValue()"))
    return tuple(sorted(faults))
