"""Reads the Terraform of a folder with tfparse, and prints what was found as JSON. Runs in tfparse's environment.

``python benchmarks/tfparse_reading.py FOLDER``. tfparse reads one root module with what it calls: where the folder
holds several, each folder that no other one calls is read.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time

from tfparse import load_from_path

_SOURCE = re.compile(r'^\s*source\s*=\s*"(\.{1,2}(?:/[^"]*)?)"', re.MULTILINE)


def roots(folder: str) -> list[str]:
    """Folders that hold Terraform files and that no other one calls by its path."""
    found = []
    called = set()
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names = [name for name in files if name.endswith(".tf")]
        if names:
            found.append(path)
        for name in names:
            with open(os.path.join(path, name), encoding="utf-8", errors="replace") as file:  # noqa: PTH118, PTH123
                called.update(os.path.normpath(os.path.join(path, source)) for source in _SOURCE.findall(file.read()))  # noqa: PTH118
    return [path for path in found if os.path.normpath(path) not in called]


def read(folder: str) -> dict[str, int | float]:
    """Counts of resources: blocks in files, and instances with an address; and the seconds in ``load_from_path``."""
    blocks = set()
    instances = 0
    faults = 0
    seconds = 0.0
    for root in roots(folder):
        started = time.perf_counter()
        try:
            loaded = load_from_path(root)
        except Exception:  # noqa: BLE001  # it raises whatever its parser does; the table tells how often
            faults += 1
            continue
        finally:
            seconds += time.perf_counter() - started
        for items in loaded.values():
            for item in items:
                meta = item.get("__tfmeta", {})
                if meta.get("type") == "resource":
                    instances += 1
                    blocks.add((root, meta.get("filename"), meta.get("line_start")))
    return {"blocks": len(blocks), "instances": instances, "problems": faults, "seconds": seconds}


if __name__ == "__main__":
    json.dump(read(sys.argv[1]), sys.stdout)
