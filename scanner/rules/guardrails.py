"""Whether a policy asks for less than a rule: a loosened parameter cannot make a control met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.resource import Value
from scanner.domain.rule import NativeCheck, Rule, Stricter


def loosened_parameters(own: Rule, changed: Rule) -> Iterator[str]:
    """The parameters that a policy sets to what asks for less, in words.

    Args:
        own: The rule as it is written.
        changed: The same with the policy's parameters.
    """
    if not isinstance(own.check, NativeCheck) or not isinstance(changed.check, NativeCheck):
        return
    for name, before in own.check.parameters.items():
        after = changed.check.parameters[name]
        if after != before and not _is_stricter(own.check.stricter.get(name), before, after):
            yield f"{own.name}: {name} is {_brief(after)} in the place of {_brief(before)}"


def _is_stricter(how: Stricter | None, before: Value, after: Value) -> bool:
    if how is None:
        return False
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        if how is Stricter.SUBSET:
            return all(key in before and _is_stricter(how, before[key], value) for key, value in after.items())
        return all(key in after and _is_stricter(how, value, after[key]) for key, value in before.items())
    if isinstance(before, int | float) and isinstance(after, int | float):
        return (how is Stricter.HIGHER and after >= before) or (how is Stricter.LOWER and after <= before)
    if isinstance(before, list | tuple) and isinstance(after, list | tuple):
        inner, outer = (after, before) if how is Stricter.SUBSET else (before, after)
        return how in {Stricter.SUBSET, Stricter.SUPERSET} and all(item in outer for item in inner)
    return before == after


def _brief(value: Value) -> str:
    if isinstance(value, list | tuple | Mapping):
        return f"{len(value)} values"
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
