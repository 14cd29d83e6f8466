"""What a policy selects of the catalog, as an OSCAL profile."""

from __future__ import annotations

from scanner.domain.assessment import Assessment
from scanner.interfaces import ReportContext
from scanner.reports.oscal.document import CATALOG_FILE, Json, document, metadata, prop, resource, token


class OscalProfileReport:
    """The controls that the policy asks for, those that do not apply to the product among them."""

    name = "oscal-profile"

    def __init__(self, context: ReportContext) -> None:
        """Needs no more than the assessment itself."""

    def render(self, assessment: Assessment) -> str:
        """The profile; it looks for the catalog beside itself."""
        policy = assessment.policy
        told = [
            prop("policy", policy.id),
            prop("as-of", policy.as_of),
            *(prop("override", one) for one in policy.overrides),
            *(prop("loosened", one) for one in policy.loosened),
            *(prop("rule-pack", pack.version, pack.id, f"sha256 {pack.digest}") for pack in assessment.packs),
        ]
        source = resource(
            "catalog",
            CATALOG_FILE,
            "NHS architectural principles and their controls",
            rlinks=[{"href": CATALOG_FILE, "media-type": "application/json"}],
        )
        body = {
            "imports": [{"href": f"#{source['uuid']}", **_selected(assessment)}],
            "merge": {"as-is": True},
            "back-matter": {"resources": [source]},
        }
        return document("profile", metadata(assessment, policy.title, policy.version, props=told), body)


def _selected(assessment: Assessment) -> Json:
    ids = [token(control.id) for principle in assessment.principles for control in principle.controls]
    return {"include-controls": [{"with-ids": ids}]} if ids else {"include-all": {}}
