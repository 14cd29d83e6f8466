"""Takes what Kustomize deploys in place of what its files hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Resource, Value
from scanner.parsers.kubernetes.building import ORIGIN, Built, build, origin, overlays
from scanner.parsers.kubernetes.kustomize import Kustomization, named
from scanner.parsers.kubernetes.objects import as_written, objects_in
from scanner.parsers.kubernetes.patched import Patch, patches_in
from scanner.parsers.kubernetes.reading import Reading
from scanner.parsers.kubernetes.rendered import Places


def take_built(
    reading: Reading, kustomizations: Sequence[Kustomization], files: Sequence[Artifact], kubectl: Path
) -> frozenset[str]:
    """Build what is deployed by Kustomize, and take it in place of the files that it is made of.

    Args:
        reading: What the files have given.
        kustomizations: All that were read.
        files: All files that Kustomize may read.
        kubectl: The program.

    Returns:
        Paths of the kustomizations that were built, or that deploy elsewhere what was.
    """
    known = {one.artifact.path.rpartition("/")[0]: one for one in kustomizations}
    by_path = {file.path: file for file in files}
    done: set[str] = set()
    for built in build(kubectl, overlays(kustomizations), files, reading.contents):
        overlay = built.overlay
        where = Location(path=overlay.top.artifact.path)
        if built.fault:
            reading.problem(f"Kustomize cannot build this folder ({built.fault})", where)
            continue
        parts = [known[part] for part in sorted({*overlay.parts, *overlay.instead_of})]
        sources = {path for part in parts for path in (*part.folders(), *part.patches(), part.artifact.path)}
        _take(reading, built, by_path, sources, patches_in(reading, parts, by_path))
        done.update(part.artifact.path for part in parts)
        if overlay.instead_of:
            message = f"of folders that deploy the same, this one was built and judged; not {named(overlay.instead_of)}"
            reading.problem(message, where)
    return frozenset(done)


def _take(
    reading: Reading, built: Built, files: Mapping[str, Artifact], sources: Collection[str], patches: Sequence[Patch]
) -> None:
    places = Places([one for one in reading.resources if one.location.path in sources], patches)
    reading.replace(sources, [places.placed(one) for one in _objects(built, files)])


def _objects(built: Built, files: Mapping[str, Artifact]) -> Iterator[Resource]:
    for node in built.documents:
        value = node.value()
        path = origin(value, built.overlay.folder) if isinstance(value, Mapping) else ""
        artifact = files.get(path, built.overlay.top.artifact)
        for one in objects_in(node, artifact, as_written):
            yield one.model_copy(update={"attributes": _without_origin(one.attributes)})


def _without_origin(attributes: Mapping[str, Value]) -> Mapping[str, Value]:
    metadata = attributes.get("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, Mapping) else None
    if not isinstance(metadata, Mapping) or not isinstance(annotations, Mapping):
        return attributes
    kept = {key: value for key, value in annotations.items() if key != ORIGIN}
    rest = {key: value for key, value in metadata.items() if key != "annotations"}
    return {**attributes, "metadata": {**rest, "annotations": kept} if kept else rest}
