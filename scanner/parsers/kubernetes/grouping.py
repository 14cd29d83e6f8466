"""Which files must be read together: a chart's, and a folder's with the Kustomize files that reach it.

Kustomize reads files only in or below its own folder, so a file can be a patch of the ``kustomization.yaml`` files in
its folder and above, and of no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from scanner.domain.artifact import Artifact, ArtifactKind, Role

CHART_FILE = "Chart.yaml"
KUSTOMIZATIONS = {"kustomization.yaml", "kustomization.yml", "Kustomization"}
_CHART_FOLDERS = {"templates", "crds", "charts"}


@dataclass(frozen=True)
class _Owned:
    """The files of a repository by what they belong to. Filled by :func:`_owned`."""

    kustomizations: Mapping[str, Artifact]
    """What Kustomize starts from, by folder."""
    charts: dict[str, list[Artifact]] = field(default_factory=dict)
    """By the folder of the chart."""
    trees: dict[str, list[Artifact]] = field(default_factory=dict)
    """What Kustomize starts from, by the outermost folder that reaches it."""
    folders: dict[str, list[Artifact]] = field(default_factory=dict)
    """Files that Kustomize reaches, by their folder."""
    alone: list[Artifact] = field(default_factory=list)

    def reaching(self, artifact: Artifact) -> Iterator[Artifact]:
        """What Kustomize starts from in the folder of a file and above, outermost first."""
        return (self.kustomizations[one] for one in folders_above(artifact) if one in self.kustomizations)


def is_kustomization(artifact: Artifact) -> bool:
    """Whether the file is what Kustomize starts from."""
    return PurePosixPath(artifact.path).name in KUSTOMIZATIONS


def is_chart_file(artifact: Artifact) -> bool:
    """Whether the file makes its folder a Helm chart."""
    return PurePosixPath(artifact.path).name == CHART_FILE


def is_template(artifact: Artifact) -> bool:
    """Whether a file of a chart is one that Helm renders."""
    return "templates" in PurePosixPath(artifact.path).parts[:-1]


def is_template_of_other_name(artifact: Artifact) -> bool:
    """Whether a file of a chart is one that Helm renders although its name is not that of YAML or JSON."""
    if is_wanted(artifact) or artifact.role is Role.VENDORED or artifact.kind is ArtifactKind.LINK:
        return False
    name = PurePosixPath(artifact.path).name
    return is_template(artifact) and not name.startswith("_") and not name.endswith("NOTES.txt")


def chart_name(artifact: Artifact) -> str:
    """Folder of the chart that a template is of; empty for a file outside ``templates``."""
    parts = PurePosixPath(artifact.path).parts
    return parts[parts.index("templates") - 1] if "templates" in parts[1:-1] else ""


def group(artifacts: Sequence[Artifact], *, built: bool = False) -> Iterator[tuple[Artifact, ...]]:
    """Units in a stable order: charts, Kustomize trees (their ``kustomization.yaml`` only), folders, files.

    A chart has all of its files: what it takes to render one is more than what holds objects (:func:`is_wanted`).

    Args:
        artifacts: All of a repository.
        built: Whether all that Kustomize reaches is one unit, with all of its files, so that it can be built.
    """
    owned = _owned([artifact for artifact in artifacts if is_wanted(artifact)])
    charts = _whole_charts(owned, artifacts)
    yield from charts
    if built and owned.kustomizations:
        yield _built_by_kustomize(owned, artifacts, {one.path for unit in charts for one in unit})
    else:
        yield from (tuple(unit) for unit in owned.trees.values())
        for unit in owned.folders.values():
            yield (*unit, *owned.reaching(unit[0]))
    yield from ((artifact,) for artifact in owned.alone)


def _owned(files: Sequence[Artifact]) -> _Owned:
    """Give each file to the chart that it is of, or else to the Kustomize files that reach it.

    Args:
        files: That can hold objects, and those that Kustomize starts from.
    """
    chart_folders = {folder_of(artifact) for artifact in files if is_chart_file(artifact)}
    owned = _Owned({folder_of(artifact): artifact for artifact in files if is_kustomization(artifact)})
    for artifact in files:
        above = folders_above(artifact)
        chart = _chart_of(artifact, above, chart_folders)
        reached_by = [folder for folder in above if folder in owned.kustomizations]
        if chart is not None:
            owned.charts.setdefault(chart, []).append(artifact)
        elif is_kustomization(artifact):
            owned.trees.setdefault(reached_by[0], []).append(artifact)
        elif reached_by:
            owned.folders.setdefault(above[-1], []).append(artifact)
        else:
            owned.alone.append(artifact)
    return owned


def _whole_charts(owned: _Owned, artifacts: Sequence[Artifact]) -> list[tuple[Artifact, ...]]:
    """The charts with their other files, which are given to the outermost chart."""
    others: defaultdict[str, list[Artifact]] = defaultdict(list)
    for artifact in artifacts if owned.charts else ():
        outermost = next((folder for folder in folders_above(artifact) if folder in owned.charts), None)
        if outermost is not None and not is_wanted(artifact) and artifact.kind is not ArtifactKind.LINK:
            others[outermost].append(artifact)
    return [(*unit, *others[folder]) for folder, unit in owned.charts.items()]


def _built_by_kustomize(
    owned: _Owned, artifacts: Sequence[Artifact], in_charts: Collection[str]
) -> tuple[Artifact, ...]:
    """All that Kustomize reaches, whatever it holds.

    Args:
        owned: For the folders from which it starts.
        artifacts: All of a repository.
        in_charts: Paths of files that are of charts.
    """
    return tuple(
        one
        for one in artifacts
        if one.path not in in_charts and one.kind is not ArtifactKind.LINK and any(owned.reaching(one))
    )


def folder_of(artifact: Artifact) -> str:
    """Folder of a file; empty for the root."""
    return artifact.path.rpartition("/")[0]


def is_wanted(artifact: Artifact) -> bool:
    """Whether a file can hold objects of the system, or is what Kustomize starts from."""
    if artifact.role is Role.VENDORED:
        return False
    return artifact.kind in {ArtifactKind.YAML, ArtifactKind.JSON} or is_kustomization(artifact)


def folders_above(artifact: Artifact) -> list[str]:
    """The folders that hold the file, outermost first: ``''``, ``a``, ``a/b``."""
    parts = artifact.path.split("/")[:-1]
    return ["/".join(parts[:depth]) for depth in range(len(parts) + 1)]


def _chart_of(artifact: Artifact, above: Sequence[str], charts: set[str]) -> str | None:
    for folder in above:
        if folder in charts:
            inside = artifact.path[len(folder) + 1 if folder else 0 :]
            first, _, rest = inside.partition("/")
            if (rest and first in _CHART_FOLDERS) or (not rest and _is_of_chart(first)):
                return folder
    return None


def _is_of_chart(name: str) -> bool:
    return name.startswith(("Chart.", "values"))
