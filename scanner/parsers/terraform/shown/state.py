"""A state as ``terraform show -json`` writes it, to resources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.addresses import without_keys
from scanner.domain.artifact import Location
from scanner.domain.resource import Parsed, Reference, Resource
from scanner.parsers.terraform.shown.document import Form, Kind, Shown, read_document
from scanner.parsers.terraform.shown.plan_settings import Origins, output_resources
from scanner.parsers.terraform.shown.secrets import Secrets, marked_outputs
from scanner.parsers.terraform.shown.shown_resources import Entry, counts, entries, make
from scanner.parsers.terraform.shown.shown_values import ValueView


def read_state(data: bytes, path: str, environment: str) -> Shown:
    """Read a state.

    A state holds values and no code: empty texts, lists and maps in it are arguments that nobody wrote, and are left
    out.

    Args:
        data: The file.
        path: How problems and findings name it.
        environment: How the findings say for which environment it stands: ``state state.json``.

    Raises:
        ReadError: It is no state that archscan reads; with a hint.
    """
    document = read_document(data, Kind.STATE)
    origins = Origins(environment, Location(path=path))
    form = Form(origins.place)
    values = form.mapping(document.get("values"), "values")
    found: dict[str, Entry] = {}
    for item in entries(form.mapping(values.get("root_module"), "root_module"), form):
        if isinstance(item, Entry):
            found.setdefault(item.address, item)
    outputs = form.mapping(values.get("outputs"), "outputs")
    secrets = _secrets(found.values(), outputs)
    resources = [_resource(entry, origins, form, secrets) for entry in found.values()]
    references = tuple(_references(found.values(), origins, form))
    resources.extend(secrets.hide_in(one) for one in output_resources(outputs, origins, form))
    return Shown(
        environment=environment,
        whole=False,  # what is written and not made yet is not in it
        parsed=Parsed(
            resources=tuple(resources),
            references=references,
            problems=form.problems(),
            counts={"terraform_states": 1, **counts(resources)},
        ),
    )


def _secrets(found: Iterable[Entry], outputs: Mapping[str, object]) -> Secrets:
    secrets = Secrets()
    for entry in found:
        secrets.add_marked(entry.content.get("values"), (entry.content.get("sensitive_values"),))
    for value in marked_outputs(outputs):
        secrets.add(value)
    return secrets


def _resource(entry: Entry, origins: Origins, form: Form, secrets: Secrets) -> Resource:
    attributes = ValueView(None, secrets).attributes(
        form.mapping(entry.content.get("values"), f"values of {entry.address}"),
        {},
        (entry.content.get("sensitive_values"),),
    )
    return make(entry, attributes, origins.environment, origins.place)


def _references(found: Iterable[Entry], origins: Origins, form: Form) -> Iterator[Reference]:
    """``depends_on`` names blocks without keys: meant are the instances of the same module instances."""
    every = tuple(found)
    named: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in every:
        named[without_keys(entry.address)].append(entry)
    for entry in every:
        for name in form.texts(entry.content.get("depends_on"), f"depends_on of {entry.address}"):
            for target in _nearest(entry, named.get(name, ())):
                yield Reference(
                    source=entry.address,
                    target=target.address,
                    environment=origins.environment,
                    location=origins.place,
                )


def _nearest(source: Entry, targets: Iterable[Entry]) -> Iterator[Entry]:
    for target in targets:
        pairs = zip(source.modules, target.modules, strict=False)
        crossed = False
        for ours, theirs in pairs:
            if ours.name != theirs.name:
                break
            if ours.key != theirs.key:
                crossed = True
                break
        if not crossed and target.address != source.address:
            yield target
