"""The table of coverage says where rules look, by what they themselves name."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.catalog import Catalog
from scanner.domain.rule import RulePack
from scanner.rules.coverage import COLUMNS, columns_of, coverage, table
from tests.own_rules import yardstick


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return yardstick().catalog


@pytest.fixture(scope="module")
def packs() -> tuple[RulePack, ...]:
    return yardstick().packs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("administration-port-open-to-the-world", {"AWS", "Azure", "Google"}),
        ("hypervisor-instead-of-public-cloud", {"other Terraform"}),
        ("cluster-without-network-policy", {"architecture"}),
        ("certificate-check-switched-off", {"code"}),
        ("no-secret-scanning", {"documents"}),
        ("action-not-pinned", {"pipelines"}),
        ("image-tag-can-be-moved", {"AWS"}),
        ("edge-leads-to-data-store", {"architecture"}),
        ("documents-name-servers-of-ones-own", {"documents"}),
    ],
)
def test_a_rule_counts_where_it_looks(packs: tuple[RulePack, ...], name: str, expected: set[str]) -> None:
    [(rule, folder)] = [(one, Path(pack.root) / name) for pack in packs for one in pack.rules if one.name == name]
    assert expected <= columns_of(rule, folder) <= set(COLUMNS)


def test_every_control_has_a_row_and_every_rule_is_counted(packs: tuple[RulePack, ...], catalog: Catalog) -> None:
    rows = coverage(packs, catalog)
    assert [row.control for row in rows] == list(catalog.controls)
    assert sum(row.number for row in rows) == sum(len(pack.rules) for pack in packs)
    assert all(sum(row.rules.values()) >= row.number for row in rows)


def test_the_table_says_why_a_control_needs_a_person(catalog: Catalog) -> None:
    control = catalog.controls[0].model_copy(update={"person": "no file shows who holds the keys"})
    alone = catalog.model_copy(update={"controls": (control,)})
    text = table(coverage((), alone), alone)
    assert f"| {control.id} {control.title} | {control.verdict} | none |" in text
    assert f"{control.id} needs a person: no file shows who holds the keys" in text
