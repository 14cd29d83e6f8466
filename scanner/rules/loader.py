"""Loads rule packs: those that were found valid before from the cache, all others from what their authors wrote.

What parses and compiles is imported only where something has to be: a scan of what was seen before needs none of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scanner.cache import Cache, NoCache
from scanner.domain.catalog import Catalog
from scanner.domain.rule import Rule, RulePack
from scanner.errors import RuleFault
from scanner.rules.keeping import (
    catalog_key,
    keep_catalog,
    keep_packs,
    packs_key,
    recall_catalog,
    recall_packs,
)
from scanner.rules.pack_files import CATALOG, REFERENCE, PackFiles, digest_of_packs, list_pack

__all__ = ["digest_of_packs", "load_catalog", "load_packs", "load_rule", "rule_schema"]

_NOT_PACKS = {CATALOG, REFERENCE}


@dataclass(frozen=True)
class _Wanted:
    """A pack that is wanted, before anything in it is parsed."""

    folder: Path
    files: PackFiles
    digest: str
    """SHA-256 over names and contents of all files of the pack, and the catalogue's version."""
    fixtures: bool
    """Whether fixtures are among the files."""

    def faults(self) -> tuple[RuleFault, ...]:
        """Links that leave the pack, and what could not be read, among fixtures as well."""
        return self.files.faults if self.fixtures else list_pack(self.folder).faults


def load_catalog(root: Path, cache: Cache | None = None) -> Catalog:
    """Load the catalogue of a folder of packs.

    Args:
        root: Folder that holds ``catalog/``.
        cache: A catalogue that was found valid before; it is not parsed and checked again.

    Raises:
        RulePackError: It is missing or not valid; carries every fault.
    """
    kept = None
    key = ""
    if cache is not None and not isinstance(cache, NoCache):
        key = catalog_key(list_pack(root / CATALOG).tree)
        kept = recall_catalog(cache, key)
    if kept is not None:
        return kept
    from scanner.rules.catalog import read_catalog  # noqa: PLC0415  # see above

    catalog = read_catalog(root / CATALOG)
    if key and cache is not None:
        keep_catalog(cache, key, catalog)
    return catalog


def load_packs(
    root: Path,
    catalog: Catalog,
    ids: Collection[str] | None = None,
    cache: Cache | None = None,
    *,
    fixtures: bool = True,
) -> tuple[RulePack, ...]:
    """Load rule packs.

    Args:
        root: Folder that holds one folder for each pack, and ``reference/``.
        catalog: The catalogue that rules refer to.
        ids: Packs that are wanted; without it all.
        cache: Packs that were found valid before; they are not parsed and checked again.
        fixtures: Whether packs that were found valid are looked at again when a fixture changed, on which nothing
            hangs that a rule says.

    Returns:
        The packs in the order of their ids, each with its rules in the order of their names.

    Raises:
        RulePackError: Packs or rules are written wrongly; carries every fault of all of them.
    """
    folders = {path.name: path for path in sorted(root.iterdir()) if path.is_dir() and _is_pack(path)}
    chosen = (path for name, path in folders.items() if ids is None or name in ids)
    wanted = [_wanted(path, catalog, fixtures=fixtures) for path in chosen]
    missing = [name for name in ids or () if name not in folders]
    if cache is None or isinstance(cache, NoCache) or missing:
        return _authored(root, catalog, wanted, missing, folders)
    key = _key(root, catalog, wanted)
    kept = recall_packs(cache, key, root, {pack.folder.name: pack.digest for pack in wanted})
    if kept is not None:
        return kept
    packs = _authored(root, catalog, wanted, missing, folders)
    keep_packs(cache, key, root, packs)
    return packs


def load_rule(folder: Path, catalog: Catalog, root: Path) -> Rule:
    """Load one rule.

    Args:
        folder: The rule's folder.
        catalog: The catalogue that it refers to.
        root: Folder of rule packs, for reference data.

    Raises:
        RulePackError: It is written wrongly; carries every fault.
    """
    from scanner.rules.authored import read_rule  # noqa: PLC0415  # see above

    return read_rule(folder, catalog, root)


def rule_schema() -> dict[str, Any]:
    """JSON Schema of ``rule.yaml``, for editors and CI."""
    from scanner.rules.vocabulary import FAMILIES  # noqa: PLC0415  # see above

    schema = Rule.model_json_schema(by_alias=True)
    subject = schema["$defs"]["NativeCheck"]["properties"]["subject"]
    subject.update(minProperties=1, maxProperties=1, propertyNames={"enum": sorted(FAMILIES)})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A rule of archscan (rule.yaml)",
    }


def _wanted(folder: Path, catalog: Catalog, *, fixtures: bool) -> _Wanted:
    files = list_pack(folder, fixtures=fixtures)
    digest = hashlib.sha256(f"catalog {catalog.version}\n{files.digest}\n".encode()).hexdigest()
    return _Wanted(folder, files, digest, fixtures)


def _key(root: Path, catalog: Catalog, wanted: Iterable[_Wanted]) -> str:
    """Under what packs are kept: all that lies in their folders, and the reference data on which they draw."""
    trees = {REFERENCE: list_pack(root / REFERENCE).tree, **{pack.folder.name: pack.files.tree for pack in wanted}}
    return packs_key(trees, catalog)


def _authored(
    root: Path, catalog: Catalog, wanted: Iterable[_Wanted], missing: Iterable[str], there: Collection[str]
) -> tuple[RulePack, ...]:
    """Packs as their authors wrote them, parsed and checked.

    Args:
        root: Folder of the packs.
        catalog: The catalogue that rules refer to.
        wanted: The packs.
        missing: Ids that were asked for and are not there.
        there: Ids of all packs that are there: one of them may be meant.

    Raises:
        RulePackError: Packs or rules are written wrongly; carries every fault of all of them.
    """
    from scanner.rules.authored import PackFolder, read_packs  # noqa: PLC0415  # see above
    from scanner.rules.diagnostics import did_you_mean  # noqa: PLC0415

    folders = {pack.folder.name: PackFolder(pack.folder, pack.digest, pack.faults()) for pack in wanted}
    return read_packs(root, catalog, folders, {name: did_you_mean(name, there) for name in missing})


def _is_pack(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.name not in _NOT_PACKS
