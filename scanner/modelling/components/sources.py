"""Components that source folders are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.builds import Builds
from scanner.modelling.components.nature import Nature, nature_of
from scanner.modelling.components.programs import builds_several, built_folders
from scanner.modelling.drafts import Draft, JoinKey, LayerGuess
from scanner.modelling.index import Index
from scanner.modelling.projects import Project, Projects, folder_of


def draft_sources(index: Index) -> Iterator[Draft]:
    """Folders with code that runs or is used: projects with a manifest, and functions without one."""
    projects, builds, built = Projects.of(index), Builds.of(index), built_folders(index)
    system = index.system.source.uri.rstrip("/").rpartition("/")[2]
    handlers = _handlers(index)
    drafted = set()
    for project in projects.by_folder.values():
        handler = next((one.location.path for one in project.code if _is_handler(one.location.path, handlers)), "")
        nature = nature_of(project, system, handler=handler)
        if nature is not None and not _only_holds_others(project, nature, projects):
            drafted.add(project.folder)
            if nature.kind is ComponentKind.INTERFACE and builds_several(project, built):
                nature = replace(nature, traits=nature.traits | {"several-programs"})
            yield _draft(project, _with_image(project, nature, builds), builds)
    yield from _bare_folders(index, projects, builds, drafted)


def _handlers(index: Index) -> frozenset[str]:
    """The files, without ending, that cloud functions are told to start."""
    blocks = index.of(ResourceKind.TERRAFORM, "aws_lambda_function", "module")
    written = (value for one in blocks for key, value in one.attributes.items() if "handler" in key)
    files = (one.rpartition(".")[0].replace(".", "/").lstrip("/") for one in written if isinstance(one, str))
    return frozenset(file for file in files if file)


def _is_handler(path: str, handlers: frozenset[str]) -> bool:
    parts = path.rpartition(".")[0].split("/")
    return bool(handlers) and any("/".join(parts[-number:]) in handlers for number in range(1, min(len(parts), 5) + 1))


def _with_image(project: Project, nature: Nature, builds: Builds) -> Nature:
    """What seems to be a library runs after all where an image is built of it alone."""
    if nature.kind is not ComponentKind.LIBRARY or project.folder not in builds.imaged or not project.code:
        return nature
    guess = LayerGuess(LayerId.SERVICE, "an image is built from it", Confidence.LOW)
    return replace(nature, kind=ComponentKind.SOURCE, layer=guess)


def _only_holds_others(project: Project, nature: Nature, projects: Projects) -> bool:
    """Whether a root is there for the tools of the projects below it."""
    if nature.kind is not ComponentKind.LIBRARY:
        return False
    inside = "" if project.folder == "." else project.folder + "/"
    holds = any(other != project.folder and other.startswith(inside) for other in projects.by_folder)
    return not project.code or (holds and not project.parts) or (project.folder == "." and not project.parts)


def _draft(project: Project, nature: Nature, builds: Builds) -> Draft:
    location = project.location
    return Draft(
        id=f"source:{project.folder}",
        title=project.title,
        kind=nature.kind,
        family="code",
        address=location.path,
        location=location,
        layer=nature.layer,
        technology=nature.technology,
        traits=nature.traits,
        group=project.folder.partition("/")[0],
        keys=_keys(project.folder, builds),
    )


def _keys(folder: str, builds: Builds) -> tuple[JoinKey, ...]:
    images = (JoinKey("image", build.image, build.confidence) for build in builds.of_folder(folder))
    return (JoinKey("folder", folder), *dict.fromkeys(images))


def _bare_folders(index: Index, projects: Projects, builds: Builds, drafted: set[str]) -> Iterator[Draft]:
    """Folders without a manifest from which an image or a function is built."""
    wanted = dict.fromkeys(build.folder for build in builds.named if build.folder not in projects.by_folder)
    wanted = {folder: None for folder in wanted if folder != "." and not builds.holds_projects(folder)}
    found: dict[str, list[Resource]] = {folder: [] for folder in wanted}
    if not found:
        return
    for resource in index.of(ResourceKind.CODE):
        folder = folder_of(resource.location.path)
        while folder not in found and folder != ".":
            folder = folder_of(folder)
        if folder in found:
            found[folder].append(resource)
    for folder, files in found.items():
        code = [file for file in files if file.type != "markup"]
        if code and folder not in drafted:
            yield _bare(folder, code, builds)


def _bare(folder: str, code: list[Resource], builds: Builds) -> Draft:
    project = Project(folder, code=code)
    reason = "an image or a function is built from its code"
    return Draft(
        id=f"source:{folder}",
        title=project.title,
        kind=ComponentKind.SOURCE,
        family="code",
        address=folder,
        location=Location(path=code[0].location.path),
        layer=LayerGuess(LayerId.SERVICE, reason),
        technology=code[0].type,
        group=folder.partition("/")[0],
        keys=_keys(folder, builds),
    )
