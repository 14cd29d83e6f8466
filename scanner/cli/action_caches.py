"""What the GitHub Action keeps from run to run: keys that are safe to share, and what may be kept at all.

Engines are programs, and results are believed: neither may come from somebody whom the run does not trust. GitHub lets
a run see what was kept on its own branch, on the base of its change and on the default branch. So only runs of branches
keep something (scanner.cli.event); changes, a stranger's among them, use it and keep nothing.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from scanner import lazy_re
from scanner.cli.course import cache_folder
from scanner.cli.event import Event
from scanner.engines.isolation import ENGINES, EngineEnvironment, State
from scanner.packaging import build_id, home, packaged

_WORD = lazy_re.compile(r"[^A-Za-z0-9]+")
_SHORT = 32


def plan(event: Event, environment: Mapping[str, str], *, wanted: bool) -> dict[str, str]:
    """Outputs that tell the steps of ``action.yml`` what to restore, under which keys.

    Args:
        event: What set off the run.
        environment: ``RUNNER_OS`` and ``RUNNER_ARCH``.
        wanted: Whether the workflow wants anything to be kept.
    """
    return {
        "restore": _flag(wanted and event.may_restore),
        "save": _flag(wanted and event.may_save),
        "engines": str(home() / "engines"),
        "engines-key": f"archscan-engines-{_system(environment)}-{_of_engines()}",
        "results": "\n".join(str(folder) for folder in _folders()),
        "results-prefix": _prefix(environment),
    }


def kept(environment: Mapping[str, str]) -> dict[str, str]:
    """Outputs that tell what there is to keep after a scan.

    Args:
        environment: As for :func:`plan`.
    """
    names = sorted(_entries())
    digest = hashlib.sha256("\n".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:_SHORT]
    ready = all(EngineEnvironment(name).state() is State.READY for name in ENGINES)
    return {
        "engines-ready": _flag(ready),
        "results-key": f"{_prefix(environment)}{digest}" if names else "",
    }


def _prefix(environment: Mapping[str, str]) -> str:
    return f"archscan-results-{_system(environment)}-{_of_results()}-"


def _system(environment: Mapping[str, str]) -> str:
    return "-".join(_WORD.sub("", environment.get(name, "")) or "unknown" for name in ("RUNNER_OS", "RUNNER_ARCH"))


def _of_engines() -> str:
    """Of all that makes the environments of engines: what is locked, and the Python that they are made with."""
    digest = hashlib.sha256(f"{sys.version}\0{sys.base_prefix}\0{home()}\0".encode("utf-8", "surrogatepass"))
    for name in ENGINES:
        digest.update(EngineEnvironment(name).requirements.read_bytes())
    return digest.hexdigest()[:_SHORT]


def _of_results() -> str:
    """Of archscan, its Python and libraries, and its rules: what another build has kept is of no use."""
    digest = hashlib.sha256(build_id().encode())
    for top in ("rules", "policies"):
        root = packaged(top)
        for file in sorted(root.rglob("*.yaml")):
            if "tests" not in file.relative_to(root).parts:
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:_SHORT]


def _folders() -> tuple[Path, Path]:
    return cache_folder(), home() / "rules"


def _entries() -> Iterator[str]:
    """Entries of the caches by name: a name is a digest of all that decides its content."""
    for folder in _folders():
        for place, _, names in os.walk(folder):
            yield from (name for name in names if Path(place).parent != folder.parent)


def _flag(value: bool) -> str:
    return "true" if value else "false"
