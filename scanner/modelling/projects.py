"""The projects of a repository: folders with a manifest, and the files that belong to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from weakref import WeakKeyDictionary

from scanner import lazy_re
from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.modelling.index import Index

MANIFEST = lazy_re.compile(
    r"(package|composer)\.json|pyproject\.toml|setup\.(py|cfg)|pipfile|requirements(?![-_.](dev|test|lint|doc))[^/]*\.(txt|in)"
    r"|pom\.xml|build\.gradle(\.kts)?|go\.mod|gemfile|[^/]+\.(csproj|vbproj|fsproj|gemspec)",
    re.IGNORECASE,
)
"""Names of files that make their folder a project."""
_SETS_UP_TESTS = lazy_re.compile(
    r"(cypress|playwright|vitest|jest|karma|wdio|nightwatch|protractor|codecept|testcafe)([.-]\w+)*[.-](config|conf|setup)([.-]\w+)*"
    r"\.[cm]?[jt]sx?",
    re.IGNORECASE,
)
"""Names of files that say how tests are run; what they use, the program does not."""
_RUNTIME = frozenset({"runtime", "", "optional", "managed-runtime"})

_FILLED_IN = frozenset({"erb", "twig", "nunjucks", "ejs", "handlebars", "jinja"})
"""Languages that make any text, not pages alone."""
_ELSEWHERE = lazy_re.compile(r"\s*[0-3]\s*[;,]\s*url\s*=", re.IGNORECASE)
"""Within three seconds: a page that ends a session after half an hour is read until then."""
_SENDS_ON = frozenset({"html", "head", "title", "meta", "link", "script", "body", "p", "a"})


@dataclass(slots=True)
class Project:
    """A folder with a manifest, and what its own files say."""

    folder: str
    manifests: list[Resource] = field(default_factory=list)
    code: list[Resource] = field(default_factory=list)
    """Source files of the product that are nearer to this folder than to any other project's."""
    pages: list[Resource] = field(default_factory=list)
    """Markup files, likewise."""
    parts: dict[str, Location] = field(default_factory=dict)
    """Packages that it runs with, in lower case, each with the place that names it."""
    tools: dict[str, Location] = field(default_factory=dict)
    """Packages that it is only built, tested or extended with."""
    properties: dict[str, str] = field(default_factory=dict)
    imports: dict[str, Location] = field(default_factory=dict)
    """What its code imports, each with the first place, if there is one not of those that take types alone."""
    types: set[str] = field(default_factory=set)
    """Of these, what it takes types of and nothing that runs."""
    calls: dict[str, Location] = field(default_factory=dict)
    decorators: dict[str, int] = field(default_factory=dict)
    """Last part of the name to the number of places."""
    bases: dict[str, int] = field(default_factory=dict)
    """Last part of the name of a base class to the number of classes."""

    @property
    def title(self) -> str:
        """How readers know it."""
        return self.folder if self.folder != "." else "source"

    @property
    def location(self) -> Location:
        """Where its first manifest is."""
        return self.manifests[0].location


class Projects:
    """All projects of a system.

    Args:
        index: What was parsed.
    """

    def __init__(self, index: Index) -> None:
        self.by_folder: dict[str, Project] = {}
        self._owners: dict[str, Project | None] = {}
        for resource in index.of(ResourceKind.DEPENDENCIES):
            if MANIFEST.fullmatch(resource.name) and not resource.attributes.get("lock"):
                folder = folder_of(resource.location.path)
                if PurePosixPath(folder).name == "requirements":
                    folder = folder_of(folder)
                _add_manifest(self.by_folder.setdefault(folder, Project(folder)), resource)
        for resource in index.of(ResourceKind.CODE):
            owner = self.owner(resource.location.path)
            if owner is not None and resource.role is Role.PRODUCT and not _SETS_UP_TESTS.fullmatch(resource.name):
                _add_file(owner, resource)

    @classmethod
    def of(cls, index: Index) -> Projects:
        """The projects of what was parsed; made once for each index."""
        made = _MADE.get(index)
        if made is None:
            made = _MADE[index] = cls(index)
        return made

    def owner(self, path: str) -> Project | None:
        """The project to which a file belongs: that of the nearest folder above it."""
        return self.at_or_above(folder_of(path))

    def at_or_above(self, folder: str) -> Project | None:
        """The project of a folder, or of the nearest above it."""
        if folder not in self._owners:
            found = self.by_folder.get(folder)
            if found is None and folder != ".":
                found = self.at_or_above(folder_of(folder))
            self._owners[folder] = found
        return self._owners[folder]


_MADE: WeakKeyDictionary[Index, Projects] = WeakKeyDictionary()


def folder_of(path: str) -> str:
    """The folder in which something lies; ``.`` for the root."""
    return path.rpartition("/")[0] or "."


def entries(value: Value) -> Iterator[Mapping[str, Value]]:
    """The maps of a list, whatever else may stand there."""
    for item in value if isinstance(value, (list, tuple)) else ():
        if isinstance(item, Mapping):
            yield item


def is_page(page: Resource) -> bool:
    """Whether users see what a file of markup makes: neither a text that is filled in, nor what only sends them on.

    Args:
        page: A file of markup, whatever its language.
    """
    elements = list(entries(page.attributes.get("elements")))
    if not elements:
        return page.attributes.get("language") not in _FILLED_IN
    return not (all(one.get("name") in _SENDS_ON for one in elements) and any(_refreshes(one) for one in elements))


def _refreshes(element: Mapping[str, Value]) -> bool:
    attributes = element.get("attributes")
    if element.get("name") != "meta" or not isinstance(attributes, Mapping):
        return False
    asked, content = attributes.get("http-equiv"), attributes.get("content")
    return str(asked).lower() == "refresh" and _ELSEWHERE.match(str(content)) is not None


def facts(resource: Resource, kind: str, name: str = "name") -> Iterator[tuple[str, Location]]:
    """The facts of one list of a file or manifest, each with its place.

    Args:
        resource: A source file, manifest or description.
        kind: Name of the list: ``imports``, ``calls``, ``dependencies``, …
        name: Under which key the fact stands.
    """
    for entry in entries(resource.attributes.get(kind)):
        text, line = entry.get(name), entry.get("line")
        if isinstance(text, str) and text:
            known = isinstance(line, int) and not isinstance(line, bool) and line > 0
            yield text, Location(path=resource.location.path, start_line=line if known else 1)


def _add_manifest(project: Project, resource: Resource) -> None:
    project.manifests.append(resource)
    for entry in entries(resource.attributes.get("dependencies")):
        name, scope, line = entry.get("name"), entry.get("scope"), entry.get("line")
        # What a parent only says the version of is used by those of its modules that name it.
        if isinstance(name, str) and scope != "managed":
            known = isinstance(line, int) and line > 0
            place = Location(path=resource.location.path, start_line=line if known else 1)
            (project.parts if scope in _RUNTIME else project.tools).setdefault(name.lower(), place)
    properties = resource.attributes.get("properties")
    for key, value in properties.items() if isinstance(properties, Mapping) else ():
        if isinstance(value, str):
            project.properties[key] = value


def _add_file(project: Project, resource: Resource) -> None:
    if resource.type == "markup":
        project.pages.append(resource)
        return
    project.code.append(resource)
    _add_imports(project, resource)
    for name, place in facts(resource, "calls"):
        project.calls.setdefault(name, place)
    for entry in entries(resource.attributes.get("decorators")):
        word = str(entry.get("name", "")).rpartition(".")[2]
        project.decorators[word] = project.decorators.get(word, 0) + 1
    for entry in entries(resource.attributes.get("classes")):
        bases = entry.get("bases")
        for base in bases if isinstance(bases, (list, tuple)) else ():
            word = str(base).rpartition(".")[2]
            project.bases[word] = project.bases.get(word, 0) + 1


def _add_imports(project: Project, resource: Resource) -> None:
    of_types = {
        entry.get("name") for entry in entries(resource.attributes.get("imports")) if entry.get("types") is True
    }
    for name, place in facts(resource, "imports"):
        if name in of_types:
            if name not in project.imports:
                project.imports[name] = place
                project.types.add(name)
        elif name in project.types:
            project.types.discard(name)
            project.imports[name] = place
        else:
            project.imports.setdefault(name, place)
