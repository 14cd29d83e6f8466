"""Keeps packs and the catalogue that were found valid, so that they are not parsed and checked again.

What was kept is valid for one build of archscan and for the very files that it was made of. It is looked at again all
the same: a cache may be shared, and what does not have the right shape counts as absent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scanner.cache import Cache, cache_key
from scanner.domain.catalog import Catalog
from scanner.domain.rule import RulePack
from scanner.packaging import build_id


def packs_key(trees: Mapping[str, str], catalog: Catalog) -> str:
    """The key of packs that are loaded together: names must be unique among all of them.

    Args:
        trees: Name to digest of each pack's folder and of the reference data.
        catalog: What they refer to.
    """
    return cache_key("packs", (build_id(), catalog.model_dump_json(), json.dumps(trees, sort_keys=True)))


def recall_packs(cache: Cache, key: str, root: Path, digests: Mapping[str, str]) -> tuple[RulePack, ...] | None:
    """The packs that were kept under a key, if there are any.

    Args:
        cache: Where they were kept.
        key: Of :func:`packs_key`.
        root: Folder of the packs on this machine.
        digests: Id to digest of the packs that are wanted, in their order.
    """
    kept = cache.get(key)
    if kept is None:
        return None
    try:
        packs = _packs(json.loads(kept), root)
    except (ValueError, TypeError, KeyError, RecursionError):  # whole, and yet not ours: ValidationError is one too
        return None
    return packs if [(pack.id, pack.digest) for pack in packs] == list(digests.items()) else None


def keep_packs(cache: Cache, key: str, root: Path, packs: Sequence[RulePack]) -> None:
    """Keep packs without a fault, unless something in them would come back as something else."""
    value = json.dumps([pack.model_dump(mode="json", by_alias=True) for pack in packs], ensure_ascii=False)
    if _packs(json.loads(value), root) == tuple(packs):
        cache.put(key, value.encode("utf-8", "surrogatepass"))


def catalog_key(digest: str) -> str:
    """The key of a catalogue.

    Args:
        digest: Over its files.
    """
    return cache_key("catalog", (build_id(), digest))


def recall_catalog(cache: Cache, key: str) -> Catalog | None:
    """The catalogue that was kept under a key, if there is one."""
    kept = cache.get(key)
    if kept is None:
        return None
    try:
        return Catalog.model_validate_json(kept)
    except ValidationError:
        return None


def keep_catalog(cache: Cache, key: str, catalog: Catalog) -> None:
    """Keep a catalogue without a fault."""
    cache.put(key, catalog.model_dump_json().encode())


def _packs(kept: Any, root: Path) -> tuple[RulePack, ...]:
    return tuple(RulePack.model_validate({**pack, "root": str(root / pack["id"])}) for pack in kept)
