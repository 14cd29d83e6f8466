"""Which folder of the repository a module call means: a local path, or a copy that was fetched before the scan."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from scanner.parsers.terraform.modules.remotes import Remote, read_remote
from scanner.parsers.terraform.syntax.tree import Block, Literal

MANIFEST = ".terraform/modules/modules.json"
"""Where ``terraform init`` notes, below a root, what it fetched."""
_MAX_ENTRIES = 20_000


@dataclass(frozen=True)
class ModuleSources:
    """Everything that is known of where modules lie."""

    fetched: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Root folder to (dotted names of calls to the folder of the copy)."""
    declared: Mapping[str, str] = field(default_factory=dict)
    """Source as it is written, or address of a whole repository, to a folder, as ``archscan.yaml`` declares."""

    @cached_property
    def _repositories(self) -> Mapping[str, str]:
        """Address of a repository to the folder in which all of it lies."""
        read = ((read_remote(source), folder) for source, folder in self.declared.items())
        return {remote.address: folder for remote, folder in read if remote and remote == Remote(remote.address)}

    def declared_folder(self, source: str) -> str | None:
        """The folder in which, as is declared, a copy lies of what a source names, or of its repository."""
        if source in self.declared:
            return self.declared[source]
        remote = read_remote(source) if self._repositories else None
        top = self._repositories.get(remote.address) if remote else None
        if remote is None or top is None:
            return None
        found = local_folder("", f"./{remote.folder}")
        return None if found is None else posixpath.join(top, found).rstrip("/")

    def unchecked_version(self, source: str) -> Remote | None:
        """What a source asks for in a version, where the copy of its repository may be another one."""
        remote = None if is_local(source) or source in self.declared else read_remote(source)
        return remote if remote and remote.ref and remote.address in self._repositories else None

    def folder(self, block: Block, caller: str, root: str, names: tuple[str, ...]) -> str | None:
        """The folder that a module call means, whether or not it is there.

        Args:
            block: The call.
            caller: Folder in which it stands.
            root: Folder of the root module.
            names: Names of the calls from the root down to this one.

        Returns:
            None for a source that lies outside the repository.
        """
        source = written_source(block)
        if source is None:
            return None
        if is_local(source):
            return local_folder(caller, source)
        declared = self.declared_folder(source)
        if declared is not None:
            return declared
        return self.fetched.get(root, {}).get(".".join(names))


def written_source(block: Block) -> str | None:
    """What a module call names as its source, if it is plain text, as Terraform wants it."""
    source = block.body.attribute("source")
    if source is not None and isinstance(source.expression, Literal) and isinstance(source.expression.value, str):
        return source.expression.value
    return None


def is_local(source: str) -> bool:
    """Whether a source is a path."""
    return source in (".", "..") or source.startswith(("./", "../"))


def local_folder(caller: str, source: str) -> str | None:
    """The folder that a local source means; None where it leaves the scanned root."""
    found = posixpath.normpath(posixpath.join(caller, source))
    if found == ".." or found.startswith(("../", "/")):
        return None
    return "" if found == "." else found


def read_manifest(root: str, data: bytes) -> Mapping[str, str]:
    """The copies that ``modules.json`` notes.

    Args:
        root: Folder of the root module, below which the manifest lies.
        data: Its bytes.

    Returns:
        Dotted names of calls to the folder, for copies that lie inside the scanned root.

    Raises:
        ValueError: It is not what Terraform writes.
    """
    try:
        entries = json.loads(data)["Modules"]
        found = [(entry["Key"], entry["Dir"]) for entry in entries[:_MAX_ENTRIES]]
    except (KeyError, TypeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError("not a manifest of modules") from error
    folders = {}
    for key, written in found:
        if not isinstance(key, str) or not isinstance(written, str) or posixpath.isabs(written):
            continue
        folder = local_folder(root, "./" + written.replace("\\", "/"))
        if key and folder is not None:
            folders[key] = folder
    return folders
