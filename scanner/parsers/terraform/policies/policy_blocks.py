"""Statements of IAM policies as the blocks of ``aws_iam_policy_document`` give them, in the order of the provider."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from zlib import crc32

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.values.collections import first_unknown
from scanner.parsers.terraform.values.conversions import ConversionError, to_text

OLD_VERSION = "2008-10-17"
Statement = dict[str, Value]
Block = Mapping[str, Value]
_EFFECTS = ("Allow", "Deny")
_VARIABLE = "&{"
"""How a variable of IAM is written where Terraform has ``${`` for itself."""


def statement_of(block: Value, version: Value) -> Value:
    """A statement as it stands in JSON, with unknown parts.

    Args:
        block: What stands in a block ``statement``.
        version: Of the document.

    Raises:
        ConversionError: The provider would refuse it.
    """
    if isinstance(block, Unknown):
        return block
    if not isinstance(block, Mapping):
        raise ConversionError("a statement must be a block")
    effect = block.get("effect")
    if not isinstance(effect, Unknown | None) and effect not in _EFFECTS:
        raise ConversionError("the effect must be Allow or Deny")
    sid = block.get("sid")
    found: Statement = {
        "Sid": sid if isinstance(sid, Unknown | None) else to_text(sid),
        "Effect": "Allow" if effect is None else effect,
        "Action": _texts(block.get("actions")),
        "NotAction": _texts(block.get("not_actions")),
        "Resource": with_variables(_texts(block.get("resources")), version),
        "NotResource": with_variables(_texts(block.get("not_resources")), version),
        "Principal": _principals(block.get("principals"), version),
        "NotPrincipal": _principals(block.get("not_principals"), version),
        "Condition": _conditions(block.get("condition"), version),
    }
    for name in ("Sid", "Effect"):
        if found[name] == "":
            del found[name]
    return {name: value for name, value in found.items() if value is not None}


def with_variables(value: Value, version: Value) -> Value:
    """Text, or a list of it, with IAM's variables as IAM writes them.

    Raises:
        ConversionError: The version of the document has none.
    """
    if isinstance(value, list):
        return [with_variables(item, version) for item in value]
    if not isinstance(value, str) or _VARIABLE not in value:
        return value
    if version == OLD_VERSION:
        raise ConversionError(f"found &{{ sequence, which is not supported in document version {OLD_VERSION}")
    return value.replace(_VARIABLE, "${")


def _elements(value: Value) -> list[Value] | Unknown:
    if value is None:
        return []
    if isinstance(value, Unknown):
        return value
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ConversionError("a list is required")
    if None in value:
        raise ConversionError("null value found in list")
    return list(value)


def _texts(value: Value) -> Value:
    """A set of texts: nothing for none, a text for one, else a list from the last to the first."""
    found = _elements(value)
    if isinstance(found, Unknown):
        return found
    texts = sorted({to_text(item) for item in found if not isinstance(item, Unknown)}, reverse=True)
    both: list[Value] = [*texts, *(item for item in found if isinstance(item, Unknown))]
    return both[0] if len(both) == 1 else both or None


def _principals(value: Value, version: Value) -> Value:
    blocks = _blocks(value)
    if isinstance(blocks, Unknown):
        return blocks
    found: dict[str, Value] = {}
    for block in _in_order(blocks, _principal_mark):
        kind = block.get("type")
        if isinstance(kind, Unknown):
            return kind
        names = with_variables(_texts(block.get("identifiers")), version)
        add_principals(found, to_text(kind), [] if names is None else names)
    return shown_principals(found) if blocks else None


def add_principals(found: dict[str, Value], kind: str, names: Value) -> None:
    """Add the principals of one block to those of the same kind."""
    before = found.get(kind)
    if isinstance(names, list):
        known = sorted((to_text(name) for name in names if not isinstance(name, Unknown)), reverse=True)
        names = [*known, *(name for name in names if isinstance(name, Unknown))]
    if kind not in found:
        found[kind] = names
        return
    both: list[Value] = []
    for part in (before, names):
        both.extend(part if isinstance(part, list) else [part])
    found[kind] = both


def shown_principals(found: Mapping[str, Value]) -> Value:
    """Principals as they stand in JSON: everybody is a star alone."""
    if found.keys() == {"*"} and found["*"] in ("*", ["*"]):
        return "*"
    return {kind: found[kind] for kind in sorted(found)}


def _conditions(value: Value, version: Value) -> Value:
    blocks = _blocks(value)
    if isinstance(blocks, Unknown):
        return blocks
    found: dict[str, dict[str, Value]] = {}
    for block in _in_order(blocks, _condition_mark):
        test, variable = block.get("test"), block.get("variable")
        for part in (test, variable):
            if isinstance(part, Unknown):
                return part
        values = _elements(block.get("values"))
        texts = values if isinstance(values, Unknown) else [_known_text(item) for item in values]
        add_condition(found, to_text(test), to_text(variable), with_variables(texts, version))
    return shown_conditions(found) if blocks else None


def _known_text(value: Value) -> Value:
    return value if isinstance(value, Unknown) else to_text(value)


def add_condition(found: dict[str, dict[str, Value]], test: str, variable: str, values: Value) -> None:
    """Add the values of one condition to those of the same test and variable."""
    variables = found.setdefault(test, {})
    before = variables.get(variable, [])
    if isinstance(before, list) and isinstance(values, list):
        variables[variable] = [*before, *values]
    else:
        variables[variable] = before if isinstance(before, Unknown) else values


def shown_conditions(found: Mapping[str, Mapping[str, Value]]) -> Value:
    """Conditions as they stand in JSON: a value that is alone is no list."""
    return {
        test: {name: _alone(variables[name]) for name in sorted(variables)} for test, variables in sorted(found.items())
    }


def _alone(values: Value) -> Value:
    return values[0] if isinstance(values, list) and len(values) == 1 else values


def _blocks(value: Value) -> list[Block] | Unknown:
    """Blocks of which it is known that they are all."""
    found = _elements(value)
    if isinstance(found, Unknown):
        return found
    blocks: list[Block] = []
    for block in found:
        if isinstance(block, Unknown):
            return block
        if not isinstance(block, Mapping):
            raise ConversionError("a block is required")
        blocks.append(block)
    return blocks


def _in_order(blocks: list[Block], mark: Callable[[Block], str]) -> list[Block]:
    """Blocks of a set, each once and in the order in which the provider goes through them: that of a check sum.

    Where parts are unknown the order is too; the blocks stay as they are written.
    """
    if len(blocks) < 2 or any(first_unknown(dict(block)) is not None for block in blocks):
        return blocks
    sums = {_sum(mark(block)): block for block in blocks}
    return [sums[number] for number in sorted(sums)]


def _sum(text: str) -> str:
    return str(crc32(text.encode("utf-8", errors="replace")))


def _principal_mark(block: Block) -> str:
    names = {to_text(name) for name in _elements(block.get("identifiers")) or ()}
    ordered = sorted(names, key=lambda name: _sum(f"{name};"))
    return f"identifiers:{{{''.join(f'{name};' for name in ordered)}}};type:{to_text(block.get('type'))};"


def _condition_mark(block: Block) -> str:
    values = "".join(f"{to_text(value)};" for value in _elements(block.get("values")) or ())
    return f"test:{to_text(block.get('test'))};values:({values});variable:{to_text(block.get('variable'))};"
