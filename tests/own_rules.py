"""archscan's own rules, and what they say of the examples: made once for all tests, for all of it is frozen.

Rules are read and compiled as they stand, not recalled: that takes seconds, and no test that asks here is about the
reading.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from scanner.cli.scan import load_yardstick
from scanner.domain.assessment import Assessment
from scanner.interfaces import ReportContext
from scanner.pipeline import Course, Yardstick, assess
from scanner.sources.repository import RepositoryReader
from scanner.verification import FIXTURE_DAY

EXAMPLES = Path(__file__).parents[1] / "examples"


@cache
def _loaded() -> Yardstick:
    return load_yardstick("default", None, FIXTURE_DAY)


def yardstick(as_of: date = FIXTURE_DAY) -> Yardstick:
    """The default policy with all rules."""
    return replace(_loaded(), as_of=as_of)


def report_context() -> ReportContext:
    """What reports show beside a result."""
    return ReportContext.of(_loaded().catalog, _loaded().packs)


@cache
def assessed(example: str, as_of: date = FIXTURE_DAY) -> Assessment:
    """The result of one example that is one repository, with all engines."""
    return assess(RepositoryReader(EXAMPLES / example), yardstick(as_of), lambda _: None, Course())
