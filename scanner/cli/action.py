"""``archscan action``: what the GitHub Action runs. Logic lives here, not in YAML.

Inputs come from the environment (``INPUT_*``), never from expressions in a script; outputs go to the files that the
runner names (https://docs.github.com/actions, *Workflow commands*).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from scanner.cli.reporting import as_bytes, print_report, write
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.assessment import Assessment

SUMMARY_LIMIT = 1_000_000
"""Bytes; GitHub refuses a job summary above 1 MiB."""

_SAFE_NAME = re.compile(r"^[A-Za-z0-9._/-]+$")


@dataclass(frozen=True)
class Inputs:
    """The action's inputs, checked."""

    path: Path
    policy: str
    sarif: Path
    json: Path | None
    offline: bool
    fail: bool
    """Whether a gate that did not pass fails the step."""


def read_inputs(environment: Mapping[str, str]) -> Inputs:
    """Check the inputs that the runner hands over.

    Args:
        environment: ``GITHUB_WORKSPACE`` and, for each input of ``action.yml``, ``INPUT_`` and its name.

    Raises:
        UsageError: An input is not of its form, or leads out of the workspace.
    """
    workspace = Path(environment.get("GITHUB_WORKSPACE", ".")).resolve()
    json = environment.get("INPUT_JSON", "")
    return Inputs(
        path=_inside(workspace, environment.get("INPUT_PATH") or ".", "path"),
        policy=_name(environment.get("INPUT_POLICY") or "default", "policy"),
        sarif=_inside(workspace, environment.get("INPUT_SARIF") or "archscan.sarif", "sarif"),
        json=_inside(workspace, json, "json") if json else None,
        offline=_flag(environment.get("INPUT_OFFLINE") or "false", "offline"),
        fail=_flag(environment.get("INPUT_FAIL") or "true", "fail"),
    )


def action() -> None:
    """Run as a step of a GitHub workflow: scan, write SARIF, a job summary and outputs, and decide."""
    from scanner.cli.scan import exit_code  # noqa: PLC0415

    inputs = read_inputs(os.environ)
    assessment, reports = _scan(inputs)
    for file, content in reports.items():
        write(file, content)
    _append("GITHUB_OUTPUT", _outputs(assessment, inputs))
    code = exit_code(assessment)
    raise typer.Exit(code if inputs.fail else 0)


def _scan(inputs: Inputs) -> tuple[Assessment, dict[Path, bytes]]:
    from scanner.cli.course import course_of, end, rules_cache  # noqa: PLC0415
    from scanner.cli.scan import load_yardstick, today  # noqa: PLC0415
    from scanner.pipeline import assess  # noqa: PLC0415
    from scanner.reports import REPORTERS, ReportContext  # noqa: PLC0415
    from scanner.sources.repository import RepositoryReader  # noqa: PLC0415

    reader = RepositoryReader(inputs.path)
    course = course_of(offline=inputs.offline)
    valid = rules_cache()
    yardstick = load_yardstick(inputs.policy, None, today(), valid)
    assessment = assess(reader, yardstick, _say, course)
    end(course.cache, valid)
    context = ReportContext.of(yardstick.catalog, yardstick.packs)
    summary = as_bytes(REPORTERS["markdown"](context).render(assessment))
    _append("GITHUB_STEP_SUMMARY", _within(summary, SUMMARY_LIMIT))
    print_report(assessment, "terminal", context)
    reports = {inputs.sarif: as_bytes(REPORTERS["sarif"](context).render(assessment))}
    if inputs.json:
        reports[inputs.json] = as_bytes(REPORTERS["json"](context).render(assessment))
    return assessment, reports


def _outputs(assessment: Assessment, inputs: Inputs) -> str:
    score = "" if assessment.score.value is None else f"{assessment.score.value:.1f}"
    return (
        f"gate={'passed' if assessment.gate.passed else 'failed'}\n"
        f"score={score}\n"
        f"coverage={assessment.score.coverage:.3f}\n"
        f"sarif={inputs.sarif}\n"
    )


def _append(variable: str, text: str) -> None:
    """Add to a file of the runner; outside a runner there is none, and nothing to do."""
    file = os.environ.get(variable)
    if file:
        with Path(file).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)


def _within(data: bytes, limit: int) -> str:
    if len(data) <= limit:
        return data.decode("utf-8")
    return data[:limit].decode("utf-8", errors="ignore").rpartition("\n")[0] + "\n\n… cut at GitHub's limit.\n"


def _say(text: str) -> None:
    sys.stderr.write(f"archscan: {text}\n")


def _inside(workspace: Path, text: str, name: str) -> Path:
    path = (workspace / text).resolve()
    if not path.is_relative_to(workspace):
        raise UsageError(f"input {name}: {text!r} leads out of the workspace")
    return path


def _name(text: str, name: str) -> str:
    if not _SAFE_NAME.match(text):
        raise UsageError(f"input {name}: {text!r} holds characters that are not allowed")
    return text


def _flag(text: str, name: str) -> bool:
    if text.lower() not in {"true", "false"}:
        raise UsageError(f"input {name}: {text!r} is neither true nor false")
    return text.lower() == "true"
