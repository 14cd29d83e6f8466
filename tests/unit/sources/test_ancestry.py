from __future__ import annotations

from pathlib import Path

import pytest
from dulwich.repo import Repo

from scanner.sources.ancestry import merged_into


def commit(repository: Repo, text: str, parents: list[bytes] | None = None) -> bytes:
    (Path(repository.path) / "a.txt").write_text(text)
    work_tree = repository.get_worktree()
    work_tree.stage(["a.txt"])
    more = {} if parents is None else {"merge_heads": parents[1:]}
    if parents is not None:
        repository.refs[b"HEAD"] = parents[0]
    return work_tree.commit(text.encode(), committer=b"A <a@example.org>", author=b"A <a@example.org>", **more)


@pytest.fixture
def repository(tmp_path: Path) -> Repo:
    return Repo.init(str(tmp_path))


def test_a_merge_of_a_change_is_compared_with_what_it_merges_into(repository: Repo) -> None:
    first = commit(repository, "first")
    head = commit(repository, "change", [first])
    later = commit(repository, "later", [first])
    commit(repository, "merge", [later, head])
    folder = Path(repository.path)
    assert merged_into(folder, first.decode(), head.decode()) == later.decode()
    assert merged_into(folder, first.decode()) == first.decode(), "whose merge it is, is not known"
    assert merged_into(folder / ".git", first.decode(), head.decode()) == later.decode()


def test_a_commit_of_the_change_itself_is_compared_with_the_base(repository: Repo) -> None:
    first = commit(repository, "first")
    head = commit(repository, "change")
    assert merged_into(Path(repository.path), first.decode(), head.decode()) == first.decode()


@pytest.mark.parametrize("base", ["", "f" * 40, "main", "HEAD~1", "-x", "a\n" + "f" * 40])
def test_what_is_not_there_is_none(repository: Repo, base: str) -> None:
    commit(repository, "first")
    assert merged_into(Path(repository.path), base) is None


def test_no_clone_and_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    assert merged_into(tmp_path / "plain", "f" * 40) is None
    Repo.init(str(tmp_path / "empty"), mkdir=True)
    assert merged_into(tmp_path / "empty", "f" * 40) is None
    (tmp_path / "empty/.git/HEAD").write_bytes(b"\x00\xff")
    assert merged_into(tmp_path / "empty", "f" * 40) is None
