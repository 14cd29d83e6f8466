"""Which files semgrep is given, with which entries of the rule files, and what is known of a file from before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scanner.cache import Cache, NoCache
from scanner.domain.artifact import Artifact, Role
from scanner.domain.rule import Rule
from scanner.engines.semgrep.reaching import Reaching
from scanner.engines.semgrep.selection import Selection, Selector
from scanner.interfaces import BoundRule
from scanner.sources.repository import RepositoryReader
from tests.unit.engines.conftest import Bench
from tests.unit.engines.semgrep.bench import Shelf, bundle_of
from tests.unit.engines.semgrep.test_engine import OFF, TLS

PRINT = """
rules:
  - id: printed
    languages: [generic]
    paths: {include: ["**/settings/*.py", "*.tf"]}
    pattern-regex: print\\(patient
"""

BOTH = {("tls-off", 0), ("tls-off", 1)}
"""What flags a switched-off check, and what accepts one that is on: both ask for the same words."""


@pytest.fixture
def rules(bench: Bench) -> tuple[BoundRule, ...]:
    return bench.rule("tls-off", TLS, message="off"), bench.rule("printed", PRINT, message="printed")


def select(bench: Bench, rules: tuple[BoundRule, ...], cache: Cache, role: Role | None = None) -> Selection:
    """What is chosen of the bench's files, with a role of their own or all with the same."""
    reader = RepositoryReader(bench.root)

    def as_told(artifact: Artifact) -> Artifact:
        return artifact if role is None else artifact.model_copy(update={"role": role})

    artifacts = [as_told(one) for one in reader.walk().artifacts]
    selector = Selector(bundle_of(rules), reader, cache, "test", NoCache())
    return selector.select(artifacts, lambda *_: True)


def test_only_entries_that_can_match_are_chosen(bench: Bench, rules: tuple[BoundRule, ...]) -> None:
    bench.write({"a.py": "import requests\nprint(patient)\n", "b.py": "x = 1\n"})
    assert select(bench, rules, NoCache()).entries == set(), "the one by its words, the other by its path"
    bench.write({"a.py": OFF})
    chosen = select(bench, rules, NoCache())
    assert (set(chosen.keys), chosen.entries) == ({"a.py"}, BOTH)
    bench.write({"settings/live.py": "print(patient)\n", "x.tf/notes.txt": "print(patient)\n"})
    chosen = select(bench, rules, NoCache())
    assert set(chosen.keys) == {"a.py", "settings/live.py", "x.tf/notes.txt"}
    assert chosen.entries == {*BOTH, ("printed", 0)}


def test_where_nothing_can_match_is_not_looked_for_again(
    bench: Bench, rules: tuple[BoundRule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.write({"a.py": OFF, "b.py": "x = 1\n", "c.py": "y = 2\n"})
    looked: list[bytes] = []
    found = Reaching.matching

    def matching(self: Reaching, data: bytes) -> frozenset[tuple[str, int]]:
        looked.append(data)
        return found(self, data)

    monkeypatch.setattr(Reaching, "matching", matching)
    shelf = Shelf()
    first = select(bench, rules, shelf)
    assert len(looked) == 3
    assert select(bench, rules, shelf) == first
    assert looked[3:] == [OFF.encode()]
    bench.write({"c.py": OFF})
    changed = select(bench, rules, shelf)
    assert set(changed.keys) == {"a.py", "c.py"}
    bench.write({"c.py": "y = 2\n"})
    looked.clear()
    select(bench, rules, shelf)
    assert b"x = 1\n" not in looked


def test_a_file_in_another_role_is_another_file(bench: Bench, rules: tuple[BoundRule, ...]) -> None:
    bench.write({"a.py": OFF})
    shelf = Shelf()
    asleep = select(bench, rules, shelf, role=Role.TEST)
    awake = select(bench, rules, shelf, role=Role.PRODUCT)
    assert (asleep.entries, awake.entries) == (set(), BOTH)
    other = select(bench, rules, NoCache(), role=Role.DEVELOPMENT)
    assert other.keys.get("a.py") != awake.keys["a.py"]


def _also_for(rule: Rule, role: Role) -> Rule:
    check = rule.check.model_copy(update={"roles": (*rule.check.roles, role)})
    return rule.model_copy(update={"check": check})


def test_other_roles_of_a_rule_are_another_bundle(bench: Bench, rules: tuple[BoundRule, ...]) -> None:
    bench.write({"a.py": OFF})
    shelf = Shelf()
    assert select(bench, rules, shelf, role=Role.DEVELOPMENT).entries == set()
    wider = tuple(replace(one, rule=_also_for(one.rule, Role.DEVELOPMENT)) for one in rules)
    assert select(bench, wider, shelf, role=Role.DEVELOPMENT).entries == BOTH


def test_a_name_of_dots_hides_no_other_file(bench: Bench) -> None:
    key = bench.rule("printed", PRINT.replace('"*.tf"', '"id_rsa"'), message="printed")
    bench.write({"..png": "", "id_rsa": "print(patient)\n"})
    assert set(select(bench, (key,), NoCache()).keys) == {"id_rsa"}


def test_a_file_that_an_entry_may_leave_out_is_not_expected(bench: Bench) -> None:
    excluding = TLS.replace("    languages: [python]\n", '    languages: [python]\n    paths: {exclude: ["*seed*"]}\n')
    assert excluding != TLS
    bench.write({"seed.py": OFF})
    chosen = select(bench, (bench.rule("tls-off", excluding, message="off"),), NoCache())
    assert (set(chosen.keys), chosen.expected) == ({"seed.py"}, set())
