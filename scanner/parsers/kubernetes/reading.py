"""Reads what the files of one unit hold, as they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Parsed, Problem, Resource
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.kubernetes.admission import POD_SECURITY, pod_security_in
from scanner.parsers.kubernetes.grouping import KUSTOMIZATIONS, chart_name, is_wanted
from scanner.parsers.kubernetes.kustomize import Kustomization
from scanner.parsers.kubernetes.objects import as_written, may_hold_objects, objects_in
from scanner.parsers.kubernetes.templates import Template
from scanner.parsers.positioned import Documents, decode, read_documents, searchable

_UNRENDERED = "the template could not be read without rendering it"


class Reading:
    """What one unit has given so far.

    Args:
        contents: Gives the bytes of files.
    """

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.resources: list[Resource] = []
        self.templates: list[str] = []
        """Paths of files of charts that hold actions."""
        self.problems: list[Problem] = []
        self.counts: Counter[str] = Counter()

    def parsed(self) -> Parsed:
        """All of it."""
        return Parsed(
            resources=tuple(self.resources),
            problems=tuple(self.problems),
            counts={name: number for name, number in self.counts.items() if number},
        )

    def replace(self, paths: Collection[str], made: Iterable[Resource]) -> None:
        """Take objects in place of all that some files hold, and of what was wrong with those.

        What is wrong with a kustomization stays: what was made by it is made of the part that could be read.

        Args:
            paths: Of the files.
            made: The objects.
        """
        before = len(self.resources)
        plain = [one for one in self.resources if one.location.path not in paths]
        self.resources = [*plain, *made]
        hidden = {path for path in paths if path.rpartition("/")[2] not in KUSTOMIZATIONS}
        self.problems = [one for one in self.problems if one.location is None or one.location.path not in hidden]
        self.counts["kubernetes_objects"] += len(self.resources) - before

    def file(self, artifact: Artifact, *, in_chart: bool) -> None:
        """Read the objects of a file."""
        data = self.read(artifact)
        if data is None:
            return
        data = searchable(data)
        has_actions = b"{{" in data
        if in_chart and has_actions and (is_wanted(artifact) or Template(decode(data)).writes()):
            self.templates.append(artifact.path)
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
            if POD_SECURITY in text:
                self.resources.extend(pod_security_in(found.documents, artifact))

    def kustomization(self, artifact: Artifact) -> Kustomization | None:
        """Read a ``kustomization.yaml``."""
        data = self.read(artifact)
        if data is None:
            return None
        found = read_documents(decode(data))
        self._faults(artifact, found)
        return Kustomization(artifact, found.documents)

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
                self.problem(
                    f"{_UNRENDERED}: its actions do not pair up, or are too many",
                    Location(path=artifact.path),
                )
                return
        elif plain is not None:
            self.counts["templates_not_rendered"] += 1
            self.problem("template actions are not rendered: what they write is unknown", Location(path=artifact.path))
        self._take(artifact, found, template)

    def _take(self, artifact: Artifact, found: Documents, template: Template | None = None) -> None:
        before = len(self.resources)
        finish = as_written if template is None else template.unmasked
        for document in found.documents:
            self.resources.extend(objects_in(document, artifact, finish, chart_name(artifact) if template else ""))
        self._faults(
            artifact, found, "" if template is None else "the template could not be read without rendering it: "
        )
        read = len(self.resources) - before
        if read:
            self.counts["kubernetes_files"] += 1
            self.counts["kubernetes_objects"] += read

    def _faults(self, artifact: Artifact, found: Documents, introduction: str = "") -> None:
        for fault in found.faults:
            self.problem(
                introduction + fault.message,
                Location(path=artifact.path, start_line=fault.line, start_column=fault.column),
            )

    def read(self, artifact: Artifact) -> bytes | None:
        """The bytes of a file; why they could not be read is a problem."""
        try:
            return self.contents.read(artifact)
        except ReadError as error:
            self.problem(error.message, Location(path=artifact.path))
            return None

    def problem(self, message: str, location: Location) -> None:
        """Say what could not be read or done."""
        self.problems.append(Problem(stage="parsing", engine="kubernetes", message=message, location=location))
