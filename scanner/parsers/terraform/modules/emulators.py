"""Which folders are applied against an emulator of a cloud on the developer's own computer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scanner import lazy_re
from scanner.domain.artifact import Role
from scanner.parsers.terraform.modules.folders import Folder
from scanner.parsers.terraform.syntax.tree import Block, Literal

_OWN_COMPUTER = lazy_re.compile(
    r"https?://(localhost|127\.0\.0\.1|\[::1\]|host\.docker\.internal|localstack|([a-z0-9-]+\.)*localhost\.localstack\.cloud)"
    r"(:\d+)?(/.*)?",
    re.IGNORECASE,
)


def emulated_files(folders: Iterable[Folder]) -> Iterator[tuple[str, Role]]:
    """The files of folders whose every AWS provider speaks to the developer's own computer, with their role.

    Only what is written plainly counts: a variable may be empty on the day of a release, and an override file may lie
    there for the developer alone.

    Args:
        folders: All modules.
    """
    for folder in folders:
        providers = [placed.block for placed in folder.providers.values() if placed.block.labels == ("aws",)]
        if providers and all(map(_is_emulated, providers)):
            yield from ((file.path, Role.DEVELOPMENT) for file in folder.files)


def _is_emulated(provider: Block) -> bool:
    endpoints = [block for block in provider.body.blocks if block.type == "endpoints" and not block.path]
    values = [attribute.expression for block in endpoints for attribute in block.body.attributes]
    return bool(values) and all(
        isinstance(value, Literal) and isinstance(value.value, str) and bool(_OWN_COMPUTER.fullmatch(value.value))
        for value in values
    )
