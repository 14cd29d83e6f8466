"""The walk: what is read, what is left out and why."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from dulwich.objects import ObjectID

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.errors import NothingToScanError, ReadError, UsageError
from scanner.sources.earlier import _lay_out_submodules, _Submodule
from scanner.sources.repository import Limits, RepositoryReader


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def paths(root: Path, limits: Limits | None = None) -> list[str]:
    return [artifact.path for artifact in RepositoryReader(root, limits).walk().artifacts]


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.invalid", *arguments],
        cwd=root, check=True, capture_output=True,
    )  # fmt: skip


def test_ignored_files_are_left_out_with_and_without_git(tmp_path: Path) -> None:
    write(tmp_path, {
        ".gitignore": "*.log\nbuild/\n!keep.log\n", "a.tf": "", "x.log": "", "keep.log": "",
        "build/b.tf": "", "sub/.gitignore": "/c.tf\n", "sub/c.tf": "", "sub/deep/c.tf": "",
    })  # fmt: skip
    expected = [".gitignore", "a.tf", "keep.log", "sub/.gitignore", "sub/deep/c.tf"]
    assert paths(tmp_path) == expected
    git(tmp_path, "init")
    assert paths(tmp_path) == expected


def test_a_tracked_file_is_read_although_gitignore_names_it(tmp_path: Path) -> None:
    write(
        tmp_path,
        {".gitignore": "secrets/\n*.tfvars\n", "secrets/prod.tf": "", "prod.tfvars": "", "o.tfvars": ""},
    )
    git(tmp_path, "init")
    git(tmp_path, "add", "-f", "secrets/prod.tf", "prod.tfvars")
    assert paths(tmp_path) == [".gitignore", "prod.tfvars", "secrets/prod.tf"]


def test_a_folder_inside_a_work_tree_keeps_the_rules_of_its_parents(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.log\n", "app/a.tf": "", "app/x.log": "", "other/b.tf": ""})
    git(tmp_path, "init")
    assert paths(tmp_path / "app") == ["a.tf"]


def test_git_is_never_executed(tmp_path: Path) -> None:
    write(tmp_path, {"a.tf": ""})
    git(tmp_path, "init")
    marker = tmp_path.parent / f"{tmp_path.name}-executed"
    git(tmp_path, "config", "core.fsmonitor", f"touch {marker}")
    reader = RepositoryReader(tmp_path)
    reader.source()
    reader.walk()
    assert not marker.exists()


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.tf": "secret"})
    root = write(tmp_path / "root", {"a.tf": ""})
    (root / "link.tf").symlink_to(outside / "secret.tf")
    (root / "folder").symlink_to(outside)
    (root / "loop").symlink_to(root)
    reader = RepositoryReader(root)
    reading = reader.walk()
    assert [artifact.path for artifact in reading.artifacts] == ["a.tf"]
    assert reading.counts["links_not_followed"] == 3
    with pytest.raises(ReadError):
        reader.read(Artifact(path="link.tf", kind=ArtifactKind.TERRAFORM))


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    write(tmp_path, {"a.tf": ""})
    os.mkfifo(tmp_path / "pipe.tf")
    reader = RepositoryReader(tmp_path)
    assert paths(tmp_path) == ["a.tf"]
    with pytest.raises(ReadError, match="not a plain file"):
        reader.read(Artifact(path="pipe.tf", kind=ArtifactKind.TERRAFORM))


def test_limits_cost_a_problem_and_not_the_run(tmp_path: Path) -> None:
    write(tmp_path, {"big.tf": "x" * 2000, "a/b/c/d/deep.tf": "", "small.tf": ""})
    reading = RepositoryReader(tmp_path, Limits(file_bytes=1000, depth=2, files=100)).walk()
    assert {artifact.path for artifact in reading.artifacts if artifact.kind is ArtifactKind.TERRAFORM} == {"small.tf"}
    assert {problem.location.path for problem in reading.problems if problem.location} == {"big.tf", "a/b/c"}
    few = RepositoryReader(tmp_path, Limits(files=1)).walk()
    assert len(few.artifacts) == 1
    assert "more than 1 files" in few.problems[-1].message


def test_a_name_that_promises_nothing_is_not_called_wrong(tmp_path: Path) -> None:
    write(tmp_path, {"slides.pptx": b"PK\x00\x01", "main.py": b"PK\x00\x01"})
    reader = RepositoryReader(tmp_path)
    said = []
    for artifact in reader.walk().artifacts:
        with pytest.raises(ReadError) as caught:
            reader.read(artifact)
        said.append(str(caught.value))
    assert sorted(said) == ["main.py is binary, although its name says otherwise", "slides.pptx is binary"]


def test_a_file_that_grew_or_turned_binary_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"a.tf": b"\x00\x01\x02", "utf16.cs": "class A {}".encode("utf-16"), "b.tf": "y" * 50})
    reader = RepositoryReader(tmp_path, Limits(file_bytes=40))
    with pytest.raises(ReadError, match="binary"):
        reader.read(Artifact(path="a.tf", kind=ArtifactKind.TERRAFORM))
    with pytest.raises(ReadError, match="larger"):
        reader.read(Artifact(path="b.tf", kind=ArtifactKind.TERRAFORM))
    assert reader.read(Artifact(path="utf16.cs", kind=ArtifactKind.SOURCE)).startswith(b"\xff\xfe")


def test_what_is_no_part_of_the_product_is_counted(tmp_path: Path) -> None:
    write(tmp_path, {"poc_one/app.py": "", "tests/test_app.py": "", ".devcontainer/run.py": "", "app.py": ""})
    counts = RepositoryReader(tmp_path).walk().counts
    assert counts == {"files": 4, "example_files": 1, "test_files": 1, "development_files": 1}


def test_vendored_folders_are_counted_and_not_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"node_modules/x/index.js": "", "node_modules/y.js": "", "app/vendor/z.rb": "", "src/a.js": ""},
    )
    reading = RepositoryReader(tmp_path).walk()
    assert [artifact.path for artifact in reading.artifacts] == ["src/a.js"]
    assert reading.counts["vendored_files"] == 3
    assert reading.counts["vendored_folders"] == 2


def test_a_framework_copied_whole_is_not_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "system/core/CodeIgniter.php": "",
            "system/libraries/Encrypt.php": "",
            "application/system/Ward.php": "",
        },
    )
    reading = RepositoryReader(tmp_path).walk()
    assert [artifact.path for artifact in reading.artifacts] == ["application/system/Ward.php"]
    assert reading.counts["vendored_files"] == 2


def test_a_damaged_index_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.tf": ""})
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    (tmp_path / ".git" / "index").write_bytes(b"DIRC\x00\x00\x00\x02\xff\xff\xff\xff broken")
    assert paths(tmp_path) == ["a.tf"]


def test_revision_and_branch_come_from_gits_own_files(tmp_path: Path) -> None:
    write(tmp_path, {"a.tf": ""})
    git(tmp_path, "init", "-b", "release/1.2")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "x")
    git(tmp_path, "remote", "add", "origin", "https://user:token@example.org/team/repo.git")
    source = RepositoryReader(tmp_path).source()
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert source.revision == head.stdout.strip()
    assert source.branch == "release/1.2"
    assert source.uri == "https://example.org/team/repo.git"
    git(tmp_path, "pack-refs", "--all")
    assert RepositoryReader(tmp_path).source().revision == source.revision


def test_an_empty_folder_and_a_wrong_path_say_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToScanError):
        RepositoryReader(tmp_path).walk()
    with pytest.raises(UsageError, match="does not exist"):
        RepositoryReader(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="not a folder"):
        RepositoryReader(write(tmp_path, {"file": ""}) / "file")


def test_a_folder_that_could_not_be_read_is_not_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(NothingToScanError):
        RepositoryReader(tmp_path).walk()
    reading = RepositoryReader(tmp_path, Limits(depth=1)).walk()
    assert [problem.message for problem in reading.problems] == ["folders deeper than 1 are not read"]
    assert reading.counts == {"files": 0}


def test_a_name_that_is_not_text_is_kept_readable(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"bad\xff.tf")).write_text("")
    assert paths(tmp_path) == ["bad?.tf"]


def test_code_that_takes_in_what_only_tests_use_is_no_product(tmp_path: Path) -> None:
    helpers = {
        "db/harness.go": 'package db\n\nimport (\n\t"context"\n\t"testing"\n)\n',
        "db/single.go": 'package db\n\nimport "testing"\n',
        "records/helpers.py": "import os\nimport pytest\n",
        "records/Helper.cs": "using System;\nusing Xunit;\n",
        "web/helper.ts": "import { vi } from 'vitest';\n",
        "steps/book.py": "from behave import given, when\n",
        "records/doubles.py": "from unittest.mock import MagicMock\n",
        "records/base.py": "from unittest import TestCase\n",
        "records/Stand.cs": "using Moq;\n",
        "records/Stand.java": "package a;\n\nimport org.mockito.Mockito;\n",
        "records/Setting.kt": "import org.junit.jupiter.api.extension.BeforeAllCallback\n",
        "web/calls.js": "const request = require('supertest');\n",
        "web/load.ts": "import http from 'k6/http';\n",
        "web/step.ts": "import {\n  Given\n} from '@cucumber/cucumber';\n",
        "lib/shared.rb": "require 'rails_helper'\n",
        "src/Base.php": "<?php\nuse PHPUnit\\Framework\\TestCase;\n",
    }
    products = {
        "db/words.go": 'package db\n\nvar words = []string{\n\t"testing",\n}\n\nconst stage = "testing"\n',
        "records/run.py": "# import pytest\nimport pytest_helper_free\n",
        "records/Lab.cs": "using Laboratory.Xunit;\n",
        "web/vite.config.ts": "import { defineConfig } from 'vitest/config';\n",
        "notes.md": "import pytest\n",
        # What editors take in by mistake, and what programs take in that make up requests of their own.
        "records/odd.py": "import unittest\nfrom unittest import result\n",
        "records/Odd.java": "import static org.junit.Assert.assertTrue;\n",
        "records/Bridge.java": "import org.springframework.mock.web.MockHttpServletRequest;\n",
        "web/playwright.config.ts": "import { defineConfig, devices } from '@playwright/test';\n",
        "web/odd.ts": "import { describe } from 'node:test';\nimport { chain } from 'lodash';\n",
    }
    write(tmp_path, {**helpers, **products})
    roles = {artifact.path: artifact.role for artifact in RepositoryReader(tmp_path).walk().artifacts}
    assert {roles[path] for path in helpers} == {Role.TEST}
    assert {roles[path] for path in products} == {Role.PRODUCT}


def test_a_project_of_dotnet_that_only_tests_is_no_product(tmp_path: Path) -> None:
    test = '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="MSTest" /></ItemGroup></Project>'
    both = test.replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web")
    write(
        tmp_path,
        {
            "Clinic.sln": "",
            "ClinicTest/ClinicTest.csproj": test,
            "ClinicTest/Setting/Store.cs": "class Store {}",
            "ClinicTestResults/ClinicTestResults.csproj": '<Project Sdk="Microsoft.NET.Sdk" />',
            "ClinicTestResults/Store.cs": "class Store {}",
            "Clinic/Clinic.csproj": both,
            "Clinic/Store.cs": "class Store {}",
        },
    )
    roles = {artifact.path: artifact.role for artifact in RepositoryReader(tmp_path).walk().artifacts}
    tests = {path for path, role in roles.items() if role is Role.TEST}
    assert tests == {"ClinicTest/ClinicTest.csproj", "ClinicTest/Setting/Store.cs"}


def test_a_script_without_ends_of_lines_was_written_by_a_tool(tmp_path: Path) -> None:
    statement = "function a(b){if(b){c(b);}return d;}"
    write(
        tmp_path,
        {
            "web/all.js": "/*! licence */\n" + statement * 300,
            "web/own.js": (statement + "\n") * 300,
            "web/logo.js": "const logo = '" + "iVBORw0KGgo" * 900 + "';\n",
            "web/short.js": statement,
        },
    )
    roles = {artifact.path: artifact.role for artifact in RepositoryReader(tmp_path).walk().artifacts}
    assert [path for path, role in roles.items() if role is Role.GENERATED] == ["web/all.js"]


def test_copies_of_what_other_services_describe_are_no_product(tmp_path: Path) -> None:
    build = (
        'val copy = "${rootDir}/copies/${name}-docs.json"\ngeneratorName.set("java")\n'
        'Other("beds", "https://beds.example.org/v3/api-docs")\n'
    )
    several = (
        "# https://old.example.org/v3/api-docs own.json\n"
        "curl https://a.example.org/swagger.json > ../got/a.json\n"
        "curl https://b.example.org/openapi.yaml -o got/b.yaml\n"
    )
    one = "curl http://localhost:8080/v3/api-docs > own/a.json\ncurl https://a.example.org/v3/api-docs > own/b.json\n"
    write(tmp_path, {
        "search/build.gradle": build, "search/copies/beds-docs.json": "", "search/copies/more/x-docs.json": "",
        "copies/wards-docs.json": "", "scripts/fetch.sh": several, "got/a.json": "", "scripts/got/b.yaml": "",
        "Makefile": one, "own/a.json": "", "own/b.json": "", "own.json": "", "src/main/kotlin/wardMocks/a.json": "",
        "Dockerfile": 'FROM stoplight/prism:5\nCOPY ["src/main/kotlin/wardMocks", "api", "/given/"]\n',
        "api/a.json": "",
    })  # fmt: skip
    reading = RepositoryReader(tmp_path).walk()
    roles = {one.path: one.role for one in reading.artifacts if one.role is not Role.PRODUCT}
    assert roles == {
        "search/copies/beds-docs.json": Role.VENDORED,
        "copies/wards-docs.json": Role.VENDORED,
        "got/a.json": Role.VENDORED,
        "scripts/got/b.yaml": Role.VENDORED,
        "src/main/kotlin/wardMocks/a.json": Role.TEST,
    }
    assert (reading.counts["vendored_files"], reading.counts["test_files"]) == (4, 1)


def test_what_compose_gives_to_a_stand_in_is_no_product(tmp_path: Path) -> None:
    write(tmp_path, {
        "compose.yaml": (
            "services:\n  mock-notify:\n    image: stoplight/prism:5.15@sha256:aa\n    volumes:\n      - type: bind\n"
            "        source: ./given/c.json\n  try-own:\n    image: stoplight/prism:5\n    volumes:\n"
            "      - ./given/own.yaml:/x.yaml\n  mock-pages:\n    build: .\n"
            "volumes:\n  mock-notify:\n    driver: local\n"
        ),
        "deploy/docker-compose.override.yml": (
            "services:\n    mock-notify:\n        volumes:\n            - '../given/a.yaml:/x.yaml'\n"
            "    mock-pages:\n        volumes:\n            - ../given/b.yaml:/x.yaml\n"
        ),
        "given/a.yaml": "", "given/b.yaml": "", "given/c.json": "", "given/own.yaml": "",
    })  # fmt: skip
    artifacts = RepositoryReader(tmp_path).walk().artifacts
    assert [one.path for one in artifacts if one.role is Role.TEST] == ["given/a.yaml", "given/c.json"]


def _at_the_edge(root: Path, length: int, make: Callable[[], object]) -> None:
    """Make something in a folder whose path is so long that the path to what lies in it is too long."""
    before = Path.cwd()
    os.chdir(root)
    try:
        left = length - len(str(root))
        while left > 1:
            name = "d" * min(left - 1, 200)
            Path(name).mkdir()
            os.chdir(name)
            left -= len(name) + 1
        make()
    finally:
        os.chdir(before)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere paths have other lengths")
def test_a_file_to_which_no_path_leads_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": ""})
    _at_the_edge(tmp_path, 4000, lambda: Path("f" * 200 + ".py").touch())
    reading = RepositoryReader(tmp_path).walk()
    assert [one.path for one in reading.artifacts] == ["a.py"]
    assert [one.message for one in reading.problems] == ["it could not be read: File name too long"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere paths have other lengths")
def test_a_folder_that_may_be_a_framework_is_read_where_nobody_can_tell(tmp_path: Path) -> None:
    def make() -> None:
        Path("system").mkdir()
        Path("system/a.py").touch()

    _at_the_edge(tmp_path, 4081, make)
    reading = RepositoryReader(tmp_path).walk()
    assert [one.path.rpartition("/")[2] for one in reading.artifacts] == ["a.py"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere paths have other lengths")
def test_modules_of_others_to_which_no_path_leads_are_told(tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    write(tmp_path, {"a.py": "", "vendor/b.tf": ""})
    _at_the_edge(vendor, 4000, lambda: Path("f" * 200 + ".tf").touch())
    reading = RepositoryReader(tmp_path).walk()
    assert [one.path for one in reading.artifacts] == ["a.py", "vendor/b.tf"]
    assert [one.message for one in reading.problems] == ["file could not be read: File name too long"]
    assert reading.counts["vendored_files"] == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere paths have other lengths")
def test_folders_of_others_may_lie_deeper_than_calls_go(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "", "vendor/b.tf": ""})
    before = Path.cwd()
    os.chdir(tmp_path / "vendor")
    try:
        for _ in range(1200):
            Path("d").mkdir()
            os.chdir("d")
        Path("c.tf").touch()
    finally:
        os.chdir(before)
    try:
        reading = RepositoryReader(tmp_path).walk()
        assert [one.path.rpartition("/")[2] for one in reading.artifacts] == ["a.py", "b.tf", "c.tf"]
    finally:  # what clears up after tests may not go as deep
        subprocess.run(["rm", "-rf", str(tmp_path / "vendor" / "d")], check=True)


def test_the_index_of_a_folder_that_cannot_be_looked_into_tracks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {".gitignore": "*.log\n", "a.py": "", "b.log": "", ".git/index": ""})
    _forbid(monkeypatch, "index")
    assert paths(tmp_path) == [".gitignore", "a.py"]


def test_a_folder_that_cannot_be_looked_into_has_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.py": "", ".git/HEAD": ""})
    _forbid(monkeypatch, ".git")
    assert paths(tmp_path) == ["a.py"]


def _forbid(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the system refuse to say anything of files of a name, as it does to nobody who may do everything."""
    given = Path.stat

    def stat(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if self.name == name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return given(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)


def test_a_submodule_whose_path_is_too_long_is_not_checked_out(tmp_path: Path) -> None:
    within = [_Submodule("m" * 300, ObjectID(b"0" * 40))]
    assert list(_lay_out_submodules(within, tmp_path, tmp_path / "then")) == []
