"""Ways between components, gathered."""

from __future__ import annotations

from scanner.domain.architecture import Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.modelling.relations.reachability.gathering import MOST_PAIRS, Path, Paths
from scanner.modelling.relations.reachability.ports import tcp

HERE = Location(path="main.tf", start_line=3)
THERE = Location(path="main.tf", start_line=9)


def test_the_surest_way_is_told_with_the_ports_of_all_as_sure() -> None:
    paths = Paths()
    paths.add(Path("a", "b", THERE, "by range", tcp(1), Confidence.MEDIUM))
    paths.add(Path("a", "b", HERE, "by name", tcp(5432)))
    paths.add(Path("a", "b", THERE, "by another name", tcp(443)))
    paths.add(Path("a", "b", THERE, "perhaps", tcp(22), Confidence.LOW))
    (found,) = paths.ties()
    assert isinstance(found, Relation)
    assert (found.ports, found.confidence, found.location) == ("443, 5432", Confidence.HIGH, HERE)
    assert [step.fact for step in found.proof] == ["by another name"]


def test_nothing_reaches_itself_but_may_expose_itself() -> None:
    paths = Paths()
    paths.add(Path("a", "a", HERE, "x"))
    assert list(paths.ties()) == []
    paths.add(Path("a", "a", HERE, "x", kind=RelationKind.EXPOSES))
    assert len(list(paths.ties())) == 1


def test_more_pairs_than_can_be_listed_are_said_to_be_there() -> None:
    paths = Paths()
    for number in range(MOST_PAIRS + 2):
        paths.add(Path(f"a{number}", "db", HERE, "x"))
    ties = list(paths.ties())
    (loose,) = [one for one in ties if isinstance(one, LooseEnd)]
    assert len(ties) == MOST_PAIRS + 1
    assert loose.source == "db"
    assert str(MOST_PAIRS) in loose.reason
    assert paths.stop("other", THERE)
