"""What native rules said in the last scan of a repository, by what they were put to."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from scanner.cache import Cache, NoCache, cache_key
from scanner.domain.finding import Finding
from scanner.domain.frozen import Frozen
from scanner.domain.resource import Problem
from scanner.evaluation.keeping import may_be_kept
from scanner.packaging import build_id

DIGITS = 32
"""Hexadecimal digits of a digest."""


class Kept(Frozen):
    """What a rule said."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


class Recollection:
    """One entry of the cache for each repository: that of its last scan, from which a rule's part is taken by a digest.

    Args:
        cache: Where it is kept.
        repository: By what it is known again. Two of one name only take each other's place.
    """

    def __init__(self, cache: Cache, repository: str) -> None:
        self._cache = cache
        self._key = cache_key("native", (build_id(), repository))
        self._known = {} if isinstance(cache, NoCache) else _read(cache.get(self._key))

    @property
    def keeps(self) -> bool:
        """Whether anything that is given to :meth:`keep` would be there the next time."""
        return not isinstance(self._cache, NoCache)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be recalled, so that no digest need be made before rules are evaluated."""
        return not self._known

    def of(self, digest: str) -> Kept | None:
        """What a rule said of the very same."""
        known = self._known.get(digest)
        if known is None:
            return None
        try:
            return Kept.model_validate_json(known)
        except ValidationError:  # whole, and yet not ours: somebody else wrote it; asked again, and kept anew
            del self._known[digest]
            return None

    def keep(self, said: Mapping[str, Kept]) -> None:
        """Keep what rules said, each by the digest of its input, in the place of what the scan before kept.

        What may not be kept (:mod:`scanner.evaluation.keeping`) never reaches the disk, and its rule is asked again.
        """
        if said.keys() == self._known.keys():
            return
        made = {
            digest: self._known[digest] if digest in self._known else one.model_dump_json().encode()
            for digest, one in said.items()
            if digest in self._known or may_be_kept(one)
        }
        if made.keys() != self._known.keys():
            self._cache.put(self._key, b"\n".join(digest.encode() + one for digest, one in made.items()))


def _read(data: bytes | None) -> dict[str, bytes]:
    """Lines of a digest and what was said, as JSON; in JSON a line feed is always escaped."""
    return {line[:DIGITS].decode("ascii", "replace"): line[DIGITS:] for line in (data or b"").split(b"\n") if line}
