"""The action, our own workflows and those that we show suppliers, under the tools that their platforms' users have."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanner.reports import REPORTERS

from .conftest import ROOT, Archscan

PROGRAMS = Path(sys.executable).parent
SHOWN = ROOT / "examples/ci"
ON_GITHUB = [ROOT / "action.yml", *sorted((ROOT / ".github/workflows").glob("*.yml")), SHOWN / "github.yml"]
SCHEMAS = {
    "vendor.github-actions": [ROOT / "action.yml"],
    "vendor.github-workflows": ON_GITHUB[1:],
    "vendor.gitlab-ci": [SHOWN / "gitlab-ci.yml"],
    "vendor.azure-pipelines": [SHOWN / "azure-pipelines.yml"],
}
TRANSFORMED = {"vendor.gitlab-ci": "gitlab-ci", "vendor.azure-pipelines": "azure-pipelines"}


def program(name: str, *arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [str(PROGRAMS / name), *map(str, arguments)]
    return subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("file", ON_GITHUB, ids=lambda file: file.name)
def test_zizmor_has_nothing_to_say(file: Path) -> None:
    done = program("zizmor", "--persona", "auditor", "--offline", "--no-progress", "--strict-collection", file)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "completed" in done.stderr, "it was audited"


def test_zizmor_would_say_it(tmp_path: Path) -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    worse = text.replace('"$GITHUB_ACTION_PATH/launch/archscan.py" action scan', '"${{ inputs.path }}" action scan')
    assert worse != text
    (tmp_path / "action.yml").write_text(worse, "utf-8")
    done = program("zizmor", "--persona", "auditor", "--offline", "--no-progress", tmp_path / "action.yml")
    assert done.returncode != 0
    assert "template-injection" in done.stdout


def scripts(value: Any, place: str) -> Iterator[tuple[str, str, str]]:
    """Place, shell and text of each script in a description of a pipeline."""
    if isinstance(value, dict):
        for key, inside in value.items():
            at = f"{place}.{key}"
            if key in {"run", "bash"} and isinstance(inside, str):
                yield at, "bash", inside
            elif key in {"script", "before_script", "after_script"} and isinstance(inside, list):
                yield from ((f"{at}[{number}]", "sh", line) for number, line in enumerate(inside))
            else:
                yield from scripts(inside, at)
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from scripts(inside, f"{place}[{number}]")


ALL_SCRIPTS = [
    pytest.param(shell, text, id=place)
    for file in [*ON_GITHUB, SHOWN / "gitlab-ci.yml", SHOWN / "azure-pipelines.yml"]
    for place, shell, text in scripts(yaml.safe_load(file.read_text("utf-8")), file.name)
]


@pytest.mark.parametrize(("shell", "text"), ALL_SCRIPTS)
def test_shellcheck_has_nothing_to_say(shell: str, text: str) -> None:
    done = program("shellcheck", "--shell", shell, "--severity", "style", "-", text=text)
    assert done.returncode == 0, done.stdout


def test_shellcheck_was_given_every_script() -> None:
    assert len(ALL_SCRIPTS) >= 9
    assert program("shellcheck", "--shell", "bash", "-", text="echo $1\n").returncode == 1


def test_the_script_of_ci_itself() -> None:
    done = program("shellcheck", "--external-sources", ROOT / ".ci/run")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("schema", "file"), [(name, file) for name, files in SCHEMAS.items() for file in files])
def test_the_platforms_own_schemas_are_kept(schema: str, file: Path, tmp_path: Path) -> None:
    options = ["--builtin-schema", schema, "--regex-variant", "python"]
    if schema in TRANSFORMED:
        options += ["--data-transform", TRANSFORMED[schema]]
    done = program("check-jsonschema", *options, file)
    assert done.returncode == 0, done.stdout
    broken = tmp_path / file.name
    broken.write_text(re.sub(r"(?m)^(\s*)(- )?(run|script|bash|steps):", r"\1\2\3s:", file.read_text("utf-8")), "utf-8")
    if schema != "vendor.gitlab-ci":  # for which an unknown key is a template
        assert program("check-jsonschema", *options, broken).returncode != 0


def test_the_hooks_are_what_pre_commit_takes() -> None:
    done = program("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout


HOSTILE = "x$(touch pwned)`touch pwned`;touch pwned"
RECORDS = """#!/bin/sh
printf '%s\\n' "$@" > "$RECORD"
"""


def asked_by(file: Path, folder: Path) -> list[str]:
    """The words that reach archscan when the script of a pipeline is run for a change by somebody hostile."""
    found = [
        text for _, _, text in scripts(yaml.safe_load(file.read_text("utf-8")), file.name) if "archscan.py" in text
    ]
    (folder / "bin").mkdir()
    for name in ("python", "python3"):
        (folder / "bin" / name).write_text(RECORDS)
        (folder / "bin" / name).chmod(0o755)
    variables = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.defpath}",
        "RECORD": str(folder / "record"),
        "ARCHSCAN_SINCE": HOSTILE,
        "SYSTEM_PULLREQUEST_TARGETBRANCH": f"refs/heads/{HOSTILE}",
        "AGENT_TEMPDIRECTORY": str(folder / "agent"),
        "BUILD_SOURCESDIRECTORY": str(folder),
        "BUILD_ARTIFACTSTAGINGDIRECTORY": str(folder / "staging"),
    }
    subprocess.run(["bash", "-c", found[0]], cwd=folder, env=variables, check=True, timeout=60)
    assert not list(folder.rglob("pwned"))
    words = (folder / "record").read_text("utf-8").splitlines()
    assert words[0] == "-I"
    assert words[1].endswith("archscan/launch/archscan.py")
    return words[2:]


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "azure-pipelines.yml"])
def test_what_others_are_shown_is_understood(archscan: Archscan, name: str, tmp_path: Path) -> None:
    """Options and formats exist: what stops the command is the folder, which holds nothing."""
    words = asked_by(SHOWN / name, tmp_path)
    assert words[:2] == ["scan", "."]
    formats = [words[place + 1].partition("=")[0] for place, word in enumerate(words) if word == "--report"]
    assert formats
    assert set(formats) <= set(REPORTERS)
    since = words.index("--since")
    assert words[since + 1] in {HOSTILE, f"origin/{HOSTILE}"}
    (tmp_path / "empty").mkdir()
    run = archscan(*words[:since], *words[since + 2 :], cwd=tmp_path / "empty")
    assert (run.code, "holds no file" in run.err) == (3, True), run.err


def test_what_github_is_shown_is_understood() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    used = 0
    for file in ON_GITHUB[1:]:
        for job in yaml.safe_load(file.read_text("utf-8"))["jobs"].values():
            for step in job["steps"]:
                if step.get("uses", "").startswith(("$/", "archscan/archscan@")):
                    used += 1
                    assert set(step["with"]) <= set(inputs)
                    formats = {line.partition("=")[0] for line in step["with"]["reports"].split()}
                    assert formats <= set(REPORTERS)
    assert used == 2


def test_actions_are_pinned_alike() -> None:
    """One commit and one version of an action, wherever it is used."""
    found: dict[str, set[str]] = {}
    for file in ON_GITHUB:
        for name, pin in re.findall(r"uses: ([\w.-]+/[\w./-]+)@(.*)", file.read_text("utf-8")):
            found.setdefault("/".join(name.split("/")[:2]), set()).add(pin)
    assert found.pop("archscan/archscan")
    for name, pins in found.items():
        assert len(pins) == 1, name
        assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pins.pop()), name
