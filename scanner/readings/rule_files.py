"""Writes readings and confidence into files of rules; all else in them, comments too, stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from scanner.domain.architecture import Confidence
from scanner.domain.rule import Readings, RulePack
from scanner.errors import UsageError
from scanner.readings.counting import Counted
from scanner.readings.ledger import write_ledger


class _Edit(NamedTuple):
    """What stands between two offsets in the text gives way."""

    start: int
    end: int
    text: str


def save(root: Path, packs: Iterable[RulePack], counted: Counted) -> list[Path]:
    """Write what was counted.

    Args:
        root: Folder of the packs.
        packs: As they were loaded from there.
        counted: What came of counting.

    Returns:
        The files that were written; none where nothing was counted.

    Raises:
        UsageError: A rule cannot be changed safely, and nothing is written; or a file cannot be written.
    """
    folders = {rule.name: Path(pack.root) / rule.name for pack in packs for rule in pack.rules}
    texts: dict[Path, str] = {}
    for change in counted.changes:
        file = folders[change.rule.name] / "rule.yaml"
        try:
            texts[file] = with_readings(file.read_bytes().decode(), change.readings, change.confidence)
        except UsageError as error:
            raise UsageError(f"{file}: {error.message}", hint=error.hint) from None
    if not texts:
        return []
    try:
        ledger = write_ledger(root, counted.ledger)  # first: what is cut short here may be lost, but never counts twice
        for file, text in texts.items():
            file.write_bytes(text.encode())
    except OSError as error:
        raise UsageError(f"{error.filename} could not be written: {error.strerror}") from error
    return [ledger, *texts]


def with_readings(text: str, readings: Readings, confidence: Confidence) -> str:
    """The text of a rule with other readings and another confidence.

    Raises:
        UsageError: It is written in a way that cannot be changed safely.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    changed = text
    for edit in sorted(_edits(text, _fields(root), readings, confidence), reverse=True):
        changed = changed[: edit.start] + edit.text + changed[edit.end :]
    wanted = yaml.safe_load(text) | {"readings": readings.model_dump(), "confidence": confidence.value}
    if _loaded(changed) != wanted:
        hint = f"write confidence: {confidence.value}, and readings: {_flow(readings)}"
        raise UsageError("readings and confidence could not be changed without touching anything else", hint=hint)
    return changed


def _loaded(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None


def _edits(
    text: str, fields: Mapping[str, tuple[yaml.Node, yaml.Node]], readings: Readings, confidence: Confidence
) -> Iterator[_Edit]:
    added = ""
    line_end = "\r\n" if "\r\n" in text else "\n"
    if "confidence" in fields:
        yield _instead(fields["confidence"][1], confidence.value)
    else:
        added += f"confidence: {confidence.value}{line_end}"
    if "readings" not in fields:
        added += f"readings: {_flow(readings)}{line_end}"
    elif isinstance(node := fields["readings"][1], yaml.MappingNode) and node.value:
        yield from _counts(node, readings, line_end)
    else:
        yield _instead(node, _flow(readings))
    _, last = fields.get("confidence") or fields["severity"]
    place = text.find("\n", last.end_mark.index) + 1 or len(text)
    yield _Edit(place, place, added)


def _counts(node: yaml.MappingNode, readings: Readings, line_end: str) -> Iterator[_Edit]:
    """Numbers one by one, since comments may stand between them; one that is missing goes in front."""
    fields = _fields(node)
    key, _ = next(iter(fields.values()))
    between = ", " if node.flow_style else line_end + " " * key.start_mark.column
    missing = ""
    for name, number in readings.model_dump().items():
        if name in fields:
            yield _instead(fields[name][1], str(number))
        else:
            missing += f"{name}: {number}{between}"
    yield _Edit(key.start_mark.index, key.start_mark.index, missing)


def _instead(node: yaml.Node, text: str) -> _Edit:
    return _Edit(node.start_mark.index, node.end_mark.index, text)


def _fields(node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {key.value: (key, value) for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _flow(readings: Readings) -> str:
    return "{" + ", ".join(f"{name}: {number}" for name, number in readings.model_dump().items()) + "}"
