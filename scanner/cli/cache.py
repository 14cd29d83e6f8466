"""``archscan cache``: what was kept of earlier scans."""

from __future__ import annotations

import typer

app = typer.Typer(
    no_args_is_help=True,
    help=(
        "Results are kept by content: of files, of rules, and of the versions of engines and archscan. So they are "
        "never out of date, and a scan gives the same answer without them. They take up to 1 GB; the oldest go first. "
        "`ARCHSCAN_CACHE` names another folder."
    ),
)


@app.command(name="clear")
def clear_cache() -> None:
    """Delete what was kept of earlier scans; engines stay installed."""
    from scanner.cache import DiskCache  # noqa: PLC0415  # keeps --help quick
    from scanner.cli.course import cache_folder  # noqa: PLC0415

    cache = DiskCache(cache_folder())
    typer.echo(f"{cache.clear() / 1e6:.1f} MB deleted from {cache.folder}")
