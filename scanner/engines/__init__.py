"""Engines: they put rules to a system."""

from __future__ import annotations

from scanner.interfaces import Engine


def default_engines(checkov: str = "worker") -> tuple[Engine, ...]:
    """The engines of a scan, in the order in which they run.

    Args:
        checkov: ``worker`` puts its checks to archscan's own resources; ``cli`` lets its command line read the files.
    """
    from scanner.engines.checkov.engine import CheckovEngine  # noqa: PLC0415  # only a scan pays for the imports
    from scanner.engines.evidence import EvidenceEngine  # noqa: PLC0415
    from scanner.engines.native import NativeEngine  # noqa: PLC0415
    from scanner.engines.semgrep.engine import SemgrepEngine  # noqa: PLC0415

    checks: Engine = CheckovEngine()
    if checkov == "cli":
        from scanner.engines.checkov.command_line import CheckovCommandLine  # noqa: PLC0415

        checks = CheckovCommandLine()
    return NativeEngine(), EvidenceEngine(), SemgrepEngine(), checks
