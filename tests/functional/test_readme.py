"""What the README says is so."""

from __future__ import annotations

import re
from pathlib import Path

from scanner.cli import EXIT_NOTHING, EXIT_OWN_FAULT, EXIT_USAGE
from scanner.cli.scan import EXIT_FAILED, EXIT_INCOMPLETE, EXIT_PASSED
from scanner.domain.layers import LAYER_WORDS
from scanner.modelling.layers import LAYER_LABELS
from scanner.sources.configuration import FILE, load_configuration
from scanner.sources.repository import RepositoryReader

from .conftest import ROOT, Archscan

README = (ROOT / "README.md").read_text()


def test_the_commands_exist(archscan: Archscan) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"\$ make (\w+)", README)) <= targets
    for command in re.findall(
        r"`archscan ((?:rules|engines|policy|waivers) \w+|init|explain|map|baseline|diff|report)", README
    ):
        assert archscan(*command.split(), "--help").code == 0, command
    for option in re.findall(r"(?<!-)(--[a-z][a-z-]+)", README):
        assert option in archscan("scan", "--help").out, option


def test_the_exit_codes_are_those_of_the_program() -> None:
    listed = {int(code): text for code, text in re.findall(r"^\| (\d) \| (.+?) \|$", README, re.MULTILINE)}
    assert set(listed) == {
        EXIT_PASSED, EXIT_FAILED, EXIT_USAGE, EXIT_NOTHING, EXIT_INCOMPLETE, EXIT_OWN_FAULT,
    }  # fmt: skip
    assert "passed" in listed[EXIT_PASSED]
    assert "usage" in listed[EXIT_USAGE]
    assert "nothing to scan" in listed[EXIT_NOTHING]


def test_the_declaration_of_roots_is_read_as_it_says(tmp_path: Path) -> None:
    (text,) = [block for block in re.findall(r"```yaml\n(.+?)```", README, re.DOTALL) if block.startswith("terraform:")]
    (tmp_path / FILE).write_text(text)
    reader = RepositoryReader(tmp_path)
    declared = load_configuration(reader.walk().artifacts, reader).terraform
    assert [(root.path, root.name, root.var_files, root.workspace) for root in declared.roots] == [
        ("infrastructure", "prod", ("prod.tfvars",), "prod"),
        ("infrastructure", "dev", ("dev.tfvars",), None),
    ]
    assert list(declared.modules.values()) == ["vendored/bucket"]


def test_links_lead_somewhere() -> None:
    for page in (
        "README.md",
        "CONTRIBUTING.md",
        "examples/README.md",
        "docs/architecture.md",
        "docs/ci.md",
        "docs/guide.md",
        "docs/reports.md",
        "docs/profile-and-evidence.md",
        "docs/worked-product.md",
        "docs/decisions/README.md",
    ):
        text = (ROOT / page).read_text()
        for link in re.findall(r"\]\((?!https?://|#)([^)#]+)", text):
            assert ((ROOT / page).parent / link).exists(), f"{page}: {link}"


def test_the_page_on_the_profile_is_read_as_it_says(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "profile-and-evidence.md").read_text()
    blocks = re.findall(r"```yaml\n(.+?)```", page, re.DOTALL)
    (tmp_path / FILE).write_text("".join(blocks))
    reader = RepositoryReader(tmp_path)
    declared = load_configuration(reader.walk().artifacts, reader)
    assert declared.profile.answers["user_interface"].reason == "a batch service"
    assert [one.name for one in declared.related] == ["infra"]
    assert list(declared.terraform.modules.values()) == ["terraform-modules/table"]


def test_the_first_useful_result_is_within_a_screen() -> None:
    assert README[: README.index("make demo")].count("\n") < 25


def test_the_page_on_the_architecture_is_read_as_it_says(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    (text,) = [
        block for block in re.findall(r"```yaml\n(.+?)```", page, re.DOTALL) if block.startswith("architecture:")
    ]
    (tmp_path / FILE).write_text(text)
    reader = RepositoryReader(tmp_path)
    declared = load_configuration(reader.walk().artifacts, reader).architecture
    assert [one.layer for one in declared.layers] == ["presentation", "data"]
    assert declared.components[0].same_as == "Deployment/portal/web"
    assert declared.ignore[0].paths == ("tools/demo/",)
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", page, re.MULTILINE)
    words = {word: layer for layer, also in rows for word in (layer, *re.findall(r"`(\w+)`", also))}
    assert words == {word: layer.value for word, layer in LAYER_WORDS.items()}
    assert all(f"`{key}`" in page or key in page for key in LAYER_LABELS)
