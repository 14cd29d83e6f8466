"""Asks the AWS provider for the text of policy documents."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from tests.terraform import real_terraform

FOLDER = Path(__file__).parent / "policies"
RECORDS = FOLDER / "recorded.json"
PLUGINS = Path(os.environ.get("ARCHSCAN_TF_PLUGINS", "/opt/tf-plugins"))
_TYPE = "aws_iam_policy_document"
_PLACE = re.compile(rf"with data\.{_TYPE}\.([\w-]+),")
_BROKEN = ("Plugin did not respond", "Request cancelled")
_FRAME: dict[str, Any] = {
    "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}},
    "provider": {
        "aws": {
            "region": "eu-west-2",
            "access_key": "none",
            "secret_key": "none",
            "skip_credentials_validation": True,
            "skip_requesting_account_id": True,
            "skip_metadata_api_check": True,
        }
    },
}


def cases() -> dict[str, Any]:
    """Arguments of policy documents, by name."""
    return dict(yaml.safe_load((FOLDER / "cases.yaml").read_text(encoding="utf-8")))


def record_policies() -> int:
    """Write the records of all cases; gives their number."""
    with tempfile.TemporaryDirectory() as name:
        records = _answers(Path(name), cases())
    text = json.dumps({name: records[name] for name in cases()}, indent=1, ensure_ascii=True)
    RECORDS.write_text(f"{text}\n", encoding="utf-8")
    return len(records)


def _answers(folder: Path, left: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Answers by name. A case at which the provider breaks takes others with it: they are asked in halves."""
    plan = _plan(folder, left)
    if not plan.code:
        shown = json.loads(real_terraform.run(["show", "-json", "plan"], folder).output)
        outputs = shown["planned_values"]["outputs"]
        return {name: {"json": outputs[name]["value"]} for name in left}
    found = _errors(plan.errors)
    if not found:
        raise RuntimeError(plan.errors)
    records = {name: {"error": text} for name, text in found.items() if text not in _BROKEN}
    if not records and len(left) == 1:
        return {name: {"error": "the provider breaks"} for name in left}
    rest = [(name, arguments) for name, arguments in left.items() if name not in records]
    parts = [rest] if records else [rest[: len(rest) // 2], rest[len(rest) // 2 :]]
    for part in parts:
        records.update(_answers(folder, dict(part)) if part else {})
    return records


def _plan(folder: Path, arguments: dict[str, Any]) -> real_terraform.Answer:
    configuration = {
        **_FRAME,
        "data": {_TYPE: json.loads(json.dumps(arguments).replace("${", "$${"))},
        "output": {name: {"value": f"${{data.{_TYPE}.{name}.json}}"} for name in arguments},
    }
    (folder / "main.tf.json").write_text(json.dumps(configuration), encoding="utf-8")
    real_terraform.run(["init", "-no-color", f"-plugin-dir={PLUGINS}"], folder)
    return real_terraform.run(["plan", "-no-color", "-input=false", "-out=plan"], folder)


def _errors(text: str) -> dict[str, str]:
    """Name of each case that is refused to the first line of the reason."""
    found = {}
    for part in text.split("Error: ")[1:]:
        name = _PLACE.search(part)
        if name is not None:
            found.setdefault(name[1], part.splitlines()[0])
    return found


if __name__ == "__main__":
    sys.stdout.write(f"{record_policies()} policies\n")
