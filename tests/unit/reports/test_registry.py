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
    assert first.endswith("\n")
    assert REPORTERS[name](ReportContext.of(context.catalog, ())).render(build.hostile())


def test_formats() -> None:
    oscal = ["oscal-ar", "oscal-catalog", "oscal-profile", "oscal-poam"]
    assert list(REPORTERS) == ["terminal", "json", "sarif", "markdown", "html", *oscal]
