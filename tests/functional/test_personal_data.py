"""Forty kinds of secrets and NHS numbers are planted; nothing that a scan writes holds a whole one of them."""

# ruff: noqa: E501  # each line is a file
from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from scanner.reports import REPORTERS

from .conftest import Archscan

NUMBERS = ["943 476 5919", "9434765870", "943-476-5927", "9434765935", "9434765943", "9434765951"]
"""Valid by their check digit, and of the range that no patient has."""


def _letters(seed: int, length: int) -> str:
    """Text that looks like chance and is the same each time: a key that is nobody's."""
    alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"
    made, state = [], seed * 7919 + 17
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2**31
        made.append(alphabet[state // 65536 % len(alphabet)])
    return "".join(made)


P = [f"Pw{number:02d}-{_letters(number, 18)}" for number in range(30)]
"""Passwords."""
AWS_ID = "AKIA" + "Q7ZT4XWM2KJD5VNB"
PRIVATE = "\n".join(_letters(90 + line, 64) for line in range(3))
PLANTED = {
    "terraform password": ("main.tf", f'resource "aws_db_instance" "a" {{\n  engine   = "postgres"\n  password = "{P[0]}"\n}}\n', P[0]),
    "terraform default": ("main.tf", f'variable "db_password" {{\n  default = "{P[1]}"\n}}\nresource "aws_docdb_cluster" "b" {{\n  master_password = var.db_password\n}}\n', P[1]),
    "terraform sensitive": ("main.tf", f'variable "token" {{\n  default   = "{P[2]}"\n  sensitive = true\n}}\nprovider "netbox" {{\n  api_token = var.token\n}}\n', P[2]),
    "terraform provider": ("main.tf", f'provider "vsphere" {{\n  password = "{P[3]}"\n}}\n', P[3]),
    "terraform template": ("main.tf", f'resource "aws_ssm_parameter" "c" {{\n  type  = "String"\n  value = "Server=db;Password={P[4]};"\n}}\n', P[4]),
    "terraform user data": ("main.tf", f'resource "aws_instance" "d" {{\n  user_data = <<-EOT\n    export DB_PASSWORD={P[5]}\n  EOT\n}}\n', P[5]),
    "terraform function": ("main.tf", f'resource "aws_lambda_function" "e" {{\n  function_name = "e"\n  environment {{\n    variables = {{ API_TOKEN = "{P[6]}" }}\n  }}\n}}\n', P[6]),
    "terraform secret": ("main.tf", f'resource "aws_secretsmanager_secret_version" "f" {{\n  secret_id     = "f"\n  secret_string = jsonencode({{ password = "{P[7]}" }})\n}}\n', P[7]),
    "terraform variables": ("prod.auto.tfvars", f'webhook_secret = "{P[8]}"\n', P[8]),
    "kubernetes secret": ("k8s/secret.yaml", f"apiVersion: v1\nkind: Secret\nmetadata: {{name: a}}\nstringData: {{password: {P[9]}}}\n", P[9]),
    "kubernetes variable": ("k8s/web.yaml", f"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: web}}\nspec:\n  selector: {{matchLabels: {{a: b}}}}\n  template:\n    metadata: {{labels: {{a: b}}}}\n    spec:\n      containers:\n        - name: web\n          image: web:1\n          env: [{{name: DB_PASSWORD, value: {P[10]}}}]\n          args: [--db-password, {P[11]}]\n", P[10]),
    "kubernetes argument": ("k8s/none.txt", "", P[11]),
    "kubernetes map": ("k8s/map.yaml", f"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: m}}\ndata:\n  application.yml: |\n    spring.datasource.password: {P[12]}\n  url: postgres://user:{P[13]}@db/x\n", P[12]),
    "address in a map": ("k8s/none2.txt", "", P[13]),
    "compose": ("docker-compose.yml", f"services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: {P[14]}\n      DATABASE_URL: mysql://root:{P[15]}@db/x\n", P[14]),
    "address in compose": ("none3.txt", "", P[15]),
    "image": ("Dockerfile", f"FROM python:3.13-slim\nENV SECRET_KEY={P[16]}\nARG NPM_TOKEN={P[17]}\nCMD [\"python\"]\n", P[16]),
    "image argument": ("none4.txt", "", P[17]),
    "workflow": (".github/workflows/ci.yml", f"name: ci\non: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env: {{DEPLOY_PASSWORD: {P[18]}}}\n    steps:\n      - run: curl -u admin:{P[19]} https://x.example\n", P[18]),
    "command": ("none5.txt", "", P[19]),
    "python": ("app/settings.py", f'import psycopg2\nSECRET_KEY = "{P[20]}"\nDB = psycopg2.connect("host=db password={P[21]}")\n', P[20]),
    "connection in python": ("none6.txt", "", P[21]),
    "java": ("app/Db.java", f'class Db {{ java.sql.Connection c = java.sql.DriverManager.getConnection("jdbc:postgresql://db/x", "u", "{P[22]}"); }}\n', P[22]),
    "c sharp": ("app/appsettings.json", f'{{"ConnectionStrings": {{"Db": "Server=db;User Id=sa;Password={P[23]};Encrypt=false"}}}}\n', P[23]),
    "javascript": ("app/server.js", f'const jwt = require("jsonwebtoken");\nconst token = jwt.sign({{}}, "{P[24]}");\nconst apiKey = "{P[25]}";\n', P[24]),
    "key in javascript": ("none7.txt", "", P[25]),
    "ruby": ("config/database.yml", f"production:\n  adapter: postgresql\n  password: {P[26]}\n", P[26]),
    "php": ("app/db.php", f'<?php $c = new PDO("mysql:host=db", "root", "{P[27]}");\n', P[27]),
    "environment file": (".env", f"DB_PASSWORD={P[28]}\n", P[28]),
    "properties": ("app/application.properties", f"spring.datasource.password={P[29]}\n", P[29]),
    "key of a cloud": ("app/keys.py", f'AWS_ACCESS_KEY_ID = "{AWS_ID}"\nAWS_SECRET_ACCESS_KEY = "{_letters(50, 40)}"\n', AWS_ID),
    "secret of a cloud": ("none8.txt", "", _letters(50, 40)),
    "token of a forge": ("app/release.sh", f"curl -H 'Authorization: token ghp_{_letters(51, 36)}' https://x.example\n", f"ghp_{_letters(51, 36)}"),
    "token of a bearer": ("app/call.sh", f"curl -H 'Authorization: Bearer {_letters(52, 48)}' https://x.example\n", _letters(52, 48)),
    "private key": ("app/tls.key", f"-----BEGIN RSA PRIVATE KEY-----\n{PRIVATE}\n-----END RSA PRIVATE KEY-----\n", PRIVATE.split("\n")[1]),
    "number in a test": ("app/patients.py", f'NHS_NUMBER = "{NUMBERS[0]}"\nprint("nhs number", NHS_NUMBER)\n', NUMBERS[0]),
    "number in data": ("data/patients.csv", f"nhs_number,name\n{NUMBERS[1]},A\n{NUMBERS[2]},B\n", NUMBERS[1]),
    "number with lines": ("none9.txt", "", NUMBERS[2]),
    "number in an address": ("app/routes.js", f'app.get("/patients/{NUMBERS[3]}", show); // nhs number\n', NUMBERS[3]),
    "number in a contract": ("api/openapi.yaml", f'openapi: 3.1.0\ninfo: {{title: a, version: 1.0.0}}\npaths:\n  /Patient/{NUMBERS[4]}:\n    get:\n      parameters: [{{name: nhsNumber, in: query, example: "{NUMBERS[5]}"}}]\n      responses: {{"200": {{description: ok}}}}\n', NUMBERS[4]),
    "number as an example": ("none10.txt", "", NUMBERS[5]),
}  # fmt: skip


@pytest.fixture(scope="module")
def written(archscan: Archscan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All that archscan writes about a repository of secrets, by where."""
    folder = tmp_path_factory.mktemp("planted")
    root, cache, out = folder / "product", folder / "cache", folder / "out"
    out.mkdir()
    for name, text, _ in PLANTED.values():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.read_text() + text if path.exists() else text)
    (root / "broken.tf").write_text(f'resource "a" "b" {{\n  password = "{P[0]}" "\n')
    (root / "broken.yaml").write_text(f"password: {P[9]}\n\t- [\n")
    said: dict[str, str] = {}

    def run(name: str, *arguments: str) -> str:
        done = archscan(*arguments, environment={"ARCHSCAN_CACHE": str(cache)})
        assert done.code in {0, 1, 2}, done.err
        said[f"{name}: output"], said[f"{name}: errors"] = done.out, done.err
        return said[f"{name}: output"]

    reports = [f"--report={name}={out / name}" for name in REPORTERS]
    run("scan", "scan", str(root), "--offline", "--timings", *reports)
    run("scan again", "scan", str(root), "--offline", "--format", "json")
    run("map", "map", str(root), "--format", "html", "--output", str(out / "map.html"))
    run("init", "init", str(root), "--output", "-", "--no-ask")
    said |= {f"file {path.name}": path.read_text(errors="replace") for path in out.iterdir()}
    said |= {f"cache {number}": text for number, text in enumerate(_entries(cache))}
    return said


def _entries(cache: Path) -> Iterator[str]:
    """What the cache keeps, unpacked."""
    for path in sorted(cache.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield data.decode("latin-1")
            for start in range(min(len(data), 200)):
                try:
                    yield zlib.decompress(data[start:]).decode("utf-8", "replace")
                except zlib.error:
                    continue
                break


def test_forty_kinds_are_planted() -> None:
    assert len(PLANTED) >= 40
    assert len({secret for _, _, secret in PLANTED.values()}) == len(PLANTED)


def test_the_scan_saw_them(written: dict[str, str]) -> None:
    told = written["file json"]
    for rule in ("secret-in-the-repository", "database-password-in-terraform", "clear-text-credential"):
        assert rule in told
    assert sum(name.startswith("cache ") for name in written) > 10


@pytest.mark.parametrize("kind", PLANTED)
def test_nothing_that_is_written_holds_it(written: dict[str, str], kind: str) -> None:
    secret = PLANTED[kind][2]
    forms = {secret, secret.replace(" ", "").replace("-", "") if secret in NUMBERS else secret}
    assert not [name for name, text in written.items() if any(form in text for form in forms)]
