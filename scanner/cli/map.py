"""``archscan map``: draws the architecture."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.cli.options import Offline, PolicyName
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.finding import Finding
    from scanner.domain.system import System

_ENDINGS = {".html": "html", ".htm": "html", ".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".json": "json"}

Folders = Annotated[
    list[str] | None,
    typer.Argument(help="Folder of the repository to draw; others of the product as in `archscan scan`."),
]
MapFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        help="html, svg, mermaid or json; what the name of FILE ends in if not given, html otherwise.",
        metavar="FORMAT",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to a file instead of standard output.", metavar="FILE")
]
NoRules = Annotated[
    bool, typer.Option("--no-rules", help="Draw without putting rules to the system: faster, and nothing is red.")
]


def map_(
    paths: Folders = None,
    format_: MapFormat = None,
    output: Output = None,
    no_rules: NoRules = False,
    policy: PolicyName = "default",
    offline: Offline = False,
) -> None:
    """Draw the architecture: components in layers, relations with their proof, violations in red, reviews in amber.

    The page is one file that needs no network: it can be mailed, filed and opened anywhere. Where many components are
    alike they are folded into one box, what breaks a rule never with what breaks none.

    **Examples**

    `archscan map . --output map.html`

    `archscan map app infra=../infrastructure --output map.html`

    `archscan map . --no-rules --format mermaid`
    """
    from scanner.picture import FORMATS  # noqa: PLC0415

    chosen = format_ or _ENDINGS.get(output.suffix.lower() if output else "", "html")
    if chosen not in FORMATS:
        raise UsageError(f"there is no map format {chosen!r}", hint=f"formats are {', '.join(FORMATS)}")
    system, findings = _read(paths or ["."], policy, rules=not no_rules, offline=offline)
    _write(FORMATS[chosen](system, findings), output)


def _write(text: str, output: Path | None) -> None:
    """Print the map, or write it to a file."""
    if output is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{output} could not be written: {error.strerror}") from error


def _read(paths: Sequence[str], policy: str, *, rules: bool, offline: bool) -> tuple[System, tuple[Finding, ...]]:
    from scanner.cli.course import course_of, end, rules_cache  # noqa: PLC0415
    from scanner.cli.progress import Progress  # noqa: PLC0415
    from scanner.cli.readers import reader_of  # noqa: PLC0415
    from scanner.cli.scan import load_yardstick, today  # noqa: PLC0415
    from scanner.pipeline import chart, survey  # noqa: PLC0415

    course = course_of(offline=offline)
    with Progress() as tell:
        reader = reader_of(paths)
        if not rules:
            system = chart(reader, tell, course)
            end(course.cache)
            return system, ()
        valid = rules_cache()
        surveyed = survey(reader, load_yardstick(policy, None, today(), valid), tell, course)
    end(course.cache, valid)
    return surveyed.system, surveyed.assessment.findings
