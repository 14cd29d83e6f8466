"""``archscan explain``: from the fingerprint that a scan shows to the whole story."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import DAY, Archscan, Run, write

OPEN = (
    'resource "aws_security_group" "db" {\n  name = "db"\n  ingress {\n    from_port   = 22\n    to_port     = 22\n'
    '    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n'
)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write(tmp_path, {"main.tf": OPEN, "Dockerfile": "FROM python:3.8\nENV PASSWORD=hunter2hunter2\n"})


def scan(archscan: Archscan, root: Path, *more: str) -> Run:
    return archscan("scan", root, "--as-of", DAY, "--offline", *more)


def test_what_a_scan_shows_can_be_explained(archscan: Archscan, shop: Path) -> None:
    shown = scan(archscan, shop).out
    fingerprints = re.findall(r"^  ([0-9a-f]{8,})  \S+:\d+  ", shown, re.MULTILINE)
    assert fingerprints
    assert f"archscan explain {fingerprints[0]} PATH" in shown
    for fingerprint in fingerprints:
        told = archscan("explain", fingerprint, shop, "--as-of", DAY, "--offline")
        assert told.code == 0, told.err
        assert f"Fingerprint {fingerprint}" in told.out
        assert "How to mend it" in told.out
        assert f"archscan waivers add {fingerprint}" in " ".join(told.out.split())
        assert "hunter2" not in told.out


def test_the_line_is_quoted_from_the_source_and_not_from_a_result(archscan: Archscan, shop: Path) -> None:
    findings = scan(archscan, shop, "--format", "json").json["findings"]
    one = next(one for one in findings if one["outcome"] == "fail" and one["location"]["path"] == "main.tf")
    line = OPEN.splitlines()[one["location"]["start_line"] - 1]
    told = archscan("explain", one["fingerprint"], shop, "--as-of", DAY, "--offline")
    assert re.sub(" +", " ", f"| {line.strip()}") in told.out
    file = shop.parent / "result.json"
    file.write_text(scan(archscan, shop, "--format", "json").out)
    saved = archscan("explain", one["fingerprint"][:12], "--result", file)
    assert saved.code == 0, saved.err
    assert "| " not in saved.out
    assert one["rule"] in saved.out


def test_a_fingerprint_that_is_not_there_or_not_unique(archscan: Archscan, shop: Path) -> None:
    findings = scan(archscan, shop, "--format", "json").json["findings"]
    one = findings[0]["fingerprint"]
    slip = one[:4] + ("0" if one[4] != "0" else "1") + one[5:8]
    near = archscan("explain", slip, shop, "--as-of", DAY, "--offline")
    assert near.code == 2
    assert f"no finding has a fingerprint that begins with '{slip}'" in near.err
    assert one[:12] in near.err
    signs = [finding["fingerprint"][0] for finding in findings]
    twice = next(sign for sign in signs if signs.count(sign) > 1)
    many = archscan("explain", twice, shop, "--as-of", DAY, "--offline")
    assert many.code == 2
    assert f"{signs.count(twice)} findings begin with" in many.err
    assert archscan("explain", "", shop, "--as-of", DAY, "--offline").code == 2


@pytest.mark.parametrize("content", [None, "{", "{}", "[]"])
def test_a_file_that_is_no_result(archscan: Archscan, tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "result.json"
    if content is not None:
        file.write_text(content)
    done = archscan("explain", "00000000", "--result", file)
    assert done.code == 2
    assert "result.json" in done.err
