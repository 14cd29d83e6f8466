"""Folders of Terraform files, which call which, and from where the variables of each get values."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch

from scanner.parsers.terraform.reading import ReadFile
from scanner.parsers.terraform.tree import Attribute, Block, Expression, Literal

_AUTOMATIC = ("terraform.tfvars", "terraform.tfvars.json")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block or attribute with the file in which it stands."""

    path: str
    block: Block
    attribute: Attribute | None = None


@dataclass(slots=True)
class Folder:
    """All Terraform files of one folder, and what is set from outside. Filled here, then only read."""

    path: str
    files: list[ReadFile] = field(default_factory=list)
    variables: dict[str, Placed] = field(default_factory=dict)
    locals: dict[str, Placed] = field(default_factory=dict)
    resources: dict[str, Placed] = field(default_factory=dict)
    settings: dict[str, Expression] = field(default_factory=dict)
    """Values of files that Terraform loads by itself."""
    chosen: dict[str, list[Expression]] = field(default_factory=dict)
    """Values of var files that someone chooses at run time."""
    passed: set[str] = field(default_factory=set)
    """Arguments that some caller passes."""
    called: bool = False


def is_variables(path: str) -> bool:
    """Whether a file gives values to variables."""
    return path.endswith((".tfvars", ".tfvars.json"))


def arrange(files: Iterable[ReadFile]) -> Mapping[str, Folder]:
    """Put files together by folder, and tie callers and var files to the folders that they concern."""
    folders: dict[str, Folder] = {}
    settings: list[ReadFile] = []
    for file in files:
        if is_variables(file.path):
            settings.append(file)
            continue
        path = posixpath.dirname(file.path)
        folder = folders.setdefault(path, Folder(path))
        folder.files.append(file)
        _index(folder, file)
    for folder in folders.values():
        for file in folder.files:
            for block in file.syntax.body.blocks:
                _call(folders, folder, block)
    _set(folders, settings)
    return folders


def _index(folder: Folder, file: ReadFile) -> None:
    for block in file.syntax.body.blocks:
        placed = Placed(file.path, block)
        match block.type, block.labels:
            case "variable", (name,):
                folder.variables.setdefault(name, placed)
            case "resource", (kind, name):
                folder.resources.setdefault(f"{kind}.{name}", placed)
            case "locals", ():
                for attribute in block.body.attributes:
                    folder.locals.setdefault(attribute.name, Placed(file.path, block, attribute))


def local_source(folder: str, block: Block) -> str | None:
    """The folder that a module block calls, if it names one by its path."""
    source = block.body.attribute("source")
    if source is None or not isinstance(source.expression, Literal) or not isinstance(source.expression.value, str):
        return None
    written = source.expression.value
    if written not in (".", "..") and not written.startswith(("./", "../")):
        return None
    found = posixpath.normpath(posixpath.join(folder, written))
    return "" if found == "." else found


def _call(folders: Mapping[str, Folder], caller: Folder, block: Block) -> None:
    if block.type != "module":
        return
    source = local_source(caller.path, block)
    callee = folders.get(source) if source is not None else None
    if callee is not None:
        callee.called = True
        callee.passed.update(attribute.name for attribute in block.body.attributes)


def _set(folders: Mapping[str, Folder], files: Sequence[ReadFile]) -> None:
    """Later files win, in Terraform's order: the two fixed names, then ``*.auto.tfvars`` by name."""
    for file in sorted(files, key=_precedence):
        home, name = posixpath.split(file.path)
        automatic = _is_automatic(name)
        for folder in _concerned(folders, home, file):
            loaded = automatic and folder.path == home and not folder.called
            for attribute in file.syntax.body.attributes:
                if loaded:
                    folder.settings[attribute.name] = attribute.expression
                else:
                    folder.chosen.setdefault(attribute.name, []).append(attribute.expression)


def _precedence(file: ReadFile) -> tuple[int, str]:
    name = posixpath.basename(file.path)
    return (_AUTOMATIC.index(name) if name in _AUTOMATIC else len(_AUTOMATIC), file.path)


def _is_automatic(name: str) -> bool:
    return name in _AUTOMATIC or fnmatch(name, "*.auto.tfvars") or fnmatch(name, "*.auto.tfvars.json")


def _concerned(folders: Mapping[str, Folder], home: str, file: ReadFile) -> list[Folder]:
    """The nearest folder above a var file; without one, every folder that declares all of its variables."""
    path = home
    while path not in folders and path:
        path = posixpath.dirname(path)
    if path in folders:
        return [folders[path]]
    names = {attribute.name for attribute in file.syntax.body.attributes}
    return [folder for folder in folders.values() if names and names <= folder.variables.keys()]
