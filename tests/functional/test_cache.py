"""The cache changes nothing but the time: whatever happens to a scan or to what was kept, the result is the same.

``python -m benchmarks.acceptance FOLDER`` does the same to any repository, with more kills.
"""

from __future__ import annotations

import gzip
import lzma
import shutil
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from benchmarks.changing import changed, file_to_change
from benchmarks.disturbing import DAMAGES, Scene, damaged, exchanged, killed, together, without_folder, without_room

from .conftest import ROOT, Archscan, write

SECRET = "Tr0ub4dor-and-3-horses"
NHS_NUMBER = "9434765919"
HOLDS_SECRETS: Mapping[str, str | bytes] = {
    "main.tf": f'resource "aws_db_instance" "d" {{\n  username = "admin"\n  password = "{SECRET}"\n}}\n',
    "k8s.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {}\n  template:\n"
    "    spec:\n      containers:\n        - name: web\n          image: web:1\n          env:\n"
    f"            - {{name: DB_PASSWORD, value: {SECRET}}}\n",
    "app.py": "import psycopg2, requests\n"
    f"c = psycopg2.connect('host=db password={SECRET}')\n"
    f"nhs_number = '{NHS_NUMBER}'\n"
    f"requests.get('https://example.org/{NHS_NUMBER}', verify=False, auth=('admin', '{SECRET}'))\n",
    "docker-compose.yml": f"services:\n  db:\n    image: postgres\n    environment: [POSTGRES_PASSWORD={SECRET}]\n",
}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """A copy outside of this work tree, the commit of which may change while the tests run.

    Without the service in Java, which takes as long as all else together, and of which nothing else is kept.
    """
    folder = tmp_path_factory.mktemp("cache")
    repository = folder / "mixed-estate"
    shutil.copytree(ROOT / "examples/mixed-estate", repository, ignore=shutil.ignore_patterns("api"))
    (folder / "scratch").mkdir()
    yield Scene(repository, folder / "scratch")
    shutil.rmtree(folder)


def kept(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("*") if path.is_file()]


def test_a_second_run_and_a_run_after_a_change_are_right(scene: Scene) -> None:
    cache, entries = scene.copy_of_full("twice")
    assert {path.relative_to(cache).parts[0] for path in entries} >= {
        *("assessment", "checkov", "code", "model", "native", "semgrep"),
    }
    assert scene.differs("warm", cache) == []
    artifact = file_to_change(scene.repository)
    with changed(scene.repository, artifact, "never seen"):
        after_change = Scene(scene.repository, scene.scratch)
        assert after_change.expected
        assert after_change.differs("one file changed", cache) == []
    assert scene.differs("changed back", cache) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "# lines move\n\n"),
        ("\nresource ", '\nresource "azurerm_storage_account" "one_more" {}\n\nresource '),
        ("true", "false"),
        ("var.", "local."),
    ],
)
def test_what_rules_said_of_something_else_is_not_believed(scene: Scene, before: str, after: str) -> None:
    cache, _ = scene.copy_of_full("edited")
    file = scene.repository / "infrastructure/data.tf"
    written = file.read_text(encoding="utf-8")
    assert before in written
    try:
        file.write_text(written.replace(before, after, 1), encoding="utf-8")
        edited = Scene(scene.repository, scene.scratch)
        assert edited.expected != scene.expected
        assert edited.differs("edited", cache) == []
        assert edited.differs("edited and kept", cache) == []
    finally:
        file.write_text(written, encoding="utf-8")


def test_what_a_change_brings_is_seen_and_what_it_takes_away_is_gone(scene: Scene) -> None:
    cache, _ = scene.copy_of_full("changing")
    added = scene.repository / "worker/added.py"
    added.write_text("import requests\nrequests.get('https://example.org', verify=False)\n", encoding="utf-8")
    try:
        result, complaint = scene.scan(cache)
        assert b"worker/added.py" in result, complaint
        added.rename(added.with_name("moved.py"))
        result, complaint = scene.scan(cache)
        assert b"worker/moved.py" in result, complaint
        assert b"worker/added.py" not in result
    finally:
        for path in (added, added.with_name("moved.py")):
            path.unlink(missing_ok=True)
    assert scene.differs("taken away", cache) == []


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_any_number_of_processes_gives_the_same(scene: Scene, jobs: str) -> None:
    result, complaint = scene.scan(scene.folder("jobs"), "--jobs", jobs)
    assert result == scene.expected, complaint


def test_a_scan_that_is_killed_leaves_nothing_wrong_and_nobody_behind(scene: Scene) -> None:
    assert killed(scene, kills=5, seed=4) == []


def test_two_scans_at_once_are_both_right(scene: Scene) -> None:
    assert together(scene) == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_entries_are_made_again(scene: Scene, damage: str) -> None:
    assert damaged(scene, damage, seed=5) == []


def test_entries_in_each_others_places_are_not_believed(scene: Scene) -> None:
    assert exchanged(scene) == []


@pytest.mark.parametrize("room", ["size=4k", "size=64k", "size=8m,nr_inodes=12"])
def test_a_full_disk_costs_time_only(scene: Scene, room: str) -> None:
    faults = without_room(scene, room)
    if faults is None:
        pytest.skip("nothing may be mounted here")
    assert faults == []


def test_a_cache_that_cannot_be_written_costs_time_only(scene: Scene) -> None:
    assert without_folder(scene) == []


def test_no_cache_keeps_nothing_and_clear_removes_all(archscan: Archscan, scene: Scene, tmp_path: Path) -> None:
    variables = {"ARCHSCAN_CACHE": str(tmp_path / "cache")}
    archscan("scan", scene.repository, "--no-cache", "--format", "json", environment=variables)
    assert not kept(tmp_path)
    archscan("scan", scene.repository, "--format", "json", environment=variables)
    assert kept(tmp_path / "cache")
    cleared = archscan("cache", "clear", environment=variables)
    assert cleared.code == 0, cleared.err
    assert not kept(tmp_path / "cache")
    assert archscan("cache", "clear", environment=variables).code == 0


def test_clear_removes_nothing_that_is_not_of_the_cache(archscan: Archscan, tmp_path: Path) -> None:
    folder = write(tmp_path / "documents", {"letter.txt": "mine", "results/letter.txt": "mine"})
    archscan("cache", "clear", environment={"ARCHSCAN_CACHE": str(folder)})
    assert sorted(path.name for path in kept(folder)) == ["letter.txt", "letter.txt"]


def test_no_secret_and_no_nhs_number_is_kept(archscan: Archscan, tmp_path: Path) -> None:
    root = write(tmp_path / "repository", HOLDS_SECRETS)
    cache = tmp_path / "cache"
    run = archscan("scan", root, "--format", "json", environment={"ARCHSCAN_CACHE": str(cache)})
    assert run.code in {0, 1, 4}, run.err
    assert kept(cache)
    for path in kept(cache):
        for text in (SECRET, NHS_NUMBER):
            assert text not in _shown(path.read_bytes()), f"{path.name} holds a secret"


def _shown(data: bytes) -> str:
    """What an entry holds, compressed or not: a secret must not hide from this test."""
    texts = [data]
    for opened in (zlib.decompress, gzip.decompress, lzma.decompress):
        # An entry may begin with a checksum or a line of its own.
        for start in (0, 4, 8, 16, 20, 32, 33, 64, 65, data.find(b"\n") + 1):
            try:
                texts.append(opened(data[start:]))
            except (zlib.error, OSError, EOFError, lzma.LZMAError):
                continue
    return "\n".join(text.decode("utf-8", "replace") for text in texts)
