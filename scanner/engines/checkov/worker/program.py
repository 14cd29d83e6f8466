"""The program: makes the index, or answers one request."""

from __future__ import annotations

import gc
import json
import os
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import graphs, imports, index
from .judging import Judge, watch_searches

VERSION = 1
"""Of the form of requests, answers and index."""


def main(arguments: Sequence[str]) -> int:
    """Run.

    Args:
        arguments: ``index``: print the index. ``judge``: read a request from standard input, print the answer.

    Returns:
        The exit code: 0, or 3 when nobody asked anything.
    """
    gc.disable()  # it ends before there is anything worth collecting
    root = Path(sysconfig.get_path("purelib"))
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # whatever a check prints is no answer
        imports.prepare(root)
        if arguments[0] == "index":
            out.write(json.dumps({"version": VERSION, **index.make(root)}).encode())
            return 0
        imports.begin()
        asked = sys.stdin.buffer.read()
        if not asked:
            return 3
        out.write(json.dumps(_answer(json.loads(asked))).encode())
    return 0


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    """The verdicts, in the order of what was asked."""
    watch_searches()
    judge = Judge(request["index"])
    blocks = [judge.block(asked) for asked in request["blocks"]]
    networks = [graphs.verdicts(asked, judge, request["index"]) for asked in request["graphs"]]
    return {"version": VERSION, "blocks": blocks, "graphs": networks, "faults": sorted(judge.faults)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
