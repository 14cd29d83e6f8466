from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.cli.runner import SUMMARY_LIMIT, Annotation, Level, Runner, command
from scanner.errors import UsageError


def test_a_command() -> None:
    made = command(Annotation(Level.ERROR, "Title, 1: a", "what\nhow: 5%", "infra/a,b:c.tf", 3, 5))
    assert made == ("::error file=infra/a%2Cb%3Ac.tf,title=Title%2C 1%3A a,line=3,endLine=5::what%0Ahow: 5%25")
    assert command(Annotation(Level.NOTICE, "t", "m")) == "::notice title=t::m"


@given(st.text(), st.text(), st.text(min_size=1))
def test_whatever_is_told_is_one_command(title: str, message: str, path: str) -> None:
    made = command(Annotation(Level.WARNING, title, message, path, 1))
    assert "\n" not in made
    assert "\r" not in made
    assert "##" not in made
    head, _, _ = made.removeprefix("::warning ").partition("::")
    assert [part.partition("=")[0] for part in head.split(",")] == ["file", "title", "line", "endLine"]
    made.encode()


def runner(folder: Path) -> Runner:
    return Runner({"GITHUB_OUTPUT": str(folder / "out"), "GITHUB_STEP_SUMMARY": str(folder / "summary")})


def test_an_output_of_several_lines_cannot_be_left(tmp_path: Path) -> None:
    hostile = "a\narchscan\ngate=passed\n<<EOF\r\nEOF\rEOF"
    runner(tmp_path).output({"reports": hostile, "score": "1"})
    first, *lines = (tmp_path / "out").read_bytes().decode().split("\n")
    name, _, delimiter = first.partition("<<")
    assert name == "reports"
    assert delimiter not in hostile
    assert "\n".join(lines) == f"a\narchscan\ngate=passed\n<<EOF\nEOF\nEOF\n{delimiter}\nscore=1\n"


def test_delimiters_differ(tmp_path: Path) -> None:
    runner(tmp_path).output({"a": "1\n2", "b": "1\n2"})
    text = (tmp_path / "out").read_text()
    assert len({line.partition("<<")[2] for line in text.splitlines() if "<<" in line}) == 2


def test_a_summary_that_github_would_refuse_is_cut_at_a_line(tmp_path: Path) -> None:
    runner(tmp_path).summary("first\n" + "ä" * 99 + "\n" + ("€" * 333 + "\n") * 2_000)
    data = (tmp_path / "summary").read_bytes()
    assert SUMMARY_LIMIT - 2_000 < len(data) <= SUMMARY_LIMIT
    *kept, note = data.decode("utf-8").rstrip("\n").split("\n")
    assert "cut" in note
    assert {line for line in kept[2:] if line} == {"€" * 333}


def test_outside_a_runner_nothing_is_written() -> None:
    Runner({}).output({"a": "1"})
    Runner({}).summary("x")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="GITHUB_OUTPUT"):
        Runner({"GITHUB_OUTPUT": str(tmp_path / "no" / "folder")}).output({"a": "1"})
