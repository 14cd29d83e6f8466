"""Runs the real Terraform, for recording only: no test needs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_TIMEOUT = 120


class TerraformNotHereError(RuntimeError):
    """There is no usable Terraform on the path."""


@dataclass(frozen=True)
class Answer:
    code: int
    output: str
    errors: str


def run(arguments: list[str], folder: Path, stdin: str = "", **variables: str) -> Answer:
    """Run Terraform in a folder, with nothing of the user's own settings."""
    program = shutil.which("terraform")
    if program is None:
        raise TerraformNotHereError("recording needs Terraform: put `terraform` (1.11) on the PATH")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TF_CLI_CONFIG_FILE": os.devnull,
        "TF_IN_AUTOMATION": "1",
        "CHECKPOINT_DISABLE": "1",
        **variables,
    }
    done = subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=environment,
        input=stdin.encode(),
        capture_output=True,
        timeout=_TIMEOUT,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def version(folder: Path) -> str:
    """The version of Terraform, such as ``1.11.4``."""
    return str(json.loads(run(["version", "-json"], folder).output)["terraform_version"])


def first_error(text: str) -> str | None:
    """The heading of Terraform's first error with its first paragraph, on one line."""
    lines = iter(text.splitlines())
    heading = next((line.removeprefix("Error: ") for line in lines if line.startswith("Error: ")), None)
    if heading is None:
        return None
    paragraph: list[str] = []
    for line in lines:
        if line.startswith(("Error: ", "Warning: ")) or (paragraph and not line.strip()):
            break
        if line.strip() and (paragraph or not line.startswith(" ")):
            paragraph.append(line.strip())
    if heading.startswith("Cycle: "):  # names in another order each time
        heading = "Cycle: " + ", ".join(sorted(heading.removeprefix("Cycle: ").split(", ")))
    text = " ".join(paragraph).partition(" goroutine ")[0]  # a panic's addresses are others each time
    return ": ".join(part for part in (heading, text) if part)
