"""Files with hostile names, from the disk to SARIF and OSCAL: each place leads to its file and to nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator

from .conftest import ROOT, Archscan, write

OPEN_PORT = """resource "aws_security_group" "%s" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
"""
NAMES = (
    "a b#c?d%41&e.tf", "::error::x.tf", "##[command]y.tf", "[x](javascript:alert(1)).tf", "<img src=x onerror=x>.tf",
    "=cmd|calc.tf", "\u00e9\u4e2d\U0001f480.tf", "\u202eft.exe.tf", "new\nline.tf", "c:\\windows.tf", "~$HOME.tf",
    "{0}{{ insert: param, x }}.tf", "-rf.tf", "https:/evil.tf",
)  # fmt: skip
FORMATS = ("sarif", "oscal-ar", "oscal-catalog", "oscal-profile", "oscal-poam")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"m{n}/{name}": OPEN_PORT % f"sg{n}" for n, name in enumerate(NAMES)}
    return write(tmp_path_factory.mktemp("hostile") / "repo ::x", files)


def _hrefs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "relevant-evidence" in value:
            yield from (one["href"] for one in value["relevant-evidence"] if "href" in one)
        for part in value.values():
            yield from _hrefs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _hrefs(part)


def test_each_place_leads_to_its_file(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    out = {name: tmp_path / f"{name}.json" for name in FORMATS}
    run = archscan("scan", repository, "--offline", *(f"--report={name}={file}" for name, file in out.items()))
    assert run.code in {0, 1, 4}, run.err
    files = {path.relative_to(repository).as_posix() for path in repository.rglob("*.tf")}
    assert len(files) == len(NAMES)

    log = json.loads(out["sarif"].read_text("utf-8"))
    Draft4Validator(json.loads((ROOT / "tests/schemas/sarif-2.1.0-rtm.5.json").read_text())).validate(log)
    results = log["runs"][0]["results"]
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results]
    assert files <= {unquote(uri) for uri in uris}
    assert not any(any(urlsplit(uri)[index] for index in (0, 1, 3, 4)) for uri in uris)

    for name in ("oscal-ar", "oscal-poam"):
        hrefs = set(_hrefs(json.loads(out[name].read_text("utf-8"))))
        assert {href[:2] for href in hrefs} == {"./"}
        assert files <= {unquote(href[2:].partition("#")[0]) for href in hrefs}

    for file in out.values():
        text = file.read_text("utf-8")
        assert "##" not in text
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
        assert not [sign for sign in text if not sign.isprintable() and sign != "\n"]
