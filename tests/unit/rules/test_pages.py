"""Documentation pages, made from a pack of real rules."""

import os
from pathlib import Path

import pytest

from scanner.domain.catalog import Catalog
from scanner.domain.rule import RulePack
from scanner.rules.pages import pages
from tests.own_rules import yardstick

RULES = Path(__file__).parents[3] / "rules"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return yardstick().catalog


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return next(one for one in yardstick().packs if one.id == "upgradable")


def row(page: str, name: str) -> str:
    return next(line for line in page.splitlines() if line.startswith(f"| {name} |"))


def test_a_page_says_where_a_rule_looks_and_what_it_gives(pack: RulePack, catalog: Catalog) -> None:
    made = pages([pack], catalog)
    page = made["rules/upgradable/base-image-floats.md"]
    assert row(page, "looks at") == "| looks at | container build files |"
    assert row(page, "gives") == "| gives | a failure, one for each cause, with all places |"
    evidence = made["rules/upgradable/no-change-log.md"]
    assert row(evidence, "gives") == "| gives | a question for a person (review) where nothing is found |"


def test_many_names_get_a_section_of_their_own(pack: RulePack, catalog: Catalog) -> None:
    made = pages([pack], catalog)
    many = made["rules/upgradable/managed-database-past-support.md"]
    assert row(many, "looks at") == "| looks at | Terraform |"
    assert "## Looks at\n\nTerraform: `aws_db_instance`, " in many
    few = made["rules/upgradable/recreate-strategy-interrupts-service.md"]
    assert row(few, "looks at") == "| looks at | Kubernetes: `Deployment` |"
    assert "## Looks at" not in few


def test_values_of_parameters_are_written_as_a_reader_would(pack: RulePack, catalog: Catalog) -> None:
    page = pages([pack], catalog)["rules/upgradable/base-image-past-support.md"]
    assert "| `renamed` | `openjdk: library/openjdk, java: library/java` |" in page


def test_fixtures_are_told_with_what_they_must_give_and_lead_to_files(pack: RulePack, catalog: Catalog) -> None:
    made = pages([pack], catalog)
    for path, page in made.items():
        if not path.startswith("rules/upgradable/"):
            continue
        fixtures = page.partition("## Fixtures")[2].strip().splitlines()
        assert fixtures
        for line in fixtures:
            target = line.partition("](")[2].partition(")")[0]
            # The folder of the page itself need not exist yet.
            assert Path(os.path.normpath(RULES.parent / "docs" / Path(path).parent / target)).exists(), line
    page = made["rules/upgradable/base-image-floats.md"]
    written = (RULES / "upgradable" / "base-image-floats" / "tests" / "Dockerfile").read_text()
    flagged, accepted = written.count("# ruleid: base-image-floats"), written.count("# ok: base-image-floats")
    assert flagged > 1
    assert f"/tests/Dockerfile): {flagged} flagged, {accepted} accepted\n" in page


def test_the_list_of_controls_names_those_without_a_rule(pack: RulePack, catalog: Catalog) -> None:
    without = pack.model_copy(update={"rules": tuple(one for one in pack.rules if one.control != "UPGRADABLE-09")})
    controls = pages([without], catalog)["controls.md"]
    assert "| UPGRADABLE-09 Evidence of regular releases | medium | strong | none yet |" in controls
