"""FHIR R4 as it goes over the wire; the resources used here are the same in R4 and R4B."""

from __future__ import annotations

from typing import Any

from fhir.resources.R4B.appointment import Appointment as FhirAppointment
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.operationoutcome import OperationOutcome
from fhir.resources.R4B.slot import Slot as FhirSlot

from booking.store import Appointment, Slot

PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Appointment"
SNOMED = "http://snomed.info/sct"
ODS = "https://fhir.nhs.uk/Id/ods-organization-code"


def slot(row: Slot) -> dict[str, Any]:
    """A slot."""
    body = {
        "resourceType": "Slot",
        "id": row.id,
        "status": "free",
        "schedule": {"identifier": {"system": ODS, "value": row.site_ods_code}},
        "start": row.start.isoformat(),
        "end": row.start.isoformat(),
    }
    return FhirSlot.model_validate(body).model_dump(mode="json", exclude_none=True)


def appointment(row: Appointment) -> dict[str, Any]:
    """An appointment, in the shape of UK Core."""
    body = {
        "resourceType": "Appointment",
        "id": row.id,
        "meta": {"profile": [PROFILE]},
        "status": "booked",
        "serviceType": [{"coding": [{"system": SNOMED, "code": row.vaccine_snomed_code}]}],
        "slot": [{"reference": f"Slot/{row.slot_id}"}],
        "participant": [{"actor": {"reference": f"Patient/{row.patient_id}"}, "status": "accepted"}],
    }
    return FhirAppointment.model_validate(body).model_dump(mode="json", exclude_none=True)


def searchset(resources: list[dict[str, Any]]) -> dict[str, Any]:
    """The answer to a search."""
    entries = [{"resource": resource} for resource in resources]
    bundle = Bundle.model_validate({"resourceType": "Bundle", "type": "searchset", "total": len(entries), "entry": entries})
    return bundle.model_dump(mode="json", exclude_none=True)


def outcome(code: str, text: str) -> dict[str, Any]:
    """What went wrong, as FHIR says it."""
    issue = [{"severity": "error", "code": code, "diagnostics": text}]
    return OperationOutcome.model_validate({"resourceType": "OperationOutcome", "issue": issue}).model_dump(
        mode="json", exclude_none=True
    )
