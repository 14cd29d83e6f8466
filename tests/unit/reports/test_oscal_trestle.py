"""compliance-trestle takes what we write as OSCAL: the real program, in an environment of its own made on first use."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scanner.engines.isolation import EngineEnvironment
from scanner.reports import REPORTERS

from .worked import HOSTILE, filed, scanned

LOCK = Path(__file__).parents[2] / "locks" / "compliance-trestle.txt"
KINDS = {
    "oscal-ar": "assessment-results",
    "oscal-catalog": "catalog",
    "oscal-profile": "profile",
    "oscal-poam": "plan-of-action-and-milestones",
}
FOLDERS = {"catalog": "catalogs", "profile": "profiles"}
CASES = ("scanned", "filed", "hostile", "spotless")


class _Environment(EngineEnvironment):
    """As that of an engine, but that the program is not called as its distribution."""

    @property
    def executable(self) -> Path:
        return self.python.with_name("trestle.exe" if self.python.suffix else "trestle")


def _results() -> dict[str, Any]:
    made, _ = scanned()
    nothing = made.model_copy(update={"findings": (), "problems": (), "inventory": {}})
    return {"scanned": made, "filed": filed(), "hostile": filed(HOSTILE), "spotless": nothing}


@dataclass(frozen=True)
class Trestle:
    """The program and its workspace."""

    program: Path
    root: Path

    def run(self, *arguments: str) -> tuple[int, str]:
        command = [str(self.program), *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, timeout=300, check=False)
        return done.returncode, done.stdout + done.stderr

    def file(self, kind: str, case: str) -> Path:
        return self.root / FOLDERS.get(kind, kind) / case / f"{kind}.json"


@pytest.fixture(scope="module")
def trestle(tmp_path_factory: pytest.TempPathFactory) -> Trestle:
    environment = _Environment("compliance-trestle", lock=LOCK)
    environment.ensure(print, offline=False)
    made = Trestle(environment.executable, tmp_path_factory.mktemp("trestle"))
    assert made.run("init", "--local")[0] == 0
    for case, result in _results().items():
        for name, kind in KINDS.items():
            text = REPORTERS[name](scanned()[1]).render(result)
            assert isinstance(text, str)
            made.file(kind, case).parent.mkdir(parents=True, exist_ok=True)
            made.file(kind, case).write_text(text, encoding="utf-8")
    return made


def test_it_takes_every_document(trestle: Trestle) -> None:
    code, told = trestle.run("validate", "-a")
    assert code == 0, told
    assert len(re.findall(r"(?m)^VALID: ", told)) == len(CASES) * len(KINDS)


@pytest.mark.parametrize(
    ("kind", "change", "why"),
    [
        ("assessment-results", {"unheard-of": 1}, "unheard-of: unexpected field"),
        ("catalog", {"metadata": {"title": "x"}}, "Field required"),
        ("profile", {"uuid": "not-a-uuid"}, "uuid: value does not match"),
        ("plan-of-action-and-milestones", {"poam-items": []}, "poam-items: List should have at least 1 item"),
    ],
)
def test_it_refuses_what_is_wrong(  # so that its consent means something
    trestle: Trestle, tmp_path: Path, kind: str, change: dict[str, Any], why: str
) -> None:
    sound = json.loads(trestle.file(kind, "filed").read_text("utf-8"))
    spoiled = Trestle(trestle.program, tmp_path)
    shutil.copytree(trestle.root / ".trestle", tmp_path / ".trestle")
    spoiled.file(kind, "spoiled").parent.mkdir(parents=True)
    spoiled.file(kind, "spoiled").write_text(json.dumps({kind: {**sound[kind], **change}}), encoding="utf-8")
    code, told = spoiled.run("validate", "-t", kind, "-n", "spoiled")
    assert code != 0
    assert why in told


def test_it_resolves_the_profile_with_the_catalog_beside_it(trestle: Trestle) -> None:
    # trestle looks for what stands beside its own root.
    shutil.copy(trestle.file("catalog", "scanned"), trestle.root / "oscal-catalog.json")
    code, told = trestle.run("author", "profile-resolve", "-n", "scanned", "-o", "resolved")
    assert code == 0, told
    resolved = json.loads(trestle.file("catalog", "resolved").read_text("utf-8"))["catalog"]
    selected = [control["id"] for group in resolved["groups"] for control in group["controls"]]
    made, _ = scanned()
    assert sorted(selected) == sorted(control.id for one in made.principles for control in one.controls)
