"""What stands around a single expression in a test: a root module with its locals, variables and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.domain.resource import UnknownReason, Value
from scanner.parsers.terraform.modules.environments import Environment, settings_of
from scanner.parsers.terraform.modules.estate import Estate
from scanner.parsers.terraform.modules.files import RepositoryFiles
from scanner.parsers.terraform.modules.folders import arrange
from scanner.parsers.terraform.modules.module_sources import ModuleSources
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.syntax.reading import FileReader
from scanner.parsers.terraform.values.collections import unknown
from scanner.parsers.terraform.values.lazy import settled

_READER = FileReader()
_APPLIED = 'provider "terraform" {}\n'
"""Only of a root that is applied does archscan tell what Terraform would refuse."""


@dataclass
class Answer:
    """What archscan makes of an expression."""

    value: Value
    refusals: list[str] = field(default_factory=list)
    """Faults of reading, and what archscan says Terraform would refuse."""


class _Bytes:
    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def read(self, artifact: Artifact) -> bytes:
        return self._texts[artifact.path].encode()


class Surroundings:
    """Evaluates one expression in a root module of given files, by the scope that a scan uses."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        texts = texts or {}
        artifacts = [
            Artifact(path=path, kind=ArtifactKind.OTHER, size=len(text.encode())) for path, text in texts.items()
        ]
        main = _READER.read("main.tf", (texts.get("main.tf", "") + _APPLIED).encode())
        settings = _READER.read("terraform.tfvars", texts.get("terraform.tfvars", "").encode())
        self._refusals = [fault.message for file in (main, settings) for fault in file.syntax.faults]
        folders = arrange([main])
        files = RepositoryFiles(artifacts, _Bytes(texts))
        self._estate = Estate(folders, ModuleSources(), files, role=lambda _: Role.PRODUCT)
        environment = Environment(".", "", settings_of([settings]), workspace="default")
        self._scope = ModuleScope(self._estate, folders[""], environment)

    def answer(self, text: str) -> Answer:
        """Read and evaluate an expression."""
        syntax = _READER.read("answer.tf", f"x = {text}\n".encode()).syntax
        refusals = [*self._refusals, *(fault.message for fault in syntax.faults)]
        if [attribute.name for attribute in syntax.body.attributes] != ["x"] or syntax.body.blocks:
            refusals.append("not one expression")
        if refusals:
            return Answer(unknown(UnknownReason.BROKEN, text), refusals)
        value = settled(self._scope.evaluate(syntax.body.attributes[0].expression, {}, ("answer.tf", (1, 1))))
        return Answer(value, [problem.message for problem in self._estate.complaints.problems()])
