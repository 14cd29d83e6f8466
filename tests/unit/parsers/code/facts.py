"""Short forms of the view ``source``, for comparing."""

from collections.abc import Iterable, Mapping
from typing import Any

from scanner.domain.resource import Parsed


def source(parsed: Parsed) -> Mapping[str, Any]:
    (resource,) = parsed.resources
    return resource.attributes


def lines(entries: Iterable[Mapping[str, Any]], key: str = "name") -> dict[str, int]:
    return {entry[key]: entry["line"] for entry in entries}


def classes(view: Mapping[str, Any]) -> dict[str, tuple[list[str], int]]:
    return {entry["name"]: (entry["bases"], entry["line"]) for entry in view["classes"]}
