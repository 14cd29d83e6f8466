"""Native rules are asked again only of what changed, and what is recalled is what they would say."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scanner.cache import DiskCache, MemoryCache, NoCache
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Source
from scanner.domain.catalog import Catalog, Severity
from scanner.domain.finding import EngineResult
from scanner.domain.resource import Reference, Resource, Value
from scanner.domain.system import System
from scanner.engines.judging import RuleRun
from scanner.engines.native import NativeEngine
from scanner.engines.recollection import DIGITS, Recollection
from scanner.interfaces import BoundRule, EngineContext
from scanner.packaging import packaged
from scanner.parsers.terraform.values.lazy import LazyObject
from tests.unit.engines.test_native import UNKNOWN, NoContents, bucket, rule

ENCRYPTED = {"assert": "resource.?encrypted.orValue(false) == true"}


def named(bound: BoundRule, name: str) -> BoundRule:
    return dataclasses.replace(bound, rule=bound.rule.model_copy(update={"name": name}))


OWN = named(rule(**ENCRYPTED), "of-its-own")
OTHERS = named(rule(**{"assert": "count('terraform', 'aws_kms_key') > 0"}), "of-others")
FILES = named(rule(**{"assert": "has_file('SECURITY.md')"}), "of-files")
DATES = named(rule(**{"assert": "end_of_life('postgresql', resource.?version.orValue('9.6')) == ''"}), "of-dates")
PROFILE = named(rule(**{"assert": "answered('has_user_interface') == 'yes'"}), "of-the-profile")
OUTSIDE = named(rule(**{"assert": "!from_outside(resource.?version.orValue('1'))"}), "of-arguments")
KEYS = named(rule(**{"subject": {"terraform": ["aws_kms_key"]}, "assert": "has(resource.rotation)"}), "of-keys")
WHOLE = named(rule(**{"subject": {"repository": ["repository"]}, "assert": "repository.has_infrastructure"}), "of-all")
RULES = [OWN, OTHERS, FILES, DATES, PROFILE, OUTSIDE, KEYS, WHOLE]
NAMES = {bound.rule.name for bound in RULES}


class Scans:
    """Scans of one repository, each of which says what it asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, cache: Any = None) -> None:
        self.cache = cache or MemoryCache()
        self.installed = MemoryCache()
        self.asked: set[str] = set()
        judge = RuleRun.judge

        def noted(run: RuleRun, *given: Any) -> None:
            self.asked.add(run.bound.rule.name)
            judge(run, *given)

        monkeypatch.setattr(RuleRun, "judge", noted)

    def put(self, *resources: Resource, rules: list[BoundRule] | None = None, **parts: Any) -> set[str]:
        """The names of the rules that were asked; the result is what it would be without what is kept."""
        self.asked = set()
        day, uri = parts.pop("day", date(2026, 11, 21)), parts.pop("uri", "x")
        kept = EngineContext(
            Catalog(version="1", principles=(), controls=(), clauses=()),
            day, packaged("rules"), offline=True, cache=self.cache, installed=self.installed,
        )  # fmt: skip
        plain = dataclasses.replace(kept, cache=NoCache(), installed=NoCache())
        system = System(source=Source(uri=uri), **{"artifacts": (), "resources": resources, **parts})
        made = NativeEngine().evaluate(rules or RULES, system, NoContents(), kept, lambda _: None)
        asked = set(self.asked)
        assert made == _without(NativeEngine(), rules or RULES, system, plain)
        return asked


def _without(engine: NativeEngine, rules: list[BoundRule], system: System, context: EngineContext) -> EngineResult:
    return engine.evaluate(rules, system, NoContents(), context, lambda _: None)


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> Scans:
    return Scans(monkeypatch)


def key(**attributes: Value) -> Resource:
    made = bucket("k", 90, **attributes)
    return made.model_copy(update={"type": "aws_kms_key", "address": "aws_kms_key.k"})


def test_nothing_is_asked_twice_of_the_same(scans: Scans) -> None:
    resources = (bucket("good", 1, encrypted=True), bucket("bad", 10), bucket("open", 20, encrypted=UNKNOWN))
    assert scans.put(*resources) == NAMES - {"of-keys"}
    assert scans.put(*resources) == set()


def test_only_rules_that_look_at_what_changed_are_asked_again(scans: Scans) -> None:
    buckets = (bucket("good", 1, encrypted=True), bucket("bad", 10))
    scans.put(*buckets, key())
    assert scans.put(*buckets, key(rotation=True)) == {"of-keys", "of-others", "of-all"}
    assert scans.put(*buckets, bucket("new", 30), key(rotation=True)) == NAMES - {"of-keys"}
    assert scans.put(*buckets, key(rotation=True)) == NAMES - {"of-keys"}  # only the last scan is remembered


@pytest.mark.parametrize(
    ("changes", "again"),
    [
        ({"artifacts": (Artifact(path="SECURITY.md", kind=ArtifactKind.OTHER),)}, {"of-files", "of-others", "of-all"}),
        ({"answers": {"has_user_interface": True}}, {"of-the-profile", "of-others", "of-all"}),
        ({"day": date(2026, 11, 22)}, NAMES - {"of-keys"}),
        ({"uri": "another"}, NAMES - {"of-keys"}),
        (
            {"references": (Reference("aws_s3_bucket.a", "aws_kms_key.k", Location(path="main.tf")),)},
            {"of-others", "of-all"},
        ),
    ],
)
def test_rules_are_asked_again_where_what_they_hang_on_changed(
    scans: Scans, changes: dict[str, Any], again: set[str]
) -> None:
    scans.put(bucket("a"))
    assert scans.put(bucket("a"), **changes) == again


def test_a_rule_that_changed_is_asked_again(scans: Scans) -> None:
    scans.put(bucket("a"), rules=[OWN, FILES])
    changed = OWN.rule.model_copy(update={"severity": Severity.LOW})
    assert scans.put(bucket("a"), rules=[dataclasses.replace(OWN, rule=changed), FILES]) == {"of-its-own"}
    assert scans.put(bucket("a"), rules=[dataclasses.replace(OWN, loosened=("less",)), FILES]) == {"of-its-own"}


def test_what_holds_a_secret_is_asked_again_and_never_kept(scans: Scans) -> None:
    telling = named(rule(**{**ENCRYPTED, "message": "{address} says {resource.text}"}), "telling")
    secret = bucket("a", text="password=Tr0ub4dor-and-3-horses")
    assert scans.put(secret, rules=[telling, OWN]) == {"telling", "of-its-own"}
    assert scans.put(secret, rules=[telling, OWN]) == {"telling"}
    assert not any(b"Tr0ub4dor" in entry for entry in scans.cache._entries.values())


def test_a_rule_that_is_written_wrongly_is_told_each_time(scans: Scans) -> None:
    wrong = named(rule(**{"assert": "resource.encrypted =="}), "wrong")
    for _ in range(2):
        scans.put(bucket("a"), rules=[wrong, OWN])
        assert scans.put(bucket("a"), rules=[wrong, OWN]) == set()


def test_what_no_digest_tells_apart_is_asked_each_time(scans: Scans) -> None:
    lazy = bucket("a", all=LazyObject(lambda name, _: name, UNKNOWN.reason, "data.a"))
    both = NAMES - {"of-keys"}
    assert scans.put(lazy) == both
    assert scans.put(lazy) == both


@pytest.mark.parametrize(
    "damage",
    [b"", b"\n\n", b"0" * DIGITS, b"\xff" * 100, b"0" * DIGITS + b'{"findings": [1], "problems": []}'],
)
def test_what_is_whole_and_not_ours_is_asked_again(monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    scans = Scans(monkeypatch)
    scans.put(bucket("a"), rules=[OWN])
    for name, entry in scans.cache._entries.items():
        scans.cache._entries[name] = entry[:DIGITS] + damage[DIGITS:] if len(damage) > DIGITS else damage
    assert scans.put(bucket("a"), rules=[OWN]) == {"of-its-own"}
    assert scans.put(bucket("a"), rules=[OWN]) == set()


def test_nothing_is_read_or_written_without_a_cache(tmp_path: Path) -> None:
    assert not Recollection(NoCache(), "x").keeps
    cache = DiskCache(tmp_path / "cache")
    assert Recollection(cache, "x").is_empty
    assert not (tmp_path / "cache").exists()
