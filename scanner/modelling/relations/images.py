"""Of whose code that is made which runs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.domain.workload import containers, is_workload
from scanner.modelling.builds import Build, Builds, image_key, normal
from scanner.modelling.known import Known, Tie
from scanner.modelling.projects import folder_of

_RUNNERS = (ComponentKind.WORKLOAD, ComponentKind.COMPUTE, ComponentKind.JOB)
_CODE = (ComponentKind.SOURCE, ComponentKind.INTERFACE, ComponentKind.JOB)
_IMAGE_KEYS = frozenset({"image", "image_uri", "docker_image_name", "docker_image"})
_PACKAGES = ("filename", "source_dir", "source_file", "source_path", "zip_deploy_file")
_EMPTY = lazy_re.compile(r"placeholder|dummy|empty|stub", re.IGNORECASE)
"""What is packed until a pipeline brings the code."""
_DEEPEST = 8
_BREAKS = "Build what runs there from another folder."


class _Run(NamedTuple):
    """Something that runs an image."""

    component: Component
    image: str
    location: Location
    name: str


def find_builds(known: Known) -> Iterator[Tie]:
    """Workloads and computers to the source folders of which their images and packages are made."""
    builds = Builds.of(known.index)
    told: set[str] = set()
    for relation in (*_composed(known, builds), *_held(known, builds), *_packaged(known)):
        told.add(relation.source)
        yield relation
    runs = [run for run in _runs(known) if run.component.id not in told and run.component.kind in _RUNNERS]
    named = _by_name(builds)
    folders = _likely(known)
    for run in runs:
        yield from _by_image(known, run, named) or _by_likeness(run, folders)


def _composed(known: Known, builds: Builds) -> Iterator[Relation]:
    for build in builds.named:
        runner = known.of_resource(build.runner) if build.runner else None
        target = _source(known, build.folder)
        if runner and target and runner.id != target.id:
            yield _built(runner, target, build, Confidence.HIGH, build.said)


def _held(known: Known, builds: Builds) -> Iterator[Relation]:
    """Images whose Dockerfile is not one with the folder, such as the second Dockerfile of a folder."""
    folders = {build.dockerfile: build.folder for build in reversed(builds.named)}
    for path in builds.files:
        image = known.of_draft(f"container:{path}")
        folder = folders.get(path, "")
        target = _source(known, folder or builds.folder_of_file(path))
        if image and target and image.id != target.id and image.kind is ComponentKind.IMAGE:
            yield Relation(
                source=image.id, target=target.id, kind=RelationKind.BUILT_FROM, location=image.location,
                derived_from=f"{path} makes an image of {target.title}",
                confidence=Confidence.HIGH if folder else Confidence.MEDIUM,
                breaks="Remove the instructions that copy this folder into the image.",
            )  # fmt: skip


def _packaged(known: Known) -> Iterator[Relation]:
    """Functions whose package Terraform makes of a folder."""
    for resource in known.index.of(ResourceKind.TERRAFORM):
        component = known.of_resource(resource)
        if component is None or component.kind is not ComponentKind.COMPUTE:
            continue
        holders = [(resource, resource.location)]
        holders += [(one, ref.location) for ref, one in known.index.named(resource) if one.type == "data.archive_file"]
        for holder, place in holders:
            for folder in _folders(holder):
                target = _source(known, folder)
                if target is not None and target.id != component.id:
                    yield Relation(
                        source=component.id, target=target.id, kind=RelationKind.BUILT_FROM, location=place,
                        derived_from=f"its package is made of {folder}",
                        proof=(Proof(location=holder.location, fact=f"packs {folder}"),),
                        breaks=_BREAKS,
                    )  # fmt: skip
                    break


def _folders(holder: Resource) -> Iterator[str]:
    """The folders that a package may be made of, from the nearest reading of its path to the widest."""
    for name in _PACKAGES:
        written = holder.attributes.get(name)
        if not isinstance(written, str) or _EMPTY.search(written):
            continue
        for base in dict.fromkeys((folder_of(holder.location.path), holder.environment.partition(":")[0] or ".", ".")):
            path = normal(base, written)
            folder = folder_of(path) if path and "." in path.rpartition("/")[2] else path
            if folder and folder != ".":
                yield folder


def _runs(known: Known) -> Iterator[_Run]:
    for resource in known.index.of(ResourceKind.KUBERNETES):
        component = known.of_resource(resource) if is_workload(resource) else None
        for container in containers(resource) if component else ():
            image = container.get("image")
            if component and isinstance(image, str) and not container.get("init"):
                yield _Run(component, image, resource.location, resource.name)
    for resource in known.index.of(ResourceKind.COMPOSE):
        component, image = known.of_resource(resource), resource.attributes.get("image")
        if component and isinstance(image, str):
            yield _Run(component, image, resource.location, resource.name)
    for resource in known.index.of(ResourceKind.TERRAFORM):
        component = known.of_resource(resource)
        if component is None or component.kind is not ComponentKind.COMPUTE:
            continue
        definitions = [one for _, one in known.index.named(resource, "task_definition")]
        for holder in (resource, *definitions):
            for image in (*_images(holder.attributes), *_images(holder.documents)):
                yield _Run(component, image, holder.location, resource.name)


def _images(value: Value, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key in _IMAGE_KEYS and isinstance(item, str):
                yield item
            else:
                yield from _images(item, depth + 1)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _images(item, depth + 1)


def _by_name(builds: Builds) -> Mapping[str, list[Build]]:
    found: defaultdict[str, list[Build]] = defaultdict(list)
    for build in builds.named:
        if build.image and all(build.folder != other.folder for other in found[build.image]):
            found[build.image].append(build)
    return found


def _by_image(known: Known, run: _Run, named: Mapping[str, list[Build]]) -> list[Tie]:
    name = image_key(run.image)
    candidates = named.get(name, [])
    if len(candidates) > 1:
        reason = f"{len(candidates)} folders are built under this name"
        return [
            LooseEnd(
                source=run.component.id, kind=RelationKind.BUILT_FROM, wanted=f"image {name}", reason=reason,
                location=run.location,
            )
        ]  # fmt: skip
    target = _source(known, candidates[0].folder) if candidates else None
    if target is None or target.id == run.component.id:
        return []
    said = f"it runs the image {name}, which is built of {target.title}"
    return [_built(run.component, target, candidates[0], Confidence.MEDIUM, said, run.location)]


def _likely(known: Known) -> Mapping[str, list[Component]]:
    """Source folders by the letters of their last names."""
    found: defaultdict[str, list[Component]] = defaultdict(list)
    for component in known.of_kind(*_CODE):
        for sighting in component.sightings:
            if sighting.family == "code":
                folder = known_folder(sighting.address)
                parts = [part for part in folder.split("/") if part not in {".", "src", "app", "service"}]
                for name in {_letters(parts[-1]), _letters("".join(parts[-2:]))} if parts else ():
                    found[name].append(component)
    return found


def known_folder(address: str) -> str:
    """The folder of a manifest, or the folder itself."""
    return folder_of(address) if "." in address.rpartition("/")[2] else address


def _by_likeness(run: _Run, folders: Mapping[str, list[Component]]) -> list[Tie]:
    last = image_key(run.image).rpartition("/")[2]
    for name in dict.fromkeys((last, run.name)):
        found = folders.get(_letters(name), []) if len(name) > 2 else []
        if len(found) == 1 and found[0].id != run.component.id:
            said = f"its name {name!r} is like that of the folder {found[0].title}"
            return [
                Relation(
                    source=run.component.id, target=found[0].id, kind=RelationKind.BUILT_FROM, location=run.location,
                    derived_from=said, confidence=Confidence.LOW, breaks=_BREAKS,
                )
            ]  # fmt: skip
    return []


def _letters(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _source(known: Known, folder: str) -> Component | None:
    return known.of_draft(f"source:{folder}")


def _built(
    runner: Component, target: Component, build: Build, confidence: Confidence, said: str, place: Location | None = None
) -> Relation:
    return Relation(
        source=runner.id,
        target=target.id,
        kind=RelationKind.BUILT_FROM,
        location=place or build.location,
        derived_from=said,
        confidence=confidence,
        proof=(Proof(location=build.location, fact=build.said), Proof(location=target.location, fact="what is built")),
        breaks=_BREAKS,
    )
