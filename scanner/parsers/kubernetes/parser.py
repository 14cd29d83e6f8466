"""The parser of Kubernetes manifests, chart sources and Kustomize folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Parsed, Problem, Resource
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.kubernetes.grouping import (
    chart_name,
    folder_of,
    group,
    is_chart_file,
    is_kustomization,
    is_template,
)
from scanner.parsers.kubernetes.kustomize import Kustomization, join, named
from scanner.parsers.kubernetes.objects import as_written, may_hold_objects, objects_in
from scanner.parsers.kubernetes.templates import Template
from scanner.parsers.positioned import Documents, decode, read_documents, searchable

_UNRENDERED = "the template could not be read without rendering it"


class KubernetesParser:
    """Reads objects from YAML and JSON files; nothing is rendered, and what that hides is said."""

    name = "kubernetes"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Charts, folders that Kustomize reaches, and every other file on its own."""
        return group(artifacts)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one unit; faults become Problems."""
        reading = _Reading(contents)
        kustomizations = [artifact for artifact in unit if is_kustomization(artifact)]
        if len(kustomizations) == len(unit):
            parts = [reading.kustomization(artifact) for artifact in unit]
            tree = join([part for part in parts if part is not None])
            return tree.model_copy(update={"problems": (*reading.problems, *tree.problems)})
        patches = {path for artifact in kustomizations for path in _patches(artifact, contents)}
        charts = [artifact for artifact in unit if is_chart_file(artifact)]
        for artifact in unit:
            if artifact.path in patches:
                reading.counts["kustomize_patches"] += 1
            elif not is_kustomization(artifact):
                reading.file(artifact, in_chart=bool(charts) and is_template(artifact))
        if charts:
            reading.chart(charts)
        return reading.parsed()


def _patches(artifact: Artifact, contents: Contents) -> set[str]:
    """Patch files of a kustomization; its own faults are told where its tree is read."""
    found = _Reading(contents).kustomization(artifact)
    return set(found.patches()) if found else set()


class _Reading:
    """What one unit has given so far."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._resources: list[Resource] = []
        self._templates: list[str] = []
        self.problems: list[Problem] = []
        self.counts: Counter[str] = Counter()

    def parsed(self) -> Parsed:
        return Parsed(resources=tuple(self._resources), problems=tuple(self.problems), counts={**self.counts})

    def file(self, artifact: Artifact, *, in_chart: bool) -> None:
        """Read the objects of a file."""
        data = self._read(artifact)
        if data is None:
            return
        data = searchable(data)
        has_actions = b"{{" in data
        if in_chart and has_actions:
            self.counts["helm_templates_not_rendered"] += 1
            self._templates.append(artifact.path)
        if not may_hold_objects(artifact, data):
            return
        text = decode(data)
        if in_chart and has_actions:
            self._template(artifact, text, None)
            return
        found = read_documents(text)
        if found.faults and has_actions:
            self._template(artifact, text, found)
        else:
            self._take(artifact, found)

    def kustomization(self, artifact: Artifact) -> Kustomization | None:
        """Read a ``kustomization.yaml``."""
        data = self._read(artifact)
        if data is None:
            return None
        found = read_documents(decode(data))
        self._faults(artifact, found)
        return Kustomization(artifact, found.documents)

    def chart(self, charts: Sequence[Artifact]) -> None:
        """Count a chart and its subcharts, and say once that they are not rendered."""
        self.counts["helm_charts"] += len(charts)
        if not self._templates:
            return
        chart = min(charts, key=lambda artifact: (artifact.path.count("/"), artifact.path))
        folder = f"{folder_of(chart)}/" if folder_of(chart) else ""
        files = [path.removeprefix(folder) for path in self._templates]
        message = (
            "Helm charts are not rendered in this version: values that templates write are unknown, and conditions"
            f" are taken as true, in {named(files)}"
        )
        self._problem(message, Location(path=chart.path))

    def _template(self, artifact: Artifact, text: str, plain: Documents | None) -> None:
        """Read a file with template actions: as a chart's template, or because plain YAML it is not."""
        template = Template(text)
        masked = template.masked()
        found = None if masked is None else read_documents(masked)
        if found is None or found.faults:
            if plain is not None:
                self._take(artifact, plain)
                return
            if found is None:
                self._problem(
                    f"{_UNRENDERED}: its actions do not pair up, or are too many",
                    Location(path=artifact.path),
                )
                return
        elif plain is not None:
            self.counts["templates_not_rendered"] += 1
            self._problem("template actions are not rendered: what they write is unknown", Location(path=artifact.path))
        self._take(artifact, found, template)

    def _take(self, artifact: Artifact, found: Documents, template: Template | None = None) -> None:
        before = len(self._resources)
        finish = as_written if template is None else template.unmasked
        for document in found.documents:
            self._resources.extend(objects_in(document, artifact, finish, chart_name(artifact) if template else ""))
        self._faults(
            artifact, found, "" if template is None else "the template could not be read without rendering it: "
        )
        read = len(self._resources) - before
        if read:
            self.counts["kubernetes_files"] += 1
            self.counts["kubernetes_objects"] += read

    def _faults(self, artifact: Artifact, found: Documents, introduction: str = "") -> None:
        for fault in found.faults:
            self._problem(
                introduction + fault.message,
                Location(path=artifact.path, start_line=fault.line, start_column=fault.column),
            )

    def _read(self, artifact: Artifact) -> bytes | None:
        try:
            return self._contents.read(artifact)
        except ReadError as error:
            self._problem(error.message, Location(path=artifact.path))
            return None

    def _problem(self, message: str, location: Location) -> None:
        self.problems.append(Problem(stage="parsing", engine="kubernetes", message=message, location=location))
