"""Terraform's addresses: the modules that lead to a block, the block, and the keys of instances."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.domain.resource import Resource, ResourceKind

ORIGIN_LABEL = "archscan/terraform-address"
"""Label that names the Terraform instance from which a Kubernetes object came."""


def without_keys(address: str) -> str:
    """An address without instance keys: ``module.a["x"].aws_s3_bucket.b[0]`` is ``module.a.aws_s3_bucket.b``."""
    kept, at = [], 0
    while (begin := address.find("[", at)) >= 0:
        kept.append(address[at:begin])
        at = _end_of_key(address, begin)
        if at == begin:
            kept.append("[")
            at += 1
    kept.append(address[at:])
    return "".join(kept)


def own_key(address: str) -> str:
    """The key of the instance itself, with its brackets: ``["ssh"]``, ``[0]``, or nothing."""
    if not address.endswith("]"):
        return ""
    at = 0
    while (at := address.find("[", at)) >= 0:
        end = _end_of_key(address, at)
        if end == len(address):
            return address[at:]
        at = max(end, at + 1)
    return ""


def below(modules: Sequence[str], declaration: str) -> str:
    """The address, without keys, of a block to which module calls lead.

    Args:
        modules: Names of the calls, outermost first.
        declaration: The block's own name.
    """
    return ".".join((*(f"module.{name}" for name in modules), declaration))


def terraform_address(resource: Resource) -> str:
    """The full address of the Terraform instance that a resource is, or from which it came."""
    if resource.kind is ResourceKind.KUBERNETES:
        return resource.labels.get(ORIGIN_LABEL, "")
    return resource.address


def module_address(resource: Resource) -> str:
    """The address, with keys, of the module instance in which a resource lies; empty for the root module."""
    address = terraform_address(resource)
    own = resource.declaration + own_key(address)
    return address.removesuffix(own).removesuffix(".") if resource.module_path else ""


def scope_of(environment: str, path: str) -> tuple[str, str]:
    """Within what a Terraform address is unique: an environment, or the folder of what has none.

    Args:
        environment: Of the resource or reference.
        path: The file in which it stands.
    """
    return (environment, "") if environment else ("", path.rpartition("/")[0])


def _end_of_key(address: str, start: int) -> int:
    """Behind the bracket that closes the key which begins here; ``start`` itself where none begins."""
    if address[start] != "[":
        return start
    quoted = address[start + 1 : start + 2] == '"'
    at = start + 2 if quoted else start + 1
    while at < len(address):
        if quoted and address[at] == "\\":
            at += 2
        elif quoted and address[at : at + 2] == '"]':
            return at + 2
        elif not quoted and address[at] == "]":
            return at + 1
        else:
            at += 1
    return start
