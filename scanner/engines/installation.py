"""Makes an engine ready ahead, so that later scans need no network and wait for nothing."""

from __future__ import annotations

from scanner.engines.checkov.index import load_index
from scanner.engines.isolation import EngineEnvironment, EngineStatus
from scanner.interfaces import Report


def install(engine: str, report: Report) -> EngineStatus:
    """Make the environment of an engine, and what is made of it once.

    Args:
        engine: One of :data:`scanner.engines.isolation.ENGINES`.
        report: Is told what goes on.

    Raises:
        EngineError: It cannot be made.
    """
    environment = EngineEnvironment(engine)
    environment.ensure(report, offline=False)
    if engine == "checkov":
        load_index(environment)
    return environment.status()
