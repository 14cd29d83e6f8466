"""Draws findings for readers at random, so that no rule and no repository fills the list."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scanner.domain.assessment import Assessment
from scanner.domain.catalog import Severity
from scanner.domain.finding import Outcome
from scanner.domain.retirement import Retired
from scanner.domain.rule import Rule
from scanner.evaluation.weighing import is_set_aside, retirement_of
from scanner.readings.lists import Drawn

TOLD = frozenset({Outcome.FAIL, Outcome.REVIEW})


class Wanted(NamedTuple):
    """What is to be drawn."""

    number: int
    seed: int = 0
    severities: tuple[Severity, ...] = tuple(Severity)
    """As the rules grade the findings, however they were told: that is what is read."""


def draw(results: Iterable[Assessment], rules: Mapping[str, Rule], wanted: Wanted) -> list[Drawn]:
    """Draw what rules say and nobody has waived, but not what is told with less weight for where it lies.

    Rules take turns; each gives a finding of the repository from which it gave fewest, and of these of the one from
    which all gave fewest. Chance decides the rest.

    Args:
        results: Their order does not matter.
        rules: Those that are looked at, by their names and earlier names.
        wanted: How many, and which. The same seed gives the same list.

    Returns:
        At most as many as are wanted; one place of a rule is drawn once.
    """
    waiting = _shuffled(_candidates(results, rules, wanted), wanted.seed)
    turns = sorted(waiting, key=lambda name: _chance(wanted.seed, name))
    drawn: list[Drawn] = []
    given: Counter[tuple[str, str]] = Counter()
    taken: Counter[str] = Counter()
    while turns and len(drawn) < wanted.number:
        for rule in turns[: wanted.number - len(drawn)]:
            left = waiting[rule]
            *_, repository = min((given[rule, name], taken[name], place, name) for place, name in enumerate(left))
            drawn.append(left[repository].pop())
            given[rule, repository] += 1
            taken[repository] += 1
            if not left[repository]:
                del left[repository]
        turns = [rule for rule in turns if waiting[rule]]
    return drawn


def _shuffled(candidates: Iterable[Drawn], seed: int) -> dict[str, dict[str, list[Drawn]]]:
    """Findings by rule and repository; one place of a rule once, whatever the order in which they came."""
    places = {_place(one): one for one in sorted(candidates, key=_order)}
    shuffled: dict[str, dict[str, list[Drawn]]] = {}
    for place in sorted(places, key=lambda place: _chance(seed, *place)):
        one = places[place]
        shuffled.setdefault(one.rule, {}).setdefault(one.repository, []).append(one)
    return shuffled


def retired_in(result: Assessment) -> Retired:
    """Which repositories of a result are no longer in use."""
    return Retired(result.retired, frozenset(part.name for part in result.source.parts))


def _candidates(results: Iterable[Assessment], rules: Mapping[str, Rule], wanted: Wanted) -> Iterator[Drawn]:
    for result in results:
        retired = retired_in(result)
        for one in result.findings:
            rule = rules.get(one.rule)
            if rule is None or one.outcome not in TOLD or one.waiver is not None:
                continue
            aside = is_set_aside(rule, one.location.path) or retirement_of(rule, one, retired)
            if one.weight in wanted.severities and not aside:
                yield Drawn(result.source.uri, result.source.revision or "", rule.name, one)


def _place(one: Drawn) -> tuple[str, ...]:
    return one.rule, one.repository, one.finding.location.path, str(one.finding.location.start_line)


def _order(one: Drawn) -> tuple[str, ...]:
    return one.revision, one.finding.outcome, one.finding.weight, one.finding.message


def _chance(seed: int, *parts: str) -> str:
    """A digest in the place of a random number: the same on every Python, whatever else is drawn from."""
    return hashlib.sha256("\n".join((str(seed), *parts)).encode("utf-8", "surrogatepass")).hexdigest()
