"""Which findings were counted: a line each in a file beside the packs, so that none is counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from scanner.errors import UsageError
from scanner.readings.lists import Verdict

COUNTED = "counted.txt"
"""In the folder of the packs, outside each of them: no pack's digest hangs on it."""
_HEAD = """\
# Findings whose readings were counted by `archscan rules readings`: digest of the finding, rule, verdict.
# Each is counted once. Keep this file with the rules.
"""


class Entry(NamedTuple):
    """A finding that was counted."""

    rule: str
    verdict: Verdict


def read_ledger(root: Path) -> dict[str, Entry]:
    """What was counted before, by :attr:`scanner.readings.lists.Reading.key`; nothing where there is no such file.

    Args:
        root: Folder of the packs.

    Raises:
        UsageError: A line of the file cannot be read.
    """
    file = root / COUNTED
    made: dict[str, Entry] = {}
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            key, rule, verdict = line.split()
            made[key] = Entry(rule, Verdict(verdict))
        except ValueError:
            hint = "digest, rule and verdict, with a blank between; both sides of a merge are kept"
            raise UsageError(f"{file}:{number}: no record of a reading", hint=hint) from None
    return made


def write_ledger(root: Path, entries: Mapping[str, Entry]) -> Path:
    """Write the file anew, in the order of rules and digests, and give its path."""
    lines = sorted((one.rule, key, one.verdict.value) for key, one in entries.items())
    (root / COUNTED).write_text(_HEAD + _joined(lines), encoding="utf-8", newline="\n")
    return root / COUNTED


def _joined(lines: Iterable[tuple[str, str, str]]) -> str:
    return "".join(f"{key} {rule} {verdict}\n" for rule, key, verdict in lines)
