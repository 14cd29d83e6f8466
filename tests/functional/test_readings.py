"""How a rule earns its confidence, as its author goes about it: scan, draw, read, count."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from .conftest import ROOT, Archscan, write

NAME = "bucket-that-forgets"
BUCKET = 'resource "aws_s3_bucket" "{name}" {{\n  force_destroy = true\n}}\n'


@pytest.fixture
def rules(archscan: Archscan, tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder)
    made = archscan("rules", "new", f"cloud/{NAME}", "--control", "CLOUD-04", "--rules", folder)
    assert made.code == 0, made.err
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return write(tmp_path / "store", {f"{name}.tf": BUCKET.format(name=name) for name in "abcde"})


def _scanned(archscan: Archscan, repository: Path, rules: Path, result: Path) -> Path:
    run = archscan("scan", repository, "--rules", rules, "--offline", "--report", f"json={result}")
    assert run.code in {0, 1, 4}, run.err
    return result


def _filled_in(file: Path, verdicts: tuple[str, ...]) -> None:
    with file.open(encoding="utf-8-sig", newline="") as given:
        rows = list(csv.reader(given))
    at = rows[0].index("verdict")
    for row, verdict in zip(rows[1:], verdicts, strict=True):
        row[at] = verdict
    with file.open("w", encoding="utf-8", newline="") as taken:
        csv.writer(taken).writerows(rows)


def test_a_rule_earns_its_confidence(archscan: Archscan, rules: Path, repository: Path, tmp_path: Path) -> None:
    result, file = _scanned(archscan, repository, rules, tmp_path / "r.json"), tmp_path / "list.csv"
    drawing = ("rules", "sample", result, "--number", "9", "--rule", NAME, "--rules", rules)
    drawn = archscan(*drawing, "--output", file)
    assert (drawn.code, drawn.err) == (0, "findings: 5, rules: 1, repositories: 1\n")
    assert archscan(*drawing).out == file.read_text("utf-8-sig")
    assert archscan(*drawing, "--output", file).code == 2
    _filled_in(file, ("Right", "arguable", "FALSE", "true", ""))

    folder = rules / "cloud" / NAME / "rule.yaml"
    folder.write_text("# kept\n" + folder.read_text())
    before = {path: path.read_text() for path in rules.rglob("rule.yaml")}
    counting = ("rules", "readings", file, "--results", result, "--rules", rules)
    shown = archscan(*counting)
    assert shown.code == 0, shown.err
    assert "made with other rules than these: cloud" in shown.err
    assert shown.out.splitlines() == [
        f"{NAME}: 0 right, 0 arguable, 0 wrong → 2 right, 1 arguable, 1 wrong; confidence high → low",
        "4 readings counted: 2 right, 1 arguable, 1 wrong",
        "1 row without a verdict",
        "nothing was written: --write does",
    ]
    assert before == {path: path.read_text() for path in rules.rglob("rule.yaml")}

    written = archscan(*counting, "--write")
    assert written.out.splitlines()[-2:] == [f"wrote {rules / 'counted.txt'}", f"wrote {folder}"]
    was, now = before[folder].splitlines(), folder.read_text().splitlines()
    assert [line for line in now if line not in was] == [
        "confidence: low",
        "readings: {right: 2, arguable: 1, wrong: 1}",
    ]
    assert [line for line in was if line not in now] == ["confidence: high"]
    changed = {path for path in rules.rglob("rule.yaml") if before[path] != path.read_text()}
    assert changed == {folder}
    assert archscan("rules", "test", folder.parent, "--rules", rules, "--offline").code == 0

    again = archscan(*counting, "--write")
    assert "4 readings not counted again: 2 right, 1 arguable, 1 wrong" in again.out
    assert "wrote" not in again.out
    assert folder.read_text().splitlines() == now


def test_what_was_mended_since_is_struck(archscan: Archscan, rules: Path, repository: Path, tmp_path: Path) -> None:
    first, file = _scanned(archscan, repository, rules, tmp_path / "r.json"), tmp_path / "list.csv"
    archscan("rules", "sample", first, "--number", "9", "--rule", NAME, "--rules", rules, "--output", file)
    _filled_in(file, ("wrong",) * 5)
    (repository / "a.tf").write_text("\n" * 5 + BUCKET.format(name="a"))
    (repository / "b.tf").write_text("\n" * 6 + BUCKET.format(name="b"))
    second = _scanned(archscan, repository, rules, tmp_path / "s.json")
    run = archscan("rules", "readings", file, second, "--rules", rules)
    assert run.code == 0, run.err
    assert "4 readings counted: 0 right, 0 arguable, 4 wrong" in run.out
    assert "1 reading struck, since the rule tells it no more: 0 right, 0 arguable, 1 wrong" in run.out


def test_bad_lists_are_told_with_file_and_line(archscan: Archscan, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("repository,rule,path,line,verdict\nr,tag-not-signed,a.tf,3,perhaps\n")
    run = archscan("rules", "readings", file)
    assert run.code == 2
    assert f"{file}:2: 'perhaps' is no verdict" in run.err
    file.write_text("repository,rule,path,line,verdict\nr,tag-not-signed,a.tf,3,right\n")
    assert f"{file}:2: no result of r is given" in archscan("rules", "readings", file).err
    unknown = archscan("rules", "sample", file, "--number", "1", "--severity", "grave")
    assert (unknown.code, "--severity grave: grave is no severity" in unknown.err) == (2, True)
