from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.completeness import Comparison, Model, read, tell
from benchmarks.generated import write_repository
from benchmarks.written_blocks import Written, written_blocks, written_files

FILES = {
    "main.tf": 'resource "a_b" "here" {}\nresource "a_b" "none" {\n  count = 0\n}\n'
    'module "unused" {\n  count  = 0\n  source = "./unused"\n}\n',
    "unused/main.tf": 'resource "a_b" "inside" {}\nvariable "x" {}\n',
    "override.tf": 'resource "a_b" "here" {\n  x = 1\n}\n',
    "broken/main.tf": 'resource "a_b" "broken" {\n  x = = 1\n}\n',
    "j/main.tf.json": '{"resource": {"a_b": {"json": {}}}}',
}


def compare(folder: Path) -> Comparison:
    return Comparison(read(folder), [block for path in written_files(folder) for block in written_blocks(folder, path)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_difference_is_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = {reason: [block.labels[-1] for block in blocks] for reason, blocks in compare(folder).missing().items()}
    assert missing == {
        "known to have no instances: count or for_each": ["none", "unused"],
        "in a module all calls of which have no instances": ["inside"],
        "a file that is broken, with a problem": ["broken"],
        "an override file: merged into the block that it overrides": ["here"],
    }
    assert tell(folder)
    assert "resource blocks: 6 written, 2 in the model" in capsys.readouterr().out


def test_a_block_that_is_lost_is_a_difference(folder: Path) -> None:
    whole = compare(folder)
    resources = [resource for resource in whole.model.resources if resource.name != "here"]
    less = Comparison(Model(whole.model.artifacts, resources, whole.model.problems), whole.written)
    assert [block.labels for block in less.missing()[""]] == [("a_b", "here")]


def test_a_block_that_nobody_wrote_is_a_difference(folder: Path) -> None:
    whole = compare(folder)
    written = [block for block in whole.written if block.labels[-1] != "here"]
    assert Comparison(whole.model, written).added() == [("main.tf", 1, "resource")]
    assert not whole.added()
    assert isinstance(written[0], Written)


def test_generated_repository_is_complete(tmp_path: Path) -> None:
    write_repository(tmp_path / "made", 2)
    comparison = compare(tmp_path / "made")
    assert not comparison.missing()
    assert not comparison.added()
    assert not comparison.model.problems
