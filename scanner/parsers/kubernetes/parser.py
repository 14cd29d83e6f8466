"""The parser of Kubernetes manifests, chart sources and Kustomize folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

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
    is_wanted,
)
from scanner.parsers.kubernetes.helm import Rendering, find_helm, missing_charts, render
from scanner.parsers.kubernetes.kustomize import Kustomization, join, named
from scanner.parsers.kubernetes.objects import as_written, may_hold_objects, objects_in
from scanner.parsers.kubernetes.rendered import rendered_objects
from scanner.parsers.kubernetes.templates import Template
from scanner.parsers.positioned import Documents, decode, read_documents, searchable

_UNRENDERED = "the template could not be read without rendering it"


class KubernetesParser:
    """Reads objects from YAML and JSON files; what is not rendered, and what that hides, is said."""

    name = "kubernetes"
    beside = False

    def __init__(self, *, renders: bool = True) -> None:
        """Read everything anew.

        Args:
            renders: Whether charts may be rendered by Helm, where it is installed.
        """
        self._renders = renders

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Charts, folders that Kustomize reaches, and every other file on its own."""
        return group(artifacts)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one unit; faults become Problems."""
        reading = _Reading(contents)
        files = [artifact for artifact in unit if is_wanted(artifact)]
        kustomizations = [artifact for artifact in files if is_kustomization(artifact)]
        if len(kustomizations) == len(files):
            parts = [reading.kustomization(artifact) for artifact in files]
            tree = join([part for part in parts if part is not None])
            return tree.model_copy(update={"problems": (*reading.problems, *tree.problems)})
        patches = {path for artifact in kustomizations for path in _patches(artifact, contents)}
        charts = [artifact for artifact in files if is_chart_file(artifact)]
        for artifact in files:
            if artifact.path in patches:
                reading.counts["kustomize_patches"] += 1
            elif not is_kustomization(artifact):
                reading.file(artifact, in_chart=bool(charts) and is_template(artifact))
        if charts:
            reading.chart(charts, unit, find_helm() if self._renders else None)
        return reading.parsed()


def _patches(artifact: Artifact, contents: Contents) -> set[str]:
    """Patch files of a kustomization; its own faults are told where its tree is read."""
    found = _Reading(contents).kustomization(artifact)
    return set(found.patches()) if found else set()


def _inside(chart: Artifact, path: str) -> str:
    """The path of a file in its chart."""
    folder = folder_of(chart)
    return path.removeprefix(f"{folder}/") if folder else path


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

    def chart(self, charts: Sequence[Artifact], files: Sequence[Artifact], helm: Path | None) -> None:
        """Count a chart and its subcharts, and render it where that can be done."""
        self.counts["helm_charts"] += len(charts)
        chart = min(charts, key=lambda artifact: (artifact.path.count("/"), artifact.path))
        if not self._templates:
            self._without_templates(chart, files)
        elif helm is None:
            self._not_rendered(chart, "charts are not rendered, because Helm is not installed")
        else:
            rendering = render(helm, chart, files, self._contents)
            if rendering.fault:
                self._not_rendered(chart, f"Helm cannot render this chart ({rendering.fault})")
            else:
                self._rendered(chart, files, rendering)

    def _without_templates(self, chart: Artifact, files: Sequence[Artifact]) -> None:
        """Say of a chart that only sets the values of others which of them are not here."""
        data = self._read(chart)
        documents = read_documents(decode(data)).documents if data is not None else ()
        inside = {_inside(chart, file.path) for file in files}
        missing = missing_charts(documents[0].value() if documents else None, inside)
        if missing:
            message = f"what this chart deploys is not seen: it depends on charts that are not here ({named(missing)})"
            self._problem(message, Location(path=chart.path))

    def _not_rendered(self, chart: Artifact, why: str) -> None:
        message = (
            f"{why}: values that templates write are unknown, and conditions are taken as true, in"
            f" {named([_inside(chart, path) for path in self._templates])}"
        )
        self.counts["helm_templates_not_rendered"] += len(self._templates)
        self._problem(message, Location(path=chart.path))

    def _rendered(self, chart: Artifact, files: Sequence[Artifact], rendering: Rendering) -> None:
        """Take what Helm wrote in place of what the templates showed."""
        templates = {_inside(chart, file.path): file for file in files if is_wanted(file)}
        of_templates = set(self._templates)
        sketches = [one for one in self._resources if one.location.path in of_templates]
        objects = rendered_objects(rendering.documents, rendering.again, templates, sketches)
        plain = [one for one in self._resources if one.location.path not in of_templates]
        self.problems = [one for one in self.problems if one.location is None or one.location.path not in of_templates]
        self._resources = [*plain, *(one for one in objects if one.location.path in of_templates)]
        self.counts["helm_templates_rendered"] += len(self._templates)
        self.counts["kubernetes_objects"] += len(self._resources) - len(plain) - len(sketches)
        values = " and ".join(("its own values", *rendering.values))
        message = f"this chart was rendered with {values}; what a deployment sets otherwise is not seen"
        if rendering.missing:
            message += f", nor the charts that it depends on and that are not here: {named(rendering.missing)}"
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
