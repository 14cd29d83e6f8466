"""Reads and checks packs as their authors wrote them. All faults of all packs are found before any is reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scanner.domain.architecture import Confidence
from scanner.domain.catalog import Catalog
from scanner.domain.frozen import Frozen
from scanner.domain.rule import Check, CheckovCheck, EvidenceCheck, NativeCheck, Rule, RulePack, SemgrepCheck
from scanner.errors import RuleFault, RulePackError, UsageError
from scanner.rules.checking import check_faults
from scanner.rules.diagnostics import did_you_mean, validate
from scanner.rules.documents import Document, DocumentError, read_document
from scanner.rules.fixtures import read_fixtures
from scanner.rules.reference import References

_RULE_FILE = "rule.yaml"
_PACK_FILE = "pack.yaml"
_CHECKS: Mapping[str, type[NativeCheck | CheckovCheck | SemgrepCheck | EvidenceCheck]] = {
    "native": NativeCheck,
    "checkov": CheckovCheck,
    "semgrep": SemgrepCheck,
    "evidence": EvidenceCheck,
}


@dataclass(frozen=True)
class PackFolder:
    """Where a pack lies, and what is known of its files before any is parsed."""

    path: Path
    digest: str
    """As in :class:`scanner.domain.rule.RulePack`."""
    faults: tuple[RuleFault, ...]
    """Links that leave it, and files that cannot be read."""


class PackHeader(Frozen):
    """What ``pack.yaml`` holds."""

    id: str
    """The pack's folder name."""
    title: str
    version: str


@dataclass
class _Loading:
    """What one call of :func:`read_packs` has met so far."""

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


def read_packs(
    root: Path, catalog: Catalog, folders: Mapping[str, PackFolder], missing: Mapping[str, str]
) -> tuple[RulePack, ...]:
    """Read and check packs.

    Args:
        root: Folder that holds ``reference/``.
        catalog: The catalogue that rules refer to.
        folders: The packs, by id.
        missing: Ids that were asked for and are not there, with a hint.

    Raises:
        RulePackError: Packs or rules are written wrongly; carries every fault of all of them.
    """
    loading = _Loading(catalog, References(root))
    for wanted, hint in missing.items():
        loading.faults.append(RuleFault(root / wanted, 0, 0, f"no such pack: '{wanted}'", hint=hint))
    packs = [_load_pack(folder, loading) for folder in folders.values()]
    if loading.faults:
        raise RulePackError(list({str(fault): fault for fault in loading.faults}.values()))
    return tuple(pack for pack in packs if pack is not None)


def read_rule(folder: Path, catalog: Catalog, root: Path) -> Rule:
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


def _load_pack(pack: PackFolder, loading: _Loading) -> RulePack | None:
    folder = pack.path
    header = _load_header(folder, loading)
    loading.faults.extend(pack.faults)
    folders = [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    rules = [_load_rule(path, loading) for path in folders]
    if header is None:
        return None
    return RulePack(
        id=header.id,
        title=header.title,
        version=header.version,
        digest=pack.digest,
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
    loading.faults.extend(_missing_fixtures(folder, flagged=fixtures.flagged() > 0, accepted=fixtures.accepted() > 0))
    loading.faults.extend(_catalogued(document, folder, loading))
    check = rule.check if rule is not None else _salvaged_check(document)
    if check is not None:
        loading.faults.extend(check_faults(check, document, folder))
    if rule is None:
        return None
    loading.faults.extend(_overrated(rule, document))
    return _with_parameters(rule, {name: value for name, value, fault in parameters if fault is None})


def _overrated(rule: Rule, document: Document) -> Iterator[RuleFault]:
    """A fault where a rule is surer than what was read of it carries."""
    most, order = rule.readings.carried, list(Confidence)
    if order.index(rule.confidence) < order.index(most):
        message = f"its readings carry a confidence of {most} at most"
        yield document.fault(("confidence",), message, hint=f"confidence: {most}")


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
