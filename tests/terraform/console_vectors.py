"""Expressions of the console vectors, and the records of what Terraform answered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "console"
COMMON = 'variable "secret" {\n  default   = "hush"\n  sensitive = true\n}\nresource "terraform_data" "later" {}\n'
"""What every expression may use."""


class NumberText(str):
    """A number as Terraform writes it."""

    __slots__ = ()


@dataclass(frozen=True)
class Vector:
    """An expression with what stands around it."""

    expression: str
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Short for what is given; empty where that is nothing."""
        text = json.dumps(self.given, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12] if self.given else ""

    def files(self) -> dict[str, str]:
        """The files that are given, and the configuration without the expression itself."""
        lines = [COMMON]
        for name, text in self.given.get("locals", {}).items():
            lines.append(f"locals {{\n  {name} = {text}\n}}\n")
        for name, arguments in self.given.get("variables", {}).items():
            body = "".join(f"  {argument} = {_source(text)}\n" for argument, text in arguments.items())
            lines.append(f'variable "{name}" {{\n{body}}}\n')
        files = dict(self.given.get("files", {}))
        files["main.tf"] = "".join(lines)
        if values := self.given.get("values"):
            files["terraform.tfvars"] = "".join(f"{name} = {text}\n" for name, text in values.items())
        return files


def _source(text: object) -> str:
    return text if isinstance(text, str) else json.dumps(text)


def families() -> list[Path]:
    """The files of expressions."""
    return sorted(FOLDER.glob("*.yaml"))


def vectors(family: Path) -> list[Vector]:
    """The expressions of a family."""
    return [vector_of(entry) for entry in yaml.safe_load(family.read_text(encoding="utf-8"))]


def vector_of(entry: object) -> Vector:
    """An entry of a family.

    Raises:
        ValueError: It is neither a text nor a mapping as the README describes it.
    """
    if isinstance(entry, str):
        return Vector(entry)
    if isinstance(entry, dict) and {"expression"} <= entry.keys() <= {"expression", "given"}:
        given = entry.get("given", {})
        if given.keys() <= {"locals", "variables", "values", "files"}:
            return Vector(entry["expression"], given)
    raise ValueError(f"neither a text nor an expression with what is given: {entry!r}")


def records_of(family: Path) -> Path:
    """Where the records of a family lie."""
    return family.with_suffix(".recorded.json")


def records(family: Path) -> list[dict[str, Any]]:
    """What Terraform answered to a family, numbers as :class:`NumberText`."""
    place = records_of(family)
    if not place.is_file():
        return []
    text = place.read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text, parse_int=NumberText, parse_float=NumberText)["records"]
    return found
