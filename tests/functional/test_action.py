"""The GitHub Action's own steps in a simulated runner, on real repositories with a pull request's two revisions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanner.engines.isolation import ENGINES, EngineEnvironment
from scanner.reports import REPORTERS

from .conftest import ROOT, write
from .runner import Runner

RunnerOf = Callable[..., Runner]

LEGACY = '''"""Signing in, as it was done years ago."""

import os

import requests


def sign_in(request, cursor):
    cursor.execute(f"SELECT password FROM accounts WHERE name = '{request.form['name']}'")
    account = cursor.fetchone()
    return account.password == request.form["password"]


def sign_out(request, cursor):
    cursor.execute(f"DELETE FROM sessions WHERE name = '{request.form['name']}'")


def fetch_patient(nhs_number):
    return requests.get(os.environ["PDS_URL"] + "/Patient/" + nhs_number, verify=False, timeout=5)
'''
REPORTS = """def monthly(request, cursor):
    cursor.execute(f"SELECT count FROM months WHERE month = '{request.args['month']}'")
    return cursor.fetchall()
"""
TERRAFORM = """terraform {
  required_version = ">= 1.9"
  backend "s3" {
    bucket       = "state"
    key          = "main"
    region       = "eu-west-2"
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-2"
}

resource "aws_db_instance" "records" {
  engine                  = "postgres"
  engine_version          = "16"
  publicly_accessible     = true
  storage_encrypted       = true
  multi_az                = true
  backup_retention_period = 30
}
"""
ADDED = """import os

import jwt
import requests


def send(letter, request):
    caller = jwt.decode(request.headers["Authorization"], options={"verify_signature": False})
    return requests.post(os.environ["LETTERS_URL"], json={**letter, "by": caller["sub"]}, timeout=5)
"""
BEFORE = {"app/signing_in.py": LEGACY, "app/reports.py": REPORTS, "infra/main.tf": TERRAFORM}
MOVED = {"accounts/old/signing_in.py", "app/monthly_reports.py"}
PASSING = {"main.tf": 'provider "aws" {\n  region = "eu-west-2"\n}\n'}


def git(folder: Path, *arguments: str) -> str:
    who = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for kind in ("AUTHOR", "COMMITTER"):
        who |= {f"GIT_{kind}_NAME": "A", f"GIT_{kind}_EMAIL": "a@example.org", f"GIT_{kind}_DATE": "2026-11-01T12:00Z"}
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder, env={**os.environ, **who}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def commit(folder: Path, message: str) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def change(folder: Path) -> None:
    """What the pull request does: adds one violation, mends one, moves a file full of old ones and renames another."""
    (folder / "letters").mkdir()
    (folder / "letters/sending.py").write_text(ADDED)
    infra = folder / "infra/main.tf"
    infra.write_text(infra.read_text().replace("publicly_accessible     = true", "publicly_accessible     = false"))
    (folder / "accounts/old").mkdir(parents=True)
    git(folder, "mv", "app/signing_in.py", "accounts/old/signing_in.py")
    git(folder, "mv", "app/reports.py", "app/monthly_reports.py")


def gate_only(workspace: Path) -> str:
    """A policy whose gate looks at severities alone."""
    policy = yaml.safe_load((ROOT / "policies/default.yaml").read_text("utf-8"))
    policy["gate"]["mandatory_principles"] = []
    (workspace / "gate-only.yaml").write_text(yaml.safe_dump(policy), "utf-8")
    return "gate-only.yaml"


class PullRequest:
    """A repository with a pull request, and what GitHub checks out for it."""

    def __init__(self, folder: Path, depth: int = 2) -> None:
        origin = write(folder / "origin", BEFORE)
        git(origin, "init", "--quiet", "--initial-branch=main")
        self.base = commit(origin, "Begin")
        git(origin, "checkout", "--quiet", "-b", "change")
        change(origin)
        self.head = commit(origin, "Change")
        git(origin, "checkout", "--quiet", "--detach", "main")
        git(origin, "merge", "--quiet", "--no-ff", "--message", "Merge", "change")
        git(origin, "update-ref", "refs/pull/7/merge", "HEAD")
        self.workspace = folder / "work"
        git(folder, "init", "--quiet", str(self.workspace))
        git(self.workspace, "fetch", "--quiet", f"--depth={depth}", f"file://{origin}", "refs/pull/7/merge")
        git(self.workspace, "checkout", "--quiet", "--detach", "FETCH_HEAD")
        self.event = self._event(folder / "event.json")

    def _event(self, file: Path) -> dict[str, str]:
        sides = {"base": {"sha": self.base, "ref": "main"}, "head": {"sha": self.head, "ref": "change"}}
        file.write_text(json.dumps({"action": "opened", "number": 7, "pull_request": sides}))
        return {
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_EVENT_PATH": str(file),
            "GITHUB_BASE_REF": "main",
            "GITHUB_REF": "refs/pull/7/merge",
        }


def set_up_python(runner: Runner, given: Mapping[str, str]) -> Mapping[str, str]:
    """Puts a Python on the path that has nothing installed, as actions/setup-python does."""
    assert given["python-version"]
    folder = runner.temporary / "python"
    folder.mkdir(exist_ok=True)
    (folder / "python").unlink(missing_ok=True)
    (folder / "python").symlink_to(Path(sys.base_prefix) / "bin/python3")
    return {}


def restore(_: Runner, given: Mapping[str, str]) -> Mapping[str, str]:
    """Engines that an earlier run kept; results of none."""
    if not given["key"].startswith("archscan-engines-"):
        return {}
    target = Path(given["path"])
    target.mkdir(parents=True, exist_ok=True)
    for name in ENGINES:
        there = EngineEnvironment(name).path
        if there.is_dir() and not (target / there.name).exists():
            (target / there.name).symlink_to(there)
    return {"cache-hit": "true", "cache-matched-key": given["key"]}


def keep(runner: Runner, given: Mapping[str, str]) -> Mapping[str, str]:
    runner.kept.append(given["key"])
    return {}


@pytest.fixture
def runner_of(tmp_path: Path, environments: Path) -> RunnerOf:
    def make(workspace: Path, event: Mapping[str, str] | None = None, **environment: str) -> Runner:
        folder = tmp_path / "runner"
        shared = folder / "temp/archscan"
        shared.mkdir(parents=True, exist_ok=True)
        for name in ("environments", "rules"):
            if not (shared / name).exists():
                (environments / name).mkdir(exist_ok=True)
                (shared / name).symlink_to(environments / name)
        return Runner(
            folder=folder,
            workspace=workspace,
            event=event or {"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main"},
            used={
                "actions/setup-python": set_up_python,
                "actions/cache/restore": restore,
                "actions/cache/save": keep,
            },
            environment=passed_on() | environment,
        )

    return make


def passed_on() -> dict[str, str]:
    """What tells pip where packages come from on this machine: that is not what is tested."""
    beginnings = ("HOME", "PIP_", "UV_", "HTTP", "NO_PROXY", "SSL_", "REQUESTS_", "http", "no_proxy")
    return {name: value for name, value in os.environ.items() if name.startswith(beginnings)}


def annotations(log: str) -> list[str]:
    """The lines that the real runner would obey."""
    return [line for line in log.splitlines() if line.lstrip().startswith("::") or "##[" in line]


def failures(run: Runner) -> list[dict[str, Any]]:
    result = json.loads(Path(run.outputs["json"]).read_text("utf-8"))
    return [one for one in result["findings"] if one["outcome"] == "fail" and one["role"] == "product"]


def test_a_pull_request_is_told_what_it_added_and_nothing_else(runner_of: RunnerOf, tmp_path: Path) -> None:
    pull = PullRequest(tmp_path)
    run = runner_of(pull.workspace, pull.event).run(
        reports="sarif=out/archscan.sarif\njson=out/archscan.json", fail_on="critical, high"
    )
    assert run.code == 1, run.log
    new = [one for one in failures(run) if not one["baseline"]]
    assert [(one["rule"], one["location"]["path"]) for one in new] == [
        ("token-signature-not-verified", "letters/sending.py")
    ]
    result = json.loads(Path(run.outputs["json"]).read_text("utf-8"))
    comparison = result["comparison"]
    assert comparison["revision"] == pull.base
    assert (run.outputs["new"], run.outputs["mended"]) == ("1", "1")
    assert [one["rule"] for one in comparison["mended"]] == ["store-with-public-address"]
    assert int(run.outputs["known"]) == comparison["known"] >= 4
    assert comparison["moved"] >= 1
    moved = [one for one in failures(run) if one["location"]["path"] in MOVED]
    assert sum(one["places"] for one in moved) >= 4, "the files that were moved and renamed are full of old ones"
    assert all(one["baseline"] for one in moved)
    told = annotations(run.log)
    assert len(told) == 1, told
    assert told[0].startswith("::error file=letters/sending.py,")
    head = " ".join(run.summary.splitlines()[:8])
    assert "1 new failure" in head, head
    assert "1 mended" in head, head
    results = json.loads(Path(run.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    added = [one for one in results if one["kind"] == "fail" and one["baselineState"] == "new"]
    assert [one["ruleId"] for one in added] == ["token-signature-not-verified"]


def test_a_pull_request_that_adds_nothing_passes_whatever_was_there(runner_of: RunnerOf, tmp_path: Path) -> None:
    pull = PullRequest(tmp_path)
    write(pull.workspace, {"letters/sending.py": "letters = []\n"})
    run = runner_of(pull.workspace, pull.event).run(fail_on="critical high", policy=gate_only(pull.workspace))
    assert run.code == 0, run.log
    assert run.outputs["new"] == "0"
    assert not annotations(run.log)


def test_a_clone_that_does_not_go_back_so_far_is_told_and_not_passed_over(runner_of: RunnerOf, tmp_path: Path) -> None:
    pull = PullRequest(tmp_path, depth=1)
    run = runner_of(pull.workspace, pull.event).run(fail_on="high")
    assert run.code == 1
    assert run.outputs["new"] == ""
    assert any(line.startswith("::warning title=archscan%3A nothing was compared::") for line in annotations(run.log))
    assert "Nothing was compared" in run.summary.splitlines()[0]
    assert "fetch-depth" in run.summary.splitlines()[0]
    refused = runner_of(pull.workspace, pull.event).run(new_only="true")
    assert refused.code == 2
    assert "fetch-depth" in refused.log


def test_what_a_run_gives(runner_of: RunnerOf, tmp_path: Path) -> None:
    workspace = write(tmp_path / "work", PASSING)
    run = runner_of(workspace).run(
        reports="json=result.json\nsarif=archscan.sarif\nmarkdown=r/archscan.md\nhtml=r/a.html"
    )
    result = json.loads((workspace / "result.json").read_text("utf-8"))
    assert (run.outputs["gate"], run.code) == ("passed", 0) if result["gate"]["passed"] else ("failed", 1), run.log
    assert float(run.outputs["coverage"]) == pytest.approx(result["score"]["coverage"], abs=0.001)
    assert float(run.outputs["score"]) == pytest.approx(result["score"]["value"], abs=0.1)
    assert run.outputs["reports"].splitlines() == [
        f"json={workspace / 'result.json'}",
        f"sarif={workspace / 'archscan.sarif'}",
        f"markdown={workspace / 'r/archscan.md'}",
        f"html={workspace / 'r/a.html'}",
    ]
    assert json.loads(Path(run.outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"
    assert Path(run.outputs["markdown"]).read_text("utf-8")
    assert "<svg" in Path(run.outputs["html"]).read_text("utf-8"), "with the map"
    assert run.outputs["junit"] == ""
    assert "gate" in run.summary.lower()
    assert not (run.folder / "env").exists(), "nothing is written to the environment of later steps"
    assert not (run.folder / "path").exists()


def test_findings_of_a_folder_are_told_from_the_top_of_the_repository(runner_of: RunnerOf, tmp_path: Path) -> None:
    workspace = write(tmp_path / "work", {f"services/letters/{name}": text for name, text in BEFORE.items()})
    git(workspace, "init", "--quiet", "--initial-branch=main")
    commit(workspace, "Begin")
    run = runner_of(workspace).run(path="services/letters")
    told = annotations(run.log)
    assert any("file=services/letters/infra/main.tf," in line for line in told), told
    results = json.loads(Path(run.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    places = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert "services/letters/infra/main.tf" in places


def test_only_runs_of_branches_keep_anything(runner_of: RunnerOf, tmp_path: Path) -> None:
    workspace = write(tmp_path / "work", PASSING)
    branch = runner_of(workspace).run()
    assert [key.rpartition("-")[0].rpartition("-")[0] for key in branch.kept] == ["archscan-results-Linux-X64"]
    for name, reference in [
        ("pull_request", "refs/pull/7/merge"),
        ("pull_request_target", "refs/heads/main"),
        ("workflow_run", "refs/heads/main"),
        ("issue_comment", "refs/heads/main"),
        ("release", "refs/tags/v1"),
        ("push", "refs/tags/v1"),
    ]:
        event = {"GITHUB_EVENT_NAME": name, "GITHUB_REF": reference}
        run = runner_of(workspace, event)
        run.prepare_only = True
        run.run()
        assert run.steps["prepare"]["save"] == "false", name
        assert run.steps["prepare"]["restore"] == ("true" if name == "pull_request" else "false"), name
        assert ("Restore engines" in run.ran) == (name == "pull_request")
    off = runner_of(workspace)
    off.prepare_only = True
    off.run(cache="false")
    assert (off.steps["prepare"]["save"], off.steps["prepare"]["restore"]) == ("false", "false")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("path", "../.."),
        ("path", "/etc"),
        ("path", "link"),
        ("path", ".\n$(touch pwned)=."),
        ("policy", "a;b"),
        ("policy", "../policy.yaml"),
        ("policy", "default\ngate=passed"),
        ("baseline", "../known.json"),
        ("baseline", "missing.json"),
        ("base", "--upload-pack=touch pwned"),
        ("base", "main\n::set-output name=gate::passed"),
        ("base", "$(touch pwned)"),
        ("reports", "sarif=/etc/x"),
        ("reports", "sarif=../x"),
        ("reports", "sarif=.git/hooks/post-checkout"),
        ("reports", "sarif=link/x.sarif"),
        ("reports", "sarif=inner/x.sarif"),
        ("reports", "exe=x"),
        ("reports", "sarif=a\nsarif=a"),
        ("reports", "sarif=a\x0bgate=passed"),
        ("fail-on", "everything"),
        ("fail-on", "never, high"),
        ("minimum-score", "101"),
        ("minimum-score", "nan"),
        ("minimum-coverage", "1.5"),
        ("approvals", "link/approved.yaml"),
        ("persona", "ci\u2028::error::x"),
        ("offline", "$(id)"),
        ("new-only", "maybe"),
        ("cache", "yes"),
    ],
)
def test_inputs_are_checked(runner_of: RunnerOf, tmp_path: Path, name: str, value: str) -> None:
    workspace = write(tmp_path / "work", {**PASSING, "real/a.txt": "a"})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/approved.yaml").write_text("approver: a\n")
    (workspace / "link").symlink_to(tmp_path / "outside")
    (workspace / "inner").symlink_to(workspace / "real")
    run = runner_of(workspace).run(**{name.replace("-", "_"): value})
    assert run.code == 2, run.log
    assert f"input {name}" in run.log
    assert not annotations(run.log)
    assert not list(tmp_path.rglob("pwned"))
    assert "Scan" not in run.ran
    assert run.outputs["gate"] == ""


def test_nothing_of_the_workspace_is_executed(runner_of: RunnerOf, tmp_path: Path) -> None:
    """A stranger's pull request may hold modules that are called like those that start archscan."""
    trap = "import pathlib\npathlib.Path(__file__).with_name('pwned').touch()\n"
    names = ["venv", "pip", "ensurepip", "scanner", "typer", "hashlib", "subprocess", "sitecustomize", "usercustomize"]
    files = {f"{name}.py": trap for name in names} | {f"{name}/__init__.py": trap for name in names}
    workspace = write(tmp_path / "work", {**PASSING, **files, "python": "touch pwned", ".env": "PATH=."})
    run = runner_of(workspace).run(offline="true")
    assert run.code in {0, 1}, run.log
    assert not list(workspace.rglob("pwned"))


HOSTILE = "a\n::error file=x::b ##[set-output name=gate]passed $(touch pwned) `id` %0A::set-output name=gate::passed"


def test_hostile_names_and_branches_are_only_text(runner_of: RunnerOf, tmp_path: Path) -> None:
    name = f"app/{HOSTILE.replace('/', '')}.py"
    workspace = write(tmp_path / "work", PASSING)
    git(workspace, "init", "--quiet", "--initial-branch=main")
    base = commit(workspace, "Begin")
    write(workspace, {name: ADDED, "app/::notice::x,line=1.py": REPORTS})
    commit(workspace, "Change")
    file = tmp_path / "event.json"
    file.write_text(json.dumps({"pull_request": {"base": {"sha": base, "ref": HOSTILE}, "title": HOSTILE}}))
    event = {
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_REF": "refs/pull/7/merge",
        "GITHUB_BASE_REF": HOSTILE,
        "GITHUB_HEAD_REF": HOSTILE,
    }
    run = runner_of(workspace, event).run()
    assert run.code in {0, 1}, run.log
    told = annotations(run.log)
    assert told
    for line in told:
        assert re.match(r"::(error|warning|notice) (file=[^:,]*,)?title=[^:,]*(,line=\d+,endLine=\d+)?::", line), line
        assert "##[" not in line
    assert set(run.steps["scan"]) == EXPECTED
    assert int(run.outputs["new"]) >= 2
    assert run.outputs["gate"] in {"passed", "failed"}
    assert not list(tmp_path.rglob("pwned"))
    assert not [line for line in run.summary.splitlines() if line.startswith("::")]


EXPECTED = {
    *("gate", "complete", "score", "coverage", "new", "known", "mended", "reports", "sarif"),
    *("engines-ready", "results-key"),
}


def test_an_event_that_is_no_event_is_refused(runner_of: RunnerOf, tmp_path: Path) -> None:
    workspace = write(tmp_path / "work", PASSING)
    for text in ("{", "[" * 100_000, "\xff"):
        file = tmp_path / "event.json"
        file.write_text(text, "latin-1")
        run = runner_of(workspace, {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_EVENT_PATH": str(file)}).run()
        assert run.code == 2
        assert "event" in run.log


def test_the_metadata_is_sound() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    action = yaml.safe_load(text)
    to_python = set()
    for step in action["runs"]["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), "pinned by commit"
            assert re.search(re.escape(step["uses"]) + r" # v\d+\.\d+\.\d+\n", text), "with its version beside it"
        else:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"], "inputs reach scripts by the environment only"
            to_python = {name for name in step["env"] if name.startswith("INPUT_")}
            assert to_python == {
                f"INPUT_{name.upper().replace('-', '_')}" for name in action["inputs"] if name != "python-version"
            }
    assert to_python
    formats = set(action["outputs"]) - EXPECTED
    assert formats <= set(REPORTERS), "each further output is the file of a report"
    for name, output in action["outputs"].items():
        assert output["value"] == f"${{{{ steps.scan.outputs.{name} }}}}"
