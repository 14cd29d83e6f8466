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


@pytest.mark.parametrize("persona", list(Persona))
@pytest.mark.parametrize("made", ["ordinary", "compared", "hostile", "hostile_change"])
def test_plain_text_has_no_colour_and_keeps_its_width(build: Any, made: str, persona: Persona) -> None:
    for assessment in (getattr(build, made)(),):
        text = TerminalReport(build.context(persona=persona)).render(assessment)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
        assert "##[" not in text
        if persona is not Persona.CI:
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


def test_a_pipeline_gets_a_line_for_each_new_finding(build: Any) -> None:
    context = build.context(persona=Persona.CI, width=60)
    lines = TerminalReport(context).render(build.compared()).splitlines()
    assert lines[0] == "GATE FAILED: 5 failures (4 critical, 1 high)"
    assert "1 new failure, 2 mended, 4 known before" in lines[2]
    found = [LINE_OF_A_FINDING.match(line) for line in lines]
    assert [one[2] for one in found if one] == ["high", "review"], "what was known is not told again"
    without = TerminalReport(context).render(build.compared().model_copy(update={"comparison": None})).splitlines()
    severities = [one[2] for one in map(LINE_OF_A_FINDING.match, without) if one]
    assert severities == ["critical"] * 4 + ["high"]


def test_a_pipeline_is_told_of_at_most_a_thousand_lines(build: Any) -> None:
    many = [build.finding(subject=f"s{n}") for n in range(1_002)]
    text = TerminalReport(build.context(persona=Persona.CI)).render(build.assessment(*many))
    assert "and 2 more failures: see the json report" in text
    assert text.count(": high bucket-open-to-everyone ") == 1_000


def test_a_line_of_source_keeps_its_indentation_and_nothing_else(build: Any) -> None:
    text = TerminalReport(build.context()).render(build.compared())
    assert '\n      1 | resource "aws_s3_bucket" "new" {\n    > 2 |   acl = "public-read"\n' in text
