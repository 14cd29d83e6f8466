"""Whom roles trust: other roles and accounts, issuers of tokens, Kubernetes service accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.policy_statements import POLICY_DOCUMENT, statements
from scanner.domain.resource import Reference, Resource, ResourceKind, Unknown, Value
from scanner.modelling.known import Known, Tie

_ACCOUNT = lazy_re.compile(r"\b\d{12}\b")
_SERVICE_ACCOUNT = lazy_re.compile(r"system:serviceaccount:([\w.-]+):([\w.-]+)\Z")
_POOL_MEMBER = lazy_re.compile(r"svc\.id\.goog\[([\w.-]+)/([\w.-]+)\]")
_POLICY = "assume_role_policy"


def find_trust(known: Known) -> Iterator[Tie]:
    """Relations from roles to those that may assume them."""
    for role in known.index.of(ResourceKind.TERRAFORM, "aws_iam_role"):
        owner = known.of_resource(role)
        if owner is not None:
            for document, path in _documents(known, role):
                yield from _named(known, owner, document, path)
                yield from _written(known, owner, document, path)
    for member in known.index.of(
        ResourceKind.TERRAFORM, "google_service_account_iam_member", "google_service_account_iam_binding"
    ):
        yield from _pool(known, member)


def _documents(known: Known, role: Resource) -> Iterator[tuple[Resource, str]]:
    named = [one for _, one in known.index.named(role, _POLICY) if one.type == POLICY_DOCUMENT]
    yield from ((one, "") for one in named)
    if not named:
        yield role, _POLICY


def _named(known: Known, owner: Component, document: Resource, path: str) -> Iterator[Tie]:
    """Identities and providers that the policy names by reference."""
    for reference, target in known.index.named(document, path):
        component = known.of_resource(target)
        if component is not None and component.kind is ComponentKind.IDENTITY and component.id != owner.id:
            yield _trust(owner, component, reference)


def _trust(owner: Component, trusted: Component, reference: Reference) -> Relation:
    return Relation(
        source=owner.id,
        target=trusted.id,
        kind=RelationKind.TRUSTS,
        location=reference.location,
        derived_from=f"{without_keys(reference.source)} lets {without_keys(reference.target)} assume the role",
        breaks=f"Take {trusted.title!r} out of those that may assume the role.",
    )


def _written(known: Known, owner: Component, document: Resource, path: str) -> Iterator[Tie]:
    for statement in statements(document):
        if not isinstance(statement, Mapping) or not str(statement.get("attribute", "")).startswith(path):
            continue
        effect = statement.get("effect")
        if isinstance(effect, Unknown):
            yield _unknown(owner, effect, document.location)
        elif effect == "Allow":
            yield from _allowed(known, owner, (document, path), statement)


def _allowed(
    known: Known, owner: Component, place: tuple[Resource, str], statement: Mapping[str, Value]
) -> Iterator[Tie]:
    """Whom one statement lets assume the role, as far as it is written out."""
    location = place[0].location
    conditions = statement.get("conditions")
    for condition in conditions if isinstance(conditions, list | tuple) else ():
        if isinstance(condition, Mapping):
            yield from _subjects(known, owner, condition, location)
    principals = statement.get("principals")
    if isinstance(principals, Unknown):
        yield from _unseen(known, owner, place, principals)
    for kind, names in principals.items() if isinstance(principals, Mapping) else ():
        if kind in ("AWS", "*"):
            yield from _outside(known, owner, names, location)
            for name in names if isinstance(names, list | tuple) else (names,):
                yield from _unseen(known, owner, place, name)


def _unseen(known: Known, owner: Component, place: tuple[Resource, str], name: Value) -> Iterator[LooseEnd]:
    """A principal that is not known, and that no identity of this system explains."""
    document, path = place
    if isinstance(name, Unknown) and not any(
        one.declaration in name.text or any(f"module.{step}." in name.text for step in one.module_path)
        for _, one in known.index.named(document, path)
        if known.of_resource(one) is not None
    ):
        yield _unknown(owner, name, document.location)


def _unknown(owner: Component, value: Unknown, location: Location) -> LooseEnd:
    why = f"whom the role trusts is not known: {value.reason.value}"
    return _loose(owner, value.text or "whom its trust policy names", why, location)


def _subjects(known: Known, owner: Component, condition: Mapping[str, Value], location: Location) -> Iterator[Tie]:
    """Whose tokens are accepted: service accounts of a cluster, pipelines of a repository."""
    values = condition.get("values")
    for value in values if isinstance(values, list | tuple) else (values,):
        if not isinstance(value, str):
            continue
        found = _SERVICE_ACCOUNT.search(value)
        if found:
            yield _service_account(known, owner, found[1], found[2], location)
        elif value.startswith("repo:"):
            reason = "the role trusts pipelines of that repository, by tokens of GitHub"
            yield _loose(owner, value, reason, location)


def _service_account(known: Known, owner: Component, namespace: str, name: str, location: Location) -> Tie:
    account = known.index.objects.get(("ServiceAccount", namespace, name))
    component = known.of_resource(account) if account is not None else None
    said = f"ServiceAccount {namespace}/{name}"
    if component is None:
        return _loose(owner, said, "no such service account is declared as a component of this system", location)
    return Relation(
        source=owner.id,
        target=component.id,
        kind=RelationKind.TRUSTS,
        location=location,
        derived_from=f"its trust policy accepts tokens of {said}",
        confidence=Confidence.HIGH,
        breaks=f"Take {said} out of the trust policy.",
    )


def _outside(known: Known, owner: Component, names: Value, location: Location) -> Iterator[Tie]:
    """Roles and accounts that are written out."""
    for name in names if isinstance(names, list | tuple) else (names,):
        if not isinstance(name, str):
            continue
        same = known.of_key("lookup:identity", name.rpartition("/")[2]) if ":role/" in name or ":user/" in name else ()
        if len(same) == 1 and same[0].id != owner.id:
            yield Relation(
                source=owner.id,
                target=same[0].id,
                kind=RelationKind.TRUSTS,
                location=location,
                derived_from=f"its trust policy names a role {same[0].title!r} by ARN",
                confidence=Confidence.MEDIUM,
                breaks=f"Take {same[0].title!r} out of the trust policy.",
            )
        elif name == "*" or _ACCOUNT.search(name):
            yield _loose(owner, name, "the role trusts somebody outside this system", location)


def _pool(known: Known, member: Resource) -> Iterator[Tie]:
    """A service account of Google's as which a Kubernetes service account may act."""
    owners = [
        one for _, target in known.index.named(member, "service_account_id") if (one := known.of_resource(target))
    ]
    written = member.attributes.get("members") or [member.attributes.get("member")]
    for value in written if isinstance(written, list | tuple) else ():
        text = value if isinstance(value, str) else str(getattr(value, "text", ""))
        for namespace, name in _POOL_MEMBER.findall(text):
            for owner in owners:
                yield _service_account(known, owner, namespace, name, member.location)


def _loose(owner: Component, wanted: str, reason: str, location: Location) -> LooseEnd:
    return LooseEnd(source=owner.id, kind=RelationKind.TRUSTS, wanted=wanted, reason=reason, location=location)
