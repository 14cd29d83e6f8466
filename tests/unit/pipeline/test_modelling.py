"""The architecture is recalled of the same system only, and is what would be made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scanner.cache import Cache, MemoryCache
from scanner.domain.architecture import ArchitectureModel
from scanner.domain.configuration import Configuration
from scanner.domain.system import System
from scanner.modelling import model
from scanner.parsers import default_parsers
from scanner.pipeline.modelling import LateModelling
from scanner.pipeline.stages import parse
from scanner.sources.configuration import load_configuration
from scanner.sources.repository import RepositoryReader
from scanner.timings import Timings

FILES = {
    "main.tf": 'resource "aws_s3_bucket" "records" {\n  bucket = "records"\n}\n'
    'resource "aws_lambda_function" "api" {\n  function_name = "api"\n  handler       = "app.handler"\n'
    "  environment {\n    variables = { BUCKET = aws_s3_bucket.records.bucket }\n  }\n}\n",
    "app.py": "import boto3\n\n\ndef handler(event, context):\n    return boto3.client('s3').list_buckets()\n",
}
DECLARED = "architecture:\n  layers:\n    - {terraform: [aws_s3_bucket.records], layer: service}\n"


class Scans:
    """Scans of one folder, each of which says whether the model was made."""

    def __init__(self, folder: Path, made: list[System]) -> None:
        self.folder = folder
        self.cache: Cache = MemoryCache()
        self.made = made

    def system(self) -> tuple[System, Configuration]:
        reader = RepositoryReader(self.folder)
        reading = reader.walk()
        configuration = load_configuration(reading.artifacts, reader)
        parsed = parse(default_parsers(configuration, None, reading.artifacts), reading, reader, lambda _: None)
        resources, references = parsed.resources, parsed.references
        system = System(
            source=reader.source(), artifacts=reading.artifacts, resources=resources, references=references
        )  # fmt: skip
        return system, configuration

    def scan(self) -> bool:
        """Whether the model was made; it is the right one either way."""
        del self.made[:]
        system, configuration = self.system()
        modelling = LateModelling(configuration, Timings(), self.cache)
        found, made = modelling.of(system), bool(self.made)
        modelling.keep(system)
        assert found == model.build_model(system, configuration)
        assert modelling.of(system) is found
        return made


@pytest.fixture
def scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scans:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    made: list[System] = []
    build: Callable[[System, Configuration | None], ArchitectureModel] = model.build_model

    def noted(system: System, configuration: Configuration | None = None) -> ArchitectureModel:
        made.append(system)
        return build(system, configuration)

    monkeypatch.setattr(model, "build_model", noted)
    return Scans(tmp_path, made)


def test_it_is_recalled_of_the_same_system(scans: Scans) -> None:
    assert scans.scan()
    assert not scans.scan()
    (scans.folder / "main.tf").write_text(FILES["main.tf"] + "# a comment that says nothing\n")
    assert not scans.scan()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("main.tf", "# lines move\n" + FILES["main.tf"]),
        ("main.tf", FILES["main.tf"].replace("aws_s3_bucket.records.bucket", '"another"')),
        ("app.py", "import requests\n" + FILES["app.py"]),
        ("another.py", "import boto3\n"),
        ("README.md", "# A product\n"),
        ("archscan.yaml", DECLARED),
    ],
)
def test_it_is_made_again_where_anything_changed(scans: Scans, name: str, text: str) -> None:
    scans.scan()
    (scans.folder / name).write_text(text)
    assert scans.scan()
    assert not scans.scan()


def test_what_holds_a_secret_is_not_kept(scans: Scans) -> None:
    host = "postgres://user:Tr0ub4dor-and-3-horses@db.internal/x"
    (scans.folder / "main.tf").write_text(FILES["main.tf"].replace("aws_s3_bucket.records.bucket", f'"{host}"'))
    scans.scan()
    scans.scan()
    assert isinstance(scans.cache, MemoryCache)
    assert not any(b"Tr0ub4dor" in entry for entry in scans.cache._entries.values())


@pytest.mark.parametrize("damage", [b"", b"[]", b"\xff" * 40])
def test_what_is_whole_and_not_ours_is_made_again(scans: Scans, damage: bytes) -> None:
    scans.scan()
    assert isinstance(scans.cache, MemoryCache)
    for key, entry in scans.cache._entries.items():
        scans.cache._entries[key] = entry[:16] + damage
    assert scans.scan()
    assert not scans.scan()
