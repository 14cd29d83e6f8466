"""Structured logs without personal data."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

import structlog

TEN_DIGITS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
ALLOWED = frozenset({"event", "level", "timestamp", "correlation_id", "appointment", "slot", "status", "actor", "duration_ms"})


def mask(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep only fields on the list, and blank whatever looks like an NHS number in them."""
    for name in list(event):
        if name not in ALLOWED:
            del event[name]
        elif isinstance(event[name], str):
            event[name] = TEN_DIGITS.sub("**********", event[name])
    return event


def configure() -> None:
    """Send JSON lines to standard output."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            mask,
            structlog.processors.JSONRenderer(),
        ]
    )
