"""Red is what counts against the product, amber what a person must judge; neither is ever too much to read."""

from __future__ import annotations

import re
from collections.abc import Callable

from scanner.domain.architecture import ArchitectureModel, Component
from scanner.domain.artifact import Role, Source
from scanner.domain.finding import Outcome
from scanner.domain.system import System
from scanner.picture import FORMATS
from scanner.picture.scene import compose
from scanner.picture.violations import Marks, violations
from tests.unit.picture.conftest import K, L, R, component, finding, relation

WEB = component("web", L.PRESENTATION, K.WORKLOAD)
SECRET = component("password", L.HOSTING, K.SECRET)
STORE = component("records", L.DATA, K.STORE)


def test_what_is_no_part_of_the_product_marks_nothing() -> None:
    model = ArchitectureModel(components=(WEB,))
    for role in Role:
        judged = finding("r", WEB.id).model_copy(update={"role": role})
        assert bool(violations(model, [judged]).components) is (role is Role.PRODUCT)


def test_review_marks_without_claiming_a_violation() -> None:
    model = ArchitectureModel(components=(WEB, STORE))
    found = violations(model, [finding("doubtful", WEB.id, outcome=Outcome.REVIEW), finding("broken", STORE.id)])
    assert found.touched() == {STORE.id}
    boxes = {box.title: box.marks for box in compose(model, found, everything=False).boxes}
    assert boxes["web"] == Marks((), ("doubtful",))
    assert boxes["records"] == Marks(("broken",), ())


def test_a_rule_that_is_broken_is_not_to_review_as_well() -> None:
    model = ArchitectureModel(components=(WEB,))
    found = violations(model, [finding("r", WEB.id, outcome=Outcome.REVIEW), finding("r", WEB.id)])
    assert Marks.of(found.components[WEB.id]) == Marks(("r",), ())


def test_two_steps_through_a_secret_are_one_relation() -> None:
    direct = relation(WEB, STORE, R.HOLDS_CREDENTIAL_OF).model_copy(update={"via": SECRET.id})
    read = relation(WEB, SECRET, R.READS)
    model = ArchitectureModel(components=(WEB, SECRET, STORE), relations=(read, direct))
    steps = (read, relation(SECRET, STORE, R.HOLDS_CREDENTIAL_OF))
    found = violations(model, [finding("r", "x", *steps)])
    assert set(found.relations) == {(WEB.id, STORE.id, "holds-credential-of")}
    scene = compose(model, found, everything=False)
    assert [line.marks.broken for line in scene.lines] == [("r",)]
    assert "password" not in [box.title for box in scene.boxes]


def test_a_step_that_is_no_relation_marks_nothing() -> None:
    model = ArchitectureModel(components=(WEB, SECRET, STORE), relations=(relation(WEB, STORE, R.READS),))
    invented = (relation(WEB, SECRET, R.READS), relation(SECRET, STORE, R.READS))
    assert not violations(model, [finding("r", "x", *invented)]).relations


def test_the_page_tells_review_from_violation() -> None:
    judged = [finding("doubtful", WEB.id, outcome=Outcome.REVIEW), finding("broken", STORE.id)]
    system = System(
        source=Source(uri="made-up"), artifacts=(), resources=(), model=ArchitectureModel(components=(WEB, STORE))
    )
    page = FORMATS["html"](system, judged)
    assert "1 marked red" in page
    assert "1 to review" in page
    assert ">violates a rule</span>" in page
    assert ">for a person to review</span>" in page
    assert 'class="box review"' in page
    assert "for a person to review" not in FORMATS["html"](system, judged[1:])
    chart = FORMATS["mermaid"](system, judged)
    assert re.search(r"classDef review .*stroke-dasharray", chart)
    assert "to review under doubtful" in chart


def all_broken(system: System) -> list[Component]:
    return [one for one in system.model.components if one.kind in (K.STORE, K.WORKLOAD, K.COMPUTE, K.SECRET)]


def test_a_map_with_hundreds_of_violations_can_be_read(made: Callable[[int], System]) -> None:
    system = made(1000)
    broken = all_broken(system)
    assert len(broken) > 400
    judged = [finding(f"rule-{at % 7}", one.id) for at, one in enumerate(broken)]
    found = violations(system.model, judged)
    scene = compose(system.model, found, everything=False)
    assert len(scene.boxes) <= 60
    drawn = {system.model.components[at].id: box for box in scene.boxes for at in box.members}
    for one in broken:
        assert {each.rule for each in found.components[one.id]} <= set(drawn[one.id].marks.broken)
    clean = set(drawn) - found.touched()
    assert not [key for key in clean if drawn[key].marks.broken]
    nodes = re.findall(r"^    b\d+", FORMATS["mermaid"](system, judged), re.MULTILINE)
    assert len(nodes) <= 40


def test_forty_five_broken_components_are_not_hidden_among_the_sound(made: Callable[[int], System]) -> None:
    system = made(300)
    judged = [finding("one-rule", one.id) for one in all_broken(system)[:45]]
    scene = compose(system.model, violations(system.model, judged), everything=False)
    assert len(scene.boxes) <= 60
    assert sum(len(box.members) for box in scene.boxes if box.marks.broken) == 45
