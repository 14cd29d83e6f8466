"""What an earlier scan found is recalled only where all is as it was; the answer is the same byte for byte."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from scanner.cache import DiskCache
from scanner.domain.artifact import Artifact
from scanner.domain.assessment import Assessment
from scanner.parsers.kubernetes.programs import HELM
from scanner.pipeline import Course, Yardstick, assess
from scanner.sources.repository import RepositoryReader
from scanner.timings import Span, Timings
from scanner.verification import FIXTURE_DAY
from tests import own_rules

BUCKET = 'resource "aws_s3_bucket" "records" {\n  bucket = "records"\n}\n'
IN_PROCESS = {"native", "evidence"}


@pytest.fixture(scope="module")
def yardstick() -> Yardstick:
    """Only what needs no engine: these tests are about what is kept."""
    whole = own_rules.yardstick()
    packs = tuple(
        pack.model_copy(update={"rules": tuple(rule for rule in pack.rules if rule.check.engine in IN_PROCESS)})
        for pack in whole.packs
    )
    return dataclasses.replace(whole, packs=packs)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "main.tf").write_text(BUCKET)
    (folder / "app.py").write_text("import os\n")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> DiskCache:
    return DiskCache(tmp_path / "cache")


def scan(folder: Path, yardstick: Yardstick, cache: DiskCache | None) -> tuple[Assessment, bool]:
    """The result, and whether it was recalled."""
    timings = Timings()
    course = Course(timings=timings) if cache is None else Course(cache=cache, timings=timings)
    made = assess(RepositoryReader(folder), yardstick, lambda _: None, course)
    return made, "judging" not in timings.of(Span.STAGE)


def test_an_unchanged_folder_is_not_scanned_again(folder: Path, yardstick: Yardstick, cache: DiskCache) -> None:
    plain, _ = scan(folder, yardstick, None)
    first, recalled_at_first = scan(folder, yardstick, cache)
    second, recalled = scan(folder, yardstick, cache)
    assert (recalled_at_first, recalled) == (False, True)
    assert plain == first == second
    assert plain.model_dump_json() == second.model_dump_json()


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "main.tf").write_text(BUCKET.replace("records", "letters!")),
        lambda folder: (folder / "app.py").rename(folder / "api.py"),
        lambda folder: (folder / "app.py").unlink(),
        lambda folder: (folder / "new.txt").write_text("new"),
        lambda folder: (folder / "big.tf").write_bytes(b"#" * 5_000_000),
    ],
)
def test_any_change_is_seen(folder: Path, yardstick: Yardstick, cache: DiskCache, change: object) -> None:
    scan(folder, yardstick, cache)
    change(folder)  # type: ignore[operator]
    made, recalled = scan(folder, yardstick, cache)
    assert not recalled
    assert made == scan(folder, yardstick, None)[0]


def test_another_yardstick_measures_anew(folder: Path, yardstick: Yardstick, cache: DiskCache) -> None:
    scan(folder, yardstick, cache)
    gate = yardstick.policy.gate.model_copy(update={"fail_on": ()})
    first, *others = yardstick.packs
    fewer = first.model_copy(update={"rules": first.rules[1:]})
    for other in (
        dataclasses.replace(yardstick, as_of=FIXTURE_DAY.replace(year=2040)),
        dataclasses.replace(yardstick, policy=yardstick.policy.model_copy(update={"gate": gate})),
        dataclasses.replace(yardstick, packs=(fewer, *others)),
    ):
        assert not scan(folder, other, cache)[1]


def test_a_result_of_somebody_else_under_our_key_is_made_again(
    folder: Path, yardstick: Yardstick, cache: DiskCache
) -> None:
    first, _ = scan(folder, yardstick, cache)
    (entry,) = (cache.folder / "assessment").glob("*/*")
    cache.put(f"assessment/{entry.name}", b'{"score": 100}')
    again, recalled = scan(folder, yardstick, cache)
    assert (again, recalled) == (first, False)
    assert scan(folder, yardstick, cache)[1]


def test_what_changed_during_the_scan_is_not_kept(folder: Path, yardstick: Yardstick, cache: DiskCache) -> None:
    class Busy(RepositoryReader):
        """Somebody saves a file while it is scanned."""

        def read(self, artifact: Artifact) -> bytes:
            data = super().read(artifact)
            if artifact.path == "main.tf":
                (folder / "main.tf").write_bytes(data + b"# and a line\n")
            return data

    assess(Busy(folder), yardstick, lambda _: None, Course(cache=cache))
    assert not (cache.folder / "assessment").exists()


def test_the_result_does_not_depend_on_the_number_of_processes(folder: Path, yardstick: Yardstick) -> None:
    for number in range(30):
        (folder / f"deployment{number}.yaml").write_text(
            "apiVersion: apps/v1\nkind: Deployment\n"
            f"metadata: {{name: web{number}}}\nspec: {{template: {{spec: {{containers: [{{image: web}}]}}}}}}\n"
        )
    results: Sequence[Assessment] = [
        assess(RepositoryReader(folder), yardstick, lambda _: None, Course(jobs=jobs)) for jobs in (1, 2, 3)
    ]
    assert results[0].inventory["kubernetes_objects"] == 30
    assert results[0] == results[1] == results[2]


def test_a_chart_is_read_again_when_another_program_would_render_it(
    folder: Path, yardstick: Yardstick, cache: DiskCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "chart" / "templates").mkdir(parents=True)
    (folder / "chart" / "Chart.yaml").write_text("apiVersion: v2\nname: shop\nversion: 1.0.0\n")
    (folder / "chart" / "templates" / "web.yaml").write_text(
        "apiVersion: v1\nkind: Service\nmetadata: {name: {{ .Chart.Name }}}\n"
    )
    first, _ = scan(folder, yardstick, cache)
    assert scan(folder, yardstick, cache)[1]
    program = tmp_path / "helm"
    program.write_text("#!/bin/sh\necho this is not Helm >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv(HELM, str(program))
    other, recalled = scan(folder, yardstick, cache)
    assert not recalled
    assert any("Helm is not installed" in problem.message for problem in first.problems)
    assert any("Helm cannot render this chart" in problem.message for problem in other.problems)
