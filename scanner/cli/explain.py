"""``archscan explain``: one finding in words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scanner.cli.options import OfflineBriefly
from scanner.cli.saved import saved_result
from scanner.errors import ReadError, UsageError

if TYPE_CHECKING:
    from scanner.cache import Cache
    from scanner.cli.scan import Scope
    from scanner.domain.artifact import Location
    from scanner.domain.assessment import Assessment
    from scanner.domain.finding import Finding
    from scanner.interfaces import Reader
    from scanner.pipeline import Course, Yardstick
    from scanner.reports.explanation import Quote

_SHOWN = 10


Folders = Annotated[
    list[str] | None,
    typer.Argument(help="Folders, as in `archscan scan`; scanned unless --result is given."),
]
Result = Annotated[
    Path | None,
    typer.Option(help="A result as JSON (`--report json=result.json`) to take the finding from.", metavar="FILE"),
]


class Found(NamedTuple):
    """A result, and what quotes the lines that its findings point at."""

    assessment: Assessment
    quote: Quote


def explain(  # noqa: PLR0913, PLR0917  # one parameter for each option of the command
    fingerprint: Annotated[str, typer.Argument(help="Fingerprint of the finding, or how it begins.")],
    paths: Folders = None,
    result: Result = None,
    policy: Annotated[str, typer.Option(help="As in `archscan scan`.", metavar="NAME|FILE")] = "default",
    plan: Annotated[list[Path] | None, typer.Option(help="As in `archscan scan`.", metavar="FILE")] = None,
    state: Annotated[list[Path] | None, typer.Option(help="As in `archscan scan`.", metavar="FILE")] = None,
    offline: OfflineBriefly = False,
    as_of: Annotated[str | None, typer.Option(help="As in `archscan scan`.", metavar="YYYY-MM-DD")] = None,
    rules: Annotated[Path | None, typer.Option(help="As in `archscan scan`.", metavar="FOLDER")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="As in `archscan scan`.", metavar="N")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="As in `archscan scan`.")] = False,
) -> None:
    """Explain a finding: what was found, why it matters, how it comes about step by step, and what would end it.

    Fingerprints stand beside the findings of `archscan scan`. The repository is scanned in the same way, with what was
    kept of the last scan; with `--result` nothing is scanned, and no line of source can be quoted.

    **Examples**

    `archscan explain 3f2a90c1`

    `archscan explain 3f2a90c1 app infra=../infrastructure`

    `archscan explain 3f2a90c1 --result result.json`
    """
    from scanner.cli.course import course_of, rules_cache  # noqa: PLC0415
    from scanner.cli.scan import Scope, day_of, load_yardstick  # noqa: PLC0415

    scope = Scope(tuple(paths or ["."]), tuple(plan or ()), tuple(state or ()))
    valid = rules_cache(no_cache=no_cache)
    yardstick = load_yardstick(policy, rules, day_of(as_of), valid)
    if result is not None:
        found = Found(saved_result(result), _nothing)
    else:
        found = _scanned(scope, yardstick, course_of(jobs, offline=offline, no_cache=no_cache), valid)
    _print(found, fingerprint, yardstick)


def _scanned(scope: Scope, yardstick: Yardstick, course: Course, valid: Cache) -> Found:
    """Scan as ``archscan scan`` does."""
    from scanner.cli.course import end  # noqa: PLC0415
    from scanner.cli.progress import Progress  # noqa: PLC0415
    from scanner.cli.readers import reader_of  # noqa: PLC0415
    from scanner.cli.shown import read_shown  # noqa: PLC0415
    from scanner.pipeline import assess  # noqa: PLC0415

    with Progress() as tell:
        reader = reader_of(scope.folders)
        shown = read_shown(scope.plans, scope.states, Path(scope.folders[0]))
        assessment = assess(reader, yardstick, tell, course, shown=shown)
    quote = _quoting(reader_of(scope.folders))
    end(course.cache, valid)
    return Found(assessment, quote)


def _print(found: Found, fingerprint: str, yardstick: Yardstick) -> None:
    from scanner.reports import ReportContext  # noqa: PLC0415
    from scanner.reports.explanation import Explanation  # noqa: PLC0415

    context = ReportContext.of(yardstick.catalog, yardstick.packs, width=_width())
    finding = chosen(found.assessment, fingerprint)
    text = Explanation(context, found.quote).render(finding, found.assessment)
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.flush()


def chosen(assessment: Assessment, wanted: str) -> Finding:
    """The finding whose fingerprint begins so.

    Raises:
        UsageError: There is none, or more than one.
    """
    from scanner.evaluation.fingerprints import nearest, told, with_prefix  # noqa: PLC0415

    found = with_prefix(assessment.findings, wanted) if wanted.strip() else []
    if len(found) == 1:
        return found[0]
    if found:
        more = f"\n  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        listed = "\n".join(f"  {told(one)}" for one in found[:_SHOWN])
        raise UsageError(f"{len(found)} findings begin with {wanted!r}:\n{listed}{more}", hint="give more of it")
    near = "\n".join(f"  {told(one)}" for one in nearest(assessment.findings, wanted))
    message = f"no finding has a fingerprint that begins with {wanted!r}"
    raise UsageError(
        f"{message}; nearest are\n{near}" if near else message,
        hint="fingerprints stand beside the findings of archscan scan, and in its json report",
    )


def _nothing(_: Location) -> str:
    return ""


def _quoting(reader: Reader) -> Quote:
    """Gives lines of the files that the reader lists, and of no others."""
    from scanner.domain.artifact import ArtifactKind  # noqa: PLC0415
    from scanner.evaluation.quoting import Quotable  # noqa: PLC0415
    from scanner.parsers.text import decode  # noqa: PLC0415
    from scanner.pipeline import read  # noqa: PLC0415

    known = {one.path: one for one in read(reader, enough=True).artifacts if one.kind is not ArtifactKind.LINK}
    files: dict[str, Quotable] = {}

    def quote(location: Location) -> str:
        artifact = known.get(location.path)
        if artifact is None:
            return ""
        if location.path not in files:
            try:
                text = decode(reader.read(artifact))
            except ReadError:  # a line that cannot be quoted is not quoted; the place is told all the same
                text = ""
            files[location.path] = Quotable(text)
        return files[location.path].line(location.start_line)

    return quote


def _width() -> int:
    import shutil  # noqa: PLC0415

    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
