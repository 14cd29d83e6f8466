"""What services of Azure let in by their own settings: firewall rules, network rules, access restrictions."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.reachability.attributes import Block, blocks, is_opaque, place, texts
from scanner.modelling.relations.reachability.azure_networks import SUBNETS
from scanner.modelling.relations.reachability.gathering import Path, Paths, weakest
from scanner.modelling.relations.reachability.ports import listening
from scanner.modelling.relations.reachability.ranges import is_world, ranges_of

_APPS = (
    "azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_linux_function_app", "azurerm_windows_function_app",
)  # fmt: skip
_HALF = 2**31


def find_azure_exposure(known: Known) -> Iterator[Tie]:
    """EXPOSES of what services let in from everywhere, CAN_REACH of what they let in from a subnet."""
    paths = Paths()
    for resource in known.index.of(ResourceKind.TERRAFORM):
        if resource.type.startswith("azurerm_") and resource.type.endswith("firewall_rule"):
            _firewall(known, paths, resource)
        elif resource.type.startswith("azurerm_") and resource.type.endswith("virtual_network_rule"):
            for store in _stores(known, resource):
                _from_subnets(known, paths, resource, "subnet_id", store)
    for resource in known.index.of(ResourceKind.TERRAFORM, *_APPS):
        _app(known, paths, resource)
    for resource in known.index.of(ResourceKind.TERRAFORM, "azurerm_storage_account"):
        _storage(known, paths, resource)
    yield from paths.ties()


def _stores(known: Known, resource: Resource) -> Iterator[Component]:
    for _, target in known.index.named(resource):
        component = known.of_resource(target)
        closed = target.attributes.get("public_network_access_enabled") is False
        if component is not None and component.kind is ComponentKind.STORE and not closed:
            yield component


def _firewall(known: Known, paths: Paths, rule: Resource) -> None:
    name = without_keys(rule.address)
    written = [rule.attributes.get(f"{one}_ip_address", rule.attributes.get(f"{one}_ip")) for one in ("start", "end")]
    for store in _stores(known, rule):
        if any(isinstance(one, Unknown) for one in written):
            paths.lose(store.id, f"whom {name} lets in", "its addresses are not known", rule.location)
            continue
        first, last = (_address(one) for one in written)
        if first is None or last is None:
            continue
        if first == last == 0:
            said, sure = "every service that runs in Azure, also of other customers", Confidence.MEDIUM
        elif last - first >= _HALF - 2:
            said, sure = f"{written[0]} to {written[1]}", Confidence.HIGH
        else:
            continue
        _expose(paths, store, rule, rule.location, f"{name} lets in {said}", sure)


def _expose(
    paths: Paths, component: Component, resource: Resource, location: Location, fact: str, sure: Confidence
) -> None:
    store = component.kind is ComponentKind.STORE
    paths.add(
        Path(
            source=component.id,
            target=component.id,
            location=location,
            fact=fact,
            ports=listening(resource, component.engine or _engine(component)) if store else None,
            confidence=sure,
            breaks="Let in only the networks that need it, or use a private endpoint and close public access.",
            kind=RelationKind.EXPOSES,
        )
    )


def _engine(component: Component) -> str:
    return next(
        (one for one in ("postgresql", "mysql", "mssql", "redis", "mariadb") if one in component.technology), ""
    )


def _address(value: Value) -> int | None:
    try:
        return int(IPv4Address(value)) if isinstance(value, str) else None
    except ValueError:
        return None


def _from_subnets(known: Known, paths: Paths, resource: Resource, attribute: str, target: Component) -> None:
    """What lies in a subnet that a rule names may come in."""
    for reference, subnet in known.index.named(resource, attribute):
        if subnet.type not in SUBNETS:
            continue
        for _, client in known.index.naming(subnet):
            source = known.of_resource(client)
            if source is not None and source.kind is ComponentKind.COMPUTE:
                name = without_keys(resource.address)
                paths.add(
                    Path(
                        source=source.id,
                        target=target.id,
                        location=place(resource, reference.attribute),
                        fact=f"{name} lets in {without_keys(subnet.address)}, in which {source.title} lies",
                        breaks=f"Let {name} admit only the subnet of the service that owns {target.title}.",
                    )
                )


def _app(known: Known, paths: Paths, app: Resource) -> None:
    component = known.of_resource(app)
    public = app.attributes.get("public_network_access_enabled")
    if component is None or public is False:
        return
    for site in blocks(app.attributes, "site_config"):
        restrictions = list(blocks(site.values, "ip_restriction", site.path))
        default = site.values.get("ip_restriction_default_action")
        for one in restrictions:
            _from_subnets(known, paths, app, f"{one.path}.virtual_network_subnet_id", component)
        opened = next((one for one in restrictions if _is_open(one)), None)
        if opened is not None or default == "Allow" or (not restrictions and default is None):
            if is_opaque(site.values, "ip_restriction"):
                continue
            sure = Confidence.HIGH if opened is None or opened.certain else Confidence.LOW
            private = any(True for _ in known.index.naming(app, "azurerm_private_endpoint"))
            if isinstance(public, Unknown) or (
                public is None and private
            ):  # an endpoint may have closed the public way
                sure = weakest(sure, Confidence.MEDIUM)
            at = place(app, opened.path if opened else site.path)
            _expose(paths, component, app, at, f"no access restriction keeps the internet from {component.title}", sure)
        elif restrictions and default is None:
            reason = "the action for addresses that no access restriction names is not written"
            paths.lose(component.id, "addresses that no restriction names", reason, place(app, restrictions[0].path))


def _is_open(restriction: Block) -> bool:
    if restriction.values.get("action", "Allow") != "Allow":
        return False
    return any(map(is_world, ranges_of(texts(restriction.values.get("ip_address")).known)))


def _storage(known: Known, paths: Paths, account: Resource) -> None:
    component = known.of_resource(account)
    public = account.attributes.get("public_network_access_enabled")
    if component is None or public is False:
        return
    own = [(account, block) for block in blocks(account.attributes, "network_rules")]
    apart = [rule for _, rule in known.index.naming(account, "azurerm_storage_account_network_rules")]
    written = [*own, *((rule, Block("", rule.attributes, certain=not rule.doubt)) for rule in apart)]
    for resource, block in written:
        attribute = f"{block.path}.virtual_network_subnet_ids" if block.path else "virtual_network_subnet_ids"
        _from_subnets(known, paths, resource, attribute, component)
        if block.values.get("default_action") == "Allow":
            at = place(resource, f"{block.path}.default_action" if block.path else "default_action")
            _expose(paths, component, account, at, "its network rules let in who is not named", Confidence.HIGH)
    if not written and not is_opaque(account.attributes, "network_rules"):
        fact = f"no network rule keeps the internet from {component.title}"
        sure = Confidence.MEDIUM if public is None or isinstance(public, Unknown) else Confidence.HIGH
        _expose(paths, component, account, account.location, fact, sure)
