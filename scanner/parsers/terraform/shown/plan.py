"""A plan as ``terraform show -json`` writes it, to the resources that the source of its root module gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.artifact import Location
from scanner.domain.resource import Parsed, Problem, Resource, Value
from scanner.parsers.terraform.shown.document import Form, Kind, Shown, read_document
from scanner.parsers.terraform.shown.plan_configuration import Configuration, constant, constants
from scanner.parsers.terraform.shown.plan_references import PlanReferences
from scanner.parsers.terraform.shown.plan_settings import Origins, Settings
from scanner.parsers.terraform.shown.secrets import Secrets, marked_outputs
from scanner.parsers.terraform.shown.shown_resources import Entry, ModulePath, counts, entries, make
from scanner.parsers.terraform.shown.shown_values import ValueView


def read_plan(data: bytes, path: str, environment: str) -> Shown:
    """Read a plan.

    Args:
        data: The file.
        path: How problems and findings name it.
        environment: How the findings say for which environment it stands: ``plan tfplan.json``.

    Raises:
        ReadError: It is no plan that archscan reads; with a hint.
    """
    document = read_document(data, Kind.PLAN)
    return _Plan(document, Origins(environment, Location(path=path))).shown()


class _Plan:
    def __init__(self, document: Mapping[str, object], origins: Origins) -> None:
        self._document = document
        self._origins = origins
        self._form = Form(origins.place)
        form = self._form
        self._configuration = Configuration(form.mapping(document.get("configuration"), "configuration"), form)
        self._changes = {
            address: form.mapping(entry.get("change"), f"change of {address}")
            for item in form.entries(document.get("resource_changes"), "resource_changes")
            if (entry := form.mapping(item, "a resource change"))
            and "deposed" not in entry
            and (address := form.text(entry.get("address"), "address of a resource change"))
        }
        self._left_out: dict[str, frozenset[str]] = {}
        self._secrets = Secrets()

    def shown(self) -> Shown:
        form = self._form
        planned = form.mapping(self._document.get("planned_values"), "planned_values")
        found, modules = self._found(planned)
        outputs = form.mapping(planned.get("outputs"), "outputs")
        self._gather(found, outputs)
        resources = [self._resource(entry) for entry in found]
        settings = Settings(self._configuration, modules, self._origins, form)
        resources.extend(self._secrets.hide_in(one) for one in settings.resources(self._document, outputs))
        finder = PlanReferences(self._configuration, found, modules, self._origins)
        references = tuple(finder.references(form))
        states = tuple(self._states())
        return Shown(
            environment=self._origins.environment,
            parsed=Parsed(
                resources=tuple({resource.address: resource for resource in reversed(resources)}.values())[::-1],
                references=references,
                problems=(*states, *form.problems()),
                counts={"terraform_plans": 1, **counts(resources)},
            ),
            left_out=self._left_out,
            whole=not states,
            through_locals=finder.through_locals,
        )

    def _found(self, planned: Mapping[str, object]) -> tuple[list[Entry], list[ModulePath]]:
        """Resources and module instances; data sources that were read already stand in the prior state alone."""
        form = self._form
        prior = form.mapping(self._document.get("prior_state"), "prior_state")
        before = form.mapping(prior.get("values"), "values of prior_state")
        found: dict[str, Entry] = {}
        modules: dict[ModulePath, None] = {(): None}
        for item in entries(form.mapping(planned.get("root_module"), "root_module"), form):
            if isinstance(item, Entry):
                found.setdefault(item.address, item)
            else:
                modules[item] = None
        for item in entries(form.mapping(before.get("root_module"), "root_module of prior_state"), form):
            if (
                isinstance(item, Entry)
                and item.is_data
                and (item.names, item.declaration) in self._configuration.resources
            ):
                found.setdefault(item.address, item)
                modules[item.modules] = None
        for path in list(modules):
            modules.update(dict.fromkeys(path[:end] for end in range(len(path))))
        return list(found.values()), list(modules)

    def _gather(self, found: Iterable[Entry], outputs: Mapping[str, object]) -> None:
        """Take what is marked as sensitive, to know it where it comes back without a mark."""
        for entry in found:
            marks = (entry.content.get("sensitive_values"), self._changes.get(entry.address, {}).get("after_sensitive"))
            self._secrets.add_marked(entry.content.get("values"), marks)
        for value in marked_outputs(outputs):
            self._secrets.add(value)
        given = self._form.mapping(self._document.get("variables"), "variables")
        for name in self._configuration.sensitive_variables(()):
            self._secrets.add(self._form.mapping(given.get(name), f"variable {name}").get("value"))

    def _resource(self, entry: Entry) -> Resource:
        form = self._form
        change = self._changes.get(entry.address, {})
        expressions = self._configuration.expressions(entry.names, entry.declaration)
        values = ValueView(expressions, self._secrets)
        attributes = values.attributes(
            form.mapping(entry.content.get("values"), f"values of {entry.address}"),
            form.mapping(change.get("after_unknown"), f"after_unknown of {entry.address}"),
            (entry.content.get("sensitive_values"), change.get("after_sensitive")),
        )
        if values.left_out:
            self._left_out[entry.address] = frozenset(values.left_out)
        block = self._configuration.resources.get((entry.names, entry.declaration), {})
        return make(entry, {**attributes, **_meta(block)}, self._origins.environment, self._origins.place)

    def _states(self) -> Iterator[Problem]:
        if self._document.get("errored") is True:
            yield self._problem("the plan failed with an error: what comes after the fault is not in it")
        if self._document.get("complete") is False:
            yield self._problem("the plan is not complete: targets were named, or changes were put off")
        deferred = self._form.entries(self._document.get("deferred_changes"), "deferred_changes")
        if deferred:
            yield self._problem(f"the plan puts off {len(deferred)} changes: they are not in it")

    def _problem(self, message: str) -> Problem:
        return Problem(stage="parsing", engine="terraform", message=message, location=self._origins.place)


def _meta(block: Mapping[str, object]) -> dict[str, Value]:
    """Arguments that Terraform itself takes; ``lifecycle`` and ``connection`` are in no plan."""
    found: dict[str, Value] = {}
    for key, name in (("count_expression", "count"), ("for_each_expression", "for_each")):
        if key in block:
            found[name] = constant(block[key], name)
    depends = block.get("depends_on")
    if isinstance(depends, list):
        found["depends_on"] = [name for name in depends if isinstance(name, str)]
    provider = block.get("provider_config_key")
    if isinstance(provider, str) and "." in provider:
        found["provider"] = provider.rpartition(":")[2]
    provisioners = block.get("provisioners")
    if isinstance(provisioners, list):
        found["provisioner"] = [_provisioner(item) for item in provisioners if isinstance(item, dict)]
    return {name: value for name, value in found.items() if value is not None}


def _provisioner(item: Mapping[str, object]) -> dict[str, Value]:
    expressions, kind = item.get("expressions"), item.get("type")
    found = constants(expressions) if isinstance(expressions, dict) else {}
    return {**found, "label": kind} if isinstance(kind, str) else found
