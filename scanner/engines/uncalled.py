"""Which Terraform modules nobody calls, in a repository that deploys others."""

from __future__ import annotations

from collections.abc import Iterable

from scanner.domain.artifact import Role
from scanner.domain.resource import Resource, ResourceKind

_MODULES = frozenset({"modules", "module"})
_STATE = ("backend", "cloud")


def uncalled_modules(resources: Iterable[Resource]) -> frozenset[str]:
    """The environments that are no roots: modules that nothing calls, beside roots that keep their state somewhere.

    Where no root keeps its state, as in a library of modules or an estate of Terragrunt, others call the modules.

    Args:
        resources: All that was found.
    """
    folders: dict[str, str] = {}
    roots: set[str] = set()
    keeps_state = False
    for resource in resources:
        if resource.kind is not ResourceKind.TERRAFORM or resource.role is not Role.PRODUCT or resource.module_path:
            continue
        folders.setdefault(resource.environment, resource.location.path.rpartition("/")[0])
        if resource.type == "terraform" and any(resource.attributes.get(name) for name in _STATE):
            keeps_state = True
            roots.add(resource.environment)
        elif resource.type.startswith("provider."):
            roots.add(resource.environment)
    if not keeps_state:
        return frozenset()
    return frozenset(
        name for name, folder in folders.items() if name not in roots and _MODULES.intersection(folder.split("/"))
    )
