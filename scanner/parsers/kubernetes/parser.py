"""The parser of Kubernetes manifests, chart sources and Kustomize folders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from scanner.domain.artifact import Artifact, Location, Role
from scanner.domain.resource import Parsed
from scanner.interfaces import Contents
from scanner.parsers.kubernetes.charts import render_chart
from scanner.parsers.kubernetes.deployed import take_built
from scanner.parsers.kubernetes.grouping import (
    folders_above,
    group,
    is_chart_file,
    is_kustomization,
    is_template,
    is_template_of_other_name,
    is_wanted,
)
from scanner.parsers.kubernetes.kustomize import Kustomization, join, marked, named
from scanner.parsers.kubernetes.programs import HELM, KUBECTL, find_program
from scanner.parsers.kubernetes.reading import Reading


class KubernetesParser:
    """Reads objects from YAML and JSON files; what is not rendered, and what that hides, is said."""

    name = "kubernetes"
    beside = False

    def __init__(self, *, renders: bool = True) -> None:
        """Read everything anew.

        Args:
            renders: Whether programs that render may be used where they are installed.
        """
        self._renders = renders

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Charts, what Kustomize reaches, and every other file on its own."""
        return group(artifacts, built=self._program(KUBECTL, "kubectl") is not None)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one unit; faults become Problems."""
        reading, kubectl = Reading(contents), self._program(KUBECTL, "kubectl")
        files = [artifact for artifact in unit if is_wanted(artifact)]
        kustomizations = [artifact for artifact in files if is_kustomization(artifact)]
        charts = [artifact for artifact in files if is_chart_file(artifact)]
        files += [artifact for artifact in unit if charts and is_template_of_other_name(artifact)]
        # A folder's unit holds the kustomizations above it for their patches; they are told in the unit of their tree.
        is_tree = kubectl is not None or len(kustomizations) == len(files)
        reader = reading if is_tree else Reading(contents)
        found = [one for one in map(reader.kustomization, kustomizations) if one is not None]
        # What is named as a resource too is an object of its own, whatever else it is laid over.
        resources = {path for one in found for path in one.folders()}
        files += [one for one in unit if one.path in resources and not is_wanted(one) and one.role is not Role.VENDORED]
        patches = {path for one in found for path in one.patches()} - resources
        for artifact in files:
            if artifact.path in patches:
                reading.counts["kustomize_patches"] += 1
            elif not is_kustomization(artifact):
                reading.file(artifact, in_chart=bool(charts) and is_template(artifact))
        if charts:
            render_chart(reading, charts, unit, self._program(HELM, "helm"))
            return reading.parsed()
        built = take_built(reading, found, unit, kubectl) if kubectl is not None else frozenset[str]()
        reading.resources = list(marked(reading.resources, found))
        if is_tree:
            if kubectl is None:  # else the unit has all that is there
                _tell_other_names(reading, found)
            _tell(reading, [one for one in found if one.artifact.path not in built])
            reading.counts["kustomizations"] += len(built)
        return reading.parsed()

    def _program(self, variable: str, name: str) -> Path | None:
        return find_program(variable, name) if self._renders else None


def _tell_other_names(reading: Reading, kustomizations: Sequence[Kustomization]) -> None:
    """Say which resources were not read, as nobody takes files of such names for what holds objects."""
    folders = {one.artifact.path.rpartition("/")[0] for one in kustomizations}
    for one in kustomizations:
        unread = sorted({path for path in one.of_other_names() if path not in folders})
        if unread:
            message = f"resources whose names are not those of YAML or JSON are not read: {named(unread)}"
            reading.problem(message, Location(path=one.artifact.path))


def _tell(reading: Reading, kustomizations: Sequence[Kustomization]) -> None:
    """Count what was not built, and say once for each tree what that leaves out."""
    folders = {one.artifact.path.rpartition("/")[0] for one in kustomizations}
    trees: defaultdict[str, list[Kustomization]] = defaultdict(list)
    for one in kustomizations:
        trees[next(folder for folder in folders_above(one.artifact) if folder in folders)].append(one)
    for tree in trees.values():
        told = join(tree)
        reading.counts.update(told.counts)
        reading.problems.extend(told.problems)
