"""Those who answer for waivers, and those who approve them."""

from __future__ import annotations

from scanner.domain.assessment import Assessment
from scanner.reports.oscal.document import Json, identity
from scanner.reports.oscal.text import line

OWNER, APPROVER = "waiver-owner", "waiver-approver"
_TITLES = {OWNER: "Answers for a waiver", APPROVER: "Approves a waiver for the assessor"}


def person(name: str, role: str) -> list[Json]:
    """A reference to somebody; none where nobody is named."""
    return [{"party-uuid": _uuid(name), "role-id": role}] if name.strip() else []


def people(assessment: Assessment) -> Json:
    """Roles and parties of a document's metadata; nothing where nobody is named."""
    named = sorted({name for one in assessment.waivers for name in (one.owner, one.approved_by) if name.strip()})
    if not named:
        return {}
    parties = {_uuid(name): {"uuid": _uuid(name), "type": "person", "name": line(name)} for name in named}
    return {
        "roles": [{"id": role, "title": title} for role, title in _TITLES.items()],
        "parties": list(parties.values()),
    }


def _uuid(name: str) -> str:
    return identity("person", line(name))
