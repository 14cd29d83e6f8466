"""What an expression sees of a resource or data source: what the code itself says, and nothing that a provider adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scanner import lazy_re
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.evaluator import unknown
from scanner.parsers.terraform.modules.blocks import attributes_of, blocks_of
from scanner.parsers.terraform.modules.folders import Placed
from scanner.parsers.terraform.modules.instances import Expansion, Instance, Key, suffix
from scanner.parsers.terraform.policies.policy_documents import policy_document
from scanner.parsers.terraform.syntax.tree import IndexStep, Step
from scanner.parsers.terraform.values.collections import UnknownText, plain_unknown
from scanner.parsers.terraform.values.conversions import ConversionError, to_number
from scanner.parsers.terraform.values.lazy import LazyObject

if TYPE_CHECKING:
    from scanner.parsers.terraform.modules.scope import ModuleScope

_POLICY = "data.aws_iam_policy_document."
_TEMPLATE = "data.template_file."
_SCALAR = lazy_re.compile(r"[-+.\d]|(?:t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?)?$")
"""How a text begins that a provider's schema may turn into a number or a truth value."""


def value(
    scope: ModuleScope, address: str, placed: Placed, steps: Sequence[Step], text: str
) -> tuple[Value, Sequence[Step]]:
    """A resource as an expression sees it.

    Args:
        scope: The module in which it stands.
        address: Its name there, without key.
        placed: Its block.
        steps: The way that the expression takes from it.
        text: The expression.

    Returns:
        The value, and the steps that are still to be taken on it.
    """
    expansion = scope.expansion(address, placed)
    if expansion.unknown is not None:  # under any key there is the one instance that stands for all
        if steps and isinstance(steps[0], IndexStep):
            return _object(scope, address, placed, expansion.instances[None]), steps[1:]
        return unknown(expansion.unknown.reason, text), ()
    if address not in scope.objects:
        scope.objects[address] = _collected(scope, address, placed, expansion)
    return scope.objects[address], steps


def _collected(scope: ModuleScope, address: str, placed: Placed, expansion: Expansion) -> Value:
    objects: dict[Key, Value] = {
        key: _object(scope, address, placed, instance) for key, instance in expansion.instances.items()
    }
    if not expansion.repeated:
        return objects[None]
    if placed.block.body.attribute("count"):
        return list(objects.values())
    return {str(key): item for key, item in objects.items()}


def _object(scope: ModuleScope, address: str, placed: Placed, instance: Instance) -> LazyObject:
    data = address.startswith("data.")
    reason = UnknownReason.DATA_SOURCE if data else UnknownReason.KNOWN_AFTER_APPLY
    name = address + suffix(instance.key)
    place = (placed.path, placed.block.position)

    def resolve(key: str, asked: str) -> Value:
        return scope.memo(
            f"{name}.{key}", asked, place, lambda: _attribute(scope, address, placed, instance, (key, asked))
        )

    return LazyObject(resolve, reason, name)


def _attribute(scope: ModuleScope, address: str, placed: Placed, instance: Instance, wanted: tuple[str, str]) -> Value:
    name, text = wanted
    body = placed.block.body
    reason = UnknownReason.DATA_SOURCE if address.startswith("data.") else UnknownReason.KNOWN_AFTER_APPLY
    written = body.attribute(name)
    if written is not None:
        place = (written.path or placed.path, written.position)
        found = scope.evaluate(written.expression, instance.names, place)
        if isinstance(found, UnknownText) and _SCALAR.match(found.prefix):
            return plain_unknown(found)
        return unknown(reason, text) if _may_change(found) else found
    if _has_blocks(placed, name):
        return _extended(blocks_of(placed, name, scope, instance.names), reason, text)
    if _is_policy(address, name):
        return policy_document(attributes_of(placed, scope, instance.names))
    if _is_rendered(address, name):
        return _rendered(scope, placed, instance, text)
    prefix = _prefix(address, name)
    return UnknownText(reason=reason, text=text, prefix=prefix) if prefix else unknown(reason, text)


def is_made_of_blocks(address: str, placed: Placed, name: str) -> bool:
    """Whether an attribute hangs on more of a block than the one argument that has its name.

    Args:
        address: The block's name in its module.
        placed: The block.
        name: The attribute's.
    """
    return _has_blocks(placed, name) or _is_policy(address, name) or _is_rendered(address, name)


def _has_blocks(placed: Placed, name: str) -> bool:
    blocks = placed.block.body.blocks
    return any(block.type == name or (block.type == "dynamic" and name in block.labels) for block in blocks)


def _is_policy(address: str, name: str) -> bool:
    return name == "json" and address.startswith(_POLICY)


def _is_rendered(address: str, name: str) -> bool:
    return name == "rendered" and address.startswith(_TEMPLATE)


def _prefix(address: str, name: str) -> str:
    """With what a provider's own attribute begins, whatever the rest: no ARN is ever ``*``."""
    kind = address.removeprefix("data.").partition(".")[0]
    if name == "arn" and kind.startswith("aws_"):
        return "arn:"
    return "serviceAccount:" if name == "member" and kind == "google_service_account" else ""


def _rendered(scope: ModuleScope, placed: Placed, instance: Instance, text: str) -> Value:
    """The provider that did this is no longer kept, but much code still uses it."""
    attributes = attributes_of(placed, scope, instance.names)
    template, variables = attributes.get("template"), attributes.get("vars", {})
    if isinstance(template, str) and isinstance(variables, dict):
        return scope.functions.render(template, variables)
    return template if isinstance(template, Unknown) else unknown(UnknownReason.DATA_SOURCE, text)


def _extended(blocks: Value, reason: UnknownReason, text: str) -> Value:
    """Nested blocks to which the provider may add attributes of its own."""
    if not isinstance(blocks, list):
        return blocks

    def absent(_: str, asked: str) -> Value:
        return unknown(reason, asked)

    return [
        LazyObject(absent, reason, text, {name: _extended(value, reason, text) for name, value in block.items()})
        if isinstance(block, dict)
        else block
        for block in blocks
    ]


def _may_change(found: Value) -> bool:
    """A provider may turn ``"80"`` into a number, and take what is null or empty for not written at all."""
    if found in (None, "", "true", "false", [], {}):
        return True
    if isinstance(found, Unknown) or not isinstance(found, str):
        return False
    try:
        to_number(found)
    except ConversionError:
        return False
    return True
