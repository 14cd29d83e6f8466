"""What source code uses: other projects of the repository, and drivers of stores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import ResourceKind
from scanner.modelling.components.frameworks import first_of, keys_of
from scanner.modelling.drivers import KEEPS_SESSIONS, MAPPERS, SESSION_KEEPERS, engine_of_package, family_of, speaks
from scanner.modelling.known import Known, Tie
from scanner.modelling.projects import Project, Projects, entries, folder_of
from scanner.modelling.relations.references import SERVER

SESSIONS = ", which keeps sessions"
OR_SESSIONS = ", or one that keeps sessions"
"""How what is wanted of a store ends where all that it can be keep sessions only, and where some do."""
_COMMON = frozenset({"src", "app", "lib", "tests", "config", "utils", "main", "server", "api", "web"})


_REGISTRIES = {
    **dict.fromkeys(("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte"), "npm"),
    **dict.fromkeys(("cs", "vb", "fs"), "nuget"),
    "java": "maven", "kt": "maven", "py": "pypi", "go": "go", "rb": "rubygems", "php": "composer",
}  # fmt: skip
"""By the ending of a file, where the packages come from that it imports by name."""


def find_imports(known: Known) -> Iterator[Tie]:
    """Source folders to the folders and stores that their code uses."""
    projects = Projects.of(known.index)
    names = _Names(projects)
    stores = _stores(known)
    for project in projects.by_folder.values():
        source = known.of_draft(f"source:{project.folder}")
        if source is None:
            continue
        yield from _projects(known, source, project, names)
        yield from _drivers(source, project, stores)


class _Names:
    """Projects by what others call them."""

    def __init__(self, projects: Projects) -> None:
        self.projects = projects
        self.called: defaultdict[str, list[str]] = defaultdict(list)
        self.published: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        """By registry and name: a namespace of C# is no package of npm, though both be called like the product."""
        self.packages: defaultdict[str, list[str]] = defaultdict(list)
        """By language and name: Python's by their first folder, Java's by what the folders of their files spell."""
        for project in projects.by_folder.values():
            for manifest in project.manifests:
                name = manifest.attributes.get("name")
                if isinstance(name, str) and name:
                    self.called[name.lower()].append(project.folder)
                    self.published[_registry(manifest.type), name.lower()].append(project.folder)
            for package in _packages(project):
                self.packages[package].append(project.folder)

    def folder(self, project: Project, written: str) -> str:
        """The folder of a project that another one names by path or name; empty where it is none."""
        text = written.replace("\\", "/")
        if text.startswith(":"):
            path = text.strip(":").replace(":", "/")
            found = [one for one in self.projects.by_folder if one == path or one.endswith("/" + path)]
            return found[0] if len(found) == 1 else ""
        if "/" not in text and not text.endswith("proj"):
            return self._only(self.called.get(text.lower(), ()))
        parts: list[str] = [] if project.folder == "." else project.folder.split("/")
        for part in text.split("/"):
            if part == ".." and parts:
                parts.pop()
            elif part not in {"", ".", ".."}:
                parts.append(part)
        path = "/".join(parts)
        folder = folder_of(path) if path.endswith("proj") else path
        return folder if folder in self.projects.by_folder else ""

    def of_import(self, name: str, path: str) -> str:
        """The folder of the one project that has a package of this name, in the language of the file that uses it."""
        language = _language(path)
        for key in _package_of(name) if language == "java" else keys_of(name):
            only = self._only(self.packages.get(f"{language} {key}", ())) if language else ""
            if not language or "/" in key:
                only = only or self._only(self.named(key, _REGISTRIES.get(_ending(path), "")))
            if only:
                return only
        return ""

    def named(self, key: str, registry: str) -> Sequence[str]:
        """The folders of the projects that a registry would know by this name; of any where none is given."""
        return self.published.get((registry, key), ()) if registry else self.called.get(key, ())

    @staticmethod
    def _only(folders: Sequence[str]) -> str:
        return folders[0] if len(set(folders)) == 1 else ""


def _language(path: str) -> str:
    """In which names of packages are looked for; empty where imports name projects."""
    return {"py": "python", "java": "java", "kt": "java"}.get(_ending(path), "")


def _ending(path: str) -> str:
    return path.rpartition(".")[2].lower()


def _registry(ecosystem: str) -> str:
    return "maven" if ecosystem == "gradle" else ecosystem


def _package_of(name: str) -> list[str]:
    """The package that a Java or Kotlin import names: the steps before the first class. None lies in another one."""
    whole = name.endswith(".*")
    steps = name.removesuffix(".*").split(".")
    begin = next((at for at, step in enumerate(steps) if step[:1].isupper()), None)
    if begin is not None:
        return [".".join(steps[:begin]).lower()]
    # A class in small letters or a function lies in the package before it; what is imported whole is a package itself.
    return [".".join(steps).lower(), *([] if whole else [".".join(steps[:-1]).lower()])]


def _packages(project: Project) -> set[str]:
    found: set[str] = set()
    for file in project.code:
        inside = file.location.path.removeprefix(project.folder + "/")
        for begin in ("src/main/java/", "src/main/kotlin/"):
            if inside.startswith(begin):
                found.add("java " + folder_of(inside.removeprefix(begin)).replace("/", ".").lower())
        if file.type == "python":
            first = inside.removeprefix("src/").partition("/")[0].lower()
            if first.isidentifier() and first not in _COMMON and "/" in inside:
                found.add("python " + first)
    return found


def _projects(known: Known, source: Component, project: Project, names: _Names) -> Iterator[Tie]:
    told: set[str] = set()
    for folder, said, place, confidence in _uses(project, names):
        if not folder:
            yield LooseEnd(
                source=source.id, kind=RelationKind.IMPORTS, wanted=said,
                reason="no project of the repository is there",
                location=place,
            )  # fmt: skip
            continue
        target = known.of_draft(f"source:{folder}")
        if target is None or target.id == source.id or folder in told:
            continue
        told.add(folder)
        yield Relation(
            source=source.id, target=target.id, kind=RelationKind.IMPORTS, location=place,
            derived_from=f"its project uses {said}", confidence=confidence,
            breaks="Remove the reference to this project and call it by its interface.",
        )  # fmt: skip


def _uses(project: Project, names: _Names) -> Iterator[tuple[str, str, Location, Confidence]]:
    for manifest in project.manifests:
        for entry in entries(manifest.attributes.get("projects")):
            written, line = entry.get("project"), entry.get("line")
            if isinstance(written, str):
                place = Location(path=manifest.location.path, start_line=line if isinstance(line, int) and line else 1)
                yield names.folder(project, written), written, place, Confidence.HIGH
    registries = {manifest.location.path: _registry(manifest.type) for manifest in project.manifests}
    for name, place in project.parts.items():
        for key in keys_of(name):
            folders = names.named(key, registries[place.path])
            if len(folders) == 1:
                yield folders[0], name, place, Confidence.HIGH
                break
    own = _packages(project)
    for name, place in project.imports.items():
        language = _language(place.path)
        if name.startswith(".") or any(f"{language} {key}" in own for key in keys_of(name)):
            continue
        folder = names.of_import(name, place.path)
        if folder and folder != project.folder:
            yield folder, name, place, Confidence.MEDIUM


def _stores(known: Known) -> Mapping[str, list[Component]]:
    """What drivers may lead to: servers rather than the databases on them, and what Compose runs only beside nothing.

    Developers run with Compose what the product has elsewhere.
    """
    found: defaultdict[str, list[Component]] = defaultdict(list)
    parts = set(_on_servers(known))
    for store in known.of_kind(ComponentKind.STORE):
        family = family_of(store)
        if family and store.id not in parts:
            found[family].append(store)
    return {family: [one for one in stores if not _is_composed(one)] or stores for family, stores in found.items()}


def _on_servers(known: Known) -> Iterator[str]:
    """The databases that a server or an account of the same system holds."""
    for resource in known.index.of(ResourceKind.TERRAFORM):
        store = known.of_resource(resource)
        if store is None or store.kind is not ComponentKind.STORE:
            continue
        for reference, named in known.index.named(resource):
            server = known.of_resource(named) if reference.attribute in SERVER else None
            if server is not None and server.kind is ComponentKind.STORE and server.id != store.id:
                yield store.id


def _is_composed(store: Component) -> bool:
    return bool(store.sightings) and store.sightings[0].family == "compose"


def _is_near(source: Component, store: Component) -> bool:
    """Whether a source folder lies in the folder of the Compose file, or the file in it."""
    code, file = folder_of(source.location.path), folder_of(store.location.path)
    return any(one in (".", "") or f"{other}/".startswith(f"{one}/") for one, other in ((code, file), (file, code)))


def _drivers(source: Component, project: Project, stores: Mapping[str, list[Component]]) -> Iterator[Tie]:
    used: dict[str, tuple[str, Location]] = {}
    declared: dict[str, tuple[str, Location]] = {}
    for names, found in ((project.imports, used), (project.parts, declared)):
        for name, place in names.items():
            runs = not name.startswith(".") and (names is project.parts or name not in project.types)
            engine = engine_of_package(name) if runs else ""
            if engine:
                found.setdefault(engine, (name, place))
    keeping = {
        SESSION_KEEPERS[name.lower()] for name in (*project.imports, *project.parts) if name.lower() in SESSION_KEEPERS
    }
    for engine in dict.fromkeys((*used, *declared)):
        name, place = used.get(engine) or declared[engine]
        candidates = stores.get(engine, [])
        if len(candidates) == 1:
            yield _driver(source, name, place, candidates[0], declared.get(engine))
            continue
        wanted = f"a store that speaks {engine}, by {name}{_or_sessions(candidates, keeps=engine in keeping)}"
        number = (
            f"{len(candidates)} stores of that engine exist" if candidates else "no store of that engine is declared"
        )
        yield _loose(source, wanted, f"driver for {engine}; {number}", place)
    imports = {name: place for name, place in project.imports.items() if speaks(name) and name not in project.types}
    mapper = first_of(MAPPERS, imports, project.parts)
    if mapper and not used and not declared:
        yield _loose(source, f"a store, by {mapper[0]}", "the package speaks to stores of many makes", mapper[1])


def _or_sessions(candidates: Sequence[Component], *, keeps: bool) -> str:
    """What is said where the store may be one that keeps sessions only."""
    of_sessions = sum(not KEEPS_SESSIONS.isdisjoint(one.traits) for one in candidates)
    if candidates and of_sessions == len(candidates):
        return SESSIONS
    return OR_SESSIONS if keeps or of_sessions else ""


def _driver(
    source: Component, name: str, place: Location, store: Component, declared: tuple[str, Location] | None
) -> Relation:
    engine = engine_of_package(name)
    proof = [Proof(location=declared[1], fact=f"its project depends on {declared[0]}")] if declared else []
    proof.append(Proof(location=store.location, fact=f"the only store that speaks {engine}"))
    return Relation(
        source=source.id, target=store.id, kind=RelationKind.IMPORTS, location=place, proof=tuple(proof),
        derived_from=f"its code uses {name}, the driver for {engine}",
        confidence=Confidence.LOW if _is_composed(store) and not _is_near(source, store) else Confidence.MEDIUM,
        breaks=f"Remove {name} and reach the data by the service that owns it.",
    )  # fmt: skip


def _loose(source: Component, wanted: str, reason: str, place: Location) -> LooseEnd:
    return LooseEnd(source=source.id, kind=RelationKind.IMPORTS, wanted=wanted, reason=reason, location=place)
