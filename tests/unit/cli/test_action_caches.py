from __future__ import annotations

from pathlib import Path

import pytest

from scanner.cache import DiskCache, cache_key
from scanner.cli.action_caches import kept, plan
from scanner.cli.course import CACHE
from scanner.cli.event import Event

RUNNER = {"RUNNER_OS": "Linux", "RUNNER_ARCH": "X64"}
PUSH = Event(name="push", is_branch=True)


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHSCAN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(CACHE, str(tmp_path / "home/results"))


def test_keys_name_all_that_they_depend_on(monkeypatch: pytest.MonkeyPatch) -> None:
    here = plan(PUSH, RUNNER, wanted=True)
    assert here == plan(PUSH, RUNNER, wanted=True)
    other = plan(PUSH, {**RUNNER, "RUNNER_ARCH": "ARM64"}, wanted=True)
    assert here["engines-key"].startswith("archscan-engines-Linux-X64-")
    assert here["results-prefix"].startswith("archscan-results-Linux-X64-")
    assert {here[key] for key in ("engines-key", "results-prefix")}.isdisjoint(other.values())
    monkeypatch.setattr("sys.version", "3.99.0 (another Python)")
    assert plan(PUSH, RUNNER, wanted=True)["engines-key"] != here["engines-key"]


def test_a_hostile_runner_gives_a_plain_key() -> None:
    made = plan(PUSH, {"RUNNER_OS": "a,b\n${{x}}", "RUNNER_ARCH": ""}, wanted=True)
    assert made["engines-key"].startswith("archscan-engines-abx-unknown-")


def test_the_key_of_results_is_that_of_their_names(tmp_path: Path) -> None:
    assert kept(RUNNER)["results-key"] == "", "nothing is there"
    cache = DiskCache(tmp_path / "home/results")
    cache.put(cache_key("semgrep", ["a"]), b"1")
    first = kept(RUNNER)["results-key"]
    assert first.startswith(plan(PUSH, RUNNER, wanted=True)["results-prefix"])
    (tmp_path / "home/results/trimmed").touch()
    assert kept(RUNNER)["results-key"] == first
    cache.put(cache_key("semgrep", ["b"]), b"2")
    assert kept(RUNNER)["results-key"] != first


def test_engines_that_are_not_ready_are_not_kept() -> None:
    assert kept(RUNNER)["engines-ready"] == "false"
