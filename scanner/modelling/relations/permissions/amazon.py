"""What Amazon's identities may read and write: by their own policies, and by those of what they read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.policy_statements import POLICY_DOCUMENT, statements
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.permissions.actions import MANAGED
from scanner.modelling.relations.permissions.grants import Grant, Policies

_INLINE = {
    "aws_iam_role_policy": "role",
    "aws_iam_user_policy": "user",
    "aws_iam_group_policy": "group",
}
_ATTACHED = {
    "aws_iam_role_policy_attachment": ("role",),
    "aws_iam_user_policy_attachment": ("user",),
    "aws_iam_group_policy_attachment": ("group",),
    "aws_iam_policy_attachment": ("roles", "users", "groups"),
    "aws_iam_role_policy_attachments_exclusive": ("role_name",),
}
_ON_RESOURCES = {
    "aws_s3_bucket_policy": "policy", "aws_sqs_queue_policy": "policy", "aws_sns_topic_policy": "policy",
    "aws_secretsmanager_secret_policy": "policy", "aws_dynamodb_resource_policy": "policy",
    "aws_sqs_queue": "policy", "aws_sns_topic": "policy", "aws_s3_bucket": "policy",
    "aws_secretsmanager_secret": "policy", "aws_opensearch_domain": "access_policies",
    "aws_elasticsearch_domain": "access_policies", "aws_opensearch_domain_policy": "access_policies",
    "aws_efs_file_system_policy": "policy", "aws_kinesis_resource_policy": "policy",
}  # fmt: skip
_MAX_DEPTH = 5
Denials: TypeAlias = dict[tuple[str, RelationKind, str], dict[frozenset[str], Proof]]
"""What statements take away: of whom, which kind, of what; the single actions of each, with the statement."""
Granted: TypeAlias = tuple[Tie, frozenset[str]]
"""What somebody may do, and by which single actions."""


def find_amazon_grants(known: Known) -> Iterator[Tie]:
    """Relations from identities to what their policies let them read and write, and do not take away again."""
    denied: Denials = {}
    ties = list(_granted(known, denied))
    yield from (_limited(tie, actions, denied) for tie, actions in ties)


def _limited(tie: Tie, actions: frozenset[str], denied: Denials) -> Tie:
    """Nothing is sure of which a statement takes away all: it may deny only a part of the thing."""
    taken = denied.get((tie.source, tie.kind, tie.target)) if isinstance(tie, Relation) else None
    if taken is None or not isinstance(tie, Relation) or not actions <= frozenset().union(*taken):
        return tie
    proof = next(iter(taken.values()))
    fact = f"{tie.derived_from}; {proof.fact}, which may take it away"
    change = {"confidence": Confidence.LOW, "derived_from": fact, "proof": (*tie.proof, proof)}
    return tie.model_copy(update=change)


def _granted(known: Known, denied: Denials) -> Iterator[Granted]:
    policies = Policies(known)
    index = known.index
    for kind, attribute in _INLINE.items():
        for holder in index.of(ResourceKind.TERRAFORM, kind):
            yield from _given(_identities(known, holder, attribute), policies.of(holder, "policy"), (), denied)
    for role in index.of(ResourceKind.TERRAFORM, "aws_iam_role"):
        owner = known.of_resource(role)
        if owner is not None and "inline_policy" in role.attributes:
            yield from _given([owner], policies.of(role, "inline_policy"), (), denied)
        if owner is not None and "managed_policy_arns" in role.attributes:
            yield from _attached(known, policies, role, ([owner], "managed_policy_arns"), denied)
    for kind, attributes in _ATTACHED.items():
        for holder in index.of(ResourceKind.TERRAFORM, kind):
            owners = [one for attribute in attributes for one in _identities(known, holder, attribute)]
            yield from _attached(known, policies, holder, (owners, "policy_arn"), denied)
    for kind, attribute in _ON_RESOURCES.items():
        for holder in index.of(ResourceKind.TERRAFORM, kind):
            yield from _by_target(known, policies, holder, attribute)


def _identities(known: Known, holder: Resource, attribute: str) -> list[Component]:
    """The identities that an attribute names, by reference, else by a name that only one has."""
    found = {}
    for _, target in known.index.named(holder, attribute):
        component = known.of_resource(target)
        if component is not None and component.kind is ComponentKind.IDENTITY:
            found[component.id] = component
    written = holder.attributes.get(attribute)
    if not found and isinstance(written, str):
        same = known.of_key("lookup:identity", written)
        found = {one.id: one for one in same} if len(same) == 1 else {}
    return list(found.values())


def _attached(
    known: Known, policies: Policies, holder: Resource, to: tuple[Sequence[Component], str], denied: Denials
) -> Iterator[Granted]:
    """What the policies give that an attachment names in an attribute, to the identities that it names."""
    owners, attribute = to
    link = Proof(location=holder.location, fact=f"{without_keys(holder.address)} attaches the policy")
    for _, policy in known.index.named(holder, attribute):
        if policy.type == "aws_iam_policy":
            yield from _given(owners, policies.of(policy, "policy"), (link,), denied)
    written = holder.attributes.get(attribute)
    for arn in written if isinstance(written, list | tuple) else (written,):
        if not isinstance(arn, str) or ":aws:policy/" not in arn:
            continue
        actions = MANAGED.get(arn.rpartition("/")[2], ())
        statement = {"attribute": attribute, "actions": list(actions), "resources": ["*"], "conditions": []}
        yield from _given(owners, policies.of_statement(holder, statement), (), denied)


def _given(
    owners: Iterable[Component], grants: Iterable[Grant], links: tuple[Proof, ...], denied: Denials
) -> Iterator[Granted]:
    granted = tuple(grants)
    for owner in owners:
        for grant in granted:
            if not grant.denied:
                yield _tie(owner, grant, links), grant.actions
            elif grant.target is not None:
                denied.setdefault((owner.id, grant.kind, grant.target.id), {}).setdefault(grant.actions, grant.proof)


def _tie(owner: Component, grant: Grant, links: tuple[Proof, ...]) -> Tie:
    location, fact = grant.proof.location, grant.proof.fact
    if grant.target is None:
        return LooseEnd(
            source=owner.id, kind=grant.kind, wanted=grant.wanted, reason=f"{fact}: {grant.reason}", location=location
        )
    return Relation(
        source=owner.id,
        target=grant.target.id,
        kind=grant.kind,
        location=location,
        derived_from=f"{fact} on it" + (f"; {grant.reason}" if grant.reason else ""),
        confidence=grant.confidence,
        proof=links,
        breaks=f"Take it out of what the statement allows {owner.title!r}.",
    )


def _by_target(known: Known, policies: Policies, holder: Resource, attribute: str) -> Iterator[Granted]:
    """What a policy lets others do that stands with what they may read."""
    for document in _documents(known, holder, attribute, 0):
        for statement in statements(document):
            if not isinstance(statement, Mapping) or statement.get("effect") != "Allow":
                continue
            own = str(statement.get("attribute", ""))
            if document is holder and not own.startswith(attribute):
                continue
            owners = _principals(known, document, own)
            if owners:
                grants = [one for one in policies.of_statement(document, statement) if one.target is not None]
                yield from _given(owners, grants, (), {})


def _documents(known: Known, holder: Resource, attribute: str, depth: int) -> Iterator[Resource]:
    named = [one for _, one in known.index.named(holder, attribute) if one.type == POLICY_DOCUMENT]
    if holder.type == POLICY_DOCUMENT or not named:
        yield holder
    for one in named if depth < _MAX_DEPTH else ():
        yield from _documents(known, one, "", depth + 1)


def _principals(known: Known, document: Resource, place: str) -> list[Component]:
    """The identities and content networks that a statement names as those who may."""
    if document.type != POLICY_DOCUMENT:
        below = [known.index.named(document, place)]
    else:
        below = [known.index.named(document, f"{place}.{part}") for part in ("principals", "condition")]
        below += [known.index.named(document, f"{place}.{part}[{n}]") for part in ("principals",) for n in (1, 2)]
    found: dict[str, Component] = {}
    for _, target in (one for named in below for one in named):
        component = known.of_resource(target)
        if component is not None and (
            component.kind is ComponentKind.IDENTITY or target.type == "aws_cloudfront_distribution"
        ):
            found[component.id] = component
    return list(found.values())
