"""Copies for foreign engines."""

from pathlib import Path

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.engines.staging import SETTINGS, Staging
from scanner.errors import ReadError
from scanner.sources.repository import RepositoryReader


class Bytes:
    """Contents of any path, also such that no reader would list."""

    def read(self, artifact: Artifact) -> bytes:
        if artifact.path == "gone.py":
            raise ReadError("gone.py could not be read: No such file or directory")
        return b"content"


def artifact(path: str) -> Artifact:
    return Artifact(path=path, kind=ArtifactKind.SOURCE)


def test_copies_keep_their_paths_and_go_away() -> None:
    with Staging(Bytes(), "semgrep") as staging:
        assert staging.add(artifact("a/b c/ü.py"))
        assert (staging.tree / "a/b c/ü.py").read_bytes() == b"content"
        assert [path.name for path in staging.root.iterdir()] == ["tree"]
        folder = staging.root.parent
        assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()


@pytest.mark.parametrize(
    "path",
    ["../out.py", "/etc/cron.d/x", "a/../../out.py", "a\\..\\out.py", "", "bad\udcff.py", "nul\0.py", "x" * 300]
    + [f"deep/{name}" for name in sorted(SETTINGS)]
    + [".Checkov.YAML", ".git/hooks/post-checkout", ".semgrep/settings.yml"],
)
def test_what_may_not_be_staged_is_named(path: str) -> None:
    with Staging(Bytes(), "semgrep") as staging:
        assert not staging.add(artifact(path))
        (problem,) = staging.problems
        assert problem.message.startswith("semgrep does not see this file: ")
        assert problem.location is not None
        assert problem.location.path == path
        assert not [file for file in staging.root.parent.rglob("*") if file.is_file()]


def test_an_unreadable_file_is_a_problem() -> None:
    with Staging(Bytes(), "semgrep") as staging:
        assert not staging.add(artifact("gone.py"))
        assert "No such file" in staging.problems[0].message


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.py"
    secret.write_text("password = 'x'\n")
    root = tmp_path / "repository"
    root.mkdir()
    (root / "a.py").write_text("x = 1\n")
    reader = RepositoryReader(root)
    (listed,) = reader.walk().artifacts
    (root / "a.py").unlink()
    (root / "a.py").symlink_to(secret)
    with Staging(reader, "semgrep") as staging:
        assert not staging.add(listed)
        assert not list(staging.tree.iterdir())
