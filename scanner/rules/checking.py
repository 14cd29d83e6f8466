"""Finds the mistakes in a rule that its shape does not show: expressions, families, placeholders, parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from scanner import lazy_re
from scanner.domain.architecture import TRAITS
from scanner.domain.graph import TERMS
from scanner.domain.rule import Check, CheckBase, CheckovCheck, EvidenceCheck, GroupBy, NativeCheck, SemgrepCheck
from scanner.errors import CompileError, ExpressionError, RuleFault
from scanner.rules.diagnostics import did_you_mean
from scanner.rules.documents import Document, DocumentError, read_document
from scanner.rules.expression import Environment, Expression, ValueType
from scanner.rules.templates import PATH, placeholders
from scanner.rules.vocabulary import CLOSED_TYPES, FAMILIES, environment, scope
from scanner.rules.vocabulary import PATH as PATHS

_CHECKOV_ID = lazy_re.compile(r"CKV2?_[A-Z][A-Z0-9]*_[0-9]+")
_PARAMETER = lazy_re.compile(r"(?<![.\w?])parameters\.\??([A-Za-z_][A-Za-z0-9_]*)")
_NAMES = {
    "checkov": ("subject", "check", "path", "line"),
    "semgrep": ("path", "line", "code"),
    "evidence": ("paths", "count"),
}
"""Placeholders of the engines that have no view."""


def check_faults(check: Check, document: Document, folder: Path) -> Iterator[RuleFault]:
    """All mistakes in what a rule checks.

    Args:
        check: The check, valid in shape.
        document: The rule's file.
        folder: The rule's folder, named as the rule.
    """
    if check.group is GroupBy.CONTENT and not isinstance(check, SemgrepCheck):
        message = "only rules of semgrep join places by what is written there"
        yield document.fault(("check", "group"), message, hint="group by message, and name in it what they share")
    match check:
        case NativeCheck():
            yield from _native(check, document)
        case CheckovCheck():
            yield from _checkov(check, document)
            yield from _texts(check, document, _NAMES["checkov"])
        case SemgrepCheck():
            yield from _semgrep(check, document, folder)
            yield from _texts(check, document, _NAMES["semgrep"])
        case EvidenceCheck():
            yield from _evidence(check, document)
            yield from _texts(check, document, _NAMES["evidence"])


_PATTERNS = Environment({"pattern": ValueType.STRING})


@cache
def _pattern_test() -> Expression:
    return _PATTERNS.compile("''.matches(pattern)", boolean=True)


@cache
def _environment(family: str, *, each: bool) -> Environment:
    return environment(family, each=each)


def _native(check: NativeCheck, document: Document) -> Iterator[RuleFault]:
    route = ("check", "subject")
    if len(check.subject) != 1:
        yield document.fault(route, "must name exactly one family", hint="{terraform: [aws_s3_bucket]}")
        return
    ((family, globs),) = check.subject.items()
    if family not in FAMILIES:
        hint = did_you_mean(family, FAMILIES)
        yield document.fault((*route, family), f"no such family: '{family}'", hint=hint, at_key=True)
        return
    yield from _types(family, globs, document)
    yield from _path(check, family, globs, document)
    yield from _each(check, family, document)
    yield from _expressions(check, family, document)
    variables = scope(family, each=bool(check.each))
    yield from _texts(check, document, variables)
    for path in check.at:
        if not PATH.fullmatch(path):
            yield document.fault(("check", "at"), f"'{path}' is no path", hint="such as ingress[0].cidr_blocks")


def _types(family: str, globs: tuple[str, ...], document: Document) -> Iterator[RuleFault]:
    if not globs:
        yield document.fault(("check", "subject", family), "names no type")
    known = CLOSED_TYPES.get(family)
    for index, glob in enumerate(globs):
        if known is not None and not any(fnmatchcase(name, glob) for name in known):
            hint = did_you_mean(glob, known)
            yield document.fault(("check", "subject", family, index), f"no such type: '{glob}'", hint=hint)


def _path(check: NativeCheck, family: str, globs: tuple[str, ...], document: Document) -> Iterator[RuleFault]:
    if family != PATHS:
        if check.over:
            hint = "{path: [presentation->store]}"
            yield document.fault(("check", "over"), "'over' needs a rule about paths", hint=hint, at_key=True)
        return
    if not check.over:
        hint = "over: [reads, holds-credential-of]"
        yield document.fault(("check", "subject"), "a rule about paths must say over which relations", hint=hint)
    if check.each:
        yield document.fault(("check", "each"), "a rule about paths has no 'each'", at_key=True)
    for index, text in enumerate(globs):
        ends = [word.strip() for word in text.split("->")]
        place = ("check", "subject", family, index)
        if len(ends) != 2:
            yield document.fault(place, f"'{text}' is no path", hint="such as presentation->store")
            continue
        for word in ends:
            if word not in {*TERMS, *TRAITS}:
                hint = did_you_mean(word, [*TERMS, *TRAITS])
                yield document.fault(place, f"no such layer, kind or trait: '{word}'", hint=hint)


def _each(check: NativeCheck, family: str, document: Document) -> Iterator[RuleFault]:
    if not check.each:
        if check.where:
            hint = "filter subjects with 'when'"
            yield document.fault(("check", "where"), "'where' needs 'each'", hint=hint, at_key=True)
        return
    route = ("check", "each")
    if not PATH.fullmatch(check.each):
        yield document.fault(route, f"'{check.each}' is no path", hint="a list in the view, such as resource.ingress")
        return
    variables = scope(family, each=False)
    root, dot, _ = check.each.partition(".")
    if root not in variables:
        yield document.fault(route, f"no such variable: '{root}'", hint=did_you_mean(root, variables))
    elif not dot and variables[root] is not ValueType.LIST:
        yield document.fault(route, f"'{root}' is no list", hint=f"name a list in it: {root}.…")


def _expressions(check: NativeCheck, family: str, document: Document) -> Iterator[RuleFault]:
    """Faults of the compiler, and parameters that nobody declared."""
    each = bool(check.each)
    texts = [("when", check.when, False), ("where", check.where, True)]
    texts.extend([("assert", check.assertion, each), ("lesser", check.lesser, each)])
    texts.extend((f"reasons.{number}.when", one.when, each) for number, one in enumerate(check.reasons))
    for field, text, has_item in texts:
        if not text.strip():
            if field not in {"when", "where", "lesser"}:
                yield document.fault(_route(field), "the assertion is empty")
            continue
        route = _route(field)
        try:
            _environment(family, each=has_item).compile(text, boolean=True)
        except CompileError as error:
            for fault in error.faults:
                yield document.fault_in(route, (fault.line, fault.column), fault.message, hint=fault.hint)
        for found in _PARAMETER.finditer(text):
            name = found.group(1)
            if name not in check.parameters:
                place = _place(text, found.start(1))
                hint = did_you_mean(name, check.parameters)
                yield document.fault_in(route, place, f"no such parameter: '{name}'", hint=hint)


def _route(field: str) -> tuple[str | int, ...]:
    """Where a field of a check stands, such as ``reasons.0.when``."""
    return ("check", *(int(step) if step.isdigit() else step for step in field.split(".")))


def _texts(check: CheckBase, document: Document, names: Iterable[str]) -> Iterator[RuleFault]:
    """Placeholders that name nothing in scope."""
    known = tuple(names)
    texts = [("message", check.message), ("accepted", check.accepted)]
    if isinstance(check, NativeCheck):
        texts.extend((f"reasons.{number}.message", one.message) for number, one in enumerate(check.reasons))
    for field, text in texts:
        for found in placeholders(text):
            place = _place(text, found.offset)
            if not PATH.fullmatch(found.path):
                message = f"'{{{found.path}}}' is no placeholder"
                yield document.fault_in(_route(field), place, message, hint="a path such as {item.name}")
            elif found.root not in known:
                message = f"the placeholder names nothing: '{found.root}'"
                yield document.fault_in(_route(field), place, message, hint=did_you_mean(found.root, known))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _checkov(check: CheckovCheck, document: Document) -> Iterator[RuleFault]:
    for index, identifier in enumerate(check.ids):
        if not _CHECKOV_ID.fullmatch(identifier):
            message = f"'{identifier}' is no id of checkov"
            yield document.fault(("check", "ids", index), message, hint="such as CKV_AWS_53 or CKV2_AZURE_1")


def _semgrep(check: SemgrepCheck, document: Document, folder: Path) -> Iterator[RuleFault]:
    if check.loads and (cause := _pattern_fault(check.loads)):
        yield document.fault(("check", "loads"), f"not a regular expression of RE2: {cause}")
    config = folder / check.config
    if Path(check.config).name != check.config or not config.is_file():
        message = f"no such file beside rule.yaml: '{check.config}'"
        hint = did_you_mean(check.config, (path.name for path in folder.glob("*.yaml") if path.name != "rule.yaml"))
        yield document.fault(("check", "config"), message, hint=hint)
        return
    try:
        patterns = read_document(config)
    except DocumentError as error:
        yield error.fault
        return
    rules = patterns.data.get("rules") if isinstance(patterns.data, dict) else None
    if not isinstance(rules, list) or not rules:
        yield patterns.fault((), "must be a map with a list of 'rules'")
        return
    for index, entry in enumerate(rules):
        name = entry.get("id") if isinstance(entry, dict) else None
        if name not in {folder.name, f"{folder.name}.accepted"}:
            message = f"the id must be '{folder.name}' or '{folder.name}.accepted', not '{name}'"
            yield patterns.fault(("rules", index, "id"), message)


def _evidence(check: EvidenceCheck, document: Document) -> Iterator[RuleFault]:
    patterns: Mapping[str, tuple[str, ...]] = {"contains": check.contains, "placeholders": check.placeholders}
    for field, expressions in patterns.items():
        for index, pattern in enumerate(expressions):
            if cause := _pattern_fault(pattern):
                message = f"not a regular expression of RE2: {cause}"
                yield document.fault(("check", field, index), message)
    for field, others in {"elsewhere": check.elsewhere, "outside": check.outside}.items():
        for number, other in enumerate(others):
            for index, pattern in enumerate(other.contains):
                if cause := _pattern_fault(pattern):
                    message = f"not a regular expression of RE2: {cause}"
                    yield document.fault(("check", field, number, "contains", index), message)


@cache  # most rules have the same patterns of unfinished text
def _pattern_fault(pattern: str) -> str:
    """What is wrong with a regular expression, or nothing."""
    try:
        _pattern_test().decide(_PATTERNS.bind({"pattern": pattern}))
    except ExpressionError as error:
        return error.message.partition(" in: ")[0].removeprefix("invalid regular expression: ")
    return ""
