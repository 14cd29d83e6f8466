"""MSBuild projects and what belongs to them: target frameworks, packages, assemblies, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner import lazy_re
from scanner.domain.resource import Unknown
from scanner.parsers.dependencies.manifest import MalformedError, Manifest, set_elsewhere
from scanner.parsers.dependencies.xml_tree import Element, read_xml

_PROPERTY = lazy_re.compile(r"\$\(([\w.-]+)\)")
_FRAMEWORK = lazy_re.compile(r"^net(\d{2,3}|4\.\d(?:\.\d)?)(?:-\w+)?$")
_CORE = lazy_re.compile(r"^(net(?:[5-9]|[1-9]\d)\.\d+|netcoreapp\d\.\d)(-[\w.]+)?$")
_PORTABLE = lazy_re.compile(r"^(netstandard|portable|uap|monoandroid|xamarin|sl\d|wp)", re.IGNORECASE)
_MAX_ROUNDS = 5
_LONGEST = 1_000
_ITEMS = {
    "PackageReference": "runtime",
    "GlobalPackageReference": "development",
    "PackageVersion": "managed",
    "Reference": "runtime",
    "FrameworkReference": "runtime",
    "DotNetCliToolReference": "development",
}


def read_project(text: str, found: Manifest) -> None:
    """Read a project file or a ``Directory.*.props``.

    Raises:
        MalformedError: It is no MSBuild project, or no sound XML.
    """
    project = read_xml(text)
    if project.name != "Project":
        raise MalformedError("the root element is not <Project>", project.line)
    values = _read_properties(project, found)
    _read_sdk(project, found)
    for group in _groups(project, "ItemGroup"):
        for item in group.children:
            if item.name in _ITEMS:
                _add_item(found, item, values)
            elif item.name == "ProjectReference" and item.attribute("Include"):
                found.build_on(item.attribute("Include"), item.line)


def read_packages_config(text: str, found: Manifest) -> None:
    """Read a packages.config.

    Raises:
        MalformedError: It is no list of packages, or no sound XML.
    """
    root = read_xml(text)
    if root.name != "packages":
        raise MalformedError("the root element is not <packages>", root.line)
    for package in root.each("package"):
        development = package.attribute("developmentDependency").lower() == "true"
        scope = "development" if development else "runtime"
        found.depend(package.attribute("id"), package.attribute("version"), scope, package.line)


def _groups(project: Element, name: str) -> Iterator[Element]:
    yield from project.each(name)
    for path in (("Choose", "When"), ("Choose", "Otherwise"), ("Target",)):
        for holder in project.beneath(*path):
            yield from holder.each(name)


def _read_properties(project: Element, found: Manifest) -> dict[str, str]:
    """Properties in the order of the file; one without a condition goes before those with one."""
    values: dict[str, str] = {}
    certain: set[str] = set()
    for group in _groups(project, "PropertyGroup"):
        for element in group.children:
            conditional = bool(group.attribute("Condition") or element.attribute("Condition"))
            value = _resolve(element.text, values)
            if element.name in {"TargetFramework", "TargetFrameworks", "TargetFrameworkVersion"}:
                _add_frameworks(found, value, element)
            if not element.text or element.children or (conditional and element.name in certain):
                continue
            if not conditional:
                certain.add(element.name)
            if isinstance(value, str):
                values[element.name] = value[:_LONGEST]
            found.describe(element.name, value, element.line)
    return values


def _add_frameworks(found: Manifest, value: str | Unknown, element: Element) -> None:
    if isinstance(value, Unknown):
        found.run_on("dotnet", value, element.line)
        return
    for written in value.split(";"):
        framework = written.strip().lower()
        if element.name == "TargetFrameworkVersion":
            if framework.startswith("v"):
                found.run_on("dotnet-framework", framework[1:], element.line)
        elif _CORE.match(framework):
            found.run_on("dotnet", framework, element.line)
        elif _FRAMEWORK.match(framework):
            found.run_on("dotnet-framework", framework, element.line)
        elif framework and not _PORTABLE.match(framework):
            found.doubt(f"target framework {framework[:40]} is not known", element.line)


def _read_sdk(project: Element, found: Manifest) -> None:
    nested = [*project.each("Sdk"), *project.each("Import")]
    written = [(project.attribute("Sdk"), project.line)]
    written += [(child.attribute("Name" if child.name == "Sdk" else "Sdk"), child.line) for child in nested]
    for sdk, line in written:
        if sdk:
            # A version may follow the name: "My.Sdk/1.2.0".
            found.describe("Sdk", ";".join(part.partition("/")[0].strip() for part in sdk.split(";")), line)
            return


def _add_item(found: Manifest, item: Element, values: dict[str, str]) -> None:
    include = item.attribute("Include")
    if not include:
        # Update and Remove change an item that stands elsewhere.
        return
    scope = _ITEMS[item.name]
    if item.name == "Reference":
        assembly, _, rest = include.partition(",")
        version = re.search(r"\bVersion=([\d.]+)", rest)
        found.depend(assembly, version[1] if version else "", scope, item.line)
        return
    if (item.attribute("PrivateAssets") or item.value("PrivateAssets")).lower() == "all":
        scope = "development"
    written = next(
        (text for name in ("VersionOverride", "Version") if (text := item.attribute(name) or item.value(name))), ""
    )
    for name in include.split(";"):
        if name.strip():
            found.depend(name, _resolve(written, values), scope, item.line)


def _resolve(written: str, values: dict[str, str]) -> str | Unknown:
    text = written.strip()[: _LONGEST * 2]
    for _ in range(_MAX_ROUNDS):
        names = set(_PROPERTY.findall(text))
        if not names and "$(" not in text:
            return text
        if not names or not names <= values.keys():
            return set_elsewhere(written)
        text = _PROPERTY.sub(lambda match: values[match[1]], text)
        if len(text) > _LONGEST:
            break
    return set_elsewhere(written)
