"""Rule files that are read once for an installation, and faults that are told each time."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scanner.cache import MemoryCache, NoCache
from scanner.engines.semgrep import rule_files
from scanner.engines.semgrep.rule_files import RuleFiles

RULE = "rules:\n  - id: a\n    languages: [python]\n    pattern: f(...)\n"


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in made:
        path.write_text(RULE.replace("id: a", f"id: {path.stem}"))
    return made


def contents(paths: list[Path], files: RuleFiles) -> list[object]:
    made = [files.content(path) for path in paths]
    files.keep()
    return made


def test_what_was_read_is_not_parsed_again(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    cache = MemoryCache()
    first = contents(paths, RuleFiles(paths, cache))
    assert first == contents(paths, RuleFiles(paths, NoCache()))
    monkeypatch.setattr(rule_files, "_load", lambda _: pytest.fail("it is parsed again"))
    assert contents(paths, RuleFiles(paths, cache)) == first


def test_a_file_that_changed_is_read(paths: list[Path]) -> None:
    cache = MemoryCache()
    contents(paths, RuleFiles(paths, cache))
    paths[0].write_text(RULE.replace("id: a", "id: c"))
    assert "'c'" in str(contents(paths, RuleFiles(paths, cache))[0])


@pytest.mark.parametrize("text", ["rules: [\n", "a: &x 1\nb: *x\n", "[" * 60 + "]" * 60])
def test_a_faulty_file_is_told_each_time(paths: list[Path], text: str) -> None:
    cache = MemoryCache()
    paths[1].write_text(text)
    for _ in range(2):
        files = RuleFiles(paths, cache)
        assert files.content(paths[0])
        with pytest.raises(yaml.YAMLError):
            files.content(paths[1])
        files.keep()
    assert not cache._entries


def test_a_file_that_is_not_there_is_told(paths: list[Path]) -> None:
    paths[1].unlink()
    files = RuleFiles(paths, NoCache())
    with pytest.raises(OSError, match=r"b\.yaml"):
        files.content(paths[1])


def test_what_json_cannot_keep_is_not_kept(paths: list[Path]) -> None:
    cache = MemoryCache()
    paths[1].write_text("rules: 2026-11-22\n")
    contents(paths, RuleFiles(paths, cache))
    paths[1].write_text("rules: {1: a}\n")  # a number would come back as a text
    contents(paths, RuleFiles(paths, cache))
    assert not cache._entries


@pytest.mark.parametrize("damage", [b"", b"[", b"{}", b"[1]"])
def test_what_is_whole_and_not_ours_is_read_anew(paths: list[Path], damage: bytes) -> None:
    cache = MemoryCache()
    first = contents(paths, RuleFiles(paths, cache))
    for key in cache._entries:
        cache._entries[key] = damage
    assert contents(paths, RuleFiles(paths, cache)) == first
