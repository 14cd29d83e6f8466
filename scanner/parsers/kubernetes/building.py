"""Builds what Kustomize deploys, where kubectl is installed: local files only, on a copy, without a network.

Of overlays over the same base that of production is built, else the first by name; the others are named. Overlays that
share only a component are systems of their own. What nothing changes is not built: its objects stand in their files as
they are deployed.
"""

from __future__ import annotations

import json
import posixpath
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scanner.domain.artifact import Artifact
from scanner.domain.resource import Value
from scanner.errors import EngineError, ReadError
from scanner.interfaces import Contents
from scanner.parsers.kubernetes.grouping import folder_of
from scanner.parsers.kubernetes.kustomize import Kustomization
from scanner.parsers.kubernetes.programs import read_written, run_alone
from scanner.parsers.nodes import Node

_PRODUCTION = ("prod", "production", "live")
_MOST = 200
"""Overlays that are built of one repository."""
_ORIGIN = "originAnnotations"
_FETCHES = {"remote resources": "resources", "helmCharts": "charts", "helmChartInflationGenerator": "charts"}


@dataclass(frozen=True)
class Overlay:
    """What Kustomize deploys from one folder."""

    top: Kustomization
    parts: frozenset[str]
    """Folders that it is made of, its own among them."""
    instead_of: tuple[str, ...] = ()
    """Folders that are deployed elsewhere from the same base, and are not built."""
    fetches: tuple[str, ...] = ()
    """What one of the parts takes from elsewhere."""

    @property
    def folder(self) -> str:
        """Where it begins."""
        return folder_of(self.top.artifact)


@dataclass(frozen=True)
class Built:
    """An overlay as Kustomize writes it, or why it could not be."""

    overlay: Overlay
    documents: tuple[Node, ...] = ()
    fault: str = ""


def overlays(kustomizations: Iterable[Kustomization]) -> tuple[Overlay, ...]:
    """The overlays that are to be built, in the order of their folders.

    Args:
        kustomizations: All of a repository.
    """
    known = {folder_of(one.artifact): one for one in kustomizations}
    below = {folder: [path for path in one.folders() if path in known] for folder, one in known.items()}
    changes = {folder: one.changes() for folder, one in known.items()}
    used = {path for folder, paths in below.items() for path in paths if path != folder}
    tops = [folder for folder in sorted(known) if folder not in used and not known[folder].is_component]
    parts = {folder: _parts(folder, below) for folder in tops}
    changed = [folder for folder in tops if any(changes[part] for part in parts[folder])]
    chosen: list[Overlay] = []
    systems = {
        folder: [path for path in paths if not known[path].is_component]
        for folder, paths in below.items()
        if not known[folder].is_component
    }
    for together in _sharing(changed, {folder: _parts(folder, systems) for folder in changed}):
        first = min(together, key=_preference)
        rest = tuple(folder for folder in together if folder != first)
        made_by = {change for part in parts[first] for change in changes[part]}
        fetches = tuple(sorted({_FETCHES[change] for change in made_by & _FETCHES.keys()}))
        chosen.append(Overlay(known[first], parts[first], rest, fetches))
    return tuple(sorted(chosen, key=lambda one: one.folder)[:_MOST])


def _parts(folder: str, below: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found, waiting = {folder}, [folder]
    while waiting:
        for path in below[waiting.pop()]:
            if path not in found:
                found.add(path)
                waiting.append(path)
    return frozenset(found)


def _sharing(tops: Sequence[str], parts: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Overlays by what they share: one base that two of them change is the same system twice; a component is not."""
    leads: dict[str, str] = {}
    for top in tops:
        for part in parts[top]:
            leads[_last(leads, part)] = _last(leads, top)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for top in tops:
        groups[_last(leads, top)].append(top)
    return list(groups.values())


def _last(leads: dict[str, str], one: str) -> str:
    """Where a folder leads to, over others that it shares something with; the way is shortened as it is gone."""
    while (following := leads.get(one, one)) != one:
        leads[one] = leads.get(following, following)
        one = following
    return one


def _preference(folder: str) -> tuple[int, str]:
    words = folder.lower().replace("-", "/").replace("_", "/").split("/")
    return (0 if any(word in _PRODUCTION for word in words) else 1, folder)


def build(kubectl: Path, chosen: Sequence[Overlay], files: Sequence[Artifact], contents: Contents) -> Iterator[Built]:
    """Build overlays.

    Args:
        kubectl: The program.
        chosen: What is to be built.
        files: All files that Kustomize may read.
        contents: Gives their bytes.
    """
    if not chosen:  # most units: nothing is copied for them
        return
    with tempfile.TemporaryDirectory(prefix="archscan-kustomize-") as made:
        root, scratch = Path(made) / "copy", Path(made) / "run"
        root.mkdir()
        scratch.mkdir()
        try:
            _copy(files, contents, root)
        except OSError as error:
            yield from (Built(one, fault=f"it could not be copied: {error.strerror}") for one in chosen)
            return
        for overlay in chosen:
            if overlay.fetches:
                yield Built(overlay, fault=f"it fetches {' and '.join(overlay.fetches)} from elsewhere")
                continue
            try:
                _ask_for_origins(root, overlay.top)
                text = run_alone([str(kubectl), "kustomize", str(root / overlay.folder)], root, scratch)
                documents = read_written(text)
            except EngineError as error:
                yield Built(overlay, fault=error.message)
            except OSError as error:
                yield Built(overlay, fault=f"it could not be copied: {error.strerror}")
            else:
                yield Built(overlay, documents)


def origin(attributes: Mapping[str, Value], folder: str) -> str:
    """The file, from the scanned root, that an object comes from: Kustomize writes it where it was asked to.

    Args:
        attributes: Of the object.
        folder: Of the overlay.
    """
    metadata = attributes.get("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, Mapping) else None
    written = annotations.get(ORIGIN) if isinstance(annotations, Mapping) else None
    for line in written.splitlines() if isinstance(written, str) else ():
        key, _, value = line.partition(": ")
        if key in {"path", "configuredIn"}:
            return posixpath.normpath(posixpath.join(folder, value.strip()))
    return ""


ORIGIN = "config.kubernetes.io/origin"
"""Annotation in which Kustomize says where an object comes from."""


def _copy(files: Sequence[Artifact], contents: Contents, root: Path) -> None:
    for file in files:
        try:
            data = contents.read(file)
        except ReadError:  # told where it is read for itself; Kustomize tells if it needs it
            continue
        target = root / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _ask_for_origins(root: Path, top: Kustomization) -> None:
    """Change the copy of an overlay so that each object says which file it comes from."""
    if len(top.documents) != 1:
        raise EngineError("it is no single document")
    head = top.documents[0].value()
    if not isinstance(head, Mapping):
        raise EngineError("it is no map")
    asked = {**head, "buildMetadata": [_ORIGIN]}
    (root / top.artifact.path).write_text(json.dumps(asked), encoding="utf-8")
