"""Resources and data sources of ``planned_values``, ``prior_state`` and ``values``: which there are, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.parsers.terraform.policies.documents import documents
from scanner.parsers.terraform.shown.document import Form
from scanner.parsers.terraform.values.collections import count_leaves
from scanner.parsers.terraform.values.labels import labels_of

MAX_RESOURCES = 100_000
"""Of one plan or state; large estates have some ten thousand."""
_STEP = lazy_re.compile(r'module\.([^.\[\]"]+)(\[(?:-?\d+|"(?:[^"\\]|\\.)*")\])?(?:\.|$)')
_KEY = lazy_re.compile(r'(\[(?:-?\d+|"(?:[^"\\]|\\.)*")\])?')
_DATA = "data"
_OTHER_BLOCKS = frozenset(("variable", "output", "module", "terraform"))
_MODES = ("managed", _DATA)


class ModuleStep(NamedTuple):
    """One module call with the key of its instance."""

    name: str
    key: str
    """With its brackets as Terraform writes it: ``["logs"]``, ``[0]`` or nothing."""


ModulePath = tuple[ModuleStep, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A resource as it stands in the document."""

    address: str
    modules: ModulePath
    type: str
    name: str
    key: str
    """Of the instance, with its brackets."""
    is_data: bool
    content: Mapping[str, object]

    @property
    def declaration(self) -> str:
        """The block's own name."""
        return f"{self.type}.{self.name}"

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the module calls."""
        return tuple(step.name for step in self.modules)


def module_path(address: str) -> ModulePath | None:
    """The steps of a module's address, or None where it is not one."""
    steps = []
    at = 0
    while at < len(address):
        match = _STEP.match(address, at)
        if match is None:
            return None
        steps.append(ModuleStep(match[1], match[2] or ""))
        at = match.end()
    return tuple(steps)


def module_address(modules: ModulePath) -> str:
    """The address of a module, with a dot behind it where it is not the root."""
    return "".join(f"module.{step.name}{step.key}." for step in modules)


def entries(root: Mapping[str, object], form: Form) -> Iterator[Entry | ModulePath]:
    """Everything below a root module, in order: modules, each followed by its resources.

    Args:
        root: ``root_module``.
        form: Takes its parts.
    """
    waiting: list[Mapping[str, object]] = [root]
    found = 0
    while waiting:
        module = waiting.pop()
        address = form.text(module.get("address"), "address of a module")
        path = module_path(address)
        if path is None:
            form.fault(f"{address[:100]!r} is not the address of a module: it is left out")
            continue
        yield path
        for item in form.entries(module.get("resources"), "resources"):
            entry = _entry(form.mapping(item, "a resource"), path, form)
            if entry is not None:
                found += 1
                if found > MAX_RESOURCES:
                    form.fault(f"more than {MAX_RESOURCES} resources: the rest is not read")
                    return
                yield entry
        children = form.entries(module.get("child_modules"), "child_modules")
        waiting.extend(form.mapping(child, "a module") for child in reversed(children))


def _entry(item: Mapping[str, object], modules: ModulePath, form: Form) -> Entry | None:
    mode = form.text(item.get("mode"), "mode of a resource")
    texts = [form.text(item.get(name), f"{name} of a resource") for name in ("address", "type", "name")]
    if not all(texts):
        form.fault("a resource without address, type or name: left out")
        return None
    if mode not in _MODES:
        form.fault(f"resources of the mode {mode[:40]!r} are not read")
        return None
    address, kind, name = texts
    is_data = mode == _DATA
    full = f"data.{kind}" if is_data else kind
    key = address.removeprefix(f"{module_address(modules)}{full}.{name}")
    if not _KEY.fullmatch(key):
        form.fault(f"{address[:100]!r} is not the address of its resource: it is left out")
        return None
    deposed = item.get("deposed_key")
    if isinstance(deposed, str):
        address = f"{address} (deposed object {deposed})"
    return Entry(address, modules, full, name, key, is_data, item)


def make(entry: Entry, attributes: Mapping[str, Value], environment: str, place: Location) -> Resource:
    """The resource of an entry."""
    return Resource(
        address=entry.address,
        declaration=entry.declaration,
        environment=environment,
        kind=ResourceKind.TERRAFORM,
        type=entry.type,
        name=entry.name,
        attributes=attributes,
        labels=labels_of(attributes),
        location=place,
        module_path=entry.names,
        documents=documents(attributes),
    )


def counts(resources: Iterable[Resource]) -> dict[str, int]:
    """Additions to the inventory: resources, and how much of their values is known."""
    known = unknown = managed = 0
    for resource in resources:
        some, none = count_leaves(dict(resource.attributes))
        known, unknown = known + some, unknown + none
        managed += is_resource(resource)
    return {"known_values": known, "unknown_values": unknown, "terraform_resources": managed}


def is_resource(resource: Resource) -> bool:
    """Whether it is a managed resource, and not a data source or another block."""
    return "." not in resource.type and resource.type not in _OTHER_BLOCKS
