"""Records the plans and the state of the projects beside this file from real Terraform.

Needs Terraform and the AWS provider, unpacked in the folder that ``TF_PLUGINS`` names; the tests need neither::

    TF_PLUGINS=/path/to/plugins python tests/unit/parsers/terraform/plan/record.py
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PLANNED = ("clinic", "flat", "booking")
APPLIED = ("booking",)


def main() -> None:
    """Record every project."""
    for name in PLANNED:
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder) / name
            shutil.copytree(HERE / name, work, ignore=shutil.ignore_patterns("*.json"))
            _terraform(work, "init", "-input=false", *_plugins(name))
            _terraform(work, "plan", "-input=false", "-out=tfplan")
            _write(HERE / name / "plan.json", _slim(json.loads(_terraform(work, "show", "-json", "tfplan"))))
            if name in APPLIED:
                _terraform(work, "apply", "-input=false", "tfplan")
                _write(HERE / name / "state.json", json.loads(_terraform(work, "show", "-json")))


def _plugins(name: str) -> list[str]:
    return [] if name == "booking" else [f"-plugin-dir={os.environ['TF_PLUGINS']}"]


def _terraform(work: Path, *arguments: str) -> str:
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    done = subprocess.run(["terraform", *arguments], cwd=work, env=environment, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return done.stdout.decode()


def _slim(plan: dict[str, Any]) -> dict[str, Any]:
    """Without what is said twice: values before and after, beside those in ``planned_values``."""
    for change in plan["resource_changes"]:
        change["change"].pop("before", None)
        change["change"].pop("after", None)
    for name in ("relevant_attributes", "output_changes", "timestamp"):
        plan.pop(name, None)
    return plan


def _write(file: Path, content: dict[str, Any]) -> None:
    file.write_text(json.dumps(content, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
