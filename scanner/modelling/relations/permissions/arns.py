"""ARNs as policies write them: which thing of a service they name, where regions and accounts may be unknown."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from scanner import lazy_re
from scanner.domain.resource import Unknown, Value

_WHOLE_TEXT = 200
_UNKNOWN_PART = "\0"
_HOLE = lazy_re.compile(r"\$\{[^{}]*\}")


def may_be(value: Unknown, service: str) -> bool:
    """Whether an ARN of which not all is known may be of a service."""
    parts = value.text.strip('"').split(":")
    if parts[0] != "arn" or len(parts) < 3 or "$" in parts[2]:
        return True
    return fnmatchcase({"rds-data": "rds"}.get(service, service), parts[2])


def written_arn(value: Value) -> str:
    """An ARN of which only the region, the account or a part of the name is not known, with wildcards for those."""
    text = value.text.strip('"') if isinstance(value, Unknown) and len(value.text) < _WHOLE_TEXT else ""
    filled = _HOLE.sub(_UNKNOWN_PART, text)
    if not text.startswith("arn:") or "${" in filled:
        return ""
    head = filled.split(":", 5)
    name = head[5] if len(head) > 5 else ""
    told = re.sub(r"[\0*?/:-]|parameter|table|secret|cluster|index|stream", "", name)
    if _UNKNOWN_PART in name and not told:
        return ""
    return filled.replace(_UNKNOWN_PART, "*")


def named_by(name: str, service: str) -> str | None:
    """The part of an ARN that names the thing; nothing where the ARN is of another service."""
    if name == "*":
        return "*"
    parts = name.split(":", 5)
    if len(parts) < 6 or parts[0] != "arn":
        return None
    wanted = {"rds-data": "rds"}.get(service, service)
    if not fnmatchcase(wanted, parts[2]):
        return None
    rest = parts[5]
    if service == "s3":
        return rest.partition("/")[0]
    if service in ("sqs", "sns"):
        return rest
    if service == "ssm":
        return "*" if rest in ("*", "parameter/*") else rest.removeprefix("parameter")
    kind, _, thing = rest.replace(":", "/", 1).partition("/")
    return "*" if kind == "*" else thing.partition("/")[0] if service != "secretsmanager" else thing


def plain_name(name: str, service: str) -> str:
    """A name without what Amazon or the way of writing adds to it."""
    if service == "ssm":
        return name.strip("/")
    if service == "secretsmanager":  # Amazon adds a hyphen and six characters to the name
        return name.removesuffix("-??????").removesuffix("-*").removesuffix("*")
    return name


def is_pattern(name: str, service: str) -> bool:
    """Whether a name has wildcards that stand for a part of it."""
    return any(sign in plain_name(name, service) for sign in "*?")


def is_like(known: str, pattern: str, service: str) -> bool:
    """Whether a known name is one that a pattern may mean."""
    return fnmatchcase(plain_name(known, service), plain_name(pattern, service))
