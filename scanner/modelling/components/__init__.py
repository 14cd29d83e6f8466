"""Drafts of components, one module for each family of artefacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from scanner.modelling.components.apis import draft_apis
from scanner.modelling.components.compose import draft_compose
from scanner.modelling.components.containers import draft_containers
from scanner.modelling.components.kubernetes import draft_kubernetes
from scanner.modelling.components.national import draft_national
from scanner.modelling.components.releases import draft_releases
from scanner.modelling.components.sources import draft_sources
from scanner.modelling.components.terraform import draft_terraform
from scanner.modelling.drafts import Draft
from scanner.modelling.index import Index

Drafter: TypeAlias = Callable[[Index], Iterable[Draft]]
"""Finds what one family of artefacts shows of components. Never raises for what was parsed."""

DRAFTERS: tuple[Drafter, ...] = (
    draft_terraform,
    draft_kubernetes,
    draft_releases,
    draft_compose,
    draft_sources,
    draft_containers,
    draft_apis,
    draft_national,
)
"""All of them, in the order in which components stand."""
