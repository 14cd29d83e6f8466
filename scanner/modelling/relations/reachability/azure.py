"""What virtual networks of Azure let through towards stores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import ComponentKind, Confidence, Proof
from scanner.domain.resource import Resource
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.reachability.aws_networks import Key
from scanner.modelling.relations.reachability.azure_networks import AzureNetworks, Placed
from scanner.modelling.relations.reachability.gathering import Path, Paths, weakest
from scanner.modelling.relations.reachability.ports import Ports, listening

_SOURCES = frozenset(
    {ComponentKind.COMPUTE, ComponentKind.WORKLOAD, ComponentKind.EDGE, ComponentKind.JOB, ComponentKind.CLUSTER,
     ComponentKind.SOURCE, ComponentKind.INTERFACE}
)  # fmt: skip
_FILTERED = frozenset({"Enabled", "NetworkSecurityGroupEnabled"})


def find_azure_reach(known: Known) -> Iterator[Tie]:
    """CAN_REACH from what lies in a virtual network to the stores in it, and in those joined with it."""
    networks = AzureNetworks(known)
    paths = Paths()
    by_vnet: dict[Key, list[Key]] = defaultdict(list)
    for key, subnet in networks.subnets.items():
        for vnet in networks.vnets(subnet):
            by_vnet[vnet].append(key)
    for vnet, keys in by_vnet.items():
        for key in keys:
            stores = [one for one in networks.placed.get(key, ()) if one.component.kind is ComponentKind.STORE]
            near: list[tuple[Key, Proof | None]] = [(one, None) for one in keys]
            for other, proof in networks.peered.get(vnet, {}).items():
                near.extend((one, proof) for one in by_vnet.get(other, ()))
            for source, bridge in near if stores else ():
                _between(known, networks, paths, source, stores, bridge)
    yield from paths.ties()


def _between(
    known: Known, networks: AzureNetworks, paths: Paths, source: Key, stores: list[Placed], bridge: Proof | None
) -> None:
    """What of one subnet reaches the stores of another."""
    clients = [one for one in networks.placed.get(source, ()) if one.component.kind in _SOURCES and not one.endpoint]
    if not clients:
        return
    near, far = networks.subnets[source], stores[0].subnet
    leaves = networks.passes(near, near, far, inbound=False)
    comes = networks.passes(far, near, far, inbound=True)
    for store in stores:
        filtered, sure = _is_filtered(store, comes.doubt)
        let = leaves.ports.both(comes.ports) if filtered else leaves.ports
        ports = let.both(_ports(known, store))
        if not ports.spans:
            continue
        doubt = Confidence.MEDIUM if leaves.doubt or bridge else Confidence.HIGH
        proof = (*leaves.proof, *(comes.proof if filtered else ()), *((bridge,) if bridge else ()))
        for client in clients:
            paths.add(_path(client, store, ports, weakest(sure, doubt, _sure(ports)), proof))


def _sure(ports: Ports) -> Confidence:
    return Confidence.HIGH if ports.known else Confidence.LOW


def _is_filtered(store: Placed, doubt: bool) -> tuple[bool, Confidence]:
    """Whether groups on the subnet apply: to private endpoints only where that is switched on."""
    if store.endpoint:
        policy = store.subnet.attributes.get("private_endpoint_network_policies")
        switched = store.subnet.attributes.get("private_endpoint_network_policies_enabled")
        if policy not in _FILTERED and switched is not True:
            return False, Confidence.HIGH if isinstance(policy, str) or switched is False else Confidence.MEDIUM
    return True, Confidence.MEDIUM if doubt else Confidence.HIGH


def _ports(known: Known, store: Placed) -> Ports:
    resource = _resource_of(known, store)
    return listening(resource, store.component.engine) if resource is not None else listening(store.subnet)


def _resource_of(known: Known, store: Placed) -> Resource | None:
    for address in store.component.resources:
        found = known.index.at(store.subnet, address)
        if found is not None:
            return found
    return None


def _path(client: Placed, store: Placed, ports: Ports, sure: Confidence, proof: tuple[Proof, ...]) -> Path:
    near, far = without_keys(client.subnet.address), without_keys(store.subnet.address)
    what = "its private endpoint" if store.endpoint else store.component.title
    where = "the same subnet" if near == far else f"{near}, from which {far} is reached"
    return Path(
        source=client.component.id,
        target=store.component.id,
        location=store.location,
        fact=f"{what} lies in {far}, and {client.component.title} in {where}",
        ports=ports,
        confidence=sure,
        proof=(Proof(location=client.location, fact=f"{client.component.title} lies in {near}"), *proof),
        breaks=f"Deny in the network security group of {far} what does not come from the service that owns "
        f"{store.component.title}.",
    )
