"""Runs a parser over files in a folder, read by the real reader."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scanner.domain.resource import Parsed
from scanner.interfaces import Parser
from scanner.sources.repository import RepositoryReader

Run = Callable[[Parser, Mapping[str, str | bytes]], Parsed]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def parse(parser: Parser, files: Mapping[str, str | bytes]) -> Parsed:
        for path, content in files.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        reader = RepositoryReader(tmp_path)
        parts = [parser.parse(unit, reader) for unit in parser.units(reader.walk().artifacts)]
        counts: Counter[str] = Counter()
        for part in parts:
            counts.update(part.counts)
        return Parsed(
            resources=tuple(resource for part in parts for resource in part.resources),
            problems=tuple(problem for part in parts for problem in part.problems),
            counts=dict(counts),
        )

    return parse
