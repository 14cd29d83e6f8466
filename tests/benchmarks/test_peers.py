from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks.measuring import measure
from benchmarks.peers import Peer, bound_rules, checkov_ids, counted, peers, write_semgrep_rules
from scanner.interfaces import BoundRule
from scanner.processes import minimal_environment

FILES = {
    "main.tf": 'resource "aws_mq_broker" "a" {\n  auto_minor_version_upgrade = false\n}\n',
    "app.py": "import ssl\n\ncontext = ssl._create_unverified_context()\n",
}
UNCHECKED = "certificate-check-switched-off"
"""The rule that the second file breaks."""


@pytest.fixture(scope="module")
def rules() -> tuple[BoundRule, ...]:
    return bound_rules()


def test_rule_files_are_those_of_the_rules_and_no_entry_hides_another(
    rules: tuple[BoundRule, ...], tmp_path: Path
) -> None:
    number = write_semgrep_rules(rules, tmp_path / "rules")
    written = {path.stem: yaml.safe_load(path.read_bytes())["rules"] for path in (tmp_path / "rules").iterdir()}
    assert set(written) == {bound.rule.name for bound in rules if bound.rule.check.engine == "semgrep"}
    ids = [entry["id"] for entries in written.values() for entry in entries]
    assert len(set(ids)) == len(ids) == number > len(written)
    assert f"{len(written)} semgrep" in counted(rules)


def test_both_peers_find_what_is_there(rules: tuple[BoundRule, ...], tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    # The programs are what is tried here, and start faster with the rules that have something to find.
    few = [bound for bound in rules if bound.rule.check.engine == "checkov" or bound.rule.name == UNCHECKED]
    assert "CKV_AWS_207" in checkov_ids(few)
    programs = peers(few, tmp_path, lambda _: None)
    assert [peer.name for peer in programs] == ["checkov", "semgrep"]
    assert [found(peer, folder, tmp_path) for peer in programs] == [1, 1]
    assert programs[1].typed.endswith("--config RULES FOLDER")


def found(peer: Peer, folder: Path, scratch: Path) -> int:
    run = measure(peer.command(folder), {**minimal_environment(scratch), **peer.variables()}, scratch, 300)
    assert run.code == 0, run.complaint
    return peer.found(run.output)
