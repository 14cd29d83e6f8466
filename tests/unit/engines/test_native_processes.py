"""Native rules of a large system are shared out over processes, and none of them is lost with a process."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import signal
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scanner.cache import MemoryCache
from scanner.domain.artifact import Source
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult
from scanner.domain.system import System
from scanner.engines import native
from scanner.engines.native import WORTH_A_PROCESS, NativeEngine
from scanner.engines.sitting import Sitting
from scanner.forking import CAN_FORK, Fork
from scanner.interfaces import BoundRule, EngineContext
from scanner.packaging import packaged
from tests.unit.engines.test_native import NoContents, bucket, rule

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="only Linux forks safely")


def named(name: str, **fields: Any) -> BoundRule:
    bound = rule(**fields)
    return dataclasses.replace(bound, rule=bound.rule.model_copy(update={"name": name}))


RULES = [
    named("whole", **{"subject": {"repository": ["repository"]}, "assert": "repository.has_infrastructure"}),
    *(named(f"encrypted-{n}", **{"assert": f"resource.?encrypted.orValue({n}) == true"}) for n in range(12)),
]
SYSTEM = System(
    source=Source(uri="x"),
    artifacts=(),
    resources=tuple(bucket(f"b{n}", n + 1, encrypted=bool(n % 7)) for n in range(WORTH_A_PROCESS)),
)


def said(jobs: int, cache: MemoryCache | None = None) -> EngineResult:
    context = EngineContext(
        Catalog(version="1", principles=(), controls=(), clauses=()),
        date(2026, 11, 21), packaged("rules"), offline=True, jobs=jobs, cache=cache or MemoryCache(),
    )  # fmt: skip
    made = NativeEngine().evaluate(RULES, SYSTEM, NoContents(), context, lambda _: None)
    assert not made.problems
    return made


def children() -> set[str]:
    """The processes that this one has begun and not waited for."""
    return set(Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text(encoding="ascii").split())


@pytest.fixture(scope="module")
def alone() -> EngineResult:
    return said(1)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is begun beside this process."""
    begun: list[str] = []
    begin = Fork.__init__

    def noted(fork: Any, function: Any, **how: bool) -> None:
        begun.append(getattr(function, "func", function).__name__)
        begin(fork, function, **how)

    monkeypatch.setattr(Fork, "__init__", noted)
    return begun


@pytest.mark.parametrize("jobs", [2, 4])
def test_shared_out_they_say_what_they_say_alone(alone: EngineResult, processes: list[str], jobs: int) -> None:
    assert said(jobs) == alone
    assert processes == ["digests", *["_drawn"] * (jobs - 1)]


def test_what_a_process_had_drawn_that_was_killed_is_said_here(
    alone: EngineResult, processes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, say = os.getpid(), Sitting.say

    def deadly(sitting: Sitting, rules: Any) -> Any:
        if os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return say(sitting, rules)

    monkeypatch.setattr(Sitting, "say", deadly)
    assert said(3) == alone
    assert processes.count("_drawn") == 2


def test_nor_does_a_process_that_is_asked_to_end_say_anything(
    alone: EngineResult, processes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, say = os.getpid(), Sitting.say

    def swallowing(sitting: Sitting, rules: Any) -> Any:
        if os.getpid() != home:
            with contextlib.suppress(SystemExit):
                os.kill(os.getpid(), signal.SIGTERM)
                time.sleep(60)
            raise AssertionError("it lives on")
        return say(sitting, rules)

    monkeypatch.setattr(Sitting, "say", swallowing)
    assert said(3) == alone
    assert processes.count("_drawn") == 2


def test_where_there_is_no_room_for_another_process_all_is_said_here(
    alone: EngineResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refused(function: object, **_: bool) -> None:
        asked.append(function)
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(native, "Fork", refused)
    assert said(2) == alone
    assert len(asked) == 2


def test_what_goes_wrong_here_ends_the_others(processes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    home, say = os.getpid(), Sitting.say
    before = children()

    def failing(sitting: Sitting, rules: Any) -> Any:
        if os.getpid() == home:
            raise KeyboardInterrupt
        return say(sitting, rules)

    monkeypatch.setattr(Sitting, "say", failing)
    with pytest.raises(KeyboardInterrupt):
        said(2)
    assert len(processes) == 2
    assert children() == before
