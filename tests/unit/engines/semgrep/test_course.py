"""semgrep beside other work: begun early, cancelled, and when it hangs, dies, prints rubbish or eats memory."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from scanner.engines.isolation import EngineEnvironment, State
from scanner.engines.semgrep.answers import read_output
from scanner.engines.semgrep.engine import SemgrepEngine
from scanner.engines.semgrep.run import OPTIONS, SECONDS_PER_RULE
from scanner.errors import EngineError
from scanner.forking import CAN_FORK
from scanner.interfaces import BoundRule, EarlyEngine
from scanner.processes import Limits
from tests.unit.engines.conftest import Bench
from tests.unit.engines.facts import facts
from tests.unit.engines.semgrep.bench import Shelf, context, evaluate
from tests.unit.engines.semgrep.test_engine import OFF, TLS


@pytest.fixture
def rule(bench: Bench) -> BoundRule:
    bench.write({"a.py": OFF})
    return bench.rule("tls-off", TLS, message="m")


def broken_engine(folder: Path, program: str, limits: Limits) -> SemgrepEngine:
    """An environment in whose place of semgrep another program lies."""
    environment = EngineEnvironment("semgrep", folder)
    binaries = environment.python.parent
    binaries.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    environment.executable.write_text(f"#!{sys.executable}\n{program}\n")
    environment.executable.chmod(0o755)
    (environment.path / "archscan-environment.json").write_text("{}")
    assert environment.state() is State.READY
    return SemgrepEngine(environment=environment, limits=limits)


@pytest.mark.engines
def test_begun_early_it_says_the_same(bench: Bench, rule: BoundRule) -> None:
    assert isinstance(SemgrepEngine(), EarlyEngine)
    system, reader = bench.system()
    surroundings = context()
    begun = SemgrepEngine().begin([rule], system.artifacts, reader, surroundings, lambda _: None)
    result = begun.result(system)
    assert result == SemgrepEngine().evaluate([rule], system, reader, context(), lambda _: None)
    assert facts(result.findings) == [("tls-off", "fail", "a.py", 2)]
    begun.cancel()


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for semgrep")
@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("import time; time.sleep(60)", "was stopped after 1 seconds"),
        ("import os; os.kill(os.getpid(), 9)", "exit code -9"),
        ("import sys; sys.stderr.write('out of paint'); sys.exit(3)", "exit code 3: out of paint"),
        ("print('rubbish')", "exit code 0"),
        ("print('[1, 2]')", "exit code 0"),
        ("print('{}')", "not what its version promises"),
        ('print(\'{"results": [{}], "errors": [], "paths": {}}\')', "not what its version promises"),
        ("print('[' * 100000)", "exit code 0"),
        ("x = bytearray(3 * 1024**3)", "MemoryError"),
        ("import sys\nwhile True: sys.stdout.write('x' * 10**6)", "semgrep broke"),
    ],
)
def test_however_it_breaks_its_rules_are_unavailable(
    bench: Bench, rule: BoundRule, tmp_path: Path, program: str, expected: str
) -> None:
    limits = Limits(seconds=1 if "sleep" in program else 30, memory=1024**3, output=10**7)
    engine = broken_engine(tmp_path / "engines", program, limits)
    shelf = Shelf()
    result = evaluate(bench.root, [rule], engine=engine, cache=shelf)
    assert (result.findings, result.unavailable, result.lasting) == ((), ("tls-off",), False)
    (problem,) = result.problems
    assert expected in problem.message
    assert "tls-off" in problem.message
    assert shelf.entries == {}


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for semgrep")
def test_cancelled_it_ends_at_once_with_all_its_processes(bench: Bench, rule: BoundRule, tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    program = f"import os, time\nopen({str(sign)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    engine = broken_engine(tmp_path / "engines", program, Limits())
    system, reader = bench.system()
    begun = engine.begin([rule], system.artifacts, reader, context(), lambda _: None)
    deadline = time.monotonic() + 20
    while not (sign.exists() and sign.read_text()) and time.monotonic() < deadline:
        time.sleep(0.01)
    begun.cancel()
    with pytest.raises(ProcessLookupError):
        os.kill(int(sign.read_text()), 0)
    assert begun.result(system).unavailable == ("tls-off",)
    begun.cancel()


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for semgrep")
def test_cancelled_before_semgrep_is_started_it_ends_at_once(bench: Bench, rule: BoundRule, tmp_path: Path) -> None:
    engine = broken_engine(tmp_path / "engines", "import time; time.sleep(60)", Limits())
    system, reader = bench.system()
    begin = time.monotonic()
    begun = engine.begin([rule], system.artifacts, reader, context(), lambda _: None)
    begun.cancel()
    begun.result(system)
    assert time.monotonic() - begin < 20


@pytest.mark.skipif(not CAN_FORK, reason="only Linux forks safely")
def test_where_there_is_no_room_for_another_process_a_thread_does_it(
    bench: Bench, rule: BoundRule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def refused() -> int:
        asked.append(1)
        raise BlockingIOError("no more processes")

    engine = broken_engine(tmp_path / "engines", "import sys; sys.stderr.write('out of paint'); sys.exit(3)", Limits())
    system, reader = bench.system()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fork", refused)
        begun = engine.begin([rule], system.artifacts, reader, context(jobs=2), lambda _: None)
        result = begun.result(system)
    assert asked == [1]
    assert result.unavailable == ("tls-off",)
    assert "out of paint" in result.problems[0].message


def test_our_own_fault_is_raised_where_the_result_is_asked_for(bench: Bench, rule: BoundRule) -> None:
    system, _ = bench.system()

    class Faulty:
        def read(self, _: object) -> bytes:
            raise ZeroDivisionError

    begun = SemgrepEngine().begin([rule], system.artifacts, Faulty(), context(), lambda _: None)
    with pytest.raises(ZeroDivisionError):
        begun.result(system)


@pytest.mark.parametrize(
    "error",
    [
        {"path": "b.py", "type": "Timeout"},
        {"type": "Fatal error", "message": "all is lost"},
        {"rule_id": "other", "message": "unknown rule"},
    ],
)
def test_an_error_of_the_whole_run_is_raised(error: dict[str, str]) -> None:
    output = {"results": [], "errors": [error], "paths": {"scanned": []}}
    with pytest.raises(EngineError):
        read_output(json.dumps(output).encode(), {"a.py"}, {"tls-off"})


def test_a_limit_that_is_hit_is_told_with_rule_and_file() -> None:
    errors = [
        {"path": "a.py", "type": "Timeout", "rule_id": "tls-off.entry-0", "message": "timeout"},
        {"path": "./a.py", "type": "Out of memory", "rule_id": "tls-off.accepted.entry-1", "message": "memory"},
    ]
    output = {"results": [], "errors": errors, "paths": {"scanned": ["a.py"]}}
    (answer,) = read_output(json.dumps(output).encode(), {"a.py"}, {"tls-off"}).answers.values()
    assert not answer.lasting
    assert [fault.problem("a.py").message for fault in answer.faults] == [
        "semgrep took too much memory over this file with tls-off",
        "semgrep took too long over this file with tls-off",
    ]


@pytest.mark.engines
def test_a_rule_that_takes_too_long_is_told_and_the_others_judge(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    hurried = [option.replace(f"--timeout={SECONDS_PER_RULE}", "--timeout=1") for option in OPTIONS]
    monkeypatch.setattr("scanner.engines.semgrep.run.OPTIONS", hurried)
    call = f"f({','.join(f'a{number}' for number in range(60))})\n"
    bench.write({"a.py": OFF, "b.py": OFF + call * 300})
    slow = TLS.split("  - id: tls-off.accepted")[0].replace("tls-off", "slow")
    slow = slow.replace("requests.get(..., verify=False)", "f(..., $A, ..., $B, ..., $C, ..., $D, ..., $A, ...)")
    rules = [bench.rule("tls-off", TLS, message="m"), bench.rule("slow", slow, message="m")]
    shelf = Shelf()
    result = evaluate(bench.root, rules, cache=shelf)
    assert facts(result.findings) == [("tls-off", "fail", "a.py", 2), ("tls-off", "fail", "b.py", 2)]
    (problem,) = result.problems
    assert problem.message == "semgrep took too long over this file with slow"
    assert problem.location is not None
    assert problem.location.path == "b.py"
    assert not result.lasting
    assert len(shelf.entries) == 1, "of b.py not all is known"
