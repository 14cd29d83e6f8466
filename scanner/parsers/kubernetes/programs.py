"""Runs the programs that render manifests: on a copy, without a network, with little memory and time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scanner.errors import EngineError
from scanner.parsers.kubernetes.complaints import told
from scanner.parsers.nodes import Node
from scanner.parsers.positioned import read_documents
from scanner.processes import GIBIBYTE, NOT_ALONE, Limits, minimal_environment, run_limited

HELM = "ARCHSCAN_HELM"
"""Environment variable that names Helm, or is empty for no chart to be rendered."""
KUBECTL = "ARCHSCAN_KUBECTL"
"""Environment variable that names kubectl, or is empty for nothing to be built by Kustomize."""
LIMITS = Limits(seconds=60, memory=4 * GIBIBYTE, output=64 * 1024**2, network=False)


class Rendered(NamedTuple):
    """What a file has become, or some of it."""

    path: str
    """Of the file, relative to the folder that was rendered."""
    text: str


def find_program(variable: str, name: str) -> Path | None:
    """Where a program is installed, if it is; never in a folder that is named relative to where one stands.

    Args:
        variable: Environment variable that may name it.
        name: By which it is looked for otherwise.
    """
    found = os.environ.get(variable, shutil.which(name))
    return Path(found) if found and Path(found).is_absolute() and Path(found).is_file() else None


def signature() -> str:
    """Changes with the programs that are installed: what they write becomes part of a result."""
    found = (find_program(HELM, "helm"), find_program(KUBECTL, "kubectl"))
    return " ".join(f"{one} {one.stat().st_size} {one.stat().st_mtime_ns}" if one else "-" for one in found)


def run_alone(command: Sequence[str], folder: Path, scratch: Path) -> str:
    """What a program writes.

    Args:
        command: Absolute path of the program, and its arguments.
        folder: In which it runs; its path is left out of what it complains of.
        scratch: An existing folder for its own files.

    Raises:
        EngineError: It could not be run, or did not do its work.
    """
    done = run_limited(command, folder, minimal_environment(scratch), scratch, LIMITS)
    name = Path(command[0]).name
    if done.code == NOT_ALONE:
        raise EngineError(f"this system does not allow to run {name} without a network")
    if done.code:
        raise EngineError(told(done.stderr, folder) or f"{name} ended with {done.code}")
    return done.stdout.decode("utf-8", errors="replace")


def read_written(text: str) -> tuple[Node, ...]:
    """The documents that a program wrote.

    Raises:
        EngineError: Some of them could not be read. They take the place of others, so what they hide would be lost.
    """
    found = read_documents(text)
    if found.faults:
        why = "; ".join(dict.fromkeys(fault.message for fault in found.faults))
        raise EngineError(f"what it writes cannot be read: {why}")
    return found.documents
