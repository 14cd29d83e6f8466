"""``archscan regimes``: a result as an official regime asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scanner.cli.saved import saved_result
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.assessment import ControlResult
    from scanner.domain.catalog import Catalog, Regime
    from scanner.evaluation.regimes import Statement


def regimes(
    regime: Annotated[str | None, typer.Argument(help="Id of a regime; all are listed without one.")] = None,
    result: Annotated[
        Path | None, typer.Option(help="JSON result of a scan, for the status of each control.", metavar="FILE")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, markdown or json.", metavar="NAME")] = "text",
) -> None:
    """Print each clause of a regime with the controls that bear on it, their status, and what no scan can show.

    **Examples**

    `archscan regimes`

    `archscan scan . --format json > result.json; archscan regimes red-lines --result result.json`
    """
    from scanner.evaluation.regimes import statements  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.rules.loader import load_catalog  # noqa: PLC0415

    catalog = load_catalog(packaged("rules"))
    if form not in {"text", "markdown", "json"}:
        raise UsageError(f"there is no format {form!r}", hint="text, markdown or json")
    if regime is None:
        for one in catalog.regimes:
            typer.echo(f"{one.id:<28} {one.title}")
        return
    chosen = _chosen(regime, catalog)
    made = statements(chosen, catalog, saved_result(result) if result else None)
    typer.echo("\n".join(_lines(chosen, made, form)))


def _chosen(name: str, catalog: Catalog) -> Regime:
    known = {one.id: one for one in catalog.regimes}
    if name not in known:
        raise UsageError(f"there is no regime {name!r}", hint=f"regimes are {', '.join(known)}")
    return known[name]


def _lines(regime: Regime, made: Sequence[Statement], form: str) -> Iterator[str]:
    if form == "json":
        yield json.dumps(
            {"regime": regime.id, "title": regime.title, "clauses": [_plain(one) for one in made]}, indent=2
        )
        return
    yield f"# {regime.title}\n" if form == "markdown" else f"{regime.title}\n"
    for one in made:
        yield from _markdown(one) if form == "markdown" else _text(one)


def _plain(one: Statement) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "read": one.is_read,
        "url": one.url,
        "controls": [
            {
                "id": b.control.id,
                "title": b.control.title,
                "verdict": b.control.verdict.value,
                "status": _status(b.result),
            }
            for b in one.bearing
        ],
        "beyond": one.beyond,
    }


def _status(result: ControlResult | None) -> str | None:
    return None if result is None else result.status.value


def _text(one: Statement) -> Iterator[str]:
    yield f"{one.id}  {one.title}" + ("" if one.is_read else "  (from memory: read it before you cite it)")
    for bearing in one.bearing:
        status = (_status(bearing.result) or "-").replace("_", " ")
        yield f"    {status:<15} {bearing.control.id:<15} {bearing.control.title}"
    if one.beyond:
        yield f"    no scan shows: {one.beyond}"
    yield ""


def _markdown(one: Statement) -> Iterator[str]:
    title = f"[{one.id}]({one.url})" if one.url else one.id
    yield f"## {title} {one.title}\n" + ("" if one.is_read else "\nFrom memory: read it before you cite it.\n")
    if one.bearing:
        yield "| control | | status |\n|---|---|---|"
        for bearing in one.bearing:
            status = (_status(bearing.result) or "").replace("_", " ")
            yield f"| {bearing.control.id} | {bearing.control.title} | {status} |"
        yield ""
    if one.beyond:
        yield f"No scan shows: {one.beyond}\n"
