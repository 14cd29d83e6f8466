"""The guide is walked as a newcomer walks it: its files are saved, its commands run, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.conftest import ROOT
from tests.functional.test_guides import Done, missing, run, steps

PAGE = (ROOT / "docs" / "guide.md").read_text()
_BLOCK = re.compile(r"^ *```(\w+)(?: ([^\n]+))?\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


def walk(folder: Path) -> Iterator[Done]:
    """Save each file that the page shows, change what it changes, and run each command, in the page's order."""
    for language, name, body in _BLOCK.findall(PAGE):
        if language == "console":
            for step in steps(f"```console\n{body}```\n"):
                yield run(step, folder)
        elif ": " in name:
            path, _, line = name.partition(": ")
            text = (folder / path).read_text()
            assert text.count(line) == 1
            (folder / path).write_text(text.replace(line, body.strip()))
        elif name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(body)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> list[Done]:
    return list(walk(tmp_path_factory.mktemp("guide")))


def test_every_command_does_what_the_page_shows(walked: list[Done]) -> None:
    assert len(walked) >= 10
    for one in walked:
        assert one.code == one.step.code, f"{one.step.command}\n{one.printed[-3000:]}"
        assert missing(one.step.shown, one.printed) == [], one.step.command


def test_the_score_rises_as_the_reader_goes_on(walked: list[Done]) -> None:
    scores = [float(found[1]) for one in walked if (found := re.search(r"^Score ([\d.]+)", one.printed, re.MULTILINE))]
    assert scores[0] < scores[1] < scores[3]
    assert scores[1] == scores[2], "a stricter gate changes no score"


def test_every_page_that_the_guide_names_is_there() -> None:
    linked = re.findall(r"\]\(([^)#]+\.md)(?:#[^)]*)?\)", PAGE)
    assert linked
    assert [name for name in linked if not (ROOT / "docs" / name).is_file()] == []
