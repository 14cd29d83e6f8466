"""What lets requests into a Kubernetes cluster, and from where."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address

from scanner.domain.architecture import ComponentKind, Confidence, Exposure, LayerId
from scanner.domain.resource import Resource, Unknown, Value
from scanner.modelling.components.titles import title_of
from scanner.modelling.drafts import Draft, LayerGuess
from scanner.modelling.index import Index

EDGE_KINDS: Mapping[str, tuple[str, ...]] = {
    "Ingress": ("networking.k8s.io", "extensions"),
    "Gateway": ("gateway.networking.k8s.io", "networking.istio.io"),
    "HTTPRoute": ("gateway.networking.k8s.io",),
    "GRPCRoute": ("gateway.networking.k8s.io",),
    "TLSRoute": ("gateway.networking.k8s.io",),
    "TCPRoute": ("gateway.networking.k8s.io",),
    "VirtualService": ("networking.istio.io",),
    "IngressRoute": ("traefik.io", "traefik.containo.us"),
    "IngressRouteTCP": ("traefik.io", "traefik.containo.us"),
    "Route": ("route.openshift.io", ""),
    "HTTPProxy": ("projectcontour.io",),
}
"""Kinds that pass requests on, with their API groups."""

_INTERNAL: Mapping[str, tuple[str, ...]] = {
    "service.beta.kubernetes.io/aws-load-balancer-scheme": ("internal",),
    "service.beta.kubernetes.io/aws-load-balancer-internal": ("true", "0.0.0.0/0"),
    "alb.ingress.kubernetes.io/scheme": ("internal",),
    "service.beta.kubernetes.io/azure-load-balancer-internal": ("true",),
    "appgw.ingress.kubernetes.io/use-private-ip": ("true",),
    "networking.gke.io/load-balancer-type": ("internal",),
    "cloud.google.com/load-balancer-type": ("internal",),
    "kubernetes.io/ingress.class": ("gce-internal",),
}
_PUBLIC: Mapping[str, tuple[str, ...]] = {
    "service.beta.kubernetes.io/aws-load-balancer-scheme": ("internet-facing",),
    "alb.ingress.kubernetes.io/scheme": ("internet-facing",),
    "kubernetes.io/ingress.class": ("gce",),
}
_ADDRESSES = (
    "io.cilium/lb-ipam-ips",
    "lbipam.cilium.io/ips",
    "metallb.universe.tf/loadBalancerIPs",
    "metallb.io/loadBalancerIPs",
)


def is_edge(resource: Resource) -> bool:
    """Whether an object lets requests in, or routes them there."""
    groups = EDGE_KINDS.get(resource.type)
    if groups is None:
        return False
    version = resource.attributes.get("apiVersion")
    if isinstance(version, Unknown):
        return True
    return isinstance(version, str) and version.rpartition("/")[0] in groups


def annotations_of(resource: Resource) -> Mapping[str, Value]:
    """The annotations of an object; empty where there are none or they are not known."""
    metadata = resource.attributes.get("metadata")
    written = metadata.get("annotations") if isinstance(metadata, Mapping) else None
    return written if isinstance(written, Mapping) else {}


def draft_edge(resource: Resource, index: Index) -> Draft | None:
    """The draft of an Ingress, a gateway or a route; None for any other object."""
    if not is_edge(resource):
        return None
    return Draft(
        id=index.names.of(resource),
        title=title_of(resource),
        kind=ComponentKind.EDGE,
        family="kubernetes",
        address=resource.address,
        location=resource.location,
        layer=LayerGuess(LayerId.HOSTING, f"{resource.type} lets requests in", Confidence.HIGH),
        exposure=exposure_of(resource),
        technology=resource.type,
        group=resource.namespace or "",
        labels=resource.labels,
    )


def exposure_of(resource: Resource) -> Exposure:
    """From where an edge, or a Service that opens ports outside the cluster, can be reached by its own declaration.

    A class whose controller is not declared here may be inside or outside: that is unknown, not public.
    """
    marked = _marked(annotations_of(resource))
    if marked is not Exposure.UNKNOWN:
        return marked
    if any(isinstance(annotations_of(resource).get(name), Unknown) for name in _INTERNAL):
        return Exposure.UNKNOWN
    written = resource.attributes.get("spec")
    spec = written if isinstance(written, Mapping) else {}
    if any(_is_private(one.get("value")) for one in _maps(spec.get("addresses"))):
        return Exposure.INTERNAL
    if resource.type == "Service":
        return _of_service(spec)
    names = " ".join(str(spec.get(part, "")) for part in ("ingressClassName", "gatewayClassName")).lower()
    if any(word in names for word in ("internal", "private")):
        return Exposure.INTERNAL
    if any(word in names for word in ("external", "public", "internet")):
        return Exposure.INTERNET
    return Exposure.UNKNOWN


def _of_service(spec: Mapping[str, Value]) -> Exposure:
    kind = spec.get("type", "ClusterIP")
    if _is_private(spec.get("loadBalancerIP")):
        return Exposure.INTERNAL
    if kind == "LoadBalancer" and not isinstance(spec.get("loadBalancerClass"), Unknown):
        ranges = spec.get("loadBalancerSourceRanges")
        if ranges:
            return Exposure.UNKNOWN
        return Exposure.INTERNET
    if kind == "ClusterIP" or kind is None:
        return Exposure.INTERNAL
    return Exposure.UNKNOWN


def _is_private(value: Value) -> bool:
    """Whether a text names addresses, all of which are of private networks."""
    parts = [part.strip() for part in value.split(",")] if isinstance(value, str) else []
    try:
        return bool(parts) and all(ip_address(part.partition("/")[0]).is_private for part in parts)
    except ValueError:
        return False


def _marked(written: Mapping[str, Value]) -> Exposure:
    if any(_is_private(written.get(name)) for name in _ADDRESSES):
        return Exposure.INTERNAL
    for known, exposure in ((_INTERNAL, Exposure.INTERNAL), (_PUBLIC, Exposure.INTERNET)):
        for name, values in known.items():
            if str(written.get(name, "")).lower() in values:
                return exposure
    return Exposure.UNKNOWN


def _maps(value: Value) -> list[Mapping[str, Value]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list | tuple) else []
