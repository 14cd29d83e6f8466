"""What is imported, and what is not: a start is as quick as what it has to load."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "pydantic", "yaml", "tree_sitter", "cel_expr_python", "google.protobuf",
    "scanner.domain", "scanner.parsers", "scanner.engines", "scanner.pipeline", "scanner.rules", "scanner.sources",
    "scanner.evaluation", "scanner.picture", "scanner.reports",
}  # fmt: skip
COMMANDS = (
    "action", "baseline", "cache", "diff", "engines", "evidence", "explain", "init", "map", "policy", "regimes",
    "report", "rules", "scan", "schemas", "waivers",
)  # fmt: skip
SHARED = ("allowances", "entries", "options", "readers", "reporting", "saved", "scan_options")
"""Modules of the command line that commands have in common, and that load nothing themselves."""


def loaded(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and the modules that it loaded."""
    script = (
        "import sys; from scanner.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return done.stdout, set(done.stderr.split())


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_loads_neither_models_nor_parsers_nor_engines(argument: str) -> None:
    page, modules = loaded(argument)
    assert "archscan" in page
    assert not HEAVY & modules


@pytest.mark.parametrize("arguments", [(), ("rules", "--help"), ("cache", "--help"), ("engines", "install", "--help")])
def test_other_pages_load_no_more_than_the_command_line_itself_does(arguments: tuple[str, ...]) -> None:
    page, modules = loaded(*arguments)
    assert page
    assert not (HEAVY - {"pydantic"}) & modules


def test_help_of_a_scan_loads_nothing_of_the_scan() -> None:
    page, modules = loaded("scan", "--help")
    assert "--policy" in page
    assert {name for name in modules if name.startswith("scanner.")} <= {
        "scanner.cli", "scanner.collector", "scanner.errors", "scanner.interruption", "scanner.timings",
        *(f"scanner.cli.{name}" for name in (*COMMANDS, *SHARED)),
    }  # fmt: skip


def test_no_plugin_of_pydantic_is_looked_for() -> None:
    script = (
        "import scanner.domain.assessment, pydantic.plugin._loader as loader;"
        "print(list(loader.get_plugins()), loader._plugins)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] None"
