"""The functions of Terraform that are evaluated; each family is a module with ``FUNCTIONS``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.functions import (
    choices,
    csv_texts,
    dates,
    encodings,
    filesystem,
    formatting,
    hashing,
    json_texts,
    mappings,
    network,
    numeric,
    patterns,
    sequences,
    sets,
    strings,
    type_conversions,
    yaml_reading,
    yaml_writing,
)
from scanner.parsers.terraform.functions.registry import (
    FileNotHereError,
    Files,
    Function,
    FunctionScope,
    UnknownArgumentError,
    UnsupportedError,
)
from scanner.parsers.terraform.values.collections import first_unknown
from scanner.parsers.terraform.values.conversions import ConversionError, InexpressibleError

__all__ = [
    "FileNotHereError",
    "Files",
    "Function",
    "FunctionScope",
    "UnknownArgumentError",
    "UnsupportedError",
    "call",
    "is_supported",
]

_FAMILIES: tuple[Mapping[str, Function], ...] = (
    choices.FUNCTIONS,
    csv_texts.FUNCTIONS,
    dates.FUNCTIONS,
    encodings.FUNCTIONS,
    filesystem.FUNCTIONS,
    formatting.FUNCTIONS,
    hashing.FUNCTIONS,
    json_texts.FUNCTIONS,
    mappings.FUNCTIONS,
    network.FUNCTIONS,
    numeric.FUNCTIONS,
    patterns.FUNCTIONS,
    sequences.FUNCTIONS,
    sets.FUNCTIONS,
    strings.FUNCTIONS,
    type_conversions.FUNCTIONS,
    yaml_reading.FUNCTIONS,
    yaml_writing.FUNCTIONS,
)
_FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {name: function for family in _FAMILIES for name, function in family.items()}
)


def call(name: str, arguments: Sequence[Value], scope: FunctionScope | None = None) -> Value:
    """Call a function.

    Args:
        name: Its name, with or without ``core::``.
        arguments: Its arguments; any part of them may be unknown.
        scope: Files and templates, for the functions that need them.

    Raises:
        UnsupportedError: We do not know it, or not this use of it.
        UnknownArgumentError: The result hangs on an unknown part.
        ConversionError: Terraform would refuse it.
    """
    function = _FUNCTIONS.get(name.removeprefix("core::"))
    if function is None or (function.wants_scope and scope is None):
        raise UnsupportedError(name)
    given = (scope, *arguments) if function.wants_scope else tuple(arguments)
    if not function.takes(given):
        raise ConversionError("not this number of arguments")
    for argument in arguments:
        part = argument if isinstance(argument, Unknown) else None
        if part is not None and function.takes_unknown:
            continue
        part = part if function.parts else first_unknown(argument)
        if part is not None:
            raise UnknownArgumentError(part)
    try:
        return function.run(*given)
    except InexpressibleError as error:
        raise UnsupportedError(name) from error


def is_supported(name: str) -> bool:
    """Whether the function is evaluated."""
    return name.removeprefix("core::") in _FUNCTIONS
