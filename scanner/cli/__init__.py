"""The command line: parses, calls, prints. Errors become exit codes here and nowhere else.

Modules are imported inside the commands, so that ``archscan --help`` stays quick.
"""

from __future__ import annotations

import os
import sys
import traceback

import typer

from scanner import __version__
from scanner.cli import (
    action,
    baseline,
    cache,
    diff,
    engines,
    evidence,
    explain,
    init,
    map,  # noqa: A004  # the command's name
    policy,
    regimes,
    report,
    rules,
    scan,
    scan_options,
    schemas,
    waivers,
)
from scanner.collector import collect_nothing_at_end, collect_seldom
from scanner.errors import ArchscanError, NothingToScanError, UsageError
from scanner.interruption import note_interruptions

EXIT_USAGE = 2
EXIT_NOTHING = 3
EXIT_OWN_FAULT = 5

app = typer.Typer(
    name="archscan",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help=(
        "Tells whether a system keeps the NHS architectural principles, from its Terraform, its Kubernetes "
        "manifests and its source code: a score with evidence for every line.\n\n"
        "Start with `archscan scan .` in a repository. Nothing of it is executed, and nothing leaves this machine."
    ),
    epilog=(
        "Exit codes: 0 gate passed, 1 gate failed, 2 wrong usage, policy or rule pack, 3 nothing to scan, "
        "4 incomplete, 5 fault of archscan itself."
    ),
)
app.command(name="scan", no_args_is_help=True, help=scan_options.HELP)(scan.scan)
app.command(name="explain", no_args_is_help=True)(explain.explain)
app.command(name="report", no_args_is_help=True)(report.report)
app.command(name="init")(init.init)
app.command(name="map")(map.map_)
app.command(name="regimes")(regimes.regimes)
app.command(name="baseline")(baseline.baseline)
app.command(name="diff", no_args_is_help=True)(diff.diff)
app.add_typer(waivers.app, name="waivers")
app.add_typer(policy.app, name="policy")
app.add_typer(evidence.app, name="evidence")
app.add_typer(rules.app, name="rules")
app.add_typer(engines.app, name="engines")
app.add_typer(cache.app, name="cache")
app.command(name="schemas", hidden=True)(schemas.schemas)
app.add_typer(action.app, name="action")


def _version(value: bool) -> None:  # typer's callback
    if value:
        typer.echo(f"archscan {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    del version


def main() -> None:
    """Run the command line and leave with one of the documented exit codes."""
    collect_seldom()
    collect_nothing_at_end()
    note_interruptions()
    try:
        app()
    except NothingToScanError as error:
        _fail(error, EXIT_NOTHING)
    except UsageError as error:
        _fail(error, EXIT_USAGE)
    except ArchscanError as error:
        _fail(error, EXIT_OWN_FAULT)
    except BrokenPipeError:
        # The reader of our output left (``| head``); nobody is there to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:  # noqa: BLE001  # the last line of defence: any other fault is our own, and is told whole
        _say(traceback.format_exc())
        sys.stderr.write(
            "\narchscan broke; this is a fault of archscan and says nothing about the system that was scanned.\n"
        )
        sys.exit(EXIT_OWN_FAULT)


def _fail(error: ArchscanError, code: int) -> None:
    _say(f"archscan: {error.message}\n")
    if error.hint:
        _say(f"  hint: {error.hint}\n")
    sys.exit(code)


def _say(text: str) -> None:
    """Write to standard error; a text may quote what was scanned, and a pipeline obeys what stands there too."""
    from scanner.evaluation.workflow_commands import disarm_text  # noqa: PLC0415  # a page of help needs nothing of it

    sys.stderr.write(disarm_text(text))
