"""Makes resources and references of the blocks of a module, for each of their instances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Origin, Position, Reference, Resource, ResourceKind, UnknownReason, Value
from scanner.parsers.terraform.modules.blocks import view
from scanner.parsers.terraform.modules.folders import Identity, Placed, identify, location_of
from scanner.parsers.terraform.modules.inputs import is_sensitive, sensitive_variables
from scanner.parsers.terraform.modules.instances import Instance, suffix, unresolved
from scanner.parsers.terraform.modules.origins import OriginFinder
from scanner.parsers.terraform.modules.references import ReferenceFinder
from scanner.parsers.terraform.modules.repetition import Extent, Repetition, Span, copied
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.modules.views import Earlier, Made, View
from scanner.parsers.terraform.policies.documents import documents
from scanner.parsers.terraform.syntax.tree import Block
from scanner.parsers.terraform.syntax.walking import FreeNames
from scanner.parsers.terraform.values.collections import count_leaves, unknown
from scanner.parsers.terraform.values.labels import labels_of

COUNTED = {"resource": "terraform_resource_blocks", "data": "terraform_data_blocks", "module": "terraform_modules"}
_WITHOUT_RESOURCE = frozenset(("locals", "moved", "import", "removed", "ephemeral", "check"))
_INSTANCES = frozenset(("resource", "data", "module"))
SAME_FOR_ALL = frozenset(("terraform", "variable"))
MAX_RESOURCES = 100_000
"""Blocks that are kept, with each of their instances."""
MAX_REFERENCES = 1_000_000
_META = frozenset(("count", "for_each"))
_OF_VALUES = ("known_values", "unknown_values", "terraform_resources")
_SECRET: Mapping[str, Collection[str]] = {"variable": ("default", "type"), "output": ("value",)}
"""The type of a variable may hold defaults of its parts."""


@dataclass(slots=True)
class Emission:
    """Collects what the modules of a repository hold. Filled by :meth:`module`."""

    resources: list[Resource] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _seen: set[tuple[str, Position]] = field(default_factory=set)
    """Blocks that are the same for all callers, once each."""
    _addresses: set[tuple[str, str]] = field(default_factory=set)
    _looked_at: set[str] = field(default_factory=set)
    _origins: OriginFinder = field(default_factory=OriginFinder)
    _free: FreeNames = field(default_factory=FreeNames)
    _repetition: Repetition = field(init=False)

    def __post_init__(self) -> None:
        """Let both ways of following names know what was found already."""
        self._repetition = Repetition(self._free)

    def environment(self, root: ModuleScope) -> bool:
        """Add a root module and everything below it.

        Returns:
            Whether every reference could be followed to its end.
        """
        finder = ReferenceFinder(self._free)
        self._repetition.begin(root)
        self._tree(root, finder)
        if finder.cut:
            self._repetition.forget()
        return not finder.cut

    def _tree(self, scope: ModuleScope, finder: ReferenceFinder) -> None:
        """Add a module and everything below it."""
        if self._is_full(scope):
            return
        self.module(scope, finder)
        for name in scope.folder.modules:
            for child in scope.children(name).scopes.values():
                self._tree(child, finder)

    def _extent(self) -> Extent:
        return Extent(len(self.resources), len(self.references), *map(self.counts.__getitem__, _OF_VALUES))

    def _again(self, span: Span, environment: str) -> bool:
        """Add what a block gave before for another environment, if there is room for it."""
        resources = self.resources[span.start.resources : span.end.resources]
        references = self.references[span.start.references : span.end.references]
        full = len(self.resources) + len(resources) > MAX_RESOURCES
        if full or len(self.references) + len(references) > MAX_REFERENCES:
            return False
        for resource in resources:
            self._addresses.add((environment, resource.address))
            self.resources.append(resource.in_environment(environment))
        self.references += copied(references, environment)
        for name in _OF_VALUES:
            self.counts[name] += getattr(span.end, name) - getattr(span.start, name)
        return True

    def _is_first(self, address: str, identity: Identity, placed: Placed, scope: ModuleScope) -> bool:
        """Whether no other block has this address; Terraform refuses two, and the first is what names mean."""
        if placed.block.type == "terraform":  # there may be several, and all of them count
            return True
        mark = (scope.environment.name, address)
        if mark not in self._addresses:
            self._addresses.add(mark)
            return True
        if scope.estate.is_judged(placed.path):
            message = f"{identity.address} is declared twice: only the first one is judged"
            scope.complain(message, (placed.path, placed.block.position))
        return False

    def _is_full(self, scope: ModuleScope) -> bool:
        if len(self.resources) < MAX_RESOURCES:
            return False
        scope.estate.complaints.add(f"more than {MAX_RESOURCES} blocks and instances: the rest is left out", None)
        return True

    def module(self, scope: ModuleScope, finder: ReferenceFinder) -> None:
        """Add the blocks of one module; of a folder that is new, locals that nothing asks for may be wrong too."""
        for placed in scope.folder.blocks:
            self._block(placed, scope, finder)
        if scope.folder.path not in self._looked_at:
            self._looked_at.add(scope.folder.path)
            scope.evaluate_locals()

    def _block(self, placed: Placed, scope: ModuleScope, finder: ReferenceFinder) -> None:
        """Add a block with its instances, or what it gave in another environment if it gives the same in this one."""
        kept = self._repetition.find(scope, placed)
        if kept is not None and self._again(kept, scope.environment.name):
            return
        if placed.block.type in SAME_FOR_ALL or not self._repetition.is_first:
            self._made(placed, scope, finder)
            return
        start = self._extent()
        self._made(placed, scope, finder)
        self._repetition.keep(scope, placed, Span(start, self._extent()))

    def _made(self, placed: Placed, scope: ModuleScope, finder: ReferenceFinder) -> None:
        block = placed.block
        identity = identify(block)
        if identity is None:
            if block.type == "check":
                for inner in block.body.blocks:
                    if inner.type == "data":
                        self._block(Placed(placed.path, inner), scope, finder)
            elif block.type not in _WITHOUT_RESOURCE:
                message = "a block that Terraform does not know, or with labels it does not take"
                scope.estate.complaints.add(message, location_of(placed.path, block.position), stage="parsing")
            return
        if block.type in SAME_FOR_ALL:
            mark = (placed.path, block.position)
            if mark in self._seen:
                return
            self._seen.add(mark)
        if block.type not in _INSTANCES:
            self._instance(identity, placed, _only(block), scope, finder)
            return
        for instance in scope.expansion(identity.address, placed).instances.values():
            self._instance(identity, placed, instance, scope, finder)

    def _instance(
        self, identity: Identity, placed: Placed, instance: Instance, scope: ModuleScope, finder: ReferenceFinder
    ) -> None:
        address = scope.prefix + identity.address + suffix(instance.key)
        if self._is_full(scope) or not self._is_first(address, identity, placed, scope):
            return
        earlier = self._repetition.earlier(scope, placed, instance.key)
        found = view(placed, scope, instance.names, _given(identity.address, placed, scope), earlier)
        if placed.block.type not in SAME_FOR_ALL:
            self._count(placed.block, found.attributes)
        origins = self._origins.origins(scope, placed, found, earlier)
        self.resources.append(_resource(address, identity, placed, scope, found, origins))
        start = len(self.references)
        self._refer(address, found, scope, finder, earlier)
        if self._repetition.is_first:
            made = Made(found, origins, self.references[start:])
            self._repetition.keep_instance(scope, placed, instance.key, made)

    def _count(self, block: Block, attributes: Mapping[str, Value]) -> None:
        known, unknown = count_leaves({name: value for name, value in attributes.items() if name not in _META})
        self.counts["known_values"] += known
        self.counts["unknown_values"] += unknown
        self.counts["terraform_resources"] += block.type == "resource"

    def _refer(
        self, source: str, found: View, scope: ModuleScope, finder: ReferenceFinder, earlier: Earlier | None
    ) -> None:
        seen: set[tuple[str, str]] = set()
        for use in found.uses:
            if earlier is not None and earlier.is_same(use.attribute):
                known = earlier.made.references.get(use.attribute, ())
                references = copied(known, scope.environment.name)
            else:
                references = finder.references(source, use, scope)
            for reference in references:
                if len(self.references) >= MAX_REFERENCES:
                    finder.cut = True
                    return
                if (reference.target, reference.attribute) not in seen:
                    seen.add((reference.target, reference.attribute))
                    self.references.append(reference)


def _only(block: Block) -> Instance:
    """The instance of a block that has one; OpenTofu lets a provider have several, which are not told apart."""
    if block.type == "provider" and block.body.attribute("for_each"):
        return unresolved(unknown(UnknownReason.PER_INSTANCE, "for_each"), count=False).instances[None]
    return Instance()


def _resource(
    address: str, identity: Identity, placed: Placed, scope: ModuleScope, found: View, origins: Mapping[str, Origin]
) -> Resource:
    """The resource that an instance of a block is."""
    attributes = found.attributes
    role = scope.estate.role(placed.path)
    vendored = role is Role.VENDORED
    location = location_of(placed.path, placed.block.position, placed.block.end_line)
    return Resource(
        address=address,
        declaration=identity.address,
        environment=scope.environment.name,
        kind=ResourceKind.TERRAFORM,
        type=identity.type,
        name=identity.name,
        namespace=None,
        attributes=attributes,
        labels=labels_of(attributes),
        location=_own_call(scope) or location if vendored else location,
        role=_role(role, scope),
        module_path=scope.module_path,
        calls=scope.places,
        doubt=_doubt(identity.address, placed, scope),
        origins=origins,
        documents=documents(attributes),
        positions={} if vendored else found.positions,
    )


def _secret(placed: Placed, scope: ModuleScope) -> Collection[str]:
    """Arguments of a block that are secret because of what they are given to."""
    block = placed.block
    if block.type in _SECRET:
        return _SECRET[block.type] if is_sensitive(block) else ()
    callee = scope.callee(block.labels[0]) if block.type == "module" else None
    return () if callee is None else sensitive_variables(callee)


def _given(address: str, placed: Placed, scope: ModuleScope) -> Mapping[str, Value]:
    """Arguments of a block that are not to be evaluated: secrets, and what the block goes through."""
    found: dict[str, Value] = {name: unknown(UnknownReason.SENSITIVE, name) for name in _secret(placed, scope)}
    if placed.block.type in _INSTANCES:
        found.update((name, scope.gone_through(address)) for name in _META if placed.block.body.attribute(name))
    return found


def _doubt(address: str, placed: Placed, scope: ModuleScope) -> str:
    """What leaves open whether a block is there at all, innermost first."""
    own = scope.expansion(address, placed).doubt if placed.block.type in _INSTANCES else ""
    return own or scope.doubt


def _own_call(scope: ModuleScope) -> Location | None:
    """The innermost call that the supplier wrote: what a fetched module does stands there."""
    own = [place for place in scope.places if scope.estate.role(place.path) is not Role.VENDORED]
    return own[-1] if own else None


def _role(own: Role, scope: ModuleScope) -> Role:
    """What a block is to the product: what its module was called for, unless its own file has another role."""
    return scope.role if own in (Role.PRODUCT, Role.VENDORED) and scope.call else own
