"""Relations are drawn in families, each with a line of its own; some kinds of component are left out at first."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from scanner.domain.architecture import ComponentKind, RelationKind


class Family(StrEnum):
    """Kinds of relation that share a line style and a switch in the legend."""

    CALLS = "calls"
    DATA = "data"
    CREDENTIAL = "credential"
    TRUST = "trust"
    RUNS = "runs"
    CODE = "code"
    REACH = "reach"
    REFERS = "refers"


FAMILIES: Mapping[RelationKind, Family] = {
    RelationKind.CALLS: Family.CALLS,
    RelationKind.ROUTES_TO: Family.CALLS,
    RelationKind.EXPOSES: Family.CALLS,
    RelationKind.READS: Family.DATA,
    RelationKind.WRITES: Family.DATA,
    RelationKind.HOLDS_CREDENTIAL_OF: Family.CREDENTIAL,
    RelationKind.TRUSTS: Family.TRUST,
    RelationKind.RUNS_ON: Family.RUNS,
    RelationKind.RUNS_AS: Family.RUNS,
    RelationKind.BUILT_FROM: Family.CODE,
    RelationKind.IMPORTS: Family.CODE,
    RelationKind.DESCRIBES: Family.CODE,
    RelationKind.CAN_REACH: Family.REACH,
    RelationKind.REFERS_TO: Family.REFERS,
}

LEGEND: Mapping[Family, str] = {
    Family.CALLS: "calls, routes to, exposes",
    Family.DATA: "reads, writes",
    Family.CREDENTIAL: "holds credential of",
    Family.TRUST: "trusts",
    Family.RUNS: "runs on, runs as",
    Family.CODE: "built from, imports, describes",
    Family.REACH: "can reach over the network",
    Family.REFERS: "refers to",
}

OFF_AT_FIRST = frozenset({Family.RUNS, Family.CODE, Family.REACH, Family.REFERS})
"""Families that say how a system is made rather than what passes between its parts."""

SUPPORT = frozenset({
    ComponentKind.SECRET,
    ComponentKind.CONFIGURATION,
    ComponentKind.NETWORK,
    ComponentKind.IDENTITY,
    ComponentKind.LIBRARY,
    ComponentKind.IMAGE,
})  # fmt: skip
"""Kinds that serve other components and are left out of the first view."""

OUTSIDE = frozenset({ComponentKind.NATIONAL, ComponentKind.EXTERNAL})
"""Kinds that are drawn beside the layers: they are not the supplier's."""
