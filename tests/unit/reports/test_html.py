"""The page: its order, its structure, what it says of everything, and that hostile text is nothing but text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from scanner.domain.architecture import Confidence, Proof, RelationKind
from scanner.domain.artifact import Location, Role
from scanner.domain.assessment import Assessment, PolicyReference, ProfileAnswer, Status
from scanner.domain.baseline import BaselineKind, Comparison, KnownFinding
from scanner.domain.catalog import Severity
from scanner.domain.finding import Evidence, Excerpt, Outcome, PathStep, RelatedLocation
from scanner.domain.waiver import Form, Trust, WaiverRecord, WaiverState
from scanner.interfaces import ReportContext
from scanner.reports.html import HtmlReport
from scanner.reports.html.entries import most
from scanner.reports.html.wording import source_line
from tests.own_rules import yardstick

VOID = {"meta", "link", "br", "img", "input", "hr", "rect"}
KNOWN = VOID | {
    "html", "head", "title", "style", "body", "a", "header", "nav", "main", "footer", "section", "article", "h1", "h2",
    "h3", "h4", "h5", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "strong", "code", "pre", "b", "mark",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "details", "summary", "form", "label", "select",
    "option", "button", "script",
} - {"link"}  # fmt: skip
INLINE = {"a", "b", "code", "mark", "span", "strong"}
DAY = "2026-11-21"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640.4" height="200"><title id="t">Architecture of shop</title>'
    '<desc>2 components</desc><g data-box="0" aria-label="web, react"><title>web</title></g>'
    '<g data-line="0" aria-label="web calls api (1)"></g></svg>'
)


class _Page(HTMLParser):
    """A page taken apart: elements, ids, texts, and whether every element is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.elements.append((tag, dict(attrs)))
        self.words.append("" if tag in INLINE else " ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, data: str) -> None:
        if self.open[-1:] and self.open[-1] in {"style", "script"}:
            self.raw[self.open[-1]] = data
        else:
            self.words.append(data)

    @property
    def shown(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))

    @property
    def ids(self) -> list[str]:
        return [found["id"] or "" for _, found in self.elements if "id" in found]


@pytest.fixture(scope="module")
def real() -> ReportContext:
    whole = yardstick()
    return ReportContext.of(whole.catalog, [one for one in whole.packs if one.id in {"cyber", "cloud"}])


def _step(text: str = "x") -> PathStep:
    at = Location(path=f"{text}.tf", start_line=2)
    return PathStep(
        source=text, target="store:main", kind=RelationKind.HOLDS_CREDENTIAL_OF, fact=text, location=at,
        proof=(Proof(location=at, fact=f"proof of {text}"),), confidence=Confidence.MEDIUM, breaks="take it away",
    )  # fmt: skip


def _waiver(state: WaiverState, number: int = 1, **more: Any) -> WaiverRecord:
    values: dict[str, Any] = {"form": Form.FILE, "trust": Trust.SUPPLIER, "rule": "bucket-open-to-everyone"}
    return WaiverRecord(id=f"W-{number:012}", state=state, **{**values, **more})


def _full(build: Any) -> Assessment:
    """A result with everything that the page can show."""
    failed = build.finding(
        fingerprint="a" * 32,
        path=(_step("web"), _step("api")),
        evidence=(Evidence(description="acl", value="public-read", location=Location(path="e.tf", start_line=3)),),
        related=tuple(RelatedLocation(path="r.tf", start_line=n, note="used here") for n in range(1, 26)),
        excerpt=Excerpt(start_line=11, lines=("resource {", '\tacl = "public-read"', "", "}")),
    )
    waived = build.finding(fingerprint="b" * 32, subject="old", waiver="W-000000000001", approved=True)
    known = build.finding(fingerprint="c" * 32, subject="known", baseline=True)
    others = [build.finding(kind, fingerprint=kind[0] * 32, subject=f"some {kind}") for kind in ("review", "open")]
    outside = build.finding(fingerprint="e" * 32, subject="in a test", role=Role.TEST)
    passes = [build.finding("pass", fingerprint=f"{n:032}", subject=f"p{n}", message=f"p{n} holds") for n in range(9)]
    result: Assessment = build.ordinary()
    answer = ProfileAnswer(
        question="user_interface", text="Has it a user interface?", answer="no", version=1, answered=DAY, by="CTO",
        location=Location(path="archscan.yaml"), not_applicable=("BROWSER-01",),
    )  # fmt: skip
    comparison = Comparison(
        kind=BaselineKind.REVISION, name="main", revision="f" * 40, new=2, review=1, known=1, moved=0,
        note="Other rules.",
        mended=(KnownFinding(fingerprint="9", rule="server-without-patches", outcome=Outcome.FAIL, path="gone.tf"),),
    )  # fmt: skip
    score = result.score.model_copy(update={"with_supplier_waivers": 61.4, "with_approved_waivers": 60.2})
    policy = PolicyReference(
        id="p", title="Mine", version="2", as_of=DAY, overrides=("fail_on: critical",), loosened=("days: 900",)
    )
    register = (
        _waiver(WaiverState.EXPIRED, 2, reason="for now", note="ended yesterday"),
        _waiver(WaiverState.APPLIED, reason="until spring", owner="Ann", approved_by="Bea", days_left=4,
                expires="2026-11-25", findings=("b" * 32,)),
        _waiver(WaiverState.DUPLICATE, location=Location(path="archscan-waivers.yaml", start_line=9)),
    )  # fmt: skip
    return result.model_copy(update={
        "findings": (failed, waived, known, *others, outside, *passes), "comparison": comparison, "score": score,
        "policy": policy, "waivers": register, "profile": (answer,),
    })  # fmt: skip


def test_decision_coverage_principles_number_in_this_order(build: Any) -> None:
    page = _Page(HtmlReport(build.context()).render(_full(build)))
    parts = ("Gate failed", "41% of what", "Best cyber standards", "61.4 of 100", "What fails", "Control by control")
    places = [page.shown.index(part, page.shown.index("Gate failed", 200)) for part in parts]
    assert places == sorted(places)


def test_the_page_is_well_formed_and_every_name_leads_somewhere(build: Any, real: ReportContext) -> None:
    for context in (build.context(picture=PICTURE), real):
        for result in (_full(build), build.hostile(), build.assessment(principles=(), findings=())):
            page = _Page(HtmlReport(context).render(result))
            assert page.open == []
            assert [name for name, times in Counter(page.ids).items() if times > 1] == []
            for _, found in page.elements:
                for reference in (
                    found.get("aria-labelledby"),
                    found.get("for"),
                    (found.get("href") or "")[1:] or None,
                ):
                    if reference and not reference.startswith("ttps://"):
                        assert reference in page.ids
            levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
            assert levels.count(1) == 1
            assert all(after <= before + 1 for before, after in pairwise(levels))


def test_only_the_one_style_and_the_one_script_may_run(build: Any) -> None:
    page = _Page(HtmlReport(build.context(picture=PICTURE)).render(_full(build)))
    (policy,) = [found["content"] or "" for tag, found in page.elements if found.get("http-equiv")]
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert sum(one == tag for one, _ in page.elements) == 1
    assert "default-src 'none'" in policy
    for tag, found in page.elements:
        assert "style" not in found
        assert not any(name.startswith("on") for name in found)
        assert (found.get("src") or "data:image/svg+xml;base64,").startswith("data:image/svg+xml;base64,")
        assert tag not in {"link", "iframe", "object", "base"}


def test_all_of_a_finding_is_shown(build: Any) -> None:
    page = _Page(HtmlReport(build.context()).render(_full(build)))
    for words in (
        "aws_s3_bucket.logs can be read by everyone", "infra/main.tf:12", "Whoever finds the name reads",
        "Set block_public_access", "acl: public-read e.tf:3", "2 steps of a path, evidence, 25 other places",
        "proof of web", "To break the path here: take it away", "and 5 more", "known from the baseline",
        "waived by an assessor: W-000000000001", "in a file of the role test", "9 passed; the first of them",
    ):  # fmt: skip
        assert words in page.shown, words
    marks = re.findall(r"<mark>(.*?)</mark>", page.text)
    assert marks == ["<b>12</b>    acl = &#34;public-read&#34;"]
    kinds = Counter(found["data-kind"] for _, found in page.elements if "data-kind" in found)
    assert kinds == {"fail": 2, "waived": 1, "review": 1, "open": 1, "outside": 1}
    assert sum("data-new" in found for _, found in page.elements) == 5


def test_registers_answers_changes_and_the_policy_are_shown(build: Any) -> None:
    page = _Page(HtmlReport(build.context()).render(_full(build)))
    for words in (
        "from 25.0 to 84.2", "The caller asked for other than the policy says: fail_on: critical",
        "never met: days: 900", "the revision main (ffffffffffff)", "Other rules.", "server-without-patches in gone.tf",
        "applied the supplier", "ended yesterday", "not applied: expired", "2026-11-25 (4 days left)",
        "not applied: another one says the same", "Has it a user interface? no (CTO, 2026-11-21",
        "Not applicable then: BROWSER-01.",
        "checkov is not installed", "terraform resources 1,204", "Controls that were not assessed: 1", "d" * 64,
    ):  # fmt: skip
        assert words in page.shown, words
    rows = re.findall(r'<th scope="row">([^<]+)</th><td class="n">([^<]+)</td>', page.text)
    assert rows == [
        ("Everything set aside that anybody waived", "61.4"),
        ("Only that set aside which an assessor approved", "60.2"),
        ("Nothing set aside", "58.0"),
    ]
    assert 'href="#f-' + "b" * 32 in page.text
    assert 'href="#w-W-000000000001"' in page.text


def test_a_control_shows_its_clauses_and_regimes(build: Any, real: ReportContext) -> None:
    control = next(one for one in real.catalog.controls if one.id == "CYBER-01")
    page = _Page(HtmlReport(real).render(build.ordinary()))
    assert control.objective.replace("`", "") in page.shown
    clauses = {one.id: one for one in real.catalog.clauses}
    assert all(clauses[code].title in page.shown for code in control.clauses)
    assert "Regimes it bears on" in page.shown
    links = {found["href"] for tag, found in page.elements if tag == "a" and not (found["href"] or "").startswith("#")}
    assert links
    assert all((link or "").startswith("https://") for link in links)


def test_a_hostile_repository_gives_text_and_nothing_else(build: Any) -> None:
    hostile = build.hostile()
    harm = hostile.gate.reasons[0]
    step = _step(harm)
    findings = [
        one.model_copy(update={"path": (step, step), "excerpt": Excerpt(start_line=1, lines=(harm, "  " + harm))})
        for one in hostile.findings
    ]
    one = _waiver(WaiverState.APPLIED, rule=harm, reason=harm, owner=harm, note=harm, location=Location(path=harm))
    register = tuple(one.model_copy(update={"id": name}) for name in (harm, "W-1"))
    answer = ProfileAnswer(question=harm, text=harm, answer=harm, version=1, answered=harm, by=harm, reason=harm,
                           location=Location(path=harm), contradicted_by=(harm,))  # fmt: skip
    bad = hostile.model_copy(update={"findings": tuple(findings), "waivers": register, "profile": (answer,)})
    page = _Page(HtmlReport(build.context(picture=PICTURE.replace("web, react", "&lt;img src=x&gt;"))).render(bad))
    assert {tag for tag, _ in page.elements} <= KNOWN
    assert sum(tag == "img" for tag, _ in page.elements) == 1
    assert not any((found.get("href") or "").startswith("javascript") for _, found in page.elements)
    assert "<img src=x onerror=alert(1)>" in page.shown
    assert not re.search(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\ud800-\udfff]", page.text
    )


def test_thousands_of_findings_stay_below_five_megabytes(build: Any) -> None:
    excerpt = Excerpt(start_line=10, lines=tuple(f'  {"<&>" * 20} = "{n}"' for n in range(7)))
    findings = tuple(
        build.finding(
            ("fail", "review", "open")[n % 3], fingerprint=f"{n:032x}", rule=f"rule-{n % 40}", subject=f"s{n}",
            message=f"aws_s3_bucket.some_longer_name_{n} can be read by everyone who finds its address",
            location=Location(path=f"infrastructure/modules/some/deeper/folder_{n}/main.tf", start_line=12),
            excerpt=excerpt, evidence=(Evidence(description="acl", value="public"),),
        )
        for n in range(20_000)
    )  # fmt: skip
    few = HtmlReport(build.context()).render(build.assessment().model_copy(update={"findings": findings[:5_000]}))
    assert few.count('class="entry"') == 5_000
    assert len(few.encode()) < 5_000_000
    many = HtmlReport(build.context()).render(build.assessment().model_copy(update={"findings": findings}))
    assert len(many.encode()) < 5_000_000
    listed = many.count('class="entry"')
    assert f"{20_000 - listed:,} findings are counted and not listed" in many
    assert "stand without their lines of source" in few


def test_each_group_gives_the_same_number() -> None:
    assert most([[10, 10, 10], [5]], 100) == 3
    assert most([[10, 10, 10], [5]], 30) == 2
    assert most([[10, 10, 10], [5]], 14) == 0
    assert most([], 1) == 0


def test_the_map_is_a_picture_and_told_in_words(build: Any) -> None:
    page = _Page(HtmlReport(build.context(picture=PICTURE)).render(build.ordinary()))
    (image,) = [found for tag, found in page.elements if tag == "img"]
    assert image["alt"] == "Architecture of shop. 2 components"
    assert (image["width"], image["height"]) == ("640", "200")
    assert base64.b64decode((image["src"] or "").partition(",")[2]).decode() == PICTURE
    assert "The map in words: 1 boxes, 1 lines" in page.shown
    assert "web calls api (1)" in page.shown
    large = PICTURE.replace("<desc>", f"<!--{'x' * 500_000}--><desc>")
    assert "too large for this page" in HtmlReport(build.context(picture=large)).render(build.ordinary())
    assert "Map of the architecture" not in HtmlReport(build.context()).render(build.ordinary())


def test_what_has_no_score_says_so(build: Any) -> None:
    score = build.assessment().score.model_copy(update={"value": None, "low": None, "high": None})
    principle = build.principle("DATA", "Data", Status.NOT_ASSESSED, None)
    page = _Page(
        HtmlReport(build.context()).render(build.assessment(score=score, principles=(principle,), complete=False))
    )
    assert "There is no score: nothing could be assessed." in page.shown
    assert "Gate failed, incomplete" in page.shown
    assert "None" not in page.shown


def test_lines_keep_their_indentation_and_lose_what_hides() -> None:
    assert source_line("\t  a\tb \u202e\x1b[31mc") == "      a b c"
    assert source_line("   \r") == ""


def test_findings_of_the_same_fingerprint_get_names_of_their_own(build: Any) -> None:
    same = [build.finding(subject=f"s{n}", fingerprint="a" * 32, severity=Severity.LOW) for n in range(3)]
    page = _Page(HtmlReport(build.context()).render(build.assessment().model_copy(update={"findings": tuple(same)})))
    assert len([one for one in page.ids if one.startswith("f-")]) == 3
