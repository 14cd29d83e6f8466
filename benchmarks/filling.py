"""Fills the gaps of a made-up file; ``@NAME@`` is a gap, because braces and dollars mean something in Terraform."""

from __future__ import annotations

from pathlib import Path


def filled(text: str, **values: object) -> str:
    """A text with its gaps filled.

    Args:
        text: With gaps such as ``@NAME@``.
        values: What goes into them, by the name in lower case.
    """
    for name, value in values.items():
        text = text.replace(f"@{name.upper()}@", str(value))
    return text


def chosen(number: int, *choices: str) -> str:
    """One of several, the same for the same number, and not simply in turn.

    Args:
        number: Of what is made.
        choices: At least one.
    """
    return choices[(number * 2_654_435_761 % 2**32 >> 16) % len(choices)]


def write(path: Path, text: str) -> None:
    """Write a file, and the folders above it.

    Args:
        path: Of the file.
        text: Its content.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
