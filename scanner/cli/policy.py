"""``archscan policy``: what a policy asks for, and whether it fits the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from scanner.domain.policy import Policy
    from scanner.interfaces import BoundRule

app = typer.Typer(
    no_args_is_help=True,
    help=(
        "Show what a policy weighs and where its gate closes, or check one of your own. Policies are data: copy one, "
        "change a figure, and see what it does to the score."
    ),
)
_NAME = Annotated[
    str, typer.Argument(help="Name of a policy that comes with archscan, or a policy file.", metavar="NAME|FILE")
]


@app.command(name="list")
def list_() -> None:
    """Name the policies that come with archscan."""
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.policies import load_policy  # noqa: PLC0415

    root = packaged("policies")
    for file in sorted(root.glob("*.yaml")):
        policy = load_policy(file.stem, root)
        typer.echo(f"{policy.id:<14} {policy.title}")


@app.command(name="show")
def show(name: _NAME = "default") -> None:
    """Show weights, limits and the gate of a policy, each with its reason."""
    policy, bound = _bound(name)
    for line in _told(policy):
        typer.echo(line)
    for line in _parameters(policy, bound):
        typer.echo(line)


@app.command(name="check", no_args_is_help=True)
def check(name: _NAME) -> None:
    """Check a policy: exit 2 with every fault and its place, else tell what it loosens and which reasons it lacks.

    A policy that sets a parameter to ask for less than the rule does cannot make the rule's control met; the result
    says so.
    """
    policy, bound = _bound(name)
    loosened = [text for rule in bound for text in rule.loosened]
    for text in loosened:
        typer.echo(f"loosened  {text}: its control is never met")
    for field in _without_reason(policy):
        typer.echo(f"no reason {field}: say why under `why`, for those who are judged by it")
    typer.echo(
        f"{policy.id} {policy.version} is valid: "
        f"{len(policy.packs)} packs, {len(bound)} rules, {len(loosened)} parameters loosened"
    )


def _bound(name: str) -> tuple[Policy, tuple[BoundRule, ...]]:
    from scanner.cli.course import end, rules_cache  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.policies import bind, load_policy  # noqa: PLC0415
    from scanner.rules.loader import load_catalog, load_packs  # noqa: PLC0415

    valid = rules_cache()
    policy = load_policy(name, packaged("policies"), valid)
    catalog = load_catalog(packaged("rules"), valid)
    packs = load_packs(packaged("rules"), catalog, None, valid, fixtures=False)
    end(valid)
    return policy, bind(policy, packs, catalog)


def _told(policy: Policy) -> Iterator[str]:
    yield f"{policy.title} ({policy.id} {policy.version})"
    yield ""
    yield policy.description.strip()
    yield ""
    yield f"packs: {', '.join(policy.packs)}"
    yield from _field(policy, "weights", ", ".join(f"{name} {weight:g}" for name, weight in policy.weights.items()))
    weights = ", ".join(f"{severity.value} {weight:g}" for severity, weight in policy.severity_weights.items())
    yield from _field(policy, "severity_weights", weights)
    yield from _field(policy, "partially_met_from", f"{policy.partially_met_from:.0%} of the subjects")
    yield from _field(policy, "met_from_coverage", f"{policy.met_from_coverage:.0%} of a principle assessed")
    yield from _field(policy, "evidence_days", f"{policy.evidence_days} days")
    waivers = policy.waivers
    yield from _field(policy, "waivers.counted", waivers.counted.value)
    yield from _field(
        policy, "waivers.days", f"{waivers.days} days, announced {waivers.notice_days} days before their end"
    )
    yield from _field(policy, "waivers.days_high", f"{waivers.days_high} days for what is of high or critical severity")
    gate = policy.gate
    yield from _field(policy, "gate.fail_on", ", ".join(severity.value for severity in gate.fail_on) or "nothing")
    yield from _field(policy, "gate.mandatory_principles", ", ".join(gate.mandatory_principles) or "none")
    score = "none" if gate.minimum_score is None else f"{gate.minimum_score:g}"
    yield from _field(policy, "gate.minimum_score", score)
    coverage = "none" if gate.minimum_coverage is None else f"{gate.minimum_coverage:.0%}"
    yield from _field(policy, "gate.minimum_coverage", coverage)
    yield from _field(
        policy, "gate.unreadable_files", "tolerated and told" if gate.unreadable_files else "not tolerated"
    )


def _field(policy: Policy, name: str, value: str) -> Iterator[str]:
    yield f"{name}: {value}"
    reason = policy.why.get(name)
    if reason:
        yield f"    {' '.join(reason.split())}"


def _parameters(policy: Policy, bound: tuple[BoundRule, ...]) -> Iterator[str]:
    for rule, changes in policy.parameters.items():
        yield f"parameters.{rule}: {', '.join(changes)}"
        if reason := policy.why.get(f"parameters.{rule}"):
            yield f"    {' '.join(reason.split())}"
    for rule_of in bound:
        for text in rule_of.loosened:
            yield f"loosened: {text}; its control is never met"


FIELDS = (
    *("weights", "severity_weights", "partially_met_from", "met_from_coverage", "evidence_days"),
    *("waivers.counted", "waivers.days", "waivers.days_high"),
    *(
        "gate.fail_on",
        "gate.mandatory_principles",
        "gate.minimum_score",
        "gate.minimum_coverage",
        "gate.unreadable_files",
    ),
)
"""Figures that need a reason."""


def _without_reason(policy: Policy) -> list[str]:
    return [name for name in (*FIELDS, *(f"parameters.{rule}" for rule in policy.parameters)) if name not in policy.why]
