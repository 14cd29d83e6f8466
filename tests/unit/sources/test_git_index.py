"""Tracked files, held against git itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scanner.sources.git_index import tracked_files

NAMES = [
    "a",
    "main.tf",
    "modules/very/deep/folder/main.tf",
    "modules/very/deep/folder/outputs.tf",
    "modules/very/deeper.tf",
    "with space and ünïcode/Café.tf",
    *(f"padding/{'x' * length}" for length in range(1, 10)),
    "/".join(["long" * 50] * 20) + "/end-of-a-path-longer-than-the-length-field-holds-" + "z" * 200,
]


def git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True).stdout


def repository(root: Path, *, format_: str = "sha1", version: int = 2) -> Path:
    """Tracks every name, with the length field of one of them full; the index is written in one of git's versions."""
    git(root, "init", f"--object-format={format_}")
    blob = (
        subprocess.run(["git", "hash-object", "-w", "--stdin"], cwd=root, check=True, capture_output=True, input=b"x")
        .stdout.decode()
        .strip()
    )
    lines = "".join(f"100644 {blob} 0\t{name}\n" for name in NAMES)
    subprocess.run(["git", "update-index", "--index-info"], cwd=root, check=True, input=lines.encode())
    git(root, "update-index", f"--index-version={version}")
    return root / ".git"


@pytest.mark.parametrize("format_", ["sha1", "sha256"])
@pytest.mark.parametrize("version", [2, 4])
def test_every_path_is_found_that_git_lists(tmp_path: Path, format_: str, version: int) -> None:
    folder = repository(tmp_path, format_=format_, version=version)
    assert (folder / "index").read_bytes()[7] == version
    listed = git(tmp_path, "ls-files", "-z").decode().split("\0")
    assert tracked_files(folder) == set(listed) - {""} == set(NAMES)


def test_a_file_that_is_only_announced_makes_a_third_version(tmp_path: Path) -> None:
    git(tmp_path, "init")
    for name in ("a.tf", "later.tf", "z.tf"):
        (tmp_path / name).write_text(name)
    git(tmp_path, "add", "a.tf", "z.tf")
    git(tmp_path, "add", "--intent-to-add", "later.tf")
    assert (tmp_path / ".git" / "index").read_bytes()[7] == 3
    assert tracked_files(tmp_path / ".git") == {"a.tf", "later.tf", "z.tf"}


def test_a_name_that_is_not_text_is_the_name_that_the_folder_gives(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (Path(bytes(tmp_path).decode()) / "caf\udce9.tf").write_text("")
    git(tmp_path, "add", ".")
    assert tracked_files(tmp_path / ".git") == {path.name for path in tmp_path.glob("*.tf")}


@pytest.mark.parametrize("version", [2, 4])
def test_an_index_cut_anywhere_or_damaged_gives_nothing_and_never_raises(tmp_path: Path, version: int) -> None:
    folder = repository(tmp_path, version=version)
    whole = (folder / "index").read_bytes()
    entries = whole.rindex(NAMES[-1].encode()[-40:] if version == 2 else b"z" * 40)
    for end in range(0, min(entries, 900), 7):
        (folder / "index").write_bytes(whole[:end])
        assert tracked_files(folder) == frozenset()
    for at in range(0, 900, 11):
        (folder / "index").write_bytes(whole[:at] + b"\xff\xff\xff" + whole[at + 3 :])
        tracked_files(folder)


def test_a_missing_index_and_a_link_give_nothing(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    (folder / "index").rename(tmp_path / "elsewhere")
    assert tracked_files(folder) == frozenset()
    (folder / "index").symlink_to(tmp_path / "elsewhere")
    assert tracked_files(folder) == frozenset()
