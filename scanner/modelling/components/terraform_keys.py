"""Names by which other artefacts speak of what Terraform makes: images, hosts, secrets, addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scanner.domain.architecture import ComponentKind, Confidence
from scanner.domain.resource import Resource, ResourceKind, UnknownBlock, Value
from scanner.modelling.components.terraform_types import MEMBERS, PARTS
from scanner.modelling.drafts import JoinKey
from scanner.modelling.index import Index

_RECORDS = (
    "aws_route53_record", "azurerm_dns_a_record", "azurerm_dns_cname_record", "azurerm_private_dns_a_record",
    "azurerm_private_dns_cname_record", "google_dns_record_set", "azurerm_app_service_custom_hostname_binding",
    "azurerm_container_app_custom_domain", "azurerm_static_web_app_custom_domain", "google_cloud_run_domain_mapping",
    "cloudflare_record", "cloudflare_dns_record",
)  # fmt: skip
_RECORD_NAMES = ("fqdn", "name", "hostname", "domain_name")
_OWN_HOSTS = ("domain_name", "aliases", "custom_domain", "host_name")
_NAMES = (
    "name", "function_name", "bucket", "table_name", "identifier", "cluster_identifier", "account_id", "secret_id",
    "replication_group_id", "domain_name", "collection_name", "dataset_id", "repository_id", "stream_name",
)  # fmt: skip
_IMAGE_NAMES = ("image", "image_uri", "image_identifier", "docker_image_name", "docker_image", "linux_fx_version")
_REPOSITORIES = ("aws_ecr_repository", "aws_ecrpublic_repository")
_MAX_DEPTH = 8


def known_name(resource: Resource) -> str:
    """The name under which the provider knows a resource, where it is known; else nothing."""
    for name in _NAMES:
        value = resource.attributes.get(name)
        if value is not None:
            return value if isinstance(value, str) else ""
    return ""


def image_repository(image: str) -> str:
    """An image's name without registry, tag and digest: ``team/app`` for ``registry.example/team/app:1``."""
    name = image.removeprefix("DOCKER|").removeprefix("https://").partition("@")[0]
    first, slash, rest = name.partition("/")
    if slash and ("." in first or ":" in first or first == "localhost"):
        name = rest
    head, slash, last = name.rpartition("/")
    return f"{head}{slash}{last.partition(':')[0]}".lower()


class Hosts:
    """Under which host names records make resources known.

    Args:
        index: What was parsed.
    """

    def __init__(self, index: Index) -> None:
        self._found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for record in index.of(ResourceKind.TERRAFORM, *_RECORDS):
            host = next((value for name in _RECORD_NAMES if isinstance(value := record.attributes.get(name), str)), "")
            if "." in host.strip("."):
                for _, target in index.named(record):
                    self._found[index.names.of(target)][host.strip(".").lower()] = None

    def of(self, name: str) -> Iterator[str]:
        """The hosts of a component of this name."""
        yield from self._found.get(name, ())


def keys_of(resource: Resource, kind: ComponentKind, index: Index, hosts: Hosts) -> Iterator[JoinKey]:
    """The names by which others speak of a resource.

    Args:
        resource: Of a type that makes a component.
        kind: What it is.
        index: Where what it names is found.
        hosts: Of records.
    """
    name = index.names.of(resource)
    yield JoinKey("lookup:address", resource.address, Confidence.HIGH)
    yield from (JoinKey("lookup:host", host) for host in (*hosts.of(name), *_own_hosts(resource, kind)))
    yield from _parts(resource, index)
    known = known_name(resource)
    if kind is ComponentKind.COMPUTE:
        yield from (JoinKey("image", image) for image in dict.fromkeys(_images(resource, index)) if image)
    elif kind is ComponentKind.SECRET and known:
        yield JoinKey("secret-name", known)
    elif kind is ComponentKind.IMAGE and known:
        yield JoinKey("lookup:image-repository", known.lower())
    elif kind is ComponentKind.IDENTITY and known:
        yield JoinKey("lookup:identity", known)
    elif kind is ComponentKind.STORE and known:
        yield JoinKey("lookup:store", known)


def _own_hosts(resource: Resource, kind: ComponentKind) -> Iterator[str]:
    if kind is not ComponentKind.EDGE:
        return
    for name in _OWN_HOSTS:
        value = resource.attributes.get(name)
        for host in value if isinstance(value, list | tuple) else (value,):
            if isinstance(host, str) and "." in host:
                yield host.lower()


def _parts(resource: Resource, index: Index) -> Iterator[JoinKey]:
    """What holds together the parts of one thing, if each part has one whole only."""
    whole = PARTS.get(resource.type)
    if whole and _sole(index, resource, whole):
        yield JoinKey("within:part", index.names.of(resource), Confidence.HIGH)
    for _, part in index.named(resource):
        if PARTS.get(part.type) == resource.type and _sole(index, part, resource.type):
            yield JoinKey("within:part", index.names.of(part), Confidence.HIGH)
        if MEMBERS.get(resource.type) == part.type:
            yield JoinKey("within:member", index.names.of(part), Confidence.HIGH)
    if resource.type in MEMBERS.values():
        yield JoinKey("within:member", index.names.of(resource), Confidence.HIGH)


def _sole(index: Index, part: Resource, whole: str) -> bool:
    return len({index.names.of(one) for _, one in index.naming(part, whole)}) == 1


def _images(resource: Resource, index: Index) -> Iterator[str]:
    """Names of the container images that a resource runs, known or those of the repositories that it names."""
    yield from map(image_repository, _written(resource.attributes, 0))
    yield from map(image_repository, _written(list(resource.documents.values()), 0))
    for reference, target in index.named(resource):
        word = reference.attribute.rpartition(".")[2].partition("[")[0]
        if target.type in _REPOSITORIES and (word in _IMAGE_NAMES or word == "container_definitions"):
            yield known_name(target).lower()


def _written(value: Value, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, UnknownBlock):
        yield from _written(value.content, depth + 1)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name in _IMAGE_NAMES and isinstance(inner, str):
                yield inner
            elif name not in ("environment", "variables", "tags", "metadata"):
                yield from _written(inner, depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _written(inner, depth + 1)
