"""``archscan diff``: what changed from one result to another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.cli.saved import saved_result

if TYPE_CHECKING:
    from scanner.domain.assessment import Assessment
    from scanner.evaluation.baseline import Compared

_SHOWN = 50


def diff(
    before: Annotated[
        Path, typer.Argument(help="Result of the earlier scan (`--report json=FILE`).", metavar="A.json")
    ],
    after: Annotated[Path, typer.Argument(help="Result of the later scan.", metavar="B.json")],
) -> None:
    """Show what became worse and what was mended between two results; exit 1 where something became worse.

    Findings are told apart by fingerprint and by their lines, not by line numbers, so that a file that moved tells
    nothing. Scores are shown side by side only when both were made with the same policy and rules.
    """
    from scanner.domain.baseline import BaselineKind  # noqa: PLC0415
    from scanner.evaluation.baseline import Against, baseline_of, compare_with  # noqa: PLC0415

    old, new = saved_result(before), saved_result(after)
    known = baseline_of(old.findings, old.principles, old.packs, old.policy.id)
    compared = compare_with(new, Against(known, BaselineKind.FILE, before.name))
    for line in _lines(old, new, compared):
        typer.echo(line)
    if compared.comparison.new:
        raise typer.Exit(1)


def _lines(old: Assessment, new: Assessment, compared: Compared) -> Iterator[str]:
    from scanner.evaluation.gate import closes_gate  # noqa: PLC0415
    from scanner.evaluation.overview import STATUS_WORDS, count  # noqa: PLC0415
    from scanner.evaluation.ranking import rank, told_severity  # noqa: PLC0415
    from scanner.evaluation.redaction import clean  # noqa: PLC0415

    told = compared.comparison
    yield (
        f"{count(told.new, 'new failure')}, {len(told.mended)} mended, {told.known} known before"
        + (f" (of which {told.moved} moved)" if told.moved else "")
    )
    if told.unseen:
        yield f"{count(told.unseen, 'known failure')} could not be judged again, and may still be there"
    doubts = list(_doubts(old, new))
    yield from doubts
    if not doubts:
        yield f"score {_score(old)} → {_score(new)}, coverage {old.score.coverage:.1%} → {new.score.coverage:.1%}"
    statuses = {one.id: one.status for one in old.principles}
    for one in new.principles:
        if one.id in statuses and statuses[one.id] is not one.status:
            yield f"{one.id}: {STATUS_WORDS[statuses[one.id]]} → {STATUS_WORDS[one.status]}"
    if not doubts:
        yield from _controls(old, new)
    fails = sorted((one for one in compared.findings if closes_gate(one)), key=rank)
    for fail in fails[:_SHOWN]:
        place = fail.location
        yield clean(f"+ {told_severity(fail)} {fail.rule} {place.path}:{place.start_line} {fail.message}")
    for gone in told.mended[:_SHOWN]:
        yield clean(f"- {gone.rule} {gone.path}")
    for number in (len(fails) - _SHOWN, len(told.mended) - _SHOWN):
        if number > 0:
            yield f"  and {number} more"


def _controls(old: Assessment, new: Assessment) -> Iterator[str]:
    """Controls judged otherwise than before: they tell why a score moved, or what still holds it where it was."""
    from scanner.evaluation.overview import STATUS_WORDS  # noqa: PLC0415
    from scanner.evaluation.redaction import clean  # noqa: PLC0415

    earlier = {control.id: control for principle in old.principles for control in principle.controls}
    for control in (control for principle in new.principles for control in principle.controls):
        was = earlier.get(control.id)
        if was is None or (was.status, was.score, was.reason) == (control.status, control.score, control.reason):
            continue
        told = (f"{STATUS_WORDS[one.status]} ({one.reason or 'no reason'})" for one in (was, control))
        yield clean(f"{control.id}: {' → '.join(told)}")


def _doubts(old: Assessment, new: Assessment) -> Iterator[str]:
    """What makes the two scores no measure of the same thing."""
    if (old.policy.id, old.policy.version) != (new.policy.id, new.policy.version):
        policies = f"{old.policy.id} {old.policy.version}, {new.policy.id} {new.policy.version}"
        yield f"the policies differ ({policies}): scores are not compared"
    if {(p.id, p.digest) for p in old.packs} != {(p.id, p.digest) for p in new.packs}:
        yield "the rules differ: scores are not compared, and what is new may be so because more is asked"


def _score(one: Assessment) -> str:
    return "none" if one.score.value is None else f"{one.score.value:g}"
