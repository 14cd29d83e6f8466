"""Puts plans and states in the place of the source that they come from, so that findings point at its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scanner.domain.artifact import Location
from scanner.domain.resource import Parsed, Position, Problem, Reference, Resource, ResourceKind
from scanner.parsers.terraform.shown.document import Shown
from scanner.parsers.terraform.shown.filling import agreement, filled
from scanner.parsers.terraform.shown.shown_resources import counts, is_resource

_Block = tuple[tuple[str, ...], str]
"""Names of module calls, and declaration."""


@dataclass(slots=True)
class _Environment:
    """One environment of the source. Filled by :func:`_environments`."""

    name: str
    resources: list[Resource] = field(default_factory=list)
    blocks: defaultdict[_Block, list[Resource]] = field(default_factory=lambda: defaultdict(list))
    by_address: dict[str, Resource] = field(default_factory=dict)


def place(shown: Sequence[Shown], source: Parsed) -> Parsed:
    """Let plans and states stand for the environments of the source that they describe.

    Args:
        shown: Plans and states.
        source: What the source gives.

    Returns:
        The source without those environments, and what the plans and states hold, each resource at the line of its
        block. A plan whose root is not in the source is added as it is.
    """
    if not shown:
        return source
    environments = _environments(source.resources)
    chosen = {one.environment: _choose(one, environments.values()) for one in shown}
    replaced: defaultdict[str, list[Shown]] = defaultdict(list)
    for one in shown:
        home = chosen[one.environment]
        if home is not None:
            replaced[home.name].append(one)
    moved = {name: _Kept(environments[name], ones) for name, ones in replaced.items()}
    resources = [kept for resource in source.resources if (kept := _kept(resource, moved)) is not None]
    references = [kept for one in source.references for kept in _kept_references(one, moved)]
    problems = list(source.problems)
    inventory = Counter(source.counts)
    inventory.subtract(counts(one for one in source.resources if _is_terraform(one)))
    for one in shown:
        placed = _Placing(one, chosen[one.environment], alone=not environments)
        resources.extend(placed.resources())
        references.extend(placed.references(source.references))
        problems.extend((*one.parsed.problems, *placed.problems()))
        inventory.update({name: one.parsed.counts.get(name, 0) for name in ("terraform_plans", "terraform_states")})
    inventory.update(counts(one for one in resources if _is_terraform(one)))
    return Parsed(
        resources=tuple(resources),
        references=tuple(_distinct(references)),
        problems=tuple(problems),
        counts={name: number for name, number in inventory.items() if number or name in source.counts},
    )


def _is_terraform(resource: Resource) -> bool:
    return resource.kind is ResourceKind.TERRAFORM


def _is_instance(resource: Resource) -> bool:
    """Whether it is a resource or data source, and not another block of Terraform."""
    return is_resource(resource) or resource.type.startswith("data.")


def _has_values(resource: Resource) -> bool:
    """Providers, variables, outputs and settings of Terraform are what the source says of them."""
    return _is_instance(resource) or resource.type == "module"


def _block(resource: Resource) -> _Block:
    return resource.module_path, resource.declaration or resource.address


def _environments(resources: Iterable[Resource]) -> dict[str, _Environment]:
    found: dict[str, _Environment] = {}
    for resource in resources:
        if _is_terraform(resource):
            one = found.setdefault(resource.environment, _Environment(resource.environment))
            one.resources.append(resource)
            one.blocks[_block(resource)].append(resource)
            one.by_address[resource.address] = resource
    return found


def _choose(shown: Shown, environments: Iterable[_Environment]) -> _Environment | None:
    """The environment that has most of the blocks, and then most of the values.

    One that has less than half of the blocks is another root that only uses the same names.
    """
    wanted = {_block(resource) for resource in shown.parsed.resources if _is_instance(resource)}
    best: _Environment | None = None
    score = (len(wanted) / 2, 0.0, 0)
    for one in sorted(environments, key=lambda environment: environment.name):
        shared = len(wanted & one.blocks.keys())
        if shared < score[0] or not shared:
            continue
        agreeing, differing = agreement(shown.parsed.resources, one.by_address)
        found = (shared, agreeing - 10.0 * differing, -len(one.blocks))
        if best is None or found > score:
            best, score = one, found
    return best


class _Kept:
    """What stays of an environment for which a plan or state stands."""

    def __init__(self, environment: _Environment, shown: Sequence[Shown]) -> None:
        # Without a root of its own, an environment is the whole repository: what the plan lacks is no part of it.
        self.name = shown[0].environment if environment.name else ""
        self.every = [one.environment for one in shown]
        self._blocks = {_block(resource) for one in shown for resource in one.parsed.resources}
        planned = {resource.address for one in shown for resource in one.parsed.resources}
        self._whole = bool(environment.name) and any(one.whole for one in shown)
        # An instance that the plan does not make names nothing, and nothing names it.
        self._gone = {
            one.address
            for one in environment.resources
            if _has_values(one) and not self.keeps(one) and one.address not in planned
        }

    def keeps(self, resource: Resource) -> bool:
        """Whether a resource of the source stays beside those of the plan."""
        if not _has_values(resource):
            return True
        return not self._whole and _block(resource) not in self._blocks

    def names(self, reference: Reference) -> bool:
        """Whether both ends of a reference are still there."""
        return reference.source not in self._gone and reference.target not in self._gone


def _kept(resource: Resource, moved: Mapping[str, _Kept]) -> Resource | None:
    kept = moved.get(resource.environment) if _is_terraform(resource) else None
    if kept is None:
        return resource
    return resource.model_copy(update={"environment": kept.name}) if kept.keeps(resource) else None


def _kept_references(reference: Reference, moved: Mapping[str, _Kept]) -> Iterator[Reference]:
    kept = moved.get(reference.environment)
    if kept is None or not reference.environment:
        yield reference
    elif kept.names(reference):
        for name in kept.every:
            yield reference._replace(environment=name)


class _Placing:
    """One plan or state, with the environment of the source for which it stands."""

    def __init__(self, shown: Shown, home: _Environment | None, *, alone: bool) -> None:
        self._shown = shown
        self._alone = alone
        self._home = home
        self._placed: dict[str, Resource] = {}

    def resources(self) -> Iterator[Resource]:
        """Its resources, at the lines of the source where that has their blocks."""
        home = self._home
        if home is None:
            yield from self._shown.parsed.resources
            return
        agreeing, differing = agreement(self._shown.parsed.resources, home.by_address)
        same = agreeing > 0 and differing == 0
        for resource in self._shown.parsed.resources:
            if not _has_values(resource):
                continue  # the source's own stays
            candidates = home.blocks.get(_block(resource), [])
            written = home.by_address.get(resource.address) or (candidates[0] if candidates else None)
            placed = resource if written is None else self._at(resource, written, same=same)
            self._placed[placed.address] = placed
            yield placed

    def _at(self, resource: Resource, written: Resource, *, same: bool) -> Resource:
        left_out = self._shown.left_out.get(resource.address, frozenset())
        attributes, documents = filled(resource, written, left_out, same=same)
        return resource.model_copy(
            update={
                "attributes": attributes,
                "documents": documents,
                "location": written.location,
                "positions": written.positions,
                "role": written.role,
                "calls": written.calls,
                "origins": written.origins,
            }
        )

    def references(self, source: Iterable[Reference]) -> Iterator[Reference]:
        """Its references, at the places where the source writes them."""
        written = {}
        if self._home is not None:
            written = {
                (one.source, one.attribute): one.location for one in source if one.environment == self._home.name
            }
        for reference in self._shown.parsed.references:
            location = written.get((reference.source, reference.attribute)) or self._line(reference)
            yield reference._replace(location=location)

    def _line(self, reference: Reference) -> Location:
        resource = self._placed.get(reference.source)
        if resource is None:
            return reference.location
        position: Position | None = resource.positions.get(reference.attribute)
        if position is None:
            return resource.location
        return Location(path=resource.location.path, start_line=position.line, start_column=position.column)

    def problems(self) -> Iterator[Problem]:
        """For what it stands, and what could not be followed."""
        name, followed = self._shown.environment, self._home is not None
        if self._home is not None:
            yield _problem(f"{name} stands for the root module {self._home.name or '.'}")
        elif not self._alone:
            yield _problem(
                f"{name}: no root module of the source has its blocks, so its findings point at no line of it"
            )
        if self._shown.through_locals and not followed:
            yield _problem(
                f"{name}: {self._shown.through_locals} references go through locals, of which a plan does not tell "
                "what they name: scan it together with its source to follow them"
            )


def _problem(message: str) -> Problem:
    return Problem(stage="modelling", engine="terraform", message=message)


def _distinct(references: Iterable[Reference]) -> Iterator[Reference]:
    """Each reference once; those of the source, which come first, stand at the more exact place."""
    seen: set[tuple[str, str, str, str]] = set()
    for one in references:
        mark = (one.environment, one.source, one.target, one.attribute)
        if mark not in seen:
            seen.add(mark)
            yield one
