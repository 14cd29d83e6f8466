"""Names of articles and names of records."""

from __future__ import annotations

import pytest

from scanner.engines.literature import named_as_literature


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("docs/Hazard log (randomised trial app).xlsx", False),
        ("docs/DCB0129 safety case - position statement.pdf", False),
        ("papers/hazard-log.pdf", False),
        ("docs/statins - position statement.pdf", True),
        ("docs/a randomised trial.pdf", True),
        ("docs/10.1000_risk-management.0073.pdf", True),
        ("docs/PMID 30000001 incidents.pdf", True),
        ("docs/jones et al risk assessment of statins.pdf", True),
        ("papers/statins.pdf", True),
        ("docs/statins.pdf", False),
    ],
)
def test_a_record_that_is_called_like_an_article_is_a_record(path: str, is_article: bool) -> None:
    assert named_as_literature(path) is is_article
