"""Loads rule packs. All faults of all packs are found before any is reported."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scanner.domain.catalog import Catalog
from scanner.domain.frozen import Frozen
from scanner.domain.rule import Check, CheckovCheck, EvidenceCheck, NativeCheck, Rule, RulePack, SemgrepCheck
from scanner.errors import RuleFault, RulePackError, UsageError
from scanner.rules.catalog import load_catalog
from scanner.rules.checking import check_faults
from scanner.rules.diagnostics import did_you_mean, validate
from scanner.rules.documents import Document, DocumentError, read_document
from scanner.rules.fixtures import read_fixtures
from scanner.rules.reference import References
from scanner.rules.vocabulary import FAMILIES

__all__ = ["load_catalog", "load_packs", "load_rule", "rule_schema"]

_RULE_FILE = "rule.yaml"
_PACK_FILE = "pack.yaml"
_NOT_PACKS = {"catalog", "reference"}
_CHECKS: Mapping[str, type[NativeCheck | CheckovCheck | SemgrepCheck | EvidenceCheck]] = {
    "native": NativeCheck,
    "checkov": CheckovCheck,
    "semgrep": SemgrepCheck,
    "evidence": EvidenceCheck,
}


class PackHeader(Frozen):
    """What ``pack.yaml`` holds."""

    id: str
    """The pack's folder name."""
    title: str
    version: str


@dataclass
class _Loading:
    """What one call of :func:`load_packs` has met so far."""

    catalog: Catalog
    references: References
    faults: list[RuleFault] = field(default_factory=list)
    names: dict[str, Path] = field(default_factory=dict)

    @cached_property
    def controls(self) -> list[str]:
        return [control.id for control in self.catalog.controls]

    @cached_property
    def clauses(self) -> list[str]:
        return [clause.id for clause in self.catalog.clauses]


def load_packs(root: Path, catalog: Catalog, ids: Collection[str] | None = None) -> tuple[RulePack, ...]:
    """Load rule packs.

    Args:
        root: Folder that holds one folder for each pack, and ``reference/``.
        catalog: The catalogue that rules refer to.
        ids: Packs that are wanted; without it all.

    Returns:
        The packs in the order of their ids, each with its rules in the order of their names.

    Raises:
        RulePackError: Packs or rules are written wrongly; carries every fault of all of them.
    """
    loading = _Loading(catalog, References(root))
    folders = {path.name: path for path in sorted(root.iterdir()) if path.is_dir() and _is_pack(path)}
    for wanted in ids or ():
        if wanted not in folders:
            hint = did_you_mean(wanted, folders)
            loading.faults.append(RuleFault(root / wanted, 0, 0, f"no such pack: '{wanted}'", hint=hint))
    chosen = [path for name, path in folders.items() if ids is None or name in ids]
    packs = [_load_pack(folder, loading) for folder in chosen]
    if loading.faults:
        raise RulePackError(loading.faults)
    return tuple(pack for pack in packs if pack is not None)


def load_rule(folder: Path, catalog: Catalog, root: Path) -> Rule:
    """Load one rule.

    Args:
        folder: The rule's folder.
        catalog: The catalogue that it refers to.
        root: Folder of rule packs, for reference data.

    Raises:
        RulePackError: It is written wrongly; carries every fault.
    """
    loading = _Loading(catalog, References(root))
    rule = _load_rule(folder, loading)
    if rule is None or loading.faults:
        raise RulePackError(loading.faults)
    return rule


def rule_schema() -> dict[str, Any]:
    """JSON Schema of ``rule.yaml``, for editors and CI."""
    schema = Rule.model_json_schema(by_alias=True)
    subject = schema["$defs"]["NativeCheck"]["properties"]["subject"]
    subject.update(minProperties=1, maxProperties=1, propertyNames={"enum": sorted(FAMILIES)})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A rule of archscan (rule.yaml)",
    }


def _is_pack(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.name not in _NOT_PACKS


def _load_pack(folder: Path, loading: _Loading) -> RulePack | None:
    header = _load_header(folder, loading)
    loading.faults.extend(_escaping_links(folder))
    folders = [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    rules = [_load_rule(path, loading) for path in folders]
    if header is None:
        return None
    return RulePack(
        id=header.id,
        title=header.title,
        version=header.version,
        digest=_digest(folder, loading.catalog),
        root=str(folder),
        rules=tuple(rule for rule in rules if rule is not None),
    )


def _load_header(folder: Path, loading: _Loading) -> PackHeader | None:
    try:
        document = read_document(folder / _PACK_FILE)
    except DocumentError as error:
        loading.faults.append(error.fault)
        return None
    header, faults = validate(PackHeader, document)
    loading.faults.extend(faults)
    if header is not None and header.id != folder.name:
        message = f"the id must be the folder's name, '{folder.name}'"
        loading.faults.append(document.fault(("id",), message))
    return header


def _load_rule(folder: Path, loading: _Loading) -> Rule | None:
    try:
        document = read_document(folder / _RULE_FILE)
    except DocumentError as error:
        loading.faults.append(error.fault)
        return None
    parameters = list(_resolve_parameters(document, loading))
    rule, faults = validate(Rule, document)
    loading.faults.extend(faults)
    loading.faults.extend(fault for _, _, fault in parameters if fault is not None)
    fixtures = read_fixtures(folder, folder.name)
    loading.faults.extend(fixtures.faults)
    loading.faults.extend(_missing_fixtures(folder, flagged=fixtures.flagged(), accepted=fixtures.accepted()))
    loading.faults.extend(_catalogued(document, folder, loading))
    check = rule.check if rule is not None else _salvaged_check(document)
    if check is not None:
        loading.faults.extend(check_faults(check, document, folder))
    if rule is None:
        return None
    return _with_parameters(rule, {name: value for name, value, fault in parameters if fault is None})


def _salvaged_check(document: Document) -> Check | None:
    """The check of a rule that is faulty elsewhere, so that its expressions are looked at all the same."""
    written = document.data.get("check") if isinstance(document.data, dict) else None
    if not isinstance(written, dict):
        return None
    model = _CHECKS.get(str(written.get("engine")))
    if model is None:
        return None
    known = {info.alias or name for name, info in model.model_fields.items()}
    try:
        return model.model_validate({key: value for key, value in written.items() if key in known})
    except ValidationError:
        return None


def _resolve_parameters(document: Document, loading: _Loading) -> Iterator[tuple[str, Any, RuleFault | None]]:
    """Values of the parameters that are references, each with a fault where there is no such value."""
    check = document.data.get("check") if isinstance(document.data, dict) else None
    written = check.get("parameters") if isinstance(check, dict) else None
    for name, value in written.items() if isinstance(written, dict) else ():
        if isinstance(value, dict) and "reference" in value:
            route = ("check", "parameters", name, "reference")
            try:
                yield name, loading.references.resolve(str(value["reference"])), None
            except UsageError as error:
                yield name, None, document.fault(route, error.message, hint=error.hint)


def _with_parameters(rule: Rule, resolved: Mapping[str, Any]) -> Rule:
    if not resolved or not isinstance(rule.check, NativeCheck):
        return rule
    check = rule.check.model_copy(update={"parameters": {**rule.check.parameters, **resolved}})
    return rule.model_copy(update={"check": check})


def _catalogued(document: Document, folder: Path, loading: _Loading) -> Iterator[RuleFault]:
    """Faults in the names that tie a rule to its folder, to other rules and to the catalogue.

    They are looked for in the file itself, since the rule may be faulty elsewhere.
    """
    data = document.data if isinstance(document.data, dict) else {}
    name, control = data.get("name"), data.get("control")
    if isinstance(name, str) and name != folder.name:
        yield document.fault(("name",), f"the name must be the folder's, '{folder.name}'")
    taken = [(("name",), name), *((("aliases", index), alias) for index, alias in _texts(data, "aliases"))]
    for route, used in taken:
        other = loading.names.setdefault(used, folder) if isinstance(used, str) else folder
        if other != folder:
            message = f"the name '{used}' is taken by {other.parent.name}/{other.name}"
            yield document.fault(route, message, hint="names are unique across all packs and never reused")
    if isinstance(control, str) and control not in loading.controls:
        hint = did_you_mean(control, loading.controls)
        yield document.fault(("control",), f"no such control: '{control}'", hint=hint)
    for index, clause in _texts(data, "clauses"):
        if clause not in loading.clauses:
            hint = did_you_mean(clause, loading.clauses)
            yield document.fault(("clauses", index), f"no such clause: '{clause}'", hint=hint)


def _texts(data: Mapping[str, Any], key: str) -> Iterator[tuple[int, str]]:
    written = data.get(key)
    if isinstance(written, list):
        yield from ((index, entry) for index, entry in enumerate(written) if isinstance(entry, str))


def _missing_fixtures(folder: Path, *, flagged: bool, accepted: bool) -> Iterator[RuleFault]:
    wanted = [("flagged", flagged, "ruleid"), ("accepted", accepted, "ok")]
    for word, found, annotation in wanted:
        if not found:
            hint = f"annotate a line in tests/ with '# {annotation}: {folder.name}', or add a folder with expect.yaml"
            yield RuleFault(folder / "tests", 0, 0, f"no fixture that is {word}", hint=hint)


def _escaping_links(folder: Path) -> Iterator[RuleFault]:
    home = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            yield RuleFault(path, 0, 0, "a link that leaves the pack")


def _digest(folder: Path, catalog: Catalog) -> str:
    """SHA-256 over names and contents of all files of a pack, and the catalogue's version."""
    digest = hashlib.sha256(f"catalog {catalog.version}\n".encode())
    home = folder.resolve()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file() and path.resolve().is_relative_to(home):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()
