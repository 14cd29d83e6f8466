"""The map that the documentation shows is the one that archscan draws."""

from __future__ import annotations

import re

from .conftest import ROOT, Archscan


def test_the_chart_in_the_documentation_is_current(archscan: Archscan) -> None:
    (shown,) = re.findall(r"```mermaid\n(.+?)```", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.DOTALL)
    drawn = archscan("map", ROOT / "examples" / "wired-frontend", "--offline", "--format", "mermaid")
    assert drawn.code == 0, drawn.err
    assert drawn.out == shown


def test_the_chart_shows_the_credential_in_red_and_its_repair(archscan: Archscan) -> None:
    wired = archscan("map", ROOT / "examples" / "wired-frontend", "--offline", "--format", "mermaid").out
    repaired = archscan("map", ROOT / "examples" / "wired-frontend-repaired", "--offline", "--format", "mermaid").out
    rule = "user-interface-holds-database-credentials"
    assert re.search(rf'b0 ==>\|"holds credential of, violates {rule}"\| b\d+', wired)
    assert "linkStyle 0 stroke:#b3001b" in wired
    assert rule not in repaired
