"""Maven's pom.xml: dependencies with the properties put in, the parent, and the Java release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.domain.resource import Unknown
from scanner.parsers.dependencies.manifest import MalformedError, Manifest, set_elsewhere
from scanner.parsers.dependencies.xml_tree import Element, read_xml

_PROPERTY = lazy_re.compile(r"\$\{([^${}]*)\}")
_SCOPES = {"": "runtime", "compile": "runtime", "runtime": "runtime", "test": "development", "import": "import"}
_RELEASES = ("maven.compiler.release", "java.version", "maven.compiler.target", "maven.compiler.source")
_MAX_ROUNDS = 10
_LONGEST = 1_000

Properties = Mapping[str, Element]


def read_pom(text: str, found: Manifest) -> None:
    """Read a pom.xml.

    Raises:
        MalformedError: It is no Maven project, or no sound XML.
    """
    project = read_xml(text)
    if project.name != "project":
        raise MalformedError("the root element is not <project>", project.line)
    properties = _properties(project)
    for name, element in properties.items():
        if element.name == name:
            found.describe(name, resolve(element.text, properties), element.line)
    found.call(project.value("artifactId"))
    parent = project.child("parent")
    if parent is not None:
        _add(found, parent, properties, "parent")
    for holder in (project, *project.beneath("profiles", "profile")):
        for dependency in holder.beneath("dependencies", "dependency"):
            _add(found, dependency, properties, _scope(dependency))
        for dependency in holder.beneath("dependencyManagement", "dependencies", "dependency"):
            scope = "import" if dependency.value("scope") == "import" else "managed"
            _add(found, dependency, properties, scope)
    _read_java(project, properties, found)


def resolve(written: str, properties: Properties) -> str | Unknown:
    """A text with its properties put in; unknown where one is set elsewhere or leads back to itself.

    Args:
        written: Such as ``${spring.version}``.
        properties: Name to the element that holds its value.
    """
    text = written[:_LONGEST]
    for _ in range(_MAX_ROUNDS):
        names = set(_PROPERTY.findall(text))
        if not names:
            return text
        if not names <= properties.keys():
            return set_elsewhere(written)
        text = _PROPERTY.sub(lambda match: properties[match[1]].text[:_LONGEST], text)
        if len(text) > _LONGEST:
            break
    return set_elsewhere(written)


def _properties(project: Element) -> dict[str, Element]:
    holder = project.child("properties")
    found = {element.name: element for element in (holder.children if holder else [])}
    parent = project.child("parent")
    for name in ("version", "groupId", "artifactId"):
        own = project.child(name) or (parent.child(name) if parent and name != "artifactId" else None)
        if own is not None:
            found.update(dict.fromkeys((f"project.{name}", f"pom.{name}"), own))
        above = parent.child(name) if parent else None
        if above is not None:
            found.update(dict.fromkeys((f"project.parent.{name}", f"parent.{name}"), above))
    return found


def _scope(dependency: Element) -> str:
    if dependency.value("optional") == "true":
        return "optional"
    written = dependency.value("scope")
    return _SCOPES.get(written, written)


def _add(found: Manifest, element: Element, properties: Properties, scope: str) -> None:
    parts = [resolve(element.value(name), properties) for name in ("groupId", "artifactId")]
    # A name with a hole is still a name: the part that is written can be matched.
    name = ":".join(part.text if isinstance(part, Unknown) else part for part in parts)
    if name == ":":
        found.doubt("a dependency without a name", element.line)
        return
    found.depend(name, resolve(element.value("version"), properties), scope, element.line)


def _read_java(project: Element, properties: Properties, found: Manifest) -> None:
    """The first that is written: the compiler's own settings before properties, the release before the target."""
    release = next(_written_releases(project, properties), None)
    if release is not None:
        found.run_on("java", resolve(release.text, properties), release.line)


def _written_releases(project: Element, properties: Properties) -> Iterator[Element]:
    for kind in ("plugins", "pluginManagement"):
        path = ("build", "plugins", "plugin") if kind == "plugins" else ("build", kind, "plugins", "plugin")
        for plugin in project.beneath(*path):
            if plugin.value("artifactId") == "maven-compiler-plugin":
                for name in ("release", "target", "source"):
                    yield from plugin.beneath("configuration", name)
    for name in _RELEASES:
        if name in properties:
            yield properties[name]
