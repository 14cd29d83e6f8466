"""What IAM policies say, one shape for all ways to write them: JSON in an attribute, ``aws_iam_policy_document``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from scanner import lazy_re
from scanner.domain.resource import EncodedUnknown, Resource, Unknown, UnknownBlock, UnknownReason, UnknownText, Value

POLICY_DOCUMENT = "data.aws_iam_policy_document"
MAX_STATEMENTS = 2_000
"""Statements of one resource; AWS takes policies of far fewer."""

_POLICIES = frozenset(("policy", "inline_policy", "assume_role_policy", "access_policies", "policy_document"))
"""Attributes in which nothing but a policy can stand: unknown text there is an unknown policy."""

_LISTS = {
    "actions": ("Action", "actions"),
    "not_actions": ("NotAction", "not_actions"),
    "resources": ("Resource", "resources"),
    "not_resources": ("NotResource", "not_resources"),
}
"""Name in a statement of ours to those in JSON and in a block."""


_ARN = lazy_re.compile(r"[._]arns?\b|\"arn:[a-z$]")
_EVERYTHING = '"*"'
_WHOLE = 200
"""Characters from which on an expression may have been cut."""


def statements(resource: Resource) -> list[Value]:
    """The statements of all policies that stand in a Terraform resource.

    Args:
        resource: Of AWS; others have none.

    Returns:
        Maps with ``attribute`` (path of the policy), ``sid``, ``effect``, ``actions``, ``not_actions``, ``resources``,
        ``not_resources`` (always lists), ``principals`` and ``not_principals`` (kind to list), and ``conditions``
        (``{test, variable, values}``). What is not known is unknown in them; a policy of which nothing is known is one
        statement of which nothing is known.
    """
    if "aws" not in resource.type:
        return []
    if resource.type == POLICY_DOCUMENT:
        return _capped(list(_of_blocks(resource.attributes.get("statement"))))
    found = [one for path, document in resource.documents.items() for one in statements_of(document, path)]
    unread = _unread(resource.attributes, "")
    found.extend(_unknown(path, value) for path, value in unread if path not in resource.documents)
    return _capped(found)


def _capped(found: list[Value]) -> list[Value]:
    """The first statements; the others are one of which nothing is known."""
    if len(found) <= MAX_STATEMENTS:
        return found
    rest = Unknown(reason=UnknownReason.TOO_MANY, text=f"more than {MAX_STATEMENTS} statements")
    return [*found[: MAX_STATEMENTS - 1], _unknown("", rest)]


def statements_of(document: Value, attribute: str = "") -> list[Value]:
    """The statements of one policy.

    Args:
        document: The decoded JSON; what has no ``Statement`` is no policy and gives none.
        attribute: Path of the attribute in which it stands.
    """
    if not isinstance(document, Mapping) or "Statement" not in document:
        return []
    written = document["Statement"]
    if isinstance(written, Mapping):
        written = [written]
    if isinstance(written, Unknown):
        return [_unknown(attribute, written)]
    if not _is_list(written):
        return []
    return [_of_json(one, attribute) for one in written if isinstance(one, Mapping | Unknown)]


def _of_json(written: Mapping[str, Value] | Unknown, attribute: str) -> Value:
    if isinstance(written, Unknown):
        return _unknown(attribute, written)
    return {
        "attribute": attribute,
        "sid": written.get("Sid") or "",
        "effect": written.get("Effect") or "",
        **{name: _named(name, written.get(json)) for name, (json, _) in _LISTS.items()},
        "principals": _principals(written.get("Principal")),
        "not_principals": _principals(written.get("NotPrincipal")),
        "conditions": _conditions(written.get("Condition")),
    }


def _of_blocks(blocks: Value) -> Iterator[Value]:
    if isinstance(blocks, Unknown):
        yield _unknown("statement", blocks)
        return
    for index, element in enumerate(blocks if _is_list(blocks) else ()):
        place = f"statement[{index}]"
        known = isinstance(element, UnknownBlock) and element.content  # there or not, this is what it says
        block = known or element
        if isinstance(block, Unknown):
            yield _unknown(place, block)
        elif isinstance(block, Mapping):
            effect = block.get("effect")
            yield {
                "attribute": place,
                "sid": block.get("sid") or "",
                "effect": "Allow" if effect is None else effect,
                **{name: _named(name, block.get(own)) for name, (_, own) in _LISTS.items()},
                "principals": _block_principals(block.get("principals")),
                "not_principals": _block_principals(block.get("not_principals")),
                "conditions": block.get("condition") or [],
            }


def _unknown(attribute: str, value: Unknown) -> Value:
    """The statement of which nothing is known."""
    names = ("sid", "effect", *_LISTS, "principals", "not_principals", "conditions")
    return {"attribute": attribute, **dict.fromkeys(names, value)}


def _listed(value: Value) -> Value:
    if value is None:
        return []
    is_one = isinstance(value, UnknownText) or (not isinstance(value, Unknown) and not _is_list(value))
    return [value] if is_one else value


def _named(name: str, value: Value) -> Value:
    """Actions or resources; what an expression calls an ARN is one, and not everything, wherever it comes from."""
    found = _listed(value)
    if name not in ("resources", "not_resources"):
        return found
    if isinstance(found, Unknown):
        return [_as_arn(found)] if _is_arn(found) else found
    return (
        [_as_arn(one) if isinstance(one, Unknown) and _is_arn(one) else one for one in found]
        if _is_list(found)
        else found
    )


def _is_arn(value: Unknown) -> bool:
    """Whether the expression speaks of ARNs; of a variable without a value it is for the caller to say what it is."""
    given = value.reason in (UnknownReason.VARIABLE_WITHOUT_VALUE, UnknownReason.SENSITIVE)
    whole = len(value.text) < _WHOLE and _EVERYTHING not in value.text
    return not given and whole and bool(_ARN.search(value.text))


def _as_arn(value: Unknown) -> Unknown:
    known = isinstance(value, UnknownText) and value.prefix
    return value if known else UnknownText(reason=value.reason, text=value.text, prefix="arn:")


def _principals(value: Value) -> Value:
    """``"*"`` is everybody, of every kind."""
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Mapping):
        return {str(kind): _listed(names) for kind, names in value.items()}
    return {} if value is None else {"*": _listed(value)}


def _block_principals(blocks: Value) -> Value:
    if isinstance(blocks, Unknown):
        return blocks
    found: dict[str, Value] = {}
    for block in blocks if _is_list(blocks) else ():
        if not isinstance(block, Mapping):
            return block if isinstance(block, Unknown) else found
        kind, names = block.get("type"), _listed(block.get("identifiers"))
        if isinstance(kind, Unknown):
            return kind
        before = found.get(str(kind))
        found[str(kind)] = [*before, *names] if _is_list(before) and _is_list(names) else names
    return found


def _conditions(value: Value) -> Value:
    if isinstance(value, Unknown):
        return value
    found: list[Value] = []
    for test, variables in value.items() if isinstance(value, Mapping) else ():
        if isinstance(variables, Mapping):
            found.extend(
                {"test": str(test), "variable": str(variable), "values": _listed(values)}
                for variable, values in variables.items()
            )
        elif isinstance(variables, Unknown):
            found.append({"test": str(test), "variable": variables, "values": variables})
    return found


def _unread(attributes: Mapping[str, Value], prefix: str) -> Iterator[tuple[str, Unknown]]:
    """Policies of which nothing is known, in the resource and in its nested blocks."""
    for name, value in attributes.items():
        path = prefix + name
        if isinstance(value, Unknown):
            if name in _POLICIES and not isinstance(value, EncodedUnknown):
                yield path, value
        elif _is_list(value):
            for index, block in enumerate(value):
                if isinstance(block, Mapping):
                    yield from _unread(block, f"{path}[{index}].")


def _is_list(value: Value) -> TypeGuard[Sequence[Value]]:
    return type(value) is list or (isinstance(value, Sequence) and not isinstance(value, str))
