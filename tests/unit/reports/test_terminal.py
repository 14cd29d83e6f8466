"""The report for a person."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.assessment import Score
from scanner.interfaces import Persona
from scanner.reports.terminal import TerminalReport

SNAPSHOTS = Path(__file__).parents[2] / "snapshots"
LINE_OF_A_FINDING = re.compile(r"^(\S+:\d+): (critical|high|medium|low|review) (\S+) (.+)$")


@pytest.mark.parametrize(
    ("name", "made", "persona"),
    [
        ("terminal", "ordinary", "developer"),
        ("terminal-developer", "compared", "developer"),
        ("terminal-ci", "compared", "ci"),
        ("terminal-assessor", "compared", "assessor"),
    ],
)
def test_the_whole_report(build: Any, name: str, made: str, persona: str) -> None:
    """To accept a change: delete the snapshot and run the test once; it fails, and writes what is printed now."""
    text = TerminalReport(build.context(persona=Persona(persona))).render(getattr(build, made)())
    snapshot = SNAPSHOTS / f"{name}.txt"
    if not snapshot.exists():
        snapshot.write_text(text, encoding="utf-8")
        pytest.fail("there was no snapshot; it was written")
    assert text == snapshot.read_text("utf-8")


def test_plain_text_has_no_colour_and_keeps_its_width(build: Any) -> None:
    for assessment in (build.ordinary(), build.hostile()):
        text = TerminalReport(build.context()).render(assessment)
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) <= 104  # a blank wherever a command was disarmed
        assert all(line == line.rstrip() for line in text.splitlines())


def test_colours_change_nothing_but_colours(build: Any) -> None:
    context = build.context(colour=True)
    coloured = TerminalReport(context).render(build.ordinary())
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    plain = TerminalReport(build.context()).render(build.ordinary())
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("colour", [False, True])
def test_a_hostile_repository_cannot_steer_terminal_or_pipeline(build: Any, colour: bool) -> None:
    for width in (40, 100, 250):
        text = TerminalReport(build.context(colour=colour, width=width)).render(build.hostile())
        for line in text.splitlines():
            bare = re.sub(r"\x1b\[[0-9;]*m", "", line)
            assert bare.isprintable()
            assert not bare.lstrip().startswith("::")
            assert "##" not in bare
        text.encode("utf-8")
        if width == 250 and not colour:
            assert "[bold]" in text  # shown as it is written, not obeyed


def test_the_environment_does_not_change_the_report(build: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = TerminalReport(build.context()).render(build.ordinary())
    for name, value in {
        "FORCE_COLOR": "1",
        "COLUMNS": "50",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "TTY_COMPATIBLE": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert TerminalReport(build.context()).render(build.ordinary()) == before


def test_decision_coverage_principles_number_in_this_order(build: Any) -> None:
    text = TerminalReport(build.context()).render(build.ordinary())
    places = [text.index(part) for part in ("GATE FAILED", "Coverage 41%", "CYBER", "Score 61.4", "CRITICAL")]
    assert places == sorted(places)


def test_nothing_assessed_gives_no_number(build: Any) -> None:
    nothing = Score(value=None, low=None, high=None, without_waivers=None, coverage=0)
    text = TerminalReport(build.context()).render(build.assessment(score=nothing))
    assert "No score: nothing could be assessed" in text
    assert "What was found" not in text


def test_many_rules_are_counted_not_listed(build: Any) -> None:
    many = [build.finding(rule=f"rule-{n}", subject=f"s{n}") for n in range(60)]
    text = TerminalReport(build.context()).render(build.assessment(*many))
    assert "35 more rules not shown here" in text


def test_where_a_finding_does_not_hold_is_said_in_a_line(build: Any) -> None:
    text = TerminalReport(build.context()).render(build.in_environments("environments/prod", "environments/test"))
    lines = text.splitlines()
    place = next(number for number, line in enumerate(lines) if "infra/main.tf:12" in line)
    assert lines[place + 1] == "    in environments/dev; not in environments/prod, environments/test"
    assert text.count("in environments/dev; not in") == 2
    everywhere = TerminalReport(build.context()).render(build.in_environments())
    assert "environments/dev" not in everywhere


def test_many_environments_are_counted(build: Any) -> None:
    names = [f"e{number}" for number in range(7)]
    text = TerminalReport(build.context()).render(build.in_environments(*names))
    assert "in environments/dev; not in e0, e1, e2, e3 and 3 more" in text
