"""What is shown of code in which a rule found a password: never the password, however short it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.evaluation.excerpts import with_excerpts
from scanner.evaluation.redaction import MASK
from scanner.sources.repository import RepositoryReader
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


def test_nor_is_it_in_the_lines_that_are_quoted(tmp_path: Path) -> None:
    (tmp_path / "store.js").write_text(WRITTEN, encoding="utf-8")
    rules = [bound for bound in project_rules() if bound.rule.name == "store-credential-in-code"]
    reader = RepositoryReader(tmp_path)
    (found,) = evaluate(tmp_path, rules).findings
    beside = found.model_copy(update={"control": "CYBER-01", "rule": "another"})
    for finding in with_excerpts([found, beside], reader.walk().artifacts, reader):
        assert finding.excerpt is not None
        assert "new Sequelize(" in "\n".join(finding.excerpt.lines)
        assert "iloveit" not in finding.model_dump_json()
