"""The result as JSON: the format from which every other one could be made."""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import PydanticSerializationError

from scanner import lazy_re
from scanner.domain.assessment import Assessment
from scanner.evaluation.workflow_commands import disarm_json
from scanner.interfaces import ReportContext

_SURROGATE = lazy_re.compile("[\ud800-\udfff]")


class JsonReport:
    """The assessment itself; the same assessment gives the same bytes."""

    name = "json"

    def __init__(self, context: ReportContext) -> None:
        del context  # the result alone: rule texts are in the packs that it names

    def render(self, assessment: Assessment) -> str:
        """The whole result, indented, with a line end at the end."""
        ordered = assessment.model_copy(update={"inventory": dict(sorted(assessment.inventory.items()))})
        return disarm_json(_as_json(ordered)) + "\n"


def _as_json(assessment: Assessment) -> str:
    try:
        return assessment.model_dump_json(indent=2)
    except PydanticSerializationError:
        # A file name that is not Unicode: the rest of the result must not be lost for it.
        text = json.dumps(assessment.model_dump(), indent=2, ensure_ascii=False)
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def assessment_schema() -> dict[str, Any]:
    """The JSON schema of the result, made from the type itself."""
    schema = Assessment.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "archscan result"}
