"""Which findings of now are those of before: by the same place first, then the same subject, then the same lines.

A fingerprint alone does not tell. Where several files hold a subject of the same name, such as two Dockerfiles, their
fingerprints are numbered, and the numbers shift when one is mended or added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.baseline import KnownFinding
from scanner.domain.finding import Finding
from scanner.evaluation.merge import about, is_of_a_line


class _Traits(NamedTuple):
    """What a finding can be known by."""

    rule: str
    about: str
    path: str
    contexts: tuple[str, ...]
    fingerprint: str
    by_line: bool
    """Nothing but its line tells it from others in the same file."""


_Key = Callable[[_Traits], Hashable]
_SAME_PLACE: tuple[_Key, ...] = (
    lambda one: (one.about, one.path, one.contexts),
    lambda one: (one.about, one.path, one.fingerprint, _lines(one)),
    lambda one: (one.about, one.path, _lines(one)),
)
_MOVED: tuple[_Key, ...] = (
    lambda one: (one.about, one.contexts),
    lambda one: (one.about, _lines(one)),
    lambda one: (one.rule, one.contexts) if one.contexts else None,
)
"""Only of what is no longer where it was: what was mended there and failed elsewhere has not moved."""


def recognise(
    findings: Mapping[int, Finding], known: Sequence[KnownFinding], every: Collection[Finding]
) -> dict[int, KnownFinding]:
    """Pair findings with what was known of them; each stands for one.

    Args:
        findings: Those that are looked for, by number.
        known: What was known.
        every: All findings of now, whatever their outcome: what passes is still there.
    """
    now = {number: _traits(one) for number, one in findings.items()}
    then = {number: _remembered(one) for number, one in enumerate(known)}
    rules = {one.rule for one in known}
    held = {(about(one), one.location.path) for one in every if one.rule in rules}
    pairs: dict[int, int] = {}
    unnamed = {number: one for number, one in then.items() if not one.about}
    _pair(now, unnamed, pairs, lambda one: one.fingerprint)
    told = {number: one for number, one in then.items() if one.about}
    for key in _SAME_PLACE:
        _pair(now, told, pairs, key)
    gone = {number: one for number, one in told.items() if (one.about, one.path) not in held}
    for key in _MOVED:
        _pair(now, gone, pairs, key)
    _pair(now, unnamed, pairs, _MOVED[-1])
    return {number: known[other] for number, other in pairs.items()}


def _pair(now: Mapping[int, _Traits], then: Mapping[int, _Traits], pairs: dict[int, int], key: _Key) -> None:
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in then.items():
        if number not in taken:
            waiting[key(one)].append(number)
    for number, one in now.items():
        name = key(one)
        if number not in pairs and name is not None and waiting.get(name):
            pairs[number] = waiting[name].pop(0)


def _lines(one: _Traits) -> tuple[str, ...]:
    """The lines themselves, where nothing else tells the finding from others of its file."""
    return tuple(sorted(text[:8] for text in one.contexts)) if one.by_line else ()


def _traits(one: Finding) -> _Traits:
    contexts = tuple(sorted(one.contexts))
    return _Traits(one.rule, about(one), one.location.path, contexts, one.fingerprint, is_of_a_line(one))


def _remembered(one: KnownFinding) -> _Traits:
    return _Traits(one.rule, one.about, one.path, tuple(sorted(one.contexts)), one.fingerprint, one.by_line)
