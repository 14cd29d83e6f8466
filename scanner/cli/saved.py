"""Reads a result that an earlier scan wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.assessment import Assessment

_MAX_BYTES = 256 * 1024 * 1024


def saved_result(file: Path) -> Assessment:
    """A result that was written as JSON.

    Raises:
        UsageError: It is not there, too large, or no result of this archscan.
    """
    from pydantic import ValidationError  # noqa: PLC0415

    from scanner.domain.assessment import Assessment  # noqa: PLC0415

    try:
        if file.stat().st_size > _MAX_BYTES:
            raise UsageError(f"{file} is larger than {_MAX_BYTES // 1024**2} MB")
        return Assessment.model_validate_json(file.read_bytes())
    except OSError as error:
        raise UsageError(f"{file} could not be read: {error.strerror}") from error
    except ValidationError:
        hint = "`archscan scan . --report json=result.json` makes one"
        raise UsageError(f"{file} is no result of this version of archscan", hint=hint) from None
