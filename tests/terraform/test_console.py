"""Each expression of ``console/`` means to archscan what it means to Terraform."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.values.collections import first_unknown
from scanner.parsers.terraform.values.conversions import to_text
from scanner.parsers.terraform.values.types import friendly, type_of
from tests.terraform.console_vectors import NumberText, Vector, families, records, vector_of, vectors
from tests.terraform.surroundings import Answer, Surroundings

MAX_REASONS, MAX_DIFFERENCES = 15, 31
_HIDDEN = {"unknown": UnknownReason.KNOWN_AFTER_APPLY, "sensitive": UnknownReason.SENSITIVE}
_GROUPS = yaml.safe_load((Path(__file__).parent / "differences.yaml").read_text(encoding="utf-8"))
_REASONS: dict[tuple[str, str], str] = {
    (vector.expression, vector.digest): group["reason"]
    for group in _GROUPS
    for vector in map(vector_of, group["expressions"])
}
_VECTORS = [(family, vector) for family in families() for vector in vectors(family)]
_RECORDS = {
    (family, record["expression"], record.get("given", "")): record
    for family in families()
    for record in records(family)
}


@pytest.mark.parametrize("family", families(), ids=lambda family: family.stem)
def test_every_expression_is_recorded(family: Path) -> None:
    written = [(vector.expression, vector.digest) for vector in vectors(family)]
    recorded = [(record["expression"], record.get("given", "")) for record in records(family)]
    assert written == recorded, "run `make record`"
    assert len(set(written)) == len(written)


@pytest.mark.parametrize(
    ("family", "vector"),
    _VECTORS,
    ids=[f"{family.stem}: {vector.expression[:80]} {vector.digest}" for family, vector in _VECTORS],
)
def test_expression_means_what_terraform_answers(family: Path, vector: Vector) -> None:
    record = _RECORDS.get((family, vector.expression, vector.digest))
    assert record is not None, "run `make record`"
    difference = disagreement(Surroundings(vector.files()).answer(vector.expression), record)
    if (vector.expression, vector.digest) in _REASONS:
        assert difference is not None, "no difference any more: take it from differences.yaml"
    else:
        assert difference is None


def test_differences_are_few_and_of_expressions_that_are_recorded() -> None:
    assert len(_GROUPS) <= MAX_REASONS
    assert len(_REASONS) == sum(len(group["expressions"]) for group in _GROUPS) <= MAX_DIFFERENCES
    assert _REASONS.keys() <= {(vector.expression, vector.digest) for _, vector in _VECTORS}
    assert all(reason.strip() for reason in _REASONS.values())


def test_there_are_enough_expressions() -> None:
    assert len(_VECTORS) >= 600


def disagreement(answer: Answer, record: dict[str, Any]) -> str | None:
    """What is not as Terraform has it."""
    part = first_unknown(answer.value)
    refused = bool(answer.refusals) or _is_broken(answer.value)
    if "error" in record:
        return None if refused else f"{answer.value!r}, but Terraform refuses: {record['error']}"
    if refused:
        return f"refused ({answer.refusals or part}), but Terraform says {record}"
    if "shown" in record:
        return f"{answer.value!r}, but Terraform says {record['shown']}"
    found = _parts(answer.value, record.get("value"), record.get("unknown"), record.get("sensitive"), "value")
    return found or _type(answer.value, record["type"], exact=part is None and not _has_null(answer.value))


def _parts(value: Value, wanted: Any, unknown: Any, sensitive: Any, path: str) -> str | None:
    for mask, reason in ((sensitive, _HIDDEN["sensitive"]), (unknown, _HIDDEN["unknown"])):
        if mask is True:
            agrees = isinstance(value, Unknown) and value.reason is reason
            return None if agrees else f"{path}: {value!r}, but Terraform says it is {reason}"
    if isinstance(wanted, list) and isinstance(value, list) and len(wanted) == len(value):
        return _first(
            _parts(item, wanted[index], _at(unknown, index), _at(sensitive, index), f"{path}[{index}]")
            for index, item in enumerate(value)
        )
    if isinstance(value, dict) and isinstance(wanted, dict):
        hidden = {**(unknown or {}), **(sensitive or {})}
        names = wanted.keys() | {name for name, mask in hidden.items() if mask}
        if names == value.keys():
            return _first(
                _parts(item, wanted.get(name), _at(unknown, name), _at(sensitive, name), f"{path}.{name}")
                for name, item in value.items()
            )
    return None if _same_scalar(value, wanted) else f"{path}: {value!r}, but Terraform says {wanted!r}"


def _same_scalar(value: Value, wanted: object) -> bool:
    if isinstance(wanted, NumberText):
        return isinstance(value, int | float) and not isinstance(value, bool) and to_text(value) == str(wanted)
    if isinstance(wanted, bool) or wanted is None:
        return value is wanted
    return isinstance(wanted, str) and isinstance(value, str) and str(value) == wanted


def _at(mask: Any, key: Any) -> Any:
    if isinstance(mask, list):
        return mask[key] if key < len(mask) else None
    return mask.get(key) if isinstance(mask, dict) else None


def _first(found: Any) -> str | None:
    return next((text for text in found if text is not None), None)


def _type(value: Value, wanted: str, *, exact: bool) -> str | None:
    """Null and unknown carry no type with us: where they stand any type will do."""
    ours = friendly(type_of(value))
    agrees = ours == wanted
    if not exact and not agrees:
        agrees = re.fullmatch(re.escape(ours).replace("dynamic", "(?s:.+?)"), wanted) is not None
    return None if agrees else f"type {ours}, but Terraform says {wanted}"


def _has_null(value: Value) -> bool:
    if isinstance(value, dict):
        return any(map(_has_null, value.values()))
    return any(map(_has_null, value)) if isinstance(value, list) else value is None


def _is_broken(value: Value) -> bool:
    if isinstance(value, dict):
        return any(map(_is_broken, value.values()))
    if isinstance(value, list):
        return any(map(_is_broken, value))
    return isinstance(value, Unknown) and value.reason is UnknownReason.BROKEN
