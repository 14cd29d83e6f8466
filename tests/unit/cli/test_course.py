from __future__ import annotations

import io
import os
import select
import sys
from pathlib import Path

import pytest

from scanner.cache import DiskCache, NoCache
from scanner.cli.course import CACHE, MAX_JOBS, cache_folder, course_of, end, tell_timings
from scanner.cli.progress import Progress
from scanner.errors import UsageError
from scanner.timings import Span, Timings


def test_a_scan_keeps_results_unless_told_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE, str(tmp_path))
    kept = course_of().cache
    assert isinstance(kept, DiskCache)
    assert kept.folder == tmp_path
    assert isinstance(course_of(no_cache=True).cache, NoCache)


def test_results_lie_beside_the_engines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CACHE, raising=False)
    monkeypatch.setenv("ARCHSCAN_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "results"


def test_processes_are_as_many_as_asked_for_or_as_there_are() -> None:
    assert course_of(7).jobs == 7
    assert 1 <= course_of().jobs <= MAX_JOBS


def test_how_checkov_is_run_can_be_chosen() -> None:
    assert course_of().checkov == "worker"
    assert course_of(engines=["checkov=cli"]).checkov == "cli"


@pytest.mark.parametrize("text", ["checkov", "checkov=", "checkov=fast", "semgrep=cli", "=cli"])
def test_another_way_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no such way"):
        course_of(engines=[text])


def test_times_are_told_by_stage_engine_and_slowest_rule(capsys: pytest.CaptureFixture[str]) -> None:
    timings = Timings()
    timings.add(Span.STAGE, "reading", 0.5)
    timings.add(Span.ENGINE, "semgrep", 2.25)
    for number in range(20):
        timings.add(Span.RULE, f"rule-{number}", float(number))
    timings.add(Span.RULE, "rule-3", 100.0)
    tell_timings(timings)
    told = capsys.readouterr().err
    assert "0.50  reading" in told
    assert "2.25  semgrep" in told
    assert told.index("103.00  rule-3") < told.index("19.00  rule-19")
    assert "rule-9\n" not in told


def test_a_cache_that_cannot_be_written_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    end(course_of(no_cache=True).cache)
    assert capsys.readouterr().err == ""
    cache = DiskCache(tmp_path / "file" / "cache")
    cache.put("kind/00", b"")
    cache.put("kind/01", b"")
    end(cache, cache)
    assert capsys.readouterr().err.count("nothing could be kept") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_what_goes_on_is_shown_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    shown = ""
    with os.fdopen(theirs, "w") as screen:
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr("scanner.cli.progress.PATIENCE", 0.0)
        monkeypatch.setenv("TERM", "xterm")
        with Progress() as tell:
            tell("parsing: [terraform]")
            while "[terraform] (" not in shown and select.select([ours], [], [], 10)[0]:
                shown += os.read(ours, 4096).decode("utf-8", "replace")
    os.close(ours)
    assert "parsing: [terraform] (" in shown


def test_nothing_is_shown_of_what_is_short_or_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    with Progress(shown=True) as tell:
        tell("reading")
    with Progress() as tell:
        tell("reading")
    assert screen.getvalue() == ""
