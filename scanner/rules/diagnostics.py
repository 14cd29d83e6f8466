"""Turns what pydantic says of an author's file into faults with place and hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from scanner.errors import RuleFault
from scanner.rules.documents import Document, Route

M = TypeVar("M", bound=BaseModel)

_QUOTE = "put it in quotes"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint for a name that is not known."""
    choices = sorted(set(known))
    close = get_close_matches(name, choices, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    shown = ", ".join(choices[:20])
    return f"known: {shown}{', …' if len(choices) > 20 else ''}" if choices else "none is known"


def validate(
    model: type[M], document: Document, route: Route = (), additions: Mapping[str, Any] | None = None
) -> tuple[M | None, tuple[RuleFault, ...]]:
    """Make a value of a document, or say all that is wrong with it.

    Args:
        model: What the document must be.
        document: The author's file.
        route: The part of it that is meant.
        additions: Fields that the file does not hold.

    Returns:
        The value and no faults, or None and the faults.
    """
    data = document.data
    for step in route:
        data = data[step]
    if not isinstance(data, dict):
        return None, (document.fault(route, "must be a map of fields"),)
    try:
        return model.model_validate({**data, **(additions or {})}), ()
    except ValidationError as error:
        return None, tuple(_faults(model, document, route, error))


def _faults(model: type[BaseModel], document: Document, route: Route, error: ValidationError) -> Iterator[RuleFault]:
    for problem in error.errors(include_url=False):
        is_key = problem["loc"][-1:] == ("[key]",)
        place = (*route, *(problem["loc"][:-1] if is_key else problem["loc"]))
        name = str(problem["loc"][-1]) if problem["loc"] else ""
        context = problem.get("ctx", {})
        match problem["type"]:
            case "extra_forbidden":
                known = _field_names(model, problem["loc"][:-1])
                yield document.fault(place, f"unknown field '{name}'", hint=did_you_mean(name, known), at_key=True)
            case "missing":
                yield document.fault(place[:-1], f"field '{name}' is missing", hint="see docs/writing-rules.md")
            case "enum" | "literal_error":
                hint = _nearest(problem, context)
                yield document.fault(place, _not_one_of(problem["input"], context), hint=hint, at_key=is_key)
            case "union_tag_invalid":
                tags = str(context["expected_tags"]).replace("'", "").split(", ")
                message = f"no such engine: '{context['tag']}'"
                yield document.fault((*place, "engine"), message, hint=did_you_mean(str(context["tag"]), tags))
            case "union_tag_not_found":
                yield document.fault(place, "field 'engine' is missing", hint="native, checkov, semgrep or evidence")
            case "string_type":
                written = problem["input"]
                quote = _QUOTE if isinstance(written, int | float | bool) else None
                yield document.fault(place, f"'{name}' must be a text", hint=quote)
            case "string_pattern_mismatch":
                message = f"'{problem['input']}' is no valid {name}"
                yield document.fault(place, message, hint="write it in kebab-case: lower-case words, hyphens between")
            case _:
                yield document.fault(place, f"'{name}': {problem['msg'][:1].lower()}{problem['msg'][1:]}")


def _not_one_of(written: object, context: Mapping[str, Any]) -> str:
    return f"'{written}' must be one of {str(context['expected']).replace(chr(39), '')}"


def _nearest(problem: Any, context: Mapping[str, Any]) -> str | None:
    choices = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    close = get_close_matches(str(problem["input"]), choices, n=1, cutoff=0.5)
    return f"did you mean '{close[0]}'?" if close else None


def _field_names(model: type[BaseModel], route: Iterable[str | int]) -> list[str]:
    """Names that an author may write at a route. A step may be a field, or the tag of a union."""
    schema = model.model_json_schema(by_alias=True)
    definitions = schema.get("$defs", {})
    here = schema
    for step in route:
        here = _resolved(here, definitions)
        if "discriminator" in here:
            target = here["discriminator"]["mapping"].get(step, "").rpartition("/")[2]
            here = definitions.get(target, {})
        elif isinstance(step, int):
            here = here.get("items", {})
        else:
            here = here.get("properties", {}).get(step, here)
    return list(_resolved(here, definitions).get("properties", {}))


def _resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    """A schema behind its references, and the part of an optional one that is no null."""
    here: Mapping[str, Any] = schema
    while True:
        if "$ref" in here:
            here = definitions[here["$ref"].rpartition("/")[2]]
        elif "anyOf" in here:
            here = next(part for part in here["anyOf"] if part.get("type") != "null")
        else:
            return here
