"""What Google's service accounts may read and write: by members of roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from scanner.domain.addresses import scope_of, without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.known import Known, Tie

_READS, _WRITES = (RelationKind.READS,), (RelationKind.WRITES,)
_BOTH = (RelationKind.READS, RelationKind.WRITES)
_SQL, _BUCKET, _BIGQUERY = "google_sql_database_instance", "google_storage_bucket", "google_bigquery_dataset"
_SECRET, _TOPIC, _SPANNER = "google_secret_manager_secret", "google_pubsub_topic", "google_spanner_"
_ROLES = (
    ("roles/storage.objectViewer", _BUCKET, _READS), ("roles/storage.objectCreator", _BUCKET, _WRITES),
    ("roles/storage.objectUser", _BUCKET, _BOTH), ("roles/storage.objectAdmin", _BUCKET, _BOTH),
    ("roles/storage.admin", _BUCKET, _BOTH), ("roles/storage.legacyObjectReader", _BUCKET, _READS),
    ("roles/secretmanager.secretAccessor", _SECRET, _READS), ("roles/secretmanager.admin", _SECRET, _BOTH),
    ("roles/cloudsql.client", _SQL, _BOTH), ("roles/cloudsql.instanceUser", _SQL, _BOTH),
    ("roles/cloudsql.admin", _SQL, _BOTH), ("roles/cloudsql.editor", _SQL, _BOTH),
    ("roles/datastore.user", "google_firestore_database", _BOTH), ("roles/editor", "google_", _BOTH),
    ("roles/datastore.viewer", "google_firestore_database", _READS), ("roles/owner", "google_", _BOTH),
    ("roles/bigquery.dataViewer", _BIGQUERY, _READS), ("roles/bigquery.dataEditor", _BIGQUERY, _BOTH),
    ("roles/bigquery.dataOwner", _BIGQUERY, _BOTH), ("roles/bigquery.admin", _BIGQUERY, _BOTH),
    ("roles/pubsub.publisher", _TOPIC, _WRITES), ("roles/pubsub.subscriber", _TOPIC, _READS),
    ("roles/spanner.databaseReader", _SPANNER, _READS), ("roles/spanner.databaseUser", _SPANNER, _BOTH),
    ("roles/bigtable.reader", "google_bigtable_instance", _READS),
    ("roles/bigtable.user", "google_bigtable_instance", _BOTH),
    ("roles/healthcare.fhirResourceReader", "google_healthcare_fhir_store", _READS),
    ("roles/healthcare.fhirResourceEditor", "google_healthcare_fhir_store", _BOTH),
)  # fmt: skip
"""Role, the types whose data it opens, and how."""
_BY_ROLE: Mapping[str, tuple[str, tuple[RelationKind, ...]]] = {role: (types, kinds) for role, types, kinds in _ROLES}
_BINDINGS = ("_iam_member", "_iam_binding")
_PROJECT = "google_project_iam_"
_KEPT = (ComponentKind.STORE, ComponentKind.QUEUE, ComponentKind.SECRET)
MAX_WIDE = 100
"""Things that a role on the whole project may open one by one."""


def find_google_grants(known: Known) -> Iterator[Tie]:
    """Relations from service accounts to what members and bindings of roles let them read and write."""
    wide = _kept_by_scope(known)
    for holder in known.index.of(ResourceKind.TERRAFORM):
        if holder.type.startswith("google_") and holder.type.endswith(_BINDINGS):
            yield from _bound(known, holder, wide)


def _kept_by_scope(known: Known) -> dict[tuple[str, str], dict[str, Component]]:
    found: defaultdict[tuple[str, str], dict[str, Component]] = defaultdict(dict)
    for resource in known.index.of(ResourceKind.TERRAFORM):
        component = known.of_resource(resource) if resource.type.startswith("google_") else None
        if component is not None and component.kind in _KEPT:
            for environment in known.index.environments(resource):
                found[scope_of(environment, resource.location.path)][component.id] = component
    return found


def _bound(known: Known, holder: Resource, wide: dict[tuple[str, str], dict[str, Component]]) -> Iterator[Tie]:
    role = holder.attributes.get("role")
    opened = _BY_ROLE.get(role) if isinstance(role, str) else None
    if opened is None:
        return
    owners, targets = _named(known, holder)
    sure, whole = Confidence.HIGH, ""
    if not targets and holder.type.startswith(_PROJECT):
        sure, whole = Confidence.MEDIUM, " on every one of the project"
        everything = wide.get(scope_of(holder.environment, holder.location.path), {})
        targets = {name: one for name, one in everything.items() if one.technology.startswith(opened[0])}
    for owner in owners.values():
        if len(targets) > MAX_WIDE:
            yield LooseEnd(
                source=owner.id,
                kind=opened[1][0],
                wanted=f"{role} on the project",
                reason=f"it opens all {len(targets)} of them: too many to tell one by one",
                location=holder.location,
            )
            continue
        for target, kind in ((target, kind) for target in targets.values() for kind in opened[1]):
            yield Relation(
                source=owner.id,
                target=target.id,
                kind=kind,
                location=holder.location,
                derived_from=f"{without_keys(holder.address)} gives {owner.title} {role}{whole}",
                confidence=sure,
                breaks=f"Take the role away from {owner.title!r}.",
            )


def _named(known: Known, holder: Resource) -> tuple[dict[str, Component], dict[str, Component]]:
    """Who is a member, and on what."""
    owners: dict[str, Component] = {}
    targets: dict[str, Component] = {}
    for reference, named in known.index.named(holder):
        component = known.of_resource(named)
        if component is None:
            continue
        if reference.attribute.partition("[")[0] in ("member", "members"):
            owners[component.id] = component
        elif component.kind in _KEPT:
            targets[component.id] = component
    return owners, targets
