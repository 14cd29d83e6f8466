"""Makes of the folders that a command names what reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scanner.interfaces import Reader
    from scanner.sources.earlier import Earlier


def reader_of(paths: Sequence[str], earlier: Earlier | None = None) -> Reader:
    """Reads a folder, or several repositories of one product.

    Args:
        paths: ``FOLDER``, and others as ``FOLDER`` or ``NAME=FOLDER``.
        earlier: A commit that stands for the first folder.

    Raises:
        UsageError: One is no folder.
    """
    from scanner.sources.repository import RepositoryReader  # noqa: PLC0415

    first = RepositoryReader(Path(paths[0]))
    if earlier is not None:
        source = first.source().model_copy(update={"revision": earlier.commit, "branch": None})
        first = RepositoryReader(earlier.folder, earlier=source)
    if len(paths) == 1:
        return first
    from scanner.sources.several import SeveralRepositories, names_of  # noqa: PLC0415

    others = names_of(paths[1:])
    return SeveralRepositories(first, {name: RepositoryReader(Path(folder)) for name, folder in others.items()})
