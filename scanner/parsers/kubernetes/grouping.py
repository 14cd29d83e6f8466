"""Which files must be read together: a chart's, and a folder's with the Kustomize files that reach it.

Kustomize reads files only in or below its own folder, so a file can be a patch of the ``kustomization.yaml`` files in
its folder and above, and of no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from scanner.domain.artifact import Artifact, ArtifactKind, Role

CHART_FILE = "Chart.yaml"
KUSTOMIZATIONS = {"kustomization.yaml", "kustomization.yml", "Kustomization"}
_CHART_FOLDERS = {"templates", "crds", "charts"}


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
    files = [artifact for artifact in artifacts if is_wanted(artifact)]
    kustomizations = {folder_of(artifact): artifact for artifact in files if is_kustomization(artifact)}
    chart_folders = {folder_of(artifact) for artifact in files if is_chart_file(artifact)}
    charts: dict[str, list[Artifact]] = {}
    trees: dict[str, list[Artifact]] = {}
    folders: dict[str, list[Artifact]] = {}
    alone: list[Artifact] = []
    for artifact in files:
        above = folders_above(artifact)
        chart = _chart_of(artifact, above, chart_folders)
        reached_by = [folder for folder in above if folder in kustomizations]
        if chart is not None:
            charts.setdefault(chart, []).append(artifact)
        elif is_kustomization(artifact):
            trees.setdefault(reached_by[0], []).append(artifact)
        elif reached_by:
            folders.setdefault(above[-1], []).append(artifact)
        else:
            alone.append(artifact)
    for artifact in artifacts if charts else ():
        above = folders_above(artifact)
        outermost = next((folder for folder in above if folder in charts), None)
        if outermost is not None and not is_wanted(artifact) and artifact.kind is not ArtifactKind.LINK:
            charts[outermost].append(artifact)
    yield from (tuple(unit) for unit in charts.values())
    if built and kustomizations:
        reached = [one for one in artifacts if any(folder in kustomizations for folder in folders_above(one))]
        in_charts = {one.path for unit in charts.values() for one in unit}
        yield tuple(one for one in reached if one.path not in in_charts and one.kind is not ArtifactKind.LINK)
        yield from ((artifact,) for artifact in alone)
        return
    yield from (tuple(unit) for unit in trees.values())
    for unit in folders.values():
        above = folders_above(unit[0])
        yield (*unit, *(kustomizations[folder] for folder in above if folder in kustomizations))
    yield from ((artifact,) for artifact in alone)


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
