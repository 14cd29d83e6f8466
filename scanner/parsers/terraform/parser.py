"""Terraform and OpenTofu files to resources: the parser that the pipeline calls.

Reading (:mod:`reading`) looks at one file; joining, here, at all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Problem, Reference, Resource, ResourceKind
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.terraform.blocks import View, is_absent, view
from scanner.parsers.terraform.evaluate import Evaluator, FolderEvaluator, is_sensitive
from scanner.parsers.terraform.folders import Folder, arrange, is_variables, local_source
from scanner.parsers.terraform.reading import FileReader, ReadFile
from scanner.parsers.terraform.references import ReferenceFinder, provider_targets
from scanner.parsers.terraform.second_reader import FOREIGN_PACKAGE, Owners, installed_owners, second_reader_is_ours
from scanner.parsers.terraform.tree import Block, Fault, Literal
from scanner.parsers.terraform.values import count_leaves

_KINDS = (ArtifactKind.TERRAFORM, ArtifactKind.TERRAFORM_VARIABLES)
_COUNTED = {"resource": "terraform_resource_blocks", "data": "terraform_data_blocks", "module": "terraform_modules"}
_WITHOUT_RESOURCE = frozenset(("locals", "moved", "import", "removed", "check", "ephemeral"))


class Identity(NamedTuple):
    """What a block is called."""

    address: str
    type: str
    name: str


class TerraformParser:
    """Reads ``.tf``, ``.tofu``, their JSON forms and ``.tfvars``.

    Args:
        owners: Which distributions own each package of this environment.
    """

    name = "terraform"

    def __init__(self, owners: Owners = installed_owners) -> None:
        self._owners = owners

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """All Terraform files of a repository at once, as any folder may call any other."""
        unit = tuple(artifact for artifact in artifacts if artifact.kind in _KINDS)
        if any(artifact.kind is ArtifactKind.TERRAFORM for artifact in unit):
            yield unit

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Read every file of the unit, then join them. Faults become problems."""
        reader = FileReader(lambda: second_reader_is_ours(self._owners))
        problems: list[Problem] = []
        files: list[ReadFile] = []
        for artifact in unit:
            try:
                file = reader.read(artifact.path, contents.read(artifact))
            except ReadError as error:
                problems.append(_problem(artifact.path, Fault(error.message)))
                continue
            files.append(file)
            problems.extend(_problem(file.path, fault) for fault in file.syntax.faults)
        # Said even where every file could be read: the next scan may meet one that cannot.
        if not second_reader_is_ours(self._owners):
            problems.append(Problem(stage="parsing", engine="terraform", message=FOREIGN_PACKAGE))
        joined = _Joining({artifact.path: artifact.role for artifact in unit}, arrange(files))
        return joined.parsed(problems)


def _problem(path: str, fault: Fault) -> Problem:
    line, column = fault.position or (1, None)
    location = Location(path=path, start_line=line, start_column=column)
    return Problem(stage="parsing", engine="terraform", message=fault.message, location=location)


class _Joining:
    """Makes resources of all folders."""

    def __init__(self, roles: Mapping[str, Role], folders: Mapping[str, Folder]) -> None:
        self._roles = roles
        self._folders = folders
        self._resources: list[Resource] = []
        self._references: dict[tuple[str, str, str, str], Reference] = {}
        self._problems: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def parsed(self, problems: Sequence[Problem]) -> Parsed:
        for folder in self._folders.values():
            evaluator = FolderEvaluator(folder)
            finder = ReferenceFinder(folder)
            for file in folder.files:
                self._file(file, folder, evaluator, finder)
            self._problems.extend(evaluator.problems())
            if finder.cut:
                fault = Fault("locals go through one another too often: some references are not followed to their end")
                self._problems.append(_problem(folder.files[0].path, fault))
        names = ("terraform_files", *_COUNTED.values(), "terraform_resources", "known_values", "unknown_values")
        return Parsed(
            resources=tuple(self._resources),
            references=tuple(self._references.values()),
            problems=(*problems, *self._problems),
            counts={name: self._counts[name] for name in names},
        )

    def _file(self, file: ReadFile, folder: Folder, evaluator: Evaluator, finder: ReferenceFinder) -> None:
        self._counts["terraform_files"] += 1
        if _is_override(file.path):
            fault = Fault("an override file: its blocks are not merged into those that they override")
            self._problems.append(_problem(file.path, fault))
        for block in file.syntax.body.blocks:
            if block.type in _COUNTED:
                self._counts[_COUNTED[block.type]] += 1
            identity = identify(block)
            if identity is None:
                if block.type not in _WITHOUT_RESOURCE:
                    fault = Fault(
                        "a block that Terraform does not know, or with labels it does not take", block.position
                    )
                    self._problems.append(_problem(file.path, fault))
                continue
            found = view(block, evaluator, self._secrets(folder, block))
            if not is_absent(found.attributes):
                self._add(identity, file.path, block, found)
                self._refer(identity.address, file.path, found, finder)

    def _secrets(self, folder: Folder, block: Block) -> frozenset[str]:
        """Arguments of a module call that its variables mark as sensitive."""
        source = local_source(folder.path, block) if block.type == "module" else None
        callee = self._folders.get(source) if source is not None else None
        if callee is None:
            return frozenset()
        return frozenset(name for name, placed in callee.variables.items() if is_sensitive(placed.block))

    def _add(self, identity: Identity, path: str, block: Block, found: View) -> None:
        known, unknown = count_leaves(dict(found.attributes))
        self._counts["known_values"] += known
        self._counts["unknown_values"] += unknown
        self._counts["terraform_resources"] += block.type == "resource"
        line, column = block.position
        self._resources.append(
            Resource(
                address=identity.address,
                kind=ResourceKind.TERRAFORM,
                type=identity.type,
                name=identity.name,
                attributes=found.attributes,
                labels=_labels(found),
                location=Location(path=path, start_line=line, end_line=max(block.end_line, line), start_column=column),
                role=self._roles[path],
                positions=found.positions,
            )
        )

    def _refer(self, source: str, path: str, found: View, finder: ReferenceFinder) -> None:
        for use in found.uses:
            if use.path in ("provider", "providers"):
                targets = provider_targets(use.expression)
            else:
                targets = finder.targets(use.expression, use.bound)
            line, column = use.position
            for target in sorted(targets):
                location = Location(path=path, start_line=line, start_column=column)
                reference = Reference(source=source, target=target, attribute=use.path, location=location)
                self._references.setdefault((path, source, target, use.path), reference)


def identify(block: Block) -> Identity | None:
    """Address, type and name of a block, if it is one that becomes a resource."""
    match block.type, block.labels:
        case "resource", (kind, name):
            return Identity(f"{kind}.{name}", kind, name)
        case "data", (kind, name):
            return Identity(f"data.{kind}.{name}", f"data.{kind}", name)
        case "provider", (name,):
            alias = block.body.attribute("alias")
            written = alias.expression.value if alias and isinstance(alias.expression, Literal) else None
            suffix = f".{written}" if isinstance(written, str) else ""
            return Identity(f"provider.{name}{suffix}", f"provider.{name}", name)
        case "variable", (name,):
            return Identity(f"var.{name}", "variable", name)
        case ("module" | "output") as kind, (name,):
            return Identity(f"{kind}.{name}", kind, name)
        case "terraform", ():
            return Identity("terraform", "terraform", "terraform")
        case _:
            return None


def _labels(found: View) -> dict[str, str]:
    labels: dict[str, str] = {}
    for name in ("labels", "tags"):
        value = found.attributes.get(name)
        if isinstance(value, dict):
            labels.update({key: text for key, text in value.items() if isinstance(text, str)})
    return labels


def _is_override(path: str) -> bool:
    stem = path.rpartition("/")[2].split(".", 1)[0]
    return not is_variables(path) and (stem == "override" or stem.endswith("_override"))
