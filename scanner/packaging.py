"""Finds the rules and policies that travel with archscan."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def packaged(name: str) -> Path:
    """The folder ``rules`` or ``policies``: inside the wheel, or beside the package in a checkout.

    Args:
        name: ``rules`` or ``policies``.

    Returns:
        An existing folder.

    Raises:
        FileNotFoundError: The installation is broken.
    """
    for candidate in (_PACKAGE / "packaged" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"archscan's {name} are missing from this installation")
