"""Puts the texts that stand below fields into JSON schemas."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import zip_longest

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaValue


def describe(model: type[BaseModel], schema: JsonSchemaValue) -> None:
    """Describe the properties of a model's schema by the texts below its fields, its own or inherited.

    Args:
        model: A model whose source is there.
        schema: Its schema, which is changed.
    """
    bases = [base for base in reversed(model.__mro__) if issubclass(base, BaseModel) and base is not BaseModel]
    described = {name: text for base in bases for name, text in _docstrings(base).items()}
    for name, field in model.model_fields.items():
        shown = schema.get("properties", {}).get(field.alias or name)
        if shown is not None and described.get(name) and field.description is None:
            shown["description"] = described[name]


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Name of each field that a class declares to the text that stands right below it; empty where there is none."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found = {}
    for field, below in zip_longest(body, body[1:]):
        text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else None
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            found[field.target.id] = inspect.cleandoc(text) if isinstance(text, str) else ""
    return found
