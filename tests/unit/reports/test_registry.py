"""Every registered format."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.interfaces import ReportContext
from scanner.reports import REPORTERS


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_format_renders_the_same_text_for_the_same_result(build: Any, name: str) -> None:
    context = build.context()
    reporter = REPORTERS[name](context)
    assert reporter.name == name
    first = reporter.render(build.ordinary())
    assert first == REPORTERS[name](context).render(build.ordinary())
    assert isinstance(first, bytes) or first.endswith("\n")
    for made in (build.hostile(), build.hostile_change(), build.compared()):
        assert REPORTERS[name](ReportContext.of(context.catalog, ())).render(made)


def test_formats() -> None:
    oscal = ["oscal-ar", "oscal-catalog", "oscal-profile", "oscal-poam"]
    ours = ["terminal", "json", "sarif", "markdown", "comment", "junit", "xlsx", "badge", "html"]
    assert list(REPORTERS) == [*ours, *oscal]
