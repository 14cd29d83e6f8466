"""One digest over what a scan sees of a folder, and whether it still holds when the scan is over."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scanner.domain.fingerprint import Fingerprint
from scanner.sources.repository import Limits, RepositoryReader

NOBODY = 65534
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and modes are those of POSIX")


def make(root: Path) -> Path:
    files = {"main.tf": "locals {}\n", "app/code.py": "x = 1\n", "app/logo.png": "\0\1", "README.md": "Read\n"}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    return root


def taken(root: Path, limits: Limits | None = None) -> Fingerprint:
    reader = RepositoryReader(root, limits)
    return reader.fingerprint(reader.walk().artifacts)


def age(root: Path, seconds: int = 3600) -> None:
    then = time.time() - seconds
    for path in root.rglob("*"):
        os.utime(path, (then, then))


def test_the_same_files_have_one_fingerprint_wherever_and_whenever(tmp_path: Path) -> None:
    here, there = make(tmp_path / "here"), make(tmp_path / "there")
    age(there)
    assert taken(here).digest == taken(there).digest


@pytest.mark.parametrize("name", ["main.tf", "app/code.py", "app/logo.png", "README.md"])
def test_one_byte_of_any_file_is_another_fingerprint(tmp_path: Path, name: str) -> None:
    before = taken(make(tmp_path)).digest
    written = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(b"y" + written[1:])
    assert taken(tmp_path).digest != before


def test_files_that_come_go_or_are_renamed_are_another_fingerprint(tmp_path: Path) -> None:
    make(tmp_path)
    found = [taken(tmp_path).digest]
    (tmp_path / "empty.tf").write_text("")
    found.append(taken(tmp_path).digest)
    (tmp_path / "empty.tf").rename(tmp_path / "other.tf")
    found.append(taken(tmp_path).digest)
    (tmp_path / "app" / "code.py").rename(tmp_path / "app" / "code.go")
    found.append(taken(tmp_path).digest)
    assert len(set(found)) == 4


def test_a_limit_of_size_is_part_of_it_and_larger_files_count_by_their_size(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "big.json").write_bytes(b"x" * 5000)
    small, large = Limits(file_bytes=1000), Limits(file_bytes=10_000)
    first = taken(tmp_path, small)
    assert first.digest != taken(tmp_path, large).digest
    assert first.files["big.json"].content == "larger than is read"
    (tmp_path / "big.json").write_bytes(b"y" * 5000)
    assert taken(tmp_path, small).digest == first.digest
    (tmp_path / "big.json").write_bytes(b"y" * 5001)
    assert taken(tmp_path, small).digest != first.digest


@POSIX
def test_a_link_counts_by_where_it_leads_and_is_not_followed(tmp_path: Path) -> None:
    root = make(tmp_path / "root")
    (root / "link").symlink_to("main.tf")
    first = taken(root)
    assert "link" not in first.files
    (root / "link").unlink()
    (root / "link").symlink_to("README.md")
    assert taken(root).digest != first.digest


@POSIX
def test_a_file_that_becomes_a_link_or_a_pipe_after_the_listing_is_not_read(tmp_path: Path) -> None:
    root = make(tmp_path / "root")
    (tmp_path / "secret").write_text("secret")
    reader = RepositoryReader(root)
    reading = reader.walk()
    before = reader.fingerprint(reading.artifacts)
    (root / "main.tf").unlink()
    (root / "main.tf").symlink_to(tmp_path / "secret")
    (root / "README.md").unlink()
    os.mkfifo(root / "README.md")
    after = reader.fingerprint(reading.artifacts)
    assert after.files["main.tf"].content.startswith("unreadable")
    assert after.files["README.md"].content == "not a plain file"
    assert after.digest != before.digest
    assert not reader.unchanged(before)


@pytest.fixture
def somebody() -> Iterator[Path]:
    """A folder that everybody may enter, and a test that is run by somebody whom modes can stop."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:  # pytest's own lie below a folder of root's
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            return
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(0)


@POSIX
def test_a_file_that_becomes_readable_is_another_fingerprint(somebody: Path) -> None:
    make(somebody)
    (somebody / "main.tf").chmod(0)
    before = taken(somebody)
    assert before.files["main.tf"].content.startswith("unreadable")
    (somebody / "main.tf").chmod(0o600)
    assert taken(somebody).digest != before.digest


def test_a_file_that_is_gone_when_it_is_read_enters_as_such(tmp_path: Path) -> None:
    make(tmp_path)
    reader = RepositoryReader(tmp_path)
    reading = reader.walk()
    (tmp_path / "main.tf").unlink()
    found = reader.fingerprint(reading.artifacts)
    assert found.files["main.tf"].content.startswith("unreadable")
    assert reader.unchanged(found)
    (tmp_path / "main.tf").write_text("locals {}\n")
    assert not reader.unchanged(found)


@pytest.mark.parametrize("old", [True, False])
def test_untouched_files_are_unchanged_whatever_their_age(tmp_path: Path, old: bool) -> None:
    make(tmp_path)
    if old:
        age(tmp_path)
    reader = RepositoryReader(tmp_path)
    found = reader.fingerprint(reader.walk().artifacts)
    assert reader.unchanged(found)
    (tmp_path / "new.tf").write_text("")  # was not listed, so no result knows of it
    assert reader.unchanged(found)


def test_a_file_that_was_changed_and_put_back_is_not_unchanged(tmp_path: Path) -> None:
    make(tmp_path)
    age(tmp_path)
    reader = RepositoryReader(tmp_path)
    found = reader.fingerprint(reader.walk().artifacts)
    file = tmp_path / "main.tf"
    time.sleep(0.05)  # longer than a tick of the file system's clock
    written, times = file.read_bytes(), (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    file.write_bytes(b"other")
    file.write_bytes(written)
    os.utime(file, ns=times)
    assert reader.fingerprint(reader.walk().artifacts).digest == found.digest
    assert not reader.unchanged(found)


def test_a_change_that_leaves_the_times_of_a_new_file_as_they_were_is_seen(tmp_path: Path) -> None:
    make(tmp_path)
    reader = RepositoryReader(tmp_path)
    found = reader.fingerprint(reader.walk().artifacts)
    file = tmp_path / "main.tf"
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    with file.open("r+b") as stream:
        stream.write(b"LOCALS {}\n")
    os.utime(file, ns=times)
    assert not reader.unchanged(found)
