"""What Azure's identities may read and write: by role assignments and by access policies of key vaults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.resource import Resource, ResourceKind, Unknown
from scanner.modelling.known import Known, Tie

_READS, _WRITES = (RelationKind.READS,), (RelationKind.WRITES,)
_BOTH = (RelationKind.READS, RelationKind.WRITES)
_WORDS = (
    ("data reader", _READS), ("data receiver", _READS), ("data contributor", _BOTH), ("data owner", _BOTH),
    ("data sender", _WRITES), ("data writer", _WRITES), ("data privileged contributor", _BOTH),
    ("key vault secrets user", _READS), ("key vault secrets officer", _BOTH), ("key vault administrator", _BOTH),
    ("account reader role", _READS), ("storage account contributor", _BOTH), ("documentdb account contributor", _BOTH),
    ("data smb share reader", _READS), ("data smb share contributor", _BOTH), ("redis cache contributor", _BOTH),
    ("data message processor", _READS), ("data message sender", _WRITES),
)  # fmt: skip
"""Words of the names of Azure's roles that give access to data or to the keys that open it."""
_KEYS = frozenset({"contributor", "owner"})
"""Roles that may fetch the keys of what they are given for."""
_KEPT = (ComponentKind.STORE, ComponentKind.QUEUE, ComponentKind.SECRET, ComponentKind.CONFIGURATION)
_COSMOS = {"000000000001": _READS, "000000000002": _BOTH}


def find_azure_grants(known: Known) -> Iterator[Tie]:
    """Relations from identities, and from what has one of its own, to what Azure lets them read and write."""
    index = known.index
    for holder in index.of(ResourceKind.TERRAFORM, "azurerm_role_assignment"):
        yield from _assigned(known, holder)
    for holder in index.of(ResourceKind.TERRAFORM, "azurerm_cosmosdb_sql_role_assignment"):
        written = holder.attributes.get("role_definition_id")
        kinds = _COSMOS.get(str(written)[-12:], ()) if isinstance(written, str) else ()
        targets = [*_named(known, holder, "scope"), *_named(known, holder, "account_name")]
        yield from _granted(holder, _named(known, holder, "principal_id"), targets, kinds, "a role of Cosmos DB")
    for holder in index.of(ResourceKind.TERRAFORM, "azurerm_key_vault_access_policy"):
        vaults = _named(known, holder, "key_vault_id")
        kinds = _permitted(holder.attributes.get("secret_permissions"))
        owners = _named(known, holder, "object_id")
        yield from _granted(holder, owners, _with_secrets(known, holder, vaults), kinds, "secret permissions")
    for vault in index.of(ResourceKind.TERRAFORM, "azurerm_key_vault"):
        yield from _inline(known, vault)


def _assigned(known: Known, holder: Resource) -> Iterator[Tie]:
    role = holder.attributes.get("role_definition_name")
    owners = _named(known, holder, "principal_id")
    if not owners or role is None:
        return
    targets = [one for one in _named(known, holder, "scope") if one.kind in _KEPT]
    if isinstance(role, Unknown) or not isinstance(role, str):
        for owner, target in ((owner, target) for owner in owners for target in targets):
            yield _loose(holder, owner, target.title, "which role is assigned is not known")
        return
    kinds = next((kinds for word, kinds in _WORDS if word in role.lower()), ())
    if role.lower() in _KEYS:
        keyed = [one for one in targets if one.kind is not ComponentKind.SECRET]
        yield from _granted(holder, owners, keyed, _BOTH, f"{role}, who may fetch its keys", Confidence.MEDIUM)
    elif kinds and targets:
        whole = [*targets, *_secrets_of(known, holder, "scope")]
        sure = Confidence.MEDIUM if "account" in role.lower() else Confidence.HIGH  # opens by fetching keys
        yield from _granted(holder, owners, whole, kinds, f"the role {role}", sure)
    elif kinds:
        for owner in owners:
            written = holder.attributes.get("scope")
            scope = written if isinstance(written, str) else getattr(written, "text", "")
            for kind in kinds:
                yield _loose(holder, owner, f"{role} on {scope}", "its scope names no store of this system", kind)


def _loose(
    holder: Resource, owner: Component, wanted: str, reason: str, kind: RelationKind = RelationKind.READS
) -> LooseEnd:
    return LooseEnd(source=owner.id, kind=kind, wanted=wanted, reason=reason, location=holder.location)


def _inline(known: Known, vault: Resource) -> Iterator[Tie]:
    """The policies that stand in the vault itself."""
    target = known.of_resource(vault)
    blocks = vault.attributes.get("access_policy")
    for number, block in enumerate(blocks if isinstance(blocks, list | tuple) else ()):
        if target is None or not isinstance(block, Mapping):
            continue
        owners = _named(known, vault, f"access_policy[{number}].object_id")
        kinds = _permitted(block.get("secret_permissions"))
        inside = [one for _, entry in known.index.naming(vault, "azurerm_key_vault_secret")
                  if (one := known.of_resource(entry))]  # fmt: skip
        yield from _granted(vault, owners, [target, *inside], kinds, "secret permissions")


def _permitted(written: object) -> tuple[RelationKind, ...]:
    words = {str(one).lower() for one in written} if isinstance(written, list | tuple) else set()
    reads = _READS if words & {"get", "all", "backup"} else ()
    return (*reads, *(_WRITES if words & {"set", "all", "restore"} else ()))


def _with_secrets(known: Known, holder: Resource, vaults: list[Component]) -> list[Component]:
    return [*vaults, *_secrets_of(known, holder, "key_vault_id")]


def _secrets_of(known: Known, holder: Resource, attribute: str) -> list[Component]:
    """The entries of the vaults that an attribute names."""
    found = {}
    for _, vault in known.index.named(holder, attribute):
        if vault.type == "azurerm_key_vault":
            for _, entry in known.index.naming(vault, "azurerm_key_vault_secret"):
                component = known.of_resource(entry)
                if component is not None:
                    found[component.id] = component
    return list(found.values())


def _named(known: Known, holder: Resource, attribute: str) -> list[Component]:
    found = {}
    for _, target in known.index.named(holder, attribute):
        component = known.of_resource(target)
        if component is not None:
            found[component.id] = component
    return list(found.values())


def _granted(
    holder: Resource, owners: Iterable[Component], targets: Iterable[Component], kinds: Iterable[RelationKind],
    what: str, sure: Confidence = Confidence.HIGH,
) -> Iterator[Tie]:  # fmt: skip
    reached, kinds = list(targets), tuple(kinds)
    for owner in owners:
        for target in reached:
            for kind in kinds if owner.id != target.id else ():
                yield Relation(
                    source=owner.id,
                    target=target.id,
                    kind=kind,
                    location=holder.location,
                    derived_from=f"{without_keys(holder.address)} gives {owner.title} {what} on {target.title}",
                    confidence=sure,
                    breaks=f"Take what it gives away from {owner.title!r}.",
                )
