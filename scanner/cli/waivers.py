"""``archscan waivers``: failures that somebody answers for until a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.cli.options import OfflineBriefly, PolicyNameBriefly, ProductFolders

if TYPE_CHECKING:
    from scanner.domain.policy import WaiverLimits
    from scanner.domain.waiver import WaiverRecord, Written
    from scanner.evaluation.waiver_register import Entry

app = typer.Typer(
    no_args_is_help=True,
    help=(
        "A waiver says who answers for a failure, why, and until which day. It stays visible in every report, and the "
        "score is told with it and without. The supplier's stand in `archscan-waivers.yaml` or beside the line; an "
        "assessor approves them, or writes their own, in a file outside the repository (`--approvals`)."
    ),
)
Folder = Annotated[str, typer.Argument(help="Folder of the repository.", metavar="FOLDER")]
AsOf = Annotated[str | None, typer.Option(help="Day of judgement; today if not given.", metavar="YYYY-MM-DD")]


@app.command(name="list")
def list_(
    folders: ProductFolders = None,
    policy: PolicyNameBriefly = "default",
    approvals: Annotated[Path | None, typer.Option(help="An assessor's file.", metavar="FILE")] = None,
    as_of: AsOf = None,
    offline: OfflineBriefly = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the register as JSON.")] = False,
) -> None:
    """Scan, and show what became of each waiver: applied, unmatched, ended, too long, malformed."""
    from scanner.cli.allowances import Allowed  # noqa: PLC0415
    from scanner.cli.scanning import scan_folders  # noqa: PLC0415

    scanned = scan_folders(folders or ["."], policy, offline=offline, as_of=as_of, allowed=Allowed(approvals=approvals))
    records = scanned.assessment.waivers
    rules = _rule_names()
    if as_json:
        typer.echo(json.dumps([one.model_dump(mode="json") for one in records], indent=2, ensure_ascii=False))
        return
    if not records:
        typer.echo("there are no waivers")
    for one in records:
        for line in _told(one, rules):
            typer.echo(line)


@app.command(name="lint")
def lint(folder: Folder = ".", policy: PolicyNameBriefly = "default", as_of: AsOf = None) -> None:
    """Look at every waiver without a scan; exit 1 where one is malformed, ended, too long, double, or names no rule.

    Whether something fails where a waiver says, only a scan knows: see `archscan waivers list`.
    """
    from scanner.cli.scan import day_of  # noqa: PLC0415
    from scanner.domain.waiver import WaiverState  # noqa: PLC0415
    from scanner.evaluation.overview import count  # noqa: PLC0415
    from scanner.evaluation.waiver_register import register, without_duplicates  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.policies import load_policy  # noqa: PLC0415

    day = day_of(as_of)
    limits = load_policy(policy, packaged("policies")).waivers
    entries = register(_written(Path(folder)), day)
    without_duplicates([entry for entry in entries if entry.record.state is WaiverState.UNMATCHED], limits, day)
    faults = 0
    rules = _rule_names()
    for entry in entries:
        for grave, text in _faults(entry, limits, day, rules):
            faults += grave
            where = entry.record.location
            place = f"{where.path}:{where.start_line}" if where else folder
            typer.echo(f"{place}: {'' if grave else 'note: '}{entry.record.rule or 'a waiver'}: {text}")
    typer.echo(f"{count(len(entries), 'waiver')}, {count(faults, 'fault')}")
    if faults:
        raise typer.Exit(1)


@app.command(name="add", no_args_is_help=True)
def add(  # noqa: PLR0913, PLR0917  # one parameter for each field of a waiver
    fingerprint: Annotated[str, typer.Argument(help="Beginning of the finding's fingerprint.", metavar="FINGERPRINT")],
    reason: Annotated[str, typer.Option(help="Why it may stand until then.", metavar="TEXT")],
    owner: Annotated[str, typer.Option(help="Who answers for it: name and role.", metavar="TEXT")],
    expires: Annotated[str | None, typer.Option(help="Last day.", metavar="YYYY-MM-DD")] = None,
    days: Annotated[int | None, typer.Option(min=1, help="Days from today, in the place of --expires.")] = None,
    ticket: Annotated[str, typer.Option(help="Where it is worked on.", metavar="TEXT")] = "",
    folder: Annotated[str, typer.Option("--in", help="Folder of the repository.", metavar="FOLDER")] = ".",
    policy: PolicyNameBriefly = "default",
    offline: OfflineBriefly = False,
) -> None:
    """Waive one failure until a day, in archscan-waivers.yaml. What the policy allows is looked up first.

    **Examples**

    `archscan waivers add 1f3a9c2e --reason "Moves to the managed database in March" --owner "A. Khan, lead" --days 90`
    """
    from scanner.cli.explain import chosen  # noqa: PLC0415
    from scanner.cli.scan import today  # noqa: PLC0415
    from scanner.cli.scanning import scan_folders  # noqa: PLC0415
    from scanner.cli.waiving import Answer, check, enter, fields_of, last_day  # noqa: PLC0415
    from scanner.sources.waivers import FILE  # noqa: PLC0415

    begin = today()
    answer = Answer(reason, owner, ticket, begin, last_day(expires, days, begin))
    scanned = scan_folders([folder], policy, offline=offline)
    finding = chosen(scanned.assessment, fingerprint)
    check(finding, answer, scanned.yardstick.policy.waivers)
    target = Path(folder) / FILE
    enter(target, fields_of(finding, scanned.assessment.findings, answer))
    where = f"{finding.location.path}:{finding.location.start_line}"
    typer.echo(f"{finding.rule} at {where} is waived until {answer.last}, in {target}: commit that file")
    typer.echo("An assessor's policy counts it once they have approved it (archscan waivers list shows its id)")


def _written(place: Path) -> tuple[Written, ...]:
    from scanner.sources.repository import RepositoryReader  # noqa: PLC0415
    from scanner.sources.waivers import load_waivers, read_waivers  # noqa: PLC0415

    if place.is_file():
        return read_waivers(place.name, place.read_bytes())
    reader = RepositoryReader(place)
    return load_waivers(reader.walk().artifacts, reader)


def _rule_names() -> frozenset[str]:
    from scanner.cli.course import end, rules_cache  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.rules.loader import load_catalog, load_packs  # noqa: PLC0415

    valid = rules_cache()
    packs = load_packs(packaged("rules"), load_catalog(packaged("rules"), valid), None, valid, fixtures=False)
    end(valid)
    return frozenset(rule.name for pack in packs for rule in pack.rules)


def _faults(entry: Entry, limits: WaiverLimits, day: date, rules: Iterable[str]) -> Iterator[tuple[bool, str]]:
    from scanner.domain.waiver import WaiverState  # noqa: PLC0415
    from scanner.evaluation.waiver_register import length_of  # noqa: PLC0415

    record = entry.record
    if record.state is not WaiverState.UNMATCHED:
        yield True, record.note
        return
    if record.rule not in rules:
        yield True, f"there is no such rule{_near(record.rule, rules)}"
    length = length_of(entry, day)
    if length > limits.days:
        yield True, f"it runs {length} days, and the policy allows {limits.days}"
    elif length > limits.days_high:
        yield (
            False,
            f"it runs {length} days: what is of high or critical severity is waived for {limits.days_high} at most",
        )
    left = (entry.last - day).days if entry.last else 0
    if left <= limits.notice_days:
        yield False, "today is its last day" if left == 0 else f"it ends in {left} days, on {entry.last}"


def _near(name: str, rules: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415

    near = get_close_matches(name, rules, 1)
    return f": did you mean {near[0]}?" if near else ""


def _told(one: WaiverRecord, rules: Iterable[str]) -> Iterator[str]:
    from scanner.domain.waiver import WaiverState  # noqa: PLC0415
    from scanner.evaluation.overview import count  # noqa: PLC0415
    from scanner.evaluation.redaction import clean  # noqa: PLC0415

    blank = " " * 12
    target = one.subject or one.path or one.fingerprint
    where = f" ({one.location.path}:{one.location.start_line})" if one.location else ""
    named = " for ".join(filter(None, (one.rule, target)))
    yield f"{one.state.value.replace('_', ' '):<12} {clean(one.id)}  {clean(named + where)}"
    approved = f", approved by {one.approved_by}" if one.approved_by else ""
    if one.reason:
        said = f"{one.reason} — {one.owner or 'nobody named'}{approved}, until {one.expires}"
        yield f"{blank} {clean(said)}"
    if one.findings:
        verb = "sets aside" if one.state is WaiverState.APPLIED else "names"
        yield f"{blank} {verb} {count(len(one.findings), 'finding')}"
    if one.state is WaiverState.UNMATCHED and one.rule and one.rule not in rules:
        yield f"{blank} {clean(f'there is no such rule{_near(one.rule, rules)}')}"
    elif one.note:
        yield f"{blank} {clean(one.note)}"
