from __future__ import annotations

from pathlib import Path

import pytest

from scanner import __version__
from scanner.packaging import build_id, digest_of_build, home, packaged


def make(folder: Path) -> Path:
    package = folder / "package"
    (package / "inner").mkdir(parents=True)
    (package / "inner" / "module.py").write_text("A = 1\n")
    (package / "locks.txt").write_text("one==1\n")
    (package / "packaged" / "rules").mkdir(parents=True)
    (package / "packaged" / "rules" / "pack.yaml").write_text("id: a\n")
    (folder / "libraries" / "one-1.0.dist-info").mkdir(parents=True)
    return package


def digest(folder: Path) -> str:
    return digest_of_build(folder / "package", [str(folder / "libraries"), str(folder / "not-there")])


def test_a_build_has_one_identity_wherever_it_lies_and_whenever_it_was_written(tmp_path: Path) -> None:
    for name in ("here", "there"):
        make(tmp_path / name)
    (tmp_path / "there" / "package" / "inner" / "module.py").touch()
    (tmp_path / "there" / "package" / "inner" / "__pycache__").mkdir()
    (tmp_path / "there" / "package" / "inner" / "__pycache__" / "left.py").write_text("rubbish")
    assert digest(tmp_path / "here") == digest(tmp_path / "there")


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("package/inner/module.py", "A = 2\n"),
        ("package/inner/other.py", ""),
        ("package/locks.txt", "one==2\n"),
        ("libraries/two-1.0.dist-info/METADATA", ""),
    ],
)
def test_any_change_to_code_locks_or_libraries_is_another_build(tmp_path: Path, path: str, content: str) -> None:
    make(tmp_path)
    before = digest(tmp_path)
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(content)
    assert digest(tmp_path) != before


def test_a_change_of_the_same_size_is_another_build(tmp_path: Path) -> None:
    module = make(tmp_path) / "inner" / "module.py"
    before = digest(tmp_path)
    module.write_text("A = 2\n")
    assert digest(tmp_path) != before


def test_rules_have_digests_of_their_own(tmp_path: Path) -> None:
    package = make(tmp_path)
    before = digest(tmp_path)
    (package / "packaged" / "rules" / "pack.yaml").write_text("id: b\n")
    assert digest(tmp_path) == before


def test_the_identity_of_this_build_names_its_version() -> None:
    version, _, rest = build_id().rpartition("-")
    assert version == __version__
    assert len(rest) == 64
    assert build_id() == build_id()


def test_rules_and_policies_are_found() -> None:
    assert (packaged("rules") / "catalog").is_dir()
    assert (packaged("policies") / "default.yaml").is_file()
    with pytest.raises(FileNotFoundError, match="missing from this installation"):
        packaged("nonsense")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"ARCHSCAN_HOME": "/a", "XDG_CACHE_HOME": "/b"}, "/a"),
        ({"XDG_CACHE_HOME": "/b"}, "/b/archscan"),
    ],
)
def test_home_follows_the_variables(variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ARCHSCAN_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert home() == Path(expected)
