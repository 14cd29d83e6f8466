"""A finding in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scanner.domain.architecture import Confidence, Proof, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.finding import Evidence, PathStep, RelatedLocation
from scanner.reports.explanation import Explanation


def step(source: str, target: str, line: int, confidence: str = "high", **more: Any) -> PathStep:
    return PathStep(
        source=source, target=target, kind=RelationKind.CALLS, fact=f"{source} is told the address of {target}",
        location=Location(path="deploy/all.yaml", start_line=line), confidence=Confidence(confidence), **more,
    )  # fmt: skip


PATH = (
    step("web", "api", 3, breaks="remove API_URL from web"),
    step(
        "api", "db", 9, "low",
        proof=(Proof(location=Location(path="infra/db.tf", start_line=2), fact="the output is read there"),),
        breaks="give api an identity of its own",
    ),
)  # fmt: skip


def told(build: Any, quote: Any = lambda _: "", **more: Any) -> str:
    assessment = build.assessment(build.finding(**more))
    return Explanation(build.context(), quote).render(assessment.findings[0], assessment)


def test_the_path_is_told_step_by_step_with_what_breaks_it(build: Any) -> None:
    text = told(build, quote=lambda place: f"line {place.start_line} of it", path=PATH)
    parts = [
        "HIGH: A bucket can be read by everyone", "What was found", "infra/main.tf:12", "| line 12 of it",
        "Why it matters", "The path, in 2 steps", "1. web --calls--> api", "deploy/all.yaml:3", "| line 3 of it",
        "to break the path here: remove API_URL from web", "2. api --calls--> db", "the output is read there",
        "infra/db.tf:2", "| line 2 of it", "a guess", "give api an identity of its own", "How sure the whole is: low",
        "weakest step (2)", "How to mend it", "before (hcl):", 'acl = "public-read"', "If you do not agree",
        "archscan.yaml", "Fingerprint ",
    ]  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places, [part for part, place in zip(parts, places, strict=True) if place < 0]
    assert places == sorted(places)


def test_without_a_path_its_evidence_and_places_are_told(build: Any) -> None:
    text = told(
        build,
        evidence=(Evidence(description="acl", value="public-read", location=Location(path="a.tf", start_line=4)),),
        related=tuple(RelatedLocation(path=f"u{n}.tf", start_line=n + 1, note="used here") for n in range(30)),
    )
    assert "acl: public-read" in text
    assert "a.tf:4" in text
    assert "Other places that belong to it: 30" in text
    assert "and 10 more" in text
    assert "How sure this is: high." in text
    assert "The path" not in text
    assert "archscan.yaml" not in text
    assert "|" not in text


@pytest.mark.parametrize("outcome", ["fail", "review", "open", "pass"])
def test_each_outcome_and_a_rule_that_is_not_at_hand(build: Any, outcome: str) -> None:
    text = told(build, outcome=outcome, rule="gone")
    assert "The rule gone is not among the rules at hand" in text
    assert ("If you do not agree" in text) == (outcome != "pass")


def test_a_lead_says_that_its_fact_was_read_and_why_it_is_no_failure(build: Any) -> None:
    doubted = told(build, outcome="review", confidence=Confidence.LOW, doubted=True)
    aside = told(build, outcome="review", confidence=Confidence.LOW)
    asked = told(build, outcome="review")
    assert "This is a lead: what it says was read." in doubted
    assert "to tell it as a failure" in " ".join(doubted.split())
    assert "This is a lead: worth a look" in aside
    assert "what was read does not settle it" in asked
    assert "does not settle" not in doubted + aside
    assert "lead" not in asked


def test_a_hostile_repository_and_secrets_stay_out(build: Any) -> None:
    hostile = build.hostile()
    evil = step(
        "\x1b[31mweb\n::error::x", "password=hunter2", 1, breaks="::set-output name=x::y\nkey: AKIAABCDEFGHIJKLMNOP"
    )
    for finding in hostile.findings:
        shown = finding.model_copy(update={"path": (evil,)})
        text = Explanation(build.context(width=60)).render(shown, hostile)
        assert "hunter2" not in text
        assert "AKIAABCD" not in text
        for line in text.splitlines():
            assert line.isprintable()
            assert not line.lstrip().startswith("::")
            assert "##" not in line
        text.encode()


def test_the_example_of_a_rule_keeps_its_words(build: Any) -> None:
    after = "sql:\n  existingSecret: app-database-login\n"
    rule = build.rule("bucket-open-to-everyone", "t", example={"language": "yaml", "before": "a: b", "after": after})
    assessment = build.assessment(build.finding())
    context = replace(build.context(), rules={rule.name: rule})
    assert "      existingSecret: app-database-login\n" in Explanation(context).render(
        assessment.findings[0], assessment
    )
