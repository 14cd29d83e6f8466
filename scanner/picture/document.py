"""The model as JSON: components, relations, loose ends and contradictions, sorted, and what rules found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Source
from scanner.domain.finding import Finding
from scanner.domain.frozen import Frozen
from scanner.domain.system import System
from scanner.picture.violations import violations
from scanner.picture.wording import safe

MAP_VERSION = "1.0"


class ModelViolation(Frozen):
    """A rule that a component or a relation breaks."""

    rule: str
    message: str
    place: str
    """File and line."""
    review: bool = False
    """A person must judge whether it is one."""
    component: str = ""
    """Empty where a relation breaks it."""
    relation: tuple[str, str, str] | None = None
    """Source, target and kind."""


class MapDocument(Frozen):
    """What ``archscan map --format json`` writes."""

    map_version: str = MAP_VERSION
    source: Source
    model: ArchitectureModel
    violations: tuple[ModelViolation, ...] = ()


def map_schema() -> dict[str, Any]:
    """The JSON schema of the map's JSON, made from the type itself."""
    schema = MapDocument.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "archscan map"}


def render_json(system: System, findings: Sequence[Finding]) -> str:
    """The model, the same bytes for the same system.

    Args:
        system: With its model.
        findings: Of an assessment; none where no rule was asked.
    """
    model = _renamed(system.model)
    names = dict(zip((one.id for one in system.model.components), (one.id for one in model.components), strict=True))
    broken = violations(system.model, findings)
    found = [
        ModelViolation(**one._asdict(), component=names[key]) for key, own in broken.components.items() for one in own
    ] + [
        ModelViolation(**one._asdict(), relation=(names.get(key[0], key[0]), names.get(key[1], key[1]), key[2]))
        for key, own in broken.relations.items()
        for one in own
    ]
    found.sort(key=lambda one: (one.component, one.relation or ("", "", ""), one.rule, one.place, one.message))
    whole = MapDocument(source=system.source, model=_sorted(model), violations=tuple(found))
    return json.dumps(_safe(whole.model_dump(mode="json")), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _renamed(model: ArchitectureModel) -> ArchitectureModel:
    """Ids without secrets, and still different: where masking makes two the same, they are numbered."""
    alike = Counter(safe(component.id) for component in model.components)
    names: dict[str, str] = {}
    for number, one in enumerate(sorted(component.id for component in model.components)):
        names[one] = safe(one) if alike[safe(one)] == 1 else f"{number}~{safe(one)}"
    return model.model_copy(
        update={
            "components": tuple(one.model_copy(update={"id": names[one.id]}) for one in model.components),
            "relations": tuple(
                one.model_copy(
                    update={
                        "source": names.get(one.source, one.source),
                        "target": names.get(one.target, one.target),
                    }
                )
                for one in model.relations
            ),
            "loose_ends": tuple(
                one.model_copy(update={"source": names.get(one.source, one.source)}) for one in model.loose_ends
            ),
            "contradictions": tuple(
                one.model_copy(update={"component": names.get(one.component, one.component)})
                for one in model.contradictions
            ),
        }
    )


def _sorted(model: ArchitectureModel) -> ArchitectureModel:
    return ArchitectureModel(
        components=tuple(sorted(model.components, key=lambda one: one.id)),
        relations=tuple(sorted(model.relations, key=lambda one: (one.source, one.target, one.kind.value))),
        loose_ends=tuple(sorted(model.loose_ends, key=lambda one: (one.source, one.kind.value, one.wanted))),
        contradictions=tuple(sorted(model.contradictions, key=lambda one: (one.component, one.declared, one.evidence))),
    )


def _safe(value: Any) -> Any:  # of JSON, whatever its shape
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, list):
        return [_safe(one) for one in value]
    if isinstance(value, dict):
        return {safe(key): _safe(one) for key, one in value.items()}
    return value
