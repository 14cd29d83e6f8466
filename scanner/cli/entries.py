"""Adds an entry to a list in a YAML file of the supplier's; what stands in it, comments too, stays as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date


def with_entry(before: str, head: str, fields: Mapping[str, object]) -> str:
    """The text of the file with one more entry at its end.

    Args:
        before: Text of the file; empty where there is none yet.
        head: What a new file begins with.
        fields: Of the entry; anything but a day is written as JSON, which YAML reads as it is meant.
    """
    lines = [
        f"{'  - ' if number == 0 else '    '}{name}: "
        + (str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False))
        for number, (name, value) in enumerate(fields.items())
    ]
    gap = "" if not before or before.endswith("\n") else "\n"
    return (before + gap if before.strip() else head) + "\n".join(lines) + "\n"
