"""The pages of ``--help``: every word of the options is there, whatever the width and the kind of output."""

from __future__ import annotations

import re

import pytest
from typer.main import get_command

from scanner.cli import app
from scanner.cli.pages import Command, Group

PAGES = [
    (),
    ("scan",),
    ("rules",),
    ("rules", "new"),
    ("rules", "test"),
    ("engines",),
    ("engines", "install"),
    ("cache",),
]


def shown(capsys: pytest.CaptureFixture[str], *path: str) -> str:
    command = get_command(app)
    command.main([*path, "--help"], prog_name="archscan", standalone_mode=False)
    return capsys.readouterr().out


def words(text: str) -> str:
    return " ".join(re.sub(r"[│╭╮╰╯─]", " ", re.sub(r"[`*]", "", text)).split())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_names_every_option_and_command_with_its_help(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    page = words(shown(capsys, *path))
    command = get_command(app)
    for name in path:
        assert isinstance(command, Group)
        command = command.commands[name]
    assert isinstance(command, Group | Command)
    assert page.startswith("Usage: archscan")
    for parameter in command.params:
        assert words(parameter.help or "") in page  # type: ignore[attr-defined]
        assert all(option in page for option in parameter.opts if option.startswith("-"))
    for one in getattr(command, "commands", {}).values():
        summary = (one.help or "").partition("\n\n")[0]
        assert one.hidden or f"{one.name} {words(summary)}" in page


def test_defaults_and_demands_stand_under_the_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    page = shown(capsys, "scan")
    assert "[default: terminal]" in page
    assert "[required]" in page
    assert "`" not in page
    assert "**" not in page


@pytest.mark.parametrize("columns", ["20", "40", "80", "300"])
def test_a_page_keeps_to_the_width(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, shown(capsys, "scan").splitlines())) <= int(columns)


def test_colours_go_to_terminals_only(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in shown(capsys, "scan")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in shown(capsys, "scan")


def test_the_codes_of_a_gate_stand_on_the_first_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Exit codes: 0 gate passed" in words(shown(capsys))
