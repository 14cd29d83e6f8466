"""What small systems let through, read by the real parsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from scanner.domain.architecture import LooseEnd, Relation, RelationKind
from scanner.modelling.components import DRAFTERS
from scanner.modelling.index import Index
from scanner.modelling.joining import join
from scanner.modelling.known import Known
from scanner.modelling.relations.reachability import ClusterReach, find_reach
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.repository import RepositoryReader


class Reached(NamedTuple):
    """What was found."""

    known: Known
    relations: list[Relation]
    loose: list[LooseEnd]

    def pairs(self, kind: RelationKind = RelationKind.CAN_REACH) -> dict[tuple[str, str], tuple[str, str]]:
        """Ports and confidence by the last names of both ends."""
        return {
            (_short(one.source), _short(one.target)): (one.ports, one.confidence.value)
            for one in self.relations
            if one.kind is kind
        }

    def cluster(self) -> ClusterReach:
        """What answers for pods."""
        return ClusterReach(self.known)


Look: TypeAlias = Callable[[str], Reached]


def _short(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[2]


@pytest.fixture
def look(tmp_path: Path) -> Callable[..., Reached]:
    """Writes files and finds what they let through."""

    def _look(terraform: str = "", **manifests: str) -> Reached:
        files = {"main.tf": terraform, **{f"{name}.yaml": text for name, text in manifests.items()}}
        for name, text in files.items():
            (tmp_path / name).write_text(text)
        reader = RepositoryReader(tmp_path)
        reading = read(reader)
        made = model(reader, reading, parse(default_parsers(), reading, reader, lambda _: None), lambda _: None)
        index = Index(made)
        known = Known(index, join(draft for drafter in DRAFTERS for draft in drafter(index)))
        ties = list(find_reach(known))
        relations = [one for one in ties if isinstance(one, Relation)]
        assert all({one.source, one.target} <= set(known.components) for one in relations)
        assert not any(one.kind is RelationKind.CALLS for one in relations)
        return Reached(known, relations, [one for one in ties if isinstance(one, LooseEnd)])

    return _look
