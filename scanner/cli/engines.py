"""``archscan engines``: the environments of the engines that are not part of archscan itself."""

from __future__ import annotations

from typing import Annotated

import typer

from scanner.errors import UsageError

app = typer.Typer(
    no_args_is_help=True,
    help=(
        "checkov and semgrep live in environments of their own, made from hash-locked lists on first use. "
        "Make them ahead with `archscan engines install`: a scan with `--offline` uses them but never makes them. "
        "Rules of an engine that is missing are reported as not assessed; they never pass."
    ),
)


@app.command(name="install")
def install_engines(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="checkov, semgrep; default all.")
    ] = None,
) -> None:
    """Make the environments of the engines; what is there already stays as it is."""
    from scanner.engines.installation import install  # noqa: PLC0415
    from scanner.engines.isolation import ENGINES  # noqa: PLC0415  # keeps --help quick

    unknown = [name for name in names or () if name not in ENGINES]
    if unknown:
        raise UsageError(f"there is no engine {', '.join(unknown)}", hint=f"engines: {', '.join(ENGINES)}")
    for name in names or ENGINES:
        done = install(name, lambda text: typer.echo(text, err=True))
        typer.echo(f"{done.name} {done.version} is {done.state.value} in {done.path}")


@app.command(name="list")
def list_engines() -> None:
    """Show each engine with its version, state, size and folder."""
    from scanner.engines.isolation import ENGINES, status  # noqa: PLC0415  # keeps --help quick

    for name in ENGINES:
        found = status(name)
        size = f"{found.size / 1e6:.0f} MB" if found.size else "-"
        typer.echo(f"{found.name:<8} {found.version:<9} {found.state.value:<8} {size:>7}  {found.path}")
