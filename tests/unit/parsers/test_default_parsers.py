"""A parser is left out only where it would have had nothing to read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scanner.domain.artifact import Artifact, Role
from scanner.parsers import default_parsers
from scanner.sources.classification import LANGUAGES, MARKUP, kind_of
from scanner.sources.repository import RepositoryReader

NAMES = [
    "main.tf", "main.tofu", "main.tf.json", "x.tfvars", ".terraform/modules/modules.json", "Dockerfile",
    "api.Containerfile", "Kustomization", "a/Kustomization", "kustomization.yaml", "kustomization.yml", "Chart.yaml",
    "templates/x.yaml", "templates/_helpers.tpl", "x.yaml.tpl", "docker-compose.yml", "compose.yaml", "openapi.json",
    ".github/workflows/ci.yml", "package.json", "package-lock.json", "pom.xml", "a.csproj", "requirements/dev.in",
    "README.md", "a.docx", "run.sh", "a.png", "Makefile", "LICENSE", ".gitignore", "archscan.yaml", "values.json",
    *(f"a{ending}" for ending in LANGUAGES), *(f"b{ending}" for ending in MARKUP),
]  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_whoever_would_read_a_file_is_there_for_it(role: Role) -> None:
    everyone = default_parsers()
    for name in NAMES:
        kind, language = kind_of(name)
        artifact = Artifact(path=name, kind=kind, language=language, role=role, size=1)
        readers = [parser.name for parser in everyone if list(parser.units([artifact]))]
        present = [parser.name for parser in default_parsers(artifacts=[artifact])]
        assert set(readers) <= set(present), name


def test_the_order_is_the_same_with_fewer(tmp_path: Path) -> None:
    everyone = [parser.name for parser in default_parsers()]
    assert len(everyone) == 11
    for name in ("main.tf", "app.py", "compose.yaml", "package.json"):
        (tmp_path / name).write_text("")
    some = [parser.name for parser in default_parsers(artifacts=RepositoryReader(tmp_path).walk().artifacts)]
    assert some == [name for name in everyone if name in some]
    assert set(everyone) - set(some) == {"container", "diagrams", "markup", "safety"}
    assert default_parsers(artifacts=()) == ()


def test_a_parser_that_is_left_out_is_not_imported() -> None:
    script = (
        "import sys; from scanner.domain.artifact import Artifact, ArtifactKind;"
        "from scanner.parsers import default_parsers;"
        "default_parsers(artifacts=[Artifact(path='a.html', kind=ArtifactKind.MARKUP)]);"
        "print(sorted(name for name in sys.modules if name.startswith('scanner.parsers.') and name.count('.') == 2))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "'scanner.parsers.markup'" in done.stdout
    for left_out in ("terraform", "kubernetes", "code", "dependencies", "openapi"):
        assert f"'scanner.parsers.{left_out}'" not in done.stdout
