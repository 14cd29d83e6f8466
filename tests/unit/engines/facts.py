"""What findings say, in short."""

from collections.abc import Iterable

from scanner.domain.finding import Finding


def facts(findings: Iterable[Finding]) -> list[tuple[str, str, str, int]]:
    """Rule, outcome, path and line of each finding, in order."""
    return sorted((one.rule, one.outcome.value, one.location.path, one.location.start_line) for one in findings)
