"""The section ``configuration`` of a plan: what is written in which module, without values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.shown.document import Form
from scanner.parsers.terraform.shown.shown_values import is_expression, text_of
from scanner.parsers.terraform.syntax.tree import MAX_TEXT
from scanner.parsers.terraform.values.collections import MAX_LEVELS, bounded

MAX_MODULES = 30_000
"""Module calls of one plan that are followed."""
Path = tuple[str, ...]
"""Names of module calls, outermost first."""
_REASONS = {
    "data": UnknownReason.DATA_SOURCE,
    "module": UnknownReason.MODULE_OUTPUT,
    "each": UnknownReason.PER_INSTANCE,
    "count": UnknownReason.PER_INSTANCE,
    "var": UnknownReason.EXPRESSION_NOT_SUPPORTED,
    "local": UnknownReason.EXPRESSION_NOT_SUPPORTED,
    "path": UnknownReason.EXPRESSION_NOT_SUPPORTED,
    "terraform": UnknownReason.WORKSPACE,
}


class Named(NamedTuple):
    """What one expression names, with its place in the block."""

    attribute: str
    references: tuple[str, ...]


class Configuration:
    """All modules of a configuration.

    Args:
        section: As it stands in the plan.
        form: Takes its parts.
    """

    def __init__(self, section: Mapping[str, object], form: Form) -> None:
        self._form = form
        self.providers = form.mapping(section.get("provider_config"), "configuration.provider_config")
        self.modules: dict[Path, Mapping[str, object]] = {}
        self.calls: dict[Path, Mapping[str, object]] = {}
        """Module calls by the path of what they call."""
        self.resources: dict[tuple[Path, str], Mapping[str, object]] = {}
        """By module and declaration."""
        self._enter(form.mapping(section.get("root_module"), "configuration.root_module"))

    def expressions(self, path: Path, declaration: str) -> Mapping[str, object] | None:
        """Expressions of a resource's block; None where the configuration does not have it."""
        block = self.resources.get((path, declaration))
        if block is None:
            return None
        return self._form.mapping(block.get("expressions"), f"expressions of {declaration}")

    def section(self, path: Path, name: str) -> Mapping[str, Mapping[str, object]]:
        """``variables`` or ``outputs`` of a module."""
        entries = self._form.mapping(self.modules.get(path, {}).get(name), f"configuration {name}")
        return {key: self._form.mapping(entry, f"configuration {name}.{key}") for key, entry in entries.items()}

    def sensitive_variables(self, path: Path) -> frozenset[str]:
        """Names of a module's variables that are marked sensitive."""
        variables = self.section(path, "variables")
        return frozenset(name for name, entry in variables.items() if entry.get("sensitive") or entry.get("ephemeral"))

    def _enter(self, root: Mapping[str, object]) -> None:
        waiting: list[tuple[Path, Mapping[str, object]]] = [((), root)]
        while waiting:
            path, module = waiting.pop()
            if len(self.modules) == MAX_MODULES:
                self._form.fault(f"more than {MAX_MODULES} modules in the configuration: the rest is not looked at")
                return
            self.modules[path] = module
            for entry in self._form.entries(module.get("resources"), "configuration resources"):
                block = self._form.mapping(entry, "a resource of the configuration")
                address = self._form.text(block.get("address"), "address of a resource of the configuration")
                if address:
                    self.resources.setdefault((path, address), block)
            for name, call in self._form.mapping(module.get("module_calls"), "module_calls").items():
                below = (*path, name)
                found = self._form.mapping(call, f"module call {name}")
                self.calls[below] = found
                waiting.append((below, self._form.mapping(found.get("module"), f"module {name}")))


def names_in(expressions: object) -> Iterator[Named]:
    """All references of a block, with the attribute in which they stand.

    Args:
        expressions: As in ``configuration``: expressions by attribute, in lists for nested blocks.
    """
    waiting: list[tuple[str, object, int]] = [("", expressions, 0)]
    while waiting:
        path, current, level = waiting.pop()
        if level > MAX_LEVELS:
            continue
        if path and isinstance(current, dict) and is_expression(current):
            references = current.get("references")
            if isinstance(references, list):
                yield Named(path, tuple(text for text in references if isinstance(text, str)))
        elif isinstance(current, dict):
            prefix = f"{path}." if path else ""
            waiting.extend((prefix + name, inner, level + 1) for name, inner in current.items())
        elif isinstance(current, list):
            waiting.extend((f"{path}[{index}]", inner, level + 1) for index, inner in enumerate(current))


def constants(block: Mapping[str, object]) -> dict[str, Value]:
    """What a block's expressions say by themselves: constants, and for all else what it names.

    Args:
        block: Expressions by attribute.
    """
    found = _constants(block, 0)
    return {key: bounded(value, key) for key, value in found.items() if value is not None}


def _constants(block: Mapping[str, object], level: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in block.items():
        if level > MAX_LEVELS:
            found[name] = Unknown(reason=UnknownReason.BROKEN, text=name[:MAX_TEXT])
        elif isinstance(value, list):
            found[name] = [_constants(item, level + 1) for item in value if isinstance(item, dict)]
        elif isinstance(value, dict) and not is_expression(value):
            found[name] = [_constants(value, level + 1)]
        else:
            found[name] = constant(value, name)
    return found


def constant(expression: object, name: str) -> Value:
    """The value of one expression, if it is a constant.

    Args:
        expression: As in ``configuration``.
        name: Its attribute, to name what is unknown when the expression names nothing.
    """
    if not isinstance(expression, dict):
        return None
    if "constant_value" in expression:
        value: Value = expression["constant_value"]
        return value
    text = text_of(expression)
    reason = UnknownReason.EXPRESSION_NOT_SUPPORTED
    if text:
        reason = _REASONS.get(text.split(".", 1)[0], UnknownReason.KNOWN_AFTER_APPLY)
    return Unknown(reason=reason, text=(text or name)[:MAX_TEXT])
