"""What is shown of code in which a rule found a password: never the password, however short it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.evaluation.redaction import MASK
from tests.unit.engines.semgrep.bench import evaluate, project_rules

pytestmark = pytest.mark.engines

WRITTEN = """
const { Sequelize } = require('sequelize');

const wards = new Sequelize('wards', 'rota', 'iloveit', { host: 'records-db', dialect: 'mysql' });
"""


def test_a_short_password_is_in_nothing_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "store.js").write_text(WRITTEN, encoding="utf-8")
    rules = [bound for bound in project_rules() if bound.rule.name == "store-credential-in-code"]
    (finding,) = evaluate(tmp_path, rules).findings
    assert finding.location.path == "store.js"
    assert "iloveit" not in finding.model_dump_json()
    shown = finding.evidence[0].value
    assert shown is not None
    assert MASK in shown
