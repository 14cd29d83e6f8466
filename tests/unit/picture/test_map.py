# ruff: noqa: E501, S314  # scripts of one line; our own XML is parsed
"""Maps show every component once, hold nothing foreign, and are the same each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from scanner.domain.architecture import ArchitectureModel, ComponentKind, LayerId, RelationKind
from scanner.domain.artifact import Source
from scanner.domain.finding import Outcome
from scanner.domain.system import System
from scanner.picture import FORMATS
from scanner.picture.document import map_schema
from scanner.picture.drawing import draw
from scanner.picture.scene import compose
from scanner.picture.svg import svg
from scanner.picture.violations import violations
from scanner.picture.wording import fit, width, wrap
from tests.chromium import Chromium
from tests.unit.picture.conftest import component, finding, relation, some_findings

HOSTILE = (
    "</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a\x00b\x1b[31mc\ud800", "]]>", "&lt;b&gt;",
    "<!--", "javascript:alert(1)", "x" * 5000, "end", "\u202egnp", "", "${7*7}{{7*7}}", "`;|[x](y)\"]\n  click b0 href",
)  # fmt: skip
LONG = (
    "src/Services/Ordering/Ordering.SignalrHub",
    "src/Services/Ordering/Ordering.API",
    "MMMMMMMMMMMMMMMMMMMMMM",
    "nbs_mya_container_apps_storage_account",
)
SIZES = (1, 10, 60, 300, 1000)


@pytest.fixture
def hostile() -> System:
    parts = [
        component(f"c{at}", LayerId.SERVICE, ComponentKind.WORKLOAD, name, name) for at, name in enumerate(HOSTILE)
    ]
    parts = [
        one.model_copy(update={"title": name, "layer_reason": name}) for one, name in zip(parts, HOSTILE, strict=True)
    ]
    ties = tuple(
        relation(a, b, RelationKind.CALLS).model_copy(update={"derived_from": a.title}) for a, b in pairwise(parts)
    )
    model = ArchitectureModel(components=tuple(parts), relations=ties)
    return System(source=Source(uri=HOSTILE[0]), artifacts=(), resources=(), model=model)


@pytest.mark.parametrize("everything", [True, False])
@pytest.mark.parametrize("count", SIZES)
def test_every_component_is_drawn_once_or_said_to_be_left_out(
    made: Callable[[int], System], count: int, everything: bool
) -> None:
    system = made(max(count, 10))
    scene = compose(system.model, violations(system.model, some_findings(system)), everything=everything)
    drawn = Counter(member for box in scene.boxes for member in box.members)
    assert set(drawn.values()) == {1}
    assert len(drawn) + sum(scene.hidden.values()) == len(system.model.components)
    assert not (everything and scene.hidden)
    root = ElementTree.fromstring(svg(draw(scene), "t", "m-", alone=True))
    boxes = [one.get("data-box") for one in root.iter() if one.get("data-box")]
    assert boxes == [str(box.number) for box in scene.boxes]
    for one in root.iter():
        if one.get("data-from"):
            assert {one.get("data-from"), one.get("data-to")} <= set(boxes)
    assert {line.number for line in scene.lines} == {
        int(one.get("data-line", "")) for one in root.iter() if one.get("data-from")
    }


@pytest.mark.parametrize("count", SIZES)
def test_no_box_lies_on_another_and_no_line_runs_through_one(made: Callable[[int], System], count: int) -> None:
    system = made(max(count, 10))
    drawing = draw(compose(system.model, violations(system.model, some_findings(system)), everything=True))
    for a, b in combinations(drawing.boxes.values(), 2):
        apart = a.left + a.width < b.left or b.left + b.width < a.left
        assert apart or a.top + a.height < b.top or b.top + b.height < a.top
    for points in drawing.lines.values():
        assert len(points) >= 2
        for (x1, y1), (x2, y2) in pairwise(points):
            for box in drawing.boxes.values():
                beside = max(x1, x2) <= box.left or min(x1, x2) >= box.left + box.width
                assert beside or max(y1, y2) <= box.top or min(y1, y2) >= box.top + box.height
            assert 0 <= min(x1, x2) <= max(x1, x2) <= drawing.width
            assert 0 <= min(y1, y2) <= max(y1, y2) <= drawing.height


def test_a_crowded_map_has_few_boxes_and_never_folds_what_breaks_a_rule(made: Callable[[int], System]) -> None:
    system = made(1000)
    broken = violations(system.model, some_findings(system))
    scene = compose(system.model, broken, everything=False)
    assert len(scene.boxes) < 100
    alone = {system.model.components[box.members[0]].id for box in scene.boxes if not box.folded}
    assert broken.touched() <= alone
    assert {rule for box in scene.boxes for rule in box.marks.broken} == {
        "store-without-backup",
        "store-shared-by-two-services",
    }
    assert [line.marks.broken for line in scene.lines if line.marks.broken] == [
        ("credential-held-outside-service-layer",)
    ]


def test_only_what_fails_and_is_not_waived_is_a_violation(made: Callable[[int], System]) -> None:
    model = made(10).model
    subject = model.components[0].id
    assert not violations(model, [finding("r", subject, outcome=Outcome.OPEN)]).touched()
    assert not violations(model, [finding("r", subject, waiver="agreed")]).touched()
    assert violations(model, [finding("r", subject)]).touched() == {subject}


@pytest.mark.parametrize("name", FORMATS)
def test_maps_are_the_same_each_time_and_hold_no_address(made: Callable[[int], System], name: str) -> None:
    system = made(300)
    text = FORMATS[name](system, some_findings(system))
    assert text == FORMATS[name](system, some_findings(system))
    assert not re.search(r"(?:https?:)?//(?!www\.w3\.org/2000/svg)[a-z]", text)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_model_is_drawn(name: str) -> None:
    assert FORMATS[name](System(source=Source(uri="none"), artifacts=(), resources=()), ())


def test_hostile_names_stay_text(hostile: System) -> None:
    ElementTree.fromstring(FORMATS["svg"](hostile, ()))
    page = FORMATS["html"](hostile, ())
    assert page.count("<script") == 2
    assert "<img" not in page
    page.encode()
    chart = FORMATS["mermaid"](hostile, ())
    for line in chart.splitlines():
        assert re.fullmatch(
            r'flowchart TB|  subgraph layer\d\["\w+"\]|  end|    b\d+\W{1,2}"[^"]*"\W{1,2}'
            r'|  b\d+ \S+\|"[^"]*"\| b\d+|  (?:classDef|class|linkStyle) .*', line
        ), line  # fmt: skip


def parse_chart(text: str) -> tuple[set[str], int]:
    """Boxes and number of arrows of a flow chart, by a grammar narrower than Mermaid's own."""
    label = r'"(?:[^"&<>`\\\[\]{}()|*_%;:/$~#]|<br/>|#(?:amp|quot|lt|gt|\d+);)*"'
    node = rf"    (b\d+)(?:\[{label}\]|\[\({label}\)\]|\[/{label}/\]|\(\[{label}\]\))"
    first, *lines, last = text.split("\n")
    assert (first, last) == ("flowchart TB", "")
    boxes: set[str] = set()
    classes: set[str] = set()
    arrows, inside = 0, False
    for line in lines:
        if line.startswith("  subgraph "):
            assert not inside
            inside = bool(re.fullmatch(r'  subgraph layer\d\["[A-Z][a-z]+"\]', line))
            assert inside, line
        elif line == "  end":
            assert inside
            inside = False
        elif found := re.fullmatch(node, line):
            assert inside
            assert found[1] not in boxes
            boxes.add(found[1])
        elif found := re.fullmatch(rf"  (b\d+) (?:-->|==>|-\.->)\|{label}\| (b\d+)", line):
            assert {found[1], found[2]} <= boxes
            arrows += 1
        elif found := re.fullmatch(r"  classDef ([a-z]+) (?:[a-z-]+:[#\w ]+,?)+", line):
            classes.add(found[1])
        elif found := re.fullmatch(r"  class (b\d+(?:,b\d+)*) ([a-z]+)", line):
            assert set(found[1].split(",")) <= boxes
            assert found[2] in classes
        else:
            found = re.fullmatch(r"  linkStyle (\d+(?:,\d+)*) (?:[a-z-]+:[#\w]+,?)+", line)
            assert found, line
            assert max(map(int, found[1].split(","))) < arrows
    assert not inside
    return boxes, arrows


@pytest.mark.parametrize("count", SIZES)
def test_mermaid_keeps_its_grammar(made: Callable[[int], System], hostile: System, count: int) -> None:
    system = made(max(count, 10))
    boxes, arrows = parse_chart(FORMATS["mermaid"](system, some_findings(system)))
    assert 2 <= len(boxes) <= 40
    assert 1 <= arrows <= 400
    assert parse_chart(FORMATS["mermaid"](hostile, ()))[0]


def test_mermaid_is_small_enough_to_be_drawn(made: Callable[[int], System]) -> None:
    system = made(1000)
    chart = FORMATS["mermaid"](system, some_findings(system))
    assert len(re.findall(r"^    b\d+", chart, re.MULTILINE)) <= 40
    assert "  class b" in chart
    assert "linkStyle 0 stroke:#b3001b" in chart


def test_the_json_is_the_model_sorted_with_its_violations(made: Callable[[int], System]) -> None:
    system = made(60)
    found = json.loads(FORMATS["json"](system, some_findings(system)))
    ids = [one["id"] for one in found["model"]["components"]]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(system.model.components)
    assert {end for one in found["model"]["relations"] for end in (one["source"], one["target"])} <= set(ids)
    assert "secret:***" in str(ids)
    assert len(found["model"]["relations"]) == len(system.model.relations)
    assert {one["rule"] for one in found["violations"]} == {one.rule for one in some_findings(system)}


def test_the_published_schema_is_the_current_one(made: Callable[[int], System]) -> None:
    published = json.loads((Path(__file__).parents[3] / "schemas" / "map.schema.json").read_text("utf-8"))
    assert published == map_schema(), "run `archscan schemas`"
    system = made(60)
    Draft202012Validator(published).validate(json.loads(FORMATS["json"](system, some_findings(system))))


def test_text_fits_its_room() -> None:
    for text in ("a", "national-document-repository-lambda-search", "W" * 90, "名前" * 40, ""):
        assert width(fit(text, 150, 13), 13) <= 150
        assert all(width(line, 13) <= 150 for line in wrap(text, 150, 13))


def test_the_command_draws_without_rules(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_s3_bucket" "records" {\n  bucket = "records"\n}\n')
    target = tmp_path / "out" / "map.svg"
    command = [sys.executable, "-m", "scanner", "map", str(tmp_path), "--no-rules", "-o", str(target)]
    subprocess.run(command, check=True, timeout=120)
    assert "records" in target.read_text("utf-8")


def test_a_browser_searches_and_tells_facts(made: Callable[[int], System], chromium: Chromium, tmp_path: Path) -> None:
    system = made(60)
    file = tmp_path / "map.html"
    file.write_text(FORMATS["html"](system, some_findings(system)), encoding="utf-8")
    chromium.open(file)
    typed = "const s = document.getElementById('search'); s.value = 'patient-index-0';"
    chromium.run(f"(() => {{{typed} s.dispatchEvent(new Event('input'));}})()")
    assert chromium.run("document.querySelectorAll('.found').length") == 1
    middle = chromium.run(
        "(() => { const b = document.querySelector('.found').getBoundingClientRect();"
        " const s = document.getElementById('stage').getBoundingClientRect();"
        " return [b.left + b.width / 2 - s.left - s.width / 2, b.top + b.height / 2 - s.top - s.height / 2]; })()"
    )
    assert max(map(abs, middle)) < 20
    click = "dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    chromium.run(f"document.querySelector('.found .body').{click}")
    facts = chromium.run("document.getElementById('facts').textContent")
    assert "store-without-backup" in facts
    assert "infra/store.tf:7" in facts
    chromium.run(f"document.querySelector('.lines .line.broken .hit').{click}")
    facts = chromium.run("document.getElementById('facts').textContent")
    assert "its setting names the other" in facts
    assert "Take the setting away." in facts
    long = [component(name, LayerId.DATA, ComponentKind.STORE, name, name) for name in LONG]
    model = ArchitectureModel(components=(*system.model.components, *long), relations=system.model.relations)
    judged = [*some_findings(system), finding("rule-with-a-long-name-of-its-own", long[0].id)]
    file.write_text(FORMATS["html"](system.model_copy(update={"model": model}), judged), encoding="utf-8")
    chromium.open(file)
    chromium.run("document.getElementById('everything').click()")
    assert chromium.run("document.querySelector('.scene:not([hidden])').dataset.scene") == "everything"
    tight = chromium.run(
        "[...document.querySelectorAll('.scene:not([hidden]) .box')].filter((g) => { const b = g.querySelector('.body').getBBox();"
        " return [...g.querySelectorAll('text')].some((t) => t.getBBox().x + t.getBBox().width > b.x + b.width + 1"
        " || t.getBBox().y + t.getBBox().height > b.y + b.height + 1); }).map((g) => g.textContent)"
    )
    assert tight == []
    assert chromium.complaints() == []
    assert chromium.requests() == [file.as_uri()]


def test_a_browser_runs_no_script_of_a_name(hostile: System, chromium: Chromium, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(FORMATS["html"](hostile, ()), encoding="utf-8")
    for scripts in (True, False):
        chromium.open(file, scripts=scripts)
        assert chromium.complaints() == []
        assert chromium.requests() == [file.as_uri()]
    chromium.open(file)
    assert chromium.run("document.querySelectorAll('.box').length") == len(HOSTILE)
