"""Blocks of a plan that are not resources: providers, variables, outputs, module calls, and Terraform itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.parsers.redaction import HIDDEN, redact_value
from scanner.parsers.terraform.shown.document import Form
from scanner.parsers.terraform.shown.plan_configuration import Configuration, constant, constants
from scanner.parsers.terraform.shown.shown_resources import ModulePath, module_address
from scanner.parsers.terraform.shown.shown_values import as_value

_BUILT_IN = "terraform.io/builtin/"


@dataclass(frozen=True, slots=True)
class Origins:
    """What all resources of one document have in common."""

    environment: str
    place: Location


class Settings:
    """Makes resources of what the configuration says.

    Args:
        configuration: Of the plan.
        modules: Module instances that the plan names; those without resources need not be among them.
        origins: Where the resources come from.
        form: Takes parts of the document.
    """

    def __init__(
        self, configuration: Configuration, modules: Iterable[ModulePath], origins: Origins, form: Form
    ) -> None:
        self._configuration = configuration
        self._origins = origins
        self._form = form
        self._instances: dict[tuple[str, ...], list[ModulePath]] = {}
        for path in dict.fromkeys(modules):
            self._instances.setdefault(tuple(step.name for step in path), []).append(path)

    def resources(self, document: Mapping[str, object], outputs: Mapping[str, object]) -> Iterator[Resource]:
        """All of them.

        Args:
            document: The plan, for the version that wrote it.
            outputs: Of the root module, as planned.
        """
        yield self._terraform(document)
        yield from self._providers()
        for path in self._configuration.modules:
            for instance in self._instances.get(path, ()):
                yield from self._variables(path, instance)
                yield from self._outputs(path, instance, outputs)
        for path, call in self._configuration.calls.items():
            yield from self._calls(path, call)

    def _make(self, prefix: ModulePath, kind: str, name: str, address: str, attributes: dict[str, Value]) -> Resource:
        return Resource(
            address=module_address(prefix) + address,
            declaration=address,
            environment=self._origins.environment,
            kind=ResourceKind.TERRAFORM,
            type=kind,
            name=name,
            attributes=attributes,
            location=self._origins.place,
            module_path=tuple(step.name for step in prefix),
        )

    def _terraform(self, document: Mapping[str, object]) -> Resource:
        required: dict[str, Value] = {}
        for value in self._configuration.providers.values():
            provider = self._form.mapping(value, "a provider")
            name = self._form.text(provider.get("name"), "name of a provider")
            source = self._form.text(provider.get("full_name"), "full_name of a provider")
            version = self._form.text(provider.get("version_constraint"), "version_constraint")
            if name and not source.startswith(_BUILT_IN) and (version or name not in required):
                written = {"source": source.removeprefix("registry.terraform.io/"), "version": version}
                required[name] = {key: text for key, text in written.items() if text}
        attributes: dict[str, Value] = {"required_providers": [required]} if required else {}
        version = self._form.text(document.get("terraform_version"), "terraform_version")
        if version:
            attributes["version"] = version
        return self._make((), "terraform", "terraform", "terraform", attributes)

    def _providers(self) -> Iterator[Resource]:
        for key, value in self._configuration.providers.items():
            provider = self._form.mapping(value, f"provider {key}")
            name = self._form.text(provider.get("name"), "name of a provider")
            expressions = self._form.mapping(provider.get("expressions"), f"expressions of provider {key}")
            alias = self._form.text(provider.get("alias"), "alias of a provider")
            if not name or not (expressions or alias):
                continue  # not written: only used
            attributes = _without_secrets(constants(expressions))
            if alias:
                attributes["alias"] = alias
            module = self._form.text(provider.get("module_address"), "module_address of a provider")
            path = tuple(module.removeprefix("module.").split(".module.")) if module else ()
            address = f"provider.{name}.{alias}" if alias else f"provider.{name}"
            for instance in self._instances.get(path, ()):
                yield self._make(instance, f"provider.{name}", name, address, attributes)

    def _variables(self, path: tuple[str, ...], instance: ModulePath) -> Iterator[Resource]:
        for name, entry in self._configuration.section(path, "variables").items():
            attributes = self._plain(entry, ("description", "sensitive", "ephemeral"))
            if "default" in entry:
                attributes["default"] = _secret("default") if _is_sensitive(entry) else as_value(entry["default"])
            yield self._make(instance, "variable", name, f"var.{name}", attributes)

    def _outputs(
        self, path: tuple[str, ...], instance: ModulePath, planned: Mapping[str, object]
    ) -> Iterator[Resource]:
        for name, entry in self._configuration.section(path, "outputs").items():
            attributes = self._plain(entry, ("description", "sensitive", "ephemeral"))
            found = self._form.mapping(planned.get(name), f"output {name}") if not path else {}
            if _is_sensitive(entry) or _is_sensitive(found):
                attributes["value"] = _secret("value")
            elif "value" in found:
                attributes["value"] = as_value(found["value"])
            else:
                attributes["value"] = constant(entry.get("expression"), "value")
            kept: dict[str, Value] = {key: value for key, value in attributes.items() if value is not None}
            yield self._make(instance, "output", name, f"output.{name}", kept)

    def _calls(self, path: tuple[str, ...], call: Mapping[str, object]) -> Iterator[Resource]:
        expressions = self._form.mapping(call.get("expressions"), f"arguments of module {path[-1]}")
        attributes = constants(expressions)
        for name in self._configuration.sensitive_variables(path) & attributes.keys():
            attributes[name] = _secret(name)
        for key, name in (("source", "source"), ("version_constraint", "version")):
            text = self._form.text(call.get(key), f"{key} of module {path[-1]}")
            if text:
                attributes[name] = text
        for key, name in (("count_expression", "count"), ("for_each_expression", "for_each")):
            if key in call:
                attributes[name] = constant(call[key], name)
        made = self._instances.get(path, ())
        if not made:
            parents = self._instances.get(path[:-1], ())
            yield from (self._make(parent, "module", path[-1], f"module.{path[-1]}", attributes) for parent in parents)
        for instance in made:
            resource = self._make(instance[:-1], "module", path[-1], f"module.{path[-1]}", attributes)
            yield resource.model_copy(update={"address": resource.address + instance[-1].key})

    def _plain(self, entry: Mapping[str, object], names: Iterable[str]) -> dict[str, Value]:
        return {name: value for name in names if isinstance(value := entry.get(name), str | bool)}


def output_resources(outputs: Mapping[str, object], origins: Origins, form: Form) -> Iterator[Resource]:
    """Outputs of a state, which has no configuration."""
    for name, value in outputs.items():
        entry = form.mapping(value, f"output {name}")
        sensitive = _is_sensitive(entry)
        held = _secret("value") if sensitive else as_value(entry.get("value"))
        attributes: dict[str, Value] = {} if held is None else {"value": held}
        if sensitive:
            attributes["sensitive"] = True
        yield Resource(
            address=f"output.{name}",
            declaration=f"output.{name}",
            environment=origins.environment,
            kind=ResourceKind.TERRAFORM,
            type="output",
            name=name,
            attributes=attributes,
            location=origins.place,
        )


def _is_sensitive(entry: Mapping[str, object]) -> bool:
    return bool(entry.get("sensitive") or entry.get("ephemeral"))


def _secret(name: str) -> Unknown:
    return Unknown(reason=UnknownReason.SENSITIVE, text=name)


def _without_secrets(attributes: Mapping[str, Value]) -> dict[str, Value]:
    """Providers' secrets carry no mark in a plan: their names tell."""
    return {
        name: _secret(name) if isinstance(value, str) and redact_value(name, value) == HIDDEN else value
        for name, value in attributes.items()
    }
