"""Override files, and files of OpenTofu that stand in for those of Terraform: which blocks count, and from where.

Files are merged folder by folder, override files in the order of their names. What an override file gives keeps its
own path and position. What Terraform would refuse stays where it is written, with a fault.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from scanner.parsers.terraform.syntax.reading import ReadFile
from scanner.parsers.terraform.syntax.tree import Attribute, Block, Body, Fault, Literal, Syntax

_ENDINGS = (".tf.json", ".tofu.json", ".tf", ".tofu")
_NAMED = frozenset(("resource", "data", "ephemeral", "variable", "output", "module"))
_BACKENDS = frozenset(("backend", "cloud"))
NO_BASE = "an override file names a block that no other file of the folder has: it is taken as written here"
NO_LOCAL = "an override file sets a local value that no other file of the folder has: it is taken as written here"
REPLACED = "not read: OpenTofu reads the file of the same name that ends in .tofu, which has other blocks"
Key: TypeAlias = tuple[str, ...]


def is_override(path: str) -> bool:
    """Whether a file's blocks are merged into those of other files."""
    name = posixpath.basename(path)
    ending = next((ending for ending in _ENDINGS if name.endswith(ending)), None)
    stem = name.removesuffix(ending) if ending else ""
    return stem == "override" or stem.endswith("_override")


def merge_overrides(files: Iterable[ReadFile]) -> list[ReadFile]:
    """The files as Terraform takes them, in the order in which they are given.

    Args:
        files: Of any folders; files of variables are handed through.

    Returns:
        The same files. A block that another one is merged into has its attributes; override files keep only what is
        merged into nothing, with a fault where Terraform would refuse it. A ``.tf`` file beside a ``.tofu`` file of
        its name is empty, with a fault if the other one does not declare all that it declares.
    """
    given = list(files)
    paths = {file.seen: file for file in given}
    result = {file.seen: _unless_replaced(file, paths) for file in given}
    overrides = sorted((path for path in result if is_override(path)), key=posixpath.split)
    bases: dict[str, list[str]] = {}
    for path in result:
        if path.endswith(_ENDINGS) and not is_override(path):
            bases.setdefault(posixpath.dirname(path), []).append(path)
    for path in overrides:
        merger = _Merger(result[path].path, [result[base] for base in bases.get(posixpath.dirname(path), [])])
        result[path] = merger.merge(result[path])
        result.update((file.seen, file) for file in merger.files)
    return [result[file.seen] for file in given]


def _unless_replaced(file: ReadFile, paths: Mapping[str, ReadFile]) -> ReadFile:
    for ending, other in ((".tf", ".tofu"), (".tf.json", ".tofu.json")):
        instead = paths.get(file.seen.removesuffix(ending) + other) if file.seen.endswith(ending) else None
        if instead is not None:
            faults = () if _declared(file) <= _declared(instead) else (Fault(REPLACED),)
            return replace(file, syntax=Syntax(Body(), faults))
    return file


def _declared(file: ReadFile) -> set[Key]:
    return {(block.type, *block.labels) for block in file.syntax.body.blocks}


@dataclass(slots=True)
class _Merger:
    """Merges one override file into the other files of its folder."""

    path: str
    files: list[ReadFile]
    faults: list[Fault] = field(default_factory=list)

    def merge(self, file: ReadFile) -> ReadFile:
        """Merge each block, and give the file with what is left of it."""
        left: list[Block] = []
        for block in file.syntax.body.blocks:
            match block.type:
                case "locals":
                    left.extend(self._locals(block))
                case "terraform":
                    left.extend(self._terraform(block))
                case _:
                    left.extend(self._named(block))
        syntax = file.syntax
        body = replace(syntax.body, blocks=tuple(left))
        return replace(file, syntax=replace(syntax, body=body, faults=(*syntax.faults, *self.faults)))

    def _change(self, wanted: Callable[[Block], bool], change: Callable[[Block], Block]) -> bool:
        """Change the blocks that are wanted; whether there are any."""
        changed = False
        for at, file in enumerate(self.files):
            blocks = file.syntax.body.blocks
            if not any(wanted(block) for block in blocks):
                continue
            new = tuple(change(block) if wanted(block) else block for block in blocks)
            body = replace(file.syntax.body, blocks=new)
            self.files[at] = replace(file, syntax=replace(file.syntax, body=body))
            changed = True
        return changed

    def _named(self, block: Block) -> list[Block]:
        key = _key(block)
        if key is not None and self._change(
            lambda base: _key(base) == key, lambda base: _merged(base, block, self.path)
        ):
            return []
        if key is not None and not (block.type == "provider" and not key[-1]):
            self.faults.append(Fault(NO_BASE, block.position))
        return [block]

    def _locals(self, block: Block) -> list[Block]:
        left: list[Attribute] = []
        for attribute in block.body.attributes:
            body = Body((attribute,))

            def has(base: Block, name: str = attribute.name) -> bool:
                return base.type == "locals" and base.body.attribute(name) is not None

            if not self._change(has, lambda base, body=body: _with(base, body, self.path)):  # type: ignore[misc]
                left.append(attribute)
                self.faults.append(Fault(NO_LOCAL, attribute.position))
        return [replace(block, body=replace(block.body, attributes=tuple(left)))] if left else []

    def _terraform(self, block: Block) -> list[Block]:
        """``required_providers`` by name, whichever block has the name; a backend takes the place of any other one."""
        done = False

        def change(base: Block) -> Block:
            nonlocal done
            first, done = not done, True
            return _settings(base, block, self.path, first=first)

        return [] if self._change(lambda base: base.type == "terraform", change) else [block]


def _key(block: Block) -> Key | None:
    """What a block is merged by; a provider also by its alias."""
    if block.type == "provider":
        alias = block.body.attribute("alias")
        value = alias.expression.value if alias and isinstance(alias.expression, Literal) else None
        return (block.type, *block.labels, value if isinstance(value, str) else "")
    return (block.type, *block.labels) if block.type in _NAMED else None


def _kind(block: Block) -> Key:
    """The type of a nested block; a dynamic one has that of the blocks which it writes."""
    if block.type == "dynamic":
        return block.labels
    return (block.type,)


def _with(base: Block, body: Body, path: str) -> Block:
    """A block with the attributes of another body in the place of its own."""
    new = {attribute.name: replace(attribute, path=path) for attribute in body.attributes}
    kept = [new.pop(attribute.name, attribute) for attribute in base.body.attributes]
    return replace(base, body=replace(base.body, attributes=(*kept, *new.values())))


def _merged(base: Block, block: Block, path: str) -> Block:
    """A block with another one merged into it: attributes by name, nested blocks by all of their type."""
    found = _with(base, block.body, path)
    blocks = list(found.body.blocks)
    replaced = {_kind(nested) for nested in block.body.blocks}
    if base.type == "resource":
        replaced.discard(("lifecycle",))
    blocks = [nested for nested in blocks if _kind(nested) not in replaced]
    for nested in block.body.blocks:
        at = _place(blocks, "lifecycle") if _kind(nested) not in replaced else None
        if at is None:
            blocks.append(replace(nested, path=path))
        else:
            both = _with(blocks[at], nested.body, path)
            more = tuple(replace(inner, path=path) for inner in nested.body.blocks)
            blocks[at] = replace(both, body=replace(both.body, blocks=(*both.body.blocks, *more)))
    return replace(found, body=replace(found.body, blocks=tuple(blocks)))


def _place(blocks: Sequence[Block], name: str) -> int | None:
    return next((at for at, block in enumerate(blocks) if block.type == name), None)


def _settings(base: Block, block: Block, path: str, *, first: bool) -> Block:
    """A block ``terraform`` with another one merged into it; only the first of several is given what is new."""
    if first:
        found = _with(base, block.body, path)
    else:
        present = tuple(attribute for attribute in block.body.attributes if base.body.attribute(attribute.name))
        found = _with(base, Body(present), path)
    blocks = list(found.body.blocks)
    if any(nested.type in _BACKENDS for nested in block.body.blocks):
        blocks = [nested for nested in blocks if nested.type not in _BACKENDS]
    for nested in block.body.blocks:
        at = _place(blocks, nested.type) if nested.type == "required_providers" else None
        if at is not None:
            blocks[at] = _with(blocks[at], nested.body, path)
        elif first:
            blocks.append(replace(nested, path=path))
    return replace(found, body=replace(found.body, blocks=tuple(blocks)))
