"""What was installed: the rules and policies that travel with archscan, its very build, and the folder it writes to."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scanner import __version__

_PACKAGE = Path(__file__).parent
_RULES_AND_POLICIES = "packaged"


def packaged(name: str) -> Path:
    """The folder ``rules`` or ``policies``: inside the wheel, or beside the package in a checkout.

    Args:
        name: ``rules`` or ``policies``.

    Returns:
        An existing folder.

    Raises:
        FileNotFoundError: The installation is broken.
    """
    for candidate in (_PACKAGE / _RULES_AND_POLICIES / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"archscan's {name} are missing from this installation")


def home() -> Path:
    """Folder in which archscan keeps what it can make again."""
    if given := os.environ.get("ARCHSCAN_HOME"):
        return Path(given).absolute()
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given).absolute() / "archscan"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "archscan" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "archscan"
    return Path.home() / ".cache" / "archscan"


@cache
def build_id() -> str:
    """Identifies all that makes a result, other than rules and input: this code, its Python and its libraries.

    Returns:
        The version, a hyphen and 64 hexadecimal digits: the same wherever the same is installed, and another one after
        any change to a module, so that results kept by one build are never taken for those of another.
    """
    return f"{__version__}-{digest_of_build(_PACKAGE, sys.path)}"


def digest_of_build(package: Path, places: list[str]) -> str:
    """SHA-256 over the files of a package, the Python that runs it, and the names and versions of its libraries.

    Args:
        package: Folder of the code.
        places: Folders in which libraries lie, as in ``sys.path``.
    """
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.version} {sys.platform}\n".encode())
    for path, content in _code(os.fspath(package), ""):
        digest.update(f"{path}\n{len(content)}\n".encode("utf-8", "surrogatepass"))
        digest.update(content)
    for name in sorted({name for place in places for name in _names(place) if name.endswith(".dist-info")}):
        digest.update(f"{name}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _code(folder: str, inside: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the package but its rules and policies, which have digests of their own, with its path."""
    for name in sorted(_names(folder)):
        path = os.path.join(folder, name)  # noqa: PTH118  # a tenth of the time of a Path, on every start
        if name.endswith((".py", ".txt", ".json")):
            with open(path, "rb") as file:  # noqa: PTH123
                yield f"{inside}{name}", file.read()
        elif name not in {"__pycache__", _RULES_AND_POLICIES} and os.path.isdir(path):  # noqa: PTH112
            yield from _code(path, f"{inside}{name}/")


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208
    except OSError:  # an entry of sys.path that is no folder: a zip, or nothing at all
        return []
