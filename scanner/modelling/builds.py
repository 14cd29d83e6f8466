"""From which folder which image is built, as Compose files and pipelines say."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from scanner import lazy_re
from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.modelling.index import Index
from scanner.modelling.projects import Projects, entries, folder_of

_DEFAULT = lazy_re.compile(r"\$\{\w+:?-([^${}]*)\}")
_HOLE = lazy_re.compile(r"\$\{\{[^}]*\}\}|\$\{[^}]*\}|\$\([^)]*\)|\$\w+|\{\{[^}]*\}\}")
_PART = lazy_re.compile(r"[a-z0-9][a-z0-9._-]*")
_COMMAND = lazy_re.compile(r"docker\s+(?:buildx\s+|image\s+)?build\b([^\n;|&]*)")
_OPTION = lazy_re.compile(r"(?:^|\s)(?:-(?P<short>[tf])[= ]?|--(?P<long>tag|file)[= ])\s*[\"']?(?P<value>[^\s\"']+)")
_COPIED_PROJECT = lazy_re.compile(r"[^\s\"']+\.(?:csproj|vbproj|fsproj)\b")
_PUBLISHED = lazy_re.compile(r"\bdotnet\s+publish\s+[\"']?([^\s\"'-][^\s\"']*)")
_STARTED = lazy_re.compile(r"[\"'\s/]([A-Za-z][\w.-]+)\.dll\b")
_TESTS = lazy_re.compile(r"(^|[-._/])tests?[-._]")
_LONGEST = 500


class Build(NamedTuple):
    """An image or function, and the folder of which it is made."""

    image: str
    """Name without registry and tag; empty where it has none."""
    folder: str
    dockerfile: str
    location: Location
    """Where it is said."""
    said: str
    confidence: Confidence = Confidence.HIGH
    runner: Resource | None = None
    """What is run of it, where the same place says so: a service of Compose."""


class Builds:
    """All builds of images that the repository names.

    Args:
        index: What was parsed.
    """

    def __init__(self, index: Index) -> None:
        self._projects = Projects.of(index)
        self.files: dict[str, Resource] = {one.location.path: one for one in index.of(ResourceKind.CONTAINER)}
        self._by_title: defaultdict[str, list[str]] = defaultdict(list)
        for project in self._projects.by_folder.values():
            for manifest in project.manifests:
                self._by_title[manifest.name.rpartition(".")[0].lower()].append(project.folder)
        self.named: Sequence[Build] = (*self._composed(index), *self._piped(index))
        self.imaged = {*(one.folder for one in self.named), *(self.folder_of_file(path) for path in self.files)}
        """Folders of which some Dockerfile or pipeline makes an image."""
        self._by_folder: defaultdict[str, list[Build]] = defaultdict(list)
        for build in self.named:
            self._by_folder[build.folder].append(build)

    @classmethod
    def of(cls, index: Index) -> Builds:
        """The builds of what was parsed; made once for each index."""
        made = _MADE.get(index)
        if made is None:
            made = _MADE[index] = cls(index)
        return made

    def of_folder(self, folder: str) -> Sequence[Build]:
        """The builds with a name that are made of a source folder."""
        return [build for build in self._by_folder.get(folder, ()) if build.image]

    def folder_of_file(self, path: str, context: str = "") -> str:
        """The source folder of which a Dockerfile makes an image: what it starts or copies, else its own.

        Args:
            path: Of the Dockerfile.
            context: Folder from which it copies, where that is known.
        """
        own = folder_of(path)
        resource = self.files.get(path)
        if resource is None:
            return context or own
        if self._projects.by_folder.get(own):
            return own
        started = [folder for name in _started(resource) for folder in self._by_title.get(name, ())]
        if len(started) == 1:
            return started[0]
        for texts in (_published(resource), _copied(resource)):
            known = {folder for text in texts if (folder := self._copied(text, own, context))}
            if len(known) == 1:
                return known.pop()
        project = self._projects.by_folder.get(context) or self._projects.at_or_above(own)
        if project is not None and project.folder != ".":
            return project.folder
        return own if context in {"", "."} or self.holds_projects(context) else context

    def holds_projects(self, folder: str) -> bool:
        """Whether there are projects below a folder."""
        return any(other.startswith(folder + "/") for other in self._projects.by_folder)

    def _copied(self, text: str, own: str, context: str) -> str:
        for base in (context or own, own, "."):
            folder = normal(base, folder_of(text) if text.endswith("proj") else text)
            if folder in self._projects.by_folder and folder != ".":
                return folder
        return ""

    def _composed(self, index: Index) -> Iterator[Build]:
        for service in index.of(ResourceKind.COMPOSE):
            if _TESTS.search(service.location.path):
                continue
            built = service.attributes.get("build")
            written = {"context": built} if isinstance(built, str) else built
            if not isinstance(written, Mapping):
                continue
            context = normal(folder_of(service.location.path), _text(written.get("context")) or ".")
            if context is None:
                continue
            dockerfile = normal(context, _text(written.get("dockerfile")) or "Dockerfile") or ""
            place = service.positions.get("build")
            line = place.line if place else service.location.start_line
            yield Build(
                image=image_key(service.attributes.get("image")),
                folder=self.folder_of_file(dockerfile, context),
                dockerfile=dockerfile,
                location=Location(path=service.location.path, start_line=line),
                said=f"service {service.name} is built by {dockerfile}",
                runner=service,
            )

    def _piped(self, index: Index) -> Iterator[Build]:
        for workflow in index.of(ResourceKind.WORKFLOW):
            for step in entries(workflow.attributes.get("steps")):
                line = step.get("line")
                place = Location(path=workflow.location.path, start_line=line if isinstance(line, int) and line else 1)
                for image, dockerfile, context in _steps(step):
                    name, base = image_key(image), normal(".", context or ".")
                    if not name or base is None:
                        continue
                    path = normal(".", dockerfile) if dockerfile else normal(base, "Dockerfile")
                    folder = self.folder_of_file(path or "", base)
                    if path in self.files or folder in self._projects.by_folder:
                        said = f"the pipeline builds {name} by {path}"
                        yield Build(name, folder, path or "", place, said)


_MADE: WeakKeyDictionary[Index, Builds] = WeakKeyDictionary()


def image_key(written: Value) -> str:
    """An image's name as artefacts agree on it: without registry, tag and digest, in lower case.

    Args:
        written: As it stands there; Compose's defaults are put in.

    Returns:
        The name, or nothing where a part of it is not known.
    """
    if not isinstance(written, str) or len(written) > _LONGEST:
        return ""
    text = _DEFAULT.sub(lambda match: match[1], written.strip()).partition("@")[0]
    parts = [_HOLE.sub("\0", part) for part in text.split("/")]
    if len(parts) > 1 and (parts[0] == "localhost" or any(mark in parts[0] for mark in ".:\0")):
        parts = parts[1:]
    parts[-1] = parts[-1].partition(":")[0]
    while len(parts) > 1 and "\0" in parts[0]:
        parts = parts[1:]
    name = [part.lower() for part in parts]
    return "/".join(name) if all(_PART.fullmatch(part) for part in name) else ""


def normal(base: str, path: str) -> str | None:
    """A path below the scanned root, from a base within it; None where it leads out or has a hole."""
    if _HOLE.search(path) or len(path) > _LONGEST or path.startswith(("http:", "https:", "git@")):
        return None
    inside = path.replace("\\", "/").lstrip("/")
    whole = posixpath.normpath(posixpath.join(base, inside))
    return None if whole.startswith("..") else whole


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _instructions(dockerfile: Resource, *keywords: str) -> Iterator[str]:
    for instruction in entries(dockerfile.attributes.get("instructions")):
        if instruction.get("keyword") in keywords:
            yield _text(instruction.get("value"))


def _started(dockerfile: Resource) -> list[str]:
    texts = list(_instructions(dockerfile, "ENTRYPOINT", "CMD"))[-2:]
    return list(dict.fromkeys(name.lower() for text in texts for name in _STARTED.findall(f" {text}")))


def _published(dockerfile: Resource) -> Iterator[str]:
    for text in _instructions(dockerfile, "RUN"):
        yield from _PUBLISHED.findall(text)


def _copied(dockerfile: Resource) -> Iterator[str]:
    for text in _instructions(dockerfile, "COPY", "ADD"):
        if "--from" in text:
            continue
        projects = _COPIED_PROJECT.findall(text)
        for part in projects or text.split()[:-1]:
            yield part.rstrip("/*")


def _steps(step: Mapping[str, Value]) -> Iterator[tuple[str, str, str]]:
    """Image, Dockerfile and context of each build in a step of a pipeline."""
    given = step.get("with")
    if "docker/build-push-action" in _text(step.get("uses")) and isinstance(given, Mapping):
        for tag in re.split(r"[\n,]", _text(given.get("tags"))):
            if tag.strip():
                yield tag.strip(), _text(given.get("file")), _text(given.get("context"))
    script = _text(step.get("run")).replace("\\\n", " ")[:50_000]
    for command in _COMMAND.finditer(script):
        options = list(_OPTION.finditer(command[1]))
        tags = [one["value"] for one in options if (one["short"] or one["long"]) in {"t", "tag"}]
        files = [one["value"] for one in options if (one["short"] or one["long"]) in {"f", "file"}]
        words = command[1].split()
        context = words[-1].strip("\"'") if words and not words[-1].startswith("-") else "."
        for tag in tags:
            yield tag, files[0] if files else "", context
