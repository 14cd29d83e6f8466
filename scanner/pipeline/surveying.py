"""The architecture of a system without a verdict on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scanner.domain.configuration import ArchitectureConfiguration, Configuration
from scanner.domain.system import System
from scanner.interfaces import Reader, Report
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.configuration import load_configuration

if TYPE_CHECKING:
    from scanner.pipeline import Course


def infer(reader: Reader, report: Report, course: Course) -> tuple[System, Configuration]:
    """What archscan infers by itself, with nothing that is declared of the architecture.

    Args:
        reader: Gives the files.
        report: Is told what goes on.
        course: How to go about it.

    Returns:
        The system with its model, and what the supplier declares so far.

    Raises:
        NothingToScanError: There is no artefact that archscan reads.
        ConfigurationError: ``archscan.yaml`` is not valid.
    """
    report("reading the files")
    reading = read(reader)
    declared = load_configuration(reading.artifacts, reader)
    counted = declared.model_copy(update={"architecture": ArchitectureConfiguration()})
    parsers = default_parsers(counted, course.cache, reading.artifacts)
    parsed = parse(parsers, reading, reader, report, course)
    return model(reader, reading, parsed, report, counted), declared
