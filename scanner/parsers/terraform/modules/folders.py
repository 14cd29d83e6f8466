"""Folders of Terraform files: what each declares, and the files that give values to variables."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.parsers.terraform.syntax.reading import ReadFile
from scanner.parsers.terraform.syntax.tree import Attribute, Block, Literal


@dataclass(frozen=True, slots=True)
class Placed:
    """A block or attribute with the file in which it stands."""

    path: str
    block: Block
    attribute: Attribute | None = None


@dataclass(slots=True)
class Folder:
    """All Terraform files of one folder: a module as Terraform sees it. Filled here, then only read."""

    path: str
    files: list[ReadFile] = field(default_factory=list)
    blocks: list[Placed] = field(default_factory=list)
    """Of the files' top levels, as they are written."""
    variables: dict[str, Placed] = field(default_factory=dict)
    locals: dict[str, Placed] = field(default_factory=dict)
    resources: dict[str, Placed] = field(default_factory=dict)
    """Resources and data sources, by ``aws_s3_bucket.logs`` and ``data.aws_ami.base``."""
    modules: dict[str, Placed] = field(default_factory=dict)
    """Calls of other modules, by name."""
    outputs: dict[str, Placed] = field(default_factory=dict)
    providers: dict[str, Placed] = field(default_factory=dict)
    """Configurations of providers, by ``aws`` and ``aws.london``."""
    sensitive: frozenset[str] | None = None
    """Variables that are marked sensitive; None until somebody asks."""


def is_variables(path: str) -> bool:
    """Whether a file gives values to variables."""
    return path.endswith((".tfvars", ".tfvars.json"))


def arrange(files: Iterable[ReadFile]) -> Mapping[str, Folder]:
    """Put the files of modules together by folder, in the order of their names."""
    folders: dict[str, Folder] = {}
    for file in files:
        if not is_variables(file.seen):
            path = posixpath.dirname(file.seen)
            folder = folders.setdefault(path, Folder(path))
            folder.files.append(file)
            for block in file.syntax.body.blocks:
                placed = Placed(file.path, block)
                folder.blocks.append(placed)
                _index(folder, placed)
    return folders


def provider_name(block: Block) -> str:
    """What the configuration of a provider is called: ``aws``, or ``aws.london`` if it has an alias."""
    alias = block.body.attribute("alias")
    written = alias.expression.value if alias and isinstance(alias.expression, Literal) else None
    return f"{block.labels[0]}.{written}" if isinstance(written, str) else block.labels[0]


class Identity(NamedTuple):
    """What a block is called within its module."""

    address: str
    type: str
    name: str


def identify(block: Block) -> Identity | None:
    """Address, type and name of a block, if it is one that becomes a resource."""
    match block.type, block.labels:
        case "resource", (kind, name):
            return Identity(f"{kind}.{name}", kind, name)
        case "data", (kind, name):
            return Identity(f"data.{kind}.{name}", f"data.{kind}", name)
        case "provider", (name,):
            return Identity(f"provider.{provider_name(block)}", f"provider.{name}", name)
        case "variable", (name,):
            return Identity(f"var.{name}", "variable", name)
        case ("module" | "output") as kind, (name,):
            return Identity(f"{kind}.{name}", kind, name)
        case "terraform", ():
            return Identity("terraform", "terraform", "terraform")
        case _:
            return None


def _index(folder: Folder, placed: Placed) -> None:
    """Enter a block under its name; of two with one name, which Terraform refuses, the first is meant."""
    match placed.block.type, placed.block.labels:
        case "variable", (name,):
            folder.variables.setdefault(name, placed)
        case "output", (name,):
            folder.outputs.setdefault(name, placed)
        case "module", (name,):
            folder.modules.setdefault(name, placed)
        case "provider", (name,):
            folder.providers.setdefault(provider_name(placed.block), placed)
        case "resource", (kind, name):
            folder.resources.setdefault(f"{kind}.{name}", placed)
        case "data", (kind, name):
            folder.resources.setdefault(f"data.{kind}.{name}", placed)
        case "locals", ():
            locals_ = {one.name: Placed(placed.path, placed.block, one) for one in placed.block.body.attributes}
            folder.locals = locals_ | folder.locals
        case "check", _:  # it may have a data source of its own
            for inner in placed.block.body.blocks:
                _index(folder, Placed(placed.path, inner))


@lru_cache(maxsize=100_000)  # the same block is looked at for each of its instances
def location_of(path: str, position: tuple[int, int] | None, end_line: int | None = None) -> Location:
    """A place in a file; its first line where none is known."""
    line, column = position or (1, None)
    end = None if end_line is None else max(end_line, line)
    return Location(path=path, start_line=line, end_line=end, start_column=column)
