"""FHIR R4 as it goes over the wire."""

from __future__ import annotations

from typing import Any

from desk.nhs_number import SYSTEM
from desk.referrals import Referral

PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-ServiceRequest"
SNOMED = "http://snomed.info/sct"
ODS = "https://fhir.nhs.uk/Id/ods-organization-code"


def service_request(row: Referral) -> dict[str, Any]:
    """A referral, in the shape of UK Core."""
    return {
        "resourceType": "ServiceRequest",
        "id": row.id,
        "meta": {"profile": [PROFILE]},
        "status": "active",
        "intent": "order",
        "priority": row.priority,
        "subject": {"identifier": {"system": SYSTEM, "value": row.nhs_number}},
        "requester": {"identifier": {"system": ODS, "value": row.referrer_ods_code}},
        "reasonCode": [{"coding": [{"system": SNOMED, "code": row.reason_snomed_code}]}],
    }


def searchset(resources: list[dict[str, Any]]) -> dict[str, Any]:
    """The answer to a search."""
    entries = [{"resource": resource} for resource in resources]
    return {"resourceType": "Bundle", "type": "searchset", "total": len(entries), "entry": entries}


def outcome(code: str, text: str) -> dict[str, Any]:
    """What went wrong, as FHIR says it."""
    return {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": code, "diagnostics": text}]}
