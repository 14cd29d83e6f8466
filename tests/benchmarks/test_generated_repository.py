from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from benchmarks import own
from benchmarks.filling import chosen, filled
from benchmarks.generated_manifests import FILES
from benchmarks.generated_repository import SIZES, Size, write_repository
from benchmarks.measuring import measure

FEW = Size(services=2, teams=8, source_files=24)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "few"
    write_repository(folder, FEW)
    return folder


def test_the_same_size_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    write_repository(tmp_path / "again", FEW)
    assert files(made) == files(tmp_path / "again")


def test_files_differ_from_each_other_and_have_no_gaps(made: Path) -> None:
    found = files(made)
    sources = [data for path, data in found.items() if "opic" in path]
    assert len(set(sources)) == len(sources) == FEW.source_files
    names = [f"team{number:04}".encode() for number in range(FEW.teams)]
    for piece in ("teams/{}/terraform/main.tf", "teams/{}/05-deployment.yaml"):
        nameless = {found[piece.format(name.decode())].replace(name, b"") for name in names}
        assert len(nameless) > FEW.teams // 2
    assert not [path for path, data in found.items() if b"@NAME@" in data or b"@NUMBER@" in data or b"@MORE@" in data]


def test_sizes(tmp_path: Path) -> None:
    write_repository(tmp_path / "small", SIZES["small"])
    assert len(files(tmp_path / "small")) == 10
    write_repository(tmp_path / "medium", SIZES["medium"])
    terraform = [data for path, data in files(tmp_path / "medium").items() if path.endswith(".tf")]
    assert 14_500 < sum(data.count(b"\n") for data in terraform) < 15_500
    assert SIZES["large"].teams * FILES > 11_000


def test_all_of_it_can_be_read_and_rules_find_something_in_every_part(made: Path, tmp_path: Path) -> None:
    for path, data in files(made).items():
        if path.endswith((".yaml", ".yml")):
            assert all(yaml.safe_load_all(data)), path
        elif path.endswith(".json"):
            assert json.loads(data)
    run = measure(own.command(made), own.environment(tmp_path, tmp_path / "cache"), tmp_path, 600)
    assert run.code in own.ENDED, run.complaint
    result = json.loads(run.output)
    assert not [problem for problem in result["problems"] if problem["stage"] in {"reading", "parsing"}]
    failed = [one for one in result["findings"] if one["outcome"] in {"fail", "review"}]
    endings = {one["location"]["path"].rpartition(".")[2] for one in failed}
    assert {"tf", "yaml", "py", "java", "ts", "cs", "go"} <= endings
    assert {one["engine"] for one in failed} >= {"native", "semgrep", "checkov"}
    passed = {one["rule"] for one in result["findings"] if one["outcome"] == "pass"}
    assert passed & {one["rule"] for one in failed}, "some of it is careful"


def test_choices_are_the_same_each_time_and_not_in_turn() -> None:
    row = [chosen(number, "a", "b", "c") for number in range(60)]
    assert row == [chosen(number, "a", "b", "c") for number in range(60)]
    assert {row.count(one) > 10 for one in "abc"} == {True}
    assert row != ["a", "b", "c"] * 20
    assert filled("@A@-${x}-@A@", a=1) == "1-${x}-1"
