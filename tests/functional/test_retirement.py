"""A repository that says it is no longer in use: what is found is told as leads, and no gate passes quietly by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import DAY, Archscan, write

DATABASE = 'resource "aws_db_instance" "wards" {\n  publicly_accessible = true\n  storage_encrypted   = false\n}\n'
WRITTEN = DATABASE.replace("storage_encrypted   = false", 'password = "correct-horse-battery"')
SAYS = "# Wards\n\n> This repository is no longer in use.\n"
RETIRED = "README.md:3 says that the repository is no longer in use"
RULE = "store-with-public-address"
OPTIONS = ("--offline", "--as-of", DAY, "--format", "json")


def of_rule(result: dict[str, Any], rule: str = RULE) -> list[dict[str, Any]]:
    return [one for one in result["findings"] if one["rule"] == rule and one["outcome"] in {"fail", "review"}]


def test_what_is_found_is_told_as_leads(archscan: Archscan, tmp_path: Path) -> None:
    folder = write(tmp_path / "wards", {"main.tf": DATABASE, "README.md": "# Wards\n"})
    before = archscan("scan", folder, *OPTIONS, "--fail-on", "critical")
    assert before.code == 1
    assert [one["outcome"] for one in of_rule(before.json)] == ["fail"]
    write(folder, {"README.md": SAYS})
    after = archscan("scan", folder, *OPTIONS, "--fail-on", "critical")
    assert after.code == 4, "nobody takes such a pass for praise"
    assert after.json["gate"]["passed"]
    assert after.json["gate"]["reasons"] == [f"incomplete: {RETIRED}, so what was found is told as leads"]
    assert not after.json["complete"]
    assert after.json["retired"] == [
        {"folder": "", "location": location("README.md", 3), "says": "no longer in use"},
    ]
    (lead,) = of_rule(after.json)
    assert (lead["outcome"], lead["confidence"], lead["severity"]) == ("review", "low", "medium")
    assert RETIRED in [one["description"] for one in lead["evidence"]]
    told = {one["outcome"] for one in after.json["findings"]}
    assert "fail" not in told
    asked = [one for one in after.json["findings"] if one["outcome"] == "review"]
    assert {one["confidence"] for one in asked} == {"low"}


def location(path: str, line: int) -> dict[str, Any]:
    return {"path": path, "start_line": line, "end_line": None, "start_column": None}


def test_a_rule_that_weighs_as_much_everywhere_still_does(archscan: Archscan, tmp_path: Path) -> None:
    folder = write(tmp_path / "wards", {"main.tf": WRITTEN, "README.md": SAYS})
    result = archscan("scan", folder, *OPTIONS).json
    failing = {one["rule"] for one in result["findings"] if one["outcome"] == "fail"}
    assert failing == {"database-password-in-terraform"}, "a password opens what it opens, whoever wrote it down"
    assert result["retired"]


def test_each_repository_speaks_for_itself(archscan: Archscan, tmp_path: Path) -> None:
    live = write(tmp_path / "app", {"main.tf": DATABASE, "README.md": "# Wards\n"})
    old = write(tmp_path / "infra", {"old.tf": DATABASE.replace("wards", "beds"), "README.md": SAYS})
    both = archscan("scan", live, old, *OPTIONS)
    told = {one["location"]["path"]: one["outcome"] for one in of_rule(both.json)}
    assert told == {"main.tf": "fail", "infra/old.tf": "review"}
    assert both.json["retired"] == [
        {"folder": "infra", "location": location("infra/README.md", 3), "says": "no longer in use"}
    ]
    assert both.json["gate"]["reasons"][-1] == f"incomplete: infra/{RETIRED}, so what was found there is told as leads"
    turned = archscan("scan", old, live, *OPTIONS)
    told = {one["location"]["path"]: one["outcome"] for one in of_rule(turned.json)}
    assert told == {"app/main.tf": "fail", "old.tf": "review"}
    assert turned.json["gate"]["reasons"][-1] == f"incomplete: {RETIRED}, so what was found there is told as leads"


def test_what_is_missing_in_the_product_is_a_lead_where_all_of_it_is_retired(
    archscan: Archscan, tmp_path: Path
) -> None:
    live = write(tmp_path / "app", {"main.tf": DATABASE, "README.md": "# Wards\n"})
    old = write(tmp_path / "infra", {"old.tf": DATABASE, "README.md": SAYS})

    def missing(*folders: Path) -> set[bool]:
        found = archscan("scan", *folders, *OPTIONS).json["findings"]
        whole = [one for one in found if one["location"]["path"] == "." and one["outcome"] in {"fail", "review"}]
        return {RETIRED in [fact["description"].removeprefix("infra/") for fact in one["evidence"]] for one in whole}

    assert missing(old) == {True}
    assert missing(live, old) == {False}


def test_a_change_of_the_readme_is_seen_by_what_was_kept(archscan: Archscan, tmp_path: Path) -> None:
    folder = write(tmp_path / "wards", {"main.tf": DATABASE, "README.md": "# Wards\n"})
    kept = {"ARCHSCAN_CACHE": str(tmp_path / "cache")}

    def scanned(readme: str) -> tuple[str, str]:
        write(folder, {"README.md": readme})
        plain = archscan("scan", folder, *OPTIONS, "--no-cache").out
        return plain, archscan("scan", folder, *OPTIONS, environment=kept).out

    outs = [scanned(readme) for readme in ("# Wards\n", SAYS, "# Wards\n", SAYS, SAYS)]
    assert all(plain == cached for plain, cached in outs)
    assert outs[0] == outs[2] != outs[1] == outs[3] == outs[4]


@pytest.mark.parametrize("persona", ["developer", "ci", "assessor"])
def test_a_reader_sees_it_first(archscan: Archscan, tmp_path: Path, persona: str) -> None:
    folder = write(tmp_path / "wards", {"main.tf": DATABASE, "README.md": SAYS})
    told = archscan("scan", folder, "--offline", "--as-of", DAY, "--persona", persona)
    assert RETIRED in " ".join(told.out.split()[:80])


def test_reports_say_it(archscan: Archscan, tmp_path: Path) -> None:
    folder = write(tmp_path / "wards", {"main.tf": DATABASE, "README.md": SAYS})
    files = {name: tmp_path / f"r.{name}" for name in ("html", "markdown", "sarif", "junit")}
    reports = [part for name, file in files.items() for part in ("--report", f"{name}={file}")]
    archscan("scan", folder, "--offline", "--as-of", DAY, *reports)
    for file in files.values():
        assert "says that the repository is no longer in use" in file.read_text("utf-8"), file.name
    assert "A product that is no longer in use can hardly pass or fail" in files["html"].read_text("utf-8")


def test_a_readme_that_nobody_can_read_retires_nothing(archscan: Archscan, tmp_path: Path) -> None:
    folder = write(tmp_path / "wards", {"main.tf": DATABASE, "README.md": b"\x00\x01\x02\xff" * 9})
    (folder / "README.rst").symlink_to("old.md")
    result = archscan("scan", folder, *OPTIONS).json
    assert result["retired"] == []
    assert [one["outcome"] for one in of_rule(result)] == ["fail"]


def test_what_was_known_before_is_still_known(archscan: Archscan, tmp_path: Path) -> None:
    folder = write(tmp_path / "wards", {"main.tf": DATABASE, "README.md": "# Wards\n"})
    baseline = tmp_path / "baseline.json"
    assert archscan("baseline", folder, "--output", baseline, "--offline").code == 0
    write(folder, {"README.md": SAYS})
    comparison = archscan("scan", folder, *OPTIONS, "--baseline", baseline).json["comparison"]
    assert (comparison["new"], comparison["mended"]) == (0, []), "told with less weight, and not mended"
