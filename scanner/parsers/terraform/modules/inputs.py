"""Input variables: what the caller or the environment gives, else the default, converted to the declared type."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.modules.environments import Setting
from scanner.parsers.terraform.modules.folders import Folder, Placed, location_of
from scanner.parsers.terraform.modules.instances import NO_NAMES
from scanner.parsers.terraform.syntax.tree import Block, Literal, Placeholder, Traversal
from scanner.parsers.terraform.values.collections import unknown
from scanner.parsers.terraform.values.conversions import ConversionError

if TYPE_CHECKING:
    from scanner.parsers.terraform.modules.scope import ModuleScope

_BACKENDS = frozenset(("backend", "cloud"))
_LIBRARIES = frozenset(("module", "modules"))
"""Folders in which, by Terraform's convention, modules lie that others call."""


def is_sensitive(block: Block) -> bool:
    """Whether a variable or output is marked sensitive; anything but a plain ``false`` counts."""
    for name in ("sensitive", "ephemeral"):
        mark = block.body.attribute(name)
        if mark is not None and mark.expression != Literal(value=False):
            return True
    return False


def sensitive_variables(folder: Folder) -> Collection[str]:
    """The variables of a module that are marked sensitive; what is given to them is secret wherever it stands."""
    if folder.sensitive is None:
        folder.sensitive = frozenset(name for name, one in folder.variables.items() if is_sensitive(one.block))
    return folder.sensitive


def variable(scope: ModuleScope, name: str, text: str) -> Value:
    """The value of a variable.

    Args:
        scope: The module that declares it.
        name: Its name.
        text: The expression that asks for it.
    """
    placed = scope.folder.variables.get(name)
    if placed is None:
        return scope.absent(text, f"var.{name} is not declared")
    place = (placed.path, placed.block.position)
    if is_sensitive(placed.block):
        return scope.memo(f"var.{name}", text, place, lambda: _sensitive(scope, name, placed))
    return scope.memo(f"var.{name}", text, place, lambda: _value(scope, name, placed, text))


def given(scope: ModuleScope, name: str) -> Setting | None:
    """What is set from outside for a variable, and where."""
    if scope.call is None:
        return scope.environment.settings.get(name)
    attribute = scope.call.placed.block.body.attribute(name)
    if attribute is None:
        return None
    return Setting(attribute.expression, location_of(attribute.path or scope.call.placed.path, attribute.position))


def is_applied(scope: ModuleScope) -> bool:
    """Whether a root module is applied as it stands: it has a value for every variable, and a provider or a backend.

    What Terraform would refuse elsewhere may only be for want of the values that a user of the module gives.
    """
    return _is_configured(scope.folder) and all(
        name in scope.environment.settings or placed.block.body.attribute("default") is not None
        for name, placed in scope.folder.variables.items()
    )


def is_library(scope: ModuleScope) -> bool:
    """Whether a root module is there for others, outside this repository, to call.

    Its defaults are what it does by itself, but not what will exist: a caller may turn on what they turn off.
    """
    named = _LIBRARIES.intersection(scope.folder.path.lower().split("/"))
    return bool(named) and not scope.environment.settings and not _is_configured(scope.folder)


def _is_configured(folder: Folder) -> bool:
    blocks = [block for file in folder.files for block in file.syntax.body.blocks]
    inner = [below.type for block in blocks if block.type == "terraform" for below in block.body.blocks]
    return bool(_BACKENDS.intersection(inner)) or any(block.type == "provider" for block in blocks)


def _sensitive(scope: ModuleScope, name: str, placed: Placed) -> Value:
    """Why nobody knows a sensitive variable, where nothing is written that it is given; else that it is sensitive.

    What is given is looked at only where it is a mere reference: whatever else were said of it could tell the secret.
    """
    setting = given(scope, name)
    nothing = setting is None and placed.block.body.attribute("default") is None
    if nothing or (setting is not None and isinstance(setting.expression, Placeholder)):
        return unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, f"var.{name}")
    if setting is not None and scope.call is not None and isinstance(setting.expression, Traversal):
        value = scope.call.caller.evaluate(setting.expression, scope.call.names)
        if type(value) is Unknown:  # no text of which a part is known
            return value
    return unknown(UnknownReason.SENSITIVE, f"var.{name}")


def _value(scope: ModuleScope, name: str, placed: Placed, text: str) -> Value:
    body = placed.block.body
    setting, default, nullable = given(scope, name), body.attribute("default"), body.attribute("nullable")
    place = scope.estate.place
    value: Value = None
    if setting is not None:
        giver, names = (scope.call.caller, scope.call.names) if scope.call else (scope, NO_NAMES)
        place = (setting.location.path, (setting.location.start_line, setting.location.start_column or 1))
        value = giver.evaluate(setting.expression, names, place)
    refuses_null = nullable is not None and nullable.expression == Literal(value=False)
    if setting is None or (value is None and refuses_null):
        if default is None:
            return unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, text)
        value = scope.evaluate(default.expression, NO_NAMES)
        if value is None and refuses_null:
            scope.complain(f"var.{name} must not be null, and its default is")
            return unknown(UnknownReason.BROKEN, text)
    constraint = body.attribute("type")
    if constraint is None:
        return value
    try:
        return scope.estate.constraint(constraint.expression).convert(value)
    except ConversionError as error:
        scope.complain(f"var.{name} does not take this value: {error}", place)
        return unknown(UnknownReason.BROKEN, text)
