"""The whole result of an earlier scan of the same files with the same yardstick."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from scanner.cache import Cache, NoCache, cache_key
from scanner.domain.assessment import Assessment
from scanner.domain.fingerprint import Fingerprint
from scanner.domain.resource import Reading
from scanner.interfaces import Reader
from scanner.packaging import build_id

if TYPE_CHECKING:
    from scanner.pipeline import Allowances, Course, Yardstick
    from scanner.pipeline.stages import Made


_RENDERED = frozenset({"Chart.yaml", "kustomization.yaml", "kustomization.yml", "Kustomization"})
"""Names of files by which charts and the folders of Kustomize are known."""


class Place(NamedTuple):
    """Where a result is kept, and what must not have changed meanwhile."""

    key: str
    fingerprint: Fingerprint


def place_of(
    reader: Reader, reading: Reading, yardstick: Yardstick, course: Course, allowances: Allowances
) -> Place | None:
    """Where the result is kept: its key is a digest of all that decides it.

    Args:
        reader: Gives the files.
        reading: What it listed.
        yardstick: What they are measured with.
        course: Of it only how checkov is run decides anything.
        allowances: What is set aside, and with what the result is compared.

    Returns:
        None where nothing would be kept.
    """
    if isinstance(course.cache, NoCache):
        return None
    fingerprint = reader.fingerprint(reading.artifacts)
    rest = reading.model_copy(update={"artifacts": ()})
    key = cache_key(
        "assessment",
        (
            build_id(),
            fingerprint.digest,
            rest.model_dump_json(),
            repr(reader.source()),  # a folder's name may hold what JSON cannot
            yardstick.policy.model_dump_json(),
            *(f"{pack.id} {pack.version} {pack.digest}" for pack in yardstick.packs),
            *(rule.name for pack in yardstick.packs for rule in pack.rules),  # a caller may have left some out
            *_references(yardstick.rules_root),
            yardstick.as_of.isoformat(),
            course.checkov,
            *yardstick.overrides,
            *_allowed(allowances),
            *_renderers(reading),
        ),
    )
    return Place(key, fingerprint)


def _allowed(allowances: Allowances) -> Sequence[str]:
    """What tells apart what is set aside, besides what stands in the files."""
    against = allowances.against
    compared = (
        ()
        if against is None
        else (against.kind, against.name, against.revision, *against.notes, against.baseline.model_dump_json())
    )
    return (str(allowances.waivers), *map(repr, allowances.approvals), "against", *compared)


def _renderers(reading: Reading) -> Sequence[str]:
    """What tells apart the programs that render manifests, where there is anything for them to render."""
    if _RENDERED.isdisjoint(artifact.path.rpartition("/")[2] for artifact in reading.artifacts):
        return ()
    from scanner.parsers.kubernetes.programs import signature  # noqa: PLC0415  # few repositories need it

    return (signature(),)


def recalled(cache: Cache, place: Place, reader: Reader, scan: Callable[[], Made]) -> Assessment:
    """The result that was kept, or else that of a scan, which is kept for the next time.

    It is kept only where the same scan would say the same again, and no file was changed meanwhile.

    Args:
        cache: Holds the results.
        place: Of :func:`place_of`.
        reader: Tells whether the files are still the same.
        scan: Is called where nothing was kept.
    """
    kept = _kept(cache, place)
    if kept is not None:
        return kept
    made = scan()
    if made.lasting and reader.unchanged(place.fingerprint):
        _keep(cache, place, made.assessment)
    return made.assessment


def _kept(cache: Cache, place: Place) -> Assessment | None:
    kept = cache.get(place.key)
    if kept is None:
        return None
    try:
        return Assessment.model_validate_json(kept)
    except ValidationError:  # whole, and yet not ours: somebody else wrote it; made again
        return None


def _keep(cache: Cache, place: Place, assessment: Assessment) -> None:
    """Keep a result. It holds no secrets: they were taken out before it became one."""
    cache.put(place.key, assessment.model_dump_json().encode())


def _references(root: Path) -> list[str]:
    """Names and digests of what rules draw on besides their packs."""
    files = sorted(path for folder in ("catalog", "reference") for path in (root / folder).glob("*"))
    return [f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files if path.is_file()]
