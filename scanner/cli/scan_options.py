"""What ``archscan scan`` takes, each option with its words on the page of help, and the page's own text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ScanFolders = Annotated[
    list[str],
    typer.Argument(
        help="Folder of the repository to scan. Others of the same product may follow, as FOLDER or NAME=FOLDER: "
        "their files stand in the result below a folder of that name.",
        metavar="FOLDER...",
    ),
]
PrintedFormat = Annotated[
    str,
    typer.Option(
        "--format",
        help="What is printed: terminal, or any format of --report but xlsx.",
        metavar="FORMAT",
    ),
]
PersonaName = Annotated[
    str | None,
    typer.Option(
        help="For whom the terminal report is: developer (what to mend next), ci (the decision and a line for each "
        "finding) or assessor (every control, the waivers, what could not be seen). Without it: ci where the "
        "environment has CI=true and nobody sees a terminal, else developer.",
        metavar="NAME",
    ),
]
ReportTargets = Annotated[
    list[str] | None,
    typer.Option(
        help="Write a report to a file as well; may be given several times. Formats: terminal, json, sarif, "
        "markdown, comment, junit, xlsx, badge, html, oscal-ar, oscal-catalog, oscal-profile, oscal-poam.",
        metavar="FORMAT=FILE",
    ),
]
Plans = Annotated[
    list[Path] | None,
    typer.Option(
        help="A Terraform plan as JSON (`terraform show -json tfplan`): its values in the place of those of the "
        "source; may be given several times.",
        metavar="FILE",
    ),
]
States = Annotated[
    list[Path] | None,
    typer.Option(
        help="A Terraform state as JSON (`terraform show -json`): what was made, in the place of what the source "
        "says; may be given several times.",
        metavar="FILE",
    ),
]
SinceRevision = Annotated[
    str | None,
    typer.Option(
        help="Branch, tag or commit: tell only what became worse since, and let only that close the gate. The "
        "commit in which the two parted is scanned too.",
        metavar="REV",
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        help="File of `archscan baseline`: what it holds was known before and closes no gate. What was mended is "
        "taken out of it, outside pipelines.",
        metavar="FILE",
    ),
]
ApprovalsFile = Annotated[
    Path | None,
    typer.Option(help="An assessor's waivers and approvals, outside the repository.", metavar="FILE"),
]
NoWaivers = Annotated[bool, typer.Option("--no-waivers", help="Apply no waiver, whoever wrote it; all are listed.")]
FailOn = Annotated[
    str | None,
    typer.Option(
        help="Severities of which one new, unwaived failure closes the gate, or never; else as the policy says.",
        metavar="SEVERITY,…",
    ),
]
MinimumScore = Annotated[
    float | None, typer.Option(min=0, max=100, help="Score below which the gate closes.", metavar="0-100")
]
MinimumCoverage = Annotated[
    float | None,
    typer.Option(min=0, max=1, help="Coverage below which the result is incomplete (exit 4).", metavar="0-1"),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        help="Day against which ends of support and of waivers are judged; today if not given.",
        metavar="YYYY-MM-DD",
    ),
]
RulesFolder = Annotated[
    Path | None,
    typer.Option(help="Folder of rule packs to use instead of archscan's own.", metavar="FOLDER"),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Neither use nor keep results of what was not changed since.")
]
WithTimings = Annotated[
    bool, typer.Option("--timings", help="Say on standard error where the time went: stages, engines, rules.")
]
EngineWays = Annotated[
    list[str] | None,
    typer.Option(
        help="How an engine is run: checkov=cli takes checkov's own command line, parser and all, in the place of "
        "its checks alone.",
        metavar="ENGINE=HOW",
    ),
]

HELP = """\
Scan a repository and say which principles its system keeps, with evidence for every line.

Prints the decision first, then what could be assessed, a row for each principle, and the findings that matter with
their reason and cure. Nothing in the repository is executed. The network is used only on the first run, to make the
environments of checkov and semgrep (see `archscan engines`).

With `--plan` or `--state`, rules see what Terraform planned or made, and findings still point at the `.tf` line
where PATH holds the source. What Terraform marks as sensitive is never kept.

What a scan finds is kept by content, so that the next one looks only at what was changed; the answer is the same.
`archscan cache clear` deletes what was kept, and `--no-cache` does without.

**Examples**

`archscan scan .`

`archscan scan . --report json=result.json --report sarif=result.sarif`

`archscan scan supplier/repository --offline --persona assessor`

`archscan scan app infra=../infrastructure`

`archscan scan . --since main --fail-on critical,high`

`terraform show -json tfplan > tfplan.json && archscan scan . --plan tfplan.json`
"""
"""Page of help of ``archscan scan``, as Markdown; the options follow it."""
