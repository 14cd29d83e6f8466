"""What a change made worse: an earlier commit and a baseline, on a real work tree of git."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import Archscan, write

OPEN = """
resource "aws_security_group" "{name}" {{
  vpc_id = "vpc-1"

  ingress {{
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }}
}}
"""
PROVIDER = 'provider "aws" {\n  region = "eu-west-2"\n}\n'
HASH = "import hashlib\n\n\ndef stored(password: str) -> str:\n    return hashlib.md5(password.encode()).hexdigest()\n"
RULE = "administration-port-open-to-the-world"
DATES = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2026-11-01T12:00Z")
"""The same each time, and so the same commits."""


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Dev", "-c", "user.email=dev@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, env=os.environ | DATES, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """On ``main`` three faults; ``change`` adds one, mends one, and moves and renames files full of old ones."""
    root = write(
        tmp_path_factory.mktemp("made") / "service",
        {
            "main.tf": PROVIDER + OPEN.format(name="old") + OPEN.format(name="mended"),
            "accounts/passwords.py": HASH,
            ".gitignore": "ignored.tf\n",
            "ignored.tf": OPEN.format(name="tracked"),
        },
    )
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "--force", ".")
    git(root, "commit", "-qm", "first")
    git(root, "checkout", "-qb", "change")
    (root / "accounts").rename(root / "people")
    (root / "people/passwords.py").rename(root / "people/hashing.py")
    write(
        root,
        {"infrastructure/network.tf": PROVIDER + "# a comment\n" + OPEN.format(name="old") + OPEN.format(name="added")},
    )
    (root / "main.tf").unlink()
    git(root, "add", "--all")
    git(root, "commit", "-qm", "second")
    return root


@pytest.fixture
def repository(made: Path, tmp_path: Path) -> Path:
    """A copy to work on."""
    return Path(shutil.copytree(made, tmp_path / "service", symlinks=True))


def scan(archscan: Archscan, root: Path, *options: str) -> dict[str, Any]:
    return archscan("scan", root, "--offline", "--format", "json", *options).json


def new_failures(result: dict[str, Any]) -> list[tuple[str, str]]:
    fails = (one for one in result["findings"] if one["outcome"] == "fail" and one["role"] == "product")
    return [(one["rule"], one["subject"]) for one in fails if not one["baseline"]]


def test_exactly_what_a_change_added_is_told(archscan: Archscan, repository: Path) -> None:
    result = scan(archscan, repository, "--since", "main", "--fail-on", "critical,high")
    assert new_failures(result) == [(RULE, "aws_security_group.added")]
    told = result["comparison"]
    assert told["new"] == 1
    assert (RULE, "main.tf") in {(one["rule"], one["path"]) for one in told["mended"]}
    assert told["revision"] == git(repository, "rev-parse", "main")
    assert not result["gate"]["passed"]
    assert result["gate"]["reasons"] == [f"1 high failure without a waiver: {RULE}"]
    assert result["policy"]["overrides"] == ["fail_on: critical, high"]
    kept = [one for one in result["findings"] if one["baseline"] and one["location"]["path"] == "people/hashing.py"]
    assert kept, "a file with another name in another folder brings its findings along"


def test_what_others_did_meanwhile_counts_for_nothing(archscan: Archscan, repository: Path) -> None:
    git(repository, "checkout", "-q", "main")
    (repository / "main.tf").write_text(PROVIDER)
    git(repository, "commit", "-qam", "others mend what this change still has")
    git(repository, "checkout", "-q", "change")
    assert new_failures(scan(archscan, repository, "--since", "main")) == [(RULE, "aws_security_group.added")]


def test_a_part_of_a_repository_is_compared_with_the_same_part(archscan: Archscan, repository: Path) -> None:
    result = scan(archscan, repository / "infrastructure", "--since", "HEAD")
    assert new_failures(result) == []
    assert result["comparison"]["known"] >= 2
    begun = scan(archscan, repository / "infrastructure", "--since", "main")
    assert {subject for rule, subject in new_failures(begun) if rule == RULE} == {
        "aws_security_group.old",
        "aws_security_group.added",
    }


@pytest.mark.parametrize(
    "revision", ["no-such", "HEAD~7", "0000000", "--upload-pack=x", "main:main.tf", "main@{yesterday}", ""]
)
def test_a_revision_that_is_none(archscan: Archscan, made: Path, revision: str) -> None:
    run = archscan("scan", made, "--offline", "--since", revision)
    assert run.code == 2
    assert "there is no commit" in run.err
    assert "Traceback" not in run.err


def test_a_folder_that_is_no_work_tree(archscan: Archscan, tmp_path: Path) -> None:
    run = archscan("scan", write(tmp_path / "x", {"main.tf": PROVIDER}), "--offline", "--since", "main")
    assert run.code == 2
    assert "is not in a work tree of git" in run.err


def test_a_hostile_commit_writes_nowhere_else(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    from dulwich.objects import Blob, Commit, Tree  # noqa: PLC0415
    from dulwich.repo import Repo  # noqa: PLC0415

    with Repo(str(repository)) as repo:
        blob, link = Blob.from_string(b'variable "x" {}\n'), Blob.from_string(str(tmp_path).encode())
        inner, tree = Tree(), Tree()
        inner.add(b"escaped.tf", 0o100644, blob.id)
        for name, mode, target in (
            (b"main.tf", 0o100644, blob.id),
            (b"out", 0o120000, link.id),
            (b"out2", 0o40000, inner.id),
            (b"..", 0o40000, inner.id),
            (b".git", 0o40000, inner.id),
        ):
            tree.add(name, mode, target)
        raw = tree.as_raw_string().replace(b"out2\0", b"out\0")
        tree = Tree.from_string(raw)
        commit = Commit()
        commit.tree, commit.author, commit.committer = tree.id, b"x <x>", b"x <x>"
        commit.author_time = commit.commit_time = commit.author_timezone = commit.commit_timezone = 0
        commit.message = b"hostile"
        for made in (blob, link, inner, tree, commit):
            repo.object_store.add_object(made)
    run = archscan("scan", repository, "--offline", "--format", "json", "--since", commit.id.decode())
    assert "Traceback" not in run.err
    assert run.code in {0, 1, 4}
    assert not list(tmp_path.rglob("escaped.tf"))


@pytest.mark.parametrize("depth", [70, 1_500, 5_000])
def test_a_commit_of_very_deep_folders_is_laid_out_without_them(
    archscan: Archscan, repository: Path, depth: int
) -> None:
    from dulwich.objects import Blob, Commit, Tree  # noqa: PLC0415
    from dulwich.repo import Repo  # noqa: PLC0415

    with Repo(str(repository)) as repo:
        blob, inner, root, commit = Blob.from_string(b'variable "x" {}\n'), Tree(), Tree(), Commit()
        inner.add(b"lost.tf", 0o100644, blob.id)
        made: list[Blob | Tree | Commit] = [blob, inner]
        for _ in range(depth):
            outer = Tree()
            outer.add(b"d", 0o40000, inner.id)
            made.append(outer)
            inner = outer
        for name, mode, target in (
            (b"deep", 0o40000, inner),
            (b"main.tf", 0o100644, blob),
            (b"x" * 300, 0o100644, blob),
        ):
            root.add(name, mode, target.id)
        commit.tree, commit.author, commit.committer = root.id, b"x <x>", b"x <x>"
        commit.author_time = commit.commit_time = commit.author_timezone = commit.commit_timezone = 0
        commit.message = b"deep"
        for one in (*made, root, commit):
            repo.object_store.add_object(one)
    result = scan(archscan, repository, "--since", commit.id.decode())
    note = result["comparison"]["note"]
    assert "deep/d/d" in note
    assert "xxxx" in note
    assert "could not be laid out: what fails there counts as new" in note
    assert "main.tf" not in note


def test_a_baseline_shrinks_by_itself_and_never_grows_in_a_pipeline(
    archscan: Archscan, repository: Path, tmp_path: Path
) -> None:
    file = tmp_path / "baseline.json"
    outside, inside = {"CI": ""}, {"CI": "true"}
    git(repository, "checkout", "-q", "main")
    refused = archscan("baseline", repository, "--output", file, "--offline", environment=inside)
    assert refused.code == 2
    assert not file.exists()
    made = archscan("baseline", repository, "--output", file, "--offline", environment=outside)
    assert made.code == 0, made.err
    assert "failure" in made.out
    first = json.loads(file.read_text())["findings"]
    git(repository, "checkout", "-q", "change")
    in_pipeline = archscan("scan", repository, "--offline", "--format", "json", "--baseline", file, environment=inside)
    assert new_failures(in_pipeline.json) == [(RULE, "aws_security_group.added")]
    assert json.loads(file.read_text())["findings"] == first
    assert "commit the shorter file" in in_pipeline.err
    at_home = archscan("scan", repository, "--offline", "--baseline", file, environment=outside)
    left = json.loads(file.read_text())["findings"]
    assert len(left) < len(first)
    assert "were taken out of" in at_home.err
    again = archscan("scan", repository, "--offline", "--format", "json", "--baseline", file, environment=outside)
    assert new_failures(again.json) == [(RULE, "aws_security_group.added")], "it does not grow by being used"
    kept = archscan("baseline", repository, "--output", file, "--offline", environment=outside)
    assert "1 new one left out; --grow takes what is new in, too" in kept.out
    grown = archscan("baseline", repository, "--output", file, "--offline", "--grow", environment=outside)
    assert grown.code == 0
    assert new_failures(scan(archscan, repository, "--baseline", str(file))) == []


def test_two_results_are_compared(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    before, after = tmp_path / "a.json", tmp_path / "b.json"
    archscan("scan", repository, "--offline", "--report", f"json={after}")
    git(repository, "checkout", "-q", "main")
    archscan("scan", repository, "--offline", "--report", f"json={before}")
    run = archscan("diff", before, after)
    assert run.code == 1
    assert run.out.splitlines()[0].startswith("1 new failure, 1 mended")
    assert f"+ medium (graded high) {RULE} infrastructure/network.tf" in run.out
    assert re.search(r"^CYBER-06: met \(.+\) → met \(.+\)$", run.out, re.MULTILINE), run.out
    assert archscan("diff", before, before).code == 0
    assert archscan("diff", before, tmp_path / "none.json").code == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--since", "main", "--baseline", "b.json"), "give one of them"),
        (("--baseline", "no-such.json"), "archscan baseline"),
        (("--fail-on", "grave"), "no severity"),
        (("--fail-on", ""), "no severity"),
        (("--minimum-score", "101"), "--minimum-score"),
        (("--approvals", "no-such.yaml"), "could not be read"),
    ],
)
def test_what_cannot_be_done_is_said(archscan: Archscan, made: Path, options: tuple[str, ...], said: str) -> None:
    run = archscan("scan", made, "--offline", *options)
    assert run.code == 2
    assert said in run.err


def test_what_fails_in_a_submodule_was_there_before(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", {"main.tf": PROVIDER + OPEN.format(name="theirs")})
    git(other, "init", "-q", "-b", "main")
    git(other, "add", ".")
    git(other, "commit", "-qm", "first")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "theirs")
    git(repository, "commit", "-qm", "a submodule")
    write(repository, {"README.md": "# The service"})
    result = scan(archscan, repository, "--since", "HEAD")
    assert new_failures(result) == []
    assert any(one["location"]["path"] == "theirs/main.tf" and one["baseline"] for one in result["findings"])
    write(repository / "theirs", {"more.tf": OPEN.format(name="more")})
    assert new_failures(scan(archscan, repository, "--since", "HEAD")) == [(RULE, "aws_security_group.more")]


def test_a_shortened_commit_and_a_history_that_is_cut_off(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    short = git(repository, "rev-parse", "--short=8", "main")
    whole = scan(archscan, repository, "--since", short)
    assert new_failures(whole) == [(RULE, "aws_security_group.added")]
    assert not whole["comparison"]["note"]
    git(tmp_path, "clone", "-q", "--depth", "1", "-b", "change", f"file://{repository}", "shallow")
    git(tmp_path / "shallow", "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    cut = scan(archscan, tmp_path / "shallow", "--since", "main")
    assert new_failures(cut) == [(RULE, "aws_security_group.added")]
    assert "the history is cut off here" in cut["comparison"]["note"]


def test_of_several_repositories_the_others_are_as_they_are(
    archscan: Archscan, repository: Path, tmp_path: Path
) -> None:
    write(tmp_path / "other", {"main.tf": PROVIDER + OPEN.format(name="theirs")})
    options = ("--offline", "--format", "json", "--since", "main")
    result = archscan("scan", repository, tmp_path / "other", *options).json
    assert new_failures(result) == [(RULE, "aws_security_group.added")]
    assert "the other repositories are compared with themselves" in result["comparison"]["note"]
