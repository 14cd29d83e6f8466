"""A process that has archscan imported, and copies itself for each command: a Python of its own for each takes longer.

Run as a program by :mod:`tests.functional.commands`. Each line that it reads is a command; a copy of this process takes
on its arguments, folder, environment and output, and then does what ``python -P -m scanner`` does. The line that it
writes is the exit code. All copies have the same seed of hashes: what could depend on it needs a start from nothing.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import runpy
import sys
from typing import Any, NoReturn

import scanner

_PROGRAMS = (".worker", "scanner.__main__", "scanner.engines.semgrep.run")
"""Parts of the names of modules that are programs of their own."""


def import_all() -> None:
    """Import all modules that commands import."""
    for module in pkgutil.walk_packages(scanner.__path__, "scanner."):
        if not any(part in module.name for part in _PROGRAMS):
            importlib.import_module(module.name)


def serve() -> dict[str, Any]:
    """Copy this process for each line of the standard input.

    Returns:
        In a copy: what it was told to do.
    """
    for line in sys.stdin:
        process = os.fork()
        if not process:
            return dict(json.loads(line))
        _, status = os.waitpid(process, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()
    sys.exit()


def become(told: dict[str, Any]) -> NoReturn:
    """Be the command that was asked for."""
    for number, (file, flags) in enumerate(
        [(os.devnull, os.O_RDONLY), (told["out"], os.O_WRONLY), (told["err"], os.O_WRONLY)]
    ):
        opened = os.open(file, flags)
        os.dup2(opened, number)
        os.close(opened)
    os.chdir(told["folder"])
    os.environ.clear()
    os.environ.update(told["environment"])
    sys.argv = ["scanner", *told["arguments"]]
    runpy.run_module("scanner", run_name="__main__", alter_sys=True)
    sys.exit()


if __name__ == "__main__":
    import_all()
    become(serve())
