"""Reads waivers: the supplier's file, comments beside the code, and an assessor's file outside the repository.

A waiver that cannot be understood is handed over as such: it sets nothing aside, and the register says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scanner.domain.artifact import Artifact, Location
from scanner.domain.frozen import Frozen
from scanner.domain.profile import LINE_KEY
from scanner.domain.waiver import Approval, Form, Waiver, Written
from scanner.errors import ConfigurationError, UsageError
from scanner.interfaces import Contents
from scanner.sources.configuration_places import mark_entries
from scanner.sources.declared import load_declared, plain, read_declared
from scanner.sources.inline_waivers import inline_waivers

FILE = "archscan-waivers.yaml"
"""Name of the supplier's file, in the root of what is scanned."""
_OTHER_NAMES = frozenset({"archscan-waivers.yml", "archscan-waivers.json", ".archscan-waivers.yaml"})
"""Names under which somebody may write it, and wonder."""
_MAX_BYTES = 1024 * 1024


class _Entries(Frozen):
    """A file of waivers before each of them is looked at: one mistake must not cost the others."""

    approver: str = ""
    waivers: tuple[Any, ...] = ()


def load_waivers(artifacts: Iterable[Artifact], contents: Contents) -> tuple[Written, ...]:
    """What the supplier waives, in the file and beside the code.

    Args:
        artifacts: Everything that was found.
        contents: Gives the files.
    """
    listed = tuple(artifacts)
    try:
        entries = load_declared(FILE, _Entries, listed, contents, _marked)
        written = [] if entries is None else list(_each(entries, Form.FILE, FILE))
        if entries is not None and entries.approver:
            written.append(_faulty(Form.FILE, FILE, 1, "a supplier approves nothing: 'approver' is left out"))
    except ConfigurationError as error:
        written = [_faulty(Form.FILE, FILE, 1, error.message.removeprefix(f"{FILE} "))]
    for one in listed:
        if one.path in _OTHER_NAMES:
            written.append(Written(Form.FILE, Location(path=one.path), fault=f"it is not called {FILE}"))
    return (*written, *inline_waivers(listed, contents))


def load_approvals(file: Path) -> tuple[Written, ...]:
    """What an assessor waives, and which of the supplier's waivers they approve.

    Args:
        file: Outside the repository, else it would be the supplier's word.

    Raises:
        UsageError: It is not there, no plain YAML, or names no approver.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} could not be read: {error.strerror}") from error
    if len(content) > _MAX_BYTES:
        raise UsageError(f"{file} is larger than {_MAX_BYTES // 1024} KB")
    return read_approvals(file.name, content)


def read_approvals(name: str, content: bytes) -> tuple[Written, ...]:
    """What an assessor's file says. See :func:`load_approvals`."""
    entries = read_declared(name, _Entries, content, _marked)
    if not entries.approver.strip():
        raise UsageError(f"{name} names no approver", hint='begin it with `approver: "name, body"`')
    return tuple(
        one._replace(approver=_approver(one, entries.approver)) for one in _each(entries, Form.APPROVALS, name)
    )


def read_waivers(name: str, content: bytes) -> tuple[Written, ...]:
    """What a supplier's file says.

    Raises:
        ConfigurationError: It is no plain YAML, or not of this form.
    """
    return tuple(_each(read_declared(name, _Entries, content, _marked), Form.FILE, name))


def _approver(one: Written, default: str) -> str:
    return (one.approval.approver if one.approval else "") or default


def _marked(content: object, top: Any) -> object:
    if isinstance(content, dict) and "waivers" in content and content["waivers"] is None:
        del content["waivers"]  # a list that holds nothing yet
    return mark_entries(content, top, "waivers")


def _each(entries: _Entries, form: Form, name: str) -> Iterator[Written]:
    for entry in entries.waivers:
        if not isinstance(entry, dict):
            yield _faulty(form, name, 1, f"an entry is a map of fields, not {type(entry).__name__}")
            continue
        line = entry.get(LINE_KEY, 1)
        where = Location(path=name, start_line=line)
        try:
            if form is Form.APPROVALS and "approves" in entry:
                yield Written(form, where, approval=Approval.model_validate(entry))
            else:
                yield Written(form, where, waiver=Waiver.model_validate(entry))
        except ValidationError as error:
            rule = entry.get("rule")
            yield _faulty(form, name, line, plain(error, None), rule if isinstance(rule, str) else "")


def _faulty(form: Form, name: str, line: int, fault: str, rule: str = "") -> Written:
    return Written(form, Location(path=name, start_line=line), fault=fault, rule=rule)
