"""Reads and evaluates the Terraform of a folder in this process, as a scan does, and prints what was found as JSON.

``python -m benchmarks.terraform_reading FOLDER``
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from scanner.domain.artifact import ArtifactKind
from scanner.parsers.terraform import TerraformParser
from scanner.sources.repository import RepositoryReader

_NOT_MANAGED = ("data.", "provider.")
_OTHER = frozenset(("module", "variable", "output", "terraform"))


def read(folder: Path) -> dict[str, int | float]:
    """Counts of what the model holds after everything in the folder was read and evaluated, and the seconds it took."""
    started = time.perf_counter()
    reader = RepositoryReader(folder)
    artifacts = reader.walk().artifacts
    parser = TerraformParser()
    seconds = 0.0
    found: dict[str, int | float] = {
        "blocks": 0,
        "instances": 0,
        "environments": 0,
        "known": 0,
        "unknown": 0,
        "problems": 0,
    }
    for unit in parser.units(artifacts):
        parsed = parser.parse(unit, reader)
        seconds = time.perf_counter() - started
        managed = [
            resource
            for resource in parsed.resources
            if resource.type not in _OTHER and not resource.type.startswith(_NOT_MANAGED)
        ]
        found["blocks"] += len({(resource.location.path, resource.location.start_line) for resource in managed})
        found["instances"] += len(managed)
        found["environments"] += len({resource.environment for resource in managed})
        found["known"] += parsed.counts.get("known_values", 0)
        found["unknown"] += parsed.counts.get("unknown_values", 0)
        found["problems"] += len(parsed.problems)
    found["lines"] = sum(
        (folder / artifact.path).read_bytes().count(b"\n")
        for artifact in artifacts
        if artifact.kind is ArtifactKind.TERRAFORM
    )
    return {**found, "seconds": seconds}


if __name__ == "__main__":
    json.dump(read(Path(sys.argv[1])), sys.stdout)
