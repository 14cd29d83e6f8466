from __future__ import annotations

import hashlib
import os
import pickle
import resource
import subprocess
import sys
import threading
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.cache import MAX_ENTRY, DiskCache, NoCache, cache_key
from scanner.errors import UsageError

KEY = cache_key("kind", ["a"])


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("kind/*/*") if path.is_file())


def age(path: Path, days: float) -> None:
    moment = time.time() - days * 86_400
    os.utime(path, (moment, moment))


@given(st.lists(st.text(max_size=3), max_size=3), st.lists(st.text(max_size=3), max_size=3))
def test_keys_are_alike_only_where_all_parts_are(left: list[str], right: list[str]) -> None:
    assert (cache_key("kind", left) == cache_key("kind", right)) is (left == right)


def test_a_key_counts_its_kind_and_takes_text_as_its_bytes() -> None:
    assert cache_key("one", ["a"]) != cache_key("two", ["a"])
    assert cache_key("one", ["ä"]) == cache_key("one", ["ä".encode()])


def test_what_is_kept_is_found_again_by_another_process(tmp_path: Path) -> None:
    DiskCache(tmp_path / "cache").put(KEY, b"value")
    again: DiskCache = pickle.loads(pickle.dumps(DiskCache(tmp_path / "cache")))  # noqa: S301  # as a pool sends it
    assert again.get(KEY) == b"value"
    assert again.get(cache_key("kind", ["b"])) is None


def test_without_a_cache_nothing_is_kept() -> None:
    NoCache().put(KEY, b"value")
    assert NoCache().get(KEY) is None


@pytest.mark.parametrize("value", [b"", b"\0" * 1_000_000, os.urandom(10_000)])
def test_any_bytes_can_be_kept(tmp_path: Path, value: bytes) -> None:
    cache = DiskCache(tmp_path)
    cache.put(KEY, value)
    assert cache.get(KEY) == value


def test_an_entry_that_is_damaged_anywhere_is_not_there_and_is_made_again(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    value = b"value that is long enough to be told from others"
    cache.put(KEY, value)
    (file,) = entries(tmp_path)
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.get(KEY) in {None, value}, place
        file.write_bytes(whole[:place])
        assert cache.get(KEY) is None, place
    cache.put(KEY, value)
    assert cache.get(KEY) == value


def test_a_bomb_in_the_place_of_an_entry_is_not_unpacked(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(KEY, b"value")
    (file,) = entries(tmp_path)
    bomb = b"\0" * (MAX_ENTRY + 1)
    digest = hashlib.sha256(KEY.encode() + b"\0" + bomb).digest()
    file.write_bytes(file.read_bytes()[:9] + digest + zlib.compress(bomb))
    assert cache.get(KEY) is None


def test_an_entry_in_the_place_of_another_is_not_there(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    other = cache_key("kind", ["other"])
    cache.put(KEY, b"value")
    cache.put(other, b"another value")
    one, two = entries(tmp_path)
    one.replace(tmp_path / "kept")
    two.replace(one)
    (tmp_path / "kept").replace(two)
    assert cache.get(KEY) is None
    assert cache.get(other) is None


def test_a_value_that_is_too_large_is_not_kept(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(KEY, bytes(MAX_ENTRY + 1))
    assert cache.get(KEY) is None
    assert cache.fault is None


def test_where_nothing_can_be_written_it_is_said_and_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = DiskCache(tmp_path / "file" / "cache")
    cache.put(KEY, b"value")
    cache.trim()
    assert cache.get(KEY) is None
    assert cache.fault is not None
    assert "could not be written" in cache.fault


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of the size of files")
def test_a_full_disk_leaves_no_half_entry(tmp_path: Path) -> None:
    script = (
        "import signal, sys; from pathlib import Path; from scanner.cache import DiskCache\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "cache = DiskCache(Path(sys.argv[1])); cache.put(sys.argv[2], __import__('os').urandom(100_000))\n"
        "print(cache.fault)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), KEY],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "could not be written" in done.stdout
    assert entries(tmp_path) == []
    assert list((tmp_path / "drafts").iterdir()) == []


def test_many_at_once_never_see_half_an_entry(tmp_path: Path) -> None:
    values = [bytes([number]) * 50_000 for number in range(8)]
    seen: list[bytes | None] = []

    def work(value: bytes) -> None:
        cache = DiskCache(tmp_path)
        for _ in range(20):
            cache.put(KEY, value)
            seen.append(cache.get(KEY))

    threads = [threading.Thread(target=work, args=(value,)) for value in values]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 160
    assert set(seen) <= set(values)


def test_what_was_not_used_for_the_longest_time_goes_first(tmp_path: Path) -> None:
    keys = [cache_key("kind", [str(number)]) for number in range(10)]
    cache = DiskCache(tmp_path, max_bytes=6_000)
    for number, key in enumerate(keys):
        cache.put(key, os.urandom(1_000))
        age(tmp_path / "kind" / key[5:7] / key[5:], days=20 - number)
    assert cache.get(keys[0]) is not None  # used again, and so the youngest
    cache.trim()
    left = [number for number, key in enumerate(keys) if cache.get(key) is not None]
    assert left[0] == 0
    assert left[1:] == list(range(10 - len(left) + 1, 10))
    assert sum(file.stat().st_size for file in entries(tmp_path)) <= 6_000


def test_what_a_kill_left_unfinished_is_removed_after_a_while(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(KEY, b"value")
    old, new = tmp_path / "drafts" / "old", tmp_path / "drafts" / "new"
    for draft in (old, new):
        draft.write_bytes(b"half")
    age(old, days=1)
    cache.trim()
    assert not old.exists()
    assert new.exists()


def test_clearing_deletes_entries_and_says_how_much(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path / "cache")
    assert cache.clear() == 0
    cache.put(KEY, b"value")
    assert cache.clear() > 0
    assert cache.get(KEY) is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("five years")
    with pytest.raises(UsageError, match="not a cache of archscan"):
        DiskCache(tmp_path).clear()
    assert (tmp_path / "thesis.tex").exists()
