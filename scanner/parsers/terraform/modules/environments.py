"""Roots and environments: which folders are applied, and with which var files and workspace.

A folder that no other folder of the product calls is a root. Var files that Terraform does not load by itself are
alternatives: each makes an environment of its own, as ``dev.tfvars`` and ``prod.tfvars`` do.
"""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch

from scanner.domain.artifact import Location, Role
from scanner.domain.configuration import TerraformRoot
from scanner.parsers.terraform.modules.backends import configures_backend
from scanner.parsers.terraform.modules.folders import Folder, location_of
from scanner.parsers.terraform.modules.placeholders import filled_in
from scanner.parsers.terraform.syntax.reading import ReadFile
from scanner.parsers.terraform.syntax.tree import Attribute, Expression

MAX_ENVIRONMENTS = 40
"""Environments of one root."""
_FIXED = ("terraform.tfvars", "terraform.tfvars.json")
_SHARED = frozenset(("all", "base", "common", "default", "defaults", "global", "globals", "shared"))
"""Names of var files that are meant for every environment."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is given for a variable from outside its module."""

    expression: Expression
    location: Location


@dataclass(frozen=True, slots=True)
class Environment:
    """A root with everything that is set for it from outside."""

    name: str
    """As findings name it: ``environments/dev``, ``infrastructure (prod)``."""
    folder: str
    """Of the root module."""
    settings: Mapping[str, Setting] = field(default_factory=dict)
    workspace: str | None = None
    """None where it is chosen at run time."""


@dataclass(frozen=True, slots=True)
class Found:
    """The environments of one root."""

    environments: tuple[Environment, ...]
    left_out: int = 0
    """Those beyond :data:`MAX_ENVIRONMENTS`."""


class VarFiles:
    """The var files of a repository, by the root that each of them concerns.

    Args:
        folders: All folders with Terraform files.
        roots: Those that are roots.
        files: The var files.
        role: What a file is to the product: a test's values are none of the product's.
    """

    def __init__(
        self,
        folders: Mapping[str, Folder],
        roots: Sequence[str],
        files: Iterable[ReadFile],
        role: Callable[[str], Role],
    ) -> None:
        self.by_path: dict[str, ReadFile] = {}
        self._of_root: dict[str, list[ReadFile]] = defaultdict(list)
        known = frozenset(roots)
        given = sorted(files, key=lambda one: one.seen)
        linked = {file.path for file in given if file.link}
        for file in given:
            self.by_path[file.seen] = file
            if not file.link and file.path in linked:  # it is meant for where the links have it stand
                continue
            for root in _concerned(folders, known, file):
                if configures_backend(folders[root], file):
                    continue
                if role(file.path) in (Role.PRODUCT, Role.DEVELOPMENT, role(folders[root].files[0].path)):
                    self._of_root[root].append(file)

    def environments(self, root: str, workspace: str | None = None) -> Found:
        """The environments that the var files of a root make."""
        files = self._of_root.get(root, [])
        automatic = [file for file in files if posixpath.dirname(file.seen) == root and _is_automatic(file.seen)]
        named = [file for file in files if file not in automatic]
        shared = [file for file in named if _is_shared(root, file, named)]
        base = settings_of([*sorted(automatic, key=_precedence), *shared])
        groups = _alternatives(root, [file for file in named if file not in shared])
        title = root or "."
        if not groups:
            return Found((Environment(title, root, base, workspace),))
        made = tuple(
            Environment(f"{title} ({label})", root, {**base, **settings_of(group)}, workspace)
            for label, group in groups[:MAX_ENVIRONMENTS]
        )
        return Found(made, len(groups) - len(made))

    def declared(self, declaration: TerraformRoot) -> tuple[Environment, tuple[str, ...]]:
        """The environment that ``archscan.yaml`` declares.

        Returns:
            The environment, and the var files that it names and that are not there.
        """
        root = normal(declaration.path)
        automatic = [file for file in self.by_path.values() if posixpath.dirname(file.seen) == root]
        files = sorted((file for file in automatic if _is_automatic(file.seen)), key=_precedence)
        missing = []
        for name in declaration.var_files:
            path = normal(posixpath.join(root, name)) if not name.startswith("/") else name
            file = self.by_path.get(path) or self.by_path.get(normal(name))
            if file is None:
                missing.append(name)
            else:
                files.append(file)
        label = declaration.name or " ".join(
            (*map(_stem, declaration.var_files), *filter(None, [declaration.workspace]))
        )
        title = root or "."
        name = f"{title} ({label})" if label else title
        return Environment(name, root, settings_of(files), declaration.workspace), tuple(missing)


def settings_of(files: Iterable[ReadFile]) -> dict[str, Setting]:
    """What files give, the later ones winning."""
    found: dict[str, Setting] = {}
    for file in files:
        for attribute in file.syntax.body.attributes:
            found[attribute.name] = _setting(file.path, attribute)
    return found


def _setting(path: str, attribute: Attribute) -> Setting:
    written = filled_in(attribute.expression, attribute.name, json=path.endswith(".json"))
    return Setting(written, location_of(path, attribute.position))


def _concerned(folders: Mapping[str, Folder], roots: frozenset[str], file: ReadFile) -> list[str]:
    """The roots for which a var file is meant.

    That is the nearest folder above it, if that is a root; else the roots whose folder it is named after; else every
    root that declares all of its variables. A file that sets nothing that a root declares configures its backend, as
    others may (:func:`configures_backend`).
    """
    path = posixpath.dirname(file.seen)
    while path not in folders and path:
        path = posixpath.dirname(path)
    names = {attribute.name for attribute in file.syntax.body.attributes}
    automatic = _is_automatic(file.seen) and path == posixpath.dirname(file.seen) and path in folders
    if path in roots and (automatic or not names.isdisjoint(folders[path].variables)):
        return [path]
    if automatic:  # Terraform loads it nowhere else
        return []
    named = [root for root in sorted(roots) if posixpath.basename(root) == _stem(file.seen)]
    if named:
        return [root for root in named if not names.isdisjoint(folders[root].variables)]
    return [root for root in sorted(roots) if names and names <= folders[root].variables.keys()]


def _alternatives(root: str, files: Sequence[ReadFile]) -> list[tuple[str, list[ReadFile]]]:
    """Var files that are used together, with the name of their environment."""
    by_folder: dict[str, list[ReadFile]] = defaultdict(list)
    for file in files:
        by_folder[posixpath.dirname(file.seen)].append(file)
    together = len(by_folder) > 1
    groups: list[tuple[str, list[ReadFile]]] = []
    for folder, members in sorted(by_folder.items()):
        if together and posixpath.basename(folder).lower() not in _CONTAINERS and _agree(members):
            groups.append((_label(root, folder) or _stem(members[0].seen), members))
        else:
            groups.extend((_label(root, _without_ending(root, file.seen)), [file]) for file in members)
    return _told_apart(root, groups)


def _told_apart(root: str, groups: list[tuple[str, list[ReadFile]]]) -> list[tuple[str, list[ReadFile]]]:
    """Groups of which no two have one name: where they would, it is the path of the file."""
    often = Counter(label for label, _ in groups)
    return [
        (posixpath.relpath(members[0].seen, root or ".") if often[label] > 1 else label, members)
        for label, members in groups
    ]


def _is_shared(root: str, file: ReadFile, named: Sequence[ReadFile]) -> bool:
    """Whether a var file is meant for every environment: by its name, or where others of its name lie below it."""
    if _stem(file.seen) in _SHARED:
        return True
    folder = posixpath.dirname(file.seen)
    start = f"{folder}/" if folder else ""
    return _stem(file.seen) == posixpath.basename(root) and any(
        other.seen.startswith(start) and posixpath.dirname(other.seen) != folder for other in named
    )


def _without_ending(root: str, path: str) -> str:
    """What a file says of its environment: its path, or its folder where the file has the root's own name."""
    folder, stem = posixpath.dirname(path), _stem(path)
    inside = folder and folder != posixpath.dirname(root)
    return folder if stem == posixpath.basename(root) and inside else posixpath.join(folder, stem)


def _agree(files: Sequence[ReadFile]) -> bool:
    """Whether no two of them set the same variable: then they are parts of one environment."""
    names = [attribute.name for file in files for attribute in file.syntax.body.attributes]
    return len(names) == len(set(names))


def _label(root: str, path: str) -> str:
    """A path below the root without folders that only say that environments lie in them."""
    inside = posixpath.relpath(path, root or ".")
    parts = [part for part in inside.split("/") if part not in (".", "..")]
    kept = [part for part in parts[:-1] if part.lower() not in _CONTAINERS] + parts[-1:]
    return "/".join(kept)


_CONTAINERS = frozenset(
    (
        "config", "configs", "env", "envs", "environment", "environments", "etc", "tfvars", "var-files", "variables",
        "vars", "workspace-variables", "workspaces",
    )
)  # fmt: skip


def _stem(path: str) -> str:
    name = posixpath.basename(path)
    for ending in (".auto.tfvars.json", ".tfvars.json", ".auto.tfvars", ".tfvars"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _precedence(file: ReadFile) -> tuple[int, str]:
    """Terraform's order: the two fixed names, then ``*.auto.tfvars`` by name."""
    name = posixpath.basename(file.seen)
    return (_FIXED.index(name) if name in _FIXED else len(_FIXED), file.seen)


def _is_automatic(path: str) -> bool:
    name = posixpath.basename(path)
    return name in _FIXED or fnmatch(name, "*.auto.tfvars") or fnmatch(name, "*.auto.tfvars.json")


def normal(path: str) -> str:
    """A folder or file as it is named everywhere: without ``./``, empty for the scanned root."""
    found = posixpath.normpath(path)
    return "" if found == "." else found
