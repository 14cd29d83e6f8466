"""Reports of a saved result are those that the scan itself writes."""

from __future__ import annotations

import json
from pathlib import Path

from scanner.reports import REPORTERS
from tests.functional.conftest import ROOT, Archscan

PRODUCT = ROOT / "examples" / "wired-frontend"
DRAWN = {"html"}
"""The page of a scan holds the map, which a saved result does not."""


def test_every_report_can_be_made_later(archscan: Archscan, tmp_path: Path) -> None:
    now = [f"--report={name}={tmp_path / 'now' / name}" for name in REPORTERS]
    assert archscan("scan", PRODUCT, "--offline", *now).code in {0, 1, 4}
    saved = tmp_path / "now" / "json"
    later = [f"--report={name}={tmp_path / 'later' / name}" for name in REPORTERS]
    run = archscan("report", saved, "--format", "json", *later)
    assert run.code == 0, run.err
    assert run.json == json.loads(saved.read_text())
    assert run.err == ""
    for name in REPORTERS:
        was, is_now = ((tmp_path / folder / name).read_bytes() for folder in ("now", "later"))
        assert name in DRAWN or was == is_now, name
        assert was, name


def test_a_result_of_other_rules_is_told(archscan: Archscan, tmp_path: Path) -> None:
    result = archscan("scan", PRODUCT, "--offline", "--format", "json").json
    result["packs"][0]["digest"] = "0" * 64
    (tmp_path / "r.json").write_text(json.dumps(result))
    run = archscan("report", tmp_path / "r.json")
    assert run.code == 0
    assert f"made with other rules than these: {result['packs'][0]['id']}" in run.err
    assert archscan("report", tmp_path / "none.json").code == 2
    assert archscan("report", tmp_path / "r.json", "--format", "xlsx").code == 2
