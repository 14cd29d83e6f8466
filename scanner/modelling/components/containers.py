"""Images that are built here, as their Dockerfiles show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.builds import Build, Builds
from scanner.modelling.components.frameworks import DOUBLES, words_of
from scanner.modelling.drafts import Draft, JoinKey, LayerGuess
from scanner.modelling.index import Index
from scanner.modelling.projects import entries

_LAYER = LayerGuess(
    LayerId.UNASSIGNED, "an image that is built here; it is in the layer of what it holds", Confidence.LOW
)


def draft_containers(index: Index) -> Iterator[Draft]:
    """Every Dockerfile, with the folder of which it makes an image and the name that builds give it."""
    builds = Builds.of(index)
    by_file: defaultdict[str, list[Build]] = defaultdict(list)
    for build in builds.named:
        by_file[build.dockerfile].append(build)
    for resource in index.of(ResourceKind.CONTAINER):
        path = resource.location.path
        known = by_file.get(path, [])
        folder = known[0].folder if known else builds.folder_of_file(path)
        keys = [JoinKey("folder", folder, Confidence.HIGH)]
        keys += [JoinKey("image", build.image, build.confidence) for build in known if build.image]
        yield Draft(
            id=f"container:{path}",
            title=folder if folder != "." else path,
            kind=ComponentKind.IMAGE,
            family="container",
            address=path,
            location=resource.location,
            layer=_LAYER,
            technology=_base(resource),
            traits=frozenset({"test-double"} if words_of(folder, path, _base(resource)) & DOUBLES else ()),
            group=folder.partition("/")[0],
            keys=tuple(dict.fromkeys(keys)),
        )


def _base(resource: Resource) -> str:
    """The image on which the last stage stands, where it is known."""
    image = ""
    for stage in entries(resource.attributes.get("stages")):
        written = stage.get("image")
        image = written if isinstance(written, str) and not stage.get("from_stage") else image
    return image
