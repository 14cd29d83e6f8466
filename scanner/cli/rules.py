"""``archscan rules``: list, show, test, new, coverage, docs, sample and readings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.catalog import Catalog
    from scanner.domain.rule import Rule, RulePack

app = typer.Typer(help="Look at the rules, test them, write new ones.", no_args_is_help=True)

RulesFolder = Annotated[
    Path | None, typer.Option("--rules", help="Folder of rule packs; archscan's own if not given.", metavar="FOLDER")
]


@app.command("list")
def list_rules(
    pack: Annotated[str | None, typer.Argument(help="Only this pack, such as cloud.")] = None,
    rules: RulesFolder = None,
) -> None:
    """List the rules, by pack: name, control, severity and what each flags."""
    _, catalog, packs = _load(rules, None if pack is None else (pack,), kept=True)
    del catalog
    for one in packs:
        typer.echo(f"{one.id}: {one.title} ({len(one.rules)} rules)")
        for rule in one.rules:
            typer.echo(f"  {rule.name:<52} {rule.control:<15} {rule.severity.value:<9} {rule.title}")


@app.command()
def show(name: Annotated[str, typer.Argument(help="Name of a rule.")], rules: RulesFolder = None) -> None:
    """Show one rule: what it flags, why it matters, how to mend it, and the official clauses."""
    from scanner.rules.pages import pages  # noqa: PLC0415

    _, catalog, packs = _load(rules, None, kept=True)
    pack, rule = _find(packs, name)
    page = pages([pack], catalog)[f"rules/{pack.id}/{rule.name}.md"]
    typer.echo(page.partition("-->")[2].strip())


@app.command("test")
def run_tests(
    paths: Annotated[list[Path] | None, typer.Argument(help="Folders of packs or rules; all if none is given.")] = None,
    rules: RulesFolder = None,
    offline: Annotated[bool, typer.Option("--offline", help="Never reach out to make an engine.")] = False,
    mutated: Annotated[
        bool, typer.Option("--mutate", help="Break each rule in obvious ways; a fixture must notice each time.")
    ] = False,
) -> None:
    """Put rules to their own fixtures, with the real engines; exit 1 when one does not keep its word."""
    from scanner.verification import verify  # noqa: PLC0415

    root, catalog, packs = _load(rules, _packs_of(paths or [], rules))
    chosen = _chosen(packs, root, paths or [])
    if mutated:
        _mutate(chosen, catalog, root, offline=offline)
        return
    results = verify(chosen, catalog, root, lambda text: typer.echo(text, err=True), offline=offline)
    broken = [result for result in results if result.faults]
    for result in broken:
        typer.echo(f"{result.pack}/{result.rule}")
        for fault in result.faults:
            typer.echo(f"  {fault}")
    checked = sum(result.checked for result in results)
    typer.echo(f"{len(results)} rules, {checked} fixtures, {len(broken)} rules with faults")
    if broken:
        raise typer.Exit(1)


def _mutate(packs: tuple[RulePack, ...], catalog: Catalog, root: Path, *, offline: bool) -> None:
    from scanner.mutation import mutate  # noqa: PLC0415

    made = mutate(packs, catalog, root, lambda text: typer.echo(text, err=True), offline=offline)
    for survivor in made.survivors:
        typer.echo(f"{survivor.pack}/{survivor.rule}: no fixture notices: {survivor.change}")
    for name in made.faulty:
        typer.echo(f"{name}: does not keep its word as it is: run `archscan rules test`")
    typer.echo(f"{made.tried} broken rules, {len(made.survivors)} that no fixture notices")
    if made.survivors or made.faulty:
        raise typer.Exit(1)


@app.command()
def new(
    place: Annotated[str, typer.Argument(help="Pack and name: cloud/what-the-rule-flags.", metavar="PACK/NAME")],
    control: Annotated[str, typer.Option(help="Control that the rule judges, such as CLOUD-04.")],
    rules: RulesFolder = None,
) -> None:
    """Make the folder of a new rule, with a first rule.yaml and fixture that load and pass, to be rewritten."""
    from scanner.rules.scaffold import scaffold  # noqa: PLC0415

    root, catalog, packs = _load(rules, None)
    for file in scaffold(place, control, root, catalog, packs):
        typer.echo(f"wrote {file}")


@app.command("coverage")
def show_coverage(
    pack: Annotated[str | None, typer.Argument(help="Only this pack, such as cloud.")] = None,
    rules: RulesFolder = None,
) -> None:
    """Show in which kinds of artefacts, and for which cloud providers, each control is judged."""
    from scanner.rules.coverage import coverage, table  # noqa: PLC0415

    _, catalog, packs = _load(rules, None if pack is None else (pack,), kept=True)
    rows = [row for row in coverage(packs, catalog) if pack is None or row.control.principle.lower() == pack]
    typer.echo(table(rows, catalog).rstrip())


@app.command()
def docs(
    folder: Annotated[Path, typer.Argument(help="Folder of the documentation.")] = Path("docs"),
    check: Annotated[bool, typer.Option("--check", help="Only compare; exit 1 when a page differs.")] = False,
    rules: RulesFolder = None,
) -> None:
    """Write a page for each rule, an index, and the list of controls with their rules."""
    from scanner.rules.pages import pages  # noqa: PLC0415

    _, catalog, packs = _load(rules, None, kept=True)
    made = pages(packs, catalog)
    present = {path.relative_to(folder).as_posix() for path in (folder / "rules").rglob("*.md")}
    gone = sorted(present - set(made))
    stale = [name for name, text in made.items() if _content(folder / name) != text]
    if check:
        for name in [*stale, *gone]:
            typer.echo(f"out of date: {folder / name}", err=True)
        if stale or gone:
            typer.echo("run `archscan rules docs`", err=True)
            raise typer.Exit(1)
        return
    for name in stale:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(made[name], encoding="utf-8", newline="\n")
    for name in gone:
        (folder / name).unlink()
    typer.echo(f"{len(made)} pages, {len(stale)} written, {len(gone)} removed")


@app.command(no_args_is_help=True)
def sample(  # noqa: PLR0913, PLR0917  # one parameter for each option
    results: Annotated[
        list[Path], typer.Argument(help="Results of scans (`--report json=FILE`).", metavar="RESULT.json")
    ],
    number: Annotated[int, typer.Option(min=1, help="How many findings at most.", metavar="N")],
    seed: Annotated[int, typer.Option(help="Another one gives another list.", metavar="S")] = 0,
    severity: Annotated[
        str | None, typer.Option(help="Only findings that their rules grade so, such as high,critical.", metavar="LIST")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option(help="Only findings of this rule; may be given several times.", metavar="NAME")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help="Where the list is written; else printed.", metavar="FILE")
    ] = None,
    rules: RulesFolder = None,
) -> None:
    """Draw findings of saved results at random, as a list (CSV) in which readers say whether each is right."""
    from scanner.cli.allowances import severities  # noqa: PLC0415
    from scanner.cli.reporting import write  # noqa: PLC0415
    from scanner.cli.saved import saved_result  # noqa: PLC0415
    from scanner.readings.drawing import Wanted, draw  # noqa: PLC0415
    from scanner.readings.lists import written  # noqa: PLC0415

    if output is not None and output.exists():
        raise UsageError(f"{output} exists already", hint="it may have been filled in: choose another name")
    wanted = Wanted(number, seed)
    if severity is not None:
        wanted = wanted._replace(severities=severities(severity, "--severity"))
    _, _, packs = _load(rules, None, kept=True)
    names = {_find(packs, name)[1].name for name in rule or ()}
    looked_at = {name: one for name, (_, one) in _known(packs).items() if not names or one.name in names}
    drawn = draw((saved_result(file) for file in results), looked_at, wanted)
    if output is None:
        typer.echo(written(drawn), nl=False)
    else:
        write(output, written(drawn).encode("utf-8-sig"))  # without the mark Excel reads another encoding
    spread = f"rules: {len({one.rule for one in drawn})}, repositories: {len({one.repository for one in drawn})}"
    typer.echo(f"findings: {len(drawn)}, {spread}", err=True)


@app.command(no_args_is_help=True)
def readings(
    lists: Annotated[
        list[Path],
        typer.Argument(help="Lists that were filled in; what ends in .json is a result.", metavar="LIST"),
    ],
    results: Annotated[
        list[Path] | None,
        typer.Option(help="Result of a scan by the rules as they are now; several may follow.", metavar="RESULT.json"),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Change the rules; else only print.")] = False,
    rules: RulesFolder = None,
) -> None:
    """Count what readers said of findings that the rules still tell, and say what confidence that carries.

    With --write it goes into `readings` and `confidence` of each rule.yaml, and what was counted into counted.txt
    beside the packs: no finding is counted twice.
    """
    from scanner.cli.saved import saved_result  # noqa: PLC0415
    from scanner.readings.counting import Told, count_readings, summary  # noqa: PLC0415
    from scanner.readings.ledger import read_ledger  # noqa: PLC0415
    from scanner.readings.lists import read_list  # noqa: PLC0415
    from scanner.readings.rule_files import save  # noqa: PLC0415

    root, _, packs = _load(rules, None, kept=True)
    rows = [row for file in lists if file.suffix != ".json" for row in read_list(file)]
    files = [*(results or ()), *(file for file in lists if file.suffix == ".json")]
    known = {name: one for name, (_, one) in _known(packs).items()}
    told = Told.by((saved_result(file) for file in files), known)
    counted = count_readings(rows, told, known, read_ledger(root))
    if others := told.packs_unlike(packs):
        typer.echo(f"archscan: the results were made with other rules than these: {', '.join(others)}", err=True)
    for line in summary(counted):
        typer.echo(line)
    if write:
        for file in save(root, packs, counted):
            typer.echo(f"wrote {file}")
    elif counted.changes:
        typer.echo("nothing was written: --write does")


def _content(file: Path) -> str | None:
    return file.read_text("utf-8") if file.is_file() else None


def _load(
    rules: Path | None, packs: tuple[str, ...] | None, *, kept: bool = False
) -> tuple[Path, Catalog, tuple[RulePack, ...]]:
    """Folder of the packs, the catalogue, and the packs; ``kept``: by way of those that were found valid before."""
    from scanner.cli.course import end, rules_cache  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.rules.loader import load_catalog, load_packs  # noqa: PLC0415

    root = rules or packaged("rules")
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder of rule packs")
    cache = rules_cache(no_cache=not kept)
    catalog = load_catalog(root, cache)
    loaded = load_packs(root, catalog, packs, cache)
    end(cache)
    return root, catalog, loaded


def _find(packs: tuple[RulePack, ...], name: str) -> tuple[RulePack, Rule]:
    from difflib import get_close_matches  # noqa: PLC0415

    known = _known(packs)
    if name not in known:
        near = get_close_matches(name, list(known), 1)
        hint = f"did you mean {near[0]}?" if near else "`archscan rules list` shows all names"
        raise UsageError(f"there is no rule {name!r}", hint=hint)
    return known[name]


def _known(packs: tuple[RulePack, ...]) -> dict[str, tuple[RulePack, Rule]]:
    """Rules by their names and earlier names."""
    known = {one.name: (pack, one) for pack in packs for one in pack.rules}
    return known | {alias: (pack, one) for pack in packs for one in pack.rules for alias in one.aliases}


def _packs_of(paths: list[Path], rules: Path | None) -> tuple[str, ...] | None:
    """The packs that the paths lie in, so that a fault in another pack does not stop an author; None for all."""
    from scanner.packaging import packaged  # noqa: PLC0415

    root = (rules or packaged("rules")).resolve()
    inside = [path.resolve().relative_to(root).parts for path in paths if path.resolve().is_relative_to(root)]
    if not inside or not all(inside):
        return None
    return tuple(sorted({parts[0] for parts in inside}))


def _chosen(packs: tuple[RulePack, ...], root: Path, paths: list[Path]) -> tuple[RulePack, ...]:
    """The packs, cut down to the rules that the paths name."""
    if not paths:
        return packs
    wanted = {path.resolve() for path in paths}
    chosen = []
    for pack in packs:
        folder = Path(pack.root).resolve()
        kept = tuple(rule for rule in pack.rules if wanted & {root.resolve(), folder, folder / rule.name})
        if kept:
            chosen.append(pack.model_copy(update={"rules": kept}))
    if not chosen:
        raise UsageError(f"no rule lies in {', '.join(str(path) for path in paths)}")
    return tuple(chosen)
