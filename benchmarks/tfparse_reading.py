"""Reads the Terraform of a folder with tfparse, and prints what was found as JSON. Runs in tfparse's environment.

``python benchmarks/tfparse_reading.py FOLDER``. tfparse reads one root module with what it calls: where the folder
itself holds no Terraform files, each topmost folder below it that does is read.
"""

from __future__ import annotations

import json
import os
import sys

from tfparse import load_from_path


def roots(folder: str) -> list[str]:
    """The topmost folders that hold Terraform files."""
    found = []
    for path, folders, files in os.walk(folder):
        if any(name.endswith(".tf") for name in files):
            found.append(path)
            folders.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
    return found


def read(folder: str) -> dict[str, int]:
    """Counts of resources: blocks in files, and instances with an address."""
    blocks = set()
    instances = 0
    faults = 0
    for root in roots(folder):
        try:
            loaded = load_from_path(root)
        except Exception:  # noqa: BLE001  # it raises whatever its parser does; the table tells how often
            faults += 1
            continue
        for items in loaded.values():
            for item in items:
                meta = item.get("__tfmeta", {})
                if meta.get("type") == "resource":
                    instances += 1
                    blocks.add((root, meta.get("filename"), meta.get("line_start")))
    return {"blocks": len(blocks), "instances": instances, "problems": faults}


if __name__ == "__main__":
    json.dump(read(sys.argv[1]), sys.stdout)
