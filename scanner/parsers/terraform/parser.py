"""Terraform and OpenTofu files to resources: the parser that the pipeline calls.

Reading (package ``syntax``) looks at one file; everything else at all of them: modules are entered once for each call,
with the caller's values, in each environment.
"""

from __future__ import annotations

import gc
import posixpath
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.domain.configuration import TerraformConfiguration
from scanner.domain.resource import Parsed, Problem
from scanner.errors import ReadError
from scanner.parsers.terraform.modules.emission import COUNTED, Emission
from scanner.parsers.terraform.modules.emulators import emulated_files
from scanner.parsers.terraform.modules.environments import VarFiles, normal
from scanner.parsers.terraform.modules.estate import Complaints, Estate
from scanner.parsers.terraform.modules.files import RepositoryFiles
from scanner.parsers.terraform.modules.folders import arrange, is_variables, location_of
from scanner.parsers.terraform.modules.links import Links
from scanner.parsers.terraform.modules.module_sources import MANIFEST, ModuleSources, read_manifest
from scanner.parsers.terraform.modules.roots import environments, find_calls
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.syntax.overrides import REPLACED, merge_overrides
from scanner.parsers.terraform.syntax.reading import FileReader, ReadFile
from scanner.parsers.terraform.syntax.second_reader import (
    FOREIGN_PACKAGE,
    Owners,
    installed_owners,
    second_reader_is_ours,
)

if TYPE_CHECKING:
    from scanner.interfaces import Contents

_KINDS = (ArtifactKind.TERRAFORM, ArtifactKind.TERRAFORM_VARIABLES)
_FRAMES = 12_000
"""Python calls in one another while modules are evaluated: an expression of the deepest kind in the longest chain."""


class TerraformParser:
    """Reads ``.tf``, ``.tofu``, their JSON forms and ``.tfvars``, and evaluates them as Terraform does.

    Args:
        owners: Which distributions own each package of this environment.
        configuration: Roots and modules that the supplier declares.
    """

    name = "terraform"
    beside = False

    def __init__(self, owners: Owners = installed_owners, configuration: TerraformConfiguration | None = None) -> None:
        self._owners = owners
        self._configuration = configuration or TerraformConfiguration()

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """The whole repository at once: any folder may call any other, and functions read any file."""
        if any(
            artifact.kind is ArtifactKind.TERRAFORM and artifact.role is not Role.VENDORED for artifact in artifacts
        ):
            yield tuple(artifacts)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Read every Terraform file of the unit, then evaluate them. Faults become problems."""
        with _deep_calls():
            return self._parse(unit, contents)

    def _parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        complaints = Complaints()
        written = list(self._read(unit, contents, complaints))
        links = Links(unit)
        emission = Emission()
        for file in written:
            _count(file, emission)
        files = merge_overrides([*written, *links.linked(written)])
        _complain(files, complaints)
        estate = self._estate(unit, contents, files, complaints, links)
        self._evaluate(estate, files, emission)
        names = ("terraform_files", *COUNTED.values(), "terraform_resources", "known_values", "unknown_values")
        return Parsed(
            resources=tuple(emission.resources),
            references=tuple(emission.references),
            problems=self._problems(complaints),
            counts={name: emission.counts[name] for name in names},
        )

    def _read(self, unit: Iterable[Artifact], contents: Contents, complaints: Complaints) -> Iterator[ReadFile]:
        reader = FileReader(lambda: second_reader_is_ours(self._owners))
        for artifact in unit:
            if artifact.kind not in _KINDS:
                continue
            try:
                file = reader.read(artifact.path, contents.read(artifact))
            except ReadError as error:
                complaints.add(error.message, location_of(artifact.path, None), stage="parsing")
                continue
            if artifact.role is Role.VENDORED:  # what others publish broken is no fault of the supplier
                file = replace(file, syntax=replace(file.syntax, faults=()))
            yield file

    def _estate(
        self,
        unit: tuple[Artifact, ...],
        contents: Contents,
        files: Sequence[ReadFile],
        complaints: Complaints,
        links: Links,
    ) -> Estate:
        declared = {source: normal(folder) for source, folder in self._configuration.modules.items()}
        folders = arrange(files)
        roles = {artifact.path: artifact.role for artifact in unit}
        roles |= {path: role for path, role in emulated_files(folders.values()) if roles.get(path) is Role.PRODUCT}
        return Estate(
            folders=folders,
            sources=ModuleSources(_fetched(unit, contents, complaints), declared),
            files=RepositoryFiles(unit, contents, links),
            links=links,
            role=lambda path: roles.get(path, Role.PRODUCT),
            broken=frozenset(posixpath.dirname(file.seen) for file in files if file.syntax.faults),
            complaints=complaints,
        )

    def _evaluate(self, estate: Estate, files: Sequence[ReadFile], emission: Emission) -> None:
        var_files = [file for file in files if is_variables(file.seen)]
        calls = find_calls(estate)

        def tie(roots: Sequence[str]) -> VarFiles:
            return VarFiles(estate.folders, roots, var_files, estate.role)

        for environment in environments(estate, calls, tie, self._configuration):
            scope = ModuleScope(estate, estate.folders[environment.folder], environment)
            if not emission.environment(scope):
                message = "expressions name too many blocks: some references are not followed to their end"
                estate.complaints.add(message, location_of(scope.folder.files[0].path, None))
        if estate.effort.is_used_up:
            message = "expressions take too much work: of those that come last, only what is plain is evaluated"
            estate.complaints.add(message, None)

    def _problems(self, complaints: Complaints) -> tuple[Problem, ...]:
        # Said even where every file could be read: the next scan may meet one that cannot.
        if not second_reader_is_ours(self._owners):
            complaints.add(FOREIGN_PACKAGE, None, stage="parsing")
        return complaints.problems()


def _fetched(unit: Iterable[Artifact], contents: Contents, complaints: Complaints) -> Mapping[str, Mapping[str, str]]:
    """What ``terraform init`` fetched, by root."""
    found = {}
    for artifact in unit:
        if artifact.path == MANIFEST or artifact.path.endswith("/" + MANIFEST):
            root = artifact.path[: -len(MANIFEST)].rstrip("/")
            try:
                found[root] = read_manifest(root, contents.read(artifact))
            except ReadError as error:
                complaints.add(error.message, location_of(artifact.path, None))
            except ValueError as error:
                complaints.add(f"{error}: modules that were fetched are not known", location_of(artifact.path, None))
    return found


def _complain(files: Iterable[ReadFile], complaints: Complaints) -> None:
    twins = []
    for file in files:
        for fault in file.syntax.faults:
            if fault.message == REPLACED:
                twins.append(file.path)
            else:
                complaints.add(fault.message, location_of(file.path, fault.position), stage="parsing")
    if twins:
        number = "1 file" if len(twins) == 1 else f"{len(twins)} files, of which this is the first"
        complaints.add(f"{REPLACED} ({number})", location_of(twins[0], None))


def _count(file: ReadFile, emission: Emission) -> None:
    emission.counts["terraform_files"] += 1
    for block in file.syntax.body.blocks:
        if block.type in COUNTED:
            emission.counts[COUNTED[block.type]] += 1


@contextmanager
def _deep_calls() -> Iterator[None]:
    """Let Python follow long chains; where even this is not enough, the value is unknown and said to be.

    The collector of cycles rests meanwhile: nearly everything that is made here is kept, and going through it again
    and again takes a third of the time. At the end all of it is put with what is old, without being gone through.
    """
    before, collects = sys.getrecursionlimit(), gc.isenabled()
    sys.setrecursionlimit(max(before, _FRAMES))
    gc.disable()
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
        if collects:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
