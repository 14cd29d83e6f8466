"""Disturbs scans that share a cache: kills them, runs them at once, damages what was kept, gives them no room.

Whatever happens, the result of the next scan is that of a scan without a cache, byte for byte. Each function gives the
faults that it found in words; none is good.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import IO

from benchmarks import own
from benchmarks.leftovers import end, processes_that_mention

SECONDS = 1800
"""For one scan."""
GRACE = 2.0
"""Seconds after which nothing of a killed scan may be left."""
DAY = "2026-11-21"
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Begun:
    """A scan that runs; it writes to files, because what it leaves behind may hold a pipe open."""

    process: subprocess.Popen[bytes]
    output: IO[bytes]
    complaints: IO[bytes]

    def result(self) -> tuple[bytes, str]:
        """Wait for it.

        Returns:
            The result, or nothing when the scan gave none; and what it complained of.
        """
        with self.output, self.complaints:
            code = self.process.wait(timeout=SECONDS)
            self.output.seek(0)
            self.complaints.seek(0)
            words = self.complaints.read()[-300:].decode("utf-8", "replace")
            return (self.output.read() if code in own.ENDED else b""), f"exit code {code} {words}"


@dataclass(frozen=True)
class Scene:
    """A repository that nobody else touches, and a folder for all else."""

    repository: Path
    scratch: Path
    tell: Tell = field(default=lambda _: None)
    """Is told how far it is."""
    program: Callable[..., Sequence[str]] = field(default=partial(own.command, as_of=DAY))
    """Gives the command line of a scan, from the repository and options of the scan."""

    @cached_property
    def expected(self) -> bytes:
        """The result without a cache.

        Raises:
            ChildProcessError: There is none.
        """
        result, complaint = self.scan(self.folder("nothing-kept"), "--no-cache")
        if not result:
            raise ChildProcessError(f"a scan without a cache gave no result: {complaint}")
        return result

    @cached_property
    def full(self) -> Path:
        """A cache after one scan; not to be changed.

        Raises:
            ChildProcessError: That scan went wrong, or kept nothing.
        """
        cache = self.folder("full-cache")
        if faults := self.differs("cold", cache):
            raise ChildProcessError(faults[0])
        if not any(path.is_file() for path in cache.rglob("*")):
            raise ChildProcessError("nothing was kept in the cache")
        return cache

    def copy_of_full(self, name: str) -> tuple[Path, list[Path]]:
        """A copy of the full cache to damage.

        Args:
            name: Of the folder.

        Returns:
            The folder, and its files in a stable order.
        """
        cache = self.folder(name)
        shutil.copytree(self.full, cache, dirs_exist_ok=True)
        return cache, sorted(path for path in cache.rglob("*") if path.is_file())

    def folder(self, name: str) -> Path:
        """A fresh and empty folder."""
        path = self.scratch / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        return path

    def start(self, cache: Path, *options: str, before: Sequence[str] = ()) -> Begun:
        """Begin a scan with a temporary folder of its own.

        Args:
            cache: Folder of results.
            options: Of the scan.
            before: A program that starts the scan.
        """
        temporary = self.scratch / f"{cache.name}-temporary"
        temporary.mkdir(exist_ok=True)
        output, complaints = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115  # Begun closes them
        process = subprocess.Popen(
            [*before, *self.program(self.repository, *options)],
            cwd=self.scratch, env=dict(own.environment(temporary, cache)), start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=output, stderr=complaints,
        )  # fmt: skip
        return Begun(process, output, complaints)

    def scan(self, cache: Path, *options: str, before: Sequence[str] = ()) -> tuple[bytes, str]:
        """Scan to the end. As :meth:`start`; returns as :meth:`Begun.result`."""
        return self.start(cache, *options, before=before).result()

    def differs(self, what: str, cache: Path, before: Sequence[str] = ()) -> list[str]:
        """Scan once more, and compare.

        Args:
            what: Stands in the fault.
            cache: Folder of results.
            before: A program that starts the scan.
        """
        result, complaint = self.scan(cache, before=before)
        return [] if result == self.expected else [f"{what}: {_difference(result, self.expected, complaint)}"]


def _difference(result: bytes, expected: bytes, complaint: str) -> str:
    if not result:
        return f"no result, {complaint}"
    for number, (one, other) in enumerate(zip(result.splitlines(), expected.splitlines(), strict=False), 1):
        if one != other:
            return f"another result, line {number}: {one[:160]!r} instead of {other[:160]!r}"
    return f"another result: {len(result)} bytes instead of {len(expected)}"


def killed(scene: Scene, kills: int, seed: int) -> list[str]:
    """Kill a scan at random moments, each time with an empty cache, then scan again with what is in it.

    Args:
        scene: What is scanned.
        kills: How often.
        seed: Decides the moments.
    """
    scene.tell(f"a whole result has {len(scene.expected):,} bytes")
    begin = time.perf_counter()
    whole = scene.folder("whole")
    faults = scene.differs("cold", whole)
    length = time.perf_counter() - begin
    faults += _left("a whole scan", whole)
    moments = random.Random(seed)  # noqa: S311  # moments are no secret
    for number in range(1, kills + 1):
        moment = moments.uniform(0.02, length * 0.95)
        cache = scene.folder(f"killed-{number}")
        begun = scene.start(cache)
        time.sleep(moment)
        ended = begun.process.poll() is not None
        begun.process.kill()
        begun.result()
        what = f"kill {number} after {moment:.2f} of {length:.2f} s"
        scene.tell(f"{what}{' (it had ended)' if ended else ''}")
        faults += _left(what, cache)
        faults += scene.differs(what, cache)
        faults += _left(f"the scan after {what}", cache)
    return faults + _left("a scan without a cache", scene.scratch)


def _left(what: str, cache: Path) -> list[str]:
    """What still runs of a scan after the time of grace; it is ended."""
    until = time.perf_counter() + GRACE
    while (left := processes_that_mention(str(cache))) and time.perf_counter() < until:
        time.sleep(0.05)
    for process in left:
        end(process)
    return [f"left by {what}: process {process}, {words}" for process, words in left.items()]


def together(scene: Scene, number: int = 2) -> list[str]:
    """Start several scans at once with one empty cache, then another with what they left.

    Args:
        scene: What is scanned.
        number: How many.
    """
    cache = scene.folder("together")
    results = [begun.result() for begun in [scene.start(cache) for _ in range(number)]]
    faults = [
        f"scan {place} of {number}: {_difference(result, scene.expected, complaint)}"
        for place, (result, complaint) in enumerate(results, 1)
        if result != scene.expected
    ]
    return [*faults, *scene.differs("after scans at once", cache)]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] if data else b"x"


def _flip(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data)) if data else 0
    return data[:place] + bytes([(data[place] if data else 0) ^ 1 << chance.randrange(8)]) + data[place + 1 :]


DAMAGES: Mapping[str, Callable[[bytes, random.Random], bytes]] = {
    "truncated": _truncate,
    "emptied": lambda _, __: b"",
    "one bit turned": _flip,
    "other bytes": lambda data, chance: chance.randbytes(len(data) + 1),
    "something appended": lambda data, chance: data + chance.randbytes(9),
    "JSON of another shape": lambda _, __: b'{"findings": 1, "value": [null]}',
}
"""What is done to every file of a cache."""


def damaged(scene: Scene, damage: str, seed: int) -> list[str]:
    """Damage every file of a full cache, then scan twice.

    Args:
        scene: What is scanned.
        damage: One of :data:`DAMAGES`.
        seed: Decides what is damaged in each file.
    """
    cache, files = scene.copy_of_full("damaged")
    chance = random.Random(seed)  # noqa: S311  # nothing here is secret
    for path in files:
        path.write_bytes(DAMAGES[damage](path.read_bytes(), chance))
    faults = scene.differs(f"{len(files)} files {damage}", cache)
    return [*faults, *scene.differs(f"after {damage}", cache)]


def exchanged(scene: Scene) -> list[str]:
    """Give every file of a full cache the content of another, as a disk that lost its order would."""
    cache, files = scene.copy_of_full("exchanged")
    contents = [path.read_bytes() for path in files]
    for path, content in zip(files, contents[1:] + contents[:1], strict=True):
        path.write_bytes(content)
    return scene.differs(f"{len(files)} files exchanged", cache)


def without_room(scene: Scene, size: str) -> list[str] | None:
    """Scan twice with a cache on a disk that is soon full.

    Args:
        scene: What is scanned.
        size: Of the disk, as options of tmpfs, such as ``size=64k``.

    Returns:
        The faults; None where this system lets us mount nothing.
    """
    cache = scene.folder("full")
    mount = f'mount -t tmpfs -o {size} none "$0" && exec "$@"'
    unshare = shutil.which("unshare")
    if unshare is None:
        return None
    start = [unshare, *(() if os.geteuid() == 0 else ("--user", "--map-root-user")), "--mount", "/bin/sh", "-c", mount]
    if subprocess.run([*start, str(cache), "/bin/true"], check=False, capture_output=True).returncode != 0:
        return None
    twice = 'first=$("$@"); code=$?; [ $code -le 4 ] && exec "$@"'
    return scene.differs(f"disk of {size}", cache, [*start, str(cache), "/bin/sh", "-c", twice, "sh"])


def without_folder(scene: Scene) -> list[str]:
    """Scan with caches that cannot be made or written."""
    file = scene.scratch / "a-file"
    file.write_text("", encoding="utf-8")
    closed = scene.folder("closed")
    closed.chmod(0o500)
    places = {
        "a file in the place of the cache": file,
        "a cache below a file": file / "cache",
        "a cache where not even root may make one": Path("/proc/archscan"),
        "a folder that may not be written": closed,
    }
    faults = [fault for what, cache in places.items() for fault in scene.differs(what, cache)]
    closed.chmod(0o700)
    return faults
