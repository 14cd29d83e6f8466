"""The report in a real browser: read by axe, by keyboard, without scripts, on paper, on a telephone, and hostile."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment
from scanner.domain.baseline import BaselineKind, Comparison
from scanner.domain.finding import Excerpt, Outcome
from scanner.domain.waiver import Form, Trust, WaiverRecord, WaiverState
from scanner.interfaces import ReportContext
from scanner.reports.html import HtmlReport
from tests.chromium import Chromium, started
from tests.own_rules import report_context

from .conftest import DAY, ROOT

PRINCIPLES = {"IDENTITY", "LAYERS"}
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
HARM = (
    "<script>alert(1)</script><img src=x onerror=alert(2)></pre></details></main>\u202e\x1b[31m\x00 "
    "javascript:alert(3) <a href='javascript:alert(4)'>x</a> {{ 7 * 7 }} " + "unbroken" * 60 + "\u0301" * 80
)
AXE = """axe.run("{part}", {{resultTypes: ["violations"]}}).then((found) => JSON.stringify(found.violations.map(
  (one) => [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 200), one.nodes[0].failureSummary])))"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with started(tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page of an example, and its result."""
    folder = tmp_path_factory.mktemp("reports")
    reports = ["--report", f"html={folder / 'page.html'}", "--report", f"json={folder / 'result.json'}"]
    root = ROOT / "examples" / "legacy-product"
    done = subprocess.run(
        [sys.executable, "-P", "-m", "scanner", "scan", root, "--offline", "--as-of", DAY, *reports],
        capture_output=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode in {0, 1, 4}, done.stderr
    return folder


@pytest.fixture(scope="module")
def context() -> ReportContext:
    return report_context()


@pytest.fixture(scope="module")
def full(made: Path, context: ReportContext) -> Path:
    """The page of a part of the same result, with excerpts, waivers, a baseline, and hostile text in all of them."""
    whole = Assessment.model_validate_json((made / "result.json").read_text("utf-8"))
    result = whole.model_copy(update={
        "principles": tuple(one for one in whole.principles if one.id in PRINCIPLES),
        "findings": tuple(one for one in whole.findings if one.principle in PRINCIPLES),
    })  # fmt: skip
    failures = [one for one in result.findings if one.outcome is Outcome.FAIL]
    one = WaiverRecord(
        id="", form=Form.FILE, trust=Trust.SUPPLIER, state=WaiverState.APPLIED, rule=failures[0].rule, reason=HARM,
        owner=HARM, expires="2026-12-01", days_left=10, note=HARM, location=Location(path=HARM),
        findings=(failures[0].fingerprint,),
    )  # fmt: skip
    register = tuple(one.model_copy(update={"id": f"W-{n:012}", "state": state}) for n, state in enumerate(WaiverState))
    findings = []
    for number, one in enumerate(result.findings):
        lines = ("resource {", f'\tname = "{one.subject}"', "", "  # " + "x" * 150, HARM if number % 9 == 0 else "}")
        excerpt = Excerpt(start_line=max(1, one.location.start_line - 1), lines=lines)
        more: dict[str, Any] = {"excerpt": excerpt, "baseline": number % 2 == 0}
        if one is failures[0]:
            more["waiver"] = "W-000000000000"
        if one is failures[1]:
            more |= {"message": HARM, "subject": HARM, "location": Location(path=HARM, start_line=3)}
        findings.append(one.model_copy(update=more))
    comparison = Comparison(kind=BaselineKind.FILE, name=HARM, new=3, review=1, known=2, moved=0, note=HARM)
    changed = result.model_copy(update={"findings": tuple(findings), "waivers": register, "comparison": comparison})
    file = made / "full.html"
    file.write_text(HtmlReport(context).render(changed), encoding="utf-8")
    return file


@contextmanager
def sized(tab: Chromium, width: str, **media: str) -> Iterator[None]:
    """The window in this width, and with these preferences of its user."""
    across, down = WIDTHS[width]
    features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
    tab.ask("Emulation.setDeviceMetricsOverride", width=across, height=down, deviceScaleFactor=1, mobile=across < 500)
    tab.ask("Emulation.setEmulatedMedia", features=features)
    try:
        yield
    finally:
        tab.ask("Emulation.setEmulatedMedia", media="", features=[])
        tab.ask("Emulation.setDeviceMetricsOverride", width=1400, height=1000, deviceScaleFactor=1, mobile=False)


def press(tab: Chromium, key: str, code: int, **more: Any) -> None:
    for kind in ("keyDown", "keyUp"):
        tab.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **more)


def until(tab: Chromium, true: str) -> None:
    end = time.monotonic() + 20
    while not tab.run(f"Boolean({true})"):
        assert time.monotonic() < end, f"never came true: {true}"
        time.sleep(0.05)


def judged(tab: Chromium, part: str = "html") -> list[list[Any]]:
    """What axe says against the page, or a part of it, as it stands."""
    tab.run(AXE_SCRIPT + "\n0")
    answer = tab.ask("Runtime.evaluate", expression=AXE.format(part=part), awaitPromise=True, returnByValue=True)
    assert "exceptionDetails" not in answer, answer
    return list(json.loads(answer["result"]["value"]))


def grave(found: list[list[Any]]) -> list[list[Any]]:
    return [one for one in found if one[0] in {"serious", "critical"}]


def entries(tab: Chromium) -> int:
    shown = "[...document.querySelectorAll('.entry')].filter((one) => !one.closest('[hidden]')).length"
    return int(tab.run(shown))


def test_the_page_says_what_the_result_says_and_asks_nobody(made: Path, chromium: Chromium) -> None:
    result = json.loads((made / "result.json").read_text("utf-8"))
    chromium.open(made / "page.html")
    assert chromium.complaints() == []
    assert all(one.startswith(("file://", "data:")) for one in chromium.requests())
    text = chromium.run("document.body.textContent")
    assert "Gate failed" in text
    assert f"{result['score']['value']:.1f} of 100" in text
    assert all(reason in text for reason in result["gate"]["reasons"])
    assert entries(chromium) == sum(one["outcome"] in {"fail", "review", "open"} for one in result["findings"])
    assert chromium.run("document.querySelector('#map img').naturalWidth") > 300
    assert "violates" in chromium.run("document.querySelector('#map .words').textContent")


@pytest.mark.parametrize(("width", "scheme"), [("desktop", "light"), ("phone", "light"), ("desktop", "dark")])
def test_axe_finds_nothing_serious_in_what_is_folded(full: Path, chromium: Chromium, width: str, scheme: str) -> None:
    with sized(chromium, width, prefers_color_scheme=scheme):
        chromium.open(full)
        chromium.run("for (const one of document.querySelectorAll('details')) one.open = true")
        assert grave(judged(chromium)) == []


def test_axe_finds_nothing_serious_as_the_page_opens(made: Path, chromium: Chromium) -> None:
    with sized(chromium, "desktop"):
        chromium.open(made / "page.html")
        assert grave(judged(chromium)) == []
        chromium.run("document.querySelector('label[for=kind]').remove()")
        assert [one[1] for one in grave(judged(chromium, "#filters"))] == ["select-name"], "axe sees nothing at all"


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_stands_beside_the_page(full: Path, chromium: Chromium, width: str) -> None:
    with sized(chromium, width):
        chromium.open(full)
        chromium.run("for (const one of document.querySelectorAll('details')) one.open = true")
        across = WIDTHS[width][0]
        boxes = "[...document.querySelectorAll('main *, header *')].filter((one) => !one.closest('.picture, svg')"
        wide = f"{boxes} && one.getBoundingClientRect().right > {across} + 1).map((one) => one.outerHTML.slice(0, 99))"
        assert chromium.run(wide) == []
        assert chromium.run("document.documentElement.scrollWidth") <= across


def test_hostile_text_does_nothing(full: Path, chromium: Chromium) -> None:
    chromium.open(full)
    assert chromium.complaints() == []
    assert chromium.run("document.images.length") == 0
    assert chromium.run("document.scripts.length") == 1
    assert chromium.run("[...document.links].every((one) => one.protocol === 'https:' || one.hash)") is True
    text = chromium.run("document.body.textContent")
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_a_script_that_is_not_ours_is_blocked(made: Path, chromium: Chromium, tmp_path: Path) -> None:
    page = (made / "page.html").read_text("utf-8")
    file = tmp_path / "page.html"
    file.write_text(page.replace("<footer>", "<footer><script>window.harm = 1</script><img src='https://x.example/y'>"))
    chromium.open(file)
    assert chromium.run("window.harm") is None
    assert len(chromium.complaints()) == 2
    chromium.events.clear()


def test_search_and_filters_by_keyboard(full: Path, chromium: Chromium) -> None:
    chromium.open(full)
    press(chromium, "Tab", 9)
    assert chromium.run("document.activeElement.textContent") == "Skip to the decision"
    assert chromium.run("document.activeElement.getBoundingClientRect().left") >= 0
    press(chromium, "Enter", 13, text="\r")
    assert chromium.run("document.activeElement.id") == "main"
    every = entries(chromium)
    for _ in range(200):
        press(chromium, "Tab", 9)
        if chromium.run("document.activeElement.id") == "words":
            break
    assert chromium.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    chromium.ask("Input.insertText", text="built-in-account")
    until(chromium, "document.getElementById('hits').textContent.includes(' under ')")
    found = entries(chromium)
    assert 0 < found < every
    assert chromium.run("document.getElementById('hits').textContent").startswith(f"{found} finding")
    assert chromium.run("document.querySelector('.control:not([hidden]) .more').open") is True
    assert grave(judged(chromium)) == []
    for _ in range(3):
        press(chromium, "Tab", 9)
    assert chromium.run("document.activeElement.id") == "kind"
    press(chromium, "p", 80, text="o")
    press(chromium, "ArrowDown", 40)
    until(chromium, "document.getElementById('kind').value")
    while chromium.run("document.activeElement.type") != "reset":
        press(chromium, "Tab", 9)
    press(chromium, " ", 32, text=" ")
    until(chromium, f"document.getElementById('hits').textContent === '{every} findings'")
    assert entries(chromium) == every
    assert chromium.run("document.querySelector('.more[open]')") is None


def _choose(tab: Chromium, name: str, value: str) -> None:
    tab.run(f"{{ const one = document.getElementById('{name}'); one.value = '{value}'; "
            "one.dispatchEvent(new Event('change', {bubbles: true})); }")  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("severity", "critical", lambda one: one["severity"] == "critical"),
        ("principle", "p-CYBER", lambda one: one["principle"] == "CYBER"),
        ("kind", "review", lambda one: one["outcome"] == "review" and one["confidence"] != "low"),
        ("kind", "lead", lambda one: one["outcome"] == "review" and one["confidence"] == "low"),
    ],
)
def test_a_filter_shows_what_fits(
    made: Path, chromium: Chromium, name: str, value: str, fits: Callable[[dict[str, Any]], bool]
) -> None:
    told = [
        one for one in json.loads((made / "result.json").read_text("utf-8"))["findings"]
        if one["outcome"] in {"fail", "review", "open"}
    ]  # fmt: skip
    chromium.open(made / "page.html")
    _choose(chromium, name, value)
    assert entries(chromium) == sum(map(fits, told)) > 0


def test_new_only_and_no_hit(full: Path, chromium: Chromium) -> None:
    chromium.open(full)
    chromium.run("document.getElementById('new').click()")
    assert entries(chromium) == chromium.run("document.querySelectorAll('.entry[data-new]').length") > 0
    chromium.run("document.getElementById('words').value = 'no such thing anywhere'")
    _choose(chromium, "kind", "fail")
    assert entries(chromium) == 0
    assert chromium.run("document.getElementById('hits').textContent").startswith("No finding and no control fits")


def test_a_link_leads_into_what_is_folded_and_filtered(full: Path, chromium: Chromium) -> None:
    chromium.open(full)
    _choose(chromium, "kind", "open")
    chromium.run("document.querySelector('#waivers a[href^=\"#f-\"], #found a').click()")
    until(chromium, "location.hash && !document.querySelector('.filtering')")
    target = "document.getElementById(location.hash.slice(1))"
    assert chromium.run(f"{target}.closest('.more').open") is True
    assert chromium.run(f"{target}.getBoundingClientRect().height") > 0


def test_without_scripts_all_can_be_read_and_no_switch_is_dead(full: Path, chromium: Chromium) -> None:
    chromium.open(full, scripts=False)
    try:
        shown = chromium.ask("DOMSnapshot.captureSnapshot", computedStyles=[])
        words = " ".join(shown["strings"][at] for at in shown["documents"][0]["layout"]["text"] if at >= 0)
        assert "Control by control" in words
        assert "Open all" not in words
        assert "New only" not in words
    finally:
        chromium.ask("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_shows_what_is_folded(full: Path, chromium: Chromium, *, scripts: bool) -> None:
    chromium.open(full, scripts=scripts)
    if scripts:
        _choose(chromium, "kind", "open")
        chromium.run("window.dispatchEvent(new Event('beforeprint'))")
    chromium.ask("Emulation.setEmulatedMedia", media="print")
    try:
        shown = chromium.ask("DOMSnapshot.captureSnapshot", computedStyles=[])
        layout = shown["documents"][0]["layout"]
        words = " ".join(shown["strings"][at] for at in layout["text"] if at >= 0)
        for word in ("How to mend it.", "Clauses it rests on", "The NHS architecture principles", "Ask:", "Fails"):
            assert word in words, word
        assert "Open all" not in words
        assert "Skip to" not in words
        paper = chromium.ask("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]
        assert paper.startswith("JVBERi")
    finally:
        chromium.ask("Emulation.setEmulatedMedia", media="")
        chromium.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_nothing_moves_for_who_wants_no_motion(full: Path, chromium: Chromium) -> None:
    with sized(chromium, "desktop", prefers_reduced_motion="reduce"):
        chromium.open(full)
        assert chromium.run("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
