"""As whom what computes acts."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.resource import Reference, Resource, ResourceKind
from scanner.modelling.components.terraform_types import TYPES
from scanner.modelling.known import Known, Tie

RUNNING = frozenset({
    "role", "role_arn", "task_role_arn", "instance_role_arn", "iam_instance_profile", "service_role", "node_role_arn",
    "identity_ids", "service_account", "service_account_email", "service_account_name", "job_role_arn",
    "service_role_arn", "iam_role", "iam_role_arn", "user_assigned_identity_id",
})  # fmt: skip
"""Attributes that name the identity as which their resource acts, wherever they are nested."""
_BELOW = {"iam_instance_profile": ("arn", "name"), "service_account": ("email",)}
_BY_TYPE = {"aws_batch_job_definition": "container_properties", "aws_elastic_beanstalk_environment": "setting"}
"""Types that name their identity in text or in a list of settings: which of those named there is less sure."""
_ACTORS = (ComponentKind.COMPUTE, ComponentKind.CLUSTER, ComponentKind.QUEUE, ComponentKind.EDGE)


def find_identities(known: Known) -> Iterator[Tie]:
    """Relations from what computes to the identity as which it acts."""
    for name, facts in TYPES.items():
        if facts.kind not in _ACTORS:
            continue
        for resource in known.index.of(ResourceKind.TERRAFORM, name):
            source = known.of_resource(resource)
            for reference, target in known.index.named(resource) if source else ():
                sure = runs_as(resource, reference)
                if source is not None and sure is not None:
                    yield from _acting(known, source.id, reference, target, sure)


def runs_as(resource: Resource, reference: Reference) -> Confidence | None:
    """How surely a reference names the identity as which its resource acts; nothing where it says something else.

    Args:
        resource: In which it stands.
        reference: With its attribute.
    """
    path = reference.attribute.split(".")
    words = [part.partition("[")[0] for part in path]
    if words[-1] in RUNNING or (len(words) > 1 and words[-1] in _BELOW.get(words[-2], ())):
        return Confidence.HIGH
    if _BY_TYPE.get(resource.type) == words[0]:
        return Confidence.MEDIUM
    return None


def _acting(known: Known, source: str, reference: Reference, target: Resource, sure: Confidence) -> Iterator[Tie]:
    proof: tuple[Proof, ...] = ()
    owners = [target]
    if target.type == "aws_iam_instance_profile":
        proof = (Proof(location=target.location, fact=f"{without_keys(target.address)} holds the role"),)
        owners = [one for _, one in known.index.named(target, "role")]
    named = f"{without_keys(reference.source)} acts as {without_keys(reference.target)}"
    for owner in owners:
        component = known.of_resource(owner)
        if component is not None and component.kind is ComponentKind.IDENTITY and component.id != source:
            yield Relation(
                source=source,
                target=component.id,
                kind=RelationKind.RUNS_AS,
                location=reference.location,
                derived_from=f"{named} in {reference.attribute}",
                confidence=sure,
                proof=proof,
                breaks=f"Give it an identity of its own in {reference.attribute}.",
            )
        elif owner.type in ("data.aws_iam_role", "data.azurerm_user_assigned_identity", "data.google_service_account"):
            yield LooseEnd(
                source=source,
                kind=RelationKind.RUNS_AS,
                wanted=without_keys(owner.address),
                reason="the identity is looked up, not made here",
                location=reference.location,
            )
