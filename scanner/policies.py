"""Policies: loads them, and binds their parameters to the rules of their packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from scanner.cache import Cache, NoCache, cache_key
from scanner.domain.catalog import Catalog, Severity
from scanner.domain.policy import Policy
from scanner.domain.resource import Value
from scanner.domain.rule import NativeCheck, Rule, RulePack, RuleStatus
from scanner.errors import PolicyError, RuleFault, UsageError
from scanner.interfaces import BoundRule
from scanner.packaging import build_id

if TYPE_CHECKING:
    from scanner.rules.documents import Document
    from scanner.rules.reference import References

# What parses is imported in the functions that do: a scan of what was seen before needs none of it.


def load_policy(name_or_path: str | Path, root: Path, cache: Cache | None = None) -> Policy:
    """Load a policy.

    Args:
        name_or_path: Name of a policy in ``root``, or a file.
        root: Folder of the policies that travel with archscan.
        cache: A policy that was found valid before; it is not parsed and checked again.

    Raises:
        PolicyError: There is no such policy, or it is not valid; every fault is named with its place.
    """
    path = _find(str(name_or_path), root)
    if cache is None or isinstance(cache, NoCache):
        return _read(path)
    try:
        key = cache_key("policy", (build_id(), path.read_bytes()))
    except OSError:
        return _read(path)  # it says what is wrong
    policy = _recall(cache, key)
    if policy is None:
        policy = _read(path)
        value = policy.model_dump_json().encode()
        if Policy.model_validate_json(value) == policy:  # JSON has no infinity, which a parameter may be
            cache.put(key, value)
    return policy


def _recall(cache: Cache, key: str) -> Policy | None:
    kept = cache.get(key)
    if kept is None:
        return None
    try:
        return Policy.model_validate_json(kept)
    except ValidationError:  # whole, and yet not ours: somebody else wrote it
        return None


def _read(path: Path) -> Policy:
    from scanner.rules.diagnostics import validate  # noqa: PLC0415
    from scanner.rules.documents import DocumentError, read_document  # noqa: PLC0415

    try:
        document = read_document(path)
    except DocumentError as error:
        raise _policy_error([error.fault]) from None
    policy, faults = validate(Policy, document)
    faults = (*faults, *(_value_faults(policy, document) if policy is not None else ()))
    if policy is None or faults:
        raise _policy_error(faults)
    return policy


def bind(policy: Policy, packs: Sequence[RulePack], catalog: Catalog) -> tuple[BoundRule, ...]:
    """The rules that a policy puts to a system, with its parameters. Deprecated rules are left out.

    Args:
        policy: The policy.
        packs: Loaded packs; those that the policy does not name are left out.
        catalog: Gives the principle of each control.

    Raises:
        PolicyError: The policy names a pack, principle, rule or parameter that does not exist.
    """
    from scanner.rules.guardrails import loosened_parameters  # noqa: PLC0415
    from scanner.rules.reference import References  # noqa: PLC0415

    faults = list(_unknown_names(policy, packs, catalog))
    principles = {control.id: control.principle for control in catalog.controls}
    bound = []
    for pack in (pack for pack in packs if pack.id in policy.packs):
        references = References(Path(pack.root).parent)
        for rule in pack.rules:
            if rule.status is RuleStatus.DEPRECATED:
                continue
            changed, wrong = _with_parameters(rule, policy.parameters.get(rule.name, {}), references)
            faults.extend(wrong)
            loosened = tuple(loosened_parameters(rule, changed)) if changed is not rule and not wrong else ()
            bound.append(BoundRule(changed, Path(pack.root) / rule.name, principles[rule.control], loosened))
    if faults:
        lines = [message if hint is None else f"{message} ({hint})" for message, hint in faults]
        raise PolicyError(f"policy '{policy.id}': " + "; ".join(lines), hint=faults[0][1])
    return tuple(bound)


_Fault = tuple[str, str | None]


def _near(name: str, known: Iterable[str]) -> str:
    from scanner.rules.diagnostics import did_you_mean  # noqa: PLC0415

    return did_you_mean(name, known)


def _find(name: str, root: Path) -> Path:
    if name.endswith((".yaml", ".yml")) or "/" in name:
        path = Path(name)
        if not path.is_file():
            raise PolicyError(f"no such policy file: {name}")
        return path
    path = root / f"{name}.yaml"
    if not path.is_file():
        known = [found.stem for found in root.glob("*.yaml")]
        raise PolicyError(f"no such policy: '{name}'", hint=_near(name, known))
    return path


def _policy_error(faults: Sequence[RuleFault]) -> PolicyError:
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    return PolicyError(f"{count} in the policy\n" + "\n".join(map(str, faults)))


def _value_faults(policy: Policy, document: Document) -> Iterator[RuleFault]:
    """Figures that would make the score meaningless."""
    for key, weight in policy.weights.items():
        if not 0 <= weight < float("inf"):
            yield document.fault(("weights", key), "a weight is 0 or more")
    if not any(weight > 0 for weight in policy.weights.values()):
        yield document.fault(("weights",), "at least one principle must weigh more than 0")
    missing = [severity.value for severity in Severity if severity not in policy.severity_weights]
    if missing:
        yield document.fault(("severity_weights",), f"no weight for {', '.join(missing)}")
    for severity, weight in policy.severity_weights.items():
        if not 0 < weight < float("inf"):
            yield document.fault(("severity_weights", severity.value), "the weight of a severity is more than 0")
    for index, pack in enumerate(policy.packs):
        if pack in policy.packs[:index]:
            yield document.fault(("packs", index), f"'{pack}' is named twice")


def _unknown_names(policy: Policy, packs: Sequence[RulePack], catalog: Catalog) -> Iterator[_Fault]:
    loaded = [pack.id for pack in packs]
    for name in policy.packs:
        if name not in loaded:
            yield f"no such pack: '{name}'", _near(name, loaded)
    principles = [principle.id for principle in catalog.principles]
    for name in (*policy.weights, *policy.gate.mandatory_principles):
        if name not in principles:
            yield f"no such principle: '{name}'", _near(name, principles)
    rules = [rule.name for pack in packs for rule in pack.rules]
    for name in policy.parameters:
        if name not in rules:
            yield f"parameters for a rule that does not exist: '{name}'", _near(name, rules)


def _with_parameters(
    rule: Rule, changes: Mapping[str, Value], references: References
) -> tuple[Rule, tuple[_Fault, ...]]:
    """A rule with a policy's parameters over its own, and what is wrong with them."""
    if not changes:
        return rule, ()
    if not isinstance(rule.check, NativeCheck):
        return rule, ((f"rule '{rule.name}' has no parameters", None),)
    own = rule.check.parameters
    faults: list[_Fault] = []
    merged = dict(own)
    for name, written in changes.items():
        if name not in own:
            faults.append((f"rule '{rule.name}' has no parameter '{name}'", _near(name, own)))
            continue
        try:
            value = _resolved(written, references)
        except UsageError as error:
            faults.append((f"parameter '{name}' of '{rule.name}': {error.message}", error.hint))
            continue
        if _shape(value) != _shape(own[name]):
            message = f"parameter '{name}' of '{rule.name}' must be a {_shape(own[name])}, not a {_shape(value)}"
            faults.append((message, None))
        merged[name] = value
    check = rule.check.model_copy(update={"parameters": merged})
    return rule.model_copy(update={"check": check}), tuple(faults)


def _resolved(written: Value, references: References) -> Value:
    if isinstance(written, Mapping) and set(written) == {"reference"}:
        return references.resolve(str(written["reference"]))
    return written


def _shape(value: Value) -> str:
    """The kind of a value, as an author would name it."""
    if isinstance(value, bool):
        return "truth value"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, Mapping):
        return "map"
    return "nothing" if value is None else "list"
