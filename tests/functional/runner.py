"""A runner of GitHub's, as far as a composite action can tell: it runs the steps that stand in action.yml.

``run`` steps are run by bash as the real one runs them; ``uses`` steps are done by functions in their place.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .conftest import ROOT

Used = Callable[["Runner", Mapping[str, str]], Mapping[str, str]]
"""Does what an action does that a step uses: takes its inputs, gives its outputs."""

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_TERM = re.compile(r"(?P<path>[\w.-]+)\s*(?P<sign>==|!=)\s*(?:'(?P<text>[^']*)'|(?P<other>[\w.-]+))")


@dataclass
class Runner:
    """A machine with a workspace and the files that a runner names.

    Args:
        folder: Of the machine.
        workspace: What was checked out.
    """

    folder: Path
    workspace: Path
    event: Mapping[str, str] = field(default_factory=dict)
    """Environment variables that tell of the event."""
    used: dict[str, Used] = field(default_factory=dict)
    """Name of an action, without its commit, to what it does."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Further environment variables of the machine."""
    kept: list[str] = field(default_factory=list)
    """Keys under which something was saved."""
    prepare_only: bool = False
    """Stop before the scan."""
    log: str = ""
    code: int = 0
    steps: dict[str, dict[str, str]] = field(default_factory=dict)
    """Id of a step to its outputs."""
    ran: list[str] = field(default_factory=list)
    """Names of the steps that were not skipped."""

    @property
    def temporary(self) -> Path:
        return self.folder / "temp"

    @property
    def summary(self) -> str:
        return "".join(file.read_text("utf-8") for file in sorted(self.folder.glob("summary-*")))

    def run(self, **inputs: str) -> Runner:
        """Run the action with these inputs; a hyphen in a name is written as ``_``."""
        self.temporary.mkdir(parents=True, exist_ok=True)
        action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(action["inputs"])
        values = {name: given.get(name, told["default"]) for name, told in action["inputs"].items()}
        for number, step in enumerate(action["runs"]["steps"]):
            if self.prepare_only and step["name"] == "Scan":
                break
            if self._applies(step.get("if"), values):
                self.ran.append(step["name"])
                self._step(number, step, values)
        self.outputs = {name: self._filled(told["value"], values) for name, told in action["outputs"].items()}
        return self

    def _step(self, number: int, step: Mapping[str, Any], inputs: Mapping[str, str]) -> None:
        if "uses" in step:
            given = {name: self._filled(str(text), inputs) for name, text in step.get("with", {}).items()}
            found = self.used[step["uses"].partition("@")[0]](self, given)
        else:
            found = self._script(number, step, inputs)
        if "id" in step:
            self.steps[step["id"]] = dict(found)

    def _script(self, number: int, step: Mapping[str, Any], inputs: Mapping[str, str]) -> Mapping[str, str]:
        output, summary = self.folder / f"output-{number}", self.folder / f"summary-{number:02}"
        for file in (output, summary):
            file.touch()
        script = self.temporary / f"{number}.sh"
        script.write_text(step["run"], "utf-8")
        variables = {
            "PATH": f"{self.temporary / 'python'}{os.pathsep}{os.defpath}",
            "GITHUB_ACTIONS": "true",
            "CI": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_ENV": str(self.folder / "env"),
            "GITHUB_PATH": str(self.folder / "path"),
            "RUNNER_TEMP": str(self.temporary),
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            **self.event,
            **self.environment,
            **{name: self._filled(str(text), inputs) for name, text in step.get("env", {}).items()},
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace, env=variables, capture_output=True, timeout=900, check=False,
        )  # fmt: skip
        self.log += (done.stdout + done.stderr).decode("utf-8", "replace")
        self.code = self.code or done.returncode
        return outputs_of(output.read_text("utf-8"))

    def _applies(self, condition: str | None, inputs: Mapping[str, str]) -> bool:
        if condition is None:
            return self.code == 0
        whole = _EXPRESSION.fullmatch(condition.strip())
        terms = (whole[1] if whole else condition).split("&&")
        plain = [term.strip() for term in terms if term.strip() != "!cancelled()"]
        if len(plain) == len(terms) and self.code:
            return False
        return all(self._holds(term, inputs) for term in plain)

    def _holds(self, term: str, inputs: Mapping[str, str]) -> bool:
        match = _TERM.fullmatch(term)
        assert match, term
        other = match["text"] if match["other"] is None else self._value(match["other"], inputs)
        return (self._value(match["path"], inputs) == other) == (match["sign"] == "==")

    def _filled(self, text: str, inputs: Mapping[str, str]) -> str:
        return _EXPRESSION.sub(lambda match: self._value(match[1].strip(), inputs), text)

    def _value(self, path: str, inputs: Mapping[str, str]) -> str:
        match path.split("."):
            case ["inputs", name]:
                return inputs[name]
            case ["runner", "temp"]:
                return str(self.temporary)
            case ["steps", step, "outputs", name]:
                return self.steps.get(step, {}).get(name, "")
        raise AssertionError(path)


def outputs_of(text: str) -> dict[str, str]:
    """What a runner reads from the file of a step's outputs."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, sign, rest = line.partition("=")
        named, heredoc, delimiter = line.partition("<<")
        if heredoc and len(named) < len(name):
            value = []
            for one in lines:
                if one == delimiter:
                    break
                value.append(one)
            found[named] = "\n".join(value)
        else:
            assert sign, f"the runner would refuse the line {line!r}"
            found[name] = rest
    return found
