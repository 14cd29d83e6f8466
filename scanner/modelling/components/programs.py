"""Tells where one project builds several programs: screens from one folder, what speaks to stores from another."""

from __future__ import annotations

from collections.abc import Iterator

from scanner import lazy_re
from scanner.domain.resource import Resource
from scanner.modelling.components.frameworks import FULL_STACK, first_of, keys_of
from scanner.modelling.drivers import MAPPERS, engine_of_package, speaks
from scanner.modelling.index import Index
from scanner.modelling.projects import Project, entries, folder_of

_BUILT_BY = lazy_re.compile(
    r"(?i)(?:project|angular|nest-cli|tsconfig(?:\.\w+)?)\.json|(?:vite|webpack|rollup)\.config\.[cm]?[jt]s|pyproject\.toml"
)
"""Names of files that say how the code of their folder is made a program."""
_SHARED = lazy_re.compile(r"(?i)(?:^|/)(?:libs?|packages|shared|common)(?:/|$)")
"""Folders whose code is part of several programs."""
_DRAWS = frozenset({"@angular/core", "react", "react-dom", "vue", "svelte", "preact", "solid-js"})
_DRAWN_BY_BROWSERS = frozenset({"vue", "svelte"})
_FILLED_IN_BY_SERVERS = frozenset(
    {"ejs", "nunjucks", "handlebars", "jinja", "erb", "twig", "blade", "razor", "jsp", "aspx"}
)


def built_folders(index: Index) -> frozenset[str]:
    """The folders in which something says how a program is built."""
    paths = (artifact.path for artifact in index.system.artifacts)
    return frozenset(folder_of(path) for path in paths if _BUILT_BY.fullmatch(path.rpartition("/")[2]))


def builds_several(project: Project, built: frozenset[str]) -> bool:
    """Whether what draws screens and what speaks to stores are built apart, and no server fills pages in.

    Args:
        project: A folder with a manifest, which may be that of several programs.
        built: As :func:`built_folders` gives them.
    """
    if first_of(FULL_STACK, project.parts):
        return False
    if any(page.attributes.get("language") in _FILLED_IN_BY_SERVERS for page in project.pages):
        return False
    screens = {_home(file, project, built) for file in _drawing(project)} - {""}
    stores = {_home(file, project, built) for file in project.code if any(map(_is_driver, _imports(file)))} - {""}
    return bool(screens) and bool(stores) and not screens & stores


def _drawing(project: Project) -> Iterator[Resource]:
    for file in project.code:
        if any(key in _DRAWS for name in _imports(file) for key in keys_of(name)):
            yield file
    yield from (page for page in project.pages if page.attributes.get("language") in _DRAWN_BY_BROWSERS)


def _imports(file: Resource) -> Iterator[str]:
    """What a file takes in and runs with."""
    for entry in entries(file.attributes.get("imports")):
        name = entry.get("name")
        if isinstance(name, str) and entry.get("types") is not True and not name.startswith("."):
            yield name


def _is_driver(name: str) -> bool:
    return bool(engine_of_package(name)) or (speaks(name) and any(key in MAPPERS for key in keys_of(name)))


def _home(file: Resource, project: Project, built: frozenset[str]) -> str:
    """The nearest folder from which something is built; empty for what is shared."""
    folder = folder_of(file.location.path)
    while folder not in built and folder not in {project.folder, "."}:
        folder = folder_of(folder)
    return "" if _SHARED.search(folder) else folder
