"""What stands around a single expression in a test: its locals, variables and files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.constraints import read_constraint
from scanner.parsers.terraform.expressions.evaluator import ExpressionEvaluator, unknown
from scanner.parsers.terraform.modules.files import RepositoryFiles, WorkingFolder
from scanner.parsers.terraform.syntax.first_reader import read_template
from scanner.parsers.terraform.syntax.reading import FileReader
from scanner.parsers.terraform.syntax.tree import AttributeStep, Block, Expression, Fault, Literal, Step, Traversal
from scanner.parsers.terraform.values.conversions import ConversionError

READER = FileReader()


@dataclass
class Answer:
    """What archscan makes of an expression."""

    value: Value
    refusals: list[str] = field(default_factory=list)
    """Faults of reading, and what the evaluator says Terraform would refuse."""


class _Bytes:
    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def read(self, artifact: Artifact) -> bytes:
        return self._texts[artifact.path].encode()


class Surroundings:
    """Evaluates one expression among given files, without the parser's modules and environments."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        texts = texts or {}
        self.refusals: list[str] = []
        self._settings = {}
        self._locals: dict[str, Expression] = {}
        self._variables: dict[str, Block] = {}
        self._resources: set[str] = set()
        self._running: list[str] = []
        if "terraform.tfvars" in texts:
            body = READER.read("terraform.tfvars", texts["terraform.tfvars"].encode()).syntax.body
            self._settings = {attribute.name: attribute.expression for attribute in body.attributes}
        for block in READER.read("main.tf", texts.get("main.tf", "").encode()).syntax.body.blocks:
            if block.type == "locals":
                self._locals.update({attribute.name: attribute.expression for attribute in block.body.attributes})
            elif block.type == "variable":
                self._variables[block.labels[0]] = block
            else:
                self._resources.add(".".join(block.labels))
        artifacts = [
            Artifact(path=path, kind=ArtifactKind.OTHER, size=len(text.encode())) for path, text in texts.items()
        ]
        self.files = WorkingFolder(RepositoryFiles(artifacts, _Bytes(texts)), "")
        self._evaluator = ExpressionEvaluator(self, self, lambda _, message: self.refusals.append(message))

    def answer(self, text: str) -> Answer:
        """Read and evaluate an expression."""
        syntax = READER.read("answer.tf", f"x = {text}\n".encode()).syntax
        self.refusals.extend(fault.message for fault in syntax.faults)
        body = syntax.body
        if [attribute.name for attribute in body.attributes] != ["x"] or body.blocks:
            self.refusals.append("not one expression")
        if self.refusals:
            return Answer(unknown(UnknownReason.BROKEN, text), self.refusals)
        value = self._evaluator.evaluate(body.attributes[0].expression, {})
        return Answer(value, self.refusals)

    def render(self, text: str, variables: Mapping[str, Value]) -> Value:
        """The value of a template's text, for functions."""
        read = read_template(text)
        if isinstance(read, Fault):
            raise ConversionError(read.message)
        return self._evaluator.evaluate(read, variables)

    def resolve(self, traversal: Traversal) -> tuple[Value, Sequence[Step]]:
        """What a name means."""
        root, steps, text = traversal.root, traversal.steps, traversal.text
        first = steps[0] if steps else None
        if not isinstance(first, AttributeStep):
            return self._absent(text), ()
        if root == "local" and first.name in self._locals:
            return self._once(f"local.{first.name}", self._locals[first.name]), steps[1:]
        if root == "var" and first.name in self._variables:
            return self._variable(first.name), steps[1:]
        if f"{root}.{first.name}" in self._resources:
            second = steps[1] if len(steps) > 1 else None
            if isinstance(second, AttributeStep) and second.name not in ("id", "output", "input", "triggers_replace"):
                return self._absent(text), ()
            return unknown(UnknownReason.KNOWN_AFTER_APPLY, text), ()
        if root == "path" and first.name in ("module", "root"):
            return ".", steps[1:]
        if (root, first.name) == ("terraform", "workspace"):
            return "default", steps[1:]
        return self._absent(text), ()

    def _absent(self, text: str) -> Unknown:
        self.refusals.append(f"nothing has this name: {text}")
        return unknown(UnknownReason.BROKEN, text)

    def _once(self, name: str, expression: Expression) -> Value:
        if name in self._running:
            return self._absent(name)
        self._running.append(name)
        try:
            return self._evaluator.evaluate(expression, {})
        finally:
            self._running.pop()

    def _variable(self, name: str) -> Value:
        body = self._variables[name].body
        written = {attribute.name: attribute.expression for attribute in body.attributes}
        if written.get("sensitive") == Literal(value=True):
            return unknown(UnknownReason.SENSITIVE, f"var.{name}")
        default = self._typed(name, written.get("default"), written.get("type"))
        if name not in self._settings:
            return default
        value = self._typed(name, self._settings[name], written.get("type"))
        return default if value is None and written.get("nullable") == Literal(value=False) else value

    def _typed(self, name: str, expression: Expression | None, constraint: Expression | None) -> Value:
        if expression is None:
            return unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, f"var.{name}")
        value = self._evaluator.evaluate(expression, {})
        try:
            return value if constraint is None else read_constraint(constraint).convert(value)
        except ConversionError as error:
            self.refusals.append(str(error))
            return unknown(UnknownReason.BROKEN, f"var.{name}")
