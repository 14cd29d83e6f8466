"""The page in a browser: on paper, by keyboard, without scripts, dragged and zoomed, and the SVG file by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Source
from scanner.domain.system import System
from scanner.picture import FORMATS
from tests.chromium import Chromium
from tests.unit.picture.conftest import K, L, R, component, relation, some_findings

SIGHT = "document.querySelector('.scene:not([hidden])>svg').getAttribute('viewBox').split(' ').map(Number)"
PANEL = "document.getElementById('facts').textContent"


def written(system: System, folder: Path, form: str = "html") -> Path:
    file = folder / f"map.{form}"
    file.write_text(FORMATS[form](system, some_findings(system)), encoding="utf-8")
    return file


def of(*components: Any, relations: Any = ()) -> System:
    model = ArchitectureModel(components=components, relations=relations)
    return System(source=Source(uri="made-up"), artifacts=(), resources=(), model=model)


def shown(tab: Chromium) -> list[tuple[str, float, float]]:
    """Texts that are laid out and not transparent, with left and top, asked of the browser rather than of scripts."""
    asked = ["display", "visibility", "opacity"]
    answer = tab.ask("DOMSnapshot.captureSnapshot", computedStyles=asked)
    strings = answer["strings"]
    layout = answer["documents"][0]["layout"]
    found = []
    for text, bounds, styles in zip(layout["text"], layout["bounds"], layout["styles"], strict=True):
        if text >= 0 and (not styles or strings[styles[1]] != "hidden") and bounds[2] > 0:
            found.append((strings[text].strip(), bounds[0], bounds[1]))
    return found


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_shows_the_whole_picture_and_the_list(
    made: Callable[[int], System], chromium: Chromium, tmp_path: Path, *, scripts: bool
) -> None:
    system = made(60)
    chromium.open(written(system, tmp_path), scripts=scripts)
    if scripts:
        chromium.run("document.getElementById('search').value = 'patient-index-0'")
        chromium.run("document.getElementById('search').dispatchEvent(new Event('input'))")
        chromium.run("window.dispatchEvent(new Event('beforeprint'))")
    chromium.ask("Emulation.setEmulatedMedia", media="print")
    try:
        texts = shown(chromium)
    finally:
        chromium.ask("Emulation.setEmulatedMedia", media="")
    words = {text for text, _, _ in texts}
    assert {"Presentation", "Service", "Integration", "Data", "Hosting"} <= words
    titles = [text for text in words if text.startswith("patient-index-")]
    assert len(titles) == sum(one.title.startswith("patient-index-") for one in system.model.components)
    assert "Search" not in words
    assert "Fit" not in words
    assert not any(left < -1 or left > 1400 for _, left, _ in texts)
    assert "aws_secretsmanager_secret" in " ".join(words), "the list names what the picture leaves out"


def test_the_printed_file_is_made(made: Callable[[int], System], chromium: Chromium, tmp_path: Path) -> None:
    chromium.open(written(made(60), tmp_path))
    paper = chromium.ask("Page.printToPDF", landscape=True, printBackground=False)["data"]
    assert paper.startswith("JVBERi")


def test_without_scripts_there_is_a_picture_a_list_and_no_dead_switch(
    made: Callable[[int], System], chromium: Chromium, tmp_path: Path
) -> None:
    system = made(60)
    chromium.open(written(system, tmp_path), scripts=False)
    words = {text for text, _, _ in shown(chromium)}
    assert "Presentation" in words
    assert "Search" not in words
    assert any(text.startswith("All ") and text.endswith("components as a list") for text in words)
    page = (tmp_path / "map.html").read_text("utf-8")
    assert all(" disabled" in one for one in re.findall(r'<input type="checkbox"[^>]*>', page))
    for one in system.model.components:
        if one.kind is not K.SECRET:
            assert f"<b>{one.title}</b>" in page


def press(tab: Chromium, key: str, code: int) -> None:
    text = {"text": "\r"} if key == "Enter" else {}
    for kind in ("keyDown", "keyUp"):
        tab.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)


def test_the_keyboard_reaches_boxes_and_lines(chromium: Chromium, tmp_path: Path) -> None:
    app, store = component("app", L.SERVICE, K.WORKLOAD), component("records", L.DATA, K.STORE)
    role = component("role", L.HOSTING, K.IDENTITY)
    credential = relation(app, store, R.HOLDS_CREDENTIAL_OF)
    ties = (relation(app, role, R.RUNS_AS), relation(role, store, R.READS), credential)
    chromium.open(written(of(app, store, role, relations=ties), tmp_path))
    seen: dict[str, str] = {}
    for _ in range(25):
        press(chromium, "Tab", 9)
        label = chromium.run("document.activeElement.getAttribute('aria-label') || ''")
        if chromium.run("document.activeElement.matches('.box, .line')"):
            ring = chromium.run(
                "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
                " return s.outlineStyle + ' ' + s.outlineWidth; })()"
            )
            assert ring == "solid 3px"
            press(chromium, "Enter", 13)
            seen[label] = chromium.run(PANEL)
            press(chromium, "Escape", 27)
            assert chromium.run("document.getElementById('facts').hidden")
    assert "app, 1 workload, infra" in seen
    assert any(label.startswith("records, 1 store, infra, violates") for label in seen)
    (reads,) = [text for label, text in seen.items() if label.startswith("app reads records")]
    assert "app reads records, through identity role" in reads
    assert reads.count("its setting names the other") == 2
    assert "app runs-as role" in reads
    assert "role reads records" in reads


def test_the_mouse_drags_and_zooms_and_fit_undoes_it(
    made: Callable[[int], System], chromium: Chromium, tmp_path: Path
) -> None:
    chromium.open(written(made(60), tmp_path))
    before = chromium.run(SIGHT)
    chromium.ask("Input.dispatchMouseEvent", type="mouseWheel", x=500, y=500, deltaX=0, deltaY=-120)
    closer = chromium.run(SIGHT)
    assert closer[2] == pytest.approx(before[2] / 1.15)
    for kind, x in (("mousePressed", 600), ("mouseMoved", 640), ("mouseMoved", 700), ("mouseReleased", 700)):
        chromium.ask("Input.dispatchMouseEvent", type=kind, x=x, y=500, button="left", buttons=1, clickCount=1)
    dragged = chromium.run(SIGHT)
    scale = chromium.run("document.getElementById('stage').clientWidth") / closer[2]
    assert closer[0] - dragged[0] == pytest.approx(100 / scale, rel=0.05)
    assert chromium.run("document.getElementById('facts').hidden"), "a drag is no click"
    chromium.run("document.getElementById('fit').click()")
    assert chromium.run(SIGHT) == pytest.approx(before)


def test_search_reaches_into_folds_and_unfolding_shows_their_members(chromium: Chromium, tmp_path: Path) -> None:
    many = [component(f"{chr(97 + at % 26)}{at}", L.SERVICE, K.COMPUTE, "aws_lambda_function") for at in range(60)]
    chromium.open(written_plain(of(*many), tmp_path))
    assert "60 functions" in chromium.run("document.querySelector('.box.fold').textContent")
    chromium.run("document.getElementById('search').value = 'h33'")
    chromium.run("document.getElementById('search').dispatchEvent(new Event('input'))")
    assert chromium.run("document.querySelectorAll('.scene:not([hidden]) .fold.found').length") == 1
    assert chromium.run("document.getElementById('found').textContent") == "1 found, in 60 functions: h33"
    chromium.run("document.querySelector('.found .body').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    assert chromium.run("document.querySelector('#facts li').textContent") == "h33"
    assert chromium.run("document.querySelectorAll('#facts li').length") == 60
    chromium.run("document.getElementById('unfolded').click()")
    assert chromium.run("document.querySelectorAll('.scene:not([hidden]) .box').length") == 60
    assert chromium.run("document.querySelector('.scene:not([hidden]) .found').getAttribute('aria-label')").startswith(
        "h33"
    )


def written_plain(system: System, folder: Path) -> Path:
    file = folder / "map.html"
    file.write_text(FORMATS["html"](system, ()), encoding="utf-8")
    return file


def test_the_picture_opens_by_itself(made: Callable[[int], System], chromium: Chromium, tmp_path: Path) -> None:
    file = written(made(60), tmp_path, "svg")
    chromium.open(file)
    assert chromium.complaints() == []
    assert chromium.requests() == [file.as_uri()]
    assert chromium.run("document.documentElement.nodeName") == "svg"
    fills = chromium.run("[...document.querySelectorAll('.box.broken .body')].map((b) => getComputedStyle(b).stroke)")
    assert set(fills) == {"rgb(179, 0, 27)"}
    assert json.dumps(chromium.run("document.querySelector('.legend').textContent")).count("holds credential of") == 1
    hidden = "[...document.querySelectorAll('.line.runs:not(.broken)')].map((l) => getComputedStyle(l).display)"
    assert set(chromium.run(hidden)) <= {"none"}
