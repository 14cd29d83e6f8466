"""``archscan report``: makes reports of a result that was saved as JSON."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.cli.reporting import persona_of, print_report, printed_format, targets_of, write_reports
from scanner.cli.saved import saved_result

if TYPE_CHECKING:
    from scanner.domain.assessment import Assessment
    from scanner.domain.rule import RulePack


def report(
    result: Annotated[Path, typer.Argument(help="Result of a scan (`--report json=FILE`).", metavar="RESULT.json")],
    targets: Annotated[
        list[str] | None,
        typer.Option("--report", help="Report to write; may be given several times.", metavar="FORMAT=FILE"),
    ] = None,
    output: Annotated[str, typer.Option("--format", help="What is printed.", metavar="FORMAT")] = "terminal",
    persona: Annotated[
        str | None, typer.Option(help="For whom the terminal's report is: developer, ci or assessor.", metavar="WHO")
    ] = None,
) -> None:
    """Make reports of a saved result, without its source: what was scanned once can be filed in any form later.

    The page lacks the map of the architecture, which needs the source. Reasons and cures are those of this archscan's
    rules; it says so where the result was made with others.

    **Examples**

    `archscan report result.json --report html=result.html --report xlsx=result.xlsx`
    """
    from scanner.cli.course import end, rules_cache  # noqa: PLC0415
    from scanner.interfaces import ReportContext  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.rules.loader import load_catalog, load_packs  # noqa: PLC0415

    wanted, who = targets_of(targets or []), persona_of(persona)
    printed_format(output)
    assessment = saved_result(result)
    valid = rules_cache()
    catalog = load_catalog(packaged("rules"), valid)
    packs = load_packs(packaged("rules"), catalog, None, valid, fixtures=False)
    end(valid)
    _tell_others(assessment, packs)
    context = replace(ReportContext.of(catalog, packs), persona=who)
    write_reports(assessment, context, wanted)
    print_report(assessment, output, context)


def _tell_others(assessment: Assessment, packs: tuple[RulePack, ...]) -> None:
    own = {pack.id: pack.digest for pack in packs}
    others = sorted(pack.id for pack in assessment.packs if own.get(pack.id) != pack.digest)
    if others:
        sys.stderr.write(f"archscan: the result was made with other rules than these: {', '.join(others)}\n")
