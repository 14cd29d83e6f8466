"""Adding a rule touches one folder; adding a report one module and one line."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from .conftest import ROOT, Archscan, write


def test_a_rule_is_one_folder(archscan: Archscan, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    before = {path: path.read_bytes() for path in rules.rglob("*") if path.is_file()}
    made = archscan("rules", "new", "cloud/bucket-that-forgets", "--control", "CLOUD-04", "--rules", rules)
    assert made.code == 0, made.err
    folder = rules / "cloud" / "bucket-that-forgets"
    changed = {path for path in rules.rglob("*") if path.is_file() and before.get(path) != path.read_bytes()}
    assert changed
    assert all(folder in path.parents for path in changed)
    assert archscan("rules", "test", folder, "--rules", rules).code == 0
    root = write(tmp_path / "repo", {"main.tf": 'resource "aws_s3_bucket" "b" {\n  force_destroy = true\n}\n'})
    found = archscan("scan", root, "--rules", rules, "--offline", "--format", "json").json["findings"]
    mine = [finding for finding in found if finding["rule"] == "bucket-that-forgets"]
    assert [(finding["outcome"], finding["location"]["start_line"]) for finding in mine] == [("fail", 2)]


def test_a_rule_that_breaks_its_word_is_found(archscan: Archscan, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    archscan("rules", "new", "cloud/bucket-that-forgets", "--control", "CLOUD-04", "--rules", rules)
    folder = rules / "cloud" / "bucket-that-forgets"
    file = folder / "rule.yaml"
    file.write_text(file.read_text().replace("!resource.?force_destroy", "resource.?force_destroy"))
    run = archscan("rules", "test", folder, "--rules", rules)
    assert run.code == 1
    assert "must be accepted" in run.out
    assert "must be fail" in run.out


def test_a_condition_that_no_fixture_asks_for_is_named(archscan: Archscan, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    archscan("rules", "new", "cloud/bucket-that-forgets", "--control", "CLOUD-04", "--rules", rules)
    folder = rules / "cloud" / "bucket-that-forgets"
    assert archscan("rules", "test", "--mutate", folder, "--rules", rules, "--offline").code == 0
    file = folder / "rule.yaml"
    file.write_text(file.read_text().replace("!resource.?force_destroy", "name == 'logs' || !resource.?force_destroy"))
    assert archscan("rules", "test", folder, "--rules", rules, "--offline").code == 0
    run = archscan("rules", "test", "--mutate", folder, "--rules", rules, "--offline")
    assert run.code == 1
    assert "cloud/bucket-that-forgets: no fixture notices: assert without name == 'logs'" in run.out


def test_a_pattern_that_no_fixture_asks_for_is_named(archscan: Archscan, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    folder = rules / "nhsnumber" / "short-nhs-number-filled-up"
    file = folder / "semgrep.yaml"
    document = yaml.safe_load(file.read_text())
    entry = document["rules"][0]
    paths = entry.get("paths", {})
    assert "exclude" not in paths, "what is left out by the rule itself is asked for by its fixtures"
    entry["paths"] = {**paths, "exclude": ["*.nowhere"]}
    file.write_text(yaml.safe_dump(document))
    run = archscan("rules", "test", "--mutate", folder, "--rules", rules)
    assert run.code == 1
    name = "short-nhs-number-filled-up"
    assert f"nhsnumber/{name}: no fixture notices: {name}: without paths.exclude" in run.out


def test_nothing_is_learned_from_breaking_a_rule_that_is_broken(archscan: Archscan, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    archscan("rules", "new", "cloud/bucket-that-forgets", "--control", "CLOUD-04", "--rules", rules)
    folder = rules / "cloud" / "bucket-that-forgets"
    file = folder / "rule.yaml"
    file.write_text(file.read_text().replace("!resource.?force_destroy", "resource.?force_destroy"))
    run = archscan("rules", "test", "--mutate", folder, "--rules", rules, "--offline")
    assert run.code == 1
    assert "bucket-that-forgets: does not keep its word as it is" in run.out


def test_all_faults_of_a_pack_are_shown_at_once(archscan: Archscan, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    for name in ("first-fault", "second-fault"):
        archscan("rules", "new", f"cloud/{name}", "--control", "CLOUD-04", "--rules", rules)
    first = rules / "cloud" / "first-fault" / "rule.yaml"
    first.write_text(first.read_text().replace("resource.?force", "resouce.?force"))
    second = rules / "cloud" / "second-fault" / "rule.yaml"
    second.write_text(second.read_text().replace("severity: high", "severity: hgih"))
    run = archscan("rules", "list", "--rules", rules)
    assert run.code == 2
    line = next(n for n, text in enumerate(first.read_text().splitlines(), 1) if "resouce" in text)
    assert f"first-fault/rule.yaml:{line}" in run.err
    assert "did you mean 'resource'?" in run.err
    assert "second-fault/rule.yaml:4" in run.err
    assert "did you mean 'high'?" in run.err


def test_the_report_of_the_contributors_page_works(tmp_path: Path) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text()
    code = page.split("```python\n")[1].split("```")[0]
    module = tmp_path / "plain.py"
    module.write_text(code)
    scope: dict[str, object] = {}
    exec(compile(code, str(module), "exec"), scope)  # noqa: S102  # the example of our own page
    report = scope["PlainReport"]
    assert report.name == "plain"  # type: ignore[attr-defined]
    line = page.split("the line `")[1].split("`")[0]
    assert line == "PlainReport.name: PlainReport,"
