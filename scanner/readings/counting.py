"""Counts what readers said, of what rules still tell (docs/decisions/0025)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from scanner.domain.architecture import Confidence
from scanner.domain.assessment import Assessment
from scanner.domain.retirement import Retired
from scanner.domain.rule import Readings, Rule, RulePack
from scanner.errors import UsageError
from scanner.evaluation.baseline import sight_of
from scanner.evaluation.overview import count
from scanner.evaluation.redaction import clean
from scanner.evaluation.weighing import is_set_aside
from scanner.readings.drawing import TOLD, retired_in
from scanner.readings.ledger import Entry
from scanner.readings.lists import Reading, Verdict, key_of
from scanner.readings.matching import lines_near, lines_still_told


class Fate(StrEnum):
    """What becomes of a reading, as it is told."""

    COUNTED = "counted"
    STRUCK = "struck, since the rule tells it no more"
    ASIDE = "not counted, since it lies among what hardly ships"
    RETIRED = "not counted, since its repository says that it is no longer in use"
    UNSEEN = "not counted, since the results did not judge the rule or read the file"
    BEFORE = "not counted again"


@dataclass(frozen=True)
class Told:
    """What results tell, taken from them one by one: whole results may be large."""

    lines: dict[tuple[str, str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    """Repository, rule and path to the lines at which the rule tells something."""
    judged: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Repository to the rules that were put to it."""
    unread: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Repository to the files that could not be read."""
    retired: dict[str, set[Retired]] = field(default_factory=lambda: defaultdict(set))
    """Repository to what results say of its being no longer in use."""
    packs: set[tuple[str, str]] = field(default_factory=set)
    """Ids and digests of the packs by which was judged."""

    @classmethod
    def by(cls, results: Iterable[Assessment], rules: Mapping[str, Rule]) -> Told:
        """Take in results; rules by their names and earlier names."""
        told = cls()
        for result in results:
            repository, sight = clean(result.source.uri), sight_of(result)
            told.judged[repository] |= {rules[name].name for name in sight.rules or () if name in rules}
            told.unread[repository] |= {clean(path) for path in sight.unread}
            told.retired[repository].add(retired_in(result))
            told.packs.update((pack.id, pack.digest) for pack in result.packs)
            for one in result.findings:
                if one.outcome in TOLD and one.rule in rules:
                    places = [(place.path, place.start_line) for place in one.related]
                    for path, line in [(one.location.path, one.location.start_line), *places]:
                        told.lines[repository, rules[one.rule].name, clean(path)].add(line)
        return told

    def packs_unlike(self, packs: Iterable[RulePack]) -> list[str]:
        """Ids of packs that were not as these are when the results were made, fit for a terminal."""
        own = {pack.id: pack.digest for pack in packs}
        return sorted({clean(name) for name, digest in self.packs if own.get(name) != digest})

    def keys_still_told(
        self, rows: Iterable[Reading], rules: Mapping[str, Rule], before: Container[str]
    ) -> frozenset[str]:
        """Keys of the rows whose finding is still told, or lies nearest to what is.

        Args:
            rows: Of all lists, filled in or not: what nobody could tell of a finding is not told of its neighbour.
            rules: By their names and earlier names.
            before: Keys of what was counted before, from whatever list.
        """
        files = defaultdict[tuple[str, str, str], list[Reading]](list)
        for row in rows:
            if row.rule in rules:
                files[row.repository, rules[row.rule].name, row.path].append(row)
        keys: set[str] = set()
        for (repository, name, path), read in files.items():
            told = self.lines.get((repository, name, path), set())
            names = (name, *rules[name].aliases)
            near = {line for place in told for line in lines_near(place)}
            counted = {line for line in near if any(key_of(repository, one, path, line) in before for one in names)}
            still = lines_still_told({row.line for row in read}, counted, told)
            keys |= {row.key for row in read if row.line in still}
        return frozenset(keys)

    def fate(self, reading: Reading, rule: Rule | None, *, still: bool) -> Fate:
        """What becomes of a reading that was not counted yet; a rule that is gone tells nothing.

        Args:
            reading: With a verdict.
            rule: As it is called now.
            still: Whether it is among :meth:`keys_still_told`.
        """
        if rule is None:
            return Fate.STRUCK
        if is_set_aside(rule, reading.path):
            return Fate.ASIDE
        if not rule.check.everywhere and self._is_retired(reading):
            return Fate.RETIRED
        if still:
            return Fate.COUNTED
        repository = reading.repository
        seen = rule.name in self.judged[repository] and reading.path not in self.unread[repository]
        return Fate.STRUCK if seen else Fate.UNSEEN

    def _is_retired(self, reading: Reading) -> bool:
        return any(one.statement_on((reading.path,)) for one in self.retired[reading.repository])


class Change(NamedTuple):
    """A rule whose readings grow."""

    rule: Rule
    readings: Readings
    confidence: Confidence
    """What they carry; as it was where they settle nothing."""

    def __str__(self) -> str:
        """Old and new, in a line."""
        was, now = self.rule.confidence.value, self.confidence.value
        moved = now if was == now else f"{was} → {now}"
        word = "" if self.readings.settle else ", on its author's word"
        return f"{self.rule.name}: {_told(self.rule.readings)} → {_told(self.readings)}; confidence {moved}{word}"


class Counted(NamedTuple):
    """What came of counting."""

    changes: tuple[Change, ...]
    """By the names of the rules."""
    fates: Sequence[tuple[Reading, Fate]]
    """Of what was filled in."""
    empty: int
    """Rows without a verdict."""
    ledger: Mapping[str, Entry]
    """All that was counted, before and now."""


def count_readings(
    rows: Sequence[Reading], told: Told, rules: Mapping[str, Rule], before: Mapping[str, Entry]
) -> Counted:
    """Count the rows of lists.

    Args:
        rows: Of all lists.
        told: What the rules tell now.
        rules: By their names and earlier names.
        before: What was counted before.

    Raises:
        UsageError: No result of a repository that was read is among the results.
    """
    still = told.keys_still_told(rows, rules, before)
    filled, empty = [], 0
    ledger, more = dict(before), defaultdict[str, Counter[str]](Counter)
    for row in rows:
        if row.verdict is None:
            empty += 1
            continue
        if row.repository not in told.judged:
            known = ", ".join(sorted(told.judged)) or "nothing"
            named = clean(row.repository)
            raise UsageError(f"{row.where}: no result of {named} is given", hint=f"--results are of {known}")
        rule = rules.get(row.rule)
        fate = Fate.BEFORE if row.key in ledger else told.fate(row, rule, still=row.key in still)
        filled.append((row, fate))
        if fate is Fate.COUNTED and rule is not None:
            ledger[row.key] = Entry(rule.name, row.verdict)
            more[rule.name][row.verdict.value] += 1
    changes = tuple(_change(rules[name], more[name]) for name in sorted(more))
    return Counted(changes, filled, empty, ledger)


def summary(counted: Counted) -> Iterator[str]:
    """What became of all rows, in lines."""
    for change in counted.changes:
        yield str(change)
    for fate in Fate:
        verdicts = Counter(row.verdict for row, became in counted.fates if became is fate)
        if verdicts or fate is Fate.COUNTED:
            told = ", ".join(f"{verdicts[one]} {one.value}" for one in Verdict)
            yield f"{count(verdicts.total(), 'reading')} {fate.value}: {told}"
    for row, fate in counted.fates:
        if fate is Fate.BEFORE and row.verdict and counted.ledger[row.key].verdict is not row.verdict:
            yield f"{row.where}: {row.verdict}, and was counted as {counted.ledger[row.key].verdict}"
    if counted.empty:
        yield f"{count(counted.empty, 'row')} without a verdict"


def _change(rule: Rule, more: Mapping[str, int]) -> Change:
    readings = Readings(**{one.value: getattr(rule.readings, one.value) + more.get(one.value, 0) for one in Verdict})
    return Change(rule, readings, readings.carried if readings.settle else rule.confidence)


def _told(readings: Readings) -> str:
    return f"{readings.right} right, {readings.arguable} arguable, {readings.wrong} wrong"
