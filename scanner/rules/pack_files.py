"""The files of a rule pack, read once: what they are together, and what may not be among them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from scanner.errors import RuleFault

CATALOG, REFERENCE = "catalog", "reference"
"""Folders beside the packs that are no packs."""
FIXTURES = "tests"
"""Folder of a rule's fixtures."""


@dataclass(frozen=True)
class PackFiles:
    """All that lies in a folder."""

    digest: str
    """SHA-256 over names and contents of all files but fixtures, which no result hangs on, in hexadecimal digits."""
    tree: str
    """As the digest, with folders, links and fixtures: of the last, sizes and times in place of contents."""
    faults: tuple[RuleFault, ...]
    """Links that leave the folder, and what could not be read."""


def list_pack(folder: Path, *, fixtures: bool = True) -> PackFiles:
    """Read a folder.

    Args:
        folder: Of a pack, of the catalogue, or of reference data. One that is not there holds nothing.
        fixtures: Whether the folders of fixtures are entered: most files of a pack lie there.
    """
    listing = _Listing(folder, fixtures=fixtures)
    listing.enter(os.fspath(folder), "")
    return PackFiles(listing.files.hexdigest(), listing.tree.hexdigest(), tuple(sorted(listing.faults, key=_place)))


def digest_of_packs(root: Path, packs: Collection[str]) -> Mapping[str, str]:
    """Digests of all that packs are loaded from, without loading them.

    Args:
        root: Folder that holds a folder for each pack, ``catalog/`` and ``reference/``.
        packs: Ids of the packs.

    Returns:
        Id of the pack, ``catalog`` and ``reference`` to 64 hexadecimal digits: the same where loading gives the same.
    """
    return {name: list_pack(root / name).tree for name in sorted({*packs, CATALOG, REFERENCE})}


class _Listing:
    """One walk over one folder."""

    def __init__(self, folder: Path, *, fixtures: bool) -> None:
        self._folder = folder
        self._fixtures = fixtures
        self.files = hashlib.sha256()
        self.tree = hashlib.sha256()
        self.faults: list[RuleFault] = []

    def enter(self, place: str, inside: str) -> None:
        """Read a folder and those in it, in the order of their names."""
        try:
            with os.scandir(place) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            if inside or not isinstance(error, FileNotFoundError):
                self._fault(place, f"cannot be read: {error.strerror}")
            return
        for entry in entries:
            path = f"{inside}{entry.name}"
            if not self._fixtures and entry.name == FIXTURES and path.count("/") == 1:
                self._note("fixtures, which are left out")
            elif entry.is_symlink():
                self._link(entry, path)
            elif entry.is_dir(follow_symlinks=False):
                self._note(f"folder {path}")
                self.enter(entry.path, f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                if _of_fixtures(path):
                    self._fixture(entry, path)
                else:
                    self._file(entry.path, path)
            else:
                self._note(f"other {path}")

    def _link(self, entry: os.DirEntry[str], path: str) -> None:
        """A link is followed where it stays in the folder, and only to a file."""
        self._note(f"link {path}")
        try:
            inside = Path(entry.path).resolve().is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError):  # a link to itself
            self._fault(entry.path, "a link that leads nowhere")
            return
        if not inside:
            self._fault(entry.path, "a link that leaves the pack")
        elif entry.is_file():
            self._file(entry.path, path, fixture=_of_fixtures(path))

    def _fixture(self, entry: os.DirEntry[str], path: str) -> None:
        """Most files of a pack are fixtures: to read them all would take longer than to load the rules."""
        state = entry.stat(follow_symlinks=False)
        self._note(f"fixture {path} {state.st_size} {state.st_mtime_ns}")

    def _file(self, place: str, path: str, *, fixture: bool = False) -> None:
        try:
            with open(place, "rb") as file:  # noqa: PTH123  # a third of the time of a Path, for a thousand files
                content = file.read()
        except OSError as error:
            self._fault(place, f"cannot be read: {error.strerror}")
            return
        head = f"{path}\n{len(content)}\n".encode("utf-8", "surrogatepass")
        for digest in (self.tree,) if fixture else (self.files, self.tree):
            digest.update(head)
            digest.update(content)

    def _note(self, text: str) -> None:
        self.tree.update(f"{text}\n".encode("utf-8", "surrogatepass"))

    def _fault(self, place: str, message: str) -> None:
        self._note(message)
        self.faults.append(RuleFault(Path(place), 0, 0, message))


def _of_fixtures(path: str) -> bool:
    return f"/{FIXTURES}/" in path


def _place(fault: RuleFault) -> str:
    return fault.path.as_posix()
