"""What one Amazon policy grants: to which components its statements lead, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.addresses import scope_of, without_keys
from scanner.domain.architecture import Component, Confidence, Proof, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.policy_statements import POLICY_DOCUMENT, statements
from scanner.domain.resource import Reference, Resource, ResourceKind, Unknown, Value
from scanner.modelling.components.terraform_keys import known_name
from scanner.modelling.known import Known
from scanner.modelling.relations.permissions.actions import FAMILIES, done_by, single
from scanner.modelling.relations.permissions.arns import (
    is_like,
    is_pattern,
    may_be,
    named_by,
    plain_name,
    written_arn,
)

MAX_WIDE = 100
"""Things that a wildcard may lead to one by one; beyond, it is one loose end."""
_MAX_DEPTH = 5
_NAMED = lazy_re.compile(r"\b(?:data\.)?(?:module\.[\w-]+|[a-z][a-z0-9]*_\w+\.[\w-]+)")


class Grant(NamedTuple):
    """That somebody may read or write something, or that it is not known what."""

    kind: RelationKind
    target: Component | None
    wanted: str
    """What is granted, as it is written."""
    reason: str
    """Why it leads nowhere, or why it is not sure."""
    confidence: Confidence
    proof: Proof
    """The statement."""
    actions: frozenset[str] = frozenset()
    """The single actions that it is about."""
    denied: bool = False
    """Whether the statement takes it away, without conditions, from whoever has it otherwise."""


class Policies:
    """What policies grant, each looked at once.

    Args:
        known: The components.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._made: dict[tuple[str, tuple[str, str], str], tuple[Grant, ...]] = {}
        self._stores: defaultdict[tuple[tuple[str, str], str], dict[str, tuple[Component, str]]] = defaultdict(dict)
        self._by_name: defaultdict[tuple[str, str], dict[str, Component]] = defaultdict(dict)
        self._fill()

    def _fill(self) -> None:
        index = self._known.index
        for service, family in FAMILIES.items():
            for resource in index.of(ResourceKind.TERRAFORM, *sorted(family.types)):
                component = self._known.of_resource(resource)
                if component is None:
                    continue
                self._by_name[service, plain_name(known_name(resource), service)][component.id] = component
                for environment in index.environments(resource):
                    scope = scope_of(environment, resource.location.path)
                    self._stores[scope, service].setdefault(component.id, (component, known_name(resource)))

    def of(self, holder: Resource, attribute: str = "") -> tuple[Grant, ...]:
        """What the policy that stands in an attribute grants.

        Args:
            holder: The resource with the policy.
            attribute: ``policy``, ``inline_policy``; all policies of it without any.
        """
        key = (holder.address, _scope(holder), attribute)
        if key not in self._made:
            found = (grant for one, path in self._documents(holder, attribute, 0) for grant in self._grants(one, path))
            self._made[key] = tuple(found)
        return self._made[key]

    def _documents(self, holder: Resource, attribute: str, depth: int) -> Iterator[tuple[Resource, str]]:
        """Where the statements of a policy are written: in the documents that it names, else in itself."""
        named = [one for _, one in self._known.index.named(holder, attribute) if one.type == POLICY_DOCUMENT]
        if holder.type == POLICY_DOCUMENT:
            yield holder, ""
        elif not named:
            yield holder, attribute
        for one in named if depth < _MAX_DEPTH else ():
            yield from self._documents(one, "", depth + 1)

    def _grants(self, holder: Resource, attribute: str) -> Iterator[Grant]:
        for statement in statements(holder):
            place = str(statement.get("attribute", "")) if isinstance(statement, Mapping) else ""
            if not isinstance(statement, Mapping) or not place.startswith(attribute):
                continue
            yield from _unread(holder, statement)
            if statement.get("effect") == "Allow":
                yield from self.of_statement(holder, statement)
            elif statement.get("effect") == "Deny" and not statement.get("conditions"):
                grants = self.of_statement(holder, statement)
                yield from (one._replace(denied=True) for one in grants if one.target is not None)

    def of_statement(self, holder: Resource, statement: Mapping[str, Value]) -> Iterator[Grant]:
        """What one statement that allows something grants.

        Args:
            holder: The resource in which it stands.
            statement: As of :func:`scanner.domain.policy_statements.statements`.
        """
        said: dict[tuple[str, RelationKind], list[str]] = {}
        actions = statement.get("actions")
        for action in actions if isinstance(actions, list | tuple) else ():
            for done in done_by(action) if isinstance(action, str) else ():
                said.setdefault(done, []).append(str(action))
        conditions = " under conditions" if statement.get("conditions") else ""
        for (service, kind), done_so in said.items():
            place = _place(holder, str(statement.get("attribute", "")))
            word = "denies" if statement.get("effect") == "Deny" else "allows"
            fact = f"{without_keys(holder.address)} {word} {done_so[0]}{conditions}"
            every = frozenset().union(*(single(one, service, kind) for one in done_so))
            for grant in self._led(holder, statement, service, kind, Proof(location=place, fact=fact)):
                yield grant._replace(actions=every)

    def _led(
        self, holder: Resource, statement: Mapping[str, Value], service: str, kind: RelationKind, proof: Proof
    ) -> Iterator[Grant]:
        """The things of a service to which the resources of a statement lead."""
        resources = statement.get("resources")
        names = resources if isinstance(resources, list | tuple) else (resources,)
        unknown = [one for one in names if isinstance(one, Unknown) and may_be(one, service)]
        written = [one if isinstance(one, str) else written_arn(one) for one in names]
        yielded = False
        if unknown:
            for target, sure, reason in self._exact(holder, statement, service, unknown):
                yielded = True
                yield Grant(kind, target, target.id, reason, sure, proof)
        for name in dict.fromkeys(one for one in written if one):
            for grant in self._literal(holder, name, service, kind, proof):
                yielded = True
                yield grant
        if unknown and not yielded:
            first = unknown[0]
            wanted = f"{service} resource {first.text or 'that is not known'}"
            yield Grant(kind, None, wanted, f"what it names is not known: {first.reason.value}", Confidence.LOW, proof)

    def _exact(
        self, holder: Resource, statement: Mapping[str, Value], service: str, unknown: Sequence[Unknown]
    ) -> Iterator[tuple[Component, Confidence, str]]:
        """The components that the block names where the statement stands."""
        place = str(statement.get("attribute", ""))
        at = f"{place}.resources" if holder.type == POLICY_DOCUMENT else place
        named = list(self._known.index.named(holder, at))
        if not named and holder.type == POLICY_DOCUMENT:
            named = [one for one in self._known.index.named(holder) if "[" not in one[0].attribute]
            at = ""
        texts = {name for one in unknown for name in _NAMED.findall(one.text)}
        opaque = any(not _NAMED.search(one.text) or len(one.text) >= 200 for one in unknown)
        sure_of_all = bool(at) and holder.type == POLICY_DOCUMENT
        for reference, target in named:
            component = self._known.of_resource(target) if target.type in FAMILIES[service].types else None
            if component is None:
                continue
            if sure_of_all or _says(texts, reference, target):
                yield component, Confidence.HIGH, ""
            elif opaque:
                yield component, Confidence.MEDIUM, "the policy names it; in which of its statements is not known"

    def _literal(self, holder: Resource, name: str, service: str, kind: RelationKind, proof: Proof) -> Iterator[Grant]:
        """What a written ARN leads to, by the name in it, among what the same root makes."""
        pattern = named_by(name, service)
        if pattern is None:
            return
        stores = self._stores.get((_scope(holder), service), {})
        if pattern == "*":
            yield from self._wide(stores, name, service, kind, proof)
            return
        same = self._same(stores, pattern, service)
        if len(same) > MAX_WIDE:
            yield Grant(kind, None, name, f"{len(same)} names are like it: too many to tell", Confidence.LOW, proof)
            return
        likely = Confidence.LOW if is_pattern(pattern, service) else Confidence.MEDIUM
        for component in same:
            here = component.id in stores
            reason = "it has the name that the policy says" + ("" if here else ", and is made in another root")
            yield Grant(kind, component, name, reason, likely, proof)
        if not same:
            some = "; names of some are not known" if any(not known for _, known in stores.values()) else ""
            reason = f"nothing of that name is made in the same root{some}"
            yield Grant(kind, None, name, reason, Confidence.LOW, proof)

    def _same(self, stores: Mapping[str, tuple[Component, str]], pattern: str, service: str) -> Sequence[Component]:
        """What has a name in the same root; of a whole name also what alone has it in another."""
        if is_pattern(pattern, service):
            return [one for one, known in stores.values() if known and is_like(known, pattern, service)]
        named = self._by_name.get((service, plain_name(pattern, service)), {})
        here = [one for name, one in named.items() if name in stores]
        return here or (list(named.values()) if len(named) == 1 else [])

    def _wide(
        self, stores: Mapping[str, tuple[Component, str]], name: str, service: str, kind: RelationKind, proof: Proof
    ) -> Iterator[Grant]:
        if len(stores) > MAX_WIDE:
            reason = f"it stands for all {len(stores)} of them in the same root: too many to tell one by one"
            yield Grant(kind, None, f"{service} {name}", reason, Confidence.MEDIUM, proof)
            return
        for component, _ in stores.values():
            yield Grant(
                kind, component, name, f"{name!r} stands for every one in the account", Confidence.MEDIUM, proof
            )


def _unread(holder: Resource, statement: Mapping[str, Value]) -> Iterator[Grant]:
    """That a statement may allow something, where it is not known what, or everything but something."""
    effect, actions, others = (statement.get(name) for name in ("effect", "actions", "not_actions"))
    reason = ""
    if isinstance(effect, Unknown) or (effect == "Allow" and isinstance(actions, Unknown)):
        unknown = effect if isinstance(effect, Unknown) else actions
        reason = f"what it allows is not known: {unknown.reason.value}" if isinstance(unknown, Unknown) else ""
    elif effect == "Allow" and others:
        reason = "it allows everything but some actions"
    if reason:
        place = _place(holder, str(statement.get("attribute", "")))
        proof = Proof(location=place, fact=without_keys(holder.address))
        wanted = f"what {without_keys(holder.address)} allows"
        yield Grant(RelationKind.READS, None, wanted, reason, Confidence.LOW, proof)


def _scope(resource: Resource) -> tuple[str, str]:
    return scope_of(resource.environment, resource.location.path)


def _says(texts: set[str], reference: Reference, target: Resource) -> bool:
    """Whether an expression names a resource itself, or the module in which it lies."""
    own = {target.declaration, *(f"module.{name}" for name in target.module_path)}
    del reference
    return bool(own & texts)


def _place(holder: Resource, path: str) -> Location:
    """The line at which an attribute is written, if it is known."""
    while path:
        position = holder.positions.get(path)
        if position is not None:
            return Location(path=holder.location.path, start_line=position.line)
        path = path.rpartition(".")[0] if not path.endswith("]") else path.rpartition("[")[0]
    return holder.location
