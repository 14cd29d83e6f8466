"""Writes a whole made-up repository of a chosen size, so that measurements need no clone of anybody's.

``python -m benchmarks.generated_repository FOLDER SIZE``; the same size gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import generated
from benchmarks.filling import write
from benchmarks.generated_manifests import write_manifests, write_workload
from benchmarks.generated_source import write_source, write_source_file
from benchmarks.generated_teams import write_team


@dataclass(frozen=True)
class Size:
    """How much of what there is."""

    services: int
    """Files of about ninety lines in a few large root modules that call modules, as a product's own estate has them."""
    teams: int
    """Small root modules of about 310 lines with six manifests each, as a shared platform has them."""
    source_files: int


SIZES: Mapping[str, Size] = {
    "small": Size(services=1, teams=0, source_files=1),
    "medium": Size(services=90, teams=22, source_files=120),
    "large": Size(services=320, teams=1850, source_files=600),
}
"""Small is a repository of ten files; medium has 15,000 lines of Terraform; large 600,000 and 11,000 manifests."""


def write_repository(folder: Path, size: Size) -> None:
    """Write the repository.

    Args:
        folder: Is made; must not be there yet.
        size: One of :data:`SIZES`, or another.
    """
    folder.mkdir(parents=True)
    write(folder / "README.md", "# Made up\n\nA repository that nobody needs: programs are measured on it.\n")
    generated.write_repository(folder / "infrastructure", size.services)
    for number in range(size.teams):
        team = folder / "teams" / f"team{number:04}"
        write_manifests(team, number)
        write_team(team / "terraform", number)
    if size.teams:
        write_source(folder, size.source_files)
    else:
        _write_one_workload(folder, size.source_files)


def _write_one_workload(folder: Path, source_files: int) -> None:
    """What a small repository has beside Terraform."""
    for number in range(source_files):
        write_source_file(folder, number)
    write(folder / "Dockerfile", 'FROM python:3.8-slim\nCOPY . /app\nCMD ["python", "/app/main.py"]\n')
    write_workload(folder / "deployment.yaml", 1)


if __name__ == "__main__":
    write_repository(Path(sys.argv[1]), SIZES[sys.argv[2]])
