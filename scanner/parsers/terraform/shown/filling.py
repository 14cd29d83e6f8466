"""What the source tells of a planned resource and the plan does not: arguments of Terraform itself, encoded texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.resource import Resource, Unknown, UnknownReason, Value
from scanner.parsers.terraform.policies.documents import documents
from scanner.parsers.terraform.values.collections import first_unknown

_OF_TERRAFORM = frozenset(
    ("connection", "count", "depends_on", "for_each", "lifecycle", "provider", "providers", "provisioner")
)
"""Arguments that the source tells better than a plan does."""
_MAX_COMPARED = 100_000


def agreement(planned: Iterable[Resource], source: Mapping[str, Resource]) -> tuple[int, int]:
    """How many values of a plan are those that the source gives, and how many are others.

    Args:
        planned: Resources of the plan.
        source: Resources of the source by address.
    """
    same = different = 0
    for resource in planned:
        written = source.get(resource.address)
        if written is None or written.type != resource.type:
            continue
        for ours, theirs in _pairs(resource.attributes, written.attributes):
            if ours == theirs:
                same += 1
            else:
                different += 1
        if same + different > _MAX_COMPARED:
            break
    return same, different


def _pairs(planned: Mapping[str, Value], written: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Scalars that stand in both, as text: a provider may take ``"80"`` as a number."""
    waiting: list[tuple[Value, Value]] = [
        (value, written[name]) for name, value in planned.items() if name in written and name not in _OF_TERRAFORM
    ]
    while waiting:
        ours, theirs = waiting.pop()
        if isinstance(ours, dict) and isinstance(theirs, dict):
            waiting.extend((value, theirs[name]) for name, value in ours.items() if name in theirs)
        elif isinstance(ours, list) and isinstance(theirs, list):
            if len(ours) == len(theirs) == 1:  # longer ones may be sets, in an order of their own
                waiting.append((ours[0], theirs[0]))
        elif isinstance(ours, bool | int | float | str) and isinstance(theirs, bool | int | float | str):
            left, right = _plain(ours), _plain(theirs)
            if not left.startswith(("{", "[")):  # providers write JSON their own way
                yield left, right


def _plain(value: bool | float | str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def filled(
    planned: Resource, written: Resource, left_out: frozenset[str], *, same: bool
) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    """Attributes and documents of a planned resource, with what only the source tells.

    Args:
        planned: The resource of the plan.
        written: What the source gives for the same block.
        left_out: Attributes that are unknown until apply and that the plan does not show to be written.
        same: The source was evaluated with the values of the plan.
    """
    same = same and written.address == planned.address
    attributes: dict[str, Value] = {}
    for name, value in planned.attributes.items():
        if name not in _OF_TERRAFORM:
            attributes[name] = _told(value, written.attributes.get(name), same=same)
    for name, value in written.attributes.items():
        if name in _OF_TERRAFORM:
            attributes[name] = value
        elif name in left_out:
            # Only a dynamic block is written and yet not among the configuration's expressions.
            attributes[name] = value if first_unknown(value) else _later(name)
    return attributes, documents(attributes)


def _later(name: str) -> Unknown:
    return Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text=name)


def _told(value: Value, written: Value, *, same: bool) -> Value:
    """A value of the plan, or in its place what the source says of it."""
    if isinstance(value, list) and isinstance(written, list):
        return _without_unwritten(value, written)
    # What the code gives away of a secret it gives away with and without a plan: the plan adds nothing to it.
    return written if isinstance(value, Unknown) and same and written is not None else value


def _without_unwritten(value: list[Value], written: list[Value]) -> list[Value]:
    """Blocks without what is unknown in them and that no block of the source has: a provider will decide it."""
    if not all(isinstance(item, dict) for item in (*value, *written)) or not written:
        return value
    names = {name for item in written if isinstance(item, dict) for name in item}
    return [
        {
            name: inner
            for name, inner in item.items()
            if name in names or not (isinstance(inner, Unknown) and inner.reason is UnknownReason.KNOWN_AFTER_APPLY)
        }
        for item in value
        if isinstance(item, dict)
    ]
