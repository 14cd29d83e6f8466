"""Which controls are judged in which kinds of artefacts, and, of Terraform, for which providers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from scanner.domain.catalog import Catalog, Control
from scanner.domain.rule import EvidenceCheck, NativeCheck, Rule, RulePack, SemgrepCheck
from scanner.rules.documents import read_document

AWS, AZURE, GOOGLE, OTHER = "AWS", "Azure", "Google", "other Terraform"
KUBERNETES, IMAGES, CODE, PIPELINES, CONTRACTS = "Kubernetes", "images", "code", "pipelines", "APIs"
DOCUMENTS, ARCHITECTURE = "documents", "architecture"
COLUMNS = (AWS, AZURE, GOOGLE, OTHER, KUBERNETES, IMAGES, CODE, PIPELINES, CONTRACTS, DOCUMENTS, ARCHITECTURE)
"""Kinds of artefacts, Terraform by provider, in the order in which they are shown."""

_PROVIDERS = {"aws": AWS, "awscc": AWS, "azurerm": AZURE, "azuread": AZURE, "azapi": AZURE, "google": GOOGLE}
_FAMILIES = {
    "kubernetes": KUBERNETES,
    "container": IMAGES,
    "compose": IMAGES,
    "workflow": PIPELINES,
    "code": CODE,
    "markup": CODE,
    "dependencies": CODE,
    "api": CONTRACTS,
    "diagram": DOCUMENTS,
    "document": DOCUMENTS,
    "component": ARCHITECTURE,
    "relation": ARCHITECTURE,
    "path": ARCHITECTURE,
    "repository": ARCHITECTURE,
}
_LANGUAGES = {"terraform": OTHER, "hcl": OTHER, "dockerfile": IMAGES}
_ENDINGS = {
    **dict.fromkeys((".md", ".rst", ".adoc", ".txt"), DOCUMENTS),
    **dict.fromkeys((".tf", ".tfvars"), OTHER),
    **dict.fromkeys((".yaml", ".yml"), KUBERNETES),
}
_CHECKOV = {"AWS": AWS, "AZURE": AZURE, "GCP": GOOGLE, "K8S": KUBERNETES, "DOCKER": IMAGES, "GHA": PIPELINES}


@dataclass(frozen=True)
class Row:
    """How one control is judged."""

    control: Control
    rules: Mapping[str, int]
    """Column to number of rules that look there; a rule may look in several."""
    number: int
    """Rules of the control."""


def coverage(packs: Sequence[RulePack], catalog: Catalog) -> tuple[Row, ...]:
    """How each control is judged, in the order of the catalogue.

    Args:
        packs: All rule packs.
        catalog: Controls and principles.
    """
    counts: dict[str, Counter[str]] = {control.id: Counter() for control in catalog.controls}
    numbers: Counter[str] = Counter()
    for pack in packs:
        for rule in pack.rules:
            numbers[rule.control] += 1
            counts[rule.control].update(columns_of(rule, Path(pack.root) / rule.name))
    return tuple(Row(control, dict(counts[control.id]), numbers[control.id]) for control in catalog.controls)


def columns_of(rule: Rule, folder: Path) -> frozenset[str]:
    """The kinds of artefacts in which a rule looks.

    Args:
        rule: Of any engine.
        folder: Of the rule, in which the patterns of a rule of semgrep lie.
    """
    check = rule.check
    if isinstance(check, NativeCheck):
        return frozenset(
            column for family, globs in check.subject.items() for column in _of_family(family, map(str, globs))
        )
    if isinstance(check, SemgrepCheck):
        entries = read_document(folder / check.config).data["rules"]
        return frozenset(column for entry in entries for column in _of_patterns(entry))
    if isinstance(check, EvidenceCheck):
        return frozenset({DOCUMENTS})
    return frozenset(_CHECKOV.get(name.split("_")[1], OTHER) for name in check.ids)


def _of_family(family: str, globs: Iterable[str]) -> Iterable[str]:
    return map(_provider, globs) if family == "terraform" else (_FAMILIES.get(family, CODE),)


def _provider(glob: str) -> str:
    """The provider of a type such as ``data.aws_iam_policy_document``, ``provider.google`` or ``azurerm_*``."""
    name = glob.removeprefix("data.").removeprefix("provider.")
    return _PROVIDERS.get(name.partition("_")[0], OTHER)


def _of_patterns(entry: Mapping[str, Any]) -> Iterable[str]:
    for language in entry["languages"]:
        if language not in {"regex", "generic"}:
            yield _LANGUAGES.get(language, CODE)
            continue
        included = [str(one) for one in entry.get("paths", {}).get("include", ())]
        yield from {_of_path(path) for path in included} or {CODE}


def _of_path(glob: str) -> str:
    path = PurePosixPath(glob)
    if ".github" in path.parts or "pipelines" in path.name or path.name.startswith((".gitlab-ci", "Jenkinsfile")):
        return PIPELINES
    if path.name.startswith(("Dockerfile", "Containerfile")) or "compose" in path.name:
        return IMAGES
    return _ENDINGS.get(path.suffix, CODE)


def table(rows: Iterable[Row], catalog: Catalog) -> str:
    """Coverage in Markdown, a table for each principle.

    Args:
        rows: Of :func:`coverage`.
        catalog: Principles.
    """
    of_principle: dict[str, list[Row]] = {}
    for row in rows:
        of_principle.setdefault(row.control.principle, []).append(row)
    parts = []
    for principle in catalog.principles:
        mine = of_principle.get(principle.id, [])
        if mine:
            shown = [name for name in COLUMNS if any(row.rules.get(name) for row in mine)]
            parts.append(f"## {principle.title}\n\n" + "".join(_lines(mine, shown)))
    return "\n".join(parts)


def _lines(rows: Sequence[Row], shown: Sequence[str]) -> Iterator[str]:
    yield "| control | verdict | rules | " + "".join(f"{name} | " for name in shown).rstrip() + "\n"
    yield "|---|---|---|" + "---|" * len(shown) + "\n"
    for row in rows:
        cells = "".join(f" {row.rules.get(name) or ''} |" for name in shown)
        yield f"| {row.control.id} {row.control.title} | {row.control.verdict} | {row.number or 'none'} |{cells}\n"
    for row in rows:
        if row.control.person:
            yield f"\n{row.control.id} needs a person: {row.control.person}\n"
