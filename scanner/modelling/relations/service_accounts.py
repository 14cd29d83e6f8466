"""As whom workloads act: their service accounts, and the identities of the cloud behind these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.addresses import terraform_address
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.domain.workload import pod_path, pod_spec
from scanner.modelling.components.kubernetes_edges import annotations_of
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.cluster import Cluster, weakest
from scanner.modelling.relations.pods import place

_CLOUD = (
    "eks.amazonaws.com/role-arn",
    "azure.workload.identity/client-id",
    "iam.gke.io/gcp-service-account",
)


def find_service_accounts(known: Known) -> Iterator[Tie]:
    """Workloads run as service accounts; service accounts run as roles and identities of the cloud."""
    cluster = known.once(Cluster)
    for workload in cluster.workloads:
        component = known.of_resource(workload)
        if component is not None:
            yield from _of_workload(known, cluster, workload, component)
    for account in known.index.of(ResourceKind.KUBERNETES, "ServiceAccount"):
        component = known.of_resource(account)
        if component is not None:
            for annotation in _CLOUD:
                value = annotations_of(account).get(annotation)
                if value is not None:
                    yield from _of_account(known, account, component, annotation, value)


def _of_workload(known: Known, cluster: Cluster, workload: Resource, component: Component) -> Iterator[Tie]:
    pod = pod_spec(workload) or {}
    name = pod.get("serviceAccountName", pod.get("serviceAccount"))
    written = name.text if isinstance(name, Unknown) else name
    if not isinstance(written, str) or not written or written == "default":
        return
    location = place(workload, f"{pod_path(workload)}.serviceAccountName", f"{pod_path(workload)}.serviceAccount")
    account = cluster.find("ServiceAccount", workload, written)
    target = known.of_resource(account) if account is not None else None
    if account is None or target is None:
        space = f"{workload.namespace}/" if workload.namespace else ""
        yield LooseEnd(
            source=component.id,
            kind=RelationKind.RUNS_AS,
            wanted=f"ServiceAccount {space}{written}",
            reason="its name is not known" if isinstance(name, Unknown) else "nothing that was read makes it",
            location=location,
        )
        return
    yield Relation(
        source=component.id,
        target=target.id,
        kind=RelationKind.RUNS_AS,
        location=location,
        derived_from=f"its pods run as {written}",
        confidence=weakest(
            Confidence.MEDIUM if isinstance(name, Unknown) else Confidence.HIGH, cluster.sure_of(workload, account)
        ),
        proof=(Proof(location=account.location, fact=f"{account.address} is the account of that name"),),
        breaks="Let the pods run as an account of their own.",
    )


def _of_account(known: Known, account: Resource, source: Component, annotation: str, value: Value) -> Iterator[Tie]:
    escaped = place(account, f"metadata.annotations.{annotation}", "metadata.annotations", "metadata")
    found = list(_named(known, account, value))
    sure = Confidence.HIGH
    if not found and isinstance(value, str):
        sure = Confidence.MEDIUM
        found = _by_name(known, value)
    for target in found:
        yield Relation(
            source=source.id,
            target=target.id,
            kind=RelationKind.RUNS_AS,
            location=escaped,
            derived_from=f"{account.address} acts as {target.title} by {annotation}",
            confidence=sure,
            proof=(Proof(location=target.location, fact=f"{target.title} is that identity"),),
            breaks=f"Remove the annotation {annotation}.",
        )
    if not found:
        yield LooseEnd(
            source=source.id,
            kind=RelationKind.RUNS_AS,
            wanted=_written(value),
            reason="no such identity was read" if isinstance(value, str) else "its name is not known",
            location=escaped,
        )


def _named(known: Known, account: Resource, value: Value) -> Iterator[Component]:
    """The identities that Terraform names in the annotations, where Terraform makes the account."""
    own = known.index.at(account, terraform_address(account)) if account.declaration else None
    if own is None or not isinstance(value, Unknown):
        return
    seen: set[str] = set()
    for part in ("metadata", "manifest"):
        for _, target in known.index.named(own, part):
            component = known.of_resource(target)
            if component is not None and component.kind is ComponentKind.IDENTITY and component.id not in seen:
                seen.add(component.id)
                yield component


def _by_name(known: Known, value: str) -> list[Component]:
    """The identities whose own name stands in an ARN or an address; only where it is the only one."""
    name = value.rpartition("/")[2].partition("@")[0]
    found = {one.id: one for kind in ("role-name", "lookup:role-name") for one in known.of_key(kind, name)}
    if not found:
        for resource in known.index.of(ResourceKind.TERRAFORM, *_IDENTITY_TYPES):
            component = known.of_resource(resource)
            if component is not None and name and any(resource.attributes.get(one) == name for one in _NAMES):
                found[component.id] = component
    return list(found.values()) if len(found) == 1 else []


_IDENTITY_TYPES = ("aws_iam_role", "azurerm_user_assigned_identity", "google_service_account")
_NAMES = ("name", "account_id", "client_id")


def _written(value: Value) -> str:
    if isinstance(value, Unknown):
        return value.text
    return value if isinstance(value, str) else str(type(value).__name__) if isinstance(value, Mapping) else "identity"
