"""What guides show is what the commands print: each is run in a copy of what the guide is about."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from .conftest import DAY, ROOT, write

GUIDE = (ROOT / "docs" / "worked-product.md").read_text()
PROFILE = (ROOT / "docs" / "profile-and-evidence.md").read_text()
PRODUCT = ROOT / "examples" / "worked-product"
SKIPPED = "…"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ENDS = re.compile(r"\s+# ends with (\d)$")
_FIGURE = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?%?(?![\w-])")


@dataclass(frozen=True)
class Step:
    """A command of a guide, and what the guide shows of its output."""

    command: str
    code: int
    shown: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """What a command did."""

    step: Step
    code: int
    printed: str


def steps(page: str) -> list[Step]:
    """The commands of a page, in their order."""
    found: list[Step] = []
    for language, block in _BLOCK.findall(page):
        prompted = language == "console" and "$ " in block
        for line in block.splitlines() if language == "console" else ():
            if line.startswith("$ ") or not prompted:
                ends = _ENDS.search(line)
                command = _ENDS.sub("", line).removeprefix("$ ")
                found.append(Step(command, int(ends[1]) if ends else 0, ()))
            else:
                found[-1] = Step(found[-1].command, found[-1].code, (*found[-1].shown, line.rstrip()))
    return found


def run(step: Step, folder: Path) -> Done:
    """Run a command as a shell would, without one."""
    words = shlex.split(step.command)
    assert words[0] == "archscan", step.command
    written, words = (words[-1], words[:-2]) if words[-2:-1] == [">"] else ("", words)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "scanner", *words[1:]],
        cwd=folder, capture_output=True, text=True, input="\n" * 20, timeout=600, check=False,
        env={**os.environ, "CI": ""},  # what the guides show is for a person
    )  # fmt: skip
    if written:
        (folder / written).write_text(done.stdout)
    return Done(step, done.returncode, done.stdout + done.stderr)


@cache
def done_in(folder: Path) -> tuple[Done, ...]:
    return tuple(run(step, folder) for step in steps(GUIDE))


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, ...]:
    """Every command of the guide, one after another in one copy of the product."""
    folder = tmp_path_factory.mktemp("guide") / "worked-product"
    shutil.copytree(PRODUCT, folder)
    return done_in(folder)


def missing(shown: tuple[str, ...], printed: str) -> list[str]:
    """Lines of a guide that the command did not print there: each follows the one before unless some were left out."""
    lines = [line.rstrip() for line in printed.splitlines()]
    at, near = 0, True
    for line in shown:
        if line == SKIPPED:
            near = False
            continue
        if line not in lines[at : at + 1 if near else None]:
            return [line, *lines[at : at + 3]]
        at, near = lines.index(line, at) + 1, True
    return []


def test_the_worked_product_is_as_the_guide_says(done: tuple[Done, ...]) -> None:
    assert len(done) > 10
    for one in done:
        assert one.code == one.step.code, f"{one.step.command}\n{one.printed[-2000:]}"
        assert missing(one.step.shown, one.printed) == [], one.step.command


def test_a_line_that_is_not_printed_is_noticed() -> None:
    assert missing(("a", "c"), "a\nb\nc\n") == ["c", "b", "c"]
    assert missing(("a", SKIPPED, "c"), "a\nb\nc\n") == []
    assert missing(("b",), "a\nb\n")
    assert missing((SKIPPED, "c", SKIPPED, "b"), "b\nc\n")


def test_figures_in_the_text_are_those_of_the_commands(done: tuple[Done, ...]) -> None:
    printed = "\n".join(one.printed for one in done)
    shipped = "\n".join(path.read_text() for path in sorted((PRODUCT / "infrastructure").glob("*.tf")))
    prose = re.sub(r"`[^`]*`|\]\([^)]*\)", "", _BLOCK.sub("", GUIDE))
    figures = set(_FIGURE.findall(prose))
    assert figures
    assert {
        one for one in figures if not re.search(rf"(?<![\w.]){re.escape(one)}(?![\w.])", printed + shipped)
    } == set()


def test_the_table_of_two_scans_says_what_they_said(done: tuple[Done, ...]) -> None:
    scans = {
        one.step.command.split(" --")[0]: one.printed for one in done if one.step.command.startswith("archscan scan")
    }
    rows = re.findall(r"^\| ([A-Z]\w+) \| (.+?) \| (.+?) \|$", GUIDE, re.MULTILINE)
    assert len(rows) >= 5
    for name, *cells in rows:
        for printed, cell in zip(
            (scans["archscan scan app"], scans["archscan scan app infrastructure"]), cells, strict=True
        ):
            (line,) = [line for line in printed.splitlines() if re.match(rf"{name}\b", line)]
            for part in cell.split(", "):
                assert re.search(rf"(?<!\w){re.escape(part)}", line), f"{name}: {part!r} is not in {line!r}"


def test_declarations_that_the_guide_quotes_stand_in_the_product() -> None:
    declared = (PRODUCT / "app" / "archscan.yaml").read_text()
    quoted = [block for language, block in _BLOCK.findall(GUIDE) if language == "yaml"]
    assert quoted
    assert all(block in declared for block in quoted)


def test_the_commands_on_the_page_of_the_profile_work(tmp_path: Path) -> None:
    product = write(
        tmp_path / "product",
        {"app.py": "print(1)\n", "safety/case.pdf": b"%PDF-1.7 the case\n", "app/main.py": "print(1)\n"},
    )
    for name in ("infrastructure", "terraform-modules"):
        write(tmp_path / name, {"main.tf": 'resource "aws_kms_key" "this" {\n  enable_key_rotation = true\n}\n'})
    commands = steps(PROFILE)
    assert {one.command.split()[1] for one in commands} >= {"init", "evidence", "scan", "regimes"}
    for step in commands:
        dated = f"{step.command} --as-of {DAY}" if "evidence check" in step.command else step.command
        ran = run(Step(dated, 0, ()), product)
        gate = ran.code == 1 and "scan" in step.command  # what so little code can show is not the point
        assert ran.code == 0 or gate, f"{step.command}\n{ran.printed}"
