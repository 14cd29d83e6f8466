"""A scanned repository is hostile: a named problem each, the rest of the scan goes on, and nothing of it runs."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from scanner.reports import REPORTERS

from .conftest import Archscan, write

GOOD = 'resource "aws_s3_bucket" "good" {\n  bucket = "good"\n}\n'


def test_files_that_cannot_be_read_cost_a_problem_each(archscan: Archscan, tmp_path: Path) -> None:
    root = write(tmp_path / "repo", {
        "good.tf": GOOD,
        "truncated.tf": 'resource "aws_s3_bucket" "b" {\n  bucket = "',
        "binary.tf": b"\x00\x01\x02\x03" * 100,
        "deep.tf": "locals { x = " + "[" * 20_000 + "]" * 20_000 + " }\n",
        "huge.tf": "# " + "x" * (5 * 1024 * 1024),
        "latin.tf": 'resource "aws_s3_bucket" "l" {\n  bucket = "caf\xe9"\n}\n'.encode("latin-1"),
        "cycle.tf": "locals {\n  a = local.b\n  b = local.a\n}\n",
        "broken.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: [\n",
        "bomb.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{c}: &{c} [{', '.join([f'*{p}'] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)),
        "nested.yaml": "apiVersion: v1\nkind: ConfigMap\ndata: " + "[" * 20_000,
        "package.json": '{"dependencies": {"react": ',
        "pom.xml": '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><project>&b;</project>',
        "pyproject.toml": "[project\nname=",
        "deep.py": "x = " + "(" * 20_000 + ")" * 20_000 + "\n",
        "openapi.yaml": "openapi: 3.0.0\npaths: [",
        "Dockerfile": b"FROM \xff\xfe\n\x00",
    })  # fmt: skip
    (root / "out.tf").symlink_to("/etc/passwd")
    os.mkfifo(root / "pipe.tf")
    run = archscan("scan", root, "--format", "json")
    assert run.code in {0, 1, 4}, run.err
    places = {problem["location"]["path"] for problem in run.json["problems"] if problem["location"]}
    for name in ("truncated.tf", "binary.tf", "deep.tf", "huge.tf", "broken.yaml", "bomb.yaml", "nested.yaml",
                 "package.json", "pom.xml", "pyproject.toml", "openapi.yaml", "Dockerfile", "cycle.tf"):  # fmt: skip
        assert name in places, f"nothing was said about {name}"
    assert run.json["inventory"]["links_not_followed"] == 1
    assert run.json["inventory"]["terraform_resource_blocks"] >= 2
    assert "root:" not in run.out


def test_nothing_of_a_repository_is_executed(started_archscan: Archscan, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    python = f"open({str(marker)!r}, 'w').write('x')\n"
    root = write(tmp_path / "repo", {
        "main.tf": GOOD,
        "setup.py": python, "conftest.py": python, "typer.py": python, "scanner/__init__.py": python,
        "sitecustomize.py": python, "yaml.py": python,
        "checks/__init__.py": python, "checks/mine.py": python,
        ".checkov.yaml": "external-checks-dir:\n  - checks\nskip-check:\n  - CKV_AWS_53\n",
        ".semgrepignore": "*\n", ".semgrep.yml": "rules: []\n",
        ".git/config": f"[core]\n\tfsmonitor = touch {marker}\n", ".git/HEAD": "ref: refs/heads/main\n",
        "app.py": "import requests\nrequests.get('https://example.org', verify=False)  # nosemgrep\n",
    })  # fmt: skip
    run = started_archscan("scan", ".", "--format", "json", cwd=root)
    assert run.code in {0, 1, 4}, run.err
    assert not marker.exists()


def test_hostile_names_do_not_reach_the_terminal(archscan: Archscan, tmp_path: Path) -> None:
    name = "\x1b[31m::error::[bold]x\u202e.tf"
    root = write(tmp_path / "repo", {name: 'provider "proxmox" {\n  insecure = \n', "ok.tf": GOOD})
    run = archscan("scan", root)
    assert run.code in {0, 1, 4}, run.err
    assert "\x1b" not in run.out
    assert "\u202e" not in run.out
    assert not any(line.startswith("::") for line in run.out.splitlines())


def test_secrets_of_a_repository_are_in_no_report(archscan: Archscan, tmp_path: Path) -> None:
    secret = "Tr0ub4dor-and-3-horses"
    root = write(tmp_path / "repo", {
        "k8s.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {}\n  template:\n"
        "    spec:\n      containers:\n        - name: web\n          image: web:1\n          env:\n"
        f"            - {{name: DB_PASSWORD, value: {secret}}}\n"
        f"            - {{name: DATABASE_URL, value: 'postgres://u:{secret}@db/x'}}\n",
        "main.tf": f'resource "aws_db_instance" "d" {{\n  username = "admin"\n  password = "{secret}"\n}}\n',
        "app.py": f"import psycopg2\nc = psycopg2.connect('host=db password={secret}')\n",
        "docker-compose.yml": f"services:\n  db:\n    image: postgres\n    environment: [POSTGRES_PASSWORD={secret}]\n",
    })  # fmt: skip
    out = {name: tmp_path / "out" / name for name in REPORTERS}
    run = archscan("scan", root, *(f"--report={name}={file}" for name, file in out.items()))
    assert run.code in {0, 1, 4}, run.err
    assert secret not in run.out
    for name, file in out.items():
        assert secret.encode() not in _unpacked(file), f"{name} shows a secret"


def _unpacked(file: Path) -> bytes:
    """What stands in a file, also where that is packed, as in a workbook."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())
