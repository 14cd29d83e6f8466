"""Asks Terraform's console for the type and the value of each expression.

``python -m tests.terraform.console_recorder strings templates`` does so for some families only.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import tempfile
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.terraform import real_terraform
from tests.terraform.console_vectors import NumberText, Vector, families, records_of, vectors

_HIDDEN = {"(known after apply)": "unknown", "(sensitive value)": "sensitive"}
_SHOWN = 'resource "terraform_data" "shown" {\n  input = local.answer\n}\n'


def record_console(names: Collection[str] = ()) -> int:
    """Write the records of some families, or of all; gives the number of expressions."""
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(os.cpu_count()) as pool:
        version = real_terraform.version(Path(name))
        total = 0
        for family in families():
            if names and family.stem not in names:
                continue
            lines = list(pool.map(_record, vectors(family)))
            text = ",\n".join(lines)
            head = f'{{"terraform": {json.dumps(version)}, "records": [\n'
            records_of(family).write_text(f"{head}{text}\n]}}\n", encoding="utf-8")
            total += len(lines)
    return total


def _record(vector: Vector) -> str:
    """One line of JSON; Terraform's own text of the value is kept as it is, for its numbers."""
    fields = {"expression": _json(vector.expression)}
    if vector.given:
        fields["given"] = _json(vector.digest)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in vector.files().items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())
        place = folder / "answer.tf"
        place.write_bytes(f"locals {{\n  answer = {vector.expression}\n}}\n".encode())
        fields.update(_ask(folder))
    return "{" + ", ".join(f'"{key}": {text}' for key, text in fields.items()) + "}"


def _ask(folder: Path) -> dict[str, str]:
    answer = _console(folder, "type(local.answer)")
    error = real_terraform.first_error(answer.errors)
    if error is not None or answer.code:
        return {"error": _json(error or answer.errors)}
    kind = {"type": _json(answer.output.removesuffix("\n"))}
    text = _console(folder, "base64encode(jsonencode(local.answer))").output.strip()
    if text and text not in _HIDDEN:
        return kind | {"value": base64.b64decode(text.strip('"')).decode()}
    whole = _console(folder, "local.answer").output.strip()
    if not text:
        return kind | {"shown": _json(whole)}
    return kind | ({_HIDDEN[whole]: "true"} if whole in _HIDDEN else _parts(folder))


def _console(folder: Path, question: str) -> real_terraform.Answer:
    return real_terraform.run(["console", "-no-color"], folder, f"{question}\n")


def _parts(folder: Path) -> dict[str, str]:
    """Which parts are unknown or sensitive, from the plan of a resource that holds the value."""
    (folder / "shown.tf").write_text(_SHOWN, encoding="utf-8")
    plan = real_terraform.run(["plan", "-no-color", "-input=false", "-out=plan"], folder)
    if plan.code:
        raise RuntimeError(f"the value can be asked for in the console, but not planned: {plan.errors}")
    shown = real_terraform.run(["show", "-json", "plan"], folder).output
    changes = json.loads(shown, parse_int=NumberText, parse_float=NumberText)["resource_changes"]
    change = next(change["change"] for change in changes if change["address"] == "terraform_data.shown")
    masks = {mark: change[f"after_{mark}"].get("input", False) for mark in _HIDDEN.values()}
    fields = {mark: _json(mask) for mark, mask in masks.items() if _any(mask)}
    return fields | {"value": _json(change["after"]["input"])}


def _any(mask: object) -> bool:
    if isinstance(mask, dict):
        return any(map(_any, mask.values()))
    return any(map(_any, mask)) if isinstance(mask, list) else mask is True


def _json(value: object) -> str:
    """JSON in which :class:`NumberText` is a number again."""
    if isinstance(value, NumberText):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_json(str(key))}: {_json(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.stdout.write(f"{record_console(sys.argv[1:])} expressions\n")
