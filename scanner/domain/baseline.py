"""The baseline: what was known before, so that only what became worse is told."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from scanner.domain.finding import Outcome
from scanner.domain.frozen import Frozen

BASELINE_VERSION = "1"
"""Version of the form of a baseline."""


class KnownFinding(Frozen):
    """A finding that was there before. It names no line: lines move."""

    fingerprint: str
    rule: str
    outcome: Outcome
    path: str
    contexts: tuple[str, ...] = ()
    """Of its places, in any order; see :attr:`scanner.domain.finding.Finding.contexts`."""


class Baseline(Frozen):
    """All that was known on a day, by fingerprint."""

    version: str = BASELINE_VERSION
    packs: Mapping[str, str] = Field(default_factory=dict)
    """Pack to its version then; other rules find other things."""
    policy: str = ""
    principles: Mapping[str, str] = Field(default_factory=dict)
    """Principle to its status then."""
    findings: tuple[KnownFinding, ...] = ()


class BaselineKind(StrEnum):
    """What a result was compared with."""

    FILE = "file"
    REVISION = "revision"
    """An earlier commit of the same repository, scanned with the same rules."""


class Comparison(Frozen):
    """What changed since the baseline."""

    kind: BaselineKind
    name: str
    """Of the file, or of the revision as it was asked for."""
    revision: str = ""
    """Commit that the name stood for."""
    new: int
    """Failures of the product that were not there or were not failures, or hold in more places."""
    review: int
    """What a person must judge, and need not before."""
    known: int
    """Failures of the product that were there before and that nobody waives."""
    moved: int
    """Of these, those that lie in a file of another name."""
    mended: tuple[KnownFinding, ...] = ()
    """Failures that are gone."""
    note: str = ""
    """What makes the comparison doubtful, such as other versions of the rules."""
