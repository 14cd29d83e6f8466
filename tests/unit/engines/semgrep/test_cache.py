"""What semgrep said of a file is kept, and changes nothing but the time."""

import json

import pytest

from scanner.domain.finding import EngineResult
from scanner.engines.semgrep.answers import Answer, Fault, Match
from scanner.errors import EngineError
from scanner.interfaces import BoundRule
from tests.unit.engines.conftest import Bench
from tests.unit.engines.facts import facts
from tests.unit.engines.semgrep.bench import Shelf, evaluate
from tests.unit.engines.semgrep.test_engine import OFF, TLS

BROKEN = "def f(:\n  x = = 1\n" + OFF


class Course:
    """Scans again and again, and tells how many files semgrep was given."""

    def __init__(self, bench: Bench, *rules: BoundRule) -> None:
        self.bench = bench
        self.rules = rules
        self.shelf = Shelf()

    def scan(self) -> tuple[EngineResult, int]:
        told: list[str] = []
        result = evaluate(self.bench.root, self.rules, cache=self.shelf, report=told.append)
        fresh = evaluate(self.bench.root, self.rules)
        assert result.model_dump_json() == fresh.model_dump_json()
        return result, sum(int(text.split()[-2]) for text in told)


@pytest.fixture
def course(bench: Bench) -> Course:
    bench.write(
        {"a.py": OFF, "b/broken.py": BROKEN, "c.py": "import requests\nrequests.get(verify=None)\n", "d.py": "x = 1\n"}
    )
    return Course(bench, bench.rule("tls-off", TLS, message="{code}"))


@pytest.mark.engines
def test_a_file_seen_before_is_not_looked_at_again(course: Course) -> None:
    first, given = course.scan()
    kinds = sorted(key.partition("/")[0] for key in course.shelf.entries)
    assert (given, kinds) == (3, [*["semgrep"] * 3, "semgrep-barren"]), "d.py holds nothing that a rule looks for"
    again, given = course.scan()
    assert (again, given) == (first, 0)
    course.bench.write({"c.py": OFF})
    changed, given = course.scan()
    assert given == 1
    assert {path for _, _, path, _ in facts(changed.findings)} >= {"a.py", "c.py"}


@pytest.mark.engines
def test_another_path_another_rule_and_another_way_of_use_are_other_entries(course: Course) -> None:
    course.scan()
    (course.bench.root / "a.py").rename(course.bench.root / "e.py")
    assert course.scan()[1] == 1
    folder = course.rules[0].folder
    (folder / "semgrep.yaml").write_text(TLS.replace("verify=True", "verify=None"))
    assert course.scan()[1] == 3


@pytest.mark.engines
@pytest.mark.parametrize(
    "damage",
    [b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"seen": true, "matches": [{"entry": 1}], "faults": []}', b"9" * 10_000],
)
def test_a_damaged_entry_is_made_again(course: Course, damage: bytes) -> None:
    first, _ = course.scan()
    course.shelf.entries = dict.fromkeys(course.shelf.entries, damage)
    assert course.scan() == (first, 3)
    assert course.scan() == (first, 0)


@pytest.mark.engines
def test_a_faulty_rule_is_told_each_time(course: Course) -> None:
    bad = course.bench.rule("bad", TLS.replace("tls-off", "bad").replace("verify=True)", "(((("), message="m")
    course.rules = (*course.rules, bad)
    for _ in range(2):
        result, given = course.scan()
        assert (result.unavailable, given) == (("bad",), 3)


@pytest.mark.engines
def test_no_secret_is_kept(bench: Bench) -> None:
    secret = "hunter2-hunter2-hunter2"
    bench.write({"a.py": f"import requests\nrequests.get('https://u:{secret}@x', password='{secret}', verify=False)\n"})
    course = Course(bench, bench.rule("tls-off", TLS, message="{code}"))
    assert len(course.scan()[0].findings) == 1
    assert not any(secret in value.decode() for value in course.shelf.entries.values())


def test_what_may_not_come_again_is_not_taken_from_an_entry() -> None:
    match = Match(entry="a", line=1, column=1, end_line=2)
    slow = Answer(seen=True, matches=(match,), faults=(Fault(kind="Timeout", entry="a"),))
    assert not slow.lasting
    assert Answer.from_bytes(slow.to_bytes()) is None
    partial = Answer(seen=True, matches=(match,), faults=(Fault(kind="PartialParsing"),))
    assert Answer.from_bytes(partial.to_bytes()) == partial


@pytest.mark.parametrize("change", [{"line": 0}, {"line": "1"}, {"line": 1.5}, {"more": 1}, {"entry": None}])
def test_an_entry_of_another_form_is_none(change: dict[str, object]) -> None:
    entry = {"entry": "a", "line": 1, "column": 1, "end_line": 1}
    good = {"seen": True, "matches": [entry], "faults": []}
    assert Answer.from_bytes(json.dumps(good).encode()) is not None
    assert Answer.from_bytes(json.dumps({**good, "matches": [{**entry, **change}]}).encode()) is None


@pytest.mark.engines
def test_all_files_known_but_semgrep_missing_is_the_same_as_without_a_cache(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.scan()
    monkeypatch.setattr("scanner.engines.isolation.EngineEnvironment.ensure", _missing)
    assert course.scan()[0].unavailable == ("tls-off",)


def _missing(*_: object, **__: object) -> None:
    raise EngineError("semgrep is missing")
